"""Activities as documents: who does what, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, get_args

from roleguide.catalog import Catalog
from roleguide.language import N_, Language
from roleguide.model import Activity, Part, Reach, Responsibility, Role
from roleguide.name_matching import fold
from roleguide.views import labels
from roleguide.views.document import (
    Block,
    Column,
    Document,
    Entry,
    Fields,
    Grid,
    Heading,
    Inline,
    Item,
    Link,
    Prose,
    Row,
    Rows,
    Table,
    entries,
    fields,
    headed,
    sections,
)
from roleguide.views.height import LINES, WORDS, Extent, fitting
from roleguide.views.links import ALL, link, listed, within
from roleguide.views.listings import by_family, list_table, list_view, or_nothing

PARTS: Final[Sequence[Part]] = (
    "both",
    "accountable",
    "responsible",
    "supports",
    "consulted",
    "informed",
)
"""The parts, whoever answers for it first."""

REACHES: Final[Sequence[Reach | None]] = (*get_args(Reach), None)

NAMES: Final = (240, 150, 75, 40)
"""How many characters of names stand in a row: about three lines, two, or one."""


class Share(NamedTuple):
    """A part in an activity, and whose it is."""

    part: Responsibility
    id: str
    role: Role

    @property
    def reach(self) -> Reach | None:
        """How far it reaches: as the part says, else as far as the role does."""
        return self.part.over or self.role.over


class _View(NamedTuple):
    """What every block needs."""

    activity: str
    shares: Sequence[Share]
    catalog: Catalog
    language: Language
    page: bool

    @property
    def record(self) -> Activity:
        """The activity."""
        return self.catalog.sections.activities[self.activity]


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
        extent: How much of it: the first screen says who owns it, by reach, then who does it,
            helps and advises.
        meaning_first: Whether the first screen says first what the activity is.
    """
    page = extent == "page"
    view = _View(activity, _shares(activity, catalog, language), catalog, language, page)
    head = Heading(link(catalog, language, "activities", activity), activity, level=1)
    meaning = Prose(language.of(view.record.definition), tone="lead")
    sheet = tuple(_sheet(view))

    def screen(room: int) -> Sequence[Block]:
        answer = [*_answer(view, room)]
        said = [meaning, *answer] if meaning_first else [*answer, meaning]
        return [head, *said, *_foot(view, room)]

    first: Sequence[Block] = (head, meaning, *_owner_outside(view), *sheet)
    if extent != "whole":
        first = fitting(map(screen, (ALL,) if page else NAMES), LINES, WORDS)
    title = language.say(N_("Who does this: {activity}"), activity=language.of(view.record.name))
    rest = sheet if page and view.shares else ()
    return Document(title, language, tuple(first), table=_table(view), rest=rest)


def _shares(activity: str, catalog: Catalog, language: Language) -> Sequence[Share]:
    """Who has a part in an activity: by part, by how far that reaches, and by title."""
    found = [
        Share(role.responsibilities[activity], identifier, role)
        for identifier in catalog.users("activities", activity)
        for role in [catalog.entry(identifier).role]
    ]

    def place(share: Share) -> tuple[int, int, str]:
        title = fold(language.of(share.role.title.text))
        return PARTS.index(share.part.part), REACHES.index(share.reach), title

    return sorted(found, key=place)


def _owner_outside(view: _View) -> Iterator[Prose]:
    """Who answers for it where that is nobody in the guide."""
    if owner := view.record.owner:
        text = N_("Answered for outside this guide: {owner}.")
        yield Prose(view.language.say(text, owner=view.language.of(owner)))


def _answer(view: _View, room: int) -> Iterator[Block]:
    """Who owns it, and who has another part."""
    yield from _owner_outside(view)
    yield from headed(Heading(view.language.say(N_("Who owns it"))), fields(_owned(view, room)))
    yield from fields(_others(view, room))
    if not view.shares:
        yield Prose(view.language.say(labels.NOTHING))


def _owned(view: _View, room: int) -> Rows:
    """Who owns it, from those who own their part of it to whoever owns the whole."""
    owners = _having(view, "accountable", "both")
    for reach in REACHES:
        if found := [share for share in owners if share.reach == reach]:
            label = view.language.say(labels.SHORT_REACHES[reach]) if reach else ""
            yield label, within(view.language, _names(view, found), room)


def _others(view: _View, room: int) -> Rows:
    """Who does it, owners too; then who helps, advises and is told."""
    say = view.language.say
    doing = _names(view, _having(view, "responsible"))
    own_doers = _having(view, "both")
    if own_doers and not _having(view, "accountable"):
        doing = [say(N_("whoever owns it")), *doing]
    else:
        doing += _names(view, own_doers)
    rows = [("responsible", doing)]
    rows += [(part, _names(view, _having(view, part))) for part in PARTS[3:]]
    for part, names in rows:
        if names:
            label = view.language.capitalized(say(labels.PARTS[part]))
            yield label, within(view.language, names, room)


def _having(view: _View, *parts: Part) -> list[Share]:
    return [share for share in view.shares if share.part.part in parts]


def _names(view: _View, shares: Sequence[Share]) -> list[Inline]:
    return [Link(view.language.of(s.role.title.text), "roles", s.id) for s in shares]


def _foot(view: _View, room: int) -> Iterator[Block]:
    """What it is taken for, and where there is more."""
    say, borders = view.language.say, view.record.borders
    names = [link(view.catalog, view.language, "activities", other) for other in borders]
    if names:
        yield Fields(((say(N_("Confused with")), within(view.language, names, room)),))
    if view.shares and not view.page:
        command = f"roleguide who {view.activity} --full"
        more = say(N_("what each does in it: {command}"), command=command)
        yield Prose(view.language.capitalized(more), tone="quiet")


def _sheet(view: _View) -> Iterator[Block]:
    """What each does in it, and what it is taken for."""
    language = view.language
    yield from or_nothing([*_by_part(view)], language)
    borders = (
        Entry(link(view.catalog, language, "activities", i), (Item(language.of(text)),))
        for i, text in view.record.borders.items()
    )
    yield from sections(language, (N_("Not to be confused with"), entries(borders)))


def _by_part(view: _View) -> Iterator[Block]:
    language = view.language
    for part in PARTS:
        shares = _having(view, part)
        told = (
            Entry(name, (Item(language.of(share.part.text), _reach(language, share.reach)),))
            for name, share in zip(_names(view, shares), shares, strict=True)
        )
        heading = Heading(language.capitalized(language.say(labels.PARTS[part])))
        yield from headed(heading, entries(told))


def _table(view: _View) -> Table:
    of = view.language.of
    rows = (
        (each.id, of(each.role.title.text), each.part.part, each.reach or "", of(each.part.text))
        for each in view.shares
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
