"""`who`, `define` and `search`: activities, terms, and whatever is written."""

from __future__ import annotations

from typing import Annotated

from roleguide.cli.late import typer
from roleguide.cli.session import Session, choose
from roleguide.formats import json
from roleguide.language import N_, visible
from roleguide.search import search as find_words
from roleguide.store import SEARCHED
from roleguide.views.activities import activities_view, who_view
from roleguide.views.found import found_view
from roleguide.views.vocabulary import term_view, terms_view


def who(
    context: typer.Context,
    activity: Annotated[
        str | None,
        typer.Argument(
            metavar=N_("ACTIVITY"), help=N_("without one, lists every activity in the guide")
        ),
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
        typer.Argument(metavar=N_("TERM"), help=N_("without one, lists every term in the guide")),
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


def search(
    context: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar=N_("WORD …"), help=N_("words in either language")),
    ],
    in_: Annotated[
        str | None,
        typer.Option(
            "--in",
            metavar=N_("SECTION"),
            help=N_("only in roles, skills, activities, metrics, tools, contexts, terms or pairs"),
        ),
    ] = None,
) -> int:
    """Find where words are written."""
    session = Session.of(context)
    sections = [choose("--in", in_, SEARCHED)] if in_ is not None else None
    query = visible(" ".join(words))
    hits = find_words(session.catalog, query, sections)
    # A screen is short, a pipe is searched on, a page is read at leisure.
    whole = session.format is None or session.wants_pages
    session.answer(
        lambda: found_view(hits, query, session.catalog, session.language, whole=whole),
        lambda: json.hits(query, hits),
    )
    return int(not hits)
