"""The guides in effect, as a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from roleguide.guide_paths import typed
from roleguide.guides.overview import Overview
from roleguide.language import N_, Language
from roleguide.views.document import Block, Document, Fields, Heading, Rows, Table

_NAMED: Final = 12
"""How many ids of a section are named; of more, the number alone."""


def guides_view(guides: Sequence[Overview], language: Language) -> Document:
    """The guides in effect, the lowest first, with what each has to do with those below it."""
    title = language.say(N_("Guides in effect, the lowest first"))
    blocks: list[Block] = [Heading(title, level=1)]
    rows = []
    for guide in guides:
        blocks.append(Heading(guide.id or guide.path, guide.path if guide.id else ""))
        blocks.append(Fields(tuple(_rows(guide, language))))
        numbers = (sum(map(len, each.values())) for each in (guide.adds, guide.replaces))
        cells = (guide.id, guide.path, guide.edition or "", *numbers, guide.faults)
        rows.append(tuple(map(str, cells)))
    heads = ("guide", "path", "edition", "adds", "replaces", "faults")
    return Document(title, language, tuple(blocks), table=Table(heads, tuple(rows)))


def _rows(guide: Overview, language: Language) -> Rows:
    if guide.unreadable:
        yield language.say(N_("Not read")), language.tell(guide.unreadable)
    else:
        yield from _contents(guide, language)
    for name, why in guide.passed_over:
        passed = f"{language.label(name)} {language.tell(why)}"
        yield language.say(N_("Passed over")), passed


def _contents(guide: Overview, language: Language) -> Rows:
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
        command = f"roleguide check {typed(guide.path)}"
        text = N_("{faults}; none of it is used: {command}")
        yield say(N_("Faults")), say(text, faults=number, command=command)


def _counted(records: Mapping[str, list[str]], language: Language) -> str:
    """How many records of each section, and which, where they are few."""
    return language.clauses(
        f"{section} {len(ids)}" + (f" ({', '.join(ids)})" if len(ids) <= _NAMED else "")
        for section, ids in records.items()
    )
