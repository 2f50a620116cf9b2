"""The texts inside a record, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from roleguide.language import one_line
from roleguide.reading.consistency.finding import Path
from roleguide.reading.values import LANGUAGE_TAG

_SHOWN: Final = 60
"""How many characters are shown of a text at fault."""


def texts_in(value: object, path: Path = ()) -> Iterator[tuple[Path, Mapping[str, str]]]:
    """The texts inside a record, each with its path."""
    if isinstance(value, Mapping):
        if value and all(map(_is_wording, value.items())):
            yield path, value
            return
        for key, child in value.items():
            yield from texts_in(child, (*path, str(key)))
    elif isinstance(value, tuple):
        names = getattr(value, "_fields", None)
        steps = range(len(value)) if names is None else (name.rstrip("_") for name in names)
        for step, child in zip(steps, value, strict=True):
            yield from texts_in(child, (*path, step))


def words_in(value: object, path: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """What the texts inside a record say, each with its path and its language."""
    for inside, text in texts_in(value, path):
        yield from ((inside, language, words) for language, words in text.items())


def _is_wording(entry: tuple[object, object]) -> bool:
    """Whether an entry of a mapping is a text by its language."""
    return isinstance(entry[1], str) and LANGUAGE_TAG.fullmatch(str(entry[0])) is not None


def shortened(words: str) -> str:
    """The first words of a text, on one line."""
    line = one_line(words)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rpartition(' ')[0]} …"
