"""The spec of the commands, `src/roleguide/cli/spec.py`, made from the Typer app: `make spec`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, Literal, get_args, get_origin

from typer.main import get_command

from roleguide.cli import typer_app
from roleguide.cli.parameters import Command, Kind, Parameter, Spec

TARGET: Final = Path(__file__).parents[1] / "src" / "roleguide" / "cli" / "spec.py"
HEAD: Final = '''\
"""Every command with its parameters, generated from their declarations by `make spec`."""

from roleguide.cli.parameters import Command, Kind, Parameter, Spec

SPEC = '''


def spec_of(app: Any) -> Spec:
    """The spec of a Typer app whose commands `typer_app.add` added."""
    commands = {path: _command(command) for path, command in _walk("", get_command(app))}
    kinds = _kinds(typer_app.common)
    common = tuple(_parameter(one, kinds[one.name]) for one in typer_app.common_parameters())
    return Spec(commands, common)


def _walk(path: str, command: Any) -> Iterator[tuple[str, Any]]:
    """A command and all below it, each with the words that call it."""
    yield path, command
    for name, child in getattr(command, "commands", {}).items():
        yield from _walk(f"{path} {name}".lstrip(), child)


def _command(command: Any) -> Command:
    function = command.declares
    kinds = _kinds(function) if function else {}
    is_group = hasattr(command, "commands")
    return Command(
        command.help or "",
        group=command.rich_help_panel or "",
        answers="" if is_group else _place(function),
        examples=tuple((command.epilog or "").splitlines()),
        parameters=tuple(
            _parameter(one, kinds[one.name]) for one in command.params if one.name in kinds
        ),
    )


def _parameter(one: Any, kind: Kind) -> Parameter:
    is_option = one.param_type_name == "option"
    callback = one.callback if is_option and one.is_eager else None
    choice = "|".join(kind.of) if kind.name in ("choice", "language") else ""
    return Parameter(
        one.name,
        kind,
        metavar="" if kind.name == "switch" else one.metavar or choice,
        help=one.help or "{choices}",
        names=tuple(one.opts) if is_option else (),
        required=one.required,
        many=one.multiple if is_option else one.nargs < 0,
        answers=_place(callback.answers) if callback else "",
    )


def _kinds(function: Any) -> dict[str, Kind]:
    """What the values of each parameter are: said beside Typer's words, or by the type."""
    return {name: _kind(*get_args(hint)) for name, hint in typer_app.hints_of(function).items()}


def _kind(type_: Any, info: Any, *more: Any) -> Kind:
    for each in more:
        if isinstance(each, Kind):
            return each
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
