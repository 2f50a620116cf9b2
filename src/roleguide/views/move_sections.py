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
    Entry,
    Grid,
    Heading,
    Item,
    Meter,
    Prose,
    Row,
    entries,
    fields,
    grid,
    sections,
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
    catalog, language = view.catalog, view.language
    goal, changes = view.move.roles[1].role, view.move.parts
    parts = [part_grid(view, "", changes)] if changes else []
    yield from sections(
        language,
        *((heading, _skills(view, task)) for task, heading in TASKS.items()),
        (N_("Your part in every activity"), parts),
        (N_("What you will be asked"), interview_questions(proving(view.move), catalog, language)),
        (N_("How this hire fails"), pitfalls(goal, catalog, language)),
        (N_("What to ask the employer"), employer_questions(goal, language)),
    )
    yield from _ways(view)


def _skills(view: View, task: Task) -> Iterator[Block]:
    """The skills of a task: of those to deepen, what the level to reach looks like."""
    tasks = view.move.of(task)
    if task == "deepen":
        return entries(
            Entry(raised(view, each), (Item(described(view, each, each.then)),)) for each in tasks
        )
    columns = (Column(""), *map(Column, view.heads), Column(""))
    return grid(columns, (_skill(view, each) for each in tasks))


def _skill(view: View, each: SkillTask) -> Row:
    name = link(view.catalog, view.language, "skills", each.skill)
    weight = view.language.say(labels.WEIGHTS[each.weight])
    return Row((name, Meter(each.now or 0), Meter(each.then or 0), weight))


def _ways(view: View) -> Iterator[Block]:
    language, move = view.language, view.move
    for way in move.ways:
        yield Heading(language.count("In {n} step", "In {n} steps", len(way.legs)))
        yield Prose(way_text(view, way))
        on = ((view.role(leg.goal), way_on(view.catalog, language, leg.step)) for leg in way.legs)
        yield from fields(on)


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
