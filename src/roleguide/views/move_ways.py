"""How one gets there: when one is ready, by which steps, what comes first; and where others go."""

from __future__ import annotations

from roleguide.language import N_
from roleguide.model import Step
from roleguide.moves.result import Leg, Way
from roleguide.moves.separation import to_begin, to_try
from roleguide.views import labels
from roleguide.views.career import tenure
from roleguide.views.document import Inline, Rows
from roleguide.views.links import clauses, concatenated, filled, link, listed, within
from roleguide.views.move_page import Room, View, described
from roleguide.views.move_reasons import FAR, too_long
from roleguide.views.statements import in_brief


def readiness(view: View) -> Rows:
    """What shows that one is ready for a usual step, after how long that is, and why it is one."""
    step, language = view.move.step, view.language
    if not step:
        return
    if step.proof:
        yield language.say(N_("Ready when")), language.of(step.proof)
    if step.move == "up":
        where = N_("first in a company that knows you; elsewhere they look for the title")
        yield language.say(N_("Where")), language.say(where)
    yield language.say(N_("Time")), _time(view, step)
    if step.why:
        kind = language.capitalized(language.say(labels.MOVES[step.move]))
        yield kind, language.of(step.why)


def _time(view: View, step: Step) -> str:
    """After how long the step usually is; else after how long people leave the job one has."""
    if step.after:
        return in_brief(view.language, view.catalog, step.after)
    unknown = N_("no reliable figure; ask somebody who has made this move")
    return tenure(view.move.roles[0].role, view.language) or view.language.say(unknown)


def first_step(view: View) -> Rows:
    """With what to begin: what is written of the step; whoever goes back, with what they did.

    Else a skill as beginners show it.
    """
    language, move = view.language, view.move
    label = language.say(N_("First step"))
    if move.step and move.step.begin:
        yield label, language.of(move.step.begin)
    elif move.returns and (task := to_try(move)):
        name = link(view.catalog, language, "activities", task.activity)
        text = N_("{activity}: do it once more yourself, from beginning to end")
        yield label, filled(language, text, activity=name)
    elif found := to_begin(view.catalog, move):
        skill, level = found
        name = link(view.catalog, language, "skills", skill.skill)
        example = language.quote(described(view, skill, level))
        text = N_("{skill}, as a beginner shows it: {example}")
        yield label, filled(language, text, skill=name, example=example)


def ways(view: View, room: Room) -> Rows:
    """The ways over other roles, and the first step of the shortest; none if that is too long.

    Who is near enough to go straight needs no way that exists on paper alone.
    """
    language, found = view.language, view.move.ways
    if all(map(too_long, found)) or (view.move.near and len(found[0].legs) >= FAR):
        return
    for way in found[: room.ways]:
        yield _steps(view, way), way_text(view, way)
    if len(found[0].legs) > 1:
        leg = found[0].legs[0]
        command = f"roleguide move {leg.start} {leg.goal}"  # which readers of a page do not type
        yield language.say(N_("Begin with")), view.role(leg.goal) if view.page else command
        if leg.step.proof:
            yield language.say(N_("Ready for it when")), _ready(view, leg)


def _steps(view: View, way: Way) -> str:
    """How many steps a way has; a long one is none that somebody walked."""
    steps = len(way.legs)
    if steps >= FAR:
        return view.language.count("On paper, {n} step", "On paper, {n} steps", steps)
    return view.language.count("In {n} step", "In {n} steps", steps)


def _ready(view: View, leg: Leg) -> Inline:
    """What shows that one is ready for a step, and after how long that is."""
    language, step = view.language, leg.step
    said = [language.of(step.proof or {})]
    if step.after:
        said.append(in_brief(language, view.catalog, step.after))
    return language.clauses(said)


def way_text(view: View, way: Way) -> Inline:
    """The roles of a way, each with the kind of step that leads there, and the hardest step."""
    texts = [
        labels.reached(view.language, view.catalog, leg.goal, leg.step.move) for leg in way.legs
    ]
    hardest = way.bottleneck
    if len(way.legs) > 1:
        goal = labels.short_name(view.language, view.catalog.head(hardest.goal))
        texts.append(view.language.say(N_("the hardest step: {goal}"), goal=goal))
    return clauses(view.language, texts)


def instead(view: View, room: Room) -> Rows:
    """Where people go from here, and where those come from who have the job."""
    start, goal = (entry.role for entry in view.move.roles)
    language = view.language
    if start.leads_to and all(map(too_long, view.move.ways)):
        steps = start.leads_to.items()
        targets = [labels.reached(language, view.catalog, role, step.move) for role, step in steps]
        label = language.say(N_("Usual next jobs"))
        yield label, within(language, targets, room.names)
    if view.move.nearer:
        family = language.of(view.catalog.sections.families[goal.family].name)
        names = listed([view.role(role) for role in view.move.nearer])
        yield language.say(N_("Nearer")), concatenated(language.label(family), " ", names)
    if goal.comes_from:
        label = language.say(N_("Usual way in"))
        origins = [labels.neighbour(language, view.catalog, each) for each in goal.comes_from]
        yield label, within(language, origins, room.names)
