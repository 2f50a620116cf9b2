"""What advertisements say of roles, other trades and their own parts, counted. Read once.

The table is made by `tools/ad_table.py` of the sentences in `data/ads`. It holds counts and no
weights, so that whoever reads it sees why a word speaks for a role.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import log1p
from typing import Final, NamedTuple

from roleguide.ads.phrases import stems, with_pairs
from roleguide.guide_paths import data_folder

FILE: Final = "ads/table.tsv"
"""Where it lies in the folder of the built-in guide."""

TRADE: Final = "trade:"
"""What stands before the name of another trade, where roles have their id."""


class Counts:
    """How often words stand in the sentences about each of several things.

    Attributes:
        sizes: How many words are said of each thing.
    """

    def __init__(
        self,
        rows: Mapping[str, str],
        sizes: Mapping[str, float],
        added: Mapping[str, str] | None = None,
    ) -> None:
        """Count.

        Args:
            rows: By word: how often it is said of each thing; then, each behind a semicolon, the
                words that follow it and how often both are.
            sizes: How many words are said of each thing.
            added: By word, or by two that follow each other: what comes to that.
        """
        self._rows: Final = rows
        self.sizes: Final = sizes
        self._added: Final = added or {}
        self._places: Final = {thing: at for at, thing in enumerate(sizes)}
        self._known: Final[dict[str, list[float]]] = {}

    def among(self, roles: Iterable[str], texts: Mapping[str, Iterable[str]]) -> "Counts":
        """These counts for the roles in effect, and those of further texts about some of them."""
        effect = {*roles}
        sizes = {k: v for k, v in self.sizes.items() if k in effect or k.startswith(TRADE)}
        added = {**self._added}
        for thing, said in texts.items():
            counts = Counter(word for text in said for word in with_pairs(stems(text)))
            for word, count in counts.items():
                added[word] = f"{added.get(word, '')} {thing}={count}".strip()
            sizes[thing] = sizes.get(thing, 0) + max(1, counts.total())
        return Counts(self._rows, sizes, added)

    def knows(self, word: str) -> bool:
        """Whether a word is said of anything."""
        return word in self._rows

    def total(self, words: Iterable[str]) -> Iterator[tuple[str, float]]:
        """How much more often than by chance words are said of each thing, as logarithms.

        Args:
            words: Words, or two that follow each other.
        """
        rows = [log for word in words if (log := self._known.get(word) or self._logarithms(word))]
        columns = zip([0.0] * len(self.sizes), *rows, strict=True)
        return zip(self.sizes, map(sum, columns), strict=True)

    def _logarithms(self, word: str) -> list[float]:
        """What a word says of each thing, in the order of their sizes; nothing if it is unknown.

        To its count and to what chance would make it one is added: one mention decides little.
        """
        row = f"{self._row(word)} {self._added.get(word, '')}".strip()
        if not row:
            return []
        found: dict[int, float] = {}
        for part in row.split(" "):
            thing, _, much = part.partition("=")
            if (at := self._places.get(thing)) is not None:
                found[at] = found.get(at, 0.0) + float(much)
        sizes = [*self.sizes.values()]
        usual = sum([count / sizes[at] for at, count in found.items()]) / len(sizes)
        logs = [-log1p(usual * size) for size in sizes]
        for at, count in found.items():
            logs[at] += log1p(count)
        self._known[word] = logs  # words come again, in sentence after sentence
        return logs

    def _row(self, word: str) -> str:
        """What the rows say of a word, or of two that follow each other."""
        first, _, second = word.partition(" ")
        row = self._rows.get(first, "")
        if not second:
            return row.partition(";")[0]
        at = row.find(f";{second} ") + 1
        return row[at + len(second) + 1 :].partition(";")[0] if at else ""


class Table(NamedTuple):
    """The whole table.

    Attributes:
        roles: What is said of each role, and of other trades.
        parts: What is said in each part of an advertisement.
        headings: The part that begins below a heading.
        leading: Verbs of leading, as they are written.
        led: Whom one leads, likewise.
        not_led: What stands between the two where nobody is led, likewise.
        openings: Words that begin a sentence where the ends of lines were lost, likewise.
        begins: Nouns with which a task begins where it has no verb, likewise.
        no_duty_first: Words with which sentences begin that say nothing of what one does, likewise.
        no_duty: Words wherever they stand in such sentences, likewise.
        vague: Words of titles that are given to many different jobs, likewise.
        phrases: By one of their stems, the phrases of activities: stems, a bar, the activity.
        said: By kind, the phrases that state something, as forms with a space on both sides.
        unless: By kind, those beside which they do not, likewise.
    """

    roles: Counts
    parts: Counts
    headings: Mapping[str, str]
    leading: frozenset[str]
    led: frozenset[str]
    not_led: frozenset[str]
    openings: frozenset[str]
    begins: frozenset[str]
    no_duty_first: frozenset[str]
    no_duty: frozenset[str]
    vague: frozenset[str]
    phrases: Mapping[str, str]
    said: Mapping[str, str]
    unless: Mapping[str, str]


@cache
def table() -> Table:
    """The table of the built-in guide."""
    # pathlib alone would take longer to import than the table takes to read.
    with open(f"{data_folder()}/{FILE}", "rb") as file:  # noqa: PTH123
        return parsed(file.read().decode())


def parsed(text: str) -> Table:
    """A table out of its parts, each a name in brackets and lines: words, or words and a value."""
    # No word has a bracket; to look for one character is faster than for two.
    parts = (part.partition("]\n") for part in text.split("[")[1:])
    found = {name: lines.rstrip("\n") for name, _, lines in parts}
    return Table(
        Counts(_rows(found["role"]), _sizes(found["role size"])),
        Counts(_rows(found["part"]), _sizes(found["part size"])),
        _rows(found["heading"]),
        _words(found["leading"]),
        _words(found["led"]),
        _words(found["not led"]),
        _words(found["openings"]),
        _words(found["begins"]),
        _words(found["no duty first"]),
        _words(found["no duty"]),
        _words(found["vague titles"]),
        _rows(found["phrase"]),
        _rows(found["said"]),
        _rows(found["unless"]),
    )


def _words(lines: str) -> frozenset[str]:
    return frozenset(lines.split("\n"))


def _rows(lines: str) -> dict[str, str]:
    cells = lines.replace("\n", "\t").split("\t")  # thousands of lines at once
    return dict(zip(cells[::2], cells[1::2], strict=True))


def _sizes(lines: str) -> dict[str, float]:
    return {thing: float(size) for thing, size in _rows(lines).items()}
