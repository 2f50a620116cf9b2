from __future__ import annotations

import pytest

from reading.writing import value
from roleguide.model import Example, LevelRange, Neighbour, Title, Wording

GENDERS = 'allowed: a text, or both genders as m and f → write {}: {{m: "…", f: "…"}}'
ROLE_ID = "allowed: the id of a record of “roles” → roleguide list lists them"
OUT = "write one of those in its place, or take it out"
BOTH = {"m": "Directeur", "f": "Directrice"}


class TestTitle:
    def test_one_for_every_language(self) -> None:
        title, faults = value(Title, "Sales Ops")
        assert title == Title({"en": "Sales Ops", "fr": "Sales Ops"})
        assert faults == []

    def test_one_for_each_language(self) -> None:
        title, _ = value(Title, "{en: Sales Director, fr: Direction des ventes}")
        assert title == Title({"en": "Sales Director", "fr": "Direction des ventes"})

    def test_gendered_in_one_language(self) -> None:
        title, faults = value(Title, "{en: Director, fr: {m: Directeur, f: Directrice}}")
        assert title == Title({"en": "Director", "fr": "Directeur / Directrice"}, BOTH)
        assert faults == []

    def test_genders_in_either_order(self) -> None:
        title, _ = value(Title, "{en: Director, fr: {f: Directrice, m: Directeur}}")
        assert title.text["fr"] == "Directeur / Directrice"

    def test_genders_without_their_language(self) -> None:
        title, (fault,) = value(Title, "{m: Directeur, f: Directrice}")
        assert title is None
        assert fault.startswith("at: genders without their language; allowed: a text, or one for")

    @pytest.mark.parametrize(
        ("text", "fault"),
        [
            ("12", "at: the number 12; allowed: a text → put it in double quotes"),
            ("~", 'at: nothing; allowed: a text → write at: "…"'),
            ("[a]", 'at: a list; allowed: a text → write at: "…"'),
            ("{}", 'at: an empty mapping; allowed: a text → write at: {en: "…", fr: "…"}'),
            ("{en: [a]}", 'at.en: a list; allowed: a text → write en: "…"'),
            (
                "{fr: {m: a}}",
                f"at.fr: the keys m; {GENDERS.format('fr')}",
            ),
            (
                "{fr: {m: a, f: b, x: c}}",
                f"at.fr: the keys m, f, x; {GENDERS.format('fr')}",
            ),
            ("{fr: {m: '', f: b}}", 'at.fr.m: an empty text; allowed: a text → write m: "…"'),
        ],
    )
    def test_what_is_no_title(self, text: str, fault: str) -> None:
        assert value(Title, text) == (None, [fault])

    @pytest.mark.parametrize("key", ["english", "EN", "<<", "then reports", "1"])
    def test_keys_that_are_no_languages(self, key: str) -> None:
        title, faults = value(Title, f"{{en: a, {key}: b}}")
        assert title is None
        assert faults[0].startswith(f"at: unknown key “{key}”; ")

    def test_all_its_faults_at_once(self) -> None:
        _, faults = value(Title, "{en: 1, fr: {m: 2, f: 3}}")
        assert len(faults) == 3


class TestWording:
    def test_a_text(self) -> None:
        assert value(Wording, "Sales") == (Wording("Sales"), [])

    def test_both_genders(self) -> None:
        assert value(Wording, "{m: Directeur, f: Directrice}") == (
            Wording("Directeur / Directrice", BOTH),
            [],
        )

    def test_languages_have_no_place_there(self) -> None:
        wording, faults = value(Wording, "{en: a, fr: b}")
        assert wording is None
        assert faults == [f"at: the keys en, fr; {GENDERS.format('at')}"]


