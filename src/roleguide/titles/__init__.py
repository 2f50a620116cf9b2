"""A title as people write one becomes a reading: which role it means, and by what words. Pure.

A reading is *sure* where one role is left and every word of the title's head is part of a known
name of that role or may be left aside: then it is answered. Otherwise the roles that come near are
listed, and nothing is run by guess.

One wrong letter in a word of six letters or more (`spelling.SHORTEST`) is no guess: it is read as
what it is a slip of, and the answer says so. Of a shorter word, and of two wrong letters in one, it
is asked whether something else is meant, whatever the command.
"""

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple, TypeAlias

from roleguide.catalog import Catalog
from roleguide.errors import AmbiguousName
from roleguide.language import Language
from roleguide.language.folding import bare
from roleguide.language_tags import SOURCE
from roleguide.titles.heads import match_joined, parted
from roleguide.titles.matching import ASIDE, EXACT, PART, Match, Matcher, Outcome, Spot
from roleguide.titles.scanning import Scan, Token, forms_of, repaired, scan
from roleguide.titles.spelling import SHORTEST, SHORTEST_ASKED, Correction, corrected
from roleguide.titles.words import Words
from roleguide.word_forms import respelled, runs, spans

How: TypeAlias = Literal["name", "words", "rank", "part", "sense", "near"]
"""How a known name stands in a title: as it is written; with all its words; with another rank than
its own; in part. Or there is none, and a term means the role, or the role is near by a word."""

Verdict: TypeAlias = Literal["sure", "unclear", "none"]
"""Whether a title means one role, may mean several, or is none of the guide's."""

MOST: Final = 6
"""Roles listed where a reading is not sure."""

LONGEST: Final = 300
"""Characters of a title that are read; what is longer is a text."""


class Aside(NamedTuple):
    """What was left aside.

    Attributes:
        text: It, as it was written.
        kind: What it says: a kind of title words, `number`, or `other` for what stands after the
            head and is on no list.
    """

    text: str
    kind: str


class Candidate(NamedTuple):
    """A role that a title may mean.

    Attributes:
        role: The role.
        name: The name by which it was found, folded.
        how: How that name stands in the title.
        unknown: The words of the head that do not belong to it.
    """

    role: str
    name: str
    how: How
    unknown: tuple[str, ...]


class TitleReading(NamedTuple):
    """What a title means.

    Attributes:
        title: The title, repaired.
        candidates: The roles, best first; none where it is none of the guide's.
        sure: Whether it means the first one and no other.
        aside: What was left aside.
        corrections: What was corrected.
        trade: The word of another trade that makes it none of the guide's; empty without one.
    """

    title: str
    candidates: tuple[Candidate, ...] = ()
    sure: bool = False
    aside: tuple[Aside, ...] = ()
    corrections: tuple[Correction, ...] = ()
    trade: str = ""

    @property
    def role(self) -> str | None:
        """The role that is meant, where the reading is sure."""
        return self.candidates[0].role if self.sure else None

    @property
    def whole(self) -> bool:
        """Whether there are roles, each of which explains every word."""
        return bool(self.candidates) and not any(c.unknown for c in self.candidates)

    @property
    def verdict(self) -> Verdict:
        """Whether it means one role, may mean several, or is none of the guide's."""
        if self.sure:
            return "sure"
        ours = not self.trade and any(c.how != "near" for c in self.candidates)
        return "unclear" if ours else "none"


def read(catalog: Catalog, title: str) -> TitleReading:
    """Read a title.

    Args:
        catalog: The guides in effect.
        title: The title, however it was written.
    """
    text = repaired(title[:LONGEST])
    words = Words(catalog.store)
    words.learn(forms_of(text))
    found = scan(text, words)
    reader = _Reader(text, found, words)
    reading = reader.reading()
    if reading.sure:
        return reading
    return _alone(catalog, text, found) or _with_slips(text, found, words, reading)


def _with_slips(text: str, found: Scan, words: Words, reading: TitleReading) -> TitleReading:
    """What a title means with its slips corrected, if that says more than the reading as it is.

    A slip in a short word is never sure: its roles are those that may be meant.
    """
    again = [r for r in _corrected(text, found, words, SHORTEST) if _has_slips(r, found, words)]
    best = _best(again, reading)
    if best.trade or best.whole:
        return best
    short = [r for r in _corrected(text, found, words, SHORTEST_ASKED) if _is_named(r, found)]
    return _asked(short) if short else best


def _asked(readings: Sequence[TitleReading]) -> TitleReading:
    """The roles of all readings, those first whose names stand there as they are written."""
    ordered = sorted(readings, key=lambda r: any(c.how != "name" for c in r.candidates))
    roles = {c.role: c for reading in reversed(ordered) for c in reversed(reading.candidates)}
    candidates = tuple(reversed(roles.values()))[:MOST]
    return ordered[0]._replace(candidates=candidates, sure=False)


