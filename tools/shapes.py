"""Count the worn-out shapes of sentences in a guide's scenes and skill levels.

    python tools/shapes.py data
    mkdir then && git archive COMMIT data | tar x -C then && python tools/shapes.py then/data data

Each folder is a column; a row is a kind of text in a language. A scene is an example of a role or
one side of a pair's scene. The words are lists, so the numbers compare folders and are no verdict
on a single sentence.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

LANGUAGES: Final = ("en", "fr")
CLOSING_VERB: Final = {
    "en": r", and (?:then )?[a-z]+s\b[^.]*\.?$",
    "fr": r",? et (?:n[e’] ?|en |y |l(?:es?|a|’) ?|lui |leur |s[e’] ?)?"
    r"[a-zà-ÿ]{2,}(?:e|it|nt|d|rt)\b[^.]*\.?$",
}
"""A last clause joined by "and" that begins with a verb."""
RENUNCIATION: Final = {
    "en": r"\b(?:refus|declin|forgo|turns? down|gives? up|drops?\b|stops?\b|postpon|never\b"
    r"|does not|do not|will not|rather than|instead of|says no|leaves? \w+ (?:out|to|alone))",
    "fr": r"\b(?:refus|déclin|renonc|abandonn|laisse |arrête|report"
    r"|ne \w+ (?:pas|plus|rien|jamais)|n’\w+ (?:pas|plus|rien|jamais)"
    r"|plutôt qu|au lieu de|dit non|sans )",
}
"""Something is refused, left alone or put off."""
UNASKED: Final = {
    "en": r"\bbefore (?:being asked|any(?:one|body) asks|they ask|he asks|she asks)|\bunasked"
    r"|\bwithout (?:being asked|waiting to be asked)",
    "fr": r"\b(?:avant|sans) (?:qu’on|que (?:l’on|personne)|d’y être|d’en être|attendre qu)\b"
    r"|de (?:lui|elle)-même",
}
"""Somebody acts before anybody has asked."""
SHAPES: Final = {
    "a last clause “and [verb]s”": CLOSING_VERB,
    "a renunciation": RENUNCIATION,
    "before being asked": UNASKED,
}


class Count(NamedTuple):
    """How many texts of a kind have a shape."""

    found: int
    texts: int

    def __str__(self) -> str:
        share = self.found / self.texts if self.texts else 0
        return f"{self.found} of {self.texts} ({share:.0%})"


def texts_under(node: Any, language: str) -> Iterator[str]:
    """Every text of a language in a part of a file."""
    match node:
        case {"en": str(), "fr": str()}:
            yield str(node[language])
        case Mapping():
            for inner in node.values():
                yield from texts_under(inner, language)
        case list():
            for inner in node:
                yield from texts_under(inner, language)


def read(folder: Path) -> Mapping[str, list[Any]]:
    """The skill levels, and the scenes of roles and pairs, of a guide's folder."""
    kinds: dict[str, list[Any]] = {"scenes": [], "skill levels": []}
    for path in sorted(folder.glob("*.yaml")):
        sections = yaml.safe_load(path.read_text("utf-8"))
        for section in ("roles", "pairs"):
            for record in sections.get(section, {}).values():
                kinds["scenes"].append(record.get("examples", {}))
                kinds["scenes"].append(record.get("scene", {}).get("sides", {}))
        for record in sections.get("skills", {}).values():
            kinds["skill levels"].append(record.get("levels", {}))
    return kinds


def counted(texts: Sequence[str], shape: str) -> Count:
    """How many of the texts have the shape."""
    return Count(sum(bool(re.search(shape, text, re.IGNORECASE)) for text in texts), len(texts))


def rows(folder: Path) -> Iterator[tuple[str, Count]]:
    """Each kind of text, language and shape with its count."""
    for kind, parts in read(folder).items():
        for language in LANGUAGES:
            texts = [text for part in parts for text in texts_under(part, language)]
            for shape, patterns in SHAPES.items():
                yield f"{kind}, {language}: {shape}", counted(texts, patterns[language])


def main() -> None:
    """Print a table with a column a folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    columns = [dict(rows(folder)) for folder in parser.parse_args().folders]
    for label in columns[0]:
        print(f"{label:<50}", *(f"{column[label]!s:>20}" for column in columns))


if __name__ == "__main__":
    main()