class TestLevels:
    def test_a_level(self) -> None:
        assert value(LevelRange, "manager") == (LevelRange("manager", "manager"), [])

    def test_a_range(self) -> None:
        assert value(LevelRange, "[entry, chief]") == (LevelRange("entry", "chief"), [])

    @pytest.mark.parametrize(
        "text", ["[]", "[manager]", "[director, manager]", "[vp, vp]", "[entry, senior, chief]"]
    )
    def test_no_range(self, text: str) -> None:
        levels, (fault,) = value(LevelRange, text)
        assert levels is None
        assert fault.startswith(
            "at: not a range of levels; allowed: a lower level and a higher one"
        )

    def test_no_level(self) -> None:
        found, (fault,) = value(LevelRange, "manger")
        assert found is None
        assert fault.startswith("at: “manger”; allowed: one of entry, professional, ")
        assert fault.endswith(" → did you mean “manager”?")

    def test_no_levels_in_a_range(self) -> None:
        assert len(value(LevelRange, "[boss, {}]")[1]) == 2


class TestNeighbour:
    def test_a_role_of_the_guide(self) -> None:
        assert value(Neighbour, "sales-ops") == (Neighbour(role="sales-ops"), [])

    def test_a_job_outside_the_guide(self) -> None:
        assert value(Neighbour, "{en: a lawyer, fr: un juriste}") == (
            Neighbour(text={"en": "a lawyer", "fr": "un juriste"}),
            [],
        )

    def test_a_job_in_the_words_of_every_language(self) -> None:
        both = Neighbour(text={"en": "Founder", "fr": "Founder"})
        assert value(Neighbour, "{text: Founder}") == (both, [])
        assert value(Neighbour, "{text: {en: Founder}}")[0] == Neighbour(text={"en": "Founder"})

    @pytest.mark.parametrize(
        ("text", "fault"),
        [
            ("~", f"at: nothing; {ROLE_ID}"),
            ("[a]", f"at: a list; {ROLE_ID}"),
            ("{en: ''}", 'at.en: an empty text; allowed: a text → write en: "…"'),
            ("{text: ''}", 'at.text: an empty text; allowed: a text → write text: "…"'),
        ],
    )
    def test_neither(self, text: str, fault: str) -> None:
        assert value(Neighbour, text) == (None, [fault])


class TestExample:
    def test_a_scene(self) -> None:
        assert value(Example, "A scene.") == (
            Example({"en": "A scene.", "fr": "A scene."}),
            [],
        )

    def test_a_scene_in_two_languages(self) -> None:
        assert value(Example, "{en: A scene., fr: Une scène.}") == (
            Example({"en": "A scene.", "fr": "Une scène."}),
            [],
        )

    def test_an_absence(self) -> None:
        assert value(Example, "{absent: true, text: {en: The founder., fr: La fondatrice.}}") == (
            Example({"en": "The founder.", "fr": "La fondatrice."}, absent=True),
            [],
        )

    @pytest.mark.parametrize("text", ["{text: A scene.}", "{absent: false, text: A scene.}"])
    def test_a_scene_in_the_long_form(self, text: str) -> None:
        assert value(Example, text) == (Example({"en": "A scene.", "fr": "A scene."}), [])

    @pytest.mark.parametrize(
        ("text", "fault"),
        [
            ("{absent: true}", "at: the key “text” is missing"),
            (
                "{absent: yes, text: a}",
                "at.absent: “yes”; allowed: true or false → did you mean “true”?",
            ),
            (
                "{absent: true, text: ''}",
                'at.text: an empty text; allowed: a text → write text: "…"',
            ),
            ("~", 'at: nothing; allowed: a text → write at: "…"'),
        ],
    )
    def test_at_fault(self, text: str, fault: str) -> None:
        assert value(Example, text) == (None, [fault])

    def test_an_unknown_key(self) -> None:
        _, faults = value(Example, "{absent: true, text: a, who: b}")
        assert faults == ["at.who: unknown key “who”; allowed: the keys text, absent → " + OUT]

    def test_all_its_faults_at_once(self) -> None:
        assert len(value(Example, "{absent: yes, text: 1, who: b}")[1]) == 3
        assert len(value(Example, "{absent: yes, who: b}")[1]) == 3
