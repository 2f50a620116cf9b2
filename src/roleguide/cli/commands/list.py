"""`list`: which roles there are."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

from roleguide.catalog import RoleHead
from roleguide.cli.answer import Answer
from roleguide.cli.parameters import records
from roleguide.cli.session import Session
from roleguide.formats.json.records import roles_json
from roleguide.model import LADDER, Level, Stage
from roleguide.views.listings import roles_view

if TYPE_CHECKING:
    import typer


def list_roles(
    session: Session,
    family: Annotated[
        str | None,
        typer.Option(help="only this part of the organisation"),
        records("families:roles"),
    ] = None,
    level: Annotated[
        Level | None, typer.Option("--level", metavar="LEVEL", help="only this place on the ladder")
    ] = None,
    stage: Annotated[
        Stage | None, typer.Option("--stage", metavar="STAGE", help="only {choices}")
    ] = None,
    skill: Annotated[
        str | None, typer.Option(help="only roles that need this skill"), records("skills")
    ] = None,
) -> Answer:
    """Which roles there are."""
    wanted: list[Callable[[RoleHead], bool]] = []
    if family is not None:
        identifier = session.find("families:roles", family)
        wanted.append(lambda entry: entry.role.family == identifier)
    if level is not None:
        wanted.append(lambda entry: _covers(entry, level))
    if stage is not None:
        wanted.append(lambda entry: entry.role.stage == stage)
    if skill is not None:
        users = session.catalog.users("skills", session.find("skills", skill))
        wanted.append(lambda entry: entry.id in users)
    entries = [entry for entry in session.catalog.heads() if all(test(entry) for test in wanted)]
    return Answer(
        lambda: roles_view(entries, session.catalog, session.language),
        lambda: roles_json(entries),
    )


def _covers(entry: RoleHead, level: Level) -> bool:
    """Whether a level is a role's level, or lies within its range of levels."""
    low, high = map(LADDER.index, entry.role.level)
    return low <= LADDER.index(level) <= high
