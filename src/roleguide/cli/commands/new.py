"""`new`: a file of one's own, written to be filled in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from roleguide.cli.answer import Answer
from roleguide.cli.output_file import create_file
from roleguide.cli.parameters import FILE, records
from roleguide.cli.session import Session
from roleguide.formats.json.guides import written_json
from roleguide.guide_paths import typed
from roleguide.language import N_

if TYPE_CHECKING:
    import typer

    from roleguide.views.document import Document


def new_profile(
    session: Session,
    name: Annotated[
        str, typer.Argument(help="the file to write; without an ending, NAME.yaml"), FILE
    ],
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="ROLE", help="begin with what this role asks for and does"),
        records("roles"),
    ] = None,
) -> Answer:
    """A profile to fill in: what you have done, master, want and refuse."""
    from roleguide.cli.repeated import repeating  # only where it is written
    from roleguide.drafts.names import yaml_file
    from roleguide.drafts.profile import profile_draft

    file = yaml_file(name)
    entry = session.role(source) if source else None
    repeat = repeating(session.given)
    lines = [repeat(f"roleguide {command} {typed(file)}") for command in ("check", "fit")]
    draft = profile_draft(session.catalog, session.language, lines[1:], entry)
    create_file(file, draft.encode())
    return written(session, "profile", file, lines)


def written(session: Session, kind: str, file: str, lines: Sequence[str]) -> Answer:
    """That a file was written, and what to do with it.

    Args:
        session: The session.
        kind: What it is.
        file: The file.
        lines: The commands to try on it, once it is filled in.
    """

    def document() -> Document:
        from roleguide.views.document import (  # not for programs
            Bullets,
            Document,
            Heading,
            Item,
            Prose,
        )

        say = session.language.say
        title = say(N_("{file} is written"), file=file)
        ask = say(N_("Open it, correct it by its comments, then:"))
        items = tuple(Item(line) for line in lines)
        blocks = (Heading(title, level=1), Prose(ask), Bullets(items))
        return Document(title, session.language, blocks)

    return Answer(document, lambda: written_json(kind, file, lines))
