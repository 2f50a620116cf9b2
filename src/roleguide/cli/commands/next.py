"""`next`: where people go from a role, where they come from, and what is near besides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from roleguide.cli.answer import Answer
from roleguide.cli.parameters import records
from roleguide.cli.session import Session
from roleguide.formats.json.moves import around_json
from roleguide.moves.around import around

if TYPE_CHECKING:
    import typer

    from roleguide.views.document import Document


def next_roles(
    session: Session,
    role: Annotated[str, typer.Argument(help="the role you have"), records("roles")],
) -> Answer:
    """Where people go from a role, where they come from, what is near."""
    result = around(session.catalog, session.role(role))

    def document() -> Document:
        from roleguide.views.around import around_view  # not for programs

        return around_view(result, session.catalog, session.language)

    return Answer(document, lambda: around_json(result))
