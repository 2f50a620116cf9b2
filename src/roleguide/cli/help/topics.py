"""The topics of `help`, read from `texts`: the help, the manual and the reference are made of them.

A text is Markdown of a few kinds: headings, paragraphs, lists of names each with what is to say of
it, examples of a guide and commands to try. A heading, or a paragraph below none, begins a block.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from roleguide.formats import CHOICES, FORMATS

_ENTRY: Final = re.compile(r"^- `(.+?)`: (.+(?:\n  .+)*)", re.MULTILINE)


class Block(NamedTuple):
    """A part of a topic, shown in this order.

    Attributes:
        heading: Its heading; empty for the opening.
        text: A paragraph.
        yaml: An example of a guide.
        entries: Names as they are typed, each with what is to say of it.
        commands: Commands to try.
    """

    heading: str = ""
    text: str = ""
    yaml: str = ""
    entries: Mapping[str, str] = {}
    commands: Sequence[str] = ()


def blocks(topic: str) -> list[Block]:
    """The blocks of a topic in `help.TOPICS`, in English."""
    # Without pathlib, which is slow to import.
    path = f"{os.path.dirname(__file__)}/texts/{topic}.md"  # noqa: PTH120
    with open(path, encoding="utf-8") as file:  # noqa: PTH123
        found = [Block()]
        for part in file.read().strip().split("\n\n"):
            field, value = _part(part)
            if field == "heading" or (field == "text" and any(found[-1][1:])):
                found.append(Block())
            found[-1] = found[-1]._replace(**{field: value})
    if topic == "formats":  # each says of itself what it is
        found[0] = found[0]._replace(entries={name: FORMATS[name].summary for name in CHOICES})
    return found


def _part(part: str) -> tuple[str, Any]:
    """A part of a text, as a field of a block."""
    head, *rest = part.split("\n")
    match head.partition(" ")[0]:
        case "##":
            return "heading", head.removeprefix("## ")
        case "```yaml":
            return "yaml", "\n".join(rest[:-1])
        case "```sh":
            return "commands", rest[:-1]
        case "-":
            entries = _ENTRY.findall(part)
            return "entries", {name: text.replace("\n  ", " ") for name, text in entries}
    return "text", part.replace("\n", " ")
