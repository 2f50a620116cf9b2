"""Records as JSON values: every language, titles as strings with their two forms beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any, Final

from roleguide.catalog import Catalog, NamedRole
from roleguide.language import Language, Message
from roleguide.language_tags import LANGUAGES
from roleguide.model import CURRENCIES, LevelRange, PayFigure, Title, Wording
from roleguide.sections import SECTIONS

_LANGUAGES: Final = tuple(Language(code) for code in LANGUAGES)


_KEYS: Final[Mapping[str, str]] = {"over": "reach", "or_": "variations"}
"""The keys of fields whose names in YAML are short for what they hold."""


def said(message: Message) -> dict[str, str]:
    """An interface sentence in every language."""
    return {language.code: language.tell(message) for language in _LANGUAGES}


def plain(value: object) -> Any:
    """A record as JSON: mappings and lists; titles as strings with their forms beside them."""
    match value:
        case Message():
            return said(value)
        case Title() | Wording():
            return {"title": plain(value.text), "gendered": plain(value.gendered)}
        case PayFigure(currency=None, country=country) if country in CURRENCIES:
            return plain(value._replace(currency=CURRENCIES[country]))
        case _ if hasattr(value, "_fields"):
            return some(value, *value._fields)
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
        case tuple() | list():
            return [plain(item) for item in value]
    return value


def some(record: object, *names: str) -> dict[str, object]:
    """Some fields of a record as JSON, in the order in which they are named."""
    fields = (_flattened(name, getattr(record, name)) for name in names)
    return dict(chain.from_iterable(fields))


def _flattened(field_name: str, field: object) -> list[tuple[str, object]]:
    """A field as JSON; a title's two halves and a level's two ends become fields themselves."""
    name = _KEYS.get(field_name, field_name.rstrip("_"))
    if isinstance(field, Title | Wording):
        return [(name, plain(field.text)), ("gendered", plain(field.gendered))]
    if isinstance(field, LevelRange):
        return [("level", field.low), ("level_to", field.high if field.high != field.low else None)]
    return [(name, plain(field))]


def head(entry: NamedRole) -> dict[str, object]:
    """What names a role, and tells it from others, in every document."""
    return {**some(entry, "id", "guide"), **some(entry.role, "title", "level", "stage")}


def named(section: str, identifier: str, catalog: Catalog) -> dict[str, object]:
    """A record by its id and its name."""
    record = getattr(catalog.sections, section)[identifier]
    return {SECTIONS[section].label: identifier, "name": plain(record.name)}


def aligned(values: Sequence[object], keys: Mapping[str, str]) -> dict[str, object]:
    """What several roles have of something, field by field.

    Args:
        values: The records, or None for a role that has none, in the order of the roles.
        keys: The keys of the lists, each with the field that it lists.
    """
    return {
        key: [plain(getattr(value, field)) if value else None for value in values]
        for key, field in keys.items()
    }
