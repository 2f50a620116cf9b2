"""Our own layer over Typer: commands loaded by name, common options, help in any language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from inspect import Signature, signature
from typing import Annotated, Any, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from roleguide.cli.commands import COMMANDS, function_of
from roleguide.cli.delivery import Settings
from roleguide.cli.fast_parser import Call
from roleguide.cli.suggestions import suggestions
from roleguide.errors import UsageError
from roleguide.language import N_, Message


class AnsweredFirst(Exception):
    """An option was found that is answered whatever else is on the line.

    Attributes:
        call: What it asks for.
    """

    def __init__(self, call: Call) -> None:
        super().__init__()
        self.call = call


def _first(context: typer.Context, parameter: typer.CallbackParam, value: Any) -> None:
    if value not in (None, False) and not context.resilient_parsing:
        name = parameter.name or ""
        if name == "help":
            values = {"topic": context.info_name if context.parent else None}
        else:
            values = {"shell": value} if isinstance(value, str) else {}
        raise AnsweredFirst(Call(name, values, Settings()))


def _common(
    lang: Annotated[
        str | None, typer.Option("--lang", metavar=N_("en|fr"), help=N_("the language"))
    ] = None,
    format: Annotated[  # noqa: A002 — it is the option's name
        str | None,
        typer.Option(
            "--format",
            metavar=N_("FORMAT"),
            help=N_("terminal, plain, markdown, html, csv or json"),
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar=N_("FILE"),
            help=N_("write to this file, whole or not at all; its ending sets the format"),
        ),
    ] = None,
    guide: Annotated[
        list[str] | None,
        typer.Option(
            "--guide", metavar=N_("PATH"), help=N_("a guide of your own, above the built-in one")
        ),
    ] = None,
    color: Annotated[
        str | None,
        typer.Option("--color", metavar=N_("auto|always|never"), help=N_("when to use colour")),
    ] = None,
    width: Annotated[
        str | None, typer.Option("--width", metavar=N_("N"), help=N_("width in columns"))
    ] = None,
    help: Annotated[  # noqa: A002 — it is the option's name
        bool,
        typer.Option("-h", "--help", is_eager=True, callback=_first, help=N_("this help")),
    ] = False,
) -> None:
    """The options that hold everywhere; only their declarations are used."""


def _root(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            is_eager=True,
            callback=_first,
            help=N_("the versions of program, data, Python and SQLite"),
        ),
    ] = False,
    install_completion: Annotated[
        str | None,
        typer.Option(
            "--install-completion",
            metavar=N_("bash|zsh|fish"),
            is_eager=True,
            callback=_first,
            help=N_("print what to add to the shell’s start-up file"),
        ),
    ] = None,
) -> None:
    """The options of the program itself; only their declarations are used."""


def _parameters(function: Any) -> list[Any]:
    """What Typer makes of a function's parameters."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(add_help_option=False)(function)
    return list(get_command(app).params)


@cache
def common_names() -> frozenset[str]:
    """The names of the options that hold everywhere."""
    return frozenset(parameter.name for parameter in _parameters(_common))


class Command(TyperCommand):
    """A command with the options that hold everywhere; its line becomes a `Call`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["params"] = [*(kwargs.get("params") or []), *_parameters(_common)]
        kwargs["add_help_option"] = False
        kwargs["context_settings"] = {"allow_extra_args": True}
        super().__init__(*args, **kwargs)

    def invoke(self, ctx: Any) -> Call:
        """Say what was asked for, in place of doing it."""
        if ctx.args:
            raise UsageError(
                Message(N_("{value} is one argument too many."), {"value": ctx.args[0]}),
                remedy=Message(N_("See {command}."), {"command": f"{ctx.command_path} --help"}),
            )
        given = {name: ctx.params.pop(name) for name in common_names()}
        before = ctx.parent.params
        merged = {
            name: before.get(name) if given[name] is None else given[name]
            for name in Settings._fields
            if name != "guide"
        }
        guides = (*(before.get("guide") or ()), *(given["guide"] or ()))
        return Call(ctx.info_name, dict(ctx.params), Settings(**merged, guide=guides))


def _declared(function: Any) -> Any:
    """A command's function as Typer is to see it: with the parameters that have a value."""
    parameters = list(signature(function, eval_str=True).parameters.values())[1:]

    def declared() -> None:
        """Nothing: only its parameters are used."""

    vars(declared)["__signature__"] = Signature(parameters)
    declared.__annotations__ = {one.name: one.annotation for one in parameters}
    return declared


class Root(TyperGroup):
    """The program: it imports a command's module only when that command is named."""

    def __init__(self) -> None:
        super().__init__(
            name="roleguide",
            params=[*_parameters(_root), *_parameters(_common)],
            add_help_option=False,
            rich_markup_mode=None,
        )

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 — Typer's signature
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 — Typer's signature
        """Import and build the command of that name."""
        if cmd_name not in COMMANDS:
            return None
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(cmd_name, cls=Command, add_help_option=False)(_declared(function_of(cmd_name)))
        return get_command(app)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is named, or an error with the nearest name."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            raise UsageError(
                Message(N_("There is no command {name}."), {"name": args[0]}),
                suggestions=suggestions(args[0], COMMANDS, most=2),
                remedy=Message(N_("See {command}."), {"command": "roleguide --help"}),
            )
        return super().resolve_command(ctx, args)


def parse(argv: Sequence[str]) -> Call:
    """What a command line asks for, as Typer takes it apart.

    Raises:
        UsageError: It asks for nothing that can be.
    """
    root = Root()
    argv = list(argv)
    try:
        # Typer's own `main` would turn a reader that went away into exit code 1.
        with root.make_context("roleguide", argv) as context:
            return cast("Call", root.invoke(context))
    except AnsweredFirst as first:
        return first.call
    except typer.TyperException as error:
        raise translate_error(error, argv) from error


def translate_error(error: typer.TyperException, argv: Sequence[str]) -> UsageError:
    """An error of the command-line library, which knows English only, as one of ours."""
    context: Any = getattr(error, "ctx", None)
    command = next((word for word in argv if word in COMMANDS), "")
    path = context.command_path if context else f"roleguide {command}".rstrip()
    remedy = Message(N_("See {command}."), {"command": f"{path} --help"})
    kind = type(error).__name__
    if kind == "NoSuchOption":
        return UsageError(
            Message(N_("There is no option {name}."), {"name": _option(error)}),
            suggestions=suggestions(_option(error), _options(context)),
            remedy=remedy,
        )
    if kind == "BadOptionUsage":
        needed = "requires" in error.format_message()
        text = N_("{name} needs a value.") if needed else N_("{name} takes no value.")
        return UsageError(Message(text, {"name": _option(error)}), remedy=remedy)
    if kind == "MissingParameter":
        parameter: Any = getattr(error, "param", None)
        name = Message(parameter.metavar if parameter else "?")
        return UsageError(Message(N_("{name} is missing."), {"name": name}), remedy=remedy)
    if "Missing command" in error.format_message():
        name = Message(N_("COMMAND"))
        return UsageError(Message(N_("{name} is missing."), {"name": name}), remedy=remedy)
    return UsageError(
        Message(
            N_("The command line was not understood: {message}"),
            {"message": error.format_message()},
        ),
        remedy=remedy,
    )


def _option(error: Any) -> str:
    return str(getattr(error, "option_name", "?"))


def _options(context: Any) -> list[str]:
    """The options of the command that a context is of."""
    parameters = context.command.params if context else ()
    return [name for p in parameters if p.param_type_name == "option" for name in p.opts]
