"""The README's pictures: what the program draws on a terminal, as SVG, light and dark.

`make pictures` writes them anew after a change that was meant; a test says when that is due. They
load nothing, be it a font, a style or an address, and their colours are those of the HTML pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Final, NamedTuple

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style
from rich.text import Text
from views.answers import LANGUAGES, builtin, compared

from roleguide import formats
from roleguide.formats import terminal
from roleguide.formats.terminal.theme import STYLES
from roleguide.language import HARD_SPACE, NARROW_SPACE, Language

PICTURES: Final = Path(__file__).parents[1] / "docs" / "pictures"
ROLES: Final = ("sales-ops", "sales-director")
COLUMNS: Final = 100

# Lengths in pixels.
SIZE: Final = 14  # of the letters
CELL: Final = 8.43  # the width of a column: what most monospaced fonts have at this size
LINE: Final = 20
MARGIN: Final = 20
FONTS: Final = (
    "ui-monospace, SFMono-Regular, Menlo, Consolas, "
    "'DejaVu Sans Mono', 'Liberation Mono', monospace"
)

THEMES: Final = ("light", "dark")

# The terminal's two sides, by the numbers it knows their colours by.
_SIDES: Final = {
    color.downgrade(ColorSystem.EIGHT_BIT).number: side
    for side in ("left", "right")
    if (color := STYLES[side].color)
}


def palette(theme: str) -> dict[str, str]:
    """The colours of the HTML pages, in one of their two themes."""
    css = Path(formats.__file__).with_name("page.css").read_text("utf-8")
    light, dark = re.findall(r":root \{(.*?)\}", css, re.DOTALL)[:2]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", {"light": light, "dark": dark}[theme]))


def screen(language: Language) -> list[str]:
    """The lines of a terminal on which the comparison was asked for, with their colours."""
    asked = f"roleguide compare {' '.join(ROLES)}"
    if language.code != "en":
        asked += f" --lang {language.code}"
    document = compared(*ROLES)(builtin(), language)
    answer = terminal.render(document, formats.Page(COLUMNS, color=True))
    return [f"\x1b[2m$\x1b[0m {asked}", "", *answer.rstrip("\n").split("\n")]


class Run(NamedTuple):
    """Words of one look that stand in a line, and the column at which they begin."""

    column: int
    text: str
    look: str


def runs(line: str) -> Iterator[Run]:
    """What stands where in a line."""
    column = 0
    for text, style, _ in Text.from_ansi(line).render(Console()):
        for words in re.finditer(r"[^ ]+( [^ ]+)*", text):
            at = column + cell_len(text[: words.start()])
            yield Run(at, words[0].replace(NARROW_SPACE, HARD_SPACE), _look(style or Style.null()))
        column += cell_len(text)


def _look(style: Style) -> str:
    """The classes of a style: its colour, and its weight."""
    side = _SIDES.get(style.color.number) if style.color else None
    names = ["soft" if style.dim else side, "bold" if style.bold else None]
    return " ".join(filter(None, names))


def picture(lines: Sequence[str], colors: dict[str, str], title: str) -> str:
    """Lines of a terminal as SVG.

    Each run of words has its place and its length, so that columns line up in any font.
    """
    width = round(COLUMNS * CELL + 2 * MARGIN)
    height = len(lines) * LINE + 2 * MARGIN
    texts = "\n".join(_text(run, row) for row, line in enumerate(lines) for run in runs(line))
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" \
viewBox="0 0 {width} {height}" role="img">
<title>{escape(title)}</title>
<style>
text {{ font: {SIZE}px {FONTS}; fill: {colors["ink"]} }}
.bold {{ font-weight: bold }}
.soft {{ fill: {colors["soft"]} }}
.left {{ fill: {colors["left"]} }}
.right {{ fill: {colors["right"]} }}
</style>
<rect x=".5" y=".5" width="{width - 1}" height="{height - 1}" rx="8" \
fill="{colors["paper"]}" stroke="{colors["line"]}"/>
{texts}
</svg>
"""


def _text(run: Run, row: int) -> str:
    look = f' class="{run.look}"' if run.look else ""
    x, y = MARGIN + run.column * CELL, MARGIN + row * LINE + SIZE
    length = cell_len(run.text) * CELL
    return f'<text x="{x:.2f}" y="{y}" textLength="{length:.2f}"{look}>{escape(run.text)}</text>'


def drawn() -> Iterator[tuple[Path, str]]:
    """Every picture, and the file it belongs in."""
    for code, language in LANGUAGES.items():
        lines = screen(language)
        title = Text.from_ansi(lines[0]).plain.removeprefix("$ ")
        for theme in THEMES:
            name = f"compare.{code}.{theme}.svg"
            yield PICTURES / name, picture(lines, palette(theme), title)


if __name__ == "__main__":
    PICTURES.mkdir(parents=True, exist_ok=True)
    for path, svg in drawn():
        path.write_text(svg, encoding="utf-8", newline="\n")
