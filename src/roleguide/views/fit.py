"""Which roles fit a person: the first screen; what is below it is in `fit_sections`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Final, NamedTuple

from roleguide.catalog import Catalog
from roleguide.fits.person import Held
from roleguide.fits.points import SkillPoints, WishName, WishPoints
from roleguide.fits.ranking import Fits
from roleguide.fits.result import Fit
from roleguide.guide_paths import typed
from roleguide.language import N_, Language
from roleguide.views import labels
from roleguide.views.around import in_words
from roleguide.views.document import Block, Document, Heading, Inline, Prose, Rows, fields
from roleguide.views.height import LINES, SPARE, WORDS, Extent, fitting
from roleguide.views.links import ALL, clauses, concatenated, filled, link, listed, within
from roleguide.views.move_rows import LESS

NAMED: Final = 40
"""The near roles that are looked at for the first screen, which has no room for more."""

REFUSED: Final[dict[WishName, str]] = {
    "stage": N_("where it is seen"),
    "leading": N_("leading people"),
    "number": N_("a figure"),
    "travel": N_("travel"),
    "contexts": N_("the settings"),
}
"""What is refused, in a word or two."""

WISHED: Final[dict[tuple[WishName, bool], str]] = {
    ("stage", True): N_("is seen where you want to be"),
    ("stage", False): N_("is not seen where you want to be"),
    ("leading", True): N_("leads people"),
    ("leading", False): N_("leads nobody"),
    ("number", True): N_("carries a figure"),
    ("number", False): N_("carries no figure of its own"),
    ("travel", True): N_("travels"),
    ("travel", False): N_("does not travel"),
    ("contexts", True): N_("is found in: {context}"),
    ("contexts", False): N_("does not exist in: {context}"),
}
"""What a role says to a wish."""


class Room(NamedTuple):
    """How much the first screen shows.

    Attributes:
        roles: How many roles are shown with what speaks for them and what is missing.
        names: How many characters of names stand in a row.
        excluded: How many reasons of refusal are told apart.
        presumed: Whether it is said what is presumed from the roles held.
    """

    roles: int = 3
    names: int = 150
    excluded: int = 5
    presumed: bool = True


ROOMS: Final = (
    Room(),
    Room(names=120),
    Room(names=90),
    Room(names=80, excluded=3),
    Room(names=70, excluded=2),
    Room(3, 70, 2, presumed=False),
    Room(2, 90, 2),
    Room(2, 70, 2),
    Room(2, 60, 2, presumed=False),
    Room(1, 70, 2),
    Room(1, 50, 1, presumed=False),
)
"""From plenty to little."""


class View(NamedTuple):
    """What every row needs.

    Attributes:
        fits: The roles beside the person.
        catalog: The guides in effect.
        language: The language to say it in.
        page: Whether it is for a page, which has room for all names.
    """

    fits: Fits
    catalog: Catalog
    language: Language
    page: bool = False

    def role(self, identifier: str) -> Inline:
        """A role's title, leading to it."""
        return link(self.catalog, self.language, "roles", identifier)

    def short(self, identifier: str) -> str:
        """A role's short name."""
        return labels.short_name(self.language, self.catalog.head(identifier))


def fit_view(
    fits: Fits, catalog: Catalog, language: Language, extent: Extent, *, explain: bool
) -> Document:
    """Which roles fit.

    Args:
        fits: The roles beside the person.
        catalog: The guides in effect.
        language: The language to say it in.
        extent: How much of it.
        explain: Whether to say how the points are reckoned.
    """
    from roleguide.views.fit_sections import explanation, table, whole  # not for a screen

    view = View(fits, catalog, language, page=extent == "page")
    blocks: list[Block] = [*first_screen(view)]
    if explain:
        blocks += explanation(view)
    rest: list[Block] = [*whole(view)] if extent != "screen" else []
    if extent == "whole":
        blocks, rest = [*blocks, *rest], []
    return Document(_title(view), language, tuple(blocks), table=table(view), rest=tuple(rest))


def _title(view: View) -> str:
    return view.language.say(N_("Which roles fit what you wrote"))


def first_screen(view: View) -> Sequence[Block]:
    """What is near, why, and what is missing; what is excluded; as long as one screen."""
    most = {columns: lines - SPARE for columns, lines in LINES.items()}
    rooms = (ROOMS[0]._replace(names=ALL, excluded=ALL),) if view.page else ROOMS
    return fitting(([*_page(view, room)] for room in rooms), most, WORDS)


