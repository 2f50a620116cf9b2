"""The blocks of which every document is built. They hold texts in one language, and no layout.

Texts can hold links to records. What a link leads to is a matter of the format.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import (
    TYPE_CHECKING,
    Final,
    Generic,
    Literal,
    NamedTuple,
    TypeAlias,
    TypeGuard,
    TypeVar,
    assert_never,
)

from roleguide.language import N_, Language, Message

if TYPE_CHECKING:
    from roleguide.compare.result import Change  # most answers compare nothing

Side: TypeAlias = Literal["left", "right"]

Drawn = TypeVar("Drawn")
"""What a format makes of a block: lines of text, or what Rich draws."""

MARKS: Final[Mapping[Change | None, str]] = {
    "left": "−",
    "right": "+",
    "changed": "~",
    "same": "=",
    None: " ",
}
"""The sign of each mark."""

DASH: Final = "–"
"""What a cell without a value says."""


class Link(NamedTuple):
    """The name of a record, for formats that can lead to what is said of it.

    Attributes:
        text: The name as it is shown.
        section: The section of the record; or `compare`, `moves`, `next` or `pay`, for what a
            command says of one role or of two.
        id: Its id; that of two roles has `--` between the two.
        name: What it is called where it can be followed, if `text` is what is typed elsewhere.
    """

    text: str
    section: str
    id: str
    name: str = ""


class Spans(NamedTuple):
    """A text with links in it."""

    parts: tuple[str | Link, ...]


Inline: TypeAlias = str | Link | Spans
"""A text on a line: plain, the name of a record, or with such names in it."""


class Meter(NamedTuple):
    """A level from 1 to 5, or none (0)."""

    value: int


Cell: TypeAlias = Inline | Meter

Texts: TypeAlias = Iterable[tuple[Cell, Sequence[Cell]]]
"""Texts that name something, each with the texts that say something of it.

A record that is named so is told of there; a link to it may lead to that place.
"""


def spans(text: Inline) -> tuple[str | Link, ...]:
    """The parts of a text, links apart from what is between them."""
    return text.parts if isinstance(text, Spans) else (text,)


def plain(text: Inline) -> str:
    """A text without its links."""
    return "".join(part.text if isinstance(part, Link) else part for part in spans(text))


class Heading(NamedTuple):
    """A heading; level 1 is the document's own, 2 a section's, 3 a part's.

    Attributes:
        text: Its text.
        note: What is said beside it.
        level: Its level.
        tally: How often each mark comes in what follows; for eyes alone, since what follows
            says it in words.
    """

    text: Inline
    note: str = ""
    level: int = 2
    tally: tuple[str, ...] = ()

    def texts(self) -> Texts:
        """Its texts, for finding links."""
        return ((self.text, ()),)


class Prose(NamedTuple):
    """A paragraph: a `lead` opens a document, a `quiet` one may be skipped.

    Attributes:
        text: Its text.
        tone: How loudly it is said.
        side: The side it speaks of, in a comparison.
        label: Whose words they are, where the text does not say so itself.
        pointer: What the text leads to, set apart behind an arrow.
    """

    text: Inline
    tone: Literal["lead", "body", "quiet"] = "body"
    side: Side | None = None
    label: str = ""
    pointer: str = ""

    def texts(self) -> Texts:
        """Its texts, for finding links."""
        return (("", (self.text,)),)


class Lines(NamedTuple):
    """Lines that stay as they are, such as a fault with its place and its hint."""

    lines: tuple[str, ...]

    def texts(self) -> Texts:
        """Its texts, for finding links."""
        return ()


class Item(NamedTuple):
    """A text with a label that stands out before it, and the mark of a side, if it has one.

    It is a line of a list, what one side does in an entry, or one of several texts side by side.
    """

    text: Inline
    label: Inline = ""
    mark: Change | None = None


class Bullets(NamedTuple):
    """A list."""

    items: tuple[Item, ...]

    def texts(self) -> Texts:
        """Its texts, for finding links."""
        return ((item.label, (item.text,)) for item in self.items)


Rows: TypeAlias = Iterator[tuple[Inline, Inline]]
"""Names and their values, while they are found."""


class Fields(NamedTuple):
    """Names and their values."""

    rows: tuple[tuple[Inline, Inline], ...]

    def texts(self) -> Texts:
        """Its texts, for finding links."""
        return ((name, (value,)) for name, value in self.rows)


class Column(NamedTuple):
    """A column of a table.

    Attributes:
        name: Its head.
        side: The side of a comparison that it shows.
        wide: Whether it holds texts, which may wrap and share what room is left.
        figures: Whether it holds figures, which align to the right.
        spare: Whether it is left out of a drawn table that is too narrow for all.
        id: Whether it holds ids, which are typed; the column after it names the rows.
    """

    name: str
    side: Side | None = None
    wide: bool = False
    figures: bool = False
    spare: bool = False
    id: bool = False


class Row(NamedTuple):
    """A row, with the mark that opens it."""

    cells: tuple[Cell, ...]
    mark: Change | None = None


class Grid(NamedTuple):
    """A table; its first column that holds no ids names the rows."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def texts(self) -> Texts:
        """Its texts, for finding links."""
        return ((row.cells[0], row.cells[1:]) for row in self.rows)


