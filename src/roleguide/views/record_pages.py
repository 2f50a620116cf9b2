"""Skills, metrics, tools, contexts, worlds, families and terms as documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from roleguide.catalog import Catalog
from roleguide.language import N_, Language
from roleguide.model import Role, Sense
from roleguide.name_matching import fold
from roleguide.sections import NAMED
from roleguide.views import labels
from roleguide.views.activities import who_view
from roleguide.views.basics import SCALE, basics
from roleguide.views.document import (
    Block,
    Column,
    Document,
    Fields,
    Heading,
    Inline,
    Item,
    Link,
    Meter,
    Prose,
    Row,
    bullets,
    fields,
    grid,
    headed,
    sections,
)
from roleguide.views.links import filled, link, listed
from roleguide.views.listings import list_view, or_nothing


def _page(
    record: tuple[str, str],
    catalog: Catalog,
    language: Language,
    blocks: Iterable[Block] = (),
    notes: Iterable[str] = (),
) -> Document:
    """The page of a record: its name with its id and some notes, its definition, and the rest."""
    section, identifier = record
    name = link(catalog, language, section, identifier)
    head = Heading(name, " · ".join((identifier, *notes)), level=1)
    definition = getattr(getattr(catalog.sections, section)[identifier], "definition", None)
    lead = [Prose(language.of(definition), tone="lead")] if definition else []
    return Document(name.text, language, (head, *lead, *blocks))


def _users(catalog: Catalog, section: str, identifier: str) -> list[tuple[str, Role]]:
    """The roles that name a record, by id."""
    return [(i, catalog.entry(i).role) for i in catalog.users(section, identifier)]


def _linked(section: str, ids: Iterable[str], catalog: Catalog, language: Language) -> Inline:
    """The names of records in a row; empty where there are none."""
    return listed(link(catalog, language, section, i) for i in ids)


def skill_view(identifier: str, catalog: Catalog, language: Language) -> Document:
    """A skill: what it is, its five levels, and the roles that need it, most demanding first."""
    skill, say, of = catalog.sections.skills[identifier], language.say, language.of
    levels = (Item(of(text), str(level)) for level, text in sorted(skill.levels.items()))
    needs = catalog.needs()
    needing = {i: needs[i][identifier] for i in catalog.users("skills", identifier)}
    rows = []
    for i, need in sorted(
        needing.items(), key=lambda each: (-each[1].level, -each[1].weight, each[0])
    ):
        name = link(catalog, language, "roles", i)
        rows.append(Row((name, Meter(need.level), say(labels.WEIGHTS[need.weight]))))
    columns = (Column(""), Column(say(N_("Level"))), Column(say(N_("Weight"))))
    blocks = (
        *sections(language, (N_("Levels"), bullets(levels))),
        *headed(Heading(say(N_("Roles that need it")), say(SCALE)), grid(columns, rows)),
        *_basic_to(identifier, catalog, language),
    )
    notes = catalog.title("families", skill.family, language), say(labels.SKILL_KINDS[skill.kind])
    return _page(("skills", identifier), catalog, language, blocks, notes)


def _basic_to(skill: str, catalog: Catalog, language: Language) -> Iterator[Block]:
    """The families of roles to which a skill is basic, if there are any."""
    families = catalog.sections.families
    ids = [family for family in families if skill in families[family].basics]
    if ids:
        named = _linked("families", ids, catalog, language)
        line = N_("Basic to every role in these families: {families}")
        yield Prose(filled(language, line, families=named), tone="quiet")


def metric_view(identifier: str, catalog: Catalog, language: Language) -> Document:
    """A metric: what it tells, its formula, who is judged on it."""
    metric, say, of = catalog.sections.metrics[identifier], language.say, language.of
    rows: list[tuple[str, Inline]] = [
        (N_("Formula"), of(metric.formula)),
        (N_("Unit"), say(labels.UNITS[metric.unit])),
        (N_("Direction"), say(labels.BETTER[metric.better])),
        (N_("Watch out"), of(metric.note or {})),
    ]
    users, ties = catalog.users("metrics", identifier), catalog.ties()
    for tie, head in _TIE_HEADS.items():
        tied = (i for i in users if ties[i][identifier] == tie)
        rows.append((head, _linked("roles", tied, catalog, language)))
    rows.append((N_("Moved by"), _linked("activities", metric.moved_by, catalog, language)))
    known = fields((say(label), text) for label, text in rows if text)
    notes = [of(metric.short)] if metric.short else []
    return _page(("metrics", identifier), catalog, language, known, notes)


_TIE_HEADS: Final = {
    "carries": N_("Carried by"),
    "shares": N_("Shared by"),
    "watches": N_("Watched by"),
}


def tool_view(identifier: str, catalog: Catalog, language: Language) -> Document:
    """A kind of tool, and who works with it."""
    tool, users = catalog.sections.tools[identifier], catalog.users("tools", identifier)
    rows: list[tuple[Inline, Inline]] = []
    if tool.examples:
        rows.append((language.say(N_("For example")), language.listing(tool.examples)))
    if users:
        rows.append((language.say(N_("Used by")), _linked("roles", users, catalog, language)))
    family = catalog.title("families", tool.family, language)
    return _page(("tools", identifier), catalog, language, [Fields(tuple(rows))], [family])


def context_view(identifier: str, catalog: Catalog, language: Language) -> Document:
    """A context, and which roles are absent there."""
    users = _users(catalog, "contexts", identifier)
    absent = [i for i, role in users if role.examples[identifier].absent]
    named = [Prose(_linked("roles", absent, catalog, language))] if absent else []
    blocks = sections(language, (N_("Roles usually absent here"), named))
    return _page(("contexts", identifier), catalog, language, blocks)


def world_view(identifier: str, catalog: Catalog, language: Language) -> Document:
    """A world, with the figure of each role in it."""
    world, of = catalog.sections.worlds[identifier], language.of
    figures = []
    for i, role in _users(catalog, "worlds", identifier):
        figure, name = role.analogies[identifier], link(catalog, language, "roles", i)
        figures.append(Item(f"{of(figure.figure)} – {of(figure.why)}", name))
    opening = Prose(language.label(of(world.opening)), tone="lead")
    shown = or_nothing([*bullets(figures)], language)
    return _page(("worlds", identifier), catalog, language, (opening, *shown))


def family_view(identifier: str, catalog: Catalog, language: Language) -> Document:
    """A family, with its members."""
    section = catalog.sections.families[identifier].of
    members = (
        Item(link(catalog, language, section, i), i)
        for i, record in getattr(catalog.sections, section).items()
        if record.family == identifier
    )
    shown = or_nothing([*bullets(members)], language)
    blocks = (*basics(identifier, catalog, language), *shown)
    return _page(("families", identifier), catalog, language, blocks)


def term_view(identifier: str, catalog: Catalog, language: Language) -> Document:
    """A term, with every sense, most usual first."""
    term, say, of = catalog.sections.terms[identifier], language.say, language.of
    also = language.listing(term.also)
    note = language.count("{n} meaning", "{n} meanings", len(term.senses))
    name = Link(of(term.name), "terms", identifier)
    blocks: list[Block] = [Heading(name, note if len(term.senses) > 1 else "", level=1)]
    if also:
        blocks.append(Prose(say(N_("Also: {names}"), names=also), tone="quiet"))
    for sense in term.senses:
        blocks += _sense(sense, catalog, language)
    if term.see:
        names = _linked("terms", term.see, catalog, language)
        blocks.append(Prose(filled(language, N_("See also: {names}"), names=names), tone="quiet"))
    return Document(name.text, language, tuple(blocks))


def _sense(sense: Sense, catalog: Catalog, language: Language) -> Iterator[Block]:
    note = _sense_note(sense, language)
    if name := sense.name or sense.field:
        yield Heading(language.capitalized(language.of(name)), note)
    elif note:
        yield Prose(note, tone="quiet")
    yield Prose(language.of(sense.meaning))
    if more := _more(sense):
        section, identifier = more
        title = catalog.title(section, identifier, language)
        command = Link(f"roleguide show {identifier}", section, identifier, title)
        yield Prose(command, tone="quiet")


def _sense_note(sense: Sense, language: Language) -> str:
    parts = [language.of(sense.field)] if sense.field and sense.name else []
    if sense.use:
        parts.append(language.say(labels.USES[sense.use]))
    return " · ".join(parts)


def _more(sense: Sense) -> tuple[str, str] | None:
    """What `show` says more about: its section and its id."""
    named = {
        "roles": sense.role,
        "metrics": sense.metric,
        "activities": sense.activity,
        "skills": sense.skill,
        "tools": sense.tool,
    }
    return next(((section, i) for section, i in named.items() if i), None)


def terms_view(catalog: Catalog, language: Language) -> Document:
    """Every term, in the language's alphabet."""
    of = language.of
    terms = sorted(catalog.sections.terms.items(), key=lambda pair: fold(of(pair[1].name)))
    rows = [
        (i, of(term.name), of(term.senses[0].name or term.senses[0].meaning)) for i, term in terms
    ]
    head = Heading(language.say(N_("Terms")), language.count("{n} term", "{n} terms", len(rows)), 1)
    named = (Row((Link(name, "terms", i), sense)) for i, name, sense in rows)
    blocks = [*grid((Column(""), Column("", wide=True)), named)]
    return list_view(head, blocks, ("id", "name", "meaning"), rows, language)


def _any_view(section: str) -> Callable[[str, Catalog, Language], Document]:
    """The view of records that have none of their own: their name, and their definition if any."""

    def view(identifier: str, catalog: Catalog, language: Language) -> Document:
        return _page((section, identifier), catalog, language)

    return view


_OWN_VIEWS: Final[Mapping[str, Callable[[str, Catalog, Language], Document]]] = {
    "activities": who_view,
    "skills": skill_view,
    "metrics": metric_view,
    "tools": tool_view,
    "contexts": context_view,
    "worlds": world_view,
    "families": family_view,
    "terms": term_view,
}

RECORD_VIEWS: Final[Mapping[str, Callable[[str, Catalog, Language], Document]]] = {
    section: _OWN_VIEWS.get(section) or _any_view(section)
    for section in NAMED
    if section != "roles"
}
"""The view of a record, by its section."""
