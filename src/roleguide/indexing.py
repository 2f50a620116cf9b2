"""What the store holds of a guide besides its records: names, and texts for `search`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from roleguide.language import one_line
from roleguide.language.folding import bare
from roleguide.model import Family, Guide, Role, Term, Title, Tool
from roleguide.name_matching import fold, names_by_language, names_of, spelling
from roleguide.reading.node_text import to_text
from roleguide.sections import NAMED, SEARCHED, weight
from roleguide.store import spaced
from roleguide.store.stack import Stack
from roleguide.store.writing import Compiled, LabelRow, NameRow, WordRow
from roleguide.title_index import title_index

if TYPE_CHECKING:
    from roleguide.reading.events import Node

# A string without a language is an id, a word of the schema or a date, and never prose.
_NO_TEXTS: Final = frozenset({str, int, float, bool, type(None)})
_NOT_PROSE: Final = frozenset({"codes", "sources", "field", "titles", "metrics", "gendered"})

# Anything but accents, Latin letters without the ligatures Æ ß æ Œ œ, and the signs that stand in
# every other text: the index folds these itself. A class of what it does not fold, which goes up to
# U+10FFFF, would take 3 ms to compile.
_FOLDED_HERE: Final = re.compile(
    "[^\0-\u00c5\u00c7-\u00de\u00e0-\u00e5\u00e7-\u0151\u0154-\u036f\u2000-\u2bff]"
)


def compiled(
    guide: Guide, below: Stack | None = None, nodes: Mapping[str, Node] | None = None
) -> Compiled:
    """Work out what the file of a guide holds.

    Args:
        guide: The guide.
        below: The guides below it.
        nodes: Its roles as written.
    """
    below = below or Stack()
    return Compiled(
        guide,
        _hides(guide, below),
        ((role, to_text(node)) for role, node in (nodes or {}).items()),
        _names(guide),
        _labels(guide),
        _words(guide),
        title_index(guide, below),
    )


def _hides(guide: Guide, below: Stack) -> Iterator[tuple[str, str, str]]:
    """The records of guides below that are no longer in effect: guide, section, id."""
    for section, records in guide.sections._asdict().items():
        for identifier in records:
            if holder := below.holder(section, identifier):
                yield holder, section, identifier


def _names(guide: Guide) -> Iterator[NameRow]:
    for section, records in guide.sections._asdict().items():
        for identifier, record in records.items():
            for rung, name in names_of(identifier, record):
                if folded := fold(name):
                    yield section, folded, rung, identifier, spelling(name)


def _labels(guide: Guide) -> Iterator[LabelRow]:
    """How the records are called in each language."""
    for section in NAMED:
        for identifier, record in getattr(guide.sections, section).items():
            part = record.of if isinstance(record, Family) else ""
            for language, names in names_by_language(record).items():
                lines = [one_line(name) for name in names]
                words = "\n".join(spaced(bare(name)) for name in lines)
                yield section, part, identifier, language, lines[0], "\n".join(lines), words


def _words(guide: Guide) -> Iterator[WordRow]:
    """The texts of the records."""
    for section in SEARCHED:
        for identifier, record in getattr(guide.sections, section).items():
            texts: list[tuple[str, str, str]] = []
            _texts("", record, texts)
            for field, lang, text in texts:
                yield _row(text, section, identifier, field, lang)
            for field, lang, name in _other_names(record):
                yield _row(name, section, identifier, field, lang)


def _other_names(record: object) -> Iterator[tuple[str, str, str]]:
    """Names in one language, or in none: other titles, other spellings, products."""
    if isinstance(record, Role):
        for other in record.titles:
            yield "titles", other.lang, other.text.text
    elif isinstance(record, Term):
        yield from (("also", "", name) for name in record.also)
    elif isinstance(record, Tool):
        yield from (("definition", "", name) for name in record.examples)


def _row(text: str, section: str, identifier: str, field: str, lang: str) -> WordRow:
    """A text for the index, which itself folds Latin letters and their accents alone."""
    says = weight(section, field)
    if text.isascii() or not _FOLDED_HERE.search(text):
        return text, section, identifier, field, lang, "", says
    return bare(text), section, identifier, field, lang, text, says


def _texts(field: str, value: Any, found: list[tuple[str, str, str]]) -> None:
    """Gather the texts of a record: the field they stand in, their language, themselves."""
    if type(value) is dict:
        for language, part in value.items():
            if type(part) is str:  # of the mappings to strings, only texts are not set apart above
                found.append((field, language, part))
            elif type(part) not in _NO_TEXTS:
                _texts(field, part, found)
        return
    for name, part in _parts(field, value):
        if type(part) not in _NO_TEXTS:
            _texts(name, part, found)


def _parts(field: str, value: Any) -> list[tuple[str, Any]]:
    """What a value is made of, each part with the outermost field that it stands in."""
    kind: Any = type(value)
    if kind is tuple:
        return [(field, item) for item in value]
    if kind is Title:
        return [("title", value.text)]
    return [(field or name, value[at]) for at, name in _prose(kind) if value[at]]


@cache
def _prose(kind: type[NamedTuple]) -> list[tuple[int, str]]:
    """The fields of a record that may hold texts: place and name."""
    named = enumerate(kind._fields)
    return [(at, name.rstrip("_")) for at, name in named if name not in _NOT_PROSE]
