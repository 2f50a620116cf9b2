"""What a command line asks for: a function, the values of its parameters, the common options."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, cast

from roleguide.cli import usage

if TYPE_CHECKING:
    from roleguide.cli.answer import Answer, PlainText, Stream
    from roleguide.cli.parameters import Parameter, Spec

Given: TypeAlias = Mapping[str, Sequence[str]]
"""The words given to each parameter, for a switch none."""


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
        return cast(
            "Callable[..., Answer | PlainText | Stream]", getattr(import_module(module), name)
        )


def make_call(spec: "Spec", path: str, levels: Sequence[Given]) -> Call:
    """The call of a command.

    Args:
        spec: All commands.
        path: The words of the command.
        levels: What was given to the program, to each group, and to the command.

    Raises:
        UsageError: A value is none that its parameter may have.
    """
    command = spec.commands[path]
    values = {
        parameter.name: _value(parameter, levels[-1][parameter.name], path)
        for parameter in command.parameters
        if parameter.name in levels[-1]
    }
    settings: dict[str, Any] = {}
    for option in spec.common_to(path):
        given = [level[option.name] for level in levels if option.name in level]
        if given:
            settings[option.name] = _value(
                option, [word for words in given for word in words], path
            )
    return Call(path, command.answers, values, Settings(**settings))


def call_first(path: str, option: "Parameter", words: Sequence[str]) -> Call:
    """The call of an option that is answered whatever else is on the line."""
    values = {option.name: _value(option, words, path)} if words else {}
    if option.name == "help":
        values = {"topic": path or None}
    return Call(path, option.answers, values, Settings())


def _value(parameter: "Parameter", words: Sequence[str], path: str) -> object:
    if parameter.kind.name == "switch":
        return True
    if not parameter.many:
        return _checked(parameter, words[-1], path)  # the last of several
    return [_checked(parameter, word, path) for word in words]


def _checked(parameter: "Parameter", word: str, path: str) -> str | int:
    """A word as a value of its parameter."""
    kind = parameter.kind
    name = parameter.names[0] if parameter.names else path
    match kind.name:
        case "choice":
            return usage.choose(name, word, kind.of, path)
        case "number":
            low, high = kind.of
            return usage.number(name, word, int(low), int(high), path)
        case "file":
            return usage.file(name, word, path)
        case "language":
            return usage.language(name, word, kind.of, path)
        case "languages":
            return ",".join(usage.language(name, w, kind.of, path) for w in word.split(","))
    return word
