"""Which part of an advertisement a sentence belongs to, by its words and the heading above. Pure.

Praise of the company, benefits and formalities say nothing of the tasks, whatever words are in
them, and what one must bring says less than what one does.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import exp
from typing import Final, NamedTuple

from roleguide.ads.phrases import infinitive, with_pairs, words_of
from roleguide.ads.sentences import Sentence
from roleguide.ads.table import Table
from roleguide.language.folding import bare
from roleguide.word_forms import LITTLE, WORD, form

WEIGHTS: Final[Mapping[str, float]] = {"tasks": 1.0, "requirements": 0.35}
"""How much a sentence says, by the part it belongs to; the parts that are not here say nothing."""

BELOW: Final = 2.5
"""How much the heading above says of the part a sentence belongs to."""

BEGINS: Final = 1.5
"""How much it says for a task that a sentence begins as one does."""

SHARE: Final = 0.7
"""How much one word says of it; words that go together would else count several times."""

LONGEST_HEADING: Final = 7
"""Words of a heading."""

SHORT_HEADING: Final = 5
"""Words of a line that may be a heading though it has other words too."""

DUTY: Final = 0.5
"""How likely a sentence must be one about tasks to tell what one does."""

FIRST_WORDS: Final = 3
"""Words with which a sentence may show that it is no task."""

LONG: Final = 150
"""Characters of a sentence from which it may be several."""

_CAPITAL: Final = re.compile(r"(?<=[a-zà-ÿ)\d] )[A-ZÀ-Ý][a-zà-ÿ]+")
"""A capital in the middle of a sentence."""
_SEEKING: Final = frozenset(
    "looking seek seeks seeking hiring recruiting recherche recherchons cherche cherchons recrute "
    "recrutons".split()
)
"""Words with which a company says whom it looks for,"""
_TO_DO: Final = frozenset("who to pour afin qui".split())
"""and those behind which it says what is to be done,"""
NEAREST: Final = 3
FARTHEST: Final = 11
"""so many words later, at least and at most."""

_BEFORE_COLON: Final = re.compile(r"([^:]{3,40}):")
_ABOUT: Final = re.compile(r"(?:about|a propos de|a propos d|pourquoi|why) \w+(?: \w+)?")
"""A heading with a name in it."""


_BEFORE_NAME: Final = frozenset("at about join chez rejoindre rejoignez".split())
"""Words behind which the company's name stands."""


class Weighed(NamedTuple):
    """A sentence, and how much it says of the tasks: nothing to 1.

    Attributes:
        line: Its line.
        text: It, as it is written.
        part: The part of the advertisement that it most likely belongs to.
        weight: How much it says.
        duty: How likely it is about the tasks.
    """

    line: int
    text: str
    part: str
    weight: float
    duty: float


def weighed(sentences: tuple[Sentence, ...], table: Table) -> Iterator[Weighed]:
    """Each sentence that is no heading, with its weight."""
    above, names = "", _names(sentences, table)
    for line, text in _unrolled(sentences, table):
        if found := heading(text, table):
            above = found
            continue
        if colon := _BEFORE_COLON.match(text):
            above = heading(colon[0], table) or above
        # Whatever the heading: where the company acts, nothing is said of who is hired.
        named = not names.isdisjoint(words_of(text)[:1])
        shares = _shares(text, "company" if named else above, table)
        part = max(shares, key=lambda each: (shares[each], each))
        weight = sum(shares[each] * share for each, share in WEIGHTS.items())
        yield Weighed(line, text, part, weight, shares["tasks"])


def _names(sentences: Iterable[Sentence], table: Table) -> set[str]:
    """What the company may be called: names behind such a word, or alone on a line."""
    found: set[str] = set()
    for _, text in sentences:
        words = text.split()
        behind = (name for word, name in pairwise(words) if word.lower() in _BEFORE_NAME)
        for name in behind if len(words) > 1 else words:
            if name[0].isupper():
                found.update(words_of(name)[:1])
    known = (table.parts, table.roles)
    return {name for name in found if not any(each.knows(form(name)) for each in known)}


