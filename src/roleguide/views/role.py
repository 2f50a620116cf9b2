"""One role as a document: the whole sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from roleguide.catalog import Catalog, RoleEntry
from roleguide.compare.rows import FACTS
from roleguide.language import N_, Language
from roleguide.model import Role, Text
from roleguide.name_matching import other_title
from roleguide.views import labels
from roleguide.views.basics import SCALE, basics
from roleguide.views.career import career_sections
from roleguide.views.comparison_sections import scene_text, variations
from roleguide.views.document import (
    Block,
    Bullets,
    Column,
    Document,
    Entries,
    Entry,
    Fields,
    Grid,
    Heading,
    Item,
    Line,
    Link,
    Meter,
    Panel,
    Panels,
    Prose,
    Row,
)
from roleguide.views.height import Extent
from roleguide.views.links import link, listed
from roleguide.views.role_screen import role_heading, role_screen
from roleguide.views.statements import cited, sources_in


class Asked(NamedTuple):
    """What a role was asked for by.

    Attributes:
        name: The name given.
        others: Other roles that it can mean.
    """

    name: str = ""
    others: tuple[RoleEntry, ...] = ()


class _View(NamedTuple):
    """What every section of the sheet needs."""

    role: Role
    catalog: Catalog
    language: Language
    guide: str


def role_view(
    entry: RoleEntry,
    catalog: Catalog,
    language: Language,
    asked: Asked = Asked(),  # noqa: B008 — immutable
    extent: Extent = "whole",
) -> Document:
    """A role's first screen, or its sheet.

    Args:
        entry: The role.
        catalog: The guides in effect.
        language: The language to say it in.
        asked: What it was asked for by.
        extent: How much of it.
    """
    view = _View(entry.role, catalog, language, entry.guide)
    title = language.of(entry.role.title.text)
    others = tuple(_also(view, asked))
    if extent == "whole":
        head = role_heading(entry, catalog, language)
        return Document(title, language, (head, *others, *_lead(view), *_sheet(view)))
    page = extent == "page"
    first = tuple(role_screen(entry, catalog, language, others, page=page))
    return Document(title, language, first, rest=tuple(_sheet(view)) if page else ())


def _lead(view: _View) -> Iterator[Prose]:
    """What the job is, in plain words and in its mission's."""
    if view.role.plain:
        yield Prose(view.language.of(view.role.plain), tone="lead")
    yield Prose(view.language.of(view.role.mission), tone="lead")


def _sheet(view: _View) -> Iterator[Block]:
    """The sections."""
    for section in (
        _facts,
        _definition,
        _responsibilities,
        _skills,
        _figures,
        _decisions,
        _scenes,
        _worlds,
        _misconceptions,
        _career,
        _titles,
        _crosswalk,
        _sources,
        _state,
    ):
        yield from section(view)


def _also(view: _View, asked: Asked) -> Iterator[Block]:
    """What else the title can mean; titles in use are seldom one job everywhere.

    A role's other titles have notes of their own: only the one on the title asked for fits here.
    """
    if not asked.others:
        return
    say, of = view.language.say, view.language.of
    yield Prose(say(N_("The same title is also used for:")), tone="quiet")
    items = []
    for other in asked.others:
        title = other_title(other.role, asked.name)
        note = title.note if title and title.note else other.role.mission
        items.append(
            Item(of(note), Link(f"{of(other.role.title.text)} ({other.id})", "roles", other.id))
        )
    yield Bullets(tuple(items))


def _facts(view: _View) -> Iterator[Block]:
    role, catalog, language, _ = view
    say = language.say
    rows = [
        (say(labels.FACTS[fact]), labels.fact_value(language, catalog, fact, value))
        for fact, of in FACTS.items()
        if fact != "focus" and (value := of(role))
    ]
    if role.ad:
        rows.append((say(N_("In an ad")), language.of(role.ad)))
    if role.varies:
        rows.append((say(N_("It varies")), language.of(role.varies)))
    yield Fields(tuple(rows))


def _definition(view: _View) -> Iterator[Block]:
    role, say = view.role, view.language.say
    for heading, text in (
        (N_("The job"), role.definition),
        (N_("Where the week goes"), role.focus),
        (N_("What is in, what is out"), role.scope),
    ):
        if text:
            yield Heading(say(heading))
            yield Prose(view.language.of(text))


def _responsibilities(view: _View) -> Iterator[Block]:
    yield Heading(view.language.say(N_("Responsibilities")))
    entries = []
    for activity, share in view.role.responsibilities.items():
        label = view.language.say(labels.PARTS[share.part])
        if share.over and share.over != view.role.over:
            label = f"{label} ({view.language.say(labels.REACHES[share.over])})"
        text = view.language.of(share.text) + variations(view.language, view.catalog, share)
        name = link(view.catalog, view.language, "activities", activity)
        entries.append(Entry(name, (Line(label, text),)))
    yield Entries(tuple(entries))


