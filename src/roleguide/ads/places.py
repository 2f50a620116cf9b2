"""Whether a place stands beside the contract, as in *CDI à Lyon* or *Full-time, Leeds*. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from roleguide.ads.sentences import Sentence
from roleguide.ads.table import Table
from roleguide.titles.words import Words
from roleguide.word_forms import WORD, forms, phrases, spans

REACH: Final = 6
"""Words from the contract within which the place stands."""

SHORT: Final = 8
"""Words of a sentence that belongs to one beside it in the same line, and has parts of its own."""

_WHERE: Final = frozenset("à a au aux in near".split())
"""Words in front of a place, as they are written."""

_DAYS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december".split()
)
"""Other names, of days and of months, which stand there, too."""

# Compiled where a short line states the contract.
_APART: Final = r"[,;|/·•()\[\]]|\s[-–—]\s|[–—]"
"""What parts a contract and a place."""


def beside(at: int, sentences: Sequence[Sentence]) -> str:
    """A sentence with the short ones beside it in its line, where a dash would part them."""
    line = sentences[at].line
    near = [each for each in sentences[max(0, at - 1) : at + 2] if each.line == line]
    short = [each.text for each in near if _is_short(each.text)]
    return " | ".join(short) if _is_short(sentences[at].text) else sentences[at].text


def _is_short(text: str) -> bool:
    return len(WORD.findall(text)) <= SHORT


def names_place(text: str, known: Words, table: Table) -> bool:
    """Whether a place is named near the contract.

    Args:
        text: A sentence that may tell of a contract.
        known: What words of titles mean: contracts, hours and places among them.
        table: The words of advertisements, which are no names.
    """
    found = forms(text)
    known.learn(phrases(found))
    told = [*spans(found, known)]
    contracts = [span for span in told if span.kind in ("contract", "hours")]
    near = {
        at
        for span in contracts
        for at in range(span.start - REACH, span.stop + REACH)
        if not span.start <= at < span.stop
    }
    words = WORD.findall(text)
    named = {span.start for span in told if span.kind == "region" and words[span.start].istitle()}
    return any(at in near for at in (*named, *_unknown(text, known, table)))


def _unknown(text: str, known: Words, table: Table) -> Iterator[int]:
    """Where a name stands that no title has: behind a word for a place, or alone."""
    words = WORD.findall(text)
    names = _names(text, known, table)
    yield from (at for at, word in enumerate(words[:-1], 1) if word in _WHERE and names[at])
    begin = 0
    for part in re.split(_APART, text) if len(words) <= SHORT else ():
        size = len(WORD.findall(part))
        if size and ":" not in part and all(names[begin : begin + size]):
            yield begin
        begin += size


def _names(text: str, known: Words, table: Table) -> list[bool]:
    """Of each word whether it is a name that neither titles nor advertisements have."""
    found = forms(text)
    titled = known.known({*found})
    other = [form in titled or table.parts.knows(form) for form in found]
    return [
        word.istitle() and word.lower() not in _DAYS and not usual
        for word, usual in zip(WORD.findall(text), other, strict=True)
    ]
