"""Three and more roles as a document: a column each, in words that are short enough for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple, TypeVar

from roleguide.catalog import Catalog, RoleEntry
from roleguide.compare import filtered
from roleguide.compare.result import Change, Compared, FactValue, Matrix, Needed
from roleguide.language import N_, Language
from roleguide.model import OWNING, Leads, LevelRange, Number, Responsibility
from roleguide.views import labels
from roleguide.views.basics import basics_of, level_note
from roleguide.views.comparison_sections import Options, scene_text
from roleguide.views.comparison_table import comparison_table
from roleguide.views.document import (
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    Inline,
    Item,
    Link,
    Prose,
    Row,
    grid,
    headed,
    sections,
)
from roleguide.views.links import link

T = TypeVar("T")

ALONE: Final = 3
"""How many rows that a role has alone are shown of it, unless everything is asked for."""

BRIEF: Final = ("level", "number", "leads")
"""The facts that have short words."""


class _View(NamedTuple):
    """What every section of the document needs."""

    matrix: Matrix
    catalog: Catalog
    language: Language
    options: Options
    columns: tuple[Column, ...]


def matrix_view(matrix: Matrix, catalog: Catalog, language: Language, options: Options) -> Document:
    """Three and more roles side by side."""
    matrix = matrix._replace(rows=filtered(matrix.rows, options.only))
    names = labels.short_names(language, matrix.roles)
    title = language.listing(language.of(entry.role.title.text) for entry in matrix.roles)
    columns = (Column(""), *(Column(name) for name in names))
    view = _View(matrix, catalog, language, options, columns)
    plain = _each(view, lambda entry: language.of(entry.role.plain or entry.role.mission))
    head = (Heading(title, level=1), plain, *_scenes(view))
    blocks = (*head, *_glance(view), *_work(view), *_skills(view))
    shown = matrix.rows._replace(metrics=(), tools=())
    table = comparison_table(shown, matrix.roles, catalog, language)
    return Document(title, language, blocks, table=table)


def _each(view: _View, text: Callable[[RoleEntry], str]) -> Bullets:
    """A text on each role, behind its name."""
    named = zip(view.matrix.roles, view.columns[1:], strict=True)
    items = (Item(text(entry), Link(head.name, "roles", entry.id)) for entry, head in named)
    return Bullets(tuple(items))


def _scenes(view: _View) -> Iterator[Block]:
    """What happens in the context asked for, if one was."""
    language = view.language
    if context := view.options.context:
        yield Heading(language.of(view.catalog.sections.contexts[context].opening))
        yield _each(view, lambda entry: scene_text(language, entry.role.examples.get(context)))


def _glance(view: _View) -> Iterator[Block]:
    """Level, number and people in short words; where everything is asked for, all facts."""
    rows = (
        Row((labels.fact_name(view.language, fact.id), *_fact(view, fact)), _alike(fact))
        for fact in view.matrix.rows.facts
        if fact.id in BRIEF or (view.options.full and fact.id != "focus")  # a paragraph a role
    )
    wide = (column._replace(wide=bool(column.name)) for column in view.columns)
    table = grid(wide if view.options.full else view.columns, rows)
    yield from sections(view.language, (N_("At a glance"), table))


def _alike(row: Compared[T]) -> Change | None:
    """The mark of a row that is the same for all roles; there are no sides to mark."""
    return "same" if row.change == "same" else None


def _fact(view: _View, fact: Compared[FactValue]) -> Sequence[Inline]:
    if view.options.full:
        return labels.fact(view.language, view.catalog, fact)
    return [_in_short(view.language, value) if value else "–" for value in fact.values]


def _in_short(language: Language, value: FactValue) -> str:
    """A fact in a word or two; only the facts of `BRIEF` have one."""
    match value:
        case LevelRange(low, high):
            ends = dict.fromkeys((low, high))
            return "–".join(language.say(labels.SHORT_LEVELS[level]) for level in ends)
        case Number():
            return language.say(labels.SHORT_NUMBERS[value.carries])
        case Leads():
            return language.say(labels.SHORT_LEADING[value.kind])
        case _:
            raise TypeError(value)


def _work(view: _View) -> Iterator[Block]:
    """Who has which part in what; what one of them owns alone comes first."""
    rows = sorted(view.matrix.rows.responsibilities, key=_owner)
    head = Heading(view.language.say(N_("Responsibilities")), _parts_in_short(view))
    yield from _table(view, head, rows, _activity)


def _owner(row: Compared[Responsibility]) -> tuple[int, int]:
    """The place of the one role that owns an activity; behind all, what several or none own."""
    owners = [at for at, share in enumerate(row.values) if share and share.part in OWNING]
    alone = len(owners) == 1
    return (0, owners[0]) if alone else (1, 0)


def _table(
    view: _View,
    heading: Heading,
    rows: Sequence[Compared[T]],
    drawn: Callable[[_View, Compared[T]], Row],
) -> Iterator[Block]:
    """Some rows, and how many there are beside them."""
    shown = _fewer(view, rows)
    yield from headed(heading, grid(view.columns, (drawn(view, row) for row in shown)))
    if number := len(rows) - len(shown):
        text = view.language.count(
            "{n} more: {option}", "{n} more: {option}", number, option="--full"
        )
        yield Prose(text, tone="quiet")


def _fewer(view: _View, rows: Sequence[Compared[T]]) -> list[Compared[T]]:
    """The rows that two roles or more have, and of those that one has alone the first few."""
    if view.options.full or view.options.only:
        return [*rows]
    alone = [0] * len(view.matrix.roles)
    shown = []
    for row in rows:
        holders = [at for at, value in enumerate(row.values) if value is not None]
        if len(holders) == 1:
            alone[holders[0]] += 1
            if alone[holders[0]] > ALONE:
                continue
        shown.append(row)
    return shown


def _activity(view: _View, row: Compared[Responsibility]) -> Row:
    name = link(view.catalog, view.language, "activities", row.id)
    cells = (_part(view, share) if share else "–" for share in row.values)
    return Row((name, *cells), _alike(row))


def _part(view: _View, share: Responsibility) -> str:
    say = view.language.say
    text = say(labels.SHORT_PARTS[share.part])
    if not (view.options.full and share.over):
        return text
    return f"{text} {say(labels.SHORT_REACHES[share.over])}"


def _parts_in_short(view: _View) -> str:
    """What the short words for parts stand for, where they are not the words themselves."""
    say = view.language.say
    pairs = [(say(labels.SHORT_PARTS[part]), say(labels.PARTS[part])) for part in labels.PARTS]
    told = [f"{short} = {whole}" for short, whole in pairs if short != whole]
    return view.language.listing([*told, say(N_("a dash: none of its main activities"))])


def _skills(view: _View) -> Iterator[Block]:
    say, rows = view.language.say, view.matrix.rows.skills
    head = Heading(say(N_("Skills")), say(level_note(row.values for row in rows)))
    yield from _table(view, head, rows, _skill)
    if view.options.full:
        yield from basics_of(view.matrix.roles, view.catalog, view.language)


def _skill(view: _View, row: Compared[Needed]) -> Row:
    name = link(view.catalog, view.language, "skills", row.id)
    meters = labels.meters(view.language, row.values)
    return Row((name, *meters), _alike(row))
