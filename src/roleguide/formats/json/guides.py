"""Guides as JSON: which are in use, what changed, what was written, and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from roleguide.errors import Fault, FaultyGuide, RoleguideError
from roleguide.formats.serialize import said

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
                "path": guide.path,
                "edition": guide.edition,
                "adds": guide.adds,
                "replaces": guide.replaces,
                "faults": guide.faults,
                "passed_over": [
                    {"file": name, "why": said(why)} for name, why in guide.passed_over
                ],
                "unreadable": said(guide.unreadable) if guide.unreadable else None,
            }
            for guide in found
        ],
    }


def changes_json(found: Changes) -> dict[str, object]:
    """`roleguide.changes/1`: what changes from one guide to another, as it is written."""
    return {
        "schema": "roleguide.changes/1",
        "before": found.before,
        "after": found.after,
        "records": [
            {
                "section": record.section,
                "id": record.id,
                "change": record.change,
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
                "file": fault.file,
                "line": fault.line,
                "column": fault.column,
                "path": fault.path,
                "severity": "warning" if fault.warning else "error",
                "found": said(fault.found),
                "allowed": said(fault.allowed) if fault.allowed else None,
                "hint": said(fault.hint) if fault.hint else None,
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
            "kind": problem.kind,
            "message": said(problem.message),
            "suggestions": list(problem.suggestions),
            "remedy": said(problem.remedy) if problem.remedy else None,
            "faults": faults_json(found)["faults"],
        },
    }
