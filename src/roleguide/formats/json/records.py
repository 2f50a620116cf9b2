"""Records as JSON: one or all of a section, what roles say of pay, skills and scenes, hits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from roleguide.catalog import Catalog, RoleEntry, RoleHead
from roleguide.compare.rows import needs
from roleguide.formats.serialize import aligned, head, named, plain, some
from roleguide.model import Pay, Role
from roleguide.sections import SECTIONS

if TYPE_CHECKING:
    from roleguide.search import SearchResult


def roles_json(entries: Sequence[RoleHead]) -> dict[str, object]:
    """`roleguide.roles/1`: a list of roles."""
    return {
        "schema": "roleguide.roles/1",
        "roles": [{**head(entry), **some(entry.role, "family", "short")} for entry in entries],
    }


def role_json(entry: RoleEntry, also: Sequence[RoleEntry] = ()) -> dict[str, object]:
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


def record_json(section: str, identifier: str, catalog: Catalog) -> dict[str, object]:
    """`roleguide.skill/1`, `roleguide.term/1` and so on: one record, whole."""
    name = SECTIONS[section].label
    body = plain(getattr(catalog.sections, section)[identifier])
    return {"schema": f"roleguide.{name}/1", name: {"id": identifier, **body}}


def records_json(section: str, catalog: Catalog) -> dict[str, object]:
    """`roleguide.skills/1` and so on: every record of a section."""
    return {
        "schema": f"roleguide.{section}/1",
        section: [
            {"id": identifier, **plain(value)}
            for identifier, value in getattr(catalog.sections, section).items()
        ],
    }


def pay_json(
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


def role_skills_json(entries: Sequence[RoleEntry], catalog: Catalog) -> dict[str, object]:
    """`roleguide.role-skills/1`: the skills of roles, levels and weights aligned with `roles`."""
    needed = needs(catalog, entries)
    return {
        "schema": "roleguide.role-skills/1",
        "roles": [head(entry) for entry in entries],
        "skills": [
            {**named("skills", skill, catalog), **aligned(needed[skill], NEED)} for skill in needed
        ],
    }


def who_json(activity: str, catalog: Catalog) -> dict[str, object]:
    """`roleguide.who/1`: the roles with a part in an activity."""
    shares = [
        {"role": i, "part": r.part, "reach": r.over or role.over, "text": plain(r.text)}
        for i in catalog.users("activities", activity)
        for role in [catalog.entry(i).role]
        for r in [role.responsibilities[activity]]
    ]
    body = record_json("activities", activity, catalog)["activity"]
    return {"schema": "roleguide.who/1", "activity": body, "roles": shares}


def scenes_json(
    kind: str, key: str, entries: Sequence[RoleEntry], ids: Iterable[str]
) -> dict[str, object]:
    """`roleguide.examples/1` and `roleguide.analogies/1`, aligned with `roles`."""
    told = [getattr(entry.role, kind) for entry in entries]
    return {
        "schema": f"roleguide.{kind}/1",
        "roles": [head(entry) for entry in entries],
        kind: [{key: i, **aligned([each.get(i) for each in told], SCENE[kind])} for i in ids],
    }


def hits_json(query: str, found: SearchResult) -> dict[str, object]:
    """`roleguide.hits/1`: what a search found; `marks` are character positions in `text`."""
    return {"schema": "roleguide.hits/1", "query": query, **some(found, "total", "hits")}


NEED: Final = {"levels": "level", "weights": "weight"}
"""The keys of a skill that several roles need, each with the field that it lists."""

SCENE: Final[Mapping[str, Mapping[str, str]]] = {
    "examples": {"texts": "text", "absent": "absent"},
    "analogies": {"figures": "figure", "whys": "why"},
}
"""The keys of a scene of several roles, each with the field that it lists."""