def _page(view: View, room: Room) -> Iterator[Block]:
    yield Heading(_title(view), view.fits.file, level=1)
    yield Prose(_verdict(view, room), tone="lead")
    yield from fields(_checked_title(view))
    for fit in map(view.fits.fit, _told(view)[: room.roles]):
        yield Heading(view.role(fit.head.id), view.language.clauses(_note(view, fit)))
        yield from fields(_why(view, fit, room))
    yield from fields(_others(view, room))
    yield _foot(view)


def _verdict(view: View, room: Room) -> Inline:
    if not view.fits.ranked:
        return view.language.say(N_("What you refuse excludes every role."))
    if not view.fits.near:
        return view.language.say(N_("No role is near what you wrote. The nearest, all the same:"))
    lower, others = _near(view)
    near = [view.role(role) for role in others or lower]
    names = within(view.language, near, room.names)
    return filled(view.language, N_("Near what you wrote: {roles}."), roles=names)


def _near(view: View) -> tuple[list[str], list[str]]:
    """The near roles below the level of today's, and the others; those that fit best first."""
    lower: list[str] = []
    others: list[str] = []
    for each in view.fits.near[:NAMED]:
        below = view.fits.levels(view.catalog.head(each.role)) < 0
        (lower if below else others).append(each.role)
    return lower, others


def _told(view: View) -> list[str]:
    """The roles that are told with their reasons: the near ones at today's level or above.

    Where none is, those below; where no role is near, the nearest two.
    """
    lower, others = _near(view)
    return (others or lower or [each.role for each in view.fits.ranked[:2]])[: ROOMS[0].roles]


def _checked_title(view: View) -> Rows:
    """The title held today beside what is said to be done."""
    title, now, language = view.fits.title, view.fits.now, view.language
    label = language.say(N_("Your title"))
    if outside := view.fits.profile.outside:
        text = N_("“{title}” is in no guide; nothing is presumed from it")
        yield label, language.say(text, title=outside)
    if now is None:
        return
    if title is None:
        text = N_("{title}; too few activities are written to compare it with what you do")
        yield label, filled(language, text, title=view.role(now.id))
        return
    text = (
        N_("{title}; it fits what you do: {shared} of your {said} activities are in its sheet")
        if title.fits
        else N_(
            "{title}; what you do is nearer to {nearest}: {more} of your {said} activities are in "
            "that sheet, {shared} in yours"
        )
    )
    roles = {"title": view.role(now.id), "nearest": view.role(title.nearest.role)}
    counts = {"said": title.said, "shared": title.titled.shared, "more": title.nearest.shared}
    yield label, filled(language, text, **roles, **{k: str(n) for k, n in counts.items()})


def _note(view: View, fit: Fit) -> Iterator[str]:
    """How much one brings, in words, and how the role stands to that of today."""
    language = view.language
    ranked = next(each for each in view.fits.ranked if each.role == fit.head.id)
    yield language.say(
        N_("you bring {share} of what counts"), share=in_words(language, ranked.share)
    )
    if fit.step:
        origin, step = fit.step
        kind = language.say(labels.MOVES[step.move])
        yield language.say(N_("from {role} {move}"), role=view.short(origin), move=kind)
    if fit.levels > 0:
        yield language.count("{n} level higher", "{n} levels higher", fit.levels)
    elif fit.levels < 0:
        yield language.count("{n} level lower", "{n} levels lower", -fit.levels)


def _why(view: View, fit: Fit, room: Room) -> Rows:
    """What speaks for a role and what is missing."""
    language, say = view.language, view.language.say
    if brought := [*_brought(view, fit, room)]:
        yield say(N_("You bring")), clauses(language, brought)
    yield from _missing(view, fit, room)
    told: list[Inline] = []
    if fit.activities:
        own = sum(each.got == each.of for each in fit.activities)
        text = N_("{own} of its {all} activities")
        told.append(say(text, own=own, all=len(fit.activities)))
    told += [wish(view, each) for each in fit.wishes]
    if told:
        yield say(N_("Besides")), clauses(language, told)


