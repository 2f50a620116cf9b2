"""A line with names in the place of a command: one is shown, several roles are compared.

*Sdr to ae* is the way from one to the other: a move.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from roleguide.cli.parser import Call, parse
from roleguide.cli.session import Session, said_in_any
from roleguide.cli.spec import SPEC
from roleguide.errors import UsageError
from roleguide.name_matching import fold
from roleguide.titles import read


def implied_call(
    argv: Sequence[str], rest: Sequence[str], session_of: Callable[[Sequence[str]], Session]
) -> Call | None:
    """The call that a line of names alone stands for; None where it begins with no name.

    Nothing is guessed: what counts is a name as a guide has it, in any case, with or without
    accents, else a title in which every word is understood. Words that are one name together are
    that: *sales director* is no comparison.

    Args:
        argv: The line.
        rest: Its words from the one on that is no command.
        session_of: Makes a session with the guides that the line names.

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
    catalog, whole = session.catalog, " ".join(words)
    names = session.names(words)
    if len(call.values) > 1:
        return call if catalog.has_role(names[0]) else None
    if catalog.has(whole):
        return _as(call, "show", name=whole)
    if catalog.has_role(names[0]):
        return _as(call, "move", roles=names) if _is_way(words, names) else call
    return _as(call, "show", name=whole) if read(catalog, whole).whole else None


def _as(call: Call, path: str, **values: object) -> Call:
    """The call of another command."""
    return call._replace(path=path, answers=SPEC.commands[path].answers, values=values)


def _is_way(words: Sequence[str], names: Sequence[str]) -> bool:
    """Whether words say the way from one role to another: *sdr to ae*, *de sdr à ae*."""
    named = " ".join(names).split()
    left = {fold(word) for word in " ".join(words).split() if word not in named}
    toward = said_in_any(lambda language: language.toward)
    return len(names) == 2 and not left.isdisjoint(toward)


def _help(call: Call, rest: Sequence[str], session: Session) -> Call | None:
    """The help of `show` or `compare`, if the line begins with names and asks for help."""
    names = [*takewhile(lambda word: not word.startswith("-"), rest)]
    if session.catalog.has(" ".join(names)):
        return call._replace(values={"topic": "show"})
    return call if session.catalog.has_role(session.names(names)[0]) else None
