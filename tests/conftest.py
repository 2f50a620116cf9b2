"""What all tests share: the guides read once, the languages, and `--update` for snapshots."""

from __future__ import annotations

import hypothesis
import pytest
from views import answers

from roleguide.catalog import Catalog
from roleguide.language import Language

# A busy machine is no fault of the program.
hypothesis.settings.register_profile("roleguide", deadline=None)
hypothesis.settings.load_profile("roleguide")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the snapshots anew")


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The built-in guide."""
    return answers.builtin()


@pytest.fixture(scope="session")
def bakery() -> Catalog:
    """A small made-up guide: three roles, one pair written, one that is the same job."""
    return answers.bakery()


@pytest.fixture(scope="session")
def english() -> Language:
    return Language("en")


@pytest.fixture(scope="session")
def french() -> Language:
    return Language("fr")


@pytest.fixture(scope="session", params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> Language:
    """Each language in turn."""
    return Language(request.param)
