"""The tasks that one sentence lists, as *prospect for accounts, qualify leads and book meetings*.

Each is a sentence of its own where a list with marks would have one. What the company does is no
list of tasks, however many verbs it has. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from roleguide.ads.parts import opens_a_task
from roleguide.ads.phrases import LONGEST_ENDING, SILENT, stems, words_of
from roleguide.ads.table import Table
from roleguide.language.folding import bare

FEWEST: Final = 3
"""Tasks of a list; two verbs may have one object, or be one thing said twice."""

SHORTEST: Final = 2
"""Telling words of a task: what is done, and to what."""

_LINK: Final = re.compile(
    r"(?:[,;]\s*(?:(?:and|then|et|puis)\s+)?|\s(?:and|then|as well as|et|puis|ainsi que)\s+)"
    r"(?:(?:to|by|also|de|aussi)\s+|d[’'])?(?=([^\W\d_]+(?:-\w+)?))",
    re.IGNORECASE,
)
"""What stands between two tasks, and the first word of the second one."""

_FORMS: Final = frozenset({"vous", "ing", "plain"})
"""Forms in which tasks are listed; others, which nouns have, too, only where the first one has."""

_TOLD: Final = re.compile(
    r"(?:^|[,:]\s*)(?:you|vous|tu)\b|\byou(?: will|[’']ll)\b|:\s"
    r"|\b(?:role|job|post|position|poste|rôle)\b",
    re.IGNORECASE,
)
"""Where it is said who acts, or that tasks follow."""


def tasks_in(text: str, table: Table) -> list[str]:
    """The tasks that a sentence about tasks lists; the sentence itself if it lists too few."""
    if not (_TOLD.search(text) or opens_a_task(words_of(text), table)):
        return [text]
    found = [*_parted(text, table)]
    return found if len(found) >= FEWEST else [text]


def _parted(text: str, table: Table) -> Iterator[str]:
    """A sentence in parts, each of which but the first begins with a verb of the same form."""
    links = [(link, _form(bare(link[1]), table)) for link in _LINK.finditer(text)]
    words = words_of(text)
    known = _FORMS | {"s" if "tu" in words else _form(words[0], table)}
    forms = [form for _, form in links if form and form in known]
    usual = max(dict.fromkeys(forms), key=forms.count, default="")
    begin = 0
    for link, form in links:
        part = text[begin : link.start()].strip()
        if usual and form == usual and len(stems(part)) >= SHORTEST:
            yield part
            begin = link.end()
    yield text[begin:].strip()


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
