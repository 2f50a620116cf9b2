"""`fit`: which roles fit a person, and which of a few."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Final, cast

from roleguide.cli.answer import Answer
from roleguide.cli.parameters import Kind
from roleguide.cli.session import Session
from roleguide.errors import UnreadableFile, UsageError
from roleguide.fits.ranking import Fits
from roleguide.formats.json.fits import between_json, fit_json
from roleguide.language import N_, Message

if TYPE_CHECKING:
    import typer

    from roleguide.fits.between import Between, Key
    from roleguide.views.document import Document

KEYS: Final = "ab-"
"""The answers to a question: its first side, its second one, neither."""


def fit(
    session: Session,
    what: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE",
            help="a profile, as new profile writes one, or - for standard input; with --between, "
            "two to four roles",
        ),
        Kind("file", ("--between", "roles")),
    ],
    between: Annotated[
        bool, typer.Option("--between", help="which one of these roles am I, or do I want?")
    ] = False,
    answers: Annotated[
        str | None,
        typer.Option(metavar="LETTERS", help="the answers to the questions of --between, in a row"),
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help="every role, and every point of the first ones")
    ] = False,
    explain: Annotated[bool, typer.Option("--explain", help="how the points are reckoned")] = False,
) -> Answer:
    """Which roles fit what I can, do and want."""
    if between:
        return _between(session, what, answers)
    if answers is not None or len(what) > 1:
        raise UsageError(N_("fit reads one profile; for roles there is --between."))
    result = fits_of(session, what[0])

    def document() -> Document:
        from roleguide.views.fit import fit_view  # not for programs

        extent = session.extent(full=full)
        return fit_view(result, session.catalog, session.language, extent, explain=explain)

    return Answer(document, lambda: fit_json(result))


def _between(session: Session, words: Sequence[str], given: str | None) -> Answer:
    """The questions about a few roles, answered by keys, by `--answers`, or not yet."""
    from roleguide.fits.between import MOST, between  # seldom asked

    roles = session.roles(words)
    ids = list(dict.fromkeys(entry.id for entry in roles))
    if not 2 <= len(ids) == len(roles) <= MOST:
        text = N_("--between needs two to {most} different roles.")
        raise UsageError(text, most=MOST, see="roleguide list")
    asked = between(session.catalog, roles)
    answers = _asked_by_keys(session, asked) if given is None else _given(asked, given)
    result = asked._replace(answers=answers)

    def document() -> Document:
        from roleguide.views.between import between_view  # not for programs

        return between_view(result, session.catalog, session.language)

    return Answer(document, lambda: between_json(result))


def _given(asked: Between, given: str) -> tuple[Key, ...]:
    """The answers of `--answers`, checked."""
    found = tuple(cast("Key", key) for key in given.lower() if key in KEYS)
    if len(found) != len(given) or not 0 < len(found) <= len(asked.questions):
        text = N_("--answers has {n} letters at most, each a, b or -, not {value}.")
        remedy = Message(N_("Without it, the questions are shown."))
        raise UsageError(text, n=len(asked.questions), value=given or '""', remedy=remedy)
    return found


def _asked_by_keys(session: Session, asked: Between) -> tuple[Key, ...]:
    """The answers of whoever sits before the terminal; none where nobody does."""
    from roleguide.cli import keys  # seldom asked

    if session.medium != "screen" or not keys.can_ask():
        return ()
    from roleguide.views.between import View, line

    view = View(asked, session.catalog, session.language)
    found: list[Key] = []
    hint = session.language.say(N_("Press a or b, - where neither is true, q to stop."))
    with keys.keys() as read:
        for number in range(1, len(asked.questions) + 1):
            lines = [*([hint, ""] if number == 1 else []), *line(view, number), ""]
            key = keys.ask(lines, KEYS, read)
            if key is None:
                break
            found.append(cast("Key", key))
    return tuple(found)


def fits_of(session: Session, file: str) -> Fits:
    """All roles beside the author of a profile.

    Raises:
        FaultyProfile: It has faults.
        UnreadableFile: It cannot be opened, or says nothing to go by.
    """
    found = session.profile(file)
    if not (found.role or found.roles or found.skills or found.activities):
        remedy = Message(N_("See {command}."), {"command": "roleguide help profiles"})
        reason = N_("it says nothing yet of roles, skills or activities.")
        raise UnreadableFile(file, Message(reason), remedy)
    return Fits(session.catalog, found, file)
