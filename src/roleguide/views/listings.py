"""Lists: roles, skills, scenes and figures side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias, TypeVar

from roleguide.catalog import Catalog, RoleEntry, RoleHead
from roleguide.compare.result import Needed
from roleguide.compare.rows import needs
from roleguide.language import N_, Language, Message
from roleguide.views import labels
from roleguide.views.basics import SCALE, basics_of, level_note
from roleguide.views.comparison_sections import scene_text
from roleguide.views.document import (
    Block,
    Cell,
    Column,
    Document,
    Grid,
    Heading,
    Link,
    Panel,
    Panels,
    Prose,
    Row,
    Table,
)
from roleguide.views.links import link

T = TypeVar("T")


def or_nothing(blocks: Sequence[Block], language: Language) -> Sequence[Block]:
    """The blocks of a list, or a sentence that there is nothing to list."""
    return blocks or (Prose(language.say(labels.NOTHING)),)


def list_table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table:
    """The rows of a list, with a note if there are none."""
    found = tuple(rows)
    return Table(heads, found, None if found else Message(labels.NOTHING))


def by_family(
    catalog: Catalog, found: Iterable[T], family: Callable[[T], str]
) -> Iterator[tuple[str, list[T]]]:
    """What is listed, family by family.

    Args:
        catalog: Where the families are.
        found: What is listed.
        family: To which family something listed belongs.
    """
    members: dict[str, list[T]] = {}
    for each in found:
        members.setdefault(family(each), []).append(each)
    ordered = catalog.by_position("families", members)
    return ((identifier, members[identifier]) for identifier in ordered)


def roles_view(entries: Sequence[RoleHead], catalog: Catalog, language: Language) -> Document:
    """The roles, by family."""
    say, of = language.say, language.of
    title = language.count("{n} role", "{n} roles", len(entries))
    columns = (Column("", id=True), Column("", wide=True), Column("", wide=True, spare=True))
    blocks: list[Block] = []
    for family, members in by_family(catalog, entries, lambda entry: entry.role.family):
        blocks.append(Heading(catalog.title("families", family, language)))
        blocks.append(Grid(columns, tuple(_role_row(entry, language) for entry in members)))
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
    if blocks:
        more = N_("What one of them is: {command}")
        blocks.append(Prose(say(more, command="roleguide show ROLE"), tone="quiet"))
    head = Heading(say(N_("Roles")), title, level=1)
    listed = (head, *or_nothing(blocks, language))
    return Document(say(N_("Roles")), language, listed, table=table, rows_in_pipe=True)


def _role_row(entry: RoleHead, language: Language) -> Row:
    title = Link(language.of(entry.role.title.text), "roles", entry.id)
    return Row((labels.shown_id(entry), title, labels.level(language, entry.role.level)))


def all_skills_view(catalog: Catalog, language: Language) -> Document:
    """Every skill, by group, with the number of roles that need it."""
    say = language.say
    skills = catalog.sections.skills
    needed = catalog.usage("skills")
    head = Heading(say(N_("Skills")), say(N_("and how many roles need them")), 1)
    columns = (Column("", id=True), Column("", wide=True), Column("", figures=True))
    blocks: list[Block] = []
    rows = []
    for family, members in by_family(catalog, skills, lambda i: skills[i].family):
        named = [(i, link(catalog, language, "skills", i), str(needed.get(i, 0))) for i in members]
        blocks.append(Heading(catalog.title("families", family, language)))
        blocks.append(Grid(columns, tuple(map(Row, named))))
        rows += [(i, name.text, family, skills[i].kind, count) for i, name, count in named]
    return Document(
        say(N_("Skills")),
        language,
        (head, *or_nothing(blocks, language)),
        table=list_table(("id", "name", "family", "kind", "roles"), rows),
        rows_in_pipe=True,
    )


def skills_view(entries: Sequence[RoleEntry], catalog: Catalog, language: Language) -> Document:
    """The skills of one role or several, with their levels."""
    names = labels.short_names(language, entries)
    needed = needs(catalog, entries)
    title = language.say(N_("Skills: {roles}"), roles=language.listing(names))
    head = Heading(
        title, language.say(SCALE if len(entries) == 1 else level_note(needed.values())), level=1
    )
    blocks: list[Block] = [_levels(needed, names, catalog, language)] if needed else []
    blocks += basics_of(entries, catalog, language)
    return Document(
        title,
        language,
        (head, *or_nothing(blocks, language)),
        table=_level_table(entries, needed, catalog, language),
        rows_in_pipe=True,
    )


_Needs: TypeAlias = Mapping[str, Sequence[Needed | None]]
"""What each of several roles needs of each skill."""


def _levels(needs: _Needs, names: Sequence[str], catalog: Catalog, language: Language) -> Grid:
    """A table with a column of levels for each role; for one role, its levels and weights."""
    say = language.say
    rows = []
    for skill, values in needs.items():
        name = link(catalog, language, "skills", skill)
        cells: list[Cell] = [name, *labels.meters(language, values)]
        if len(names) == 1 and values[0] and values[0].weight:
            cells.append(say(labels.WEIGHTS[values[0].weight]))
        rows.append(Row(tuple(cells)))
    heads = names if len(names) > 1 else (say(N_("Level")), say(N_("Weight")))
    return Grid((Column(""), *(Column(head) for head in heads)), tuple(rows))


def _level_table(
    entries: Sequence[RoleEntry], needs: _Needs, catalog: Catalog, language: Language
) -> Table:
    """A row for each skill with two columns for each role, named by its id if there are several."""
    owners = [f"{labels.shown_id(entry)}." for entry in entries] if len(entries) > 1 else [""]
    heads = (f"{owner}{figure}" for owner in owners for figure in ("level", "weight"))
    return list_table(
        ("id", "name", *heads),
        (
            (skill, catalog.title("skills", skill, language), *_figures(values))
            for skill, values in needs.items()
        ),
    )


def _figures(needs: Iterable[Needed | None]) -> Iterator[str]:
    for need in needs:
        yield from (str(need.level), str(need.weight or "")) if need else ("", "")


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
        scenes = (scene_text(language, entry.role.examples.get(context)) for entry in entries)
        shown = names if len(entries) > 1 else [""]
        blocks.append(Panels(tuple(map(Panel, scenes, shown))))
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
