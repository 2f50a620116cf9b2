"""“Write your own guide” and its example: every line runs, every guide is sound."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
import yaml

from cli.conftest import Answer

ROOT: Final = Path(__file__).parents[2]
ACME: Final = ROOT / "examples" / "acme"
PAGES: Final = sorted((ROOT / "docs").glob("own-guide.*.md"))

Inside = Callable[..., Answer]


def blocks(page: Path, kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", page.read_text("utf-8"), re.DOTALL)


def commands(page: Path) -> list[list[str]]:
    lines = [line for block in blocks(page, "sh") for line in block.splitlines()]
    return [shlex.split(line)[1:] for line in lines]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    """The example as a company keeps it, and as it was before."""
    shutil.copytree(ACME, tmp_path / "acme")
    shutil.copytree(ACME, tmp_path / "before" / "acme")
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_line_of_the_page_runs_in_its_order(inside: Inside, folder: Path, page: Path) -> None:
    lang = page.name.split(".")[1]
    extending, filled, *_ = blocks(page, "yaml")
    for words in commands(page):
        answer = inside(*words, ROLEGUIDE_LANG=lang)
        assert (answer.code, answer.err) == (0, ""), words
        if words[:2] == ["new", "role"] and "/" not in words[2]:
            # What the reader does then: fill it in as the page shows.
            text = extending if "--extends" in words else filled
            (file,) = (p for p in folder.glob("*.yaml") if p.read_text("utf-8") != extending)
            file.write_text(text, encoding="utf-8")


def test_both_pages_show_the_same_commands() -> None:
    first, second = ([words[0] for words in commands(page)] for page in PAGES)
    assert len(PAGES) == 2
    assert first == second


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_roles_of_the_page_are_sound_and_not_poor(
    inside: Inside, folder: Path, page: Path
) -> None:
    for text in blocks(page, "yaml")[:2]:
        (folder / "role.yaml").write_text(text, encoding="utf-8")
        assert inside("check", "role.yaml", "--strict").code == 0


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_example_is_sound_and_not_poor(inside: Inside, lang: str) -> None:
    assert inside("check", "acme", "--strict", "--lang", lang).code == 0
    shown = inside("compare", "installer-manager", "channel-manager", "--guide", "acme")
    assert "The installer network manager trains and certifies" in shown.out
    read = inside("show", "INM alpine arc", "--guide", "acme", "--lang", lang)
    assert read.code == 0
    assert "acme/installer-manager" in read.out


def test_the_hook_and_the_workflow_name_what_there_is(inside: Inside) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["entry"].split() == ["roleguide", "check"]
    for page in PAGES:
        config, workflow = (yaml.safe_load(text) for text in blocks(page, "yaml")[-2:])
        (used,) = config["repos"][0]["hooks"]
        assert used["id"] == hook["id"]
        assert inside("check", *used["args"]).code == 0
        steps = [step.get("run", "") for step in workflow["jobs"]["check"]["steps"]]
        (check,) = (run for run in steps if run.startswith("roleguide check"))
        assert inside(*check.split()[1:]).code == 0
