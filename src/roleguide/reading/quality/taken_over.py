"""What a role has taken over from another one, and is not true of it: its name, its parts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple, TypeAlias

from roleguide.language import N_
from roleguide.model import OWNING_OR_DOING, Part, Role, Sections, Text
from roleguide.reading.consistency.finding import Breach, Path, at, rule
from roleguide.reading.quality.texts import shortened, words_in

_OF_ITSELF: Final = (
    *("plain", "mission", "definition", "focus", "scope", "ad", "varies", "hiring", "pitfalls"),
    *("examples", "misconceptions"),
)
"""The texts in which a role says what it is; the others name roles that it may have to do with."""

_TEXT: Final = '"…"'
_LISTED: Final = {
    "pitfalls": f"[{_TEXT}]",
    "misconceptions": f"[{{belief: {_TEXT}, truth: {_TEXT}}}]",
}
"""How a list of them is written; it takes the place of the whole list below."""


_Found: TypeAlias = tuple[Path, str, str]
"""Where a text is, the name in it, and the text."""


class _Said(NamedTuple):
    """A text of a role in one language, which names that role."""

    role: str
    name: str


@rule(
    N_("a text that was taken over still says “{name}” ({places}): “{words}”"),
    N_("under {place}, write texts of its own: {texts}"),
)
def texts_name_this_role(sections: Sections, below: Sections) -> Iterator[Breach]:
    """No text is that of another role, or of this one before it was renamed, with its name in it.

    Args:
        sections: A guide's own records.
        below: Those of the guides below it.
    """
    known = [*below.roles.items(), *sections.roles.items()]
    naming = {key: said for identifier, role in known for key, said in _naming(identifier, role)}
    for identifier, role in sections.roles.items():
        named = role._replace(short=role.short or _short(identifier, below))
        found = [
            ((*path, language), naming[language, words].name, words)
            for path, language, words in _texts(role)
            if (language, words) in naming
            and not _names_it(named, language, naming[language, words].name, words)
        ]
        if found:
            yield _breach(identifier, found)


def _short(identifier: str, below: Sections) -> Text | None:
    """The short name of the role of this id below: often that of the work, which stays the same."""
    role = below.roles.get(identifier)
    return role.short if role else None


def _naming(identifier: str, role: Role) -> Iterator[tuple[tuple[str, str], _Said]]:
    """The texts in which a role goes by its name, each by its language and its words."""
    for _, language, words in _texts(role):
        for name in _names(role, language):
            if _has(words, name):
                yield (language, words), _Said(identifier, name)
                break


def _names_it(role: Role, language: str, name: str, words: str) -> bool:
    """Whether a text with a name in it goes by a name of this role, too."""
    own = _names(role, language)
    return any(_has(each, name) or _has(words, each) for each in own)


def _names(role: Role, language: str) -> list[str]:
    """What a role is called in a language: its title, each of its forms, its short name."""
    short = (role.short or {}).get(language)
    forms: Mapping[str, str] = role.title.gendered or {}
    names = (role.title.text.get(language), *forms.values(), short)
    return [name for name in names if name]


def _has(words: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.IGNORECASE) is not None


def _texts(role: Role) -> Iterator[tuple[Path, str, str]]:
    for key in _OF_ITSELF:
        yield from words_in(getattr(role, key), (key,))


def _breach(identifier: str, found: list[_Found]) -> Breach:
    path, name, words = found[0]
    values = {
        "name": name,
        "words": shortened(words),
        "places": ", ".join(dict.fromkeys(str(key) for (key, *_), *_ in found)),
        "place": at("roles", identifier),
        "texts": ", ".join(_to_write(found)),
    }
    return Breach(("roles", identifier, *path), values, against=(("title",),))


def _to_write(found: list[_Found]) -> Iterator[str]:
    """The fields that take the place of the texts at fault, in the form they are written in."""
    parts: dict[str, list[str]] = {}
    for (key, *inside), *_ in found:  # of a text by language, only the language is inside
        parts.setdefault(str(key), []).extend(f'{step}: "…"' for step in inside[:-1][:1])
    for key, steps in parts.items():
        mapping = f"{{{', '.join(dict.fromkeys(steps))}}}"
        yield f"{key}: {_LISTED.get(key, mapping if steps else _TEXT)}"


@rule(
    N_("the part is “{part}”; the text, taken over, still tells of “{told}”: “{text}”"),
    N_("under {place}, write a text of its own: {blank}"),
)
def changed_parts_have_texts_of_their_own(sections: Sections, below: Sections) -> Iterator[Breach]:
    """No text is taken over from a role that helps where this one owns or does, or the reverse.

    Args:
        sections: A guide's own records.
        below: Those of the guides below it.
    """
    known = _parts_told(below)
    for identifier, role in sections.roles.items():
        for activity, own in role.responsibilities.items():
            texts = ((activity, *text) for text in own.text.items())
            told = {part for text in texts for part in known.get(text, ())}
            if told and not any(
                (own.part in OWNING_OR_DOING) == (part in OWNING_OR_DOING) for part in told
            ):
                place = ("roles", identifier, "responsibilities", activity)
                values = {
                    "part": own.part,
                    "told": ", ".join(sorted(told)),
                    "text": {code: shortened(words) for code, words in own.text.items()},
                    "place": at(*place),
                    "blank": f"text: {_TEXT}",
                }
                yield Breach((*place, "part"), values, activity)


def _parts_told(below: Sections) -> Mapping[tuple[str, str, str], set[Part]]:
    """The parts of whoever says a text of an activity, by activity, language and words."""
    told = defaultdict(set)
    for base in below.roles.values():
        for activity, share in base.responsibilities.items():
            for language, words in share.text.items():
                told[activity, language, words].add(share.part)
    return told
