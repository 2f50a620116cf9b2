"""Names as people write them: folded, on three rungs."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias
from unicodedata import category, normalize

from roleguide.language.folding import bare, has_other_letters, is_mark
from roleguide.model import AlsoCalled, Role, Term, Text

ID, TITLE, ALIAS = range(3)
"""The rungs: a hit on one hides those on the rungs below it."""

SHORT: Final = ALIAS + 1
"""The rung of a short name where titles are read: it stands beside others in a table, and says too
little by itself."""

Named: TypeAlias = tuple[int, str]
"""A rung, and a name on it."""

_BETWEEN: Final = re.compile(r"[\W_]+")

_MOST_WORDS: Final = 16
"""Words that are looked at for names side by side."""

_LISTING: Final = re.compile("[,;/&+]")
"""Signs between several names in one word."""

_SIGNS: Final = frozenset("&+,;/|-–—→")
"""Signs that stand between names by themselves, as they do inside a title."""

_PARTING: Final = frozenset("Zs Zl Zp Cc Cf Pc Pd Ps Pe Pi Pf".split())
"""The categories of spaces, joiners, dashes, brackets and quotation marks."""

_POINTS: Final = frozenset("'\".,:;/\\·")


def fold(name: str) -> str:
    """A name without case, accents, ligatures, spaces and punctuation.

    *Ingénieure d’affaires*, *ingenieure d'affaires* and *INGENIEURE DAFFAIRES* are one. A name
    without letters and digits keeps its signs, since otherwise nothing would be left of it.
    """
    plain = bare(name)
    if plain.isascii() or not has_other_letters(plain):
        return _BETWEEN.sub("", plain) or "".join(c for c in plain if category(c)[0] in "PS")
    return "".join(c for c in plain if c.isalnum() or is_mark(c))


def spelling(name: str) -> str:
    """A name in which only case, spaces and the encoding of accents are made equal."""
    return normalize("NFC", normalize("NFC", " ".join(name.split())).casefold())


class Nearness(NamedTuple):
    """How near a record is to a name that was asked for; the smallest is the nearest.

    Attributes:
        otherwise: Whether accents or signs say that another name is meant: *C#* is not *C++*.
        rung: The highest rung on which the name is the record's.
        inexact: Whether no name of the record has exactly this spelling.
    """

    otherwise: bool
    rung: int
    inexact: bool


def ranked(name: str, found: Iterable[tuple[int, str, str]]) -> list[tuple[Nearness, str]]:
    """The records that a name may stand for, the nearest first.

    Args:
        name: The name as it was given.
        found: Names that fold alike: rung, id of the record, spelling.
    """
    by_id: dict[str, list[tuple[int, str]]] = {}
    for rung, identifier, other in found:
        by_id.setdefault(identifier, []).append((rung, other))
    return sorted((_nearness(name, names), identifier) for identifier, names in by_id.items())


def _nearness(name: str, names: Sequence[tuple[int, str]]) -> Nearness:
    exact = any(other == spelling(name) for _, other in names)
    return Nearness(_otherwise(name, names), min(rung for rung, _ in names), not exact)


def _otherwise(name: str, names: Sequence[tuple[int, str]]) -> bool:
    """Whether accents or signs make a name another than all names of a record (with rungs)."""
    asked = _signed(name)
    if asked == fold(name):  # people leave accents out, so a name without them fits any
        return False
    written = [_signed(other) for rung, other in names if rung != ID]
    # An id cannot have accents; a sign, however, is never just left out: `c` is not C++.
    return asked not in written if written else bare(asked) != fold(name)


def _signed(name: str) -> str:
    """A name without case, spaces and the signs that join or part words, but with its accents."""
    return "".join(c for c in spelling(name) if category(c) not in _PARTING and c not in _POINTS)


def names_of(identifier: str, record: object) -> Iterator[Named]:
    """The names of a record: its id, its titles, then its other names."""
    yield ID, identifier
    if isinstance(record, Role):
        former = ((ALIAS, name) for name in record.formerly)
        yield from titles_of(record, (*_each(ALIAS, record.short), *former))
    elif hasattr(record, "name"):
        yield from _each(TITLE, record.name)
        if isinstance(record, Term):
            yield from ((ALIAS, other) for other in record.also)
            for sense in record.senses:
                yield from _each(ALIAS, sense.name)
        else:
            yield from _each(ALIAS, getattr(record, "short", None))
            yield from _each(ALIAS, getattr(record, "opening", None))


def names_by_language(record: object) -> dict[str, list[str]]:
    """The names of a record in each language that it has a title in, the title first."""
    title = record.title.text if isinstance(record, Role) else getattr(record, "name", {})
    found = {code: [name] for code, name in title.items()}
    for code, name in _named_in_a_language(record):
        for language in [code] if code else found:
            if language in found and name not in found[language]:
                found[language].append(name)
    return found


def _named_in_a_language(record: object) -> Iterator[tuple[str, str]]:
    """The other names of a record with their language; an abbreviation may have none."""
    for short in (getattr(record, "short", None), getattr(record, "opening", None)):
        yield from (short or {}).items()
    if isinstance(record, Role):
        yield from ((other.lang.partition("-")[0], other.text.text) for other in record.titles)
    elif isinstance(record, Term):
        yield from (("", name) for name in record.also)
        for sense in record.senses:
            yield from (sense.name or {}).items()


def titles_of(role: Role, besides: Iterable[Named] = ()) -> Iterator[Named]:
    """The titles of a role, without its short name, which says too little outside of a table.

    Args:
        role: The role.
        besides: Names that stand between its own title and the other ones.
    """
    yield from _each(TITLE, role.title.text)
    yield from _each(TITLE, role.title.gendered)
    yield from besides
    for other in role.titles:
        yield ALIAS, other.text.text
        yield from _each(ALIAS, other.text.gendered)


def other_title(role: Role, name: str) -> AlsoCalled | None:
    """The entry of a role's other titles that a name stands for; None where it is none of them."""
    asked = fold(name)
    for title in role.titles:
        forms = (title.text.text, *(title.text.gendered or {}).values())
        if asked in map(fold, forms):
            return title
    return None


