"""`list`: which roles there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, get_args

from roleguide.catalog import RoleEntry
from roleguide.cli.answer import Answer
from roleguide.cli.parameters import records
from roleguide.cli.session import Session
from roleguide.formats import json
from roleguide.language import N_
from roleguide.model import Level, Stage
from roleguide.views.lists import roles_view

if TYPE_CHECKING:
    import typer


def list_roles(
    session: Session,
    family: Annotated[
        str | None,
        typer.Option(
            "--family", metavar=N_("FAMILY"), help=N_("only this part of the organisation")
        ),
        records("families:roles"),
    ] = None,
    level: Annotated[
        Level | None,
        typer.Option("--level", metavar=N_("LEVEL"), help=N_("only this place on the ladder")),
    ] = None,
    stage: Annotated[
        Stage | None, typer.Option("--stage", metavar=N_("STAGE"), help=N_("only {choices}"))
    ] = None,
    skill: Annotated[
        str | None,
        typer.Option("--skill", metavar=N_("SKILL"), help=N_("only roles that need this skill")),
        records("skills"),
    ] = None,
) -> Answer:
    """List roles."""
    entries = session.catalog.heads()
    if family is not None:
        wanted = session.find("families:roles", family)
        entries = [e for e in entries if e.role.family == wanted]
    if level is not None:
        ladder = get_args(Level)
        at = ladder.index(level)
        entries = [e for e in entries if _covers(e, ladder, at)]
    if stage is not None:
        entries = [e for e in entries if e.role.stage == stage]
    if skill is not None:
        users = set(session.catalog.users("skills", session.find("skills", skill)))
        entries = [e for e in entries if e.id in users]
    return Answer(
        lambda: roles_view(entries, session.catalog, session.language),
        lambda: json.roles(entries),
    )


def _covers(entry: RoleEntry, ladder: tuple[str, ...], at: int) -> bool:
    low, high = entry.role.level
    return ladder.index(low) <= at <= ladder.index(high)
