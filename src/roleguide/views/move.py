"""A move from one role to another: its first screen, and below it the whole plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from roleguide.catalog import Catalog
from roleguide.language import N_, Language
from roleguide.model import OWNING_OR_DOING, InterviewQuestion, Statement, Step
from roleguide.moves.result import Leg, Move, PartChange, Share, SkillTask, Way
from roleguide.views import labels
from roleguide.views.document import (
    Block,
    Column,
    Document,
    Fields,
    Grid,
    Heading,
    Inline,
    Link,
    Prose,
    Row,
    Table,
)
from roleguide.views.height import LINES, WORDS, Extent, fitting
from roleguide.views.links import ALL, concatenated, filled, link, listed, within
from roleguide.views.statements import in_brief

Rows: TypeAlias = Iterator[tuple[Inline, Inline]]

ESSENTIAL: Final = 3
"""The weight of a skill without which a role is not had."""

REFLECTION: Final = N_("For reflection; not to select or rank people.")
"""What stands below whatever compares a person with a role."""

PERSONAL: Final = N_("What your profile does not say is taken from the sheets of your roles.")

KEPT: Final = N_("Nothing of the profile is kept.")
"""What stands below whatever is made of a profile."""


SPARE: Final = 3
"""Lines that stay free, since long names wrap raggedly and lines are only estimated."""


class Room(NamedTuple):
    """How much the first screen shows of what it may have too much of.

    Attributes:
        names: How many characters of names stand in a row.
        described: How many levels to reach are described.
        parts: How many parts that change are shown.
        ways: How many ways over other roles are shown.
        ask: Whether it is said what to ask the employer.
        pay: Whether it is said how both are paid.
    """

    names: int = 170
    described: int = 2
    parts: int = 6
    ways: int = 3
    ask: bool = True
    pay: bool = True


ROOMS: Final = (
    Room(),
    Room(parts=4),
    Room(120, parts=4),
    Room(84, parts=4, ways=2),
    Room(84, 1, 3, 2),
    Room(84, 1, 3, 1, ask=False),
    Room(75, 1, 2, 1, ask=False),
    Room(75, 0, 2, 1, ask=False),
    Room(75, 0, 2, 1, ask=False, pay=False),
    Room(60, 0, 0, 1, ask=False, pay=False),
)
"""From plenty to little, in the order in which things give way."""


class View(NamedTuple):
    """What every row needs."""

    move: Move
    catalog: Catalog
    language: Language
    names: tuple[str, str]
    page: bool = False

    @property
    def heads(self) -> tuple[str, str]:
        """What stands above the two columns of a table."""
        start, goal = self.names
        return (self.language.say(N_("you")) if self.move.personal else start), goal

    def role(self, identifier: str) -> Link:
        """A role's title, leading to it."""
        return link(self.catalog, self.language, "roles", identifier)


def move_view(
    move: Move, catalog: Catalog, language: Language, extent: Extent = "whole", *, explain: bool
) -> Document:
    """A move.

    Args:
        move: The move.
        catalog: The guides in effect.
        language: The language to say it in.
        extent: How much of it.
        explain: Whether to say how its figures are reckoned.
    """
    from roleguide.views.move_sections import explanation, whole_plan  # noqa: PLC0415 — not for a screen

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
    one, other = (labels.full_title(view.language, entry) for entry in view.move.roles)
    return view.language.say(N_("From {start} to {goal}"), start=one, goal=other)


def first_screen(view: View) -> Sequence[Block]:
    """What decides, in the order in which people ask, as long as one screen."""
    if view.move.roles[0].id == view.move.roles[1].id:
        return [_heading(view), Prose(view.language.say(N_("That is the role you come from.")))]
    most = {columns: lines - SPARE for columns, lines in LINES.items()}
    rooms = (ROOMS[0]._replace(names=ALL),) if view.page else ROOMS
    return fitting(([*_page(view, room)] for room in rooms), most, WORDS)


