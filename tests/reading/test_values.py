from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

import pytest

from reading.writing import EN, node, said, seen, value
from roleguide.model import Between, Neighbour, Origin, Ref, RoleId, SkillLevel, Text
from roleguide.reading.schema import reader
from roleguide.reading.values import (
    IDENTIFIER,
    INVALID,
    Report,
    described,
    nearest,
)

UNQUOTED = "write it without quotes"
OUT = "write one of those in its place, or take it out"
EMPTY = 'at: an empty text; allowed: a text → write at: "…"'
FRENCH = 'allowed: a text → write fr: "…"'
QUOTE = "put it in double quotes"


class TestText:
    def test_a_plain_string_stands_for_every_language(self) -> None:
        assert value(Text, "a text") == ({"en": "a text", "fr": "a text"}, [])

    def test_one_for_each_language(self) -> None:
        assert value(Text, "{en: a text, fr: un texte}") == (
            {"en": "a text", "fr": "un texte"},
            [],
        )

    def test_a_further_language_is_a_key_more(self) -> None:
        tags = ["en", "fr", "fr-CA", "nds", "fil-PH", "zh-Hant", "sr-Latn-RS", "es-419"]
        text, faults = value(Text, f"{{{', '.join(f'{tag}: a text' for tag in tags)}}}")
        assert list(text) == tags
        assert faults == []

    def test_one_language_may_be_enough(self) -> None:
        assert value(Text, "{fr: un texte}") == ({"fr": "un texte"}, [])

    @pytest.mark.parametrize("text", ["no", "2024-01-15", "1_000", '"12"', "'true'", "12 %"])
    def test_what_yaml_of_old_took_for_something_else(self, text: str) -> None:
        bare = text.strip("'\"")
        assert value(Text, text) == ({"en": bare, "fr": bare}, [])

    @pytest.mark.parametrize(
        ("text", "fault"),
        [
            pytest.param("12", f"at: the number 12; allowed: a text → {QUOTE}", id="number"),
            pytest.param(
                "true", f"at: the truth value true; allowed: a text → {QUOTE}", id="truth"
            ),
            pytest.param("~", 'at: nothing; allowed: a text → write at: "…"', id="nothing"),
            pytest.param("[a]", 'at: a list; allowed: a text → write at: "…"', id="list"),
            pytest.param('""', 'at: an empty text; allowed: a text → write at: "…"', id="empty"),
            pytest.param(
                '" \t "', 'at: an empty text; allowed: a text → write at: "…"', id="blank"
            ),
            pytest.param("{en: 12}", f"at.en: the number 12; allowed: a text → {QUOTE}", id="en"),
            pytest.param(
                "{fr: [a]}", 'at.fr: a list; allowed: a text → write fr: "…"', id="list in French"
            ),
            pytest.param(
                "{fr: {en: a}}", 'at.fr: a mapping; allowed: a text → write fr: "…"', id="twice"
            ),
            pytest.param(
                "{}",
                "at: an empty mapping; allowed: a text, or one for each language (en, fr) "
                '→ write at: {en: "…", fr: "…"}',
                id="empty mapping",
            ),
        ],
    )
    def test_what_is_no_text(self, text: str, fault: str) -> None:
        assert value(Text, text) == (None, [fault])

    def test_a_comma_between_braces_makes_a_second_key(self) -> None:
        read, (fault,) = value(Text, "{en: runs it, then reports, fr: le fait}")
        assert read is None
        assert fault.startswith("at: unknown key “then reports”; allowed: a text, or one for each")
        assert fault.endswith(" → a text with a comma or a colon goes in double quotes")

    @pytest.mark.parametrize("key", ["EN", "english", "e", "fr_CA", "fr-ca", "<<", "1", ""])
    def test_keys_that_are_no_languages(self, key: str) -> None:
        read, (fault,) = value(Text, f'{{"{key}": a text}}')
        assert read is None
        assert fault.startswith(f"at: unknown key “{key}”; ")

    def test_all_its_faults_at_once(self) -> None:
        _, faults = value(Text, "{en: 1, fr: [], then: ~, more words: ~}")
        assert len(faults) == 4


