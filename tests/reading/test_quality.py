"""What is allowed and poor: each rule finds its one weak point, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from data.builtin import SECTIONS, none_broken

from reading.writing import EN, WORDS, Stack, errors, read_text, role, roles, stack
from roleguide.errors import Fault
from roleguide.language import Language
from roleguide.reading.consistency.placing import placed
from roleguide.reading.quality import RULES, weak_points

BOTH: Final = "{en: Makes it work., fr: Fait que cela marche.}"
FINE: Final = {
    "plain": "{en: Runs the shop., fr: Tient la boutique.}",
    "title": "{en: Manager, fr: {m: Directeur, f: Directrice}}",
    "mission": BOTH,
    "definition": BOTH,
    "responsibilities": f"{{forecast: {{part: both, text: {BOTH}}}}}",
    "examples": f"{{startup: {BOTH}}}",
}
MANY: Final = "".join(
    f"  s{n}:\n    {{name: S, kind: know-how, family: trade, definition: D,"
    " levels: {1: a, 2: b, 3: c, 4: d, 5: e}}\n"
    for n in range(4)
)

POOR: Final[dict[str, Mapping[str, str | None]]] = {
    "pages-begin-plainly": {"plain": None},
    "counterparts-are-few": {
        "works_with": "[{en: a, fr: a}, {en: b, fr: b}, {en: c, fr: c}, {en: d, fr: d},"
        " {en: e, fr: e}, {en: f, fr: f}]"
    },
    "texts-have-no-filler": {"mission": "{en: A best-in-class team., fr: Une équipe.}"},
    "texts-have-no-quotes-around": {"mission": "{en: “Makes it work.”, fr: Le fait.}"},
    "texts-are-in-all-languages": {"mission": "{en: Makes it work.}"},
    "titles-have-both-genders": {"title": "{en: Manager, fr: Directeur général}"},
    "parts-begin-with-deeds": {
        "responsibilities": "{forecast: {part: both, text: {en: Answers for it., fr: Le fait.}}}"
    },
    "amounts-have-sources": {"mission": "{en: Sells for $50 000., fr: Vend pour cher.}"},
    "weights-separate": {
        "skills": "{" + ", ".join(f"s{n}: {{level: 2, weight: 3}}" for n in range(4)) + "}"
    },
}


def found(folder: Path, text: str) -> list[str]:
    reading = read_text(folder, text)
    assert reading.guide, [fault.lines(EN) for fault in reading.faults]
    return [finding.rule.name for finding in weak_points(reading.guide.sections)]


def guide(changes: Mapping[str, str | None]) -> str:
    return roles(role("a", {**FINE, **changes})).replace("contexts:\n", f"{MANY}contexts:\n")


def test_a_good_role_has_no_weak_point(tmp_path: Path) -> None:
    assert found(tmp_path, guide({})) == []


@pytest.mark.parametrize("rule", POOR)
def test_a_rule_finds_its_weak_point_and_nothing_else(rule: str, tmp_path: Path) -> None:
    assert found(tmp_path, guide(POOR[rule])) == [rule]


def test_two_levels_of_a_skill_described_alike(tmp_path: Path) -> None:
    assert found(tmp_path, WORDS.replace("3: three", "3: two")) == ["levels-differ"]


def test_every_rule_is_tried() -> None:
    named = {rule.name for rule in RULES}
    assert named == {*POOR, "levels-differ"} - {"texts-are-in-all-languages"}  # asks what is below


def test_what_is_found_has_a_place_and_is_a_warning(tmp_path: Path) -> None:
    reading = read_text(tmp_path, guide(POOR["parts-begin-with-deeds"]))
    assert reading.guide
    (fault,) = placed(weak_points(reading.guide.sections), reading.written)
    assert fault.warning
    assert fault.path == "roles.a.responsibilities.forecast.text.en"
    line = fault.source.strip()
    assert line[fault.column - 5 :].startswith("en: Answers for it.")
    assert all(fault.lines(Language("fr")))


def test_the_built_in_guide_has_no_weak_point() -> None:
    none_broken(f"{f.rule.name} {f.breach.place}" for f in weak_points(SECTIONS))


ENGLISH: Final = {
    "plain": "Runs the shop for us.",
    "definition": "{en: Makes it work.}",
    "mission": "{en: Work.}",
    "examples": "{startup: {en: Sells all of it.}}",
    "responsibilities": "{forecast: {part: both, text: Says how much we sell.}}",
}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param(
            {"mission": "Makes the shop work for all."},
            "roles.a.mission: no text under “fr:”, here or elsewhere (1 in all)",
            id="one English text for all languages",
        ),
        pytest.param(
            {"mission": "Fait que la boutique tourne.", "definition": "Et cela pour tous."},
            "roles.a.mission: no text under “en:”, here or elsewhere (2 in all)",
            id="French ones",
        ),
        pytest.param({"mission": "Works as before"}, None, id="words that may be both"),
        pytest.param({"pay": '"Salesforce, HubSpot, Gong, Outreach"'}, None, id="names"),
        pytest.param({"pay": "Bank of Ireland, Stripe and The Hut"}, None, id="names and links"),
        pytest.param({"pay": '"on top, on target"'}, None, id="both as likely"),
        pytest.param(
            ENGLISH,
            "roles.a.mission: no text under “fr:”, here or elsewhere (4 in all)",
            id="all in one language, and a title in two",
        ),
        pytest.param({**ENGLISH, "title": "{en: A}"}, None, id="all in one language"),
        pytest.param({"title": "{en: A}"}, None, id="all in two, and a title in one"),
    ],
)
def test_a_text_in_one_language_beside_others_in_two(
    changes: Mapping[str, str], said: str | None, tmp_path: Path
) -> None:
    reading = read_text(tmp_path, guide(changes))
    faults = placed(weak_points(reading.sections), reading.written)
    assert [f"{fault.path}: {fault.found}" for fault in faults] == ([said] if said else [])


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ("mission: Ours is to make it work.", []),
        ("mission: {en: Ours.}, definition: {en: Another one.}", []),
        ("plain: {en: A., fr: B.}, mission: {en: Ours.}", ["1:50 roles.a.mission"]),
        ("plain: {en: A., fr: B.}, mission: Ours is to work.", ["1:50 roles.a.mission"]),
    ],
)
def test_what_is_taken_over_is_in_other_languages_and_is_left_alone(
    own: str, said: list[str], tmp_path: Path
) -> None:
    below = stack(read_text(tmp_path / "low", guide({})))
    reading = read_text(tmp_path / "up", f"roles: {{a: {{extends: a, {own}}}}}", below)
    faults = placed(weak_points(reading.sections, below.sections), reading.written)
    assert [f"{f.line}:{f.column} {f.path}" for f in faults] == said


BASE: Final = {
    "title": "{en: Key Person, fr: Homme Clef}",
    "short": "KP",
    "mission": "{en: Every KP sells., fr: Vend.}",
    "plain": "{en: The Key Person sells., fr: Vend.}",
}


@pytest.mark.parametrize(
    ("upon", "told"),
    [
        ("mine: {extends: a}", []),
        ("mine: {extends: a, title: Other}", [("title", "Key Person", "plain, mission")]),
        ("a: {extends: a, title: Other}", [("title", "Key Person", "plain")]),  # still the KP
        ("mine: {extends: a, title: Other, plain: Sells., mission: Sells.}", []),
        ("mine: {extends: a, title: Other, short: KP, plain: Sells.}", []),
        ("mine: {extends: a, title: Senior Key Person, mission: Sells.}", []),
    ],
)
def test_a_text_that_names_the_role_it_was_taken_from(
    upon: str, told: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    below = stack(read_text(tmp_path / "below", roles(role("a", {**FINE, **BASE}))))
    reading = read_text(tmp_path / "above", f"roles: {{{upon}}}", below)
    assert reading.guide
    weak = [*weak_points(reading.guide.sections, below.sections)]
    here = [finding for finding in weak if finding.rule.name == "texts-name-this-role"]
    said = [
        (fault.path.split(".")[2], fault.found.arguments) for fault in placed(here, reading.written)
    ]
    assert [(key, values["name"], values["places"]) for key, values in said] == told


def test_its_remedy_is_what_to_write_below_the_role(tmp_path: Path) -> None:
    """Each key in its own form; with all of them written, nothing is told any more."""
    texts = {
        "pitfalls": "[A Key Person fails.]",
        "misconceptions": "[{belief: A Key Person sings., truth: No.}]",
        "examples": "{startup: A Key Person sells.}",
        "hiring": "{sign: No Key Person is here., meanwhile: None.}",
    }
    below = stack(read_text(tmp_path / "below", roles(role("a", {**FINE, **BASE, **texts}))))
    upon = "mine: {extends: a, title: Other"
    (fault,) = naming(tmp_path, upon, below)
    assert fault.path == "roles.mine.title"
    assert "“Key Person” (" in str(fault.found), "the text itself is shown"
    _, _, written = str(fault.hint).partition("under roles.mine, write texts of its own: ")
    for own in (
        *('plain: "…"', 'mission: "…"', 'hiring: {sign: "…"}', 'pitfalls: ["…"]'),
        *('examples: {startup: "…"}', 'misconceptions: [{belief: "…", truth: "…"}]'),
    ):
        assert own in written
    assert naming(tmp_path, f"{upon}, {written}", below) == []


def naming(tmp_path: Path, upon: str, below: Stack) -> list[Fault]:
    reading = read_text(tmp_path / "above", f"roles: {{{upon}}}}}", below)
    assert reading.guide, errors(reading)
    weak = weak_points(reading.guide.sections, below.sections)
    here = [finding for finding in weak if finding.rule.name == "texts-name-this-role"]
    return placed(here, reading.written)


@pytest.mark.parametrize(
    ("part", "text", "told"),
    [
        (
            "accountable",
            "",
            "is “accountable”; the text, taken over, still tells of “supports”",
        ),
        ("both", 'text: {fr: "Le fait."}', "“supports”"),
        ("informed", "", ""),  # the text fits
        ("accountable", 'text: "Owns it."', ""),
        ("supports", "", ""),
    ],
)
def test_a_text_that_is_taken_over_tells_of_another_part(
    part: str, text: str, told: str, tmp_path: Path
) -> None:
    helps = '{forecast: {part: supports, text: {en: "Helps with it.", fr: "Y aide."}}}'
    below = stack(read_text(tmp_path / "b", roles(role("a", {**FINE, "responsibilities": helps}))))
    own = f"responsibilities: {{forecast: {{part: {part}, {text}}}}}"
    for upon in ("a: {extends: a", "mine: {extends: a, title: Other"):
        reading = read_text(tmp_path / "above", f"roles: {{{upon}, {own}}}}}", below)
        assert reading.guide, errors(reading)
        weak = weak_points(reading.guide.sections, below.sections)
        here = [each for each in weak if each.rule.name == "changed-parts-have-texts-of-their-own"]
        faults = placed(here, reading.written)
        assert len(faults) == bool(told)
        for fault in faults:
            assert fault.path.endswith(".responsibilities.forecast.part")
            assert told in str(fault.found)
            assert str(fault.hint).endswith('a text of its own: text: "…"')


def test_a_text_that_was_copied_with_the_name_of_the_other_role(tmp_path: Path) -> None:
    copied = {**FINE, **BASE, "title": "Other", "short": None, "mission": BOTH}
    text = roles(role("a", {**FINE, **BASE}), role("b", copied))
    assert found(tmp_path, text) == ["texts-name-this-role"]
