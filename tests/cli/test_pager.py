"""The pager: real processes under a pseudo-terminal, and a pager that records what it got."""

from __future__ import annotations

import json
import os
import pty
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from cli.conftest import Run
from roleguide.cli import pager

COMPARE = ["compare", "sales-ops", "sales-director"]
NAMED = "ROLEGUIDE_PAGER"

RECORDS = """
import json, os, signal, sys
from pathlib import Path
here = Path(__file__).parent
(here / "got.bin").write_bytes(sys.stdin.buffer.read())
told = {"arguments": sys.argv[1:], "less": os.environ.get("LESS"), "terminal": os.isatty(1)}
told["interruptible"] = signal.getsignal(signal.SIGINT) is signal.default_int_handler
(here / "told.json").write_text(json.dumps(told))
print("the pager was here")
sys.exit(3)
"""
"""A pager that keeps what it was given, and has an exit code of its own."""

WAITS = """
import os, signal, sys
answer = sys.stdin.buffer.read()
signal.signal(signal.SIGINT, lambda *_: os.write(1, b"interrupted"))
os.write(1, b"ready")
while os.read(1, 10) != b"q\\n":  # the reader's keys come from the terminal
    pass
os.write(1, b"left")
"""
"""A pager that Ctrl-C does not end, and `q` does."""

LEAVES = "import sys; sys.stdin.buffer.read(10)"
"""A pager whose reader has seen enough after ten bytes."""

# A session of its own whose terminal is the pseudo-terminal, so that Ctrl-C reaches all of it.
START = """
import fcntl, os, sys, termios
fcntl.ioctl(1, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, "-m", "roleguide", *sys.argv[1:]])
"""


class Shown(NamedTuple):
    """What a run left on the terminal and on standard error."""

    code: int
    screen: bytes
    err: str


class Terminal:
    """A run on a pseudo-terminal; its standard error goes elsewhere."""

    def __init__(self, arguments: list[str], folder: Path, environ: dict[str, str]) -> None:
        self.master, slave = pty.openpty()
        self.screen = b""
        self._errors = folder / "errors"
        with self._errors.open("wb") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-c", START, *arguments],
                stdin=slave,
                stdout=slave,
                stderr=errors,
                cwd=folder,
                env=environ,
                start_new_session=True,
            )
        os.close(slave)

    def until(self, text: bytes) -> None:
        """Read the screen until something stands there."""
        while text not in self.screen:
            part = self._read()
            assert part, f"{text!r} never came: {self.screen!r}"
            self.screen += part

    def press(self, keys: bytes) -> None:
        os.write(self.master, keys)

    def end(self) -> Shown:
        """Read the screen until nobody writes there any more."""
        while part := self._read():
            self.screen += part
        code = self.process.wait(timeout=60)
        err = self._errors.read_text("utf-8")
        assert "Traceback" not in err, err
        return Shown(code, self.screen.replace(b"\r\n", b"\n"), err)

    def _read(self) -> bytes:
        try:
            return os.read(self.master, 65536)
        except OSError:  # how Linux says that the other end is closed
            return b""

    def close(self) -> None:
        os.close(self.master)
        self.process.kill()
        self.process.wait()


Start = Callable[..., Terminal]


@pytest.fixture
def start(environ: dict[str, str], tmp_path: Path) -> Iterator[Start]:
    """Start the program on a terminal of 80 columns."""
    started = []

    def on_terminal(*arguments: str, **extra: str) -> Terminal:
        size = {"COLUMNS": "80", "TERM": "xterm-256color"}
        started.append(Terminal([*arguments], tmp_path, {**environ, **size, **extra}))
        return started[-1]

    yield on_terminal
    for terminal in started:
        terminal.close()


def script(folder: Path, text: str, *arguments: str) -> str:
    """The command of a pager that is a small program, in a folder whose name needs quoting."""
    path = folder / "the pager's" / "pager.py"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return shlex.join([sys.executable, str(path), *arguments])


@pytest.fixture
def records(tmp_path: Path) -> str:
    return script(tmp_path, RECORDS)


def got(folder: Path) -> bytes:
    return (folder / "the pager's" / "got.bin").read_bytes()


