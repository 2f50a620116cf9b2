"""Readers of records that people write in a form of their own: titles, levels, neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from roleguide.language import N_, Language, Message
from roleguide.model import LADDER, Level, LevelRange, Neighbour, Phrases, Title, Wording
from roleguide.reading import values
from roleguide.reading.events import MappingNode, Node, SequenceNode, key_of
from roleguide.reading.values import INVALID, Invalid, Reader, Report, made, read_string, read_text

_GENDERS: Final = '{m: "…", f: "…"}'

_read_role = partial(values.read_id, "roles", in_words=True)
_read_strings = values.sequence(read_string)


def read_wording(node: Node, path: str, report: Report, language: str = "") -> Wording | Invalid:
    """A title in one language: a text, or `{m, f}`."""
    if not isinstance(node, MappingNode):
        return made(Wording, read_string(node, path, report))
    if set(node.entries) != {"m", "f"}:
        found = Message(N_("the keys {names}"), {"names": ", ".join(node.entries)})
        allowed = Message(N_("a text, or both genders as m and f"))
        return report.fault(node, path, found, allowed, values.as_written(path, _GENDERS))
    masculine = read_string(node.entries["m"][1], f"{path}.m", report)
    feminine = read_string(node.entries["f"][1], f"{path}.f", report)
    if masculine is INVALID or feminine is INVALID:
        return INVALID
    doublet = Language(language).doublet(masculine, feminine)
    return Wording(doublet, {"m": masculine, "f": feminine})


def read_title(node: Node, path: str, report: Report) -> Title | Invalid:
    """A title: one text for all languages, or one for each language, with both genders or not."""
    if not isinstance(node, MappingNode):
        return made(Title, read_text(node, path, report))
    if not node.entries:
        found = Message(N_("an empty mapping"))
        return report.fault(node, path, found, Message(N_("a text")), values.in_each_language(path))
    if gender := next(filter(node.entries.__contains__, "mf"), None):
        found = Message(N_("genders without their language"))
        key = key_of(gender, node.entries[gender])
        return report.fault(
            key, path, found, values.TEXT_ALLOWED, values.in_each_language(path, _GENDERS)
        )
    wordings = _wordings(node, path, report)
    if len(wordings) < len(node.entries):
        return INVALID
    gendered = next((w.gendered for w in wordings.values() if w.gendered), None)
    return Title({language: wording.text for language, wording in wordings.items()}, gendered)


def _wordings(node: MappingNode, path: str, report: Report) -> dict[str, Wording]:
    found = {}
    for language, (at, child) in node.entries.items():
        if not values.LANGUAGE_TAG.fullmatch(language):
            values.unknown_language(key_of(language, (at, child)), child, path, report)
            continue
        wording = read_wording(child, f"{path}.{language}", report, language)
        if wording is not INVALID:
            found[language] = wording
    return found


def _read_level(node: Node, path: str, report: Report) -> Level | Invalid:
    return values.read_choice(LADDER, None, node, path, report)


_read_levels: Reader[tuple[Level, ...]] = values.sequence(_read_level)


def read_levels(node: Node, path: str, report: Report) -> LevelRange | Invalid:
    """A level, or a list of the lowest and the highest."""
    if not isinstance(node, SequenceNode):
        level = _read_level(node, path, report)
        return INVALID if level is INVALID else LevelRange(level, level)
    levels = _read_levels(node, path, report)
    if levels is INVALID:
        return INVALID
    if len(levels) != 2 or LADDER.index(levels[0]) >= LADDER.index(levels[1]):
        found = Message(N_("not a range of levels"))
        allowed = Message(N_("a lower level and a higher one, as in [manager, director]"))
        return report.fault(node, path, found, allowed, values.as_written(path, _rising(levels)))
    return LevelRange(*levels)


def _rising(levels: Sequence[Level]) -> str:
    """How the range from the lowest of some levels to the highest is written."""
    rising = sorted({*levels}, key=LADDER.index)
    return f"[{rising[0]}, {rising[-1]}]" if rising[1:] else "".join(rising) or "[…, …]"


def read_neighbour(node: Node, path: str, report: Report) -> Neighbour | Invalid:
    """A role's id, or a job outside the guide: a text by language, or `{text: …}`."""
    if isinstance(node, MappingNode):
        if set(node.entries) == {"text"}:
            node, path = node.entries["text"][1], f"{path}.text"
        return made(lambda text: Neighbour(text=text), read_text(node, path, report))
    return made(Neighbour, _read_role(node, path, report))


def read_phrases(node: Node, path: str, report: Report) -> Phrases | Invalid:
    """Phrases: a list of texts, or the only one."""
    if not isinstance(node, SequenceNode):
        return made(lambda text: Phrases((text,)), read_string(node, path, report))
    return made(Phrases, _read_strings(node, path, report))


SHORTHAND: Final[Mapping[object, Reader[object]]] = {
    Title: read_title,
    Wording: read_wording,
    LevelRange: read_levels,
    Neighbour: read_neighbour,
    Phrases: read_phrases,
}
