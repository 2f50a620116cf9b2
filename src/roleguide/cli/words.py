"""`who` and `define`: activities and terms."""

from __future__ import annotations

from typing import Annotated

import typer

from roleguide.cli.session import Session
from roleguide.formats import json
from roleguide.language import N_
from roleguide.views.activities import activities_view, who_view
from roleguide.views.vocabulary import term_view, terms_view


def who(
    context: typer.Context,
    activity: Annotated[
        str | None,
        typer.Argument(metavar=N_("ACTIVITY"), help=N_("none lists every activity of the guide")),
    ] = None,
) -> int:
    """Show who has which part in an activity."""
    session = Session.of(context)
    catalog, language = session.catalog, session.language
    if activity is None:
        session.answer(
            lambda: activities_view(catalog, language),
            lambda: json.records("activities", catalog),
        )
        return 0
    identifier = session.find("activities", activity)
    session.answer(
        lambda: who_view(identifier, catalog, language),
        lambda: json.who(identifier, catalog),
    )
    return 0


def define(
    context: typer.Context,
    term: Annotated[
        str | None,
        typer.Argument(metavar=N_("TERM"), help=N_("none lists every term of the guide")),
    ] = None,
) -> int:
    """Show every sense of a term."""
    session = Session.of(context)
    catalog, language = session.catalog, session.language
    if term is None:
        session.answer(
            lambda: terms_view(catalog, language), lambda: json.records("terms", catalog)
        )
        return 0
    identifier = session.find("terms", term)
    session.answer(
        lambda: term_view(identifier, catalog, language),
        lambda: json.record("terms", identifier, catalog),
    )
    return 0
