"""Lists: roles, skills, scenes and figures side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from roleguide.catalog import Catalog, RoleEntry, RoleHead
from roleguide.language import N_, Language, Message
from roleguide.views import labels
from roleguide.views.comparison_sections import scene_text
from roleguide.views.document import (
    Block,
    Column,
    Document,
    Grid,
    Heading,
    Link,
    Meter,
    Panel,
    Panels,
    Prose,
    Row,
    Table,
)


def or_nothing(blocks: Sequence[Block], language: Language) -> Sequence[Block]:
    """The blocks of a list; one with nothing in it says so."""
    return blocks or (Prose(language.say(labels.NOTHING)),)


def list_table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table:
    """The rows of a list; beside none it is said that there are none."""
    found = tuple(rows)
    return Table(heads, found, None if found else Message(labels.NOTHING))


def roles_view(entries: Sequence[RoleHead], catalog: Catalog, language: Language) -> Document:
    """The roles, by family."""
    say, of = language.say, language.of
    families = catalog.sections.families
    title = language.count("{n} role", "{n} roles", len(entries))
    blocks: list[Block] = []
    for family in by_position(families, {entry.role.family for entry in entries}):
        members = [entry for entry in entries if entry.role.family == family]
        blocks.append(Heading(of(families[family].name)))
        blocks.append(
            Grid(
                (Column("", id=True), Column("", wide=True), Column("", wide=True, spare=True)),
                tuple(
                    Row(
                        (
                            labels.shown_id(entry),
                            Link(of(entry.role.title.text), "roles", entry.id),
                            labels.level(language, entry.role.level),
                        )
                    )
                    for entry in members
                ),
            )
        )
    table = list_table(
        ("id", "title", "family", "level", "stage", "level_to"),
        (
            (
                labels.shown_id(entry),
                of(entry.role.title.text),
                entry.role.family,
                entry.role.level.low,
                entry.role.stage or "",
                entry.role.level.high if entry.role.level.high != entry.role.level.low else "",
            )
            for entry in entries
        ),
    )
    head = Heading(say(N_("Roles")), title, level=1)
    listed = (head, *or_nothing(blocks, language))
    return Document(say(N_("Roles")), language, listed, table=table, rows_in_pipe=True)


def by_position(records: Any, ids: Iterable[str]) -> list[str]:
    """Ids in the order in which lists show their records."""
    return sorted(ids, key=lambda identifier: (records[identifier].position, identifier))


def all_skills_view(catalog: Catalog, language: Language) -> Document:
    """Every skill, by group, with the number of roles that need it."""
    say, of = language.say, language.of
    skills, families = catalog.sections.skills, catalog.sections.families
    needed = catalog.usage("skills")
    head = Heading(say(N_("Skills")), say(N_("and how many roles need them")), 1)
    blocks: list[Block] = []
    rows = []
    for family in by_position(families, {skill.family for skill in skills.values()}):
        members = [i for i in skills if skills[i].family == family]
        blocks.append(Heading(of(families[family].name)))
        blocks.append(
            Grid(
                (Column("", id=True), Column("", wide=True), Column("", figures=True)),
                tuple(
                    Row((i, Link(of(skills[i].name), "skills", i), str(needed.get(i, 0))))
                    for i in members
                ),
            )
        )
        rows += [
            (i, of(skills[i].name), family, skills[i].kind, str(needed.get(i, 0))) for i in members
        ]
    return Document(
        say(N_("Skills")),
        language,
        (head, *or_nothing(blocks, language)),
        table=list_table(("id", "name", "family", "kind", "roles"), rows),
        rows_in_pipe=True,
    )


def skills_view(entries: Sequence[RoleEntry], catalog: Catalog, language: Language) -> Document:
    """The skills of one role or several, with their levels."""
    say = language.say
    skills = catalog.sections.skills
    ids = list(dict.fromkeys(skill for entry in entries for skill in entry.role.skills))
    names = labels.short_names(language, entries)
    rows = []
    for skill in ids:
        needs = [entry.role.skills.get(skill) for entry in entries]
        cells: list[str | Meter] = [Meter(need.level if need else 0) for need in needs]
        if len(entries) == 1 and needs[0]:
            cells.append(say(labels.WEIGHTS[needs[0].weight]))
        rows.append(Row((Link(language.of(skills[skill].name), "skills", skill), *cells)))
    columns = [Column(""), *(Column(name) for name in names)]
    if len(entries) == 1:
        columns = [Column(""), Column(say(N_("Level"))), Column(say(N_("Weight")))]
    title = say(N_("Skills: {roles}"), roles=language.listing(names))
    heads = ["id", "name"]
    for entry in entries:
        prefix = f"{labels.shown_id(entry)}." if len(entries) > 1 else ""
        heads += [f"{prefix}level", f"{prefix}weight"]
    table = []
    for skill in ids:
        cells_out = [skill, language.of(skills[skill].name)]
        for entry in entries:
            need = entry.role.skills.get(skill)
            cells_out += [str(need.level), str(need.weight)] if need else ["", ""]
        table.append(tuple(cells_out))
    head = Heading(title, say(N_("level 1 to 5")), level=1)
    grids = [Grid(tuple(columns), tuple(rows))] if rows else []
    return Document(
        title,
        language,
        (head, *or_nothing(grids, language)),
        table=list_table(tuple(heads), table),
        rows_in_pipe=True,
    )


def examples_view(
    entries: Sequence[RoleEntry], contexts: Sequence[str], catalog: Catalog, language: Language
) -> Document:
    """Scenes of roles, context by context."""
    names = labels.short_names(language, entries)
    title = language.say(N_("Scenes: {roles}"), roles=_names(entries, language))
    blocks: list[Block] = []
    for context in contexts:
        if not any(context in entry.role.examples for entry in entries):
            continue
        blocks.append(Heading(language.of(catalog.sections.contexts[context].opening)))
        blocks.append(
            Panels(
                tuple(
                    Panel(
                        scene_text(language, entry.role.examples.get(context)),
                        name if len(entries) > 1 else "",
                    )
                    for entry, name in zip(entries, names, strict=True)
                )
            )
        )
    head = Heading(title, level=1)
    return Document(title, language, (head, *or_nothing(blocks, language)))


def analogies_view(
    entries: Sequence[RoleEntry], worlds: Sequence[str], catalog: Catalog, language: Language
) -> Document:
    """Figures of roles, world by world."""
    of = language.of
    names = labels.short_names(language, entries)
    title = language.say(N_("Figures: {roles}"), roles=_names(entries, language))
    blocks: list[Block] = []
    for world in worlds:
        if not any(world in entry.role.analogies for entry in entries):
            continue
        blocks.append(Heading(of(catalog.sections.worlds[world].opening)))
        panels = []
        for entry, name in zip(entries, names, strict=True):
            analogy = entry.role.analogies.get(world)
            if analogy is None:
                panels.append(Panel("–", name))
            else:
                figure = of(analogy.figure)
                head = f"{language.label(name)} {figure}" if len(entries) > 1 else figure
                panels.append(Panel(of(analogy.why), head))
        blocks.append(Panels(tuple(panels)))
    top = Heading(title, level=1)
    return Document(title, language, (top, *or_nothing(blocks, language)))


def _names(entries: Sequence[RoleEntry], language: Language) -> str:
    return language.listing(labels.short_names(language, entries))
