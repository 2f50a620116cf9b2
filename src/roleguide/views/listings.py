"""Lists: roles, skills, scenes and figures side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias, TypeVar

from roleguide.catalog import Catalog, RoleEntry, RoleHead
from roleguide.compare.result import Needed
from roleguide.compare.rows import needs
from roleguide.language import N_, Language, Message
from roleguide.model import Text
from roleguide.views import labels
from roleguide.views.basics import SCALE, basics_of, level_note
from roleguide.views.comparison_sections import figure_panel, scene_panel
from roleguide.views.document import (
    Block,
    Cell,
    Column,
    Document,
    Grid,
    Heading,
    Item,
    Link,
    Panels,
    Prose,
    Row,
    Table,
    plain,
)
from roleguide.views.links import link

T = TypeVar("T")


def or_nothing(blocks: Sequence[Block], language: Language) -> Sequence[Block]:
    """The blocks of a list, or a sentence that there is nothing to list."""
    return blocks or (Prose(language.say(labels.NOTHING)),)


def list_table(columns: Sequence[str], rows: Iterable[tuple[str, ...]]) -> Table:
    """The rows of a list, with a note if there are none."""
    found = tuple(rows)
    return Table(tuple(columns), found, None if found else Message(labels.NOTHING))


def list_view(
    head: Heading,
    blocks: Sequence[Block],
    columns: Sequence[str],
    rows: Iterable[tuple[str, ...]],
    language: Language,
) -> Document:
    """A list as a document, and as rows, which a pipe gets."""
    return Document(
        plain(head.text),
        language,
        (head, *or_nothing(blocks, language)),
        table=list_table(columns, rows),
        rows_in_pipe=True,
    )


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
    say = language.say
    head = Heading(say(N_("Roles")), language.count("{n} role", "{n} roles", len(entries)), 1)
    columns = (Column("", id=True), Column("", wide=True), Column("", wide=True, spare=True))
    blocks: list[Block] = []
    for family, members in by_family(catalog, entries, lambda entry: entry.role.family):
        blocks.append(Heading(catalog.title("families", family, language)))
        blocks.append(Grid(columns, tuple(_role_row(entry, language) for entry in members)))
    if blocks:
        more = N_("What one of them is: {command}")
        blocks.append(Prose(say(more, command="roleguide show ROLE"), tone="quiet"))
    heads = ("id", "title", "family", "level", "stage", "level_to")
    return list_view(head, blocks, heads, (_role(entry, language) for entry in entries), language)


def _role_row(entry: RoleHead, language: Language) -> Row:
    title = Link(language.of(entry.role.title.text), "roles", entry.id)
    return Row((labels.shown_id(entry), title, labels.level(language, entry.role.level)))


def _role(entry: RoleHead, language: Language) -> tuple[str, ...]:
    role, (low, high) = entry.role, entry.role.level
    title = language.of(role.title.text)
    to = high if high != low else ""
    return labels.shown_id(entry), title, role.family, low, role.stage or "", to


def all_skills_view(catalog: Catalog, language: Language) -> Document:
    """Every skill, by group, with the number of roles that need it."""
    skills, needed = catalog.sections.skills, catalog.usage("skills")
    say = language.say
    head = Heading(say(N_("Skills")), say(N_("and how many roles need them")), 1)
    columns = (Column("", id=True), Column("", wide=True), Column("", figures=True))
    blocks: list[Block] = []
    rows = []
    for family, members in by_family(catalog, skills, lambda i: skills[i].family):
        named = [(i, link(catalog, language, "skills", i), str(needed.get(i, 0))) for i in members]
        blocks.append(Heading(catalog.title("families", family, language)))
        blocks.append(Grid(columns, tuple(map(Row, named))))
        rows += [(i, name.text, family, skills[i].kind, count) for i, name, count in named]
    return list_view(head, blocks, ("id", "name", "family", "kind", "roles"), rows, language)


def skills_view(entries: Sequence[RoleEntry], catalog: Catalog, language: Language) -> Document:
    """The skills of one role or several, with their levels."""
    names = labels.short_names(language, entries)
    needed = needs(catalog, entries)
    title = language.say(N_("Skills: {roles}"), roles=language.listing(names))
    note = language.say(SCALE if len(entries) == 1 else level_note(needed.values()))
    blocks: list[Block] = [_levels(needed, names, catalog, language)] if needed else []
    blocks += basics_of(entries, catalog, language)
    owners = [f"{labels.shown_id(entry)}." for entry in entries] if len(entries) > 1 else [""]
    heads = ["id", "name", *(f"{owner}{of}" for owner in owners for of in ("level", "weight"))]
    rows = (
        (skill, catalog.title("skills", skill, language), *_figures(values))
        for skill, values in needed.items()
    )
    return list_view(Heading(title, note, 1), blocks, heads, rows, language)


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


def _figures(needs: Iterable[Needed | None]) -> Iterator[str]:
    for need in needs:
        yield from (str(need.level), str(need.weight or "")) if need else ("", "")


def examples_view(
    entries: Sequence[RoleEntry], contexts: Sequence[str], catalog: Catalog, language: Language
) -> Document:
    """Scenes of roles, context by context."""
    known = catalog.sections.contexts
    told = [(known[i].opening, [e.role.examples.get(i) for e in entries]) for i in contexts]
    return _panels(N_("Scenes: {roles}"), entries, told, scene_panel, language)


def analogies_view(
    entries: Sequence[RoleEntry], worlds: Sequence[str], catalog: Catalog, language: Language
) -> Document:
    """Figures of roles, world by world."""
    known = catalog.sections.worlds
    told = [(known[i].opening, [e.role.analogies.get(i) for e in entries]) for i in worlds]
    return _panels(N_("Figures: {roles}"), entries, told, figure_panel, language)


def _panels(
    message: str,
    entries: Sequence[RoleEntry],
    told: Iterable[tuple[Text, Sequence[T | None]]],
    panel: Callable[[Language, T | None, str], Item],
    language: Language,
) -> Document:
    """What is told of each role, side by side, below the words that open it."""
    names = labels.short_names(language, entries)
    title = language.say(message, roles=language.listing(names))
    shown = names if len(entries) > 1 else [""]
    blocks: list[Block] = []
    for opening, values in told:
        if any(values):
            panels = (panel(language, *each) for each in zip(values, shown, strict=True))
            blocks += [Heading(language.of(opening)), Panels(tuple(panels))]
    return Document(title, language, (Heading(title, level=1), *or_nothing(blocks, language)))
