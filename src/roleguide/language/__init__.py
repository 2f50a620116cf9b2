"""Which language, its rules and typography, and the interface's words.

The language is chosen once, by `resolve`, and passed on as a `Language`. Interface words stand in
the source in English and are translated through the gettext catalogue of the language; texts of
the data carry their languages themselves (`Language.of`).

A language has one class, derived from `Language`, in a module of its own; `language_tags.LANGUAGES`
names that module. Nothing asks which language it is.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar, Final, Literal, NamedTuple, Self, TypeAlias, cast

from roleguide import language_tags
from roleguide.language_tags import LANGUAGES

if TYPE_CHECKING:
    from gettext import NullTranslations

_LOCALE_FOLDER: Final = os.path.join(os.path.dirname(os.path.dirname(__file__)), "locale")

Conjunction: TypeAlias = Literal["and", "or"]

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


def visible(text: str) -> str:
    """A text without what must not reach a terminal; each such character becomes U+FFFD."""
    return UNSEEN.sub("\ufffd", text)


def one_line(text: str) -> str:
    """A visible text on one line: line ends and tabs become spaces."""
    return visible(text.replace("\n", " ").replace("\t", " "))


def N_(message: str) -> str:  # noqa: N802 — the name every gettext tool looks for
    """Mark a message for translation later."""
    return message


class Message(NamedTuple):
    """An interface sentence that is translated later, with its arguments."""

    text: str
    arguments: Mapping[str, object] = {}

    def __str__(self) -> str:
        """The sentence in English, for logs and tracebacks."""
        return Language(language_tags.SOURCE).tell(self)


class Language:
    """One language: its words, its rules, and the choice among a text's languages.

    As the rules stand here, they are those of a language that nobody described.

    Args:
        code: Its tag, as `language_tags.parse` gives it: `fr`, `fr-CA`.

    Attributes:
        code: Its tag.
        base: The language alone, without a country.
        region: The country in the tag (`CA` in `fr-CA`), or nothing.
        name: How the interface calls the language inside a sentence, in the source's language; for
            a language that nobody described, nothing.
        length: How long a text usually is, in percent of the same text in English.
        direction: `ltr` or `rtl`, as HTML writes it.
        conjunctions: What stands before the last item of a list.
        opposing: What stands between two things that are set against each other, without accents.
        beside: What else stands between two things that are compared, likewise: *with*.
        away: What stands before where somebody starts, likewise: *from*.
        toward: What stands before where somebody goes, likewise: *to*.
        semicolon: The sign between two clauses, with its spaces.
        separators: The signs before each third digit and before the decimals.
        currencies: The signs of currencies; others are written by their code.
        countries: The countries whose readers it has above all, by code; what concerns one of them
            comes first.
        months: The months as they stand in a date, short.
        endings: Endings of plural, gender and kind that `search` takes off, as regular
            expressions without accents.
        same_endings: Endings that a title may have in place of others without another meaning: of
            the feminine for the masculine, of the plural for the singular; without accents.
        fillers: Words that suit any job, as regular expressions between word boundaries.
        masculine: Words that begin a title in the masculine and have another form in the feminine.
        worn_opening: What begins a sentence on a part and says no more than the part does, as a
            regular expression.
        heads: Keys and other words of guides and profiles, by the words that somebody of this
            language writes in their place, without accents.
        little: Words so frequent that `search` ignores them, without accents.
        forms: The forms in which a sentence may want a name, by the word that asks for it: in
            French, `{name:de}` is *de Closer*, *d’Account Executive*, *du directeur*.
    """

    name: ClassVar[str] = ""
    length: ClassVar[int] = 115
    direction: ClassVar[Literal["ltr", "rtl"]] = "ltr"
    conjunctions: ClassVar[Mapping[Conjunction, str]] = {"and": "&", "or": "/"}
    opposing: ClassVar[frozenset[str]] = frozenset({"v", "vs", "versus"})
    beside: ClassVar[frozenset[str]] = frozenset()
    away: ClassVar[frozenset[str]] = frozenset()
    toward: ClassVar[frozenset[str]] = frozenset()
    semicolon: ClassVar[str] = "; "
    separators: ClassVar[tuple[str, str]] = (",", ".")
    currencies: ClassVar[Mapping[str, str]] = {}
    countries: ClassVar[frozenset[str]] = frozenset()
    months: ClassVar[Sequence[str]] = ()
    endings: ClassVar[tuple[str, ...]] = ()
    same_endings: ClassVar[tuple[tuple[str, str], ...]] = ()
    fillers: ClassVar[tuple[str, ...]] = ()
    masculine: ClassVar[frozenset[str]] = frozenset()
    worn_opening: ClassVar[str] = ""
    heads: ClassVar[Mapping[str, str]] = {}
    little: ClassVar[frozenset[str]] = frozenset()
    forms: ClassVar[Mapping[str, Callable[[str], str]]] = {}

    def __new__(cls, code: str) -> Self:
        """A language, of the class that has its rules."""
        module = LANGUAGES.get(code.partition("-")[0])
        described = import_module(f"{__name__}.{module}").RULES if module else cls
        return super().__new__(cast("type[Self]", described))

    def __init__(self, code: str) -> None:
        self.code: Final = code
        self.base, _, self.region = code.partition("-")

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
                yield "", self.for_country(between)
            if place:
                yield place, format(_Name(arguments[place], self), form or "")

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
                return self.for_country(text[code])
        return next(iter(text.values()), "")

    def _filled(self, sentence: str, arguments: Mapping[str, object]) -> str:
        formed = {
            name: _Name(value, self) if isinstance(value, str) else value
            for name, value in arguments.items()
        }
        return self.for_country(sentence.format(**formed))

    def for_country(self, text: str) -> str:
        """Adapt a text of this language to the typography of the country."""
        return text

    def label(self, name: str) -> str:
        """Put the colon of a label behind it."""
        return f"{name}:"

    def quote(self, text: str) -> str:
        """Put between quotation marks."""
        return f"“{text}”"

    def clauses(self, items: Iterable[str]) -> str:
        """Join with semicolons."""
        return self.for_country(self.semicolon).join(items)

    def listing(self, items: Iterable[str], last: Conjunction | None = None) -> str:
        """Join with commas or semicolons, the last item with *and* or *or* if asked."""
        *first, final = [*items] or [""]
        mark = self.separator([*first, final])
        if not first or not last:
            return mark.join([*first, final])
        between = f"{self.conjunctions[last]} {final}"
        if mark == ", " or len(first) == 1:
            return f"{mark.join(first)} {between}"
        return mark.join([*first, between])

    def separator(self, items: Iterable[str]) -> str:
        """What stands between the items of a list.

        A comma; a semicolon if an item is a doublet (*Directeur / Directrice commerciale*), since
        a reader who meets slashes and commas in one list cannot count its items.
        """
        doubled = any(" / " in item for item in items)
        return self.for_country(self.semicolon) if doubled else ", "

    def doublet(self, masculine: str, feminine: str) -> str:
        """Both genders of a title, what they share at the end written once.

        *Directeur des ventes, Directrice des ventes* becomes *Directeur / Directrice des ventes*.
        """
        first, second = masculine.split(" "), feminine.split(" ")
        while len(first) > 1 and len(second) > 1 and first[-1] == second[-1]:
            del first[-1], second[-1]
        return f"{' '.join(first)} / {feminine}"

    def capitalized(self, text: str) -> str:
        """A text as it begins a sentence; capitals further on stay."""
        return text[:1].upper() + text[1:]

    def uncapitalized(self, text: str) -> str:
        """A text as it goes on a sentence; an abbreviation (*CRM*, *B2B*) keeps its capitals."""
        abbreviated = text[1:2].isupper() or text[1:2].isdigit()
        return text if abbreviated else text[:1].lower() + text[1:]

    def number(self, value: float, decimals: int = 0) -> str:
        """A number with its separators, and a minus sign in place of a hyphen."""
        thousands, decimal = self.separators
        return f"{value:,.{decimals}f}".translate(str.maketrans(",.-", f"{thousands}{decimal}−"))

    def money(self, amount: float, currency: str) -> str:
        """An amount with its currency; cents only where it has some.

        Args:
            amount: In units of the currency.
            currency: Its code by ISO 4217.
        """
        digits = self.number(amount, 0 if float(amount).is_integer() else 2)
        return self._priced(digits, self.currencies.get(currency, currency))

    def date(self, written: str) -> str:
        """A month written as `2026-12` in words; any other date stays what it is."""
        year, _, month = written.partition("-")
        if self.months and month.isdecimal() and 1 <= int(month) <= len(self.months):
            return f"{self.months[int(month) - 1]}{HARD_SPACE}{year}"
        return written

    def _priced(self, digits: str, sign: str) -> str:
        return f"{sign}{HARD_SPACE if sign.isalpha() else ''}{digits}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Language) and other.code == self.code

    def __hash__(self) -> int:
        return hash(self.code)

    def __repr__(self) -> str:
        return f"Language({self.code!r})"


class _Name(str):
    """What fills a place in a sentence, in the form the place asks for: `{name:de}`."""

    __slots__ = ("_language",)
    _language: Language

    def __new__(cls, text: str, language: Language) -> Self:
        name = super().__new__(cls, text)
        name._language = language
        return name

    def __format__(self, form: str) -> str:
        return self._language.forms[form](self) if form else str(self)


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


def said_in_any(words: Callable[[Language], Iterable[str]]) -> frozenset[str]:
    """What is said for something in any language, since a line may be in any."""
    return frozenset(word for code in LANGUAGES for word in words(Language(code)))
