"""What all tests share: the guides read once, the languages, and `--update` for snapshots."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import coverage
import hypothesis
import pytest
from views import answers

from roleguide.catalog import Catalog
from roleguide.guide_paths import STANDARD, data_folder
from roleguide.language import Language
from roleguide.model import Sections
from roleguide.reading import guide

# A busy machine is no fault of the program. Few examples at each run, others every time; many of
# them in `make test-newest`.
hypothesis.settings.register_profile("roleguide", deadline=None, max_examples=25)
hypothesis.settings.register_profile("thorough", deadline=None, max_examples=400)
hypothesis.settings.load_profile("roleguide")


def once(read_guide: Any) -> Any:
    """The reader, which takes the built-in guide from memory when it is asked for again.

    To read it takes a second, more under coverage, and hundreds of tests need it.
    """
    built_in = cache(lambda: read_guide(data_folder(), identifier=STANDARD))

    def read(path: Any, below: Any = Sections(), *rest: Any, **named: Any) -> Any:
        if str(path) == data_folder() and not any(below):
            return built_in()
        return read_guide(path, below, *rest, **named)

    return read


guide.read_guide = once(guide.read_guide)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the snapshots anew")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Count no lines while a test marked `sweep` goes over every record: that doubles its time.

    The lines it runs are counted where smaller tests run them.
    """
    counting = coverage.Coverage.current() if item.get_closest_marker("sweep") else None
    if counting:
        counting.stop()
    try:
        return (yield)
    finally:
        if counting:
            counting.start()


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
