"""Who answers for what: parts against parts, decisions, questions and metrics against parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations
from typing import Final

from roleguide.language import N_
from roleguide.model import OWNING, OWNING_OR_DOING, Pair, Question, Role, Sections
from roleguide.reading.consistency.finding import (
    REACHES,
    Finding,
    Holder,
    Path,
    at,
    managers,
    parts,
)

_WIDE: Final = REACHES.index("segment")
_NARROW: Final = REACHES.index("own")


def somebody_answers(sections: Sections) -> Iterator[Finding]:
    """Where a role does something, another one answers for it at least as far, or an outsider."""
    for activity, held in parts(sections).items():
        record = sections.activities.get(activity)
        if record is None or record.owner is not None:
            continue
        answering = [part for part in held if part.part in OWNING]
        for part in held:
            if part.part == "responsible" and not _answered(part, answering, sections.roles):
                line = at("roles", part.role, "reports_to")
                yield Finding(
                    "somebody-answers",
                    ("roles", part.role, "responsibilities", activity),
                    N_(
                        "does “{activity}”, and neither its manager nor a role that reaches "
                        "further answers for it"
                    ),
                    N_(
                        "write “both” under {part} if this role answers for the result "
                        "itself, or name under {line} a manager who does"
                    ),
                    {"activity": activity, "part": _part(part.role, activity), "line": line},
                    activity,
                )


def _answered(part: Holder, answering: list[Holder], roles: Mapping[str, Role]) -> bool:
    """Whether somebody answers for a part: further than it, as far, or at the head of its line.

    Own work is another's only to whoever reaches further or manages the role.
    """
    line = _line(part.role, roles)
    return any(
        other.role in line
        or other.reach > part.reach
        or (other.reach == part.reach and part.reach != _NARROW)
        for other in answering
    )


def _line(role: str, roles: Mapping[str, Role]) -> set[str]:
    """All the managers above a role."""
    above: set[str] = set()
    todo = [role]
    while todo:
        new = [m for m in managers(roles[todo.pop()]) if m in roles and m not in above]
        above.update(new)
        todo += new
    return above


def one_answers(sections: Sections) -> Iterator[Finding]:
    """Two that answer for one activity equally far are alternatives for one seat, or a fault."""
    for activity, held in parts(sections).items():
        answering = [p for p in held if p.part in OWNING and p.reach >= _WIDE]
        for one, other in combinations(answering, 2):
            if one.reach == other.reach and _rivals(one, other, activity, sections):
                yield Finding(
                    "one-answers",
                    ("roles", one.role, "responsibilities", activity),
                    N_("answers for “{activity}” just as far ({reach}) as “{other}”"),
                    N_("narrow {one} or that of “{other}”, or write “same-job” under {pair}"),
                    {
                        "activity": activity,
                        "reach": REACHES[one.reach],
                        "other": other.role,
                        "one": at("roles", one.role, "responsibilities", activity, "over"),
                        "pair": at("pairs", _pair(one.role, other.role), "usage.kind"),
                    },
                    f"{activity} {other.role}",
                    others=(other.role,),
                )


def _rivals(one: Holder, other: Holder, activity: str, sections: Sections) -> bool:
    """Whether two who answer equally far claim the same thing.

    They do not where they are two names of one job, where a part of a segment reports to the
    whole of it, where two families have segments of their own, and where each function has one.
    """
    first, second = sections.roles[one.role], sections.roles[other.role]
    pair = sections.pairs.get(_pair(one.role, other.role))
    if pair is not None and pair.usage.kind == "same-job":
        return False
    if one.reach == _WIDE and (one.role in managers(second) or other.role in managers(first)):
        return False
    if first.family == second.family:
        return True
    record = sections.activities.get(activity)
    return one.reach > _WIDE and not (record is not None and record.each)


def _part(role: str, activity: str) -> str:
    return at("roles", role, "responsibilities", activity, "part")


def _pair(one: str, other: str) -> str:
    return "--".join(sorted((one, other)))


def reaches_nest(sections: Sections) -> Iterator[Finding]:
    """No part reaches further than the role's managers do, unless one of them is an outsider."""
    for identifier, role in sections.roles.items():
        above = [sections.roles[m] for m in managers(role) if m in sections.roles]
        if not above or len(above) < len(role.reports_to):
            continue
        for activity, share in role.responsibilities.items():
            furthest = max(_reach(manager, activity) for manager in above)
            if share.part in OWNING_OR_DOING and _reach(role, activity) > furthest:
                yield Finding(
                    "reaches-nest",
                    ("roles", identifier, "responsibilities", activity),
                    N_("reaches further in “{activity}” ({reach}) than its managers ({above})"),
                    N_("narrow {over}, or name under {line} a manager who reaches as far"),
                    {
                        "activity": activity,
                        "reach": REACHES[_reach(role, activity)],
                        "above": REACHES[furthest],
                        "over": at("roles", identifier, "responsibilities", activity, "over"),
                        "line": at("roles", identifier, "reports_to"),
                    },
                    activity,
                )


