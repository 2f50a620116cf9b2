"""Files that `-o` names: what is replaced, what is written in place, what is refused."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.conftest import Answer, Run

ASKED = ("define", "cro", "--format", "markdown", "-o")


def shell(line: str, environ: dict[str, str], folder: Path) -> Answer:
    """Run a line in a shell, where `roleguide` is the program under test."""
    program = f'roleguide() {{ "{sys.executable}" -m roleguide "$@"; }}; {line}'
    done = subprocess.run(
        ["bash", "-c", program],
        capture_output=True,
        cwd=folder,
        env=environ,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    ("redirected", "name"),
    [
        (">>", "/dev/stdout"),
        (">", "/dev/fd/1"),
        (">>", "link"),
        (">", "folder/1"),
        (">>", "//proc/../proc/./thread-self/fd/1"),
    ],
)
def test_what_leads_to_an_open_descriptor_is_written_in_place(
    environ: dict[str, str], tmp_path: Path, redirected: str, name: str
) -> None:
    """What the shell wrote before stands before the answer, what it writes after, after it."""
    (tmp_path / "link").symlink_to("second")
    (tmp_path / "second").symlink_to("/dev/stdout")
    (tmp_path / "folder").symlink_to("/dev/fd")
    (tmp_path / "log").write_text("precious\n" if redirected == ">>" else "old\n", encoding="utf-8")
    before = "" if redirected == ">>" else "echo precious;"
    line = f"{{ {before} roleguide {' '.join(ASKED)} {name}; echo after; }} {redirected} log"
    assert shell(line, environ, tmp_path) == (0, "", "")
    text = (tmp_path / "log").read_text("utf-8")
    assert text.startswith("precious\n# CRO\n")
    assert text.endswith("\nafter\n")
    assert "old" not in text


def test_the_descriptor_of_another_process_is_written_after_what_is_there(
    environ: dict[str, str], tmp_path: Path
) -> None:
    line = f"exec 7>>log; echo precious >&7; roleguide {' '.join(ASKED)} /proc/$$/fd/7"
    assert shell(line, environ, tmp_path) == (0, "", "")
    assert (tmp_path / "log").read_text("utf-8").startswith("precious\n# CRO\n")


def test_a_pipe_and_a_link_to_it_are_written_to(inside: Callable[..., Answer]) -> None:
    os.mkfifo("pipe")
    Path("link").symlink_to("pipe")
    got: list[str] = []
    for name in ("pipe", "link"):
        reader = threading.Thread(target=lambda: got.append(Path("pipe").read_text("utf-8")))
        reader.start()
        assert inside(*ASKED, name) == (0, "", "")
        reader.join(60)
    assert got[0] == got[1]
    assert got[0].startswith("# CRO\n")
    assert stat.S_ISFIFO(Path("pipe").stat().st_mode)


def test_a_reader_that_goes_away_is_silent_here_too(
    environ: dict[str, str], tmp_path: Path
) -> None:
    line = "roleguide define --format json -o /dev/stdout | head -c 1; exit ${PIPESTATUS[0]}"
    assert shell(line, environ, tmp_path) == (141, "{", "")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("/dev/full", "No space left on device"),
        ("/dev/fd/99", "Bad file descriptor"),
        ("/dev/fd/1234567890", "No such file or directory"),
        ("/proc/self/fd/none", "No such file or directory"),
        ("circle", "Too many levels of symbolic links"),
        ("circle/in.md", "Too many levels of symbolic links"),
        ("nowhere/in.md", "No such file or directory"),
    ],
)
def test_what_cannot_be_written_is_said_in_a_line(
    inside: Callable[..., Answer], name: str, reason: str
) -> None:
    Path("circle").symlink_to("circle")
    message = f"{name} was not written: {reason}. Name another file with -o.\n"
    assert inside(*ASKED, name) == (2, "", message)


@pytest.mark.parametrize("mode", [0o444, 0o400, 0o555, 0o466])
def test_a_read_only_file_is_refused_whoever_asks(inside: Callable[..., Answer], mode: int) -> None:
    file = Path("kept.md")
    file.write_text("keep", encoding="utf-8")
    file.chmod(mode)
    Path("link.md").symlink_to(file)
    for name in ("kept.md", "link.md"):
        message = f"{name} was not written: it is read-only. Name another file with -o.\n"
        assert inside(*ASKED, name) == (2, "", message)
    assert file.read_text("utf-8") == "keep"
    assert sorted(path.name for path in Path().iterdir()) == ["kept.md", "link.md"]


@pytest.mark.parametrize("name", ["x" * 250, "é" * 126, "x", "a b"])
def test_a_name_may_be_as_long_as_the_system_allows(
    inside: Callable[..., Answer], name: str
) -> None:
    assert inside(*ASKED, f"{name}.md") == (0, "", "")
    assert [path.name for path in Path().iterdir()] == [f"{name}.md"]


def test_a_link_is_kept_and_the_mode_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link.md").symlink_to("there/file.md")
    assert run(*ASKED, "link.md").code == 0
    file = tmp_path / "there" / "file.md"
    file.chmod(0o640)
    assert run(*ASKED, "link.md").code == 0
    assert (tmp_path / "link.md").is_symlink()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
