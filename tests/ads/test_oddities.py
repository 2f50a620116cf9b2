"""What is odd is found in its line, with the law of the country that is asked for."""

from __future__ import annotations

import pytest

from roleguide.ads import read
from roleguide.ads.result import Ad
from roleguide.catalog import Catalog
from roleguide.formats import Page, plain
from roleguide.language import Language
from roleguide.views.ad_check import check_view, findings

PLACE = "Account Executive\nThe role is based in Denver.\nYou close new business."


def rules(ad: Ad) -> list[str]:
    return [odd.rule for odd in ad.odd]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("We want a recent graduate who is hungry.", "age"),
        ("Vous avez moins de 30 ans.", "age-limit"),
        ("Anglais langue maternelle exigé.", "native-speaker"),
        ("You are a native speaker of German.", "native-speaker"),
        ("An experienced salesman.", "sex"),
        ("Nous cherchons un homme de terrain.", "sex-or-family"),
        ("Excellente présentation exigée.", "appearance"),
        ("This is a straight commission role.", "commission-only"),
        ("Vous rejoignez une équipe jeune et passionnée.", "young-team"),
        ("Une moyenne d’âge de moins de 30 ans.", "young-team"),
        ("We reward all-stars.", "heroes"),
    ],
)
def test_odd_words_are_found_in_their_line(catalog: Catalog, text: str, rule: str) -> None:
    ad = read(catalog, f"Account Executive\n\n{text}")
    assert rules(ad) == [rule]
    assert (ad.odd[0].line, ad.odd[0].text) == (3, text)


@pytest.mark.parametrize(
    "text",
    [
        "We hire regardless of age.",
        "Excellent presentation skills.",
        "Mission V.I.E, réservée aux moins de 28 ans.",
        "Nos clients ont une moyenne d’âge de 60 ans.",
    ],
)
def test_what_only_looks_odd_is_not(catalog: Catalog, text: str) -> None:
    assert rules(read(catalog, f"Account Executive\n\n{text}")) == []


def test_pay_is_demanded_where_the_law_of_the_place_demands_it(catalog: Catalog) -> None:
    ad = read(catalog, PLACE)
    assert rules(ad) == ["pay-colorado"]
    assert ad.odd[0].binding(None)
    assert ad.odd[0].binding("US")
    assert rules(read(catalog, PLACE, "FR")) == []
    assert rules(read(catalog, f"{PLACE}\nBase salary $90,000 a year.")) == []
    assert rules(read(catalog, PLACE.replace("Denver", "Boise"))) == []
    assert rules(read(catalog, PLACE.replace("The role is based", "We are headquartered"))) == []


def test_only_the_law_of_the_country_asked_for_is_named(catalog: Catalog) -> None:
    odd = read(catalog, "Account Executive\nA recent graduate.", "UK").odd[0]
    assert [code for code, _ in odd.laws("UK")] == ["UK"]
    assert not odd.binding("UK")
    assert odd.binding("US")


def test_the_employer_is_told_what_to_change(catalog: Catalog, english: Language) -> None:
    found = [*findings(read(catalog, PLACE), catalog, english, None)]
    assert [each.line for each in found if each.binding] == [2]
    assert all(each.remedy for each in found)
    said = " ".join(each.what for each in found)
    assert "Not stated: whom one reports to." in said
    assert "The tasks do not show which role it is." in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("You are a digital native.", "aucune n’interdit ces mots mêmes"),
        ("You close new business.", "Aucune des quelques lois"),
    ],
)
def test_what_laws_demand_does_not_contradict_those_that_are_named(
    catalog: Catalog, french: Language, text: str, said: str
) -> None:
    ad = read(catalog, f"Account Executive\n\n{text}", "FR")
    page = plain.render(check_view(ad, catalog, french, "FR"), Page(400))
    assert said in page
    assert ("Code du travail" in page) == ("lois citées" in page)
