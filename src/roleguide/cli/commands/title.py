"""`title`: what a job title means, what it hides and how it is written."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, BinaryIO, Final

from roleguide.cli.answer import Answer, Stream
from roleguide.cli.role_titles import way_on
from roleguide.cli.session import Session
from roleguide.errors import UnreadableFile
from roleguide.formats import StreamedItem
from roleguide.formats.json.titles import title_json
from roleguide.language import N_, Message
from roleguide.titles.explanation import explain, understand

if TYPE_CHECKING:
    import typer

    from roleguide.titles import TitleReading
    from roleguide.views.document import Document

STDIN: Final = "-"

LONGEST: Final = 10_000
"""Bytes of a line that are read; no title is as long, and the rest of the line is passed over."""


def title(
    session: Session,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="TITLE …",
            help="a job title as people write it, or - for one a line from standard input",
        ),
    ],
) -> Answer | Stream:
    """What a job title means, what it hides, how it is written."""
    if words == [STDIN]:
        from roleguide.views.title import COLUMNS  # not for programs

        return Stream(COLUMNS, lambda: _items(session))
    reading = understand(session.catalog, " ".join(words))
    return Answer(
        lambda: _document(session, reading),
        lambda: title_json(explain(session.catalog, reading)),
        code=int(reading.verdict == "none"),
    )


def _document(session: Session, reading: TitleReading) -> Document:
    from roleguide.views.title import title_view

    on = way_on(session.catalog, reading) if reading.verdict == "none" else ""
    explained = explain(session.catalog, reading)
    return title_view(explained, session.catalog, session.language, on)


def _items(session: Session) -> Iterator[StreamedItem]:
    """An answer for each line of standard input, as soon as the line is there."""
    if sys.stdin is None:
        raise UnreadableFile(STDIN, Message(N_("standard input is closed.")))
    # A damaged file is compiled again and the command repeated, which what was read cannot be.
    session.catalog.store.verify()
    for line in _lines(sys.stdin.buffer):
        yield _item(session, understand(session.catalog, line))


def _item(session: Session, reading: TitleReading) -> StreamedItem:
    from roleguide.views.title import title_row

    return StreamedItem(
        lambda: title_row(reading, session.catalog, session.language),
        lambda: title_json(explain(session.catalog, reading)),
    )


def _lines(file: BinaryIO) -> Iterator[str]:
    """The lines of a file: in UTF-8, or each that is none in the encoding of older sheets."""
    while line := file.readline(LONGEST):
        while not line.endswith(b"\n") and (more := file.readline(LONGEST)):
            line = line[:LONGEST] + more[-1:] if more.endswith(b"\n") else line
        try:
            yield line.decode().strip()
        except UnicodeDecodeError:
            yield line.decode("cp1252", errors="replace").strip()
