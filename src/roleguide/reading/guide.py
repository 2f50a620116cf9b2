"""The files of a guide become a `Guide`, read upon the guides below it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from os import PathLike, fspath
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias, get_args, get_type_hints
from unicodedata import combining, normalize

from roleguide import model
from roleguide.errors import Fault, UnreadableFile
from roleguide.guide_paths import STDIN, is_stored, yaml_files
from roleguide.language import N_, Message
from roleguide.model import Guide, Sections
from roleguide.reading import references
from roleguide.reading.events import Entries, Node, Scalar, parse
from roleguide.reading.places import MOST_FAULTS, MOST_VALUES, Place, TooManyFaults, load
from roleguide.reading.schema import read_record
from roleguide.reading.values import (
    IDENTIFIER,
    INVALID,
    Report,
    described,
    nearest,
    read_string,
    whole_number,
)

FORMAT = 1
"""The format of guides this program reads."""

_NAMELESS: Final = "guide"
"""The id of a guide whose name makes none, or that has no name of its own."""

RECORDS: Mapping[str, type[Any]] = {
    name: get_args(hint)[1] for name, hint in get_type_hints(Sections, vars(model)).items()
}
"""The record of each section."""


Located: TypeAlias = dict[str, tuple[Place, Node]]
"""The records of a section as they are written, each with its place."""


class Reading(NamedTuple):
    """A guide read, with all that was found on the way.

    Attributes:
        guide: None where there are faults: nothing is half-loaded.
        faults: Errors and warnings, in the order of files and lines.
        nodes: The roles as written, for guides above that extend them.
        written: Every record as written and its place, by section and id.
    """

    guide: Guide | None
    faults: list[Fault]
    nodes: Mapping[str, Node]
    written: Mapping[str, Located] = {}


def files_of(path: str | PathLike[str]) -> list[str]:
    """The YAML files of a guide: the file itself, or those of the folder, by name.

    Raises:
        UnreadableFile: There is no such file or folder, or no YAML in the folder.
    """
    name = fspath(path)
    if not _is_folder(name):
        return [name]
    try:
        files = [entry.path for entry in yaml_files(name)]
    except OSError as error:
        reason = Message(N_("it cannot be read ({error})."), {"error": error.strerror or error})
        raise UnreadableFile(name, reason) from error
    if not files:
        raise UnreadableFile(name, Message(N_("there is no YAML file (*.yaml) in this folder.")))
    return files


def _is_folder(name: str) -> bool:
    try:
        return name != STDIN and Path(name).is_dir()
    except OSError:  # a name too long for the system, a folder not to be entered
        return False


def default_id(path: str | PathLike[str]) -> str:
    """The id of a guide that states none: the name of its folder or file, without accents."""
    name = Path(path).resolve().name if _is_folder(fspath(path)) else Path(path).stem
    letters = "".join(c for c in normalize("NFKD", name.lower()) if not combining(c))
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in letters).split()
    return "-".join(words) or _NAMELESS if is_stored(path) else _NAMELESS


def read_guide(
    path: str | PathLike[str],
    below: Sections = Sections(),
    nodes_below: Mapping[str, Node] | None = None,
    identifier: str | None = None,
    progress: Callable[[], None] = lambda: None,
) -> Reading:
    """Read a guide and check it against the guides below it.

    Args:
        path: A YAML file, `-` for standard input, or a folder of YAML files.
        below: The records of the guides below, merged.
        nodes_below: Their roles as written, for `extends`.
        identifier: The guide's id unless it states one itself.
        progress: Called before each file, and before its records are checked.

    Raises:
        UnreadableFile: A file cannot be opened at all.
    """
    report = Report()
    header = _Header(identifier or default_id(path))
    written: dict[str, Located] = {}
    extended: Located = {}
    sections = Sections()
    last: list[Fault] = []
    try:
        written = _read_files(path, header, report, progress)
        progress()
        extended = _extend(written["roles"], nodes_below or {}, report)
        sections = _read_records(written, extended, below, report)
    except TooManyFaults:
        last = [_too_many(path)]
    faults = sorted(report.faults, key=lambda f: (f.file, f.line, f.column)) + last
    broken = any(not fault.warning for fault in faults)
    return Reading(
        None if broken else Guide(header.identifier, sections, header.edition),
        faults,
        {name: node for name, (_, node) in extended.items()},
        {**written, "roles": extended},
    )


def _read_files(
    path: str | PathLike[str], header: _Header, report: Report, progress: Callable[[], None]
) -> dict[str, Located]:
    """The records of a guide's files as they are written, by section and id."""
    written: dict[str, Located] = {section: {} for section in RECORDS}
    budget = iter(range(MOST_VALUES))
    for file in files_of(path):
        progress()
        source, fault = load(file)
        root, faults = (None, [fault]) if fault else parse(source, budget)
        report.faults += faults
        report.stop_at_too_many()
        if isinstance(root, Entries):
            _collect(root, written, header, report)
        elif root is not None and not _is_nothing(root):
            report.fault(root, "", described(root), Message(N_("a mapping of sections")))
    return written


