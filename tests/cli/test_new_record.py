"""`new role` and the like write a file once, and say what to do with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

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


@pytest.mark.parametrize("name", ["sales-director", "Sales Director", "Directrice des ventes"])
def test_upon_the_role_of_that_name(inside: Run, tmp_path: Path, name: str) -> None:
    """Whatever it is called, it takes the place of the standard one, under its id."""
    (tmp_path / "acme").mkdir()
    for folder in ("", "acme/"):
        assert inside("new", "role", f"{folder}{name}", "--extends").code == 0
        text = (tmp_path / f"{folder}sales-director.yaml").read_text("utf-8")
        assert "\n  sales-director:\n    extends: sales-director\n" in text
        assert "\n    title:" not in text
    assert inside("new", "role", name, "--extends", "--id", "ours").code == 0
    assert "\n  ours:\n    extends: sales-director\n" in (tmp_path / "ours.yaml").read_text("utf-8")
    assert inside("new", "role", "Deal Doctor", "--extends").code == 2


@pytest.mark.parametrize("given", ["acme", "acme/foo.yaml"])
def test_a_role_upon_one_of_its_own_guide_is_refused_at_once(
    inside: Run, tmp_path: Path, given: str
) -> None:
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "foo.yaml").write_text("roles: {foo: {extends: csm, title: Foo}}\n")
    line = ("--from", "foo", "--extends", "--guide", given)
    answer = inside("new", "role", "acme/bar", *line)
    assert (answer.code, answer.out) == (2, "")
    assert "“foo” is in acme itself" in answer.err
    assert "without --extends; or write the new role outside acme" in answer.err
    assert not (tmp_path / "acme" / "bar.yaml").exists()
    assert inside("new", "role", "Bar", *line).code == 0
    assert inside("new", "role", "acme/bar", *line[:2], *line[3:]).code == 0


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
    "name",
    [
        *("..", ".", "/", "acme/", "acme/..", ".yaml", "~", "   ", "🚀"),
        *("営業", "Продажи", "Продажи B2B", "Łódź", "x" * 81, f"{'very ' * 20}long"),
        *("Sales/Ops", "Head of Sales / VP", "-/x"),
    ],
)
@pytest.mark.parametrize("kind", ["role", "skill", "activity"])
def test_no_file_has_a_surprising_name(inside: Run, tmp_path: Path, kind: str, name: str) -> None:
    """What makes no id, or leads to no folder, is refused; `--id` says what to call it."""
    (tmp_path / "acme").mkdir()
    before = sorted(tmp_path.rglob("*"))
    answer = inside("new", kind, "--", name)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert "--id" in answer.err or "Write a name behind it" in answer.err
    assert sorted(tmp_path.rglob("*")) == before
    given = inside("new", kind, "--id", "acme/ours", "--", name)
    assert given.code == 0, given.err
    text = (tmp_path / "acme" / "ours.yaml").read_text("utf-8")
    assert "\n  ours:\n" in text
    assert " ".join(name.split()) in " ".join(text.split()) or name == "x" * 81


@pytest.mark.parametrize("identifier", ["", "Ours", "our ops", "..", "acme/", "x" * 81, "a--", "é"])
def test_an_id_that_is_none_is_refused(inside: Run, tmp_path: Path, identifier: str) -> None:
    (tmp_path / "acme").mkdir()
    for words in (("role", "営業"), ("guide", "営業")):
        answer = inside("new", *words, f"--id={identifier}")
        assert (answer.code, answer.out) == (2, "")
        assert identifier or answer.err.startswith("“” is no id")
    assert [*tmp_path.rglob("*.yaml")] == []


@pytest.mark.parametrize("name", ["..", ".", "/", "acme/"])
def test_a_profile_has_a_name(inside: Run, name: str) -> None:
    answer = inside("new", "profile", name)
    assert (answer.code, answer.out) == (2, "")
    assert "is a folder" in answer.err


@pytest.mark.parametrize("name", ["2026", "null", "true", "no", "1e3", "0x1f", "a--b", "Guide"])
def test_a_word_of_yaml_is_an_id_like_any_other(inside: Run, tmp_path: Path, name: str) -> None:
    assert inside("new", "guide", name).code == 0
    assert inside("check", name).out == f"No faults in {name}\n"
    for kind in ("role", "skill", "activity"):
        source = {"role": "sdr", "skill": "rigour", "activity": "demo"}[kind]
        made = inside("new", kind, f"{name}/{name}.{kind}.yaml", "--from", source)
        assert made.code == 0, made.err
        (file,) = (tmp_path / name).glob(f"*.{kind}.yaml")
        draft = file.read_text("utf-8")
        file.write_text(draft.replace('title: ""', 'title: "T"').replace('name: ""', 'name: "N"'))
        checked = inside("check", name)
        assert checked.code == 0, checked.out
    upon = inside("new", "role", f"{name}/upon", "--from", "sdr", "--extends")
    assert upon.code == 0


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("a--b", "a-b.yaml"),
        ("C++ Seller", "c-seller.yaml"),
        ("Sales Ops (EMEA)", "sales-ops-emea.yaml"),
        ("Œuvre d’été", "oeuvre-d-ete.yaml"),
        ("-x", "x.yaml"),
    ],
)
def test_a_title_makes_its_id(inside: Run, tmp_path: Path, name: str, file: str) -> None:
    assert inside("new", "role", "--", name).code == 0
    assert (tmp_path / file).exists()


UNSEEN: Final = [
    *(("profile", "me\udcff"), ("profile", "me\nyou"), ("role", "d\udcff/bar")),
    *(("guide", "ours\udcff"), ("guide", "\x1b[31m", "--id", "ours")),
    *(("skill", "Foo\udcff", "--id", "foo"), ("activity", "Foo", "--id", "acme\udcff/foo")),
    ("pair", "sdr", "bdr", "--folder", "acme\udcff"),
]
"""Names with bytes that are no text, and of files that no line of a terminal can show."""


@pytest.mark.parametrize("line", UNSEEN)
def test_a_name_that_cannot_be_shown_is_refused(
    inside: Run, tmp_path: Path, line: tuple[str, ...]
) -> None:
    answer = inside("new", *line)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert "has characters that cannot be shown. Choose another name." in answer.err
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize("line", [("A\nb\x1b[31mc",), ("A\nb\x1b[31mc", "--id", "a-b-31mc")])
def test_a_title_is_one_line_that_can_be_shown(
    inside: Run, tmp_path: Path, line: tuple[str, ...]
) -> None:
    assert inside("new", "role", *line, "--from", "sdr", "--extends").code == 0
    file = tmp_path / "a-b-31mc.yaml"
    text = file.read_text("utf-8")
    assert 'title: "A b [31mc"\n' in text
    file.write_text(text.replace('plain: ""', 'plain: "Calls."'), encoding="utf-8")
    assert inside("check", "a-b-31mc.yaml").code == 0


@pytest.mark.parametrize("name", [".", "..", "/", "x/.."])
@pytest.mark.parametrize("given", [(), ("--id", "ours")])
def test_a_guide_is_a_folder_to_be_made(inside: Run, name: str, given: tuple[str, ...]) -> None:
    answer = inside("new", "guide", name, *given)
    assert (answer.code, answer.out) == (2, "")
    assert "is a folder, and no name. Write a name behind it." in answer.err


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
