"""A line with names in the place of a command: one is shown, several roles are compared.

*Sdr to ae* is the way from one to the other: a move.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from roleguide.catalog import Catalog
from roleguide.cli.parser import Call, parse
from roleguide.cli.session import Session
from roleguide.cli.spec import SPEC
from roleguide.errors import UsageError
from roleguide.language import said_in_any
from roleguide.name_matching import fold
from roleguide.titles import read


def implied_call(
    argv: Sequence[str],
    rest: Sequence[str],
    session_of: Callable[[Sequence[str]], Session],
    *,
    mistyped: bool = False,
) -> Call | None:
    """The call that a line of names alone stands for; None where it begins with no name.

    Nothing is guessed: what counts is a name as a guide has it, in any case, with or without
    accents, else a title in which every word is understood. Words that are one name together are
    that: *sales director* is no comparison. Where something stands between names, each side is
    read by itself, as it is behind a command.

    Args:
        argv: The line.
        rest: Its words from the one on that is no command.
        session_of: Makes a session with the guides that the line names.
        mistyped: Whether the first of them may be a command misspelt: *compar sdr vs bdr*.

    Raises:
        FaultyGuide: A guide in effect has faults.
        UnreadableFile: One cannot be opened.
    """
    if not rest:
        return None
    try:
        call = parse([*argv[: -len(rest)], "compare", *rest])
    except UsageError:
        return None
    session = session_of(call.settings.guide)
    words = call.values.get("roles")
    if not isinstance(words, list):  # `--help` after names; the other options no longer matter
        return _help(call, rest, session)
    names = _several(words, session, mistyped=mistyped)
    if len(call.values) > 1:
        return call if names else None
    return _answered(call, words, names, session.catalog)


def _answered(
    call: Call, words: Sequence[str], names: Sequence[str], catalog: Catalog
) -> Call | None:
    """The call that words without options stand for, as one name or as several."""
    whole = " ".join(words)
    is_name = catalog.has(whole)
    if names and not is_name:
        return _as(call, "move", roles=names) if _is_way(words, names) else call
    return _as(call, "show", name=whole) if is_name or read(catalog, whole).whole else None


def _several(words: Sequence[str], session: Session, *, mistyped: bool) -> Sequence[str]:
    """The names that words stand for which begin with a role, or are titles apart; else none."""
    names, catalog = session.names(words), session.catalog
    if catalog.has_role(names[0]):
        return [] if _has_a_place(words, names, catalog) else names
    sides = session.sides(words)
    if len(sides) < 2 or catalog.has(" ".join(words)):
        return []
    if mistyped and not (" " in sides[0] and _is_title(sides[0], catalog)):
        return []
    return sides if _are_titles(words, sides, catalog) else []


def _has_a_place(words: Sequence[str], names: Sequence[str], catalog: Catalog) -> bool:
    """Whether what seems a second name says where or how long: *directeur commercial à Lyon*."""
    if all(map(catalog.has_role, names)):
        return False
    aside = {part.text for part in read(catalog, " ".join(words)).aside if part.kind != "other"}
    return not aside.isdisjoint(names)


def _are_titles(words: Sequence[str], sides: Sequence[str], catalog: Catalog) -> bool:
    """Whether words are several titles, and not one that has *and* or a comma in it.

    *Vs* is in no title, nor does a title go on after an argument that has several words. Any other
    word between names may be in one: there, each side has to be a title, or the whole none.
    """
    if _between(words, sides) & said_in_any(lambda language: language.opposing):
        return True
    titles = [_is_title(side, catalog) for side in sides]
    if len(words) > 1 and any(" " in word.strip() for word in words):
        return any(titles)
    return _are_listed(words, sides, catalog) or _are_joined(words, sides, titles, catalog)


def _are_listed(words: Sequence[str], sides: Sequence[str], catalog: Catalog) -> bool:
    """Whether words are roles of which a title would leave one aside: *sdr,bdr*."""
    aside = read(catalog, " ".join(words)).aside
    return all(map(catalog.has_role, sides)) and any(catalog.has_role(a.text) for a in aside)


def _are_joined(
    words: Sequence[str], sides: Sequence[str], titles: Sequence[bool], catalog: Catalog
) -> bool:
    """Whether *or*, *to* and the like stand between titles."""
    between = _between(words, sides)
    parting = said_in_any(lambda n: {n.conjunctions["or"], *n.toward})
    if read(catalog, " ".join(words)).whole:
        return all(titles) and not between.isdisjoint(parting)
    pairing = said_in_any(lambda n: {n.conjunctions["and"], *n.beside})
    return any(titles) and not between.isdisjoint(parting | pairing)


def _is_title(words: str, catalog: Catalog) -> bool:
    """Whether words are a title: a role's, one that several may have, or one of another trade."""
    if catalog.has_role(words) or catalog.usual_roles(words):
        return True
    reading = read(catalog, words)
    return reading.whole or bool(reading.trade)


def _between(words: Sequence[str], names: Sequence[str]) -> set[str]:
    """What stands around names, folded."""
    named = " ".join(names).split()
    return {fold(word) for word in " ".join(words).split() if word not in named}


def _as(call: Call, path: str, **values: object) -> Call:
    """The call of another command."""
    return call._replace(path=path, answers=SPEC.commands[path].answers, values=values)


def _is_way(words: Sequence[str], names: Sequence[str]) -> bool:
    """Whether words say the way from one role to another: *sdr to ae*, *de sdr à ae*."""
    toward = said_in_any(lambda language: language.toward)
    return len(names) == 2 and not _between(words, names).isdisjoint(toward)


def _help(call: Call, rest: Sequence[str], session: Session) -> Call | None:
    """The help of `show` or `compare`, if the line begins with names and asks for help."""
    names = [*takewhile(lambda word: not word.startswith("-"), rest)]
    if session.catalog.has(" ".join(names)):
        return call._replace(values={"topic": "show"})
    return call if session.catalog.has_role(session.names(names)[0]) else None
