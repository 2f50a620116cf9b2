"""Steps up: each has its way back, raises the level, and takes nothing essential away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from roleguide.language import N_, Message
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

    def finding(self, rule: str, found: Message, key: str, detail: str = "") -> Finding:
        """A finding of this step.

        Args:
            rule: The rule.
            found: What was found.
            key: The key under which the two roles say what does not go together.
            detail: What tells it from other findings of the rule in this step.
        """
        text = N_("mend {one} or {other}, or give the reason for the step under {why}")
        places = {"one": at("roles", self.lower, key), "other": at("roles", self.upper, key)}
        return Finding(
            rule,
            "roles",
            self.lower,
            ("leads_to", self.upper),
            found,
            Message(text, {**places, "why": self._why}),
            f"{self.upper} {detail}".strip(),
        )

    @property
    def _why(self) -> str:
        return at("roles", self.lower, "leads_to", self.upper, "why")

    def one_way(self, found: Message) -> Finding:
        """The finding that the upper role does not name the lower one."""
        text = N_("name this role under {origins}, or give the reason for the step under {why}")
        places = {"origins": at("roles", self.upper, "comes_from"), "why": self._why}
        finding = self.finding("steps-have-a-way-back", found, "")
        return finding._replace(hint=Message(text, places), others=(self.upper,))


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
            found = Message(
                N_("leads up to “{role}”, which does not come from here"), {"role": rise.upper}
            )
            yield rise.one_way(found)


def origins_lead_here(sections: Sections) -> Iterator[Finding]:
    """A role from which people come leads here, so that both pages tell of the move."""
    for identifier, role in sections.roles.items():
        for number, origin in enumerate(role.comes_from):
            before = sections.roles.get(origin.role or "")
            if before is not None and identifier not in before.leads_to:
                yield Finding(
                    "origins-lead-here",
                    "roles",
                    identifier,
                    ("comes_from", number),
                    Message(
                        N_("comes from “{role}”, which does not lead here"), {"role": origin.role}
                    ),
                    Message(
                        N_("name this role under {there}, or take that one out here"),
                        {"there": at("roles", str(origin.role), "leads_to")},
                    ),
                    f"from {origin.role}",
                    (str(origin.role),),
                )


def steps_rise(sections: Sections) -> Iterator[Finding]:
    """A step up ends higher on the ladder, and not too high."""
    for rise in rises(sections):
        below, above = _places(rise.below.level), _places(rise.above.level)
        if above[0] < below[0] or above[1] < below[1] or above == below:
            found = Message(N_("leads up to “{role}”, which is no higher"), {"role": rise.upper})
            yield rise.finding("steps-rise", found, "level")
        most = FURTHEST if below[1] < LADDER.index("manager") else FURTHEST_OF_A_MANAGER
        if above[0] - below[1] > most:
            found = Message(
                N_("leads up to “{role}”, {n} places of the ladder above"),
                {"role": rise.upper, "n": above[0] - below[1]},
            )
            yield rise.finding("steps-do-not-leap", found, "level")


def _places(level: LevelRange) -> tuple[int, int]:
    return LADDER.index(level.low), LADDER.index(level.high)


def steps_lower_no_skill(sections: Sections) -> Iterator[Finding]:
    """A step up lowers no essential skill, and leaves none of leading behind."""
    for rise in rises(sections):
        for skill, need in rise.below.skills.items():
            then = rise.above.skills.get(skill)
            if need.weight == ESSENTIAL and (found := _fall(rise.upper, skill, need, then)):
                yield rise.finding("steps-lower-no-skill", found, f"skills.{skill}", skill)


def _fall(upper: str, skill: str, need: Need, then: Need | None) -> Message | None:
    """The finding if a skill falls, or if one of leading is no longer needed."""
    if then is None:
        if skill not in LEADING_SKILLS:
            return None
        text = N_("leads up to “{role}”, which does not need “{skill}”")
        return Message(text, {"role": upper, "skill": skill})
    if then.level >= need.level:
        return None
    return Message(
        N_("leads up to “{role}”, where “{skill}” falls from {before} to {after}"),
        {"role": upper, "skill": skill, "before": need.level, "after": then.level},
    )


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
        found = Message(N_("leads people without a skill of leading"))
        either = " | ".join(sorted(LEADING_SKILLS))
        yield _leader(identifier, "skill", found, either, "skills")
    if activities & role.responsibilities.keys() and not _leads(role):
        found = Message(
            N_("leads people without doing or answering for “{activity}”"), {"activity": LEADING}
        )
        yield _leader(identifier, "part", found, LEADING, "responsibilities")


def _leads(role: Role) -> bool:
    """Whether a role does what leading people means, or answers for it."""
    share = role.responsibilities.get(LEADING)
    return share is not None and share.part in OWNING_OR_DOING


def _leader(identifier: str, detail: str, found: Message, missing: str, key: str) -> Finding:
    text = N_("add {names} under {place}, or write “virtual” under {kind} if they are only lent")
    places = {"place": at("roles", identifier, key), "kind": at("roles", identifier, "leads.kind")}
    return Finding(
        "leaders-can-lead",
        "roles",
        identifier,
        ("leads",),
        found,
        Message(text, {"names": missing, **places}),
        detail,
    )


def lines_agree(sections: Sections) -> Iterator[Finding]:
    """Whom a role leads reports to it; who manages managers has some; managers lead somebody."""
    for identifier, role in sections.roles.items():
        yield from _led(identifier, role, sections)
        for number, neighbour in enumerate(role.reports_to):
            manager = sections.roles.get(neighbour.role or "")
            if manager is not None and manager.leads is not None and not leads_people(manager):
                yield Finding(
                    "lines-agree",
                    "roles",
                    identifier,
                    ("reports_to", number),
                    Message(
                        N_("reports to “{role}”, which leads nobody"), {"role": neighbour.role}
                    ),
                    Message(
                        N_("name another manager here, or say under {leads} whom that one leads"),
                        {"leads": at("roles", str(neighbour.role), "leads")},
                    ),
                    f"to {neighbour.role}",
                )


def _led(identifier: str, role: Role, sections: Sections) -> Iterator[Finding]:
    if role.leads is None or not leads_people(role):
        return
    for number, neighbour in enumerate(role.leads.who):
        led = sections.roles.get(neighbour.role or "")
        if led is None:
            continue
        if identifier not in managers(led):
            yield Finding(
                "lines-agree",
                "roles",
                identifier,
                ("leads", "who", number),
                Message(N_("leads “{role}”, which does not report here"), {"role": neighbour.role}),
                Message(
                    N_("name this role under {line}, or do not name that one here"),
                    {"line": at("roles", str(neighbour.role), "reports_to")},
                ),
                f"leads {neighbour.role}",
                (str(neighbour.role),),
            )
        if role.leads.kind == "managers" and not leads_people(led):
            yield Finding(
                "lines-agree",
                "roles",
                identifier,
                ("leads", "who", number),
                Message(N_("manages managers, and “{role}” is none"), {"role": neighbour.role}),
                Message(
                    N_("write “people” under {kind}, or do not name that one here"),
                    {"kind": at("roles", identifier, "leads.kind")},
                ),
                f"manages {neighbour.role}",
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
            yield _of_pair(identifier, "usage", upper, text, Message(mend, places))
        if pair.senior is None or pair.senior.role == upper:
            continue
        if _above(above.level, below.level) or rises_so or upper in managers(below):
            text = N_("“{role}” is above by level, step or line, and not senior here")
            mend = N_("name “{role}” under {senior}, or mend {level}, {step} or {line}")
            yield _of_pair(identifier, "senior", upper, text, Message(mend, places))


def _above(one: LevelRange, other: LevelRange) -> bool:
    """Whether a level begins where the other has ended; ranges that meet are held by equals too."""
    return _places(one)[0] > _places(other)[1]


def _of_pair(identifier: str, key: str, role: str, found: str, hint: Message) -> Finding:
    return Finding(
        "seniors-are-above",
        "pairs",
        identifier,
        (key,),
        Message(found, {"role": role}),
        hint,
        f"{key} {role}",
    )
