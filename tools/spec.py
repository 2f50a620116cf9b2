"""The spec of the commands, `src/roleguide/cli/spec.py`, made from the Typer app: `make spec`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, Literal, get_args, get_origin

from typer.main import get_command
from typer.models import ParameterInfo

from roleguide.cli import typer_app
from roleguide.cli.options import common
from roleguide.cli.parameters import Command, Kind, Parameter, Spec

TARGET: Final = Path(__file__).parents[1] / "src" / "roleguide" / "cli" / "spec.py"
HEAD: Final = '''\
"""Every command with its parameters, generated from their declarations by `make spec`."""

from roleguide.cli.parameters import Command, Kind, Parameter, Spec

SPEC = '''


def spec_of(app: Any) -> Spec:
    """The spec of a Typer app whose commands `typer_app.add` added."""
    commands = {path: _command(command) for path, command in _walk("", get_command(app))}
    return Spec(commands, _parameters(common, typer_app.common_parameters()))


def _walk(path: str, command: Any) -> Iterator[tuple[str, Any]]:
    """A command and all below it, each with the words that call it."""
    yield path, command
    for name, child in getattr(command, "commands", {}).items():
        yield from _walk(f"{path} {name}".lstrip(), child)


def _command(command: Any) -> Command:
    """A command; its summary is the first line of what is said of it."""
    summary = (command.help or "").partition("\n")[0].removesuffix(".")
    return Command(
        f"{summary[:1].lower()}{summary[1:]}",
        group=command.rich_help_panel or "",
        answers="" if hasattr(command, "commands") else _place(command.declares),
        examples=tuple((command.epilog or "").splitlines()),
        parameters=_parameters(command.declares, command.params) if command.declares else (),
    )


def _parameters(function: Any, made: Iterable[Any]) -> tuple[Parameter, ...]:
    """The parameters of a function, as Typer made them."""
    hints = typer_app.hints_of(function)
    return tuple(_parameter(one, *get_args(hints[one.name])) for one in made if one.name in hints)


def _parameter(one: Any, type_: Any, *said: Any) -> Parameter:
    """A parameter, of what Typer made of it and what is said in its annotation."""
    (info,) = (each for each in said if isinstance(each, ParameterInfo))
    kind = next((each for each in said if isinstance(each, Kind)), _kind(type_, info))
    is_option = one.param_type_name == "option"
    choice = "|".join(kind.of) if kind.name in ("choice", "language") else ""
    return Parameter(
        one.name,
        kind,
        metavar="" if kind.name == "switch" else one.metavar or choice,
        help=one.help or "{choices}",
        names=tuple(one.opts) if is_option else (),
        required=one.required,
        many=one.multiple if is_option else one.nargs < 0,
        answers=_place(info.callback) if info.callback else "",
    )


def _kind(type_: Any, info: ParameterInfo) -> Kind:
    """What values a type allows."""
    plain = typer_app.plain(type_)
    if get_origin(plain) is Literal:
        return Kind("choice", get_args(plain))
    if plain is int:
        return Kind("number", (str(info.min), str(info.max)))
    return Kind("switch" if plain is bool else "text")


def _place(function: Any) -> str:
    return f"{function.__module__}:{function.__qualname__}"


def written(value: object) -> str:
    """A spec, or a part of it, as the expression that makes it."""
    match value:
        case dict():
            items = (f"{written(key)}: {written(item)}" for key, item in value.items())
            return f"{{{', '.join(items)}}}"
        case tuple():
            return f"({', '.join(map(written, value))}{',' if len(value) == 1 else ''})"
        case Spec() | Command() | Parameter() | Kind():
            return f"{type(value).__name__}({', '.join(_fields(value))})"
    return repr(value)


def _fields(value: Any) -> Iterator[str]:
    """The arguments that make a value, without those that are the default."""
    make = type(value).__init__
    code = make.__code__
    named = code.co_varnames[1 : 1 + code.co_argcount - 1 + code.co_kwonlyargcount]
    for at, name in enumerate(named):
        field = getattr(value, name)
        if at < code.co_argcount - 1 - len(make.__defaults__ or ()):
            yield written(field)
        elif field not in ("", (), False):
            yield f"{name}={written(field)}"


if __name__ == "__main__":
    TARGET.write_text(f"{HEAD}{written(spec_of(typer_app.APP))}\n", encoding="utf-8")
