"""`new`: a profile, a record of a guide, or a guide of one's own, written to be filled in."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, TypeAlias

from roleguide.cli.answer import Answer
from roleguide.cli.output_file import create_file, create_folder
from roleguide.cli.parameters import FILE, records
from roleguide.cli.repeated_guides import repeating, with_own
from roleguide.cli.session import Session
from roleguide.drafts import names
from roleguide.errors import UsageError
from roleguide.formats.json.guides import written_json
from roleguide.guide_paths import real_path, typed, yaml_files
from roleguide.language import N_, Message

if TYPE_CHECKING:
    import typer

    from roleguide.views.document import Document

# Text, as every other annotation here: evaluated, it would import Typer.
_Identifier: TypeAlias = (
    "Annotated[str | None, typer.Option('--id', metavar='ID', help="
    "'its id, perhaps behind a folder, where none can be made of NAME')]"
)
"""The id of a new record."""


def new_profile(
    session: Session,
    name: Annotated[
        str, typer.Argument(help="the file to write; without an ending, NAME.yaml"), FILE
    ],
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="ROLE", help="begin with what this role asks for and does"),
        records("roles"),
    ] = None,
) -> Answer:
    """A profile to fill in: what you have done, master, want and refuse."""
    from roleguide.drafts.profile import profile_draft  # only where it is written

    file = names.yaml_file(name)
    entry = session.role(source) if source else None
    repeat = repeating(session.given)
    lines = [repeat(f"roleguide {command} {typed(file)}") for command in ("check", "fit")]
    draft = profile_draft(session.catalog, session.language, lines[1:], entry)
    create_file(file, draft.encode())
    return _confirmation(session, "profile", file, lines)


def new_role(
    session: Session,
    name: Annotated[
        str,
        typer.Argument(help="its id or its title, perhaps behind a folder: acme/deal-doctor"),
        FILE,
    ],
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="ROLE", help="begin with what this role says"),
        records("roles"),
    ] = None,
    identifier: _Identifier = None,
    extends: Annotated[
        bool,
        typer.Option(
            "--extends", help="upon the role of --from, else that of NAME: only what differs"
        ),
    ] = False,
    full: Annotated[
        bool, typer.Option("--full", help="every field, also those that are rarely written")
    ] = False,
) -> Answer:
    """A role to fill in: from nothing, as a copy, or upon another role."""
    named = names.named(name, identifier)
    if extends and source is None:
        source = named.title or (name if identifier else named.id)
        if identifier is None:
            named = _under_its_id(session, source, named.file)
    base = session.role(source).id if source else None
    if base and extends:
        _refuse_own_guide(session, base, _guide_of(named.file))
    return _new_record(session, "roles", "role", named, base, extends=extends, full=full)


def new_skill(
    session: Session,
    name: Annotated[str, typer.Argument(help="its id or its name, perhaps behind a folder"), FILE],
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="SKILL", help="begin with what this skill says"),
        records("skills"),
    ] = None,
    identifier: _Identifier = None,
) -> Answer:
    """A skill to fill in, with its five levels."""
    base = session.find("skills", source) if source else None
    return _new_record(session, "skills", "skill", names.named(name, identifier), base)


def new_activity(
    session: Session,
    name: Annotated[str, typer.Argument(help="its id or its name, perhaps behind a folder"), FILE],
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="ACTIVITY", help="begin with what this activity says"),
        records("activities"),
    ] = None,
    identifier: _Identifier = None,
) -> Answer:
    """An activity to fill in."""
    base = session.find("activities", source) if source else None
    return _new_record(session, "activities", "activity", names.named(name, identifier), base)


def new_pair(
    session: Session,
    left: Annotated[str, typer.Argument(metavar="ROLE", help="a role"), records("roles")],
    right: Annotated[
        str, typer.Argument(metavar="ROLE", help="the role it is confused with"), records("roles")
    ],
    folder: Annotated[str, typer.Option(help="where to write it"), FILE] = ".",
) -> Answer:
    """Two roles that people confuse, to fill in."""
    sides = sorted(session.role(name).id for name in (left, right))
    if sides[0] == sides[1]:
        raise UsageError(N_("A pair has two roles, and {name} is one."), name=sides[0])
    return _new_record(
        session, "pairs", "pair", names.of_pair(folder, sides), keys={"roles": sides}
    )


def new_guide(
    session: Session,
    name: Annotated[str, typer.Argument(help="the folder to make, and the id of the guide"), FILE],
    identifier: Annotated[
        str | None,
        typer.Option(
            "--id", metavar="ID", help="the id, where none can be made of the folder’s name"
        ),
    ] = None,
) -> Answer:
    """A folder for a guide, with its first file."""
    from roleguide.drafts.guide import guide_draft  # only where it is written

    folder = name.rstrip("/\\") or name
    repeat, guides = repeating(session.given), with_own(session.given, folder)
    last = names.folder_name(folder)
    guide = names.made_id(last) if identifier is None else names.given_id(identifier)
    lines = [
        repeat(f"roleguide new role {typed(f'{folder}/our-role')}"),
        repeat(f"roleguide check {typed(folder)}"),
        f"roleguide guides {guides}",
    ]
    site = f"roleguide site public {guides}"
    draft = guide_draft(session.language, guide, lines, site).encode()
    create_folder(folder)
    file = f"{folder}/guide.yaml"
    create_file(file, draft)
    return _confirmation(session, "guide", file, lines)


def _new_record(
    session: Session,
    section: str,
    kind: str,
    named: names.Named,
    source: str | None = None,
    *,
    extends: bool = False,
    full: bool = False,
    keys: Mapping[str, Sequence[str]] | None = None,
) -> Answer:
    """Write the draft of a record, and say what to do with it."""
    from roleguide.drafts.record import New, record_draft  # only where it is written

    file, identifier, title = named
    guide = _guide_of(file)
    guides = with_own(session.given, guide)
    lines = [repeating(session.given)(f"roleguide check {typed(guide)}")]
    if extends:
        others = [each for each in session.given if real_path(each) != real_path(guide)]
        lines.append(repeating(others)(f"roleguide changes {typed(guide)}"))
    elif section == "roles":
        lines.append(f"roleguide show {identifier} {guides}")
    if section == "roles" and source:
        base = session.catalog.entry(source)
        below = base.full_id if source == identifier else source
        lines.append(f"roleguide compare {below} {identifier} {guides}")
    new = New(section, identifier, title, keys or {}, source, extends, full)
    draft = record_draft(session.catalog, session.language, new, lines)
    create_file(file, draft.encode())
    return _confirmation(session, kind, file, lines)


def _under_its_id(session: Session, role: str, file: str) -> names.Named:
    """What a role of one's own is called that takes the place of another, beside a file."""
    folder = os.path.dirname(file)
    return names.named(os.path.join(folder, session.role(role).id))


