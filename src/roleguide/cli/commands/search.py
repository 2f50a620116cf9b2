"""`search`: where a word is used, in every guide and language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from roleguide.cli.answer import Answer
from roleguide.cli.parameters import Kind
from roleguide.cli.session import Session
from roleguide.formats.json.records import hits_json
from roleguide.language import N_, Message, visible
from roleguide.search import MOST, MOST_WORDS
from roleguide.search import search as find_words
from roleguide.sections import SEARCHED
from roleguide.views.search_results import found_view

if TYPE_CHECKING:
    import typer


def search(
    session: Session,
    words: Annotated[list[str], typer.Argument(metavar="WORD …", help="words in either language")],
    in_: Annotated[
        str | None,
        typer.Option("--in", metavar="SECTION", help="only in {choices}"),
        Kind("choice", SEARCHED),
    ] = None,
    limit: Annotated[
        int,
        typer.Option(
            "--limit",
            min=0,
            max=1_000_000,  # more records than any guide has
            metavar="N",
            help="how many records, the best first; 0 for all; without it, 20",
        ),
    ] = MOST,
) -> Answer:
    """Where a word is used, in every guide and language."""
    sections = [in_] if in_ is not None else None
    query = visible(" ".join(words))
    found = find_words(session.catalog, query, sections, limit)
    whole = session.medium != "screen"
    cut = Message(
        N_("Only the first {most} different words were looked for."), {"most": MOST_WORDS}
    )
    return Answer(
        lambda: found_view(found, query, session.catalog, session.language, whole=whole),
        lambda: hits_json(query, found),
        code=int(not found.hits),
        notices=(cut,) if found.words > MOST_WORDS else (),
    )
