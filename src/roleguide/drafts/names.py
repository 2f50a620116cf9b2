"""What a name given to `new` stands for: a file, an id, a title."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from roleguide.errors import NotWritten, UsageError
from roleguide.guide_paths import ENDINGS
from roleguide.language import N_, UNSEEN, Message
from roleguide.language.folding import bare
from roleguide.reading.files import id_of

LONGEST_ID: Final = 80
"""Characters of an id that is made of a name: it is typed, and it is the name of a file."""

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""An id of one record, unlike that of a pair, which has two of them with two hyphens between."""

_GAP: Final = re.compile(f"(?:[\n\t]|{UNSEEN.pattern})+")
"""What no name has: line ends, tabs and what nobody sees."""

_STRAY: Final = re.compile("[\ud800-\udfff]")
"""Bytes that are no text, as the arguments of a program have them."""

_GIVEN: Final = "--id deal-doctor"
_SHOWN: Final = 60


class Named(NamedTuple):
    """What a name stands for.

    Attributes:
        file: The file to write.
        id: The id of the record in it.
        title: Its title or name, where it was given in words.
    """

    file: str
    id: str
    title: str


def named(name: str, identifier: str | None = None) -> Named:
    """What the name of a new record stands for.

    Args:
        name: Its id or its title, perhaps behind a folder; beside an id of its own, its title
            alone.
        identifier: Its id, perhaps behind a folder.

    Raises:
        NotWritten: There is no such folder.
        UsageError: The name makes no id or is no text, or the id is none.
    """
    name = _words(name)
    if identifier is not None:
        folder, last = _parted(identifier) if identifier else ("", "")
        if not folder:
            folder, name = _behind_folder(name)
        title = "" if _is_id(name) else name
        _in_folder(identifier, folder, _MAKE_FIRST)
        return Named(os.path.join(folder, yaml_file(given_id(last))), last, title)
    folder, last = _parted(name)
    _in_folder(name, folder, _OR_TITLE)
    stem = re.sub(r"\.ya?ml$", "", last, flags=re.IGNORECASE)
    found = made_id(stem, last)
    file = yaml_file(os.path.join(folder, found if stem == last else last))
    return Named(file, found, "" if found == stem else stem)


def _behind_folder(name: str) -> tuple[str, str]:
    """The folder that is there and begins a name, and the title behind it, slashes and all."""
    folder, title = "", name
    for at, sign in enumerate(name):
        if sign == "/" and os.path.isdir(name[:at]) and name[at + 1 :]:
            folder, title = name[:at], name[at + 1 :]
    return folder, title


def of_pair(folder: str, roles: Sequence[str]) -> Named:
    """The pair of two roles, in a folder.

    Raises:
        NotWritten: There is no such folder.
        UsageError: The folder cannot be shown.
    """
    identifier = "--".join(sorted(roles))
    name = os.path.normpath(os.path.join(folder, identifier))
    file = yaml_file(name)
    _in_folder(name, os.path.dirname(name), _MAKE_FIRST)
    return Named(file, identifier, "")


def yaml_file(name: str) -> str:
    """The file that a name stands for.

    Raises:
        UsageError: It names a folder, or nothing.
    """
    _parted(name)
    return name if name.lower().endswith(ENDINGS) else f"{name}{ENDINGS[0]}"


def folder_name(name: str) -> str:
    """How a folder to be made is called, without those above it.

    Raises:
        UsageError: It names a folder that is always there, or nothing.
    """
    return _parted(name)[1]


def made_id(name: str, given: str = "") -> str:
    """A name as an id.

    Args:
        name: The name.
        given: How it was given, if it had an ending.

    Raises:
        UsageError: It has letters that an id does not know, none at all, or too many.
    """
    plain = bare(name)
    kept = [c.isascii() for c in plain if c.isalnum()]
    if not kept or not all(kept):
        text = N_(
            "No id can be made of “{name}”: ids have lower-case letters a–z, digits, hyphens."
        )
        raise UsageError(text, name=_shown(given or name), remedy=_GIVE_ONE)
    found = name if _is_id(name) else id_of(name)
    if len(found) > LONGEST_ID:
        text = N_("“{name}” makes an id of {n} characters; it may have {most}.")
        shown = _shown(name)
        raise UsageError(text, name=shown, n=len(found), most=LONGEST_ID, remedy=_GIVE_ONE)
    return found


def given_id(text: str) -> str:
    """An id as it was given.

    Raises:
        UsageError: It is none.
    """
    if _is_id(text) and len(text) <= LONGEST_ID:
        return text
    said = N_("“{name}” is no id: ids have lower-case letters a–z, digits, hyphens.")
    raise UsageError(said, name=_shown(text), remedy=_GIVE_ONE)


_GIVE_ONE: Final = Message(N_("Give one, as in {example}."), {"example": _GIVEN})
_MAKE_FIRST: Final = Message(N_("Make it first."))
_OR_TITLE: Final = Message(
    N_("Make it first; where the slash is part of a title, give an id, as in {example}."),
    {"example": _GIVEN},
)


def _is_id(text: str) -> bool:
    return _ID.fullmatch(text) is not None


def _words(name: str) -> str:
    """A name on one line, with spaces for what nobody sees.

    Raises:
        UsageError: It has bytes that are no text.
    """
    if _STRAY.search(name):
        raise _unseen(name)
    return _GAP.sub(" ", name)


def _unseen(name: str) -> UsageError:
    text = N_("“{name}” has characters that cannot be shown.")
    remedy = Message(N_("Choose another name."))
    return UsageError(text, name=_shown(name), remedy=remedy)


def _parted(name: str) -> tuple[str, str]:
    """The folder and what stands behind it.

    Raises:
        UsageError: Nothing does, or the name cannot be shown.
    """
    if _GAP.search(name):
        raise _unseen(name)
    folder, last = os.path.split(name)
    if last in ("", os.curdir, os.pardir):
        remedy = Message(N_("Write a name behind it."))
        raise UsageError(N_("“{name}” is a folder, and no name."), name=name, remedy=remedy)
    return folder, last


def _in_folder(name: str, folder: str, remedy: Message) -> None:
    """Refuse a folder that is not there: a title may have a slash (*Sales / VP*)."""
    if folder and not os.path.isdir(folder):
        reason = Message(N_("there is no folder “{name}”."), {"name": folder})
        raise NotWritten(name, reason, remedy)


def _shown(name: str) -> str:
    return name if len(name) <= _SHOWN else f"{name[: _SHOWN - 1]}…"
