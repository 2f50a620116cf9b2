"""Check the labels of public classifications in a guide against the classifications themselves.

    python tools/check_codes.py FOLDER [--guide data]

FOLDER holds the archives as their publishers offer them, at any depth: ESCO's CSV packages, O*NET's
text package, ROME's CSV package. What is not there is not checked, and said so. Nothing of the
archives is kept. Where several editions of ESCO lie there, the newest says which code an
occupation has, and each says what it is called in its language.

Exit code: 0 where all labels are the reference's, 1 where one is not, 2 without an archive.
"""

from __future__ import annotations

import argparse
import csv
import io
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple, TypeAlias

from roleguide.model import Code, Sections
from roleguide.reading.guide import read_guide

Labels: TypeAlias = dict[str, set[str]]
"""The labels of each code, in every language and edition that is there."""


class Quoted(NamedTuple):
    """A code that a role quotes."""

    role: str
    code: Code


def rows(archive: zipfile.ZipFile, member: str, *, tabs: bool = False) -> Iterator[dict[str, str]]:
    """A table of an archive; O*NET's cells are divided by tabs and never quoted."""
    with archive.open(member) as file:
        text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
        if tabs:
            yield from csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE)
        else:
            yield from csv.DictReader(text)


def member_like(archive: zipfile.ZipFile, pattern: str) -> str | None:
    """The first file of an archive whose name, without its folder, matches."""
    return next((m for m in archive.namelist() if re.fullmatch(pattern, m.split("/")[-1])), None)


def version(path: Path) -> tuple[int, ...]:
    """The edition in an archive's name, to tell the newest."""
    found = re.search(r"v(\d+(?:\.\d+)*)", path.name)
    return tuple(map(int, found[1].split("."))) if found else ()


def esco(archives: Mapping[Path, zipfile.ZipFile]) -> Labels:
    """Occupations and ISCO groups: codes by the newest edition, labels of all."""
    codes: dict[str, str] = {}
    labels: defaultdict[str, set[str]] = defaultdict(set)
    for path in sorted(archives, key=version):
        for pattern in (r"occupations_\w\w\.csv", r"ISCOGroups_\w\w\.csv"):
            if member := member_like(archives[path], pattern):
                for row in rows(archives[path], member):
                    codes[row["conceptUri"]] = row["code"]
                    labels[row["conceptUri"]].add(row["preferredLabel"])
    found: defaultdict[str, set[str]] = defaultdict(set)
    for uri, code in codes.items():
        found[code] |= labels[uri]
    return found


def onet(archives: Mapping[Path, zipfile.ZipFile]) -> Labels:
    """Occupations by O*NET-SOC code."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for archive in archives.values():
        if member := member_like(archive, r"Occupation Data\.txt"):
            for row in rows(archive, member, tabs=True):
                found[row["O*NET-SOC Code"]].add(row["Title"])
    return found


def rome(archives: Mapping[Path, zipfile.ZipFile]) -> Labels:
    """Occupations by ROME code."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for archive in archives.values():
        if member := member_like(archive, r"unix_referentiel_code_rome_v\d+_utf8\.csv"):
            for row in rows(archive, member):
                found[row["code_rome"]].add(row["libelle_rome"])
    return found


SCHEMES = {"esco": esco, "onet": onet, "rome": rome}


def comparable(label: str) -> str:
    """A label without what is typography: which apostrophe, which space, how many."""
    return " ".join(label.replace("’", "'").split())


def problem(quoted: Quoted, labels: Labels) -> str | None:
    """What is wrong with a code that a role quotes, if anything."""
    code = quoted.code
    where = f"{quoted.role}: {code.scheme} {code.code}"
    published = labels.get(code.code or "")
    if not published:
        return f"{where}: there is no such code"
    if code.label is None or comparable(code.label) in map(comparable, published):
        return None
    return f"{where}: “{code.label}”; the reference says “{'” or “'.join(sorted(published))}”"


def references(folder: Path) -> dict[str, Labels]:
    """The labels of each classification that lies in a folder."""
    with ExitStack() as stack:
        archives = {
            path: stack.enter_context(zipfile.ZipFile(path))
            for path in sorted(folder.rglob("*.zip"))
        }
        found = {scheme: read(archives) for scheme, read in SCHEMES.items()}
    return {scheme: labels for scheme, labels in found.items() if labels}


def report(known: Mapping[str, Labels], sections: Sections) -> tuple[list[str], str]:
    """What differs, and how many codes that is of how many."""
    quoted = [
        Quoted(role, code)
        for role, record in sections.roles.items()
        for code in record.codes
        if code.code is not None
    ]
    checked = [one for one in quoted if one.code.scheme in known]
    problems = [found for one in checked if (found := problem(one, known[one.code.scheme]))]
    without = len(quoted) - len(checked)
    return (
        problems,
        f"{len(checked)} checked, {len(problems)} wrong, {without} without reference",
    )


def main() -> int:
    """Print what differs, and what could not be checked."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--guide", default="data")
    asked = parser.parse_args()
    known = references(asked.folder)
    guide = read_guide(asked.guide, identifier="roleguide").guide
    if guide is None or not known:
        print("no guide without faults, or no archive of ESCO, O*NET or ROME", file=sys.stderr)
        return 2
    problems, total = report(known, guide.sections)
    print(*problems, total, sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
