"""Results as JSON by the contract: stable keys, every language, bytes that never vary.

Every document names its schema and version; additions keep the version, anything else raises it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from roleguide.catalog import Catalog, RoleEntry, RoleHead
from roleguide.compare.result import Compared, Comparison, Matrix, Needed, Rows, delta
from roleguide.compare.rows import needs
from roleguide.errors import Fault, FaultyGuide, RoleguideError
from roleguide.formats import PAGE, Page
from roleguide.formats.serialize import fact, head, plain, said
from roleguide.language import UNSEEN
from roleguide.model import Analogy, Example, HowUsed, Pair, Pay, Responsibility, Role, SharedScene
from roleguide.sections import SECTIONS

if TYPE_CHECKING:
    from roleguide.ads.result import Ad, Evidence, Odd  # few answers need it
    from roleguide.fits.between import Between  # likewise
    from roleguide.fits.ranking import Fits  # likewise
    from roleguide.fits.result import Ranked  # likewise
    from roleguide.guides.changes import RecordChange  # few answers need it
    from roleguide.guides.overview import Overview  # likewise
    from roleguide.moves.coverage import Covered  # few answers need it
    from roleguide.moves.result import Around, Branch, Move, Way  # likewise
    from roleguide.search import Found  # importing it costs time, and few answers need it
    from roleguide.titles import Reading  # likewise
    from roleguide.titles.explanation import Explanation  # likewise


def render(document: Mapping[str, object], page: Page = PAGE) -> str:  # noqa: ARG001 — every format has a page
    """A JSON document as text; keys keep the order of the contract.

    What a terminal would obey is escaped, so that the text is safe to look at.
    """
    return _safe(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _safe(text: str) -> str:
    return UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def stream(heads: Sequence[str], documents: Iterable[Mapping[str, object]]) -> Iterator[str]:  # noqa: ARG001 — the keys say it
    """JSON documents, a line each."""
    for document in documents:
        yield _safe(json.dumps(document, ensure_ascii=False)) + "\n"


def comparison(result: Comparison, catalog: Catalog) -> dict[str, object]:
    """`roleguide.comparison/1`: two roles."""
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
        "facts": [fact(row) for row in result.rows.facts],
        "responsibilities": [
            {**_activity(row, catalog), **_parts(row)} for row in result.rows.responsibilities
        ],
        "skills": [{**_needed(row, catalog), "delta": delta(row)} for row in result.rows.skills],
        **_rest(result.rows, catalog),
        "together": plain(result.together),
        **_advice(result),
        "moves": _moves(catalog, *result.roles),
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


def _moves(catalog: Catalog, left: RoleEntry, right: RoleEntry) -> list[dict[str, object]]:
    return [_moved(catalog, left, right), _moved(catalog, right, left)]


def _moved(catalog: Catalog, start: RoleEntry, goal: RoleEntry) -> dict[str, object]:
    """What kind of move it is from one role to another; `move` tells by which steps."""
    from roleguide.moves import levels_up  # noqa: PLC0415 — few answers need it
    from roleguide.moves.careers import step_between  # noqa: PLC0415 — likewise
    from roleguide.moves.coverage import covered  # noqa: PLC0415 — likewise

    return {
        "from": start.id,
        "to": goal.id,
        "step": plain(step_between(start, goal)),
        "levels": levels_up(start.role.level, goal.role.level),
        "coverage": _covered(covered(catalog, start, goal)),
    }


def _aligned(scene: SharedScene, *sides: str) -> list[object]:
    return [plain(scene.sides.get(side)) for side in sides]


def matrix(result: Matrix, catalog: Catalog) -> dict[str, object]:
    """`roleguide.matrix/1`: three and more roles."""
    return {
        "schema": "roleguide.matrix/1",
        "roles": [head(entry) for entry in result.roles],
        "facts": [fact(row) for row in result.rows.facts],
        "responsibilities": [
            {**_activity(row, catalog), **_parts(row)} for row in result.rows.responsibilities
        ],
        "skills": [_needed(row, catalog) for row in result.rows.skills],
        **_rest(result.rows, catalog),
    }


def roles(entries: Sequence[RoleHead]) -> dict[str, object]:
    """`roleguide.roles/1`: a list of roles."""
    return {
        "schema": "roleguide.roles/1",
        "roles": [
            {**head(entry), "family": entry.role.family, "short": plain(entry.role.short)}
            for entry in entries
        ],
    }


def role(entry: RoleEntry, also: Sequence[RoleEntry] = ()) -> dict[str, object]:
    """`roleguide.role/1`: one role, whole."""
    return {
        "schema": "roleguide.role/1",
        "role": {"id": entry.id, "guide": entry.guide, **_role(entry.role)},
        "also": [head(other) for other in also],
    }


def _role(whole: Role) -> dict[str, object]:
    """A role as JSON. What has grown since version 1 keeps its key and gets another beside it."""
    body = plain(whole)
    return {
        **body,
        "decides": [plain(decision.text) for decision in whole.decides],
        "leads_to": {role: step.move for role, step in whole.leads_to.items()},
        "decisions": body["decides"],
        "steps": body["leads_to"],
    }


def record(section: str, identifier: str, catalog: Catalog) -> dict[str, object]:
    """`roleguide.skill/1`, `roleguide.term/1` and so on: one record, whole."""
    name = SECTIONS[section].label
    body = plain(getattr(catalog.sections, section)[identifier])
    return {"schema": f"roleguide.{name}/1", name: {"id": identifier, **body}}


def records(section: str, catalog: Catalog) -> dict[str, object]:
    """`roleguide.skills/1` and so on: every record of a section."""
    return {
        "schema": f"roleguide.{section}/1",
        section: [
            {"id": identifier, **plain(value)}
            for identifier, value in getattr(catalog.sections, section).items()
        ],
    }


def pay(
    entries: Sequence[RoleEntry], countries: Sequence[str], catalog: Catalog
) -> dict[str, object]:
    """`roleguide.pay/1`: how roles are paid, their figures of some countries, the sources of these.

    A role without figures of a country keeps an empty list; `reviewed` says when they were sought.
    """
    told = [
        (entry, pay._replace(figures=tuple(p for p in pay.figures if p.country in countries)))
        for entry in entries
        for pay in [entry.role.pay or Pay()]
    ]
    used = dict.fromkeys(paid.source for _, pay in told for paid in pay.figures)
    return {
        "schema": "roleguide.pay/1",
        "countries": list(countries),
        "roles": [
            {**head(entry), "reviewed": entry.role.reviewed, "pay": plain(pay)}
            for entry, pay in told
        ],
        "sources": {source: plain(catalog.sections.sources[source]) for source in used},
    }


def role_skills(entries: Sequence[RoleEntry], catalog: Catalog) -> dict[str, object]:
    """`roleguide.role-skills/1`: the skills of roles, levels and weights aligned with `roles`."""
    needed = needs(catalog, entries)
    return {
        "schema": "roleguide.role-skills/1",
        "roles": [head(entry) for entry in entries],
        "skills": [{**_skill(skill, catalog), **_levels(needed[skill])} for skill in needed],
    }


def who(activity: str, catalog: Catalog) -> dict[str, object]:
    """`roleguide.who/1`: the roles with a part in an activity."""
    shares = [
        {"role": i, "part": r.part, "reach": r.over or role.over, "text": plain(r.text)}
        for i in catalog.users("activities", activity)
        for role in [catalog.entry(i).role]
        for r in [role.responsibilities[activity]]
    ]
    body = record("activities", activity, catalog)["activity"]
    return {"schema": "roleguide.who/1", "activity": body, "roles": shares}


def scenes(
    kind: str, key: str, entries: Sequence[RoleEntry], ids: Iterable[str]
) -> dict[str, object]:
    """`roleguide.examples/1` and `roleguide.analogies/1`, aligned with `roles`."""
    rows = []
    for identifier in ids:
        values = [getattr(entry.role, kind).get(identifier) for entry in entries]
        rows.append({key: identifier, **_scene(kind, values)})
    return {
        "schema": f"roleguide.{kind}/1",
        "roles": [head(entry) for entry in entries],
        kind: rows,
    }


def hits(query: str, found: Found) -> dict[str, object]:
    """`roleguide.hits/1`: what a search found; `marks` are character positions in `text`."""
    return {
        "schema": "roleguide.hits/1",
        "query": query,
        "total": found.total,
        "hits": [
            {**hit._asdict(), "marks": [list(span) for span in hit.marks]} for hit in found.hits
        ],
    }


def readings(found: Sequence[Reading | None]) -> list[dict[str, object] | None]:
    """What the titles among the roles asked for were read as, aligned with them."""
    return [
        {
            "title": reading.title,
            "role": reading.role,
            "aside": [part._asdict() for part in reading.aside],
            "corrections": [fixed._asdict() for fixed in reading.corrections],
        }
        if reading
        else None
        for reading in found
    ]


def title(explained: Explanation) -> dict[str, object]:
    """`roleguide.title/1`: what a title means, hides, and is written like."""
    reading = explained.reading
    return {
        "schema": "roleguide.title/1",
        "title": reading.title,
        "verdict": reading.verdict,
        "role": reading.role,
        "candidates": [
            {
                **head(meaning.entry),
                "short": plain(meaning.entry.role.short),
                "plain": plain(meaning.entry.role.plain or meaning.entry.role.mission),
                "how": meaning.found.how,
                "name": meaning.name or None,
                "unknown": list(meaning.found.unknown),
                "other_title": plain(meaning.title),
            }
            for meaning in explained.meanings
        ],
        "aside": [part._asdict() for part in reading.aside],
        "corrections": [fixed._asdict() for fixed in reading.corrections],
        "trade": reading.trade or None,
        "terms": [{"term": i, "senses": plain(senses)} for i, senses in explained.hidden],
        "tests": [{"roles": list(roles), **plain(question)} for roles, question in explained.tests],
        "forms": [plain(form) for form in explained.forms],
        "confused_with": list(explained.confused),
    }


def ad(result: Ad, country: str | None) -> dict[str, object]:
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
                "evidence": [
                    {
                        "line": each.line,
                        "sentence": each.sentence,
                        "activity": each.sign.id if each.sign.section == "activities" else None,
                        "weight": round(each.weight, 4),
                    }
                    for each in fit.evidence
                ],
            }
            for fit in result.fits
        ],
        "titled": [entry.id for entry in result.titled],
        "mistitled": result.mistitled,
        "level": {"title": plain(titled), "tasks": plain(tasks)},
        "missing": list(result.missing),
        "odd": [_odd(each, country) for each in result.odd],
        "ask": [{"roles": list(each.roles), "ask": plain(each.ask)} for each in result.ask],
    }


def ads(results: Sequence[Ad], country: str | None) -> dict[str, object]:
    """`roleguide.ads/1`: advertisements side by side."""
    return {"schema": "roleguide.ads/1", "ads": [ad(each, country) for each in results]}


def asked(result: Ad, beyond: Iterable[Evidence]) -> dict[str, object]:
    """What an advertisement asks beyond a role; stands in `roleguide.move/1` with --ad."""
    return {
        "ad": {
            "title": result.title.title,
            "beyond": [
                {"activity": each.sign.id, "line": each.line, "sentence": each.sentence}
                for each in beyond
            ],
        }
    }


def _odd(odd: Odd, country: str | None) -> dict[str, object]:
    """What is odd, with what the law of a country or of each says of it."""
    return {
        "rule": odd.rule,
        "line": odd.line,
        "sentence": odd.text,
        "remark": plain(odd.record.remark),
        "remedy": plain(odd.record.remedy),
        "binding": odd.binding(country),
        "laws": [{"country": code, **plain(law)} for code, law in odd.laws(country)],
    }


def move(result: Move, catalog: Catalog) -> dict[str, object]:
    """`roleguide.move/1`: what it takes to go from one role to another, and by which steps."""
    goal = result.roles[1].role
    return {
        "schema": "roleguide.move/1",
        "roles": [head(entry) for entry in result.roles],
        "step": plain(result.step),
        "back": plain(result.back),
        "levels": result.levels,
        "personal": result.personal,
        "coverage": {"there": _covered(result.there), "back": _covered(result.home)},
        "skills": [
            {
                **_skill(each.skill, catalog),
                "task": each.task,
                "levels": [each.now, each.then],
                "weight": each.weight,
            }
            for each in result.tasks
        ],
        "responsibilities": [
            {
                "activity": each.activity,
                "name": plain(catalog.sections.activities[each.activity].name),
                "parts": [share.part if share else None for share in (each.now, each.then)],
                "reaches": [share.reach if share else None for share in (each.now, each.then)],
            }
            for each in result.parts
        ],
        "ways": [_way(way) for way in result.ways],
        "rose": result.rose,
        "nearer": list(result.nearer),
        "interview": plain(goal.interview),
        "pitfalls": plain(goal.pitfalls),
        "ask": plain(goal.ask),
        "pay": [plain(entry.role.pay) for entry in result.roles],
    }


def fit(result: Fits) -> dict[str, object]:
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


def between(result: Between) -> dict[str, object]:
    """`roleguide.between/1`: questions about a few roles, the answers, and what they say."""
    answers = [*result.answers, *([None] * (len(result.questions) - len(result.answers)))]
    return {
        "schema": "roleguide.between/1",
        "roles": [head(entry) for entry in result.roles],
        "questions": [
            {
                "kind": question.kind,
                "ask": plain(question.ask),
                "person": question.person,
                "sides": [plain(side) for side in question.sides],
                "answer": answer,
            }
            for question, answer in zip(result.questions, answers, strict=True)
        ],
        "votes": {"want": result.votes("want"), "do": result.votes("do")},
        "verdict": {"want": result.verdict("want"), "do": result.verdict("do")},
        "open": result.open(),
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


def around(result: Around) -> dict[str, object]:
    """`roleguide.next/1`: where people go on to and come from, and what is near besides."""
    return {
        "schema": "roleguide.next/1",
        "role": head(result.entry),
        "onward": [_branch(each) for each in result.onward],
        "origins": [_branch(each) for each in result.origins],
        "outside": [plain(each._replace(role=None)) for each in result.outside],
        "beyond": plain(result.entry.role.beyond),
        "near": [
            {
                "role": each.role,
                "nearness": round(each.nearness, 4),
                "there": _covered(each.there),
                "back": _covered(each.back),
            }
            for each in result.near
        ],
    }


def _branch(branch: Branch) -> dict[str, object]:
    further = {"further": [_branch(each) for each in branch.further]} if branch.further else {}
    return {"role": branch.role, **plain(branch.step), **further}


def _way(way: Way) -> dict[str, object]:
    legs = [
        {
            "from": leg.start,
            "to": leg.goal,
            **plain(leg.step),
            "coverage": _covered(leg.covered),
        }
        for leg in way.legs
    ]
    return {"legs": legs, "bottleneck": way.bottleneck.goal}


def _covered(covered: Covered) -> dict[str, object]:
    shares = {key: round(share, 4) for key, share in covered.skills._asdict().items()}
    return {"skills": shares, "activities": round(covered.activities, 4)}


def faults(found: Sequence[Fault]) -> dict[str, object]:
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


def guides(found: Sequence[Overview]) -> dict[str, object]:
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


def changes(found: Sequence[RecordChange], names: tuple[str, str]) -> dict[str, object]:
    """`roleguide.changes/1`: what changes from one guide to another, as it is written."""
    before, after = names
    return {
        "schema": "roleguide.changes/1",
        "before": before,
        "after": after,
        "records": [
            {
                "section": record.section,
                "id": record.id,
                "change": record.change,
                "fields": [{"change": field.change, **field._asdict()} for field in record.fields],
            }
            for record in found
        ],
    }


def written(kind: str, file: str, commands: Sequence[str]) -> dict[str, object]:
    """`roleguide.written/1`: a file that was written, and the commands to try on it."""
    return {"schema": "roleguide.written/1", "kind": kind, "file": file, "next": list(commands)}


def error(problem: RoleguideError) -> dict[str, object]:
    """`roleguide.error/1`, for stderr."""
    return {
        "schema": "roleguide.error/1",
        "error": {
            "kind": problem.kind,
            "message": said(problem.message),
            "suggestions": list(problem.suggestions),
            "remedy": said(problem.remedy) if problem.remedy else None,
            "faults": faults(problem.faults)["faults"] if isinstance(problem, FaultyGuide) else [],
        },
    }


def _activity(row: Compared[Responsibility], catalog: Catalog) -> dict[str, object]:
    return {
        "activity": row.id,
        "name": plain(catalog.sections.activities[row.id].name),
        "change": row.change,
    }


def _parts(row: Compared[Responsibility]) -> dict[str, object]:
    return {
        "parts": [each.part if each else None for each in row.values],
        "reaches": [each.over if each else None for each in row.values],
        "texts": [plain(each.text) if each else None for each in row.values],
        "variations": [plain(each.or_) if each else None for each in row.values],
    }


def _skill(skill: str, catalog: Catalog) -> dict[str, object]:
    return {"skill": skill, "name": plain(catalog.sections.skills[skill].name)}


def _levels(needs: Sequence[Needed | None]) -> dict[str, object]:
    return {
        "levels": [need.level if need else None for need in needs],
        "weights": [need.weight if need else None for need in needs],
    }


def _needed(row: Compared[Needed], catalog: Catalog) -> dict[str, object]:
    return {**_skill(row.id, catalog), "change": row.change, **_levels(row.values)}


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
        "examples": [{"context": r.id, **_scene("examples", r.values)} for r in rows.examples],
        "analogies": [{"world": r.id, **_scene("analogies", r.values)} for r in rows.analogies],
    }


_SCENE: Final[Mapping[str, Mapping[str, str]]] = {
    "examples": {"texts": "text", "absent": "absent"},
    "analogies": {"figures": "figure", "whys": "why"},
}
"""The keys of a scene of several roles, each with the field that it lists."""


def _scene(kind: str, values: Sequence[Example | Analogy | None]) -> dict[str, object]:
    return {
        key: [plain(getattr(value, field)) if value else None for value in values]
        for key, field in _SCENE[kind].items()
    }
