"""What advertisements say of roles, other trades and their own parts, counted. Read once.

The table is made by `tools/ad_table.py` of the sentences in `data/ads`. It holds counts and no
weights, so that whoever reads it sees why a word speaks for a role.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import groupby, islice
from math import log
from typing import Final, NamedTuple

from roleguide.ads.phrases import stems, with_pairs
from roleguide.guide_paths import data_folder

FILE: Final = "ads/table.tsv"
"""Where it lies in the folder of the built-in guide."""

DOUBT: Final = 1.0
"""What is added to a count and to what chance would make it, so that one mention decides little."""

TRADE: Final = "trade:"
"""What stands before the name of another trade, where roles have their id."""


class Counts(NamedTuple):
    """How often words stand in the sentences about each of several things.

    Attributes:
        rows: By word, or by two that follow each other: how often it is said of each thing.
        sizes: How many words are said of each thing.
        doubt: What is added to counts.
    """

    rows: Mapping[str, str]
    sizes: Mapping[str, float]
    doubt: float = DOUBT

    def of(self, roles: Iterable[str]) -> Counts:
        """These counts without the roles that are not in effect."""
        effect = {*roles}
        sizes = {k: v for k, v in self.sizes.items() if k in effect or k.startswith(TRADE)}
        return self._replace(sizes=sizes)

    def adding(self, texts: Mapping[str, Iterable[str]]) -> Counts:
        """These counts and those of further texts about some things."""
        if not texts:
            return self
        rows, sizes = {**self.rows}, {**self.sizes}
        for thing, said in texts.items():
            counts = Counter(word for text in said for word in with_pairs(stems(text)))
            for word, count in counts.items():
                rows[word] = f"{rows.get(word, '')} {thing}={count}".strip()
            sizes[thing] = sizes.get(thing, 0) + max(1, counts.total())
        return self._replace(rows=rows, sizes=sizes)

    def total(self, words: Iterable[tuple[str, float]]) -> Iterator[tuple[str, float]]:
        """How much more often than by chance words are said of each thing, as logarithms.

        Args:
            words: Words, or two that follow each other, each with how much it counts.
        """
        sizes = tuple(self.sizes.items())
        totals = [0.0] * len(sizes)
        for word, share in words:
            if row := self.rows.get(word):
                logs = _logarithms(row, sizes, self.doubt)
                totals = [total + share * log for total, log in zip(totals, logs, strict=True)]
        return zip(self.sizes, totals, strict=True)


@lru_cache(maxsize=1024)  # words come again, in sentence after sentence
def _logarithms(row: str, sizes: tuple[tuple[str, float], ...], doubt: float) -> list[float]:
    """What a row says of each thing, in the order of their sizes."""
    found = dict.fromkeys([thing for thing, _ in sizes], 0.0)
    for part in row.split(" "):
        thing, _, count = part.partition("=")
        if thing in found:
            found[thing] += float(count)
    counts = [(count, size) for count, (_, size) in zip(found.values(), sizes, strict=True)]
    usual = sum([count / size for count, size in counts if count]) / len(found)
    return [log((count + doubt) / (usual * size + doubt)) for count, size in counts]


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
    with open(f"{data_folder()}/{FILE}", encoding="utf-8") as file:  # noqa: PTH123
        return parsed(file.read())


def parsed(text: str) -> Table:
    """A table out of its lines, by kind: a kind, a word or a name, and what is said of it."""
    cells = text.rstrip("\n").replace("\n", "\t").split("\t")  # ten thousand lines at once
    said = zip(cells[1::3], cells[2::3], strict=True)
    found = {kind: dict(islice(said, len([*lines]))) for kind, lines in groupby(cells[0::3])}
    return Table(
        Counts(found["role"], {k: float(v) for k, v in found["role size"].items()}),
        Counts(found["part"], {k: float(v) for k, v in found["part size"].items()}),
        found["heading"],
        frozenset(found["leading"]),
        frozenset(found["led"]),
        frozenset(found["not led"]),
        frozenset(found["openings"]),
        frozenset(found["begins"]),
        frozenset(found["no duty first"]),
        frozenset(found["no duty"]),
        frozenset(found["vague titles"]),
        found["phrase"],
        found["said"],
        found["unless"],
    )
