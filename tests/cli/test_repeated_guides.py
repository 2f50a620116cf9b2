"""Where a guide is given by option, every printed command gives it again, and works as pasted."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Final

import pytest

from cli.conftest import Run

GUIDE: Final = """\
roles:
  hotel-success-partner:
    extends: csm
    title: Hotel Success Partner
    responsibilities: {renewal: {part: both, or: []}}
"""
OURS: Final = "our/hotel-success-partner"
PRINTED: Final = re.compile(r"roleguide [^;\n]*?(?=[.;]?$|; | [(])", re.MULTILINE)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> None:
    (tmp_path / "our guide").mkdir()
    header = "guide: {id: our}\n"
    (tmp_path / "our guide" / "ours.yaml").write_text(header + GUIDE, encoding="utf-8")


def printed(text: str) -> list[str]:
    """The commands in a text, each to the end of its line or clause."""
    return [found[0].split(" · ")[0] for found in PRINTED.finditer(text)]


@pytest.mark.parametrize(
    "line",
    [
        ("show", OURS),
        ("move", "csm", OURS),
        ("next", OURS),
        ("compare", "csm", OURS),
        ("title", "Hotel Success Partner"),
    ],
)
def test_a_page_is_followed_by_commands_that_work(inside: Run, line: tuple[str, ...]) -> None:
    answer = inside(*line, "--guide", "our guide", "--width", "1000")
    assert answer.code == 0, answer.err
    found = printed(answer.out)
    assert found
    for command in found:
        assert "--guide 'our guide' " in command
        if "ROLE" not in command:
            again = inside(*shlex.split(command)[1:])
            assert again.code == 0, (command, again.err)


def test_an_error_does_so_too(inside: Run) -> None:
    answer = inside("show", "hotel success", "--guide=our guide")
    assert answer.code == 2
    assert "roleguide --guide 'our guide' show hotel-success-partner" in answer.err


def test_without_one_nothing_is_added(inside: Run) -> None:
    assert "--guide" not in inside("show", "csm").out


@pytest.mark.parametrize(
    "line",
    [
        ("role", "Other", "--from", OURS, "--extends"),
        ("role", "hotel-success-partner", "--from", OURS, "--extends"),
        ("profile", "me", "--from", OURS),
        ("guide", "theirs"),
    ],
)
def test_what_was_written_is_tried_above_it(
    inside: Run, tmp_path: Path, line: tuple[str, ...]
) -> None:
    """The page, the JSON and the draft itself name the same commands, and each works."""
    page = inside("new", *line, "--guide", "our guide", "--width", "1000").out
    (file,) = tmp_path.rglob(f"{page.partition(' is written')[0]}")
    draft = file.read_text("utf-8")
    file.unlink()
    if file.parent != tmp_path:
        file.parent.rmdir()
    answer = inside("new", *line, "--guide", "our guide", "--format", "json")
    commands = json.loads(answer.out)["next"]
    assert re.findall(r"^\W (roleguide .*)", page, re.MULTILINE) == commands
    assert f"#   {commands[-1]}\n" in draft
    for written in tmp_path.rglob(file.name):
        text = written.read_text("utf-8")
        written.write_text(text.replace('plain: ""', 'plain: "Calls."'), encoding="utf-8")
    for command in reversed(commands):  # other blanks are faults
        assert "--guide 'our guide'" in command
        again = inside(*shlex.split(command)[1:])
        assert again.code == 0, (command, again.out, again.err)


def test_what_names_its_guide_itself_stays_so(inside: Run) -> None:
    line = ("new", "role", "our guide/other", "--from", "csm", "--guide", "our guide")
    answer = inside(*line, "--format", "json")
    assert json.loads(answer.out)["next"] == [
        "roleguide check 'our guide'",
        "roleguide show other --guide 'our guide'",
        "roleguide compare csm other --guide 'our guide'",
    ]


def test_a_guide_with_faults_is_checked_above_the_others(inside: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("roles: {x: {title: X}}\n", encoding="utf-8")
    for guides, told in (
        (("bad.yaml",), "roleguide check bad.yaml"),
        (("our guide", "bad.yaml"), "roleguide --guide 'our guide' check bad.yaml"),
    ):
        answer = inside("list", *(f"--guide={guide}" for guide in guides))
        assert answer.err.endswith(f" in all: {told}\n")


def test_a_guide_that_is_not_in_use_is_named(inside: Run) -> None:
    answer = inside("move", "csm", OURS)
    assert answer.err == (
        "No guide in use is called “our”; --guide PATH adds one, wherever it lies. "
        "See roleguide guides.\n"
    )


@pytest.mark.parametrize(
    "title", ["acheteur/acheteuse", "boulanger/boulangere", "vendeur/commercial"]
)
def test_two_titles_are_no_guide_and_role(inside: Run, title: str) -> None:
    assert "No guide" not in inside("show", title).err
