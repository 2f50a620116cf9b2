"""What the trials add to a copy of the repository still finds its place."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest
import trials


@pytest.mark.parametrize("trial", sorted(trials.TRIALS.glob("*.toml")), ids=lambda file: file.stem)
def test_a_trial_finds_where_to_add_and_what_to_spoil(trial: Path, tmp_path: Path) -> None:
    told = tomllib.loads(trial.read_text("utf-8"))
    spoilt = [told["spoil"]] if "spoil" in told else []
    for name in {edit["file"] for edit in (*told["edit"], *spoilt)}:
        if (trials.ROOT / name).exists():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(trials.ROOT / name, tmp_path / name)
    trials.edited(tmp_path, told["edit"])
    assert all(each["old"] in (tmp_path / each["file"]).read_text("utf-8") for each in spoilt)
