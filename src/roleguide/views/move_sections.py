"""All that a move takes, below its first screen, and how its figures are reckoned."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from roleguide.language import N_
from roleguide.moves.result import SkillTask, Task
from roleguide.moves.separation import proving
from roleguide.views import labels
from roleguide.views.career import employer_questions, interview_questions, pitfalls, way_on
from roleguide.views.document import (
    Block,
    Column,
    Entries,
    Entry,
    Fields,
    Grid,
    Heading,
    Item,
    Meter,
    Prose,
    Row,
)
from roleguide.views.links import link
from roleguide.views.move_page import View, described, raised
from roleguide.views.move_rows import part_grid
from roleguide.views.move_ways import way_text

TASKS: Final[dict[Task, str]] = {
    "keep": N_("Skills to keep"),
    "deepen": N_("Skills to deepen"),
    "show": N_("Skills to show: not listed where you come from; if you have one, bring proof"),
    "let_go": N_("Skills that count less there"),
}


COVERED: Final = N_("of {goal}, covered by {start}")


def whole_plan(view: View) -> Iterator[Block]:
    """Every skill and every part, the interview, what goes wrong, what to ask, the ways."""
    yield from _skills(view)
    yield from _parts(view)
    yield from _interview(view)
    yield from _pitfalls(view)
    yield from _ways(view)


def _skills(view: View) -> Iterator[Block]:
    for task, heading in TASKS.items():
        tasks = view.move.of(task)
        if not tasks:
            continue
        yield Heading(view.language.say(heading))
        if task == "deepen":
            lines = ((each, Item(described(view, each, each.then))) for each in tasks)
            yield Entries(tuple(Entry(raised(view, each), (line,)) for each, line in lines))
            continue
        columns = (Column(""), *(Column(name) for name in view.heads), Column(""))
        yield Grid(columns, tuple(_skill(view, each) for each in tasks))


def _skill(view: View, each: SkillTask) -> Row:
    name = link(view.catalog, view.language, "skills", each.skill)
    weight = view.language.say(labels.WEIGHTS[each.weight])
    return Row((name, Meter(each.now or 0), Meter(each.then or 0), weight))


def _parts(view: View) -> Iterator[Block]:
    if changes := view.move.parts:
        yield Heading(view.language.say(N_("Your part in every activity")))
        yield part_grid(view, "", changes)


def _interview(view: View) -> Iterator[Block]:
    if questions := proving(view.move):
        yield Heading(view.language.say(N_("What you will be asked")))
        yield from interview_questions(questions, view.catalog, view.language)


def _pitfalls(view: View) -> Iterator[Block]:
    language, goal = view.language, view.move.roles[1].role
    if goal.pitfalls:
        yield Heading(language.say(N_("How this hire fails")))
        yield from pitfalls(goal, view.catalog, language)
    if goal.ask:
        yield Heading(language.say(N_("What to ask the employer")))
        yield from employer_questions(goal, language)


def _ways(view: View) -> Iterator[Block]:
    language, move = view.language, view.move
    for way in move.ways:
        yield Heading(language.count("In {n} step", "In {n} steps", len(way.legs)))
        yield Prose(way_text(view, way))
        on = ((view.role(leg.goal), way_on(view.catalog, language, leg.step)) for leg in way.legs)
        yield Fields(tuple(on))


def explanation(view: View) -> Iterator[Block]:
    """How much one role covers of the other, both ways, and by which formulas."""
    language = view.language
    start, goal = view.names
    yield Heading(language.say(N_("How this is reckoned")))
    there = language.say(COVERED, start=start, goal=goal)
    back = language.say(COVERED, start=goal, goal=start)
    columns = (Column(""), Column(there, figures=True), Column(back, figures=True))
    yield Grid(columns, tuple(_figures(view)))
    yield Prose(
        language.say(
            N_(
                "Skills count by level times weight: held is Σ weight × the lower of the two "
                "levels, short is what is missing to the level asked, both over the skills that "
                "are listed; the three shares add up to 1. Activities: the share in which both "
                "have a part. Both are containment, which has a direction (Tversky, 1977). What a "
                "role lists is not what a person can do."
            )
        ),
        tone="quiet",
    )


def _figures(view: View) -> Iterator[Row]:
    number = view.language.number
    both = (view.move.there, view.move.home)
    shares = {
        N_("skills: held"): [each.skills.held for each in both],
        N_("skills: short"): [each.skills.short for each in both],
        N_("skills: not listed"): [each.skills.unlisted for each in both],
        N_("activities: shared"): [each.activities for each in both],
    }
    for label, values in shares.items():
        yield Row((view.language.say(label), *(number(value, 2) for value in values)))
