"""`help`: the help of the program, of a command, of a topic."""

from __future__ import annotations

from typing import Annotated

from roleguide.cli.answer import PlainText
from roleguide.cli.commands import COMMANDS, TOPICS
from roleguide.cli.help.pages import command_help, program_help, topic_help
from roleguide.cli.late import typer
from roleguide.cli.session import Session
from roleguide.errors import UsageError
from roleguide.language import N_, Language, Message

WIDEST = 100
"""Longer lines are hard to read, whatever the terminal has."""


def show_help(
    session: Session,
    topic: Annotated[
        str | None,
        typer.Argument(
            metavar=N_("TOPIC"), help=N_("a command or a topic; without one, the whole program")
        ),
    ] = None,
) -> PlainText:
    """Show the help that is asked for."""
    language = session.language
    if topic is not None and topic in TOPICS:
        return PlainText(lambda width: topic_help(language, min(width, WIDEST), topic))
    if topic is None or topic in COMMANDS:
        return PlainText(lambda width: _of_command(language, min(width, WIDEST), topic))
    from roleguide.cli.suggestions import suggestions  # noqa: PLC0415 — where something is wrong

    raise UsageError(
        Message(N_("There is no help on “{name}”."), {"name": topic}),
        suggestions=suggestions(topic, [*TOPICS, *COMMANDS], most=2),
        remedy=Message(N_("See {command}."), {"command": "roleguide help"}),
    )


def _of_command(language: Language, width: int, name: str | None) -> str:
    """The help of a command, or of the program."""
    from roleguide.cli.typer_app import Root  # noqa: PLC0415 — imports Typer

    root = Root()
    if name is None:
        return program_help(language, width, root.params)
    command = root.get_command(None, name)
    return command_help(language, width, typer.Context(command, info_name=name))
