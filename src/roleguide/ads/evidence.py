"""Which sentences are quoted for a role: duties that tell of what it does. Pure.

A sentence is quoted once, for the role that it speaks for most. What one must bring, what the
company says of itself and what only repeats the title are no evidence, whatever words they have.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from itertools import islice
from math import log
from typing import Final, TypeAlias

from roleguide.ads.gathering import Gathered, Said
from roleguide.ads.parts import opens_a_task, tells_duties
from roleguide.ads.phrases import SILENT, Found, phrase_stems, stems, words_of
from roleguide.ads.result import Evidence
from roleguide.ads.words import DEVELOPING, LEADER, LEADERSHIP, Words
from roleguide.language.folding import bare
from roleguide.word_forms import WORD

TELLING: Final = 2.0
"""How much a sentence and the activity it tells of must say for a role to be quoted,"""

ALONE: Final = 1.0
"""and how much without its activity for a role that is not the likeliest one."""

CLEAREST: Final = 10.0
"""What a sentence must say for such a role if it is the only one."""

HEADING: Final = 7
"""Telling words of a line that does not begin as tasks do below which it is a heading,"""

SHORTEST: Final = 4
"""and of any line."""

NAMED: Final = 0.7
"""The share of the words of a title that repeat it."""

Names: TypeAlias = Sequence[frozenset[str]]
"""The stems of each title by which an advertisement may call the job."""


def activities_told(
    gathered: Gathered, order: Sequence[str], titles: Sequence[str], words: Words
) -> Mapping[str, tuple[Evidence, ...]]:
    """The sentences for each role, those that tell it best from others first.

    Args:
        gathered: What the sentences say.
        order: The roles, the likeliest first.
        titles: The titles by which the advertisement may call the job.
        words: The words of the guides in effect.
    """
    names = [frozenset(stem for stem in stems(title) if len(stem) > 1) for title in titles]
    holding = words.holding()
    own = {role: _own(role, order[0], holding, words) for role in order}
    found: dict[str, list[Evidence]] = {role: [] for role in order}
    for said in filter(partial(is_duty, words=words), gathered.sentences):
        hits = [*words.activities.within(phrase_stems(said.text))]
        if best := _best(said, hits, own, names):
            found[best[0]].append(best[1])
    return {role: _kept(each, first=role == order[0]) for role, each in found.items()}


def _kept(found: Sequence[Evidence], *, first: bool) -> tuple[Evidence, ...]:
    """Some sentences in their order; none if they are too few beside the likeliest role."""
    enough = first or len(found) > 1 or any(each.weight >= CLEAREST for each in found)
    return tuple(_ranked(found)) if enough else ()


def _best(
    said: Said, hits: Sequence[Found], own: Mapping[str, Mapping[str, float]], names: Names
) -> tuple[str, Evidence] | None:
    """The role that a sentence speaks for most; the likeliest one if it does what is told."""
    named, first = _named(said, names), next(iter(own))
    told = {role: _activity_told(said, hits, activities, named) for role, activities in own.items()}
    roles = [first] if told[first] else own
    fits = [(role, _for(said, role, first, own[role], told[role])) for role in roles]
    clear = [(role, evidence) for role, evidence in fits if evidence]
    return max(clear, key=lambda fit: fit[1].weight, default=None)


def _own(
    role: str, first: str, holding: Mapping[str, AbstractSet[str]], words: Words
) -> dict[str, float]:
    """The activities that speak for a role, beside the likeliest one, and how much: rare ones more.

    For whoever leads people those do not speak that others do who lead nobody.
    """
    leads = words.leading.get(role, 0) >= LEADER
    return {
        activity: log(1 + len(words.parts) / len(roles))
        for activity, roles in holding.items()
        if role in roles
        and (role == first or first not in roles)
        and (not leads or activity in DEVELOPING or all(map(words.leads, roles)))
    }


def is_duty(said: Said, words: Words) -> bool:
    """Whether a sentence says what one does."""
    size = len(stems(said.text))
    return said.listed or (
        size >= SHORTEST
        and tells_duties(said.text, said.duty, words.table)
        and (size >= HEADING or opens_a_task(words_of(said.text), words.table))
    )


def _named(said: Said, names: Names) -> frozenset[str]:
    """The stems of the title that a sentence repeats; none if it repeats none."""
    found = {*stems(said.text)}
    again = (name & found for name in names if len(name & found) >= NAMED * len(name))
    return max(again, key=len, default=frozenset())


def _for(
    said: Said, role: str, first: str, own: Mapping[str, float], told: Found | None
) -> Evidence | None:
    """What a sentence is evidence of for a role; nothing if it says more for the likeliest one."""
    weight = said.says[role]
    if not told or (role != first and weight < max(ALONE, said.says[first])):
        return None
    clear = weight + own[told.key]
    end = _end(said.text, told.at[-1])
    each = Evidence(said.line, said.text, told.key, clear, end)
    return each if clear >= TELLING else None


def _activity_told(
    said: Said, hits: Sequence[Found], own: Mapping[str, float], named: AbstractSet[str]
) -> Found | None:
    """The phrase for one of some activities, of more words than those of the title.

    The longest one; of those that are as long, that of the rarest activity.
    """
    found = stems(said.text)
    told = [
        hit
        for hit in hits
        if hit.key in own
        and not {found[at] for at in hit.at} <= named
        and (hit.key != LEADERSHIP or said.leads)
    ]
    return max(told, key=lambda hit: (len(hit.at), own[hit.key], hit.key), default=None)


def _end(text: str, at: int) -> int:
    """Where a telling word of a text ends, by its number among them."""
    telling = (word.end() for word in WORD.finditer(text) if bare(word[0]) not in SILENT)
    return next(islice(telling, at, None), 0)


def _ranked(found: Sequence[Evidence]) -> list[Evidence]:
    """Some sentences, the clearest first, each activity once before any is told of again."""
    often: dict[str, int] = {}
    ranked = []
    for each in sorted(found, key=lambda each: (-each.weight, each.line, each.sentence)):
        often[each.activity] = often.get(each.activity, 0) + 1
        ranked.append((often[each.activity], each))
    return [each for _, each in sorted(ranked, key=lambda key: key[0])]
