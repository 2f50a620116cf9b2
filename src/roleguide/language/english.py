"""English."""

from __future__ import annotations

import re
from typing import ClassVar, Final

from roleguide.language import N_, Language

_BEGINS_WITH_VOWEL: Final = (
    r"[AEFHILMNORSX][A-Z]{0,2}s?\b"  # an abbreviation is read by its letters: an SDR, an M&A team
    r"|(?![A-Z]{1,3}s?\b)(?i:(?!eu|on[ce]e?\b|ubi|uni(?![mn])|us[ae]|uti)[aeiou]|hour|hono|honest|heir)"
    r"|8|1[18]\b"
)
"""How the first sound of a name is told from its letters: *a user*, *an hour*, *an 8-week plan*."""


def _with_article(name: str) -> str:
    return f"an {name}" if re.match(_BEGINS_WITH_VOWEL, name) else f"a {name}"


class English(Language):
    """English, with the spelling of Britain; nothing here differs in America."""

    name = N_("English")
    length = 100
    conjunctions: ClassVar = {"and": "and", "or": "or"}
    opposing = frozenset({"against", "v", "vs", "versus"})
    beside = frozenset({"with"})
    away = frozenset({"from"})
    toward = frozenset({"into", "to", "→"})
    countries: ClassVar = frozenset({"CA", "UK", "US"})
    currencies: ClassVar = {"USD": "$", "EUR": "€", "GBP": "£", "CAD": "C$"}
    months = tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())
    endings = tuple(
        "isations? izations? ations? itions? ments? ingly ings? ives? al ed ers? ors? es? s".split()
    )
    fillers = (
        r"crucial\w*",
        r"key players?",
        r"driv(?:e|es|ing|en) (?:\w+ )?growth",
        r"leverag(?:e|es|ed|ing)",
        r"(?:ensur|align)\w* (?:\w+ )?alignment",
        # alone: with these nouns it is the name of a thing
        r"strategic(?! partnership| alliance| planning| account)",
        r"seamless\w*",
        r"best-in-class",
        r"stakeholders?(?! mapping)",  # unnamed: the skill's name says what is done with them
        r"play(?:s|ed|ing)? (?:an? )?(?:\w+ ){0,2}(?:role|part) in",
    )
    worn_opening = "(?:answers for|is (?:responsible|accountable) for) "
    heads: ClassVar = {"jobs": "roles", "junior": "entry", "noone": "nobody"}
    little = frozenset("a an and for in of on or the to".split())
    forms: ClassVar = {"a": _with_article}

    def uncapitalized(self, text: str) -> str:
        """A text as it goes on a sentence; *I* has its capital everywhere."""
        return text if re.match(r"I\b", text) else super().uncapitalized(text)


RULES: Final = English
