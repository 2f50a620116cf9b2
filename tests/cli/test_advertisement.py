"""Which files an advertisement is read from, and which options exclude each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import Run

TEXT = (
    "Account Executive\nYou negotiate contracts.\nYou close deals.\nYou forecast your pipeline.\n"
)


@pytest.mark.parametrize("content", [b"%PDF-1.7\n\xe2\xe3", b"PK\x03\x04\0\0\x08", b"a\0b"])
def test_what_is_no_text_is_told_and_no_role_is_made_of_it(
    inside: Run, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "ad.pdf").write_bytes(content * 1_000)
    answer = inside("ad", "ad.pdf")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("ad.pdf: it is no text. Save it as text")


def test_an_editor_may_have_saved_it_as_utf_16(inside: Run, tmp_path: Path) -> None:
    (tmp_path / "ad.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "wide.txt").write_text(TEXT, encoding="utf-16")
    assert inside("ad", "wide.txt").out == inside("ad", "ad.txt").out.replace("ad.txt", "wide.txt")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("move sdr --ad ad.txt --me me.yaml", "--me and --ad do not go together."),
        ("ad ad.txt --vs ad.txt --for employer", "--vs goes with neither"),
        ("ad - --vs -", "--vs goes with neither"),
    ],
)
def test_options_that_exclude_each_other(inside: Run, tmp_path: Path, line: str, said: str) -> None:
    (tmp_path / "ad.txt").write_text(TEXT, encoding="utf-8")
    answer = inside(*line.split(), stdin=TEXT)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(said)


def test_a_title_without_letters_is_no_job(inside: Run) -> None:
    assert "These words name no role of this guide." in inside("title", " ").out
