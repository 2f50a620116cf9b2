"""Count the words of the sentences in data/ads, and write the counts to data/ads/table.tsv.

    python tools/ad_table.py            # write it
    python tools/ad_table.py --check    # or only say whether it is current

A part begins with its name in brackets and ends with an empty line. A line of it is a word or a
name, and what is counted: how often the word is said of each role and of each other trade, or in
each part of an advertisement. Where two words follow each other, they stand in the line of the
first one: behind a semicolon, the second one and the same. The phrases of data/ad-words.yaml
follow, by their stems or forms, and lists, which have words alone.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from pathlib import Path
from typing import Final, TypeAlias

import yaml

from roleguide.ads.phrases import phrase_stems, stems, with_pairs
from roleguide.ads.statements import spaced
from roleguide.ads.table import FILE, TRADE
from roleguide.language.folding import bare
from roleguide.word_forms import WORD, form

DATA: Final = Path(__file__).parents[1] / "data"
ADS: Final = DATA / "ads"

TWICE: Final = 2
"""How often two words must follow each other to be counted as a pair."""

EVERY: Final = 3
"""Of the sentences about roles and trades, every third stands for the part “tasks”."""

Texts: TypeAlias = Mapping[str, list[str]]


def main() -> int:
    """Write the table, or compare it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing")
    check = parser.parse_args().check
    path = DATA / FILE
    text = "\n".join(lines()) + "\n"
    if not check:
        path.write_text(text, encoding="utf-8")
        return 0
    return int(not path.exists() or path.read_text(encoding="utf-8") != text)


def lines() -> Iterator[str]:
    """The lines of the table."""
    roles, trades, parts = (sections(ADS / f"{name}.txt") for name in ("roles", "trades", "parts"))
    said = {**roles, **{f"{TRADE}{name}": texts for name, texts in trades.items()}}
    found: dict[str, list[str]] = {
        **counted("role", said, stems),
        **counted("part", sentences_of_parts(parts, said), words),
        **phrases(),
    }
    for name, texts in parts.items():
        kind, _, rest = name.partition(" ")
        phrased = [" ".join(heading_words(text)) for text in texts]
        if kind == "headings":
            found.setdefault("heading", []).extend(f"{phrase}\t{rest}" for phrase in phrased)
        elif kind != "sentences":
            found[name] = phrased
    for at, (name, rows) in enumerate(found.items()):
        yield from ("", f"[{name}]", *rows)[not at :]


def phrases() -> dict[str, list[str]]:
    """The rows, by their part, of the phrases in data/ad-words.yaml, by stems or by forms."""
    records = yaml.safe_load((DATA / "ad-words.yaml").read_text(encoding="utf-8"))["ad_words"]
    found: dict[tuple[str, str], list[str]] = {}
    told: list[tuple[tuple[str, ...], str]] = []
    for record in records.values():
        kind = record.get("kind")
        for row, key in (("said", "words"), ("unless", "unless")):
            texts = [text for texts in record.get(key, {}).values() for text in texts]
            if kind:
                found.setdefault((row, kind), []).extend(map(spaced, texts))
            elif row == "said":
                each = {tuple(phrase_stems(text)) for text in texts} - {()}
                told += ((parts, record["activity"]) for parts in each)
    often = Counter(part for parts, _ in told for part in parts)
    for parts, activity in told:
        rarest = min(parts, key=lambda part: (often[part], part))
        found.setdefault(("phrase", rarest), []).append(f"{' '.join(parts)}|{activity}")
    rows: dict[str, list[str]] = {}
    for (row, name), texts in sorted(found.items()):
        if texts:
            rows.setdefault(row, []).append(f"{name}\t{';'.join(sorted({*texts}))}")
    return rows


def sections(path: Path) -> dict[str, list[str]]:
    """The texts of a file by the name in brackets above them."""
    found: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if head := re.fullmatch(r"\[(.+)\]", line):
            texts = found.setdefault(head[1], [])
        elif line and not line.startswith("#"):
            texts += [text.strip() for text in line.split(";") if text.strip()]
    return found


def sentences_of_parts(parts: Texts, said: Texts) -> Texts:
    """The sentences of each part; those about roles and trades are tasks."""
    found = {
        name.removeprefix("sentences "): [*texts]
        for name, texts in parts.items()
        if name.startswith("sentences ")
    }
    every = [text for texts in said.values() for text in texts if len(text.split()) > EVERY]
    found["tasks"] += every[::EVERY]
    return found


def counted(kind: str, texts: Texts, of: Callable[[str], Sequence[str]]) -> dict[str, list[str]]:
    """The rows of how often each word is said of each thing, and the sizes of the things."""
    said = {
        name: Counter(chain.from_iterable(map(with_pairs, map(of, each))))
        for name, each in texts.items()
    }
    total = sum(said.values(), Counter())
    kept = sorted(word for word, count in total.items() if count >= TWICE or " " not in word)
    rows = [
        f"{word}\t{';'.join(_counts(each, said) for each in both)}"
        for word, both in groupby(kept, key=lambda each: each.partition(" ")[0])
    ]
    sizes = [f"{name}\t{sum(said[name][word] for word in kept)}" for name in sorted(said)]
    return {kind: rows, f"{kind} size": sizes}


def _counts(word: str, said: Mapping[str, Counter[str]]) -> str:
    """How often a word is said of each thing, behind the second one if it is two."""
    counts = [f"{name}={said[name][word]}" for name in sorted(said) if said[name][word]]
    return " ".join([*word.split(" ")[1:], *counts])


def words(text: str) -> list[str]:
    """The words by which the part of a sentence is told, which has the little ones too."""
    return [form(word) for word in WORD.findall(bare(text))]


def heading_words(text: str) -> list[str]:
    """The words of a heading or of a phrase on a list."""
    return WORD.findall(bare(text))


if __name__ == "__main__":
    sys.exit(main())
