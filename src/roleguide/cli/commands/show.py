"""`show`: what a job is, or what a word means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from roleguide.cli.answer import Answer
from roleguide.cli.parameters import records
from roleguide.cli.session import Session
from roleguide.formats import json
from roleguide.language import N_
from roleguide.sections import NAMED
from roleguide.views.vocabulary import RECORD_VIEWS

if TYPE_CHECKING:
    import typer


def show(
    session: Session,
    name: Annotated[
        str,
        typer.Argument(
            metavar=N_("NAME"),
            help=N_("a role, skill, activity, metric, tool, context, world or term"),
        ),
        records(*NAMED),
    ],
) -> Answer:
    """Show a record."""
    return answer_about(session, name)


def answer_about(session: Session, name: str, preferred: str | None = None) -> Answer:
    """What is written of the record of a name, whatever its kind; of `preferred` if it is there."""
    catalog, language = session.catalog, session.language
    if name.partition("/")[0] in catalog.guides and "/" in name:
        section, identifier = "roles", ""
    else:
        section, identifier = catalog.find_any(name, language, preferred)
    if section != "roles":
        return Answer(
            lambda: RECORD_VIEWS[section](identifier, catalog, language),
            lambda: json.record(section, identifier, catalog),
        )
    from roleguide.views.role import role_view  # noqa: PLC0415 — `define` seldom comes to a role

    entry = session.role(name)
    also = tuple(catalog.entry(other) for other in catalog.everywhere(name) if other != entry.id)
    return Answer(
        lambda: role_view(entry, catalog, language, also, name),
        lambda: json.role(entry, also),
    )
