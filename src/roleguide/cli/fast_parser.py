"""A command line taken apart by the generated spec, without Typer.

Importing Typer takes longer than all the rest of an answer, so nearly every line is taken apart
here, help and slips too. What is left to Typer, from whose declarations the spec is generated, is
rare: the end of options (`--`), and short options that run together with one another or with their
value. A test compares the two on lines made at random.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from roleguide.cli import usage
from roleguide.cli.call import Call, call_first, make_call
from roleguide.cli.spec import SPEC

if TYPE_CHECKING:
    from roleguide.cli.parameters import Command, Parameter, Spec


class _Unusual(Exception):
    """Something that only Typer takes apart."""


def parse(argv: Sequence[str], spec: Spec = SPEC) -> Call | None:
    """The call that a command line asks for; None where only Typer can tell.

    Raises:
        UsageError: It asks for nothing that can be.
    """
    try:
        return _parse(deque(argv), spec)
    except _Unusual:
        return None


def _parse(words: deque[str], spec: Spec) -> Call:
    path = ""
    levels: list[dict[str, list[str]]] = []
    while True:
        below = spec.below(path)
        level = _Level(spec.options(path), path)
        free = level.take(words, whole=not below)
        levels.append(level.given)
        if level.first:
            return call_first(path, level.first, level.given[level.first.name])
        if not below:
            _place(free, spec.commands[path], level.given, path)
            return make_call(spec, path, levels)
        if not words:
            raise usage.missing("COMMAND", path)
        if words[0] not in below:
            raise usage.no_command([*words], below, path)
        path = below[words.popleft()]


class _Level:
    """The options given to the program, to a group of commands, or to a command.

    Attributes:
        given: The words given to each of them.
        first: The first one that is answered whatever else is on the line.
    """

    def __init__(self, options: Mapping[str, Parameter], path: str) -> None:
        self.given: dict[str, list[str]] = {}
        self.first: Parameter | None = None
        self._options = options
        self._path = path

    def take(self, words: deque[str], *, whole: bool) -> list[str]:
        """Take options off a line, and what is none: up to the first such word, or all of it."""
        free: list[str] = []
        while words:
            if not words[0].startswith("-") or words[0] == "-":
                if not whole:
                    break
                free.append(words.popleft())
            else:
                self._take_option(words.popleft(), words)
        return free

    def _take_option(self, word: str, words: deque[str]) -> None:
        option, name, value = self._named(word)
        given = self.given.setdefault(option.name, [])
        if option.answers:
            self.first = self.first or option
        if option.kind.name == "switch":
            if value is not None:
                raise usage.no_room(name, self._path)
        elif value is None and not words:
            raise usage.no_value(name, self._path)
        else:
            given.append(words.popleft() if value is None else value)

    def _named(self, word: str) -> tuple[Parameter, str, str | None]:
        """The option that a word names, how it is written, and the value behind its `=`."""
        if word == "--":
            raise _Unusual
        is_long = word.startswith("--")
        name, equals, value = word.partition("=") if is_long else (word[:2], word[2:], "")
        if name not in self._options:
            raise usage.no_option(name, self._options, self._path)
        if equals and not is_long:
            raise _Unusual
        return self._options[name], name, value if equals else None


def _place(words: list[str], command: Command, given: dict[str, list[str]], path: str) -> None:
    """Give each argument its words, and see that there are neither too few nor too many."""
    rest = _share(words, command.arguments, given)
    lacking = [one for one in command.parameters if one.required and one.name not in given]
    if lacking:
        raise usage.missing(lacking[0].metavar, path)
    if rest:
        raise usage.too_many(rest[0], path)


def _share(words: list[str], arguments: list[Parameter], given: dict[str, list[str]]) -> list[str]:
    """Give each argument its words; those after one that takes several are served before it."""
    star = next((at for at, one in enumerate(arguments) if one.many), len(arguments))
    given |= {one.name: [word] for one, word in zip(arguments, words[:star], strict=False)}
    rest = words[star:]
    for argument in reversed(arguments[star + 1 :]):
        given |= {argument.name: [rest.pop()]} if rest else {}
    if rest and star < len(arguments):
        given[arguments[star].name] = rest
        return []
    return rest
