"""The first file of a guide: what it says of itself, what it may have, how it looks."""

from __future__ import annotations

from collections.abc import Sequence

from roleguide import model
from roleguide.drafts.lines import INDENT, STAYS, commands_to_try, comment, told
from roleguide.language import N_, Language, one_line
from roleguide.reading.guide import GUIDE_FORMAT
from roleguide.writing.model_docstrings import said_of_fields
from roleguide.writing.yaml_text import mapping_lines


def guide_draft(language: Language, identifier: str, commands: Sequence[str], site: str) -> str:
    """The first file of a guide: what it says of itself, which sections it may have, its look.

    Args:
        language: The language of the comments.
        identifier: The id of the guide.
        commands: The commands to go on with.
        site: The command that makes a site of it.
    """
    said = said_of_fields(model.Header)
    head = {"id": identifier, "format": GUIDE_FORMAT, "edition": "2026-12"}
    lines = [
        *told(language, N_("The guide of a company or a team, above the built-in one.")),
        *commands_to_try(language, commands),
        *told(language, N_("How to go on: {command}"), command="roleguide help guides"),
        "",
        "guide:",
    ]
    for key, value in head.items():
        lines += told(language, said.get(key, key), 1, STAYS)
        (line,) = mapping_lines({key: value}, 0)
        lines.append(f"{INDENT}{'# ' if key == 'edition' else ''}{line}")
    lines += ["", *told(language, N_("The sections, here or in other files of this folder:"))]
    for section, text in said_of_fields(model.Sections).items():
        lines += comment(f"{section}: {language.say(text)}")
    look = said_of_fields(model.Look).items()
    lines += [
        "",
        *told(language, N_("How the guide looks as a site:")),
        f"#   {one_line(site)}",
        "# site:",
        f"#   {identifier}:",
        *(f'# {INDENT * 2}{name}: ""  # {language.say(text)}' for name, text in look),
    ]
    return "\n".join([*lines, ""])
