"""Names of records as links, and sentences and lists with such names in them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from roleguide.catalog import Catalog
from roleguide.language import Language
from roleguide.model import Question
from roleguide.views.document import Inline, Link, Prose, Spans, plain, spans

ALL: Final = sys.maxsize
"""Room for all names: a page has it, a screen has not."""


def link(catalog: Catalog, language: Language, section: str, identifier: str) -> Link:
    """The name of a record, leading to it."""
    return Link(catalog.title(section, identifier, language), section, identifier)


def linked(text: str, links: Iterable[Link]) -> Inline:
    """A text with links in the places of their texts, which come in it in this order."""
    parts: list[str | Link] = []
    for each in links:
        before, found, text = text.partition(each.text)
        parts += [before, each] if found else [before]
    return Spans((*parts, text))


def concatenated(*texts: Inline) -> Inline:
    """Texts one behind the other."""
    return Spans(tuple(part for text in texts for part in spans(text)))


def listed(items: Iterable[Inline]) -> Inline:
    """Texts in a row, with commas between them."""
    return _joined(items, ", ")


def clauses(language: Language, texts: Iterable[Inline]) -> Inline:
    """Texts in a row, with semicolons between them."""
    return _joined(texts, language.clauses(["", ""]))


def _joined(items: Iterable[Inline], mark: str) -> Inline:
    first, *more = [*items] or [""]
    return concatenated(first, *(text for item in more for text in (mark, item))) if more else first


def within(language: Language, names: Sequence[Inline], room: int) -> Inline:
    """Names in a row, as many as fit into `room` characters, and how many there are beside them.

    A last one is named all the same: to say that there is one more would take its room.
    """
    kept = [*_fitting(names, room)]
    rest = len(names) - len(kept)
    if rest == 1:
        kept = [*names]
    elif rest:
        kept.append(language.count("and {n} more", "and {n} more", rest))
    return _joined(kept, language.separator(map(plain, kept)))


def either(language: Language, names: Sequence[Inline]) -> Inline:
    """Names of which one holds: the last one behind an *or*."""
    return linked(
        language.listing(map(plain, names), "or"),
        (part for name in names for part in spans(name) if isinstance(part, Link)),
    )


def question(language: Language, asked: Question, role: str) -> Prose:
    """A question that tells two roles apart, and to which of them its answer points."""
    answer = language.of(asked.answer) if asked.answer else ""
    pointer = f"{language.label(answer)} {role}" if answer else role
    return Prose(language.of(asked.ask), pointer=pointer)


def _fitting(names: Iterable[Inline], room: int) -> Iterator[Inline]:
    """The first names; one at least."""
    used = 0
    for name in names:
        size = len(plain(name)) + 2
        if used and used + size > room:
            return
        used += size
        yield name


def filled(language: Language, message: str, /, **places: Inline) -> Inline:
    """An interface sentence in a language, whose places are filled with texts and links."""
    parts: list[str | Link] = []
    for place, text in language.pieces(message, **{k: plain(v) for k, v in places.items()}):
        filling = places.get(place, text)
        if isinstance(filling, Link):
            # a name takes the same word before it: “de”, “d’”
            name = text.replace(filling.text, filling.name) if filling.name else ""
            parts.append(filling._replace(text=text, name=name))
        elif isinstance(filling, Spans) and plain(filling) == text:
            parts += filling.parts
        else:
            parts.append(text)
    return Spans(tuple(parts))
