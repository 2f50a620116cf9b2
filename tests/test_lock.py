"""The locked versions agree with what pyproject.toml asks for; `make lock` writes them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ASKED = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUN = ASKED["project"]["dependencies"]
GROUPS = ASKED["dependency-groups"]
LOWEST = re.compile(r"([a-z0-9-]+)(?:\[[a-z]+\])?>=([0-9.]+)")


def pinned(name: str) -> dict[str, str]:
    """The versions of a lock by package; each has its hash, and none an address."""
    text = (ROOT / "requirements" / name).read_text("utf-8")
    assert "://" not in text
    assert "index" not in text
    packages = re.findall(r"^([a-z0-9-]+)==(\S+)([^#]*)", text, re.MULTILINE)
    assert all("--hash=sha256:" in rest for _, _, rest in packages)
    return {package: version for package, version, _ in packages}


def lowest(requirements: list[str]) -> dict[str, str]:
    """The lower bounds by package."""
    return {found[1]: found[2] for one in requirements if (found := LOWEST.match(one))}


@pytest.mark.parametrize(
    ("name", "requirements"),
    [
        pytest.param("run.txt", RUN, id="run"),
        pytest.param("browser.txt", [*RUN, *GROUPS["browser"]], id="browser"),
        pytest.param("test.txt", [*RUN, *GROUPS["build"], *GROUPS["test"]], id="test"),
    ],
)
def test_everything_asked_for_is_locked(name: str, requirements: list[str]) -> None:
    assert lowest(requirements).keys() <= pinned(name).keys(), "make lock"
    assert len(lowest(requirements)) == len(requirements)


def test_what_runs_is_what_is_tested() -> None:
    assert pinned("run.txt").items() <= pinned("test.txt").items()


def test_the_oldest_are_the_lower_bounds() -> None:
    pins = pinned("oldest.txt")
    for package, version in lowest(RUN).items():
        pin = [*pins[package].split("."), "0", "0"]
        assert pin[: len(version.split("."))] == version.split("."), "make lock"
