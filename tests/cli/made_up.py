"""Commands of a made-up program: arguments of several kinds, and commands below a group."""

from __future__ import annotations

from typing import Annotated, Literal

import spec
import typer

from roleguide.cli import typer_app
from roleguide.cli.answer import PlainText
from roleguide.cli.options import program
from roleguide.cli.parameters import FILE, records
from roleguide.cli.session import Session


def move(
    session: Session,
    here: Annotated[str, typer.Argument(metavar="FROM", help="where from"), records("roles")],
    there: Annotated[str, typer.Argument(metavar="TO", help="where to"), records("families")],
    me: Annotated[str | None, typer.Option(metavar="FILE", help="who moves"), FILE] = None,
) -> PlainText:
    """Move."""
    return PlainText(lambda _: f"{session.language.code}: {here} -> {there} ({me})\n")


def gather(
    _session: Session,
    first: Annotated[str, typer.Argument(metavar="FIRST", help="who begins"), records("roles")],
    roles: Annotated[list[str], typer.Argument(metavar="ROLE …", help="who"), records("roles")],
    place: Annotated[str, typer.Argument(metavar="PLACE", help="where"), records("contexts")],
    size: Annotated[Literal["small", "large"], typer.Option(help="{choices}")] = "small",
    most: Annotated[int, typer.Option(min=1, max=9, metavar="N", help="at most")] = 3,
    quick: Annotated[bool, typer.Option("-q", "--quick", help="at once")] = False,
) -> PlainText:
    """Gather."""
    return PlainText(lambda _: f"{first}, {roles}, {place}, {size}, {most}, {quick}\n")


def new_profile(
    _session: Session,
    name: Annotated[str, typer.Argument(metavar="NAME", help="its name")],
    kind: Annotated[
        Literal["short", "long"] | None, typer.Argument(metavar="KIND", help="{choices}")
    ] = None,
) -> PlainText:
    """A profile to fill in."""
    return PlainText(lambda _: f"{name} {kind}\n")


def new_role(
    _session: Session,
    upon: Annotated[str, typer.Option(metavar="ROLE", help="upon that role"), records("roles")],
) -> PlainText:
    """A role to fill in."""
    return PlainText(lambda _: f"upon {upon}\n")


APP = typer.Typer()
APP.callback(help="A program.", epilog="roleguide move a b")(program)
typer_app.add(APP, "Go", move, "roleguide move a b")
typer_app.add(APP, "Go", gather, "roleguide gather a b c")
NEW = typer.Typer()
typer_app.add(NEW, "", new_profile, "roleguide new profile me", name="profile")
typer_app.add(NEW, "", new_role, "roleguide new role --upon sdr", name="role")
APP.add_typer(NEW, name="new", help="Something of your own.", rich_help_panel="Write")

SPEC = spec.spec_of(APP)
