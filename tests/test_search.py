"""Search: what a word must find, in either language, whatever its form."""

from __future__ import annotations

import os

import pytest

from roleguide import catalog as catalogs
from roleguide.catalog import Catalog
from roleguide.guide_paths import guides_in_effect
from roleguide.language import Language
from roleguide.search import Hit, search, stem, words
from roleguide.views.found import excerpt, found_view, marked

TOP = 8
"""Hits among which a probe must find what it looks for."""

# A query, and a record that somebody who types it means: section:id.
PROBES = """
forecast = activities:sales-forecast
Forecasts = activities:sales-forecast
FORECASTING = skills:forecasting
prévision = skills:forecasting
previsions de vente = activities:sales-forecast
négociation = activities:negotiation
négocier = activities:negotiation
negocier = skills:negotiating
negotiate = skills:negotiating
negotiations = activities:negotiation
directrice des ventes = roles:sales-director
directeurs des ventes = roles:sales-director
sales director = roles:sales-director
director of sales = roles:sales-director
ingénieure commerciale = roles:account-executive
ingenieur d'affaires = roles:business-engineer
ingénieure d’affaires = roles:business-engineer
territoire = terms:territory
secteurs = activities:territory-plan
territories = activities:territory-plan
quotas = activities:sales-targets
objectifs = activities:sales-targets
coaching = skills:coaching
accompagnement individuel = activities:sales-coaching
remises = activities:deal-approval
remise = activities:deal-approval
discounts = activities:deal-approval
churn = metrics:churn-rate
attrition = metrics:churn-rate
renouvellement = activities:renewal
renewals = activities:renewal
renewal manager = roles:renewals-manager
appels d'offres = activities:tender-response
appel d’offres = activities:tender-response
tenders = activities:tender-response
CRM = tools:crm
administrateur crm = roles:crm-administrator
administratrice crm = roles:crm-administrator
data quality = activities:data-quality
qualité des données = activities:data-quality
SDR = terms:sdr
prospection = skills:prospecting
prospecter = skills:prospecting
prospecting = skills:prospecting
outbound = activities:outbound-prospecting
leads entrants = terms:inbound
onboarding = activities:customer-onboarding
mise en route = activities:customer-onboarding
recrutement = activities:hiring
recruter = skills:recruiting
recruiting = skills:recruiting
marge = metrics:gross-margin
margin = metrics:gross-margin
partenariats = activities:strategic-partnerships
partnership = activities:strategic-partnerships
revendeurs = activities:channel-programme
resellers = activities:channel-programme
démonstration = activities:demo
demonstrating = skills:demonstrating
roadmap = activities:product-roadmap
feuille de route = activities:product-roadmap
rémunération variable = activities:variable-pay
variable pay = activities:variable-pay
commissions = terms:commission
tableaux de bord = activities:sales-analysis
dashboards = activities:sales-analysis
oeuvre = activities:demo
œuvre = activities:demo
win rate = metrics:win-rate
taux de succès = metrics:win-rate
RevOps = roles:revops-manager
customer success = roles:csm
succès client = roles:csm
avant-vente = roles:sales-engineer
pre-sales = roles:sales-engineer
facturation = activities:invoicing
factures = activities:invoicing
invoices = activities:invoicing
ADV = roles:sales-admin-manager
"""
CASES = [tuple(part.strip() for part in line.split("=")) for line in PROBES.strip().split("\n")]

ENGLISH = Language("en")


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    environ = {"ROLEGUIDE_CACHE_DIR": str(tmp_path_factory.mktemp("cache"))}
    environ["ROLEGUIDE_CONFIG_DIR"] = environ["ROLEGUIDE_CACHE_DIR"] + os.sep + "none"
    return catalogs.load(guides_in_effect([], environ), environ)


def test_there_are_at_least_sixty_probes() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize(
    ("query", "expected"), [pytest.param(q, e, id=f"{q} → {e}") for q, e in CASES]
)
def test_a_probe_finds_what_it_means(catalog: Catalog, query: str, expected: str) -> None:
    hits = search(catalog, query)
    found = [f"{hit.section}:{hit.id}" for hit in hits[:TOP]]
    assert expected in found


def test_hits_are_of_the_sections_asked_for(catalog: Catalog) -> None:
    assert {hit.section for hit in search(catalog, "forecast", ["skills"])} == {"skills"}
    assert len(search(catalog, "vente", most=3)) == 3


@pytest.mark.parametrize("query", ["", "  ", "!!!", '"', "*", "AND", "NEAR(", "a:b", "x" * 5000])
def test_whatever_is_typed_is_only_words(catalog: Catalog, query: str) -> None:
    assert isinstance(search(catalog, query), list)


def test_nothing_is_found_where_nothing_is_written(catalog: Catalog) -> None:
    assert search(catalog, "xylophone quantique") == []
    document = found_view([], "xylophone", catalog, ENGLISH)
    assert document.table
    assert document.table.rows == ()


def test_the_words_are_marked_where_they_stand(catalog: Catalog) -> None:
    for hit in search(catalog, "négocier prix"):
        for start, end in hit.marks:
            assert stem(words(hit.text[start:end])[0]).startswith(("negoc", "prix"))


def test_an_excerpt_is_short_whole_words_around_the_first_mark() -> None:
    text = " ".join(f"word{n:03}" for n in range(200))
    at = text.index("word100")
    hit = Hit("roles", "x", "scope", "en", text, ((at, at + 7),))
    shown = excerpt(hit)
    assert "[word100]" in shown
    assert shown.startswith("… word")
    assert shown.endswith(" …")
    assert len(shown) < 190
    assert all(len(w.strip("[]")) == 7 for w in shown.split() if w != "…")
    assert marked(hit) == text.replace("word100", "[word100]")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("directrice", "directeur"),
        ("négociations", "négocier"),
        ("prévisions", "prévision"),
        ("commerciale", "commerciaux"),
        ("territories", "territory"),
        ("leads", "lead"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    first, second = stem(words(one)[0]), stem(words(other)[0])
    assert first.startswith(second[:4])
    assert second.startswith(first[:4])
