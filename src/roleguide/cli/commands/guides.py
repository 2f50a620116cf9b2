"""`guides`: which guides are in effect, from where, and what each is for."""

from __future__ import annotations

from pathlib import Path

from roleguide.cli.answer import Answer
from roleguide.cli.session import Session
from roleguide.formats.json.guides import guides_json
from roleguide.guide_paths import OWN, GuidePath
from roleguide.guides.overview import overviews
from roleguide.views.guides import guides_view


def guides(session: Session) -> Answer:
    """Which guides are in effect, what each adds and replaces, what is passed over."""
    found = [*overviews(_with_own_folder(session))]
    return Answer(lambda: guides_view(found, session.language), lambda: guides_json(found))


def _with_own_folder(session: Session) -> list[GuidePath]:
    """The guides in effect, and the user's folder where it has no file of a guide: to say why."""
    paths, own = session.guides, (session.own_folder, OWN)
    if own in paths or not Path(session.own_folder).is_dir():
        return paths
    return [paths[0], own, *paths[1:]]
