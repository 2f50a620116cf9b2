"""The head of a title against the names of roles: which are in it, and what they leave over."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple, get_args

from roleguide.model import LADDER, TitleWordKind
from roleguide.name_matching import SHORT, TITLE
from roleguide.titles.scanning import Token
from roleguide.titles.words import Name, Words
from roleguide.word_forms import Piece, Span, respelled, runs, spans

ASIDE: Final = frozenset(
    "seniority region segment gender contract place pay hours language advertising".split()
)
"""Kinds of words that may be left aside."""

_KINDS: Final[tuple[str, ...]] = get_args(TitleWordKind)

_PROFESSIONAL, _SENIOR, _LEAD, _MANAGER, _CHIEF = (
    LADDER.index(level) for level in ("professional", "senior", "lead", "manager", "chief")
)

_NEAR: Final = 2
"""Places on the ladder that one word may be moved by: a *growth manager* to *VP growth*."""

_FAR: Final = 3
"""Places on the ladder beyond which a title with another rank does not come near a role: a *sales
associate* is no sales director."""

EXACT, SAME_PLACE, OTHER_PLACE, PART = range(4)
"""How a name stands in a title: with all of its words; with a rank of the same place on the ladder
in place of its own; of another place; without a rank, or with words missing."""


class Spot(NamedTuple):
    """A place in the title, and what the words there say."""

    start: int
    end: int
    kind: str


class Match(NamedTuple):
    """A role that a title may mean.

    Attributes:
        role: The role.
        name: The name by which it was found.
        how: How that name stands in the title.
        run: Whether it stands there as it is written.
        aside: What was left aside, and as what.
        unknown: The words that nothing explains.
        trade: Another trade's word among them, if there is one.
    """

    role: str
    name: Name
    how: int
    run: bool
    aside: tuple[Spot, ...]
    unknown: tuple[Spot, ...]
    trade: Spot | None

    @property
    def whole(self) -> bool:
        """Whether the name stands in the title with a rank, and every word is explained."""
        return self.how != PART and not self.unknown and not self.trade

    @property
    def weight(self) -> int:
        """How many words of the title say what is done."""
        return len(self.name.core)


class Outcome(NamedTuple):
    """What the head of a title may mean, best first.

    Attributes:
        matches: The roles.
        sure: Whether the first one is meant.
        whole: Whether every word is explained, by each of the roles.
        trade: The word of another trade that is in the way, if there is one.
    """

    matches: tuple[Match, ...] = ()
    sure: bool = False
    whole: bool = False
    trade: Spot | None = None


class Matcher:
    """Matches runs of tokens of one title."""

    def __init__(self, words: Words, names: Sequence[Name]) -> None:
        self._words: Final = words
        self._names: Final = names

    def match(self, tokens: Sequence[Token]) -> Outcome:
        """What tokens mean together, whichever way their abbreviations are read."""
        barriers = {at for at, token in enumerate(tokens) if token.parted in ("comma", "end")}
        joined = {at for at, token in enumerate(tokens) if token.parted == "conjunction"}
        found = [token.form for token in tokens]
        self._words.learn("".join(found[a:b]) for a, b in runs(len(found), barriers))
        readings = [
            _Reading(pieces, tokens, barriers, self._words, self._names).outcome()
            for pieces in respelled(found, self._words, barriers | joined)
        ]
        return readings[0] if len(readings) == 1 else _either(readings)


def _either(outcomes: Sequence[Outcome]) -> Outcome:
    """One outcome of several readings: sure only where all are, and mean the same role."""
    chosen = _chosen(outcomes)
    matches = _one_a_role(match for outcome in chosen for match in outcome.matches)
    sure = len(matches) == 1 and all(outcome.sure for outcome in outcomes)
    whole = chosen[0].whole
    return Outcome(matches, sure, whole, None if whole else chosen[0].trade)


def _chosen(outcomes: Sequence[Outcome]) -> Sequence[Outcome]:
    """The outcomes that explain every word; without any, those with matches."""
    whole = [outcome for outcome in outcomes if outcome.whole]
    return whole or [outcome for outcome in outcomes if outcome.matches] or outcomes[:1]


def _one_a_role(matches: Iterable[Match]) -> tuple[Match, ...]:
    """The first match of each role."""
    found: dict[str, Match] = {}
    for match in matches:
        found.setdefault(match.role, match)
    return tuple(found.values())


class _Reading:
    """Tokens read in one way."""

    def __init__(
        self,
        pieces: Sequence[Piece],
        tokens: Sequence[Token],
        barriers: set[int],
        words: Words,
        names: Sequence[Name],
    ) -> None:
        self.pieces = pieces
        self.tokens = tokens
        self.words = words
        self.forms = [piece.form for piece in pieces]
        self.all = frozenset(self.forms).union(piece.written for piece in pieces)
        self.folded = "".join(token.folded for token in tokens)
        self.names = [n for n in names if n.rung != SHORT and not n.core.isdisjoint(self.all)]
        self.short = [n for n in names if n.rung == SHORT and n.folded in self.folded]
        self.spans = self._spans(barriers)
        self.ranks = self._ranks()
        self.level = max(self.ranks.values(), default=-1)

    def _spans(self, barriers: set[int]) -> list[Span]:
        """The phrases among the pieces, by what was written and by what it stands for."""
        first = {piece.start: at for at, piece in reversed(list(enumerate(self.pieces)))}
        ends = {piece.stop: at + 1 for at, piece in enumerate(self.pieces)}
        parts = {first[token] for token in barriers if token in first}
        self.words.learn("".join(self.forms[a:b]) for a, b in runs(len(self.forms), parts))
        found = set(spans(self.forms, self.words, parts))
        for span in spans([token.form for token in self.tokens], self.words, barriers):
            if span.start in first and span.stop in ends:
                found.add(span._replace(start=first[span.start], stop=ends[span.stop]))
        return sorted(found, key=_span_order)

    def _ranks(self) -> dict[int, int]:
        """The place on the ladder of each piece that has one."""
        found: dict[int, int] = {}
        for start, stop, kind, level in self.spans:
            if kind == "rank":
                for at in range(start, stop):
                    found.setdefault(at, level)
        return found

    def outcome(self) -> Outcome:
        """The roles that are meant, else those that come near."""
        matches = list(self._by_role())
        first = self._best([match for match in matches if match.whole])
        if not first:
            return self._near(matches)
        if other := self._leader(first[0], matches):
            return Outcome((first[0], other), whole=True)
        if len(first) == 1 and not self._decides(first[0]):
            return self._near(matches)
        return Outcome(tuple(first), sure=len(first) == 1, whole=True)

    def _best(self, matches: Sequence[Match]) -> list[Match]:
        """The first match by what decides between them, and those that nothing tells from it."""
        orders = [self._order(match.how, match.name) for match in matches]
        return [m for m, order in zip(matches, orders, strict=True) if order == min(orders)]

    def _decides(self, match: Match) -> bool:
        """Whether a name says enough: one word does not, unless it is the role's own title.

        Nor do words that are, as they were written, the short name of another role.
        """
        said = match.name.core | match.name.ranks
        others = (name for name in self.short if name.role != match.role)
        if not match.run and any(name.core | name.ranks == said for name in others):
            return False
        return len(said) > 1 or match.name.rung <= TITLE

    def _leader(self, match: Match, others: Iterable[Match]) -> Match | None:
        """Who else may be meant where somebody without a team has a manager's rank.

        A *Technical Sales Manager* sells what is technical, or leads those who sell.
        """
        if match.how == EXACT or self.level < _MANAGER or match.name.high > _SENIOR:
            return None
        leading = [m for m in others if m.how == EXACT and m.name.level >= _MANAGER]
        return max(leading, key=lambda m: m.weight, default=None)

    def _order(self, how: int, name: Name) -> tuple[int, ...]:
        """What decides between names, first things first: the lowest is the best."""
        weight = len(name.core)
        if how == OTHER_PLACE:
            upward = -name.low if self.level >= _LEAD else 0
            return (how, -weight, _distance(name, self.level), upward)
        ranks = len(name.ranks & self.all)
        return (how, -weight, -ranks, name.folded not in self.folded, name.rung)

    def _by_role(self) -> Iterator[Match]:
        """The best match of each role that has a name in the title."""
        found: dict[str, list[tuple[int, Name]]] = {}
        for name in self.names:
            if name.core <= self.all:
                found.setdefault(name.role, []).append((self._how(name), name))
        stray = self._has_stray()
        yield from (self._best_name(role, names, stray=stray) for role, names in found.items())

    def _best_name(self, role: str, names: list[tuple[int, Name]], *, stray: bool) -> Match:
        """The match by the best of a role's names: the first that leaves no word unexplained.

        Args:
            role: The role.
            names: Its names in the title, and how each stands there.
            stray: Whether each name leaves a word unexplained, so that only the first is tried.
        """
        exact = (name.core | name.ranks for how, name in names if how == EXACT)
        covered = frozenset[str]().union(*exact)
        names.sort(key=lambda each: self._order(*each))
        tried = (self._match(role, how, name, covered | name.core) for how, name in names)
        first = next(tried)
        if not stray and first.unknown:
            first = next((match for match in tried if not match.unknown), first)
        return self._with_all_aside(first, names)

    def _with_all_aside(self, match: Match, names: list[tuple[int, Name]]) -> Match:
        """A match by a longer name, with the markets that the role's own title leaves aside.

        A *Mid-Market Account Executive* is an account executive, and *Mid-Market* is to be told.
        """
        if match.name.rung <= TITLE or not match.whole:
            return match
        own = (name for how, name in names if how == EXACT and name.rung <= TITLE)
        by_own = (self._match(match.role, EXACT, name, name.core | name.ranks) for name in own)
        aside = {*match.aside, *filter(_is_market, next(filter(_is_whole, by_own), match).aside)}
        return match._replace(aside=tuple(sorted(aside)))

    def _has_stray(self) -> bool:
        """Whether there is a word that is in no name, and in no phrase that says something."""
        in_phrases = {at for start, stop, *_ in self.spans for at in range(start, stop)}
        in_names = frozenset[str]().union(*(name.core | name.ranks for name in self.names))
        return any(
            at not in in_phrases
            and in_names.isdisjoint((piece.form, piece.written))
            and not _is_number(piece.form)
            for at, piece in enumerate(self.pieces)
        )

    def _how(self, name: Name) -> int:
        leads = not name.ranks and self.level >= _MANAGER > name.high
        if name.ranks <= self.all and not leads:
            return EXACT
        if self.level < 0 or not self._may_move(name):
            return PART
        if name.level == self.level:
            return SAME_PLACE
        return OTHER_PLACE if self.level != _CHIEF else PART

    def _may_move(self, name: Name) -> bool:
        """Whether another rank leaves a name what it is.

        One word says too little, unless it belongs to one role alone below the chiefs, and the
        other rank is a little above its own. A rank of those who lead nobody makes no manager's
        job.
        """
        if len(name.core) == 1:
            near = _distance(name, self.level) <= _NEAR
            return near and _MANAGER <= name.level <= self.level and self._is_alone(name)
        return self.level > _PROFESSIONAL or name.low <= _SENIOR

    def _is_alone(self, name: Name) -> bool:
        """Whether a core belongs to one role alone below the chiefs."""
        same = (n for n in self.names if n.core == name.core and n.level != _CHIEF)
        return all(n.role == name.role for n in same)

    def _match(self, role: str, how: int, name: Name, covered: frozenset[str]) -> Match:
        """A role by a name, with what that leaves over."""
        moved = self.ranks if how in (SAME_PLACE, OTHER_PLACE) else {}
        left = self._left(covered) - moved.keys()
        aside = list(self._aside(left, name))
        explained = {at for start, stop, _ in aside for at in range(start, stop)}
        unknown = left - explained
        if how == OTHER_PLACE:
            own = name.ranks | covered
            ranks = (at for at in moved.keys() - explained if self.forms[at] not in own)
            aside += ((at, at + 1, "rank") for at in ranks)
        run = name.folded in self.folded
        return Match(
            role,
            name,
            how,
            run,
            tuple(dict.fromkeys(self._spot(*part) for part in sorted(aside))),
            tuple(sorted({self._spot(at, at + 1, "other") for at in unknown})),
            self._trade(unknown, run=run),
        )

    def _left(self, covered: frozenset[str]) -> set[int]:
        """The pieces that are not among some forms, nor are the words they come from."""
        return {
            at
            for at, (form, *_, written) in enumerate(self.pieces)
            if form not in covered and written not in covered
        }

    def _spot(self, start: int, stop: int, kind: str) -> Spot:
        """Where pieces stand in the title."""
        first, last = self.pieces[start].start, self.pieces[stop - 1].stop - 1
        return Spot(self.tokens[first].start, self.tokens[last].end, kind)

    def _aside(self, left: set[int], name: Name) -> Iterator[tuple[int, int, str]]:
        """What of the words left over may be left aside, and as what."""
        done: set[int] = set()
        for span in self.spans:
            here = set(range(span.start, span.stop))
            if not here <= left or here & done:
                continue
            if self._stays(span, name):
                done |= here
            elif span.kind in ASIDE or (span.kind == "rank" and span.level <= name.top):
                done |= here
                yield span.start, span.stop, span.kind
        yield from ((at, at + 1, "number") for at in left - done if _is_number(self.forms[at]))

    def _stays(self, span: Span, name: Name) -> bool:
        """Whether a phrase may not be left aside, whatever else its words say.

        A *team lead* above the name is no *lead* in a *team*.
        """
        if span.kind == "rank":
            return span.stop - span.start > 1 and span.level > name.top
        return span.kind == "trade" or (
            span.kind == "segment" and self._is_within(span.start, name)
        )

    def _is_within(self, at: int, name: Name) -> bool:
        """Whether a piece stands between the words of a name's core."""
        core = [place for place, form in enumerate(self.forms) if form in name.core]
        return bool(core) and core[0] < at < core[-1]

    def _trade(self, unexplained: set[int], *, run: bool) -> Spot | None:
        """A word of another trade that is not explained.

        Several words that belong together name a trade even where a name shares one of them, but
        for a name that stands there as it is written.
        """
        for start, stop, kind, _ in self.spans:
            here = set(range(start, stop))
            if kind == "trade" and (here <= unexplained or (len(here) > 1 and not run)):
                return self._spot(start, stop, kind)
        return None

    def _near(self, matches: Sequence[Match]) -> Outcome:
        """The roles that come near, best first; none where only a common word is shared."""
        found = {match.role: match for match in matches}
        kept = [
            (-score, name)
            for score, name in self._nearest(matches)
            if score > 0 and not self._is_strange(name, found.get(name.role))
        ]
        last = min((score for score, _ in kept), default=0.0) + 1
        best = [name for score, name in sorted(kept, key=_by_score) if score <= last]
        near = [self._near_match(name, found.get(name.role)) for name in best]
        trade = near[0].trade if near else self._trade(set(range(len(self.forms))), run=True)
        return Outcome(tuple(near), trade=trade)

    def _nearest(self, matches: Sequence[Match]) -> Iterable[tuple[float, Name]]:
        """The nearest name of each role: that of its match, or another one that comes nearer."""
        nearest = {match.role: (self._score(match.name), match.name) for match in matches}
        for name in (*self.names, *self.short):
            score = self._score(name)
            if score > nearest.get(name.role, (0.0, None))[0] and self._says_enough(name):
                nearest[name.role] = (score, name)
        return nearest.values()

    def _is_strange(self, name: Name, match: Match | None) -> bool:
        """Whether a title only seems to come near a role: by a common word, or against its rank."""
        return self._is_far(name) or self._is_common(name, match)

    def _is_far(self, name: Name) -> bool:
        """Whether a title's rank says that a role so far up or down the ladder is not meant."""
        return self.level >= 0 and _distance(name, self.level) > _FAR

    def _is_common(self, name: Name, match: Match | None) -> bool:
        """Whether a title shares no more than a common word with the name that it has in it."""
        if match is None or match.name is not name:
            return False
        return bool(match.unknown) and not self._says_enough(name)

    def _near_match(self, name: Name, match: Match | None) -> Match:
        """The match of a name, in part where the role's own match is by another."""
        if match and match.name is name:
            return match
        return self._match(name.role, PART, name, name.core | name.ranks)

    def _says_enough(self, name: Name) -> bool:
        """Whether what a title shares with a name is more than one common word."""
        if name.rung == SHORT or len(name.core & self.all) > 1:
            return True
        return self._is_wider(name) or (bool(name.ranks) and (name.core | name.ranks) <= self.all)

    def _is_wider(self, name: Name) -> bool:
        """Whether a name without a rank only adds what is often left aside to a title's one word.

        *Commercial* may be a *commercial terrain* and a *commercial sédentaire*.
        """
        missing = name.core - self.all
        if name.ranks or len(missing) != 1 or self.level >= 0:
            return False
        self.words.learn(missing)
        kinds = {entry.kind for form in missing for entry in self.words[form]}
        return "segment" in kinds

    def _score(self, name: Name) -> float:
        """How near a name comes: what of the work it shares, its rank, and what is missing."""
        score = 3.0 * len(name.core & self.all) - 2.0 * len(name.core - self.all)
        if name.ranks and self.level < 0:
            # *Revenue operations* says all of the work of who manages them, *sales* hardly any.
            return score - (1.0 if len(name.core) > 1 and name.core <= self.all else 2.5)
        if name.ranks and name.ranks <= self.all:
            return score + 2.0
        return score + float(name.level == self.level)


def _is_whole(match: Match) -> bool:
    return match.whole


def _is_market(spot: Spot) -> bool:
    return spot.kind in ("segment", "region")


def _is_number(form: str) -> bool:
    """Whether a form is a number, one with letters (*3x8*), or a single letter."""
    return len(form) == 1 or any(character.isdigit() for character in form)


def _span_order(span: Span) -> tuple[object, ...]:
    """Long phrases first, trades before others, then the order in which the model has the kinds."""
    start, stop, kind, level = span
    return start - stop, kind != "trade", start, _KINDS.index(kind), level


def _by_score(kept: tuple[float, Name]) -> tuple[float, int, str]:
    return kept[0], kept[1].rung, kept[1].role


def _distance(name: Name, level: int) -> int:
    """How many places a role is from a place on the ladder."""
    return max(name.low - level, level - name.high, 0)
