"""A comparison as bare rows: a line for each thing that any of the roles has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeAlias, TypeVar

from roleguide.catalog import Catalog, RoleEntry
from roleguide.compare.result import Change, Compared, Rows
from roleguide.language import Language
from roleguide.views import labels
from roleguide.views.document import Table, plain

T = TypeVar("T")

_Line: TypeAlias = tuple[tuple[str, str, str], Change, Sequence[str]]
"""Kind, id and name of something; the change between two roles; a cell for each role."""


def comparison_table(
    rows: Rows, roles: Sequence[RoleEntry], catalog: Catalog, language: Language
) -> Table:
    """The rows of a comparison with a column for each role, and one for the change between two."""
    two = len(roles) == 2
    heads = ("kind", "id", "name", *["change"] * two, *(entry.full_id for entry in roles))
    lines = _lines(rows, catalog, language)
    return Table(heads, tuple((*named, *[change] * two, *cells) for named, change, cells in lines))


def _lines(rows: Rows, catalog: Catalog, language: Language) -> Iterator[_Line]:
    for fact in rows.facts:
        values = [plain(value) for value in labels.fact(language, catalog, fact)]
        yield ("fact", fact.id, labels.fact_name(language, fact.id)), fact.change, values
    title = partial(catalog.title, language=language)
    parts, needs = rows.responsibilities, rows.skills
    yield from _named("responsibility", parts, partial(title, "activities"), lambda r: r.part)
    yield from _named("skill", needs, partial(title, "skills"), lambda need: str(need.level))
    yield from _named("metric", rows.metrics, partial(title, "metrics"), str)
    yield from _named("tool", rows.tools, partial(title, "tools"), lambda _: "yes")


def _named(
    kind: str,
    rows: Iterable[Compared[T]],
    name: Callable[[str], str],
    told: Callable[[T], str],
) -> Iterator[_Line]:
    """Rows about records; `told` makes the cell of a value, and no value makes an empty cell."""
    for row in rows:
        cells = ["" if value is None else told(value) for value in row.values]
        yield (kind, row.id, name(row.id)), row.change, cells