class TestWholeNumber:
    @pytest.mark.parametrize(("text", "number"), [("1", 1), ("5", 5), ("+3", 3), ("02", 2)])
    def test_between_bounds(self, text: str, number: int) -> None:
        assert value(SkillLevel, text) == (number, [])

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("0", "the number 0"),
            ("6", "the number 6"),
            ("-1", "the number -1"),
            ("2.5", "the number 2.5"),
            ("3.0", "the number 3.0"),
            ("1e0", "the number 1e0"),
            ("0x3", "the number 0x3"),
            ("'3'", "“3”"),
            ("three", "“three”"),
            ("true", "the truth value true"),
            ("~", "nothing"),
            ("[3]", "a list"),
            ("{a: 3}", "a mapping"),
            ("٣", "“٣”"),
        ],
    )
    def test_anything_else(self, text: str, found: str) -> None:
        hint = UNQUOTED if text == "'3'" else OUT
        assert value(SkillLevel, text) == (
            None,
            [f"at: {found}; allowed: a whole number from 1 to 5 → {hint}"],
        )

    def test_where_it_is_a_key_the_lowest_shows_how_it_is_written(self) -> None:
        _, (fault,) = value(Mapping[SkillLevel, Text], "[a, b]")
        assert fault == 'at: a list; allowed: a mapping → write at: {1: "…"}'

    def test_bounds_are_included(self) -> None:
        report = Report()
        read = reader(Annotated[int, Between(-2, 7)])
        assert [read(node(str(n)), "at", report) for n in (-2, 7)] == [-2, 7]
        assert [read(node(str(n)), "at", report) for n in (-3, 8)] == [INVALID, INVALID]

    def test_without_bounds(self) -> None:
        assert value(int, "-999999999") == (-999_999_999, [])
        assert value(int, "1.0") == (None, [f"at: the number 1.0; allowed: a whole number → {OUT}"])

    def test_an_absurdly_long_number(self) -> None:
        found, (fault,) = value(int, "9" * 100_000)
        assert found is None
        assert fault == f"at: the number {'9' * 59}…; allowed: a whole number → {OUT}"


class TestTruth:
    @pytest.mark.parametrize("text", ["true", "True", "TRUE"])
    def test_true(self, text: str) -> None:
        assert value(bool, text) == (True, [])

    @pytest.mark.parametrize("text", ["false", "False", "FALSE"])
    def test_false(self, text: str) -> None:
        assert value(bool, text) == (False, [])

    @pytest.mark.parametrize(
        ("text", "found", "hint"),
        [
            ("yes", "“yes”", "did you mean “true”?"),
            ("Non", "“Non”", "did you mean “false”?"),
            ("1", "the number 1", OUT),
            ("'true'", "“true”", UNQUOTED),
            ("~", "nothing", OUT),
        ],
    )
    def test_neither(self, text: str, found: str, hint: str) -> None:
        assert value(bool, text) == (None, [f"at: {found}; allowed: true or false → {hint}"])


class TestChoice:
    def test_one_of_the_words(self) -> None:
        assert value(Literal["up", "side"], "side") == ("side", [])
        assert value(Literal["up", "side"], "'up'") == ("up", [])

    @pytest.mark.parametrize(
        ("text", "fault"),
        [
            ("sied", "“sied”; allowed: one of up, side → did you mean “side”?"),
            ("over", f"“over”; allowed: one of up, side → {OUT}"),
            ("down", f"“down”; allowed: one of up, side → {OUT}"),
            ("1", f"the number 1; allowed: one of up, side → {OUT}"),
            ("~", f"nothing; allowed: one of up, side → {OUT}"),
            ("[up]", f"a list; allowed: one of up, side → {OUT}"),
            ("{up: ~}", f"a mapping; allowed: one of up, side → {OUT}"),
        ],
    )
    def test_another(self, text: str, fault: str) -> None:
        assert value(Literal["up", "side"], text) == (None, [f"at: {fault}"])

    def test_the_words_may_look_like_other_kinds(self) -> None:
        assert reader(Literal["true", "1"])(node("true"), "at", Report()) == "true"


