"""`guides`: which guides are in effect, from where, and what each is for."""

from __future__ import annotations

from roleguide.cli.answer import Answer
from roleguide.cli.session import Session
from roleguide.formats import json
from roleguide.guides.overview import overviews
from roleguide.views.guides import guides_view


def guides(session: Session) -> Answer:
    """Which guides are in effect, what each adds and replaces, what is passed over."""
    found = [*overviews(session.guides)]
    return Answer(lambda: guides_view(found, session.language), lambda: json.guides(found))
