"""`move`: what it takes to go from one role to another, and by which steps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from roleguide.cli.answer import Answer
from roleguide.cli.parameters import FILE, records
from roleguide.cli.session import Session
from roleguide.errors import UnreadableFile, UsageError
from roleguide.formats.json.moves import move_json
from roleguide.guide_paths import typed
from roleguide.language import N_, Message
from roleguide.moves import move as move_between
from roleguide.moves.result import Move

if TYPE_CHECKING:
    import typer

    from roleguide.views.document import Document


def move(
    session: Session,
    roles: Annotated[
        list[str],
        typer.Argument(
            metavar="FROM TO",
            help="the role you have, and the role you want; with --me, the role you want alone; "
            "with --ad, the role you have alone",
        ),
        records("roles"),
    ],
    me: Annotated[
        str | None, typer.Option(metavar="FILE", help="start from this profile"), FILE
    ] = None,
    ad: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="go to the role that this job advertisement describes"),
        FILE,
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="every skill, part and question")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="how the figures are reckoned")
    ] = False,
) -> Answer:
    """What it takes to go from one role to another."""
    if ad is not None and me is not None:
        raise UsageError(N_("--me and --ad do not go together."))
    if ad is not None:
        return _to_advertisement(session, roles, ad, full=full, explain=explain)
    result = _from_profile(session, roles, me) if me else _between(session, roles)

    def document() -> Document:
        from roleguide.views.move import move_view  # not for programs

        extent = session.extent(full=full)
        return move_view(result, session.catalog, session.language, extent, explain=explain)

    return Answer(document, lambda: move_json(result, session.catalog))


def _to_advertisement(
    session: Session, roles: Sequence[str], file: str, *, full: bool, explain: bool
) -> Answer:
    """The move to the role of an advertisement, and what this very one asks beyond what one has."""
    from roleguide.ads import read  # for an advertisement
    from roleguide.ads.result import beyond
    from roleguide.cli.advertisement import text_of
    from roleguide.formats.json.ads import asked_json

    names = session.names(roles)
    if len(names) != 1:
        raise UsageError(N_("With --ad, name one role: the one you have."))
    found = read(session.catalog, text_of(file))
    if not found.fits:
        reason = Message(N_("its tasks do not show which role it is."))
        remedy = Message(N_("See {command}."), {"command": f"roleguide ad {typed(file)}"})
        raise UnreadableFile(file, reason, remedy)
    start = session.role(names[0])
    goal = session.catalog.entry(found.fits[0].entry.id)
    result = move_between(session.catalog, start, goal)

    def document() -> Document:
        from roleguide.views.ad import asked_beyond  # not for programs
        from roleguide.views.move import move_view

        extent = session.extent(full=full)
        page = move_view(result, session.catalog, session.language, extent, explain=explain)
        asked = asked_beyond(found, start, session.catalog, session.language)
        return page._replace(blocks=(*asked, *page.blocks))

    def data() -> dict[str, object]:
        return move_json(result, session.catalog) | asked_json(found, beyond(found, start))

    return Answer(document, data)


def _between(session: Session, roles: Sequence[str]) -> Move:
    names = session.sides(roles)
    if len(names) != 2:
        raise UsageError(
            N_("A move needs two roles: where you are, and where you want to go."),
            see="roleguide next ROLE",
        )
    return move_between(session.catalog, *session.roles(names))


def _from_profile(session: Session, roles: Sequence[str], file: str) -> Move:
    from roleguide.fits.start import move_from, starting_role  # for a profile

    names = session.names(roles)
    if len(names) != 1:
        raise UsageError(N_("With --me, name one role: the one you want."))
    profile = session.profile(file)
    start = starting_role(profile)
    if start is None:
        raise _no_start(file, profile.outside)
    return move_from(session.catalog, profile, start, session.role(names[0]))


def _no_start(file: str, outside: str | None) -> UnreadableFile:
    """A profile names no role to start from, though perhaps a job that is in no guide."""
    if outside is None:
        reason = Message(N_("it does not say which role you hold."))
        remedy = Message(
            N_("Add under “profile” a line such as {line}."), {"line": "now: account-executive"}
        )
        return UnreadableFile(file, reason, remedy)
    reason = Message(N_("the job you hold, “{title}”, is in no guide."), {"title": outside})
    text = N_("Name under “profile.roles” one that you have held, or see {command}.")
    return UnreadableFile(file, reason, Message(text, {"command": f"roleguide fit {typed(file)}"}))
