"""Read a profile: what one person has done, masters, wants and refuses."""

from __future__ import annotations

from typing import Final, NamedTuple

from roleguide.errors import Fault
from roleguide.language import N_, Message
from roleguide.model import Profile, Sections
from roleguide.reading import references
from roleguide.reading.events import MappingNode, Node, is_nothing, parse
from roleguide.reading.places import FileText, TooManyFaults
from roleguide.reading.schema import read_record
from roleguide.reading.values import INVALID, Invalid, Report, described, suggested

HEAD: Final = "profile"
"""The one key of a profile, under which all of it stands."""


class ProfileReading(NamedTuple):
    """The result of reading a profile.

    Attributes:
        profile: The profile; None if it has faults.
        faults: All of them, in the order of lines.
    """

    profile: Profile | None
    faults: list[Fault]


def read_profile(source: FileText, known: Sections) -> ProfileReading:
    """Read a profile and check the ids in it.

    Args:
        source: The file.
        known: The records of the guides in effect.
    """
    report = Report()
    root, faults = parse(source)
    report.faults += faults
    try:
        profile = INVALID if faults else _read_root(root, report)
    except TooManyFaults:
        profile = INVALID
    report.faults += references.unknown_ids(report.references, known)
    found = sorted(report.faults, key=lambda fault: (fault.line, fault.column))
    return ProfileReading(None if found or profile is INVALID else profile, found)


def _read_root(root: Node | None, report: Report) -> Profile | Invalid:
    if root is None:  # nothing but comments
        return Profile()
    allowed = Message(N_("the key “{key}”, and all else below it"), {"key": HEAD})
    if not isinstance(root, MappingNode):
        return report.fault(root, "", described(root), allowed)
    for name, (key, _) in root.entries.items():
        if name != HEAD:
            text = Message(N_("unknown key “{key}”"), {"key": name})
            report.fault(key, name, text, allowed, suggested(name, [HEAD]))
    if HEAD not in root.entries:
        return report.fault(root, "", Message(N_("the key “{key}” is missing"), {"key": HEAD}))
    node = root.entries[HEAD][1]
    return Profile() if is_nothing(node) else read_record(Profile, node, HEAD, report)
