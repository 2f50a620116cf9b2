"""`site`: the guide in effect as pages for everybody who never opens a terminal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

from roleguide.catalog import Catalog
from roleguide.cli.answer import Answer
from roleguide.cli.output_folder import writable, write_folder
from roleguide.cli.parameters import FILE, Kind
from roleguide.cli.session import Session
from roleguide.errors import UnreadableFile, UsageError, system_reason
from roleguide.guide_paths import GuidePath
from roleguide.language import N_, Language
from roleguide.language import parse as parse_language
from roleguide.language_tags import LANGUAGES
from roleguide.model import Look
from roleguide.site.contents import Contents, Pairs
from roleguide.site.files import files
from roleguide.site.shell import File, Site
from roleguide.views.site import Written, site_view

if TYPE_CHECKING:
    import typer

_SCHEMES: Final = ("https://", "http://")

_STEP: Final = 50
"""How many pages are made before it is told anew."""


def site(
    session: Session,
    folder: Annotated[
        str, typer.Argument(help="where to write it; made, or one that holds a site already"), FILE
    ],
    lang: Annotated[
        str | None,
        typer.Option(
            metavar="LANGS",
            help="the languages, with commas between; the first one is that of the start page",
        ),
        Kind("languages", LANGUAGES),
    ] = None,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="what the site is called")
    ] = None,
    base_url: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="the address it will have, for search engines; pages work at any"
        ),
    ] = None,
    pairs: Annotated[
        Pairs | None,
        typer.Option(
            help="which comparisons get a page: all (up to 80 roles), near ones, written ones"
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="write into a folder that holds other files, too")
    ] = False,
) -> Answer:
    """The guide as a site: pages to open, send and print."""
    base = _base(base_url) if base_url else ""
    writable(folder, force=force)
    contents = Contents(session.catalog, pairs)
    look = look_of(contents.catalog)
    logo = _logo(look, session.guides)
    made = Site(contents, languages_of(session, lang), title or "", base, look, logo)
    found = [*files(made, _progress(session, made))]
    session.progress(lambda: session.language.say(N_("Writing the files…")))
    write_folder(folder, found, force=force)

    written = _written(folder, made, found)
    return Answer(
        lambda: site_view(written, session.language),
        lambda: {"schema": "roleguide.site/1", **written._asdict()},
        paged=False,
    )


def _progress(session: Session, made: Site) -> Callable[[int], None]:
    """Tells now and then how many pages are made."""
    say, number = session.language.say, session.language.number
    total = number(sum(1 for _ in made.contents.pages()) * len(made.languages))

    def told(done: int) -> None:
        if not done % _STEP:
            text = N_("Making the pages: {done} of {total}…")
            session.progress(lambda: say(text, done=number(done), total=total))

    return told


def look_of(catalog: Catalog) -> Look:
    """How the guides look as a site: as the uppermost one says that says anything."""
    looks = catalog.sections.site
    return next((looks[guide] for guide in reversed(catalog.guides) if guide in looks), Look())


def _logo(look: Look, guides: Sequence[GuidePath]) -> File | None:
    """The picture that a look names, from beside the file of the uppermost guide that has it.

    Raises:
        UnreadableFile: There is none, or it cannot be read.
    """
    if not look.logo:
        return None
    paths = [Path(path) for path, _ in reversed(guides)]
    places = [(path if path.is_dir() else path.parent) / look.logo for path in paths]
    file = next((place for place in places if place.is_file()), places[0])
    try:
        return File(f"assets/{look.logo.lower()}", file.read_bytes())
    except OSError as error:
        raise UnreadableFile(file, system_reason(error)) from error


def _written(folder: str, made: Site, found: Sequence[File]) -> Written:
    return Written(
        folder=folder,
        languages=tuple(language.code for language in made.languages),
        pairs=made.contents.chosen,
        pages=sum(file.path.endswith(".html") for file in found),
        comparisons=len(made.contents.pairs),
        bytes=sum(len(file.content) for file in found),
    )


def languages_of(session: Session, asked: str | None) -> list[Language]:
    """The languages asked for; without any, all, the reader's first."""
    tags = asked.split(",") if asked else [session.language.code, *LANGUAGES]
    found: dict[str, Language] = {}
    for language in filter(None, map(parse_language, tags)):
        found.setdefault(language.base, language)
    return [*found.values()]


def _base(url: str) -> str:
    """The address of the site, with a slash at its end.

    Raises:
        UsageError: It is none of the web.
    """
    if not url.startswith(_SCHEMES) or any(c in url for c in " ?#\"'<>"):
        text = N_("--base-url is an address such as {example}, not {value}.")
        raise UsageError(text, example="https://example.com/roles/", value=url)
    return url if url.endswith("/") else f"{url}/"
