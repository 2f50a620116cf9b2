"""Names as people write them: folded, looked up rung by rung, corrected when near."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Final, NamedTuple

from roleguide.model import Role, Term, Text

RUNGS: Final = 3
"""Id, then title, then alias: a hit on one rung hides those on the rungs below it."""

_LIGATURES: Final = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss"})


def fold(name: str) -> str:
    """A name without case, accents, ligatures, spaces and punctuation.

    *Ingénieure d’affaires*, *ingenieure d'affaires* and *INGENIEURE DAFFAIRES* are one.
    """
    plain = unicodedata.normalize("NFKD", name.translate(_LIGATURES)).casefold()
    return re.sub(r"[\W_]+", "", "".join(c for c in plain if not unicodedata.combining(c)))


class Hits(NamedTuple):
    """The ids found on the first rung that had any."""

    rung: int
    ids: tuple[str, ...]


class Index:
    """Folded names of one kind of record, on three rungs."""

    def __init__(self) -> None:
        self._rungs: list[dict[str, list[str]]] = [{} for _ in range(RUNGS)]

    def add(self, identifier: str, rung: int, names: Iterable[str]) -> None:
        """Let a record be found by these names."""
        for name in names:
            if folded := fold(name):
                ids = self._rungs[rung].setdefault(folded, [])
                if identifier not in ids:
                    ids.append(identifier)

    def find(self, name: str) -> Hits | None:
        """The records of that name, on the highest rung that has one."""
        folded = fold(name)
        for rung, names in enumerate(self._rungs):
            if folded in names:
                return Hits(rung, tuple(names[folded]))
        return None

    def everywhere(self, name: str) -> tuple[str, ...]:
        """The records of that name on any rung, highest first."""
        folded = fold(name)
        return tuple(dict.fromkeys(i for names in self._rungs for i in names.get(folded, ())))

    def near(self, name: str, most: int = 3) -> list[str]:
        """The ids whose names resemble this one, best first."""
        names = [folded for rung in self._rungs for folded in rung]
        close = get_close_matches(fold(name), names, n=most * 2, cutoff=0.72)
        ids = (i for folded in close for rung in self._rungs for i in rung.get(folded, ()))
        return list(dict.fromkeys(ids))[:most]


def _forms(text: Text | None, gendered: Mapping[str, str] | None = None) -> Iterator[str]:
    yield from (text or {}).values()
    yield from (gendered or {}).values()


def index_roles(roles: Mapping[str, Role]) -> Index:
    """An index of roles: ids, titles, then short names, other titles and former ids."""
    index = Index()
    for identifier, role in roles.items():
        index.add(identifier, 0, [identifier])
        index.add(identifier, 1, _forms(role.title.text, role.title.gendered))
        index.add(identifier, 2, _forms(role.short))
        index.add(identifier, 2, role.formerly)
        for other in role.titles:
            index.add(identifier, 2, _forms({other.lang: other.text.text}, other.text.gendered))
    return index


def index_terms(terms: Mapping[str, Term]) -> Index:
    """An index of terms: ids, names, then other spellings and long forms."""
    index = Index()
    for identifier, term in terms.items():
        index.add(identifier, 0, [identifier])
        index.add(identifier, 1, term.name.values())
        index.add(identifier, 2, term.also)
        for sense in term.senses:
            index.add(identifier, 2, _forms(sense.name))
    return index


def index_named(records: Mapping[str, tuple[Text, Sequence[Text]]]) -> Index:
    """An index of records that have a name and perhaps other names."""
    index = Index()
    for identifier, (name, others) in records.items():
        index.add(identifier, 0, [identifier])
        index.add(identifier, 1, name.values())
        for other in others:
            index.add(identifier, 2, other.values())
    return index
