"""What a role says of its part in an activity, where it has another part than the role below."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from roleguide.language import N_
from roleguide.model import Part, Responsibility, Sections
from roleguide.reading.consistency.finding import Finding, at
from roleguide.reading.quality.texts import shortened

_HELD: Final = frozenset({"accountable", "responsible", "both"})
"""The parts of whoever owns or does something; a text that tells of one of them fits the others."""


def changed_parts_have_texts_of_their_own(sections: Sections, below: Sections) -> Iterator[Finding]:
    """No text is taken over from a role that helps where this one owns or does, or the reverse.

    Args:
        sections: A guide's own records.
        below: Those of the guides below it.
    """
    known = _parts_told(below)
    for identifier, role in sections.roles.items():
        for activity, own in role.responsibilities.items():
            texts = ((activity, *text) for text in own.text.items())
            told = {part for text in texts for part in known.get(text, ())}
            if told and not any((own.part in _HELD) == (part in _HELD) for part in told):
                yield _finding(identifier, activity, own, ", ".join(sorted(told)))


def _parts_told(below: Sections) -> Mapping[tuple[str, str, str], set[Part]]:
    """The parts of whoever says a text of an activity, by activity, language and words."""
    told = defaultdict(set)
    for base in below.roles.values():
        for activity, share in base.responsibilities.items():
            for language, words in share.text.items():
                told[activity, language, words].add(share.part)
    return told


def _finding(identifier: str, activity: str, own: Responsibility, told: str) -> Finding:
    place = at("roles", identifier, "responsibilities", activity)
    return Finding(
        "changed-parts-have-texts-of-their-own",
        ("roles", identifier, "responsibilities", activity, "part"),
        N_("the part is “{part}”; the text, taken over, still tells of “{told}”: “{text}”"),
        N_("under {place}, write a text of its own: {blank}"),
        {
            "part": own.part,
            "told": told,
            "text": {language: shortened(words) for language, words in own.text.items()},
            "place": place,
            "blank": 'text: "…"',
        },
        detail=activity,
    )
