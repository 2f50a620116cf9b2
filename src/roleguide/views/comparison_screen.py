"""The first screen of a comparison: the answer, in at most forty lines of a hundred columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple, assert_never

from roleguide.compare.claims import (
    Above,
    Claim,
    LeadsTo,
    ReportsTo,
    apart_first,
    claims,
    heaviest_first,
    near_pairs,
    owned_first,
)
from roleguide.compare.result import Change, Compared, Needed
from roleguide.language import N_
from roleguide.model import OWNING_OR_DOING, Choice, Pay, Responsibility, Text
from roleguide.views import labels
from roleguide.views.career import way_on
from roleguide.views.comparison_sections import SIDES, View
from roleguide.views.document import (
    Block,
    Column,
    Grid,
    Heading,
    Inline,
    Item,
    Link,
    Prose,
    Row,
    Rows,
    bullets,
    fields,
    grid,
    plain,
)
from roleguide.views.height import LINES, WORDS, fitting
from roleguide.views.in_context import context_rows, nothing_of_context
from roleguide.views.links import ALL, concatenated, filled, link, listed, within
from roleguide.views.pay import pay_lines
from roleguide.views.statements import briefly, in_brief

SHORT: Final[Mapping[int, int]] = {100: 13}
"""The lines of an answer in short: eight, and blank ones between them."""

_SENTENCE_END: Final = re.compile(r"(?<=[.!?]) ")


class Room(NamedTuple):
    """How much is shown of what a page may have too much of; `--full` and the sheets tell the rest.

    Attributes:
        changed: How many activities with two different parts.
        names: How many characters of names in a row: two lines, or one.
        where: How many sentences say where the titles are used otherwise.
        together: Whether it is said what the two settle between them.
        advice: How many rows of advice: the ad, whom it suits, which company needs it; or of facts.
        skills: Whether it is said which skills one of them asks for and the other does not.
        figures: Whether it is said how much they are paid.
        pay: Whether it is said how they are paid, beside a figure.
    """

    changed: int = 8
    names: int = 180
    where: int = 9
    together: bool = True
    advice: int = 3
    skills: bool = True
    figures: bool = True
    pay: bool = True


NEEDED: Final = 2
"""The rows of advice with which it is still said when a company needs the one or the other."""

ROOMS: Final = (
    Room(),
    Room(names=110),
    Room(6, 84),
    Room(6, 110, together=False),
    Room(5, 84, together=False),
    Room(4, 84, together=False),
    Room(3, 84, together=False),
    Room(3, 84, together=False, skills=False),
    Room(3, 84, where=1, together=False),
    Room(3, 84, where=1, together=False, skills=False),
    Room(2, 84, where=1, together=False, skills=False),
    Room(2, 84, where=1, together=False, skills=False, pay=False),
    Room(2, 84, where=1, together=False, skills=False, figures=False),
    Room(1, 84, where=1, together=False, skills=False, pay=False),
    Room(1, 84, where=1, together=False, skills=False, figures=False),
    Room(2, 84, where=1, together=False, skills=False, figures=False, pay=False),
    Room(3, 84, where=1, together=False, advice=2, skills=False, figures=False),
    Room(2, 84, where=1, together=False, advice=2, skills=False, figures=False, pay=False),
    Room(3, 84, where=0, together=False, advice=2, skills=False, figures=False, pay=False),
    Room(3, 84, where=1, together=False, advice=1, skills=False, figures=False, pay=False),
    Room(3, 84, where=0, together=False, advice=0, skills=False, figures=False, pay=False),
    Room(1, 84, where=0, together=False, advice=0, skills=False, figures=False, pay=False),
)
"""From plenty to little, in the order in which things give way."""


def comparison_screen(view: View) -> Sequence[Block]:
    """What decides, in the order in which people ask, as long as one screen."""
    composed = tuple(_unwritten_pair(view))
    return fitting(([*_page(view, room, composed)] for room in ROOMS), LINES, WORDS)


def _page(view: View, room: Room, composed: Sequence[Block]) -> Iterator[Block]:
    yield title_heading(view)
    yield from plain_words(view)
    yield from nothing_of_context(view)
    yield from _elsewhere(view, room)
    yield from composed
    yield from _advice(view, room)
    yield from _both(view, room)
    yield from _only_one(view, room)
    yield from _hiring_pay_and_steps(view, room)
    yield _foot(view)


def whole_screen(view: View) -> Sequence[Block]:
    """The same with all there is, for a page or where everything is asked for."""
    room = ROOMS[0]._replace(changed=ALL, names=ALL)
    return [*_page(view, room, tuple(_unwritten_pair(view)))]


def in_short(view: View) -> Sequence[Block]:
    """Some eight lines, to paste to somebody."""
    ads, first = [*_in_ads(view)], [*_first(view)]
    candidates: list[list[tuple[Inline, Inline]]] = [[*ads, *first], ads, first[:1], []]
    return fitting(([*_in_short(view, rows)] for rows in candidates), SHORT, WORDS)


def _in_short(view: View, rows: Sequence[tuple[Inline, Inline]]) -> Iterator[Block]:
    yield title_heading(view)
    yield from plain_words(view)
    yield from _unwritten_pair(view)
    yield from fields(rows)
    yield Prose(_command(view, "compare"), tone="quiet")


def title_heading(view: View) -> Heading:
    """Both titles, and beside them: one job or two, and who is senior."""
    left, right = (labels.titled(view.language, entry) for entry in view.comparison.roles)
    title = filled(view.language, N_("{left} or {right}"), left=left, right=right)
    usage = view.comparison.usage
    notes = [view.language.say(labels.USAGE_NOTES[usage.kind])] if usage else []
    return Heading(title, view.language.clauses([*notes, *_seniority(view)]), level=1)


def _seniority(view: View) -> Iterator[str]:
    """Who is senior, as it is written, else by the ladder."""
    say, pair = view.language.say, view.comparison.pair
    if pair and pair.senior:
        role = pair.senior.role
        is_senior = N_("{name} is senior")
        yield say(is_senior, name=view.name_of(role)) if role else say(N_("neither is senior"))
        return
    for claim in claims(view.comparison) if pair else ():
        if isinstance(claim, Above):
            yield say(N_("{name} is senior"), name=view.name_of(claim.role))


def plain_words(view: View) -> Iterator[Prose]:
    """What each does, in plain words; what is not written so, in its mission's."""
    sides = zip(view.comparison.roles, view.comparison.plain, view.names, SIDES, strict=True)
    for entry, text, name, side in sides:
        if text:
            yield Prose(view.language.of(text), "lead", side)
        else:
            yield Prose(view.language.of(entry.role.mission), "lead", side, name)


