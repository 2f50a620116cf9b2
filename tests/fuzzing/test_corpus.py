"""Whatever once ended badly, and what inputs are made of, ends in an answer or in faults."""

from __future__ import annotations

from pathlib import Path

import fuzz
import pytest

FOUND = sorted(path for path in fuzz.CORPUS.glob("*/*") if path.is_file())


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_an_input_ends_in_an_answer(path: Path) -> None:
    assert fuzz.tried(path.parent.name, path.read_bytes()) == ""


def test_every_target_has_inputs_to_begin_with() -> None:
    assert all(fuzz.seeds(target) != [b"x"] for target in fuzz.TARGETS)


@pytest.mark.parametrize("target", fuzz.TARGETS)
def test_what_ends_badly_is_told(target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Break it once."""

    def broken(_: bytes) -> None:
        raise ZeroDivisionError("this cannot be")

    monkeypatch.setattr(fuzz, "TARGETS", {target: broken})
    assert fuzz.tried(target, b"") == "ZeroDivisionError: this cannot be"
