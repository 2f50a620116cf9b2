"""The tasks that one sentence lists, as *prospect for accounts, qualify leads and book meetings*.

Each is a sentence of its own where a list with marks would have one. What the company does is no
list of tasks, however many verbs it has. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from roleguide.ads.parts import opens_a_task
from roleguide.ads.phrases import LONGEST_ENDING, SILENT, stems, words_of
from roleguide.ads.table import Table
from roleguide.language.folding import bare
from roleguide.word_forms import WORD

FEWEST: Final = 3
"""Tasks of a list; two verbs may have one object, or be one thing said twice."""

SHORTEST: Final = 2
"""Telling words of a task: what is done, and to what."""

_JOINS: Final = frozenset("and then as et puis que".split())
"""Words between two tasks, as in *as well as* and *ainsi que*, too,"""

_LEADS_IN: Final = _JOINS | frozenset("to by also well de d aussi ainsi".split())
"""and all behind which the second one may begin."""

_FORMS: Final = frozenset({"vous", "ing", "plain"})
"""Forms in which tasks are listed; others, which nouns have, too, only where the first one has."""

_SUBJECTS: Final = ("you ", "vous ", "tu ")
_ADDRESSES: Final = (
    ": ",
    "you will ",
    "you'll ",
    "you’ll ",
    *(f", {subject}" for subject in _SUBJECTS),
)
_JOBS: Final = frozenset("role job post position poste".split())
"""Words with which a sentence says that tasks follow, or who acts."""


def tasks_in(text: str, table: Table) -> list[str]:
    """The tasks that a sentence about tasks lists; the sentence itself if it lists too few."""
    parted = "," in text or ";" in text
    found = [*_parted(text, table)] if parted and _tells_who_acts(text, table) else []
    return found if len(found) >= FEWEST else [text]


def _tells_who_acts(text: str, table: Table) -> bool:
    """Whether a sentence begins as a task does, addresses its reader or names the job."""
    words, lower = words_of(text), text.lower()
    return (
        lower.startswith(_SUBJECTS)
        or any(each in lower for each in _ADDRESSES)
        or not _JOBS.isdisjoint(words)
        or opens_a_task(words, table)
    )


def _parted(text: str, table: Table) -> Iterator[str]:
    """A sentence in parts, each of which but the first begins with a verb of the same form."""
    places = [(end, start, _form(word, table)) for end, start, word in _places(text)]
    words = words_of(text)
    known = _FORMS | {"s" if "tu" in words else _form(words[0], table)}
    forms = [form for _, _, form in places if form and form in known]
    usual = max(dict.fromkeys(forms), key=forms.count, default="")
    begin = 0
    for end, start, form in places:
        part = text[begin:end]
        if usual and form == usual and len(stems(part)) >= SHORTEST:
            yield part
            begin = start
    yield text[begin:]


def _places(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a part may end and the next one begin, and the word that begins it."""
    last, end = 0, -1
    for found in WORD.finditer(text):
        word, gap = bare(found[0]), text[last : found.start()]
        if end < 0 and (word in _JOINS or "," in gap or ";" in gap):
            end = last
        if end >= 0 and word not in _LEADS_IN:
            yield end, found.start(), word
            end = -1
        last = found.end()


def _form(word: str, table: Table) -> str:
    """How a verb stands that begins a task, or a noun in its place; empty for another word."""
    if len(word) > LONGEST_ENDING and word.endswith("ez"):
        return "vous"
    if word in SILENT:
        return ""
    if word in table.openings or word in table.begins:
        return "ing" if word.endswith("ing") else "plain"
    who = word.removesuffix("s")
    return "s" if who in table.openings or f"{who}r" in table.openings else ""
