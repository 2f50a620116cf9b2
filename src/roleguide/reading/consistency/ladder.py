"""Steps up: each has its way back, raises the level, and takes nothing essential away."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import Final, NamedTuple

from roleguide.language import N_
from roleguide.model import LADDER, OWNING_OR_DOING, LevelRange, Need, Pair, Role, Sections
from roleguide.reading.consistency.finding import Breach, at, leads_people, managers, rule

LEADING_SKILLS: Final = frozenset({"leading-people", "leading-managers"})
LEADING: Final = "team-leadership"
"""The skills and the activity by which the built-in guide says that somebody leads."""

ESSENTIAL: Final = 3
FURTHEST: Final = 3
FURTHEST_OF_A_MANAGER: Final = 2
"""How many places of the ladder a step may take, to a first team and from there on."""

_MEND: Final = N_("mend {one} or {other}, or give the reason for the step under {why}")


class Rise(NamedTuple):
    """A step up from one role to another, for which no reason is given."""

    lower: str
    upper: str
    below: Role
    above: Role

    def breach(self, key: str, detail: str = "", found: str = "", **values: object) -> Breach:
        """A breach by this step.

        Args:
            key: The key under which the two roles say what does not go together.
            detail: What tells it from other breaches of the rule by this step.
            found: What was found, where that is not the same of each breach of the rule.
            values: What fills the places in the sentences, besides the upper role.
        """
        place = ("roles", self.lower, "leads_to", self.upper)
        told = {
            "role": self.upper,
            "one": at("roles", self.lower, key),
            "other": at("roles", self.upper, key),
            "why": at(*place, "why"),
            **values,
        }
        return Breach(place, told, f"{self.upper} {detail}".strip(), found=found)


def rises(sections: Sections) -> Iterator[Rise]:
    """The steps up between roles of the guide that are to explain themselves."""
    for lower, role in sections.roles.items():
        for upper, step in role.leads_to.items():
            if step.move == "up" and step.why is None and upper in sections.roles:
                yield Rise(lower, upper, role, sections.roles[upper])


@rule(
    N_("leads up to “{role}”, which does not come from here"),
    N_("name this role under {origins}, or give the reason for the step under {why}"),
)
def steps_have_a_way_back(sections: Sections) -> Iterator[Breach]:
    """A role to which another leads names it among those that people come from."""
    for rise in rises(sections):
        if all(origin.role != rise.lower for origin in rise.above.comes_from):
            origins = at("roles", rise.upper, "comes_from")
            yield rise.breach("comes_from", origins=origins)._replace(others=(rise.upper,))


@rule(
    N_("comes from “{role}”, which does not lead here"),
    N_("name this role under {there}, or take that one out here"),
)
def origins_lead_here(sections: Sections) -> Iterator[Breach]:
    """A role from which people come leads here, so that both pages tell of the move."""
    for identifier, role in sections.roles.items():
        for number, origin in enumerate(role.comes_from):
            before = origin.role or ""
            if before in sections.roles and identifier not in sections.roles[before].leads_to:
                place = ("roles", identifier, "comes_from", number)
                values = {"role": before, "there": at("roles", before, "leads_to")}
                yield Breach(place, values, f"from {before}", others=(before,))


@rule(N_("leads up to “{role}”, which is no higher"), _MEND)
def steps_rise(sections: Sections) -> Iterator[Breach]:
    """A step up ends higher on the ladder."""
    for rise in rises(sections):
        below, above = _places(rise.below.level), _places(rise.above.level)
        if above[0] < below[0] or above[1] < below[1] or above == below:
            yield rise.breach("level")


@rule(N_("leads up to “{role}”, {n} places of the ladder above"), _MEND)
def steps_do_not_leap(sections: Sections) -> Iterator[Breach]:
    """A step up does not end too high on the ladder."""
    for rise in rises(sections):
        highest = LADDER.index(rise.below.level.high)
        places = LADDER.index(rise.above.level.low) - highest
        if places > (FURTHEST if highest < LADDER.index("manager") else FURTHEST_OF_A_MANAGER):
            yield rise.breach("level", n=places)


def _places(level: LevelRange) -> tuple[int, int]:
    return LADDER.index(level.low), LADDER.index(level.high)


@rule("", _MEND)
def steps_lower_no_skill(sections: Sections) -> Iterator[Breach]:
    """A step up lowers no essential skill, and leaves none of leading behind."""
    for rise in rises(sections):
        for skill, need in rise.below.skills.items():
            then = rise.above.skills.get(skill)
            if need.weight == ESSENTIAL and (found := _fall(skill, need, then)):
                values = {"skill": skill, "before": need.level, "after": then and then.level}
                yield rise.breach(f"skills.{skill}", skill, found, **values)


def _fall(skill: str, need: Need, then: Need | None) -> str | None:
    """What was found if a skill falls, or if one of leading is no longer needed."""
    if then is None and skill in LEADING_SKILLS:
        return N_("leads up to “{role}”, which does not need “{skill}”")
    if then is not None and then.level < need.level:
        return N_("leads up to “{role}”, where “{skill}” falls from {before} to {after}")
    return None


@rule("", N_("add {names} under {place}, or write “virtual” under {kind} if they are only lent"))
def leaders_can_lead(sections: Sections) -> Iterator[Breach]:
    """Whoever has people has a skill of leading, and a part in it.

    Only roles described with the same skills and activities as others that lead are checked, since
    a guide may have skills and activities of its own.
    """
    leading = [role for role in sections.roles.values() if _leads(role)]
    skills = {skill for role in leading for skill in role.skills}
    activities = {activity for role in leading for activity in role.responsibilities}
    for identifier, role in sections.roles.items():
        if leads_people(role):
            yield from _unable(identifier, role, skills, activities)


def _unable(
    identifier: str, role: Role, skills: set[str], activities: set[str]
) -> Iterator[Breach]:
    """What a role lacks to lead, as far as it is described in these words."""
    if skills & role.skills.keys() and not LEADING_SKILLS & role.skills.keys():
        found = N_("leads people without a skill of leading")
        yield _leader(identifier, "skills", " | ".join(sorted(LEADING_SKILLS)), found)
    if activities & role.responsibilities.keys() and not _leads(role):
        found = N_("leads people without doing or answering for “{activity}”")
        yield _leader(identifier, "responsibilities", LEADING, found)


def _leads(role: Role) -> bool:
    """Whether a role does what leading people means, or answers for it."""
    share = role.responsibilities.get(LEADING)
    return share is not None and share.part in OWNING_OR_DOING


def _leader(identifier: str, key: str, missing: str, found: str) -> Breach:
    place = ("roles", identifier, "leads")
    places = {"place": at("roles", identifier, key), "kind": at(*place, "kind")}
    return Breach(place, {"activity": LEADING, "names": missing, **places}, key, found=found)


@rule(
    N_("reports to “{role}”, which leads nobody"),
    N_("name another manager here, or say under {leads} whom that one leads"),
)
def managers_lead(sections: Sections) -> Iterator[Breach]:
    """Whom a role reports to leads somebody."""
    for identifier, role in sections.roles.items():
        for number, neighbour in enumerate(role.reports_to):
            above = neighbour.role or ""
            manager = sections.roles.get(above)
            if manager is not None and manager.leads is not None and not leads_people(manager):
                place = ("roles", identifier, "reports_to", number)
                yield Breach(place, {"role": above, "leads": at("roles", above, "leads")}, above)


@rule(
    N_("leads “{role}”, which does not report here"),
    N_("name this role under {line}, or do not name that one here"),
)
def teams_report(sections: Sections) -> Iterator[Breach]:
    """Whom a role leads reports to it."""
    for identifier, number, below in _led(sections):
        if identifier not in managers(sections.roles[below]):
            place = ("roles", identifier, "leads", "who", number)
            values = {"role": below, "line": at("roles", below, "reports_to")}
            yield Breach(place, values, below, others=(below,))


@rule(
    N_("manages managers, and “{role}” is none"),
    N_("write “people” under {kind}, or do not name that one here"),
)
def managers_of_managers_have_some(sections: Sections) -> Iterator[Breach]:
    """Whom a role leads that manages managers is one."""
    for identifier, number, below in _led(sections):
        leads = sections.roles[identifier].leads
        if leads and leads.kind == "managers" and not leads_people(sections.roles[below]):
            place = ("roles", identifier, "leads", "who", number)
            yield Breach(place, {"role": below, "kind": at(*place[:3], "kind")}, below)


def _led(sections: Sections) -> Iterator[tuple[str, int, str]]:
    """The roles that lead people, each with those they lead, by their number."""
    for identifier, role in sections.roles.items():
        for number, neighbour in enumerate(role.leads.who if role.leads else ()):
            below = neighbour.role or ""
            if leads_people(role) and below in sections.roles:
                yield identifier, number, below


class _Rank(NamedTuple):
    """Two roles of a pair, the second of which may be above the first."""

    pair: Pair
    below: Role
    above: Role
    upper: str
    rises: bool
    breach: Breach


def _ranks(key: str, sections: Sections) -> Iterator[_Rank]:
    """The roles of each pair, either way round, with what is told of a key of the pair."""
    for identifier, pair in sections.pairs.items():
        known = [role for role in pair.difference if role in sections.roles]
        for lower, upper in permutations(known, 2):
            below, above = sections.roles[lower], sections.roles[upper]
            step = below.leads_to.get(upper)
            places = {
                "role": upper,
                "usage": at("pairs", identifier, "usage.kind"),
                "senior": at("pairs", identifier, "senior.role"),
                "step": at("roles", lower, "leads_to", upper),
                "line": at("roles", lower, "reports_to"),
                "level": at("roles", upper, "level"),
            }
            breach = Breach(("pairs", identifier, key), places, upper)
            yield _Rank(pair, below, above, upper, step is not None and step.move == "up", breach)


@rule(N_("one job, and “{role}” is a step up"), N_("mend {usage} or {step}"))
def one_job_is_no_step(sections: Sections) -> Iterator[Breach]:
    """Of two names of one job, neither is a step up from the other."""
    for rank in _ranks("usage", sections):
        if rank.pair.usage.kind == "same-job" and rank.rises:
            yield rank.breach


@rule(
    N_("“{role}” is above by level, step or line, and not senior here"),
    N_("name “{role}” under {senior}, or mend {level}, {step} or {line}"),
)
def seniors_are_above(sections: Sections) -> Iterator[Breach]:
    """What a pair says of the two ranks agrees with levels, moves and lines."""
    for pair, below, above, upper, rises_so, breach in _ranks("senior", sections):
        # Ranges of levels that meet are held by equals, too.
        higher = LADDER.index(above.level.low) > LADDER.index(below.level.high)
        settled = pair.senior is None or pair.senior.role == upper
        if not settled and (higher or rises_so or upper in managers(below)):
            yield breach
