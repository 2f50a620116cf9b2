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
    Bullets,
    Column,
    Document,
    Fields,
    Grid,
    Heading,
    Inline,
    Item,
    Link,
    Meter,
    Prose,
    Row,
)
from roleguide.views.links import filled, link, listed
from roleguide.views.listings import list_table, or_nothing


def _page(
    name: Link,
    catalog: Catalog,
    language: Language,
    blocks: Iterable[Block] = (),
    notes: Iterable[str] = (),
) -> Document:
    """The page of a record: its name with its id and some notes, its definition, and the rest."""
    head = Heading(name, " · ".join((name.id, *notes)), level=1)
    definition = getattr(getattr(catalog.sections, name.section)[name.id], "definition", None)
    lead = [Prose(language.of(definition), tone="lead")] if definition else []
    return Document(name.text, language, (head, *lead, *blocks))


def _users(catalog: Catalog, section: str, identifier: str) -> list[tuple[str, Role]]:
    """The roles that name a record, by id."""
    return [(i, catalog.entry(i).role) for i in catalog.users(section, identifier)]


def _named(identifier: str, role: Role, language: Language) -> Link:
    return Link(language.of(role.title.text), "roles", identifier)


def skill_view(identifier: str, catalog: Catalog, language: Language) -> Document:
    """A skill: what it is, its five levels, and the roles that need it, most demanding first."""
    skill, say, of = catalog.sections.skills[identifier], language.say, language.of
    family = of(catalog.sections.families[skill.family].name)
    kind = say(labels.SKILL_KINDS[skill.kind])
    needs = catalog.needs()
    needing = sorted(
        (-needs[i][identifier].level, -needs[i][identifier].weight, i)
        for i in catalog.users("skills", identifier)
    )
    blocks: list[Block] = [
        Heading(say(N_("Levels"))),
        Bullets(tuple(Item(of(text), str(level)) for level, text in sorted(skill.levels.items()))),
    ]
    rows = []
    for level, weight, i in needing:
        name = link(catalog, language, "roles", i)
        rows.append(Row((name, Meter(-level), say(labels.WEIGHTS[-weight]))))
    if rows:
        columns = (Column(""), Column(say(N_("Level"))), Column(say(N_("Weight"))))
        blocks.append(Heading(say(N_("Roles that need it")), say(SCALE)))
        blocks.append(Grid(columns, tuple(rows)))
    blocks += _basic_to(identifier, catalog, language)
    return _page(
        link(catalog, language, "skills", identifier), catalog, language, blocks, (family, kind)
    )


def _basic_to(skill: str, catalog: Catalog, language: Language) -> Iterator[Block]:
    """The families of roles to which a skill is basic, if there are any."""
    families = catalog.sections.families
    ids = [family for family in families if skill in families[family].basics]
    if ids:
        named = (link(catalog, language, "families", family) for family in ids)
        line = N_("Basic to every role in these families: {families}")
        yield Prose(filled(language, line, families=listed(named)), tone="quiet")


def metric_view(identifier: str, catalog: Catalog, language: Language) -> Document:
    """A metric: what it tells, its formula, who is judged on it."""
    metric, say, of = catalog.sections.metrics[identifier], language.say, language.of
    rows: list[tuple[Inline, Inline]] = [
        (say(N_("Formula")), of(metric.formula)),
        (say(N_("Unit")), say(labels.UNITS[metric.unit])),
        (say(N_("Direction")), say(labels.BETTER[metric.better])),
    ]
    if metric.note:
        rows.append((say(N_("Watch out")), of(metric.note)))
    users, ties = catalog.users("metrics", identifier), catalog.ties()
    for tie in ("carries", "shares", "watches"):
        names = [link(catalog, language, "roles", i) for i in users if ties[i][identifier] == tie]
        if names:
            rows.append((say(_TIE_HEADS[tie]), listed(names)))
    if metric.moved_by:
        moving = [link(catalog, language, "activities", a) for a in metric.moved_by]
        rows.append((say(N_("Moved by")), listed(moving)))
    notes = [of(metric.short)] if metric.short else []
    return _page(
        link(catalog, language, "metrics", identifier),
        catalog,
        language,
        [Fields(tuple(rows))],
        notes,
    )


_TIE_HEADS: Final = {
    "carries": N_("Carried by"),
    "shares": N_("Shared by"),
    "watches": N_("Watched by"),
}


