"""The command tree as plain data: what completion, the manual and the reference are made from."""

from __future__ import annotations

from typing import Any, NamedTuple

from roleguide.cli.commands import COMMANDS
from roleguide.cli.layer import Root, common_names
from roleguide.language import Language


class Option(NamedTuple):
    """An option: its names, the placeholder of its value (empty for a switch), its help."""

    names: tuple[str, ...]
    metavar: str
    help: str


class Argument(NamedTuple):
    """An argument: its placeholder, its help, and whether it may be left out."""

    metavar: str
    help: str
    optional: bool


class Branch(NamedTuple):
    """A command with its own arguments and options; the common ones stand once, at the root."""

    arguments: tuple[Argument, ...]
    options: tuple[Option, ...]


def branches() -> dict[str, Branch]:
    """Every command, and under the empty name what holds everywhere."""
    root = Root(Language("en"))
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
        tuple(Argument(a.metavar, a.help, not a.required) for a in arguments),
        tuple(Option(tuple(o.opts), "" if o.is_flag else o.metavar, o.help) for o in options),
    )


def table() -> str:
    """The module `cli/table.py`: the tree as a literal, read without building the commands."""
    lines = [
        '"""The command tree as data, for completion: generated, see `make table`."""',
        "",
        "from typing import Final",
        "",
        "# Of each command: the placeholder of its argument, then its options with that of their",
        "# value and their help.",
        "TABLE: Final[dict[str, tuple[str, dict[str, tuple[str, str]]]]] = {",
    ]
    for name, branch in branches().items():
        argument = branch.arguments[0].metavar if branch.arguments else ""
        lines += [f"    {_quoted(name)}: (", f"        {_quoted(argument)},", "        {"]
        for option in branch.options:
            for spelling in option.names:
                help_ = _quoted(option.help)
                lines += [
                    f"            {_quoted(spelling)}: (",
                    f"                {_quoted(option.metavar)},",
                    f"                {help_},",
                    "            ),",
                ]
        lines += ["        },", "    ),"]
    return "\n".join([*lines, "}", ""])


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    from pathlib import Path

    Path(__file__).with_name("table.py").write_text(table(), encoding="utf-8")
