"""Where guides lie: standard input, pipes, files, folders; whether they are the same still."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.conftest import Answer, Run
from roleguide.guide_paths import GuidePath, compiled_files, is_stored

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are POSIX's")


def text(name: str) -> str:
    """A guide with a tool of this name."""
    return f"tools: {{smoker: {{name: {name}, family: selling-tools, definition: D}}}}\n"


def guide(path: Path, name: str) -> Path:
    """That guide in a file, as large and as old as any other."""
    path.write_text(text(name), encoding="utf-8")
    os.utime(path, (1, 1))
    return path


def compiled(path: Path | str) -> tuple[str, str]:
    """The file that a guide is compiled into, and its stamp."""
    paths: list[GuidePath] = [(str(path), None)]
    (found,) = compiled_files(paths, {"ROLEGUIDE_CACHE_DIR": "/cache"})
    return found


def moved(folder: Path) -> None:
    guide(folder / "new", "Bees").replace(folder / "acme.yaml")


def overwritten(folder: Path) -> None:
    guide(folder / "acme.yaml", "Bees")


def linked(folder: Path) -> None:
    guide(folder / "new", "Bees")
    (folder / "acme.yaml").unlink()
    (folder / "acme.yaml").symlink_to("new")


@pytest.mark.parametrize("change", [moved, overwritten, linked])
@pytest.mark.parametrize("way", ["acme.yaml", "."])
def test_another_file_of_equal_size_and_time_is_noticed(
    tmp_path: Path, change: Callable[[Path], None], way: str
) -> None:
    guide(tmp_path / "acme.yaml", "Wasp")
    before = compiled(tmp_path / way)
    assert compiled(tmp_path / way) == before
    change(tmp_path)
    assert compiled(tmp_path / way) != before


def test_a_guide_is_told_by_where_it_lies_and_what_it_is_called(tmp_path: Path) -> None:
    real = guide(tmp_path / "acme.yaml", "Wasp")
    (tmp_path / "far" / "in").mkdir(parents=True)
    (tmp_path / "link").symlink_to("far/in")
    other = guide(tmp_path / "far" / "acme.yaml", "Bees")
    (tmp_path / "other.yaml").symlink_to("acme.yaml")
    assert compiled(tmp_path / "far" / ".." / "acme.yaml") == compiled(real)
    assert compiled(f"{tmp_path}/link/../acme.yaml") == compiled(other)
    assert compiled(tmp_path / "other.yaml")[0] != compiled(real)[0]  # its id is another one


def test_only_files_and_folders_can_be_read_again(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    here = guide(tmp_path / "acme.yaml", "Wasp")
    stored: list[Path | str] = [here, tmp_path]
    streams: list[Path | str] = ["-", tmp_path / "pipe", "/dev/null", "", tmp_path / "gone"]
    assert [is_stored(path) for path in (*stored, *streams)] == [True] * 2 + [False] * 5
    assert [bool(compiled(path)[1]) for path in (*stored, *streams[:3])] == [True] * 2 + [False] * 3


@pytest.mark.parametrize("name", ["./-", "{folder}/-"])
def test_a_file_called_hyphen_is_a_file(inside: Callable[..., Answer], name: str) -> None:
    path = name.format(folder=Path.cwd())
    guide(Path("-"), "Wasp")
    assert inside("check", path).out == f"No faults in {path}\n"
    assert "Wasp" in inside("show", "smoker", "--guide", path).out


def test_a_hyphen_is_standard_input_whatever_lies_there(run: Run, tmp_path: Path) -> None:
    (tmp_path / "-").mkdir()
    guide(tmp_path / "-" / "a.yaml", "Wasp")
    assert run("check", "-", stdin="roles: []").out.startswith("-:1:8: roles: a list")
    assert "Bees" in run("show", "smoker", "--guide", "-", stdin=text("Bees")).out


def test_a_pipe_that_is_named_is_read(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "acme.yaml")
    with subprocess.Popen(["sh", "-c", 'printf %s "$0" > acme.yaml', text("Wasp")], cwd=tmp_path):
        assert "Wasp" in run("show", "smoker", "--guide", "acme.yaml").out
    assert "“honey”" in run("check", "/dev/stdin", stdin="honey").out


def test_completion_waits_for_no_pipe(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "config").mkdir()
    guide(tmp_path / "config" / "acme.yaml", "Wasp")
    streams = ["-", "pipe", "", "/dev/stdin", "gone"]
    before = [word for stream in streams for word in ("--guide", stream)]
    environ = {
        "COMP_WORDS": "\n".join(["roleguide", *before, "show", "smo"]),
        "COMP_CWORD": str(len(before) + 2),
        "ROLEGUIDE_PATH": ":".join(streams),
    }
    assert run(_ROLEGUIDE_COMPLETE="complete_bash", **environ).out == "smoker\n"


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("check", ["check", ""]),
        ("--guide", ["list", "--guide", ""]),
        ("--guide", ["list", "--guide="]),
        ("--guide", ["--guide", "", "list", "--guide", "acme.yaml"]),
        ("-o", ["list", "-o", ""]),
        ("-o", ["-o", "roles.csv", "list", "--output="]),
    ],
)
def test_an_empty_path_names_nothing(
    inside: Callable[..., Answer], name: str, arguments: list[str]
) -> None:
    guide(Path("acme.yaml"), "Wasp")
    answer = inside(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"The path given to {name} is empty; it names no file. See ")


@pytest.mark.parametrize("option", ["--format", "--color", "--width", "--lang"])
def test_an_empty_choice_is_none(inside: Callable[..., Answer], option: str) -> None:
    answer = inside("list", option, "")
    assert (answer.code, answer.out) == (2, "")
    assert 'not "".' in answer.err


def test_faults_are_told_in_json_where_the_answer_would_be(inside: Callable[..., Answer]) -> None:
    answer = inside("show", "nobody", "-o", "ANSWER.JSON")
    assert answer.err.startswith("{")
