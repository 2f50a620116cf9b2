"""The blocks of which every document is built. They hold texts in one language, and no layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from roleguide.language import Language, Message

if TYPE_CHECKING:
    from roleguide.compare.result import Change  # most answers compare nothing

Side: TypeAlias = Literal["left", "right"]


class Heading(NamedTuple):
    """A heading; level 1 is the document's own, 2 a section's, 3 a part's.

    Attributes:
        text: Its text.
        note: What is said beside it.
        level: Its level.
        tally: How often each mark comes in what follows; for eyes alone, since what follows
            says it in words.
    """

    text: str
    note: str = ""
    level: int = 2
    tally: tuple[str, ...] = ()


class Prose(NamedTuple):
    """A paragraph: a `lead` opens a document, a `quiet` one may be skipped.

    Attributes:
        text: Its text.
        tone: How loudly it is said.
        side: The side it speaks of, in a comparison.
        label: Whose words they are, where the text does not say so itself.
        pointer: What the text leads to, set apart behind an arrow.
    """

    text: str
    tone: Literal["lead", "body", "quiet"] = "body"
    side: Side | None = None
    label: str = ""
    pointer: str = ""


class Lines(NamedTuple):
    """Lines that stay as they are, such as a fault with its place and its hint."""

    lines: tuple[str, ...]


class Item(NamedTuple):
    """A line of a list; `label` stands out before the text."""

    text: str
    label: str = ""
    mark: Change | None = None


class Bullets(NamedTuple):
    """A list."""

    items: tuple[Item, ...]


class Fields(NamedTuple):
    """Names and their values."""

    rows: tuple[tuple[str, str], ...]


class Meter(NamedTuple):
    """A level from 1 to 5, or none (0)."""

    value: int


Cell: TypeAlias = str | Meter


class Column(NamedTuple):
    """A column's head; `wide` ones share what room is left, figures align to the right."""

    name: str
    side: Side | None = None
    wide: bool = False
    figures: bool = False


class Row(NamedTuple):
    """A row, with the mark that opens it."""

    cells: tuple[Cell, ...]
    mark: Change | None = None


class Grid(NamedTuple):
    """A table; its first column names the rows."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


class Line(NamedTuple):
    """What one side does in an entry; without a mark, it belongs to no side."""

    label: str
    text: str
    mark: Change | None = None


class Entry(NamedTuple):
    """Something named, and what each side has to do with it."""

    name: str
    lines: tuple[Line, ...]
    mark: Change | None = None


class Entries(NamedTuple):
    """Entries with a line or two each, as in a diff."""

    entries: tuple[Entry, ...]


class Panel(NamedTuple):
    """One of several texts that stand side by side."""

    text: str
    title: str = ""
    mark: Change | None = None


class Panels(NamedTuple):
    """Texts side by side; `head` panels open a comparison."""

    panels: tuple[Panel, ...]
    head: bool = False


Block: TypeAlias = Heading | Prose | Lines | Bullets | Fields | Grid | Entries | Panels


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


class Document(NamedTuple):
    """What a command answers, in one language.

    Attributes:
        title: Its title, for a page's head.
        language: The language it is in.
        blocks: Its blocks.
        sides: The short names of the two sides of a comparison.
        table: The result as rows, where it is a table.
        rows_in_pipe: Whether a pipe gets these rows in place of the document.
    """

    title: str
    language: Language
    blocks: tuple[Block, ...]
    sides: tuple[str, str] | None = None
    table: Table | None = None
    rows_in_pipe: bool = False
