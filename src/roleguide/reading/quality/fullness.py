"""What a record leaves out, or says of too many things at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from roleguide.language import N_
from roleguide.model import Sections
from roleguide.reading.consistency.finding import Breach, at, rule

_FIRST: Final = 15
"""Words of the sentence that a page begins with."""

_SEVERAL: Final = 4
"""Skills from which on one weight for all of them tells nothing."""

_MOST: Final = 5
"""People whom somebody can work with every day."""


@rule(
    N_("has no “plain”, the sentence that its page begins with"),
    N_("say under {place}, in at most {number} words, who does what, for a newcomer"),
)
def pages_begin_plainly(sections: Sections) -> Iterator[Breach]:
    """A role has the sentence that its page begins with."""
    for identifier, role in sections.roles.items():
        if role.plain is None:
            values = {"place": at("roles", identifier, "plain"), "number": _FIRST}
            yield Breach(("roles", identifier), values)


@rule(
    N_("all {number} skills have the weight {weight}"),
    N_("write under {place} what separates: 1 useful, 2 important, 3 essential; and so for each"),
)
def weights_separate(sections: Sections) -> Iterator[Breach]:
    """Not every skill of a role is essential."""
    for identifier, role in sections.roles.items():
        weights = [need.weight for need in role.skills.values()]
        if len(weights) >= _SEVERAL and min(weights) == max(weights):
            place = at("roles", identifier, "skills", next(iter(role.skills)), "weight")
            values = {"number": len(weights), "weight": weights[0], "place": place}
            yield Breach(("roles", identifier, "skills"), values)


@rule(N_("works with {number} others"), N_("name those of every day, {most} at most"))
def counterparts_are_few(sections: Sections) -> Iterator[Breach]:
    """A role names the people of every day, and not the whole company."""
    for identifier, role in sections.roles.items():
        if len(role.works_with) > _MOST:
            values = {"number": len(role.works_with), "most": _MOST}
            yield Breach(("roles", identifier, "works_with"), values)


@rule(N_("described as level {number} is"), N_("say what somebody at this level is seen to do"))
def levels_differ(sections: Sections) -> Iterator[Breach]:
    """Each level of a skill is described by something else."""
    for identifier, skill in sections.skills.items():
        seen: dict[str, int] = {}
        for level, text in sorted(skill.levels.items()):
            before = {seen[words] for words in text.values() if words in seen}
            seen.update(dict.fromkeys(text.values(), level))
            if before:
                place = ("skills", identifier, "levels", str(level))
                yield Breach(place, {"number": min(before)})
