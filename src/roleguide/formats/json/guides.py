"""Guides as JSON: which are in use, what changed, what was written, and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from roleguide.errors import Fault, FaultyGuide, RoleguideError
from roleguide.formats.serialize import plain, said, some

if TYPE_CHECKING:
    from roleguide.guides.changes import Changes, FieldChange
    from roleguide.guides.overview import Overview


def guides_json(found: Sequence[Overview]) -> dict[str, object]:
    """`roleguide.guides/1`: the guides in effect, the lowest first."""
    return {
        "schema": "roleguide.guides/1",
        "guides": [
            {
                "id": guide.id or None,
                **some(guide, "path", "edition", "adds", "replaces", "faults"),
                "passed_over": [
                    {"file": name, "why": said(why)} for name, why in guide.passed_over
                ],
                "unreadable": plain(guide.unreadable),
            }
            for guide in found
        ],
    }


def changes_json(found: Changes) -> dict[str, object]:
    """`roleguide.changes/1`: what changes from one guide to another, as it is written."""
    return {
        "schema": "roleguide.changes/1",
        **some(found, "before", "after"),
        "records": [
            {
                **some(record, "section", "id", "change"),
                "fields": _fields(record.fields),
                "base": record.base,
                "departures": _fields(record.departures),
            }
            for record in found.records
        ],
    }


def _fields(changes: Sequence[FieldChange]) -> list[dict[str, object]]:
    return [{"change": field.change, **field._asdict()} for field in changes]


def written_json(kind: str, file: str, commands: Sequence[str]) -> dict[str, object]:
    """`roleguide.written/1`: a file that was written, and the commands to try on it."""
    return {"schema": "roleguide.written/1", "kind": kind, "file": file, "next": list(commands)}


def faults_json(found: Sequence[Fault]) -> dict[str, object]:
    """`roleguide.faults/1`: what `check` found."""
    return {
        "schema": "roleguide.faults/1",
        "faults": [
            {
                **some(fault, "file", "line", "column", "path"),
                "severity": "warning" if fault.warning else "error",
                **some(fault, "found", "allowed", "hint"),
            }
            for fault in found
        ],
    }


def error_json(problem: RoleguideError) -> dict[str, object]:
    """`roleguide.error/1`, for stderr."""
    found = problem.faults if isinstance(problem, FaultyGuide) else ()
    return {
        "schema": "roleguide.error/1",
        "error": {
            **some(problem, "kind", "message", "suggestions", "remedy"),
            "faults": faults_json(found)["faults"],
        },
    }
