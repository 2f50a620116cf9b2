"""Positions in files, and the files' text: read, decoded, and free of unseen characters."""

from __future__ import annotations

import codecs
import os
import sys
from bisect import bisect_right
from errno import ELOOP, ENOENT, ENOTDIR
from functools import lru_cache
from itertools import accumulate
from os import PathLike, fspath
from stat import S_ISFIFO, S_ISREG
from typing import Final, NamedTuple

from roleguide.errors import Fault, UnreadableFile
from roleguide.guide_paths import STDIN, is_file
from roleguide.language import N_, UNSEEN, Message

EXCERPT: Final = 200
BEFORE: Final = 60
"""Characters that a fault quotes of its line at most, and how many of them stand before it."""

_NO_FILE: Final = (ENOENT, ENOTDIR, ELOOP)
"""Errors of a path that leads nowhere."""

_PLAIN: Final = bytes(range(32, 127)) + b"\n\t"
"""What anybody can see in ASCII, and the ends of lines."""

LARGEST_FILE: Final = 32 * 1024 * 1024
"""Bytes; the whole built-in guide is a twentieth of it."""

MOST_FILES: Final = 2_000
"""Files in the folder of a guide; the built-in one has 23."""

LONGEST_TEXT: Final = 10_000
"""Characters of a text; the longest of the built-in guide has a tenth of it."""

MOST_VALUES: Final = 1_000_000
"""Values in a guide, keys included: fourteen times those of the built-in one, in 300 MB."""

MOST_FAULTS: Final = 10_000
"""Faults after which a guide is not read any further; each takes 2 KB of memory."""


class TooManyFaults(Exception):
    """A guide has `MOST_FAULTS`; more of them would help nobody."""


class Place(NamedTuple):
    """A position in a source; line and column count from 1."""

    source: FileText
    line: int
    column: int

    @property
    def character(self) -> str:
        """The character there; empty at the end of a line."""
        return self.source.line(self.line)[self.column - 1 : self.column]

    def fault(
        self,
        path: str,
        found: Message,
        *,
        allowed: Message | None = None,
        hint: Message | None = None,
        warning: bool = False,
    ) -> Fault:
        """A fault at this place."""
        source, line, column = self
        excerpt = source.excerpt(line, column)
        return Fault(source.name, line, column, path, found, allowed, hint, excerpt, warning)


class FileText(NamedTuple):
    """A file's name, as the user gave it, and its text."""

    name: str
    text: str

    def line(self, number: int) -> str:
        """One line, from 1, as it is; empty where there is none."""
        lines = _lines(self.text)
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def excerpt(self, number: int, column: int) -> str:
        """A line without what must not reach a terminal; of a long one, what is at a column.

        A file may be a single line with a fault at every tenth character, so the line is cut
        before anything else is done with it.
        """
        line = self.line(number)
        start = max(min(column - 1 - BEFORE, len(line) - EXCERPT), 0)
        end = start + EXCERPT
        text = UNSEEN.sub("\ufffd", line[start:end].rstrip("\r"))
        return f"{f'…{text.lstrip()}' if start else text}{'…' if end < len(line) else ''}"

    def place(self, index: int) -> Place:
        """The place of a character."""
        starts = _starts(self.text)
        line = bisect_right(starts, index)
        return Place(self, line, index - starts[line - 1] + 1)

    def first_unseen(self) -> Fault | None:
        """A fault at the first character that must not be in a guide, if there is one."""
        # Nearly all is plain, and to take that out is quicker than to look at each character.
        rest = self.text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
        if not UNSEEN.search(rest.decode("utf-8", "surrogatepass")):
            return None
        found = UNSEEN.search(self.text)
        if not found:
            return None
        return self.place(found.start()).fault("", unseen(found[0]), hint=without(found[0]))


@lru_cache(maxsize=4)
def _lines(text: str) -> list[str]:
    """The lines of a text, cached for the faults in it."""
    return text.split("\n")


@lru_cache(maxsize=4)
def _starts(text: str) -> list[int]:
    """The characters at which the lines of a text begin, likewise."""
    return [0, *accumulate(len(line) + 1 for line in _lines(text)[:-1])]


