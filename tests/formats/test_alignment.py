"""Columns line up on a terminal's screen, whatever script their words are in.

Each answer is drawn twice: with words of any script, and with a twin of each word, as wide, in
plain letters. What the two leave empty on the screen must be the same cells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import cycle
from typing import Any, Final

import pytest
from pairwise import pairwise
from rich.cells import cell_len
from screens import CHARACTERS, CLUSTERS, COLOUR, Rule, Screen, mask, shown, starts
from views.answers import (
    LANGUAGES,
    LISTS,
    Answer,
    analogies_of,
    bakery,
    compared,
    defined,
    examples_of,
    skills_of,
    who_does,
)
from views.answers import shown as role_shown
from wcwidth import iter_graphemes, wcswidth

from formats.documents import ENGLISH, everything
from formats.drawing import drawn, render
from roleguide.formats import Page
from roleguide.formats.terminal.theme import STACKED
from roleguide.formats.text_width import text_width
from roleguide.language import HARD_SPACE, NARROW_SPACE
from roleguide.views.document import DASH, Block, Column, Document, Grid, Item, Meter, Panels, Row

pytestmark = pytest.mark.sweep

WIDTHS: Final = (40, 60, 80, 120)

ALONE: Final = (
    "日本語",
    "営業部",
    "한국어",
    "ＡＢＣ",
    "ｶﾀｶﾅ",
    "re\u0301sume\u0301",
    "Vie\u0323\u0302t",
    "שָׁלוֹם",
    "สวัสดี",
    "🚢",
    "①②",
)
"""Words that every terminal draws alike."""

JOINED: Final = (
    *ALONE,
    "👩\u200d👩\u200d👧\u200d👧",
    "👩🏽\u200d💻",
    "👍🏿",
    "🇫🇷🇨🇦",
    "❤\ufe0f",
    "1\ufe0f\u20e3",
    "🏳\ufe0f\u200d🌈",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
)
"""Words with what Unicode joins into one picture too."""

WORDS: Final[dict[Rule, tuple[str, ...]]] = {CLUSTERS: JOINED, CHARACTERS: ALONE}

ANSWERS: Final[dict[str, Answer]] = {
    **{f"{name}-all": answer for name, answer in LISTS.items()},
    "analogies": analogies_of("baker", "bakery-manager"),
    "compare": compared("baker", "bakery-manager"),
    "compare-unwritten": compared("head-baker", "baker"),
    "compare-three": compared("baker", "bakery-manager", "head-baker"),
    "define": defined("proof"),
    "examples": examples_of("baker", "bakery-manager"),
    "show": role_shown("baker"),
    "skills": skills_of("baker", "bakery-manager"),
    "who": who_does("baking"),
}

_SPACES: Final = f" \n\t{HARD_SPACE}{NARROW_SPACE}"
_WORD: Final = re.compile(rf"[^{_SPACES}]*[^\W\d_][^{_SPACES}]*")


def clothed(value: Any, change: Callable[[str], str]) -> Any:
    """A document with every text in it changed; marks, tones and numbers stay."""
    fields: dict[str, Any] | None = getattr(value, "_asdict", dict)() or None
    if fields:
        kept = ("mark", "side", "tone")
        changed = {n: f if n in kept else clothed(f, change) for n, f in fields.items()}
        return type(value)(**changed)
    if isinstance(value, tuple):
        return tuple(clothed(one, change) for one in value)
    return change(value) if isinstance(value, str) else value


def foreign(document: Document, words: tuple[str, ...]) -> Document:
    """A document in which every other word is of another script."""
    turn = cycle([False, True])
    others = cycle(words)

    def change(text: str) -> str:
        return _WORD.sub(lambda found: next(others) if next(turn) else found[0], text)

    return document._replace(blocks=clothed(document.blocks, change))


def twin(text: str) -> str:
    """A text in plain letters, every picture as wide as it was; the sign for nothing stays."""
    kept = (*_SPACES, DASH)
    return "".join(
        cluster if cluster.isascii() or cluster in kept else "x" * max(wcswidth(cluster), 0)
        for cluster in iter_graphemes(text)
    )


def on_screen(document: Document, width: int, rule: Rule = CLUSTERS) -> Screen:
    """A document on a screen; nothing may wrap there, and nothing be overwritten."""
    text = drawn(document, width, color=True)
    screen = shown(text, width, rule)
    sent = [line.rstrip() for line in COLOUR.sub("", text).rstrip("\n").split("\n")]
    assert screen.text == sent
    return screen


@pytest.mark.parametrize(
    ("name", "width", "rule", "code"),
    pairwise(list(ANSWERS), WIDTHS, (CLUSTERS, CHARACTERS), list(LANGUAGES)),
)
def test_an_answer_lines_up_like_its_twin_in_plain_letters(
    name: str, width: int, rule: Rule, code: str
) -> None:
    document = foreign(ANSWERS[name](bakery(), LANGUAGES[code]), WORDS[rule])
    plain = document._replace(blocks=clothed(document.blocks, twin))
    assert mask(on_screen(document, width, rule)) == mask(on_screen(plain, width, rule))


SETTINGS: Final[dict[str, Callable[[Sequence[str]], str]]] = {
    "alone": lambda some: some[0],
    "wrapped": lambda some: " ".join([*some] * 3),
    "run-together": lambda some: f"{''.join(some)}a日 {''.join(some)}",
}
"""How words of other scripts stand in a text."""


@pytest.mark.parametrize(
    ("width", "rule", "setting", "first"),
    pairwise(WIDTHS, (CLUSTERS, CHARACTERS), list(SETTINGS), range(0, len(ALONE), 4)),
)
def test_every_block_lines_up_like_its_twin_in_plain_letters(
    width: int, rule: Rule, setting: str, first: int
) -> None:
    words = WORDS[rule][::-1]  # what joins comes first
    some = words[first : first + 4]
    document = everything(SETTINGS[setting](some), pointer=some[-1])
    plain = document._replace(blocks=clothed(document.blocks, twin))
    assert mask(on_screen(document, width, rule)) == mask(on_screen(plain, width, rule))


def of(*blocks: Block) -> Document:
    return Document("Title", ENGLISH, blocks, ("Left", "Right"))


@pytest.mark.parametrize("width", WIDTHS)
def test_bars_and_figures_of_every_row_begin_in_the_same_cell(width: int) -> None:
    heads = (Column(""), Column("営業", "left"), Column("👩🏽\u200d💻", "right"))
    figures = Column("Δ", figures=True)
    rows = tuple(Row((word, Meter(2), Meter(4), "+2"), "changed") for word in JOINED)
    screen = on_screen(of(Grid((*heads, figures), rows)), width)
    bars = [row for row in screen.rows if "■" in row]
    first = {row.index("■") for row in bars}
    second = {row.index("■", row.index("□")) for row in bars}
    assert len(bars) == len(JOINED)
    assert len(first) == len(second) == len(set(starts(screen, "+"))) == 1
    assert max(second) - max(first) >= 7


@pytest.mark.parametrize("width", WIDTHS)
def test_the_second_side_begins_in_the_same_cell_in_every_row(width: int) -> None:
    heads = (Column(""), Column("L", "left", wide=True), Column("R", "right", wide=True))
    rows = tuple(Row((word, word, f"❷{word} ❷{word}"), "changed") for word in JOINED)
    sides = [
        Panels((Item(f"{word} " * 5, word, "left"), Item("❷ x", "❷ x", "right"))) for word in JOINED
    ]
    table, panels = on_screen(of(Grid(heads, rows)), width), on_screen(of(*sides), width)
    assert len(set(starts(table, "❷"))) == 1
    assert len(set(starts(panels, "❷"))) == 1
    if width >= STACKED:
        assert min(starts(table, "❷")) == 22
        assert min(starts(panels, "❷")) == width // 2 + 2


@pytest.mark.parametrize("name", ANSWERS)
def test_a_pipe_lines_up_too_where_it_ends_on_a_screen(name: str) -> None:
    for language in LANGUAGES.values():
        document = foreign(ANSWERS[name](bakery(), language), JOINED)
        plain = document._replace(blocks=clothed(document.blocks, twin))
        piped, like = (render("pipe", one, Page()) for one in (document, plain))
        assert mask(shown(piped, 300)) == mask(shown(like, 300))


def test_a_pipe_measures_words_as_the_screen_does() -> None:
    for word in (*JOINED, "", "Δ − … – •", "œuvre\u202f; «\u00a0a\u00a0»", "ه\u200d"):
        assert text_width(word) == wcswidth(word) == cell_len(word), word
