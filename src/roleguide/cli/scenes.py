"""`examples` and `analogies`: roles seen in a context, and in another world."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from roleguide.catalog import RoleEntry
from roleguide.cli.answer import Answer
from roleguide.cli.late import typer
from roleguide.cli.session import Session
from roleguide.formats import json
from roleguide.language import N_
from roleguide.views.lists import analogies_view, examples_view


def examples(
    session: Session,
    roles: Annotated[
        list[str], typer.Argument(metavar=N_("ROLE …"), help=N_("one role or several"))
    ],
    in_: Annotated[
        str | None, typer.Option("--in", metavar=N_("CONTEXT"), help=N_("only in that context"))
    ] = None,
) -> Answer:
    """Show scenes of roles."""
    entries = session.roles(roles)
    contexts = _chosen(session, "contexts", in_, entries, "examples")
    return Answer(
        lambda: examples_view(entries, contexts, session.catalog, session.language),
        lambda: json.scenes("examples", "context", entries, contexts),
    )


def analogies(
    session: Session,
    roles: Annotated[
        list[str], typer.Argument(metavar=N_("ROLE …"), help=N_("one role or several"))
    ],
    world: Annotated[
        str | None, typer.Option("--world", metavar=N_("WORLD"), help=N_("only in that world"))
    ] = None,
) -> Answer:
    """Show figures of roles."""
    entries = session.roles(roles)
    worlds = _chosen(session, "worlds", world, entries, "analogies")
    return Answer(
        lambda: analogies_view(entries, worlds, session.catalog, session.language),
        lambda: json.scenes("analogies", "world", entries, worlds),
    )


def _chosen(
    session: Session, section: str, name: str | None, entries: Sequence[RoleEntry], field: str
) -> list[str]:
    """The context or world that is named, else those in which any of the roles is seen."""
    if name is not None:
        return [session.find(section, name)]
    records = getattr(session.catalog.sections, section)
    seen = {identifier for entry in entries for identifier in getattr(entry.role, field)}
    return sorted(seen, key=lambda identifier: (records[identifier].position, identifier))
