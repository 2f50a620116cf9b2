"""`show` and `define`: what a job is, what a word means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from roleguide.cli.answer import Answer, PlainText
from roleguide.cli.parameters import records
from roleguide.cli.session import Session
from roleguide.errors import UnknownName
from roleguide.formats.json.records import record_json, records_json, role_json
from roleguide.sections import NAMED
from roleguide.views.activities import who_view
from roleguide.views.record_pages import RECORD_VIEWS, terms_view

if TYPE_CHECKING:
    import typer


def show(
    session: Session,
    name: Annotated[
        str,
        typer.Argument(help="a role, skill, activity, metric, tool, context, world or term"),
        records(*NAMED),
    ],
    full: Annotated[
        bool,
        typer.Option("--full", help="of a role or activity everything, not just the first screen"),
    ] = False,
    extends: Annotated[
        str | None,
        typer.Option(metavar="ROLE", help="as YAML, only what differs from that role"),
        records("roles"),
    ] = None,
) -> Answer | PlainText:
    """What a job is, or what a word means."""
    if extends is not None:
        return _extending(session, name, extends)
    return answer_about(session, name, full=full)


def define(
    session: Session,
    term: Annotated[
        str | None,
        typer.Argument(help="without one, lists every term in the guide"),
        records("terms"),
    ] = None,
) -> Answer:
    """What a term means, in every sense."""
    catalog, language = session.catalog, session.language
    if term is None:
        return Answer(lambda: terms_view(catalog, language), lambda: records_json("terms", catalog))
    return answer_about(session, term, preferred="terms")


def _extending(session: Session, name: str, below: str) -> PlainText:
    """A role as one would write it upon another."""
    from roleguide.formats.yaml import render  # seldom asked for
    from roleguide.writing.differences import extending

    entry, base = session.role(name), session.role(below)
    role = extending(entry.role, base.role, entry.id, base.id)
    return PlainText(lambda _: render({"roles": {entry.id: role}}), form="yaml")


def answer_about(
    session: Session, name: str, preferred: str | None = None, *, full: bool = False
) -> Answer:
    """What is written of the record of a name, whatever its kind; of `preferred` if it is there."""
    catalog, language = session.catalog, session.language
    extent = session.extent(full=full)
    section, identifier, unknown = _found(session, name, preferred)
    if section != "roles":
        return Answer(
            lambda: (
                who_view(identifier, catalog, language, extent, meaning_first=True)
                if section == "activities"
                else RECORD_VIEWS[section](identifier, catalog, language)
            ),
            lambda: record_json(section, identifier, catalog),
            record=lambda: _guide(
                section, identifier, getattr(catalog.sections, section)[identifier]
            ),
        )
    from roleguide.views.role import Asked, role_view  # `define` seldom comes to a role

    entry = session.role(name, unknown)
    meant = catalog.called("roles", name)
    also = tuple(catalog.entry(other) for other in meant if other != entry.id)
    return Answer(
        lambda: role_view(entry, catalog, language, Asked(name, also), extent),
        lambda: role_json(entry, also),
        record=lambda: _guide("roles", entry.id, entry.role),
    )


def _guide(section: str, identifier: str, record: object) -> dict[str, object]:
    """A guide that holds one record."""
    from roleguide.writing.values import written_record  # for YAML alone

    return {section: {identifier: written_record(record)}}


def _found(
    session: Session, name: str, preferred: str | None
) -> tuple[str, str, UnknownName | None]:
    """The section and id of what goes by a name; where nothing does, it may be a role's title."""
    if name.partition("/")[0] in session.catalog.guides and "/" in name:
        return "roles", "", None
    try:
        return *session.catalog.find_any(name, session.language, preferred), None
    except UnknownName as unknown:
        return "roles", "", unknown
