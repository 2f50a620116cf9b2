"""A command line taken apart by the generated spec.

Importing Typer, in whose words the spec is declared, takes longer than all the rest of an answer.
So nothing that is run imports it; what a line means is what Typer would make of it.
"""

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from roleguide.cli.parameter_values import value_of
from roleguide.cli.spec import SPEC
from roleguide.errors import UsageError
from roleguide.language import N_, Message

if TYPE_CHECKING:
    from roleguide.cli.answer import Answer, PlainText, Stream
    from roleguide.cli.parameters import Parameter, Spec


class Settings(NamedTuple):
    """The options that hold everywhere."""

    lang: str | None = None
    format: str | None = None
    output: str | None = None
    guide: Sequence[str] = ()
    color: str = "auto"
    width: int | None = None


class Call(NamedTuple):
    """A command as it was asked for.

    Attributes:
        path: The words of the command.
        answers: The function that answers (`module:name`).
        values: The values of its parameters, as far as they are given.
        settings: The options that hold everywhere.
    """

    path: str
    answers: str
    values: dict[str, object]
    settings: Settings

    @property
    def function(self) -> "Callable[..., Answer | PlainText | Stream]":
        """The function that answers; its module is imported now and not before."""
        module, _, name = self.answers.partition(":")
        function: Callable[..., Answer | PlainText | Stream] = getattr(import_module(module), name)
        return function


class NoCommand(UsageError):
    """There is no such command.

    Attributes:
        rest: The words of the line from there on, if the program itself has no such command.
    """

    rest: Sequence[str] = ()


def parse(argv: Sequence[str], spec: "Spec" = SPEC) -> Call:
    """The call that a command line asks for.

    Raises:
        UsageError: It asks for nothing that can be.
    """
    line = _Line(argv, spec)
    try:
        return line.call()
    except UsageError as error:
        error.ask = help_of(line.path)
        raise


def help_of(path: str) -> str:
    """The command that shows the help of a command."""
    return " ".join(("roleguide", *path.split(), "--help"))


class _Line:
    """A line that is being taken apart.

    Attributes:
        path: The words of the command, as far as they are read.
    """

    def __init__(self, argv: Sequence[str], spec: "Spec") -> None:
        self.path = ""
        self._spec = spec
        self._words = deque(argv)
        self._given: dict[str, list[str]] = {}  # to each parameter, for a switch nothing
        self._first: Parameter | None = None  # is answered whatever else is on the line

    def call(self) -> Call:
        """What the rest of the line asks for."""
        self._options = self._spec.options(self.path)
        below = self._spec.below(self.path)
        free = self._take(whole=not below)
        if self._first:
            return self._call_first(self._first)
        if not below:
            return self._call_command(self._place(free))
        if not self._words:
            raise _missing("COMMAND")
        if self._words[0] not in below:
            raise _no_command([*self._words], below, self.path)
        self.path = below[self._words.popleft()]
        for own in self._spec.commands[self.path].parameters:
            self._given.pop(own.name, None)  # given to the program, which means something else
        return self.call()

    def _take(self, *, whole: bool) -> list[str]:
        """Take options off the line, and what is none: up to the first such word, or all of it."""
        free: list[str] = []
        while self._words:
            if self._words[0] == "--":
                self._words.popleft()
                return [*free, *self._words] if whole else free
            if self._words[0].startswith("-") and self._words[0] != "-":
                self._take_option(self._words.popleft())
            elif whole:
                free.append(self._words.popleft())
            else:
                break
        return free

    def _take_option(self, word: str) -> None:
        """Take an option with its value; short ones may run together, the last one with its."""
        if word.startswith("--"):
            name, equals, value = word.partition("=")
            if not self._note(name):
                self._take_value(name, value if equals else None)
            elif equals:
                raise UsageError(N_("{name} takes no value."), name=name)
            return
        for at, letter in enumerate(word[1:], start=2):
            if not self._note(f"-{letter}"):
                self._take_value(f"-{letter}", word[at:] or None)
                break

    def _note(self, name: str) -> bool:
        """Note that an option is given, and tell whether it takes no value."""
        if name not in self._options:
            raise _no_option(name, self._options, self.path)
        option = self._options[name]
        self._given.setdefault(option.name, [])
        if option.answers:
            self._first = self._first or option
        return option.kind.name == "switch"

    def _take_value(self, name: str, value: str | None) -> None:
        if value is None and not self._words:
            raise UsageError(N_("{name} needs a value."), name=name)
        value = self._words.popleft() if value is None else value
        self._given[self._options[name].name].append(value)

    def _place(self, words: list[str]) -> list[str]:
        """Give each argument its words, those after one that takes several before it; the rest."""
        arguments, given = self._spec.commands[self.path].arguments, self._given
        star = next((at for at, one in enumerate(arguments) if one.many), len(arguments))
        given |= {one.name: [word] for one, word in zip(arguments, words[:star], strict=False)}
        rest = words[star:]
        for argument in reversed(arguments[star + 1 :]):
            given |= {argument.name: [rest.pop()]} if rest else {}
        if rest and star < len(arguments):
            given[arguments[star].name], rest = rest, []
        return rest

    def _call_command(self, rest: Sequence[str]) -> Call:
        command = self._spec.commands[self.path]
        for one in command.parameters:
            if one.required and one.name not in self._given:
                raise _missing(one.metavar)
        if rest:
            text = N_("{value} is one argument too many; a name of several words stands in quotes.")
            raise UsageError(text, value=rest[0])
        values = self._values(command.parameters)
        settings: dict[str, Any] = self._values(self._spec.common_to(self.path))
        return Call(self.path, command.answers, values, Settings(**settings))

    def _call_first(self, option: "Parameter") -> Call:
        values = self._values([option]) if self._given[option.name] else {}
        if option.name == "help":
            values = {"topic": self.path or None}
        return Call(self.path, option.answers, values, Settings())

    def _values(self, parameters: Iterable["Parameter"]) -> dict[str, object]:
        """The values of those of the parameters that are given."""
        return {
            one.name: value_of(one, self._given[one.name], self.path)
            for one in parameters
            if one.name in self._given
        }


def _missing(metavar: str) -> UsageError:
    return UsageError(N_("{name} is missing."), name=Message(metavar))


def _no_command(words: Sequence[str], known: Iterable[str], path: str) -> NoCommand:
    """There is no command in a group that the first of these words calls."""
    from roleguide.cli.likely_words import suggestions  # where something is wrong

    error = NoCommand(
        N_("There is no command {name}."),
        name=f"{path} {words[0]}".lstrip() or '""',
        suggestions=suggestions(words[0], dict.fromkeys(known, ""), most=2),
        see=help_of(path),
    )
    error.rest = () if path else tuple(words)
    return error


def _no_option(name: str, known: Mapping[str, "Parameter"], path: str) -> UsageError:
    """The command has no such option; `--context` may be meant for `--in CONTEXT`."""
    from roleguide.cli.likely_words import suggestions  # where something is wrong

    takes = {written: option.metavar for written, option in known.items()}
    text, near = N_("There is no option {name}."), suggestions(name, takes)
    return UsageError(text, name=name, suggestions=near, see=help_of(path))
