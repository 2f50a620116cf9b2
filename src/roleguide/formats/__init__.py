"""A Document becomes text in one of several formats; a result becomes JSON.

Each format of documents is a module with one function, `render(document, page) -> str`. To add
one, write its module and add its line here.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Final, NamedTuple, cast

from roleguide.errors import UsageError
from roleguide.language import N_, Message
from roleguide.views.document import Document


class Page(NamedTuple):
    """What a document is drawn on.

    Attributes:
        width: Columns to draw and wrap in; formats that do not wrap ignore it.
        color: Whether colour may be used.
    """

    width: int = 80
    color: bool = False


MODULES: Final[Mapping[str, str]] = {
    "terminal": "terminal",
    "pipe": "lines",
    "plain": "plain",
    "markdown": "markdown",
    "html": "html",
    "csv": "csv",
    "tsv": "csv",
}
"""The module of each format; `pipe` and `tsv` are what a pipe gets unless asked otherwise."""

FORMATS: Final = ("terminal", "plain", "markdown", "html", "csv", "json")
"""The formats to ask for."""

ENDINGS: Final[Mapping[str, str]] = {
    ".txt": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".csv": "csv",
    ".json": "json",
}
"""The format that the ending of an output file chooses."""


def render(name: str, document: Document, page: Page) -> str:
    """Draw a document.

    Raises:
        UsageError: The format is for tables, and the document is none.
    """
    if name in ("csv", "tsv") and document.table is None:
        raise UsageError(
            Message(N_("This answer is not a table, so it cannot be written as CSV.")),
            remedy=Message(N_("Use --format json, markdown or html.")),
        )
    module = import_module(f"{__name__}.{MODULES[name]}")
    if name == "tsv":
        return cast("str", module.render_tabs(document, page))
    return cast("str", module.render(document, page))
