"""What each page says: the views of the commands, without what only those need who type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from roleguide.catalog import Catalog
from roleguide.compare import compare
from roleguide.language import N_, Language
from roleguide.moves import move
from roleguide.moves.around import around
from roleguide.name_matching import fold
from roleguide.sections import NAMED, SECTIONS
from roleguide.site.addresses import Page
from roleguide.site.contents import Contents
from roleguide.views.activities import activities_view
from roleguide.views.around import around_view
from roleguide.views.comparison import comparison_page
from roleguide.views.document import (
    Block,
    Column,
    Document,
    Grid,
    Heading,
    Link,
    Prose,
    Row,
    plain,
    spans,
)
from roleguide.views.links import link, listed
from roleguide.views.listings import all_skills_view, roles_view
from roleguide.views.move import move_view
from roleguide.views.pay import pay_view
from roleguide.views.record_pages import RECORD_VIEWS, terms_view
from roleguide.views.role import Asked, role_view

PLURALS: Final[Mapping[str, str]] = {
    "compare": N_("Comparisons"),
    **{name: SECTIONS[name].plural for name in NAMED},
}
"""What all pages of a kind are called."""

Making = Callable[[str, Contents, Language], Document]


def document(page: Page, contents: Contents, language: Language) -> Document:
    """What a page of a record, of two roles or of a kind says."""
    if not page.id:
        return _without_ids(_headed(_list(page.kind, contents, language), page.kind), "")
    make = _MAKING.get(page.kind)
    if make:
        return _without_ids(make(page.id, contents, language), page.id)
    return _without_ids(RECORD_VIEWS[page.kind](page.id, contents.catalog, language), page.id)


def _role(role: str, contents: Contents, language: Language) -> Document:
    return role_view(contents.roles[role], contents.catalog, language, Asked(), "page")


def _comparison(pair: str, contents: Contents, language: Language) -> Document:
    one, other = contents.pairs[pair]
    result = compare(contents.catalog, contents.roles[one], contents.roles[other])
    return comparison_page(result, contents.catalog, language)


def _move(pair: str, contents: Contents, language: Language) -> Document:
    start, _, goal = pair.partition("--")
    result = move(contents.catalog, contents.roles[start], contents.roles[goal])
    return move_view(result, contents.catalog, language, "page", explain=False)


def _next(role: str, contents: Contents, language: Language) -> Document:
    result = around(contents.catalog, contents.roles[role])
    return around_view(result, contents.catalog, language, typed=False)


def _pay(role: str, contents: Contents, language: Language) -> Document:
    return pay_view([contents.roles[role]], None, contents.catalog, language, whole=True)


_MAKING: Final[Mapping[str, Making]] = {
    "roles": _role,
    "compare": _comparison,
    "moves": _move,
    "next": _next,
    "pay": _pay,
}


def _list(kind: str, contents: Contents, language: Language) -> Document:
    """All records of a kind."""
    catalog = contents.catalog
    match kind:
        case "roles":
            return roles_view(catalog.heads(), catalog, language)
        case "skills":
            return all_skills_view(catalog, language)
        case "activities":
            return activities_view(catalog, language)
        case "terms":
            return terms_view(catalog, language)
        case "compare":
            return _pairs(contents, language)
        case _:
            return _records(kind, catalog, language)


def _headed(made: Document, kind: str) -> Document:
    """A list under the name by which all pages call it."""
    title = made.language.say(PLURALS[kind])
    head, *rest = made.blocks
    note = head.note if isinstance(head, Heading) else ""
    blocks = (Heading(title, note, level=1), *rest)
    return made._replace(title=title, blocks=blocks)


def _records(kind: str, catalog: Catalog, language: Language) -> Document:
    """All records of a section by name, each with what it is."""
    records = getattr(catalog.sections, kind)
    named = ((link(catalog, language, kind, i), records[i]) for i in records)
    rows = [
        Row((name, language.of(getattr(record, "definition", None) or {})))
        for name, record in sorted(named, key=lambda pair: fold(pair[0].text))
    ]
    title = language.say(PLURALS[kind])
    columns = (Column("", wide=True), Column("", wide=True))
    return Document(title, language, (Heading(title, level=1), Grid(columns, tuple(rows))))


def _pairs(contents: Contents, language: Language) -> Document:
    """Each role with those it is taken for: the pairs that somebody has written about."""
    say, title, written = language.say, language.say(PLURALS["compare"]), contents.written

    def by_title(roles: Iterable[str]) -> list[str]:
        return sorted(roles, key=lambda i: fold(contents.catalog.title("roles", i, language)))

    rows = [
        Row((link(contents.catalog, language, "roles", role), listed(taken_for)))
        for role in by_title(contents.roles)
        if (taken_for := [versus(role, i, contents, language) for i in by_title(written[role])])
    ]
    lead = N_("Each job, and those it is confused with; their names lead to the comparisons.")
    rest = N_("Every other pair is on the pages of its two roles, the nearest ones first.")
    grid = Grid((Column("", wide=True), Column("", wide=True)), tuple(rows))
    blocks: list[Block] = [
        Heading(title, level=1),
        Prose(say(lead), tone="lead"),
        *([grid] if rows else []),
        *([Prose(say(rest), tone="quiet")] if contents.chosen != "written" else []),
    ]
    return Document(title, language, tuple(blocks))


def versus(role: str, other: str, contents: Contents, language: Language) -> Link:
    """Another role, leading to its comparison with one."""
    title = contents.catalog.title("roles", other, language)
    return Link(title, "compare", f"{role}--{other}")


def comparison_link(pair: str, contents: Contents, language: Language) -> Link:
    """The title of a comparison, leading to it."""
    left, right = (contents.catalog.title("roles", i, language) for i in contents.pairs[pair])
    text = language.say(N_("{left} or {right}"), left=left, right=right)
    return Link(text, "compare", pair)


def _without_ids(made: Document, identifier: str) -> Document:
    """A document without columns of ids, and without its own in the head: nobody types here."""
    blocks = tuple(_bare(made.blocks, identifier))
    return made._replace(blocks=blocks, rest=tuple(_bare(made.rest, identifier)))


def _bare(blocks: Iterable[Block], identifier: str) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Prose(tone="quiet") if _tells_what_to_type(block):
                pass
            case Grid():
                yield _without_columns_of_ids(block)
            case Heading(level=1) if identifier:
                parts = block.note.split(" · ")
                own = [part for part in parts if part.rpartition("/")[2] != identifier]
                yield block._replace(note=" · ".join(own))
            case _:
                yield block


def _tells_what_to_type(prose: Prose) -> bool:
    """Whether a remark names a command that no page stands for."""
    return any(isinstance(part, str) and "roleguide " in part for part in spans(prose.text))


def _without_columns_of_ids(grid: Grid) -> Grid:
    kept = [at for at, column in enumerate(grid.columns) if not column.id]
    rows = (row._replace(cells=tuple(row.cells[at] for at in kept)) for row in grid.rows)
    return Grid(tuple(grid.columns[at] for at in kept), tuple(rows))


def described(made: Document) -> str:
    """What a page says first, for those who only see that it exists."""
    prose = [block for block in made.blocks if isinstance(block, Prose) and block.tone != "quiet"]
    leads = [plain(block.text) for block in prose if block.tone == "lead"]
    return " ".join(leads[:2]) or " ".join(plain(block.text) for block in prose[:1]) or made.title
