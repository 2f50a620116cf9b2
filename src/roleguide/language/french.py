"""French, of France and of Canada."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import ClassVar, Final

from roleguide.language import HARD_SPACE, N_, NARROW_SPACE, Language

# Compiled where a sentence needs it, which few runs do.
_ELIDES: Final = (
    r"(?i)(?!onz|oui\b|u[ikx]\b|us[ae]?\b|user)[aàâäæeéèêëîïioôöœuùûü]"
    r"|h(?:abi|armo|ebdo|érit|ésit|eur(?!t)|isto|omm|omo|onn|ono|ôpi|ôte|ora|ori|orl|ui[ls]"
    r"|uma(?!n\b)|ume|ygi|ypo)"
)
"""Names before which *de* becomes *d’*.

The h is silent in words from Latin (*homme, heure, histoire*) and counts as a consonant in those
from English (*head, hunter*) and German (*hausse, haut*), so the former are listed. *Onze* and
*oui* do not elide, nor do English names that begin with the sound of “you” (*user, UX*).
"""


def _elided(word: str, name: str) -> str:
    """A short word before a name: *de Closer*, *d’Account Executive*."""
    if word.endswith("e") and re.match(_ELIDES, name):
        return f"{word[:-1]}’{name}"
    return f"{word} {name}"


def _contracted(word: str, articles: Mapping[str, str], name: str) -> str:
    """A short word before a name, made one with the article that the name begins with."""
    article, space, rest = name.partition(" ")
    return f"{articles[article]} {rest}" if space and article in articles else _elided(word, name)


class French(Language):
    """French; Canada writes `;`, `!` and `?` without the space before them."""

    name = N_("French")
    conjunctions: ClassVar = {"and": "et", "or": "ou"}
    opposing = frozenset({"contre", "vs", "versus"})
    beside = frozenset({"avec"})
    away = frozenset({"de"})
    toward = frozenset({"a", "vers"})
    semicolon = f"{NARROW_SPACE}; "
    separators = (NARROW_SPACE, ",")
    countries: ClassVar = frozenset({"FR", "BE", "CH"})
    currencies: ClassVar = {"USD": "$", "EUR": "€", "GBP": "£", "CAD": f"${HARD_SPACE}CA"}
    months = tuple("janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.".split())
    endings = tuple(
        "isations? ations? itions? ements? trices? teurs? teuses? euses? eurs? ieres? iers? ives? "
        "ifs? elles? els? ales? aux al ees? ers? es? s x".split()
    )
    same_endings = (
        ("trice", "teur"),
        ("euse", "eur"),
        ("enne", "en"),
        ("onne", "on"),
        ("ffe", "f"),
        ("ive", "if"),
        ("aux", "al"),
    )
    fillers = (
        r"act(?:eur|rice)s? clés?",
        r"rôles? cruci(?:al|aux)",
        r"véritables? (?:chef|cheffe)s? d’orchestre",
        r"au cœur d(?:e|es|u|’\w+)",
        r"garanti(?:r|t|ssent)? le succès",
        r"optimis(?:er?|ent|ant) l(?:a|es) performances?",
        r"forces? de proposition",
        # without an object: neither a pronoun before the verb nor anybody after it
        r"(?<!l’)(?<!les )(?<!le )(?<!la )accompagn(?:er?|ent|ant)(?= ?[.,;:]| dans| pour| vers|$)",
        r"adress(?:er?|ent|ant) (?:\w+ )(?:besoins?|marchés?|enjeux?|problèmes?|problématiques?)",
        r"délivr(?:er?|ent|ant) (?:\w+ ){0,2}(?:résultats?|valeur|performances?)",
        # as a noun, for a company's turnover; « revenus » quoted, and who came back, may stand
        r"(?<!opérations )(?:[dlcs]es|[nv]os|leurs|aux|de|en) revenus",
        r"(?<!« )revenus (?:récurrents|annuels|mensuels)",
    )
    masculine = frozenset(
        "acheteur animateur attaché chargé conseiller coordinateur coordonnateur délégué directeur "
        "formateur ingénieur négociateur technicien vendeur".split()
    )
    worn_opening = r"(?:répond d(?:e|es|u)|est responsable d(?:e|es|u)) "
    heads: ClassVar = {
        "profil": "profile",
        "equipe": "team",
        "metiers": "roles",
        "postes": "roles",
        "competences": "skills",
        "activites": "activities",
        "indicateurs": "metrics",
        "outils": "tools",
        "contextes": "contexts",
        "univers": "worlds",
        "familles": "families",
        "paires": "pairs",
        "termes": "terms",
        "niveau": "level",
        "poids": "weight",
        "nom": "name",
        "annee": "year",
        "pays": "country",
        "salaire": "pay",
        "remuneration": "pay",
        "chiffre": "number",
        "pieges": "pitfalls",
        "debutant": "entry",
        "personne": "nobody",
    }
    little = frozenset("a au aux d de des du en et l la le les on ou sur un une".split())
    forms: ClassVar = {
        "de": partial(_contracted, "de", {"le": "du", "les": "des"}),
        "à": partial(_contracted, "à", {"le": "au", "les": "aux"}),
        "que": partial(_elided, "que"),
    }

    def for_country(self, text: str) -> str:
        """Adapt a text, which is written as in France, to the country."""
        if self.region == "CA":
            return re.sub(f"{NARROW_SPACE}([;!?])", r"\1", text)
        return text

    def label(self, name: str) -> str:
        """Put the colon of a label behind it, and a hard space before the colon."""
        return f"{name}{HARD_SPACE}:"

    def quote(self, text: str) -> str:
        """Put between guillemets with hard spaces inside."""
        return f"«{HARD_SPACE}{text}{HARD_SPACE}»"

    def _priced(self, digits: str, sign: str) -> str:
        return f"{digits}{HARD_SPACE}{sign}"


RULES: Final = French
