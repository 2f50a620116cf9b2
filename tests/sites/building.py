"""Sites in memory, and their pages read back."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from formats.markup import html_parts, tags
from views.answers import bakery

from roleguide.catalog import Catalog
from roleguide.language import Language
from roleguide.site.contents import Contents, Pairs
from roleguide.site.files import files
from roleguide.site.shell import Site

LED: Final = re.compile(r"""\s(?:href|src)=["']?([^"'\s>]+)""")
"""Where a tag leads. As text, since to read every tag takes many times as long."""

BOTH = (Language("en"), Language("fr"))


def built(
    catalog: Catalog,
    *,
    pairs: Pairs | None = None,
    title: str = "",
    base: str = "",
    languages: Sequence[Language] = BOTH,
) -> dict[str, str]:
    """The files of a site, in both languages unless another choice is made."""
    site = Site(Contents(catalog, pairs), languages, title, base)
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
    for target in LED.findall(page):
        if not target.startswith(("#", "https://")):
            yield posixpath.normpath(
                posixpath.join(posixpath.dirname(path), target.partition("#")[0])
            )
