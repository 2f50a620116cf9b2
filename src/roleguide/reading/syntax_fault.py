"""The fault of a text that is not YAML: where the parser stopped, and the usual cause."""

from __future__ import annotations

from typing import Any, Final

from roleguide.errors import Fault
from roleguide.language import N_, Message
from roleguide.reading.places import FileText, Place

_UNCLOSED: Final = {
    "{": N_(
        "the brace {mark} of line {line} is not closed, or a comma is missing; "
        "texts go in double quotes"
    ),
    "[": N_(
        "the bracket {mark} of line {line} is not closed, or a comma is missing; "
        "texts go in double quotes"
    ),
}
"""Hints by the mark that opened what the parser was in the middle of."""

_STRAY: Final = {
    "]": N_("this {mark} closes nothing; texts go in double quotes"),
    "}": N_("this {mark} closes nothing; texts go in double quotes"),
    ",": N_("a value is missing before this comma; texts go in double quotes"),
}
"""Hints by the mark at which the parser stopped."""

_INDENTATION: Final = N_("check the indentation, and put texts in double quotes")
_QUOTED: Final = N_('a double quote or a backslash inside a text is written \\" or \\\\')

_HINTS: Final = {
    "mapping values are not allowed": N_("a text with a colon in it goes in double quotes"),
    "block end": _INDENTATION,
    "block mapping": _INDENTATION,
    "expected ':'": _INDENTATION,
    "quoted scalar": _QUOTED,
    "escape": _QUOTED,
    "hex": _QUOTED,
    "": N_("put texts in double quotes, and check the indentation"),
}
"""Hints by words of the parser's message; the first that fits counts."""


def syntax_fault(
    source: FileText, error: Exception, loader: Any, innermost: Place | None = None
) -> Fault:
    """The fault in the user's language; the parser's own message is in English only.

    Args:
        source: The text.
        error: What the parser raised.
        loader: The parser.
        innermost: Where the innermost collection that is open begins.
    """
    problem, context, stopped, opened = _complaint(error, loader)
    place, begun = _place(source, stopped), _place(source, opened)
    if stopped is None or stopped.index >= len(source.text):
        # Where something is opened and never closed tells more than the end.
        begun = innermost if context == "while parsing a flow node" else begun
        place = begun or place
    complaint = problem + context if "quoted scalar" in context else problem
    hint = _unclosed(begun, context) or _hint(complaint, place)
    return (place or Place(source, 1, 1)).fault("", Message(N_("this is not YAML")), hint=hint)


def _complaint(error: Exception, loader: Any) -> tuple[str, str, Any, Any]:
    """The parser's words and marks: the problem and its context, where it stopped and began."""
    problem, context = (str(getattr(error, name, None) or "") for name in ("problem", "context"))
    stopped, opened = (getattr(error, name, None) for name in ("problem_mark", "context_mark"))
    if stopped is None and hasattr(loader, "get_mark"):
        # The parser in Python fails without a mark at a number in an escape; it knows its own.
        problem, stopped = problem or "escape", loader.get_mark()
    return problem, context, stopped, opened


def _place(source: FileText, mark: Any) -> Place | None:
    return Place(source, mark.line + 1, mark.column + 1) if mark else None


def _unclosed(begun: Place | None, context: str) -> Message | None:
    text = _UNCLOSED.get(begun.character) if begun and "flow" in context else None
    return Message(text, {"mark": begun.character, "line": begun.line}) if begun and text else None


def _hint(problem: str, place: Place | None) -> Message:
    line = place.source.line(place.line) if place else ""
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in (line if "token" in problem else indent):
        return Message(N_("indent with spaces, never with tabs"))
    if place and place.character in _STRAY:
        return Message(_STRAY[place.character], {"mark": place.character})
    return Message(next(hint for words, hint in _HINTS.items() if words in problem))
