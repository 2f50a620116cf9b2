"""`examples` and `analogies`: roles in a context, and by figures in another world."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

from roleguide.cli.answer import Answer
from roleguide.cli.parameters import records
from roleguide.cli.session import Session
from roleguide.formats.json.records import scenes_json
from roleguide.views.listings import analogies_view, examples_view

if TYPE_CHECKING:
    import typer

_SHOWN: Final = {
    "examples": ("contexts", "context", examples_view),
    "analogies": ("worlds", "world", analogies_view),
}
"""Of each field of a role, what its keys are, one of them, and its view."""


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
    return _scenes(session, roles, "examples", in_)


def analogies(
    session: Session,
    roles: Annotated[
        list[str], typer.Argument(metavar="ROLE …", help="one role or several"), records("roles")
    ],
    world: Annotated[str | None, typer.Option(help="only in that world"), records("worlds")] = None,
) -> Answer:
    """Roles explained by figures in another world."""
    return _scenes(session, roles, "analogies", world)


def _scenes(session: Session, roles: list[str], kind: str, name: str | None) -> Answer:
    """Roles in the context or world that is named, else in all in which one of them is told of."""
    section, key, view = _SHOWN[kind]
    entries, catalog = session.roles(roles), session.catalog
    if name is not None:
        places = [session.find(section, name)]
    else:
        told = {place for entry in entries for place in getattr(entry.role, kind)}
        places = catalog.by_position(section, told)
    return Answer(
        lambda: view(entries, places, catalog, session.language),
        lambda: scenes_json(kind, key, entries, places),
    )
