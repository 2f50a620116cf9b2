"""Which guides are in effect, and which files they are compiled into.

Completion imports this module, so paths are strings here and typing is not imported: pathlib alone
would add a tenth to the time of a press of TAB.
"""

from __future__ import annotations

import os
import sys
import zlib

from roleguide import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

GuidePath = tuple[str | os.PathLike[str], str | None]
"""The path of a guide, and its id unless it states one itself."""

ENDINGS = (".yaml", ".yml")
"""The endings of the files of a guide; upper case counts as lower case."""

STDIN = "-"
"""The path that means standard input; a file of that name is `./-`."""

STANDARD = "roleguide"
"""The id of the built-in guide; `roleguide/ID` is always a role of this guide."""


_COMPILING = ("language", "reading", "store")
"""The folders in the package whose code decides, with that beside them, what is compiled."""

OWN = "mine"
"""The id of the guide in the user's folder, unless it states one."""


def data_folder() -> str:
    """The folder of the built-in guide: in the package, or beside `src` in a checkout."""
    package = os.path.dirname(os.path.abspath(__file__))
    inside = os.path.join(package, "data")
    if os.path.isdir(inside):
        return inside
    return os.path.join(os.path.dirname(os.path.dirname(package)), "data")


def folder(kind: str, environ: Mapping[str, str]) -> str:
    """The user's folder of a kind: `config` for guides, `cache` for compiled ones.

    `ROLEGUIDE_CONFIG_DIR` and the like, then XDG's variables where they are absolute, then the
    platform's custom.
    """
    if path := environ.get(f"ROLEGUIDE_{kind.upper()}_DIR"):
        return absolute(os.path.expanduser(path))
    if os.path.isabs(path := environ.get(f"XDG_{kind.upper()}_HOME", "")):
        return os.path.join(path, "roleguide")
    if sys.platform == "win32" and (path := environ.get("LOCALAPPDATA")):
        return os.path.join(path, "roleguide", kind)
    home = os.path.expanduser("~")
    if sys.platform == "darwin":
        library = {"config": "Application Support", "cache": "Caches"}[kind]
        return os.path.join(home, "Library", library, "roleguide")
    return os.path.join(home, f".{kind}", "roleguide")


def absolute(path: str | os.PathLike[str]) -> str:
    """An absolute path; the path as it is if the current folder has been removed."""
    try:
        return os.path.abspath(path)
    except OSError:
        return os.fspath(path)


def guides_in_effect(extra: Sequence[str], environ: Mapping[str, str]) -> list[GuidePath]:
    """The guides in effect, the lowest first."""
    paths: list[GuidePath] = [(data_folder(), STANDARD)]
    own = folder("config", environ)
    if _is_guide(own):
        paths.append((own, OWN))
    named = [part for part in environ.get("ROLEGUIDE_PATH", "").split(os.pathsep) if part]
    return paths + [(os.path.expanduser(part), None) for part in (*named, *extra)]


def compiled_files(paths: Sequence[GuidePath], environ: Mapping[str, str]) -> list[tuple[str, str]]:
    """The file that each guide is compiled into, and the stamp that it bears while it is current.

    What a guide says depends on those below it, so its file and its stamp depend on theirs. The
    stamp is empty if a guide is not compiled into a file, because it or one below it is not stored
    in a file itself or because there is no folder for compiled files.
    """
    cache = folder("cache", environ)
    stored = os.path.isabs(cache)
    stamp, key = _code(), 0
    found = []
    for path, identifier in paths:
        name = (real_path(path), os.path.basename(path), identifier)
        state = _state(path) if stored else None
        stored = state is not None
        stamp += ascii((name, state))  # file names may contain bytes that are not UTF-8
        # If two guides ever have the same key, each compiles again, since the stamp has the paths.
        key = zlib.crc32(ascii(name).encode(), key)
        file = os.path.join(cache, f"guide-{__version__}-{key:08x}.sqlite")
        found.append((file, stamp if stored else ""))
    return found


def _code() -> str:
    """The state of the code, in a checkout, where it changes and its version does not."""
    package = os.path.dirname(os.path.abspath(__file__))
    if data_folder().startswith(package):
        return ""
    folders = (package, *(os.path.join(package, name) for name in _COMPILING))
    try:
        states = [
            (entry.name, info.st_size, info.st_mtime_ns)
            for folder in folders
            for entry in os.scandir(folder)
            if entry.name.endswith(".py") and (info := entry.stat())
        ]
    except OSError:  # an editor may replace a file in this very moment
        return ""
    return f"{zlib.crc32(ascii(sorted(states)).encode()):08x}"


def real_path(path: str | os.PathLike[str]) -> str:
    """The path of a guide without links, by which the same guide is recognised."""
    name = os.fspath(path)
    try:
        return name if name == STDIN else os.path.realpath(name)
    except (OSError, ValueError):  # the current folder is gone; a null character in the path
        return name


def is_stored(path: str | os.PathLike[str]) -> bool:
    """Whether a guide is a file or a folder, unlike a pipe, which can be read only once."""
    return os.fspath(path) != STDIN and (os.path.isfile(path) or os.path.isdir(path))


def typed(path: str) -> str:
    """A path as one types it in a command: quoted for the shell, and never taken for an option."""
    from shlex import quote  # completion never types a path

    return quote(f"./{path}" if path.startswith("-") and path != STDIN else path)


def is_file(path: str) -> bool:
    """Whether a path names a file that can be read again and again."""
    return path != STDIN and os.path.isfile(path)


def _state(path: str | os.PathLike[str]) -> list[tuple[object, ...]] | None:
    """The state of a guide's files by name; None if it is not stored."""
    if not is_stored(path):
        return None
    try:
        if os.path.isdir(path):
            files = [(entry.name, entry.stat()) for entry in yaml_files(path)]
        else:
            files = [("", os.stat(path))]
    except (OSError, ValueError):  # likewise
        return None
    # Size and time stay the same if another file is moved to this path; its inode does not.
    return [
        (file, i.st_size, i.st_mtime_ns, i.st_ctime_ns, i.st_ino, i.st_dev) for file, i in files
    ]


def yaml_files(folder: str | os.PathLike[str]) -> list[os.DirEntry[str]]:
    """The YAML files of a folder by name, without hidden ones (whose names begin with a dot).

    Raises:
        OSError: The folder cannot be read.
    """
    with os.scandir(folder) as entries:
        found = [
            entry
            for entry in entries
            if entry.name[0] != "." and entry.name.lower().endswith(ENDINGS) and entry.is_file()
        ]
    return sorted(found, key=lambda entry: entry.name)


def _is_guide(folder: str) -> bool:
    """Whether the user's folder is a guide; an unreadable one counts, so that it is reported."""
    try:
        return bool(yaml_files(folder))
    except (OSError, ValueError):
        return os.path.isdir(folder)
