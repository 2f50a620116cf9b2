"""Which language, its typography, and the interface's words.

The language is chosen once, by `resolve`, and passed on as a `Language`. Interface words stand in
the source in English and are translated through the gettext catalogue of the language; texts of
the data carry their languages themselves (`Language.of`).
"""

import os
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple, Self, cast

from roleguide import language_tags
from roleguide.language.characters import HARD_SPACE, NARROW_SPACE, UNSEEN, one_line, visible
from roleguide.language.marking import N_
from roleguide.language.rules import Rules
from roleguide.language_tags import LANGUAGES

if TYPE_CHECKING:
    from gettext import NullTranslations

__all__ = [
    "HARD_SPACE",
    "NARROW_SPACE",
    "N_",
    "UNSEEN",
    "Language",
    "Message",
    "one_line",
    "parse",
    "resolve",
    "rules_of",
    "visible",
]

_LOCALE_FOLDER: Final = os.path.join(os.path.dirname(os.path.dirname(__file__)), "locale")


class Message(NamedTuple):
    """An interface sentence that is translated later, with its arguments."""

    text: str
    arguments: Mapping[str, object] = {}

    def __str__(self) -> str:
        """The sentence in English, for logs and tracebacks."""
        return Language(language_tags.SOURCE).tell(self)


class Language:
    """One language: its words, its rules, and the choice among a text's languages.

    Args:
        code: Its tag, as `language_tags.parse` gives it: `fr`, `fr-CA`.
    """

    def __init__(self, code: str) -> None:
        self.code: Final = code
        self.base: Final = code.partition("-")[0]
        self._rules: Final = (rules := rules_of(code))
        self.direction: Final = rules.direction
        self.label: Final = rules.label
        self.quote: Final = rules.quote
        self.clauses: Final = rules.clauses
        self.listing: Final = rules.listing
        self.separator: Final = rules.separator
        self.capitalized: Final = rules.capitalized
        self.uncapitalized: Final = rules.uncapitalized
        self.number: Final = rules.number
        self.money: Final = rules.money
        self.date: Final = rules.date
        self.region: Final = rules.region
        self.countries: Final = rules.countries

    def say(self, message: str, /, **arguments: object) -> str:
        """Translate an interface sentence and fill in its named places."""
        return self._filled(_catalogue(self.base).gettext(message), arguments)

    def pieces(self, message: str, /, **arguments: str) -> Iterator[tuple[str, str]]:
        """Translate a sentence, but keep apart what fills its places.

        Yields:
            The name of a place, or nothing for what stands between places; and the text.
        """
        from string import Formatter  # only where a sentence holds links

        translated = _catalogue(self.base).gettext(message)
        for between, place, form, _ in Formatter().parse(translated):
            if between:
                yield "", self._rules.typeset(between)
            if place:
                yield place, format(_Name(arguments[place], self._rules), form or "")

    def count(self, one: str, many: str, number: int, /, **arguments: object) -> str:
        """Translate a sentence that depends on a number, which fills the place `n`."""
        chosen = _catalogue(self.base).ngettext(one, many, number)
        return self._filled(chosen, {"n": number, **arguments})

    def tell(self, message: Message) -> str:
        """Translate a message, and the messages, texts and alternatives (tuples) in it."""
        return self.say(
            message.text, **{name: self._told(value) for name, value in message.arguments.items()}
        )

    def _told(self, value: object) -> object:
        if isinstance(value, Message):
            return self.tell(value)
        if isinstance(value, Mapping):
            return self.of(value)
        return self.listing(value, "or") if isinstance(value, tuple) else value

    def of(self, text: Mapping[str, str]) -> str:
        """Pick this language from a text: `fr-CA`, else `fr`, else English, else any."""
        for code in language_tags.fallbacks(self.code):
            if code in text:
                return self._rules.typeset(text[code])
        return next(iter(text.values()), "")

    def _filled(self, sentence: str, arguments: Mapping[str, object]) -> str:
        formed = {
            name: _Name(value, self._rules) if isinstance(value, str) else value
            for name, value in arguments.items()
        }
        return self._rules.typeset(sentence.format(**formed))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Language) and other.code == self.code

    def __hash__(self) -> int:
        return hash(self.code)

    def __repr__(self) -> str:
        return f"Language({self.code!r})"


class _Name(str):
    """What fills a place in a sentence, in the form the place asks for: `{name:de}`."""

    __slots__ = ("_rules",)
    _rules: Rules

    def __new__(cls, text: str, rules: Rules) -> Self:
        name = super().__new__(cls, text)
        name._rules = rules
        return name

    def __format__(self, form: str) -> str:
        return self._rules.forms[form](self) if form else str(self)


@cache
def rules_of(code: str) -> Rules:
    """The rules of the language of a tag; plain ones where nobody described it."""
    base, _, region = code.partition("-")
    if base not in LANGUAGES:
        return Rules(region)
    module = import_module(f"{__name__}.{LANGUAGES[base]}")
    return cast("type[Rules]", module.RULES)(region)


@cache
def _catalogue(base: str) -> "NullTranslations":
    # Imported where something is said: completing a role's id says nothing.
    import struct
    from gettext import GNUTranslations, NullTranslations

    if base == language_tags.SOURCE:
        return NullTranslations()
    try:
        with open(f"{_LOCALE_FOLDER}/{base}/LC_MESSAGES/roleguide.mo", "rb") as file:
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
