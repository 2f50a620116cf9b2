"""`list`: which roles there are."""

from __future__ import annotations

from typing import Annotated, get_args

from roleguide.catalog import RoleEntry
from roleguide.cli.answer import Answer
from roleguide.cli.late import typer
from roleguide.cli.session import Session, choose
from roleguide.formats import json
from roleguide.language import N_
from roleguide.model import Level, Stage
from roleguide.views.lists import roles_view


def list_roles(
    session: Session,
    family: Annotated[
        str | None,
        typer.Option(
            "--family", metavar=N_("FAMILY"), help=N_("only this part of the organisation")
        ),
    ] = None,
    level: Annotated[
        str | None,
        typer.Option("--level", metavar=N_("LEVEL"), help=N_("only this place on the ladder")),
    ] = None,
    stage: Annotated[
        str | None,
        typer.Option(
            "--stage", metavar=N_("STAGE"), help=N_("only backstage, mixed or frontstage")
        ),
    ] = None,
    skill: Annotated[
        str | None,
        typer.Option("--skill", metavar=N_("SKILL"), help=N_("only roles that need this skill")),
    ] = None,
) -> Answer:
    """List roles."""
    entries = session.catalog.heads()
    if family is not None:
        wanted = session.find("families:roles", family)
        entries = [e for e in entries if e.role.family == wanted]
    if level is not None:
        ladder = get_args(Level)
        at = ladder.index(choose("--level", level, ladder))
        entries = [e for e in entries if _covers(e, ladder, at)]
    if stage is not None:
        seen = choose("--stage", stage, get_args(Stage))
        entries = [e for e in entries if e.role.stage == seen]
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
