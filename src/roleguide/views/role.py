"""One role as a document: the whole sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
    Link,
    Meter,
    Panels,
    Prose,
    Row,
    Rows,
    bullets,
    entries,
    fields,
    headed,
    sections,
)
from roleguide.views.height import Extent
from roleguide.views.links import link, listed
from roleguide.views.role_screen import role_heading, role_screen, short_texts
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
    entry: RoleEntry, catalog: Catalog, language: Language, asked: Asked, extent: Extent
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
    """The sections, each under its heading; a field that nobody has written is left out."""
    role, catalog, language, _ = view
    say = language.say
    yield Fields(tuple(_facts(view)))
    yield from sections(
        language,
        (N_("The job"), _text(view, role.definition)),
        (N_("Where the week goes"), _text(view, role.focus)),
        (N_("What is in, what is out"), _text(view, role.scope)),
        (N_("Responsibilities"), [Entries(tuple(_responsibilities(view)))]),
    )
    yield from headed(Heading(say(N_("Skills")), say(SCALE)), _skills(view))
    yield from sections(
        language,
        (N_("Metrics"), fields(_metrics(view))),
        (N_("Tools"), _tools(view)),
        (N_("Decides alone"), _texts(view, (decision.text for decision in role.decides))),
        (N_("Conditions"), _texts(view, role.conditions)),
        (N_("Scenes"), _scenes(view)),
        (N_("In other worlds"), bullets(_figures(view))),
        (N_("What people get wrong"), entries(_misconceptions(view))),
        *career_sections(role, catalog, language),
        (N_("Other titles"), bullets(_titles(view))),
        (N_("In public classifications"), bullets(_crosswalk(view))),
        (N_("Sources"), _sources(view)),
    )
    yield from _state(view)


def _also(view: _View, asked: Asked) -> Iterator[Block]:
    """What else the title can mean; titles in use are seldom one job everywhere.

    A role's other titles have notes of their own: only the one on the title asked for fits here.
    """
    also = Prose(view.language.say(N_("The same title is also used for:")), tone="quiet")
    return headed(also, bullets(_meaning(view, other, asked.name) for other in asked.others))


def _meaning(view: _View, other: RoleEntry, asked: str) -> Item:
    of, title = view.language.of, other_title(other.role, asked)
    note = title.note if title and title.note else other.role.mission
    return Item(of(note), Link(f"{of(other.role.title.text)} ({other.id})", "roles", other.id))


def _facts(view: _View) -> Rows:
    role, catalog, language, _ = view
    for fact, of in FACTS.items():
        if fact != "focus" and (value := of(role)):
            name = labels.fact_name(language, fact)
            yield name, labels.fact_value(language, catalog, fact, value)
    yield from short_texts(role, language)


def _text(view: _View, text: Text | None) -> Iterator[Prose]:
    if text:
        yield Prose(view.language.of(text))


def _texts(view: _View, texts: Iterable[Text]) -> Iterator[Bullets]:
    return bullets(Item(view.language.of(text)) for text in texts)


def _responsibilities(view: _View) -> Iterator[Entry]:
    for activity, share in view.role.responsibilities.items():
        label = view.language.say(labels.PARTS[share.part])
        if share.over and share.over != view.role.over:
            label = f"{label} ({view.language.say(labels.REACHES[share.over])})"
        text = view.language.of(share.text) + variations(view.language, view.catalog, share)
        name = link(view.catalog, view.language, "activities", activity)
        yield Entry(name, (Item(text, label),))


def _skills(view: _View) -> Iterator[Block]:
    say = view.language.say
    rows = []
    for skill, need in view.role.skills.items():
        name = link(view.catalog, view.language, "skills", skill)
        rows.append(Row((name, Meter(need.level), say(labels.WEIGHTS[need.weight]))))
    columns = (Column(""), Column(say(N_("Level"))), Column(say(N_("Weight"))))
    yield Grid(columns, tuple(rows))
    yield from basics(view.role.family, view.catalog, view.language)


def _metrics(view: _View) -> Rows:
    for metric, tie in view.role.metrics.items():
        name = link(view.catalog, view.language, "metrics", metric)
        yield name, view.language.say(labels.TIES[tie])


def _tools(view: _View) -> Iterator[Prose]:
    if tools := view.role.tools:
        yield Prose(listed(link(view.catalog, view.language, "tools", tool) for tool in tools))


def _scenes(view: _View) -> Iterator[Panels]:
    contexts, scenes = view.catalog.sections.contexts, view.role.examples
    for context in view.catalog.by_position("contexts", scenes):
        opening = view.language.of(contexts[context].opening)
        yield Panels((Item(scene_text(view.language, scenes[context]), opening),))


def _figures(view: _View) -> Iterator[Item]:
    of, worlds, figures = view.language.of, view.catalog.sections.worlds, view.role.analogies
    for world in view.catalog.by_position("worlds", figures):
        text = f"{of(figures[world].figure)} – {of(figures[world].why)}"
        yield Item(text, of(worlds[world].name))


def _misconceptions(view: _View) -> Iterator[Entry]:
    of, label = view.language.of, view.language.say(N_("in fact"))
    for each in view.role.misconceptions:
        yield Entry(view.language.quote(of(each.belief)), (Item(of(each.truth), label),))


def _titles(view: _View) -> Iterator[Item]:
    for title in view.role.titles:
        yield Item(labels.title_use(view.language, title), title.text.text)


def _crosswalk(view: _View) -> Iterator[Item]:
    language = view.language
    for code in view.role.codes:
        name = " ".join(filter(None, (labels.SCHEMES.get(code.scheme, code.scheme), code.code)))
        label = f"{language.quote(code.label)}, " if code.label else ""
        verdict = language.label(language.say(labels.MATCHES[code.match]))
        yield Item(f"{label}{verdict} {language.of(code.why)}", name)


def _sources(view: _View) -> Iterator[Block]:
    used = dict.fromkeys(sources_in(view.role))
    yield from bullets(cited(s, view.catalog, view.language, whole=False) for s in used)
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
