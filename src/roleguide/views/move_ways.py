"""How one gets there: when one is ready, by which steps, what comes first; and where others go."""

from __future__ import annotations

from roleguide.language import N_
from roleguide.model import Step
from roleguide.moves.result import Leg, Way
from roleguide.moves.separation import active, to_try
from roleguide.views import labels
from roleguide.views.document import Inline, Rows
from roleguide.views.links import concatenated, filled, link, within
from roleguide.views.move_page import Room, View
from roleguide.views.move_reasons import FAR
from roleguide.views.statements import in_brief


def readiness(view: View) -> Rows:
    """What shows that one is ready for a usual step, after how long that is, and why it is one."""
    step, language = view.move.step, view.language
    if not step:
        return
    if step.proof:
        yield language.say(N_("Ready when")), language.of(step.proof)
    time = (
        in_brief(language, view.catalog, step.after)
        if step.after
        else language.say(N_("no reliable figure; ask somebody who has made this move"))
    )
    yield language.say(N_("Time")), time
    if step.why:
        kind = language.capitalized(language.say(labels.MOVES[step.move]))
        yield kind, language.of(step.why)


def first_step(view: View) -> Rows:
    """With what to begin where one is: a task in which one has a part, else one to be seen."""
    if task := to_try(view.move):
        text = N_("{activity}: ask to sit in once with somebody who does it")
        if active(task.now):
            text = N_("{activity}: ask to do it once yourself; you have a part in it today")
        name = link(view.catalog, view.language, "activities", task.activity)
        yield view.language.say(N_("First step")), filled(view.language, text, activity=name)


def upward(view: View, room: Room) -> Rows:
    """The steps up from where one is, where this is none."""
    step, steps = view.move.step, view.move.roles[0].role.leads_to
    up = [view.role(target) for target, each in steps.items() if each.move == "up"]
    if room.upward and up and not (step and step.move == "up"):
        label = view.language.say(N_("Steps up from your role"))
        yield label, within(view.language, up, room.names)


def ways(view: View, room: Room) -> Rows:
    """The ways over other roles, and the first step of the shortest."""
    language, found = view.language, view.move.ways
    for way in found[: room.ways]:
        yield _steps(view, way), way_text(view, way)
    if found and len(found[0].legs) > 1:
        leg = found[0].legs[0]
        command = f"roleguide move {leg.start} {leg.goal}"
        yield language.say(N_("Begin with")), command
        if leg.step.proof:
            yield language.say(N_("Ready when")), _ready(view, leg)


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
    texts = [_role(view, leg.goal, leg.step) for leg in way.legs]
    hardest = way.bottleneck
    if len(way.legs) > 1:
        goal = labels.short_name(view.language, view.catalog.head(hardest.goal))
        texts.append(view.language.say(N_("most to learn: for {goal}"), goal=goal))
    first, *more = texts
    return concatenated(
        first, *(text for each in more for text in (view.language.clauses(["", ""]), each))
    )


def _role(view: View, role: str, step: Step) -> Inline:
    """A role, and what kind of step leads there."""
    return concatenated(view.role(role), f" ({view.language.say(labels.MOVES[step.move])})")


def instead(view: View, room: Room) -> Rows:
    """Where people go from here, and where those come from who have the job."""
    start, goal = (entry.role for entry in view.move.roles)
    language = view.language
    if start.leads_to and not view.move.ways:
        targets = [_role(view, target, step) for target, step in start.leads_to.items()]
        label = language.say(N_("Usual from {name}"), name=view.names[0])
        yield label, within(language, targets, room.names)
    if goal.comes_from:
        label = language.say(N_("Usual way in"))
        origins = [labels.neighbour(language, view.catalog, each) for each in goal.comes_from]
        yield label, within(language, origins, room.names)
