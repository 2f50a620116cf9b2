"""Checks across records: references, circles of steps up, ids of pairs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from roleguide.errors import Fault
from roleguide.language import N_, Message
from roleguide.model import Pair, Role, Sections
from roleguide.reading.places import Place
from roleguide.reading.values import Reference

COMPARED: Final = 50_000
"""Names that unknown ids are compared with, in all; 30 µs each, so that hints take two seconds."""


def unknown_ids(references: Iterable[Reference], sections: Sections) -> Iterator[Fault]:
    """References to ids that no guide in effect has, the first ones with the nearest id."""
    left = COMPARED
    for section, identifier, node, path in references:
        known = getattr(sections, section)
        if identifier in known:
            continue
        names = list(known) if left > 0 else []
        left -= len(names)
        close = get_close_matches(identifier, names, n=1, cutoff=0.5)
        hint = Message(N_("did you mean “{name}”?"), {"name": close[0]}) if close else None
        yield node.place.fault(
            path,
            Message(N_("“{id}” is not in “{section}”"), {"id": identifier, "section": section}),
            hint=hint,
        )


def circular_moves(roles: Mapping[str, Role], places: Mapping[str, Place]) -> Iterator[Fault]:
    """Circles of moves `up` that these places have a part in; each is reported once."""
    done: set[str] = set()
    for start in places:
        for loop in _circles(start, roles, done):
            at = next((role for role in loop if role in places), None)
            if at:
                way = " → ".join(loop)
                yield places[at].fault(
                    f"roles.{at}.leads_to",
                    Message(N_("“up” goes round in a circle: {way}"), {"way": way}),
                    hint=Message(N_("one of these moves must be “side” or “switch”")),
                )


def _circles(start: str, roles: Mapping[str, Role], done: set[str]) -> Iterator[list[str]]:
    """The circles that are found from a role by a depth-first search, without recursion."""
    trail: list[str] = []
    onward: list[Iterator[str]] = []
    todo = iter([start])
    while True:
        role = next(todo, None)
        if role is None:
            if not trail:
                return
            done.add(trail.pop())
            todo = onward.pop()
        elif role in trail:
            yield [*trail[trail.index(role) :], role]
        elif role not in done and role in roles:
            trail.append(role)
            onward.append(todo)
            todo = iter(
                [u for u, s in roles[role].leads_to.items() if s.move == "up" and u != role]
            )


def misnamed_pairs(pairs: Mapping[str, Pair], places: Mapping[str, Place]) -> Iterator[Fault]:
    """Pairs whose id does not name their two roles; they would never be found."""
    for identifier, pair in pairs.items():
        expected = "--".join(sorted(pair.difference))
        if len(pair.difference) == 2 and identifier != expected and identifier in places:
            yield places[identifier].fault(
                f"pairs.{identifier}",
                Message(N_("the id “{key}”"), {"key": identifier}),
                allowed=Message(N_("“{value}”"), {"value": expected}),
            )


def self_references(roles: Mapping[str, Role], references: Iterable[Reference]) -> Iterator[Fault]:
    """Roles that name themselves as a neighbour."""
    for section, identifier, node, path in references:
        if section != "roles" or identifier not in roles:
            continue
        prefix = f"roles.{identifier}."
        if not path.startswith(prefix):
            continue
        field = re.split(r"[.\[]", path[len(prefix) :])[0]
        if field in Role._fields:  # otherwise the prefix is part of a longer id
            yield node.place.fault(path, Message(N_("the role refers to itself")))


def missing_fields(roles: Mapping[str, Role], places: Mapping[str, Place]) -> Iterator[Fault]:
    """Warnings for missing fields that comparisons show."""
    for identifier, role in roles.items():
        missing = [key for key in ("definition", "stage", "examples") if not getattr(role, key)]
        if missing and identifier in places:
            yield places[identifier].fault(
                f"roles.{identifier}",
                Message(N_("without {names}, comparisons say less"), {"names": ", ".join(missing)}),
                warning=True,
            )
