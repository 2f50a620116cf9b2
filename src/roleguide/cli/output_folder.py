"""Writes a folder of files that belong together, and touches no others in it.

All files are written aside first, so that a full disk changes nothing; then each takes the place of
the one before it, in the order given. A manifest says which files are ours: before anything is
replaced it names the old and the new ones, so that a run that was broken off can be followed by
another.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from roleguide.errors import NotWritten, system_reason
from roleguide.language import N_, Message

MANIFEST: Final = "roleguide-site.json"
"""The file that says which files of the folder are ours."""

_MADE_BY: Final = "roleguide site"
_ELSEWHERE: Final = Message(N_("Name another folder."))
_BY_FORCE: Final = Message(
    N_("Name another folder, or say {option} to write into this one."), {"option": "--force"}
)


def writable(name: str, *, force: bool = False) -> None:
    """See whether a folder may be written into, before anything is made for it.

    Args:
        name: The folder.
        force: Whether it may hold files that are not ours.

    Raises:
        NotWritten: It is no folder, or holds what is not ours.
    """
    folder = Path(name)
    try:
        if folder.exists() and not folder.is_dir():
            raise NotWritten(name, Message(N_("it is a file.")), _ELSEWHERE)
        strange = folder.exists() and ours(folder) is None and any(folder.iterdir())
    except OSError as error:
        raise _failed(name, error) from error
    if strange and not force:
        text = N_("the folder is not empty, and holds no site of roleguide’s (no {file}).")
        raise NotWritten(name, Message(text, {"file": MANIFEST}), _BY_FORCE)


def write_folder(name: str, files: Sequence[tuple[str, bytes]], *, force: bool = False) -> None:
    """Write files into a folder, and take away those of the run before that are no longer there.

    Args:
        name: The folder; it is made if it is not there.
        files: Paths in the folder, with `/` between, and what is in each; the last one is replaced
            last.
        force: Whether files that are not ours may be replaced.

    Raises:
        NotWritten: The folder cannot be written into, or holds what is not ours.
    """
    writable(name, force=force)
    folder = Path(name)
    try:
        own = ours(folder) or ()
        paths = [path for path, _ in files]
        _refuse_links(folder, paths)
        _refuse_strange(folder, () if force else (path for path in paths if path not in {*own}))
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".roleguide-") as aside:
            _replace_all(folder, Path(aside), files, own)
    except OSError as error:
        raise _failed(name, error) from error


def ours(folder: Path) -> Sequence[str] | None:
    """The files that a manifest names; None where there is none, or none of ours."""
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if found["made_by"] != _MADE_BY:
            return None
        return [path for path in found["files"] if _is_inside(path)]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _is_inside(path: object) -> bool:
    """Whether a path from a manifest stays in its folder, whoever wrote it."""
    if not isinstance(path, str) or "\\" in path or ":" in path or "\0" in path:
        return False
    pure = PurePosixPath(path)
    return bool(pure.parts) and not pure.is_absolute() and ".." not in pure.parts


def _refuse_links(folder: Path, files: Iterable[str]) -> None:
    """Refuse to write through a link to elsewhere."""
    for parent in sorted({parent for path in files for parent in PurePosixPath(path).parents}):
        if parent.parts and (folder / parent).is_symlink():
            text = Message(N_("{file} is a link to elsewhere."), {"file": str(parent)})
            raise NotWritten(str(folder), text, _ELSEWHERE)


def _refuse_strange(folder: Path, files: Iterable[str]) -> None:
    """Refuse to replace what is not ours."""
    for path in files:
        if (folder / path).exists():
            text = N_("{file} is there already, and roleguide did not write it.")
            raise NotWritten(str(folder), Message(text, {"file": path}), _BY_FORCE)


def _replace_all(
    folder: Path, aside: Path, files: Sequence[tuple[str, bytes]], own: Sequence[str]
) -> None:
    changed = [(path, content) for path, content in files if _content(folder / path) != content]
    for at, (_, content) in enumerate(changed):
        (aside / str(at)).write_bytes(content)
    new = [path for path, _ in files]
    _write_manifest(folder, aside, {*own, *new})
    for parent in {(folder / path).parent for path in new}:
        parent.mkdir(parents=True, exist_ok=True)
    for at, (path, _) in enumerate(changed):
        (aside / str(at)).replace(folder / path)
    _remove(folder, {*own} - {*new})
    _write_manifest(folder, aside, new)


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None


def _remove(folder: Path, paths: Iterable[str]) -> None:
    """Take away files, and the folders that are empty without them."""
    for path in paths:
        file = folder / path
        if file.is_file() or file.is_symlink():
            file.unlink()
        for parent in PurePosixPath(path).parents[:-1]:
            if (folder / parent).is_dir() and not any((folder / parent).iterdir()):
                (folder / parent).rmdir()


def _write_manifest(folder: Path, aside: Path, paths: Iterable[str]) -> None:
    text = json.dumps({"made_by": _MADE_BY, "files": sorted(paths)}, indent=0)
    (aside / MANIFEST).write_text(text + "\n", encoding="utf-8")
    (aside / MANIFEST).replace(folder / MANIFEST)


def _failed(name: str, error: OSError) -> NotWritten:
    return NotWritten(name, system_reason(error), _ELSEWHERE)