class TestReference:
    def test_it_is_noted_for_later(self) -> None:
        report = Report()
        assert reader(RoleId)(node("sales-ops"), "at", report) == "sales-ops"
        ((section, identifier, found, path, _),) = report.references
        assert (section, identifier, path) == ("roles", "sales-ops", "at")
        assert (found.place.line, found.place.column) == (1, 1)
        assert report.faults == []

    def test_an_id_may_look_like_a_number(self) -> None:
        assert value(RoleId, "1221.4") == ("1221.4", [])

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("true", "the truth value true"),
            ("~", "nothing"),
            ("[a]", "a list"),
            ("{a: b}", "a mapping"),
        ],
    )
    def test_what_cannot_be_an_id(self, text: str, found: str) -> None:
        assert value(RoleId, text) == (
            None,
            [f"at: {found}; allowed: the id of a record of “roles” → roleguide list lists them"],
        )


class TestSequence:
    def test_items_in_their_order(self) -> None:
        assert value(tuple[str, ...], "[b, a, b]") == (("b", "a", "b"), [])

    def test_no_items(self) -> None:
        assert value(tuple[str, ...], "[]") == ((), [])

    def test_each_fault_says_which_item(self) -> None:
        report = Report()
        reader(tuple[str, ...])(node("[a, 1, b, [c]]"), "at", report)
        assert seen(report.faults) == ["1:5 at[1]: the number 1", "1:11 at[3]: a list"]

    def test_a_list_with_an_item_at_fault_is_at_fault(self) -> None:
        assert reader(tuple[str, ...])(node("[a, 1]"), "at", Report()) is INVALID

    def test_one_where_a_list_is_meant(self) -> None:
        assert value(tuple[str, ...], "crm") == (
            None,
            ["at: “crm”; allowed: a list → a list is written [crm]"],
        )

    @pytest.mark.parametrize("ticked", ["{csm: yes, sdr: yes}", "{csm: oui, sdr: true}"])
    def test_items_ticked_where_a_list_is_meant(self, ticked: str) -> None:
        """Their ids are meant, not a text in a language that is called so."""
        _, (fault,) = value(tuple[Neighbour, ...], ticked)
        assert fault == "at: a mapping; allowed: a list → a list is written [csm, sdr]"

    def test_one_text_where_a_list_is_meant(self) -> None:
        """The remedy is a list as YAML reads it, whatever is in the text."""
        text = 'Ten %, "alone": yes'
        _, (fault,) = value(tuple[str, ...], f"'{text}'")
        remedy = fault.partition(" is written ")[2]
        assert value(tuple[str, ...], remedy) == ((text,), [])

    @pytest.mark.parametrize("jobs", [tuple[Neighbour, ...], tuple[Origin, ...]])
    def test_one_job_where_a_list_of_jobs_is_meant(self, jobs: object) -> None:
        """One in words is written as such at once; an id stays an id."""
        _, (fault,) = value(jobs, "the head of product")
        assert fault.endswith('is written [{text: "the head of product"}]')
        (job,), faults = value(jobs, fault.partition(" is written ")[2])
        assert (faults, job.text["en"]) == ([], "the head of product")
        _, (fault,) = value(jobs, "vp-sales")
        assert fault.endswith("is written [vp-sales]")

    def test_nothing_where_a_list_is_meant(self) -> None:
        assert value(tuple[str, ...], "~") == (
            None,
            ['at: nothing; allowed: a list → write at: ["…"]'],
        )

    def test_a_long_text_where_a_list_is_meant(self) -> None:
        _, (fault,) = value(tuple[str, ...], "word " * 10_000)
        assert len(fault) < 300

    def test_a_mapping_where_a_list_is_meant(self) -> None:
        assert value(tuple[str, ...], "{a: b}") == (
            None,
            ['at: a mapping; allowed: a list → write at: ["…"]'],
        )


