"""Which guides are in effect, and which file they are compiled into.

Paths are text here and no typing is imported: each press of TAB comes this way, and pathlib alone
would cost it a tenth of its time.
"""

from __future__ import annotations

import os
import stat
import sys
import zlib

from roleguide import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

GuidePath = tuple[str | os.PathLike[str], str | None]
"""Where a guide lies, and the id it has unless it states one."""

ENDINGS = (".yaml", ".yml")
"""How the files of a guide end, in lower case."""

STDIN = "-"
"""The text that names standard input; a file of that name is `./-`."""

STANDARD = "roleguide"
"""The id of the built-in guide; `roleguide/ID` always is its role."""


def data_folder() -> str:
    """Where the built-in guide lies: in the package, or beside `src` in a checkout."""
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
    """A path from the root; as it is, where the current folder has been removed."""
    try:
        return os.path.abspath(path)
    except OSError:
        return os.fspath(path)


def guides_in_effect(extra: Sequence[str], environ: Mapping[str, str]) -> list[GuidePath]:
    """The guides in effect, the lowest first."""
    paths: list[GuidePath] = [(data_folder(), STANDARD)]
    own = folder("config", environ)
    if _is_guide(own):
        paths.append((own, "mine"))
    named = [part for part in environ.get("ROLEGUIDE_PATH", "").split(os.pathsep) if part]
    return paths + [(os.path.expanduser(part), None) for part in (*named, *extra)]


def compiled_file(paths: Sequence[GuidePath], environ: Mapping[str, str]) -> tuple[str, str]:
    """The file a stack of guides is compiled into, and the stamp it must bear to be current.

    The stamp is empty where there is nothing to compile into a file: a guide has no file of its
    own, or there is no folder to keep one in.
    """
    cache = folder("cache", environ)
    names = [(real_path(path), os.path.basename(path), identifier) for path, identifier in paths]
    stamp = _stamp(paths, names) if os.path.isabs(cache) else ""
    # Two stacks with one key would only compile each other away: the stamp names the paths.
    key = zlib.crc32(ascii(names).encode())
    return os.path.join(cache, f"guide-{__version__}-{key:08x}.sqlite"), stamp


def real_path(path: str | os.PathLike[str]) -> str:
    """Where a guide lies once links are followed, by which two guides are told apart."""
    name = os.fspath(path)
    try:
        return name if name == STDIN else os.path.realpath(name)
    except (OSError, ValueError):  # the current folder is gone; a null character in the path
        return name


def is_stored(path: str | os.PathLike[str]) -> bool:
    """Whether a guide is a file or a folder; a pipe and standard input can be read only once."""
    return os.fspath(path) != STDIN and (os.path.isfile(path) or os.path.isdir(path))


def _stamp(paths: Sequence[GuidePath], names: Sequence[object]) -> str:
    """What the guides' files are now; empty where a guide has no file."""
    states = []
    for (path, _), name in zip(paths, names, strict=True):
        try:
            files = _files(path)
        except (OSError, ValueError):  # likewise
            return ""
        if files is None:
            return ""
        # Size and time alone do not tell a file from another that was moved into its place.
        state = [
            (file, i.st_size, i.st_mtime_ns, i.st_ctime_ns, i.st_ino, i.st_dev) for file, i in files
        ]
        states.append((name, state))
    return ascii(states)  # file names may be no text


def _files(path: str | os.PathLike[str]) -> list[tuple[str, os.stat_result]] | None:
    """The files of a guide by name, with their state; None where it is not stored."""
    if os.fspath(path) == STDIN:
        return None
    info = os.stat(path)
    if stat.S_ISDIR(info.st_mode):
        return [(entry.name, entry.stat()) for entry in yaml_files(path)]
    return [("", info)] if stat.S_ISREG(info.st_mode) else None


def yaml_files(folder: str | os.PathLike[str]) -> list[os.DirEntry[str]]:
    """The files of a guide that is a folder, by name, without those whose names begin with a dot.

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
    """Whether the user's folder is a guide; one that cannot be read is one, to be told of."""
    try:
        return bool(yaml_files(folder))
    except (OSError, ValueError):
        return os.path.isdir(folder)
