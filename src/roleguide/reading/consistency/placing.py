"""Findings become warnings at their place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from typing import Final

from roleguide.errors import Fault
from roleguide.language import Message
from roleguide.reading.consistency.finding import Finding, at
from roleguide.reading.events import Located, MappingNode, Node, SequenceNode, key_of
from roleguide.reading.places import Place

_STEPS: Final = re.compile(r"(?=[.\[])")
_MOST_DOTS: Final = 3
"""Dots that an id is thought to have: a path may go on for thousands of characters behind it."""


def at_fault(faults: Iterable[Fault], written: Mapping[str, Located]) -> set[tuple[str, str]]:
    """The section and id of the records in which there are faults.

    Args:
        faults: Faults and warnings.
        written: The records as written, by section and id.
    """
    found: set[tuple[str, str]] = set()
    for fault in faults:
        section, _, rest = fault.path.partition(".")
        if not fault.warning and section in written:
            starts = accumulate(_STEPS.split(rest, maxsplit=_MOST_DOTS + 1))
            ids = [start for start in starts if start in written[section]]
            found |= {(section, identifier) for identifier in ids[-1:]}  # an id may have dots
    return found


def placed(findings: Iterable[Finding], written: Mapping[str, Located]) -> list[Fault]:
    """Warnings for what was found in a guide's own records, in the order of places.

    Two decisions that are taken over and disagree with one part are one warning, at that part.
    """
    faults = sorted(_warnings(findings, written), key=lambda f: (f.file, f.line, f.column))
    return [fault for fault, _ in groupby(faults)]


def _warnings(findings: Iterable[Finding], written: Mapping[str, Located]) -> Iterator[Fault]:
    files = {node.source.name for records in written.values() for _, node in records.values()}
    for rule, breach in findings:
        section, identifier, *path = breach.place
        found = Message(breach.found or rule.found, breach.values)
        hint = Message(rule.hint, breach.values)
        for steps in (path, *breach.against):
            place = _place(steps, identifier, written[section][identifier])
            if place.source.name in files:  # and not taken over from a guide below by `extends`
                where = at(section, identifier, *steps)
                yield place.fault(where, found, hint=hint, warning=True)
                break


def _place(path: Sequence[str | int], identifier: str, entry: tuple[int, Node]) -> Place:
    """Where a statement stands, or what holds it where it has no place of its own."""
    at: Node = key_of(identifier, entry)
    node = entry[1]
    for step in path:
        if isinstance(step, int) and isinstance(node, SequenceNode):
            at = node = node.items[step]
        elif isinstance(node, MappingNode) and str(step) in node.entries:
            entry = node.entries[str(step)]
            at, node = key_of(str(step), entry), entry[1]
        else:
            break
    return at.place
