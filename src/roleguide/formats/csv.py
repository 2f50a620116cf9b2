"""The rows of a document as CSV: RFC 4180, with a header."""

from __future__ import annotations

import csv
import io
import re

from roleguide.formats import Page
from roleguide.language import visible
from roleguide.views.document import Document

_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")


def render(document: Document, page: Page) -> str:  # noqa: ARG001 — every format has a page
    """CSV with a header of stable names; texts that a spreadsheet would run are defused."""
    assert document.table is not None  # noqa: S101 — `render` of the package saw to it
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(document.table.heads)
    writer.writerows([_defused(cell) for cell in row] for row in document.table.rows)
    return out.getvalue()


def _defused(cell: str) -> str:
    """A text as it is, but with an apostrophe before what a spreadsheet takes for a formula."""
    text = visible(cell)
    if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text
