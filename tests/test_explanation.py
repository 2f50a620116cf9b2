"""What is said of a title: by every name as everywhere else, and nothing that the data denies."""

from __future__ import annotations

from functools import cache

import pytest
from data.builtin import READING, SECTIONS

from roleguide.catalog import Catalog
from roleguide.errors import AmbiguousName
from roleguide.language import Language
from roleguide.name_matching import names_of
from roleguide.titles.explanation import Explanation, explain, understand

ENGLISH = Language("en")


@cache
def catalog() -> Catalog:
    assert READING.guide
    return Catalog.of([READING.guide])


def explained(title: str) -> Explanation:
    return explain(catalog(), understand(catalog(), title))


def test_every_name_of_a_role_means_what_it_means_everywhere() -> None:
    for identifier, role in SECTIONS.roles.items():
        for _, name in names_of(identifier, role):
            found = understand(catalog(), name)
            try:
                section, meant = catalog().find_any(name, ENGLISH)
            except AmbiguousName:
                section, meant = "roles", None
            if section == "roles":
                assert found.role == meant, name
                assert found.verdict == ("sure" if meant else "unclear")
            assert identifier in {candidate.role for candidate in found.candidates}


@pytest.mark.parametrize(
    ("title", "terms"),
    [
        pytest.param("Directrice commerciale H/F", ["directeur-commercial"], id="either-gender"),
        pytest.param("Head of Sales Ops", ["head-of"], id="a-rank-and-not-the-work"),
        pytest.param("Nurse Manager", [], id="none-in-another-trade"),
        pytest.param("PM (m/f/d)", ["pm"], id="all-but-marks"),
    ],
)
def test_the_terms_in_a_title(title: str, terms: list[str]) -> None:
    assert [hidden.term for hidden in explained(title).hidden] == terms


def test_of_a_term_that_is_called_otherwise_only_the_sense_of_that_name_counts() -> None:
    (hidden,) = explained("Chief Revenue Officer").hidden
    assert len(hidden.senses) < len(SECTIONS.terms[hidden.term].senses)


def test_questions_are_those_of_the_pairs_among_the_roles() -> None:
    found = explained("Account Executive / Account Manager")
    pair = SECTIONS.pairs["account-executive--account-manager"]
    assert [test.question for test in found.tests] == [*pair.tests]
    assert explained("Nurse Manager").tests == ()


def test_forms_have_the_genders_of_their_own_language() -> None:
    forms = explained("Sales Director").forms
    own = SECTIONS.roles["sales-director"].title
    assert [(form.lang, form.gendered) for form in forms if form.text in own.text.values()][:2] == [
        ("en", None),
        ("fr", own.gendered),
    ]
    assert explained("SDR / Business Developer").forms == ()


def test_whom_people_confuse_it_with_has_a_pair() -> None:
    role = "sales-ops-director"
    for other in explained("Head of Sales Ops").confused:
        assert "--".join(sorted((role, other))) in SECTIONS.pairs
