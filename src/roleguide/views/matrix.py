"""Three and more roles as a document: a column each."""

from __future__ import annotations

from collections.abc import Iterator

from roleguide.catalog import Catalog
from roleguide.compare.result import Matrix
from roleguide.language import N_, Language
from roleguide.model import Responsibility
from roleguide.views import labels
from roleguide.views.basics import basics_of, scale
from roleguide.views.comparison_table import comparison_table
from roleguide.views.document import (
    Block,
    Bullets,
    Column,
    Document,
    Grid,
    Heading,
    Item,
    Link,
    Row,
)
from roleguide.views.links import link


def matrix_view(matrix: Matrix, catalog: Catalog, language: Language) -> Document:
    """Three and more roles side by side."""
    names = labels.short_names(language, matrix.roles)
    title = language.listing(language.of(entry.role.title.text) for entry in matrix.roles)
    columns = (Column(""), *(Column(name) for name in names))
    blocks = tuple(_blocks(matrix, catalog, language, columns))
    shown = matrix.rows._replace(metrics=(), tools=())
    table = comparison_table(shown, matrix.roles, catalog, language)
    return Document(title, language, (Heading(title, level=1), *blocks), table=table)


def _blocks(
    matrix: Matrix, catalog: Catalog, language: Language, columns: tuple[Column, ...]
) -> Iterator[Block]:
    say = language.say
    wide = tuple(column._replace(wide=bool(column.name)) for column in columns)
    yield Heading(say(N_("Why the job exists")))
    yield Bullets(
        tuple(
            Item(language.of(entry.role.mission), Link(column.name, "roles", entry.id))
            for entry, column in zip(matrix.roles, columns[1:], strict=True)
        )
    )
    yield Heading(say(N_("At a glance")))
    yield Grid(wide, tuple(_facts(matrix, catalog, language)))
    yield Heading(say(N_("Responsibilities")))
    yield Grid(wide, tuple(_responsibilities(matrix, catalog, language)))
    yield Heading(say(N_("Skills")), say(scale(row.values for row in matrix.rows.skills)))
    yield Grid(columns, tuple(_skills(matrix, catalog, language)))
    yield from basics_of(matrix.roles, catalog, language)


def _facts(matrix: Matrix, catalog: Catalog, language: Language) -> Iterator[Row]:
    for fact in matrix.rows.facts:
        if fact.id != "focus":  # a paragraph a role
            values = labels.fact(language, catalog, fact)
            yield Row((language.say(labels.FACTS[fact.id]), *values))


def _responsibilities(matrix: Matrix, catalog: Catalog, language: Language) -> Iterator[Row]:
    for row in matrix.rows.responsibilities:
        parts = (_part(language, responsibility) for responsibility in row.values)
        yield Row((link(catalog, language, "activities", row.id), *parts))


def _skills(matrix: Matrix, catalog: Catalog, language: Language) -> Iterator[Row]:
    for row in matrix.rows.skills:
        yield Row((link(catalog, language, "skills", row.id), *labels.meters(language, row.values)))


def _part(language: Language, responsibility: Responsibility | None) -> str:
    if responsibility is None:
        return "–"
    text = language.say(labels.PARTS[responsibility.part])
    reach = responsibility.over
    return f"{text} ({language.say(labels.REACHES[reach])})" if reach else text