def _elsewhere(view: View, room: Room) -> Iterator[Prose]:
    """Where the titles are used otherwise."""
    usage = view.comparison.usage
    if usage and usage.where and room.where and usage.kind != "distinct":
        said = _SENTENCE_END.split(view.language.of(usage.where))[: room.where]
        yield Prose(" ".join(said), "lead")


def _unwritten_pair(view: View) -> Iterator[Prose]:
    """Of a pair that nobody has written about, how the two stand, and which close pairs there are.

    This looks through all roles, so it is made once and not for every size of a page.
    """
    say = view.language.say
    if view.comparison.pair:
        return
    sentences = [
        _claim_in_words(view, claim)
        for claim in claims(view.comparison)
        if view.options.short or not isinstance(claim, LeadsTo)  # a row says it, with its proof
    ]
    if sentences:
        yield Prose(" ".join(sentences))
    note: Inline = say(N_("Composed from the two role sheets; not reviewed."))
    if near := near_pairs(view.comparison, view.catalog):
        pairs = listed(_comparison(view, one, other) for one, other in near)
        close = filled(view.language, N_("Close pairs that are written: {pairs}"), pairs=pairs)
        note = concatenated(note, " ", close)
    yield Prose(note, tone="quiet")


def _comparison(view: View, one: str, other: str) -> Link:
    """The command that compares two roles."""
    heads = map(view.catalog.head, (one, other))
    left, right = (labels.short_name(view.language, head) for head in heads)
    title = view.language.say(N_("{left} or {right}"), left=left, right=right)
    return Link(f"roleguide compare {one} {other}", "compare", f"{one}--{other}", title)


def _claim_in_words(view: View, claim: Claim) -> str:
    """A claim in words: names and a verb, no article and no adjective that would have to agree."""
    name, language = view.name_of, view.language
    match claim:
        case Above(role, other):
            text = N_("{role} is at a higher level ({level}) than {other} ({lower}).")
            levels = {entry.id: entry.role.level for entry in view.comparison.roles}
            level, lower = (labels.level(language, levels[each]) for each in (role, other))
            return language.say(text, role=name(role), level=level, other=name(other), lower=lower)
        case ReportsTo(role, manager):
            text = N_("{role} often reports to {manager}.")
            return language.say(text, role=name(role), manager=name(manager))
        case LeadsTo(role, following, move):
            text = N_("People move from {role} to {next}: {move}.")
            kind = language.say(labels.MOVES[move])
            return language.say(text, role=name(role), next=name(following), move=kind)
        case _:
            assert_never(claim)


