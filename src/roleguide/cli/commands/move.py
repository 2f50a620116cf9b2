"""`move`: what it takes to go from one role to another, and by which steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from roleguide.cli.answer import Answer
from roleguide.cli.parameters import records
from roleguide.cli.session import Session
from roleguide.errors import UsageError
from roleguide.formats import json
from roleguide.language import N_, Message
from roleguide.moves import move as move_between

if TYPE_CHECKING:
    import typer

    from roleguide.views.document import Document


def move(
    session: Session,
    roles: Annotated[
        list[str],
        typer.Argument(metavar="FROM TO", help="the role you have, and the role you want"),
        records("roles"),
    ],
    full: Annotated[bool, typer.Option("--full", help="every skill, part and question")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="how the figures are reckoned")
    ] = False,
) -> Answer:
    """What it takes to go from one role to another."""
    names = session.sides(roles)
    if len(names) != 2:
        raise UsageError(
            Message(N_("A move needs two roles: where you are, and where you want to go.")),
            remedy=Message(N_("See {command}."), {"command": "roleguide next ROLE"}),
        )
    start, goal = session.roles(names)
    result = move_between(session.catalog, start, goal)

    def document() -> Document:
        from roleguide.views.move import move_view  # noqa: PLC0415 — not for programs

        extent = session.extent(full=full)
        return move_view(result, session.catalog, session.language, extent, explain=explain)

    return Answer(document, lambda: json.move(result, session.catalog))
