"""A move from one role to another: its first screen, and below it the whole plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from roleguide.catalog import Catalog
from roleguide.language import N_, Language
from roleguide.moves.result import Move
from roleguide.views import labels
from roleguide.views.document import Block, Document, Link, Prose, Table, fields
from roleguide.views.height import LINES, SPARE, WORDS, Extent, fitting
from roleguide.views.links import ALL, concatenated, filled
from roleguide.views.move_page import ROOMS, Room, View
from roleguide.views.move_reasons import bearing, heading, left_aside, too_long
from roleguide.views.move_rows import beware, exchange, gate, interview, parts, pay, skills
from roleguide.views.move_ways import first_step, instead, readiness, ways


def move_view(
    move: Move, catalog: Catalog, language: Language, extent: Extent, *, explain: bool
) -> Document:
    """A move.

    Args:
        move: The move.
        catalog: The guides in effect.
        language: The language to say it in.
        extent: How much of it.
        explain: Whether to say how its figures are reckoned.
    """
    from roleguide.views.move_sections import explanation, whole_plan  # not for a screen

    one, other = labels.short_names(language, move.roles)
    view = View(move, catalog, language, (one, other), page=extent == "page")
    blocks: list[Block] = [*first_screen(view)]
    rest: list[Block] = [*whole_plan(view)] if extent != "screen" else []
    if explain:
        blocks += explanation(view)
    if extent == "whole":
        blocks, rest = [*blocks, *rest], []
    return Document(title(view), language, tuple(blocks), table=table(view), rest=tuple(rest))


def title(view: View) -> str:
    """*From … to …*, in full titles."""
    one, other = (view.language.of(entry.role.title.text) for entry in view.move.roles)
    return view.language.say(N_("From {start} to {goal}"), start=one, goal=other)


def first_screen(view: View) -> Sequence[Block]:
    """What decides, in the order in which people ask, as long as one screen."""
    if view.move.roles[0].id == view.move.roles[1].id:
        return [heading(view), Prose(view.language.say(N_("That is the role you come from.")))]
    most = {columns: lines - SPARE for columns, lines in LINES.items()}
    rooms = (ROOMS[0]._replace(names=ALL, kept=ALL, gone=ALL),) if view.page else ROOMS
    return fitting(([*_page(view, room)] for room in rooms), most, WORDS)


def _page(view: View, room: Room) -> Iterator[Block]:
    yield heading(view)
    goal = view.move.roles[1].role
    yield Prose(view.language.of(goal.plain or goal.mission), tone="lead")
    yield from left_aside(view)
    yield from bearing(view)
    yield from (_plan if view.move.near else _far)(view, room)
    yield _foot(view)


def _plan(view: View, room: Room) -> Iterator[Block]:
    """What to do for a move that can be made: when, what changes, what to learn, how to begin."""
    yield from fields(readiness(view), pay(view))
    yield from fields(exchange(view, room), skills(view, room))
    yield from parts(view, room)
    yield from fields(
        interview(view, room),
        beware(view, room),
        first_step(view),
        ways(view, room),
    )


def _far(view: View, room: Room) -> Iterator[Block]:
    """What to do about a move that nobody makes: another step first; and what is between them."""
    yield from fields(ways(view, room), instead(view, room))
    less = room._replace(names=min(room.names, 84), gone=0)
    brief = (room if view.page else less)._replace(described=0)
    far = view.move.ways and all(map(too_long, view.move.ways))
    yield from fields(exchange(view, brief), (gate if far else skills)(view, brief), pay(view))


def _foot(view: View) -> Prose:
    """What this rests on, and where there is more."""
    language = view.language
    start, goal = view.move.roles
    ids = " ".join(map(labels.shown_id, view.move.roles))
    title = language.say(N_("{left} or {right}"), left=view.names[0], right=view.names[1])
    jobs = Link(f"roleguide compare {ids}", "compare", f"{start.id}--{goal.id}", title)
    text = N_("Everything: {option}; the two jobs: {command}")
    if view.page:
        text = N_("The two jobs: {command}")
    more = filled(language, text, option="--full", command=jobs)
    said = [labels.SETTLED, labels.REFLECTION]
    if view.move.personal:
        said += [labels.PERSONAL, labels.KEPT]
    before = " ".join(map(language.say, said))
    return Prose(concatenated(before, " ", more), tone="quiet")


COLUMNS: Final = ("kind", "id", "name", "task", "from", "to", "weight")
"""The columns of a move as rows: a skill or an activity each, with its level or its part."""


def table(view: View) -> Table:
    """A move as rows."""
    rows: list[tuple[str, ...]] = []
    for task in view.move.tasks:
        name = view.catalog.title("skills", task.skill, view.language)
        levels = str(task.now or ""), str(task.then or "")
        rows.append(("skill", task.skill, name, task.task, *levels, str(task.weight)))
    for each in view.move.parts:
        name = view.catalog.title("activities", each.activity, view.language)
        parts = (share.part if share else "" for share in (each.now, each.then))
        rows.append(("activity", each.activity, name, "", *parts, ""))
    return Table(COLUMNS, tuple(rows))
