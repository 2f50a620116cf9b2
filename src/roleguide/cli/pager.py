"""The pager that the reader named, to which an answer on a terminal goes instead."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from collections.abc import Mapping, Sequence
from typing import Final

LESS: Final = "FRX"
"""For `less`: end where all fits on one screen, keep colours, leave the answer standing."""


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
    try:
        words = shlex.split(command, posix=os.name != "nt")
    except ValueError:  # a quotation without an end
        return False
    # Ctrl-C is the pager's, which may use it to stop a search. A function, since a started
    # program inherits signals that are ignored, and not those that are handled.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        return _run(words, content, {"LESS": LESS, **environ})
    finally:
        signal.signal(signal.SIGINT, before)


def _run(words: Sequence[str], content: bytes, environ: Mapping[str, str]) -> bool:
    try:
        process = subprocess.Popen(words, stdin=subprocess.PIPE, env=environ)  # noqa: S603 — asked for
    except OSError:
        return False
    with process:
        process.communicate(content)  # a pipe that nobody reads any more is no error to it
    return True