def _page(view: View, room: Room) -> Iterator[Block]:
    yield _heading(view)
    goal = view.move.roles[1].role
    yield Prose(view.language.of(goal.plain or goal.mission), tone="lead")
    yield from _bearing(view)
    yield Fields((*_exchange(view, room), *_skills(view, room)))
    yield from _parts(view, room)
    if rows := (*_proof(view), *_beware(view, room), *_terms(view, room)):
        yield Fields(rows)
    yield from _ways(view, room)
    yield _foot(view)


def _heading(view: View) -> Heading:
    """Both titles, and what kind of move this is."""
    language = view.language
    start, goal = (
        Link(labels.full_title(language, entry), "roles", entry.id) for entry in view.move.roles
    )
    text = filled(language, N_("From {start} to {goal}"), start=start, goal=goal)
    return Heading(text, language.clauses(_kind(view)), level=1)


def _kind(view: View) -> Iterator[str]:
    """The kind of move, and how it stands on the ladder where that does not say so."""
    move, language = view.move, view.language
    if move.roles[0].id == move.roles[1].id:
        yield language.say(N_("the same role"))
        return
    if move.step:
        yield language.say(labels.MOVES[move.step.move])
    elif move.back:
        yield language.say(N_("against the usual direction"))
    elif move.ways:
        steps = len(move.ways[0].legs)
        yield language.count("not one move: {n} step", "not one move: {n} steps", steps)
    else:
        yield language.say(N_("no usual way"))
    if not (move.step and move.step.move == "up"):
        yield from _level(move.levels, language)


def _level(levels: int, language: Language) -> Iterator[str]:
    if levels > 0:
        yield language.count("{n} level higher", "{n} levels higher", levels)
    elif levels < 0:
        yield language.count("{n} level lower", "{n} levels lower", -levels)


def _bearing(view: View) -> Iterator[Prose]:
    """Why it is no usual move, if it is none."""
    move, language = view.move, view.language
    if move.step:
        return
    start, goal = view.names
    if move.back:
        text = N_(
            "People usually move the other way: from {goal} to {start}. Who came that way has had "
            "these skills before; show that they are fresh."
        )
    elif move.ways:
        text = N_("This guide has no direct step from {start} to {goal}.")
    else:
        text = N_("The guide knows no way from {start} to {goal}.")
    said = [language.say(text, start=start, goal=goal)]
    if not (move.back or move.ways):
        said += _why_not(view)
    yield Prose(" ".join(said))


def _why_not(view: View) -> Iterator[str]:
    """What stands in the way where there is no way: levels, and skills that are not listed."""
    move, language, goal = view.move, view.language, view.names[1]
    if move.levels < 0:
        yield language.count(
            "{goal} stands {n} level lower.",
            "{goal} stands {n} levels lower.",
            -move.levels,
            goal=goal,
        )
    shown, asked = len(move.of("show")), len(move.roles[1].role.skills)
    if shown:
        yield _unlisted(view, shown, asked)


def _unlisted(view: View, shown: int, asked: int) -> str:
    """How many skills are not listed where one comes from."""
    language = view.language
    if view.move.personal:
        return language.count(
            "Of {asked} skills asked for, {n} is not in your profile.",
            "Of {asked} skills asked for, {n} are not in your profile.",
            shown,
            asked=asked,
        )
    return language.count(
        "Of {asked} skills asked for, {n} is not listed for {start}.",
        "Of {asked} skills asked for, {n} are not listed for {start}.",
        shown,
        asked=asked,
        start=view.names[0],
    )


