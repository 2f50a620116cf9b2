"""The head of a title: where it ends, and the jobs it joins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roleguide.titles.matching import Match, Matcher, Outcome
from roleguide.titles.scanning import Break, Token


def parted(tokens: Sequence[Token], *breaks: Break) -> list[list[Token]]:
    """Tokens in the groups that some breaks make."""
    groups: list[list[Token]] = []
    for token in tokens:
        if not groups or token.parted in breaks:
            groups.append([])
        groups[-1].append(token)
    return groups


def match_joined(matcher: Matcher, tokens: Sequence[Token]) -> Outcome:
    """What tokens mean, where *and* or a slash may join two jobs.

    They are one job if one name needs words of both sides, or if one side adds nothing; otherwise
    each side is read by itself, with the words that the other side shares with it.
    """
    whole = matcher.match(tokens)
    sides = parted(tokens, "conjunction")
    if len(sides) == 1 or (whole.whole and not _spare_rank(whole)):
        return whole
    outcomes = [_side(matcher, sides, at) for at in range(len(sides))]
    found = [outcome for outcome in outcomes if outcome.whole]
    if found:
        return _merged(found, sure=len(found) == len(outcomes))
    return whole if whole.matches else _merged(outcomes, sure=False)


def _spare_rank(outcome: Outcome) -> bool:
    """Whether a rank was left aside, which may be all that one of the two jobs differs by."""
    return any(left.kind == "rank" for match in outcome.matches for left in match.aside)


def _side(matcher: Matcher, sides: Sequence[list[Token]], at: int) -> Outcome:
    """One of several joined jobs: by itself, or with what another one says for both."""
    alone = matcher.match(sides[at])
    if alone.whole:
        return alone
    for tokens in _completed(sides, at):
        outcome = matcher.match(tokens)
        if outcome.whole:
            return outcome
    return alone


def _completed(sides: Sequence[list[Token]], at: int) -> Iterator[list[Token]]:
    """A side with the words that stand once for all sides.

    *Manager* in *sales and marketing manager*, *head of* in *head of sales and marketing*.
    """
    last, first = sides[-1], sides[0]
    if at < len(sides) - 1:
        for start in range(len(last) - 1, 0, -1):
            yield [*sides[at], *last[start:]]
    if at > 0:
        for stop in range(1, len(first)):
            yield [*first[:stop], *sides[at]]


def _merged(outcomes: Sequence[Outcome], *, sure: bool) -> Outcome:
    """The outcomes of joined jobs as one: sure where all mean the same role."""
    matches: dict[str, Match] = {}
    for match in (match for outcome in outcomes for match in outcome.matches):
        first = matches.setdefault(match.role, match)
        spots = dict.fromkeys((*first.aside, *match.aside))
        matches[match.role] = first._replace(aside=tuple(sorted(spots)))
    return Outcome(
        tuple(matches.values()),
        sure and len(matches) == 1 and all(outcome.sure for outcome in outcomes),
        sure,
        next((outcome.trade for outcome in outcomes if outcome.trade), None),
    )
