"""The first screen of a role: what the job is, what it does and needs, how one comes to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from roleguide.catalog import Catalog, RoleEntry
from roleguide.compare.rows import FACTS
from roleguide.guide_paths import STANDARD
from roleguide.language import N_, Language
from roleguide.model import OWNING, OWNING_OR_DOING, Part, Role, Usage
from roleguide.views import labels
from roleguide.views.career import onward
from roleguide.views.document import Block, Heading, Inline, Link, Prose, Rows, fields
from roleguide.views.height import LINES, WORDS, fitting
from roleguide.views.links import ALL, concatenated, either, filled, link, linked, within
from roleguide.views.pay import figures_of, pay_lines
from roleguide.views.statements import briefly

PARTS: Final[Mapping[str, frozenset[Part]]] = {
    N_("Responsible for"): OWNING,
    N_("Also does"): OWNING_OR_DOING - OWNING,
}
"""The parts that are shown: what the role answers for, and what it does while another does."""

SCALE: Final = N_(
    "Skills: 1 basics, 2 easy cases, 3 usual cases, 4 hard cases, 5 sets the standard."
)
"""What the levels of skills mean, in a line."""

BASIS: Final = N_("describes common practice; editors’ judgement where no source is named")
"""What a role's rows rest on."""

MOVES: Final = N_("where people go from here, and come from")
"""What the page on next jobs is about, for readers of pages."""

NEAR: Final[Sequence[Usage]] = ("same-job", "overlapping", "distinct")
"""How two titles of a pair are used, those first that are most easily taken for each other."""


class _Room(NamedTuple):
    """How much a row of names may take.

    Attributes:
        work: The characters of what it answers for, does and must be able to do.
        career: The characters of the jobs before and after it, in a row.
        compared: How many roles are named that it is compared with.
    """

    work: int
    career: int
    compared: int


ROOMS: Final = (
    _Room(150, 150, 4),
    _Room(150, 90, 4),
    _Room(150, 70, 3),
    _Room(120, 70, 3),
    _Room(120, 50, 2),
    _Room(90, 50, 2),
    _Room(60, 50, 2),
)
"""From about two lines of names down to one; the work is what gives way last."""

WHOLE: Final = _Room(ALL, ALL, ALL)


class _View(NamedTuple):
    """What every row needs."""

    entry: RoleEntry
    catalog: Catalog
    language: Language
    room: _Room
    page: bool

    @property
    def standard(self) -> bool:
        """Whether it is a role as it usually is; one of a company's own is as it is there."""
        return self.entry.guide == STANDARD


def role_heading(entry: RoleEntry, catalog: Catalog, language: Language) -> Heading:
    """A role's title, its id and its family."""
    family = catalog.title("families", entry.role.family, language)
    title = Link(language.of(entry.role.title.text), "roles", entry.id)
    return Heading(title, f"{labels.shown_id(entry)} · {family}", level=1)


def short_texts(role: Role, language: Language) -> Rows:
    """How an advertisement gives the job away, and how it differs among companies."""
    for label, text in ((N_("In an ad"), role.ad), (N_("It varies"), role.varies)):
        if text:
            yield language.say(label), language.of(text)


def role_screen(
    entry: RoleEntry, catalog: Catalog, language: Language, also: Sequence[Block], *, page: bool
) -> Sequence[Block]:
    """What decides, in the order in which people ask, as long as one screen.

    Args:
        entry: The role.
        catalog: The guides in effect.
        language: The language to say it in.
        also: What else its name may mean.
        page: Whether the whole sheet stands below.
    """
    rooms = (WHOLE,) if page else ROOMS
    views = (_View(entry, catalog, language, room, page) for room in rooms)
    return fitting(([*_page(view, also)] for view in views), LINES, WORDS)


def _page(view: _View, also: Sequence[Block]) -> Iterator[Block]:
    entry, catalog, language = view[:3]
    yield role_heading(entry, catalog, language)
    yield from also
    yield Prose(language.of(entry.role.plain or entry.role.mission), tone="lead")
    if view.page:
        yield from _also_called(view)
    for rows in (_glance(view), _work(view), _pay_hiring_and_moves(view)):
        yield from fields(rows)
    yield from _foot(view)


def _also_called(view: _View) -> Iterator[Prose]:
    """Its short name and its other titles in the reader's language, without rare and dated ones.

    A page has room for them beside its heading; its section on titles has them all.
    """
    role, language = view.entry.role, view.language
    own = language.of(role.title.text)
    said = [labels.short_name(language, view.entry)]
    said += [
        title.text.text
        for title in sorted(role.titles, key=lambda title: title.use != "usual")
        if title.use not in ("rare", "dated") and title.lang.startswith(language.base)
    ]
    if titles := [title for title in dict.fromkeys(said) if title != own]:
        text = N_("Also called: {titles}")
        yield Prose(language.say(text, titles=", ".join(titles)), tone="quiet")


