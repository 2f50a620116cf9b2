"""`search`: where a word is used, in every guide and language."""

from __future__ import annotations

from typing import Annotated

from roleguide.cli.answer import Answer
from roleguide.cli.late import typer
from roleguide.cli.session import Session, choose, whole_number
from roleguide.errors import UsageError
from roleguide.formats import json
from roleguide.language import N_, Message, visible
from roleguide.search import MOST, MOST_WORDS
from roleguide.search import search as find_words
from roleguide.store import SEARCHED
from roleguide.views.found import found_view

HIGHEST = 1_000_000
"""The highest limit: more records than any guide has."""


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
    limit: Annotated[
        str | None,
        typer.Option(
            "--limit",
            metavar=N_("N"),
            help=N_("how many records, the best first; 0 for all; without it, 20"),
        ),
    ] = None,
) -> Answer:
    """Find where words are written."""
    sections = [choose("--in", in_, SEARCHED)] if in_ is not None else None
    query = visible(" ".join(words))
    found = find_words(session.catalog, query, sections, _limit(limit))
    whole = session.medium != "screen"
    cut = Message(
        N_("Only the first {most} different words were looked for."), {"most": MOST_WORDS}
    )
    return Answer(
        lambda: found_view(found, query, session.catalog, session.language, whole=whole),
        lambda: json.hits(query, found),
        code=int(not found.hits),
        notices=(cut,) if found.words > MOST_WORDS else (),
    )


def _limit(asked: str | None) -> int:
    if asked is None:
        return MOST
    number = whole_number(asked, 0, HIGHEST)
    if number is not None:
        return number
    raise UsageError(
        Message(
            N_("--limit is a number of records up to {high}, or 0 for all, not {value}."),
            {"high": HIGHEST, "value": asked or '""'},
        )
    )
