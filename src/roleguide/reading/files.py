"""Which files a guide is made of, and what else may lie beside them."""

from __future__ import annotations

import os
import re
from os import PathLike, fspath
from typing import Final

from roleguide.errors import Fault, UnreadableFile
from roleguide.guide_paths import STDIN, is_stored, real_path, yaml_files
from roleguide.language import N_, Message
from roleguide.language.folding import bare
from roleguide.reading.places import LARGEST_FILE, MOST_FILES, FileText, too_large

_NAMELESS: Final = "guide"
"""The id of a guide whose name makes none, or that has no name of its own."""

OTHERS: Final = {
    "profile": N_("a profile, which is no guide"),
    "team": N_("a team, which is no guide"),
}
"""What other files begin with, and what is said of one that is named as a guide."""

FIRST_KEY: Final = N_("the first key of a guide is “guide” or a section, such as “roles”")

_HEAD: Final = re.compile(
    r"""(?:\s|\#[^\n]*(?:\n|$)|%[^\n]*\n|---(?=\s)|\{)*(["']?)(?P<key>\w{1,40})\1\s*:(?!\w)"""
)
"""The first key of a file, behind comments and marks, where that is one word."""


def files_of(path: str | PathLike[str]) -> list[str]:
    """The YAML files of a guide: the file itself, or those of the folder, by name.

    Raises:
        UnreadableFile: There is no such file or folder, or no YAML in the folder.
    """
    name = fspath(path)
    if not _is_folder(name):
        return [name]
    try:
        files = yaml_files(name)
        sizes = [entry.stat().st_size for entry in files]
    except OSError as error:
        reason = Message(N_("it cannot be read ({error})."), {"error": error.strerror or error})
        raise UnreadableFile(name, reason) from error
    if not files:
        raise UnreadableFile(name, Message(N_("there is no YAML file (*.yaml) in this folder.")))
    if len(files) > MOST_FILES:
        text = N_("it has more files than a guide may have ({number}).")
        raise UnreadableFile(name, Message(text, {"number": MOST_FILES}))
    if sum(sizes) > LARGEST_FILE >= max(sizes):  # one that is too large is told of by its name
        raise UnreadableFile(name, too_large())
    return [entry.path for entry in files]


def leaves(file: str, folder: str) -> bool:
    """Whether a file of a folder is a link that leads out of it."""
    if not os.path.islink(file):
        return False
    from pathlib import Path  # few are links, and few guides go by their files' names

    return not Path(real_path(file)).is_relative_to(real_path(folder))


def _is_folder(name: str) -> bool:
    return name != STDIN and os.path.isdir(name)


def default_id(path: str | PathLike[str]) -> str:
    """The id of a guide that states none: the name of its folder or file, without accents."""
    from pathlib import Path  # likewise

    name = Path(path).resolve().name if _is_folder(fspath(path)) else Path(path).stem
    return id_of(name) if is_stored(path) else _NAMELESS


def id_of(name: str) -> str:
    """A name as an id: lower-case letters without accents, digits, hyphens."""
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in bare(name)).split()
    return "-".join(words) or _NAMELESS


def first_key(source: FileText) -> str:
    """The first key of a file, where that is one word."""
    found = _HEAD.match(source.text)
    return found["key"] if found else ""


def kind_of(source: FileText) -> str:
    """The kind of file that its first key says it is; nothing for a guide."""
    key = first_key(source)
    return key if key in OTHERS else ""


def no_guide(source: FileText) -> Fault | None:
    """What is said of a file that is headed as another kind, where it is named as a guide.

    The text is looked at, not what it means, so that the rest of such a file may be at fault.
    """
    found = _HEAD.match(source.text)
    if not found or found["key"] not in OTHERS:
        return None
    said = Message(OTHERS[found["key"]])
    return source.place(found.start("key")).fault(found["key"], said, hint=Message(FIRST_KEY))
