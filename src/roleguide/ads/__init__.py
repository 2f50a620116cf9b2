"""A job advertisement becomes a reading: which role its tasks are those of, by which sentences.

Sentences of praise, benefits and formalities are left out. The title is read as any title and
counts as one voice. Nothing is asserted without three sentences of evidence. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from roleguide.ads.gathering import Gathered, gather, signs_in
from roleguide.ads.phrases import stems
from roleguide.ads.result import MISSING, Ad, Ask, Evidence, Fit, Sign, Verdict
from roleguide.ads.sentences import taken_apart
from roleguide.ads.words import Words
from roleguide.catalog import Catalog, RoleEntry
from roleguide.model import Role
from roleguide.titles import Reading
from roleguide.titles import read as read_title

MOST: Final = 3
"""Roles that an answer names."""

LEAST: Final = 3
"""Sentences of evidence without which nothing is asserted."""

SHORT: Final = 40
"""Telling words below which a text that says little of tasks is too short to tell."""

WEAK: Final = 3.8
"""What the tasks of a role of the guide say for it at least."""

CLOSE: Final = 0.92
"""The share of the first role's score from which a second one is as likely."""

FAR: Final = 0.95
"""The share of the first role's score below which the role of the title is another job."""

TITLE: Final = 2.0
"""How much a title says that means one role; one that may mean several says half."""

TITLE_SIGN: Final = 0.25
"""How much a sign in the title says, beside one in a sentence."""

LEADING: Final = 1.5
"""What speaks against a role that leads people where nobody is led."""

QUESTIONS: Final = 5
"""Questions to the employer."""

_LEADING: Final[Mapping[Sign, float]] = {
    Sign("activities", "team-leadership"): 1.0,
    Sign("activities", "sales-coaching"): 0.5,
    Sign("activities", "hiring"): 0.5,
}
"""The activities by which a text shows that people are led, and how clearly."""


def read(catalog: Catalog, text: str) -> Ad:
    """Read an advertisement.

    Args:
        catalog: The guides in effect.
        text: It, its title in the first line.
    """
    whole = taken_apart(text)
    words = Words(catalog)
    title = read_title(catalog, whole.title)
    gathered = gather(whole, words)
    tasks = _scores(gathered.totals(), words)
    scores = _with_title(tasks, title, words)
    fits = _fits(scores, gathered, words)
    verdict = _verdict(gathered, fits, tasks, title)
    if verdict not in ("sure", "between"):
        fits = ()
    titled = tuple(words.roles[role] for role in _named(title, words))
    said = {sign.id for sign in signs_in(stems(whole.title), words)}
    levels = [entry.role.level for entry in titled], [fit.entry.role.level for fit in fits]
    return Ad(
        title,
        titled,
        verdict,
        fits,
        _mistitled(fits, [entry.id for entry in titled], said, scores),
        (next(iter(levels[0]), None), next(iter(levels[1]), None)),
        tuple(each for each in MISSING if each not in gathered.kinds),
        tuple(_questions(catalog, fits, titled))[:QUESTIONS],
    )


def _named(title: Reading, words: Words) -> list[str]:
    """The roles that a title names, best first; not those that are only near."""
    found = (each.role for each in title.candidates if each.how != "near")
    return [role for role in found if role in words.roles]


def _fits(scores: Mapping[str, float], gathered: Gathered, words: Words) -> tuple[Fit, ...]:
    """The roles for which most speaks, best first."""
    order = sorted(scores, key=lambda role: (-scores[role], role))[:MOST]
    return tuple(Fit(words.roles[r], scores[r], _evidence(gathered, r, words)) for r in order)


def _scores(totals: Mapping[Sign, float], words: Words) -> dict[str, float]:
    """What the tasks say for each role."""
    scores = dict.fromkeys(words.roles, 0.0)
    for sign, total in totals.items():
        for role, weight in words.weights(sign).items():
            scores[role] += total * weight
    led = sum(totals.get(sign, 0) * weight for sign, weight in _LEADING.items())
    for identifier, entry in words.roles.items():
        scores[identifier] -= _against(entry.role, led)
    return scores


def _against(role: Role, led: float) -> float:
    """What speaks against a role by whom it leads."""
    if role.leads and role.leads.kind in ("people", "managers"):
        return LEADING * max(0.0, 1 - led)
    return LEADING * min(1.0, max(0.0, led - 1.5))


def _with_title(tasks: Mapping[str, float], title: Reading, words: Words) -> dict[str, float]:
    """The scores with the voice of the title."""
    scores = {**tasks}
    for at, role in enumerate(_named(title, words)):
        scores[role] += TITLE if title.sure else TITLE / (2 + at / 2)
    for sign, weight in signs_in(stems(title.title), words).items():
        for role, says in words.weights(sign).items():
            scores[role] += TITLE_SIGN * weight * says
    return scores


def _evidence(gathered: Gathered, role: str, words: Words) -> tuple[Evidence, ...]:
    """What speaks for a role, each sentence once, by what it says most clearly."""
    best: dict[str, Evidence] = {}
    for each in gathered.evidence:
        weight = each.weight * words.weights(each.sign).get(role, 0)
        if weight > (best[each.sentence].weight if each.sentence in best else 0):
            best[each.sentence] = each._replace(weight=weight)
    return tuple(sorted(best.values(), key=lambda each: (-each.weight, each.line)))


def _verdict(
    gathered: Gathered, fits: Sequence[Fit], tasks: Mapping[str, float], title: Reading
) -> Verdict:
    first = fits[0]
    if title.trade:
        return "none"
    if len(first.evidence) < LEAST or tasks[first.entry.id] < WEAK:
        return "short" if gathered.words < SHORT else "none"
    return "between" if fits[1].score > CLOSE * first.score else "sure"


def _mistitled(
    fits: Sequence[Fit], titled: Sequence[str], said: set[str], scores: Mapping[str, float]
) -> bool | None:
    """Whether the role of the tasks is none of the title's, and clearly ahead of them."""
    if not fits or not titled:
        return None
    first = fits[0]
    if first.entry.id in {*titled, *said}:
        return False
    return max(scores[role] for role in titled) < FAR * first.score


def _questions(catalog: Catalog, fits: Sequence[Fit], titled: Sequence[RoleEntry]) -> Iterator[Ask]:
    """What candidates for the likeliest role ask, and what tells it from those near it."""
    if not fits:
        return
    first = fits[0].entry
    for each in first.role.ask[:3]:
        yield Ask(each.ask, (first.id,))
    near = [*titled[:1], *(fit.entry for fit in fits[1:])]
    for other in dict.fromkeys(entry.id for entry in near):
        pair = catalog.pair(first.id, other)
        # Others ask what the advertisement says, which is known.
        asked = [test.ask for test in pair.tests if test.activity] if pair else []
        yield from (Ask(ask, tuple(sorted((first.id, other)))) for ask in asked[:1])
