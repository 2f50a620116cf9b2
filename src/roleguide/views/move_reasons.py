"""What kind of move it is, and why it is no usual one where it is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from roleguide.language import N_, Language
from roleguide.moves.result import Move, Way
from roleguide.moves.separation import Distance, distance, has_team
from roleguide.views import labels
from roleguide.views.document import Heading, Prose
from roleguide.views.links import filled
from roleguide.views.move_page import View

FAR: Final = 3
"""From so many steps on, a way is none that anybody plans."""

STEEP: Final = 3
"""From so many levels on, they are told: within fewer, experts and those who lead are mixed."""


def is_distant(move: Move) -> bool:
    """Whether no step leads there, near or far: what it asks for is nothing to prepare now."""
    usual = move.step or move.back or move.near
    return not usual and all(map(too_long, move.ways))


def too_long(way: Way) -> bool:
    """Whether a way is so long that it is not drawn, and only the next job is chosen."""
    return len(way.legs) > FAR


def heading(view: View) -> Heading:
    """Both titles, and what kind of move this is."""
    language = view.language
    start, goal = (labels.titled(language, entry) for entry in view.move.roles)
    text = filled(language, N_("From {start} to {goal}"), start=start, goal=goal)
    return Heading(text, language.clauses(_kind(view)), level=1)


def _kind(view: View) -> Iterator[str]:
    """The kind of move, and how it stands on the ladder where no usual step joins the two."""
    move, language = view.move, view.language
    if move.roles[0].id == move.roles[1].id:
        yield language.say(N_("the same role"))
        return
    yield _usual(view)
    if move.step or move.back:
        yield from _team(view)
    elif abs(move.levels) >= STEEP:
        yield from _level(move.levels, language)


def _usual(view: View) -> str:
    """The kind of step; else whether it is one at all."""
    move, language = view.move, view.language
    if move.step:
        aside = move.step.move == "side" and any(_team(view))
        return language.say(N_("a change of track") if aside else labels.MOVES[move.step.move])
    if move.back:
        back = N_("a move back") if move.returns else N_("against the usual direction")
        return language.say(back)
    if move.near:
        return language.say(N_("near, but no usual step"))
    if not is_distant(move):
        steps = len(move.ways[0].legs)
        return language.count("not one move: {n} step", "not one move: {n} steps", steps)
    return language.say(N_("no usual way"))


def _team(view: View) -> Iterator[str]:
    """Whether one begins to lead a team or ceases to; a step up says the first itself."""
    led, leads = (has_team(entry.role) for entry in view.move.roles)
    up = view.move.step is not None and view.move.step.move == "up"
    if led and not leads:
        yield view.language.say(N_("you no longer lead a team"))
    elif leads and not led and not up:
        yield view.language.say(N_("you begin to lead a team"))


def _level(levels: int, language: Language) -> Iterator[str]:
    if levels > 0:
        yield language.count(
            "{n} place higher on the ladder", "{n} places higher on the ladder", levels
        )
    elif levels < 0:
        yield language.count(
            "{n} place lower on the ladder", "{n} places lower on the ladder", -levels
        )


def left_aside(view: View) -> Iterator[Prose]:
    """That the job held today is in no guide, and which one the page starts from instead."""
    if title := view.move.outside:
        text = N_(
            "“{title}” is in no guide; nothing is presumed from it. Your job, on this page, is the "
            "one you held before: {role}."
        )
        yield Prose(filled(view.language, text, title=title, role=view.role(view.move.roles[0].id)))


def bearing(view: View) -> Iterator[Prose]:
    """Why it is no usual move, if it is none, and where a step up is none for everybody."""
    if said := " ".join(_reasons(view)):
        yield Prose(said)


def _reasons(view: View) -> Iterator[str]:
    move, say = view.move, view.language.say
    if move.step:
        yield from _over_managers(view)
    elif move.back:
        text = N_(
            "People usually move the other way. If you came that way, you have had these skills "
            "before; show that they are fresh, and say why you go back."
        )
        yield say(text)
    elif move.near:
        yield say(N_("No usual step leads from one to the other, but they have much in common."))
    elif move.ways:
        yield say(N_("No usual step leads straight from one to the other."))
        yield from _apart(view, distance(move))
    else:
        yield say(N_("There is no usual way from one to the other."))
        yield from _apart(view, distance(move))


def _over_managers(view: View) -> Iterator[str]:
    """That one leads a team before one leads those who lead."""
    start, goal = (entry.role for entry in view.move.roles)
    if goal.leads and goal.leads.kind == "managers" and not has_team(start):
        text = N_("Straight only in a small company; elsewhere one leads a team first.")
        yield view.language.say(text)


def _apart(view: View, found: Distance) -> Iterator[str]:
    """What keeps two roles apart: other tasks, skills without proof, a team, the place below."""
    move, say = view.move, view.language.say
    if 3 * found.shared <= found.tasks:
        yield _other_tasks(view, found)
    if found.unlisted:
        yield _unlisted(view, found)
    if move.levels < 0:
        yield from _below(view, found)
    elif has_team(move.roles[1].role) and not has_team(move.roles[0].role):
        yield say(N_("It leads a team, and what you do today does not prove that you can."))
    if move.rose:
        yield say(N_("If you rose from there, you have done that job; say why you go back."))
    yield from _unplanned(view)


def _unplanned(view: View) -> Iterator[str]:
    """What to choose where a way is too long to be planned: its first step, where it is drawn."""
    ways, say = view.move.ways, view.language.say
    if ways and all(map(too_long, ways)):
        yield say(N_("So long a way cannot be planned; choose among the usual next jobs."))
    elif any(len(way.legs) >= FAR for way in ways[:1]):
        yield say(N_("So long a way cannot be planned; choose the first step only."))


def _other_tasks(view: View, found: Distance) -> str:
    if not found.shared:
        return view.language.say(N_("The two have no task in common."))
    return view.language.count(
        "Of its {tasks} tasks, you have a part in {n}.",
        "Of its {tasks} tasks, you have a part in {n}.",
        found.shared,
        tasks=found.tasks,
    )


def _unlisted(view: View, found: Distance) -> str:
    """How many essential skills are not asked for where one comes from."""
    if found.unlisted == found.essential:
        return view.language.say(N_("None of its essential skills is listed for your job."))
    return view.language.count(
        "Of its {asked} essential skills, {n} is not listed for your job.",
        "Of its {asked} essential skills, {n} are not listed for your job.",
        found.unlisted,
        asked=found.essential,
    )


def _below(view: View, found: Distance) -> Iterator[str]:
    """How little of what is brought from above is asked for."""
    if view.move.roles[1].role.level.low == "entry":
        text = N_("It is a job for beginners; what speaks against it is what you would give up.")
        yield view.language.say(text)
    yield view.language.count(
        "Of your {own} skills, it asks for {n}.",
        "Of your {own} skills, it asks for {n}.",
        found.own - found.gone,
        own=found.own,
    )