class TestMapping:
    def test_entries_in_their_order(self) -> None:
        report = Report()
        read = reader(Mapping[RoleId, int])(node("{b: 1, a: 2}"), "at", report)
        assert isinstance(read, dict)
        assert list(read.items()) == [("b", 1), ("a", 2)]

    def test_no_entries(self) -> None:
        assert reader(Mapping[RoleId, str])(node("{}"), "at", Report()) == {}

    def test_keys_are_read_like_plain_values(self) -> None:
        report = Report()
        assert reader(Mapping[int, str])(node("{1: a}"), "at", report) == {1: "a"}
        assert report.faults == []

    def test_faults_of_keys_and_values(self) -> None:
        report = Report()
        reader(Mapping[SkillLevel, str])(node("1: a\nsix: b\n2: 3\n6: [d]"), "at", report)
        assert seen(report.faults) == [
            "2:1 at.six: “six”",
            "3:4 at.2: the number 3",
            "4:1 at.6: the number 6",
            "4:4 at.6: a list",
        ]

    @pytest.mark.parametrize(("text", "found"), [("a", "“a”"), ("[a]", "a list"), ("~", "nothing")])
    def test_what_is_no_mapping(self, text: str, found: str) -> None:
        report = Report()
        assert reader(Mapping[RoleId, str])(node(text), "at", report) is INVALID
        assert said(report.faults) == [f'at: {found}; allowed: a mapping → write at: {{ID: "…"}}']

    @pytest.mark.parametrize("text", ["{1: a, six: b}", "{1: a, 2: [b]}"])
    def test_a_mapping_with_an_entry_at_fault_is_at_fault(self, text: str) -> None:
        assert reader(Mapping[int, str])(node(text), "at", Report()) is INVALID

    def test_two_spellings_of_one_key(self) -> None:
        report = Report()
        reader(Mapping[int, str])(node("{1: a, 01: b}"), "at", report)
        assert report.faults


class TestWords:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("{a: b}", "a mapping"),
            ("[]", "a list"),
            ("~", "nothing"),
            ("12", "the number 12"),
            ("True", "the truth value True"),
            ("'12'", "“12”"),
            ("'{braces}'", "“{braces}”"),
            ("x" * 60, f"“{'x' * 60}”"),
            ("x" * 61, f"“{'x' * 59}…”"),
        ],
    )
    def test_what_was_found(self, text: str, words: str) -> None:
        assert str(described(node(text))) == words

    @pytest.mark.parametrize("text", ["|\n one\n two\n", r'"a\nb"', r'"a\tb"', '"a\n\n b"'])
    def test_what_was_found_is_shown_on_one_line(self, text: str) -> None:
        report = Report()
        reader(Literal["up"])(node(text), "at", report)
        reader(tuple[str, ...])(node(text), "at", report)
        reader(RoleId)(node(text), "at", report)
        for fault in report.faults:
            for line in fault.lines(EN):
                assert len(line.splitlines()) == 1

    def test_the_nearest_word(self) -> None:
        words = ("mission", "misconceptions", "skills")
        assert nearest("misson", words) == "mission"
        assert nearest("xyz", words) is None
        assert nearest("", words) is None
        assert nearest("mission", ()) is None

    @pytest.mark.parametrize("text", ["a", "sales-ops", "a1", "1221.4", "a--b", "11-2022.00"])
    def test_ids(self, text: str) -> None:
        assert IDENTIFIER.fullmatch(text)

    @pytest.mark.parametrize(
        "text", ["", "A", "é", "a_b", "a b", "-a", "a-", "a---b", ".a", "a..b", "a/b", "a\n", "٣"]
    )
    def test_no_ids(self, text: str) -> None:
        assert not IDENTIFIER.fullmatch(text)


def test_a_reference_is_marked_with_its_section() -> None:
    # What an annotated type has at run time, no type checker knows.
    assert RoleId.__metadata__ == (Ref("roles"),)  # type: ignore[attr-defined]
