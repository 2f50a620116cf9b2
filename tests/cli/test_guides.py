"""`check`, and guides of one's own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.conftest import Answer, Run

Inside = Callable[..., Answer]

BROKEN = """\
guide: {id: acme, format: 1}
roles:
  sales-ops:
    extends: sales-ops
    level: manger
    skils: {}
    skills:
      data-analisys: {level: 6, weight: 3}
"""

EXPECTED = """\
acme.yaml:5:12: roles.sales-ops.level: “manger”; allowed: one of entry, professional, senior, \
lead, manager, director, vp, chief
    level: manger
    → did you mean “manager”?
acme.yaml:6:5: roles.sales-ops.skils: unknown key “skils”
    skils: {}
    → did you mean “skills”?
acme.yaml:8:7: roles.sales-ops.skills.data-analisys: “data-analisys” is not in “skills”
    data-analisys: {level: 6, weight: 3}
    → did you mean “data-analysis”?
acme.yaml:8:30: roles.sales-ops.skills.data-analisys.level: the number 6; allowed: \
a whole number from 1 to 5
    data-analisys: {level: 6, weight: 3}
    → write one of those in its place; it is needed here
4 faults in acme.yaml
"""


def test_the_built_in_guide_is_sound(inside: Run) -> None:
    answer = inside("check")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("No faults in ")


def test_without_a_file_those_that_were_not_checked_are_named(
    inside: Inside, tmp_path: Path
) -> None:
    said = "Only the guides in use were checked. A file that is not: roleguide check "
    (tmp_path / "compose.yaml").write_text("services: {}")
    assert inside("check").out.splitlines()[-1] == f"{said}FILE"
    (tmp_path / "my guide.yaml").write_text("roles: {csm: {extends: csm}}")
    assert inside("check").out.splitlines()[-1] == f"{said}'my guide.yaml'"
    assert said not in inside("check", "--guide", "my guide.yaml").out
    assert said not in inside("check", "my guide.yaml").out


def test_every_fault_with_its_place_and_a_hint(inside: Run, tmp_path: Path) -> None:
    (tmp_path / "acme.yaml").write_text(BROKEN, encoding="utf-8")
    answer = inside("check", "acme.yaml")
    assert answer.code == 1
    lines = [line for line in answer.out.splitlines() if line]
    assert lines == EXPECTED.splitlines()


def test_faults_in_french_and_as_json(inside: Run, tmp_path: Path) -> None:
    (tmp_path / "acme.yaml").write_text(BROKEN, encoding="utf-8")
    french = inside("check", "acme.yaml", "--lang", "fr").out
    assert "«\u00a0manger\u00a0»\u202f; attendu\u00a0: une valeur parmi entry" in french
    assert french.endswith("4 erreurs dans acme.yaml\n")
    answer = inside("check", "acme.yaml", "--format", "json")
    assert answer.code == 1
    document = json.loads(answer.out)
    assert document["schema"] == "roleguide.faults/1"
    assert [(f["line"], f["column"]) for f in document["faults"]] == [
        (5, 12),
        (6, 5),
        (8, 7),
        (8, 30),
    ]
    csv = inside("check", "acme.yaml", "--format", "csv").out
    assert csv.splitlines()[0] == "file,line,column,path,severity,found,allowed,hint"
    assert len(csv.splitlines()) == 5


def test_a_faulty_guide_answers_nothing(inside: Run, tmp_path: Path) -> None:
    (tmp_path / "acme.yaml").write_text(BROKEN, encoding="utf-8")
    answer = inside("list", "--guide", "acme.yaml")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("The guide has faults; none of it was used.\nacme.yaml:5:12: ")
    assert answer.err.endswith("4 faults in all: roleguide check acme.yaml\n")


def test_standard_input_is_checked(inside: Run) -> None:
    answer = inside("check", "-", stdin="roles: {x: {title: X}}\n")
    assert answer.code == 1
    assert "-:1:12: roles.x: the keys family, level, mission," in answer.out


@pytest.mark.parametrize("way", ["option", "environment", "config"])
def test_a_guide_extends_the_standard_role(inside: Run, tmp_path: Path, way: str) -> None:
    folder = tmp_path / "config"
    folder.mkdir()
    file = (folder if way == "config" else tmp_path) / "acme.yaml"
    file.write_text(
        "roles:\n"
        "  sales-ops:\n"
        "    extends: sales-ops\n"
        "    level: director\n"
        "    skills: {leading-people: {level: 4, weight: 3}, querying-bi: null}\n",
        encoding="utf-8",
    )
    options = ["--guide", str(file)] if way == "option" else []
    environment = {"ROLEGUIDE_PATH": str(file)} if way == "environment" else {}
    answer = inside(
        "compare", "roleguide/sales-ops", "sales-ops", *options, "--format", "json", **environment
    )
    assert answer.code == 0, answer.err
    document = json.loads(answer.out)
    guide = "mine" if way == "config" else "acme"
    assert [r["guide"] for r in document["roles"]] == ["roleguide", guide]
    assert [r["level"] for r in document["roles"]] == ["manager", "director"]
    changed = {s["skill"]: s["change"] for s in document["skills"] if s["change"] != "same"}
    assert changed == {"leading-people": "changed", "querying-bi": "left"}


def test_a_role_of_ones_own_compares_with_the_standard(inside: Run, tmp_path: Path) -> None:
    (tmp_path / "acme.yaml").write_text(
        """\
