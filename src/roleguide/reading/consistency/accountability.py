"""Who answers for what: parts against parts, decisions, questions and metrics against parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations
from typing import Final

from roleguide.language import N_
from roleguide.model import OWNING, OWNING_OR_DOING, Pair, Question, Role, Sections
from roleguide.reading.consistency import finding
from roleguide.reading.consistency.finding import REACHES, Breach, Holder, at, managers, rule

_WIDE: Final = REACHES.index("segment")
_NARROW: Final = REACHES.index("own")


@rule(
    N_("does “{activity}”, and neither its manager nor a role that reaches further answers for it"),
    N_(
        "write “both” under {part} if this role answers for the result itself, or name under "
        "{line} a manager who does"
    ),
    needs_all=True,
)
def somebody_answers(sections: Sections) -> Iterator[Breach]:
    """Where a role does something, another one answers for it at least as far, or an outsider."""
    for activity, held in finding.parts(sections).items():
        record = sections.activities.get(activity)
        if record is None or record.owner is not None:
            continue
        answering = [part for part in held if part.part in OWNING]
        for part in held:
            if part.part == "responsible" and not _answered(part, answering, sections.roles):
                place = ("roles", part.role, "responsibilities", activity)
                line = at("roles", part.role, "reports_to")
                values = {"activity": activity, "part": at(*place, "part"), "line": line}
                yield Breach(place, values, activity)


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


@rule(
    N_("answers for “{activity}” just as far ({reach}) as “{other}”"),
    N_("narrow {one} or that of “{other}”, or write “same-job” under {pair}"),
    needs_all=True,
)
def one_answers(sections: Sections) -> Iterator[Breach]:
    """Two that answer for one activity equally far are alternatives for one seat, or a fault."""
    for activity, held in finding.parts(sections).items():
        answering = [p for p in held if p.part in OWNING and p.reach >= _WIDE]
        for one, other in combinations(answering, 2):
            pair = "--".join(sorted((one.role, other.role)))
            if one.reach == other.reach and _rivals(one, other, pair, activity, sections):
                place = ("roles", one.role, "responsibilities", activity)
                values = {
                    "activity": activity,
                    "reach": REACHES[one.reach],
                    "other": other.role,
                    "one": at(*place, "over"),
                    "pair": at("pairs", pair, "usage.kind"),
                }
                yield Breach(place, values, f"{activity} {other.role}", others=(other.role,))


def _rivals(one: Holder, other: Holder, pair: str, activity: str, sections: Sections) -> bool:
    """Whether two who answer equally far claim the same thing.

    They do not where they are two names of one job, where a part of a segment reports to the
    whole of it, where two families have segments of their own, and where each function has one.
    """
    first, second = sections.roles[one.role], sections.roles[other.role]
    if pair in sections.pairs and sections.pairs[pair].usage.kind == "same-job":
        return False
    if one.reach == _WIDE and (one.role in managers(second) or other.role in managers(first)):
        return False
    if first.family == second.family:
        return True
    record = sections.activities.get(activity)
    return one.reach > _WIDE and not (record is not None and record.each)


@rule(
    N_("reaches further in “{activity}” ({reach}) than its managers ({above})"),
    N_("narrow {over}, or name under {line} a manager who reaches as far"),
)
def reaches_nest(sections: Sections) -> Iterator[Breach]:
    """No part reaches further than the role's managers do, unless one of them is an outsider."""
    for identifier, role in sections.roles.items():
        above = [sections.roles[m] for m in managers(role) if m in sections.roles]
        if not above or len(above) < len(role.reports_to):
            continue
        for activity, share in role.responsibilities.items():
            reach = finding.reach(role, activity)
            furthest = max(finding.reach(manager, activity) for manager in above)
            if share.part in OWNING_OR_DOING and reach > furthest:
                place = ("roles", identifier, "responsibilities", activity)
                values = {
                    "activity": activity,
                    "reach": REACHES[reach],
                    "above": REACHES[furthest],
                    "over": at(*place, "over"),
                    "line": at("roles", identifier, "reports_to"),
                }
                yield Breach(place, values, activity)


