"""What a rule finds, and the words that the rules share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple, TypeAlias, get_args

from roleguide.model import Reach, Role, Sections

Key: TypeAlias = tuple[str, str, str, str]
"""Rule, section, id and detail of a finding: what tells it from every other."""


Path: TypeAlias = tuple[str | int, ...]
"""The keys that lead to a statement inside a record; list items by their number from 0."""


class Finding(NamedTuple):
    """Something that one record says and another one denies.

    Attributes:
        rule: The rule, by a name for lists of exceptions.
        place: The section and the id of the record at fault, and the keys inside it that lead to
            the statement; list items by their number from 0.
        found: The sentence that says what was found.
        hint: The sentence that says what to do.
        values: What fills the places in both sentences.
        detail: What tells it from other findings of the rule in this record, in ids.
        others: Roles that the finding takes as given; it is theirs to mend as much.
        against: Paths of the statements that the first one disagrees with. It is told at one of
            these where the first is taken over from another role, and one of these is not.
    """

    rule: str
    place: tuple[str, str, *Path]
    found: str
    hint: str
    values: Mapping[str, object] = {}
    detail: str = ""
    others: tuple[str, ...] = ()
    against: tuple[Path, ...] = ()

    @property
    def section(self) -> str:
        """The section of the record at fault."""
        return self.place[0]

    @property
    def id(self) -> str:
        """Its id."""
        return self.place[1]

    @property
    def key(self) -> Key:
        """What tells it from every other finding."""
        return self.rule, self.section, self.id, self.detail


def at(section: str, identifier: str, *steps: str | int) -> str:
    """A place in a guide, as faults name it.

    Args:
        section: The section.
        identifier: The id of the record.
        steps: The keys inside it, and the numbers of list items from 0.
    """
    inside = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return f"{section}.{identifier}{inside}"


REACHES: Final = get_args(Reach)


class Holder(NamedTuple):
    """A role's part in an activity, and how far it extends, as a place in `REACHES`."""

    role: str
    part: str
    reach: int


def parts(sections: Sections) -> Mapping[str, list[Holder]]:
    """The parts of all roles by activity; a part whose reach nobody states extends to `own`."""
    found: dict[str, list[Holder]] = {activity: [] for activity in sections.activities}
    for identifier, role in sections.roles.items():
        for activity, responsibility in role.responsibilities.items():
            reach = responsibility.over or role.over or "own"
            part = Holder(identifier, responsibility.part, REACHES.index(reach))
            found.setdefault(activity, []).append(part)
    return found


def managers(role: Role) -> list[str]:
    """The roles of the guide that a role reports to."""
    return [line.role for line in role.reports_to if line.role is not None]


def leads_people(role: Role) -> bool:
    """Whether a role has people of its own, rather than some lent for a deal or a project."""
    return role.leads is not None and role.leads.kind in ("people", "managers")
