"""Rules that records should keep to, what they find, and the words that they share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import ModuleType
from typing import Final, NamedTuple, TypeAlias, get_args

from roleguide.model import Reach, Role, Sections

Path: TypeAlias = tuple[str | int, ...]
"""The keys that lead to a statement inside a record; list items by their number from 0."""


class Breach(NamedTuple):
    """Where a record breaks a rule: something that it says and another one denies, say.

    Attributes:
        place: The section and the id of the record at fault, and the keys inside it that lead to
            the statement; list items by their number from 0.
        values: What fills the places in the sentences of the rule.
        detail: What tells it from other breaches of the rule in this record, in ids.
        others: Roles that it takes as given; it is theirs to mend as much.
        against: Paths of the statements that the first one disagrees with. It is told at one of
            these where the first is taken over from another role, and one of these is not.
        found: What was found, where that is not the same of each breach of the rule.
    """

    place: tuple[str, str, *Path]
    values: Mapping[str, object] = {}
    detail: str = ""
    others: tuple[str, ...] = ()
    against: tuple[Path, ...] = ()
    found: str = ""


class Rule(NamedTuple):
    """What records should keep to.

    Attributes:
        found: The sentence that says what was found, where it is always the same.
        hint: The sentence that says what to do.
        breaches: Finds where it is broken, in the records in effect or whatever else it needs.
        needs_all: Whether it misses something: a record that could not be read may have it.
    """

    found: str
    hint: str
    breaches: Callable[..., Iterator[Breach]]
    needs_all: bool = False

    @property
    def name(self) -> str:
        """Its name, for lists of exceptions."""
        return self.breaches.__name__.replace("_", "-")

    def findings(self, *sections: Sections) -> Iterator[Finding]:
        """What it finds."""
        return (Finding(self, breach) for breach in self.breaches(*sections))


class Finding(NamedTuple):
    """A rule, and where it is broken."""

    rule: Rule
    breach: Breach

    @property
    def key(self) -> tuple[str, ...]:
        """Rule, section, id and detail: what tells it from every other finding."""
        return self.rule.name, *self.breach.place[:2], self.breach.detail


def rule(
    found: str, hint: str, *, needs_all: bool = False
) -> Callable[[Callable[..., Iterator[Breach]]], Rule]:
    """Make a `Rule` of the function that finds its breaches."""
    return lambda breaches: Rule(found, hint, breaches, needs_all)


def rules_in(*modules: ModuleType) -> list[Rule]:
    """The rules of modules, in their order."""
    return [each for module in modules for each in vars(module).values() if isinstance(each, Rule)]


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
        for activity, share in role.responsibilities.items():
            part = Holder(identifier, share.part, reach(role, activity))
            found.setdefault(activity, []).append(part)
    return found


def reach(role: Role, activity: str) -> int:
    """How far a role reaches in an activity, or at all where it has no part in that one."""
    share = role.responsibilities.get(activity)
    return REACHES.index((share.over if share else None) or role.over or "own")


def managers(role: Role) -> list[str]:
    """The roles of the guide that a role reports to."""
    return [line.role for line in role.reports_to if line.role is not None]


def leads_people(role: Role) -> bool:
    """Whether a role has people of its own, rather than some lent for a deal or a project."""
    return role.leads is not None and role.leads.kind in ("people", "managers")
