"""A command line taken apart by the generated spec.

Importing Typer, in whose words the spec is declared, takes longer than all the rest of an answer.
So nothing that is run imports it; what a line means is what Typer would make of it.
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


def parse(argv: Sequence[str], spec: Spec = SPEC) -> Call:
    """The call that a command line asks for.

    Raises:
        UsageError: It asks for nothing that can be.
    """
    words = deque(argv)
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
            if words[0] == "--":
                words.popleft()
                return [*free, *words] if whole else free
            if words[0].startswith("--"):
                self._take_long(words.popleft(), words)
            elif words[0].startswith("-") and words[0] != "-":
                self._take_short(words.popleft(), words)
            elif whole:
                free.append(words.popleft())
            else:
                break
        return free

    def _take_long(self, word: str, words: deque[str]) -> None:
        """Take an option off a line, with its value: behind a `=`, or the next word."""
        name, equals, value = word.partition("=")
        if not self._note(name):
            self._take_value(name, value if equals else None, words)
        elif equals:
            raise usage.no_room(name, self._path)

    def _take_short(self, word: str, words: deque[str]) -> None:
        """Take short options off a line, which may run together, the last one with its value."""
        for at, letter in enumerate(word[1:], start=2):
            if not self._note(f"-{letter}"):
                self._take_value(f"-{letter}", word[at:] or None, words)
                break

    def _note(self, name: str) -> bool:
        """Note that an option is given, and tell whether it takes no value."""
        if name not in self._options:
            raise usage.no_option(name, self._options, self._path)
        option = self._options[name]
        self.given.setdefault(option.name, [])
        if option.answers:
            self.first = self.first or option
        return option.kind.name == "switch"

    def _take_value(self, name: str, value: str | None, words: deque[str]) -> None:
        if value is None and not words:
            raise usage.no_value(name, self._path)
        value = words.popleft() if value is None else value
        self.given[self._options[name].name].append(value)


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