roles:
  deal-doctor:
    title: Deal Doctor
    family: operations
    level: [professional, senior]
    mission: Heals deals that have gone quiet.
    responsibilities:
      sales-forecast: {part: supports, text: says which deals are dead}
    skills:
      data-analysis: {level: 4, weight: 3}
""",
        encoding="utf-8",
    )
    answer = inside("compare", "Deal Doctor", "sales-ops", "--guide", "acme.yaml", "--lang", "fr")
    assert answer.code == 0, answer.err
    assert "acme/deal-doctor" in answer.out
    assert "Heals deals that have gone quiet." in answer.out
    warning = inside("check", "acme.yaml")
    assert warning.code == 0
    assert "without definition, stage, examples, comparisons say less" in warning.out


def test_a_role_is_shown_as_yaml_whole_or_upon_another(inside: Run, tmp_path: Path) -> None:
    whole = inside("show", "sales-director", "--format", "yaml")
    assert (whole.code, whole.err) == (0, "")
    assert whole.out.startswith("roles:\n  sales-director:\n    title:\n")
    assert inside("show", "sales-director", "-o", "acme.yaml").code == 0
    assert (tmp_path / "acme.yaml").read_text("utf-8") == whole.out
    same = inside("show", "sales-director", "--extends", "roleguide/sales-director")
    assert same.out == "roles:\n  sales-director:\n    extends: sales-director\n"
    (tmp_path / "acme.yaml").write_text(
        "roles: {sales-director: {extends: sales-director, level: vp, tools: [crm]}}\n"
    )
    line = ("show", "sales-director", "--extends", "roleguide/sales-director")
    ours = inside(*line, "--guide", "acme.yaml", tty=True)
    assert ours.out == same.out + "    level: vp\n    tools: [crm]\n"


def test_what_is_no_role_extends_nothing(inside: Run) -> None:
    answer = inside("show", "crm", "--extends", "sdr")
    assert (answer.code, answer.out) == (2, "")
    assert "crm" in answer.err


@pytest.mark.parametrize("text", ["services: {web: {}}\n", "a: [", b"\xff"])
def test_a_file_in_the_folder_of_guides_is_told_of_with_the_way_to_go_on(
    inside: Inside, tmp_path: Path, text: str | bytes
) -> None:
    foreign = tmp_path / "config" / "docker-compose.yml"
    foreign.parent.mkdir()
    foreign.write_bytes(text.encode() if isinstance(text, str) else text)
    answer = inside("define", "CRO")
    assert answer.code == 2
    assert f"{foreign}:1:" in answer.err
    assert answer.err.endswith(
        f"Every command reads {foreign.parent}. To go on without docker-compose.yml, move it "
        "elsewhere or begin its name with a dot.\n"
    )
    foreign.rename(foreign.with_name(".docker-compose.yml"))
    assert inside("define", "CRO").code == 0


def test_a_file_that_cannot_be_read_there_is_told_of_likewise(
    inside: Inside, tmp_path: Path
) -> None:
    large = tmp_path / "config" / "large.yaml"
    large.parent.mkdir()
    with large.open("wb") as file:
        file.truncate(33 << 20)
    answer = inside("define", "CRO", "--lang", "fr")
    assert answer.err.startswith(f"{large}\u00a0: ")
    assert "Pour continuer sans large.yaml, " in answer.err


def test_what_is_in_use_is_checked_where_it_stands(inside: Inside, tmp_path: Path) -> None:
    (folder := tmp_path / "config" / "roleguide").mkdir(parents=True)
    (folder / "words.yaml").write_text("families: {trade: {name: T, of: tools, position: 1}}")
    (folder / "acme.yaml").write_text(
        "guide: {id: acme}\ntools: {saw: {name: Saw, family: trade, definition: Cuts.}}"
    )
    environ = {"ROLEGUIDE_CONFIG_DIR": str(folder)}
    for path in (folder, f"{folder}/acme.yaml", f"{folder}/../roleguide/"):
        assert inside("check", str(path), **environ).out == f"No faults in {folder}\n"


POOR = """\
roles:
  sales-ops:
    extends: sales-ops
    mission: {en: "Keeps stakeholders, 50%: aligned", fr: "Tient les gens."}
