"""Read the files of a guide and check them against the guides below it."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from itertools import starmap
from os import PathLike, fspath
from typing import NamedTuple, get_args

from roleguide import model
from roleguide.errors import Fault
from roleguide.guide_paths import OWN
from roleguide.language import N_, Message
from roleguide.model import Guide, Header, Sections
from roleguide.reading import first_keys, references
from roleguide.reading.events import (
    Located,
    MappingNode,
    Node,
    ScalarNode,
    is_nothing,
    key_of,
    parse,
)
from roleguide.reading.extending import bases, extended
from roleguide.reading.files import FIRST_KEY, OTHERS, default_id, files_of, id_of, leaves, no_guide
from roleguide.reading.places import MOST_FAULTS, MOST_VALUES, Place, TooManyFaults, read_file
from roleguide.reading.schema import keys_of, read_fields, read_record
from roleguide.reading.values import (
    IDENTIFIER,
    INVALID,
    Report,
    as_written,
    described,
    further_right,
)

GUIDE_FORMAT = 1
"""The format of guides that this version reads."""

RECORDS: Mapping[str, type[NamedTuple]] = {
    name: get_args(hint)[1] for name, hint in Sections.__annotations__.items()
}
"""The record type of each section."""


class Reading(NamedTuple):
    """The result of reading a guide.

    Attributes:
        guide: The guide; None if it has faults, since a guide is never used in part.
        faults: Errors and warnings, in the order of files and lines.
        nodes: The roles as written, for guides above that extend them.
        written: Every record as written, with its place, by section and id.
        id: The guide's id, also if it has faults.
        id_place: Where its id is written, if anywhere.
        sections: All records that could be read, also if the guide has faults.
    """

    guide: Guide | None
    faults: list[Fault]
    nodes: Mapping[str, Node]
    written: Mapping[str, Located] = {}
    id: str = ""
    id_place: Place | None = None
    sections: Sections = Sections()

    def __repr__(self) -> str:
        """Its id and its faults alone: each place in it would show the whole text of its file."""
        return f"<Reading of {self.id!r}, {len(self.faults)} faults>"


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
    header, id_place = Header(), None
    written: dict[str, Located] = {}
    roles: Located = {}
    sections, broken = Sections(), set[tuple[str, str]]()
    last: list[Fault] = []
    try:
        header, id_place, written = _read_files(path, report, progress, links=identifier == OWN)
        progress()
        roles = extended(written["roles"], nodes_below or {}, below.roles, report)
        sections, broken = _read_records(written, roles, below, nodes_below or {}, report)
    except TooManyFaults:
        last = [_too_many(path)]
    faults = sorted(report.faults, key=lambda f: (f.file, f.line, f.column)) + last
    name = header.id or identifier or default_id(path)
    guide = Guide(name, sections, header.edition, bases(written.get("roles", {})))
    sound = guide if not broken and all(fault.warning for fault in faults) else None
    nodes = {role: node for role, (_, node) in roles.items()}
    everything = {**written, "roles": roles}
    return Reading(sound, faults, nodes, everything, guide.id, id_place, sections)


def _read_files(
    path: str | PathLike[str],
    report: Report,
    progress: Callable[[], None],
    *,
    links: bool,
) -> tuple[Header, Place | None, dict[str, Located]]:
    """What a guide's files say about it, where its id is, and its records as written."""
    header, id_place = Header(), None
    written: dict[str, Located] = {section: {} for section in RECORDS}
    budget = iter(range(MOST_VALUES))
    for file in _files(path, report, links=links):
        progress()
        root = _read_file(file, budget, report, named=file == fspath(path))
        if isinstance(root, MappingNode):
            empty = ""  # the section before, where nothing stands below it
            for section, (at, node) in root.entries.items():
                if section == "guide":
                    header = _read_header(node, header, report)
                    id_place = id_place or _id_place(node)
                else:
                    _collect(key_of(section, (at, node)), node, written, empty, report)
                empty = section if is_nothing(node) else ""
        elif root is not None and not is_nothing(root):
            allowed, hint = Message(N_("a mapping of sections")), Message(FIRST_KEY)
            report.fault(root, "", described(root), allowed, hint)
    return header, id_place, written


def _files(path: str | PathLike[str], report: Report, *, links: bool) -> Iterator[str]:
    """The files of a guide; where it is somebody else's, without links that lead elsewhere.

    What a fault quotes of its file would tell what stands there.
    """
    for file in files_of(path):
        if links or file == fspath(path) or not leaves(file, fspath(path)):
            yield file
            continue
        found = Message(N_("a link that leads out of the folder"))
        hint = Message(N_("put the file itself there"))
        report.faults.append(Fault(file, 0, 0, "", found, hint=hint))


