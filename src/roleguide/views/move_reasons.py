"""What kind of move it is, and why it is no usual one where it is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from roleguide.language import N_, Language
from roleguide.model import Role
from roleguide.moves.separation import Distance, distance
from roleguide.views import labels
from roleguide.views.document import Heading, Prose
from roleguide.views.links import filled
from roleguide.views.move_page import View

FAR: Final = 3
"""From so many steps on, a way is none that anybody plans."""

TEAM: Final = ("people", "managers")
"""What somebody leads who has a team."""


def heading(view: View) -> Heading:
    """Both titles, and what kind of move this is."""
    language = view.language
    start, goal = (labels.titled(language, entry) for entry in view.move.roles)
    text = filled(language, N_("From {start} to {goal}"), start=start, goal=goal)
    return Heading(text, language.clauses(_kind(view)), level=1)


def _kind(view: View) -> Iterator[str]:
    """The kind of move, and how it stands on the ladder where that does not say so.

    A step up says it, and so does one sideways, whatever the ladder says of who leads and who not.
    """
    move, language = view.move, view.language
    if move.roles[0].id == move.roles[1].id:
        yield language.say(N_("the same role"))
        return
    yield _usual(view)
    if not (move.step and move.step.move in ("up", "side")):
        yield from _level(move.levels, language)


def _usual(view: View) -> str:
    """The kind of step; else whether it is one at all."""
    move, language = view.move, view.language
    if move.step:
        return language.say(_track(view) or labels.MOVES[move.step.move])
    if move.back:
        back = N_("a move back") if move.back.move == "up" else N_("against the usual direction")
        return language.say(back)
    if move.near:
        return language.say(N_("near, but no usual step"))
    if move.ways:
        steps = len(move.ways[0].legs)
        return language.count("not one move: {n} step", "not one move: {n} steps", steps)
    return language.say(N_("no usual way"))


def _track(view: View) -> str:
    """What a sideways move changes where only before or only after it one leads a team."""
    move = view.move
    led, leads = (has_team(entry.role) for entry in move.roles)
    if not (move.step and move.step.move == "side") or led == leads:
        return ""
    if leads:
        return N_("a change of track: you begin to lead a team")
    return N_("a change of track: you no longer lead a team")


def has_team(role: Role) -> bool:
    """Whether a role leads people who report to it."""
    return bool(role.leads and role.leads.kind in TEAM)


def _level(levels: int, language: Language) -> Iterator[str]:
    if levels > 0:
        yield language.count("{n} level higher", "{n} levels higher", levels)
    elif levels < 0:
        yield language.count("{n} level lower", "{n} levels lower", -levels)


def bearing(view: View) -> Iterator[Prose]:
    """Why it is no usual move, if it is none."""
    if not view.move.step:
        yield Prose(" ".join(_reasons(view)))


def _reasons(view: View) -> Iterator[str]:
    move, language = view.move, view.language
    start, goal = view.names
    if move.back:
        text = N_(
            "People usually move the other way: from {goal} to {start}. Who came that way has had "
            "these skills before; show that they are fresh, and say why you go back."
        )
        yield language.say(text, start=start, goal=goal)
        return
    text = N_("No usual step leads straight from {start} to {goal}.")
    if move.near:
        text = N_("No usual step leads from {start} to {goal}, though the two have much in common.")
    elif not move.ways:
        text = N_("No usual step, nor several in a row, leads from {start} to {goal}.")
    yield language.say(text, start=start, goal=goal)
    if not move.near:
        yield from _apart(view, distance(move))


def _apart(view: View, found: Distance) -> Iterator[str]:
    """What keeps two roles apart: other tasks, skills without proof, a team, the place below."""
    if 3 * found.shared <= found.tasks:
        yield _other_tasks(view, found)
    if found.unlisted:
        yield _unlisted(view, found)
    if view.move.levels < 0:
        yield _below(view, found)
    elif has_team(view.move.roles[1].role) and not has_team(view.move.roles[0].role):
        start, goal = view.names
        text = N_("{goal} leads a team, and {start} leads none that could prove it.")
        yield view.language.say(text, start=start, goal=goal)
    if view.move.rose:
        text = N_("Who rose from {goal} has done that job; say why you go back.")
        yield view.language.say(text, goal=view.names[1])
    if any(len(way.legs) >= FAR for way in view.move.ways[:1]):
        yield view.language.say(N_("So long a way cannot be planned; choose the first step only."))


def _other_tasks(view: View, found: Distance) -> str:
    start, goal = view.names
    if not found.shared:
        text = N_("The two have no task in common.")
        return view.language.say(text)
    return view.language.count(
        "Of the {tasks} tasks of {goal}, {n} is shared with {start}.",
        "Of the {tasks} tasks of {goal}, {n} are shared with {start}.",
        found.shared,
        tasks=found.tasks,
        start=start,
        goal=goal,
    )


def _unlisted(view: View, found: Distance) -> str:
    """How many essential skills are not listed where one comes from."""
    language = view.language
    if found.unlisted == found.essential:
        text = N_("None of the essential skills is listed for {start}.")
        if view.move.personal:
            text = N_("None of the essential skills is in your profile.")
        return language.say(text, start=view.names[0])
    if view.move.personal:
        return language.count(
            "Of {asked} essential skills, {n} is not in your profile.",
            "Of {asked} essential skills, {n} are not in your profile.",
            found.unlisted,
            asked=found.essential,
        )
    return language.count(
        "Of {asked} essential skills, {n} is not listed for {start}.",
        "Of {asked} essential skills, {n} are not listed for {start}.",
        found.unlisted,
        asked=found.essential,
        start=view.names[0],
    )


def _below(view: View, found: Distance) -> str:
    """How much of what is brought from above nobody asks for."""
    return view.language.count(
        "Of the {own} skills brought along, {n} is not asked for there.",
        "Of the {own} skills brought along, {n} are not asked for there.",
        found.gone,
        own=found.own,
    )