"""


def test_warnings_count_where_that_is_asked_for(inside: Run, tmp_path: Path) -> None:
    (tmp_path / "acme.yaml").write_text(POOR, encoding="utf-8")
    lenient = inside("check", "acme.yaml")
    assert (lenient.code, lenient.out.endswith("No faults, 1 warning in acme.yaml\n")) == (0, True)
    assert "acme.yaml:4:15: warning: roles.sales-ops.mission.en: “stakeholders”" in lenient.out
    strict = inside("check", "acme.yaml", "--strict")
    assert (strict.code, strict.out) == (1, lenient.out)
    assert inside("check", "acme.yaml", "--strict", "--format", "json").code == 1


def test_warnings_are_told_beside_faults_and_after_them(inside: Run, tmp_path: Path) -> None:
    text = f"{POOR}  sdr: {{extends: sdr, stage: fronstage}}\n"
    (tmp_path / "acme.yaml").write_text(text, encoding="utf-8")
    answer = inside("check", "acme.yaml")
    assert answer.code == 1
    places = [line.split(": ")[:3] for line in answer.out.splitlines() if line[:4] == "acme"]
    assert places[0][:2] == ["acme.yaml:5:30", "roles.sdr.stage"]
    assert places[1] == ["acme.yaml:4:15", "warning", "roles.sales-ops.mission.en"]
    assert answer.out.endswith("1 fault, 1 warning in acme.yaml\n")
    assert (
        "acme.yaml:4:15: avertissement\u00a0: roles."
        in inside("check", "acme.yaml", "--lang", "fr").out
    )
    document = json.loads(inside("check", "acme.yaml", "--format", "json").out)
    assert [fault["severity"] for fault in document["faults"]] == ["error", "warning"]
    csv = inside("check", "acme.yaml", "--format", "csv").out.splitlines()
    assert [line.split(",")[4] for line in csv[1:]] == ["error", "warning"]
    annotated = inside("check", "acme.yaml", "--annotate").out.splitlines()
    assert [line.split()[0] for line in annotated[:2]] == ["::error", "::warning"]


def test_a_guide_upon_a_faulty_one_is_not_blamed_for_it(inside: Run, tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(
        "families: {craft: {name: Craft, of: tools, position: 1}}\n"
        "tools: {axe: {name: Axe, family: craft}}\n",
        encoding="utf-8",
    )
    (tmp_path / "ours.yaml").write_text(
        "tools: {saw: {name: Saw, family: craft, definition: Cuts.}}", encoding="utf-8"
    )
    answer = inside("check", "base.yaml", "ours.yaml")
    assert (answer.code, answer.out.count("ours.yaml:")) == (1, 0)
    assert answer.out.endswith("1 fault in base.yaml, ours.yaml\n")


def test_nothing_follows_from_a_misspelt_extends(inside: Run, tmp_path: Path) -> None:
    """Neither in its file nor in one that extends the same role above it."""
    text = "roles: {{csm: {{{key}: {role}, responsibilities: {{adoption: {{text: Ours.}}}}}}}}"
    (tmp_path / "base.yaml").write_text(text.format(key="extend", role="csm"), encoding="utf-8")
    (tmp_path / "ours.yaml").write_text(text.format(key="extends", role="csm"), encoding="utf-8")
    found = json.loads(inside("check", "base.yaml", "ours.yaml", "--format", "json").out)["faults"]
    assert [fault["hint"]["en"] for fault in found] == ["did you mean “extends”?"]

    (tmp_path / "base.yaml").write_text(text.format(key="extend", role="cms"), encoding="utf-8")
    found = json.loads(inside("check", "base.yaml", "--format", "json").out)["faults"]
    assert [fault["path"].rpartition(".")[2] for fault in found] == ["extend", "extends"]


def test_faults_as_lines_that_a_host_shows_beside_the_code(inside: Run, tmp_path: Path) -> None:
    (tmp_path / "acme.yaml").write_text(POOR, encoding="utf-8")
    assert inside("check", "acme.yaml", "--annotate").out == (
        "::warning file=acme.yaml,line=4,col=15,title=roles.sales-ops.mission.en::"
        "“stakeholders”, which could be said of any job; "
        "say what is done, to what end, decided by whom\n"
        "No faults, 1 warning in acme.yaml\n"
    )
    many = "".join(f"  tool-{n}: {{name: A, family: no%, definition: B}}\n" for n in range(13))
    (tmp_path / "many, more.yaml").write_text(f"tools:\n{many}", encoding="utf-8")
    answer = inside("check", "many, more.yaml", "--annotate")
    lines = answer.out.splitlines()
    assert answer.code == 1
    assert [line.split()[0] for line in lines[:11]] == ["::error"] * 10 + ["::notice::3"]
    assert lines[0].startswith("::error file=many%2C more.yaml,line=2,col=29,title=tools.tool-0.")
    assert "“no%25” is not in “families”" in lines[0]
    assert len(lines) == 12


def test_several_guides_are_checked_each_above_the_one_before(inside: Run, tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(
        "families: {craft: {name: Craft, of: tools, position: 1}}", encoding="utf-8"
    )
    (tmp_path / "ours.yaml").write_text(
        "tools: {saw: {name: Saw, family: craft, definition: Cuts.}}", encoding="utf-8"
    )
    assert inside("check", "base.yaml", "ours.yaml").out == "No faults in base.yaml, ours.yaml\n"
    assert inside("check", "ours.yaml", "base.yaml").code == 1
    (tmp_path / "me.yaml").write_text("profile: {now: nobody}\n", encoding="utf-8")
    both = inside("check", "base.yaml", "me.yaml")
    assert both.out.endswith("1 fault in me.yaml, base.yaml\n")
