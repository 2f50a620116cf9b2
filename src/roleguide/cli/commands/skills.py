"""`skills`: which skills roles need, and at what level."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from roleguide.cli.answer import Answer
from roleguide.cli.parameters import records
from roleguide.cli.session import Session
from roleguide.formats.json.records import records_json, role_skills_json
from roleguide.views.listings import all_skills_view, skills_view

if TYPE_CHECKING:
    import typer


def skills(
    session: Session,
    roles: Annotated[
        list[str] | None,
        typer.Argument(metavar="ROLE …", help="without one, lists every skill in the guide"),
        records("roles"),
    ] = None,
) -> Answer:
    """Which skills roles need, and at what level."""
    if not roles:
        return Answer(
            lambda: all_skills_view(session.catalog, session.language),
            lambda: records_json("skills", session.catalog),
        )
    entries = session.roles(roles)
    return Answer(
        lambda: skills_view(entries, session.catalog, session.language),
        lambda: role_skills_json(entries, session.catalog),
    )
