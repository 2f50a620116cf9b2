"""`pay`: what roles are paid, by country, year and source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from roleguide.cli.answer import Answer
from roleguide.cli.parameters import Kind, records
from roleguide.cli.session import Session
from roleguide.formats.json.records import pay_json
from roleguide.model import COUNTRIES
from roleguide.views.pay import pay_view, shown_countries

if TYPE_CHECKING:
    import typer


def pay(
    session: Session,
    roles: Annotated[
        list[str], typer.Argument(metavar="ROLE …", help="one role or several"), records("roles")
    ],
    country: Annotated[
        str | None,
        typer.Option(
            "--country",
            metavar="COUNTRY",
            help="only {choices}; without it, your own by the language’s region (fr-CA), or all",
        ),
        Kind("choice", COUNTRIES),
    ] = None,
) -> Answer:
    """What roles are paid, by country, year and source."""
    entries = session.roles(roles)
    catalog, language = session.catalog, session.language
    return Answer(
        lambda: pay_view(entries, country, catalog, language, whole=session.medium != "screen"),
        lambda: pay_json(entries, shown_countries(entries, country, language), catalog),
    )
