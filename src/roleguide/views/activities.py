"""Activities as documents: who does what, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roleguide.catalog import Catalog
from roleguide.language import N_, Language
from roleguide.model import Activity, Reach
from roleguide.views import labels
from roleguide.views.activity_screen import (
    PARTS,
    Share,
    activity_heading,
    activity_screen,
    owner_outside,
    shares_in,
    what_it_is,
)
from roleguide.views.document import (
    Block,
    Column,
    Document,
    Entries,
    Entry,
    Grid,
    Heading,
    Item,
    Link,
    Prose,
    Row,
    Table,
)
from roleguide.views.height import Extent
from roleguide.views.links import link, listed
from roleguide.views.listings import by_family, list_table, list_view, or_nothing


def who_view(
    activity: str,
    catalog: Catalog,
    language: Language,
    extent: Extent = "whole",
    *,
    meaning_first: bool = False,
) -> Document:
    """Who has which part in an activity, whoever answers for it first.

    Args:
        activity: The id of the activity.
        catalog: The guides in effect.
        language: The language to say it in.
        extent: How much of it.
        meaning_first: Whether the first screen says first what the activity is.
    """
    record = catalog.sections.activities[activity]
    shares = shares_in(activity, catalog, language)
    sheet = tuple(_sheet(activity, shares, catalog, language))
    first: Sequence[Block] = (
        activity_heading(activity, catalog, language),
        what_it_is(activity, catalog, language),
        *owner_outside(activity, catalog, language),
        *sheet,
    )
    if extent != "whole":
        page = extent == "page"
        first = activity_screen(activity, catalog, language, meaning_first=meaning_first, page=page)
    title = language.say(N_("Who does this: {activity}"), activity=language.of(record.name))
    rest = sheet if extent == "page" and shares else ()
    table = _table(shares, language)
    return Document(title, language, tuple(first), table=table, rest=rest)


def _sheet(
    activity: str, shares: Sequence[Share], catalog: Catalog, language: Language
) -> Iterator[Block]:
    """What each does in it, and what it is taken for."""
    yield from or_nothing([*_by_part(shares, language)], language)
    if borders := catalog.sections.activities[activity].borders:
        yield Heading(language.say(N_("Not to be confused with")))
        entries = []
        for other, text in borders.items():
            name = link(catalog, language, "activities", other)
            entries.append(Entry(name, (Item(language.of(text)),)))
        yield Entries(tuple(entries))


def _by_part(shares: Sequence[Share], language: Language) -> Iterator[Block]:
    of = language.of
    for part in PARTS:
        entries = []
        for share in (share for share in shares if share.part.part == part):
            name = Link(of(share.role.title.text), "roles", share.id)
            entries.append(Entry(name, (Item(of(share.part.text), _reach(language, share.reach)),)))
        if entries:
            yield Heading(language.capitalized(language.say(labels.PARTS[part])))
            yield Entries(tuple(entries))


def _table(shares: Sequence[Share], language: Language) -> Table:
    rows = (
        (
            share.id,
            language.of(share.role.title.text),
            share.part.part,
            share.reach or "",
            language.of(share.part.text),
        )
        for share in shares
    )
    return list_table(("role", "title", "part", "reach", "text"), rows)


def _reach(language: Language, over: Reach | None) -> str:
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
    if blocks:
        more = N_("Who has which part in one of them: {command}")
        command = language.say(more, command="roleguide who ID")
        blocks.append(Prose(command, tone="quiet"))
    heads = ("id", "name", "family", "accountable")
    return list_view(Heading(title, level=1), blocks, heads, rows, language)


def _outside(activity: Activity, language: Language) -> str:
    """Who answers for an activity outside the guide."""
    return language.of(activity.owner) if activity.owner else "–"
