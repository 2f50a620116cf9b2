"""Count the titles of other trades that a guide answers with one of its roles.

    python tools/foreign_titles.py FOLDER [--guide data] [--titles 2000] [--seed 1] [--show]

FOLDER holds the archives as their publishers offer them, at any depth: O*NET's text package and
ROME's CSV package. Titles are drawn at random, as many from each, from the occupations whose codes
no role of the guide quotes. Nothing of the archives is kept. Some of the titles are truly names of
a role that other trades use too, such as *Account Manager*; they count like all others.

Exit code: 0 where at most one of two hundred titles is answered, 1 where more are, 2 without an
archive.
"""

from __future__ import annotations

import argparse
import random
import sys
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from check_codes import member_like, rows

from roleguide.catalog import Catalog
from roleguide.errors import AmbiguousName
from roleguide.language import Language
from roleguide.reading.guide import read_guide
from roleguide.titles import read

ALLOWED: Final = 1 / 200
"""The share of titles that may be answered with a role."""


def onet(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The alternative titles of O*NET, each with the SOC code of its occupation."""
    if member := member_like(archive, r"Alternate Titles\.txt"):
        for row in rows(archive, member, tabs=True):
            yield row["O*NET-SOC Code"][:7], row["Alternate Title"]


def rome(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The titles of ROME, each with the code of its occupation."""
    if member := member_like(archive, r"unix_referentiel_appellation_v\d+_utf8\.csv"):
        for row in rows(archive, member):
            yield row["code_rome"], row["libelle_appellation_long"]


SOURCES: Final = {"onet": onet, "rome": rome}


def foreign_titles(folder: Path, quoted: Mapping[str, set[str]]) -> list[list[str]]:
    """The titles of each source that lies in a folder, without those of occupations quoted."""
    found: dict[str, dict[str, None]] = {scheme: {} for scheme in SOURCES}
    for path in sorted(folder.rglob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            for scheme, titles in SOURCES.items():
                for code, title in titles(archive):
                    if code not in quoted[scheme]:
                        found[scheme][title] = None
    return [list(titles) for titles in found.values() if titles]


def quoted_codes(catalog: Catalog) -> dict[str, set[str]]:
    """The codes of each source that roles of a guide quote."""
    codes = [code for role in catalog.sections.roles.values() for code in role.codes if code.code]
    return {
        "onet": {str(code.code)[:7] for code in codes if code.scheme == "onet"},
        "rome": {str(code.code) for code in codes if code.scheme == "rome"},
    }


def answer(catalog: Catalog, title: str) -> str | None:
    """The role that a title is answered with, if it is."""
    if not catalog.has_role(title):
        return read(catalog, title).role
    try:
        return catalog.role(title, Language("en")).id
    except AmbiguousName:
        return None


def drawn(sources: Sequence[list[str]], number: int, seed: int) -> list[str]:
    """So many titles, as many of each source as it has."""
    chance = random.Random(seed)  # noqa: S311 — no secret
    each = number // len(sources)
    return [t for titles in sources for t in chance.sample(titles, min(each, len(titles)))]


def main() -> int:
    """Print how many titles are answered, and with which roles if that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--guide", default="data")
    parser.add_argument("--titles", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    guide = read_guide(asked.guide, identifier="roleguide").guide
    if guide is None:
        print("no guide without faults", file=sys.stderr)
        return 2
    catalog = Catalog.of([guide])
    sources = foreign_titles(asked.folder, quoted_codes(catalog))
    if not sources:
        print("no archive of O*NET or ROME", file=sys.stderr)
        return 2
    titles = drawn(sources, asked.titles, asked.seed)
    answered = {title: role for title in titles if (role := answer(catalog, title))}
    if asked.show:
        print(*(f"{title}\t{role}" for title, role in answered.items()), sep="\n")
    print(
        f"{len(answered)} of {len(titles)} answered with a role ({len(answered) / len(titles):.2%})"
    )
    return 1 if len(answered) > ALLOWED * len(titles) else 0


if __name__ == "__main__":
    sys.exit(main())
