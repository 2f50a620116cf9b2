"""Whole processes on a pseudo-terminal: what stands on the screen in the end."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from ptys import Terminal
from screens import Screen, shown, starts

from cli.conftest import Run
from roleguide.cli.output import WIDEST

GUIDE: Final = """\
skills:
  kanji:
    name: "日本語 re\u0301sume\u0301 👩🏽\u200d💻"
    family: communication
    kind: knowledge
    definition: "漢字 👍🏿"
    levels: {1: a, 2: b, 3: c, 4: d, 5: e}
roles:
  eigyo:
    title: "営業部長 🇯🇵"
    short: "営業"
    family: operations
    level: manager
    stage: backstage
    mission: "売上を 👩\u200d👩\u200d👧\u200d👧 まもる、 cafe\u0301 ❤\ufe0f"
    responsibilities: {sales-forecast: {part: supports, text: "数字を見る 🏳\ufe0f\u200d🌈 つくる"}}
    skills:
      kanji: {level: 4, weight: 3}
      data-analysis: {level: 2, weight: 3}
      leading-people: {level: 3, weight: 3}
"""

Draw = Callable[..., Screen]


@pytest.fixture(scope="module")
def acme(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The guide, in one place for all tests, so that it is compiled once."""
    file = tmp_path_factory.mktemp("guides") / "acme.yaml"
    file.write_text(GUIDE, encoding="utf-8")
    return str(file)


@pytest.fixture
def draw(environ: dict[str, str], tmp_path: Path) -> Draw:
    """Run the program on a terminal of so many columns, until it ends by itself."""

    def start(*arguments: str, columns: int = 80, code: int = 0, **extra: str) -> Screen:
        command = (sys.executable, "-m", "roleguide", *arguments)
        size = (columns, 400)
        with Terminal(command, {**environ, **extra}, tmp_path, size) as terminal:
            assert terminal.end() == code, terminal.text
            assert "Traceback" not in terminal.text
            return terminal.screen

    return start


def colours(screen: Screen) -> set[str]:
    return {cell.fg for line in screen.buffer.values() for cell in line.values()} - {"default"}


@pytest.mark.parametrize(
    ("arguments", "columns"),
    [
        ("compare eigyo sales-director --full", 40),
        ("compare eigyo sales-director --full", 120),
        ("compare eigyo sales-ops sales-director", 60),
        ("compare eigyo sales-ops sales-director", 120),
        ("skills eigyo sales-ops", 40),
        ("skills eigyo sales-ops", 80),
        ("show eigyo", 60),
        ("show eigyo", 80),
    ],
)
def test_a_page_stands_on_the_screen_as_it_was_drawn(
    inside: Run, draw: Draw, acme: str, columns: int, arguments: str
) -> None:
    line = (*arguments.split(), "--guide", acme)
    screen = draw(*line, columns=columns)
    drawn = inside(*line, "--width", str(min(columns, WIDEST))).out
    assert screen.text == drawn.rstrip("\n").split("\n")
    assert "営業" in drawn


@pytest.mark.parametrize("columns", [40, 100])
def test_level_bars_begin_in_the_same_cell(draw: Draw, acme: str, columns: int) -> None:
    screen = draw("skills", "eigyo", "--guide", acme, columns=columns)
    assert len(starts(screen, "■")) == 3
    assert len(set(starts(screen, "■"))) == 1


def test_a_terminal_without_utf8_gets_bars_too(draw: Draw) -> None:
    screen = draw("skills", "sales-ops", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert len(starts(screen, "#")) > 5
    assert len(set(starts(screen, "#"))) == 1
    assert "".join(screen.text).isascii()


def widest(screen: Screen) -> int:
    return max(len(line) for line in screen.text)


def test_the_width_is_the_terminals_unless_it_is_asked_for(draw: Draw) -> None:
    line = ("compare", "sales-ops", "sales-director")
    assert 50 < widest(draw(*line, columns=60)) <= 60
    assert 80 < widest(draw(*line, columns=100)) <= 100
    assert 60 < widest(draw(*line, columns=100, COLUMNS="72")) <= 72
    assert 50 < widest(draw(*line, "--width", "60", columns=100, COLUMNS="72")) <= 60
    assert 100 < widest(draw(*line, columns=200)) <= WIDEST


@pytest.mark.parametrize("columns", [50, 100])
def test_a_dumb_terminal_has_its_own_width_and_no_colour(draw: Draw, columns: int) -> None:
    screen = draw("compare", "sales-ops", "sales-director", columns=columns, TERM="dumb")
    assert columns - 20 < widest(screen) <= columns
    assert not colours(screen)


@pytest.mark.parametrize(
    ("options", "environment", "colored"),
    [
        pytest.param([], {}, True, id="terminal"),
        pytest.param(["--color", "never"], {}, False, id="never"),
        pytest.param([], {"NO_COLOR": "1"}, False, id="NO_COLOR"),
        pytest.param([], {"NO_COLOR": ""}, True, id="NO_COLOR-empty"),
        pytest.param([], {"CLICOLOR": "0"}, False, id="CLICOLOR-0"),
        pytest.param([], {"CLICOLOR": "0", "CLICOLOR_FORCE": "1"}, True, id="CLICOLOR_FORCE"),
        pytest.param(["--color", "always"], {"NO_COLOR": "1"}, True, id="flag-first"),
    ],
)
def test_when_a_terminal_has_colour(
    inside: Run, options: list[str], environment: dict[str, str], *, colored: bool
) -> None:
    drawn = inside("compare", "sales-ops", "sdr", *options, tty=True, COLUMNS="80", **environment)
    assert bool(colours(shown(drawn.out, 80))) is colored


def test_a_terminal_of_its_own_has_colour(draw: Draw) -> None:
    assert colours(draw("compare", "sales-ops", "sdr"))


def test_accessible_draws_no_glyph_on_a_terminal(draw: Draw) -> None:
    text = "".join(draw("compare", "sales-ops", "sales-director", ACCESSIBLE="1").text)
    assert "only Sales Ops:" in text
    assert not set("−~■□→│─") & set(text)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        pytest.param("", 2, id="nothing"),
        pytest.param("compare", 2, id="an-argument-missing"),
        pytest.param("compare sales-opps sdr", 2, id="a-slip"),
        pytest.param("search qqqq", 1, id="nothing-found"),
        pytest.param("compare sdr bdr --exit-code", 1, id="different"),
        pytest.param("--help", 0, id="help"),
    ],
)
def test_nothing_is_ever_asked_back(draw: Draw, line: str, code: int) -> None:
    """The program ends by itself though nobody types anything."""
    assert draw(*line.split(), code=code).text


