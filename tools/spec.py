"""The spec of the commands, `src/roleguide/cli/spec.py`, made from the Typer app: `make spec`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import copy
from inspect import Parameter as Declared
from inspect import Signature, getdoc, signature
from pathlib import Path
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    TypeAlias,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import typer
from typer.main import get_command
from typer.models import ParameterInfo

from roleguide.cli import typer_app
from roleguide.cli.options import common
from roleguide.cli.parameters import Command, Kind, Parameter, Spec
from roleguide.cli.session import Session

Answering: TypeAlias = Callable[..., object]
"""A function of a session and values that returns an answer."""

TARGET: Final = Path(__file__).parents[1] / "src" / "roleguide" / "cli" / "spec.py"
HEAD: Final = '''\
"""Every command with its parameters, generated from their declarations by `make spec`."""

from roleguide.cli.parameters import Command, Kind, Parameter, Spec

SPEC = '''


def spec_of(app: typer.Typer) -> Spec:
    """The spec of a Typer app whose commands `typer_app.add` added."""
    root: Any = app.registered_callback
    program = Command(
        _summary(root.help),
        examples=_lines(root.epilog),
        parameters=_parameters(root.callback),
    )
    return Spec({"": program, **dict(_commands(app, ""))}, _parameters(common))


def _commands(app: typer.Typer, start: str) -> Iterator[tuple[str, Command]]:
    """All commands of an app and of the groups below it, each with the words that call it."""
    for command in app.registered_commands:
        function: Any = command.callback
        yield (
            f"{start}{command.name or function.__name__}",
            Command(
                _summary(getdoc(function)),
                group=_text(command.rich_help_panel),
                answers=_place(function),
                examples=_lines(command.epilog),
                parameters=_parameters(function),
            ),
        )
    for below in app.registered_groups:
        group = _text(below.rich_help_panel)
        examples = _lines(below.epilog)
        yield f"{start}{below.name}", Command(_summary(below.help), group=group, examples=examples)
        if below.typer_instance:
            yield from _commands(below.typer_instance, f"{start}{below.name} ")


def _summary(said: object) -> str:
    """The first line of what is said of a command, as it stands in a list."""
    summary = _text(said).partition("\n")[0].removesuffix(".")
    return f"{summary[:1].lower()}{summary[1:]}"


def _lines(said: object) -> tuple[str, ...]:
    return tuple(_text(said).splitlines())


def _text(said: object) -> str:
    """What was given to Typer, which has an object of its own for what was not."""
    return said if isinstance(said, str) else ""


def _parameters(function: Answering) -> tuple[Parameter, ...]:
    """The parameters of a function that have a value on the command line, as Typer makes them."""
    found = signature(function).parameters.values()
    valued = [each for each in found if each.annotation != Session.__name__]
    hints = _hints(function, valued)
    alone = typer.Typer(add_completion=False)
    alone.command(add_help_option=False)(_valued(valued, hints))
    return tuple(
        _parameter(one, *get_args(hints[str(one.name)])) for one in get_command(alone).params
    )


def _hints(function: Any, valued: list[Declared]) -> dict[str, Any]:
    """The annotation of each of these parameters, evaluated with Typer at hand."""

    def bare() -> None: ...

    bare.__annotations__ = {each.name: each.annotation for each in valued}
    return get_type_hints(bare, {**function.__globals__, "typer": typer}, include_extras=True)


def _valued(valued: list[Declared], hints: dict[str, Any]) -> Answering:
    """A function of these parameters alone, without the functions that answer an option."""

    def bare() -> None: ...

    parameters = []
    for each in valued:
        type_, *said = get_args(hints[each.name])
        (info,) = (copy(one) for one in said if isinstance(one, ParameterInfo))
        info.callback = None
        parameters.append(each.replace(annotation=Annotated[type_, info]))
    bare.__annotations__ = {each.name: each.annotation for each in parameters}
    vars(bare)["__signature__"] = Signature(parameters)
    return bare


def _parameter(one: Any, type_: Any, *said: Any) -> Parameter:
    """A parameter, of what Typer made of it and what is said in its annotation.

    Where nothing is said of what stands for its value, that is its name.
    """
    (info,) = (each for each in said if isinstance(each, ParameterInfo))
    kind = next((each for each in said if isinstance(each, Kind)), _kind(type_, info))
    is_option = one.param_type_name == "option"
    choice = "|".join(kind.of) if kind.name in ("choice", "language") else ""
    return Parameter(
        one.name,
        kind,
        metavar="" if kind.name == "switch" else one.metavar or choice or one.name.upper(),
        help=one.help or "{choices}",
        names=tuple(one.opts) if is_option else (),
        required=one.required,
        many=one.multiple if is_option else one.nargs < 0,
        answers=_place(info.callback) if info.callback else "",
    )


def _kind(type_: Any, info: ParameterInfo) -> Kind:
    """What values a type allows."""
    plain = _plain(type_)
    if get_origin(plain) is Literal:
        return Kind("choice", get_args(plain))
    if plain is int:
        return Kind("number", (str(info.min), str(info.max)))
    return Kind("switch" if plain is bool else "text")


def _plain(type_: Any) -> Any:
    """A type without the None that stands for nothing given."""
    if get_origin(type_) not in (Union, UnionType):
        return type_
    return next(each for each in get_args(type_) if each is not NoneType)


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
