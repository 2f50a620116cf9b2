"""The README's pictures: current, legible, lined up, and at rest with the network."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree as ET

import pictures
import pytest
from rich.text import Text
from views.answers import LANGUAGES

from roleguide.language import HARD_SPACE, NARROW_SPACE

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
DRAWN = [pytest.param(path, svg, id=path.stem) for path, svg in pictures.drawn()]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(("path", "svg"), DRAWN)
def test_a_picture_is_current(path: Path, svg: str) -> None:
    assert path.read_bytes() == svg.encode("utf-8"), "Was this meant? Then: make pictures"


def test_no_picture_is_left_over() -> None:
    assert {*pictures.PICTURES.iterdir()} == {path for path, _ in pictures.drawn()}


@pytest.mark.parametrize(("path", "svg"), DRAWN)
def test_a_picture_loads_nothing(path: Path, svg: str) -> None:
    del path
    bare = svg.replace(' xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"//|url\(|@import|@font-face|href|src|<image|<script|<foreign", bare)


@pytest.mark.parametrize(("path", "svg"), DRAWN)
def test_every_word_stands_at_its_column(path: Path, svg: str) -> None:
    """The terminal's lines come back from the places and lengths in the picture."""
    root = ET.fromstring(svg)  # noqa: S314 — our own
    lines: dict[int, str] = defaultdict(str)
    for text in root.iter(f"{SVG}text"):
        row = (int(text.attrib["y"]) - pictures.MARGIN - pictures.SIZE) / pictures.LINE
        column = (float(text.attrib["x"]) - pictures.MARGIN) / pictures.CELL
        length = float(text.attrib["textLength"]) / pictures.CELL
        assert text.text
        assert length == pytest.approx(len(text.text), abs=0.01)
        assert column == pytest.approx(round(column), abs=0.01)
        lines[int(row)] = lines[int(row)].ljust(round(column)) + text.text
        assert len(lines[int(row)]) == round(column) + len(text.text)
        assert len(lines[int(row)]) <= pictures.COLUMNS
    language = LANGUAGES[path.stem.split(".")[1]]
    expected = [Text.from_ansi(line).plain.rstrip() for line in pictures.screen(language)]
    assert [lines[row] for row in range(len(expected))] == [
        line.replace(NARROW_SPACE, HARD_SPACE) for line in expected
    ]
    assert float(root.attrib["height"]) >= len(expected) * pictures.LINE


def luminance(color: str) -> float:
    """Relative luminance by WCAG 2.2."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio by WCAG 2.2, from 1 to 21."""
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("path", "svg"), DRAWN)
def test_every_colour_of_text_is_legible(path: Path, svg: str) -> None:
    """At least 4.5 to 1, level AA."""
    del path
    (paper,) = re.findall(r'<rect[^>]* fill="(#\w{6})"', svg)
    inks = re.findall(r"fill: (#\w{6})", svg)
    assert len(set(inks)) == 4
    assert {ink: contrast(ink, paper) >= 4.5 for ink in inks} == dict.fromkeys(inks, True)


def test_looks_are_told_apart() -> None:
    """Each side, what recedes and what stands out: as many looks as the terminal has."""
    lines = pictures.screen(LANGUAGES["en"])
    looks = {run.look for line in lines for run in pictures.runs(line)}
    assert looks == {"", "soft", "bold", "left", "left bold", "right", "right bold"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_readme_shows_both_themes_and_says_what_is_seen(code: str) -> None:
    light, dark = (f"docs/pictures/compare.{code}.{theme}.svg" for theme in pictures.THEMES)
    shown = re.findall(r"<picture>.*?</picture>", README, re.DOTALL)
    (block,) = (block for block in shown if light in block)
    assert f'<source media="(prefers-color-scheme: dark)" srcset="{dark}">' in block
    (image,) = re.findall(r"<img ([^>]*)>", block)
    assert f'src="{light}"' in image
    (words,) = re.findall(r'alt="([^"]*)"', image)
    assert len(words) > 80
