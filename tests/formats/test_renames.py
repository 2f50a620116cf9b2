"""JSON of the first edition, once renamed, is JSON of today."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from views.answers import of

from roleguide.catalog import Catalog
from roleguide.compare import compare, in_context, matrix
from roleguide.formats import json as written
from roleguide.formats.json.comparison import comparison_json, matrix_json
from roleguide.formats.json.records import (
    hits_json,
    record_json,
    records_json,
    role_json,
    role_skills_json,
    roles_json,
    scenes_json,
    who_json,
)
from roleguide.search import search

OLD: Final = Path(__file__).with_name("old")
RENAMES: Final = yaml.safe_load(Path(__file__).with_name("renames.yaml").read_text("utf-8"))
LINES: Final = (OLD / "answers.jsonl").read_text("utf-8").splitlines()
ANSWERS: Final = {line["made"]: line["answer"] for line in map(json.loads, LINES)}
MISSING: Final = object()
"""No value at all, which is none of JSON's."""


@cache
def bakery() -> Catalog:
    """The guide that the answers were made from, read by today's reader."""
    return of([(OLD / "bakery.yaml", None)])


def entries(*ids: str) -> list[Any]:
    return [bakery().entry(identifier) for identifier in ids or sorted(bakery().sections.roles)]


def scenes(kind: str, key: str) -> Mapping[str, Any]:
    section = {"context": "contexts", "world": "worlds"}[key]
    ids = sorted(getattr(bakery().sections, section))
    return scenes_json(kind, key, entries("baker", "bakery-manager"), ids)


def compared_in(context: str, *ids: str) -> Mapping[str, Any]:
    one, other = (in_context(entry, context) for entry in entries(*ids))
    return comparison_json(compare(bakery(), one, other), bakery())


MADE: Final[Mapping[str, Callable[..., Mapping[str, Any]]]] = {
    "comparison": lambda *ids: comparison_json(compare(bakery(), *entries(*ids)), bakery()),
    "comparison_in": compared_in,
    "matrix": lambda *ids: matrix_json(matrix(bakery(), entries(*ids)), bakery()),
    "roles": lambda: roles_json(entries()),
    "role": lambda identifier: role_json(bakery().entry(identifier)),
    "record": lambda section, name: record_json(section, name, bakery()),
    "records": lambda section: records_json(section, bakery()),
    "role_skills": lambda *ids: role_skills_json(entries(*ids), bakery()),
    "who": lambda activity: who_json(activity, bakery()),
    "scenes": scenes,
    "hits": lambda query: hits_json(query, search(bakery(), query)),
}
"""What makes an answer, by the first word of its line."""


def renamed(value: Any, key: str = "") -> Any:
    """A value of the first edition under the names of today."""
    if isinstance(value, dict):
        names = RENAMES["keys"]
        return {names.get(k, k): renamed(inner, k) for k, inner in value.items()}
    if isinstance(value, list):
        return [renamed(inner, key) for inner in value]
    return RENAMES["values"].get(key, {}).get(value, value)


def differences(place: str, old: Any, new: Any) -> Iterator[str]:
    """Where something is not said as it was; what is said besides is no difference.

    Yields:
        The keys that lead there.
    """
    if place in RENAMES["otherwise"] and old != new:
        yield place
    elif isinstance(old, dict) and isinstance(new, dict):
        for key, value in old.items():
            yield from differences(f"{place}.{key}", value, new.get(key, MISSING))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for one, other in zip(old, new, strict=True):
            yield from differences(place, one, other)
    elif old != new:
        yield place


@cache
def changed(made: str) -> frozenset[str]:
    """Where an answer is not what it was."""
    function, *arguments = made.split()
    now = json.loads(written.render(MADE[function](*arguments)))
    return frozenset(differences(function, renamed(ANSWERS[made]), now))


@pytest.mark.parametrize("made", ANSWERS)
def test_json_is_what_it_was_but_for_the_names(made: str) -> None:
    assert not changed(made) - RENAMES["otherwise"].keys()


def test_no_exception_is_stale() -> None:
    assert frozenset().union(*map(changed, ANSWERS)) == RENAMES["otherwise"].keys()
