"""Records as JSON values: every language, titles as strings with their two forms beside them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain, starmap
from typing import TYPE_CHECKING, Any, Final

from roleguide.catalog import NamedRole
from roleguide.language import Language, Message
from roleguide.language_tags import LANGUAGES
from roleguide.model import CURRENCIES, LevelRange, Neighbour, PayFigure, Title, Wording

if TYPE_CHECKING:
    from roleguide.compare.result import Compared, FactValue  # most answers compare nothing

_LANGUAGES: Final = tuple(Language(code) for code in LANGUAGES)


_KEYS: Final[Mapping[str, str]] = {"over": "reach", "or_": "variations"}
"""The keys of fields whose names in YAML are short for what they hold."""


def said(message: Message) -> dict[str, str]:
    """An interface sentence in every language."""
    return {language.code: language.tell(message) for language in _LANGUAGES}


def plain(value: object) -> Any:
    """A record as JSON: mappings and lists; titles as strings with their forms beside them."""
    match value:
        case Title() | Wording():
            return {"title": plain(value.text), "gendered": plain(value.gendered)}
        case LevelRange(low, high):
            return {"low": low, "high": high}
        case Neighbour(role=identifier, text=text):
            return {"role": identifier, "text": plain(text)}
        case PayFigure(currency=None, country=country) if country in CURRENCIES:
            return plain(value._replace(currency=CURRENCIES[country]))
        case _ if hasattr(value, "_asdict"):
            fields = value._asdict().items()
            return dict(chain.from_iterable(starmap(_flattened, fields)))
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
        case tuple() | list():
            return [plain(item) for item in value]
    return value


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
    role = entry.role
    return {
        "id": entry.id,
        "guide": entry.guide,
        "title": plain(role.title.text),
        "gendered": plain(role.title.gendered),
        "level": role.level.low,
        "level_to": role.level.high if role.level.high != role.level.low else None,
        "stage": role.stage,
    }


def fact(row: Compared[FactValue]) -> dict[str, object]:
    """A fact of several roles, with its values and not the sentences that readers get."""
    values = [None if value is None else plain(value) for value in row.values]
    return {"id": row.id, "change": row.change, "values": values}