def _brought(view: View, fit: Fit, room: Room) -> Iterator[Inline]:
    """The skills that are held as they are asked for: those that are said, those presumed."""
    said = _levels(view, fit.met(presumed=False))
    presumed = _levels(view, fit.met(presumed=True))
    if said:
        yield within(view.language, said, room.names)
    if presumed and (room.presumed or not said):
        shown = within(view.language, presumed, room.names)
        roles = dict.fromkeys(held.role or "" for held in fit.met(presumed=True).values())
        was, text = listed(map(view.short, roles)), N_("{skills} (from having been {roles})")
        yield filled(view.language, text, skills=shown, roles=was)


def _levels(view: View, skills: Mapping[str, Held]) -> list[Inline]:
    """Skills, each with its level."""
    return [
        concatenated(link(view.catalog, view.language, "skills", skill), f" {held.level}")
        for skill, held in skills.items()
    ]


def _missing(view: View, fit: Fit, room: Room) -> Rows:
    """The essential skills that are missing, and how many others."""
    language = view.language
    missing = [each for each in fit.skills if each.missing]
    essential = [_gap(view, each) for each in missing if each.need.weight == 3]
    rest = [_gap(view, each) for each in missing if each.need.weight != 3]
    parts: list[Inline] = []
    if essential:
        text = N_("essential: {skills}")
        parts.append(filled(language, text, skills=within(language, essential, room.names)))
    if rest:
        parts.append(_less(view, rest))
    if parts:
        yield language.say(N_("Missing")), clauses(language, parts)


def _less(view: View, skills: Sequence[Inline]) -> Inline:
    """The missing skills that are not essential: by name where there is room, else how many."""
    if view.page:
        return filled(view.language, LESS, skills=listed(skills))
    return view.language.count("{n} that matters less", "{n} that matter less", len(skills))


def _gap(view: View, each: SkillPoints) -> Inline:
    """A skill below the level asked for; a sign where nothing is known of it."""
    skill = link(view.catalog, view.language, "skills", each.skill)
    then, held = str(each.need.level), each.held
    if held is None:
        return filled(view.language, N_("{skill} {then} (unsaid)"), skill=skill, then=then)
    text = N_("{skill} from {now} to {then}")
    return filled(view.language, text, skill=skill, now=str(held.level), then=then)


def wish(view: View, each: WishPoints) -> str:
    """What a role says to a wish."""
    context = view.catalog.title("contexts", each.context, view.language) if each.context else ""
    return view.language.say(WISHED[each.name, each.met], context=context)


def _others(view: View, room: Room) -> Rows:
    """What is near but lower, where people usually go, where to begin, and what is excluded."""
    language, say = view.language, view.language.say
    lower, others = _near(view)
    if lower and others:
        names = [view.role(role) for role in lower]
        yield say(N_("Near, but lower")), within(language, names, room.names)
    if usual := [view.role(role) for role in _usual(view)]:
        yield say(N_("Usual, not near")), within(language, usual, room.names)
    if not view.fits.held:
        command = "roleguide list --level entry"
        yield say(N_("To begin")), say(N_("jobs that take beginners: {command}"), command=command)
    yield from _excluded(view, room)


def _usual(view: View) -> list[str]:
    """The usual next roles from that held today which are neither near nor excluded."""
    near = {each.role for each in view.fits.near}
    besides = near.union(each.role for each in view.fits.excluded)
    now = view.fits.profile.role
    steps = view.fits.steps.items()
    return [goal for goal, (origin, _) in steps if origin == now and goal not in besides]


def _excluded(view: View, room: Room) -> Rows:
    """The roles that a refusal excludes, by the first reason of each."""
    ordered = sorted(view.fits.excluded, key=lambda each: [*REFUSED].index(each.reasons[0].refused))
    groups = groupby(ordered, lambda each: each.reasons[0].refused)
    for refused, several in islice(groups, room.excluded):
        names = [view.role(each.role) for each in several]
        what = view.language.say(REFUSED[refused])
        shown = within(view.language, names, room.names)
        said = filled(view.language, N_("{what}: {roles}"), what=what, roles=shown)
        yield view.language.say(N_("Refused")), said


def _foot(view: View) -> Prose:
    """What this rests on, and where there is more."""
    language = view.language
    parts = [language.say(labels.REFLECTION), language.say(labels.KEPT)]
    for goal in _told(view)[:1]:
        file = typed(view.fits.file)
        words = f"move {goal} --me {file}" if view.fits.held else f"show {goal}"
        command = f"roleguide {words}"
        text = N_("Every point: {option}; more of the first: {command}")
        parts.append(language.say(text, option="--full", command=command))
    return Prose(" ".join(parts), tone="quiet")
