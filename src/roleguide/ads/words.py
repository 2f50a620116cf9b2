"""The words by which the guides in effect read an advertisement. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from roleguide.ads.phrases import Phrases
from roleguide.ads.statements import Statements
from roleguide.ads.table import Table, table
from roleguide.catalog import Catalog, RoleHead
from roleguide.model import LADDER, OWNING_OR_DOING, AdWords, Head, Part
from roleguide.titles.words import Words as TitleWords

LEADERSHIP: Final = "team-leadership"
"""The activity of those who lead people."""

DEVELOPING: Final = frozenset(
    {"hiring", "sales-coaching", "performance-tracking", "rep-onboarding"}
)
"""What those do besides whose job it is to lead people, and not only a part of it."""

LEADER: Final = 1.0
"""How much it is the job to lead people: here it is,"""
ALSO: Final = 0.2
"""here it is a part,"""
ALONE: Final = -1.0
"""and here it is none."""


class Words:
    """What words say for roles, and the phrases of activities and statements.

    Attributes:
        table: What is counted, with the words that guides add.
        activities: The phrases by which a sentence tells of an activity.
        statements: The phrases by which a sentence states something else.
        titles: What words of titles mean, read as they are needed.
        heads: What is shown of each role.
        parts: The part of each role in each of its activities.
        leading: How much it is the job of each role to lead people, from -1 to 1.
    """

    def __init__(self, catalog: Catalog) -> None:
        counted = table()
        self.activities: Final = Phrases(counted.phrases)
        self.statements: Final = Statements(counted.said, counted.unless)
        self.titles: Final = TitleWords(catalog.store)
        own: dict[str, list[str]] = {}
        if len(catalog.guides) > 1:  # those of the built-in guide are in the table
            for identifier, activity in catalog.sections.activities.items():
                self.activities.add(identifier, activity.name.values())
            for record in catalog.sections.ad_words.values():
                self._learn(record, own)
        self.parts: Final = catalog.parts()
        self.heads: Final = {head.id: head for head in catalog.heads()}
        self.table: Final = _with_own(counted, self.heads, own)
        self.leading: Final = {
            role: _leading(head.role, self.parts.get(role, {})) for role, head in self.heads.items()
        }

    def leads(self, role: str) -> bool:
        """Whether it is at least a part of a role's job to lead people."""
        return self.leading.get(role, 0) > 0

    def holding(self) -> dict[str, set[str]]:
        """The roles that do each activity or answer for it."""
        found: dict[str, set[str]] = {}
        for role, parts in self.parts.items():
            for activity, part in parts.items():
                if part in OWNING_OR_DOING:
                    found.setdefault(activity, set()).add(role)
        return found

    def holders(self, activity: str) -> list[str]:
        """The roles that do an activity or answer for it, but for leaders of those who do it."""
        roles = sorted(self.holding().get(activity, ()))
        below = [role for role in roles if self.leading.get(role, 0) < LEADER]
        return below if below and activity not in DEVELOPING else roles

    def _learn(self, record: AdWords, own: dict[str, list[str]]) -> None:
        self.statements.learn(record)
        for phrases in record.words.values():
            if record.activity:
                self.activities.add(record.activity, phrases.texts)
            elif record.role:
                own.setdefault(record.role, []).extend(phrases.texts)


def _with_own(counted: Table, heads: Mapping[str, RoleHead], own: dict[str, list[str]]) -> Table:
    """The table with the words that guides add, and the titles of roles that it does not know."""
    for role, head in heads.items():
        if role not in counted.roles.sizes:
            own.setdefault(role, []).extend(head.role.title.text.values())
    added = {role: texts for role, texts in own.items() if role in heads}
    return counted._replace(roles=counted.roles.among(heads, added))


def _leading(head: Head, parts: Mapping[str, Part]) -> float:
    """How much it is a role's job to lead people."""
    part = parts.get(LEADERSHIP)
    if part not in OWNING_OR_DOING:
        return 0.0 if part else ALONE
    if LADDER.index(head.level.low) >= LADDER.index("director"):
        return LEADER
    also = sum(parts.get(activity) in OWNING_OR_DOING for activity in DEVELOPING)
    return LEADER if also > 1 else ALSO
