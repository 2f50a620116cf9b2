"""The files of a stack of guides: whatever befalls one of them, the answer is right."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from test_store import DAMAGES, ENGLISH, NAMES, ROLE, Killed, answer, cached, environ, small

from roleguide import compilation, guide_paths
from roleguide.catalog import Catalog
from roleguide.errors import FaultyGuide
from roleguide.guide_paths import compiled_files, guides_in_effect
from roleguide.reading import guide as reading
from roleguide.store import SEAL, Store, stack, writing

__all__ = ["environ", "small"]

GUIDES = [
    ROLE,
    "roles: {tester: {extends: tester, title: Middle Tester}}\n",
    "roles: {tester: {extends: tester, title: Upper Tester}}\n",
]
"""Each extends the role of the one below it, and hides it."""

RIGHT = {
    "roleguide/tester": "Tester",
    "middle/tester": "Middle Tester",
    "tester": "Upper Tester",
}


@pytest.fixture
def sources(small: Path, environ: dict[str, str], tmp_path: Path) -> list[Path]:
    """The files of the small guide and of two above it, in effect."""
    found = [small / "roles.yaml", tmp_path / "middle.yaml", tmp_path / "upper.yaml"]
    for file, content in zip(found, GUIDES, strict=True):
        file.write_text(content, encoding="utf-8")
    environ["ROLEGUIDE_PATH"] = os.pathsep.join(map(str, found[1:]))
    return found


def told(catalog: Catalog) -> dict[str, str]:
    """The titles of the role, each from another file."""
    return {name: catalog.role(name, ENGLISH).role.title.text["en"] for name in RIGHT}


def named(environ: dict[str, str]) -> list[tuple[str, str]]:
    """The compiled files of the guides in effect, with their stamps, the lowest first."""
    return compiled_files(guides_in_effect([], environ), environ)


def made(environ: dict[str, str]) -> list[tuple[int, int]]:
    """What changes whenever one of them is written."""
    states = (Path(file).stat() for file, _ in named(environ))
    return [(state.st_ino, state.st_mtime_ns) for state in states]


def are_whole(environ: dict[str, str]) -> bool:
    """Whether all files are there, sound and current."""
    stores = [*stack.current_stores(named(environ))]
    return len(stores) == len(GUIDES) and all(map(compilation._is_whole, stores))


@pytest.mark.usefixtures("sources")
def test_each_guide_has_a_file_and_each_file_is_used_again(environ: dict[str, str]) -> None:
    assert told(answer(environ)) == RIGHT
    assert sorted(Path(file) for file, _ in named(environ)) == cached(environ)
    before = made(environ)
    assert told(answer(environ)) == RIGHT
    assert made(environ) == before
    assert are_whole(environ)


def test_stacks_share_the_files_that_they_have_in_common(
    environ: dict[str, str], sources: list[Path]
) -> None:
    for at, path in enumerate(("", str(sources[1]), environ["ROLEGUIDE_PATH"]), 1):
        before = cached(environ) if at > 1 else []
        assert (
            answer({**environ, "ROLEGUIDE_PATH": path}).guides[1:] == ["middle", "upper"][: at - 1]
        )
        assert {*before} < {*cached(environ)}
        assert len(cached(environ)) == at


def test_stacks_with_a_guide_in_different_places_leave_each_other_their_files(
    environ: dict[str, str], sources: list[Path]
) -> None:
    answer(environ)
    before = made(environ)
    short = {**environ, "ROLEGUIDE_PATH": str(sources[2])}
    assert answer(short).guides == ["roleguide", "upper"]
    assert told(answer(environ)) == RIGHT
    assert made(environ) == before


@pytest.mark.usefixtures("sources")
def test_two_versions_of_the_program_leave_each_other_their_files(
    environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(environ)
    before = made(environ)
    with monkeypatch.context() as patch:
        patch.setattr(guide_paths, "__version__", "99.0")
        assert told(answer(environ)) == RIGHT
        assert are_whole(environ)
    assert made(environ) == before
    assert len(cached(environ)) == 2 * len(GUIDES)


@pytest.mark.parametrize("at", range(3))
def test_a_changed_guide_is_compiled_again_with_what_stands_on_it(
    environ: dict[str, str], sources: list[Path], at: int
) -> None:
    answer(environ)
    before = made(environ)
    changed = GUIDES[at].replace("title: ", "title: New ")
    sources[at].write_text(changed, encoding="utf-8")
    name = list(RIGHT)[at]
    assert told(answer(environ)) == {**RIGHT, name: f"New {RIGHT[name]}"}
    assert [old == new for old, new in zip(before, made(environ), strict=True)] == [
        below < at for below in range(3)
    ]
    assert len(cached(environ)) == len(GUIDES)


def test_what_a_guide_takes_over_changes_with_the_guide_below(
    environ: dict[str, str], sources: list[Path]
) -> None:
    """Also through a guide in between, and where it was compiled by itself before."""
    answer(environ)
    sources[0].write_text(ROLE.replace("level: manager", "level: director"), encoding="utf-8")
    answer({**environ, "ROLEGUIDE_PATH": ""})
    assert answer(environ).entry("tester").role.level.low == "director"
    sources[1].write_text(GUIDES[1].replace("{extends", "{mission: M, extends"), encoding="utf-8")
    assert answer(environ).entry("tester").role.mission["en"] == "M"


def test_what_a_guide_no_longer_has_is_no_longer_hidden_below(
    environ: dict[str, str], sources: list[Path]
) -> None:
    answer(environ)
    sources[2].write_text("terms: {}\n", encoding="utf-8")
    assert answer(environ).head("tester").role.title.text["en"] == "Middle Tester"
    assert answer(environ).users("skills", "data-analysis") == ["tester"]


@pytest.mark.parametrize("at", range(3))
def test_a_fault_below_or_above_is_told_with_its_line(
    environ: dict[str, str], sources: list[Path], at: int
) -> None:
    answer(environ)
    sources[at].write_text(GUIDES[at] + "tools: {hammer: {name: Hammer}}\n", encoding="utf-8")
    with pytest.raises(FaultyGuide) as error:
        answer(environ)
    fault = error.value.faults[0]
    assert (fault.file, fault.line) == (str(sources[at]), GUIDES[at].count("\n") + 1)


def test_a_fault_in_what_was_taken_over_is_told_where_it_is_written(
    environ: dict[str, str], sources: list[Path]
) -> None:
    answer(environ)
    """The guide in the middle takes a skill over that the upper one leaves without its level."""
    sources[1].write_text(GUIDES[1].replace("}}", ", skills: {rigour: 3}}}"), encoding="utf-8")
    with pytest.raises(FaultyGuide) as error:
        answer(environ)
    assert {(fault.file, fault.line) for fault in error.value.faults} == {(str(sources[1]), 1)}


def _damages() -> Iterator[tuple[Callable[[Path], object], str]]:
    """All but a folder in the way, which nothing can replace."""
    yield from ((d, i) for d, i in zip(DAMAGES, NAMES, strict=True) if i != "folder")


@pytest.mark.usefixtures("sources")
def test_a_folder_in_the_way_of_a_file_is_done_without(environ: dict[str, str]) -> None:
    for file, _ in named(environ):
        Path(file).unlink(missing_ok=True)
        Path(file).mkdir(parents=True)
        assert told(answer(environ)) == RIGHT


@pytest.mark.parametrize("at", range(3))
@pytest.mark.parametrize("damage", [pytest.param(d, id=i) for d, i in _damages()])
@pytest.mark.usefixtures("sources")
def test_damage_is_mended_from_that_file_on(
    environ: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
    damage: Callable[[Path], object],
    at: int,
) -> None:
    """Whatever a run looks at is right; all that is damaged is found where something is not."""
    from roleguide.cli.main import main  # noqa: PLC0415 — after the data folder was replaced

    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    shown = [["show", name, "--format", "json", "--lang", "en"] for name in RIGHT]
    assert [main(each) for each in shown] == [0, 0, 0]
    right = capfdbinary.readouterr().out
    before = made(environ)
    damage(Path(named(environ)[at][0]))
    assert [main(each) for each in shown] == [0, 0, 0]
    assert capfdbinary.readouterr() == (right, b"")
    assert main(["show", "nobody"]) == 2
    assert are_whole(environ)
    kept = [old == new for old, new in zip(before, made(environ), strict=True)]
    assert kept == [below < at for below in range(3)]


@pytest.mark.parametrize("at", range(3))
@pytest.mark.usefixtures("sources")
def test_what_was_written_wrong_is_written_again(
    environ: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
    at: int,
) -> None:
    """Where no seal tells which file it is, all are."""
    from roleguide.cli.main import main  # noqa: PLC0415 — likewise

    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    answer(environ)
    file = Path(named(environ)[at][0])
    file.write_bytes(file.read_bytes().replace(b"Finds what", b"Hides what"))
    with file.open("rb+") as opened:
        opened.truncate(file.stat().st_size - SEAL)
    writing._seal(str(file))
    assert are_whole(environ)
    before = made(environ)
    assert main(["show", list(RIGHT)[at]]) == 0
    assert b"Finds what is broken." in capfdbinary.readouterr().out
    assert not {*before} & {*made(environ)}


def _steps() -> Iterator[tuple[str, object, str]]:
    """What happens between one file and the next, in turn."""
    yield "open", stack, "open_store"
    yield "read", reading, "read_guide"
    yield "connect", sqlite3, "connect"
    yield "hides", Store, "hides"
    yield "hide", Store, "hide"
    yield "fill", writing, "_fill"
    yield "seal", writing, "_seal"
    yield "replace", os, "replace"
    yield "sweep", writing, "_sweep"


@pytest.mark.usefixtures("sources")
@pytest.mark.parametrize("error", [Killed, OSError, sqlite3.OperationalError])
@pytest.mark.parametrize(("owner", "name"), [pytest.param(o, n, id=i) for i, o, n in _steps()])
def test_a_run_that_dies_between_two_files_harms_nobody(
    environ: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    owner: Any,
    name: str,
    error: type[BaseException],
) -> None:
    """At each step of each file; whatever it says then, the next run finds what is right."""
    real, left = getattr(owner, name), [0]

    def failing(*arguments: Any, **options: Any) -> Any:
        left[0] -= 1
        if left[0] == 0:
            raise error("disk")
        return real(*arguments, **options)

    at, dying = 0, True
    while dying:
        for file in cached(environ) if at else ():
            file.unlink()
        at += 1
        left[0] = at
        with monkeypatch.context() as patch:
            patch.setattr(owner, name, failing)
            with suppress(error):
                assert told(answer(environ)) == RIGHT
        dying = left[0] <= 0
        assert told(answer(environ)) == RIGHT
        assert are_whole(environ)
    assert at > 1


@pytest.mark.parametrize("at", range(3))
@pytest.mark.parametrize("table", ["record", "hides", "written", "used", "words", "meta"])
@pytest.mark.usefixtures("sources")
def test_a_run_that_is_killed_in_one_file_leaves_those_below_it(
    environ: dict[str, str], monkeypatch: pytest.MonkeyPatch, table: str, at: int
) -> None:
    class Dying(sqlite3.Connection):
        def executemany(self, statement: str, rows: Any, /) -> sqlite3.Cursor:
            super().executemany(statement, rows)
            if f"INTO {table} " in statement:
                die()
            return self.cursor()

        def execute(self, statement: str, values: Any = (), /) -> sqlite3.Cursor:
            if f"INTO {table} " in statement:
                die()
            return super().execute(statement, values)

    written = []

    def die() -> None:
        written.append(table)
        if len(written) > at:
            raise Killed(table)

    real = sqlite3.connect
    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", lambda *a, **k: real(*a, **{**k, "factory": Dying}))
        with pytest.raises(Killed):
            answer(environ)
    assert sorted(file.suffix for file in cached(environ)) == [*[".sqlite"] * at, ".tmp"]
    below = [Path(file).stat().st_ino for file, _ in named(environ)[:at]]
    assert told(answer(environ)) == RIGHT
    assert [Path(file).stat().st_ino for file, _ in named(environ)[:at]] == below


def test_a_guide_below_that_changes_meanwhile_is_noticed_by_the_next_run(
    environ: dict[str, str], sources: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another run compiles the guide at the bottom anew while this one is about to stand on it."""
    real = reading.read_guide

    def slow(path: Any, *arguments: Any) -> Any:
        if path == str(sources[1]) and "New" not in sources[0].read_text("utf-8"):
            sources[0].write_text(ROLE.replace("title: ", "title: New "), encoding="utf-8")
            assert answer(environ).head("tester").role.title.text["en"] == "Upper Tester"
        return real(path, *arguments)

    monkeypatch.setattr(reading, "read_guide", slow)
    assert told(answer(environ)) == RIGHT
    assert told(answer(environ)) == {**RIGHT, "roleguide/tester": "New Tester"}
    assert are_whole(environ)


