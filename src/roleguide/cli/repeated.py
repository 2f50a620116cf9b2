"""Printed commands give the guides again that were given by option, and so work as pasted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from roleguide.cli.spec import SPEC
from roleguide.guide_paths import typed

if TYPE_CHECKING:
    from roleguide.cli.answer import Answer

_WITHOUT: Final = frozenset({"check", "completion", "guides", "help", "new", "schema"})
"""The commands that need no guide in effect, or name the one that they are about."""

_READING: Final = "|".join(
    sorted({path.partition(" ")[0] for path in SPEC.commands if path} - _WITHOUT)
)
_COMMAND: Final = re.compile(rf"\broleguide (?=(?:{_READING})\b)")


def repeating(guides: Sequence[str]) -> Callable[[str], str]:
    """What gives guides again in each command of a text, quoted for a shell.

    Args:
        guides: The guides as they were given; without any, a text stays as it is.
    """
    given = "".join(f"--guide {typed(guide)} " for guide in guides)

    def repeat(text: str) -> str:
        if not given or "--guide" in text or "--help" in text:
            return text
        return _COMMAND.sub(lambda found: found[0] + given, text)

    return repeat


def with_guides(answer: Answer, guides: Sequence[str]) -> Answer:
    """An answer whose commands give the guides again."""
    repeat = repeating(guides)

    def repeated(value: Any) -> Any:
        """A part of a document, whatever it is made of."""
        if isinstance(value, str):
            return repeat(value)
        if isinstance(value, tuple):
            parts = map(repeated, value)
            return value._make(parts) if hasattr(value, "_make") else tuple(parts)
        return value

    return answer._replace(document=lambda: repeated(answer.document()))