def _exchange(view: View, room: Room) -> Rows:
    """What one gives up, what is listed only before, and what becomes one's own.

    Only what the sheet of the goal says is given up: what it does not list may be part of the job.
    """
    say = view.language.say
    given, before, new = (
        [each for each in view.move.parts if _exchanged(each) == kind]
        for kind in ("given", "before", "new")
    )
    before_label = (
        say(N_("Until now")) if view.move.personal else say(N_("Mainly {name}"), name=view.names[0])
    )
    for label, names in (
        (say(N_("You hand over")), [*_team(view), *_activities(view, given)]),
        (before_label, [*_activities(view, before)]),
        (say(N_("Becomes yours")), [*_activities(view, new)]),
    ):
        if names:
            yield label, within(view.language, names, room.names)


def _exchanged(each: PartChange) -> str:
    """Whether an activity of one's own is given up, is listed only before, or is new."""
    now, then = _owned(each.now), _owned(each.then)
    if now == then:
        return ""
    if now:
        return "given" if each.then else "before"
    return "" if each.now else "new"


def _owned(share: Share | None) -> bool:
    return share is not None and share.part in OWNING_OR_DOING


def _team(view: View) -> Iterator[str]:
    """The team, where one leads people and will lead nobody."""
    leads = [entry.role.leads.kind if entry.role.leads else None for entry in view.move.roles]
    if leads[0] in ("people", "managers") and leads[1] in ("nobody", "virtual"):
        yield view.language.say(N_("your team"))


def _activities(view: View, changes: Sequence[PartChange]) -> Iterator[Inline]:
    for each in changes:
        if not (each.activity == "team-leadership" and [*_team(view)]):
            yield link(view.catalog, view.language, "activities", each.activity)


def _skills(view: View, room: Room) -> Rows:
    """What to keep, deepen, show and let go."""
    language, move = view.language, view.move
    if keep := move.of("keep"):
        names = [named(view, each, each.then) for each in keep]
        yield language.say(N_("Keep")), within(language, names, room.names)
    if deepen := move.of("deepen"):
        yield from _deepen(view, deepen, room)
    if show := move.of("show"):
        yield language.say(N_("Show")), _show(view, show, room)
    if gone := move.of("let_go"):
        names = [named(view, each, each.now) for each in gone]
        yield language.say(N_("Counts less")), within(language, names, room.names)


def named(view: View, each: SkillTask, level: int | None) -> Inline:
    """A skill with a level."""
    return concatenated(link(view.catalog, view.language, "skills", each.skill), f" {level}")


def raised(view: View, each: SkillTask) -> Inline:
    """A skill with the level that is held, and the level that is asked for."""
    skill = link(view.catalog, view.language, "skills", each.skill)
    text = N_("{skill} from {now} to {then}")
    return filled(view.language, text, skill=skill, now=str(each.now), then=str(each.then))


def described(view: View, each: SkillTask) -> str:
    """What the level that is asked for looks like."""
    levels = view.catalog.sections.skills[each.skill].levels
    return view.language.of(levels.get(each.then or 0, {}))


def _deepen(view: View, tasks: Sequence[SkillTask], room: Room) -> Rows:
    """The skills to deepen; of the first, what the level to reach looks like."""
    language = view.language
    names = [raised(view, each) for each in tasks]
    yield language.say(N_("Deepen")), within(language, names, room.names)
    for each in tasks[: room.described]:
        if text := described(view, each):
            name = link(view.catalog, language, "skills", each.skill)
            label = language.say(N_("Level {level}"), level=each.then)
            yield label, concatenated(name, f" {language.quote(text)}")


def _show(view: View, tasks: Sequence[SkillTask], room: Room) -> Inline:
    """What is asked for and not listed where one comes from, what is essential first."""
    language = view.language
    essential = [named(view, each, each.then) for each in tasks if each.weight == ESSENTIAL]
    others = [named(view, each, each.then) for each in tasks if each.weight != ESSENTIAL]
    first, rest = (essential, others) if essential else (others, [])
    text = UNLISTED[bool(essential), view.move.personal]
    shown = filled(language, text, skills=within(language, first, room.names), start=view.names[0])
    if not rest:
        return shown
    more = language.count("{n} more that matters less", "{n} more that matter less", len(rest))
    said = filled(language, LESS, skills=listed(rest)) if view.page else more
    return concatenated(shown, language.clauses(["", ""]), said)


