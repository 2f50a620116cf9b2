"""A job advertisement becomes a reading: which role its tasks are those of, by which sentences.

Sentences of praise, benefits and formalities are left out. The title is read as any title and
counts as one voice. Nothing is asserted unless three sentences speak for a role, one of which says
what one does; where the title says the role, it is enough that each tells of what the role does.
Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from roleguide.ads.answers import unanswered
from roleguide.ads.evidence import activities_told, is_duty
from roleguide.ads.gathering import Gathered, Said, gather
from roleguide.ads.oddities import oddities
from roleguide.ads.other_tasks import all_tell_of, tasks_of_others, tasks_recognised
from roleguide.ads.phrases import stems, words_of
from roleguide.ads.result import MISSING, Ad, Ask, Fit, OtherTask, Verdict
from roleguide.ads.sentences import Sentence, taken_apart
from roleguide.ads.table import TRADE
from roleguide.ads.words import Words
from roleguide.catalog import Catalog, RoleHead
from roleguide.titles import TitleReading
from roleguide.titles import read as read_title

MOST: Final = 3
"""Roles that an answer names."""

LEAST: Final = 3
"""Sentences that speak for a role without which it is not asserted; quoted they need not be."""

SHORT: Final = 8
"""Telling words about the job below which a text is too short to tell."""

WEAK: Final = 1.5
"""What the tasks of a role of the guide say for it at least."""

CLOSE: Final = 0.25
"""How near to the first role a second one is as likely."""

FAR: Final = 0.05
"""How far behind the first role the one of the title is another job."""

TITLE: Final = 1.6
"""How much a title says that means one role; one that may mean several says it in parts."""

VAGUE: Final = 0.5
"""How much one says that is given to many different jobs."""

UNLED: Final = 0.3
"""The share of that for a role that leads people where nobody is led."""

LEADING: Final = 1.2
"""How much it says for a role whose job it is to lead people whether people are led."""

CLEAR: Final = 0.1
"""What a sentence must say for a role to count for it,"""

LISTED: Final = 1.0
"""and how much one of the tasks that a sentence lists, which in few words may be anything."""

NEAR: Final = 0.5
"""The share of the first role's score from which another one is worth a look."""

QUESTIONS: Final = 5
"""Questions to the employer."""


def read(catalog: Catalog, text: str, country: str | None = None) -> Ad:
    """Read an advertisement.

    Args:
        catalog: The guides in effect.
        text: It, its title in the first line.
        country: The country whose law counts; without it, that of each.
    """
    whole = taken_apart(text)
    words = Words(catalog)
    title = read_title(catalog, whole.title)
    gathered = gather(whole, words)
    tasks = _with_leading(gathered.scores(words), gathered, words)
    named = _named(title, words)
    scores = _with_title(tasks, title, named, gathered.led, words)
    titled = tuple(words.heads[role] for role in named)
    titles = [whole.title, *(text for entry in titled for text in entry.role.title.text.values())]
    fits = _fits(scores, gathered, titles, words)
    verdict = _verdict(gathered, fits, scores, title, words)
    if verdict not in ("sure", "between"):
        fits = ()
    missing = tuple(each for each in MISSING if each not in gathered.kinds | _in_title(title))
    sentences = [Sentence(1, whole.title), *whole.sentences]
    levels = [entry.role.level for entry in titled], [fit.entry.role.level for fit in fits]
    return Ad(
        title,
        titled,
        verdict,
        fits,
        tuple(_others(gathered, fits, verdict, named if title.sure else (), words)),
        tuple(_recognised(gathered, scores, title, verdict, words)),
        _mistitled(fits, title, named, scores),
        (next(iter(levels[0]), None), next(iter(levels[1]), None)),
        missing,
        oddities(catalog.sections.ad_rules, sentences, missing, country),
        tuple(_questions(catalog, fits, titled, gathered, words))[:QUESTIONS],
    )


def _named(title: TitleReading, words: Words) -> list[str]:
    """The roles that a title names, best first; not those that are only near."""
    found = (each.role for each in title.candidates if each.how != "near")
    return [role for role in found if role in words.leading]


def _with_leading(
    scores: Mapping[str, float], gathered: Gathered, words: Words
) -> dict[str, float]:
    """The scores with what it says whether people are led."""
    led = gathered.led - 0.5
    return {
        role: score + LEADING * led * words.leading.get(role, 0.0) for role, score in scores.items()
    }


def _with_title(
    tasks: Mapping[str, float], title: TitleReading, named: Sequence[str], led: float, words: Words
) -> dict[str, float]:
    """The scores with the voice of the title; that of a leader counts as far as people are led."""
    scores = {**tasks}
    voice = VAGUE if _is_vague(title.title, words) else TITLE
    for role in named[:1] if title.sure else named:
        share = 1.0 if words.leading[role] <= 0 else UNLED + (1 - UNLED) * led
        scores[role] += voice * share / (1 if title.sure else 1 + len(named))
    return scores


def _is_vague(title: str, words: Words) -> bool:
    """Whether a title has words that are given to many different jobs."""
    found = f" {' '.join(words_of(title))} "
    return any(f" {phrase} " in found for phrase in words.table.vague)


