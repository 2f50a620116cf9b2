"""Programs on a pseudo-terminal: what they draw stands on a screen, what is typed reaches them."""

from __future__ import annotations

import contextlib
import os
import select
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import pyte
import pytest
from screens import Screen

termios = pytest.importorskip("termios", reason="there are no pseudo-terminals here")
fcntl = pytest.importorskip("fcntl", reason="there are no pseudo-terminals here")

PATIENCE: Final = 30
"""Seconds after which a program has nothing more to say; a busy machine takes some."""

# A session of its own, with this terminal: what a window does before it starts a shell.
_LAUNCH: Final = (
    "import fcntl, os, sys, termios;"
    "fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    "os.execvp(sys.argv[1], sys.argv[1:])"
)


class Terminal:
    """A terminal of some size with one program in it; leaving it ends the program."""

    def __init__(
        self,
        command: Sequence[str],
        environ: Mapping[str, str],
        folder: Path,
        size: tuple[int, int] = (80, 40),
    ) -> None:
        columns, lines = size
        self.screen = Screen(columns, lines)
        setattr(self.screen, "write_process_input", self.type)  # noqa: B010 — it is asked who it is
        self._stream = pyte.ByteStream(self.screen)
        self._file, inner = os.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self._program = subprocess.Popen(
            [sys.executable, "-c", _LAUNCH, *command],
            stdin=inner,
            stdout=inner,
            stderr=inner,
            cwd=folder,
            env={"TERM": "xterm-256color", **environ},
            start_new_session=True,
        )
        os.close(inner)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._program.kill()
        self._program.wait()
        os.close(self._file)

    def type(self, keys: str) -> None:
        """Press keys; `\\t` is TAB, `\\r` ENTER, `\\x1b[D` the left arrow."""
        os.write(self._file, keys.encode())

    def _read(self, seconds: float) -> bool:
        """Take what the program has sent; whether there may be more."""
        if not select.select([self._file], [], [], seconds)[0]:
            return True
        with contextlib.suppress(OSError):  # Linux says so where the program is gone
            if sent := os.read(self._file, 65536):
                self._stream.feed(sent)
                return True
        return False

    def until(self, seen: Callable[[str], bool]) -> str:
        """Wait until the screen shows something; what it shows then.

        Raises:
            AssertionError: It never does.
        """
        end = time.monotonic() + PATIENCE
        more = True
        while more and time.monotonic() < end:
            if seen(self.text):
                return self.text
            more = self._read(0.2)
        assert seen(self.text), self.text
        return self.text

    def rest(self, seconds: float = 0.6) -> str:
        """Wait until nothing was sent for a while; what the screen shows then."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and select.select([self._file], [], [], seconds)[0]:
            if not self._read(0):
                break
        return self.text

    def end(self) -> int:
        """Wait until the program has ended; its exit code."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self._read(0.2):
            continue
        return self._program.wait(PATIENCE)

    @property
    def text(self) -> str:
        """The screen, line by line."""
        return "\n".join(self.screen.text)
