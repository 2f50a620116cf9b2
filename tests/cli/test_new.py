"""`new profile` writes a file once; `check` knows a profile by its first key."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import Run


def test_a_profile_is_written_and_the_next_commands_are_told(inside: Run, tmp_path: Path) -> None:
    answer = inside("new", "profile", "me")
    assert (answer.code, answer.err) == (0, "")
    assert "roleguide check me.yaml" in answer.out
    assert "roleguide fit me.yaml" in answer.out
    assert inside("check", "me.yaml").out == "No faults in me.yaml\n"
    written = (tmp_path / "me.yaml").read_text(encoding="utf-8")
    again = inside("new", "profile", "me.yaml", "--from", "sdr")
    assert again.code == 2
    assert again.err == (
        "me.yaml was not written: it exists, and nothing is overwritten. Choose another name.\n"
    )
    assert (tmp_path / "me.yaml").read_text(encoding="utf-8") == written


def test_a_profile_begins_with_a_role_in_the_readers_language(inside: Run, tmp_path: Path) -> None:
    answer = inside(
        "new", "profile", "moi.yml", "--from", "Commercial grands comptes", "--lang", "fr"
    )
    assert (answer.code, answer.err) == (0, "")
    text = (tmp_path / "moi.yml").read_text(encoding="utf-8")
    assert "  now: key-account-manager\n" in text
    assert "## Le rôle" in text


def test_programs_are_told_what_was_written(inside: Run) -> None:
    document = json.loads(inside("new", "profile", "a b", "--format", "json").out)
    assert document == {
        "schema": "roleguide.written/1",
        "kind": "profile",
        "file": "a b.yaml",
        "next": ["roleguide check 'a b.yaml'", "roleguide fit 'a b.yaml'"],
    }


@pytest.mark.parametrize("name", ["missing/me", "\0", "x" * 400])
def test_where_nothing_can_be_written_it_is_said(inside: Run, name: str) -> None:
    answer = inside("new", "profile", name)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)


def test_a_link_that_leads_nowhere_is_not_written_through(inside: Run, tmp_path: Path) -> None:
    (tmp_path / "me.yaml").symlink_to(tmp_path / "elsewhere")
    assert inside("new", "profile", "me").code == 2
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("head", ["profil", "Profile", "now"])
def test_check_knows_what_is_meant_as_a_profile(inside: Run, tmp_path: Path, head: str) -> None:
    (tmp_path / "me.yaml").write_text(f"{head}:\n  sdr: 1\n", encoding="utf-8")
    answer = inside("check", "me.yaml")
    assert answer.code == 1
    assert f"me.yaml:1:1: {head}: unknown key “{head}”; allowed: the key “profile”" in answer.out
    assert answer.out.endswith("1 fault in me.yaml\n")


def test_check_tells_the_faults_of_a_profile(inside: Run, tmp_path: Path) -> None:
    (tmp_path / "me.yaml").write_text("# mine\nprofile: {now: sdrr, wish: []}\n", encoding="utf-8")
    answer = inside("check", "me.yaml")
    assert answer.code == 1
    assert answer.out.splitlines()[0] == "me.yaml:2:16: profile.now: “sdrr” is not in “roles”"
    assert answer.out.endswith("2 faults in me.yaml\n")
    document = json.loads(inside("check", "me.yaml", "--format", "json").out)
    assert [fault["path"] for fault in document["faults"]] == ["profile.now", "profile.wish"]


def test_a_profile_names_roles_of_every_guide_in_use(inside: Run, tmp_path: Path) -> None:
    (tmp_path / "acme.yaml").write_text("roles: {chief-poet: {extends: cmo}}\n", encoding="utf-8")
    (tmp_path / "me.yaml").write_text("profile: {now: chief-poet}\n", encoding="utf-8")
    assert inside("check", "me.yaml").code == 1
    assert inside("check", "me.yaml", "--guide", "acme.yaml").code == 0


def test_a_profile_that_is_not_utf_8_is_a_fault(inside: Run, tmp_path: Path) -> None:
    (tmp_path / "me.yaml").write_bytes(b"profile:\n  now: caf\xe9\n")
    answer = inside("check", "me.yaml")
    assert (answer.code, answer.err) == (1, "")
    assert answer.out.startswith("me.yaml:2:11: byte 0xE9 is not UTF-8\n")