def _read_file(file: str, budget: Iterator[int], report: Report, *, named: bool) -> Node | None:
    """What stands in a file; a profile or a team is a fault only where the file itself is named."""
    source, fault = read_file(file)
    if other := no_guide(source):
        report.faults += [other] if named else []
        return None
    root, faults = (None, [fault]) if fault else parse(source, budget)
    report.faults += faults
    report.stop_at_too_many()
    return root


def _read_records(
    written: Mapping[str, Located],
    roles: Located,
    below: Sections,
    roles_below: Container[str],
    report: Report,
) -> tuple[Sections, set[tuple[str, str]]]:
    """The records without faults, checked one by one and then against each other; and the others.

    Args:
        written: All records as written.
        roles: The roles with what they extend; one that extends an unknown role is left out.
        below: The records of the guides below.
        roles_below: The ids of their roles, also of those at fault.
        report: Takes the faults.
    """
    syntax_broken = any(not fault.path for fault in report.faults)
    sections = _read_sections({**written, "roles": roles}, report)
    broken = {
        (section, identifier)
        for section, records in written.items()
        for identifier in records.keys() - getattr(sections, section).keys()
    }
    # Of the guides below, no record is read unless it is asked for.
    known = Sections._make(starmap(ChainMap, zip(sections, below, strict=True)))
    if not syntax_broken:  # or every reference into the broken file would be reported too
        unknown = references.unknown_ids(report.references, known, broken, of_guide=True)
        across = [
            *_of_guide([*unknown], written, roles_below),
            *_across(sections, {**written, "roles": roles}, known.roles, report),
        ]
        report.faults = [*_causes(report, across, bases(written["roles"])), *across]
    report.faults += references.missing_fields(roles)
    return sections, broken


def _causes(report: Report, across: Sequence[Fault], upon: Container[str]) -> Iterator[Fault]:
    """The faults but for those that follow from an unknown id.

    Under the id of its base, the value of a role upon another one would not lack what it lacks.
    """
    unknown = {
        fault.path for fault in across if fault.path.partition(".")[2].partition(".")[0] in upon
    }
    follow = {id(fault) for fault in report.lacking if fault.path in unknown}
    return (fault for fault in report.faults if id(fault) not in follow)


def _too_many(path: str | PathLike[str]) -> Fault:
    """The last fault of a guide that was not read to its end."""
    found = Message(N_("reading stopped after {number} faults"), {"number": MOST_FAULTS})
    hint = Message(N_("correct these first, then check again"))
    return Fault(fspath(path), 0, 0, "", found, hint=hint)


def overlay(below: Sections, above: Sections) -> Sections:
    """The records of two guides; of two records with the same id, the upper one."""
    return Sections._make({**lower, **upper} for lower, upper in zip(below, above, strict=True))


def _collect(
    key: ScalarNode, node: Node, written: dict[str, Located], empty: str, report: Report
) -> None:
    """Add a section of one file to what the files before it have of that section.

    Args:
        key: The section.
        node: What stands below it.
        written: What the files have.
        empty: The section before, where nothing stands below that one.
        report: Takes the faults.
    """
    section = key.text
    if section not in RECORDS:
        known = ("guide", *OTHERS, *RECORDS)
        found = Message(N_("unknown section “{key}”"), {"key": section})
        allowed = Message(N_("the keys {names}"), {"names": ", ".join(("guide", *RECORDS))})
        beside = empty and not first_keys.nearest(section, known)
        remedy = further_right(empty) if beside else first_keys.hint(section, node, known, RECORDS)
        report.fault(key, section, found, allowed, remedy)
    elif isinstance(node, MappingNode):
        _collect_records(section, node, written[section], report)
    elif not is_nothing(node):
        form = as_written(section, "{ID: {…}}")
        report.fault(node, section, described(node), Message(N_("a mapping")), form)


def _collect_records(section: str, node: MappingNode, written: Located, report: Report) -> None:
    """Add the records of a section; a field beside its record's id is no record."""
    empty = ""  # the id before, where nothing stands below it
    for identifier, entry in node.entries.items():
        named, path = key_of(identifier, entry), f"{section}.{identifier}"
        if empty and identifier in keys_of(RECORDS[section]):
            if written.pop(empty, None):  # told once
                beside = {"key": identifier, "id": empty}
                found = Message(N_("“{key}” beside “{id}”, and not below it"), beside)
                report.fault(named, f"{section}.{empty}", found, hint=further_right(empty))
            continue
        _check_form(path, identifier, named, report)
        if first := written.get(identifier):
            _report_duplicate(path, named, key_of(identifier, first).place, report)
        written[identifier] = entry
        empty = identifier if is_nothing(entry[1]) else ""


