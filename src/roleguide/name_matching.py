"""Names as people write them: folded, on three rungs, corrected when near."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches
from typing import Any, Final, TypeAlias

from roleguide.language.folding import decomposed
from roleguide.model import AlsoCalled, Role, Term, Text

ID, TITLE, ALIAS = range(3)
"""The rungs: a hit on one hides those on the rungs below it."""

Named: TypeAlias = tuple[int, str]
"""A rung, and a name on it."""

_BETWEEN: Final = re.compile(r"[\W_]+")


def fold(name: str) -> str:
    """A name without case, accents, ligatures, spaces and punctuation.

    *Ingénieure d’affaires*, *ingenieure d'affaires* and *INGENIEURE DAFFAIRES* are one.
    """
    return _BETWEEN.sub("", decomposed(name))  # an accent on its own is no letter


def names_of(identifier: str, record: Any) -> Iterator[Named]:
    """The names of a record: its id, its titles, then whatever else it is called."""
    yield ID, identifier
    if isinstance(record, Role):
        yield from _names_of_role(record)
    elif hasattr(record, "name"):
        yield from _each(TITLE, record.name)
        if isinstance(record, Term):
            yield from ((ALIAS, other) for other in record.also)
            for sense in record.senses:
                yield from _each(ALIAS, sense.name)
        else:
            yield from _each(ALIAS, getattr(record, "short", None))


def _names_of_role(role: Role) -> Iterator[Named]:
    yield from _each(TITLE, role.title.text)
    yield from _each(TITLE, role.title.gendered)
    yield from _each(ALIAS, role.short)
    yield from ((ALIAS, former) for former in role.formerly)
    for other in role.titles:
        yield ALIAS, other.text.text
        yield from _each(ALIAS, other.text.gendered)


def other_title(role: Role, name: str) -> AlsoCalled | None:
    """The entry of a role's other titles that a name stands for; None where it is none of them."""
    asked = fold(name)
    for title in role.titles:
        forms = (title.text.text, *(title.text.gendered or {}).values())
        if asked in map(fold, forms):
            return title
    return None


def _each(rung: int, text: Text | Mapping[str, str] | None) -> Iterator[Named]:
    yield from ((rung, name) for name in (text or {}).values())


def nearest(name: str, known: Iterable[tuple[str, str]], most: int = 3) -> Sequence[str]:
    """The ids whose folded names resemble a name, best first.

    Args:
        name: The name as it was given.
        known: Folded names with their ids.
        most: How many ids to give.
    """
    ids: dict[str, list[str]] = {}
    for folded, identifier in known:
        ids.setdefault(folded, []).append(identifier)
    asked = fold(name)
    close = get_close_matches(asked, list(ids), n=most * 8, cutoff=0.72)
    best = SequenceMatcher(None, close[0], asked).ratio() if close else 0.0
    near = [c for c in close if SequenceMatcher(None, c, asked).ratio() > best - 0.1]
    return list(dict.fromkeys(i for folded in near for i in ids[folded]))[:most]