def _advice(view: View, room: Room) -> Iterator[Grid]:
    """What an ad gives away, who chooses which, and what a company needs it for."""
    told = () if view.comparison.pair else (*_facts(view, room), *_needed(view, room))
    return grid(view.text_columns, [*context_rows(view), *_sided(view, room), *told])


def _sided(view: View, room: Room) -> Iterator[Row]:
    said = [_texts_of_side(view, side) for side in (0, 1)]
    labelled = [N_("In an ad"), N_("Choose it"), N_("Hire one")]
    for label, texts in zip(labelled[: room.advice], zip(*said, strict=True), strict=False):
        told = [view.language.of(text or {}) for text in texts]
        if _tell_apart(told):
            yield Row((view.language.say(label), *told))


def _tell_apart(told: Sequence[Inline]) -> bool:
    """Whether what is said of each is not the same of all."""
    return len({plain(each) for each in told}) > 1


def _texts_of_side(view: View, side: int) -> tuple[Text | None, ...]:
    pair, entry = view.comparison.pair, view.comparison.roles[side]
    choice = pair.choose.get(entry.id, Choice()) if pair else Choice()
    return entry.role.ad, choice.person, choice.company


def _facts(view: View, room: Room) -> Iterator[Row]:
    """Level, number and people, where nobody has written whom to choose."""
    for fact in view.comparison.rows.facts:
        if fact.id in ("level", "number", "leads")[: room.advice]:
            values = labels.fact(view.language, view.catalog, fact)
            if _tell_apart(values):
                yield Row((labels.fact_name(view.language, fact.id), *values))


def _needed(view: View, room: Room) -> Iterator[Row]:
    """The sign that a company needs the one or the other, from their sheets."""
    signs = [entry.role.hiring.sign for entry in view.comparison.roles if entry.role.hiring]
    if len(signs) == len(view.comparison.roles) and room.advice >= NEEDED:
        told = (in_brief(view.language, view.catalog, sign) for sign in signs)
        yield Row((view.language.say(N_("Hire when")), *told))


def _in_ads(view: View) -> Rows:
    for entry, name in zip(view.comparison.roles, view.names, strict=True):
        if entry.role.ad:
            label = view.language.say(N_("{name} in an ad"), name=name)
            yield label, view.language.of(entry.role.ad)


def _first(view: View) -> Rows:
    """Whom to hire first, and whether one person can do both."""
    if pair := view.comparison.pair:
        said = (N_("Hire first"), pair.first), (N_("One person"), pair.one_person)
        yield from briefly(view.language, view.catalog, *said)


def _both(view: View, room: Room) -> Iterator[Block]:
    """What both do with different parts, as in a diff."""
    changed = [r for r in view.comparison.rows.responsibilities if r.change == "changed"]
    columns = (Column(view.language.say(N_("Both, but differently"))), *view.columns[1:])
    return grid(columns, (_parts(view, row) for row in changed[: room.changed]))


def _parts(view: View, row: Compared[Responsibility]) -> Row:
    """An activity with the part of each; where that is the same, with how far it reaches."""
    shares = [share for share in row.values if share]
    alike = len({share.part for share in shares}) == 1
    cells = (
        view.language.say(labels.SHORT_REACHES[share.over])
        if alike and share.over
        else view.language.say(labels.PARTS[share.part])
        for share in shares
    )
    return Row((link(view.catalog, view.language, "activities", row.id), *cells), "changed")


def _only_one(view: View, room: Room) -> Iterator[Block]:
    """What one of them mainly does, and the skills that tell them apart, a line a mark."""
    return bullets([*_activities(view, room), *_skills(view, room)])


def _activities(view: View, room: Room) -> Iterator[Item]:
    """What a side owns or does, then what it helps with; the rest is counted."""
    for at, (name, side) in enumerate(zip(view.names, SIDES, strict=True)):
        rows = owned_first(view.comparison.rows.responsibilities, at)
        if rows:
            label = view.language.say(N_("Mainly {name}"), name=name)
            names = [_activity(view, row, at) for row in rows]
            yield Item(within(view.language, names, room.names - len(label)), label, side)


