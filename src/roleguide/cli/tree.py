"""The command tree as plain data: what completion, the manual and the reference are made from."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from roleguide.cli.commands import COMMANDS
from roleguide.cli.typer_app import Root, common_names


class Option(NamedTuple):
    """An option.

    Attributes:
        names: How it is written.
        metavar: The placeholder of its value; empty for a switch.
        help: What it does.
        parameter: The function's parameter.
        kind: Whether it has a `value`, `many` of them, is a `switch`, or goes `first`, whatever
            else is on the line.
    """

    names: tuple[str, ...]
    metavar: str
    help: str
    parameter: str
    kind: Literal["value", "many", "switch", "first"]


class Argument(NamedTuple):
    """An argument.

    Attributes:
        metavar: Its placeholder.
        help: What it is.
        parameter: The function's parameter.
        required: Whether the command needs one.
        many: Whether it takes several.
    """

    metavar: str
    help: str
    parameter: str
    required: bool
    many: bool


class Branch(NamedTuple):
    """A command with its own arguments and options; the common ones stand once, at the root."""

    arguments: tuple[Argument, ...]
    options: tuple[Option, ...]


def branches() -> dict[str, Branch]:
    """Every command, and under the empty name what holds everywhere."""
    root = Root()
    context: Any = None
    tree = {"": _branch(root.params)}
    for name in COMMANDS:
        parameters = root.get_command(context, name).params
        own = [parameter for parameter in parameters if parameter.name not in common_names()]
        tree[name] = _branch(own)
    return tree


def _branch(parameters: list[Any]) -> Branch:
    arguments = [p for p in parameters if p.param_type_name == "argument"]
    options = [p for p in parameters if p.param_type_name == "option"]
    return Branch(
        tuple(Argument(a.metavar, a.help, a.name, a.required, a.nargs < 0) for a in arguments),
        tuple(_option(option) for option in options),
    )


def _option(option: Any) -> Option:
    kind: Literal["value", "many", "switch", "first"] = "value"
    if option.is_eager:
        kind = "first"
    elif option.is_flag:
        kind = "switch"
    elif option.multiple:
        kind = "many"
    metavar = "" if option.is_flag else option.metavar
    return Option(tuple(option.opts), metavar, option.help, option.name, kind)


def table() -> str:
    """The module `cli/table.py`: the tree as a literal, read without building the commands."""
    lines = [
        '"""The command tree as data: generated from the declarations by `make table`.',
        "",
        "Of each command, its summary, its argument if it has one (parameter, placeholder, whether",
        "it is required, whether it takes several) and its options by how they are written",
        "(parameter, placeholder of the value, kind, help). Under the empty name, the options of",
        "the program. Plain tuples, and nothing imported: completion reads this at each press.",
        '"""',
        "",
        "Argument = tuple[str, str, bool, bool]",
        "Option = tuple[str, str, str, str]",
        "",
        "TABLE: dict[str, tuple[str, Argument | None, dict[str, Option]]] = {",
    ]
    for name, branch in branches().items():
        summary = COMMANDS[name].summary if name else ""
        lines += [f"    {_quoted(name)}: (", f"        {_quoted(summary)},"]
        lines += [f"        {_argument(branch.arguments)},", "        {"]
        for option in branch.options:
            fields = (option.parameter, option.metavar, option.kind, option.help)
            for spelling in option.names:
                lines.append(f"            {_quoted(spelling)}: (")
                lines += [f"                {_quoted(field)}," for field in fields]
                lines.append("            ),")
        lines += ["        },", "    ),"]
    return "\n".join([*lines, "}", ""])


def _argument(arguments: tuple[Argument, ...]) -> str:
    """The only argument of a command; two would need a parser that knows which is which."""
    if not arguments:
        return "None"
    (only,) = arguments
    return f"({_quoted(only.parameter)}, {_quoted(only.metavar)}, {only.required}, {only.many})"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    from pathlib import Path

    Path(__file__).with_name("table.py").write_text(table(), encoding="utf-8")
