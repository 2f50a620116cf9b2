"""The options that hold everywhere, and those of the program itself: their declarations alone.

The callback of an option is the function that answers it, whatever else is on the line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from roleguide.cli.commands.completion import SCRIPTS, completion
from roleguide.cli.commands.help import show_help
from roleguide.cli.commands.version import version
from roleguide.cli.parameters import FILE, Kind
from roleguide.formats import CHOICES
from roleguide.language_tags import LANGUAGES

if TYPE_CHECKING:
    import typer


def common(
    lang: Annotated[
        str | None, typer.Option(help="the language"), Kind("language", LANGUAGES)
    ] = None,
    format: Annotated[  # noqa: A002 — it is the option's name
        str | None, typer.Option("--format", metavar="FORMAT"), Kind("choice", CHOICES)
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="write to this file, whole or not at all; its ending sets the format",
        ),
        FILE,
    ] = None,
    guide: Annotated[
        list[str] | None,
        typer.Option(metavar="PATH", help="a guide of your own, above the built-in one"),
        FILE,
    ] = None,
    color: Annotated[
        Literal["auto", "always", "never"], typer.Option(help="when to use colour")
    ] = "auto",
    width: Annotated[
        int | None, typer.Option(min=20, max=1000, metavar="N", help="width in columns")
    ] = None,
    help: Annotated[  # noqa: A002 — it is the option's name
        bool,
        typer.Option("-h", "--help", is_eager=True, callback=show_help, help="this help"),
    ] = False,
) -> None:
    """The options that hold everywhere."""


def program(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            is_eager=True,
            callback=version,
            help="the versions of program, data, Python and SQLite",
        ),
    ] = False,
    shell: Annotated[
        str | None,
        typer.Option(
            "--install-completion",
            is_eager=True,
            callback=completion,
            help="print what to add to the shell’s start-up file",
        ),
        Kind("choice", SCRIPTS),
    ] = None,
) -> None:
    """The options of the program itself."""
