"""What the store keeps of the words of titles: the entries around them, and the names of roles.

A name is kept as its forms, parted into those that say what is done (the core: *sales*,
*operations*) and those that place it on the ladder (the rank: *manager*).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from roleguide.model import LADDER, Guide, Role, TitleWords
from roleguide.name_matching import ID, SHORT, fold, titles_of
from roleguide.store.stack import Stack
from roleguide.store.writing import TitleIndex, TitleNameRow
from roleguide.word_forms import Entry, forms, respelled, spans

EMPTY: Final = ("function", "conjunction", "preposition")
"""Kinds of words without a meaning of their own; phrases and names are compared without them."""

Entries: TypeAlias = dict[str, list[Entry]]


def title_index(guide: Guide, below: Stack) -> TitleIndex:
    """Work out the rows of a guide.

    Title words of all guides add up: a guide is read with its own and those of the guides below,
    and if it has any, all of them are in its file.

    Args:
        guide: The guide.
        below: The guides below.
    """
    own = guide.sections.title_words
    if not (own or guide.sections.roles):
        return TitleIndex()
    lists: list[TitleWords] = [*below.records("title_words"), *own.values()]
    empty = frozenset(_empty(lists))
    entries = _entries(lists, empty)
    names: list[TitleNameRow] = []
    for identifier, role in guide.sections.roles.items():
        for row in _names(identifier, role, entries, empty):
            names.append((len(names), *row))
    keys = [(form, row[0]) for row in names for form in row[4].split()]
    words = [
        (phrase, entry.kind, entry.level, " ".join(entry.means))
        for phrase, found in (entries.items() if own else ())
        for entry in found
    ]
    return TitleIndex(words, names, keys)


def _names(
    identifier: str, role: Role, entries: Entries, empty: frozenset[str]
) -> Iterator[tuple[str, int, str, str, str, int, int, int]]:
    low, high = (LADDER.index(level) for level in role.level)
    rungs = {fold(identifier): (ID, identifier)}
    for rung, name in titles_of(role):
        rungs.setdefault(fold(name), (rung, name))
    for name in (role.short or {}).values():
        rungs.setdefault(fold(name), (SHORT, name))
    for folded, (rung, name) in rungs.items():
        found = [form for form in forms(name) if form not in empty]
        if found:
            yield identifier, rung, folded, *_parted(found, entries), low, high


def _empty(lists: Iterable[TitleWords]) -> Iterator[str]:
    for group in lists:
        if group.kind in EMPTY:
            for phrases in group.words.values():
                for text in phrases.texts:
                    yield from forms(text)


def _entries(lists: Iterable[TitleWords], empty: frozenset[str]) -> Entries:
    """The entries by phrase; what stands for something is followed to its end."""
    entries: Entries = {}
    spellings: Entries = {}
    for group in lists:
        for text, entry in _plain(group):
            _add(entries, text, entry, empty)
        for text, entry in _standing_for(group, empty):
            _add(spellings, text, entry, empty)
    for phrase, found in spellings.items():
        ends = [end for entry in found for end in _followed(entry.means, spellings)]
        followed = [Entry(found[0].kind, means=end) for end in dict.fromkeys(ends)]
        entries[phrase] = [*entries.get(phrase, ()), *followed]
    return entries


def _plain(group: TitleWords) -> Iterator[tuple[str, Entry]]:
    """The phrases of a group that say something themselves."""
    entry = Entry(group.kind, LADDER.index(group.level) if group.level else -1)
    for phrases in group.words.values():
        yield from ((text, entry) for text in phrases.texts)


def _standing_for(group: TitleWords, empty: frozenset[str]) -> Iterator[tuple[str, Entry]]:
    """The phrases of a group that stand for something else, once for each of their meanings."""
    for meanings_of in group.stands_for.values():
        for text, meanings in meanings_of.items():
            for meaning in meanings.texts:
                means = tuple(form for form in forms(meaning) if form not in empty)
                yield text, Entry(group.kind, means=means)


def _add(entries: Entries, text: str, entry: Entry, empty: frozenset[str]) -> None:
    found = forms(text)
    phrase = found[0] if len(found) == 1 else "".join(f for f in found if f not in empty)
    same = entries.setdefault(phrase, [])
    if entry not in same:
        same.append(entry)


def _followed(
    means: tuple[str, ...], spellings: Entries, most: int = 3
) -> Iterator[tuple[str, ...]]:
    """What a meaning stands for in the end: *dir.* is *directeur*, and that is *director*."""
    for pieces in respelled(means, spellings):
        flat = tuple(piece.form for piece in pieces)
        if flat == means or not most:
            yield flat
        else:
            yield from _followed(flat, spellings, most - 1)


def _parted(found: Sequence[str], entries: Entries) -> tuple[str, str, int]:
    """The core and the rank of a name, and the place of the rank.

    An abbreviation inside a name means what it means first; its other meanings are titles that
    people write, and no names.
    """
    pieces = {piece.form: piece for piece in respelled(found, entries)[0]}
    core, rank, level = _core_and_rank(list(pieces), entries)
    if not core:  # in *Director*, a rank is all there is
        core, rank, level = rank, [], -1
    if len(core) == 1:
        # A *responsable du développement* opens markets; a *development manager* need not.
        core = [pieces[core[0]].written]
    return " ".join(core), " ".join(rank), level


def _core_and_rank(found: Sequence[str], entries: Entries) -> tuple[list[str], list[str], int]:
    ranks = [span for span in spans(found, entries) if span.kind == "rank"]
    at = {index for span in ranks for index in range(span.start, span.stop)}
    core = sorted(form for index, form in enumerate(found) if index not in at)
    level = max((span.level for span in ranks), default=-1)
    return core, sorted(found[index] for index in at), level
