"""What a name given to `new` stands for, whatever people type."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from roleguide.drafts.names import LONGEST_ID, made_id, named
from roleguide.errors import NotWritten, UsageError
from roleguide.language import UNSEEN
from roleguide.language.folding import bare
from roleguide.reading.values import IDENTIFIER


@given(st.text(max_size=100))
@example("Œuvre d’été")
@example("営業")
@example("sales--ops")
@example("٣")
@example("İ")
def test_a_name_makes_an_id_with_all_its_letters_or_none(name: str) -> None:
    try:
        found = made_id(name)
    except UsageError:
        return
    assert IDENTIFIER.fullmatch(found)
    assert len(found) <= LONGEST_ID
    letters = [c for c in bare(name) if c.isalnum()]
    assert re.sub("-", "", found) == "".join(letters)


@given(st.text(st.characters(exclude_characters="/"), min_size=1, max_size=60))
def test_a_file_is_named_after_the_name_that_was_given(name: str) -> None:
    try:
        found = named(name)
    except (UsageError, NotWritten):
        return
    name = re.sub(f"(?:[\n\t]|{UNSEEN.pattern})+", " ", name)
    stem = re.sub(r"\.ya?ml$", "", found.file, flags=re.IGNORECASE)
    assert stem in (found.id, re.sub(r"\.ya?ml$", "", name, flags=re.IGNORECASE))
    assert found.title in ("", stem, name)
    assert not UNSEEN.search("".join(found))


@pytest.mark.parametrize("name", ["acme.yaml", "Deal Doctor.yml"])
def test_an_ending_is_the_file_s_and_not_the_title_s(name: str) -> None:
    found = named(name)
    assert found.file == name
    assert found.title == ("" if name == "acme.yaml" else "Deal Doctor")


def test_a_title_behind_a_folder_may_have_a_slash_beside_an_id_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "our").mkdir()
    found = named("our/Réception/Partner", "training")
    assert found == (str(Path("our", "training.yaml")), "training", "Réception/Partner")
    assert named("Réception/Partner", "our/training")[2] == "Réception/Partner"
    assert named("Réception/Partner", "training").file == "training.yaml"