class Entry(NamedTuple):
    """Something named, and what each side has to do with it."""

    name: Inline
    lines: tuple[Item, ...]
    mark: Change | None = None


class Entries(NamedTuple):
    """Entries with a line or two each, as in a diff."""

    entries: tuple[Entry, ...]

    def texts(self) -> Texts:
        """Its texts, for finding links."""
        return ((entry.name, [line.text for line in entry.lines]) for entry in self.entries)


class Panels(NamedTuple):
    """Texts side by side; `head` panels open a comparison."""

    panels: tuple[Item, ...]
    head: bool = False

    def texts(self) -> Texts:
        """Its texts, for finding links."""
        return ((panel.label, (panel.text,)) for panel in self.panels)


Block: TypeAlias = Heading | Prose | Lines | Bullets | Fields | Grid | Entries | Panels


def headed(heading: Heading | Prose, blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks under a heading, if there are any."""
    if under := [*blocks]:
        yield heading
        yield from under


def sections(language: Language, *parts: tuple[str, Iterable[Block]]) -> Iterator[Block]:
    """Sections, each under its heading; one without content is left out."""
    for heading, blocks in parts:
        yield from headed(Heading(language.say(heading)), blocks)


def bullets(items: Iterable[Item]) -> Iterator[Bullets]:
    """A list, if there is anything in it."""
    if found := tuple(items):
        yield Bullets(found)


def entries(items: Iterable[Entry]) -> Iterator[Entries]:
    """Entries, if there are any."""
    if found := tuple(items):
        yield Entries(found)


def grid(columns: Iterable[Column], rows: Iterable[Row]) -> Iterator[Grid]:
    """A table, if it has any rows."""
    if found := tuple(rows):
        yield Grid(tuple(columns), found)


def fields(*rows: Iterable[tuple[Inline, Inline]]) -> Iterator[Fields]:
    """Names and their values, one below the other, if there are any."""
    if found := tuple(chain(*rows)):
        yield Fields(found)


class Table(NamedTuple):
    """The same result as bare rows, for tab-separated lines and CSV.

    Attributes:
        heads: The names of the columns, which are stable.
        rows: The rows.
        note: What the rows alone do not say, such as that there are more.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: Message | None = None


class Anchors:
    """Where the links of a page lead: to the first text that names their record.

    Only records count that the page tells of and mentions elsewhere. A page is written from its
    beginning, and `first` remembers what it was asked.
    """

    def __init__(self, blocks: Iterable[Block]) -> None:
        told: set[tuple[str, str]] = set()
        mentioned: set[tuple[str, str]] = set()
        for subject, said in (pair for block in blocks for pair in block.texts()):
            told.update(_targets(subject))
            mentioned.update(target for text in said for target in _targets(text))
        self._records = told & mentioned
        self._to_come = {*self._records}

    def lead(self, part: str | Link) -> TypeGuard[Link]:
        """Whether a part of a text is a link that leads to a place on the page."""
        return isinstance(part, Link) and (part.section, part.id) in self._records

    def first(self, part: str | Link) -> TypeGuard[Link]:
        """Whether a part of a text that names what follows it is that place."""
        if not isinstance(part, Link) or (part.section, part.id) not in self._to_come:
            return False
        self._to_come.remove((part.section, part.id))
        return True


def _targets(cell: Cell) -> Iterator[tuple[str, str]]:
    """The records, by section and id, to which a text links."""
    parts = () if isinstance(cell, Meter) else spans(cell)
    return ((part.section, part.id) for part in parts if isinstance(part, Link))


class Document(NamedTuple):
    """What a command answers, in one language.

    Attributes:
        title: Its title, for a page's head.
        language: The language it is in.
        blocks: Its blocks.
        sides: The short names of the two sides of a comparison.
        table: The result as rows, where it is a table.
        rows_in_pipe: Whether a pipe gets these rows in place of the document.
        rest: What a page has below what is read first; it may be folded.
    """

    title: str
    language: Language
    blocks: tuple[Block, ...]
    sides: tuple[str, str] | None = None
    table: Table | None = None
    rows_in_pipe: bool = False
    rest: tuple[Block, ...] = ()


class Writer(ABC, Generic[Drawn]):
    """What a format makes of each kind of block.

    Args:
        document: The document; its language is that of labels.
    """

    def __init__(self, document: Document) -> None:
        self.document: Final = document
        self.language: Final = document.language
        left, right = document.sides or ("", "")
        self.names: Final[Mapping[Change | None, str]] = {"left": left, "right": right}

    def block(self, block: Block) -> Iterable[Drawn]:
        """A block in the format."""
        match block:
            case Heading():
                return self.heading(block)
            case Prose():
                return self.prose(block)
            case Lines(lines):
                return self.lines(lines)
            case Bullets(items):
                return self.bullets(items)
            case Fields(rows):
                return self.fields(rows)
            case Grid():
                return self.grid(block)
            case Entries(entries):
                return self.entries(entries)
            case Panels():
                return self.panels(block)
            case _:
                assert_never(block)

    def labelled(self, label: Inline, text: Inline) -> str:
        """A text behind its label, without links."""
        return f"{self.language.label(plain(label))} {plain(text)}" if label else plain(text)

    def meaning(self, mark: Change) -> str:
        """What a mark says, in words."""
        if mark == "same":
            return self.language.say(N_("the same in both"))
        if mark == "changed":
            return self.language.say(N_("different"))
        return self.language.say(N_("only {name}"), name=self.names[mark])

    @abstractmethod
    def heading(self, heading: Heading) -> Iterable[Drawn]:
        """A heading, and what is said beside it."""

    @abstractmethod
    def prose(self, prose: Prose) -> Iterable[Drawn]:
        """A paragraph."""

    @abstractmethod
    def lines(self, lines: Sequence[str]) -> Iterable[Drawn]:
        """Lines that stay as they are."""

    @abstractmethod
    def bullets(self, items: Sequence[Item]) -> Iterable[Drawn]:
        """A list."""

    def fields(self, rows: Sequence[tuple[Inline, Inline]]) -> Iterable[Drawn]:
        """Names and their values: a list, unless a format has something of its own for them."""
        return self.bullets([Item(value, name) for name, value in rows])

    @abstractmethod
    def grid(self, grid: Grid) -> Iterable[Drawn]:
        """A table."""

    @abstractmethod
    def entries(self, entries: Sequence[Entry]) -> Iterable[Drawn]:
        """What each side has to do with something, as in a diff."""

    @abstractmethod
    def panels(self, block: Panels) -> Iterable[Drawn]:
        """Texts side by side."""
