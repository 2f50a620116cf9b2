"""The page for a client of a coach: its lines run, its formulas are the program's."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Final

import pytest

from cli.conftest import Run
from roleguide.fits.points import HELPED, OWN, SKILL, WISH
from roleguide.fits.result import NEAR

DOCS: Final = Path(__file__).parents[2] / "docs"
LANGUAGES: Final = ("en", "fr")


def page(language: str) -> str:
    return (DOCS / f"next-step.{language}.md").read_text(encoding="utf-8")


def lines(language: str) -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", page(language), re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_runs_with_the_profile_of_the_page(
    inside: Run, tmp_path: Path, language: str
) -> None:
    (profile,) = re.findall(r"```yaml\n(.*?)```", page(language), re.DOTALL)
    for line in lines(language):
        answer = inside(*shlex.split(line)[1:], "--lang", language, tty=True)
        assert (answer.code, answer.err) == (0, ""), line
        if " new " in line:
            assert (tmp_path / "me.yaml").exists()
            (tmp_path / "me.yaml").write_text(profile, encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_page_tells_the_reader_to_look_for_is_there(
    inside: Run, tmp_path: Path, language: str
) -> None:
    (profile,) = re.findall(r"```yaml\n(.*?)```", page(language), re.DOTALL)
    (tmp_path / "me.yaml").write_text(profile, encoding="utf-8")
    fit = inside("fit", "me.yaml", "--lang", language).out
    move = inside("move", "account-executive", "--me", "me.yaml", "--lang", language).out
    guided = re.split("\n## (?:How|Comment)", page(language))[0]
    told = re.findall(r"(?<!\*)\*([A-ZÀ-Ü][^*]{2,20})\*(?!\*)", guided)
    assert len(told) == 8
    assert not [words for words in told if " ".join(words.split()) not in f"{fit}\n{move}"]


def test_both_pages_have_the_same_lines() -> None:
    assert lines("en") == lines("fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_worths_of_the_page_are_those_of_the_program(language: str) -> None:
    text = page(language)
    worths = {"en": "worth {} if essential, {} if important, {} if useful"}
    worths["fr"] = "poids {} si elle est essentielle, {} importante, {} utile"
    assert worths[language].format(SKILL[3], SKILL[2], SKILL[1]) in text
    helped = {"en": f"; {HELPED} where the role helps", "fr": f"; {HELPED} si le rôle y contribue"}
    assert helped[language].replace("; ", "\u202f; " if language == "fr" else "; ") in text
    for worth in (OWN, WISH):
        assert re.search(rf"\| {worth} (where|si) ", text)
    assert NEAR == 0.5
    for source in ("Keeney", "Edwards", "Dice", "Broder", "Tversky", "Pollack"):
        assert source in text
