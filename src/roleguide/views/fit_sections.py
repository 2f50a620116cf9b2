"""Every point of the roles beside a person, below the first screen; and how points are reckoned."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from roleguide.fits.points import ActivityPoints, SkillPoints, WishPoints
from roleguide.fits.result import Fit
from roleguide.language import N_
from roleguide.views import labels
from roleguide.views.document import Block, Cell, Column, Fields, Grid, Heading, Prose, Row, Table
from roleguide.views.fit import View, wish
from roleguide.views.links import filled, link

SHOWN: Final = 12
"""The roles of which every point is shown below the first screen."""


def whole(view: View) -> Iterator[Block]:
    """All ranked roles with their points, and every point of the first ones."""
    language, say = view.language, view.language.say
    if not view.fits.ranked:
        return
    yield Heading(say(N_("All roles that are not excluded")))
    figures = (Column(say(N_("points")), figures=True), Column(say(N_("of")), figures=True))
    columns = (Column(""), *figures, Column(say(N_("verdict"))))
    rows = []
    for each in view.fits.ranked:
        verdict = say(N_("near")) if each.near else say(N_("not near"))
        numbers = language.number(each.got, 1), language.number(each.of)
        rows.append(Row((view.role(each.role), *numbers, verdict)))
    yield Grid(columns, tuple(rows))
    for each in view.fits.ranked[:SHOWN]:
        yield from _points(view, view.fits.fit(each.role))


def _points(view: View, fit: Fit) -> Iterator[Block]:
    """Every point of a role."""
    say = view.language.say
    yield Heading(filled(view.language, N_("Every point: {role}"), role=view.role(fit.head.id)))
    figures = (Column(say(N_("points")), figures=True), Column(say(N_("of")), figures=True))
    columns = (Column(""), Column(say(N_("asked"))), Column(say(N_("yours"))), *figures)
    number = view.language.number
    rows = (Row((*_item(view, each), number(each.got, 1), str(each.of))) for each in fit.points)
    yield Grid(columns, tuple(rows))


def _item(view: View, each: SkillPoints | ActivityPoints | WishPoints) -> tuple[Cell, Cell, Cell]:
    """What counts, what is asked, and what the person has."""
    say, unsaid = view.language.say, view.language.say(N_("unsaid"))
    match each:
        case SkillPoints(skill, need, held):
            name = link(view.catalog, view.language, "skills", skill)
            weight = say(labels.WEIGHTS[need.weight])
            asked = view.language.listing([str(need.level), weight])
            return name, asked, _whose(view, str(held.level), held.role) if held else unsaid
        case ActivityPoints(activity, part, done):
            name = link(view.catalog, view.language, "activities", activity)
            yours = _whose(view, say(DOINGS[done.doing]), done.role) if done else unsaid
            return name, say(labels.PARTS[part]), yours
        case WishPoints():
            return say(N_("a wish")), wish(view, each), "–"


DOINGS: Final = {"owns": N_("owns"), "does": N_("does"), "helps": N_("helps")}
"""A person's part in an activity."""


def _whose(view: View, text: str, role: str | None) -> str:
    """What a person has, and from which role it is presumed."""
    if role is None:
        return text
    return view.language.say(N_("{text} (as {role})"), text=text, role=view.short(role))


def explanation(view: View) -> Iterator[Block]:
    """By which formulas the points are reckoned."""
    say = view.language.say
    yield Heading(say(N_("How the points are reckoned")))
    formulas = {
        N_("Skill"): N_(
            "worth × the lower of your level and the level asked ÷ the level asked; "
            "worth 9 if essential, 3 if important, 1 if useful"
        ),
        N_("Activity"): N_(
            "3 where the role answers for it or does it, and half of that if you "
            "helped; 1 where the role helps"
        ),
        N_("Wish"): N_("9 where the role’s sheet grants it, 0 where it denies it"),
        N_("Near"): N_("from half of a role’s points on"),
        N_("Presumed"): N_(
            "what you do not say yourself is taken from the sheets of the roles you "
            "held; a level less for one held under a year"
        ),
        N_("Title"): N_(
            "2 × activities in common ÷ (yours + the role’s), half for another part (Dice, 1945)"
        ),
    }
    yield Fields(tuple((say(label), say(text)) for label, text in formulas.items()))
    yield Prose(
        say(
            N_(
                "The sum is a weighted additive value (Keeney and Raiffa, 1976). The weights are "
                "the editors’ judgement, and a sheet is no measure of a person: read the reasons, "
                "not the sums."
            )
        ),
        tone="quiet",
    )


COLUMNS: Final = tuple("rank role title verdict points of essential_missing reasons".split())
"""The columns of rows: a role each, those that are excluded last."""


def table(view: View) -> Table:
    """All roles as rows."""
    rows = []
    titles = {head.id: view.language.of(head.role.title.text) for head in view.catalog.heads()}
    for at, each in enumerate(view.fits.ranked, 1):
        missing = view.fits.lacking(each.role)
        verdict = "near" if each.near else "not_near"
        numbers = (f"{each.got:.2f}", f"{each.of:g}", " ".join(missing))
        rows.append((str(at), each.role, titles[each.role], verdict, *numbers, ""))
    for out in view.fits.excluded:
        why = " ".join(dict.fromkeys(reason.refused for reason in out.reasons))
        rows.append(("", out.role, titles[out.role], "excluded", "", "", "", why))
    return Table(COLUMNS, tuple(rows))