def told(folder: Path) -> dict[str, Any]:
    found = json.loads((folder / "the pager's" / "told.json").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def was_started(folder: Path) -> bool:
    return (folder / "the pager's" / "got.bin").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(COMPARE, id="compare"),
        pytest.param([*COMPARE, "--lang", "fr"], id="french"),
        pytest.param([*COMPARE, "--color", "never"], id="no colour"),
        pytest.param([*COMPARE, "--format", "plain"], id="plain"),
        pytest.param(["list"], id="list"),
    ],
)
def test_the_pager_gets_what_the_terminal_would_have(
    start: Start, tmp_path: Path, records: str, arguments: list[str]
) -> None:
    without = start(*arguments).end()
    assert not was_started(tmp_path)
    assert start(*arguments, **{NAMED: records}).end() == (0, b"the pager was here\n", "")
    assert got(tmp_path) == without.screen
    assert told(tmp_path)["terminal"]


def test_colour_is_kept(start: Start, tmp_path: Path, records: str) -> None:
    start(*COMPARE, **{NAMED: records}).end()
    assert b"\x1b[" in got(tmp_path)


@pytest.mark.parametrize("value", ["", "  "], ids=["empty", "blank"])
def test_an_empty_name_is_no_pager(start: Start, value: str) -> None:
    shown = start("define", "cro", **{NAMED: value}).end()
    assert shown == start("define", "cro").end()
    assert shown.screen


def test_accessible_answers_are_paged_too(start: Start, tmp_path: Path, records: str) -> None:
    assert start("define", "cro", ACCESSIBLE="1", **{NAMED: records}).end().code == 0
    assert got(tmp_path)


def test_the_command_is_split_as_a_shell_does_but_by_none(start: Start, tmp_path: Path) -> None:
    arguments = ["two words", "$HOME", "*", "|", ";"]
    start("define", "cro", **{NAMED: script(tmp_path, RECORDS, *arguments)}).end()
    assert told(tmp_path)["arguments"] == arguments


@pytest.mark.parametrize(
    ("own", "seen"), [(None, "FRX"), ("-S", "-S"), ("", "")], ids=["unset", "set", "set empty"]
)
def test_less_keeps_the_options_that_its_user_chose(
    start: Start, tmp_path: Path, records: str, own: str | None, seen: str
) -> None:
    extra = {} if own is None else {"LESS": own}
    start("define", "cro", **{NAMED: records}, **extra).end()
    assert told(tmp_path)["less"] == seen


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param([*COMPARE, "--exit-code"], 1, id="different"),
        pytest.param(["search", "zzzz"], 1, id="nothing found"),
        pytest.param(["search", "forecast"], 0, id="found"),
    ],
)
def test_the_exit_code_is_the_commands_own(
    start: Start, tmp_path: Path, records: str, arguments: list[str], code: int
) -> None:
    assert start(*arguments, **{NAMED: records}).end().code == code
    assert was_started(tmp_path)


MESSAGES = {
    "en": "The pager that ROLEGUIDE_PAGER names could not be started: {}\n",
    "fr": "Le pagineur que désigne ROLEGUIDE_PAGER n’a pas pu démarrer\u00a0: {}\n",
}


@pytest.mark.parametrize(
    ("command", "language"),
    [
        pytest.param("no-such-pager -R", "fr", id="missing"),
        pytest.param("/", "en", id="folder"),
        pytest.param("./not-a-program", "fr", id="not executable"),
        pytest.param("less 'R", "en", id="quotation without an end"),
        pytest.param("''", "en", id="nothing quoted"),
    ],
)
def test_a_pager_that_cannot_start_is_named_after_the_answer(
    inside: Run, tmp_path: Path, command: str, language: str
) -> None:
    (tmp_path / "not-a-program").write_text("words", encoding="utf-8")
    arguments = ["compare", "sales-ops", "sdr", "--exit-code", "--lang", language]
    without = inside(*arguments, tty=True)
    shown = inside(*arguments, tty=True, **{NAMED: command})
    assert shown == (1, without.out, MESSAGES[language].format(command))


def test_on_a_terminal_too(start: Start) -> None:
    arguments = ["compare", "sales-ops", "sdr", "--exit-code"]
    without = start(*arguments).end()
    shown = start(*arguments, **{NAMED: "no-such-pager"}).end()
    assert shown == (1, without.screen, MESSAGES["en"].format("no-such-pager"))


def test_a_reader_who_leaves_early_hears_nothing(start: Start, tmp_path: Path) -> None:
    """The answer is longer than a pipe holds, so that writing it does fail."""
    senses = ", ".join(f"{{meaning: 'Sense {at} {'long ' * 300}'}}" for at in range(150))
    (tmp_path / "long.yaml").write_text(
        f"terms: {{word: {{name: Word, senses: [{senses}]}}}}", encoding="utf-8"
    )
    arguments = ["define", "word", "--guide", "long.yaml"]
    assert len(start(*arguments).end().screen) > 2 * 65536
    shown = start(*arguments, **{NAMED: script(tmp_path, LEAVES)}).end()
    assert shown == (0, b"", "")


