"""What the guide knows of the words of one title, read from the store as it is needed."""

from collections.abc import Collection, Iterable, Mapping
from itertools import filterfalse
from typing import Final, NamedTuple

from roleguide.store.stack import Stack
from roleguide.word_forms import Entry, as_lookup


class Name(NamedTuple):
    """A name of a role.

    Attributes:
        role: The role.
        rung: How high it stands: id, title, alias.
        folded: The name folded.
        core: The forms that say what is done.
        ranks: The forms that place it on the ladder.
        level: That place, from 0; -1 without a rank.
        low: The lowest place of the role.
        high: The highest.
    """

    role: str
    rung: int
    folded: str
    core: frozenset[str]
    ranks: frozenset[str]
    level: int
    low: int
    high: int

    @property
    def top(self) -> int:
        """The place of its rank; without one, the highest of the role."""
        return self.level if self.level >= 0 else self.high


class Words(dict[str, list[Entry]]):
    """What phrases say. Those that say nothing are kept too, so that none is asked for twice.

    Attributes:
        slips: What words that nobody knows may be slips of: words without accents, by their forms.
    """

    def __init__(self, store: Stack) -> None:
        super().__init__()
        self._store: Final = store
        self.slips: Final[dict[str, Mapping[str, str]]] = {}

    def learn(self, phrases: Iterable[str]) -> None:
        """Look phrases up in the store, but for those that are known."""
        new = {phrase for phrase in phrases if phrase not in self}
        if not new:
            return
        self.update((phrase, []) for phrase in new)
        self.update(as_lookup(self._store.title_words(new)))

    def names(self, forms: Collection[str]) -> list[Name]:
        """The names of roles whose core has one of some forms."""
        return [
            Name(role, rung, folded, frozenset(core.split()), frozenset(ranks.split()), *places)
            for role, rung, folded, core, ranks, *places in self._store.title_names(forms)
        ]

    def known(self, forms: Collection[str]) -> set[str]:
        """Which of some forms the guide knows, in a name or around one."""
        return self._store.title_forms(forms) if forms else set()

    def likely(self, forms: Collection[str]) -> list[str]:
        """Those of some forms that a slip may mean: all that are in names of roles or may be.

        Where none is, it is the one that the guide knows; of several, none. Initials are meant
        only where they are in a name: *sae* is near *saels*, but nobody slips from it.
        """
        known = self.known(forms)
        self.learn(known)
        named = {form for name in self.names(known) for form in name.core} & known
        known = named.union(filterfalse(self._are_initials, known))
        named = named.union(filter(self._may_be_in_names, known))
        named -= {form for form in named if self._respells(form) & named}
        return sorted(named) or ([*known] if len(known) == 1 else [])

    def _may_be_in_names(self, form: str) -> bool:
        """Whether a form is a rank, or another spelling of something."""
        return any(entry.kind in ("rank", "spelling") for entry in self[form])

    def _are_initials(self, form: str) -> bool:
        """Whether a form is made of the first letters of what it stands for."""
        return any("".join(w[0] for w in entry.means) == form for entry in self[form])

    def _respells(self, form: str) -> set[str]:
        """The words of which a form is only another spelling: *buisness* is *business*."""
        means = (entry.means for entry in self[form] if entry.kind == "spelling")
        return {word for meant in means if len(meant) == 1 for word in meant} - {form}

    def is_written(self, word: str) -> bool:
        """Whether the guide's own texts use a word, so that it hardly is a slip of the pen."""
        return self._store.matches(f'"{word}"')
