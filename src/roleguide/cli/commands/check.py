"""`check`: whether guides are sound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Final

from roleguide.cli.answer import Answer
from roleguide.cli.parameters import FILE
from roleguide.cli.session import Session
from roleguide.compilation import read_all
from roleguide.errors import Fault, UnreadableFile
from roleguide.formats.json.guides import faults_json
from roleguide.guide_paths import GuidePath, is_file, real_path, typed, yaml_files
from roleguide.language import N_, Message
from roleguide.model import Sections
from roleguide.views.document import Document
from roleguide.views.faults import annotations_view, faults_view

if TYPE_CHECKING:
    import typer

_SHOWN: Final = 3
_LOOKED_AT: Final = 100
"""Files of the current folder that are named at most, and that are looked into."""


def check(
    session: Session,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH …",
            help="YAML files, folders of them, or - for standard input, each guide above the one "
            "before; without any, every guide in use",
        ),
        FILE,
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="count warnings as faults in the exit code")
    ] = False,
    annotate: Annotated[
        bool,
        typer.Option(
            "--annotate", help="as lines that GitHub shows beside the code, ten of a kind"
        ),
    ] = False,
) -> Answer:
    """Whether guides are sound, and where each fault is."""
    found, names = _faults(session, paths or [])
    language = session.language

    def view() -> Document:
        if annotate:
            return annotations_view(found, names, language)
        return faults_view(found, names, language, () if paths else _named_by_none(session))

    return Answer(
        view,
        lambda: faults_json(found),
        code=int(any(strict or not fault.warning for fault in found)),
        paged=False,  # no pager: faults are read beside an editor
    )


def _faults(session: Session, asked: Sequence[str]) -> tuple[list[Fault], list[str]]:
    """All faults, then all warnings, and the names of what was checked."""
    found: list[Fault] = []
    profiles: list[str] = []
    guides = [*session.guides]
    for path in asked:
        if (faults := _of_profile(session, path)) is not None:
            found += faults
            profiles.append(path)
        elif not _is_in_use(path, guides):
            guides.append((path, None))
    if profiles and len(profiles) == len(asked):
        return found, profiles
    _, faults = read_all(guides, session.progress, thorough=True)
    names = [str(name) for name, _ in guides[1:]] or [str(guides[0][0])]
    return _in_order([*found, *faults]), [*profiles, *names]


def _named_by_none(session: Session) -> Sequence[Message]:
    """What was not checked where no file was named, and how it is: the files that lie here."""
    beside = [path for path in _here() if not _is_in_use(path, session.guides)][:_SHOWN]
    if not beside and session.guides[1:]:  # a guide of one's own was checked
        return ()
    names = [f"roleguide check {typed(path)}" for path in beside] or ["roleguide check FILE"]
    text = N_("Only the guides in use were checked. A file that is not: {commands}")
    return (Message(text, {"commands": ", ".join(names)}),)


def _here() -> Iterator[str]:
    """The YAML files of the current folder that begin as a guide, a profile or a team does."""
    from roleguide.reading.files import OTHERS, first_key  # only for `check`
    from roleguide.reading.places import read_file

    known = ("guide", *Sections._fields, *OTHERS)
    try:
        files = yaml_files(".")[:_LOOKED_AT]
    except OSError:
        return
    for entry in files:
        with suppress(UnreadableFile):
            if first_key(read_file(entry.name)[0]) in known:
                yield entry.name


def _in_order(found: Sequence[Fault]) -> list[Fault]:
    """The faults as they were found, then the warnings in the order of their places."""
    files = {fault.file: at for at, fault in reversed([*enumerate(found)])}
    warnings = [fault for fault in found if fault.warning]
    warnings.sort(key=lambda fault: (files[fault.file], fault.line, fault.column))
    return [*(fault for fault in found if not fault.warning), *warnings]


def _of_profile(session: Session, path: str) -> list[Fault] | None:
    """The faults of a profile; None where the file is headed as none, nor nearly so.

    What can be read but once, such as a pipe, is always taken for a guide.
    """
    from roleguide.reading.files import kind_of  # only for `check`
    from roleguide.reading.first_keys import PROFILE, is_meant_as_profile
    from roleguide.reading.places import read_file
    from roleguide.reading.profile import read_profile

    if not is_file(path):
        return None
    source, fault = read_file(path)
    if kind_of(source) != PROFILE and not is_meant_as_profile(source):
        return None
    return [fault] if fault else read_profile(source, session.catalog.sections).faults


def _is_in_use(path: str, guides: Sequence[GuidePath]) -> bool:
    """Whether a file or folder is read anyway, as a guide or as a file of one."""
    from roleguide.reading.files import files_of  # only for `check`

    asked = real_path(path)
    return any(asked in map(real_path, (guide, *files_of(guide))) for guide, _ in guides)
