"""The program as a process, and as a function."""

from __future__ import annotations

import io
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from roleguide import __main__
from roleguide.cli.spec import SPEC
from roleguide.site.shell import File

COMMANDS = {path: command for path, command in SPEC.commands.items() if path}


class Answer(NamedTuple):
    """What a run printed and returned."""

    code: int
    out: str
    err: str


Run = Callable[..., Answer]

COVERED: Final = {n: v for n, v in os.environ.items() if n.startswith("COVERAGE_PROCESS_")}
"""What has a process measure its coverage; to do so takes it twice the time."""


ADVERTISEMENT: Final = """Account Executive - Lyon

Your tasks
- You lead each sale from discovery to the signature
- You negotiate price and term with procurement
- You forecast your own deals every week
- You carry a personal quota of new business
- You present the offer and answer objections
Fixed pay plus commission; you report to the Head of Sales.
"""
"""An advertisement, where an example reads one."""


PROFILE: Final = """profile:
  now: sales-ops
  roles: {sales-ops: 2, sdr: 1}
  skills: {data-analysis: {level: 5, evidence: "the model of the forecast"}}
  activities: {discovery: owns, deal-strategy: does, sales-forecast: helps}
  wants: {stage: [backstage], contexts: [startup]}
  refuses: {travel: true}
"""
"""A profile, where an example reads one."""


def typed(example: str) -> tuple[list[str], str | None]:
    """The arguments of an example as a shell reads it, and standard input where a file is read."""
    words = shlex.split(example)[1:]
    words = words[: next((at for at, word in enumerate(words) if word in ("|", "||")), None)]
    if "<" in words:
        return words[: words.index("<")], ADVERTISEMENT if words[
            0
        ] == "ad" else "Account Executive\n"
    return words, None


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of compiled guides, shared so that each process and each worker finds them."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "cache"
    folder.mkdir(exist_ok=True)
    return folder


def quiet(folder: Path, cache: Path) -> dict[str, str]:
    """An environment in which nothing of the machine's user speaks."""
    environ = {n: v for n, v in os.environ.items() if n in ("PATH", "HOME", "SYSTEMROOT")}
    environ["ROLEGUIDE_CONFIG_DIR"] = str(folder / "config")
    environ["ROLEGUIDE_CACHE_DIR"] = str(cache)
    environ["PYTHONUTF8"] = "1"
    return environ


@pytest.fixture
def environ(tmp_path: Path, cache: Path) -> dict[str, str]:
    """An environment in which nothing of the machine's user speaks."""
    return quiet(tmp_path, cache)


@pytest.fixture
def run(environ: dict[str, str], tmp_path: Path) -> Run:
    """Run the program as a process of its own, in an empty folder."""

    def start(*arguments: str, stdin: str | None = None, **extra: str) -> Answer:
        done = subprocess.run(
            [sys.executable, "-m", "roleguide", *arguments],
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env={**environ, **extra},
            timeout=60,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Answer(done.returncode, done.stdout, done.stderr)

    return start


class _Stdout(io.TextIOWrapper):
    """A standard output in memory, which may say that it is a terminal."""

    tty = False

    def isatty(self) -> bool:
        return self.tty


@pytest.fixture(autouse=True)
def few_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """What holds of all commands is tested without the thousands of pages of a site."""
    start_page = [File("index.html", b"<!doctype html>")]
    monkeypatch.setattr("roleguide.cli.commands.site.files", lambda *_: iter(start_page))


@pytest.fixture
def inside(
    environ: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Answer]:
    """Run the program inside this process, for a terminal (`tty=True`) or a pipe.

    All that a process does but end; ten times as fast.
    """
    for name in os.environ.keys() - environ.keys():
        monkeypatch.delenv(name)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)

    def start(*arguments: str, tty: bool = False, stdin: str | None = None, **extra: str) -> Answer:
        out, err = (_Stdout(io.BytesIO(), "utf-8", "backslashreplace") for _ in range(2))
        out.tty = tty
        with monkeypatch.context() as patch:
            patch.setattr(sys, "argv", ["roleguide", *arguments])
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((stdin or "").encode())))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            for name, value in extra.items():
                patch.setenv(name, value)
            code = __main__._answer()
        texts = []
        for stream in (out, err):
            stream.flush()
            assert isinstance(stream.buffer, io.BytesIO)
            texts.append(stream.buffer.getvalue().decode())
        return Answer(code, *texts)

    return start
