"""HTML and Markdown read back: what a browser or a page would make of what was written."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from typing import TypeAlias

from markdown_it import MarkdownIt
from markdown_it.token import Token

Part: TypeAlias = tuple[str, ...]


class _Reader(HTMLParser):
    """Tags with their attributes, and the texts between them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[Part] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.handle_data("\n")
            return
        self.parts.append(("open", tag, *(f"{name}={value}" for name, value in attrs)))
        if tag not in ("meta", "link", "img", "input", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.parts.append(("close", tag))

    def handle_data(self, data: str) -> None:
        if self.parts and self.parts[-1][0] == "text":
            data = self.parts.pop()[1] + data
        self.parts.append(("text", data))

    def handle_comment(self, data: str) -> None:
        self.parts.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        self.parts.append(("doctype", decl))

    def handle_pi(self, data: str) -> None:
        self.parts.append(("instruction", data))


def html_parts(page: str) -> list[Part]:
    """The tags and texts of a page, every tag closed in its order; white space is one space."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert not reader.open
    return [tuple(squeezed(part) for part in one) for one in reader.parts]


def squeezed(text: str) -> str:
    """A text as a page shows it."""
    return re.sub(r"\s+", " ", text).strip()


def markdown_parts(page: str) -> list[Part]:
    """The blocks and texts of a Markdown page, as GitHub reads it; white space is one space."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parts: list[Part] = []

    def add(token: Token) -> None:
        if token.type in ("text", "softbreak", "text_special"):
            said = " " if token.type == "softbreak" else token.content
            if parts and parts[-1][0] == "text":
                said = parts.pop()[1] + said
            parts.append(("text", said))
        elif token.type != "inline":
            parts.append((token.type, token.tag, token.content))
        for child in token.children or ():
            add(child)

    for token in reader.parse(page):
        add(token)
    return [tuple(squeezed(part) for part in one) for one in parts]


def read_back(form: str, page: str) -> str:
    """The texts of a page of any format, as its reader sees them."""
    if form == "html":
        return "".join(part[1] for part in html_parts(page) if part[0] == "text")
    if form == "markdown":
        parts = markdown_parts(page)
        return "".join(part[-1] for part in parts if part[0] in ("text", "code_block"))
    return unescape(page)


def tags(parts: list[Part]) -> list[tuple[str, dict[str, str]]]:
    """Every tag with its attributes."""
    return [
        (rest[0], {k: v for k, _, v in (attribute.partition("=") for attribute in rest[1:])})
        for kind, *rest in parts
        if kind == "open"
    ]
