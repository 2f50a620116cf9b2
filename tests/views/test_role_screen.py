"""The first screen of a role: what stands in its rows, for every role of the built-in guide."""

from __future__ import annotations

import re

import pytest

from roleguide.language import Language
from roleguide.views.document import Fields, Prose, plain
from roleguide.views.role import Asked, role_view
from views.answers import LANGUAGES, builtin

ROLES = [head.id for head in builtin().heads()]
ABROAD = re.compile("États-Unis|Royaume-Uni|Canada")


def rows(role: str, language: Language) -> dict[str, str]:
    """What the rows of a first screen say, by their names."""
    document = role_view(builtin().entry(role), builtin(), language, Asked(), "screen")
    fields = [block for block in document.blocks if isinstance(block, Fields)]
    return {plain(name): plain(text) for block in fields for name, text in block.rows}


@pytest.mark.parametrize("role", ROLES)
def test_key_skills_come_by_level(role: str) -> None:
    levels = re.findall(r" (\d)(?:,|$)", rows(role, LANGUAGES["en"])["Key skills, 1–5"])
    assert levels == sorted(levels, reverse=True)
    assert levels


def test_next_jobs_say_of_which_kind_the_step_is() -> None:
    said = rows("sales-ops", LANGUAGES["en"])
    assert said["Moves up to"].startswith("Director of Sales Operations")
    assert said["Sideways to"] == "Revenue Operations Manager"
    assert said["Other paths"]


def test_the_job_outside_the_guide_is_a_step_up() -> None:
    said = rows("product-manager", LANGUAGES["en"])["Moves up to"]
    assert said.startswith("lead product manager, then head of product")


def test_a_role_that_owns_nothing_does_what_it_does() -> None:
    said = rows("sales-ops-analyst", LANGUAGES["en"])
    assert said["Does"]
    assert not {"Responsible for", "Also does"} & {*said}


def test_what_is_paid_abroad_is_left_to_the_page_on_pay() -> None:
    said = [rows(role, LANGUAGES["fr"]).get("Salaires relevés", "") for role in ROLES]
    assert not [text for text in said if ABROAD.search(text)]
    assert any("France" in text for text in said)


def test_the_nearest_roles_to_compare_it_with_come_first() -> None:
    said = rows("sales-ops-director", LANGUAGES["en"])["Compare with"].split(", ")
    assert said[0] == "Revenue Operations Manager"
    assert max(len(rows(r, LANGUAGES["en"])["Compare with"].split(", ")) for r in ROLES) == 4


def test_a_role_of_a_company_is_told_as_it_is_there() -> None:
    entry = builtin().entry("sales-ops")
    shown = {}
    for guide in (entry.guide, "acme"):
        made = entry._replace(guide=guide)
        document = role_view(made, builtin(), LANGUAGES["en"], Asked(), "screen")
        shown[guide] = "\n".join(
            f"{plain(name)} {plain(text)}"
            for block in document.blocks
            if isinstance(block, Fields)
            for name, text in block.rows
        ) + "\n".join(plain(b.text) for b in document.blocks if isinstance(b, Prose))
    for said in ("Reports to usually ", "Describes common practice"):
        assert said in shown[entry.guide]
        assert said not in shown["acme"]
