"""The rows of a document as CSV: RFC 4180, with a header."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from unicodedata import normalize

from roleguide.language import visible

_NUMBER: Final = re.compile(r"[-+]?\d+(?:[.,]\d+)?")

_SIGNS: Final = ("=", "+", "-", "@")
"""The signs with which a formula begins."""

_STRIPPED: Final = ("\t", "\r", "\n")
"""What spreadsheets drop at the beginning of a cell before they look at the next character."""


def stream(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A header of stable names, then rows; texts that a spreadsheet would run are defused."""
    yield _line(heads)
    for row in rows:
        yield _line([_defused(cell) for cell in row])


def _line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()


def _defused(cell: str) -> str:
    """A text as it is, but with an apostrophe before what a spreadsheet may take for a formula.

    Some programs strip the space before a formula, and those set to an East Asian language take
    full-width signs for ordinary ones: an apostrophe too many costs less than a formula that runs.
    """
    text = visible(cell)
    sign = normalize("NFKC", text.lstrip()[:1])
    risky = text[:1] in _STRIPPED or sign in _SIGNS
    return f"'{text}" if risky and not _NUMBER.fullmatch(text) else text
