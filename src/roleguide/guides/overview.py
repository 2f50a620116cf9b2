"""The guides in effect: what each adds to those below it, what it replaces, what it passes over."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from roleguide.errors import UnreadableFile
from roleguide.guide_paths import ENDINGS, STANDARD, GuidePath, is_file
from roleguide.language import N_, Message
from roleguide.model import Sections
from roleguide.reading.events import Located, Node
from roleguide.reading.files import OTHERS, files_of, kind_of
from roleguide.reading.guide import overlay, read_guide
from roleguide.reading.places import read_file


class Overview(NamedTuple):
    """A guide in effect.

    Attributes:
        id: Its id; empty where it cannot be read.
        path: Where it lies.
        edition: When it was published, as its authors say it.
        adds: The ids of the records that no guide below has, by section.
        replaces: The ids of the records that take the place of one below, by section.
        faults: How many faults it has; with any, none of it is used.
        passed_over: Files that lie there and are not read, with the reason.
        unreadable: Why it cannot be read at all, if it cannot.
    """

    id: str
    path: str
    edition: str | None
    adds: Mapping[str, list[str]]
    replaces: Mapping[str, list[str]]
    faults: int = 0
    passed_over: tuple[tuple[str, Message], ...] = ()
    unreadable: Message | None = None


def overviews(paths: Sequence[GuidePath]) -> Iterator[Overview]:
    """Each guide, read upon those below it.

    Args:
        paths: The guides in effect, the lowest first.
    """
    below = Sections()
    nodes: dict[str, Node] = {}
    for path, identifier in paths:
        name = os.fspath(path)
        try:
            reading = read_guide(path, below, nodes, identifier)
        except UnreadableFile as error:
            passed_over = tuple(_passed_over(name))
            yield Overview("", name, None, {}, {}, 0, passed_over, unreadable=error.reason)
            continue
        yield Overview(
            reading.id,
            name,
            reading.guide.edition if reading.guide else None,
            _those(reading.written, below, replacing=False),
            _those(reading.written, below, replacing=True),
            sum(not fault.warning for fault in reading.faults),
            tuple(_passed_over(name)) if identifier != STANDARD else (),
        )
        if reading.guide:
            below = overlay(below, reading.guide.sections)
            nodes |= reading.nodes


def _those(own: Mapping[str, Located], below: Sections, *, replacing: bool) -> dict[str, list[str]]:
    """The ids by section that are known below, or those that are not."""
    found = {
        section: sorted(i for i in records if (i in getattr(below, section)) == replacing)
        for section, records in own.items()
    }
    return {section: ids for section, ids in found.items() if ids}


_HIDDEN = N_("its name begins with a dot")
_FOLDER = N_("a folder; a guide is read from one folder alone, and --guide names another")
_OTHER_ENDING = N_("its name does not end in .yaml or .yml")


def _passed_over(folder: str) -> Iterator[tuple[str, Message]]:
    """What lies in the folder of a guide and is not read."""
    if not Path(folder).is_dir():
        return
    read = _files_read(folder)
    for entry in sorted(Path(folder).iterdir()):
        if str(entry) in read:
            if is_file(str(entry)) and (kind := kind_of(read_file(entry)[0])):
                yield entry.name, Message(OTHERS[kind])
        elif entry.name.startswith("."):
            if entry.suffix.lower() in ENDINGS:
                yield entry.name, Message(_HIDDEN)
        elif entry.is_dir():
            yield entry.name, Message(_FOLDER)
        else:
            yield entry.name, Message(_OTHER_ENDING)


def _files_read(folder: str) -> set[str]:
    try:
        return set(files_of(folder))
    except UnreadableFile:  # there is none
        return set()
