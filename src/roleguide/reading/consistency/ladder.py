"""Steps up: each has its way back, raises the level, and takes nothing essential away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from roleguide.language import N_
from roleguide.model import LADDER, OWNING_OR_DOING, LevelRange, Need, Pair, Role, Sections
from roleguide.reading.consistency.finding import Finding, at, leads_people, managers

LEADING_SKILLS: Final = frozenset({"leading-people", "leading-managers"})
LEADING: Final = "team-leadership"
"""The skills and the activity by which the built-in guide says that somebody leads."""

ESSENTIAL: Final = 3
FURTHEST: Final = 3
FURTHEST_OF_A_MANAGER: Final = 2
"""How many places of the ladder a step may take, to a first team and from there on."""


class Rise(NamedTuple):
    """A step up from one role to another, for which no reason is given."""

    lower: str
    upper: str
    below: Role
    above: Role

    def fault(self, rule: str, found: str, key: str, detail: str = "", **values: object) -> Finding:
        """A finding of this step.

        Args:
            rule: The rule.
            found: The sentence that says what was found.
            key: The key under which the two roles say what does not go together.
            detail: What tells it from other findings of the rule in this step.
            values: What fills the places in the sentence, besides the upper role.
        """
        return Finding(
            rule,
            ("roles", self.lower, "leads_to", self.upper),
            found,
            N_("mend {one} or {other}, or give the reason for the step under {why}"),
            {
                "role": self.upper,
                "one": at("roles", self.lower, key),
                "other": at("roles", self.upper, key),
                "why": self.why,
                **values,
            },
            f"{self.upper} {detail}".strip(),
        )

    @property
    def why(self) -> str:
        """Where the reason for the step would stand."""
        return at("roles", self.lower, "leads_to", self.upper, "why")


def rises(sections: Sections) -> Iterator[Rise]:
    """The steps up between roles of the guide that are to explain themselves."""
    for lower, role in sections.roles.items():
        for upper, step in role.leads_to.items():
            if step.move == "up" and step.why is None and upper in sections.roles:
                yield Rise(lower, upper, role, sections.roles[upper])


def steps_have_a_way_back(sections: Sections) -> Iterator[Finding]:
    """A role to which another leads names it among those that people come from."""
    for rise in rises(sections):
        if all(origin.role != rise.lower for origin in rise.above.comes_from):
            origins = at("roles", rise.upper, "comes_from")
            yield Finding(
                "steps-have-a-way-back",
                ("roles", rise.lower, "leads_to", rise.upper),
                N_("leads up to “{role}”, which does not come from here"),
                N_("name this role under {origins}, or give the reason for the step under {why}"),
                {"role": rise.upper, "origins": origins, "why": rise.why},
                rise.upper,
                others=(rise.upper,),
            )


def origins_lead_here(sections: Sections) -> Iterator[Finding]:
    """A role from which people come leads here, so that both pages tell of the move."""
    for identifier, role in sections.roles.items():
        for number, origin in enumerate(role.comes_from):
            before = origin.role or ""
            if before in sections.roles and identifier not in sections.roles[before].leads_to:
                yield Finding(
                    "origins-lead-here",
                    ("roles", identifier, "comes_from", number),
                    N_("comes from “{role}”, which does not lead here"),
                    N_("name this role under {there}, or take that one out here"),
                    {"role": before, "there": at("roles", before, "leads_to")},
                    f"from {before}",
                    others=(before,),
                )


def steps_rise(sections: Sections) -> Iterator[Finding]:
    """A step up ends higher on the ladder, and not too high."""
    for rise in rises(sections):
        below, above = _places(rise.below.level), _places(rise.above.level)
        if above[0] < below[0] or above[1] < below[1] or above == below:
            found = N_("leads up to “{role}”, which is no higher")
            yield rise.fault("steps-rise", found, "level")
        most = FURTHEST if below[1] < LADDER.index("manager") else FURTHEST_OF_A_MANAGER
        if above[0] - below[1] > most:
            found = N_("leads up to “{role}”, {n} places of the ladder above")
            yield rise.fault("steps-do-not-leap", found, "level", n=above[0] - below[1])


def _places(level: LevelRange) -> tuple[int, int]:
    return LADDER.index(level.low), LADDER.index(level.high)


def steps_lower_no_skill(sections: Sections) -> Iterator[Finding]:
    """A step up lowers no essential skill, and leaves none of leading behind."""
    for rise in rises(sections):
        for skill, need in rise.below.skills.items():
            then = rise.above.skills.get(skill)
            if need.weight == ESSENTIAL and (found := _fall(skill, need, then)):
                yield rise.fault(
                    "steps-lower-no-skill",
                    found,
                    f"skills.{skill}",
                    skill,
                    skill=skill,
                    before=need.level,
                    after=then and then.level,
                )


def _fall(skill: str, need: Need, then: Need | None) -> str | None:
    """What was found if a skill falls, or if one of leading is no longer needed."""
    if then is None and skill in LEADING_SKILLS:
        return N_("leads up to “{role}”, which does not need “{skill}”")
    if then is not None and then.level < need.level:
        return N_("leads up to “{role}”, where “{skill}” falls from {before} to {after}")
    return None


def leaders_can_lead(sections: Sections) -> Iterator[Finding]:
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
) -> Iterator[Finding]:
    """What a role lacks to lead, as far as it is described in these words."""
    if skills & role.skills.keys() and not LEADING_SKILLS & role.skills.keys():
        found = N_("leads people without a skill of leading")
        either = " | ".join(sorted(LEADING_SKILLS))
        yield _leader(identifier, "skill", found, either, "skills")
    if activities & role.responsibilities.keys() and not _leads(role):
        found = N_("leads people without doing or answering for “{activity}”")
        yield _leader(identifier, "part", found, LEADING, "responsibilities")


def _leads(role: Role) -> bool:
    """Whether a role does what leading people means, or answers for it."""
    share = role.responsibilities.get(LEADING)
    return share is not None and share.part in OWNING_OR_DOING


def _leader(identifier: str, detail: str, found: str, missing: str, key: str) -> Finding:
    places = {"place": at("roles", identifier, key), "kind": at("roles", identifier, "leads.kind")}
    return Finding(
        "leaders-can-lead",
        ("roles", identifier, "leads"),
        found,
        N_("add {names} under {place}, or write “virtual” under {kind} if they are only lent"),
        {"activity": LEADING, "names": missing, **places},
        detail,
    )


def lines_agree(sections: Sections) -> Iterator[Finding]:
    """Whom a role leads reports to it; who manages managers has some; managers lead somebody."""
    for identifier, role in sections.roles.items():
        yield from _led(identifier, role, sections)
        for number, neighbour in enumerate(role.reports_to):
            above = neighbour.role or ""
            manager = sections.roles.get(above)
            if manager is not None and manager.leads is not None and not leads_people(manager):
                yield Finding(
                    "lines-agree",
                    ("roles", identifier, "reports_to", number),
                    N_("reports to “{role}”, which leads nobody"),
                    N_("name another manager here, or say under {leads} whom that one leads"),
                    {"role": above, "leads": at("roles", above, "leads")},
                    f"to {above}",
                )


def _led(identifier: str, role: Role, sections: Sections) -> Iterator[Finding]:
    if role.leads is None or not leads_people(role):
        return
    for number, neighbour in enumerate(role.leads.who):
        below = neighbour.role or ""
        led = sections.roles.get(below)
        if led is None:
            continue
        if identifier not in managers(led):
            yield Finding(
                "lines-agree",
                ("roles", identifier, "leads", "who", number),
                N_("leads “{role}”, which does not report here"),
                N_("name this role under {line}, or do not name that one here"),
                {"role": below, "line": at("roles", below, "reports_to")},
                f"leads {below}",
                others=(below,),
            )
        if role.leads.kind == "managers" and not leads_people(led):
            yield Finding(
                "lines-agree",
                ("roles", identifier, "leads", "who", number),
                N_("manages managers, and “{role}” is none"),
                N_("write “people” under {kind}, or do not name that one here"),
                {"role": below, "kind": at("roles", identifier, "leads.kind")},
                f"manages {below}",
            )


def seniors_are_above(sections: Sections) -> Iterator[Finding]:
    """What a pair says of the two ranks agrees with levels, moves and lines."""
    for identifier, pair in sections.pairs.items():
        roles = {role: sections.roles[role] for role in pair.difference if role in sections.roles}
        if len(roles) == 2:
            yield from _ranks(identifier, pair, roles)


def _ranks(identifier: str, pair: Pair, roles: dict[str, Role]) -> Iterator[Finding]:
    for lower, upper in (tuple(roles), tuple(roles)[::-1]):
        below, above = roles[lower], roles[upper]
        step = below.leads_to.get(upper)
        rises_so = step is not None and step.move == "up"
        places = {
            "role": upper,
            "usage": at("pairs", identifier, "usage.kind"),
            "senior": at("pairs", identifier, "senior.role"),
            "step": at("roles", lower, "leads_to", upper),
            "line": at("roles", lower, "reports_to"),
            "level": at("roles", upper, "level"),
        }
        if pair.usage.kind == "same-job" and rises_so:
            text, mend = N_("one job, and “{role}” is a step up"), N_("mend {usage} or {step}")
            yield _of_pair(identifier, "usage", text, mend, places)
        if pair.senior is None or pair.senior.role == upper:
            continue
        if _above(above.level, below.level) or rises_so or upper in managers(below):
            text = N_("“{role}” is above by level, step or line, and not senior here")
            mend = N_("name “{role}” under {senior}, or mend {level}, {step} or {line}")
            yield _of_pair(identifier, "senior", text, mend, places)


def _above(one: LevelRange, other: LevelRange) -> bool:
    """Whether a level begins where the other has ended; ranges that meet are held by equals too."""
    return _places(one)[0] > _places(other)[1]


def _of_pair(identifier: str, key: str, found: str, hint: str, places: dict[str, str]) -> Finding:
    place, detail = ("pairs", identifier, key), f"{key} {places['role']}"
    return Finding("seniors-are-above", place, found, hint, places, detail)
