"""The built-in guide's site with the project's documentation in it: `make site`, into `build/site`.

The documentation is Markdown of this project alone; HTML in it is shown and not obeyed.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from markdown_it import MarkdownIt

from roleguide.cli.output_folder import write_folder
from roleguide.cli.session import Session
from roleguide.language import Language
from roleguide.language_tags import LANGUAGES
from roleguide.site.addresses import ABOUT, Page, path
from roleguide.site.contents import Contents
from roleguide.site.files import files
from roleguide.site.shell import File, PageText, Shell, Site
from roleguide.site.template import Markup, Template, joined

DOCS: Final = Path(__file__).parents[1] / "docs"
READ: Final = MarkdownIt("commonmark", {"html": False}).enable("table")
LANGUAGES_IN_ORDER: Final = tuple(Language(code) for code in LANGUAGES)

_LINK: Final = re.compile(r"\[([^\]\n]*)\]\(([^)\s]*)\)")
_HEADING: Final = re.compile(r"<h([2-6])>(.*?)</h\1>")

_ITEM: Final = Template('<li><a href="$href">$title</a></li>')
_LIST: Final = Template("<section><ul>$items</ul></section>")


def named(language: str) -> dict[str, Path]:
    """The documents in a language, by name: `questions.en.md` is *questions*."""
    return {file.name.partition(".")[0]: file for file in sorted(DOCS.glob(f"*.{language}.md"))}


def title_of(text: str) -> str:
    """The first heading of a document."""
    found = re.search(r"^# (.+)$", text, re.MULTILINE)
    return found[1] if found else ""


def as_page(shell: Shell, name: str, text: str) -> File:
    """A document as a page of the site."""
    page = Page("docs", name)
    file = path(page, shell.language.code)
    drawn = _HEADING.sub(_with_id, READ.render(_LINK.sub(_to_pages, text)))
    drawn = drawn.replace("<table>", '<div class="scroll"><table>')
    main = Markup(drawn.replace("</table>", "</table></div>"))
    title = title_of(text)
    told = PageText(f"{title} – {shell.name}", title, main)
    return File(file, shell.framed(page, file, told).encode())


def _to_pages(link: re.Match[str]) -> str:
    """A link to another document as one to its page; one to a file of the project as its text."""
    text, target = link.groups()
    if found := re.fullmatch(r"([a-z-]+)\.([a-z]{2})\.md(#.*)?", target):
        name, language, place = found.groups("")
        return f"[{text}](../../{language}/docs/{name}.html{place})"
    return link[0] if target.startswith(("#", "https://")) else text


def _with_id(heading: re.Match[str]) -> str:
    """A heading that links lead to, by its words."""
    level, text = heading.groups()
    words = re.sub(r"<[^>]*>|[^\w\s-]", "", text).lower().split()
    return f'<h{level} id="{"-".join(words)}">{text}</h{level}>'


def documented(site: Site) -> Iterator[File]:
    """The files of a site and its documents, to which the page on sources and licence leads."""
    leading: dict[str, Markup] = {}
    for language in site.languages:
        shell = Shell(site, language)
        about = path(ABOUT, language.code)
        items = []
        for name, document in named(language.code).items():
            text = document.read_text(encoding="utf-8")
            yield as_page(shell, name, text)
            href = shell.to(about, Page("docs", name))
            items.append(_ITEM.fill(href=href, title=title_of(text)))
        leading[about] = _LIST.fill(items=joined(items))
    for file in files(site):
        if more := leading.get(file.path):
            text = file.content.decode().replace("</main>", f"{more}</main>")
            yield file._replace(content=text.encode())
        else:
            yield file


def main(arguments: Sequence[str]) -> None:
    """Write the site into the folder named."""
    (folder,) = arguments
    session = Session(LANGUAGES_IN_ORDER[0], environ={"ROLEGUIDE_CONFIG_DIR": folder})
    made = [*documented(Site(Contents(session.catalog), LANGUAGES_IN_ORDER))]
    write_folder(folder, made)
    print(f"{len(made)} files in {folder}")


if __name__ == "__main__":
    main(sys.argv[1:])
