"""The first screen of a role: what the job is, what it does and needs, how one comes to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from roleguide.catalog import Catalog, RoleEntry
from roleguide.language import N_, Language
from roleguide.model import Part, Statement
from roleguide.views import labels
from roleguide.views.document import Block, Fields, Heading, Inline, Link, Prose
from roleguide.views.height import LINES, WORDS, fitting
from roleguide.views.links import ALL, concatenated, link, linked, within
from roleguide.views.pay import figures_of, pay_lines
from roleguide.views.statements import in_brief

Rows = Iterator[tuple[Inline, Inline]]

NAMES: Final = (240, 150, 75)
"""How many characters of names stand in a row: about three lines, two, or one."""

PARTS: Final[Sequence[tuple[Part, ...]]] = (
    ("accountable", "both"),
    ("responsible",),
    ("supports",),
)
"""The parts that are shown: what the role owns, what it does for others, where it helps."""


class _View(NamedTuple):
    """What every row needs."""

    entry: RoleEntry
    catalog: Catalog
    language: Language
    names: int
    page: bool


def role_heading(entry: RoleEntry, catalog: Catalog, language: Language) -> Heading:
    """A role's title, its id and its family."""
    family = language.of(catalog.sections.families[entry.role.family].name)
    title = Link(language.of(entry.role.title.text), "roles", entry.id)
    return Heading(title, f"{labels.shown_id(entry)} · {family}", level=1)


def role_screen(
    entry: RoleEntry,
    catalog: Catalog,
    language: Language,
    also: Sequence[Block],
    *,
    page: bool = False,
) -> Sequence[Block]:
    """What decides, in the order in which people ask, as long as one screen.

    Args:
        entry: The role.
        catalog: The guides in effect.
        language: The language to say it in.
        also: What else its name may mean.
        page: Whether the whole sheet stands below.
    """
    rooms = (ALL,) if page else NAMES
    views = (_View(entry, catalog, language, names, page) for names in rooms)
    return fitting(([*_page(view, also)] for view in views), LINES, WORDS)


def _page(view: _View, also: Sequence[Block]) -> Iterator[Block]:
    entry, catalog, language = view[:3]
    yield role_heading(entry, catalog, language)
    yield from also
    yield Prose(language.of(entry.role.plain or entry.role.mission), tone="lead")
    if view.page:
        yield from _also_called(view)
    for rows in (_glance(view), _work(view), _next_step(view)):
        if found := tuple(rows):
            yield Fields(found)
    yield _foot(view)


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
    role, say = view.entry.role, view.language.say
    if role.ad:
        yield say(N_("In an ad")), view.language.of(role.ad)
    yield say(labels.FACTS["level"]), labels.level(view.language, role.level)
    if role.number:
        yield say(labels.FACTS["number"]), labels.number(view.language, role.number)
    if role.leads:
        yield say(labels.FACTS["leads"]), labels.leads(view.language, view.catalog, role.leads)
    if role.reports_to:
        managers = [labels.neighbour(view.language, view.catalog, n) for n in role.reports_to]
        yield say(labels.FACTS["reports_to"]), within(view.language, managers, view.names)


def _work(view: _View) -> Rows:
    """What it owns, does and helps with, and the skills that matter most."""
    role, language = view.entry.role, view.language
    for parts in PARTS:
        names = [
            link(view.catalog, language, "activities", activity)
            for activity, share in role.responsibilities.items()
            if share.part in parts
        ]
        if names:
            label = language.capitalized(language.say(labels.PARTS[parts[0]]))
            yield label, within(language, names, view.names)
    needs = role.skills
    essential = sorted(needs, key=lambda skill: (-needs[skill].weight, -needs[skill].level))
    names_of_skills = [
        concatenated(link(view.catalog, language, "skills", s), f" {needs[s].level}")
        for s in essential
    ]
    yield language.say(N_("Skills, 1 to 5")), within(language, names_of_skills, view.names)


def _next_step(view: _View) -> Rows:
    """Pay, when to hire, ways in and on, and which jobs it is confused with."""
    role, language, catalog = view.entry.role, view.language, view.catalog
    if role.pay and role.pay.mix:
        yield language.say(N_("Pay")), language.of(role.pay.mix)
        figures = pay_lines([view.entry], [""], catalog, language)
        yield language.say(N_("Statistic")), figures or _wider_groups(view)
    yield from _hiring(view)
    if role.comes_from:
        origins = [labels.neighbour(language, catalog, origin) for origin in role.comes_from]
        yield language.say(N_("Comes from")), within(language, origins, view.names)
    if role.leads_to:
        targets = [link(catalog, language, "roles", target) for target in role.leads_to]
        yield language.say(N_("Goes on to")), within(language, targets, view.names)
    if confused := [*_confused(view)]:
        yield language.say(N_("Confused with")), within(language, confused, view.names)


def _wider_groups(view: _View) -> Inline:
    """That no statistic counts this job alone, and where those are that count it among others."""
    language = view.language
    if not figures_of(view.entry):
        return language.say(N_("no statistic"))
    command = f"roleguide pay {labels.shown_id(view.entry)}"
    text = language.say(N_("none counts this job alone; wider groups: {command}"), command=command)
    return linked(text, [Link(command, "pay", view.entry.id, language.say(N_("Pay")))])


def _hiring(view: _View) -> Rows:
    """The sign that the job is needed, and the wrong reason."""
    if hiring := view.entry.role.hiring:
        said: list[tuple[str, Statement | None]] = [
            (N_("Hire when"), hiring.sign),
            (N_("Do not hire"), hiring.too_early),
        ]
        for label, text in said:
            if text:
                yield view.language.say(label), in_brief(view.language, view.catalog, text)


def _confused(view: _View) -> Iterator[Inline]:
    """The roles with which it forms a written pair."""
    own = view.entry.id
    for identifier in view.catalog.sections.pairs:
        one, _, other = identifier.partition("--")
        if own in (one, other):
            yield link(view.catalog, view.language, "roles", other if own == one else one)


def _foot(view: _View) -> Prose:
    """What this rests on, and where there is more."""
    language, role = view.language, view.entry.role
    parts = []
    if role.reviewed:
        parts.append(language.say(N_("reviewed {month}"), month=language.date(role.reviewed)))
    parts.append(language.say(N_("editors’ judgement where no source is named")))
    name = language.say(N_("where people go from here, and come from"))
    command = f"roleguide next {labels.shown_id(view.entry)}"
    moves = Link(command, "next", view.entry.id, name)
    parts.append(language.say(N_("moves: {command}"), command=moves.text))
    if not view.page:
        parts.append(language.say(N_("everything: {option}"), option="--full"))
    return Prose(linked(language.capitalized(language.clauses(parts)), [moves]), tone="quiet")
