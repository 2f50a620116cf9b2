"""What separates roles, as JSON: two of them, or three and more."""

from __future__ import annotations

from typing import Final

from roleguide.catalog import Catalog
from roleguide.compare.result import Compared, Comparison, Matrix, Needed, Rows, T, delta
from roleguide.formats.json.records import NEED, SCENE
from roleguide.formats.serialize import aligned, head, named, plain, some
from roleguide.model import HowUsed, Pair, SharedScene


def comparison_json(result: Comparison, catalog: Catalog) -> dict[str, object]:
    """`roleguide.comparison/1`: two roles."""
    from roleguide.formats.json.moves import moves_json  # not for readers

    overlap = result.overlap
    return {
        "schema": "roleguide.comparison/1",
        "roles": [head(entry) for entry in result.roles],
        **some(result, "usage", "difference"),
        "tests": [some(q, "ask", "answer", "points_to", "activity") for q in result.tests],
        "overlap": {key: round(value, 4) for key, value in overlap._asdict().items()}
        if overlap
        else None,
        **_facts_and_work(result.rows, catalog),
        "skills": [{**_needed(row, catalog), "delta": delta(row)} for row in result.rows.skills],
        **_rest(result.rows, catalog),
        "together": plain(result.together),
        **_advice(result),
        "moves": moves_json(catalog, *result.roles),
    }


_UNWRITTEN: Final = Pair(HowUsed("distinct"), {})
"""A pair about which nothing is written."""


def _advice(result: Comparison) -> dict[str, object]:
    """What helps to choose between two roles; lists are aligned with `roles`."""
    pair, roles = result.pair or _UNWRITTEN, [entry.role for entry in result.roles]
    left, right = (entry.id for entry in result.roles)
    return {
        "plain": plain(result.plain),
        "ad": [plain(role.ad) for role in roles],
        "choose": [plain(pair.choose.get(side)) for side in (left, right)],
        **some(pair, "first", "one_person", "senior"),
        "scene": plain(pair.scene) | {"sides": _aligned(pair.scene, left, right)}
        if pair.scene
        else None,
        "pay": [plain(role.pay) for role in roles],
        "hiring": [plain(role.hiring) for role in roles],
        "steps": [plain(roles[0].leads_to.get(right)), plain(roles[1].leads_to.get(left))],
        "reviewed": pair.reviewed,
    }


def _aligned(scene: SharedScene, *sides: str) -> list[object]:
    return [plain(scene.sides.get(side)) for side in sides]


def matrix_json(result: Matrix, catalog: Catalog) -> dict[str, object]:
    """`roleguide.matrix/1`: three and more roles."""
    return {
        "schema": "roleguide.matrix/1",
        "roles": [head(entry) for entry in result.roles],
        **_facts_and_work(result.rows, catalog),
        "skills": [_needed(row, catalog) for row in result.rows.skills],
        **_rest(result.rows, catalog),
    }


_PART: Final = {"parts": "part", "reaches": "over", "texts": "text", "variations": "or_"}
"""The keys of an activity that several roles have a part in, each with the field that it lists."""


def _facts_and_work(rows: Rows, catalog: Catalog) -> dict[str, object]:
    return {
        "facts": [some(row, "id", "change", "values") for row in rows.facts],
        "responsibilities": [
            {**_row("activities", row, catalog), **aligned(row.values, _PART)}
            for row in rows.responsibilities
        ],
    }


def _row(section: str, row: Compared[T], catalog: Catalog) -> dict[str, object]:
    return {**named(section, row.id, catalog), "change": row.change}


def _needed(row: Compared[Needed], catalog: Catalog) -> dict[str, object]:
    return {**_row("skills", row, catalog), **aligned(row.values, NEED)}


def _rest(rows: Rows, catalog: Catalog) -> dict[str, object]:
    """Metrics, tools, examples and analogies."""
    return {
        "metrics": [
            {**_row("metrics", row, catalog), "ties": list(row.values)} for row in rows.metrics
        ],
        "tools": [
            {**_row("tools", row, catalog), "used": [bool(used) for used in row.values]}
            for row in rows.tools
        ],
        "examples": [
            {"context": row.id, **aligned(row.values, SCENE["examples"])} for row in rows.examples
        ],
        "analogies": [
            {"world": row.id, **aligned(row.values, SCENE["analogies"])} for row in rows.analogies
        ],
    }
