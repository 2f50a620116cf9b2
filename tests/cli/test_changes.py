"""`changes` and `guides`: what a guide changes, and which are in effect."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import Run

OURS = """\
guide: {id: acme, format: 1, edition: "2026-11"}
roles:
  sales-ops:
    extends: sales-ops
    level: director
    mission: {en: Ours.}
    tools: [crm, fax]
    skills: {leading-people: {level: 4}, querying-bi: null}
tools: {fax: {name: Fax, family: office-tools, definition: Prints.}}
"""


def test_a_guide_against_the_standard(inside: Run, tmp_path: Path) -> None:
    (tmp_path / "acme.yaml").write_text(OURS, encoding="utf-8")
    answer = inside("changes", "acme.yaml")
    assert answer.code == 0
    for line in (
        "From roleguide to acme",
        "~ level: manager → director",
        "Sales Operations Manager (sales-ops)   role · changed",
        "+ why the job exists: Ours.",
        "− skills · Queries and reporting tools (SQL): level 4; important",
        "~ skills · Leading people: level 2 → level 4",
        "+ tools: Fax",
    ):
        assert line in answer.out.splitlines()
    assert inside("changes", "acme.yaml", "--guide", "acme.yaml").out == answer.out
    assert inside("changes", "acme.yaml", "--exit-code").code == 1
    french = inside("changes", "acme.yaml", "--lang", "fr").out
    assert "pourquoi le poste existe (en)" in french, (
        "what changed in another language alone says so"
    )
    assert "sales-ops" in inside("changes", "acme.yaml", "--format", "markdown").out


def test_it_is_told_in_words(inside: Run, tmp_path: Path) -> None:
    """Ids by their names, and no keys of the file but those that name a field."""
    text = """\
roles:
  sales-ops:
    extends: sales-ops
    reports_to: [{text: "Chief Operating Officer"}]
    responsibilities: {sales-forecast: {part: both}, sales-training: null}
    pay: "a fixed salary"
    leads_to: {sales-ops-director: {move: side}}
    examples: {startup: null}
"""
    (tmp_path / "acme.yaml").write_text(text, encoding="utf-8")
    told = inside("changes", "acme.yaml").out
    for line in (
        "− reports to: VP of Sales",
        "+ reports to: Chief Operating Officer",
        "~ responsibilities · Sales forecast: helps → owns and does",
        "− responsibilities · Training",
        "; 4 amounts",
        "+ pay: a fixed salary",
        "~ leads to · Director of Sales Operations: a step up → a sideways move",
        "− scenes · Startup: ",
        " (where there is an enablement team: helps)\n",
    ):
        assert line in told
    assert "last read as a whole" not in told, "nobody changed that"
    *_, last = told.strip().splitlines()
    assert last.startswith("As before, and worth reading again: in a sentence, ")
    assert "scenes" not in last, "one of them changed"
    for raw in ("{", "vp-sales", "figures", "sales-training", "earnings", "startup"):
        assert raw not in told


def test_two_versions_of_a_guide(inside: Run, tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_text(OURS, encoding="utf-8")
    (tmp_path / "new.yaml").write_text(OURS.replace("director", "vp"), encoding="utf-8")
    document = json.loads(inside("changes", "old.yaml", "new.yaml", "--format", "json").out)
    assert document == {
        "schema": "roleguide.changes/1",
        "before": "old.yaml",
        "after": "new.yaml",
        "records": [
            {
                "section": "roles",
                "id": "sales-ops",
                "change": "changed",
                "fields": [
                    {"change": "changed", "path": "level", "before": "director", "after": "vp"}
                ],
                "base": None,
                "departures": [],
            }
        ],
    }
    same = inside("changes", "old.yaml", "old.yaml", "--exit-code")
    assert (same.code, same.out.splitlines()[-1]) == (0, "Nothing changes.")


def test_guides_in_effect(inside: Run, tmp_path: Path) -> None:
    acme = tmp_path / "acme"
    (acme / "inner").mkdir(parents=True)
    (acme / "roles.yaml").write_text(OURS, encoding="utf-8")
    (acme / "me.yaml").write_text("profile: {}\n", encoding="utf-8")
    (acme / ".old.yaml").write_text("", encoding="utf-8")
    (acme / "notes.txt").write_text("", encoding="utf-8")
    (tmp_path / "bad.yaml").write_text("roles: {x: 1}\n", encoding="utf-8")
    line = "guides --guide acme --guide bad.yaml --guide gone.yaml --format json"
    standard, ours, bad, gone = json.loads(inside(*line.split()).out)["guides"]
    assert (standard["id"], standard["replaces"], standard["passed_over"]) == ("roleguide", {}, [])
    assert ours["adds"] == {"tools": ["fax"]}
    assert ours["replaces"] == {"roles": ["sales-ops"]}
    assert ours["edition"] == "2026-11"
    assert [each["file"] for each in ours["passed_over"]] == [
        ".old.yaml",
        "inner",
        "me.yaml",
        "notes.txt",
    ]
    assert (bad["faults"], bad["edition"]) == (1, None)
    assert gone["unreadable"]["en"] == "there is no such file."
    shown = inside("guides", "--guide", "bad.yaml", "--lang", "fr")
    assert "roleguide check bad.yaml" in shown.out


@pytest.mark.parametrize("line", ["changes", "changes gone.yaml", "changes a b c"])
def test_what_cannot_be_compared(inside: Run, line: str) -> None:
    answer = inside(*line.split())
    assert (answer.code, answer.out) == (2, "")


def test_a_folder_of_the_users_with_nothing_but_folders_says_so(
    inside: Run, tmp_path: Path
) -> None:
    """As after copying a guide there as it was written, which nothing else would tell of."""
    (tmp_path / "config" / "acme").mkdir(parents=True)
    (tmp_path / "config" / "acme" / "guide.yaml").write_text("guide: {id: acme}\n", "utf-8")
    out = inside("guides", ROLEGUIDE_CONFIG_DIR=str(tmp_path / "config")).out
    assert "Passed over: acme: a folder" in out
    assert inside("guides", ROLEGUIDE_CONFIG_DIR=str(tmp_path / "none")).out.count("Adds") == 1


def test_ids_that_look_like_keys_or_languages(inside: Run, tmp_path: Path) -> None:
    """An activity called `or`, an id with a dot, roles of two letters."""
    role = "{{title: {0}, family: selling, level: senior, mission: M., skills: {{}}, {1}}}"
    does = "responsibilities: {{{}: {{part: both, text: closes}}}}"
    made = """\
activities:
  or: {{name: Gold, family: demand, definition: D.}}
  crm.admin: {{name: Settings, family: demand, definition: D.}}
roles:
  ae: {0}
  solo: {1}
"""
    one, other, dotted = (does.format(each) for each in ("closing", "or", "crm.admin"))
    old = made.format(role.format("Seller", one), role.format("Solo", one))
    both = f"{other}, leads_to: {{ae: up}}"
    new = made.format(role.format("Seller", dotted), role.format("Solo", both))
    for name, text in (("old.yaml", old), ("new.yaml", new)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    told = inside("changes", "old.yaml", "new.yaml").out
    assert "+ responsibilities · Gold: owns and does; closes" in told
    assert "+ responsibilities · Settings: owns and does; closes" in told
    assert "+ leads to: Seller: a step up" in told
