"""What is said of a site that was written."""

from __future__ import annotations

from typing import Final, NamedTuple

from roleguide.language import N_, Language
from roleguide.views.document import Document, Fields, Heading, Prose


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


CHOSEN: Final = {
    "all": N_("any two jobs"),
    "near": N_("the jobs nearest to each, and all that somebody has written about"),
    "written": N_("those that somebody has written about"),
}
"""Which comparisons have a page."""


def site_view(written: Written, language: Language) -> Document:
    """What a site has, how to open it, and how to pass it on."""
    say, number = language.say, language.number
    pages = number(written.pages)
    title = language.count("A site of {n} page", "A site of {n} pages", written.pages, n=pages)
    names = [language.say(Language(code).name) for code in written.languages]
    comparisons = language.label(number(written.comparisons))
    rows = (
        (say(N_("Languages")), language.listing(names)),
        (say(N_("Comparisons")), f"{comparisons} {say(CHOSEN[written.pairs])}"),
        (say(N_("Size")), say(N_("{n} MB"), n=number(written.bytes / 1e6, 1))),
        (say(N_("Open")), f"{written.folder.rstrip('/')}/index.html"),
    )
    passed_on = N_(
        "Any browser opens it. To pass it on, send the whole folder as a zip file, to be extracted "
        "first, or put it on a web server: from there, the address of a page can be sent, too."
    )
    blocks = (Heading(title, level=1), Fields(rows), Prose(say(passed_on), tone="quiet"))
    return Document(title, language, blocks)
