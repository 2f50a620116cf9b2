"""A command line that reads as declared, taken apart without Typer.

Importing Typer takes longer than all the rest of an answer. A line whose every word fits the table
of the command tree is therefore taken apart here. Any other (one that asks for help, has an option
misspelt or a word too many) is Typer's, from whose declarations the table is generated; a test
compares the two on lines made at random.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from roleguide.cli.delivery import Settings
from roleguide.cli.table import TABLE, Argument, Option


class Call(NamedTuple):
    """A command as it was asked for.

    Attributes:
        command: Its name, or the parameter of an option that goes first.
        values: The values of its own parameters, as far as they are given.
        settings: The options that hold everywhere.
    """

    command: str
    values: dict[str, Any]
    settings: Settings


def parse(argv: Sequence[str]) -> Call | None:
    """The call that a command line makes; None where only Typer can tell."""
    words = iter(argv)
    command = ""
    options = TABLE[""][2]
    found: dict[str, Any] = {}
    free: list[str] = []
    for word in words:
        if word.startswith("-") and word != "-":
            if not _took_option(word, words, options, found):
                return None
        elif command:
            free.append(word)
        elif word in TABLE and word:
            command = word
            options = {**options, **TABLE[command][2]}
        else:
            return None
    if not command or not _took_argument(free, TABLE[command][1], found):
        return None
    settings = {name: found.pop(name) for name in Settings._fields if name in found}
    return Call(command, found, Settings(**settings))


def _took_option(
    word: str, words: Iterator[str], options: Mapping[str, Option], found: dict[str, Any]
) -> bool:
    """Note an option with its value, if that is all there is to it."""
    name, equals, value = word.partition("=")
    if name not in options:
        return False
    parameter, _, kind, _ = options[name]
    if kind == "switch" and not equals:
        found[parameter] = True
        return True
    if not equals:
        value = next(words, "")
    elif not name.startswith("--"):  # `-o=x` means a file called `=x`
        return False
    if not value:  # missing or empty, which is an error nearly always
        return False
    if kind == "value":
        found[parameter] = value
    elif kind == "many":
        found[parameter] = (*found.get(parameter, ()), value)
    return kind in ("value", "many")


def _took_argument(free: list[str], argument: Argument | None, found: dict[str, Any]) -> bool:
    """Note the words that are no options, if they are as many as the command takes."""
    if argument is None:
        return not free
    parameter, _, required, many = argument
    if not free:
        return not required
    found[parameter] = free if many else free[0]
    return many or len(free) == 1
