"""`show`: what a job is, or what a word means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from roleguide.cli.answer import Answer
from roleguide.cli.parameters import records
from roleguide.cli.session import Session
from roleguide.errors import UnknownName
from roleguide.formats import json
from roleguide.sections import NAMED
from roleguide.views.activities import who_view
from roleguide.views.record_pages import RECORD_VIEWS

if TYPE_CHECKING:
    import typer


def show(
    session: Session,
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="a role, skill, activity, metric, tool, context, world or term",
        ),
        records(*NAMED),
    ],
    full: Annotated[
        bool,
        typer.Option("--full", help="of a role or activity everything, not just the first screen"),
    ] = False,
) -> Answer:
    """What a job is, or what a word means."""
    return answer_about(session, name, full=full)


def answer_about(
    session: Session, name: str, preferred: str | None = None, *, full: bool = False
) -> Answer:
    """What is written of the record of a name, whatever its kind; of `preferred` if it is there."""
    catalog, language = session.catalog, session.language
    extent = session.extent(full=full)
    section, identifier, unknown = _found(session, name, preferred)
    if section == "activities":
        return Answer(
            lambda: who_view(identifier, catalog, language, extent, meaning_first=True),
            lambda: json.record(section, identifier, catalog),
        )
    if section != "roles":
        return Answer(
            lambda: RECORD_VIEWS[section](identifier, catalog, language),
            lambda: json.record(section, identifier, catalog),
        )
    from roleguide.views.role import Asked, role_view  # noqa: PLC0415 — `define` seldom comes to a role

    entry = session.role(name, unknown)
    meant = catalog.everywhere(name)
    also = tuple(catalog.entry(other) for other in meant if other != entry.id)
    return Answer(
        lambda: role_view(entry, catalog, language, Asked(name, also), extent),
        lambda: json.role(entry, also),
    )


def _found(
    session: Session, name: str, preferred: str | None
) -> tuple[str, str, UnknownName | None]:
    """The section and id of what goes by a name; where nothing does, it may be a role's title."""
    if name.partition("/")[0] in session.catalog.guides and "/" in name:
        return "roles", "", None
    try:
        return *session.catalog.find_any(name, session.language, preferred), None
    except UnknownName as unknown:
        return "roles", "", unknown
