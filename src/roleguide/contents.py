"""What of the guides goes into the store besides their records: names and searchable texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from roleguide.model import Guide, Role, Term, Title, Tool
from roleguide.names import fold, names_of
from roleguide.store import SEARCHED
from roleguide.store.rows import NameRow, WordRow
from roleguide.store.writing import Compiled

_NOT_PROSE: Final = frozenset(
    {"codes", "sources", "field", "titles", "leads_to", "metrics", "gendered"}
)


def compiled(guides: Sequence[Guide]) -> Compiled:
    """Work out what a store of these guides holds."""
    return Compiled(guides, _names(guides), _words(guides))


def _names(guides: Sequence[Guide]) -> Iterator[NameRow]:
    for rank, guide in enumerate(guides):
        for section, records in guide.sections._asdict().items():
            for identifier, record in records.items():
                for rung, name in names_of(identifier, record):
                    if folded := fold(name):
                        yield NameRow(section, folded, rung, identifier, rank)


def _words(guides: Sequence[Guide]) -> Iterator[WordRow]:
    """The texts of the records in effect: of two with the same id, only the upper one's."""
    for section in SEARCHED:
        records: dict[str, Any] = {}
        for guide in guides:
            records |= getattr(guide.sections, section)
        for identifier, record in records.items():
            for field, lang, text in _texts("", record):
                yield _row(text, section, identifier, field, lang)
            for field, lang, name in _other_names(record):
                yield _row(name, section, identifier, field, lang)


def _other_names(record: Any) -> Iterator[tuple[str, str, str]]:
    """Names in one language, or in none: other titles, other spellings, products."""
    if isinstance(record, Role):
        for other in record.titles:
            yield "titles", other.lang, other.text.text
    elif isinstance(record, Term):
        yield from (("also", "", name) for name in record.also)
    elif isinstance(record, Tool):
        yield from (("definition", "", name) for name in record.examples)


def _row(text: str, section: str, identifier: str, field: str, lang: str) -> WordRow:
    """A text for the index, which folds accents itself but not ligatures."""
    folded = text.replace("œ", "oe").replace("Œ", "Oe")
    original = text if folded != text else None
    return WordRow(folded, section, identifier, field, lang, original)


def _texts(field: str, value: Any) -> Iterator[tuple[str, str, str]]:
    """The texts of a record: the field they stand in, their language, themselves."""
    if value is None or isinstance(value, str | int):
        return
    if isinstance(value, Title):
        field, value = "title", value.text
    if isinstance(value, dict):
        if value and all(isinstance(item, str) and len(key) <= 5 for key, item in value.items()):
            for key, text in value.items():
                yield field, str(key), text
        else:
            for item in value.values():
                yield from _texts(field, item)
    elif hasattr(value, "_fields"):
        for name, item in zip(value._fields, value, strict=True):
            if item and name not in _NOT_PROSE:
                yield from _texts(field or name.rstrip("_"), item)
    else:
        for item in value:
            yield from _texts(field, item)
