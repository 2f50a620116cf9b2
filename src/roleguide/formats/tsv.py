"""The rows of a document as tab-separated lines, without a header."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from roleguide.language import visible


def stream(_heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Rows for `cut`, `sort` and `awk`, a line each; tabs and line ends become spaces."""
    for row in rows:
        yield "\t".join(re.sub(r"[\t\r\n]+", " ", visible(cell)) for cell in row) + "\n"
