"""What the model says of its fields, for whoever writes a guide.

The docstrings of `roleguide.model` are the one place where that stands. Their sentences are ones of
the interface: the catalogues translate them.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator, Mapping
from functools import cache
from inspect import cleandoc
from typing import Any, Final

from roleguide import model
from roleguide.reading.shorthand import SHORTHAND

_FIELD: Final = re.compile(r"^ {4}(\w+): (.*(?:\n {6,}.*)*)", re.MULTILINE)


@cache
def said_of_fields(record: Any) -> Mapping[str, str]:
    """What is said of each field of a record; nothing where Python leaves docstrings out."""
    _, _, attributes = cleandoc(record.__doc__ or "").partition("\nAttributes:\n")
    return {name: " ".join(text.split()) for name, text in _FIELD.findall(attributes)}


def sentences() -> Iterator[str]:
    """All that is said of the fields that a guide may have, for the catalogues."""
    for record in _records():
        yield from said_of_fields(record).values()


def _records() -> Iterator[Any]:
    """The records that a guide is made of; those with a form of their own have no fields."""
    todo: list[Any] = [model.Sections, model.Header]
    seen: set[Any] = set(SHORTHAND)
    while todo:
        annotation = todo.pop()
        if annotation in seen:
            continue
        seen.add(annotation)
        if isinstance(annotation, type) and hasattr(annotation, "_fields"):
            yield annotation
            todo += typing.get_type_hints(annotation, vars(model), include_extras=True).values()
        else:
            todo += typing.get_args(annotation)
