"""The words by which the guides in effect read an advertisement. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from math import log, sqrt
from typing import Final

from roleguide.ads.phrases import Phrases
from roleguide.ads.result import Sign
from roleguide.catalog import Catalog
from roleguide.model import AdWordKind, AdWords, Part, Role
from roleguide.word_forms import forms

PARTS: Final[Mapping[Part, float]] = {
    "both": 1.0,
    "accountable": 0.8,
    "responsible": 0.8,
    "supports": 0.35,
    "consulted": 0.15,
    "informed": 0.0,
}
"""How much a sentence about an activity says for a role, by its part there."""


ROLE: Final = 1.5
"""How much a sentence says for a role whose own words are in it."""

_NEGATIVE: Final = re.compile(r"\b(?:no|not|without|pas|sans|aucun|ni|nor|none)\b", re.IGNORECASE)


class Words:
    """Phrases, and what each of their meanings says for each role.

    Attributes:
        signs: The phrases that give activities and roles away.
        roles: The roles by id.
    """

    def __init__(self, catalog: Catalog) -> None:
        self.roles: Final = {head.id: catalog.entry(head.id) for head in catalog.heads()}
        self.signs: Final = Phrases[Sign]()
        self._kinds: Final[list[tuple[AdWordKind, str]]] = []
        for record in catalog.sections.ad_words.values():
            self._learn(record)
        for identifier, activity in catalog.sections.activities.items():
            self.signs.add(Sign("activities", identifier), activity.name.values())
        for identifier, entry in self.roles.items():
            self.signs.add(Sign("roles", identifier), _own(entry.role))
        self._weights: Final = self._weighed()

    def _learn(self, record: AdWords) -> None:
        for phrases in record.words.values():
            if record.kind:
                self._kinds.extend((record.kind, _spaced(text)) for text in phrases.texts)
            elif record.activity:
                self.signs.add(Sign("activities", record.activity), phrases.texts)
            elif record.role:
                self.signs.add(Sign("roles", record.role), phrases.texts)

    def kinds(self, sentence: str) -> set[AdWordKind]:
        """What else a sentence says, by phrases that stand in it as they are written."""
        words = _spaced(sentence)
        return {kind for kind, phrase in self._kinds if phrase in words}

    def weights(self, sign: Sign) -> Mapping[str, float]:
        """What a sign says for each role, rarer ones more."""
        return self._weights.get(sign, {})

    def _weighed(self) -> dict[Sign, dict[str, float]]:
        found: dict[Sign, dict[str, float]] = {}
        for identifier, entry in self.roles.items():
            found[Sign("roles", identifier)] = {identifier: ROLE}
            for activity, share in entry.role.responsibilities.items():
                if weight := PARTS[share.part]:
                    found.setdefault(Sign("activities", activity), {})[identifier] = weight
        sizes = dict.fromkeys(self.roles, 0.0)
        for weights in found.values():
            rare = log(1 + len(self.roles) / sum(weights.values()))
            for identifier in weights:
                weights[identifier] *= rare
                sizes[identifier] += weights[identifier] ** 2
        for weights in found.values():
            for identifier in weights:
                weights[identifier] /= sqrt(sqrt(sizes[identifier]))
        return found


def _spaced(text: str) -> str:
    """The forms of the words of a text, each with a space on both sides."""
    return f" {' '.join(forms(text))} "


def _own(role: Role) -> Iterator[str]:
    """The words by which a role says that an advertisement gives it away."""
    yield from role.title.text.values()
    for text in (role.ad or {}).values():
        for piece in re.split(r"[,;:]", text):
            # What an advertisement must not have is no sign of it, nor is half a sentence.
            if 0 < len(piece.split()) <= 4 and not _NEGATIVE.search(piece):
                yield piece
