"""The values of parameters: words of a command line, checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from roleguide.errors import UsageError
from roleguide.language import N_
from roleguide.language_tags import parse

if TYPE_CHECKING:
    from roleguide.cli.parameters import Parameter


def value_of(parameter: Parameter, words: Sequence[str], path: str) -> object:
    """What words mean as the value of a parameter; where it takes one, the last of them.

    Args:
        parameter: The parameter.
        words: The words given to it, for a switch none.
        path: The words of the command, by which its arguments are called.

    Raises:
        UsageError: It may not have that value.
    """
    if parameter.kind.name == "switch":
        return True
    name = parameter.names[0] if parameter.names else path
    values = [_checked(parameter, name, word) for word in words]
    return values if parameter.many else values[-1]


def _checked(parameter: Parameter, name: str, word: str) -> str | int:
    allowed = parameter.kind.of
    match parameter.kind.name:
        case "choice":
            return choose(name, word, allowed)
        case "number":
            return _number(name, word, *map(int, allowed))
        case "language":
            return _language(name, word, allowed)
        case "languages":
            return ",".join(_language(name, tag, allowed) for tag in word.split(","))
        case "file" if not word:  # as an unset variable makes it: the system's current folder
            text = N_("The path given to {name} is empty; it names no file.")
            raise UsageError(text, name=name)
    return word


def choose(name: str, value: str, allowed: Iterable[str]) -> str:
    """One of the words that a parameter may have, given as itself or by the label readers see.

    Raises:
        UsageError: It is none of them.
    """
    if value in (words := tuple(allowed)):
        return value
    from roleguide.cli import labels  # seldom a label, or something is wrong

    if word := labels.word_of(value, words):
        return word
    text = N_("{option} must be {names}, not {value}.")
    near = labels.near(value, words)
    raise UsageError(text, option=name, names=words, value=value or '""', suggestions=near)


def _number(name: str, value: str, low: int, high: int) -> int:
    """A number within bounds; nothing but ASCII digits is one."""
    digits = value.lstrip("0") or value[-1:]
    if value.isascii() and value.isdigit() and len(digits) <= len(str(high)):
        found = int(digits)
        if low <= found <= high:
            return found
    text = N_("{option} is a number from {low} to {high}, not {value}.")
    raise UsageError(text, option=name, low=low, high=high, value=value or '""')


def _language(name: str, value: str, allowed: Iterable[str]) -> str:
    """The tag of a language that there is."""
    return value if parse(value) else choose(name, value, allowed)