def test_one_sided_items_take_one_side_and_no_word_inside_a_text_stands_out(draw: Draw) -> None:
    screen = draw("compare", "sales-ops", "sales-director", "--full", columns=100)
    text = screen.text
    first = next(at for at, line in enumerate(text) if line.startswith("Responsibilities"))
    last = next(at for at, line in enumerate(text) if line.startswith("Skills   "))
    mark, one_sided = "", 0
    for at in range(first + 1, last):
        row = text[at]
        if row[:1].strip():
            mark = row[0]
            one_sided += mark in "−+"
            continue
        assert mark in "~=" or row[4:5] not in ("−", "+"), row
        texts = [screen.buffer[at][column] for column in range(32 if mark in "−+" else 34, 100)]
        assert {(cell.bold, cell.fg) for cell in texts} == {(False, "default")}, row
    assert one_sided > 5


def test_an_error_for_a_program_is_not_wrapped(
    environ: dict[str, str], inside: Run, tmp_path: Path
) -> None:
    """Only the terminal itself breaks its lines, at the last column."""
    (tmp_path / "bad.yaml").write_text(f"roles: {{x: {{title: {'long ' * 40}, level: no}}}}\n")
    arguments = ("list", "--guide", "bad.yaml", "--format", "json")
    command = (sys.executable, "-m", "roleguide", *arguments)
    with Terminal(command, environ, tmp_path, (60, 400)) as terminal:
        assert terminal.end() == 2
        drawn = "".join(line.ljust(60) for line in terminal.screen.text)
    assert json.loads(drawn) == json.loads(inside(*arguments).err)


def test_a_list_of_candidates_is_wrapped_beside_their_ids(inside: Run, draw: Draw) -> None:
    screen = draw("show", "Jr. Sales Associate", columns=60, code=2)
    rows = [line for line in screen.text if line]
    assert max(map(len, rows)) <= 60
    ids = [line.split()[0] for line in rows if line.startswith("  ") and line[2] != " "]
    assert "inside-sales-rep" in ids
    inset = rows[2].index("Field")
    assert all(line[inset - 1] == " " for line in rows[2:])
    whole = " ".join(" ".join(rows).split())
    assert whole == " ".join(inside("show", "Jr. Sales Associate").err.split())


def test_either_or_questions_are_answered_by_keys_on_a_terminal(
    environ: dict[str, str], tmp_path: Path
) -> None:
    """Other keys are passed over, and q ends the asking; the answer is as with `--answers`."""
    command = (sys.executable, "-m", "roleguide", "fit", "--between", "sdr", "bdr")
    with Terminal(command, environ, tmp_path, (100, 60)) as terminal:
        for number, key in ((1, "xA"), (2, "b"), (3, "-")):
            terminal.until(lambda text, number=number: f"{number}/5  " in text)  # type: ignore[misc]  # mypy sees no default
            terminal.type(key)
        terminal.until(lambda text: "4/5  " in text)
        terminal.type("q")
        assert terminal.end() == 0
        assert "Press a or b, - where neither is true, q to stop." in terminal.text
        assert "What you want points to SDR: 1 of 1." in terminal.text
        assert "questions 3, 4, 5, which have no answer" in terminal.text


def test_whoever_answers_nothing_gets_the_form(environ: dict[str, str], tmp_path: Path) -> None:
    command = (sys.executable, "-m", "roleguide", "fit", "--between", "sdr", "bdr")
    with Terminal(command, environ, tmp_path, (100, 60)) as terminal:
        terminal.until(lambda text: "1/5  " in text)
        terminal.type("q")
        assert terminal.end() == 0
        assert "--answers ab-ab" in terminal.text
