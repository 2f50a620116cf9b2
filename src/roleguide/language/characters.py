"""Characters that matter in every language: spaces that hold, and what must never be shown."""

from __future__ import annotations

import re
from typing import Final

NARROW_SPACE: Final = "\u202f"
HARD_SPACE: Final = "\u00a0"

UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029"
    "\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""What must reach no terminal and stand in no guide.

Control characters other than tab and line ends; C1; the line ends that YAML knows and editors do
not (U+0085, U+2028, U+2029); what turns the direction of text unseen; byte order marks; halves of
surrogate pairs. The zero-width joiner stays: it builds emoji and Persian words.
"""


def visible(text: str) -> str:
    """A text without what must not reach a terminal; each such character becomes U+FFFD."""
    return UNSEEN.sub("\ufffd", text)


def one_line(text: str) -> str:
    """A visible text on one line: line ends and tabs become spaces."""
    return visible(text.replace("\n", " ").replace("\t", " "))
