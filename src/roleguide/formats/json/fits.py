"""How roles fit a person, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roleguide.formats.serialize import head, plain, some

if TYPE_CHECKING:
    from roleguide.fits.between import Between
    from roleguide.fits.ranking import Fits
    from roleguide.fits.result import Ranked


def fit_json(result: Fits) -> dict[str, object]:
    """`roleguide.fit/1`: which roles fit a person, with every point, and which are excluded."""
    return {
        "schema": "roleguide.fit/1",
        "now": head(result.now) if result.now else None,
        "outside": result.profile.outside,
        "title": plain(result.title),
        "total": len(result.ranked),
        "roles": [_fit(result, each) for each in result.ranked],
        "excluded": [plain(each) for each in result.excluded],
    }


def _fit(result: Fits, ranked: Ranked) -> dict[str, object]:
    found = result.fit(ranked.role)
    return {
        **head(found.head),
        "verdict": "near" if ranked.near else "not_near",
        "points": round(ranked.got, 4),
        "of": round(ranked.of, 4),
        "levels": found.levels,
        "step": {"from": found.step[0], **plain(found.step[1])} if found.step else None,
        "skills": [
            {
                "skill": each.skill,
                "level": each.held.level if each.held else None,
                "presumed_from": each.held.role if each.held else None,
                "asked": each.need.level,
                "weight": each.need.weight,
                "points": round(each.got, 4),
                "of": each.of,
            }
            for each in found.skills
        ],
        "activities": [
            {
                "activity": each.activity,
                "doing": each.done.doing if each.done else None,
                "presumed_from": each.done.role if each.done else None,
                "part": each.part,
                "points": each.got,
                "of": each.of,
            }
            for each in found.activities
        ],
        "wishes": [{**each._asdict(), "points": each.got, "of": each.of} for each in found.wishes],
    }


def between_json(result: Between) -> dict[str, object]:
    """`roleguide.between/1`: questions about a few roles, the answers, and what they say."""
    answers = [*result.answers, *([None] * (len(result.questions) - len(result.answers)))]
    return {
        "schema": "roleguide.between/1",
        "roles": [head(entry) for entry in result.roles],
        "questions": [
            {
                **some(question, "kind", "ask", "person", "sides"),
                "answer": answer,
            }
            for question, answer in zip(result.questions, answers, strict=True)
        ],
        "votes": {"want": result.votes("want"), "do": result.votes("do")},
        "verdict": {"want": result.verdict("want"), "do": result.verdict("do")},
        "open": result.open(),
    }
