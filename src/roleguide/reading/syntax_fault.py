"""The fault of a text that is not YAML: where the parser stopped, and the usual cause."""

from __future__ import annotations

import re
from typing import Any, Final

from roleguide.errors import Fault
from roleguide.language import N_, Message
from roleguide.reading.indentation import misplaced, without_colon, without_tabs
from roleguide.reading.places import FileText, Place, look_alike

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

_ENDED: Final = N_(
    "the text ends with the quote before this; put it in double quotes, and write a double quote "
    'inside it \\"'
)
_OPEN: Final = N_(
    "the quote {mark} is not closed; a double quote or a backslash inside a text is written "
    '\\" or \\\\'
)
_QUOTES: Final = ("'", '"')
_INDICATORS: Final = frozenset("@`%*&!")
"""Signs with which no text without quotes begins."""

_CONFLICT: Final = re.compile(r"<{7} |={7}$|>{7} ")
"""What begins a line between two versions that a program could not put together."""

_BULLET: Final = re.compile(r"\s*[*+] ")

_SPACES: Final = r"[\u00a0\u2002\u2003\u2007\u2009\u202f\u3000]"

_ODD: Final = re.compile(
    rf"^[ -]*({_SPACES})|:({_SPACES})|(?:^|[:\[{{,-] ) *([“”„«»‘])|^[ -]*[\w.-]+ ?(：)"
    r"|([\u200b-\u200d\u2060])"
)
"""Signs where YAML has a plain one: at the beginning, behind a colon, around a text, anywhere."""

_QUOTED: Final = N_('a double quote or a backslash inside a text is written \\" or \\\\')

_HINTS: Final = {
    "mapping values are not allowed": N_("a text with a colon in it goes in double quotes"),
    "expected ':'": N_(
        "behind a key stand a colon and a space; a text that goes on over lines goes in quotes"
    ),
    "sequence entries": N_(
        "the items of a list stand on lines of their own below the key, or in brackets: [a, b]"
    ),
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
    at_end = stopped is None or stopped.index >= len(source.text)
    # Where something is opened and never closed tells more than the end.
    never_closed = at_end and context == "while parsing a flow node"
    begun = innermost if never_closed else _place(source, opened)
    place = _place(source, stopped)
    if at_end or "expected ':'" in problem:  # the line without a colon, and not the next
        place = begun or place
    place = place or Place(source, 1, 1)
    if "mapping values" in problem and (above := without_colon(place)):
        problem, place = "expected ':'", above
    return _told(problem, context, place, begun)


def _told(problem: str, context: str, place: Place, begun: Place | None) -> Fault:
    """The fault by what the parser says of it, where it stopped, and what it was in the middle of.

    What can be seen goes before what the parser makes of it.
    """
    problem = problem + context if "quoted scalar" in context else problem
    hint = _unclosed(begun, context) or _tab(problem, place) or _odd(place)
    fault = None if hint else misplaced(place)
    found = Message(N_("this is not YAML"))
    return fault or place.fault("", found, hint=hint or _hint(problem, place))


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


def _tab(problem: str, place: Place) -> Message | None:
    """What to do about a tab before a line, or about one where a word should begin."""
    line = place.source.line(place.line)
    indent = line[: len(line) - len(line.lstrip())]
    return without_tabs(place) if "\t" in (line if "token" in problem else indent) else None


def _odd(place: Place) -> Message | None:
    """What to do about a sign that only looks like one of YAML, or is left of another program."""
    line = place.source.line(place.line)
    if _CONFLICT.match(line) or _CONFLICT.match(place.source.line(place.line - 1)):
        return Message(N_("two versions of the file were put together here: keep one of them"))
    odd = _ODD.search(line)
    return look_alike(odd[odd.lastindex or 0]) if odd else None


def _hint(problem: str, place: Place) -> Message:
    """What to do, by where the parser stopped and what it says."""
    line, mark = place.source.line(place.line), place.character
    if mark in _STRAY:
        return Message(_STRAY[mark], {"mark": mark})
    if _BULLET.match(line):
        return Message(N_("an item of a list begins with a hyphen and a space"))
    if mark in _INDICATORS and place.column > 1 and "escape" not in problem:
        return Message(N_("a text that begins with {mark} goes in double quotes"), {"mark": mark})
    return _of_quotes(problem, place) or Message(
        next(hint for words, hint in _HINTS.items() if words in problem)
    )


def _of_quotes(problem: str, place: Place) -> Message | None:
    """What to do about a quote that ends a text too early, or that none ends."""
    line, mark = place.source.line(place.line), place.character
    if line[: place.column - 1].rstrip().endswith(_QUOTES):
        return Message(_ENDED)
    if mark in _QUOTES and "quoted" in problem:
        return look_alike(line.rstrip()[-1:]) or Message(_OPEN, {"mark": mark})
    return None
