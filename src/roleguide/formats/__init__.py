"""The formats of an answer: a Document becomes text, a result becomes JSON.

Each format is a module with one function, `render(source, page)`, which returns text; one that is
made from a table has `stream` instead. To add one, write its module and add its line to `FORMATS`:
help, completion, file endings and tests follow from that.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias, cast

from roleguide.errors import UsageError
from roleguide.language import N_, Message

if TYPE_CHECKING:
    from roleguide.views.document import Document  # an error and the help need no document

MadeFrom: TypeAlias = Literal["document", "table", "data", "record"]
"""What a format is made from: the answer for readers, the rows of that, the answer for programs, or
the record that it is about, as a guide has it."""


class Page(NamedTuple):
    """What a document is drawn on.

    Attributes:
        width: Columns to draw and wrap in; formats that do not wrap ignore it.
        color: Whether colour may be used.
    """

    width: int = 80
    color: bool = False


class StreamedItem(NamedTuple):
    """One of many answers that are written line by line; only what its format needs is made."""

    row: Callable[[], tuple[str, ...]]
    data: Callable[[], Mapping[str, object]]


PAGE: Final = Page()
"""The page for callers that name none."""


class Format(NamedTuple):
    """A format, which the module of its name in this package writes.

    Attributes:
        takes: What it is made from.
        endings: The endings of a file that choose it.
        summary: What it is for, in the help; empty for what cannot be asked for.
        paged: Whether an answer in it is read on a terminal, in the reader's pager if any.
        exact: Whether its bytes are UTF-8 whatever the terminal's encoding.
        whole: Whether it is read as a page, and may be as long as it is.
        streamed: Whether its module has a function `stream(heads, items)`, which yields a text for
            each of many rows, or answers for programs, as they come.
    """

    takes: MadeFrom
    endings: tuple[str, ...] = ()
    summary: str = ""
    paged: bool = False
    exact: bool = False
    whole: bool = False
    streamed: bool = False


FORMATS: Final[Mapping[str, Format]] = {
    "terminal": Format(
        "document",
        paged=True,
        summary=N_(
            "drawn to the width of the terminal; below 72 columns the two sides of a "
            "comparison stand one above the other"
        ),
    ),
    "plain": Format(
        "document",
        (".txt",),
        paged=True,
        summary=N_("words in place of marks and symbols, for screen readers; .txt"),
    ),
    "markdown": Format(
        "document",
        (".md", ".markdown"),
        whole=True,
        summary=N_("headings, lists and tables; .md, .markdown"),
    ),
    "html": Format(
        "document",
        (".html", ".htm"),
        exact=True,
        whole=True,
        summary=N_(
            "one page that loads nothing, light or dark as the reader’s system is, for "
            "phone and paper; .html, .htm"
        ),
    ),
    "csv": Format(
        "table",
        (".csv",),
        exact=True,
        streamed=True,
        summary=N_(
            "for answers that are tables: list, compare, skills, pay, who, search, title, ad, "
            "move, next, fit, check, and define without a term; .csv"
        ),
    ),
    "json": Format(
        "data",
        (".json",),
        exact=True,
        streamed=True,
        summary=N_("every answer whole, for programs; .json"),
    ),
    "yaml": Format(
        "record",
        (".yaml", ".yml"),
        exact=True,
        summary=N_("a record as one writes it in a guide, of show and define; .yaml, .yml"),
    ),
    "pipe": Format("document"),
    "tsv": Format("table", streamed=True),
}
"""All formats; the last two are what a pipe gets unless asked otherwise."""

CHOICES: Final = tuple(name for name, form in FORMATS.items() if form.summary)
"""The formats to ask for."""

ENDINGS: Final[Mapping[str, str]] = {
    ending: name for name, form in FORMATS.items() for ending in form.endings
}
"""The format that the ending of an output file chooses."""


def render(name: str, source: "Document | Mapping[str, object]", page: Page = PAGE) -> str:
    """Write an answer in a format.

    Args:
        name: The format.
        source: The answer for programs where the format takes `data`, else the document.
        page: What a document is drawn on.

    Raises:
        UsageError: The format takes a table, and the document has none.
    """
    form = FORMATS[name]
    module = import_module(f"{__name__}.{name}")
    if form.takes == "table":
        table = cast("Document", source).table
        if table is None:
            text = N_("This answer is not a table, so it cannot be written as {format}.")
            raise refused(name, text)
        return "".join(module.stream(table.heads, table.rows))
    return cast("str", module.render(source, page))


def refused(name: str, text: str) -> UsageError:
    """The error of an answer that a format cannot show."""
    others = tuple(other for other in CHOICES if FORMATS[other].whole or other == "json")
    remedy = Message(N_("Use --format {names}."), {"names": others})
    return UsageError(text, format=name.upper(), remedy=remedy)


def stream(name: str, heads: Sequence[str], items: Iterable[StreamedItem]) -> Iterator[str]:
    """Write many answers in a format, each as soon as it is there.

    Args:
        name: The format.
        heads: The names of the columns.
        items: The answers: rows where the format takes a `table`, else answers for programs.

    Raises:
        UsageError: The format is made of a whole document.
    """
    form = FORMATS[name]
    if not form.streamed:
        others = tuple(other for other in CHOICES if FORMATS[other].streamed)
        text = N_("What is written line by line cannot be written as {format}.")
        remedy = Message(N_("Use --format {names}."), {"names": others})
        raise UsageError(text, format=name, remedy=remedy)
    module = import_module(f"{__name__}.{name}")
    sources = (item.row() if form.takes == "table" else item.data() for item in items)
    return cast("Iterator[str]", module.stream(heads, sources))
