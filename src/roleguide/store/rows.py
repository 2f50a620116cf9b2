"""What the store keeps besides records: names and texts."""

from __future__ import annotations

from typing import NamedTuple


class NameRow(NamedTuple):
    """A name under which a record is found."""

    section: str
    folded: str
    rung: int
    id: str
    rank: int


class WordRow(NamedTuple):
    """A text in which `search` looks.

    Attributes:
        folded: What is indexed.
        section: The section of its record.
        id: The id of its record.
        field: The field it stands in.
        lang: Its language.
        text: The text itself, where that is not what is indexed.
    """

    folded: str
    section: str
    id: str
    field: str
    lang: str
    text: str | None
