"""The rows of a document as tab-separated lines, without a header."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from roleguide.formats import Page
from roleguide.language import visible
from roleguide.views.document import Document


def render(document: Document, _page: Page) -> str:
    """Tab-separated lines for `cut`, `sort` and `awk`; tabs and line ends become spaces."""
    assert document.table is not None  # noqa: S101 — `render` of the package saw to it
    return "".join(stream(document.table.heads, document.table.rows))


def stream(_heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Rows, a line each."""
    for row in rows:
        yield "\t".join(re.sub(r"[\t\r\n]+", " ", visible(cell)) for cell in row) + "\n"
