"""`compare`: what separates two roles, or three and more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from roleguide.catalog import RoleEntry
from roleguide.cli.answer import Answer
from roleguide.cli.parameters import records
from roleguide.cli.session import Session
from roleguide.compare import Only, filtered, in_context, matrix
from roleguide.compare import compare as compare_two
from roleguide.errors import UsageError
from roleguide.formats.json.comparison import comparison_json, matrix_json
from roleguide.language import N_
from roleguide.views.comparison import comparison_view
from roleguide.views.comparison_sections import Options
from roleguide.views.matrix import matrix_view

if TYPE_CHECKING:
    import typer


def compare(
    session: Session,
    roles: Annotated[
        list[str],
        typer.Argument(metavar="ROLE ROLE …", help="two roles, or more for a matrix"),
        records("roles"),
    ],
    only: Annotated[
        Only | None, typer.Option(help="only what differs, or only what both have")
    ] = None,
    in_: Annotated[
        str | None,
        typer.Option("--in", metavar="CONTEXT", help="as the roles are in that context"),
        records("contexts"),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="everything, what decides first")] = False,
    short: Annotated[
        bool, typer.Option("--short", help="a few lines, to paste to somebody")
    ] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="exit 1 where the roles differ")
    ] = False,
) -> Answer:
    """What separates two roles, or more."""
    names = _several(session.sides(roles))
    if full and short:
        raise UsageError(N_("Either --full or --short, not both."))
    place = session.find("contexts", in_) if in_ is not None else None
    usual = session.roles(names)
    entries = [in_context(entry, place) for entry in usual] if place else usual
    page = session.medium == "page"
    options = Options(
        only, place, full, short, page, tuple(names), tuple(entry.role for entry in usual)
    )
    if len(entries) > 2:
        whole = options._replace(full=full or page)
        return _matrix(session, entries, whole, exit_code=exit_code)
    result = compare_two(session.catalog, *entries)
    return Answer(
        lambda: comparison_view(result, session.catalog, session.language, options),
        lambda: {
            **comparison_json(result._replace(rows=filtered(result.rows, only)), session.catalog),
            "only": only,
            "context": place,
        },
        code=int(exit_code and result.differs),
    )


def _several(names: list[str]) -> list[str]:
    """The names, if there are two at least."""
    if len(names) < 2:
        raise UsageError(N_("A comparison needs at least two roles."), see="roleguide list")
    return names


def _matrix(
    session: Session, entries: list[RoleEntry], options: Options, *, exit_code: bool
) -> Answer:
    """Three roles and more: every value side by side, without left and right."""
    result = matrix(session.catalog, entries)
    return Answer(
        lambda: matrix_view(result, session.catalog, session.language, options),
        lambda: {
            **matrix_json(
                result._replace(rows=filtered(result.rows, options.only)), session.catalog
            ),
            "only": options.only,
        },
        code=int(exit_code and result.rows.differ),
    )