def _reach(role: Role, activity: str) -> int:
    """How far a role reaches in an activity, or at all where it has no part in that one."""
    share = role.responsibilities.get(activity)
    return REACHES.index((share.over if share else None) or role.over or "own")


def variations_vary(sections: Sections) -> Iterator[Finding]:
    """A variation of a part changes the part or its reach."""
    for identifier, role in sections.roles.items():
        for activity, share in role.responsibilities.items():
            reach = share.over or role.over or "own"
            for number, variation in enumerate(share.or_):
                if (variation.part or share.part, variation.over or reach) == (share.part, reach):
                    path = ("responsibilities", activity, "or", number)
                    place = at("roles", identifier, *path)
                    yield Finding(
                        "variations-vary",
                        ("roles", identifier, *path),
                        N_("varies “{activity}” to the very part it has already"),
                        N_(
                            "write another “part” or “over” under {place}, or leave it out; "
                            "what is taken over goes with {nothing}"
                        ),
                        {"activity": activity, "place": place, "nothing": "or: []"},
                        f"{activity} {number}",
                        against=_reasons(role, activity),
                    )


def _reasons(role: Role, activity: str) -> tuple[Path, ...]:
    """Where it stands which part a role has in an activity, and how far that reaches."""
    inside = tuple(("responsibilities", activity, key) for key in ("part", "over"))
    return (*inside, ("over",)) if role.over else inside


def _parts_in(activities: Iterable[str]) -> tuple[Path, ...]:
    """Where it stands which parts a role has in some activities."""
    return tuple(("responsibilities", activity, "part") for activity in activities)


def deciders_answer(sections: Sections) -> Iterator[Finding]:
    """Whoever decides something alone answers for the activity it belongs to."""
    for identifier, role in sections.roles.items():
        for number, decision in enumerate(role.decides):
            if decision.activity is None:
                continue
            held = role.responsibilities.get(decision.activity)
            if held is None or held.part not in OWNING:
                part = _part(identifier, decision.activity)
                yield Finding(
                    "deciders-answer",
                    ("roles", identifier, "decides", number),
                    N_("decides alone on “{activity}”, and does not answer for it"),
                    N_(
                        "write “accountable” or “both” under {part}, or list under {place} only "
                        "what this role decides alone"
                    ),
                    {
                        "activity": decision.activity,
                        "part": part,
                        "place": at("roles", identifier, "decides"),
                    },
                    f"{decision.activity} {number}",
                    against=(("responsibilities", decision.activity, "part"),),
                )


def tests_tell_apart(sections: Sections) -> Iterator[Finding]:
    """A question about an activity points to a role that does it, or answers for it."""
    held = cache(lambda: parts(sections))
    for identifier, pair in sections.pairs.items():
        for number, test in enumerate(pair.tests):
            if test.activity is None:
                continue
            found = _misleads(test, pair, held().get(test.activity, ()))
            if found:
                part = _part(test.points_to, test.activity)
                yield Finding(
                    "tests-tell-apart",
                    ("pairs", identifier, "tests", number),
                    found,
                    N_("change {part} or the reach beside it, or ask about something else"),
                    {"role": test.points_to, "activity": test.activity, "part": part},
                    f"{test.activity} {number}",
                )


def _misleads(test: Question, pair: Pair, held: Iterable[Holder]) -> str | None:
    """What is wrong with the role that a question points to, by the parts in its activity."""
    by_role = {part.role: part for part in held if part.role in pair.difference}
    part = by_role.pop(test.points_to, None)
    if part is None or part.part not in OWNING_OR_DOING:
        return N_("points to “{role}”, which neither does “{activity}” nor answers for it")
    if any(other[1:] == part[1:] for other in by_role.values()):
        return N_("points to “{role}”, and both have the same part in “{activity}”")
    return None


def carriers_move(sections: Sections) -> Iterator[Finding]:
    """Whoever is judged on a metric alone has a part in something that moves it."""
    for identifier, role in sections.roles.items():
        for metric, tie in role.metrics.items():
            record = sections.metrics.get(metric)
            if tie != "carries" or record is None or not record.moved_by:
                continue
            held = (role.responsibilities.get(activity) for activity in record.moved_by)
            if not any(part is not None and part.part in OWNING_OR_DOING for part in held):
                yield Finding(
                    "carriers-move",
                    ("roles", identifier, "metrics", metric),
                    N_("carries “{metric}”, and has no part in what moves it"),
                    N_(
                        "write “shares” or “watches” here, or give the role a part in "
                        "{activities} under {place}"
                    ),
                    {
                        "metric": metric,
                        "activities": ", ".join(record.moved_by),
                        "place": at("roles", identifier, "responsibilities"),
                    },
                    metric,
                    against=_parts_in(record.moved_by),
                )
