"""`ad`: which role the tasks of a job advertisement are those of, and what it leaves out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, BinaryIO, Final, Literal

from roleguide.ads import read
from roleguide.ads.result import Ad
from roleguide.ads.sentences import LONGEST
from roleguide.cli.answer import Answer
from roleguide.cli.parameters import FILE, one_of
from roleguide.cli.session import Session
from roleguide.errors import UnreadableFile
from roleguide.formats import json
from roleguide.language import N_, Message
from roleguide.views.labels import COUNTRIES

if TYPE_CHECKING:
    import typer

    from roleguide.views.document import Document

STDIN: Final = "-"


def ad(
    session: Session,
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="a job advertisement (text, Markdown, HTML), its title in the first line, or - "
            "for standard input",
        ),
        FILE,
    ],
    reader: Annotated[
        Literal["candidate", "employer"],
        typer.Option(
            "--for", help="whom it is read for: a candidate, or the employer who publishes it"
        ),
    ] = "candidate",
    vs: Annotated[
        str | None,
        typer.Option("--vs", metavar="FILE", help="another advertisement, side by side"),
        FILE,
    ] = None,
    country: Annotated[
        str | None,
        typer.Option(
            "--country",
            metavar="COUNTRY",
            help="the country whose law counts: {choices}; without it, that of each",
        ),
        one_of(COUNTRIES),
    ] = None,
) -> Answer:
    """Which role a job advertisement describes, and what it leaves out."""
    result = read(session.catalog, _text(file), country)
    if vs is not None:
        return _side_by_side(session, result, read(session.catalog, _text(vs), country), country)
    if reader == "employer":
        return _checked(session, result, country)

    def document() -> Document:
        from roleguide.views.ad import ad_view  # noqa: PLC0415 — not for programs

        return ad_view(result, session.catalog, session.language, country)

    no = result.verdict in ("none", "short")
    return Answer(document, lambda: json.ad(result, country), code=int(no))


def _side_by_side(session: Session, one: Ad, other: Ad, country: str | None) -> Answer:
    def document() -> Document:
        from roleguide.views.ads import ads_view  # noqa: PLC0415 — likewise

        return ads_view((one, other), session.catalog, session.language)

    return Answer(document, lambda: json.ads((one, other), country))


def _checked(session: Session, result: Ad, country: str | None) -> Answer:
    """The advertisement checked; the answer is no where a law demands a change."""

    def document() -> Document:
        from roleguide.views.ad_check import check_view  # noqa: PLC0415 — likewise

        return check_view(result, session.catalog, session.language, country)

    no = any(odd.binding(country) for odd in result.odd)
    return Answer(document, lambda: json.ad(result, country), code=int(no))


def _text(file: str) -> str:
    if file == STDIN:
        if sys.stdin is None:
            raise UnreadableFile(STDIN, Message(N_("standard input is closed.")))
        return _decoded(sys.stdin.buffer)
    try:
        with open(file, "rb") as opened:  # noqa: PTH123 — pathlib is slow to import
            return _decoded(opened)
    except (OSError, ValueError) as error:
        said = (error.strerror if isinstance(error, OSError) else None) or error
        reason = Message(N_("it cannot be read ({error})."), {"error": said})
        remedy = Message(N_("See {command}."), {"command": "roleguide ad --help"})
        raise UnreadableFile(file, reason, remedy) from error


def _decoded(file: BinaryIO) -> str:
    """What is read of a file: in UTF-8, or where it is none in the encoding of older pages."""
    # A character may be cut at the end; that makes it no other encoding.
    data = file.read(LONGEST)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        cut = len(data) == LONGEST and error.start >= LONGEST - 3
        return data.decode("utf-8", "ignore") if cut else data.decode("cp1252", "replace")
