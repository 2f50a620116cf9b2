"""Titles as JSON: how they were read, and what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from roleguide.formats.serialize import head, plain, some

if TYPE_CHECKING:
    from roleguide.titles import TitleReading
    from roleguide.titles.explanation import Explanation


def readings_json(found: Sequence[TitleReading | None]) -> list[dict[str, object] | None]:
    """What the titles among the roles asked for were read as, aligned with them."""
    return [
        some(reading, "title", "role", "aside", "corrections") if reading else None
        for reading in found
    ]


def title_json(explained: Explanation) -> dict[str, object]:
    """`roleguide.title/1`: what a title means, hides, and is written like."""
    reading = explained.reading
    return {
        "schema": "roleguide.title/1",
        **some(reading, "title", "verdict", "role"),
        "candidates": [
            {
                **head(meaning.entry),
                "short": plain(meaning.entry.role.short),
                "plain": plain(meaning.entry.role.plain or meaning.entry.role.mission),
                "how": meaning.found.how,
                "name": meaning.name or None,
                "unknown": list(meaning.found.unknown),
                "other_title": plain(meaning.title),
            }
            for meaning in explained.meanings
        ],
        **some(reading, "aside", "corrections"),
        "trade": reading.trade or None,
        "terms": [{"term": i, "senses": plain(senses)} for i, senses in explained.hidden],
        "tests": [{"roles": list(roles), **plain(question)} for roles, question in explained.tests],
        "forms": [plain(form) for form in explained.forms],
        "confused_with": list(explained.confused),
    }