def _best(again: Sequence[TitleReading], reading: TitleReading) -> TitleReading:
    """The corrected reading that is sure, if no other is of another role, or that says more."""
    sure = [each for each in again if each.sure]
    if len({each.role for each in sure}) == 1:
        return sure[0]
    return next((each for each in again if _says_more(each, reading)), reading)


def _corrected(text: str, found: Scan, words: Words, shortest: int) -> Iterator[TitleReading]:
    """What a title means with words corrected that have so many letters at least."""
    for other, fixes in corrected(text, found, words, shortest):
        yield _Reader(text, other, words).reading()._replace(corrections=tuple(fixes))


def _has_slips(reading: TitleReading, scan: Scan, words: Words) -> bool:
    """Whether the words that were corrected are slips, and none that somebody may mean.

    One that the guide's own texts use is a slip where, with another word, it is all of a role's
    name. French has *développer*, but a *business developper* is a developer.
    """
    written = any(words.is_written(bare(fix.found)) for fix in reading.corrections)
    return not written or _is_named(reading, scan)


def _is_named(reading: TitleReading, scan: Scan) -> bool:
    """Whether words that were corrected are, with another word, all of the name of each role."""
    fixed = {fix.found for fix in reading.corrections}
    aside = {word for part in reading.aside for word in part.text.split()}
    named = reading.whole and all(c.how in ("name", "words") for c in reading.candidates)
    return named and len(scan.tokens) > 1 and fixed.isdisjoint(aside)


def _alone(catalog: Catalog, text: str, found: Scan) -> TitleReading | None:
    """The role that a title's one word names, whatever genders it is written in."""
    name = found.tokens[0].folded if len(found.tokens) == 1 else ""
    if not name or not catalog.has(name):
        return None
    try:
        section, role = catalog.find_any(name, Language(SOURCE))
    except AmbiguousName:
        return None
    if section != "roles":
        return None
    marks = tuple(Aside(text[mark.start : mark.end], "gender") for mark in found.marks)
    return TitleReading(text, (Candidate(role, name, "name", ()),), sure=True, aside=marks)


def _says_more(one: TitleReading, other: TitleReading) -> bool:
    """Whether a reading has more to say than another: every word explained, or more roles."""

    def told(reading: TitleReading) -> tuple[bool, int, int]:
        unknown = sum(len(found.unknown) for found in reading.candidates)
        return reading.whole, len(reading.candidates), -unknown

    return told(one) > told(other)


