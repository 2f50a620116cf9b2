"""The guides in effect, as a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from roleguide.guide_paths import typed
from roleguide.guides.overview import Overview
from roleguide.language import N_, Language
from roleguide.views.document import Block, Document, Fields, Heading, Inline, Table

_NAMED: Final = 12
"""How many ids of a section are named; of more, the number alone."""


def guides_view(guides: Sequence[Overview], language: Language) -> Document:
    """The guides in effect, the lowest first, with what each has to do with those below it."""
    title = language.say(N_("Guides in effect, the lowest first"))
    blocks: list[Block] = [Heading(title, level=1)]
    for guide in guides:
        blocks.append(Heading(guide.id or guide.path, guide.path if guide.id else ""))
        blocks.append(Fields(tuple(_rows(guide, language))))
    heads = ("guide", "path", "edition", "adds", "replaces", "faults")
    rows = tuple(
        (
            guide.id,
            guide.path,
            guide.edition or "",
            str(sum(map(len, guide.adds.values()))),
            str(sum(map(len, guide.replaces.values()))),
            str(guide.faults),
        )
        for guide in guides
    )
    return Document(title, language, tuple(blocks), table=Table(heads, rows))


def _rows(guide: Overview, language: Language) -> Iterator[tuple[Inline, Inline]]:
    if guide.unreadable:
        yield language.say(N_("Not read")), language.tell(guide.unreadable)
    else:
        yield from _contents(guide, language)
    for name, why in guide.passed_over:
        passed = f"{language.label(name)} {language.tell(why)}"
        yield language.say(N_("Passed over")), passed


def _contents(guide: Overview, language: Language) -> Iterator[tuple[Inline, Inline]]:
    say = language.say
    if guide.edition:
        yield say(N_("Edition")), guide.edition
    if guide.adds:
        yield say(N_("Adds")), _counted(guide.adds, language)
    if guide.replaces:
        yield say(N_("Replaces")), _counted(guide.replaces, language)
    if not guide.adds and not guide.replaces:
        yield say(N_("Adds")), say(N_("nothing"))
    if guide.faults:
        number = language.count("{n} fault", "{n} faults", guide.faults)
        remedy = say(
            N_("{faults}; none of it is used: {command}"), faults=number, command=_check(guide)
        )
        yield say(N_("Faults")), remedy


def _check(guide: Overview) -> str:
    return f"roleguide check {typed(guide.path)}"


def _counted(records: Mapping[str, list[str]], language: Language) -> str:
    """How many records of each section, and which, where they are few."""
    return language.clauses(
        f"{section} {len(ids)}" + (f" ({', '.join(ids)})" if len(ids) <= _NAMED else "")
        for section, ids in records.items()
    )
