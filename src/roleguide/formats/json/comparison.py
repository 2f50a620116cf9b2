"""What separates roles, as JSON: two of them, or three and more."""

from __future__ import annotations

from typing import Final

from roleguide.catalog import Catalog
from roleguide.compare.result import Compared, Comparison, Matrix, Needed, Rows, delta
from roleguide.formats.json.records import aligned_levels, aligned_scene, named_skill
from roleguide.formats.serialize import fact, head, plain
from roleguide.model import HowUsed, Pair, Responsibility, SharedScene


def comparison_json(result: Comparison, catalog: Catalog) -> dict[str, object]:
    """`roleguide.comparison/1`: two roles."""
    from roleguide.formats.json.moves import moves_json  # not for readers

    overlap = result.overlap
    return {
        "schema": "roleguide.comparison/1",
        "roles": [head(entry) for entry in result.roles],
        "usage": plain(result.usage) if result.usage else None,
        "difference": [plain(text) for text in result.difference],
        "tests": [
            {
                "ask": plain(q.ask),
                "answer": plain(q.answer),
                "points_to": q.points_to,
                "activity": q.activity,
            }
            for q in result.tests
        ],
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
        "plain": [plain(text) for text in result.plain],
        "ad": [plain(role.ad) for role in roles],
        "choose": [plain(pair.choose.get(side)) for side in (left, right)],
        "first": plain(pair.first),
        "one_person": plain(pair.one_person),
        "senior": plain(pair.senior),
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


def _facts_and_work(rows: Rows, catalog: Catalog) -> dict[str, object]:
    return {
        "facts": [fact(row) for row in rows.facts],
        "responsibilities": [_activity(row, catalog) for row in rows.responsibilities],
    }


def _activity(row: Compared[Responsibility], catalog: Catalog) -> dict[str, object]:
    return {
        "activity": row.id,
        "name": plain(catalog.sections.activities[row.id].name),
        "change": row.change,
        "parts": [each.part if each else None for each in row.values],
        "reaches": [each.over if each else None for each in row.values],
        "texts": [plain(each.text) if each else None for each in row.values],
        "variations": [plain(each.or_) if each else None for each in row.values],
    }


def _needed(row: Compared[Needed], catalog: Catalog) -> dict[str, object]:
    return {**named_skill(row.id, catalog), "change": row.change, **aligned_levels(row.values)}


def _rest(rows: Rows, catalog: Catalog) -> dict[str, object]:
    """Metrics, tools, examples and analogies."""
    s = catalog.sections
    return {
        "metrics": [
            {
                "metric": row.id,
                "name": plain(s.metrics[row.id].name),
                "change": row.change,
                "ties": list(row.values),
            }
            for row in rows.metrics
        ],
        "tools": [
            {
                "tool": row.id,
                "name": plain(s.tools[row.id].name),
                "change": row.change,
                "used": [bool(used) for used in row.values],
            }
            for row in rows.tools
        ],
        "examples": [
            {"context": r.id, **aligned_scene("examples", r.values)} for r in rows.examples
        ],
        "analogies": [
            {"world": r.id, **aligned_scene("analogies", r.values)} for r in rows.analogies
        ],
    }