LESS: Final = N_("less important: {skills}")
"""What is said of the skills that are not essential, where there is room for all."""

UNLISTED: Final = {
    (True, False): N_("{skills}: essential, not listed for {start}; if you have it, bring proof"),
    (False, False): N_("{skills}: not listed for {start}; if you have it, bring proof"),
    (True, True): N_("{skills}: essential, not in your profile; if you have it, bring proof"),
    (False, True): N_("{skills}: not in your profile; if you have it, bring proof"),
}
"""What is said of skills to show: whether essential ones, whether to a person."""


def _parts(view: View, room: Room) -> Iterator[Grid]:
    """The parts that change in what both do."""
    changes = [
        each
        for each in view.move.parts
        if each.now and each.then and each.now.part != each.then.part
    ][: room.parts]
    if changes:
        head = view.language.say(N_("Your part"))
        yield Grid(
            (Column(head), *(Column(name) for name in view.heads)),
            tuple(_part_row(view, each) for each in changes),
        )


def _part_row(view: View, each: PartChange) -> Row:
    name = link(view.catalog, view.language, "activities", each.activity)
    return Row((name, part(view, each.now), part(view, each.then)))


def part(view: View, share: Share | None) -> str:
    """A part in a word; a dash where there is none."""
    return view.language.say(labels.PARTS[share.part]) if share else "–"


def proving(view: View) -> list[InterviewQuestion]:
    """The questions of the goal, those first that prove what is to be shown or deepened most."""
    skills = [*view.move.of("show"), *view.move.of("deepen"), *view.move.of("keep")]
    tasks = {each.skill: each for each in skills}

    def rank(question: InterviewQuestion) -> int:
        each = tasks.get(question.skill)
        return -each.weight * ((each.then or 0) - (each.now or 0)) if each else 0

    return sorted(view.move.roles[1].role.interview, key=rank)


def _proof(view: View) -> Rows:
    """The question of an interview that this move has to stand."""
    for question in proving(view)[:1]:
        language = view.language
        yield language.say(N_("In the interview")), language.quote(language.of(question.ask))
        yield language.say(N_("Strong answer")), language.of(question.strong)


def _beware(view: View, room: Room) -> Rows:
    """How this hire fails, and what to ask the employer before."""
    language, goal = view.language, view.move.roles[1].role
    if goal.pitfalls:
        text = in_brief(language, view.catalog, goal.pitfalls[0])
        yield language.say(N_("How it fails")), text
    if goal.ask and room.ask:
        yield language.say(N_("Ask first")), language.of(goal.ask[0].ask)


def _terms(view: View, room: Room) -> Rows:
    """Pay before and after, and how long it takes, where the guide says so."""
    language, step = view.language, view.move.step
    said = [
        f"{language.label(name)} {language.of(entry.role.pay.mix)}"
        for entry, name in zip(view.move.roles, view.names, strict=True)
        if entry.role.pay and entry.role.pay.mix
    ]
    if len(said) == 2 and room.pay:
        yield language.say(N_("Pay")), language.clauses(said)
    after: Statement | None = step.after if step else None
    if after:
        yield language.say(N_("Time")), in_brief(language, view.catalog, after)
    elif step:
        yield language.say(N_("Time")), language.say(N_("no reliable figure was found"))


def _ways(view: View, room: Room) -> Iterator[Fields]:
    """What shows that one is ready, or the ways there; and where else people go from here."""
    step = view.move.step
    if step:
        rows = [*_ready(view, step), *(_upward(view, room) if step.move != "up" else ())]
    elif view.move.ways:
        rows = [
            (view.language.count("In {n} step", "In {n} steps", len(way.legs)), way_text(view, way))
            for way in view.move.ways[: room.ways]
        ]
        if len(view.move.ways[0].legs) > 1:
            leg = view.move.ways[0].legs[0]
            command = f"roleguide move {leg.start} {leg.goal}"
            rows.append((view.language.say(N_("Begin with")), command))
    else:
        rows = [*_instead(view, room)]
    if rows:
        yield Fields(tuple(rows))


