"""`check`: whether guides are sound."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from roleguide.cli.answer import Answer
from roleguide.cli.parameters import FILE
from roleguide.cli.session import Session
from roleguide.compilation import read_all
from roleguide.errors import Fault
from roleguide.formats import json
from roleguide.guide_paths import GuidePath, is_file, real_path
from roleguide.language import N_, Language
from roleguide.views.document import Document, Heading, Lines, Table

if TYPE_CHECKING:
    import typer


def check(
    session: Session,
    path: Annotated[
        str | None,
        typer.Argument(
            metavar="PATH",
            help="a YAML file, a folder of them, or - for standard input; "
            "without one, every guide in use",
        ),
        FILE,
    ] = None,
) -> Answer:
    """Whether a guide is sound, and where each fault is."""
    found, names = _faults(session, path)
    return Answer(
        lambda: _document(found, names, session.language),
        lambda: json.faults(found),
        code=int(any(not fault.warning for fault in found)),
        paged=False,  # no pager: faults are read beside an editor
    )


def _faults(session: Session, path: str | None) -> tuple[list[Fault], list[str]]:
    """All faults, and the names of what was checked."""
    if path is not None and (faults := _of_profile(session, path)) is not None:
        return faults, [path]
    paths = session.guides
    if path is not None and not _is_in_use(path, paths):
        paths = [*paths, (path, None)]
    _, found = read_all(paths, session.progress, thorough=True)
    return found, [str(name) for name, _ in paths[1:]] or [str(paths[0][0])]


def _of_profile(session: Session, path: str) -> list[Fault] | None:
    """The faults of a profile; None where the file is headed as none.

    What can be read but once, such as a pipe, is always taken for a guide.
    """
    from roleguide.reading.files import kind_of  # noqa: PLC0415 — only for `check`
    from roleguide.reading.places import read_file  # noqa: PLC0415 — likewise
    from roleguide.reading.profile import HEAD, read_profile  # noqa: PLC0415 — likewise

    if not is_file(path):
        return None
    source, fault = read_file(path)
    if kind_of(source) != HEAD:
        return None
    return [fault] if fault else read_profile(source, session.catalog.sections).faults


def _is_in_use(path: str, guides: Sequence[GuidePath]) -> bool:
    """Whether a file or folder is read anyway, as a guide or as a file of one."""
    from roleguide.reading.files import files_of  # noqa: PLC0415 — only for `check`

    asked = real_path(path)
    return any(asked in map(real_path, (guide, *files_of(guide))) for guide, _ in guides)


def _document(found: list[Fault], paths: list[str], language: Language) -> Document:
    """The faults as lines, and how many there are."""
    errors = sum(not fault.warning for fault in found)
    warnings = len(found) - errors
    names = language.listing(paths)
    if errors:
        verdict = language.count("{n} fault", "{n} faults", errors)
    else:
        verdict = language.say(N_("No faults"))
    if warnings:
        more = language.count("{n} warning", "{n} warnings", warnings)
        verdict = language.listing([verdict, more])
    blocks = [Lines(tuple(fault.lines(language))) for fault in found]
    rows = tuple(
        (
            fault.file,
            str(fault.line),
            str(fault.column),
            fault.path,
            "warning" if fault.warning else "error",
            language.tell(fault.found),
            language.tell(fault.allowed) if fault.allowed else "",
            language.tell(fault.hint) if fault.hint else "",
        )
        for fault in found
    )
    heads = ("file", "line", "column", "path", "severity", "found", "allowed", "hint")
    title = language.say(N_("{verdict} in {names}"), verdict=verdict, names=names)
    return Document(title, language, (*blocks, Heading(title)), table=Table(heads, rows))
