"""The guides in effect as a catalogue: opened as they were compiled, read where they changed.

Each guide is compiled into a file of its own, upon the files of those below it; what stands on a
guide that changed is compiled again with it. Where a guide is at fault, all are read from their
YAML: only that can show every fault with its line.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Container, Mapping, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, Any, Final

from roleguide.catalog import Catalog, Records
from roleguide.errors import Fault, FaultyGuide, UnreadableFile
from roleguide.guide_paths import OWN, STANDARD, GuidePath, compiled_files
from roleguide.language import N_, Message
from roleguide.model import Guide, Sections
from roleguide.store import DamagedStore, Store
from roleguide.store.stack import Stack, current_stores

if TYPE_CHECKING:
    from roleguide.reading.events import Node
    from roleguide.reading.guide import Reading

_HEADER: Final = "guide: {id: acme}"

_READ: Final[list[Reading]] = []
"""What guides were read into, in a process that ends before it would collect garbage (`__main__`):
to free a hundred thousand values takes a twentieth of the time of compiling them."""


def load(
    paths: Sequence[GuidePath],
    environ: Mapping[str, str],
    *,
    rebuild: bool = False,
    progress: Callable[[], None] = lambda: None,
) -> Catalog:
    """Open the guides; those that are not compiled as they are now are read and compiled.

    Args:
        paths: The guides in effect, the lowest first.
        environ: For the folder of compiled files.
        rebuild: Whether a compiled file was found to be damaged.
        progress: Called between the guides while they are read.

    Raises:
        FaultyGuide: One of them has faults; none is used.
        UnreadableFile: One cannot be opened.
    """
    files = compiled_files(paths, environ)
    stores = [*current_stores(files)]
    if rebuild or len(stores) < len(files):  # nothing is compiled upon what is damaged
        stores = [*takewhile(_is_whole, stores)]
    if rebuild and len(stores) == len(files):  # one of them was damaged a moment ago
        stores = []
    stack = Stack(stores)
    if not all(stamp for _, stamp in files[len(stores) :]):
        return _from_yaml(paths, progress)  # it may be a pipe, and faults are looked for twice
    for guide, file in [*zip(paths, files, strict=True)][len(stores) :]:
        if not _compile(stack, guide, file, progress, kept=not rebuild):
            return _from_yaml(paths, progress)
    return Catalog(stack)


def _is_whole(store: Store) -> bool:
    try:
        store.verify()
    except DamagedStore:
        return False
    return True


def _compile(
    stack: Stack,
    guide: GuidePath,
    file: tuple[str, str],
    progress: Callable[[], None],
    *,
    kept: bool,
) -> bool:
    """Read a guide upon those below it, compile it and put it on top; False if it is at fault.

    Args:
        stack: The guides below.
        guide: The guide.
        file: The file that it is compiled into, and its stamp.
        progress: Called while it is read.
        kept: Whether it may be answered from that file; after a damaged one, it is from memory.
    """
    from roleguide.indexing import compiled  # not on a warm run
    from roleguide.reading.guide import read_guide
    from roleguide.store.writing import in_memory, write_store

    path, identifier = guide
    name, stamp = file
    progress()
    try:
        reading = read_guide(path, Catalog(stack).sections, Written(stack), identifier, progress)
    except UnreadableFile:
        return False
    if reading.guide is None or reading.id in stack.guides():
        return False
    store = write_store(name, stamp, compiled(reading.guide, stack, reading.nodes))
    if store is None or not kept:
        store = in_memory(compiled(reading.guide, stack, reading.nodes))
    stack.add(store)
    if not gc.isenabled():
        _READ.append(reading)
    return True


class Written(Records["Node"]):
    """The roles of compiled guides as they are written, by id, each read when it is asked for."""

    def __init__(self, stack: Stack) -> None:
        super().__init__(stack, "roles")

    def read(self, identifier: str) -> Node | None:
        """Read a role as it is written."""
        from roleguide.reading.node_text import to_node  # not on a warm run

        text = self._store.node(identifier)
        return None if text is None else to_node(text)


def _from_yaml(paths: Sequence[GuidePath], progress: Callable[[], None]) -> Catalog:
    """The guides in memory, all of them read.

    Raises:
        FaultyGuide: One of them has faults; none is used.
        UnreadableFile: One cannot be opened.
    """
    guides, faults = read_all(paths, progress)
    errors = [fault for fault in faults if not fault.warning]
    if errors:
        raise _refusal(errors, paths)
    return Catalog.of(guides)


def warnings_of(reading: Reading, below: Sections) -> list[Fault]:
    """What a guide had better say otherwise, and what it says and denies, as far as it can be read.

    Of a record with faults, what can be read is read for what is poor in it, and contradicts
    nothing. Where a file cannot be read to its end, nobody knows which records are missing.

    Args:
        reading: The guide.
        below: The records of the guides below.
    """
    # Only for `check`.
    from roleguide.reading.consistency import new_findings
    from roleguide.reading.consistency.placing import at_fault, placed
    from roleguide.reading.guide import overlay
    from roleguide.reading.quality import weak_points

    if any(not fault.path for fault in reading.faults):
        return placed(weak_points(reading.sections, below), reading.written)
    own = overlay(_in_part(reading), reading.sections)
    weak = placed(weak_points(own, below), reading.written)
    broken = at_fault(reading.faults, reading.written)
    everything = _without(broken, overlay(below, reading.sections))
    denied = new_findings(everything, below, reading.written, whole=not broken)
    return [*placed(denied, reading.written), *weak]


def _in_part(reading: Reading) -> Sections:
    """The records with faults, each with what can be read of it."""
    from roleguide.reading.guide import RECORDS  # only for `check`
    from roleguide.reading.schema import read_what_can_be

    found: dict[str, dict[str, Any]] = {}
    for section, written in reading.written.items():
        sound = getattr(reading.sections, section)
        found[section] = {
            identifier: record
            for identifier, (_, node) in written.items()
            if identifier not in sound and (record := read_what_can_be(RECORDS[section], node))
        }
    return Sections(**found)


def _without(left_out: Container[tuple[str, str]], sections: Sections) -> Sections:
    """Records but for some; a sound one below that is broken above is none of those in effect."""
    return Sections(
        **{
            name: {i: record for i, record in records.items() if (name, i) not in left_out}
            for name, records in sections._asdict().items()
        }
    )


def _taken(path: str | os.PathLike[str], reading: Reading) -> Fault:
    """The fault of a second guide with the same id, of which `GUIDE/ID` could mean either."""
    found = Message(N_("another guide in use is called “{id}” already"), {"id": reading.id})
    hint = Message(N_("give it an id of its own, as in {example}"), {"example": _HEADER})
    if reading.id_place:
        return reading.id_place.fault("guide.id", found, hint=hint)
    return Fault(str(path), 0, 0, "guide.id", found, hint=hint)


def _refusal(errors: Sequence[Fault], paths: Sequence[GuidePath]) -> FaultyGuide:
    """The error of guides with faults, by the guide that has the first one."""
    guide = _guide_of(errors[0], paths)
    own = any((guide, OWN) == (os.fspath(path), identifier) for path, identifier in paths)
    return FaultyGuide(errors, guide, _way_on(guide, errors[0].file) if own else None)


def _way_on(folder: str, file: str) -> Message | None:
    """How to go on without a file of the user's folder, which no option leaves out."""
    name = os.path.basename(file)  # noqa: PTH119 — as text
    text = N_(
        "Every command reads {folder}. To go on without {file}, move it elsewhere or begin its "
        "name with a dot."
    )
    return Message(text, {"folder": folder, "file": name}) if file != folder else None