def _read_records(
    written: Mapping[str, Located], extended: Located, below: Sections, report: Report
) -> Sections:
    """The records that are sound, each checked by itself, then against the others."""
    syntax_broken = any(not fault.path for fault in report.faults)
    sections, broken = _read_sections({**written, "roles": extended}, report)
    broken |= {("roles", identifier) for identifier in written["roles"].keys() - extended.keys()}
    if not syntax_broken:  # or every reference into the broken file would be reported too
        places = {name: {i: p for i, (p, _) in written[name].items()} for name in written}
        places["roles"] = {i: p for i, (p, _) in extended.items()}
        report.faults += _across(sections, places, below, report, broken)
    return sections


def _too_many(path: str | PathLike[str]) -> Fault:
    """What is said last of a guide that was read no further."""
    return Fault(
        fspath(path),
        0,
        0,
        "",
        Message(N_("reading stopped after {number} faults"), {"number": MOST_FAULTS}),
        hint=Message(N_("correct these first, then check again")),
    )


def overlay(below: Sections, above: Sections) -> Sections:
    """The records of two guides as one; of two with the same id, the upper one's."""
    merged: Any = ({**low, **high} for low, high in zip(below, above, strict=True))
    return Sections(*merged)


class _Header:
    def __init__(self, identifier: str) -> None:
        self.identifier = identifier
        self.stated: str | None = None
        self.edition: str | None = None


def _collect(
    root: Entries,
    written: dict[str, Located],
    header: _Header,
    report: Report,
) -> None:
    """Sort a file's records into the sections."""
    for section, (place, node) in root.entries.items():
        if section == "guide":
            _read_header(node, header, report)
        elif section not in RECORDS:
            allowed = ", ".join(("guide", *RECORDS))
            report.fault(
                place,
                section,
                Message(N_("unknown section “{key}”"), {"key": section}),
                Message(N_("the keys {names}"), {"names": allowed}),
                nearest(section, RECORDS),
            )
        elif not isinstance(node, Entries):
            if not _is_nothing(node):
                report.fault(node, section, described(node), Message(N_("a mapping")))
        else:
            for identifier, (where, record) in node.entries.items():
                _admit(f"{section}.{identifier}", identifier, where, report)
                if identifier in written[section]:
                    first = written[section][identifier][0]
                    report.fault(
                        where,
                        f"{section}.{identifier}",
                        Message(
                            N_("the id “{key}” for the second time (first in {file}, line {line})"),
                            {"key": identifier, "file": first.source.name, "line": first.line},
                        ),
                    )
                written[section][identifier] = (where, record)


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.kind == "nothing"


def _admit(path: str, identifier: str, place: Place, report: Report) -> None:
    if not IDENTIFIER.fullmatch(identifier) or ("--" in identifier and path[:6] != "pairs."):
        report.fault(
            place,
            path,
            Message(N_("the id “{key}”"), {"key": identifier}),
            Message(N_("lower-case letters a–z, digits and hyphens")),
        )


