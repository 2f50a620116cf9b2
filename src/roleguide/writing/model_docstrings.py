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
from typing import Annotated, Final, NamedTuple, TypeGuard

from roleguide import model
from roleguide.language import N_, Language
from roleguide.language_tags import LANGUAGES
from roleguide.reading.shorthand import SHORTHAND

_FIELD: Final = re.compile(r"^ {4}(\w+): (.*(?:\n {6,}.*)*)", re.MULTILINE)


@cache
def said_of_fields(record: object) -> Mapping[str, str]:
    """What is said of each field of a record; nothing where Python leaves docstrings out."""
    _, _, attributes = cleandoc(record.__doc__ or "").partition("\nAttributes:\n")
    return {name: " ".join(text.split()) for name, text in _FIELD.findall(attributes)}


def said_of_lengths(annotation: object, language: Language) -> Iterator[str]:
    """How long the texts of a field may be: a sentence for the field, or for each key inside it.

    Args:
        annotation: The annotation of the field in the model.
        language: The language to say it in.
    """
    for path, longest in lengths(annotation):
        source, *others = LANGUAGES
        limits = [_length(longest, source, language)]
        for code in others:
            limit = _length(longest, code, language)
            limits.append(language.say(N_("under “{code}” {limit}"), code=code, limit=limit))
        sentence = language.say(N_("at most {limits}."), limits=language.clauses(limits))
        yield f"{language.label(path)} {sentence}" if path else language.capitalized(sentence)


def _length(longest: model.Longest, code: str, language: Language) -> str:
    """The limits of a language, as a reader of another one is told."""
    characters, words = longest.of_language(Language(code).length)
    said = language.say(N_("{n} characters"), n=characters)
    if not words:
        return said
    return language.listing([said, language.say(N_("{n} words"), n=words)], "and")


def lengths(annotation: object, path: str = "") -> Iterator[tuple[str, model.Longest]]:
    """The texts of a limited length that a field holds, by the keys that lead to them.

    Args:
        annotation: The annotation of the field in the model.
        path: The keys that lead to it.
    """
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Annotated and isinstance(arguments[1], model.Longest):
        yield path, arguments[1]
    elif origin is Mapping:
        yield from lengths(arguments[1], path)
    elif arguments:
        yield from (found for inner in arguments for found in lengths(inner, path))
    elif _is_record(annotation):
        for name, hint in annotation.__annotations__.items():
            yield from lengths(hint, f"{path}.{name}".strip("._"))


def _is_record(annotation: object) -> TypeGuard[type[NamedTuple]]:
    """Whether an annotation is a record whose fields are keys in YAML."""
    is_record = isinstance(annotation, type) and hasattr(annotation, "_fields")
    return is_record and annotation not in SHORTHAND
