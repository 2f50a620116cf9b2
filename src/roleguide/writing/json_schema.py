"""The JSON Schema of a guide, draft 7, made from the records of the model.

Editors check by it and complete from it while somebody writes. It accepts whatever the reader
accepts. What it cannot express (whether an id exists, how many words a text has) `check` finds.

A role that extends another one is written in part, and `null` removes a key from it; so each record
that a role is made of has two definitions, a whole one and one in part.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, Final, Literal, NamedTuple, TypeAlias, get_args, get_origin

from roleguide import model
from roleguide.language import N_, Language
from roleguide.language_tags import LANGUAGES
from roleguide.reading.events import NUMBER
from roleguide.reading.guide import GUIDE_FORMAT, RECORDS
from roleguide.reading.places import LONGEST_TEXT
from roleguide.reading.schema import SHORT_FORMS, fields
from roleguide.reading.values import IDENTIFIER, LANGUAGE_TAG
from roleguide.writing.model_docstrings import said_of_fields, said_of_lengths

Schema: TypeAlias = dict[str, Any]
Names: TypeAlias = Mapping[str, Mapping[str, str]]
"""The ids of each section with their titles, which an editor offers."""

DIALECT: Final = "http://json-schema.org/draft-07/schema#"

_OTHERS: Final = "true|True|TRUE|false|False|FALSE|~|null|Null|NULL"
_STRING: Final[Schema] = {"type": "string", "pattern": r"\S", "maxLength": LONGEST_TEXT}
_WORD: Final[Schema] = {**_STRING, "not": {"pattern": f"^(?:{NUMBER.pattern}|{_OTHERS})$"}}
_WHOLE: Final[Schema] = {"type": "integer", "minimum": -999_999_999, "maximum": 999_999_999}
_AMOUNT: Final[Schema] = {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 10**12}


def _object(properties: Schema, required: Sequence[str] = ()) -> Schema:
    """A mapping with these keys and no others."""
    needed = {"required": [*required]} if required else {}
    return {"type": "object", "properties": properties, **needed, "additionalProperties": False}


_GENDERS: Final = _object({"m": _STRING, "f": _STRING}, ["m", "f"])

_EXTENDS: Final = N_(
    "The role of a guide below that this one takes over; what you write goes on top."
)


def _one_of_keys(*keys: str) -> Schema:
    return {"oneOf": [{"required": [key]} for key in keys]}


_MORE: Final[Mapping[object, Schema]] = {
    model.Variation: {
        **_one_of_keys("in", "when"),
        "anyOf": [{"required": ["part"]}, {"required": ["over"]}],
    },
    model.Origin: _one_of_keys("role", "text"),
    model.Capacity: _one_of_keys("source", "basis"),
    model.Pay: {"anyOf": [{"required": ["mix"]}, {"required": ["figures"]}]},
}
"""What else holds for a record as a whole, as far as a schema can say it."""

_SIZES: Final[Mapping[tuple[object, str], Schema]] = {
    (model.Role, "responsibilities"): {"minProperties": 1},
    (model.Pair, "difference"): {"minProperties": 2, "maxProperties": 2},
}
"""How many keys a mapping has, by record and field."""


def json_schema(language: Language, names: Names) -> Schema:
    """The schema of a guide.

    Args:
        language: The language of the descriptions.
        names: The ids that an editor offers; others are allowed.
    """
    maker = _Maker(language, names)
    said = said_of_fields(model.Sections)
    sections = {section: maker.section(section, record) for section, record in RECORDS.items()}
    return {
        "$schema": DIALECT,
        "title": language.say(N_("A guide of roleguide")),
        "type": ["object", "null"],
        "properties": {
            "guide": maker.header(),
            **{
                section: {"description": language.say(said.get(section, section)), **schema}
                for section, schema in sections.items()
            },
        },
        "additionalProperties": False,
        "definitions": maker.definitions,
    }


class _Maker:
    """Makes schemas of annotations, and collects a definition for each record.

    Attributes:
        definitions: The definitions, by name.
    """

    def __init__(self, language: Language, names: Names) -> None:
        self.definitions: Final[dict[str, Schema]] = {}
        self._language = language
        self._names = names

    def section(self, section: str, record: type[NamedTuple]) -> Schema:
        """A section: records by id, or nothing."""
        whole = self._record(record, in_part=False)
        if record is model.Role:
            part = self._record(record, in_part=True)
            choice = {"if": {"required": ["extends"]}, "then": part, "else": whole}
            whole = self._named("a-role", choice)
        joint = "(?:--?|\\.)" if section == "pairs" else "[-.]"
        return {
            "type": ["object", "null"],
            "propertyNames": {"pattern": f"^[a-z0-9]+(?:{joint}[a-z0-9]+)*$"},
            "additionalProperties": whole,
        }

    def header(self) -> Schema:
        """What a guide says about itself."""
        said = {name: self._said(model.Header, name) for name in model.Header._fields}
        identifier = f"^(?:{IDENTIFIER.pattern})$"
        return _object(
            {
                "id": {"type": "string", "pattern": identifier, "description": said["id"]},
                "format": {"const": GUIDE_FORMAT, "description": said["format"]},
                "edition": {**_STRING, "description": said["edition"]},
            }
        )

    def _said(self, record: object, name: str) -> str:
        said = said_of_fields(record).get(name)
        return self._language.say(said) if said else ""

    def _record(self, record: Any, *, in_part: bool) -> Schema:
        """A reference to the definition of a record."""
        name = f"{record.__name__}-in-part" if in_part else record.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # a record may hold itself
            self.definitions[name] = self._defined(record, in_part=in_part)
        return {"$ref": f"#/definitions/{name}"}

    def _defined(self, record: object, *, in_part: bool) -> Schema:
        properties: dict[str, Schema] = {}
        for key, field in fields(record).items():
            schema = self.of(field.annotation, in_part=in_part)
            schema = {**schema, **({} if in_part else _SIZES.get((record, key), {}))}
            said = [
                self._said(record, field.name),
                *said_of_lengths(field.annotation, self._language),
            ]
            properties[key] = {"description": " ".join(filter(None, said)), **schema}
        if not in_part:
            required = [key for key, field in fields(record).items() if field.required]
            return {**_object(properties, required), **_MORE.get(record, {})}
        if record is model.Role:
            said_of_it = {"description": self._language.say(_EXTENDS)}
            properties = {"extends": {**said_of_it, **self._reference("roles")}, **properties}
        return _object(properties)

    def of(self, annotation: object, *, in_part: bool) -> Schema:
        """The schema of an annotation; in part, nothing may stand in its place."""
        schema = self._of(annotation, in_part=in_part)
        return {"anyOf": [schema, {"type": "null"}]} if in_part else schema

    def _of(self, annotation: object, *, in_part: bool) -> Schema:
        if annotation in _PLAIN:
            return _PLAIN[annotation](self)
        if annotation in SHORT_FORMS:
            return self._short_or_long(annotation, in_part=in_part)
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._marked(*arguments, in_part=in_part)
        if origin in (typing.Union, types.UnionType):
            inner = next(a for a in arguments if a is not types.NoneType)
            return self._of(inner, in_part=in_part)
        if origin is Literal:
            return {"enum": list(arguments)}
        if origin is tuple:  # a list is replaced whole, so nothing in it is in part
            return {"type": "array", "items": self._of(arguments[0], in_part=False)}
        if origin is Mapping:
            return self._mapping(*arguments, in_part=in_part)
        return self._record(annotation, in_part=in_part)

    def _marked(self, annotation: object, mark: object, *, in_part: bool) -> Schema:
        match mark:
            case model.Ref(section):
                return self._reference(section)
            case model.Like(pattern):
                return {"type": "string", "pattern": f"^(?:{pattern})$"}
            case model.Between(low, high):
                return {"type": "integer", "minimum": low, "maximum": high}
            case model.Longest() if annotation == model.Statement:
                return self._short_or_long(annotation, mark, in_part=in_part)
            case model.Longest():
                return self._text(mark)
        raise TypeError(mark)

    def _reference(self, section: str) -> Schema:
        """An id: those there are, and any other."""
        known = sorted(self._names.get(section, ()))
        free = {"type": ["string", "number"]}
        return self._named(
            f"id-of-{section}", {"anyOf": [{"enum": known}, free]} if known else free
        )

    def _mapping(self, key: object, value: object, *, in_part: bool) -> Schema:
        schema = self.of(value, in_part=in_part)
        mark = get_args(key)[1] if get_origin(key) is Annotated else None
        if isinstance(mark, model.Between):
            levels = [str(level) for level in range(mark.low, mark.high + 1)]
            return _object(dict.fromkeys(levels, schema), () if in_part else levels)
        if mark is None:
            return {"type": "object", "propertyNames": _WORD, "additionalProperties": schema}
        names = self._names.get(mark.section, {})
        known = {name: {"description": title, **schema} for name, title in names.items()}
        offered = {"properties": known} if known else {}
        return {"type": "object", **offered, "additionalProperties": schema}

    def _short_or_long(
        self, record: object, longest: model.Longest | None = None, *, in_part: bool
    ) -> Schema:
        """A record, or the one value that may stand for it."""
        long = self._record(record, in_part=in_part)
        if longest:
            long = {"allOf": [long, {"properties": {"text": self._text(longest)}}]}
        short, _ = SHORT_FORMS[record]
        if short not in (model.Text, model.Neighbour):
            return {"anyOf": [self._of(short, in_part=in_part), long]}
        others = {"propertyNames": {"not": {"enum": list(fields(record))}}}
        text = self._neighbour() if short == model.Neighbour else self._text(longest)
        return {"anyOf": [{"allOf": [text, others]}, long]}

    def _text(self, longest: model.Longest | None = None) -> Schema:
        """A text, or one for each language, of the greatest length in each."""
        source, *_ = LANGUAGES
        alone = _limited(longest, source)
        if longest is None:
            return self._named("text", {"anyOf": [alone, _by_language(_STRING, _STRING)]})
        texts = {code: _limited(longest, code) for code in LANGUAGES}
        by_language = {**_by_language(_STRING, _limited(longest, "")), "properties": texts}
        return self._named(f"text-of-{longest.characters}", {"anyOf": [alone, by_language]})

    def _neighbour(self) -> Schema:
        in_words = _object({"text": self._text()}, ["text"])
        forms = [self._reference("roles"), _by_language(_STRING, _STRING), in_words]
        return self._named("neighbour", {"anyOf": forms})

    def _title(self) -> Schema:
        either = {"anyOf": [_STRING, _GENDERS]}
        return self._named("title", {"anyOf": [_STRING, _by_language(either, either)]})

    def _named(self, name: str, schema: Schema) -> Schema:
        """A reference to a definition."""
        self.definitions[name] = schema
        return {"$ref": f"#/definitions/{name}"}


def _by_language(known: Schema, other: Schema) -> Schema:
    """A mapping by language."""
    return {
        "type": "object",
        "properties": dict.fromkeys(LANGUAGES, known),
        "additionalProperties": other,
        "propertyNames": {"pattern": f"^(?:{LANGUAGE_TAG.pattern})$"},
        "minProperties": 1,
    }


def _limited(longest: model.Longest | None, code: str) -> Schema:
    """A text of a language, no longer than it may be there."""
    if longest is None:
        return _STRING
    return {**_STRING, "maxLength": longest.of_language(Language(code).length).characters}


def _levels() -> Schema:
    level = {"enum": list(model.LADDER)}
    return {"anyOf": [level, {"type": "array", "items": level, "minItems": 2, "maxItems": 2}]}


_PLAIN: Final[Mapping[object, Callable[[_Maker], Schema]]] = {
    str: lambda _: _STRING,
    bool: lambda _: {"type": "boolean"},
    int: lambda _: _WHOLE,
    float: lambda _: _AMOUNT,
    model.Text: _Maker._text,  # noqa: SLF001 — of this module
    model.Title: _Maker._title,  # noqa: SLF001 — likewise
    model.Neighbour: _Maker._neighbour,  # noqa: SLF001 — likewise
    model.Wording: lambda _: {"anyOf": [_STRING, _GENDERS]},
    model.LevelRange: lambda _: _levels(),
    model.Phrases: lambda _: {"anyOf": [_STRING, {"type": "array", "items": _STRING}]},
}
"""The schemas of everything that is not a record with fields."""
