"""The catalogues of interface words: extracted from the source, merged, compiled.

`make catalogue` runs this after a sentence was added or changed: new ones come out untranslated,
and a test names them until their French is written; those gone from the source are dropped.
"""

from __future__ import annotations

import io
import re
import struct
import typing
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from roleguide import model
from roleguide.cli.help import TOPICS
from roleguide.cli.help.topics import blocks
from roleguide.cli.spec import SPEC
from roleguide.reading.shorthand import SHORTHAND
from roleguide.writing.model_docstrings import said_of_fields

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "roleguide"
LOCALE = SOURCE / "locale"

# Where the source says a sentence: N_("…"), say("…"), count("one", "many", n).
KEYWORDS = {"N_": None, "say": None, "count": (1, 2)}


def extracted() -> Catalog:
    """The sentences of the source."""
    catalog = Catalog(project="roleguide", charset="utf-8")
    found = extract_from_dir(
        str(SOURCE), method_map=[("**.py", "python")], options_map={}, keywords=KEYWORDS
    )
    written = [message for _, _, message, _, _ in found]
    for message in (*written, *declared(), *explained(), *documented()):
        if message:
            catalog.add(message)
    return catalog


def declared() -> Iterator[str]:
    """What the declarations of the commands say; `make spec` comes first."""
    for command in SPEC.commands.values():
        yield from (command.summary, command.group)
        for parameter in (*command.parameters, *SPEC.common):
            yield "" if parameter.help == "{choices}" else parameter.help
            yield "" if parameter.metavar == "|".join(parameter.kind.of) else parameter.metavar


def explained() -> Iterator[str]:
    """What the topics of the help say; the name of a command is the same in every language."""
    for block in chain.from_iterable(map(blocks, TOPICS)):
        yield from (block.heading, block.text)
        yield from (text for text in block.entries.values() if text not in SPEC.commands)


def documented() -> Iterator[str]:
    """What is said of the fields of the records that a guide is made of."""
    todo: list[object] = [model.Sections, model.Header]
    seen: set[object] = set(SHORTHAND)
    while todo:
        annotation = todo.pop()
        if annotation in seen:
            continue
        seen.add(annotation)
        if isinstance(annotation, type) and hasattr(annotation, "_fields"):
            yield from said_of_fields(annotation).values()
            todo += annotation.__annotations__.values()
        else:
            todo += typing.get_args(annotation)


def read(path: Path) -> Catalog:
    """A catalogue as it is committed."""
    with path.open("rb") as file:
        return read_po(file)


def compiled(catalog: Catalog) -> bytes:
    """The binary form that the program reads.

    Babel's own writer signs with its version and follows the machine's byte order, so that the
    committed file would change with either.
    """
    header = "".join(f"{name}: {value}\n" for name, value in unsigned(catalog.mime_headers))
    pairs = [
        (b"", header.encode()),
        *(
            (_joined(message.id), _joined(message.string))
            for message in catalog
            if message.id and all(forms(message.string)) and not message.fuzzy
        ),
    ]
    texts = [text for column in zip(*sorted(pairs), strict=True) for text in column]
    at = 28 + 8 * len(texts)  # after the seven numbers of the head, and a length and a place each
    table = []
    for text in texts:
        table += [len(text), at]
        at += len(text) + 1
    head = (0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    return struct.pack(f"<{7 + len(table)}I", *head, *table) + b"".join(t + b"\0" for t in texts)


def forms(value: str | Sequence[str] | None) -> Sequence[str]:
    """The one form of a sentence, or its singular and its plurals."""
    return [value] if isinstance(value, str) else value or [""]


def _joined(value: str | Sequence[str] | None) -> bytes:
    return "\0".join(forms(value)).encode()


def unsigned(headers: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The headers of a catalogue without the tool's name and version."""
    return ((name, value) for name, value in headers if name != "Generated-By")


def written(catalog: Catalog) -> bytes:
    """The text form, in the order of the sentences, without the tool's name and version."""
    out = io.BytesIO()
    write_po(out, catalog, width=100, sort_output=True, no_location=True, ignore_obsolete=True)
    return re.sub(rb'"Generated-By: .*\n', b"", out.getvalue())


def update(path: Path) -> None:
    """Merge the source's sentences into a catalogue and compile it."""
    catalog = read(path)
    catalog.update(extracted(), no_fuzzy_matching=True, update_creation_date=False)
    path.write_bytes(written(catalog))
    path.with_suffix(".mo").write_bytes(compiled(catalog))


if __name__ == "__main__":
    for catalogue in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        update(catalogue)
