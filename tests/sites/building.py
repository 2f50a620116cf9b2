"""Sites in memory, and their pages read back."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from functools import cache

from formats.markup import html_parts, tags
from views.answers import bakery

from roleguide.catalog import Catalog
from roleguide.language import Language
from roleguide.site.contents import Contents, Pairs
from roleguide.site.files import files
from roleguide.site.shell import Site

BOTH = (Language("en"), Language("fr"))


def built(
    catalog: Catalog, *, pairs: Pairs | None = None, title: str = "", base: str = ""
) -> dict[str, str]:
    """The files of a site in both languages."""
    site = Site(Contents(catalog, pairs), BOTH, title, base)
    return {file.path: file.content.decode() for file in files(site)}


@cache
def bakery_site() -> Mapping[str, str]:
    """The site of the small guide."""
    return built(bakery())


def pages(site: Mapping[str, str]) -> dict[str, str]:
    """The pages among the files."""
    return {path: text for path, text in site.items() if path.endswith(".html")}


@cache
def tags_of(page: str) -> list[tuple[str, dict[str, str]]]:
    """Every tag of a page with its attributes."""
    return tags(html_parts(page))


def led_to(path: str, page: str) -> Iterator[str]:
    """The files of the site to which a page leads, or that it loads."""
    for _, attributes in tags_of(page):
        for name in ("href", "src"):
            target = attributes.get(name, "#")
            if not target.startswith(("#", "https://")):
                yield posixpath.normpath(
                    posixpath.join(posixpath.dirname(path), target.partition("#")[0])
                )
