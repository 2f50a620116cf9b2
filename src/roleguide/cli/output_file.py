"""Writes an answer to a file: whole or not at all, or in place where the name leads elsewhere.

An ordinary file is replaced, so that its readers find the old answer or the new one. A device, a
pipe and an open descriptor (`/dev/stdout`, `/dev/fd/3`) are never replaced: other programs hold
them open already, and would go on writing into a file that has lost its name.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from roleguide.errors import NotWritten, system_reason
from roleguide.language import N_, Message

_ELSEWHERE: Final = Message(N_("Name another file with -o."))

_DESCRIPTOR: Final = re.compile(
    r"(?:/dev/fd|/proc/(?P<process>\d+)(?:/task/\d+)?/fd)/(?P<number>\d{1,9})", re.ASCII
)
"""The name of an open descriptor, once the links in the name of its folder are followed."""

_MOST_LINKS: Final = 40
"""Links that lead on to one another before it is a loop: Linux's own limit."""


def write_file(name: str, content: bytes) -> None:
    """Write an answer to a file.

    Args:
        name: The file; where it is a link, the file that the link leads to.
        content: What to write.

    Raises:
        BrokenPipeError: The reader of a pipe went away.
        NotWritten: The file is read-only, or its folder is missing, full, or not ours to write in.
    """
    path = Path(name)
    try:
        if path.is_dir():
            raise NotWritten(str(path), Message(N_("it is a folder.")), _ELSEWHERE)
        target = _followed(path)
        if _DESCRIPTOR.fullmatch(str(target)) or (path.exists() and not path.is_file()):
            with _opened_in_place(target) as file:
                file.write(content)
        elif path.exists() and not _is_writable(path):
            raise NotWritten(str(path), Message(N_("it is read-only.")), _ELSEWHERE)
        else:
            _replace(target, content)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise NotWritten(str(path), system_reason(error), _ELSEWHERE) from error


def create_file(name: str, content: bytes) -> None:
    """Write a file that was not there, and never one that was.

    Raises:
        NotWritten: It exists, or its folder is missing, full, or not ours to write in.
    """
    with _made_anew(name), Path(name).open("xb") as file:
        file.write(content)


def create_folder(name: str) -> None:
    """Make a folder that was not there.

    Raises:
        NotWritten: It exists, or the folder above it is missing or not ours to write in.
    """
    with _made_anew(name):
        Path(name).mkdir()


@contextmanager
def _made_anew(name: str) -> Iterator[None]:
    """Say of what goes wrong why nothing was made."""
    remedy = Message(N_("Choose another name."))
    try:
        yield
    except FileExistsError as error:
        reason = Message(N_("it exists, and nothing is overwritten."))
        raise NotWritten(name, reason, remedy) from error
    except (OSError, ValueError) as error:
        raise NotWritten(name, system_reason(error), remedy) from error


def _followed(path: Path) -> Path:
    """Where a name leads: to an open descriptor, else past all links.

    Raises:
        OSError: The links lead in a circle.
    """
    for _ in range(_MOST_LINKS):
        # The folder alone: to resolve all of it would lead on to the file behind a descriptor,
        # which looks like any other. `Path.resolve` raises RuntimeError for a circle.
        path = Path(os.path.realpath(path.parent), path.name)
        if _DESCRIPTOR.fullmatch(str(path)) or not path.is_symlink():
            return path
        path = path.parent / path.readlink()
    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))


def _opened_in_place(path: Path) -> BinaryIO:
    """A device, pipe or descriptor, open for writing after what is there.

    A descriptor of this process is written through itself, so that whoever shares it (the shell
    behind `>`) goes on after the answer and not over it.
    """
    found = _DESCRIPTOR.fullmatch(str(path))
    if found and found["process"] in (None, str(os.getpid())):
        return os.fdopen(os.dup(int(found["number"])), "wb")
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND), "wb")


def _is_writable(path: Path) -> bool:
    """Whether a file may be written to, as a shell's `>` would find.

    Replacing a file asks for no permission but its folder's. The mode counts apart, since to root
    every file is writable, and mode 444 says that nobody means to write here.
    """
    return bool(path.stat().st_mode & stat.S_IWUSR) and os.access(path, os.W_OK)


def _replace(path: Path, content: bytes) -> None:
    """Write beside the file, then move there; the passing name is short whatever the file's is."""
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".roleguide-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """The permissions of the file replaced, or what a new file gets here."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
