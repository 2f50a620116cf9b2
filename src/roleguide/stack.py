"""Which guides are in effect, and which file they are compiled into."""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from roleguide import __version__

STANDARD: Final = "roleguide"
"""The id of the built-in guide; `roleguide/ID` always is its role."""

GuidePath = tuple[Path, str | None]
"""Where a guide lies, and the id it has unless it states one."""


def data_folder() -> Path:
    """Where the built-in guide lies: in the package, or beside `src` in a checkout."""
    inside = Path(__file__).parent / "data"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "data"


def folder(kind: str, environ: Mapping[str, str]) -> Path:
    """The user's folder of a kind: `config` for guides, `cache` for compiled ones.

    `ROLEGUIDE_CONFIG_DIR` and the like, then XDG's variables, then the platform's custom.
    """
    if path := environ.get(f"ROLEGUIDE_{kind.upper()}_DIR"):
        return Path(path)
    if path := environ.get(f"XDG_{kind.upper()}_HOME"):
        return Path(path) / "roleguide"
    if sys.platform == "win32" and (path := environ.get("LOCALAPPDATA")):
        return Path(path) / "roleguide" / kind
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 — Path.home raises where there is none
    if sys.platform == "darwin":
        library = {"config": "Application Support", "cache": "Caches"}[kind]
        return home / "Library" / library / "roleguide"
    return home / f".{kind}" / "roleguide"


def guide_paths(extra: Sequence[str], environ: Mapping[str, str]) -> list[GuidePath]:
    """The guides in effect, the lowest first."""
    paths: list[GuidePath] = [(data_folder(), STANDARD)]
    own = folder("config", environ)
    if _yaml_in(own):
        paths.append((own, "mine"))
    named = [part for part in environ.get("ROLEGUIDE_PATH", "").split(os.pathsep) if part]
    return paths + [(Path(part), None) for part in (*named, *extra)]


def _yaml_in(path: Path) -> list[os.DirEntry[str]]:
    """The YAML files of a folder, by name; none where it cannot be read."""
    try:
        with os.scandir(path) as entries:
            found = [e for e in entries if e.name.endswith((".yaml", ".yml")) and e.is_file()]
    except OSError:
        return []
    return sorted(found, key=lambda entry: entry.name)


def compiled_file(paths: Sequence[GuidePath], environ: Mapping[str, str]) -> tuple[Path, str]:
    """The file a stack of guides is compiled into, and the stamp it must bear to be current.

    The stamp is empty where there is nothing to compile into a file: a guide has no file of its
    own, or there is no folder to keep one in.
    """
    cache = folder("cache", environ)
    stamp = _stamp(paths) if cache.is_absolute() else ""
    # Two stacks with one key would only compile each other away: the stamp names the paths.
    key = zlib.crc32(b"\n".join(os.fsencode(path.absolute()) for path, _ in paths))
    return cache / f"guide-{__version__}-{key:08x}.sqlite", stamp


def _stamp(paths: Sequence[GuidePath]) -> str:
    """What the guides' files are now: names, sizes, times; empty where a guide has no file."""
    parts = []
    for path, identifier in paths:
        try:
            if str(path) == "-":
                return ""
            files = (
                [(entry.name, entry.stat()) for entry in _yaml_in(path)]
                if os.path.isdir(path)  # noqa: PTH112 — Path.is_dir raises where it may not look
                else [(path.name, path.stat())]
            )
        except OSError:
            return ""
        state = [(name, info.st_size, info.st_mtime_ns) for name, info in files]
        parts.append(f"{path.absolute()} {identifier} {state}")
    return ascii("\n".join(parts))  # file names may be no text
