"""`examples`: what roles look like in a context."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from roleguide.cli.answer import Answer
from roleguide.cli.commands.scenes import contexts_or_worlds
from roleguide.cli.parameters import records
from roleguide.cli.session import Session
from roleguide.formats.json.records import scenes_json
from roleguide.views.listings import examples_view

if TYPE_CHECKING:
    import typer


def examples(
    session: Session,
    roles: Annotated[
        list[str], typer.Argument(metavar="ROLE …", help="one role or several"), records("roles")
    ],
    in_: Annotated[
        str | None,
        typer.Option("--in", metavar="CONTEXT", help="only in that context"),
        records("contexts"),
    ] = None,
) -> Answer:
    """What roles look like in a startup, an agency and so on."""
    entries = session.roles(roles)
    contexts = contexts_or_worlds(session, "contexts", in_, entries)
    return Answer(
        lambda: examples_view(entries, contexts, session.catalog, session.language),
        lambda: scenes_json("examples", "context", entries, contexts),
    )