def _refuse_own_guide(session: Session, base: str, guide: str) -> None:
    """Refuse a role upon one of its own guide: it can extend those of the guides below."""
    entry = session.catalog.entry(base)
    paths = dict(zip(session.catalog.guides, session.guides, strict=True))
    path, own = real_path(paths[entry.guide][0]), real_path(guide)
    if path == own or path.startswith(os.path.join(own, "")):
        raise UsageError(
            N_("“{role}” is in {guide} itself; a role extends one of the guides below its own."),
            role=entry.id,
            guide=guide,
            remedy=Message(
                N_("Copy it, without {option}; or write the new role outside {guide}."),
                {"option": "--extends", "guide": guide},
            ),
        )


def _guide_of(file: str) -> str:
    """The guide that a file will be part of: its folder where that is one, else itself."""
    folder = os.path.dirname(file)
    return folder if os.path.isdir(folder) and yaml_files(folder) else file


def _confirmation(session: Session, kind: str, file: str, lines: Sequence[str]) -> Answer:
    """That a file was written, and the commands to try on it once it is filled in."""

    def document() -> Document:
        # Not for programs.
        from roleguide.views.document import Bullets, Document, Heading, Item, Prose

        say = session.language.say
        title = say(N_("{file} is written"), file=file)
        ask = say(N_("Open it, correct it by its comments, then:"))
        items = tuple(Item(line) for line in lines)
        blocks = (Heading(title, level=1), Prose(ask), Bullets(items))
        return Document(title, session.language, blocks)

    return Answer(document, lambda: written_json(kind, file, lines))
