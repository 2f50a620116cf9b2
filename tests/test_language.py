"""Which language is spoken, how its texts are chosen, and its typography."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roleguide.language import (
    HARD_SPACE,
    NARROW_SPACE,
    UNSEEN,
    Language,
    Message,
    parse,
    resolve,
    visible,
)
from roleguide.language_tags import LANGUAGES

VARIABLES = ("ROLEGUIDE_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
ENGLISH, FRENCH, CANADIAN = Language("en"), Language("fr"), Language("fr-CA")


class TestResolve:
    @pytest.mark.parametrize("variable", VARIABLES)
    def test_any_of_the_variables_is_heard(self, variable: str) -> None:
        assert resolve({variable: "fr_FR.UTF-8"}) == Language("fr-FR")

    @pytest.mark.parametrize("at", range(len(VARIABLES)))
    def test_the_first_one_set_decides(self, at: int) -> None:
        environ = dict.fromkeys(VARIABLES[at + 1 :], "en_US.UTF-8")
        assert resolve({VARIABLES[at]: "fr", **environ}) == FRENCH
        environ = dict.fromkeys(VARIABLES[at + 1 :], "fr_FR.UTF-8")
        assert resolve({VARIABLES[at]: "en", **environ}) == ENGLISH

    @pytest.mark.parametrize("variable", VARIABLES[:-1])
    def test_an_empty_variable_is_not_set(self, variable: str) -> None:
        assert resolve({variable: "", "LANG": "fr"}) == FRENCH

    @pytest.mark.parametrize("value", ["C", "POSIX", "C.UTF-8", "C.utf8", "de_DE.UTF-8", "?", "f"])
    @pytest.mark.parametrize("variable", VARIABLES)
    def test_c_and_the_unknown_mean_english_and_end_the_search(
        self, variable: str, value: str
    ) -> None:
        below = dict.fromkeys(VARIABLES[VARIABLES.index(variable) + 1 :], "fr_FR")
        assert resolve({variable: value, **below}) == ENGLISH

    def test_nothing_set_means_english(self) -> None:
        assert resolve({}) == ENGLISH

    def test_other_variables_are_not_heard(self) -> None:
        assert resolve({"LANGUAGE": "fr", "LC_CTYPE": "fr_FR", "TERM": "fr"}) == ENGLISH


class TestParse:
    @pytest.mark.parametrize(
        ("tag", "code"),
        [
            ("fr", "fr"),
            ("FR", "fr"),
            (" fr ", "fr"),
            ("en", "en"),
            ("fr-CA", "fr-CA"),
            ("fr_CA", "fr-CA"),
            ("fr-ca", "fr-CA"),
            ("fr_CA.UTF-8", "fr-CA"),
            ("fr_CA.ISO8859-1@euro", "fr-CA"),
            ("fr@euro", "fr"),
            ("en_US.utf8", "en-US"),
            ("en-001", "en-001"),
        ],
    )
    def test_a_tag_is_read_however_it_is_written(self, tag: str, code: str) -> None:
        assert parse(tag) == Language(code)

    @pytest.mark.parametrize(
        "tag", ["", "de", "fra", "french", "C", "POSIX", "C.UTF-8", "fr_", "fr/CA", "f r"]
    )
    def test_what_is_no_known_language_is_none(self, tag: str) -> None:
        assert parse(tag) is None

    @given(st.text())
    def test_anything_can_be_asked(self, tag: str) -> None:
        found = parse(tag)
        assert found is None or found.base in LANGUAGES

    def test_a_language_is_its_code(self) -> None:
        assert Language("fr") == FRENCH
        assert Language("fr") != CANADIAN
        assert Language("fr") != "fr"
        assert {Language("fr"): 1}[FRENCH] == 1
        assert (CANADIAN.code, CANADIAN.base) == ("fr-CA", "fr")
        assert repr(CANADIAN) == "Language('fr-CA')"


class TestOf:
    @pytest.mark.parametrize(
        ("code", "text", "chosen"),
        [
            pytest.param("fr-CA", {"en": "e", "fr": "f", "fr-CA": "c"}, "c", id="region"),
            pytest.param("fr-CA", {"en": "e", "fr": "f"}, "f", id="region-to-language"),
            pytest.param("fr-CA", {"de": "d", "en": "e"}, "e", id="language-to-english"),
            pytest.param("fr", {"en": "e", "fr": "f", "fr-CA": "c"}, "f", id="language"),
            pytest.param("fr", {"de": "d", "en": "e"}, "e", id="to-english"),
            pytest.param("en", {"de": "d", "fr": "f"}, "f", id="english-to-french"),
            pytest.param("en-GB", {"en": "e", "fr": "f"}, "e", id="english-region"),
            pytest.param("fr", {"de": "d", "it": "i"}, "d", id="any"),
            pytest.param("fr", {}, "", id="none"),
        ],
    )
    def test_the_nearest_language_is_chosen(
        self, code: str, text: dict[str, str], chosen: str
    ) -> None:
        assert Language(code).of(text) == chosen


class TestTypography:
    FRANCE = f"Qui signe{NARROW_SPACE}? Non{NARROW_SPACE}; oui{NARROW_SPACE}!"
    CANADA = "Qui signe? Non; oui!"

    def test_canada_sets_no_space_before_high_points(self) -> None:
        text = {"fr": self.FRANCE}
        assert FRENCH.of(text) == self.FRANCE
        assert CANADIAN.of(text) == self.CANADA

    def test_colons_and_quotation_marks_keep_theirs_in_canada(self) -> None:
        text = f"Ici{HARD_SPACE}: «{HARD_SPACE}oui{HARD_SPACE}»"
        assert CANADIAN.of({"fr": text}) == text

    def test_other_narrow_spaces_stay(self) -> None:
        text = {"fr": f"10{NARROW_SPACE}000 et 15{NARROW_SPACE}%"}
        assert CANADIAN.of(text) == text["fr"]

    @pytest.mark.parametrize(
        ("language", "said"),
        [
            (ENGLISH, "Did you mean x?"),
            (FRENCH, f"Vouliez-vous dire x{NARROW_SPACE}?"),
            (CANADIAN, "Vouliez-vous dire x?"),
        ],
        ids=repr,
    )
    def test_interface_sentences_follow_it_too(self, language: Language, said: str) -> None:
        assert language.say("Did you mean {names}?", names="x") == said

    @pytest.mark.parametrize(
        ("language", "labelled", "quoted"),
        [
            (ENGLISH, "Stage:", "“so”"),
            (Language("en-GB"), "Stage:", "“so”"),
            (FRENCH, f"Stage{HARD_SPACE}:", f"«{HARD_SPACE}so{HARD_SPACE}»"),
            (CANADIAN, f"Stage{HARD_SPACE}:", f"«{HARD_SPACE}so{HARD_SPACE}»"),
        ],
        ids=repr,
    )
    def test_labels_and_quotations(self, language: Language, labelled: str, quoted: str) -> None:
        assert language.label("Stage") == labelled
        assert language.quote("so") == quoted

    def test_lists_have_commas(self) -> None:
        assert ENGLISH.listing(["a", "b", "c"]) == "a, b, c"
        assert FRENCH.listing(iter(["a"])) == "a"
        assert FRENCH.listing([]) == ""

    def test_lists_with_a_doublet_have_semicolons(self) -> None:
        names = ["Chef / Cheffe", "SDR", "Closer"]
        assert FRENCH.listing(names) == f"Chef / Cheffe{NARROW_SPACE}; SDR{NARROW_SPACE}; Closer"
        assert FRENCH.listing(names, "or").endswith(f"SDR{NARROW_SPACE}; ou Closer")
        assert FRENCH.listing(names[:2], "or") == "Chef / Cheffe ou SDR"


class TestPlurals:
    @pytest.mark.parametrize(
        ("language", "number", "said"),
        [
            (ENGLISH, 0, "0 roles"),
            (ENGLISH, 1, "1 role"),
            (ENGLISH, 2, "2 roles"),
            (FRENCH, 0, "0 rôle"),
            (FRENCH, 1, "1 rôle"),
            (FRENCH, 2, "2 rôles"),
            (CANADIAN, 2, "2 rôles"),
            (Language("en-US"), 1, "1 role"),
        ],
    )
    def test_a_number_chooses_the_form(self, language: Language, number: int, said: str) -> None:
        assert language.count("{n} role", "{n} roles", number) == said

    def test_other_places_are_filled_too(self) -> None:
        one, many = "{n} fault in all: roleguide check {file}", "{n} faults in all: … {file}"
        assert (
            ENGLISH.count(one, many, 1, file="a.yaml") == "1 fault in all: roleguide check a.yaml"
        )


class TestMessage:
    def test_a_message_is_told_in_any_language(self) -> None:
        message = Message("Did you mean {names}?", {"names": "sdr"})
        assert ENGLISH.tell(message) == "Did you mean sdr?"
        assert FRENCH.tell(message) == f"Vouliez-vous dire sdr{NARROW_SPACE}?"
        assert str(message) == "Did you mean sdr?"

    def test_messages_inside_messages_are_told_too(self) -> None:
        inner = Message("there is no such file.")
        outer = Message("{path}: {reason}", {"path": "a.yaml", "reason": inner})
        assert ENGLISH.tell(outer) == "a.yaml: there is no such file."
        french = FRENCH.tell(outer)
        assert french.startswith(f"a.yaml{HARD_SPACE}: ")
        assert FRENCH.tell(inner) in french
        assert "no such file" not in french

    def test_arguments_are_filled_in_once(self) -> None:
        """A brace in a name is a brace, and no place to fill."""
        message = Message("Did you mean {names}?", {"names": "{names} {0} {x!r} %s"})
        assert ENGLISH.tell(message) == "Did you mean {names} {0} {x!r} %s?"

    def test_a_sentence_without_a_translation_is_said_in_english(self) -> None:
        assert FRENCH.say("Nobody translated this {thing}.", thing="yet") == (
            "Nobody translated this yet."
        )


class TestVisible:
    @pytest.mark.parametrize(
        "text",
        [
            "plain",
            "tab\tand\nline",
            "é e\u0301 œ ’ « » − – …",
            f"hard{HARD_SPACE}and{NARROW_SPACE}narrow",
            "日本語",
            "👩\u200d👩\u200d👧 می\u200cخواهم",
            "شركة עברית",
        ],
    )
    def test_what_can_be_read_stays(self, text: str) -> None:
        assert visible(text) == text

    @pytest.mark.parametrize(
        "character",
        [
            pytest.param(c, id=f"U+{ord(c):04X}")
            for c in "\x00\x07\x08\x0b\x0c\r\x1b\x7f\x80\x85\x9b\x9f\u061c\u200e\u200f\u2028\u2029"
            "\u202a\u202e\u2066\u2069\ufeff\ufffe\uffff\ud800\udfff"
        ],
    )
    def test_what_a_terminal_would_obey_does_not(self, character: str) -> None:
        assert visible(f"a{character}b") == "a\ufffdb"

    @given(st.text(st.characters(codec=None)))
    def test_nothing_unseen_is_ever_left(self, text: str) -> None:
        shown = visible(text)
        assert not UNSEEN.search(shown)
        assert len(shown) == len(text)
        assert visible(shown) == shown


def test_alternatives_in_a_message_are_joined_by_or() -> None:
    message = Message("{names}!", {"names": ("a", "b", "c")})
    assert [Language(code).tell(message) for code in ("en", "fr")] == ["a, b or c!", "a, b ou c!"]
