"""What a run must not import, and several runs at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cli.conftest import Run

NEVER = ["pydantic", "importlib.metadata", "importlib.resources", "click", "typer"]
WARM = [*NEVER, "yaml", "roleguide.reading", "roleguide.indexing", "roleguide.cli.pager"]
NOT_DRAWN = [*WARM, "rich", "shutil"]
READ = [*NOT_DRAWN, "pathlib", "roleguide.store.writing", "roleguide.views.title"]
AD = [*READ, "roleguide.views", "roleguide.compare", "html"]
NO_GUIDE = [*NOT_DRAWN, "sqlite3", "pathlib", "roleguide.catalog", "roleguide.views"]


PAGE = Path(__file__).parents[2] / "bench/advertisement.txt"
MAIN = "import sys; from roleguide.cli.main import main; main(sys.argv[1:])"


def imported(environ: dict[str, str], folder: Path, *arguments: str, code: str = MAIN) -> set[str]:
    """The modules that a run has loaded when it ends."""
    listing = "print(*sys.modules, sep='\\n', file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; {listing}", *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env=environ,
        check=True,
    )
    return set(done.stderr.split("\n"))


@pytest.mark.parametrize(
    ("arguments", "forbidden"),
    [
        pytest.param(["compare", "sales-ops", "sdr", "--format", "json"], NOT_DRAWN, id="json"),
        pytest.param(["compare", "sales-ops", "sdr"], NOT_DRAWN, id="pipe"),
        pytest.param(["skills", "sales-ops"], NOT_DRAWN, id="rows"),
        pytest.param(["list"], NOT_DRAWN, id="list"),
        pytest.param(["search", "forecast"], NOT_DRAWN, id="search"),
        pytest.param(["title", "Sales Ops Mgr", "--format", "json"], READ, id="title"),
        pytest.param(["ad", str(PAGE), "--format", "json"], AD, id="ad"),
        pytest.param(["show", "sales-ops", "--format", "html"], NOT_DRAWN, id="html"),
        pytest.param(["compare", "sales-ops", "sdr", "--width", "90"], WARM, id="terminal"),
        pytest.param(["--help"], NO_GUIDE, id="help"),
        pytest.param(["help", "formats"], NO_GUIDE, id="topic"),
        pytest.param(["list", "--famly", "x"], NO_GUIDE, id="slip"),
    ],
)
def test_a_warm_run_imports_only_what_it_needs(
    run: Run, environ: dict[str, str], tmp_path: Path, arguments: list[str], forbidden: list[str]
) -> None:
    assert run("list").code == 0  # so that it is warm
    found = imported(environ, tmp_path, *arguments)
    loaded = {name for name in found for no in forbidden if name == no or name.startswith(f"{no}.")}
    assert not loaded


def test_a_run_that_compiles_imports_no_pathlib(environ: dict[str, str], tmp_path: Path) -> None:
    found = imported({**environ, "ROLEGUIDE_CACHE_DIR": str(tmp_path / "new")}, tmp_path, "list")
    assert "roleguide.store.writing" in found
    assert not {"pathlib", "urllib.parse"} & found


def test_an_advertisement_is_read_without_compiling_annotations(
    run: Run, environ: dict[str, str], tmp_path: Path
) -> None:
    assert run("list").code == 0
    code = (
        "import sys, typing; typing.ForwardRef.__init__ = None;"
        "from roleguide.cli.main import main; assert main(sys.argv[1:]) == 0"
    )
    assert imported(environ, tmp_path, "ad", str(PAGE), "--format", "json", code=code)


def test_the_named_command_alone_is_imported(
    run: Run, environ: dict[str, str], tmp_path: Path
) -> None:
    assert run("list").code == 0
    found = imported(environ, tmp_path, "define", "cro")
    assert "roleguide.cli.commands.show" in found
    others = (f"roleguide.cli.commands.{name}" for name in ("compare", "check", "scenes"))
    assert not found.intersection(others)


def test_cold_starts_at_once(environ: dict[str, str], tmp_path: Path) -> None:
    cold = tmp_path / "cold"
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "roleguide", "show", "sales-ops", "--format", "json"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**environ, "ROLEGUIDE_CACHE_DIR": str(cold)},
        )
        for _ in range(4)
    ]
    answers = [process.communicate() for process in started]
    assert {process.returncode for process in started} == {0}
    assert len({out for out, _ in answers}) == 1
    assert {err for _, err in answers} == {b""}
    assert len(list(cold.iterdir())) == 1
