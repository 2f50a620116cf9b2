"""The rows of a page about a move: what changes in the work, the skills, the proof, the terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from roleguide.language import N_
from roleguide.moves.result import PartChange, SkillTask
from roleguide.moves.separation import (
    ESSENTIAL,
    active,
    failing,
    has_team,
    next_level,
    owned,
    proving,
)
from roleguide.views.document import Column, Grid, Inline, Row, Rows
from roleguide.views.links import clauses, concatenated, filled, link, listed, within
from roleguide.views.move_page import Room, View, described, named, part, raised
from roleguide.views.move_reasons import is_distant
from roleguide.views.statements import in_brief

TEAM: Final = "team-leadership"
"""The activity that separates most whoever leads from whoever does not."""


def exchange(view: View, room: Room) -> Rows:
    """What one hands over, what one still helps with, what ends, what is new and what remains."""
    say, changes = view.language.say, view.move.parts
    begins = sorted(filter(_begins, changes), key=lambda each: each.activity != TEAM)
    for label, names, most in (
        (N_("You hand over"), [*_team(view)], room.names),
        (N_("You still take part in"), [*_activities(view, filter(_shrinks, changes))], room.names),
        (N_("No longer a main task"), [*_activities(view, filter(_ends, changes))], room.names),
        (N_("Becomes yours"), [*_activities(view, begins)], room.names),
        (N_("Stays yours"), [*_activities(view, filter(_stays, changes))], room.stays),
    ):
        if names and most:
            yield say(label), within(view.language, names, most)


def _shrinks(each: PartChange) -> bool:
    return owned(each.now) and active(each.then) and not owned(each.then)


def _ends(each: PartChange) -> bool:
    return owned(each.now) and not active(each.then)


def _begins(each: PartChange) -> bool:
    return owned(each.then) and each.now is None


def _stays(each: PartChange) -> bool:
    return owned(each.now) and owned(each.then) and not _changes(each)


def _changes(each: PartChange) -> bool:
    """Whether both have a part, and another one, which no other row tells."""
    told = _shrinks(each) or _ends(each)
    return bool(each.now and each.then and each.now.part != each.then.part) and not told


def _team(view: View) -> Iterator[str]:
    """The team, where one leads people and will lead nobody."""
    led, leads = (has_team(entry.role) for entry in view.move.roles)
    if led and not leads:
        yield view.language.say(N_("your team"))


def _activities(view: View, changes: Iterable[PartChange]) -> Iterator[Inline]:
    for each in changes:
        if not (each.activity == TEAM and [*_team(view)]):
            yield link(view.catalog, view.language, "activities", each.activity)


def skills(view: View, room: Room) -> Rows:
    """What to keep, deepen, show and let go."""
    language, move = view.language, view.move
    if keep := move.of("keep"):
        names = [named(view, each, each.then) for each in keep]
        yield language.say(N_("Keep")), within(language, names, room.kept)
    if deepen := move.of("deepen"):
        yield from _deepen(view, deepen, room)
    yield from gate(view, room)
    if room.gone and (gone := move.of("let_go")):
        names = [named(view, each, each.now) for each in gone]
        yield language.say(N_("Counts less")), within(language, names, room.gone)


def gate(view: View, room: Room) -> Rows:
    """What to show: without it, the goal is not had."""
    if show := view.move.of("show"):
        yield view.language.say(N_("Show")), _show(view, show, room)


def _deepen(view: View, tasks: Sequence[SkillTask], room: Room) -> Rows:
    """The skills to deepen; of the first, what the next level looks like."""
    language = view.language
    names = [raised(view, each) for each in tasks]
    yield language.say(N_("Deepen")), within(language, names, room.names)
    for each in tasks[: room.described]:
        level = next_level(each)
        if text := described(view, each, level):
            name = named(view, each, level)
            yield language.say(N_("Next level")), concatenated(name, f" {language.quote(text)}")


def _show(view: View, tasks: Sequence[SkillTask], room: Room) -> Inline:
    """What is asked for and not listed where one comes from, what is essential first."""
    language = view.language
    essential = [named(view, each, each.then) for each in tasks if each.weight == ESSENTIAL]
    others = [named(view, each, each.then) for each in tasks if each.weight != ESSENTIAL]
    first, rest = (essential, others) if essential else (others, [])
    text = UNLISTED[bool(essential), view.move.personal]
    said = [filled(language, text, skills=within(language, first, room.names))]
    if not is_distant(view.move):
        said.append(language.say(N_("bring an example")))
    if rest:
        more = language.count("{n} more that matters less", "{n} more that matter less", len(rest))
        said.append(filled(language, LESS, skills=listed(rest)) if view.page else more)
    return clauses(language, said)


LESS: Final = N_("less important: {skills}")
"""What is said of the skills that are not essential, where there is room for all."""

UNLISTED: Final = {
    (True, False): N_("{skills}: essential there, not listed for your job"),
    (False, False): N_("{skills}: not listed for your job"),
    (True, True): N_("{skills}: essential, and not in your profile"),
    (False, True): N_("{skills}: not in your profile"),
}
"""What is said of skills to show: whether essential ones, whether to a person."""


def parts(view: View, room: Room) -> Iterator[Grid]:
    """The parts that change in what both do, unless that has been said."""
    changes = [each for each in view.move.parts if _changes(each)][: room.parts]
    if changes:
        yield part_grid(view, view.language.say(N_("Your part")), changes)


def part_grid(view: View, head: str, changes: Sequence[PartChange]) -> Grid:
    """Activities, each with the part there is now, and the part to come."""
    rows = []
    for each in changes:
        name = link(view.catalog, view.language, "activities", each.activity)
        rows.append(Row((name, part(view, each.now), part(view, each.then))))
    return Grid((Column(head), *map(Column, view.heads)), tuple(rows))


def interview(view: View, room: Room) -> Rows:
    """The question of an interview that this move has to stand."""
    for question in proving(view.move)[:1]:
        language = view.language
        yield language.say(N_("In the interview")), language.quote(language.of(question.ask))
        if room.strong:
            yield language.say(N_("Strong answer")), language.of(question.strong)


def beware(view: View, room: Room) -> Rows:
    """How this move fails, and what to ask the employer before."""
    language, goal = view.language, view.move.roles[1].role
    for pitfall in failing(view.move)[:1]:
        yield language.say(N_("How it fails")), in_brief(language, view.catalog, pitfall)
    if goal.ask and room.ask:
        yield language.say(N_("Ask first")), language.of(goal.ask[0].ask)


def pay(view: View) -> Rows:
    """How both are paid, where the guide says so of both."""
    language = view.language
    said = [
        f"{language.label(name)} {language.of(entry.role.pay.mix)}"
        for entry, name in zip(view.move.roles, view.names, strict=True)
        if entry.role.pay and entry.role.pay.mix
    ]
    if len(said) == 2:
        yield language.say(N_("Pay")), language.clauses(said)
