"""Every command in every format and language, for a terminal and a pipe, narrow and wide."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from shutil import copyfile
from typing import Final, NamedTuple

import pytest
from reading.writing import node
from rich.cells import cell_len
from screens import COLOUR

from cli.conftest import COMMANDS, Answer, Run
from roleguide.cli.help import TOPICS
from roleguide.formats import CHOICES, FORMATS
from roleguide.formats.terminal.blocks import INSET
from roleguide.language import UNSEEN

pytestmark = pytest.mark.sweep

WIDTHS: Final = (40, 60, 100)
UNWRAPPED: Final = tuple(name for name in CHOICES if name != "terminal")
WIDE: Final = ("--format", "terminal", "--width", "1000")

ADS: Final = Path(__file__).parents[1] / "ads" / "texts"
SOUND: Final = "roles: {sales-ops: {extends: sales-ops, level: director}}\n"
PROFILE: Final = "profile: {now: sdr, skills: {prospecting: 4}, refuses: {travel: true}}\n"
FAULTY: Final = "roles: {x: {title: X, level: manger, skils: {}}}\n"


class Asked(NamedTuple):
    """Arguments of a command, the exit code of its answer, whether that is a table, if known."""

    arguments: tuple[str, ...]
    code: int = 0
    table: bool | None = False


def asked(line: str, code: int = 0, *, table: bool = False) -> Asked:
    return Asked(tuple(shlex.split(line)), code, table)


RUNS: Final[dict[str, tuple[Asked, ...]]] = {
    "list": (asked("", table=True), asked("--family operations", table=True)),
    "show": (
        asked("regional-sales-manager"),
        asked("data-analysis"),
        asked("sales-forecast", table=True),
        asked("ship"),
        asked("cac"),
        asked("zzzz", 2),
    ),
    "who": (asked("sales-forecast", table=True), asked("", table=True)),
    "define": (asked("cro"), asked("", table=True)),
    "search": (
        asked("commission --limit 0", table=True),
        asked("remise --in roles --limit 0", table=True),
        asked("qqqq", 1, table=True),
    ),
    "title": (
        asked('"Head of Sales Ops EMEA (m/f/d)"', table=True),
        asked("chargé de développement commercial", table=True),
        asked("Registered Nurse", 1, table=True),
    ),
    "pay": (
        asked("sales-ops sales-director", table=True),
        asked('closer "Head of Sales" --country "Royaume-Uni"', table=True),
        asked("sdr --country BE", table=True),
        asked("sdr --country DE", 2),
    ),
    "ad": (
        asked("seller.txt", table=True),
        asked("nurse.txt", 1, table=True),
        asked("absent.txt", 2),
    ),
    "move": (
        asked("customer-support-manager csm", table=True),
        asked('sdr "VP Sales" --full --explain', table=True),
        asked("cmo sdr", table=True),
        asked("csm --me me.yaml", table=True),
        asked("sdr", 2),
    ),
    "fit": (
        asked("me.yaml", table=True),
        asked("me.yaml --full --explain", table=True),
        asked("--between sdr bdr closer csm", table=True),
        asked("--between sdr growth-manager --answers ab-a", table=True),
        asked("sound.yaml", 2),
        asked("absent.yaml", 2),
    ),
    "next": (asked("csm", table=True), asked("cmo", table=True)),
    "compare": (
        asked("sales-ops sales-director", table=True),
        asked("regional-sales-manager sales-ops-director --full", table=True),
        asked("technical-sales-rep sales-trainer --in startup", table=True),
        asked("sdr csm sales-manager", table=True),
        asked("sdr bdr --only differences --exit-code", 1, table=True),
        asked("sales-ops sales-ops", table=True),
    ),
    "skills": (
        asked("regional-sales-manager sales-ops-director", table=True),
        asked("", table=True),
    ),
    "examples": (
        asked("sales-ops sales-director"),
        asked("sdr csm regional-sales-manager --in agency"),
    ),
    "analogies": (
        asked("sales-ops sales-director"),
        asked("sdr csm regional-sales-manager --world ship"),
    ),
    "new profile": (asked("sound", 2), asked("faulty --from sdr", 2)),
    "new role": (asked("sound", 2), asked("other --extends", 2)),
    "new skill": (asked("sound", 2),),
    "new activity": (asked("sound", 2),),
    "new pair": (asked("sdr SDR", 2),),
    "new guide": (asked(".", 2),),
    "guides": (asked("--guide sound.yaml", table=True),),
    "changes": (
        asked("sound.yaml", table=True),
        asked("sound.yaml sound.yaml", table=True),
        asked("faulty.yaml", 2),
    ),
    "check": (
        asked("sound.yaml", table=True),
        asked("faulty.yaml", 1, table=True),
        asked("me.yaml", table=True),
    ),
    "site": (asked("public"), asked("seller.txt", 2)),
}
"""Representative arguments; the first ones of each command in both languages, others in one."""
ANSWERING: Final = [path for path, command in COMMANDS.items() if command.answers]
"""All commands but groups of them."""
for _path in ANSWERING:
    if _path not in {*RUNS, "help", "schema"}:
        _begun = len(_path.split()) + 1
        RUNS[_path] = tuple(
            Asked(tuple(shlex.split(line)[_begun:]), table=None)
            for line in COMMANDS[_path].examples
        )

TEXTS: Final = {"help": ("", "compare", *TOPICS)}
"""Commands whose answer is text without a document: wrapped everywhere, and of no other format."""

EXACT: Final = {"schema": "json"}
"""Commands whose answer has the one form named here, byte for byte wherever it goes."""


def every() -> Iterator[tuple[str, Asked, str]]:
    """Each command with arguments and a language; where none are given here, its examples."""
    turn = cycle(("en", "fr"))
    for name, several in RUNS.items():
        for at, one in enumerate(several):
            yield from ((name, one, lang) for lang in (("en", "fr") if at == 0 else [next(turn)]))


ALL: Final = [(at, *one) for at, one in enumerate(every())]
DRAWN: Final = [one for one in ALL if one[2].code != 2]
ONCE: Final = [one for at, one in enumerate(ALL) if at == 0 or one[2] != ALL[at - 1][2]]
"""All arguments in one language."""


def lines(runs: list[tuple[int, str, Asked, str]]) -> list[str]:
    """What is typed, as the name of a test."""
    return [" ".join((command, *one.arguments, lang)) for _, command, one, lang in runs]


@pytest.fixture(autouse=True)
def guides(tmp_path: Path) -> None:
    """The guides and the profile that commands are asked about."""
    (tmp_path / "sound.yaml").write_text(SOUND, encoding="utf-8")
    (tmp_path / "faulty.yaml").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "me.yaml").write_text(PROFILE, encoding="utf-8")
    for name, text in (("seller", "seller-as-director"), ("nurse", "nurse")):
        copyfile(ADS / f"{text}.txt", tmp_path / f"{name}.txt")


def words(text: str) -> set[str]:
    """What stands between spaces at which a line may break; rules and colons are layout."""
    found = (word.rstrip(":").rstrip("\u00a0") for word in re.split(r"[ \t\n]+", text))
    return {word for word in found if word.strip("─")}


def bare(page: str) -> str:
    """A page without its colours, and without the spaces behind its lines."""
    return re.sub(" +$", "", COLOUR.sub("", page), flags=re.MULTILINE)


def answered(answer: Answer, expected: int) -> str:
    """What was answered, with nothing beside it."""
    assert (answer.code, answer.err) == (expected, "")
    assert not UNSEEN.search(COLOUR.sub("", answer.out).replace("\r\n", "\n"))
    return answer.out


def test_every_command_is_run() -> None:
    assert {*RUNS, *TEXTS, *EXACT} == set(ANSWERING)
    assert all(RUNS.values()), "each has arguments here, or examples"
    assert all(TEXTS.values())


WAYS: Final[tuple[tuple[bool, str], ...]] = (
    (True, ""),
    (False, "--width {}"),
    (True, "--format terminal"),
    (False, "--format terminal"),
)
"""The ways to a drawn page: whether on a terminal, and with which options."""


@pytest.mark.parametrize(("at", "command", "one", "lang"), DRAWN, ids=lines(DRAWN))
def test_a_drawn_page_keeps_to_its_width_and_every_word_is_whole(
    inside: Run, at: int, command: str, one: Asked, lang: str
) -> None:
    """At each width in another way, and in two ways at one of them."""
    line = (*command.split(), *one.arguments, "--lang", lang)
    whole = words(answered(inside(*line, *WIDE), one.code))
    said = whole | words(inside(*line, "--format", "plain").out) | words(inside(*line).out)
    ways = cycle(WAYS[at % len(WAYS) :] + WAYS[: at % len(WAYS)])
    for width in WIDTHS:
        long = {word for word in whole if cell_len(word) > width - INSET or "://" in word}
        pages = set()
        for tty, options in islice(ways, 2 if width == WIDTHS[at % len(WIDTHS)] else 1):
            asked_for = options.format(width).split()
            page = answered(inside(*line, *asked_for, tty=tty, COLUMNS=str(width)), one.code)
            assert ("\x1b" in page) == tty
            pages.add(bare(page))
        (page,) = pages
        assert max(cell_len(drawn_line) for drawn_line in page.split("\n")) <= width
        broken = {part for part in words(page) - said if not any(part in one for one in long)}
        assert not broken, "not one word is broken, but one that no line has room for"
        if command != "list" or width == max(WIDTHS):  # it has a column that gives way
            assert not whole - words(page) - {"Δ"} - long, "not one word is lost"
        unbroken = "".join(page.split())
        assert all(word in unbroken for word in long)


def has_even_rows(text: str) -> bool:
    rows = list(csv.reader(io.StringIO(text)))
    return bool(rows) and len({len(row) for row in rows}) == 1


STARTS: Final = {"markdown": "# ", "html": "<!doctype html>\n", "json": "{"}


@pytest.mark.parametrize(("at", "command", "one", "lang"), ONCE, ids=lines(ONCE))
def test_other_formats_are_the_same_wherever_they_go(
    inside: Run, at: int, command: str, one: Asked, lang: str
) -> None:
    """Whatever the width, on a terminal or in a pipe."""
    elsewhere = cycle([(True, 100), (False, 60), (True, 40), (False, 100), (True, 60)])
    for form in UNWRAPPED:
        line = (*command.split(), *one.arguments, "--lang", lang, "--format", form)
        pipe = inside(*line, COLUMNS="40")
        fits = True
        if FORMATS[form].takes == "table":
            fits = one.table if one.table is not None else pipe.code != 2
        elif FORMATS[form].takes == "record":
            fits = command in ("show", "define") and pipe.code != 2
        if not fits and one.code != 2:
            assert (pipe.code, pipe.out, pipe.err.count("\n")) == (2, "", 1)
        elif one.code == 2:
            assert (pipe.code, pipe.out) == (2, "")
        else:
            text = answered(pipe, one.code)
            assert "\x1b" not in text
            assert text.startswith(STARTS.get(form, ""))
            assert form != "json" or json.loads(text)["schema"].startswith("roleguide.")
            assert form != "csv" or has_even_rows(text)
            assert form != "yaml" or [*node(text)._asdict()["entries"]]
        tty, width = next(islice(elsewhere, at % 5, None))
        assert inside(*line, tty=tty, COLUMNS=str(width)) == pipe


@pytest.mark.parametrize(("at", "command", "one", "lang"), ONCE, ids=lines(ONCE))
def test_a_pipe_is_neither_wrapped_nor_cut_nor_coloured(
    inside: Run, at: int, command: str, one: Asked, lang: str
) -> None:
    del at
    line = (*command.split(), *one.arguments, "--lang", lang)
    answer = inside(*line)
    assert answer.code == one.code
    assert inside(*line, COLUMNS="40") == answer
    for sign in ("…", "\x1b", "\r", "─", "│", "┃", "━"):
        assert sign not in answer.out
    if one.code != 2:
        answered(answer, one.code)


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(
    ("command", "argument"), [(name, one) for name, several in TEXTS.items() for one in several]
)
def test_a_text_keeps_to_its_width_and_every_word_is_whole(
    inside: Run, command: str, argument: str, lang: str
) -> None:
    line = (*filter(None, (command, argument)), "--lang", lang)
    whole = words(answered(inside(*line, *WIDE), 0)) - {"\\"}
    for width in WIDTHS:
        size = {"COLUMNS": str(width)}
        pages = {
            answered(answer, 0)
            for answer in (
                inside(*line, tty=True, **size),
                inside(*line, **size),
                inside(*line, "--width", str(width)),
                inside(*line, "--format", "plain", **size),
            )
        }
        (page,) = pages
        assert "\x1b" not in page
        long = [one for one in page.split("\n") if cell_len(one) > width and " " in one.strip()]
        assert not [one for one in long if not one.startswith("    ")], "but examples in YAML"
        assert words(page) - {"\\"} == whole
    for form in UNWRAPPED[1:]:
        refused = inside(*line, "--format", form)
        assert (refused.code, refused.out) == (2, "")


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("command", EXACT)
def test_what_has_one_form_is_the_same_wherever_it_goes(
    inside: Run, command: str, lang: str, tmp_path: Path
) -> None:
    line, form = (command, "--lang", lang), EXACT[command]
    text = answered(inside(*line), 0)
    assert json.loads(text)
    assert inside(*line, tty=True, COLUMNS="40").out == text
    assert inside(*line, "--format", form, "--width", "40").out == text
    assert inside(*line, "-o", f"it.{form}").out == ""
    assert (tmp_path / f"it.{form}").read_text("utf-8") == text
    for other in ("markdown", "html", "csv"):
        refused = inside(*line, "--format", other)
        assert (refused.code, refused.out) == (2, "")
        assert form.upper() in refused.err
