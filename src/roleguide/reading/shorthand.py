"""The values that people may write in a shorter form than their record has."""

from __future__ import annotations

from typing import Any, Final, get_args

from roleguide.language import N_, Message, rules_of
from roleguide.language_tags import LANGUAGES
from roleguide.model import (
    Example,
    Level,
    LevelRange,
    Neighbour,
    Ref,
    Title,
    Wording,
)
from roleguide.reading.events import Entries, Items, Node
from roleguide.reading.values import (
    INVALID,
    LANGUAGE_TAG,
    Reader,
    Report,
    choice,
    read_string,
    read_text,
    read_truth,
    reference,
    text_allowed,
    unknown_language,
)

_read_level = choice(get_args(Level))
_read_role = reference(Ref("roles").section)


def read_wording(node: Node, path: str, report: Report, language: str = "") -> Any:
    """A title in one language: a text, or `{m, f}`."""
    if not isinstance(node, Entries):
        text = read_string(node, path, report)
        return INVALID if text is INVALID else Wording(text)
    if set(node.entries) != {"m", "f"}:
        return report.fault(
            node,
            path,
            Message(N_("the keys {names}"), {"names": ", ".join(node.entries)}),
            Message(N_("a text, or both genders as m and f")),
        )
    forms = {
        gender: read_string(node.entries[gender][1], f"{path}.{gender}", report)
        for gender in ("m", "f")
    }
    if INVALID in forms.values():
        return INVALID
    return Wording(rules_of(language).doublet(forms["m"], forms["f"]), forms)


def read_title(node: Node, path: str, report: Report) -> Any:
    """A title: one text for every language, or one a language, each perhaps gendered."""
    if not isinstance(node, Entries):
        text = read_string(node, path, report)
        return INVALID if text is INVALID else Title(dict.fromkeys(LANGUAGES, text))
    wordings: dict[str, Any] = {}
    for language, (place, child) in node.entries.items():
        if language in ("m", "f"):
            return report.fault(
                place,
                path,
                Message(N_("genders without their language")),
                text_allowed(),
            )
        if LANGUAGE_TAG.fullmatch(language):
            wordings[language] = read_wording(child, f"{path}.{language}", report, language)
        else:
            wordings[language] = unknown_language(language, place, path, report)
    if not wordings:
        return report.fault(node, path, Message(N_("an empty mapping")), Message(N_("a text")))
    if INVALID in wordings.values():
        return INVALID
    gendered = next((w.gendered for w in wordings.values() if w.gendered), None)
    return Title({language: wording.text for language, wording in wordings.items()}, gendered)


def read_levels(node: Node, path: str, report: Report) -> Any:
    """A level, or a list of the lowest and the highest."""
    if not isinstance(node, Items):
        level = _read_level(node, path, report)
        return INVALID if level is INVALID else LevelRange(level, level)
    levels = [_read_level(item, path, report) for item in node.items]
    if INVALID in levels:
        return INVALID
    ladder = get_args(Level)
    if len(levels) != 2 or ladder.index(levels[0]) >= ladder.index(levels[1]):
        return report.fault(
            node,
            path,
            Message(N_("not a range of levels")),
            Message(N_("a lower level and a higher one, as in [manager, director]")),
        )
    return LevelRange(*levels)


def read_neighbour(node: Node, path: str, report: Report) -> Any:
    """A role's id, or a text for a job outside the guide."""
    if isinstance(node, Entries):
        text = read_text(node, path, report)
        return INVALID if text is INVALID else Neighbour(text=text)
    role = _read_role(node, path, report)
    return INVALID if role is INVALID else Neighbour(role=role)


def read_example(node: Node, path: str, report: Report) -> Any:
    """A scene, or `absent: true` with the text that says who does the work meanwhile."""
    if not (isinstance(node, Entries) and ("absent" in node.entries or "text" in node.entries)):
        text = read_text(node, path, report)
        return INVALID if text is INVALID else Example(text)
    for key, (place, _) in node.entries.items():
        if key not in ("absent", "text"):
            report.fault(
                place,
                f"{path}.{key}",
                Message(N_("unknown key “{key}”"), {"key": key}),
                Message(N_("the keys {names}"), {"names": "absent, text"}),
            )
    if "text" in node.entries:
        text = read_text(node.entries["text"][1], f"{path}.text", report)
    else:
        missing = Message(N_("the key “{key}” is missing"), {"key": "text"})
        text = report.fault(node, path, missing)
    absent: Any = False
    if "absent" in node.entries:
        absent = read_truth(node.entries["absent"][1], f"{path}.absent", report)
    return INVALID if INVALID in (text, absent) else Example(text, absent)


SHORTHAND: Final[dict[Any, Reader]] = {
    Title: read_title,
    Wording: read_wording,
    LevelRange: read_levels,
    Neighbour: read_neighbour,
    Example: read_example,
}