def _skills(view: _View) -> Iterator[Block]:
    say = view.language.say
    yield Heading(say(N_("Skills")), say(SCALE))
    yield Grid(
        (Column(""), Column(say(N_("Level"))), Column(say(N_("Weight")))),
        tuple(
            Row(
                (
                    link(view.catalog, view.language, "skills", skill),
                    Meter(need.level),
                    say(labels.WEIGHTS[need.weight]),
                )
            )
            for skill, need in view.role.skills.items()
        ),
    )
    yield from basics(view.role.family, view.catalog, view.language)


def _figures(view: _View) -> Iterator[Block]:
    say, catalog, language = view.language.say, view.catalog, view.language
    if view.role.metrics:
        yield Heading(say(N_("Metrics")))
        yield Fields(
            tuple(
                (link(catalog, language, "metrics", metric), say(labels.TIES[tie]))
                for metric, tie in view.role.metrics.items()
            )
        )
    if view.role.tools:
        yield Heading(say(N_("Tools")))
        yield Prose(listed(link(catalog, language, "tools", tool) for tool in view.role.tools))


def _texts(view: _View, heading: str, texts: tuple[Text, ...]) -> Iterator[Block]:
    if texts:
        yield Heading(view.language.say(heading))
        yield Bullets(tuple(Item(view.language.of(text)) for text in texts))


def _decisions(view: _View) -> Iterator[Block]:
    decides = tuple(decision.text for decision in view.role.decides)
    yield from _texts(view, N_("Decides alone"), decides)
    yield from _texts(view, N_("Conditions"), view.role.conditions)


def _career(view: _View) -> Iterator[Block]:
    yield from career_sections(view.role, view.catalog, view.language)


def _scenes(view: _View) -> Iterator[Block]:
    contexts = view.catalog.sections.contexts
    scenes = view.role.examples
    if not scenes:
        return
    yield Heading(view.language.say(N_("Scenes")))
    for context in view.catalog.by_position("contexts", scenes):
        yield Panels(
            (
                Panel(
                    scene_text(view.language, scenes[context]),
                    view.language.of(contexts[context].opening),
                ),
            )
        )


def _worlds(view: _View) -> Iterator[Block]:
    worlds = view.catalog.sections.worlds
    figures = view.role.analogies
    if not figures:
        return
    of = view.language.of
    yield Heading(view.language.say(N_("In other worlds")))
    yield Bullets(
        tuple(
            Item(
                f"{of(figures[world].figure)} – {of(figures[world].why)}",
                of(worlds[world].name),
            )
            for world in view.catalog.by_position("worlds", figures)
        )
    )


def _misconceptions(view: _View) -> Iterator[Block]:
    if not view.role.misconceptions:
        return
    say, of = view.language.say, view.language.of
    yield Heading(say(N_("What people get wrong")))
    yield Entries(
        tuple(
            Entry(view.language.quote(of(m.belief)), (Line(say(N_("in fact")), of(m.truth)),))
            for m in view.role.misconceptions
        )
    )


def _titles(view: _View) -> Iterator[Block]:
    if not view.role.titles:
        return
    yield Heading(view.language.say(N_("Other titles")))
    yield Bullets(
        tuple(
            Item(labels.title_use(view.language, title), title.text.text)
            for title in view.role.titles
        )
    )


def _crosswalk(view: _View) -> Iterator[Block]:
    if not view.role.codes:
        return
    say = view.language.say
    yield Heading(say(N_("In public classifications")))
    items = []
    for code in view.role.codes:
        name = " ".join(
            part for part in (labels.SCHEMES.get(code.scheme, code.scheme), code.code) if part
        )
        label = f"{view.language.quote(code.label)}, " if code.label else ""
        verdict = say(labels.MATCHES[code.match])
        text = f"{label}{view.language.label(verdict)} {view.language.of(code.why)}"
        items.append(Item(text, name))
    yield Bullets(tuple(items))


def _sources(view: _View) -> Iterator[Block]:
    used = dict.fromkeys(sources_in(view.role))
    yield Heading(view.language.say(N_("Sources")))
    if used:
        yield Bullets(tuple(cited(s, view.catalog, view.language, whole=False) for s in used))
    editors = N_("Where no source is named: the editors’ judgement; no study behind it.")
    yield Prose(view.language.say(editors), tone="quiet")


def _state(view: _View) -> Iterator[Block]:
    """The edition of the role's guide, and when somebody last reviewed the role."""
    say, edition = view.language.say, view.catalog.edition(view.guide)
    parts = []
    if edition:
        parts.append(say(N_("Guide {guide}, edition {edition}"), guide=view.guide, edition=edition))
    if view.role.reviewed:
        month = view.language.date(view.role.reviewed)
        parts.append(say(N_("last reviewed: {month}"), month=month))
    if parts:
        yield Prose(view.language.capitalized(view.language.clauses(parts)), tone="quiet")
