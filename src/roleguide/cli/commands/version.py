"""`--version`: the versions of program, data, Python and SQLite."""

from __future__ import annotations

import sys

from roleguide import __version__
from roleguide.cli.answer import PlainText
from roleguide.cli.session import Session
from roleguide.language import N_
from roleguide.reading.guide import GUIDE_FORMAT
from roleguide.store import ENGINE


def version(session: Session) -> PlainText:
    """The versions of the program, the data format, Python and SQLite."""
    data = session.language.say(N_("data format {number}"), number=GUIDE_FORMAT)
    python = sys.version.split()[0]
    line = f"roleguide {__version__} ({data}, Python {python}, SQLite {ENGINE})\n"
    return PlainText(lambda _: line)
