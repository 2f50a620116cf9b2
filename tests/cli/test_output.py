"""What is said while something takes long, and how a process ends."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from screens import shown

from cli.conftest import Run
from roleguide.cli import output
from roleguide.cli.output import Progress


class Stream(io.TextIOWrapper):
    """A stream in memory, perhaps a terminal."""

    def __init__(self, *, tty: bool) -> None:
        self.bytes = io.BytesIO()
        self.tty = tty
        super().__init__(self.bytes, "utf-8")

    def isatty(self) -> bool:
        return self.tty


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """A clock that goes forward when it is told to."""
    now = [0.0]

    def forward(seconds: float) -> None:
        now[0] += seconds

    monkeypatch.setattr("roleguide.cli.output.time.monotonic", lambda: now[0])
    return forward


def said(monkeypatch: pytest.MonkeyPatch, work: Callable[[Progress], None], *, tty: bool) -> str:
    """What a stretch of work says on standard error; standard output stays clean."""
    out, err = Stream(tty=True), Stream(tty=tty)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        with Progress(lambda: "Reading …") as progress:
            work(progress)
    assert out.bytes.getvalue() == b""
    return err.bytes.getvalue().decode()


def test_what_takes_longer_than_half_a_second_says_so_once_and_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, clock: Callable[[float], None]
) -> None:
    def work(progress: Progress) -> None:
        for _ in range(5):
            progress()
            clock(0.2)

    text = said(monkeypatch, work, tty=True)
    assert text.count("Reading …") == 1
    assert "".join(shown(text, 80).text) == ""


def test_what_is_done_takes_the_place_of_what_was_done(
    monkeypatch: pytest.MonkeyPatch, clock: Callable[[float], None]
) -> None:
    def work(progress: Progress) -> None:
        clock(1)
        progress(lambda: "Page 900")
        progress(lambda: "Page 50")

    text = said(monkeypatch, work, tty=True)
    before, last, _ = text.partition("Page 50")
    assert "".join(shown(before, 80).text) == ""
    assert "".join(shown(before + last, 80).text).strip() == "Page 50"
    assert "".join(shown(text, 80).text) == ""


def test_what_is_quick_says_nothing(
    monkeypatch: pytest.MonkeyPatch, clock: Callable[[float], None]
) -> None:
    def work(progress: Progress) -> None:
        clock(0.4)
        progress()
        clock(9)

    assert said(monkeypatch, work, tty=True) == ""


def test_where_no_terminal_listens_nothing_is_said(
    monkeypatch: pytest.MonkeyPatch, clock: Callable[[float], None]
) -> None:
    def work(progress: Progress) -> None:
        clock(9)
        progress()

    assert said(monkeypatch, work, tty=False) == ""


def ended(environ: dict[str, str], folder: Path, before: str, *arguments: str) -> bytes:
    """What a process writes that would say so, were it torn down."""
    code = (
        "import atexit, os, sys, types;"
        "atexit.register(lambda: os.write(1, b'torn down'));"
        f"{before}"
        "from roleguide.__main__ import run; run()"
    )
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        cwd=folder,
        env=environ,
        check=True,
    ).stdout


def test_a_process_ends_at_once_but_with_everything_written(
    run: Run, environ: dict[str, str], tmp_path: Path
) -> None:
    """More than a pipe holds; under coverage, whose figures are written last, it is torn down."""
    arguments = ("define", "--format", "json")
    whole = run(*arguments).out.encode()
    assert len(whole) > 65536
    assert ended(environ, tmp_path, "", *arguments) == whole
    covered = "sys.modules['coverage'] = types.ModuleType('coverage');"
    assert ended(environ, tmp_path, covered, *arguments) == whole + b"torn down"


def test_only_the_entry_point_ends_the_process() -> None:
    source = Path(output.__file__).parents[1]
    ending = [
        path.name
        for path in source.rglob("*.py")
        if any(word in path.read_text("utf-8") for word in ("os._exit(", "sys.exit("))
    ]
    assert ending == ["__main__.py"]
