"""What can be wrong with a command line, in the same words whoever took it apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from roleguide.errors import UsageError
from roleguide.language import N_, Message
from roleguide.language_tags import parse

if TYPE_CHECKING:
    from roleguide.cli.parameters import Parameter


class NoCommand(UsageError):
    """There is no such command.

    Attributes:
        rest: The words of the line from there on, if the program itself has no such command.
    """

    rest: Sequence[str] = ()


def no_command(words: Sequence[str], known: Iterable[str], path: str) -> NoCommand:
    """There is no command in a group that the first of these words calls."""
    text = Message(
        N_("There is no command {name}."), {"name": f"{path} {words[0]}".lstrip() or '""'}
    )
    remedy = Message(N_("See {command}."), {"command": help_of(path)})
    error = NoCommand(
        text, suggestions=near(words[0], dict.fromkeys(known, ""), most=2), remedy=remedy
    )
    error.rest = () if path else tuple(words)
    return error


def no_option(name: str, known: Mapping[str, Parameter], path: str) -> UsageError:
    """The command has no such option; `--context` may be meant for `--in CONTEXT`."""
    takes = {written: option.metavar for written, option in known.items()}
    text = Message(N_("There is no option {name}."), {"name": name})
    return _error(text, path, near(name, takes))


def no_value(name: str, path: str) -> UsageError:
    """An option ends the line that needs a value."""
    return _error(Message(N_("{name} needs a value."), {"name": name}), path)


def no_room(name: str, path: str) -> UsageError:
    """A value is given to an option that takes none."""
    return _error(Message(N_("{name} takes no value."), {"name": name}), path)


def missing(metavar: str, path: str) -> UsageError:
    """The command needs an argument that is not given."""
    return _error(Message(N_("{name} is missing."), {"name": Message(metavar)}), path)


def too_many(word: str, path: str) -> UsageError:
    """The command takes fewer arguments."""
    text = N_("{value} is one argument too many; a name of several words stands in quotes.")
    return _error(Message(text, {"value": word}), path)


def choose(name: str, value: str, allowed: Iterable[str], path: str = "") -> str:
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
    values = {"option": name, "names": words, "value": value or '""'}
    raise _refused(Message(text, values), path, labels.near(value, words))


def number(name: str, value: str, low: int, high: int, path: str) -> int:
    """A number that a parameter may have; nothing but ASCII digits is one.

    Raises:
        UsageError: It is none, or out of bounds.
    """
    digits = value.lstrip("0") or value[-1:]
    if value.isascii() and value.isdigit() and len(digits) <= len(str(high)):
        found = int(digits)
        if low <= found <= high:
            return found
    text = N_("{option} is a number from {low} to {high}, not {value}.")
    values = {"option": name, "low": low, "high": high, "value": value or '""'}
    raise _refused(Message(text, values), path)


def file(name: str, value: str, path: str) -> str:
    """A path as it was given; an empty one, as an unset variable makes it, names nothing.

    Raises:
        UsageError: It is empty. The system's functions would take it for the current folder.
    """
    if value:
        return value
    text = N_("The path given to {name} is empty; it names no file.")
    raise _refused(Message(text, {"name": name}), path)


def language(name: str, value: str, allowed: Iterable[str], path: str) -> str:
    """The tag of a language that there is.

    Raises:
        UsageError: There is none of that tag.
    """
    return value if parse(value) else choose(name, value, allowed, path)


def near(word: str, known: Mapping[str, str], most: int = 1) -> list[str]:
    """The known words, each with what is said of it, for which an unknown one may be meant."""
    from roleguide.cli.likely_words import suggestions  # where something is wrong

    return suggestions(word, known, most)


def help_of(path: str) -> str:
    """The command that shows the help of a command."""
    return " ".join(("roleguide", *path.split(), "--help"))


def _error(text: Message, path: str, suggestions: Sequence[str] = ()) -> UsageError:
    remedy = Message(N_("See {command}."), {"command": help_of(path)})
    return UsageError(text, suggestions=suggestions, remedy=remedy)


def _refused(text: Message, path: str, suggestions: Sequence[str] = ()) -> UsageError:
    error = UsageError(text, suggestions=suggestions)
    error.ask = help_of(path)
    return error
