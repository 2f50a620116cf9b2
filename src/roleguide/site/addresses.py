"""Where the pages of a site lie, and how one leads to another."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

INDEX: Final = "index.html"
"""What a web server answers with where a folder is asked for."""

_TAKEN: Final = frozenset(
    ("index", "con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10)))
)
"""Names that a record's page cannot have: the folder's own page, and what Windows reserves."""


class Page(NamedTuple):
    """A page, in whatever language.

    Attributes:
        kind: What it tells of: a section, or `compare`, `moves`, `next`, `pay`; `start` and
            `about` for the two pages of the site itself.
        id: The id of the record, or of two roles with `--` between; nothing for the page that
            lists all of a kind.
    """

    kind: str
    id: str = ""


START: Final = Page("start")
ABOUT: Final = Page("about")


@cache
def path(page: Page, language: str) -> str:
    """The file of a page, from the site's folder."""
    if page == START:
        return f"{language}/{INDEX}"
    name = f"{page.id}_" if page.id.partition(".")[0] in _TAKEN else page.id
    return f"{language}/{page.kind}/{name}.html" if name else f"{language}/{page.kind}/{INDEX}"


def up(file: str) -> str:
    """The way from a file to the site's folder."""
    return "../" * file.count("/")


def pair_id(one: str, other: str) -> str:
    """The id of two roles, the same whichever comes first."""
    return "--".join(sorted((one, other)))
