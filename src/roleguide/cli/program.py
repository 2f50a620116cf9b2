"""What the program says of itself: its version, its completion."""

from __future__ import annotations

import sys

from roleguide import __version__
from roleguide.cli.answer import PlainText
from roleguide.cli.session import Session, choose
from roleguide.language import N_


def version(session: Session) -> PlainText:
    """The versions of the program, the data format, Python and SQLite."""
    from roleguide.reading.guide import FORMAT  # noqa: PLC0415 — no other answer needs it
    from roleguide.store import ENGINE  # noqa: PLC0415 — likewise

    data = session.language.say(N_("data format {number}"), number=FORMAT)
    python = sys.version.split()[0]
    line = f"roleguide {__version__} ({data}, Python {python}, SQLite {ENGINE})\n"
    return PlainText(lambda _: line)


def completion(session: Session, shell: str) -> PlainText:  # noqa: ARG001 — as every command
    """What to add to a shell's start-up file."""
    from roleguide.cli.completion import script, shells  # noqa: PLC0415 — no other answer needs it

    text = script(choose("--install-completion", shell, shells()))
    return PlainText(lambda _: text)