def _report_duplicate(path: str, named: ScalarNode, first: Place, report: Report) -> None:
    text = N_("the id “{key}” for the second time (first in {file}, line {line})")
    where = {"key": named.text, "file": first.source.name, "line": first.line}
    report.fault(named, path, Message(text, where), hint=Message(N_("remove one of the two")))


def _check_form(path: str, identifier: str, node: Node, report: Report) -> None:
    if not IDENTIFIER.fullmatch(identifier) or ("--" in identifier and path[:6] != "pairs."):
        allowed = Message(N_("lower-case letters a–z, digits and hyphens"))
        hint = Message(N_("write {example}"), {"example": id_of(identifier)})
        report.fault(node, path, Message(N_("the id “{key}”"), {"key": identifier}), allowed, hint)


def _read_header(node: Node, known: Header, report: Report) -> Header:
    """What the guide says about itself in this file and in those before it."""
    if not isinstance(node, MappingNode):
        form = as_written("guide", "{id: …}")
        report.fault(node, "guide", described(node), Message(N_("a mapping")), form)
        return known
    make: Callable[..., Header] = Header
    stated = make(**read_fields(Header, node, "guide", report))
    if stated.id:
        _check_id(stated.id, node.entries["id"][1], known.id, report)
    if stated.format not in (None, GUIDE_FORMAT):
        found = Message(N_("format {number}"), {"number": stated.format})
        text = N_("format {number}, the one this version reads")
        allowed, hint = (
            Message(text, {"number": GUIDE_FORMAT}),
            as_written("guide.format", str(GUIDE_FORMAT)),
        )
        report.fault(node.entries["format"][1], "guide.format", found, allowed, hint)
    return Header(known.id or stated.id, GUIDE_FORMAT, stated.edition or known.edition)


def _id_place(header: Node) -> Place | None:
    stated = isinstance(header, MappingNode) and header.entries.get("id")
    return stated[1].place if stated else None


def _check_id(identifier: str, node: Node, known: str | None, report: Report) -> None:
    if known in (None, identifier):
        _check_form("guide.id", identifier, node, report)
        return
    found = Message(N_("a second id, “{key}”"), {"key": identifier})
    allowed = Message(N_("one id for a guide, here “{id}”"), {"id": known})
    report.fault(node, "guide.id", found, allowed)


def _read_sections(written: Mapping[str, Located], report: Report) -> Sections:
    """The records that could be read.

    Records are in the order of their ids, so that it does not matter how a section is spread over
    files.
    """
    sections: dict[str, dict[str, object]] = {}
    for section, records in written.items():
        sections[section] = {}
        for identifier, (_, node) in sorted(records.items()):
            first = len(report.faults)
            record = read_record(RECORDS[section], node, f"{section}.{identifier}", report)
            # What is at fault in the guide below is told there.
            report.faults[first:] = [f for f in report.faults[first:] if f.file == node.source.name]
            if record is not INVALID:
                sections[section][identifier] = _in_order(record)
    return Sections._make(sections.get(name, {}) for name in Sections._fields)


def _in_order(record: object) -> object:
    """A record, the skills of a role heaviest first, wherever one that it extends had them."""
    if not isinstance(record, model.Role):
        return record
    heaviest = sorted(record.skills.items(), key=lambda entry: -entry[1].weight)
    return record._replace(skills=dict(heaviest))


def _of_guide(
    unknown: Sequence[Fault], written: Mapping[str, Located], roles_below: Container[str]
) -> Iterator[Fault]:
    """The unknown ids that a guide names itself, and not what it takes over.

    Args:
        unknown: The faults of all unknown ids.
        written: The guide's own records as written.
        roles_below: The ids of the roles of the guides below; one at fault is told there.
    """
    if not unknown:
        return
    files = {node.source.name for records in written.values() for _, node in records.values()}
    for fault in unknown:
        section, identifier = (str(fault.found.arguments[key]) for key in ("section", "id"))
        if fault.file in files and not (section == "roles" and identifier in roles_below):
            yield fault


def _across(
    sections: Sections,
    written: Mapping[str, Located],
    roles: Mapping[str, model.Role],
    report: Report,
) -> Iterator[Fault]:
    """Faults between records that are there; `roles` are all that are in effect."""
    yield from references.self_references(sections.roles, report.references, written["roles"])
    yield from references.circular_moves(roles, written["roles"])
    yield from references.misnamed_pairs(sections.pairs, written["pairs"])