@rule(
    N_("varies “{activity}” to the very part it has already"),
    N_(
        "write another “part” or “over” under {place}, or leave it out; what is taken over goes "
        "with {nothing}"
    ),
)
def variations_vary(sections: Sections) -> Iterator[Breach]:
    """A variation of a part changes the part or its reach."""
    for identifier, role in sections.roles.items():
        for activity, share in role.responsibilities.items():
            reach = share.over or role.over or "own"
            against = [("responsibilities", activity, key) for key in ("part", "over")]
            reasons = (*against, ("over",)) if role.over else against
            for number, variation in enumerate(share.or_):
                if variation.part in (None, share.part) and variation.over in (None, reach):
                    place = ("roles", identifier, "responsibilities", activity, "or", number)
                    values = {"activity": activity, "place": at(*place), "nothing": "or: []"}
                    detail = f"{activity} {number}"
                    yield Breach(place, values, detail, against=tuple(reasons))


@rule(
    N_("decides alone on “{activity}”, and does not answer for it"),
    N_(
        "write “accountable” or “both” under {part}, or list under {place} only what this role "
        "decides alone"
    ),
)
def deciders_answer(sections: Sections) -> Iterator[Breach]:
    """Whoever decides something alone answers for the activity it belongs to."""
    for identifier, role in sections.roles.items():
        for number, (_, activity) in enumerate(role.decides):
            held = role.responsibilities.get(activity or "")
            if activity is not None and (held is None or held.part not in OWNING):
                part = ("responsibilities", activity, "part")
                values = {
                    "activity": activity,
                    "part": at("roles", identifier, *part),
                    "place": at("roles", identifier, "decides"),
                }
                place = ("roles", identifier, "decides", number)
                yield Breach(place, values, f"{activity} {number}", against=(part,))


@rule("", N_("change {part} or the reach beside it, or ask about something else"), needs_all=True)
def tests_tell_apart(sections: Sections) -> Iterator[Breach]:
    """A question about an activity points to a role that does it, or answers for it."""
    held = cache(lambda: finding.parts(sections))
    for identifier, pair in sections.pairs.items():
        for number, test in enumerate(pair.tests):
            if test.activity is not None:
                part = at("roles", test.points_to, "responsibilities", test.activity, "part")
                values = {"role": test.points_to, "activity": test.activity, "part": part}
                place, detail = ("pairs", identifier, "tests", number), f"{test.activity} {number}"
                if found := _misleads(test, pair, held().get(test.activity, ())):
                    yield Breach(place, values, detail, found=found)


def _misleads(test: Question, pair: Pair, held: Iterable[Holder]) -> str | None:
    """What is wrong with the role that a question points to, by the parts in its activity."""
    by_role = {part.role: part for part in held if part.role in pair.difference}
    part = by_role.pop(test.points_to, None)
    if part is None or part.part not in OWNING_OR_DOING:
        return N_("points to “{role}”, which neither does “{activity}” nor answers for it")
    if any(other[1:] == part[1:] for other in by_role.values()):
        return N_("points to “{role}”, and both have the same part in “{activity}”")
    return None


@rule(
    N_("carries “{metric}”, and has no part in what moves it"),
    N_("write “shares” or “watches” here, or give the role a part in {activities} under {place}"),
)
def carriers_move(sections: Sections) -> Iterator[Breach]:
    """Whoever is judged on a metric alone has a part in something that moves it."""
    for identifier, role in sections.roles.items():
        done = {a for a, share in role.responsibilities.items() if share.part in OWNING_OR_DOING}
        for metric, tie in role.metrics.items():
            record = sections.metrics.get(metric)
            moved_by = record.moved_by if record and tie == "carries" else ()
            if moved_by and done.isdisjoint(moved_by):
                values = {
                    "metric": metric,
                    "activities": ", ".join(moved_by),
                    "place": at("roles", identifier, "responsibilities"),
                }
                parts = tuple(("responsibilities", each, "part") for each in moved_by)
                place = ("roles", identifier, "metrics", metric)
                yield Breach(place, values, metric, against=parts)
