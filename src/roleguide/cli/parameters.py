"""Commands and their parameters as data, and what the values of a parameter are.

Each press of TAB comes this way, so these are plain classes: typing alone would cost it a fifth of
its time.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal, TypeAlias

    KindName: TypeAlias = Literal[
        "switch", "text", "file", "number", "choice", "language", "languages", "record", "page"
    ]


class Kind:
    """What the values of a parameter are: what completes them, and what is allowed.

    Attributes:
        name: No value at all (`switch`); any `text`; a `file`, which the shell completes; a
            `number`; a `choice` of words that a registry knows (where a type knows them, `Literal`
            says so); a `language`, or `languages` with commas between; a `record` of the guides in
            effect; a `page` of the help.
        of: The words of a choice, the languages, the sections of a record, the lowest and the
            highest number; of a file, the option with which it is a record, and of which sections.
    """

    __slots__ = ("name", "of")

    def __init__(self, name: KindName, of: Iterable[str] = ()) -> None:
        self.name = name
        self.of = tuple(of)


def records(*sections: str) -> Kind:
    """Names of records of these sections."""
    return Kind("record", sections)


FILE = Kind("file")


class Parameter:
    """An argument or an option of a command.

    Attributes:
        name: The parameter of the function.
        kind: What its values are.
        metavar: What stands for its value in the help; nothing for a switch.
        help: What it does, with a place for the words of a `choice`.
        names: How the option is written; an argument has none.
        required: Whether the command needs it.
        many: Whether it takes several values.
        answers: The function (`module:name`) that answers in place of the command, whatever else
            is on the line.
    """

    __slots__ = ("answers", "help", "kind", "many", "metavar", "name", "names", "required")

    def __init__(
        self,
        name: str,
        kind: Kind,
        *,
        metavar: str = "",
        help: str = "",  # noqa: A002 — as Typer has it
        names: tuple[str, ...] = (),
        required: bool = False,
        many: bool = False,
        answers: str = "",
    ) -> None:
        self.name = name
        self.kind = kind
        self.metavar = metavar
        self.help = help
        self.names = names
        self.required = required
        self.many = many
        self.answers = answers


class Command:
    """A command; a group of commands has neither arguments nor a function.

    Attributes:
        summary: What question it answers, in a line.
        group: The heading it stands under in the help.
        answers: Its function (`module:name`).
        examples: Lines to try.
        parameters: Its own arguments and options.
    """

    __slots__ = ("answers", "examples", "group", "parameters", "summary")

    def __init__(
        self,
        summary: str,
        *,
        group: str = "",
        answers: str = "",
        examples: tuple[str, ...] = (),
        parameters: tuple[Parameter, ...] = (),
    ) -> None:
        self.summary = summary
        self.group = group
        self.answers = answers
        self.examples = examples
        self.parameters = parameters

    @property
    def arguments(self) -> list[Parameter]:
        """Its arguments, in their order."""
        return [parameter for parameter in self.parameters if not parameter.names]

    @property
    def options(self) -> list[Parameter]:
        """Its own options."""
        return [parameter for parameter in self.parameters if parameter.names]


class Spec:
    """All commands of a program.

    Attributes:
        commands: Each by the words that call it, such as `list` or `new profile`; the program
            itself under no word.
        common: The options that hold everywhere.
    """

    __slots__ = ("commands", "common")

    def __init__(self, commands: dict[str, Command], common: tuple[Parameter, ...]) -> None:
        self.commands = commands
        self.common = common

    def below(self, path: str) -> dict[str, str]:
        """The words that may follow those of a group, each with all the words to there."""
        start = f"{path} " if path else ""
        return {
            rest: words
            for words in self.commands
            if words and words.startswith(start) and " " not in (rest := words[len(start) :])
        }

    def options(self, path: str) -> dict[str, Parameter]:
        """How each option that a command takes is written, its own options first."""
        parameters = (*self.commands[path].options, *self.common_to(path))
        return {name: parameter for parameter in parameters for name in parameter.names}

    def common_to(self, path: str) -> list[Parameter]:
        """The options that hold everywhere, without those that a command has in its own way."""
        own = {parameter.name for parameter in self.commands[path].parameters}
        return [parameter for parameter in self.common if parameter.name not in own]