def _guide_of(fault: Fault, paths: Sequence[GuidePath]) -> str:
    """The guide that a fault's file belongs to, as the user named it."""
    for path, _ in paths:
        within = os.path.join(path, os.path.basename(fault.file))  # noqa: PTH118, PTH119 — as text
        if fault.file in (os.fspath(path), within):
            return os.fspath(path)
    return fault.file


def read_all(
    paths: Sequence[GuidePath],
    progress: Callable[[], None] = lambda: None,
    *,
    thorough: bool = False,
) -> tuple[list[Guide], list[Fault]]:
    """Read the guides, each upon those below it, and collect the faults of all.

    Args:
        paths: The guides, the lowest first.
        progress: Called between them.
        thorough: Whether to look for contradictions and weak points, too; not in the built-in
            guide, whose tests do so.
    """
    from roleguide.reading.guide import overlay, read_guide  # not on a warm run

    guides: list[Guide] = []
    faults: list[Fault] = []
    ids: set[str] = set()
    below = Sections()
    nodes: dict[str, Node] = {}
    for path, identifier in paths:
        progress()
        try:
            reading = read_guide(path, below, nodes, identifier, progress)
        except UnreadableFile as error:
            if identifier != OWN:
                raise
            way_on = _way_on(os.fspath(path), error.path)
            raise UnreadableFile(error.path, error.reason, way_on) from error
        faults += reading.faults
        if taken := reading.id in ids:
            faults.append(_taken(path, reading))
        ids.add(reading.id)
        if thorough and identifier != STANDARD:
            faults += warnings_of(reading, below)
        if reading.guide and not taken:
            guides.append(reading.guide)
        below = overlay(below, reading.sections)  # or each reference into it would be a fault too
        nodes |= reading.nodes
    progress()
    return guides, faults