def _activity(view: View, row: Compared[Responsibility], side: int) -> Inline:
    """An activity, and the part where it is neither to own nor to do it."""
    name, share = link(view.catalog, view.language, "activities", row.id), row.values[side]
    if share is None or share.part in OWNING_OR_DOING:
        return name
    return concatenated(name, f" ({view.language.say(labels.PARTS[share.part])})")


def _skills(view: View, room: Room) -> Iterator[Item]:
    """The skills that separate the two, a line a mark."""
    say, skills = view.language.say, view.comparison.rows.skills
    said: list[tuple[str, list[Compared[Needed]], Change]] = [
        (say(N_("Skills, 1 to 5")), apart_first(skills), "changed")
    ]
    for at, (name, side) in enumerate(zip(view.names, SIDES, strict=True)):
        label = say(N_("Skills, mainly {name}"), name=name)
        said.append((label, heaviest_first(skills, at) if room.skills else [], side))
    for label, rows, mark in said:
        if rows:
            names = [_levels(view, row) for row in rows]
            yield Item(within(view.language, names, room.names - len(label)), label, mark)


def _levels(view: View, row: Compared[Needed]) -> Inline:
    """A skill with its level, or its two."""
    levels = " | ".join(str(need.level) for need in row.values if need)
    return concatenated(link(view.catalog, view.language, "skills", row.id), f" {levels}")


def _hiring_pay_and_steps(view: View, room: Room) -> Iterator[Block]:
    """Hiring, pay, the way from one to the other, and what they settle between them."""
    say, together = view.language.say, view.comparison.together
    rows = [*_first(view), *_pay(view, room), *_moves(view)]
    if together and room.together:
        rows.append((say(N_("Together")), view.language.of(together)))
    yield from fields(rows)


def _pay(view: View, room: Room) -> Rows:
    """How each is paid, in one row, and a figure of each in another."""
    say, roles = view.language.say, view.comparison.roles
    said = _mixes(view)
    figures = pay_lines(roles, view.names, view.catalog, view.language) if room.figures else ""
    if said and (room.pay or (room.figures and not figures)):
        yield say(N_("Pay")), view.language.clauses(said)
    if figures:
        yield say(N_("Pay figures")), figures


def _mixes(view: View) -> list[str]:
    """How each is paid, unless all are paid alike."""
    pay = [entry.role.pay or Pay() for entry in view.comparison.roles]
    mixes = [view.language.of(each.mix or {}) for each in pay]
    if not _tell_apart(mixes):
        return []
    named = zip(view.names, mixes, strict=True)
    return [f"{view.language.label(name)} {mix}" for name, mix in named if mix]


def _moves(view: View) -> Rows:
    """How people go from one of the two to the other."""
    roles = view.comparison.roles
    said = [
        f"{view.language.label(name)} {way_on(view.catalog, view.language, step)}"
        for start, end, name in zip(roles, roles[::-1], view.names[::-1], strict=True)
        if (step := start.role.leads_to.get(end.id))
    ]
    if said:
        yield view.language.say(N_("Move to")), view.language.clauses(said)
    elif roles[0].id != roles[1].id:
        text = N_("no direct step in this guide: {command}")
        if view.options.page:  # whose readers type nothing
            text = N_("no direct step in this guide")
        yield view.language.say(N_("Move")), view.language.say(text, command=_command(view, "move"))


def _foot(view: View) -> Prose:
    """How much is alike, what this rests on, and where there is more."""
    language, pair = view.language, view.comparison.pair
    parts = [*_alike(view)]
    if pair and pair.reviewed:
        parts.append(language.say(N_("reviewed {month}"), month=language.date(pair.reviewed)))
    parts.append(language.say(N_("“owns”: answers for the result")))
    parts.append(language.say(N_("“mainly”: not a main one of the other’s")))
    parts.append(language.say(N_("editors’ judgement where no source is named")))
    if not (view.options.full or view.options.page):
        parts.append(language.say(N_("everything: {option}"), option="--full"))
    return Prose(language.capitalized(language.clauses(parts)), tone="quiet")


def _alike(view: View) -> Iterator[str]:
    """How many responsibilities and skills are alike, if any."""
    rows = view.comparison.rows
    alike = sum(row.change == "same" for row in rows.responsibilities)
    alike += sum(row.change == "same" for row in rows.skills)
    if alike:
        yield view.language.count(
            "{n} activity or skill alike", "{n} activities and skills alike", alike
        )


def _command(view: View, name: str) -> str:
    ids = " ".join(labels.shown_id(entry) for entry in view.comparison.roles)
    return f"roleguide {name} {ids}"
