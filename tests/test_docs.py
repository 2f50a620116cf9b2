"""The documents say what is true: every example runs, every name exists."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import spec
from cli.conftest import PROFILE, quiet, typed

from roleguide.cli.spec import SPEC
from roleguide.cli.typer_app import APP

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def examples() -> list[str]:
    """What the README shows after a prompt or in its tables, once each."""
    found = re.findall(r"`(roleguide [a-z][^`]*)`", README)
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL):
        found += [line.split("#")[0].strip() for line in block.splitlines()]
    wanted = [f.split("|")[0].strip() for f in found if f.startswith("roleguide ")]
    return [e for e in dict.fromkeys(wanted) if e != "roleguide --install-completion bash"]


def yaml_blocks(text: str) -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    own, site, *_ = yaml_blocks(README)
    (tmp_path / "acme.yaml").write_text(f"{site}{own}", encoding="utf-8")
    advertisement = ROOT / "tests" / "ads" / "texts" / "seller-as-director.txt"
    (tmp_path / "advertisement.txt").write_bytes(advertisement.read_bytes())
    return tmp_path


def run(
    folder: Path, *arguments: str, stdin: str | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "roleguide", *arguments],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env=quiet(folder, folder.parent / "cache"),
        check=False,
    )


@pytest.mark.parametrize("example", examples())
def test_every_example_of_the_readme_runs(folder: Path, example: str) -> None:
    words, stdin = typed(example)
    if words[0] != "new":
        (folder / "me.yaml").write_text(PROFILE, encoding="utf-8")
        (folder / "sales-ops.yaml").write_text(yaml_blocks(README)[0], encoding="utf-8")
    if words[0] == "site":  # a page for each of all pairs takes as long as all other examples
        words += ["--pairs", "written"]
    done = run(folder, *words, stdin=stdin)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_readme_names_every_command() -> None:
    assert not [name for name in SPEC.commands if f"roleguide {name}" not in README]


def test_the_worked_example_is_sound(tmp_path: Path) -> None:
    (tmp_path / "acme.yaml").write_text(yaml_blocks(CONTRIBUTING)[0], encoding="utf-8")
    assert run(tmp_path, "check", "acme.yaml").stdout == "No faults in acme.yaml\n"
    compared = run(
        tmp_path, "compare", "sales-data-steward", "crm-administrator", "--guide", "acme.yaml"
    )
    assert compared.returncode == 0
    assert "acme/sales-data-steward" in compared.stdout


@pytest.mark.parametrize("path", re.findall(r"`(src/[a-z_/.]+)`", CONTRIBUTING))
def test_every_place_named_for_contributors_exists(path: str) -> None:
    assert (ROOT / path).exists()


def test_the_spec_of_the_commands_is_current() -> None:
    """`make spec` writes it anew."""
    assert spec.written(spec.spec_of(APP)) == spec.written(SPEC)


def test_the_modules_and_the_tests_of_the_mutants_exist() -> None:
    """And what may survive in them has a reason and is named once."""
    listed = tomllib.loads((ROOT / "tests" / "mutants.toml").read_text("utf-8"))
    package = ROOT / "src" / "roleguide"
    for area, tests in listed["tests"].items():
        assert (package / area).is_dir() or (package / f"{area}.py").exists()
        assert all((ROOT / test.split("::")[0]).exists() for test in tests)
    excused = [(each["module"], name) for each in listed["harmless"] for name in each["mutants"]]
    assert len(excused) == len(set(excused))
    assert all((package / each["module"]).exists() and each["why"] for each in listed["harmless"])