def _glance(view: _View) -> Rows:
    """How an advertisement gives the job away, and where it stands."""
    role, language = view.entry.role, view.language
    yield from short_texts(role, language)
    for fact in ("level", "number", "leads"):
        if value := FACTS[fact](role):
            said = labels.fact_value(language, view.catalog, fact, value)
            if fact == "level" and role.level.low != role.level.high:
                said = filled(language, N_("from {levels}"), levels=said)
            yield labels.fact_name(language, fact), said
    if role.reports_to:
        managers = [labels.neighbour(language, view.catalog, n) for n in role.reports_to]
        posts = either(language, managers)
        if view.standard:
            posts = filled(language, N_("usually {posts}"), posts=posts)
        yield labels.fact_name(language, "reports_to"), posts


def _work(view: _View) -> Rows:
    """What it answers for and carries out, and the skills that matter most."""
    role, language = view.entry.role, view.language
    owns = any(share.part in OWNING for share in role.responsibilities.values())
    for label, parts in PARTS.items() if owns else [(N_("Does"), OWNING_OR_DOING)]:
        shares = role.responsibilities.items()
        ids = [activity for activity, share in shares if share.part in parts]
        if names := [link(view.catalog, language, "activities", i) for i in ids]:
            yield language.say(label), within(language, names, view.room.work)
    if skills := [*_skills(view)]:
        yield language.say(N_("Key skills, 1–5")), within(language, skills, view.room.work)


def _skills(view: _View) -> Iterator[Inline]:
    """What the role needs most, the highest level first; of a role with less, all that there is."""
    needs = view.entry.role.skills
    most = max((need.weight for need in needs.values()), default=0)
    key = [skill for skill, need in needs.items() if need.weight == most]
    for skill in sorted(key, key=lambda skill: -needs[skill].level):
        name = link(view.catalog, view.language, "skills", skill)
        yield concatenated(name, f" {needs[skill].level}")


def _pay_hiring_and_moves(view: _View) -> Rows:
    """Pay, when to hire, ways in and on, and which jobs it is confused with."""
    role, language, catalog = view.entry.role, view.language, view.catalog
    if role.pay and role.pay.mix:
        yield language.say(N_("Pay")), language.of(role.pay.mix)
        if figures := pay_lines([view.entry], [""], catalog, language, abroad=False):
            yield language.say(N_("Pay figures")), figures
    yield from _hiring(view)
    if role.comes_from:
        origins = [labels.neighbour(language, catalog, origin) for origin in role.comes_from]
        yield language.say(N_("Often comes from")), within(language, origins, view.room.career)
    yield from _steps(view)
    if others := [*_compared(view)]:
        shown = others[: view.room.compared]
        yield language.say(N_("Compare with")), within(language, shown, ALL)


def _steps(view: _View) -> Rows:
    """The roles that a career goes on to by the kind of step, and the job outside the guide."""
    language, role = view.language, view.entry.role
    for move, label in labels.MOVES_TO.items():
        outside = [language.of(role.beyond)] if move == "up" and role.beyond else []
        if targets := [*outside, *onward(role, move, view.catalog, language)]:
            yield language.say(label), within(language, targets, view.room.career)


def _hiring(view: _View) -> Rows:
    """The sign that the job is needed, and the wrong reason."""
    if hiring := view.entry.role.hiring:
        said = (N_("Hire when"), hiring.sign), (N_("Do not hire"), hiring.too_early)
        yield from briefly(view.language, view.catalog, *said)


def _compared(view: _View) -> Iterator[Inline]:
    """The roles with which it forms a written pair, those first that are most like it.

    Each leads to the comparison.
    """
    own, pairs = view.entry.id, view.catalog.sections.pairs
    found = [identifier for identifier in pairs if own in identifier.split("--")]
    for identifier in sorted(found, key=lambda pair: NEAR.index(pairs[pair].usage.kind)):
        one, _, two = identifier.partition("--")
        other = two if own == one else one
        title = view.catalog.title("roles", other, view.language)
        yield Link(title, "compare", f"{own}--{other}")


def _foot(view: _View) -> Iterator[Prose]:
    """What this rests on, and where there is more."""
    language, role = view.language, view.entry.role
    if role.skills:
        yield Prose(language.say(SCALE), tone="quiet")
    parts = [language.say(BASIS)] if view.standard else []
    if role.reviewed:
        parts.append(language.say(N_("reviewed {month}"), month=language.date(role.reviewed)))
    if parts:
        yield Prose(language.capitalized(language.clauses(parts)), tone="quiet")
    shown = labels.shown_id(view.entry)
    links = [Link(f"roleguide next {shown}", "next", view.entry.id, language.say(MOVES))]
    more = [language.say(N_("more on next jobs: {command}"), command=links[0].text)]
    if figures_of(view.entry):
        links.append(Link(f"roleguide pay {shown}", "pay", view.entry.id, language.say(N_("Pay"))))
        more.append(language.say(N_("on pay: {command}"), command=links[1].text))
    if not view.page:
        whole = f"roleguide show {shown} --full"
        more.append(language.say(N_("everything: {option}"), option=whole))
    yield Prose(linked(language.capitalized(language.clauses(more)), links), tone="quiet")