class _Reader:
    """Reads one title whose words are known."""

    def __init__(self, text: str, found: Scan, words: Words) -> None:
        self.text = text
        self.found = found
        self.words = words
        self.main = [token for token in found.tokens if not token.inside]
        self.inside = [token for token in found.tokens if token.inside]
        self.matcher = Matcher(words, words.names(self._forms()))

    def _forms(self) -> set[str]:
        """All forms of the title, in whichever way its abbreviations are read."""
        forms = [token.form for token in self.found.tokens]
        self.words.learn("".join(forms[a:b]) for a, b in runs(len(forms)))
        pieces = [piece for reading in respelled(forms, self.words) for piece in reading]
        return {piece.form for piece in pieces} | {piece.written for piece in pieces}

    def reading(self) -> TitleReading:
        """What the head means, unless another role is named behind it."""
        segments = parted(self.main, "end") + parted(self.inside, "end")
        if not segments:
            return TitleReading(self.text)
        at = self._head_at(segments)
        head, outcome = self._head(segments, at)
        others = self._others(segments[at + 1 :], head)
        found = {match.role: match for match in outcome.matches}
        if outcome.sure and others.keys() <= found.keys():
            return self._sure(outcome.matches[0], head)
        if outcome.sure or not outcome.whole:
            outcome = outcome._replace(matches=tuple({**found, **others}.values()), sure=False)
        return self._listed(outcome)

    def _head_at(self, segments: Sequence[list[Token]]) -> int:
        """The first segment that says more than may be left aside, else the first that names."""
        for at, segment in enumerate(segments):
            if not self._is_aside(segment):
                return at
        named = (at for at, s in enumerate(segments) if self.matcher.match(s).matches)
        return next(named, 0)

    def _is_aside(self, tokens: Sequence[Token]) -> bool:
        """Whether all of a segment may be left aside, so that the head comes after it."""
        return not any(kind == "other" for _, _, kind in self._kinds(tokens))

    def _kinds(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
        """The phrases of tokens with what they say, `other` where nobody knows."""
        forms = [token.form for token in tokens]
        at = 0
        for start, stop in runs(len(forms)):
            kind = self._kind(forms[start:stop]) if start >= at else ""
            if kind:
                at = stop
                yield start, stop, kind

    def _kind(self, forms: Sequence[str]) -> str:
        """What a phrase says that may be left aside; nothing for words that are no phrase."""
        for entry in self.words.get("".join(forms), ()):
            if entry.kind in ASIDE:
                return entry.kind
        if len(forms) > 1:
            return ""
        return "number" if any(map(str.isdigit, forms[0])) else "other"

    def _head(self, segments: Sequence[list[Token]], at: int) -> tuple[list[Token], Outcome]:
        """The head among its possible ends: the one that says most of those that are whole."""
        tried = [
            (tokens, match_joined(self.matcher, tokens)) for tokens in self._heads(segments, at)
        ]
        whole = [pair for pair in tried if pair[1].whole]
        if whole:
            return max(whole, key=lambda pair: (pair[1].sure, pair[1].matches[0].weight))
        return next((pair for pair in tried if pair[1].matches), tried[0])

    def _heads(self, segments: Sequence[list[Token]], at: int) -> Iterator[list[Token]]:
        """Where the head may end: before a comma, a preposition, or a later segment."""
        parts = parted(segments[at], "comma")
        first = next((at for at, part in enumerate(parts) if not self._is_aside(part)), 0)
        parts = parts[first:]
        tokens: list[Token] = []
        for part in parts:
            tokens = [*tokens, *part]
            yield tokens
        for cut in range(len(tokens) - 1, 0, -1):
            # A *commercial en immobilier* sells houses, whatever stands before the preposition.
            if tokens[cut].parted == "preposition" and not self._names_trade(tokens[cut:]):
                yield tokens[:cut]
        for after in segments[at + 1 : at + 2]:
            if not after[0].inside and all(map(self._says_no_work, tokens)):
                yield [*tokens, *after]

    def _names_trade(self, tokens: Sequence[Token]) -> bool:
        """Whether another trade is among some words."""
        found = spans([token.form for token in tokens], self.words)
        return any(span.kind == "trade" for span in found)

    def _says_no_work(self, token: Token) -> bool:
        """Whether a word is a rank, or may be left aside: *Director – Customer Success*."""
        kinds = {entry.kind for entry in self.words.get(token.form, ())}
        return bool(kinds & {"rank", "spelling"} | kinds & ASIDE)

    def _others(self, rest: Sequence[list[Token]], head: Sequence[Token]) -> dict[str, Match]:
        """The roles that are named behind the head."""
        taken = {token.start for token in head}
        behind = (segment for segment in rest if segment[0].start not in taken)
        return {match.role: match for match in map(self._elsewhere, behind) if match}

    def _elsewhere(self, tokens: Sequence[Token]) -> Match | None:
        """The role that words after the head name, if they name one and say nothing else."""
        outcome = match_joined(self.matcher, tokens)
        if outcome.sure and outcome.matches[0].how == EXACT:
            return outcome.matches[0]
        return None

    def _sure(self, match: Match, head: Sequence[Token]) -> TitleReading:
        spots = [*match.aside, *self._rest(head)]
        spots += [Spot(mark.start, mark.end, "gender") for mark in self.found.marks]
        aside = tuple(
            Aside(self.text[start:end], "seniority" if kind == "rank" else kind)
            for start, end, kind in sorted(spots)
        )
        return TitleReading(self.text, (self._candidate(match),), sure=True, aside=aside)

    def _rest(self, head: Sequence[Token]) -> Iterator[Spot]:
        """What stands outside of the head: its phrases, or as it is where one is unknown."""
        taken = {token.start for token in head}
        rest = [token for token in self.found.tokens if token.start not in taken]
        for group in parted(rest, "end", "comma"):
            kinds = list(self._kinds(group))
            if any(kind == "other" for _, _, kind in kinds):
                yield Spot(group[0].start, group[-1].end, "other")
            else:
                yield from (Spot(group[a].start, group[b - 1].end, kind) for a, b, kind in kinds)

    def _listed(self, outcome: Outcome) -> TitleReading:
        trade = ""
        if outcome.trade and not outcome.whole:
            trade = self.text[outcome.trade.start : outcome.trade.end]
        candidates = tuple(self._candidate(match) for match in outcome.matches[:MOST])
        return TitleReading(self.text, candidates, trade=trade)

    def _candidate(self, match: Match) -> Candidate:
        how: How = "part" if match.how == PART else "rank"
        if match.how == EXACT:
            how = "name" if match.run else "words"
        unknown = tuple(self.text[spot.start : spot.end] for spot in match.unknown)
        return Candidate(match.role, match.name.folded, how, unknown)
