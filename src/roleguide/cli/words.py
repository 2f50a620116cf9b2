"""`who`, `define` and `search`: activities, terms, and whatever is written."""

from __future__ import annotations

from typing import Annotated

from roleguide.cli.answer import Answer
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
    session: Session,
    activity: Annotated[
        str | None,
        typer.Argument(
            metavar=N_("ACTIVITY"), help=N_("without one, lists every activity in the guide")
        ),
    ] = None,
) -> Answer:
    """Show who has which part in an activity."""
    catalog, language = session.catalog, session.language
    if activity is None:
        return Answer(
            lambda: activities_view(catalog, language),
            lambda: json.records("activities", catalog),
        )
    identifier = session.find("activities", activity)
    return Answer(
        lambda: who_view(identifier, catalog, language),
        lambda: json.who(identifier, catalog),
    )


def define(
    session: Session,
    term: Annotated[
        str | None,
        typer.Argument(metavar=N_("TERM"), help=N_("without one, lists every term in the guide")),
    ] = None,
) -> Answer:
    """Show every sense of a term."""
    catalog, language = session.catalog, session.language
    if term is None:
        return Answer(lambda: terms_view(catalog, language), lambda: json.records("terms", catalog))
    identifier = session.find("terms", term)
    return Answer(
        lambda: term_view(identifier, catalog, language),
        lambda: json.record("terms", identifier, catalog),
    )


def search(
    session: Session,
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
) -> Answer:
    """Find where words are written."""
    sections = [choose("--in", in_, SEARCHED)] if in_ is not None else None
    query = visible(" ".join(words))
    hits = find_words(session.catalog, query, sections)
    whole = session.medium != "screen"
    return Answer(
        lambda: found_view(hits, query, session.catalog, session.language, whole=whole),
        lambda: json.hits(query, hits),
        code=int(not hits),
    )
