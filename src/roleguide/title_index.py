"""What the store keeps of the words of titles: the entries around them, and the names of roles.

A name is kept as its forms, parted into those that say what is done (the core: *sales*,
*operations*) and those that place it on the ladder (the rank: *manager*).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from roleguide.model import LADDER, Guide, Role, TitleWords
from roleguide.name_matching import ID, SHORT, fold, titles_of
from roleguide.store.stack import Stack
from roleguide.word_forms import Entry, Lookup, as_lookup, forms, phrases, respelled, spans

EMPTY: Final = ("function", "conjunction", "preposition")
"""Kinds of words without a meaning of their own; phrases and names are compared without them."""

Entries: TypeAlias = dict[str, list[Entry]]


NameRow: TypeAlias = tuple[str, int, str, str, str, int, int, int]
"""A name by which a title may be read: role, rung, the name folded, its core and its rank as forms,
the place of that rank on the ladder or -1, and the lowest and the highest place of the role."""


def title_index(guide: Guide, below: Stack) -> dict[str, Sequence[tuple[object, ...]]]:
    """Work out the rows of a guide: of words around titles, of names, of the forms of their cores.

    Title words of all guides add up: a guide is read with its own and those of the guides below,
    and if it has any, all of them are in its file. If it has none, only what its names need is
    looked up below.

    Args:
        guide: The guide.
        below: The guides below.
    """
    own = guide.sections.title_words.values()
    entries = _entries([*below.records("title_words"), *own]) if own else {}

    def look_up(phrases: Iterable[str]) -> Lookup:
        return entries if own else as_lookup(below.title_words({*phrases}))

    roles = guide.sections.roles.items()
    names = [row for identifier, role in roles for row in _names(identifier, role, look_up)]
    keys = [(form, number) for number, row in enumerate(names) for form in row[3].split()]
    words = [
        (phrase, at, entry.kind, entry.level, " ".join(entry.means))
        for phrase, found in entries.items()
        for at, entry in enumerate(found)
    ]
    return {
        "title_word": words,
        "title_name": [(number, *row) for number, row in enumerate(names)],
        "title_key": [*dict.fromkeys(keys)],
    }


def _names(
    identifier: str, role: Role, look_up: Callable[[Iterable[str]], Lookup]
) -> Iterator[NameRow]:
    low, high = (LADDER.index(level) for level in role.level)
    rungs = _rungs(identifier, role)
    known = look_up(form for _, found in rungs.values() for form in found)
    told = {folded: _with_meaning(found, known) for folded, (_, found) in rungs.items()}
    entries = look_up(phrase for found in told.values() for phrase in phrases(found))
    for folded, found in told.items():
        if found:
            yield identifier, rungs[folded][0], folded, *_parted(found, entries), low, high


def _rungs(identifier: str, role: Role) -> dict[str, tuple[int, list[str]]]:
    """The names of a role, folded: the rung of each, and its forms."""
    rungs = {fold(identifier): (ID, forms(identifier))}
    for rung, name in titles_of(role):
        rungs.setdefault(fold(name), (rung, forms(name)))
    for name in (role.short or {}).values():
        rungs.setdefault(fold(name), (SHORT, forms(name)))
    return rungs


def _with_meaning(found: Sequence[str], known: Lookup) -> list[str]:
    """The forms that have a meaning of their own."""
    return [f for f in found if not any(entry.kind in EMPTY for entry in known.get(f, ()))]


def _entries(lists: Sequence[TitleWords]) -> Entries:
    """The entries by phrase; what stands for something is followed to its end."""
    empty = _empty(lists)
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


def _empty(lists: Iterable[TitleWords]) -> frozenset[str]:
    small = (text for group in lists if group.kind in EMPTY for text in _texts(group))
    return frozenset(form for text in small for form in forms(text))


def _plain(group: TitleWords) -> Iterator[tuple[str, Entry]]:
    """The phrases of a group that say something themselves; what is empty is so word by word."""
    entry = Entry(group.kind, LADDER.index(group.level) if group.level else -1)
    for text in _texts(group):
        yield from ((word, entry) for word in (forms(text) if group.kind in EMPTY else [text]))


def _texts(group: TitleWords) -> Iterator[str]:
    return (text for phrases in group.words.values() for text in phrases.texts)


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


def _parted(found: Sequence[str], entries: Lookup) -> tuple[str, str, int]:
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


def _core_and_rank(found: Sequence[str], entries: Lookup) -> tuple[list[str], list[str], int]:
    ranks = [span for span in spans(found, entries) if span.kind == "rank"]
    at = {index for span in ranks for index in range(span.start, span.stop)}
    core = sorted(form for index, form in enumerate(found) if index not in at)
    level = max((span.level for span in ranks), default=-1)
    return core, sorted(found[index] for index in at), level
