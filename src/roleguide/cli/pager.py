"""The pager that the reader named, to which an answer on a terminal goes instead."""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

LESS: Final = "FRX"
"""For `less`: end where all fits on one screen, keep colours, leave the answer standing."""

_RAW: Final = "raw-control-chars"

# What `less` reads in LESS and in each argument: a dollar sign ends the text of an option.
_LESS_OPTION: Final = re.compile(
    r"""--(?P<name>[A-Za-z-]{3,})(?:=[^$]*)?
      | (?P<dash>-\+?)
      | ["DkoOpPtT][^$]*      # with a text
      | [bhjxyz\#][-.,\s\d]* # with numbers
      | (?P<letter>\w)
    """,
    re.VERBOSE,
)


def keeps_color(command: str, environ: Mapping[str, str]) -> bool:
    """Whether a pager shows colours as such.

    All do but `less`, which writes out the sequences unless it was given the option `-R` or `-r`,
    in `LESS` or in the command.
    """
    words = _words(command)
    if not words or Path(words[0]).stem != "less":
        return True
    options = [environ.get("LESS", LESS), *(word for word in words[1:] if word.startswith("-"))]
    keeps = resets = False
    for found in _LESS_OPTION.finditer("$ ".join(options)):
        if found["dash"]:
            resets = found["dash"] == "-+"
        elif found["letter"] in ("r", "R"):
            keeps = not resets
        elif name := found["name"]:
            keeps = keeps or _RAW.startswith(name.lower())
    return keeps


def show(content: bytes, command: str, environ: Mapping[str, str]) -> bool:
    """Show an answer in a pager, and wait for its reader.

    A reader who leaves before the end has read enough: that is no error, nor is the pager's own
    exit code the program's.

    Args:
        content: The answer, in the bytes that the terminal would have got.
        command: The pager and its arguments, quoted as in a shell; no shell sees them.
        environ: The environment.

    Returns:
        Whether the pager started; if not, nothing was shown.
    """
    words = _words(command)
    if not words:
        return False
    # Ctrl-C is the pager's, which may use it to stop a search. A function, since a started
    # program inherits signals that are ignored, and not those that are handled.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        return _run(words, content, {"LESS": LESS, **environ})
    finally:
        signal.signal(signal.SIGINT, before)


def _words(command: str) -> list[str]:
    """The pager and its arguments; none where a quotation has no end."""
    try:
        return shlex.split(command, posix=os.name != "nt")
    except ValueError:
        return []


def _run(words: Sequence[str], content: bytes, environ: Mapping[str, str]) -> bool:
    try:
        process = subprocess.Popen(words, stdin=subprocess.PIPE, env=environ)  # noqa: S603 — asked for
    except OSError:
        return False
    with process:
        process.communicate(content)  # a pipe that nobody reads any more is no error to it
    return True
