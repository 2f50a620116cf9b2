"""Writes to standard output and standard error; `output_file` writes files."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from typing import Final, Self, TextIO

from roleguide.errors import NotWritten, system_reason
from roleguide.language import HARD_SPACE, N_, NARROW_SPACE, Message, one_line

WIDEST: Final = 110
"""Lines longer than this are hard to read; a wider terminal keeps its margin unless asked."""

_NARROWEST: Final = 30
"""Columns beside a name in which a text can still be read."""

# What a terminal without UTF-8 can still show.
_ASCII: Final = str.maketrans(
    {
        "−": "-",
        "–": "-",
        "—": "-",
        "•": "*",
        "·": "|",
        "→": "->",
        "■": "#",
        "□": ".",
        "─": "-",
        "…": "...",
        "’": "'",
        "“": '"',
        "”": '"',
        "«": '"',
        "»": '"',
        "Δ": "+/-",
        "×": "x",
        "÷": "/",
        "Σ": "sum",
        "œ": "oe",
        "Œ": "OE",
        HARD_SPACE: " ",
        NARROW_SPACE: " ",
    }
)


def terminal_width(asked: int | None) -> int:
    """Columns to draw in: asked for, `COLUMNS`, the terminal's, else 80."""
    return asked or min(max(_given_columns() or _terminal_columns() or 80, 20), WIDEST)


def _given_columns() -> int:
    try:
        return max(int(os.environ.get("COLUMNS", "")), 0)
    except ValueError:
        return 0


def _terminal_columns() -> int:
    """Those of the terminal; `shutil`, which tells them too, imports every way to pack files."""
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1).columns
    except (OSError, ValueError):  # no terminal, or closed
        return 0


def use_color(asked: str, environ: Mapping[str, str]) -> bool:
    """Whether to colour: `--color`, then the environment, then whether it is a terminal."""
    if asked != "auto":
        return asked == "always"
    if environ.get("NO_COLOR"):
        return False
    if any(environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    if environ.get("CLICOLOR") == "0" or environ.get("TERM") == "dumb":
        return False
    return is_terminal()


def is_terminal(stream: TextIO | None = None) -> bool:
    """Whether a stream, standard output unless named, is a terminal."""
    try:
        return (stream or sys.stdout).isatty()
    except (ValueError, AttributeError):  # closed, or not there at all
        return False


def encoded(text: str, encoding: str | None) -> bytes:
    """A text in the bytes of a stream; without UTF-8, in what ASCII has for its glyphs."""
    name = (encoding or "ascii").lower().replace("-", "").replace("_", "")
    if name in ("utf8", "utf16", "utf32", "cp65001"):
        return text.encode(encoding or "utf-8", errors="replace")
    plain = text.translate(_ASCII)
    try:
        return plain.encode(encoding or "ascii")
    except UnicodeEncodeError:
        from unicodedata import combining, normalize  # seldom needed

        bare = "".join(c for c in normalize("NFKD", plain) if not combining(c))
        return bare.encode(encoding or "ascii", errors="replace")


def write(content: bytes) -> None:
    """Write to standard output, and be done when it is written.

    Raises:
        BrokenPipeError: The reader went away.
        NotWritten: The device is full, or closed.
    """
    stream: TextIO | None = sys.stdout
    if stream is None:  # the parent process has closed it
        raise NotWritten("stdout", Message(N_("it is closed.")))
    try:
        stream.buffer.write(content)
        stream.buffer.flush()
    except BrokenPipeError:
        raise
    except (OSError, ValueError, AttributeError) as error:
        raise NotWritten("stdout", system_reason(error)) from error


def write_error(lines: Iterable[str], *, wrapped: bool = True) -> None:
    """Write lines to standard error, and let nothing that fails there fail again.

    Each stays one line, whatever words of the command line are quoted in it; a terminal gets it
    wrapped between words, unless it is read by a program.
    """
    width = terminal_width(None) if wrapped and is_terminal(sys.stderr) else None
    parts = (part for line in lines for part in _wrapped(one_line(line), width))
    _raw("".join(f"{part}\n" for part in parts))


def _wrapped(line: str, width: int | None) -> list[str]:
    """A line as a terminal shows it: what has a name before it goes on beside that name."""
    if width is None or len(line) <= width:
        return [line]
    from textwrap import wrap  # only where a line is long

    beside = _beside(line)
    inset = " " * (beside if width - beside >= _NARROWEST else 4)
    return wrap(
        line, width, subsequent_indent=inset, break_long_words=False, break_on_hyphens=False
    )


def _beside(line: str) -> int:
    """The column in which a long line goes on: beside the id it begins with, if it does."""
    inset = len(line) - len(line.lstrip())
    name, _, told = line[inset:].partition("  ")
    return len(line) - len(told.lstrip()) if inset and told and " " not in name else inset


def _raw(text: str) -> bool:
    stream = sys.stderr
    try:
        stream.buffer.write(encoded(text, stream.encoding))
        stream.buffer.flush()
    except (OSError, ValueError, AttributeError):
        return False
    return True


class Progress:
    """A line on standard error while something takes longer than half a second."""

    AFTER: Final = 0.5
    """Seconds before anything is said."""

    def __init__(self, text: Callable[[], str]) -> None:
        self._text = text
        self._shown = ""
        self._start = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __call__(self, doing: Callable[[], str] | None = None) -> None:
        """Show the line, if enough time has passed and standard error is a terminal.

        Args:
            doing: What is done now, in place of what is said first.
        """
        late = time.monotonic() - self._start > self.AFTER
        if late and (doing or not self._shown) and is_terminal(sys.stderr):
            text = (doing or self._text)()
            before = f"\r{' ' * len(self._shown)}\r" if self._shown else ""
            self._shown = text if _raw(before + text) else ""

    def __exit__(self, *_: object) -> None:
        if self._shown:
            _raw(f"\r{' ' * len(self._shown)}\r")
