"""A profile is read by the rules of guides: every fault in one pass, with its place and a hint."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from views.answers import builtin

from reading.writing import EN
from roleguide.cli.help.topics import blocks
from roleguide.model import Job, Mastery, Profile, Wishes
from roleguide.reading.first_keys import is_meant_as_profile
from roleguide.reading.places import FileText, read_file
from roleguide.reading.profile import ProfileReading, read_profile

SOUND = """\
profile:
  now: sdr
  roles: {sdr: 2, sales-assistant: 0}
  skills:
    prospecting: 4
    qualifying: {level: 3, evidence: "taught it to two newcomers"}
  activities: {inbound-leads: owns, outbound-prospecting: helps}
  wants: {stage: [frontstage, mixed], leading: true, contexts: [startup]}
  refuses: {travel: true}
"""

BROKEN = """\
profile:
  now: sales-opps
  roles: {sdr: 70}
  skills:
    prospecting: 6
    qualifying: {levle: 3}
    writing-poems: 2
  activities: {inbound-leads: accountable}
  wants: {stage: backstage, travel: maybe, leading: true}
  refuses: {leading: true, sector: [bank]}
skills: {}
"""

ALONE = "the key “profile”, and all else below it"

SAID = """\
me.yaml:2:8: profile.now: “sales-opps” is not in “roles”
    now: sales-opps
    → did you mean “sales-ops”? · a job that is in no guide: now: {title: "sales-opps"}
me.yaml:3:16: profile.roles.sdr: the number 70; allowed: a whole number from 0 to 60
    roles: {sdr: 70}
    → write one of those in its place, or take it out
me.yaml:5:18: profile.skills.prospecting: the number 6; allowed: a whole number from 1 to 5
    prospecting: 6
    → write one of those in its place, or take it out
me.yaml:6:18: profile.skills.qualifying.levle: unknown key “levle”; \
allowed: the keys level, evidence
    qualifying: {levle: 3}
    → did you mean “level”?
me.yaml:7:5: profile.skills.writing-poems: “writing-poems” is not in “skills”
    writing-poems: 2
    → roleguide skills lists them
me.yaml:8:31: profile.activities.inbound-leads: “accountable”; allowed: one of owns, does, helps
    activities: {inbound-leads: accountable}
    → write one of those in its place, or take it out
me.yaml:9:18: profile.wants.stage: “backstage”; allowed: a list
    wants: {stage: backstage, travel: maybe, leading: true}
    → a list is written [backstage]
me.yaml:9:37: profile.wants.travel: “maybe”; allowed: true or false
    wants: {stage: backstage, travel: maybe, leading: true}
    → write one of those in its place, or take it out
me.yaml:10:28: profile.refuses.sector: unknown key “sector”; allowed: the keys stage, leading, \
number, travel, contexts
    refuses: {leading: true, sector: [bank]}
    → write one of those in its place, or take it out
me.yaml:11:1: skills: unknown key “skills”; allowed: the key “profile”, and all else below it
    skills: {}
