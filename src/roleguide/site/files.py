"""All files of a site, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Final

from roleguide.formats.html import STYLE
from roleguide.model import Look
from roleguide.reading.colours import ink, lightened
from roleguide.site.addresses import ABOUT, INDEX, START, path
from roleguide.site.documents import document
from roleguide.site.search_index import search_index
from roleguide.site.shell import File, Shell, Site
from roleguide.site.start import about_page, start_page

_ASSETS: Final = Path(__file__).with_name("assets")


def files(site: Site, progress: Callable[[int], None] = lambda _: None) -> Iterator[File]:
    """The files; the start page is the last one.

    Args:
        site: What is the same on every page.
        progress: Called before each page, with how many are made.
    """
    done = count()
    yield from _assets(site)
    for language in site.languages:
        shell = Shell(site, language)
        index = search_index(site.contents, language)
        yield File(f"assets/index.{language.code}.js", index.encode())
        for page in site.contents.pages():
            progress(next(done))
            file = path(page, language.code)
            if page == START:
                text = start_page(shell, file)
            elif page == ABOUT:
                text = about_page(shell)
            else:
                text = shell.page(page, document(page, site.contents, language))
            yield File(file, text.encode())
    yield File(INDEX, start_page(Shell(site, site.languages[0]), INDEX).encode())


def _assets(site: Site) -> Iterator[File]:
    """The style sheet, which begins as that of every page does; the scripts; the icon."""
    style = STYLE.read_text(encoding="utf-8") + (_ASSETS / "site.css").read_text(encoding="utf-8")
    style += _colours(site.look)
    yield File("assets/site.css", style.encode())
    for name in ("site.js", "search.js", "icon.svg"):
        yield File(f"assets/{name}", (_ASSETS / name).read_bytes())
    if site.logo:
        yield site.logo


def _colours(look: Look) -> str:
    """The guide's own colours, in place of those of the style sheet."""
    dark = look.dark or (look.colour and lightened(look.colour))
    light = f"{_rule(look.colour)}\n" if look.colour else ""
    media = f"@media (prefers-color-scheme: dark) {{ {_rule(dark)} }}\n" if dark else ""
    return light + media


def _rule(colour: str) -> str:
    return f":root {{ --accent: {colour}; --on-accent: {ink(colour)}; }}"
