"""What is said of a site that was written."""

from __future__ import annotations

from typing import NamedTuple

from roleguide.language import N_, Language
from roleguide.views.document import Document, Fields, Heading


class Written(NamedTuple):
    """A site that was written.

    Attributes:
        folder: Where it lies.
        languages: The tags of its languages.
        pairs: Which comparisons have a page: all, near or written ones.
        pages: How many pages it has.
        comparisons: How many comparisons, each in every language.
        bytes: How much all its files hold.
    """

    folder: str
    languages: tuple[str, ...]
    pairs: str
    pages: int
    comparisons: int
    bytes: int


def site_view(written: Written, language: Language) -> Document:
    """What a site has, and how to open it."""
    say, number = language.say, language.number
    title = language.count("A site of {n} page", "A site of {n} pages", written.pages)
    rows = (
        (say(N_("Comparisons")), number(written.comparisons)),
        (say(N_("Size")), say(N_("{n} MB"), n=number(written.bytes / 1e6, 1))),
        (say(N_("Open")), f"{written.folder.rstrip('/')}/index.html"),
    )
    return Document(title, language, (Heading(title, level=1), Fields(rows)))