"""


def read(text: str) -> ProfileReading:
    return read_profile(FileText("me.yaml", text), builtin().sections)


def said(text: str) -> list[str]:
    return [line for fault in read(text).faults for line in fault.lines(EN)]


def test_a_sound_profile_is_what_it_says() -> None:
    assert read(SOUND) == (
        Profile(
            Job("sdr"),
            {"sdr": 2, "sales-assistant": 0},
            {"prospecting": Mastery(4), "qualifying": Mastery(3, "taught it to two newcomers")},
            {"inbound-leads": "owns", "outbound-prospecting": "helps"},
            Wishes(("frontstage", "mixed"), leading=True, contexts=("startup",)),
            Wishes(travel=True),
        ),
        [],
    )


def test_every_fault_is_told_in_one_pass() -> None:
    assert "\n".join(said(BROKEN)) == SAID.rstrip("\n")
    assert read(BROKEN).profile is None


@pytest.mark.parametrize("text", ["profile:\n", "profile: {}\n", "# mine\nprofile: # nothing\n"])
def test_nothing_said_is_a_profile(text: str) -> None:
    assert read(text) == (Profile(), [])


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("[profile]", "a list; allowed: the key “profile”, and all else below it"),
        (
            "profile: [sdr]",
            "a list; allowed: the keys now, roles, skills, activities, wants, ",
        ),
        ("{}", "the key “profile” is missing"),
        ("profil: {}", "unknown key “profil”; allowed: the key “profile”, and all"),
        ("profile: {now: &a sdr, roles: *a}", "an anchor (&a)"),
        ("profile: {now: sdr, now: bdr}", "the key “now” for the second time (first in line 1)"),
        ("profile: {skills: {prospecting: !!int 3}}", "a tag (tag:yaml.org,2002:int)"),
        ("profile: {now: [sdr", "this is not YAML"),
        (f"profile: {'[' * 40}", "nesting deeper than 24 levels"),
        ("profile: {now: sdr}\n---\nprofile: {}", "a second document (---)"),
        ("profile: {now: \x1b}", "invisible or control character U+001B"),
    ],
)
def test_what_is_no_profile_is_told(text: str, first: str) -> None:
    reading = read(text)
    assert reading.profile is None
    assert any(first in line for line in said(text))


@pytest.mark.parametrize(
    ("text", "job"),
    [
        ("{title: Physiotherapist}", Job(title="Physiotherapist")),
        ('{title: "sdr"}', Job(title="sdr")),
        ("{role: sdr}", Job("sdr")),
        ("sdr", Job("sdr")),
    ],
)
def test_a_job_may_be_in_no_guide(text: str, job: Job) -> None:
    profile = read(f"profile: {{now: {text}}}").profile
    assert profile
    assert profile.now == job
    assert (profile.role, profile.outside) == job


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("physio", 'a job that is in no guide: now: {title: "physio"}'),
        ("{role: sdrr}", "did you mean “sdr”? · a job that is in no guide: now: {title: "),
        ('"the \\"chief\\""', 'now: {title: "the \\"chief\\""}'),
        ("x" * 99, 'a job that is in no guide: now: {title: "…"}'),
        ("{title: Physio, role: sdr}", "either a “role” of a guide or a “title”"),
        ("{}", "either a “role” of a guide or a “title”"),
        ("{en: Physio}", "unknown key “en”; allowed: the keys role, title"),
        ("[sdr]", "a list"),
    ],
)
def test_a_job_that_is_none_says_how_one_is_written(text: str, hint: str) -> None:
    reading = read(f"profile: {{now: {text}}}")
    assert reading.profile is None
    assert any(hint in line for line in said(f"profile: {{now: {text}}}"))


def test_what_the_hint_writes_is_sound() -> None:
    (_, _, hint) = said("profile: {now: chief poet}")
    written = hint.partition("guide: ")[2]
    assert read(f"profile: {{{written}}}").profile == Profile(Job(title="chief poet"))


def test_a_job_held_before_has_no_place_if_no_guide_has_it() -> None:
    (_, _, hint) = said("profile: {roles: {poet: 3}}")
    assert hint.endswith("a job that is in no guide is left out here")


@pytest.mark.parametrize("head", ["profil", "Profile", "PROFILE", "profiles", "Profil", "porfile"])
def test_a_head_that_is_nearly_one_is_told_alone(head: str) -> None:
    text = f"{head}:\n  now: nobody\n  skils: {{}}\n"
    assert said(text) == [
        f"me.yaml:1:1: {head}: unknown key “{head}”; allowed: {ALONE}",
        f"    {head}:",
        "    → did you mean “profile”?",
    ]
    assert is_meant_as_profile(FileText("me.yaml", f"# mine\n---\n{text}"))


@pytest.mark.parametrize("key", ["now", "wants", "refuses"])
def test_what_stands_in_a_profile_alone_is_told_where(key: str) -> None:
    assert "in a profile it stands under the first key, “profile”" in said(f"{key}: {{}}")[-1]
    assert is_meant_as_profile(FileText("me.yaml", f"{key}: {{}}\nskills: {{}}\n"))


@pytest.mark.parametrize("head", ["guide", "roles", "skills", "team", "pairs", "process", "", "x"])
def test_other_files_are_not_meant_as_profiles(head: str) -> None:
    assert not is_meant_as_profile(FileText("me.yaml", f"{head}: {{}}\n"))


@pytest.mark.parametrize(
    ("wishes", "key"),
    [
        ("wants: {number: true}, refuses: {number: true}", "number"),
        ("wants: {stage: [mixed, backstage]}, refuses: {stage: [mixed]}", "mixed"),
        ("wants: {contexts: [agency]}, refuses: {contexts: [agency, startup]}", "agency"),
    ],
)
def test_nothing_is_wanted_and_refused_at_once(wishes: str, key: str) -> None:
    (line, *_) = said(f"profile: {{{wishes}}}")
    assert line.endswith(f"profile.refuses: “{key}” is wanted and refused at once")


def test_thousands_of_faults_end_the_reading() -> None:
    lines = "".join(f"    x{n}: 9\n" for n in range(12_000))
    assert len(read(f"profile:\n  skills:\n{lines}").faults) >= 10_000


@given(st.text(max_size=60))
def test_whatever_is_written_is_a_profile_or_a_list_of_faults(text: str) -> None:
    for whole in (text, f"profile: {text}", f"profile:\n  skills: {text}"):
        reading = read(whole)
        assert (reading.profile is None) == bool(reading.faults)


def test_the_example_of_the_help_is_sound() -> None:
    (text,) = [block.yaml for block in blocks("profiles") if block.yaml]
    assert said(text) == []


def test_a_file_that_is_not_utf_8_has_one_fault(tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    path.write_bytes(b"profile: {now: caf\xe9}")
    _, fault = read_file(path)
    assert fault
    assert fault.found.text == "byte {byte} is not UTF-8"