@pytest.mark.usefixtures("sources")
def test_a_clock_that_goes_back_makes_nothing_current_and_sweeps_nothing(
    environ: dict[str, str], sources: list[Path]
) -> None:
    answer(environ)
    ahead = time.time() + 40 * 24 * 3600
    for file in cached(environ):
        os.utime(file, (ahead, ahead))
    sources[1].write_text(GUIDES[1].replace("title: ", "title: New "), encoding="utf-8")
    os.utime(sources[1], (1, 1))
    assert told(answer(environ)) == {**RIGHT, "middle/tester": "New Middle Tester"}
    assert len(cached(environ)) == len(GUIDES)


def test_what_is_in_use_is_not_swept_however_old(
    environ: dict[str, str], sources: list[Path]
) -> None:
    answer(environ)
    old = time.time() - 40 * 24 * 3600
    forgotten = Path(environ["ROLEGUIDE_CACHE_DIR"]) / "guide-0.0.1-0000000a.sqlite"
    forgotten.touch()
    for file in cached(environ):
        os.utime(file, (old, old))
    sources[2].write_text(GUIDES[2].replace("title: ", "title: New "), encoding="utf-8")
    before = [Path(file).stat().st_ino for file, _ in named(environ)[:2]]
    answer(environ)
    assert [Path(file).stat().st_ino for file, _ in named(environ)[:2]] == before
    assert not forgotten.exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes everywhere")
