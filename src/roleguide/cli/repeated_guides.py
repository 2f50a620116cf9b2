"""Printed commands give the guides again that were given by option, and so work as pasted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, cast

from roleguide.cli.spec import SPEC
from roleguide.guide_paths import real_path, typed

if TYPE_CHECKING:
    from roleguide.cli.answer import Answer
    from roleguide.views.document import Document

_WITHOUT: Final = frozenset({"completion", "guides", "help", "schema"})
"""The commands that need no guide in effect, or name the one that they are about."""

_READING: Final = "|".join(
    sorted({path.partition(" ")[0] for path in SPEC.commands if path} - _WITHOUT)
)
_COMMAND: Final = re.compile(rf"\broleguide (?=(?:{_READING})\b)")


def repeating(guides: Sequence[str]) -> Callable[[str], str]:
    """What gives guides again in each command of a text, quoted for a shell.

    `check` reads the guide that it names above the others, so the last one is not given twice.

    Args:
        guides: The guides as they were given; without any, a text stays as it is.
    """
    options = [f"--guide {typed(guide)} " for guide in guides]
    checked = re.compile(
        rf"check {re.escape(typed(guides[-1]))}(?=[.;]?(?:\s|$))" if guides else ""
    )

    def repeat(text: str) -> str:
        if not options or "--guide" in text or "--help" in text:
            return text

        def given(found: re.Match[str]) -> str:
            most = -1 if checked.match(text, found.end()) else None
            return "".join([found[0], *options[:most]])

        return _COMMAND.sub(given, text)

    return repeat


def with_own(guides: Sequence[str], own: str) -> str:
    """The options that give guides again, and above them a new one unless it is among them.

    Args:
        guides: The guides as they were given.
        own: The path of the new one.
    """
    is_among = real_path(own) in map(real_path, guides)
    return " ".join(f"--guide {typed(guide)}" for guide in (*guides, *([] if is_among else [own])))


def with_guides(answer: Answer, guides: Sequence[str]) -> Answer:
    """An answer whose commands give the guides again."""
    repeat = repeating(guides)

    def repeated(value: object) -> object:
        """A part of a document, whatever it is made of."""
        if isinstance(value, str):
            return repeat(value)
        if isinstance(value, tuple):
            return getattr(value, "_make", tuple)(map(repeated, value))
        return value

    return answer._replace(document=lambda: cast("Document", repeated(answer.document())))
