"""What can only be checked across records: references, ladders, names given twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from roleguide.errors import Fault
from roleguide.language import N_, Message
from roleguide.model import Role, Sections
from roleguide.reading.places import Place
from roleguide.reading.values import Reference


def unknown(references: Iterable[Reference], sections: Sections) -> Iterator[Fault]:
    """References to ids that no guide in effect has."""
    for section, identifier, place, path in references:
        known = getattr(sections, section)
        if identifier in known:
            continue
        close = get_close_matches(identifier, list(known), n=1, cutoff=0.5)
        hint = Message(N_("did you mean “{name}”?"), {"name": close[0]}) if close else None
        yield place.fault(
            path,
            Message(N_("“{id}” is not in “{section}”"), {"id": identifier, "section": section}),
            hint=hint,
        )


def loops(roles: Mapping[str, Role], places: Mapping[str, Place]) -> Iterator[Fault]:
    """Ladders of `up` that come back to where they start; each is reported once."""
    done: set[str] = set()
    for start in roles:
        trail: list[str] = []
        if loop := _climb(start, roles, trail, done):
            at = next((role for role in loop if role in places), None)
            if at:
                yield places[at].fault(
                    f"roles.{at}.leads_to",
                    Message(N_("“up” goes round in a circle: {way}"), {"way": " → ".join(loop)}),
                    hint=Message(N_("one of these moves must be “side” or “switch”")),
                )


def _climb(role: str, roles: Mapping[str, Role], trail: list[str], done: set[str]) -> list[str]:
    """Follow `up` depth first; the first circle found, or nothing."""
    if role in trail:
        return [*trail[trail.index(role) :], role]
    if role in done or role not in roles:
        return []
    trail.append(role)
    for upper, move in roles[role].leads_to.items():
        if move == "up" and (loop := _climb(upper, roles, trail, done)):
            return loop
    trail.pop()
    done.add(role)
    return []


def itself(roles: Mapping[str, Role], references: Iterable[Reference]) -> Iterator[Fault]:
    """Roles that name themselves as a neighbour."""
    for section, identifier, place, path in references:
        if section == "roles" and identifier in roles and path.startswith(f"roles.{identifier}."):
            yield place.fault(path, Message(N_("the role refers to itself")))


def poor(roles: Mapping[str, Role], places: Mapping[str, Place]) -> Iterator[Fault]:
    """Warnings for what a comparison will miss."""
    for identifier, role in roles.items():
        missing = [key for key in ("definition", "stage", "examples") if not getattr(role, key)]
        if missing and identifier in places:
            yield places[identifier].fault(
                f"roles.{identifier}",
                Message(N_("without {names}, comparisons say less"), {"names": ", ".join(missing)}),
                warning=True,
            )