def _unrolled(sentences: tuple[Sentence, ...], table: Table) -> Iterator[Sentence]:
    """The sentences, those in which ends of lines were lost cut where the next one begins.

    So are those that say whom a company looks for.
    """
    for line, text in sentences:
        if at := _announced(text):
            yield Sentence(line, text[:at].strip())
        for begin in _CAPITAL.finditer(text, at) if len(text) > LONG else ():
            if bare(begin[0]) in table.openings:
                yield Sentence(line, text[at : begin.start()].strip())
                at = begin.start()
        yield Sentence(line, text[at:].strip())


def _announced(text: str) -> int:
    """Where a sentence has said whom a company looks for, in front of what is to be done; or 0."""
    if _SEEKING.isdisjoint(words_of(text)):
        return 0
    words = [(bare(found[0]), found.end()) for found in WORD.finditer(text)]
    seeking = next((at for at, (word, _) in enumerate(words) if word in _SEEKING), len(words))
    for at in range(seeking + NEAREST, min(seeking + FARTHEST, len(words) - 2) + 1):
        if words[at][0] in _TO_DO:
            return words[at + (words[at + 1][0] == "will")][1]
    return 0


def heading(text: str, table: Table) -> str:
    """The part that begins below a line; empty if the line is no heading."""
    words = words_of(text)
    if not words or len(words) > LONGEST_HEADING:
        return ""
    line = " ".join(words)
    if whole := table.headings.get(line):
        return whole
    if len(words) > SHORT_HEADING and not text.rstrip().endswith(":"):
        return ""
    if _ABOUT.fullmatch(line):
        return "company"
    within = [each for each in _at_edges(words) if each in table.headings]
    return table.headings[max(within, key=lambda each: (len(each), each))] if within else ""


def _at_edges(words: Sequence[str]) -> Iterator[str]:
    """The phrases of some length with which a line begins or ends."""
    for at in range(1, len(words)):
        for phrase in (" ".join(words[:at]), " ".join(words[at:])):
            if len(phrase) > 3:
                yield phrase


def opens_a_task(words: Sequence[str], table: Table) -> bool:
    """Whether a sentence begins with what is done, or with whoever is to do it, as tasks do."""
    begin = [word for word in words[:2] if word not in LITTLE][:1]
    verbs = {each for word in begin for each in (word, word.removesuffix("s"), infinitive(word))}
    known = any(verb in table.openings or verb in table.begins for verb in verbs)
    return known and not opens_another(words, table)


def opens_another(words: Sequence[str], table: Table) -> bool:
    """Whether a sentence begins as one does that says nothing of the tasks."""
    return not table.no_duty_first.isdisjoint(_phrases(words[:FIRST_WORDS]))


def tells_duties(text: str, duty: float, table: Table) -> bool:
    """Whether a sentence that is so likely about tasks has no words of those that are not."""
    words = words_of(text)
    return (
        duty >= DUTY
        and not opens_another(words, table)
        and table.no_duty.isdisjoint(_phrases(words))
    )


def _phrases(words: Sequence[str]) -> Iterator[str]:
    """The phrases of up to three of some words."""
    for length in range(1, FIRST_WORDS + 1):
        for at in range(len(words) - length + 1):
            yield " ".join(words[at : at + length])


def _shares(text: str, above: str, table: Table) -> dict[str, float]:
    """How likely a sentence belongs to each part."""
    found = words_of(text)
    words = with_pairs([form(word) for word in found])
    says = {part: SHARE * much for part, much in table.parts.total(words)}
    if above:
        says[above] += BELOW
    if opens_a_task(found, table):
        says["tasks"] += BEGINS
    most = max(says.values())
    likely = {part: exp(much - most) for part, much in says.items()}
    whole = sum(likely.values())
    return {part: each / whole for part, each in likely.items()}
