"""The sentences of an advertisement that say something of the job. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, sqrt
from typing import Final, NamedTuple

from roleguide.ads.phrases import stems
from roleguide.ads.result import Evidence, Sign
from roleguide.ads.sentences import Text
from roleguide.ads.words import Words
from roleguide.model import AdWordKind

BOILERPLATE: Final[frozenset[AdWordKind]] = frozenset({"company", "benefits"})
"""What says nothing of the tasks, whatever words are in it."""

REQUIREMENT: Final = 0.5
"""How much a sentence about what one must bring says, beside one about what one does."""


class Gathered(NamedTuple):
    """What the sentences say.

    Attributes:
        evidence: Each sign in each sentence, its weight not yet that for a role.
        kinds: What else is said somewhere.
        words: How many telling words the sentences have that are no boilerplate.
    """

    evidence: tuple[Evidence, ...]
    kinds: frozenset[AdWordKind]
    words: int

    def totals(self) -> dict[Sign, float]:
        """How loudly each sign is given; saying it again adds less each time."""
        weights: dict[Sign, list[float]] = {}
        for each in self.evidence:
            weights.setdefault(each.sign, []).append(each.weight)
        # An exact sum, in an order of its own, is the same however the sentences are ordered.
        return {sign: sqrt(fsum(weights[sign])) for sign in sorted(weights)}


def gather(text: Text, words: Words) -> Gathered:
    """Take out of a text what speaks for roles, and note what else it says."""
    evidence: list[Evidence] = []
    kinds = words.kinds(text.title)
    size = 0
    for line, sentence in text.sentences:
        found = stems(sentence)
        said = words.kinds(sentence)
        kinds |= said
        if not said & BOILERPLATE:
            size += len(found)
            factor = REQUIREMENT if "requirements" in said else 1.0
            signs = signs_in(found, words)
            evidence += (Evidence(line, sentence, s, w * factor) for s, w in signs.items())
    return Gathered(tuple(evidence), frozenset(kinds), size)


def signs_in(found: Sequence[str], words: Words) -> dict[Sign, float]:
    """The signs in the stems of a sentence; a longer phrase says more."""
    best: dict[Sign, float] = {}
    for each in words.signs.within(found):
        best[each.key] = max(best.get(each.key, 0), sqrt(each.words))
    return best
