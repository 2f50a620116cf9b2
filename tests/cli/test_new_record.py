"""`new role` and the like write a file once, and say what to do with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import Run


def test_a_role_of_a_guide_in_a_folder(inside: Run, tmp_path: Path) -> None:
    assert inside("new", "guide", "acme").code == 0
    answer = inside("new", "role", "acme/Deal Doctor", "--format", "json")
    assert json.loads(answer.out) == {
        "schema": "roleguide.written/1",
        "kind": "role",
        "file": "acme/deal-doctor.yaml",
        "next": ["roleguide check acme", "roleguide show deal-doctor --guide acme"],
    }
    text = (tmp_path / "acme" / "deal-doctor.yaml").read_text("utf-8")
    assert '    title: "Deal Doctor"\n' in text
    checked = inside("check", "acme")
    assert checked.code == 1
    assert "deal-doctor.yaml" in checked.out


def test_a_role_upon_one_of_the_built_in_guide_is_sound_at_once(inside: Run) -> None:
    answer = inside("new", "role", "sales-ops", "--from", "Sales Ops", "--extends")
    assert answer.code == 0
    assert "roleguide compare roleguide/sales-ops sales-ops --guide sales-ops.yaml" in answer.out
    assert inside("check", "sales-ops.yaml").out == "No faults in sales-ops.yaml\n"
    compared = inside(
        *"compare roleguide/sales-ops sales-ops --exit-code --guide sales-ops.yaml".split()
    )
    assert compared.code == 0


@pytest.mark.parametrize(
    ("line", "file"),
    [
        ("skill horse-sense", "horse-sense.yaml"),
        ("activity deal-autopsy.yml", "deal-autopsy.yml"),
        ("skill écoute", "ecoute.yaml"),
        ("pair sdr bdr", "bdr--sdr.yaml"),
        ("pair SDR csm --folder .", "csm--sdr.yaml"),
        ("guide acme", "acme/guide.yaml"),
    ],
)
def test_nothing_is_ever_overwritten(inside: Run, tmp_path: Path, line: str, file: str) -> None:
    assert inside("new", *line.split(), "--lang", "fr").code == 0
    written = (tmp_path / file).read_bytes()
    again = inside("new", *line.split())
    assert (again.code, again.out) == (2, "")
    assert "nothing is overwritten" in again.err
    assert (tmp_path / file).read_bytes() == written


@pytest.mark.parametrize(
    "line",
    [
        "role x --extends",
        "role x --from nobody-at-all",
        "role nowhere/x",
        "skill x --from sdr-of-no-kind",
        "pair sdr sdr",
        "guide nowhere/acme",
    ],
)
def test_what_cannot_be_written_is_said_in_a_few_lines(
    inside: Run, tmp_path: Path, line: str
) -> None:
    answer = inside("new", *line.split())
    assert (answer.code, answer.out) == (2, "")
    assert 1 <= answer.err.count("\n") <= 4
    assert not [*tmp_path.glob("*.yaml")]
