"""Advertisements as JSON: what was read in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from roleguide.formats.serialize import head, plain, some

if TYPE_CHECKING:
    from roleguide.ads.result import Ad, Evidence, Odd, OtherTask


def ad_json(result: Ad, country: str | None) -> dict[str, object]:
    """`roleguide.ad/1`: an advertisement read; `evidence` has what says most first."""
    titled, tasks = result.levels
    return {
        "schema": "roleguide.ad/1",
        "title": result.title.title,
        "verdict": result.verdict,
        "roles": [
            {
                **head(fit.entry),
                "score": round(fit.score, 4),
                "evidence": [_evidence(each) for each in fit.evidence],
            }
            for fit in result.fits
        ],
        "other_tasks": [_task(each) for each in result.others],
        "recognised": [_task(each) for each in result.recognised],
        "titled": [entry.id for entry in result.titled],
        "mistitled": result.mistitled,
        "level": {"title": plain(titled), "tasks": plain(tasks)},
        "missing": list(result.missing),
        "odd": [_odd(each, country) for each in result.odd],
        "ask": [some(each, "roles", "ask") for each in result.ask],
    }


def _task(each: OtherTask) -> dict[str, object]:
    return {"role": each.entry.id, **_evidence(each.evidence)}


def _evidence(each: Evidence) -> dict[str, object]:
    return {**some(each, "line", "sentence", "activity"), "weight": round(each.weight, 4)}


def ads_json(results: Sequence[Ad], country: str | None) -> dict[str, object]:
    """`roleguide.ads/1`: advertisements side by side."""
    return {"schema": "roleguide.ads/1", "ads": [ad_json(each, country) for each in results]}


def asked_json(result: Ad, beyond: Iterable[Evidence]) -> dict[str, object]:
    """What an advertisement asks beyond a role; stands in `roleguide.move/1` with --ad."""
    return {
        "ad": {
            "title": result.title.title,
            "beyond": [some(each, "activity", "line", "sentence") for each in beyond],
        }
    }


def _odd(odd: Odd, country: str | None) -> dict[str, object]:
    """What is odd, with what the law of a country or of each says of it."""
    return {
        "rule": odd.rule,
        "line": odd.line,
        "sentence": odd.text,
        **some(odd.record, "remark", "remedy"),
        "binding": odd.binding(country),
        "laws": [{"country": code, **plain(law)} for code, law in odd.laws(country)],
    }