def tool_view(identifier: str, catalog: Catalog, language: Language) -> Document:
    """A kind of tool, and who works with it."""
    tool, say, of = catalog.sections.tools[identifier], language.say, language.of
    rows: list[tuple[Inline, Inline]] = []
    if tool.examples:
        rows.append((say(N_("For example")), language.listing(tool.examples)))
    users = [link(catalog, language, "roles", i) for i in catalog.users("tools", identifier)]
    if users:
        rows.append((say(N_("Used by")), listed(users)))
    family = of(catalog.sections.families[tool.family].name)
    return _page(
        link(catalog, language, "tools", identifier),
        catalog,
        language,
        [Fields(tuple(rows))],
        [family],
    )


def context_view(identifier: str, catalog: Catalog, language: Language) -> Document:
    """A context, and which roles are absent there."""
    absent = [
        _named(i, role, language)
        for i, role in _users(catalog, "contexts", identifier)
        if role.examples[identifier].absent
    ]
    head = Heading(language.say(N_("Roles usually absent here")))
    blocks: list[Block] = [head, Prose(listed(absent))] if absent else []
    return _page(link(catalog, language, "contexts", identifier), catalog, language, blocks)


def world_view(identifier: str, catalog: Catalog, language: Language) -> Document:
    """A world, with the figure of each role in it."""
    world, of = catalog.sections.worlds[identifier], language.of
    figures = []
    for i, role in _users(catalog, "worlds", identifier):
        figure = role.analogies[identifier]
        figures.append(Item(f"{of(figure.figure)} – {of(figure.why)}", _named(i, role, language)))
    opening = Prose(language.label(of(world.opening)), tone="lead")
    shown = or_nothing([Bullets(tuple(figures))] if figures else [], language)
    return _page(
        link(catalog, language, "worlds", identifier), catalog, language, (opening, *shown)
    )


def family_view(identifier: str, catalog: Catalog, language: Language) -> Document:
    """A family, with its members."""
    family = catalog.sections.families[identifier]
    records = getattr(catalog.sections, family.of)
    members = [
        Item(link(catalog, language, family.of, i), i)
        for i, record in records.items()
        if record.family == identifier
    ]
    shown = or_nothing([Bullets(tuple(members))] if members else [], language)
    blocks = (*basics(identifier, catalog, language), *shown)
    return _page(link(catalog, language, "families", identifier), catalog, language, blocks)


def term_view(identifier: str, catalog: Catalog, language: Language) -> Document:
    """A term, with every sense, most usual first."""
    term, say, of = catalog.sections.terms[identifier], language.say, language.of
    also = language.listing(term.also)
    note = language.count("{n} meaning", "{n} meanings", len(term.senses))
    blocks: list[Block] = [
        Heading(
            Link(of(term.name), "terms", identifier), note if len(term.senses) > 1 else "", level=1
        )
    ]
    if also:
        blocks.append(Prose(say(N_("Also: {names}"), names=also), tone="quiet"))
    for sense in term.senses:
        blocks += _sense(sense, catalog, language)
    if term.see:
        names = listed(link(catalog, language, "terms", other) for other in term.see)
        blocks.append(Prose(filled(language, N_("See also: {names}"), names=names), tone="quiet"))
    return Document(of(term.name), language, tuple(blocks))


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
    say, of = language.say, language.of
    terms = sorted(catalog.sections.terms.items(), key=lambda pair: fold(of(pair[1].name)))
    rows = [
        (i, of(term.name), of(term.senses[0].name or term.senses[0].meaning)) for i, term in terms
    ]
    columns = (Column(""), Column("", wide=True))
    grid = tuple(Row((Link(name, "terms", i), sense)) for i, name, sense in rows)
    return Document(
        say(N_("Terms")),
        language,
        (
            Heading(say(N_("Terms")), language.count("{n} term", "{n} terms", len(rows)), level=1),
            *or_nothing([Grid(columns, grid)] if grid else [], language),
        ),
        table=list_table(("id", "name", "meaning"), rows),
        rows_in_pipe=True,
    )


def _any_view(section: str) -> Callable[[str, Catalog, Language], Document]:
    """The view of records that have none of their own: their name, and their definition if any."""

    def view(identifier: str, catalog: Catalog, language: Language) -> Document:
        return _page(link(catalog, language, section, identifier), catalog, language)

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