def _each(rung: int, text: Text | Mapping[str, str] | None) -> Iterator[Named]:
    yield from ((rung, name) for name in (text or {}).values())


def parted(
    words: Sequence[str],
    known: Callable[[str], bool],
    opposing: frozenset[str],
    joining: frozenset[str],
    starting: frozenset[str] = frozenset(),
) -> list[str]:
    """The names that the words of a line stand for, without what stands around them.

    *sdr vs bdr* is two names, as three words or as one. What is a name is never taken apart:
    *Sales and Marketing Manager* has *and* in it. Where something stands between names, several
    words may be one: *account executive vs sdr*.

    Args:
        words: The words as they were given.
        known: Whether a name is somebody's.
        opposing: Folded words that are in no title, such as *vs*.
        joining: Folded words that may be in one, such as *and*; signs always may.
        starting: Folded words that may stand before the first one, such as *from*.
    """
    words, joining = _after(words, known, starting), joining | _SIGNS
    sides = _sides(words, known, opposing)
    names = [name for side in sides for run in _sides(side, known, joining) for name in run]
    parts = [part for name in names for part in _split(name, known, opposing)]
    return [part for name in parts for part in _split_known(name, known, joining)]


def _after(
    words: Sequence[str], known: Callable[[str], bool], starting: frozenset[str]
) -> Sequence[str]:
    """The words without the very first one, if it is one of some that start a line."""
    first, _, rest = words[0].strip().partition(" ")
    if fold(first) not in starting or known(words[0]):
        return words
    return [rest, *words[1:]] if rest else words[1:]


def joined(words: Sequence[str], known: Callable[[str], bool]) -> list[str]:
    """The names that words make which stand side by side: *account executive sdr*.

    They are the fewest names that take up every word; none where words are left over, or where as
    few names can be made in two ways.
    """
    ways: list[list[list[str]]] = [[[]]]
    for stop in range(1, min(len(words), _MOST_WORDS) + 1):
        tails = ((start, " ".join(words[start:stop])) for start in range(stop))
        made = [[*way, name] for start, name in tails if known(name) for way in ways[start]]
        fewest = min(map(len, made), default=0)
        ways.append([way for way in made if len(way) == fewest])
    return ways[-1][0] if len(ways) > len(words) and len(ways[-1]) == 1 else []


def halves(name: str, known: Callable[[str], bool], between: frozenset[str]) -> list[str]:
    """The parts of a name between some words, if one of them at least is somebody's."""
    parts = _split(name, known, between)
    return parts if any(map(known, parts)) else [name]


def listed(name: str, known: Callable[[str], bool]) -> list[str]:
    """The parts of a name between commas, slashes and the like, if each of them is somebody's."""
    parts = [part.strip() for part in _LISTING.split(name)]
    return parts if all(map(known, parts)) else [name]


def _sides(
    words: Sequence[str], known: Callable[[str], bool], between: frozenset[str]
) -> list[list[str]]:
    """The names on each side of the words between names: as few as its words can be.

    Words that are nobody's are one name there, too: *sales directer vs sdr*. An argument of
    several words is a name by itself.
    """
    runs = _runs(words, known, between)
    return [_side(run, known) for run in runs] if len(runs) > 1 else runs


def _side(run: list[str], known: Callable[[str], bool]) -> list[str]:
    whole = " ".join(run)
    if known(whole):
        return [whole]
    if all(map(known, run)) or any(" " in word for word in run):
        return run
    return joined(run, known) or [whole]


def _runs(
    words: Iterable[str], known: Callable[[str], bool], between: frozenset[str]
) -> list[list[str]]:
    """The words on each side of those that stand between names and are none themselves."""
    runs: list[list[str]] = [[]]
    for word in words:
        if fold(word) in between and not known(word):
            runs.append([])
        else:
            runs[-1].append(word)
    return [run for run in runs if run]


def _split(name: str, known: Callable[[str], bool], between: frozenset[str]) -> list[str]:
    """The parts of a name between some words, if it is not somebody's with them."""
    runs = [] if known(name) else _runs(name.split(), lambda _: False, between)
    return [" ".join(run) for run in runs] if len(runs) > 1 else [name]


def _split_known(name: str, known: Callable[[str], bool], between: frozenset[str]) -> list[str]:
    """The parts of a name between some words, if each part is somebody's."""
    parts = _split(name, known, between)
    return parts if all(map(known, parts)) else [name]
