"""Records as values that a reader of YAML or JSON would give back: the inverse of `reading.schema`.

A value is in the shortest form that a person would write: what may stand alone stands alone, and
what a field has by default is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias, get_args, get_origin

from roleguide import model
from roleguide.language import Language
from roleguide.language_tags import LANGUAGES
from roleguide.reading.schema import SHORT_FORMS, bare, fields

Value: TypeAlias = object
"""A text, a number, a truth value, a list, or a mapping with texts for keys."""


def written(annotation: object, value: Any) -> Value:
    """A value of the model as it is written.

    Args:
        annotation: The annotation by which it was read.
        value: The value.
    """
    annotation = bare(annotation)
    if annotation in _WRITERS:
        return _WRITERS[annotation](value)
    if annotation in SHORT_FORMS and (short := _short(annotation, value)) is not None:
        return short
    if hasattr(value, "_fields"):
        return written_record(value)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return [written(arguments[0], item) for item in value]
    if origin is Mapping:
        return {str(key): written(arguments[1], item) for key, item in value.items()}
    return value


def written_record(record: object) -> dict[str, Value]:
    """A record as a mapping of its fields, without those that have their defaults."""
    kind: Any = type(record)
    found = {key: (field, getattr(record, field.name)) for key, field in fields(kind).items()}
    return {
        key: written(field.annotation, value)
        for key, (field, value) in found.items()
        if field.required or value != kind._field_defaults[field.name]
    }


def _short(annotation: object, record: Any) -> Value:
    """A record as the one value that may stand for it; None where it says more."""
    short, make = SHORT_FORMS[annotation]
    if annotation is model.Seniority:
        return "neither" if record == model.Seniority() else None
    if annotation is model.Origin:
        neighbour = model.Neighbour(record.role, record.text)
        return _neighbour(neighbour) if make(neighbour) == record else None
    alone = record[0]
    return written(short, alone) if alone is not None and make(alone) == record else None


def _text(text: model.Text) -> Value:
    """A text; one alone where it is the same in every language."""
    one = next(iter(text.values()))
    return one if dict(text) == dict.fromkeys(LANGUAGES, one) else dict(text)


def _neighbour(neighbour: model.Neighbour) -> Value:
    """A role's id, or a text by language: alone, it would be taken for an id."""
    if neighbour.text is None:
        return neighbour.role
    text = _text(neighbour.text)
    return text if isinstance(text, dict) else {"text": text}


def _wording(wording: model.Wording) -> Value:
    return dict(wording.gendered) if wording.gendered else wording.text


def _title(title: model.Title) -> Value:
    if title.gendered is None:
        return _text(title.text)
    masculine, feminine = title.gendered["m"], title.gendered["f"]
    return {
        code: dict(title.gendered) if text == Language(code).doublet(masculine, feminine) else text
        for code, text in title.text.items()
    }


def _levels(levels: model.LevelRange) -> Value:
    return levels.low if levels.low == levels.high else [*levels]


def _phrases(phrases: model.Phrases) -> Value:
    return phrases.texts[0] if len(phrases.texts) == 1 else [*phrases.texts]


_WRITERS: Final[Mapping[object, Callable[[Any], Value]]] = {
    model.Text: _text,
    model.Neighbour: _neighbour,
    model.Wording: _wording,
    model.Title: _title,
    model.LevelRange: _levels,
    model.Phrases: _phrases,
}
"""The inverse of `reading.shorthand`, and of texts."""
