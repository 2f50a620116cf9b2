"""`fit` and `move --me`: what is read, what is refused, and that nothing is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import PROFILE, Run


@pytest.fixture(autouse=True)
def me(tmp_path: Path) -> Path:
    path = tmp_path / "me.yaml"
    path.write_text(PROFILE, encoding="utf-8")
    return path


def test_every_point_is_in_json(inside: Run) -> None:
    document = json.loads(inside("fit", "me.yaml", "--format", "json").out)
    assert document["schema"] == "roleguide.fit/1"
    assert document["total"] == len(document["roles"])
    assert document["title"]["nearest"]["role"] == "account-executive"
    assert {tuple(each["reasons"][0].values()) for each in document["excluded"]} == {
        ("travel", None)
    }
    first = document["roles"][0]
    points = [each["points"] for key in ("skills", "activities", "wishes") for each in first[key]]
    assert sum(points) == pytest.approx(first["points"], abs=0.01)
    assert first["verdict"] == "near"
    presumed = {each["presumed_from"] for each in first["skills"] if each["level"]}
    assert presumed <= {None, "sales-ops", "sdr"}


def test_standard_input_is_a_profile_too(inside: Run) -> None:
    answer = inside("fit", "-", stdin=PROFILE)
    assert (answer.code, answer.err) == (0, "")
    assert (
        answer.out.replace(" -\n", " me.yaml\n").splitlines()[2:9]
        == (inside("fit", "me.yaml").out.splitlines()[2:9])
    )


def test_nothing_of_a_profile_is_kept(inside: Run, tmp_path: Path, cache: Path) -> None:
    """Nothing of it in the cache, which other tests use at the same time."""
    inside("fit", "me.yaml", "--full")
    inside("move", "revops-manager", "--me", "me.yaml")
    assert [path.name for path in tmp_path.iterdir()] == ["me.yaml"]
    kept = [path.read_bytes() for path in cache.rglob("*.sqlite")]
    assert kept
    assert not any(b"the model of the forecast" in content for content in kept)


def test_a_broken_profile_is_one_list_of_faults(inside: Run, me: Path) -> None:
    me.write_text("profile: {now: sdrr, skills: {rigour: 9}, wish: {}}\n", encoding="utf-8")
    for line in (["fit", "me.yaml"], ["move", "csm", "--me", "me.yaml"]):
        answer = inside(*line)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith("The profile has faults; nothing was concluded from it.\n")
        assert "profile.now: “sdrr” is not in “roles”" in answer.err
        assert answer.err.endswith("3 faults in all: roleguide check me.yaml\n")
    error = json.loads(inside("fit", "me.yaml", "--format", "json").err)["error"]
    assert (error["kind"], len(error["faults"])) == ("faulty-profile", 3)


@pytest.mark.parametrize(
    ("line", "text", "said"),
    [
        ("fit me.yaml", "profile: {}", "it says nothing yet of roles, skills or activities."),
        ("fit me.yaml", "roles: {}", "allowed: the key “profile”, and all else below it"),
        ("fit absent.yaml", "", "absent.yaml: there is no such file."),
        ("move csm --me me.yaml", "profile: {skills: {rigour: 2}}", "which role you hold"),
        ("move csm --me me.yaml", "profile: {now: {title: Physio}}", "“Physio”, is in no guide."),
        ("fit me.yaml", "profile: {now: {title: Physio}}", "it says nothing yet of roles, skills"),
        ("fit me.yaml", "profil: {now: sdr}", "did you mean “profile”?"),
        ("move csm sdr --me me.yaml", "profile: {now: sdr}", "With --me, name one role"),
        ("move poet --me me.yaml", "profile: {now: sdr}", "No role is called “poet”."),
    ],
)
def test_what_cannot_be_answered_says_what_to_do(
    inside: Run, me: Path, line: str, text: str, said: str
) -> None:
    me.write_text(text, encoding="utf-8")
    answer = inside(*line.split())
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


def test_a_job_in_no_guide_is_said_and_nothing_is_presumed_from_it(inside: Run, me: Path) -> None:
    me.write_text(
        "profile: {now: {title: Physio}, roles: {sdr: 2}, skills: {data-analysis: 4}}\n",
        encoding="utf-8",
    )
    assert "“Physio” is in no guide; nothing is presumed from it" in inside("fit", "me.yaml").out
    french = inside("fit", "me.yaml", "--lang", "fr").out
    assert "«\u00a0Physio\u00a0»" in french
    document = json.loads(inside("fit", "me.yaml", "--format", "json").out)
    assert (document["now"], document["outside"], document["title"]) == (None, "Physio", None)
    levels = {each["levels"] for each in document["roles"]}
    assert levels == {0}, "a job that no guide has stands on no level"
    moved = json.loads(inside("move", "csm", "--me", "me.yaml", "--format", "json").out)
    assert [role["id"] for role in moved["roles"]] == ["sdr", "csm"], "from the role held longest"
    assert moved["outside"] == "Physio"
    said = " ".join(inside("move", "csm", "--me", "me.yaml").out.split())
    assert "“Physio” is in no guide; nothing is presumed from it. Your job, on this page," in said
    assert "is the one you held before: Sales Development Representative." in said
    french = inside("move", "csm", "--me", "me.yaml", "--lang", "fr").out
    assert "«\u00a0Physio\u00a0»" in french


def test_a_move_from_a_profile_says_so_in_json(inside: Run) -> None:
    document = json.loads(
        inside("move", "revops-manager", "--me", "me.yaml", "--format", "json").out
    )
    assert document["personal"] is True
    levels = {each["skill"]: each["levels"] for each in document["skills"]}
    assert levels["data-analysis"] == [5, 4]


def test_between_asks_on_a_form_where_nobody_sits_before_a_terminal(inside: Run) -> None:
    form = inside("fit", "--between", "sdr", "bdr")
    assert (form.code, form.err) == (0, "")
    assert "--answers ab-ab" in form.out
    answered = inside("fit", "--between", "SDR", "vs", "bdr", "--answers", "ABAB-")
    assert (answered.code, answered.err) == (0, "")
    assert "What you want points to SDR" in answered.out
    document = json.loads(
        inside("fit", "--between", "sdr", "bdr", "--answers", "ab", "--format", "json").out
    )
    assert document["schema"] == "roleguide.between/1"
    assert document["verdict"] == {"want": "sdr", "do": "bdr"}
    assert [each["answer"] for each in document["questions"]] == ["a", "b", None, None, None]
    assert document["open"] == [3, 4, 5]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("fit --between sdr", "--between needs two to 4 different roles."),
        ("fit --between sdr sdr", "--between needs two to 4 different roles."),
        ("fit --between sdr bdr csm closer cmo", "--between needs two to 4 different roles."),
        ("fit --between sdr bdr --answers abc", "--answers has 5 letters at most"),
        ("fit --between sdr bdr --answers ababab", "--answers has 5 letters at most"),
        ("fit --between sdr bdr --answers=", "--answers has 5 letters at most"),
        ("fit me.yaml other.yaml", "fit reads one profile; for roles there is --between."),
        ("fit me.yaml --answers ab", "fit reads one profile; for roles there is --between."),
    ],
)
def test_a_line_that_asks_nothing_is_refused(inside: Run, line: str, said: str) -> None:
    answer = inside(*line.split())
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(said)


@pytest.mark.parametrize("content", ["", "# nothing yet\n", "profile:\n", "profile: {}\n"])
def test_an_empty_profile_says_nothing_yet_to_fit_and_to_check(
    inside: Run, tmp_path: Path, content: str
) -> None:
    (tmp_path / "empty.yaml").write_text(content, encoding="utf-8")
    answer = inside("fit", "empty.yaml")
    assert answer.code == 2
    assert "says nothing yet" in answer.err


def test_the_file_in_a_command_is_quoted_for_the_shell(inside: Run, tmp_path: Path) -> None:
    profile = "profile: {now: sdr, refuses: {leading: true}}\n"
    (tmp_path / "my me.yaml").write_text(profile, encoding="utf-8")
    assert "--me 'my me.yaml'" in inside("fit", "my me.yaml").out
