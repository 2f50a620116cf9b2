"""Documents with every kind of block and every mark around a text, and hostile texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeVar, cast

from roleguide.compare.result import Change
from roleguide.language import Language
from roleguide.views.document import (
    Block,
    Bullets,
    Column,
    Document,
    Entries,
    Entry,
    Fields,
    Grid,
    Heading,
    Inline,
    Item,
    Lines,
    Link,
    Meter,
    Panels,
    Prose,
    Row,
    Spans,
    Table,
    plain,
)

ENGLISH: Final = Language("en")
FRENCH: Final = Language("fr")
MARKS: Final[tuple[Change | None, ...]] = (None, "left", "right", "changed", "same")


def everything(text: str, language: Language = ENGLISH, pointer: str | None = None) -> Document:
    """A document in which every kind of block says this text wherever it can say one.

    Args:
        text: The text.
        language: The language of its labels.
        pointer: What an arrow points to, where the text is too long for that.
    """
    t = text
    names = (Column(""), Column(t, "left", wide=True), Column(t, "right", wide=True))
    levels = (Column(""), Column(t, "left"), Column(t, "right"), Column("Δ", figures=True))
    several = tuple(Column(t, wide=True) for _ in range(4))
    blocks = (
        Heading(t, t, level=1),
        Heading(t, t),
        Heading(t, level=3),
        Prose(t, tone="lead"),
        Prose(t, tone="lead", side="left"),
        Prose(t, tone="lead", side="right"),
        Prose(t),
        Prose(t, pointer=t if pointer is None else pointer),
        Prose(t, tone="quiet"),
        Lines((t, t)),
        Bullets(tuple(Item(t, t, mark) for mark in MARKS)),
        Bullets(tuple(Item(t, mark=mark) for mark in MARKS)),
        Fields(((t, t), (t, t))),
        Grid(names, tuple(Row((t, t, t), mark) for mark in MARKS)),
        Grid(levels, tuple(Row((t, Meter(2), Meter(0), "+1"), mark) for mark in MARKS)),
        Grid((Column(""), Column(t), Column(t)), (Row((t, Meter(5), t)), Row((t, "–", t)))),
        Grid((Column("", id=True), Column("", wide=True), Column("")), (Row((t, t, t)),) * 2),
        Grid((Column(""), *several), (Row((t, t, t, t, t)),)),
        Entries(tuple(Entry(t, (Item(t, t, mark), Item(t, "", mark)), mark) for mark in MARKS)),
        Entries((Entry(t, (Item(t, t, "left"), Item(t, t, "right")), "changed"),)),
        Panels((Item(t, t, "left"), Item(t, t, "right")), head=True),
        Panels((Item(t, t, "left"), Item(t, t, "right"))),
        Panels((Item(t),)),
        Panels((Item(t, t),)),
        Panels(tuple(Item(t, t) for _ in range(3))),
        Panels(tuple(Item(t, t) for _ in range(5))),
        Prose(t),
        Prose(t, "lead", "left", label=t),
        Heading(t, tally=(t, t)),
    )
    table = Table(("id", "text", "number"), ((t, t, "1"), ("id", t, "-2.5")))
    return Document(t, language, blocks, (t, t), table)


HOSTILE: Final[Mapping[str, str]] = {
    "colour": "\x1b[31mred\x1b[0m",
    "window-title": "\x1b]0;owned\x07after",
    "one-byte-csi": "\x9b31mred",
    "clear-screen": "\x1b[2J\x1b[Hgone",
    "backspaces": "safe\x08\x08\x08\x08evil",
    "carriage-return": "safe\revil",
    "null": "a\x00b",
    "turned-round": "invoice\u202egpj.exe\u2066x\u2069",
    "line-ends-of-yaml": "a\u2028b\u2029c\x85d",
    "byte-order-mark": "\ufeffa",
    "half-a-pair": "a\ud83db",
    "rich-markup": "[bold]x[/] [link=https://e.org]y[/link] [/] [red",
    "emoji-code": ":smile: :+1:",
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "attribute": '"><b onmouseover=alert(1) x=\'" autofocus',
    "entity": "&lt;b&gt; &amp; &#x3c; &copy",
    "comment": "<!-- x --> ]]> </style></main></html>",
    "emphasis": "*a* _b_ **c** __d__ ~~e~~ `f`",
    "link": "[a](https://e.org) ![b](https://e.org/c.png) <https://e.org> [d]: e",
    "table": "a | b || c \\| d",
    "backslash": "a \\ b \\* c\\",
    "heading": "# a #",
    "bullet": "- a",
    "plus": "+ a",
    "star": "* a",
    "numbered": "1. a",
    "numbered-too": "12) a",
    "quotation": "> a",
    "rule": "---",
    "underline": "===",
    "fence": "```sh",
    "tilde-fence": "~~~",
    "indented": "    a",
    "tab-first": "\ta",
    "formula": "=cmd|' /C calc'!A0",
    "formula-plus": "+1+1",
    "formula-minus": "-1+1",
    "formula-at": "@SUM(1,1)",
    "formula-link": '=HYPERLINK("https://e.org","x")',
    "comma-and-quote": 'a,"b",;c',
    "newline": "one\ntwo",
    "empty-line": "one\n\ntwo",
    "newline-first": "\none",
    "newline-last": "one\n",
    "forged-line": "one\n+ two",
    "tabs": "a\tb\t\tc",
    "spaces": "  a   b  ",
    "braces": "{x} {0} {} %s %(y)s $z",
}
"""Texts that some format, program or screen might obey."""


def texts(document: Document) -> Iterator[str]:
    """The texts that a reader always sees of a document's blocks, in their order."""
    for block in document.blocks:
        yield from (plain(text) for text in _texts(block))


T = TypeVar("T")


def unlinked(value: T) -> T:
    """A document, or a part of one, with the texts of its links in their place."""
    found: Any = value
    if isinstance(value, Link | Spans):
        found = plain(value)
    elif isinstance(value, Language | str) or value is None:
        pass
    elif hasattr(value, "_replace"):
        found = type(value)(*(unlinked(item) for item in found))
    elif isinstance(value, tuple):
        found = tuple(unlinked(item) for item in value)
    return cast("T", found)


def _texts(block: Block) -> Iterator[Inline]:
    match block:
        case Heading(text, note, tally=tally):
            yield from (text, note, *tally)
        case Prose(text, label=label, pointer=pointer):
            yield from (label, text, pointer)
        case Lines(lines):
            yield from lines
        case Bullets(items):
            yield from (text for item in items for text in (item.label, item.text))
        case Fields(rows):
            yield from (text for row in rows for text in row)
        case Grid(columns, rows):
            needed = [at for at, column in enumerate(columns) if not column.spare]
            yield from (columns[at].name for at in needed)
            cells = (row.cells[at] for row in rows for at in needed)
            yield from (cell for cell in cells if not isinstance(cell, Meter))
        case Entries(entries):
            yield from (entry.name for entry in entries)
            said = [line for entry in entries for line in entry.lines]
            yield from (text for line in said for text in (line.label, line.text))
        case Panels(panels):
            yield from (text for panel in panels for text in (panel.label, panel.text))