def _ready(view: View, step: Step) -> Rows:
    """What shows that one is ready for a step, and why it is one."""
    if said := [view.language.of(text) for text in (step.proof, step.why) if text]:
        yield view.language.say(N_("Proof")), view.language.clauses(said)


def _upward(view: View, room: Room) -> Rows:
    """The steps up from where one is, where this is none."""
    steps = view.move.roles[0].role.leads_to
    up = [view.role(target) for target, step in steps.items() if step.move == "up"]
    if up:
        label = view.language.say(N_("Steps up from your role"))
        yield label, within(view.language, up, room.names)


def way_text(view: View, way: Way) -> Inline:
    """The roles of a way, each with the kind of step that leads there, and the hardest step."""
    texts = [_leg(view, leg) for leg in way.legs]
    hardest = way.bottleneck
    if len(way.legs) > 1:
        goal = labels.short_name(view.language, view.catalog.head(hardest.goal))
        texts.append(view.language.say(N_("most to learn: for {goal}"), goal=goal))
    first, *more = texts
    return concatenated(
        first, *(text for each in more for text in (view.language.clauses(["", ""]), each))
    )


def _leg(view: View, leg: Leg) -> Inline:
    kind = view.language.say(labels.MOVES[leg.step.move])
    return concatenated(view.role(leg.goal), f" ({kind})")


def _instead(view: View, room: Room) -> Rows:
    """Where people go from here, and where those come from who have the job."""
    start, goal = (entry.role for entry in view.move.roles)
    language = view.language
    if start.leads_to:
        label = language.say(N_("{name} leads to"), name=view.names[0])
        targets = [view.role(target) for target in start.leads_to]
        yield label, within(language, targets, room.names)
    if goal.comes_from:
        label = language.say(N_("{name} comes from"), name=view.names[1])
        origins = [labels.neighbour(language, view.catalog, each) for each in goal.comes_from]
        yield label, within(language, origins, room.names)


def _foot(view: View) -> Prose:
    """What this rests on, and where there is more."""
    language = view.language
    start, goal = view.move.roles
    ids = " ".join(map(labels.shown_id, view.move.roles))
    title = language.say(N_("{left} or {right}"), left=view.names[0], right=view.names[1])
    jobs = Link(f"roleguide compare {ids}", "compare", f"{start.id}--{goal.id}", title)
    more = (
        filled(language, N_("The two jobs: {command}"), command=jobs)
        if view.page
        else filled(
            language,
            N_("Everything: {option}; the two jobs: {command}"),
            option="--full",
            command=jobs,
        )
    )
    said = [REFLECTION, *((PERSONAL, KEPT) if view.move.personal else ())]
    before = " ".join(map(language.say, said))
    return Prose(concatenated(before, " ", more), tone="quiet")


COLUMNS: Final = ("kind", "id", "name", "task", "from", "to", "weight")
"""The columns of a move as rows: a skill or an activity each, with its level or its part."""


def table(view: View) -> Table:
    """A move as rows."""
    rows: list[tuple[str, ...]] = [
        (
            "skill",
            each.skill,
            view.catalog.title("skills", each.skill, view.language),
            each.task,
            str(each.now or ""),
            str(each.then or ""),
            str(each.weight),
        )
        for each in view.move.tasks
    ]
    rows += [
        (
            "activity",
            each.activity,
            view.catalog.title("activities", each.activity, view.language),
            "",
            each.now.part if each.now else "",
            each.then.part if each.then else "",
            "",
        )
        for each in view.move.parts
    ]
    return Table(COLUMNS, tuple(rows))
