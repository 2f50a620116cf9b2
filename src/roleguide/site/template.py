"""Templates: files of HTML with places, and what fills a place is escaped unless it is HTML."""

from __future__ import annotations

import string
from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path
from typing import Final

from roleguide.language import visible

_FOLDER: Final = Path(__file__).with_name("templates")


class Markup(str):
    """HTML, which fills a place as it is."""

    __slots__ = ()


NOTHING: Final = Markup()


class Template(string.Template):
    """A template; `$name` or `${name}` is a place, `$$` a dollar sign."""

    def fill(self, **values: str) -> Markup:
        """The template with its places filled.

        Raises:
            KeyError: Nothing is given for a place.
        """
        return Markup(self.substitute({k: escaped(v) for k, v in values.items()}))


def escaped(text: str) -> Markup:
    """A text as HTML; nothing in it is markup, and nothing in it is unseen."""
    return text if isinstance(text, Markup) else Markup(escape(visible(text)))


def joined(parts: Iterable[str], between: str = "\n") -> Markup:
    """Pieces of HTML one after the other; what is none is escaped."""
    return Markup(between.join(map(escaped, parts)))


@cache
def template(name: str) -> Template:
    """A template of a site, by the name of its file."""
    return Template((_FOLDER / f"{name}.html").read_text(encoding="utf-8"))
