"""How the files of the guide are written: the style of their scalars, their order, their head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final, NamedTuple

import yaml

LICENCE: Final = "CC BY 4.0, see LICENSE-DATA."

_LANGUAGE_KEYS = frozenset({"en", "fr", "m", "f"})
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVER: Any = yaml.SafeLoader("")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_TRUTH = re.compile(r"true|false")


class Written(NamedTuple):
    """A value as it is written.

    Attributes:
        place: Where it stands, dotted.
        line: Its line in the file, from 1.
        text: What it says; None for a mapping or a list.
        style: `"`, `'`, `>`, `|` or empty for a plain scalar; `flow` or `block` otherwise.
        keys: The keys of a mapping.
    """

    place: str
    line: int
    text: str | None
    style: str
    keys: tuple[str, ...] = ()


@cache
def written(text: str) -> tuple[Written, ...]:
    """Every value in a YAML file, in order."""
    root = yaml.compose(text, _Loader)
    return () if root is None else tuple(_values(root, ""))


def _values(node: Any, place: str) -> Iterator[Written]:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        yield Written(place, line, node.value, node.style or "")
        return
    style = "flow" if node.flow_style else "block"
    if isinstance(node, yaml.MappingNode):
        yield Written(place, line, None, style, tuple(k.value for k, _ in node.value))
        for key, child in node.value:
            where = f"{place}.{key.value}" if place else str(key.value)
            yield from _values(child, where)
        return
    yield Written(place, line, None, style)
    for position, child in enumerate(node.value):
        yield from _values(child, f"{place}.{position}")


def prose_is_quoted(text: str) -> list[str]:
    """Plain scalars are single words; others are double-quoted or folded without a last break."""
    problems = []
    for value in written(text):
        if value.text is None:
            continue
        if not value.style and re.search(r"\s", value.text):
            problems.append(f"line {value.line}, {value.place}: several words without quotes")
        if value.style in ("'", "|"):
            problems.append(f"line {value.line}, {value.place}: written with {value.style}")
        if value.style == ">" and value.text.endswith("\n"):
            problems.append(f"line {value.line}, {value.place}: folded with >, not with >-")
        if value.style == ">" and "\n" in value.text.rstrip("\n"):
            problems.append(f"line {value.line}, {value.place}: a line break inside")
    return problems


def a_language_a_line(text: str) -> list[str]:
    """Languages and genders stand below each other, never in braces."""
    return [
        f"line {value.line}, {value.place}: languages in braces"
        for value in written(text)
        if value.style == "flow" and _LANGUAGE_KEYS & set(value.keys)
    ]


def means_what_it_says(text: str) -> list[str]:
    """Plain words that older readers of YAML take for something else (`yes`, `on`) are quoted."""
    return [
        f"line {value.line}, {value.place}: {value.text} may be read as something else"
        for value in written(text)
        if value.text is not None and value.style == ""
        if not (_NUMBER.fullmatch(value.text) or _TRUTH.fullmatch(value.text))
        if _RESOLVER.resolve(yaml.ScalarNode, value.text, (True, False)) != "tag:yaml.org,2002:str"
    ]


def in_order(text: str) -> list[str]:
    """The ids of each section stand in alphabetical order."""
    return [
        f"{section.place}: {later} stands after {earlier}"
        for section in written(text)
        if section.place and "." not in section.place and section.place != "guide"
        for earlier, later in zip(section.keys, section.keys[1:], strict=False)
        if later < earlier
    ]


def headed(text: str, section: str) -> list[str]:
    """A file begins with comments: what it holds, and the licence; it holds its section alone."""
    head = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        head.append(line)
    problems = []
    name = section.replace("_", " ").capitalize()
    if not head or not re.match(rf"# (?:{name}: |The built-in guide\.)", head[0]):
        problems.append(f"begins with {text[:30]!r}, not with a comment on what it holds")
    if LICENCE not in "\n".join(head):
        problems.append("its head does not name the licence")
    if list(written(text)[0].keys) != [section]:
        problems.append(f"does not hold {section} alone")
    return problems


def tidy(text: str) -> list[str]:
    """No tabs, no blanks at the ends of lines, one line break at the end."""
    problems = [
        f"line {number}: a tab or a blank at the end"
        for number, line in enumerate(text.split("\n"), start=1)
        if "\t" in line or line != line.rstrip(" ")
    ]
    if not text.endswith("\n") or text.endswith("\n\n"):
        problems.append("does not end with one line break")
    return problems
