"""The catalogues of interface words: extracted from the source, merged, compiled.

`make catalogue` runs this after a sentence was added or changed: new ones come out untranslated,
and a test names them until their French is written; those gone from the source are dropped.
"""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

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
    for _, _, message, _, _ in found:
        if message and message != "":
            catalog.add(message)
    return catalog


def read(path: Path) -> Catalog:
    """A catalogue as it is committed."""
    with path.open("rb") as file:
        return read_po(file)


def compiled(catalog: Catalog) -> bytes:
    """The binary form that the program reads."""
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def written(catalog: Catalog) -> bytes:
    """The text form, in the order of the sentences."""
    out = io.BytesIO()
    write_po(out, catalog, width=100, sort_output=True, no_location=True, ignore_obsolete=True)
    return out.getvalue()


def update(path: Path) -> None:
    """Merge the source's sentences into a catalogue and compile it."""
    catalog = read(path)
    catalog.update(extracted(), no_fuzzy_matching=True, update_creation_date=False)
    path.write_bytes(written(catalog))
    path.with_suffix(".mo").write_bytes(compiled(catalog))


if __name__ == "__main__":
    for catalogue in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        update(catalogue)
