"""`search`: where a word is used, in every guide and language."""

from __future__ import annotations

from typing import Annotated

from roleguide.cli.answer import Answer
from roleguide.cli.late import typer
from roleguide.cli.session import Session, choose
from roleguide.formats import json
from roleguide.language import N_, visible
from roleguide.search import search as find_words
from roleguide.store import SEARCHED
from roleguide.views.found import found_view


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
