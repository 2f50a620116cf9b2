"""What the sentences of an advertisement say for roles. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from math import exp, fsum, sqrt
from typing import Final, NamedTuple

from roleguide.ads.leading import leads
from roleguide.ads.listing import tasks_in
from roleguide.ads.parts import Weighed, tells_duties, weighed
from roleguide.ads.phrases import pairs, stems
from roleguide.ads.sentences import MOST, Sentence, Text
from roleguide.ads.table import TRADE, Counts
from roleguide.ads.words import Words
from roleguide.model import AdWordKind

PAIR: Final = 0.5
"""How much two words that follow each other say, beside one."""

FAINT: Final = 0.05
"""The weight of a sentence that says nothing of the tasks."""


MOST_CONTRACTS: Final = 20
"""Sentences about the contract beside which a place is looked for."""


class Said(NamedTuple):
    """A sentence about the job, and what it says.

    Attributes:
        line: Its line.
        text: It, as it is written.
        weight: How much it says of the tasks, up to 1.
        duty: How likely it says what one does, up to 1.
        says: What it says for each role and trade.
        leads: Whether it says that one leads people.
        listed: Whether it is one of the tasks that a sentence lists.
    """

    line: int
    text: str
    weight: float
    duty: float
    says: Mapping[str, float]
    leads: bool
    listed: bool = False


class Gathered(NamedTuple):
    """What the sentences say.

    Attributes:
        sentences: Those about the job.
        kinds: What else is said somewhere.
        words: How many telling words the sentences about the job have.
    """

    sentences: tuple[Said, ...]
    kinds: frozenset[AdWordKind]
    words: float

    def scores(self, words: Words) -> dict[str, float]:
        """What the tasks say for each role and trade, in units of how far roles lie apart."""
        # An exact sum is the same however the sentences are ordered.
        found = {
            thing: fsum(said.says[thing] for said in self.sentences)
            for thing in words.table.roles.sizes
        }
        roles = [much for thing, much in found.items() if not thing.startswith(TRADE)]
        mean = fsum(roles) / len(roles)
        apart = sqrt(fsum((much - mean) ** 2 for much in roles) / len(roles)) or 1.0
        return {thing: (much - mean) / apart for thing, much in found.items()}

    @property
    def led(self) -> float:
        """How clearly people are led, from 0 to 1."""
        return 1 - exp(-fsum(said.weight for said in self.sentences if said.leads))


def gather(text: Text, words: Words) -> Gathered:
    """Take out of a text what speaks for roles, and note what else it says."""
    whole = [Sentence(1, text.title), *text.sentences]
    kinds = words.statements.of([each.text for each in whole])
    if "contract" in kinds and "place" not in kinds and _names_place(whole, words):
        kinds |= {"place"}
    sentences = [each for each in weighed(text.sentences, words.table) if each.weight > FAINT]
    size = fsum(each.weight * len(stems(each.text)) for each in sentences)
    # A hostile text may list tasks without end.
    return Gathered(tuple(islice(_said(sentences, words), MOST)), kinds, size)


def _names_place(sentences: Sequence[Sentence], words: Words) -> bool:
    """Whether a place is named beside the contract."""
    from roleguide.ads.places import beside, names_place  # most advertisements say it in words

    stating = (
        at for at, each in enumerate(sentences) if words.statements.tells("contract", each.text)
    )
    return any(
        names_place(beside(at, sentences), words.titles, words.table)
        for at in islice(stating, MOST_CONTRACTS)
    )


def _said(sentences: Sequence[Weighed], words: Words) -> Iterator[Said]:
    for each in sentences:
        tasks = tasks_in(each.text, words.table)
        if len(tasks) > 1 and not tells_duties(each.text, each.duty, words.table):
            tasks = [each.text]
        for text in tasks:
            yield Said(
                each.line,
                text,
                each.weight,
                each.duty,
                _says(text, each.weight, words.table.roles),
                leads(text, words.table),
                len(tasks) > 1,
            )


def _says(text: str, weight: float, roles: Counts) -> dict[str, float]:
    """What a sentence of some weight says for each role and trade."""
    found = stems(text)
    both = zip(roles.total(dict.fromkeys(found)), roles.total(pairs(found)), strict=True)
    return {thing: weight * (one + PAIR * two) for (thing, one), (_, two) in both}
