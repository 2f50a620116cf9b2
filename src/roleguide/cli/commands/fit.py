"""`fit`: which roles fit a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from roleguide.cli.answer import Answer
from roleguide.cli.parameters import FILE
from roleguide.cli.session import Session
from roleguide.errors import UnreadableFile
from roleguide.fits.ranking import Fits
from roleguide.formats import json
from roleguide.language import N_, Message

if TYPE_CHECKING:
    import typer

    from roleguide.views.document import Document
    from roleguide.views.height import Extent


def fit(
    session: Session,
    profile: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="a profile, as new profile writes one, or - for standard input"
        ),
        FILE,
    ],
    full: Annotated[
        bool, typer.Option("--full", help="every role, and every point of the first ones")
    ] = False,
    explain: Annotated[bool, typer.Option("--explain", help="how the points are reckoned")] = False,
) -> Answer:
    """Which roles fit what I can, do and want."""
    result = fits_of(session, profile)

    def document() -> Document:
        from roleguide.views.fit import fit_view  # noqa: PLC0415 — not for programs

        extent: Extent = "whole" if full else "page" if session.medium == "page" else "screen"
        return fit_view(result, session.catalog, session.language, extent, explain=explain)

    return Answer(document, lambda: json.fit(result))


def fits_of(session: Session, file: str) -> Fits:
    """All roles beside the author of a profile.

    Raises:
        FaultyProfile: It has faults.
        UnreadableFile: It cannot be opened, or says nothing to go by.
    """
    found = session.profile(file)
    if not (found.now or found.roles or found.skills or found.activities):
        remedy = Message(N_("See {command}."), {"command": "roleguide help profiles"})
        reason = N_("it says nothing yet of roles, skills or activities.")
        raise UnreadableFile(file, Message(reason), remedy)
    return Fits(session.catalog, found, file)
