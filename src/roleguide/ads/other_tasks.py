"""Tasks in an advertisement that are those of other roles than the one it is told to be. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from roleguide.ads.evidence import is_duty
from roleguide.ads.gathering import Gathered, Said
from roleguide.ads.phrases import Found, phrase_stems, stems
from roleguide.ads.result import Evidence, OtherTask
from roleguide.ads.words import LEADER, Words
from roleguide.model import OWNING_OR_DOING

CLEAR: Final = 2.5
"""How much a task must say for the other role,"""

DENSE: Final = 0.6
"""and how much a telling word of it: a long sentence says something for everybody."""

LEAST: Final = 3
"""Sentences that are enough for a role if each tells of what it does."""

_HANDS: Final = OWNING_OR_DOING | {"supports"}
"""Parts with which somebody has a hand in an activity."""


def tasks_of_others(gathered: Gathered, roles: Sequence[str], words: Words) -> Iterator[OtherTask]:
    """The tasks that speak against some roles, none of which has a hand in them.

    Each activity once, in the order of the advertisement, with the role it speaks for most. None
    for whoever leads people, who answers for what others do.
    """
    if any(words.leading.get(role, 0) >= LEADER for role in roles):
        return
    known: set[str] = set()
    for said in gathered.sentences:
        if any(said.says[role] > 0 for role in roles) or not is_duty(said, words):
            continue
        told = _told(said, words)
        if told and told.key not in known and (role := _role(said, told, roles, words)):
            known.add(told.key)
            evidence = Evidence(said.line, said.text, told.key, said.says[role])
            yield OtherTask(words.heads[role], evidence)


def tasks_recognised(gathered: Gathered, titled: str | None, words: Words) -> Iterator[OtherTask]:
    """Each task that is recognised, with the title's role if it does it, else the likeliest."""
    for said in gathered.sentences:
        told = _told(said, words) if is_duty(said, words) else None
        holders = words.holders(told.key) if told else []
        if told and holders:
            likeliest = max(holders, key=lambda each: (said.says[each], each))
            role = titled if titled in holders else likeliest
            evidence = Evidence(said.line, said.text, told.key, said.says[role])
            yield OtherTask(words.heads[role], evidence)


def all_tell_of(role: str, sentences: Sequence[Said], words: Words) -> bool:
    """Whether all sentences about the job tell of what a role has a hand in, and are enough."""
    parts = words.parts.get(role, {})
    hands = {activity for activity, part in parts.items() if part in _HANDS}
    found = (words.activities.within(phrase_stems(said.text)) for said in sentences)
    return len(sentences) >= LEAST and all(any(hit.key in hands for hit in hits) for hits in found)


def _told(said: Said, words: Words) -> Found | None:
    """The activity that a sentence tells of, by most words."""
    hits = [*words.activities.within(phrase_stems(said.text))]
    return max(hits, key=lambda hit: (len(hit.at), hit.key), default=None)


def _role(said: Said, told: Found, roles: Sequence[str], words: Words) -> str:
    """The role for which a task speaks most of those that do it; empty if none is clear."""
    helped = any(words.parts.get(role, {}).get(told.key) in _HANDS for role in roles)
    others = [] if helped else words.holders(told.key)
    role = max(others, key=lambda each: (said.says[each], each), default="")
    clear = max(CLEAR, DENSE * len(stems(said.text)))
    return role if role and said.says[role] >= clear else ""
