"""The text of an advertisement as sentences, each with its line. Pure; the text may be hostile."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from roleguide.language import UNSEEN

LONGEST: Final = 200_000
"""Characters of a text that are read; the rest is passed over."""

MOST: Final = 2_000
"""Sentences that are read. No advertisement has as many."""

LONGEST_SENTENCE: Final = 1_200
"""Characters of a sentence; a longer one is cut between two words."""

LONGEST_TITLE: Final = 200
"""Characters of a title; a longer first line is text too."""

_BLOCKS: Final = frozenset(
    "p div li ul ol br h1 h2 h3 h4 h5 h6 tr td section article title".split()
)
"""Elements of a page that begin a line of their own."""

_HIDDEN: Final = frozenset("script style noscript template svg head".split())
"""Elements of a page that are no text."""

_IS_PAGE: Final = re.compile(r"<(?:!doctype|html|body|div|p|ul|li|br|h1)\b", re.IGNORECASE)
_TAG: Final = r"(?s)<!--.*?(?:-->|\Z)|<![^<>]*>|<(/?)([a-zA-Z][a-zA-Z0-9]*+)[^<>]*>"
"""A tag or a comment; compiled for a page of HTML. A name is not tried anew shorter."""
_BREAK: Final = "\v"
"""What parts two blocks that stand on one line of the file."""

_MARKS: Final = re.compile(r"^[\s#>*+•·▪◦‣●○■□–—-]+|\*\*|__|`")
_END: Final = re.compile(
    r"(?:(?<=[.!?;])|(?<=…))\s+|(?<=[a-zà-ÿ)][.!?;:])\*?(?=[A-ZÀ-Ý])"
    r"|(?:(?<=[!?])|(?<=…))(?=[A-ZÀ-Ý][a-zà-ÿ])"
    r"|(?<=[a-zà-ÿ)])\*\s+(?=[A-ZÀ-Ý\d])|\s+[•·▪●]\s+|\s[-–]\s(?=[A-ZÀ-Ý])"
    r"|(?<=[A-ZÀ-Ý]{5})(?=[A-ZÀ-Ý][a-zà-ÿ])|\v"
)
_GLUED: Final = re.compile(r"\b([a-zà-ÿ]{3,})(?=[A-ZÀ-Ý][a-zà-ÿ])")
"""The last word of a line whose end was lost; names such as *HubSpot* begin with a capital."""

_LONG: Final = 46
"""Characters of a line that may have been broken."""

_ENDS: Final = tuple(".!?:;…")
"""What ends a sentence or its first half."""

_LINE: Final = re.compile(r"\r\n|\n|\r")
_SPACE: Final = re.compile(r"\s+")


class Sentence(NamedTuple):
    """A sentence, and the line on which it begins, from 1."""

    line: int
    text: str


class Text(NamedTuple):
    """An advertisement taken apart.

    Attributes:
        title: Its first line.
        sentences: What follows, without repetitions.
    """

    title: str
    sentences: tuple[Sentence, ...]


def taken_apart(text: str) -> Text:
    """The title and the sentences of a text, of a page of Markdown or of HTML."""
    text = text[:LONGEST]
    if _IS_PAGE.search(text[:5_000]):
        text = _of_page(text)
    title, found, seen = "", list[Sentence](), set[str]()
    for number, line in _unwrapped(_LINE.split(text)):
        for part in line.split(_BREAK):
            if not title and (first := _clean(part)):
                title = first[:LONGEST_TITLE]
                seen.add(first)
                if first == title:
                    continue
            for piece in _pieces(part):
                if piece not in seen and len(found) < MOST:
                    seen.add(piece)
                    found.append(Sentence(number, piece))
    return Text(title, tuple(found))


def _unwrapped(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Lines with their numbers from 1, those together that were broken within a sentence."""
    first, parts = 1, [""]
    for number, line in enumerate(lines, 1):
        if _is_open(parts[-1]) and _goes_on(line):
            parts.append(line)
            continue
        yield first, " ".join(parts)
        first, parts = number, [line]
    yield first, " ".join(parts)


def _is_open(line: str) -> bool:
    """Whether a line is long enough to be broken, without the end of a sentence."""
    text = line.rstrip()
    return len(text) >= _LONG and _BREAK not in line and not text.endswith(_ENDS)


def _goes_on(line: str) -> bool:
    """Whether a line goes on where another one was broken."""
    return line.lstrip(" \t")[:1].islower() and _BREAK not in line


def _clean(line: str) -> str:
    """A line without marks of lists and headings, and without characters that nobody sees."""
    return _SPACE.sub(" ", _MARKS.sub("", UNSEEN.sub(" ", line))).strip()


def _pieces(line: str) -> Iterator[str]:
    """The sentences of a line, without marks of lists and headings."""
    for piece in _END.split(_GLUED.sub(rf"\1{_BREAK}", _clean(line))):
        if sentence := piece.strip():
            yield from _cut(sentence)


def _cut(sentence: str) -> Iterator[str]:
    while len(sentence) > LONGEST_SENTENCE:
        at = sentence.rfind(" ", 1, LONGEST_SENTENCE)
        at = at if at > 0 else LONGEST_SENTENCE
        yield sentence[:at]
        sentence = sentence[at:].strip()
    if sentence:
        yield sentence


def _of_page(text: str) -> str:
    """The text of a page, its lines where they stand in the file.

    In one pass, whatever is left open: a parser of pages may take minutes for a hostile one.
    """
    parts: list[str] = []
    hidden, at = "", 0
    for tag in re.finditer(_TAG, text):
        between = text[at : tag.start()]
        name = (tag[2] or "").lower()
        parts += [
            _lines(between) if hidden else between,
            _lines(tag[0]),
            _BREAK if name in _BLOCKS else "",
        ]
        hidden, at = _still_hidden(hidden, name, closes=bool(tag[1])), tag.end()
    from html import unescape  # a list of entities, which texts do not need

    parts.append("" if hidden else text[at:])
    return unescape("".join(parts))


def _still_hidden(hidden: str, name: str, *, closes: bool) -> str:
    """The element that hides what comes after a tag; none if it is text."""
    if hidden:
        return "" if closes and name == hidden else hidden
    return name if name in _HIDDEN and not closes else ""


def _lines(text: str) -> str:
    """The ends of lines in a text that is no text of the page."""
    return "\n" * text.count("\n")