def test_what_lies_in_a_folder_that_cannot_be_written_is_used(
    environ: dict[str, str], sources: list[Path]
) -> None:
    answer(environ)
    sources[2].write_text(GUIDES[2].replace("title: ", "title: New "), encoding="utf-8")
    before = made(environ)
    folder = Path(environ["ROLEGUIDE_CACHE_DIR"])
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert told(answer(environ)) == {**RIGHT, "tester": "New Upper Tester"}
        assert made(environ) == before
    finally:
        folder.chmod(stat.S_IRWXU)


def test_code_that_changes_is_noticed_in_a_checkout_alone(
    environ: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "src" / "roleguide"
    (tmp_path / "data").mkdir()
    for folder in ("", *guide_paths._COMPILING):
        (package / folder).mkdir(parents=True)
        (package / folder / "code.py").touch()
    monkeypatch.setattr(guide_paths, "__file__", str(package / "guide_paths.py"))
    stamps = [named(environ)]
    for folder in ("", *guide_paths._COMPILING):
        (package / folder / "code.py").write_text("changed", encoding="utf-8")
        stamps.append(named(environ))
    assert len({stamp for ((_, stamp),) in stamps}) == len(stamps)
    (package / "data").mkdir()
    installed = named(environ)
    (package / "code.py").write_text("changed again", encoding="utf-8")
    assert named(environ) == installed


def test_twenty_cold_starts_at_once(
    environ: dict[str, str], sources: list[Path], tmp_path: Path
) -> None:
    code = (
        "import sys; from roleguide import guide_paths;"
        f"guide_paths.data_folder = lambda: {str(sources[0].parent)!r};"
        "from roleguide.cli.main import main; sys.exit(main(['show', 'tester', '--lang', 'en']))"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", code],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            env={**os.environ, **environ},
        )
        for _ in range(20)
    ]
    answers = [process.communicate() for process in started]
    assert {
        (process.returncode, *said) for process, said in zip(started, answers, strict=True)
    } == {(0, answers[0][0], b"")}
    assert b"Upper Tester" in answers[0][0]
    assert are_whole(environ)
    assert len(cached(environ)) == len(GUIDES)
