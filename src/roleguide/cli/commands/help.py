"""`help`: the help of the program, of a command, of a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from roleguide.cli.answer import PlainText
from roleguide.cli.help import TOPICS
from roleguide.cli.help.pages import command_help, topic_help
from roleguide.cli.parameters import Kind
from roleguide.cli.session import Session
from roleguide.cli.spec import SPEC
from roleguide.errors import UsageError
from roleguide.language import N_, Language

if TYPE_CHECKING:
    import typer

WIDEST = 100
"""Longer lines are hard to read, whatever the terminal has."""


def show_help(
    session: Session,
    topic: Annotated[
        str | None,
        typer.Argument(help="a command or a topic; without one, the whole program"),
        Kind("page"),
    ] = None,
) -> PlainText:
    """Help on the program, a command or a topic."""
    language = session.language
    commands = [words for words in SPEC.commands if words]
    if topic is None or topic in commands or topic in TOPICS:
        return PlainText(lambda width: _page(language, min(width, WIDEST), topic or ""))
    from roleguide.cli.likely_words import suggestions  # where something is wrong

    summaries = {**TOPICS, **{words: SPEC.commands[words].summary for words in commands}}
    pages = {name: language.say(summary) for name, summary in summaries.items()}
    raise UsageError(
        N_("There is no help on “{name}”."),
        name=topic,
        suggestions=suggestions(topic, pages, most=2),
        see="roleguide help",
    )


def _page(language: Language, width: int, name: str) -> str:
    """The help of a command or a topic, or of both where one is called like the other: `guides`."""
    pages = []
    if name in SPEC.commands:
        pages.append(command_help(language, width, name))
    if name in TOPICS:
        pages.append(topic_help(language, width, name))
    return "\n".join(pages)
