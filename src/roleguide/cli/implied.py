"""A line with names in the place of a command: one is shown, several roles are compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from roleguide.cli.parser import Call, parse
from roleguide.cli.session import Session
from roleguide.cli.spec import SPEC
from roleguide.errors import UsageError


def implied_call(
    argv: Sequence[str], rest: Sequence[str], session_of: Callable[[Sequence[str]], Session]
) -> Call | None:
    """The call that a line of names alone stands for; None where it begins with no name.

    Nothing is guessed: what counts is a name as a guide has it, in any case, with or without
    accents. Words that are one name together are that: *sales director* is no comparison.

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
    whole = " ".join(words)
    if len(call.values) == 1 and session.catalog.has(whole):
        show = SPEC.commands["show"]
        return call._replace(path="show", answers=show.answers, values={"name": whole})
    return call if session.catalog.has_role(session.names(words)[0]) else None


def _help(call: Call, rest: Sequence[str], session: Session) -> Call | None:
    """The help of `show` or `compare`, if the line begins with names and asks for help."""
    names = [*takewhile(lambda word: not word.startswith("-"), rest)]
    if session.catalog.has(" ".join(names)):
        return call._replace(values={"topic": "show"})
    return call if session.catalog.has_role(session.names(names)[0]) else None
