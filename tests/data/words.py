"""Runs of words and whole sentences: whether a text is our own, and stands only once.

The article that the guide grew out of is not in the repository; `article_runs.txt` keeps
fingerprints of every run of seven words of it. Written anew, from the repository's root:

    python tests/data/words.py article.fr.txt > tests/data/article_runs.txt
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple
from unicodedata import normalize

RUN: Final = 7
"""Words in a row that make a borrowing."""
DIGITS: Final = 12
"""Hexadecimal digits kept of a fingerprint."""
SENTENCE: Final = 6
"""Words from which a sentence counts as one; shorter ones may well come twice."""

HEADER: Final = f"""\
# Fingerprints of the article that the guide grew out of, which is not in the repository.
# A line: the first {DIGITS} hexadecimal digits of the SHA-256 (of the UTF-8 bytes) of {RUN} words
# that follow one another in it, lower case, accents kept, joined by single spaces; punctuation and
# apostrophes separate words. Sorted, each once. Made by words.py, which says how to make it anew.
"""

_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[”»\s]+")


class Passage(NamedTuple):
    """A text in one language, and where it stands."""

    place: str
    language: str
    text: str


def words(text: str) -> list[str]:
    return _WORD.findall(normalize("NFC", text).lower())


def runs(text: str) -> Iterator[str]:
    row = words(text)
    for start in range(len(row) - RUN + 1):
        yield " ".join(row[start : start + RUN])


def fingerprint(run: str) -> str:
    return sha256(run.encode()).hexdigest()[:DIGITS]


def fingerprints(article: str) -> str:
    """The contents of `article_runs.txt`."""
    lines = sorted({fingerprint(run) for run in runs(article)})
    return HEADER + "".join(f"{line}\n" for line in lines)


def known_runs(contents: str) -> frozenset[str]:
    """The fingerprints in such contents."""
    return frozenset(line for line in contents.splitlines() if not line.startswith("#"))


def borrowed(text: str, known: frozenset[str]) -> list[str]:
    """The runs of a text that stand in the article too."""
    return [run for run in runs(text) if fingerprint(run) in known]


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text that are long enough to count, as words."""
    for sentence in _SENTENCE_END.split(text):
        row = words(sentence)
        if len(row) >= SENTENCE:
            yield " ".join(row)


def sentence_places(passages: Iterable[Passage]) -> Mapping[tuple[str, str], list[str]]:
    """Where each sentence of each language stands."""
    places: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for passage in passages:
        for sentence in sentences(passage.text):
            places[passage.language, sentence].append(passage.place)
    return places


if __name__ == "__main__":
    sys.stdout.write(fingerprints(Path(sys.argv[1]).read_text("utf-8")))
