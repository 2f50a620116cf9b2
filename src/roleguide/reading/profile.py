"""Read a profile: what one person has done, masters, wants and refuses."""

from __future__ import annotations

import json
from typing import Final, NamedTuple

from roleguide.errors import Fault
from roleguide.language import N_, Message
from roleguide.model import Profile, Sections
from roleguide.reading import references
from roleguide.reading.events import MappingNode, Node, is_nothing, key_of, parse
from roleguide.reading.first_keys import PROFILE, hint
from roleguide.reading.places import FileText, TooManyFaults
from roleguide.reading.schema import read_record
from roleguide.reading.values import INVALID, Invalid, Report, described

_SHOWN: Final = 60
"""Characters of a title that is quoted in a hint."""


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
    report.faults += map(_or_outside, references.unknown_ids(report.references, known))
    found = sorted(report.faults, key=lambda fault: (fault.line, fault.column))
    return ProfileReading(None if found or profile is INVALID else profile, found)


def _or_outside(fault: Fault) -> Fault:
    """An unknown role that may be no slip but a job in no guide, with what to write then."""
    if fault.path in ("profile.now", "profile.now.role"):
        title = str(fault.found.arguments["id"])
        told = json.dumps(title, ensure_ascii=False) if len(title) <= _SHOWN else '"…"'
        example = {"example": f"now: {{title: {told}}}"}
        outside = Message(N_("a job that is in no guide: {example}"), example)
    elif fault.path.startswith("profile.roles."):
        outside = Message(N_("a job that is in no guide is left out here"))
    else:
        return fault
    if fault.hint is None:
        return fault._replace(hint=outside)
    either = Message(N_("{one} · {other}"), {"one": fault.hint, "other": outside})
    return fault._replace(hint=either)


def _read_root(root: Node | None, report: Report) -> Profile | Invalid:
    if root is None:  # nothing but comments
        return Profile()
    allowed = Message(N_("the key “{key}”, and all else below it"), {"key": PROFILE})
    if not isinstance(root, MappingNode):
        return report.fault(root, "", described(root), allowed)
    for name, entry in root.entries.items():
        if name != PROFILE:
            found = Message(N_("unknown key “{key}”"), {"key": name})
            remedy = hint(name, entry[1], [PROFILE])
            report.fault(key_of(name, entry), name, found, allowed, remedy)
    if not root.entries:
        return report.fault(root, "", Message(N_("the key “{key}” is missing"), {"key": PROFILE}))
    if PROFILE not in root.entries:
        return INVALID
    node = root.entries[PROFILE][1]
    return Profile() if is_nothing(node) else read_record(Profile, node, PROFILE, report)
