"""`who`: who does an activity, and who answers for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from roleguide.cli.answer import Answer
from roleguide.cli.parameters import records
from roleguide.cli.session import Session
from roleguide.formats.json.records import records_json, who_json
from roleguide.views.activities import activities_view, who_view

if TYPE_CHECKING:
    import typer


def who(
    session: Session,
    activity: Annotated[
        str | None,
        typer.Argument(help="without one, lists every activity in the guide"),
        records("activities"),
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help="what each does in it, not just the first screen")
    ] = False,
) -> Answer:
    """Who does an activity, and who answers for it."""
    catalog, language = session.catalog, session.language
    if activity is None:
        return Answer(
            lambda: activities_view(catalog, language),
            lambda: records_json("activities", catalog),
        )
    identifier = session.find("activities", activity)
    return Answer(
        lambda: who_view(identifier, catalog, language, session.extent(full=full)),
        lambda: who_json(identifier, catalog),
    )
