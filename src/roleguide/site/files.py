"""All files of a site, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from roleguide.formats.html import STYLE
from roleguide.site.addresses import ABOUT, INDEX, START, path
from roleguide.site.documents import document
from roleguide.site.search_index import search_index
from roleguide.site.shell import Shell, Site
from roleguide.site.start import about_page, start_page

_ASSETS: Final = Path(__file__).with_name("assets")


class File(NamedTuple):
    """A file of a site: where it lies in its folder, with `/` between, and what is in it."""

    path: str
    content: bytes


def files(site: Site, progress: Callable[[], None] = lambda: None) -> Iterator[File]:
    """The files; the start page is the last one."""
    yield from _assets()
    for language in site.languages:
        shell = Shell(site, language)
        index = search_index(site.contents, language)
        yield File(f"assets/index.{language.code}.js", index.encode())
        for page in site.contents.pages():
            progress()
            file = path(page, language.code)
            if page == START:
                text = start_page(shell, file)
            elif page == ABOUT:
                text = about_page(shell)
            else:
                text = shell.page(page, document(page, site.contents, language))
            yield File(file, text.encode())
    yield File(INDEX, start_page(Shell(site, site.languages[0]), INDEX).encode())


def _assets() -> Iterator[File]:
    """The style sheet, which begins as that of every page does; the scripts; the icon."""
    style = STYLE.read_text(encoding="utf-8") + (_ASSETS / "site.css").read_text(encoding="utf-8")
    yield File("assets/site.css", style.encode())
    for name in ("site.js", "search.js", "icon.svg"):
        yield File(f"assets/{name}", (_ASSETS / name).read_bytes())
