"""How wide a text is on a terminal, for formats that do without Rich."""

from __future__ import annotations

import re
from typing import Final
from unicodedata import category, east_asian_width

# Latin, punctuation, arrows, signs, boxes: a column each.
_NARROW: Final = re.compile("[ -\u02ff\u2010-\u2027\u202f-\u205e\u2190-\u2211\u2500-\u25fc]*")
_JOINER: Final = "\u200d"
_AS_PICTURE: Final = "\ufe0f"


def text_width(text: str) -> int:
    """The columns that a text takes; what joins into one picture counts as that picture."""
    if _NARROW.fullmatch(text):
        return len(text)
    total = last = 0
    joined = False
    for character in text:
        if character == _AS_PICTURE:
            width = int(last == 1)
        elif joined or (last and "\U0001f3fb" <= character <= "\U0001f3ff"):  # a colour of skin
            width = 0
        else:
            width = _alone(character)
        joined = character == _JOINER
        last = width or last
        total += width
    return total


def _alone(character: str) -> int:
    if category(character) in ("Mn", "Me", "Cf") or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
