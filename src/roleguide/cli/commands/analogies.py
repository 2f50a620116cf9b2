"""`analogies`: roles explained by figures in another world."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from roleguide.cli.answer import Answer
from roleguide.cli.commands.scenes import contexts_or_worlds
from roleguide.cli.parameters import records
from roleguide.cli.session import Session
from roleguide.formats.json.records import scenes_json
from roleguide.views.listings import analogies_view

if TYPE_CHECKING:
    import typer


def analogies(
    session: Session,
    roles: Annotated[
        list[str], typer.Argument(metavar="ROLE …", help="one role or several"), records("roles")
    ],
    world: Annotated[str | None, typer.Option(help="only in that world"), records("worlds")] = None,
) -> Answer:
    """Roles explained by figures in another world."""
    entries = session.roles(roles)
    worlds = contexts_or_worlds(session, "worlds", world, entries)
    return Answer(
        lambda: analogies_view(entries, worlds, session.catalog, session.language),
        lambda: scenes_json("analogies", "world", entries, worlds),
    )
