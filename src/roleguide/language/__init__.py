"""Which language, its typography, and the interface's words.

The language is chosen once, by `resolve`, and passed on as a `Language`. Interface words stand in
the source in English and are translated through the gettext catalogue of the language; texts of
the data carry their languages themselves (`Language.of`).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from roleguide import language_tags
from roleguide.language_tags import LANGUAGES

if TYPE_CHECKING:
    from gettext import NullTranslations

NARROW_SPACE: Final = "\u202f"
HARD_SPACE: Final = "\u00a0"

UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029"
    "\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""What must reach no terminal and stand in no guide.

Control characters other than tab and line ends; C1; the line ends that YAML knows and editors do
not (U+0085, U+2028, U+2029); what turns the direction of text unseen; byte order marks; halves of
surrogate pairs. The zero-width joiner stays: it builds emoji and Persian words.
"""

_LOCALE_FOLDER: Final = os.path.join(os.path.dirname(os.path.dirname(__file__)), "locale")  # noqa: PTH118, PTH120 — without pathlib


def N_(message: str) -> str:  # noqa: N802 — the name every gettext tool looks for
    """Mark a message for translation later."""
    return message


def visible(text: str) -> str:
    """A text without what must not reach a terminal; each such character becomes U+FFFD."""
    return UNSEEN.sub("\ufffd", text)


def one_line(text: str) -> str:
    """A visible text on one line: line ends and tabs become spaces."""
    return visible(text.replace("\n", " ").replace("\t", " "))


class Message(NamedTuple):
    """An interface sentence that has not met its language yet, with its arguments."""

    text: str
    arguments: Mapping[str, object] = {}

    def __str__(self) -> str:
        """The sentence in English, for logs and tracebacks."""
        return Language("en").tell(self)


class Language:
    """One language: its words, its typography, and the choice among a text's languages."""

    def __init__(self, code: str) -> None:
        self.code: Final = code
        self.base: Final = code.split("-", maxsplit=1)[0]

    def say(self, message: str, /, **arguments: object) -> str:
        """Translate an interface sentence and fill in its named places."""
        return self._typeset(_catalogue(self.base).gettext(message).format(**arguments))

    def count(self, one: str, many: str, number: int, /, **arguments: object) -> str:
        """Translate a sentence that depends on a number, which fills the place `n`."""
        chosen = _catalogue(self.base).ngettext(one, many, number)
        return self._typeset(chosen.format(n=number, **arguments))

    def tell(self, message: Message) -> str:
        """Translate a message, and the messages among its arguments."""
        return self.say(
            message.text,
            **{
                name: self.tell(value) if isinstance(value, Message) else value
                for name, value in message.arguments.items()
            },
        )

    def of(self, text: Mapping[str, str]) -> str:
        """Pick this language from a text: `fr-CA`, else `fr`, else English, else any."""
        for code in language_tags.fallbacks(self.code):
            if code in text:
                return self._typeset(text[code])
        return next(iter(text.values()), "")

    def listing(self, items: Iterable[str]) -> str:
        """Join with commas."""
        return ", ".join(items)

    def clauses(self, items: Iterable[str]) -> str:
        """Join with semicolons, spaced as the language wants them."""
        return self._typeset(f"{NARROW_SPACE}; " if self.base == "fr" else "; ").join(items)

    def quote(self, text: str) -> str:
        """Put between the language's quotation marks."""
        if self.base == "fr":
            return f"«{HARD_SPACE}{text}{HARD_SPACE}»"
        return f"“{text}”"

    def label(self, name: str) -> str:
        """Put the colon of a label behind it, spaced as the language wants it."""
        return f"{name}{HARD_SPACE}:" if self.base == "fr" else f"{name}:"

    def _typeset(self, text: str) -> str:
        """Adapt the typography of France to the country; Canada sets no space before ; ! ?."""
        if self.code == "fr-CA":
            return re.sub(f"{NARROW_SPACE}([;!?])", r"\1", text)
        return text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Language) and other.code == self.code

    def __hash__(self) -> int:
        return hash(self.code)

    def __repr__(self) -> str:
        return f"Language({self.code!r})"


@cache
def _catalogue(base: str) -> NullTranslations:
    # Imported where something is said: completing a role's id says nothing.
    import struct  # noqa: PLC0415
    from gettext import GNUTranslations, NullTranslations  # noqa: PLC0415

    if base == LANGUAGES[0]:
        return NullTranslations()
    try:
        with open(f"{_LOCALE_FOLDER}/{base}/LC_MESSAGES/roleguide.mo", "rb") as file:  # noqa: PTH123
            return GNUTranslations(file)
    except (OSError, ValueError, struct.error):  # broken or gone: English is better than nothing
        return NullTranslations()


def parse(tag: str) -> Language | None:
    """The language of a tag (`fr`, `fr-CA`, `fr_CA.UTF-8`); None where it is unknown."""
    code = language_tags.parse(tag)
    return Language(code) if code else None


def resolve(environ: Mapping[str, str]) -> Language:
    """The language that the environment asks for, by the rule of `language_tags.resolve`."""
    return Language(language_tags.resolve(environ))
