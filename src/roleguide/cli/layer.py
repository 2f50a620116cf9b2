"""Our own layer over Typer: commands loaded by name, common options, help in any language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from roleguide.cli.commands import COMMANDS, function_of
from roleguide.cli.session import Session, Settings
from roleguide.cli.suggestions import suggestions
from roleguide.errors import UsageError
from roleguide.language import N_, Language, Message


class HelpAsked(Exception):
    """`--help` was found on the command line."""

    def __init__(self, context: typer.Context) -> None:
        super().__init__()
        self.context = context


class CompletionAsked(Exception):
    """`--install-completion` was found on the command line.

    Attributes:
        shell: The shell named, or empty.
    """

    def __init__(self, shell: str) -> None:
        super().__init__()
        self.shell = shell


class VersionAsked(Exception):
    """`--version` was found on the command line."""


def _on_help(context: typer.Context, value: bool) -> None:  # noqa: FBT001 — Typer calls it so
    if value and not context.resilient_parsing:
        raise HelpAsked(context)


def _on_version(context: typer.Context, value: bool) -> None:  # noqa: FBT001 — Typer calls it so
    if value and not context.resilient_parsing:
        raise VersionAsked


def _on_completion(context: typer.Context, value: str | None) -> None:
    if value is not None and not context.resilient_parsing:
        raise CompletionAsked(value)


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
        typer.Option("-h", "--help", is_eager=True, callback=_on_help, help=N_("this help")),
    ] = False,
) -> None:
    """The options that hold everywhere; only their declarations are used."""


def _root(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            is_eager=True,
            callback=_on_version,
            help=N_("the versions of program, data, Python and SQLite"),
        ),
    ] = False,
    install_completion: Annotated[
        str | None,
        typer.Option(
            "--install-completion",
            metavar=N_("bash|zsh|fish"),
            is_eager=True,
            callback=_on_completion,
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
    """A command with the options that hold everywhere; its context carries a `Session`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["params"] = [*(kwargs.get("params") or []), *_parameters(_common)]
        kwargs["add_help_option"] = False
        kwargs["context_settings"] = {"allow_extra_args": True}
        super().__init__(*args, **kwargs)

    def invoke(self, ctx: Any) -> Any:
        """Make the session, then call the command's function."""
        if ctx.args:
            raise UsageError(
                Message(N_("{value} is one argument too many."), {"value": ctx.args[0]}),
                remedy=Message(N_("See {command}."), {"command": f"{ctx.command_path} --help"}),
            )
        root: Root = ctx.parent.command
        given = {name: ctx.params.pop(name) for name in common_names()}
        before = ctx.parent.params
        merged = {
            name: given[name] or before.get(name) for name in Settings._fields if name != "guide"
        }
        guides = (*(before.get("guide") or ()), *(given["guide"] or ()))
        try:
            ctx.obj = Session(root.language, Settings(**merged, guide=guides), anew=root.anew)
            return super().invoke(ctx)
        except UsageError as error:
            error.ask = f"{ctx.command_path} --help"
            raise


class Root(TyperGroup):
    """The program: it imports a command's module only when that command is named."""

    def __init__(self, language: Language, *, anew: bool = False) -> None:
        super().__init__(
            name="roleguide",
            params=[*_parameters(_root), *_parameters(_common)],
            add_help_option=False,
            rich_markup_mode=None,
        )
        self.language = language
        self.anew = anew

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 — Typer's signature
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 — Typer's signature
        """Import and build the command of that name."""
        if cmd_name not in COMMANDS:
            return None
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(cmd_name, cls=Command, add_help_option=False)(function_of(cmd_name))
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


def worded(error: typer.TyperException, argv: Sequence[str]) -> UsageError:
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
