"""What a language may do in its own way, and what most languages do.

A language has one class, derived from `Rules`, in a module of its own; `language_tags.LANGUAGES`
names that module. Everything else asks a `Language` and never which language it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar, Final, Literal, TypeAlias

from roleguide.language.characters import HARD_SPACE

Conjunction: TypeAlias = Literal["and", "or"]


class Rules:
    """The rules of a language; as they stand here, those of a language that nobody described.

    Attributes:
        region: The country in the language's tag (`CA` in `fr-CA`), or nothing.
        name: How the interface calls the language inside a sentence, in the source's language; for
            a language that nobody described, nothing.
        length: How long a text usually is, in percent of the same text in English.
        direction: `ltr` or `rtl`, as HTML writes it.
        conjunctions: What stands before the last item of a list.
        opposing: What stands between two things that are set against each other, without accents.
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
        heads: The keys that begin a guide or a profile, by the words that somebody of this language
            writes in their place, without accents.
        little: Words so frequent that `search` ignores them, without accents.
        forms: The forms in which a sentence may want a name, by the word that asks for it: in
            French, `{name:de}` is *de Closer*, *d’Account Executive*, *du directeur*.
    """

    name: ClassVar[str] = ""
    length: ClassVar[int] = 115
    direction: ClassVar[Literal["ltr", "rtl"]] = "ltr"
    conjunctions: ClassVar[Mapping[Conjunction, str]] = {"and": "&", "or": "/"}
    opposing: ClassVar[frozenset[str]] = frozenset({"v", "vs", "versus"})
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

    def __init__(self, region: str = "") -> None:
        self.region: Final = region

    def typeset(self, text: str) -> str:
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
        return self.typeset(self.semicolon).join(items)

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
        return self.typeset(self.semicolon) if doubled else ", "

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