def _read_header(node: Node, header: _Header, report: Report) -> None:
    if not isinstance(node, Entries):
        report.fault(node, "guide", described(node), Message(N_("a mapping")))
        return
    for key, (place, value) in node.entries.items():
        if key == "id":
            text = read_string(value, "guide.id", report)
            if text is not INVALID and header.stated not in (None, text):
                report.fault(
                    value,
                    "guide.id",
                    Message(N_("a second id, “{key}”"), {"key": text}),
                    Message(N_("one id for a guide, here “{id}”"), {"id": header.stated}),
                )
            elif text is not INVALID and IDENTIFIER.fullmatch(text):
                header.identifier = header.stated = text
            elif text is not INVALID:
                _admit("guide.id", text, value.place, report)
        elif key == "format":
            number = whole_number(None)(value, "guide.format", report)
            if number not in (FORMAT, INVALID):
                report.fault(
                    value,
                    "guide.format",
                    Message(N_("format {number}"), {"number": number}),
                    Message(N_("format {number}, the one this version reads"), {"number": FORMAT}),
                )
        elif key == "edition":
            edition = read_string(value, "guide.edition", report)
            header.edition = None if edition is INVALID else edition
        else:
            report.fault(
                place,
                f"guide.{key}",
                Message(N_("unknown key “{key}”"), {"key": key}),
                Message(N_("the keys {names}"), {"names": "id, format, edition"}),
                nearest(key, ("id", "format", "edition")),
            )


def _extend(roles: Located, below: Mapping[str, Node], report: Report) -> Located:
    """Put each role that says `extends` upon the role of that id in the guides below."""
    extended: Located = {}
    for identifier, (place, node) in roles.items():
        extended[identifier] = (place, node)
        if not isinstance(node, Entries) or "extends" not in node.entries:
            continue
        base = read_string(node.entries["extends"][1], f"roles.{identifier}.extends", report)
        own = Entries({k: v for k, v in node.entries.items() if k != "extends"}, node.place)
        extended[identifier] = (place, own)
        if base is not INVALID and base in below:
            extended[identifier] = (place, _merge(below[base], own))
            continue
        del extended[identifier]  # what it lacks is not its fault
        if base is not INVALID:
            report.fault(
                node.entries["extends"][1],
                f"roles.{identifier}.extends",
                Message(N_("no guide beneath this one has the role “{id}”"), {"id": base}),
                hint=nearest(base, below),
            )
    return extended


def _merge(base: Node, own: Node, within: str = "") -> Node:
    """Mappings merge by key and `null` removes; anything else replaces.

    Args:
        base: The value below.
        own: The value above it.
        within: The key they stand under; the children of `examples` are scenes.
    """
    if not (isinstance(base, Entries) and isinstance(own, Entries)):
        return own
    if (keys := _LONG.get(within)) and _is_long(base, keys) != _is_long(own, keys):
        return own  # a value in its short form and one in its long form have no key in common
    entries = dict(base.entries)
    for key, (place, node) in own.entries.items():
        if key not in entries:
            entries[key] = (place, node)
        elif _is_nothing(node):
            del entries[key]
        else:
            below = "scene" if within == "examples" else key
            entries[key] = (place, _merge(entries[key][1], node, below))
    return Entries(entries, own.place)


def _is_long(value: Entries, keys: tuple[str, ...]) -> bool:
    return any(key in value.entries for key in keys)


_LONG: Final[Mapping[str, tuple[str, ...]]] = {
    "scene": model.Example._fields,
    "pay": model.Pay._fields,
    **dict.fromkeys(("sign", "meanwhile", "too_early", "after"), model.Statement._fields),
}
"""The keys of the long form, by the key under which a value stands that has two."""


def _read_sections(
    written: Mapping[str, Located], report: Report
) -> tuple[Sections, set[tuple[str, str]]]:
    """The records that could be read, and the section and id of those that could not.

    Records come in the order of their ids, so that a guide is the same however its sections are
    spread over files.
    """
    sections: dict[str, dict[str, Any]] = {}
    broken = set()
    for section, records in written.items():
        sections[section] = {}
        for identifier, (_, node) in sorted(records.items()):
            record = read_record(RECORDS[section], node, f"{section}.{identifier}", report)
            if record is INVALID:
                broken.add((section, identifier))
            else:
                sections[section][identifier] = record
    return Sections(**sections), broken


def _across(
    sections: Sections,
    places: Mapping[str, Mapping[str, Place]],
    below: Sections,
    report: Report,
    broken: set[tuple[str, str]],
) -> Iterator[Fault]:
    """Faults between records. A record at fault is none that is missing."""
    everything = overlay(below, sections)
    found = [r for r in report.references if (r.section, r.id) not in broken]
    yield from references.unknown(found, everything)
    yield from references.itself(sections.roles, report.references)
    yield from references.loops(everything.roles, places["roles"])
    yield from references.misnamed(sections.pairs, places["pairs"])
    yield from references.poor(sections.roles, places["roles"])
