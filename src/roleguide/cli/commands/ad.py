"""`ad`: which role the tasks of a job advertisement are those of, and what it leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from roleguide.ads import read
from roleguide.ads.result import Ad
from roleguide.cli.advertisement import STDIN, text_of
from roleguide.cli.answer import Answer
from roleguide.cli.parameters import FILE, Kind
from roleguide.cli.session import Session
from roleguide.errors import UsageError
from roleguide.formats.json.ads import ad_json, ads_json
from roleguide.language import N_
from roleguide.model import COUNTRIES

if TYPE_CHECKING:
    import typer

    from roleguide.views.document import Document


def ad(
    session: Session,
    file: Annotated[
        str,
        typer.Argument(
            help="a job advertisement (text, Markdown, HTML), its title in the first line, or - "
            "for standard input"
        ),
        FILE,
    ],
    reader: Annotated[
        Literal["candidate", "employer"],
        typer.Option(
            "--for", help="whom it is read for: a candidate, or the employer who publishes it"
        ),
    ] = "candidate",
    vs: Annotated[
        str | None, typer.Option(metavar="FILE", help="another advertisement, side by side"), FILE
    ] = None,
    country: Annotated[
        str | None,
        typer.Option(
            "--country",
            metavar="COUNTRY",
            help="the country whose law counts: {choices}; without it, that of each",
        ),
        Kind("choice", COUNTRIES),
    ] = None,
) -> Answer:
    """Which role a job advertisement describes, and what it leaves out."""
    if vs is not None and (reader == "employer" or file == vs == STDIN):
        raise UsageError(N_("--vs goes with neither --for employer nor standard input twice."))
    result = read(session.catalog, text_of(file), country)
    if vs is not None:
        return _side_by_side(session, result, read(session.catalog, text_of(vs), country), country)
    if reader == "employer":
        no = any(odd.binding(country) for odd in result.odd)  # a law demands a change
    else:
        no = result.verdict in ("none", "short")

    def document() -> Document:
        if reader == "employer":  # one view is imported, and none for programs
            from roleguide.views.ad_check import check_view as view
        else:
            from roleguide.views.ad import ad_view as view
        return view(result, session.catalog, session.language, country)

    return Answer(document, lambda: ad_json(result, country), code=int(no))


def _side_by_side(session: Session, one: Ad, other: Ad, country: str | None) -> Answer:
    def document() -> Document:
        from roleguide.views.ads import ads_view

        return ads_view((one, other), session.catalog, session.language)

    return Answer(document, lambda: ads_json((one, other), country))
