"""The text of a job advertisement, from a file or from standard input."""

from __future__ import annotations

import sys
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from typing import BinaryIO, Final

from roleguide.ads.sentences import LONGEST
from roleguide.errors import UnreadableFile
from roleguide.language import N_, Message

STDIN: Final = "-"


def text_of(file: str) -> str:
    """The text of a file, or of standard input.

    Raises:
        UnreadableFile: It cannot be read.
    """
    if file == STDIN:
        if sys.stdin is None:
            raise UnreadableFile(STDIN, Message(N_("standard input is closed.")))
        return _decoded(STDIN, sys.stdin.buffer)
    try:
        with open(file, "rb") as opened:  # noqa: PTH123 — pathlib is slow to import
            return _decoded(file, opened)
    except (OSError, ValueError) as error:
        said = (error.strerror if isinstance(error, OSError) else None) or error
        reason = Message(N_("it cannot be read ({error})."), {"error": said})
        remedy = Message(N_("See {command}."), {"command": "roleguide ad --help"})
        raise UnreadableFile(file, reason, remedy) from error


def _decoded(name: str, file: BinaryIO) -> str:
    """What is read of a file: in UTF-8, or where it is none in the encoding of older pages.

    Raises:
        UnreadableFile: It is no text.
    """
    data = file.read(LONGEST)
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    if data.startswith(b"%PDF-") or b"\0" in data:
        reason = Message(N_("it is no text."))
        remedy = Message(N_("Save it as text or as a web page, or paste the text behind “ad -”."))
        raise UnreadableFile(name, reason, remedy)
    whole, data = len(data) < LONGEST, data.removeprefix(BOM_UTF8)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        # A character may be cut at the end; that makes it no other encoding.
        cut = not whole and error.start >= len(data) - 3
        return data.decode("utf-8", "ignore") if cut else data.decode("cp1252", "replace")
