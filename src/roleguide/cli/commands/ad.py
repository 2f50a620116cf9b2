"""`ad`: which role the tasks of a job advertisement are those of, and what it leaves out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, Final

from roleguide.ads import read
from roleguide.ads.sentences import LONGEST
from roleguide.cli.answer import Answer
from roleguide.cli.parameters import FILE
from roleguide.cli.session import Session
from roleguide.errors import UnreadableFile
from roleguide.formats import json
from roleguide.language import N_, Message

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
) -> Answer:
    """Which role a job advertisement describes, and what it leaves out."""
    result = read(session.catalog, _text(file))

    def document() -> Document:
        from roleguide.views.ad import ad_view  # noqa: PLC0415 — not for programs

        return ad_view(result, session.catalog, session.language)

    no = result.verdict in ("none", "short")
    return Answer(document, lambda: json.ad(result), code=int(no))


def _text(file: str) -> str:
    if file == STDIN:
        if sys.stdin is None:
            raise UnreadableFile(STDIN, Message(N_("standard input is closed.")))
        return _decoded(sys.stdin.buffer)
    try:
        with Path(file).open("rb") as opened:
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
