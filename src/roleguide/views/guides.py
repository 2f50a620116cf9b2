"""Guides as wholes, as documents: which are in effect, and what one changes of another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from roleguide.guide_paths import typed
from roleguide.guides.changes import ChangeKind, FieldChange, RecordChange
from roleguide.guides.overview import Overview
from roleguide.language import N_, Language
from roleguide.language_tags import LANGUAGES
from roleguide.views.document import (
    Block,
    Bullets,
    Document,
    Fields,
    Heading,
    Inline,
    Item,
    Prose,
    Table,
)

_NAMED: Final = 12
"""How many ids of a section are named; of more, the number alone."""

_SHORT: Final = 40
"""Characters up to which what was and what is stand on one line."""


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


def changes_view(
    found: Sequence[RecordChange], names: tuple[str, str], language: Language
) -> Document:
    """What changes from one guide to another, record by record, roles first.

    Args:
        found: The records that changed.
        names: What was compared.
        language: The language of the reader.
    """
    before, after = names
    title = language.say(N_("From {before} to {after}"), before=before, after=after)
    blocks: list[Block] = [Heading(title, level=1)]
    if not found:
        blocks.append(Prose(language.say(N_("Nothing changes."))))
    for record in found:
        blocks.append(Heading(record.id, _note(record, language)))
        blocks += _record_changes(record, language)
    heads = ("section", "id", "path", "change", "before", "after")
    rows = tuple(
        (
            record.section,
            record.id,
            field.path,
            field.change,
            _shown(field.before, language),
            _shown(field.after, language),
        )
        for record in found
        for field in record.fields
    )
    return Document(title, language, tuple(blocks), table=Table(heads, rows))


_WAYS: Final = {"left": N_("gone"), "right": N_("new"), "changed": N_("changed")}


def _note(record: RecordChange, language: Language) -> str:
    """The section of a record, and in which way it changed."""
    way = language.say(_WAYS[record.change])
    if record.base:
        way = language.say(N_("new, upon {role}"), role=record.base)
    return f"{record.section} · {way}"


def _record_changes(record: RecordChange, language: Language) -> Iterator[Block]:
    """What changed in a record; of one that is new or gone, what it is in a sentence.

    Of a new one that extends another, what it says otherwise than that one.
    """
    if record.change != "changed" and not record.base:
        values = {field.path: field for field in record.fields}
        for key in ("plain", "mission", "definition", "meaning"):
            if key in values:
                field = values[key]
                yield Prose(_shown(field.after or field.before, language))
                return
        return
    told = record.departures if record.base else record.fields
    yield Bullets(tuple(item for field in told for item in _items(field, language)))


def _items(field: FieldChange, language: Language) -> Iterator[Item]:
    before, after = field.before, field.after
    if isinstance(before, list) and isinstance(after, list):
        yield from _of_lists(field.path, before, after, language)
        return
    old, new = _shown(before, language), _shown(after, language)
    if old == new:
        yield from _elsewhere(field, language)
    elif old and new and len(old) + len(new) <= _SHORT:
        yield Item(f"{old} → {new}", field.path, "changed")
    else:
        sides: tuple[tuple[str, ChangeKind], ...] = ((old, "left"), (new, "right"))
        yield from (Item(text, field.path, way) for text, way in sides if text)


def _of_lists(
    path: str, before: Sequence[object], after: Sequence[object], language: Language
) -> Iterator[Item]:
    """What is gone from a list, and what is new in it."""
    gone = [_shown(item, language) for item in before if item not in after]
    new = [_shown(item, language) for item in after if item not in before]
    yield from (Item(text, path, "left") for text in gone)
    yield from (Item(text, path, "right") for text in new)
    if not gone and not new:
        yield Item(language.say(N_("in another order")), path, "changed")


def _elsewhere(field: FieldChange, language: Language) -> Iterator[Item]:
    """A text that changed in another language than the reader's."""
    before, after = (_by_language(value) for value in (field.before, field.after))
    for code in sorted({*before, *after}):
        if before.get(code) != after.get(code):
            path = f"{field.path}.{code}"
            yield from _items(FieldChange(path, before.get(code), after.get(code)), language)


def _by_language(text: object) -> Mapping[str, object]:
    return text if isinstance(text, dict) else dict.fromkeys(LANGUAGES, text)


def _shown(value: object, language: Language) -> str:
    """A value as a reader sees it: a text in the reader's language, a mapping as its entries."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(_shown(item, language) for item in value)
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, dict):
        return str(value)
    if set(value) == {"m", "f"}:
        return f"{value['m']} / {value['f']}"
    if all(len(key.partition("-")[0]) == 2 for key in value):
        return _shown(value.get(language.base, next(iter(value.values()), "")), language)
    return ", ".join(f"{key} {_shown(child, language)}" for key, child in value.items())