def _fits(
    scores: Mapping[str, float], gathered: Gathered, titles: Sequence[str], words: Words
) -> tuple[Fit, ...]:
    """The roles for which most speaks, best first."""
    order = sorted(words.leading, key=lambda role: (-scores[role], role))[:MOST]
    near = [role for role in order if scores[role] >= NEAR * scores[order[0]]]
    evidence = activities_told(gathered, near, titles, words)
    return tuple(
        Fit(words.heads[role], scores[role], role in near, evidence.get(role, ())) for role in order
    )


def _verdict(
    gathered: Gathered,
    fits: Sequence[Fit],
    scores: Mapping[str, float],
    title: TitleReading,
    words: Words,
) -> Verdict:
    first = fits[0]
    if title.trade and not title.candidates:
        return "none"
    if gathered.words < SHORT:
        return "short"
    other = max(score for thing, score in scores.items() if thing.startswith(TRADE))
    if not _supported(first, gathered, words, title) or first.score < max(WEAK, other):
        return "none"
    return "between" if fits[1].score > first.score - CLOSE else "sure"


def _others(
    gathered: Gathered, fits: Sequence[Fit], verdict: Verdict, named: Sequence[str], words: Words
) -> Iterable[OtherTask]:
    """The tasks of other roles than those of the verdict; without them, than that of the title."""
    roles = [fit.entry.id for fit in fits[: 2 if verdict == "between" else 1]] or named
    quoted = {each.sentence for fit in fits for each in fit.evidence}
    others = tasks_of_others(gathered, roles, words) if roles else ()
    return (each for each in others if each.evidence.sentence not in quoted)


def _supported(fit: Fit, gathered: Gathered, words: Words, title: TitleReading) -> bool:
    """Whether enough sentences speak for a role; praise of the company alone does not."""
    role = fit.entry.id
    if title.role == role and all_tell_of(role, gathered.sentences, words):
        return True
    speaking = [said for said in gathered.sentences if said.says[role] >= CLEAR]
    enough = len(speaking) >= LEAST and any(is_duty(said, words) for said in speaking)
    return enough and (
        sum(not said.listed for said in speaking) >= LEAST
        or _are_clear(speaking, fit, titled=title.role == role)
    )


def _are_clear(speaking: Sequence[Said], fit: Fit, *, titled: bool) -> bool:
    """Whether tasks that one sentence lists are enough: they say much, or one is evidence.

    Where no title names the role for certain, several must be evidence: what one sentence lists may
    confirm a title, and contradicts none by a single task.
    """
    if not titled:
        return len(fit.evidence) >= LEAST
    much = [said for said in speaking if said.says[fit.entry.id] >= LISTED]
    return bool(fit.evidence) or len(much) >= LEAST


def _recognised(
    gathered: Gathered,
    scores: Mapping[str, float],
    title: TitleReading,
    verdict: Verdict,
    words: Words,
) -> Iterator[OtherTask]:
    """The tasks that are recognised where they are too few; none of what is another trade's."""
    best = max(scores, key=lambda thing: (scores[thing], thing))
    strange = best.startswith(TRADE) or (title.trade and not title.candidates)
    if verdict == "none" and not strange:
        yield from tasks_recognised(gathered, title.role, words)


def _mistitled(
    fits: Sequence[Fit], title: TitleReading, named: Sequence[str], scores: Mapping[str, float]
) -> bool | None:
    """Whether the role of the tasks is none of the title's, and ahead of them."""
    if not fits or not named:
        return None
    first = fits[0]
    if first.entry.id in named or _says(title.title, first.entry):
        return False
    if any(each.how == "part" for each in title.candidates):
        return None
    return max(scores[role] for role in named) < first.score - FAR


def _says(title: str, entry: RoleHead) -> bool:
    """Whether all words of a role's own title stand in a title."""
    found = {*stems(title)}
    return any(found.issuperset(stems(own)) for own in entry.role.title.text.values())


def _in_title(title: TitleReading) -> set[str]:
    """What a title states beside the job: where it is, or for how long."""
    kinds = {"place": "place", "region": "place", "contract": "contract"}
    return {kinds[aside.kind] for aside in title.aside if aside.kind in kinds}


def _questions(
    catalog: Catalog,
    fits: Sequence[Fit],
    titled: Sequence[RoleHead],
    gathered: Gathered,
    words: Words,
) -> Iterator[Ask]:
    """What candidates for the likeliest role ask, and what tells it from those near it."""
    if not fits:
        return
    first = catalog.entry(fits[0].entry.id)
    for each in unanswered(first.role.ask[:3], gathered.sentences, words):
        yield Ask(each.ask, (first.id,))
    near = [*titled[:1], *(fit.entry for fit in fits[1:])]
    for other in dict.fromkeys(entry.id for entry in near):
        pair = catalog.pair(first.id, other)
        # Others ask what the advertisement says, which is known.
        asked = [test.ask for test in pair.tests if test.activity] if pair else []
        yield from (Ask(ask, tuple(sorted((first.id, other)))) for ask in asked[:1])
