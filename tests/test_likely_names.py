"""What is offered in the place of a name that nothing has: by whole words, then by spelling."""

from __future__ import annotations

import pytest

from roleguide.likely_names import (
    SLIP,
    by_definition,
    by_spelling,
    by_words,
    phrases,
    readings,
    respelt,
    starts,
)
from roleguide.word_forms import Entry, forms


class TestWords:
    @pytest.mark.parametrize(
        ("asked", "text"),
        [
            ("quotas", "Targets and quota"),
            ("prevision", "Prévisions de vente"),
            ("directrices", "Directeur commercial"),
            ("commerciaux", "Responsable commerciale"),
            ("upselling", "Upsell"),
            ("pricing", "Prices and terms"),
            ("support customer", "Customer Support Manager"),
            ("the support of customers", "Customer Support Manager"),
            ("head of customer support", "Customer Support Manager (head)"),
        ],
    )
    def test_words_are_found_in_any_form_and_order(self, asked: str, text: str) -> None:
        assert by_words(readings(asked), [("x", text)]) == ["x"]
        assert any(form.startswith(tuple(starts(readings(asked)))) for form in forms(text))

    @pytest.mark.parametrize(
        ("asked", "text"),
        [
            ("", "Sales"),
            ("?!", "Sales"),
            ("op", "Operations"),
            ("car", "Customer care"),
            ("operator", "Ops"),
            ("customer happiness", "Customer support"),
            ("the", "Sales of the year"),
        ],
    )
    def test_half_of_it_is_not_near(self, asked: str, text: str) -> None:
        assert by_words(readings(asked), [("x", text)]) == [] or asked == "the"

    def test_of_three_words_one_may_be_missing_where_that_is_asked_for(self) -> None:
        texts = [("x", "Customer support")]
        for name in ("customer support team", "customer team"):
            asked = readings(name)
            assert by_words(asked, texts) == []
            assert by_words(asked, texts, missing=1) == (["x"] if "support" in name else [])

    def test_those_with_the_fewest_other_words_come_first(self) -> None:
        texts = [("a", "Sales forecast of the region"), ("b", "Forecasting"), ("c", "A forecast")]
        assert by_words(readings("forecast"), texts) == ["c", "b", "a"]

    def test_the_word_itself_comes_before_one_of_its_family(self) -> None:
        texts = [("family", "Price"), ("itself", "Pricing"), ("longer", "Pricing and terms")]
        assert by_words(readings("pricing"), texts) == ["itself", "family", "longer"]

    def test_a_word_of_one_stem_is_of_the_family_with_or_without_its_last_e(self) -> None:
        for one, other in (("scale", "scaling"), ("reusing", "reuse"), ("lead", "leads")):
            assert by_words(readings(one), [("x", other)]) == ["x"]
        for one, other in (("care", "car"), ("leaf", "lead")):
            assert by_words(readings(one), [("x", other)]) == []

    @pytest.mark.parametrize(
        ("asked", "written"),
        [("policies", "policy"), ("local", "locaux"), ("knife", "knives"), ("actif", "active")],
    )
    def test_every_form_begins_as_is_looked_up(self, asked: str, written: str) -> None:
        assert written.startswith(tuple(starts(readings(asked))))
        assert by_words(readings(asked), [("x", written)]) == ["x"]

    def test_a_word_misspelt_is_taken_for_the_one_that_texts_have(self) -> None:
        texts = [("x", "Sales forecast: the number"), ("y", "Sales process")]
        asked = readings("forcast")
        assert by_words(asked, texts) == []
        assert by_words(respelt(asked, texts), texts) == ["x"]
        assert respelt(readings("zebra"), texts) == readings("zebra")
        assert any("forecast".startswith(start) for start in starts(asked))

    def test_what_is_missing_counts_against_a_text(self) -> None:
        texts = [("two of three", "Customer support"), ("all", "Customer support teams of today")]
        assert by_words(readings("customer support team"), texts, missing=1)[0] == "all"

    def test_a_name_has_no_reading_without_words(self) -> None:
        assert readings("") == readings("?!") == []

    def test_words_of_many_definitions_tell_nothing(self) -> None:
        texts = [(str(n), "A person who sells to other people") for n in range(9)]
        assert by_definition(readings("people"), texts) == []
        assert by_definition(readings("people"), texts[:8]) == [key for key, _ in texts[:8]]

    def test_an_abbreviation_counts_as_what_it_stands_for(self) -> None:
        abbreviations = {"ops": [Entry("spelling", means=("operation",))]}
        assert phrases("rev ops") == {"rev", "ops", "revops"}
        asked = readings("ops", abbreviations)
        assert by_words(asked, [("x", "Revenue operations"), ("y", "Ops")]) == ["y", "x"]

    def test_of_a_pasted_page_the_first_words_count(self) -> None:
        asked = readings(" ".join(f"word{n}" for n in range(1000)))
        assert all(len(words) < 10 for words in asked)


class TestSpelling:
    KNOWN = (
        *(("sales-ops", "salesops"), ("sales-ops", "salesoperationsmanager")),
        *(("sales-director", "salesdirector"), ("sales-director", "directeurdesventes")),
        *(("sales-ops-director", "salesopsdirector"), ("sdr", "sdr"), ("bdr", "bdr")),
    )

    @pytest.mark.parametrize(
        ("name", "first"),
        [
            ("sales-opps", "sales-ops"),
            ("Sales Directer", "sales-director"),
            ("Sales Operation Manager", "sales-ops"),
            ("Directeur de ventes", "sales-director"),
            ("Dirécteur des Vente", "sales-director"),
            ("sdrr", "sdr"),
        ],
    )
    def test_a_near_miss(self, name: str, first: str) -> None:
        assert by_spelling(name, self.KNOWN)[0] == first

    @pytest.mark.parametrize("name", ["", "-", "xyz", "plumber"])
    def test_a_far_miss(self, name: str) -> None:
        assert by_spelling(name, self.KNOWN) == []

    def test_a_slip_is_nearer_than_near(self) -> None:
        assert by_spelling("Sales Directer", self.KNOWN, SLIP)[0] == "sales-director"
        assert by_spelling("sdrr", self.KNOWN, SLIP) == []

    def test_nothing_is_known(self) -> None:
        assert by_spelling("sdr", []) == []

    def test_an_id_is_named_once(self) -> None:
        known = [("a", "salesops"), ("a", "salesop"), ("a", "saleops"), ("b", "salesopsx")]
        assert by_spelling("salesops", known) == ["a", "b"]

    def test_the_best_comes_first(self) -> None:
        known = [("c", "salesmanagers"), ("b", "salesmanager"), ("a", "salesmanages")]
        assert by_spelling("sales manager", known)[0] == "b"

    def test_nothing_much_farther_than_the_by_spelling(self) -> None:
        known = [("a", "salesops"), ("b", "salesopsmgr")]
        assert by_spelling("sales opss", known) == ["a"]
        assert by_spelling("sales opss", known[1:]) == ["b"]

    def test_one_name_of_several_records(self) -> None:
        assert list(by_spelling("cros", [("x", "cro"), ("y", "cro")])) == ["x", "y"]

    def test_several_names_of_one_record_leave_room_for_others(self) -> None:
        known = [("a", f"salesops{n}") for n in range(6)] + [("b", "salesopsxx")]
        assert by_spelling("sales ops", known) == ["a", "b"]
