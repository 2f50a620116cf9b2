"""`schema`: what editors check a guide by while it is written."""

from __future__ import annotations

from roleguide.cli.answer import PlainText
from roleguide.cli.session import Session
from roleguide.formats import json
from roleguide.sections import NAMED
from roleguide.writing.json_schema import Names, json_schema


def schema(session: Session) -> PlainText:
    """The JSON Schema by which editors check a guide and complete it."""
    return PlainText(
        lambda _: json.render(json_schema(session.language, _names(session))), form="json"
    )


def _names(session: Session) -> Names:
    """The ids in effect by section, with their titles."""
    catalog, language = session.catalog, session.language
    found = {
        section: {
            identifier: catalog.title(section, identifier, language)
            for identifier in getattr(catalog.sections, section)
        }
        for section in NAMED
    }
    return {**found, "sources": dict.fromkeys(catalog.sections.sources, "")}
