"""What a search found as a document: each record, where it says so, and the words marked."""

from __future__ import annotations

from typing import Final

from roleguide.catalog import Catalog
from roleguide.language import N_, Language, Message
from roleguide.search import Hit, SearchResult
from roleguide.sections import SECTIONS
from roleguide.views import labels
from roleguide.views.document import (
    Block,
    Document,
    Entry,
    Heading,
    Item,
    Link,
    Prose,
    Table,
    entries,
)

AROUND: Final = 60
"""Characters shown before the first word found."""

LONGEST: Final = 160
"""Characters shown of a text."""


def found_view(
    found: SearchResult, query: str, catalog: Catalog, language: Language, *, whole: bool = False
) -> Document:
    """The hits of a search; their texts whole, or short around the first word found."""
    title = language.say(N_("Search: {query}"), query=_short(query))
    blocks: list[Block] = [Heading(title, _tally(found, language), level=1)]
    told = []
    rows = []
    for hit in found.hits:
        kind = language.say(SECTIONS[hit.section].label)
        name = _name(hit, catalog, language)
        line = Item(marked(hit) if whole else excerpt(hit), _field(hit, language))
        head = Link(f"{name} ({hit.id}, {kind})", hit.section, hit.id)
        told.append(Entry(head, (line,)))
        rows.append((hit.section, hit.id, name, hit.field, hit.lang, hit.text))
    blocks += [*entries(told)] or [Prose(language.say(labels.NOTHING))]
    note = None
    if found.total > len(told):
        text = N_("These are {n} of {total} records; --limit 0 shows all of them.")
        note = Message(text, {"n": len(told), "total": found.total})
        blocks.append(Prose(language.tell(note), tone="quiet"))
    heads = ("section", "id", "name", "field", "lang", "text")
    return Document(title, language, tuple(blocks), table=Table(heads, tuple(rows), note))


def _tally(found: SearchResult, language: Language) -> str:
    """How many records there are, and how many of them are shown."""
    if found.total == len(found.hits):
        return language.count("{n} record", "{n} records", found.total)
    return language.say(N_("{n} of {total} records"), n=len(found.hits), total=found.total)


def _field(hit: Hit, language: Language) -> str:
    """Where a text stands, and in which language where that is not the reader's."""
    field = language.say(labels.FIELDS[hit.field]) if hit.field in labels.FIELDS else hit.field
    base = hit.lang.partition("-")[0]
    if base in ("", language.base):
        return field
    name = Language(hit.lang).name
    spoken = language.say(name) if name else hit.lang
    return language.say(N_("{field}, in {language}"), field=field, language=spoken)


def _short(query: str) -> str:
    query = " ".join(query.split())
    return query if len(query) <= LONGEST else f"{query[:LONGEST]} …"


def _name(hit: Hit, catalog: Catalog, language: Language) -> str:
    if hit.section != "pairs":
        return catalog.title(hit.section, hit.id, language)
    ids = catalog.sections.pairs[hit.id].difference
    return " / ".join(labels.short_name(language, catalog.head(i)) for i in ids)


def excerpt(hit: Hit) -> str:
    """The text around the first word found, the words between brackets."""
    start = max(hit.marks[0][0] - AROUND, 0) if hit.marks else 0
    if start:
        start = hit.text.find(" ", start) + 1
    end = min(start + LONGEST, len(hit.text))
    if end < len(hit.text):
        end = max(hit.text.rfind(" ", start, end), hit.marks[0][1] if hit.marks else start)
    shown = marked(hit, start, end)
    return ("… " if start else "") + shown + (" …" if end < len(hit.text) else "")


def marked(hit: Hit, start: int = 0, end: int | None = None) -> str:
    """A part of the text, or all of it, the words found between brackets."""
    end = len(hit.text) if end is None else end
    parts = []
    at = start
    for first, last in hit.marks:
        if first >= at and last <= end:
            parts += [hit.text[at:first], "[", hit.text[first:last], "]"]
            at = last
    parts.append(hit.text[at:end])
    return "".join(parts)
