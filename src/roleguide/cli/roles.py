"""`list`, `show` and `skills`: roles and what they need."""

from __future__ import annotations

from typing import Annotated, get_args

from roleguide.catalog import RoleEntry
from roleguide.cli.answer import Answer
from roleguide.cli.late import typer
from roleguide.cli.session import Session, choose
from roleguide.formats import json
from roleguide.language import N_
from roleguide.model import Level, Stage
from roleguide.views import lists
from roleguide.views.role import role_view
from roleguide.views.vocabulary import RECORD_VIEWS


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
        wanted = session.find("families", family)
        entries = [e for e in entries if e.role.family == wanted]
    if level is not None:
        ladder = get_args(Level)
        at = ladder.index(choose("--level", level, ladder))
        entries = [e for e in entries if _covers(e, ladder, at)]
    if stage is not None:
        choose("--stage", stage, get_args(Stage))
        entries = [e for e in entries if e.role.stage == stage]
    if skill is not None:
        users = set(session.catalog.users("skills", session.find("skills", skill)))
        entries = [e for e in entries if e.id in users]
    return Answer(
        lambda: lists.roles_view(entries, session.catalog, session.language),
        lambda: json.roles(entries),
    )


def _covers(entry: RoleEntry, ladder: tuple[str, ...], at: int) -> bool:
    low, high = entry.role.level
    return ladder.index(low) <= at <= ladder.index(high)


def show(
    session: Session,
    name: Annotated[
        str,
        typer.Argument(
            metavar=N_("NAME"),
            help=N_("a role, skill, activity, metric, tool, context, world or term"),
        ),
    ],
) -> Answer:
    """Show a record."""
    catalog, language = session.catalog, session.language
    if name.partition("/")[0] in catalog.guides and "/" in name:
        section, identifier = "roles", ""
    else:
        section, identifier = catalog.find_any(name, language)
    if section != "roles":
        return Answer(
            lambda: RECORD_VIEWS[section](identifier, catalog, language),
            lambda: json.record(section, identifier, catalog),
        )
    entry = session.role(name)
    also = tuple(catalog.entry(other) for other in catalog.everywhere(name) if other != entry.id)
    return Answer(
        lambda: role_view(entry, catalog, language, also),
        lambda: json.role(entry, also),
    )


def skills(
    session: Session,
    roles: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=N_("ROLE …"), help=N_("without one, lists every skill in the guide")
        ),
    ] = None,
) -> Answer:
    """Show the skills of roles, or all skills."""
    if not roles:
        return Answer(
            lambda: lists.all_skills_view(session.catalog, session.language),
            lambda: json.records("skills", session.catalog),
        )
    entries = session.roles(roles)
    return Answer(
        lambda: lists.skills_view(entries, session.catalog, session.language),
        lambda: json.role_skills(entries, session.catalog),
    )