def test_ctrl_c_is_the_pagers(start: Start, tmp_path: Path) -> None:
    terminal = start(*COMPARE, **{NAMED: script(tmp_path, WAITS)})
    terminal.until(b"ready")
    terminal.press(b"\x03")
    terminal.until(b"interrupted")
    assert terminal.process.poll() is None
    terminal.press(b"q\n")
    terminal.until(b"left")
    shown = terminal.end()
    assert (shown.code, shown.err) == (0, "")


def test_ctrl_c_can_end_the_pager(start: Start, tmp_path: Path, records: str) -> None:
    start("define", "cro", **{NAMED: records}).end()
    assert told(tmp_path)["interruptible"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param([*COMPARE, "--format", "json"], 0, id="json"),
        pytest.param(["list", "--format", "csv"], 0, id="csv"),
        pytest.param([*COMPARE, "--format", "html"], 0, id="html"),
        pytest.param([*COMPARE, "--format", "markdown"], 0, id="markdown"),
        pytest.param([*COMPARE, "-o", "answer.txt"], 0, id="file"),
        pytest.param([*COMPARE, "-o", "answer", "--format", "terminal"], 0, id="drawn in a file"),
        pytest.param([*COMPARE, "-o", "-"], 0, id="standard output by name"),
        pytest.param(["check"], 0, id="check"),
        pytest.param(["check", "faulty.yaml"], 1, id="faults"),
        pytest.param(["show", "nobody"], 2, id="error"),
        pytest.param(["--help"], 0, id="help"),
        pytest.param(["--version"], 0, id="version"),
    ],
)
def test_only_answers_to_be_read_are_paged(
    inside: Run, tmp_path: Path, records: str, arguments: list[str], code: int
) -> None:
    (tmp_path / "faulty.yaml").write_text("roles: {a: 1}\n", encoding="utf-8")
    assert inside(*arguments, tty=True, **{NAMED: records}).code == code
    assert not was_started(tmp_path)
    inside("define", "cro", tty=True, **{NAMED: records})
    assert was_started(tmp_path)


@pytest.mark.parametrize(
    "options",
    [[], ["--format", "terminal"], ["--format", "plain"], ["--width", "90"], ["--color", "always"]],
    ids=["bare", "terminal", "plain", "width", "color"],
)
def test_in_a_pipe_there_is_no_pager(
    inside: Run, tmp_path: Path, records: str, options: list[str]
) -> None:
    assert inside(*COMPARE, *options, **{NAMED: records}) == inside(*COMPARE, *options)
    assert not was_started(tmp_path)


@pytest.mark.parametrize(
    ("less", "command", "kept"),
    [
        (None, "less", True),
        ("", "less", False),
        ("-i", "less", False),
        ("FRX", "/usr/bin/less", True),
        ("-i -r", "less", True),
        ("--RAW-CONTROL-CHARS", "less", True),
        ("--quit-at-eof --raw", "less", True),
        ("--use-color", "less", False),
        ("-i", "less -R", True),
        ("R", "less -+R", False),
        ("-+iR", "less", False),
        ("-+i -R", "less", True),
        # The text of an option is no option.
        ("-PR", "less", False),
        ("-P%R$-R", "less", True),
        ("--prompt=R$-i", "less", False),
        ("-i", "less -P R", False),
        ("-j.5 -x4,8 -iMR", "less", True),
        # Other pagers know what they can show.
        ("-i", "more", True),
        ("-i", "less 'R", True),
    ],
)
def test_less_gets_colours_only_where_it_shows_them(
    less: str | None, command: str, *, kept: bool
) -> None:
    assert pager.keeps_color(command, {} if less is None else {"LESS": less}) == kept


@pytest.mark.parametrize(
    ("less", "options", "colored"),
    [("-i", [], False), ("-iR", [], True), ("-i", ["--color", "always"], True)],
    ids=["without R", "with R", "insisted on"],
)
def test_no_sequence_stands_bare_in_less(
    start: Start, tmp_path: Path, less: str, options: list[str], *, colored: bool
) -> None:
    own = tmp_path / "less"
    own.write_text(f"#!{sys.executable}\n{RECORDS}", encoding="utf-8")
    own.chmod(0o755)
    start(*COMPARE, *options, **{NAMED: str(own), "LESS": less}).end()
    assert (b"\x1b[" in (tmp_path / "got.bin").read_bytes()) == colored
