"""The sections of a guide: what each is called, and where its records are found.

To add one, write its record and its field of `Sections` in `model`, and its line here. Showing,
searching, completing and counting users follow from that; `views` draws its records as it draws
any other until it has a view of its own.
"""

from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from roleguide.language import N_


class Section(NamedTuple):
    """What is done with the records of a section.

    Attributes:
        label: What one of them is, in lists and in the name of its JSON schema.
        unknown: What is said where none has the name that was asked for; empty where records
            have no names.
        plural: What all of them are called, above a list of those that have names.
        listing: The command that lists them all, if there is one.
        weight: How much a hit in one counts in a search; 0 where none is searched.
        making: The command that makes one of a company's own, if there is one.
        users: The field of a role that names them, if roles do.
    """

    label: str
    unknown: str = ""
    plural: str = ""
    listing: str = ""
    weight: float = 0
    making: str = ""
    users: str = ""


SECTIONS: Final[Mapping[str, Section]] = {
    "roles": Section(
        N_("role"),
        N_("No role is called “{name}”."),
        N_("Jobs"),
        listing="roleguide list",
        weight=1.3,
        making="roleguide new role",
    ),
    "activities": Section(
        N_("activity"),
        N_("No activity is called “{name}”."),
        N_("Activities"),
        listing="roleguide who",
        weight=1.1,
        users="responsibilities",
        making="roleguide new activity",
    ),
    "skills": Section(
        N_("skill"),
        N_("No skill is called “{name}”."),
        N_("Skills"),
        listing="roleguide skills",
        weight=1.1,
        users="skills",
        making="roleguide new skill",
    ),
    "metrics": Section(
        N_("metric"), N_("No metric is called “{name}”."), N_("Metrics"), weight=1, users="metrics"
    ),
    "tools": Section(
        N_("tool"), N_("No tool is called “{name}”."), N_("Tools"), weight=1, users="tools"
    ),
    "contexts": Section(
        N_("context"),
        N_("No context is called “{name}”."),
        N_("Contexts"),
        weight=1,
        users="examples",
    ),
    "worlds": Section(
        N_("world"), N_("No world is called “{name}”."), N_("Worlds"), users="analogies"
    ),
    "terms": Section(
        N_("term"),
        N_("No term is called “{name}”."),
        N_("Terms"),
        listing="roleguide define",
        weight=1.15,
    ),
    "families": Section(
        N_("family"), N_("No family is called “{name}”."), N_("Families"), users="family"
    ),
    "pairs": Section(N_("pair"), weight=1),
}
"""The sections, in the order in which `show` looks for a name."""

NAMED: Final = tuple(name for name, section in SECTIONS.items() if section.unknown)
"""The sections whose records have names."""

SEARCHED: Final = tuple(name for name, section in SECTIONS.items() if section.weight)
"""The sections in which `search` looks."""

_FIELD_WEIGHTS: Final = {
    "title": 8.0,
    "name": 8.0,
    "short": 6.0,
    "titles": 5.0,
    "mission": 3.0,
    "plain": 3.0,
    "definition": 3.0,
    "difference": 2.0,
    "responsibilities": 1.5,
}
"""A word in a title or a name says more than the same word in a scene."""


@cache
def weight(section: str, field: str) -> float:
    """How much a word in a field of a record says."""
    return _FIELD_WEIGHTS.get(field, 1.0) * SECTIONS[section].weight
