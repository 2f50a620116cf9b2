"""Values as YAML text, in the style of the built-in guide: a language a line, prose in blocks."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from textwrap import wrap
from typing import Final, cast

WIDTH: Final = 100
"""Columns that a line may take; a word or a short list without a place to break takes more."""

LEVELS: Final = frozenset("12345")

_STEP: Final = "  "

_WORD: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:[-.]{1,2}[A-Za-z0-9_]+)*|[0-9]{4}-[0-9]{2}")
_TAKEN: Final = re.compile(r"(?i)y|n|yes|no|on|off|true|false|null")
"""Words that some readers of YAML take for something else than a word."""

_ESCAPED: Final = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_FOLDS: Final = re.compile(r"[^\s]+(?: [^\s]+)*", re.ASCII)
"""What can stand in a folded block: lines break at single spaces, and at no hard space."""

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-\w+)*|[mf]")
"""Keys whose values never share a line."""


def yaml_text(value: Mapping[str, object]) -> str:
    """A mapping as a YAML document."""
    return "\n".join([*mapping_lines(value, 0), ""])


def mapping_lines(value: Mapping[str, object], depth: int) -> Iterator[str]:
    """The entries of a mapping, a line or more each.

    Args:
        value: The mapping.
        depth: How many levels enclose it.
    """
    indent = _STEP * depth
    for key, child in value.items():
        head = f"{indent}{_key(key)}:"
        grows = depth == 1 and child and isinstance(child, Mapping)  # a record
        inline = "" if grows else _inline(child, len(head) + 1)
        if inline:
            yield f"{head} {inline}"
        elif isinstance(child, str):
            yield f"{head} >-"
            yield from _folded(child, depth + 1)
        elif isinstance(child, Mapping):
            yield head
            yield from mapping_lines(child, depth + 1)
        else:
            yield head
            yield from _list_lines(cast("list[object]", child), depth + 1)


def _list_lines(items: list[object], depth: int) -> Iterator[str]:
    indent = _STEP * depth
    for item in items:
        if inline := _inline(item, len(indent) + 2):
            yield f"{indent}- {inline}"
        elif isinstance(item, str):
            yield f"{indent}- >-"
            yield from _folded(item, depth + 1)
        else:
            first, *rest = mapping_lines(cast("Mapping[str, object]", item), depth + 1)
            yield f"{indent}- {first.removeprefix(indent + _STEP)}"
            yield from rest


def _inline(value: object, column: int) -> str:
    """A value that stands on the line of its key; nothing where it takes lines of its own."""
    if isinstance(value, str):
        text = _word(value)
        return text if column + len(text) <= WIDTH or not _FOLDS.fullmatch(value) else ""
    if not isinstance(value, Mapping | list):
        return json.dumps(value)
    words = _flow(value)
    return words if not value or column + len(words) <= WIDTH else ""


def _flow(value: Mapping[str, object] | list[object]) -> str:
    """A list or a mapping in brackets or braces, where it holds single words and numbers alone."""
    if isinstance(value, Mapping):
        languages = any(_LANGUAGE.fullmatch(key) for key in value)
        words = None if languages else _words(value.values())
        pairs = (f"{_key(key)}: {word}" for key, word in zip(value, words or (), strict=False))
        return "" if words is None else f"{{{', '.join(pairs)}}}"
    words = _words(value)
    return "" if words is None else f"[{', '.join(words)}]"


def _words(items: Collection[object]) -> list[str] | None:
    """Values as they stand between brackets; None if one of them is neither word nor number."""
    found = [
        item if isinstance(item, str) else json.dumps(item) for item in items if _is_short(item)
    ]
    return found if len(found) == len(items) else None


def _is_short(value: object) -> bool:
    return _word(value) == value if isinstance(value, str) else isinstance(value, int | float)


def _key(key: str) -> str:
    """A key; the number of a level stands as it is, since a key is always a text."""
    return key if key in LEVELS else _word(key)


def _word(text: str) -> str:
    """A text as it is where it is a word, else in double quotes."""
    if _WORD.fullmatch(text) and not _TAKEN.fullmatch(text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _folded(text: str, depth: int) -> Iterator[str]:
    indent = _STEP * depth
    lines = wrap(text, WIDTH - len(indent), break_long_words=False, break_on_hyphens=False)
    yield from (f"{indent}{line}" for line in lines)
