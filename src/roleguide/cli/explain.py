"""`help`: the help of the program, of a command, of a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from roleguide.cli.answer import PlainText
from roleguide.cli.commands import COMMANDS, TOPICS
from roleguide.cli.late import typer
from roleguide.cli.paragraphs import command_line, entry, sentence, wrapped
from roleguide.cli.session import Session
from roleguide.errors import UsageError
from roleguide.language import N_, Language, Message

if TYPE_CHECKING:
    from roleguide.cli.topics import Block

WIDEST = 100
"""Longer lines are hard to read, whatever the terminal has."""


def explain(
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


def topic_help(language: Language, width: int, topic: str) -> str:
    """A topic as text."""
    from roleguide.cli.topics import BLOCKS  # noqa: PLC0415 — only where one is shown

    lines = wrapped(sentence(language.say(TOPICS[topic])), width)
    blocks = BLOCKS[topic]
    widest = max(_widest(block) for block in blocks)
    for block in blocks:
        # One column for all, but short names need not stand far from their texts.
        room = widest if _widest(block) * 2 > widest else _widest(block)
        lines.append("")
        if block.heading:
            lines.append(language.say(block.heading))
        parts = [
            # An empty sentence would be the header of the catalogue.
            wrapped(language.say(block.text), width, 2 if block.heading else 0)
            if block.text
            else [],
            [f"    {line}" for line in block.yaml.splitlines()],
            [
                line
                for name, text in block.entries
                for line in entry(name, language.say(text), room, width)
            ],
            [line for command in block.commands for line in command_line(command, width)],
        ]
        lines += "\n\n".join("\n".join(part) for part in parts if part).split("\n")
    return "\n".join(lines) + "\n"


def _widest(block: Block) -> int:
    return max((len(name) for name, _ in block.entries), default=0)


def _of_command(language: Language, width: int, name: str | None) -> str:
    """The help of a command, or of the program."""
    # The tree of commands is built only where its help is shown.
    from roleguide.cli.help import command_help, program_help  # noqa: PLC0415
    from roleguide.cli.layer import Root  # noqa: PLC0415

    root = Root()
    if name is None:
        return program_help(language, width, root.params)
    command = root.get_command(None, name)
    return command_help(language, width, typer.Context(command, info_name=name))
