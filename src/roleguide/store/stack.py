"""Compiled guides read as one: of a record that several have, the uppermost counts.

Each guide keeps a list of the records that it takes the place of, and of the guides that have
these. When it is put on top, they are hidden in those files (`Store.hide`), so that every file
answers with records in effect alone and none is answered twice. What is left to do is to put the
answers together in the order that they would have in one file.
"""

from __future__ import annotations

from roleguide.store import open_store, spaced

TYPE_CHECKING = False
if TYPE_CHECKING:  # as in `store`
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from typing import Any, Final, TypeVar

    from roleguide.model import Part, Reach, Tie
    from roleguide.store import Key, NameFound, Store

    Row = TypeVar("Row")


class Stack:
    """Guides that stand one upon another, open for reading."""

    def __init__(self, stores: Iterable[Store] = ()) -> None:
        """Put guides one upon another, the lowest first."""
        self._stores: Final[list[Store]] = []
        for store in stores:
            self.add(store)

    def add(self, store: Store) -> None:
        """Put a guide on top."""
        hidden = store.hides() if self._stores else []
        for below in self._stores:
            if keys := [(section, i) for guide, section, i in hidden if guide == below.guide]:
                below.hide(keys)
        self._stores.append(store)

    def guides(self) -> list[str]:
        """The ids of the guides, the lowest first."""
        return [store.guide for store in self._stores]

    def editions(self) -> dict[str, str]:
        """The editions of the guides that state one, by id."""
        return {store.guide: store.edition for store in self._stores if store.edition is not None}

    def ids(self, section: str) -> list[str]:
        """The ids of a section, in their order."""
        return self._merged(lambda store: store.ids(section))

    def has(self, section: str, identifier: str) -> bool:
        """Whether a section has a record of that id."""
        return self.holder(section, identifier) is not None

    def holder(self, section: str, identifier: str) -> str | None:
        """The id of the guide whose record is in effect."""
        having = (store for store in self._from_top() if store.has(section, identifier))
        return next((store.guide for store in having), None)

    def record(
        self, section: str, identifier: str, guide: str | None = None, *, head: bool = False
    ) -> tuple[str, Any] | None:
        """A record and the id of its guide: in the guide named, otherwise in the uppermost one.

        Args:
            section: Its section.
            identifier: Its id.
            guide: The guide to take it from.
            head: Whether a role's head is enough: title, family, level, stage and short name.
        """
        for store in self._from_top(guide):
            text = store.record(section, identifier, hidden=guide is not None, head=head)
            if text is not None:
                return store.guide, _decode(text)
        return None

    def records(self, section: str) -> list[Any]:
        """The records of a section in all guides, in effect or not, those of the lowest first."""
        return [_decode(text) for store in self._stores for text in store.records(section)]

    def heads(self) -> list[tuple[str, str, Any]]:
        """Every role's id, guide and head, in the order of ids."""
        rows = self._merged(lambda store: [(i, store.guide, text) for i, text in store.heads()])
        return [(i, guide, _decode(text)) for i, guide, text in rows or self._none()]

    def careers(self, naming: str = "") -> Iterator[tuple[str, Any]]:
        """Of every role, by id: where people go on to, and where they come from.

        Args:
            naming: A role; then only of that one and of those that name it there.
        """
        for role, found in self._merged(lambda store: store.careers(naming)) or self._none():
            yield role, _decode(found) if found else ({}, ())

    def circumstances(
        self,
    ) -> list[tuple[str, str | None, str | None, str | None, bool | None, str, str]]:
        """Of every role, by id: stage, whom it leads, whose figure it carries, travel.

        And the ids of the settings in which it is found, and of those in which there is none.
        """
        return self._merged(lambda store: store.circumstances(), lambda row: row[0])

    def steps(self) -> list[tuple[str, str, str]]:
        """Of every role, by id: the roles that people go on to, and those they come from."""
        return self._merged(lambda store: store.steps())

    def families(self) -> list[tuple[str, str]]:
        """The family of every role, by id."""
        return self._merged(lambda store: store.families())

    def node(self, role: str) -> str | None:
        """A role as it is written in the uppermost guide, as text."""
        found = (store.node(role) for store in self._from_top())
        return next((node for node in found if node is not None), None)

    def titles(self, section: str, languages: Sequence[str]) -> dict[str, tuple[str, str]]:
        """Of each record of a section, by id: the first of these languages it has, its title there.

        Families of one kind are `families:roles` and the like.
        """
        section, _, part = section.partition(":")
        found: dict[str, dict[str, str]] = {}
        for identifier, lang, title in self._merged(lambda store: store.titles(section, part)):
            found.setdefault(identifier, {})[lang] = title
        best = {i: next((c for c in languages if c in by), min(by)) for i, by in found.items()}
        return {i: (lang, found[i][lang]) for i, lang in best.items()}

    def names_beginning(self, section: str, start: str) -> Iterator[tuple[str, str, str]]:
        """The first name of each record in which a word, or several, begin so: id, language, name.

        Args:
            section: The section, as in `titles`.
            start: What they begin with, without capitals and accents.
        """
        asked, section = spaced(start), section.partition(":")[0]
        rows = self._merged(lambda store: store.names_beginning(section, asked))
        for identifier, lang, names, words in rows:
            at = next(at for at, line in enumerate(words.split("\n")) if asked in line)
            yield identifier, lang, names.split("\n")[at]

    def find(
        self, section: str, folded: str, guide: str | None = None
    ) -> list[tuple[int, str, str]]:
        """The names that fold alike, highest rung first: rung, id of the record, spelling.

        Without a guide, only the names in the uppermost guide that has the record count.
        """
        named = guide is not None
        return sorted(
            row
            for store in self._from_top(guide)
            for row in store.find(section, folded, hidden=named)
        )

    def names_about(self, sections: Sequence[str], length: int) -> list[tuple[Key, str]]:
        """Names of about this length, folded, each behind the section and the id of its record."""
        return self._names(sections, lambda store: store.names_about(sections, length))

    def names_with(self, sections: Sequence[str], starts: Collection[str]) -> list[tuple[Key, str]]:
        """Names in which one of these letters stand, behind the section and id of their record."""
        return self._names(sections, lambda store: store.names_with(sections, starts))

    def _names(
        self, sections: Sequence[str], found: Callable[[Store], list[NameFound]]
    ) -> list[tuple[Key, str]]:
        rows = self._merged(found, lambda row: (sections.index(row[0]), row))
        return [((section, identifier), name) for section, _, identifier, name in rows]

    def definitions(
        self, sections: Sequence[str], starts: Collection[str]
    ) -> list[tuple[Key, str]]:
        """What says in a sentence what a record is, where a word begins with one of these."""
        if not starts:
            return []
        query = " OR ".join(f'"{start}"*' for start in starts)
        rows = self._merged(
            lambda store: store.definitions(sections, query),
            lambda row: (sections.index(row[0]), row),
        )
        return [((section, identifier), text) for section, identifier, _, text in rows]

    def title_words(self, phrases: Collection[str]) -> list[tuple[str, str, int, str]]:
        """What phrases around titles say: phrase, kind, place on the ladder, what it stands for.

        A guide that says something of them has what those below it say, too.
        """
        knowing = next((store for store in self._from_top() if store.knows_title_words()), None)
        return knowing.title_words(phrases) if knowing else []

    def title_names(
        self, forms: Collection[str]
    ) -> list[tuple[str, int, str, str, str, int, int, int]]:
        """The names of roles whose core has one of some forms.

        Returns:
            Of each: role, rung, the name folded, core, rank, the place of that rank, and the
            lowest and the highest place of the role.
        """
        rows: list[Any] = self._merged(lambda store: store.title_names(forms))
        return [(role, *name) for role, _, *name in rows]

    def title_forms(self, forms: Collection[str]) -> set[str]:
        """Which of some forms stand in a name of a role or among the words around titles."""
        found = {row[0] for row in self.title_words(forms)}
        return found.union(*(store.title_forms(forms) for store in self._stores))

    def users(self, section: str, identifier: str) -> list[str]:
        """The roles that name a record: that do an activity, need a skill, use a tool."""
        return self._merged(lambda store: store.users(section, identifier)) or self._none()

    def usage(self, section: str) -> dict[str, int]:
        """How many roles name each record of a section."""
        found: dict[str, int] = {}
        for identifier, roles in self._merged(lambda store: store.usage(section)):
            found[identifier] = found.get(identifier, 0) + roles
        return found

    def needs(self) -> list[tuple[str, str, int, int]]:
        """Every skill that every role needs: skill, role, level, weight."""
        return self._merged(lambda store: store.needs())

    def parts(self) -> list[tuple[str, str, Part, Reach | None]]:
        """Every part that every role has: activity, role, part, reach."""
        return self._merged(lambda store: store.parts(), lambda row: row[:2])

    def ties(self) -> list[tuple[str, str, Tie]]:
        """Every tie that every role has to a metric: metric, role, tie."""
        return self._merged(lambda store: store.ties())

    def search(
        self, queries: Sequence[str], sections: Sequence[str] | None, most: int = -1
    ) -> list[tuple[str, str, str, str, str]]:
        """The texts that match any of some FTS5 queries, best first.

        Args:
            queries: The queries.
            sections: The sections to look in; all if None.
            most: How many texts to give; all if negative.

        Returns:
            Of each: section, id, field, language, text.
        """
        rows: list[Any] = self._merged(
            lambda store: store.search(queries, sections, most), lambda row: row[:4]
        )
        best = rows if most < 0 else rows[:most]
        return [(section, identifier, *text) for _, section, identifier, _, *text in best]

    def matches(self, query: str) -> bool:
        """Whether any text matches an FTS5 query."""
        return any(store.matches(query) for store in self._stores)

    def count_matches(self, queries: Sequence[str], sections: Sequence[str] | None) -> int:
        """How many records have a text that matches one of some FTS5 queries."""
        return sum(store.count_matches(queries, sections) for store in self._stores)

    def verify(self) -> None:
        """Verify the checksums of all files.

        Raises:
            DamagedStore: One is not what was written.
        """
        for store in self._stores:
            store.verify()

    def close(self) -> None:
        """Close all files."""
        for store in self._stores:
            store.close()

    def _from_top(self, guide: str | None = None) -> list[Store]:
        """The guides, the uppermost first, or the one that is named."""
        return [store for store in self._stores[::-1] if guide in (None, store.guide)]

    def _merged(
        self, found: Callable[[Store], list[Row]], order: Callable[[Row], Any] | None = None
    ) -> list[Row]:
        """What all guides answer, in one order."""
        rows: list[Any] = [row for store in self._stores for row in found(store)]
        rows.sort(key=order)
        return rows

    def _none(self) -> list[Any]:
        """No rows, after a check that no file is damaged."""
        self.verify()
        return []


def _decode(text: str) -> Any:
    from roleguide.store.encoding import decode  # noqa: PLC0415 — completion reads no records

    return decode(text)


def open_stack(files: Sequence[tuple[str, str]]) -> Stack | None:
    """Open compiled guides, the lowest first, if all are whole and current.

    Args:
        files: The file of each and the stamp it must bear (see `compiled_files`).
    """
    stores = []
    for file, stamp in files:
        store = open_store(file, stamp)
        if store is None:
            return None
        stores.append(store)
    return Stack(stores)