def unseen(character: str) -> Message:
    """The message about a character that must not be in a guide."""
    return Message(N_("invisible or control character U+{code}"), {"code": f"{ord(character):04X}"})


def without(character: str) -> Message:
    """What to do about a character that must not be in a guide."""
    if character == "\0":
        return Message(N_("this seems to be no text: save the guide as a text file in UTF-8"))
    if character == "\r":
        return Message(N_("save the file with the line ends of Unix (LF) or of Windows (CRLF)"))
    return Message(N_("delete it, or type the word anew"))


_LOOK_ALIKES: Final = {
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000", " "),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‘’", "'"),
    **dict.fromkeys("‐‑–—•", "-"),
    "：": ":",
    "，": ",",
}
"""Signs of type and of other keyboards, by the signs that YAML knows."""

_NO_WIDTH: Final = "\u200b\u200c\u200d\u2060"
_PLAINLY: Final = str.maketrans({**_LOOK_ALIKES, **dict.fromkeys(_NO_WIDTH, "")})


def plain(word: str) -> str:
    """A word with the signs of YAML in place of those that look like them, and none unseen."""
    return word.translate(_PLAINLY).strip()


def look_alike(text: str) -> Message | None:
    """What to do about the first sign in a word that only looks like another, or is not seen."""
    for sign in text:
        plain, told = _LOOK_ALIKES.get(sign), {"sign": sign, "code": f"{ord(sign):04X}"}
        if sign in _NO_WIDTH:
            return Message(N_("a sign that nobody sees is in it (U+{code}): type it anew"), told)
        if plain == " ":
            return Message(N_("a special space is in it (U+{code}): type a plain one"), told)
        if plain:
            text = N_("{sign} only looks like {plain}: type it anew")
            return Message(text, {**told, "plain": plain})
    return None


def read_file(path: str | PathLike[str]) -> tuple[FileText, Fault | None]:
    """Read and decode a file, a pipe, or standard input.

    Returns:
        The source, with the fault of its encoding if it has one.

    Raises:
        UnreadableFile: It cannot be opened, is a folder or a device, or is too large.
    """
    name = fspath(path)
    content = _content(name).removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n")
    try:
        return FileText(name, content.decode("utf-8")), None
    except UnicodeDecodeError as error:
        source = FileText(name, content[: error.start].decode("utf-8"))
        found = Message(N_("byte {byte} is not UTF-8"), {"byte": f"0x{content[error.start]:02X}"})
        hint = Message(N_("save the file in UTF-8"))
        return source, source.place(len(source.text)).fault("", found, hint=hint)


def _content(name: str) -> bytes:
    try:
        content = _standard_input() if name == STDIN else _content_of_file(name)
    except OSError as error:
        reason = Message(N_("it cannot be read ({error})."), {"error": error.strerror or error})
        raise UnreadableFile(name, reason) from error
    if len(content) > LARGEST_FILE:
        raise UnreadableFile(name, too_large())
    return content


def too_large() -> Message:
    """Why a guide of too many bytes is not read."""
    size = LARGEST_FILE // (1024 * 1024)
    return Message(N_("it is too large for a guide (over {size} MB)."), {"size": size})


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise UnreadableFile(STDIN, Message(N_("standard input is closed.")))
    return sys.stdin.buffer.read(LARGEST_FILE + 1)


def _beside(name: str) -> Message | None:
    """A question whether the file of the same name with the other ending of YAML is meant."""
    stem, ending = os.path.splitext(name)
    other = stem + {".yml": ".yaml", ".yaml": ".yml"}.get(ending, "")
    if other == stem or not is_file(other):
        return None
    return Message(N_("Did you mean {names}?"), {"names": other})


def _content_of_file(name: str) -> bytes:
    try:
        mode = os.stat(name).st_mode
    except (OSError, ValueError) as error:  # a path may have a null character
        if getattr(error, "errno", ENOENT) not in _NO_FILE:
            raise
        raise UnreadableFile(name, Message(N_("there is no such file.")), _beside(name)) from error
    if not (S_ISREG(mode) or S_ISFIFO(mode)):
        raise UnreadableFile(name, Message(N_("this is not a file.")))
    with open(name, "rb") as file:
        return file.read(LARGEST_FILE + 1)
