"""`define`: what a term means, in every sense."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from roleguide.cli.answer import Answer
from roleguide.cli.commands.show import answer_about
from roleguide.cli.parameters import records
from roleguide.cli.session import Session
from roleguide.formats.json.records import records_json
from roleguide.views.record_pages import terms_view

if TYPE_CHECKING:
    import typer


def define(
    session: Session,
    term: Annotated[
        str | None,
        typer.Argument(help="without one, lists every term in the guide"),
        records("terms"),
    ] = None,
) -> Answer:
    """What a term means, in every sense."""
    catalog, language = session.catalog, session.language
    if term is None:
        return Answer(lambda: terms_view(catalog, language), lambda: records_json("terms", catalog))
    return answer_about(session, term, preferred="terms")
