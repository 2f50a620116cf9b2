"""Activities as documents: who does what, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias, get_args

from roleguide.catalog import Catalog
from roleguide.language import N_, Language
from roleguide.model import Activity, Part, Responsibility, Role
from roleguide.views import labels
from roleguide.views.document import (
    Block,
    Column,
    Document,
    Entries,
    Entry,
    Grid,
    Heading,
    Line,
    Link,
    Prose,
    Row,
    Table,
)
from roleguide.views.links import link, listed
from roleguide.views.listings import by_family, list_table, or_nothing

PART_ORDER: dict[str, int] = {
    part: at
    for at, part in enumerate(
        ("both", "accountable", "responsible", "supports", "consulted", "informed")
    )
}
assert set(PART_ORDER) == set(get_args(Part))  # noqa: S101 — a part added is a part ordered

_Share: TypeAlias = tuple[Responsibility, str, Role]
"""A part in an activity, with the id and the record of the role that has it."""


def who_view(activity: str, catalog: Catalog, language: Language) -> Document:
    """Who has which part in an activity, whoever answers for it first."""
    record = catalog.sections.activities[activity]
    say, of = language.say, language.of
    shares = sorted(
        (
            (role.responsibilities[activity], identifier, role)
            for identifier in catalog.users("activities", activity)
            for role in [catalog.entry(identifier).role]
        ),
        key=lambda s: (PART_ORDER[s[0].part], s[1]),
    )
    blocks: list[Block] = [
        Heading(Link(of(record.name), "activities", activity), activity, level=1),
        Prose(of(record.definition), tone="lead"),
    ]
    if record.owner:
        blocks.append(
            Prose(say(N_("Answered for outside this guide: {owner}."), owner=of(record.owner)))
        )
    blocks.extend(or_nothing([*_by_part(shares, language)], language))
    if record.borders:
        blocks.append(Heading(say(N_("Not to be confused with"))))
        blocks.append(
            Entries(
                tuple(
                    Entry(link(catalog, language, "activities", other), (Line("", of(text)),))
                    for other, text in record.borders.items()
                )
            )
        )
    title = say(N_("Who does this: {activity}"), activity=of(record.name))
    return Document(title, language, tuple(blocks), table=_table(shares, language))


def _by_part(shares: list[_Share], language: Language) -> Iterator[Block]:
    of = language.of
    for part in PART_ORDER:
        entries = tuple(
            Entry(
                Link(of(role.title.text), "roles", identifier),
                (Line(_reach(language, share.over or role.over), of(share.text)),),
            )
            for share, identifier, role in shares
            if share.part == part
        )
        if entries:
            yield Heading(language.capitalized(language.say(labels.PARTS[part])))
            yield Entries(entries)


def _table(shares: list[_Share], language: Language) -> Table:
    rows = (
        (
            identifier,
            language.of(role.title.text),
            share.part,
            share.over or role.over or "",
            language.of(share.text),
        )
        for share, identifier, role in shares
    )
    return list_table(("role", "title", "part", "reach", "text"), rows)


def _reach(language: Language, over: str | None) -> str:
    return language.say(labels.REACHES[over]) if over else ""


def activities_view(catalog: Catalog, language: Language) -> Document:
    """Every activity, by area, and who answers for it."""
    title = language.say(N_("Who answers for what"))
    activities, owners = catalog.sections.activities, catalog.owners()
    named = {
        role: Link(labels.short_name(language, catalog.head(role)), "roles", role)
        for role in {role for ids in owners.values() for role in ids}
    }
    columns = (Column("", id=True), Column("", wide=True), Column("", wide=True))
    blocks: list[Block] = []
    rows = []
    for family, members in by_family(catalog, activities, lambda i: activities[i].family):
        blocks.append(Heading(catalog.title("families", family, language)))
        grid = []
        for i in members:
            name = link(catalog, language, "activities", i)
            ids = owners.get(i, [])
            inside = listed(named[role] for role in ids)
            grid.append(Row((i, name, inside if ids else _outside(activities[i], language))))
            rows.append((i, name.text, family, " ".join(ids)))
        blocks.append(Grid(columns, tuple(grid)))
    return Document(
        title,
        language,
        (Heading(title, level=1), *or_nothing(blocks, language)),
        table=list_table(("id", "name", "family", "accountable"), rows),
        rows_in_pipe=True,
    )


def _outside(activity: Activity, language: Language) -> str:
    """Who answers for an activity outside the guide."""
    return language.of(activity.owner) if activity.owner else "–"
