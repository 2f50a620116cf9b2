"""`changes`: what a guide changes, against the standard or against an earlier version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from roleguide.cli.answer import Answer
from roleguide.cli.parameters import FILE
from roleguide.cli.session import Session
from roleguide.formats.json.guides import changes_json
from roleguide.guide_paths import real_path
from roleguide.guides import changes as result
from roleguide.views.changes import changes_view

if TYPE_CHECKING:
    import typer


def changes(
    session: Session,
    path: Annotated[str, typer.Argument(help="a guide, against those below it"), FILE],
    later: Annotated[
        str | None, typer.Argument(help="a later version of it, to compare with the first"), FILE
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="exit 1 where anything changes")
    ] = False,
) -> Answer:
    """What a guide changes of the standard, or a later version of the earlier one."""
    others = [guide for guide in session.guides if real_path(guide[0]) != real_path(path)]
    if later is None:
        found = result.changes(others, [*others, (path, None)])
    else:
        found = result.changes([*others, (path, None)], [*others, (later, None)])
        found = found._replace(before=path, after=later)
    return Answer(
        lambda: changes_view(found, session.language),
        lambda: changes_json(found),
        code=int(exit_code and bool(found.records)),
    )
