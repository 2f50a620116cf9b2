"""Search: what a word must find, in either language, whatever its form."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

from roleguide import model
from roleguide.catalog import Catalog
from roleguide.compilation import load
from roleguide.guide_paths import guides_in_effect
from roleguide.indexing import _NOT_PROSE
from roleguide.language import Language
from roleguide.model import Guide, Sections, Sense, Term
from roleguide.search import MOST_WORDS, Hit, Row, SearchResult, _ranked, search, word_spans, words
from roleguide.views.document import Entries, plain
from roleguide.views.search_results import excerpt, found_view, marked
from roleguide.word_forms import stem

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
leads entrants = roles:sdr
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
    return load(guides_in_effect([], environ), environ)


def test_there_are_at_least_sixty_probes() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize(
    ("query", "expected"), [pytest.param(q, e, id=f"{q} → {e}") for q, e in CASES]
)
def test_a_probe_finds_what_it_means(catalog: Catalog, query: str, expected: str) -> None:
    found = [f"{hit.section}:{hit.id}" for hit in search(catalog, query).hits[:TOP]]
    assert expected in found


def test_hits_are_of_the_sections_asked_for(catalog: Catalog) -> None:
    found = search(catalog, "forecast", ["skills"])
    assert {hit.section for hit in found.hits} == {"skills"}
    assert found.total == len(found.hits)


@pytest.mark.parametrize("query", ["", "  ", "!!!", '"', "*", "AND", "NEAR(", "a:b", "x" * 5000])
def test_whatever_is_typed_is_only_words(catalog: Catalog, query: str) -> None:
    assert search(catalog, query).total >= 0


def test_nothing_is_found_where_nothing_is_written(catalog: Catalog) -> None:
    found = search(catalog, "xylophone quantique")
    assert (found.hits, found.total) == ([], 0)
    document = found_view(found, "xylophone", catalog, ENGLISH)
    assert document.table
    assert document.table.rows == ()


def test_the_words_are_marked_where_they_stand(catalog: Catalog) -> None:
    for hit in search(catalog, "négocier prix").hits:
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


def test_a_word_is_looked_for_once_however_often_it_is_said(catalog: Catalog) -> None:
    assert search(catalog, "sales " * 1000)._replace(words=1) == search(catalog, "sales")


def test_only_so_many_words_are_looked_for(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    queries: list[str] = []
    find = catalog.store.search

    def recorded(asked: Sequence[str], *rest: Any) -> list[Row]:
        queries.append(" ".join(asked))
        return find(asked, *rest)

    monkeypatch.setattr(catalog.store, "search", recorded)
    found = search(catalog, " ".join(f"sales{n} word{n}" for n in range(5000)))
    assert found.words == 10_000
    assert {query.count('"*') for query in queries} == {MOST_WORDS}


@pytest.mark.parametrize("query", ["sales", "client", "the", "quota renewal forecast", "SDR"])
def test_the_total_is_what_a_search_without_limit_gives(catalog: Catalog, query: str) -> None:
    """Whatever the limit, the same records come first."""
    everything = search(catalog, query, most=0)
    keys = [(hit.section, hit.id) for hit in everything.hits]
    assert everything.total == len(keys) == len(set(keys))
    for most in (1, 20, 100, 10_000):
        found = search(catalog, query, most=most)
        assert (found.hits, found.total) == (everything.hits[:most], everything.total)


@pytest.fixture(scope="module")
def scripts() -> Catalog:
    """Terms in other scripts, and one that is no word at all."""
    names = {"of": "का", "his": "की", "tree": "Ёлка", "gas": "ガス", "bee": "🐝", "heart": "❤️coeur"}
    terms = {i: Term({"en": "T", "hi": name}, (Sense({"en": "m"}),)) for i, name in names.items()}
    return Catalog.of([Guide("scripts", Sections(terms=terms))])


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("का", ["of"]),
        ("की", ["his"]),
        ("क", ["his", "of"]),
        ("елка", ["tree"]),
        ("ガ", ["gas"]),
        ("カ", []),
        ("🐝", ["bee"]),
        ("🐛", []),
        ("cœur", ["heart"]),
    ],
)
def test_words_of_other_scripts_and_signs_are_found(
    scripts: Catalog, query: str, expected: list[str]
) -> None:
    hits = search(scripts, query).hits
    assert sorted(hit.id for hit in hits) == expected
    assert all(hit.marks for hit in hits)


def row(section: str, identifier: str, field: str, text: str) -> Row:
    return section, identifier, field, "en", text


# From what says most to what says least, one word in a text of its own.
FIELDS = "title|name short titles mission|plain|definition difference responsibilities scope"
LADDERS = [
    [
        [row("roles", field, field, "Zebra") for field in fields.split("|")]
        for fields in FIELDS.split()
    ],
    [[row(section, section, "name", "Zebra")] for section in ("roles", "terms", "skills", "tools")],
    [[row("terms", "the word alone", "name", "Zebra")], [row("terms", "a", "name", "A zebra")]],
    [[row("terms", "in short", "name", "A zebra")], [row("terms", "a", "name", "A zebra of ours")]],
]
RANKS = [
    (better, worse)
    for ladder in LADDERS
    for upper, lower in pairwise(ladder)
    for better in upper
    for worse in lower
]


@pytest.mark.parametrize(("better", "worse"), RANKS)
def test_a_hit_that_says_more_comes_first(better: Row, worse: Row) -> None:
    """Even where the index has it last."""
    assert [hit[:3] for hit in _ranked([worse, better], ("zebra",))] == [better[:3], worse[:3]]


def test_both_words_in_a_duty_say_more_than_one_of_them_in_a_title() -> None:
    title = row("roles", "half", "title", "Zebra stable")
    duty = row("roles", "both", "responsibilities", "Zebra keeper")
    assert [hit.id for hit in _ranked([title, duty], ("zebra", "keep"))] == ["both", "half"]


def test_what_says_the_same_stays_in_the_order_of_the_index() -> None:
    rows = [row("terms", identifier, "name", "Zebra") for identifier in "bca"]
    assert [hit.id for hit in _ranked(rows, ("zebra",))] == ["b", "c", "a"]


def test_little_words_tell_nothing_beside_others(catalog: Catalog) -> None:
    assert search(catalog, "the quota") == search(catalog, "quota")
    assert search(catalog, "the").total > 0


def test_where_nothing_has_all_words_what_has_any_is_found(catalog: Catalog) -> None:
    quota = search(catalog, "quota", most=0)
    either = search(catalog, "quota xylophone", most=0)
    assert {hit[:2] for hit in either.hits} == {hit[:2] for hit in quota.hits}
    assert search(catalog, "quota renewal", most=0).total < quota.total


def test_a_sign_is_found_as_a_name_and_marked_whole(scripts: Catalog) -> None:
    assert search(scripts, "🐝").hits == [Hit("terms", "bee", "name", "", "🐝", ((0, 1),))]


def test_a_mark_belongs_to_its_word() -> None:
    assert word_spans("का की, x") == [(0, 2), (3, 5), (7, 8)]


def test_a_hit_says_its_name_its_id_and_what_it_is(catalog: Catalog) -> None:
    found = search(catalog, "forecasting", ["skills", "terms"])
    for language, kind in ((ENGLISH, "skill"), (Language("fr"), "compétence")):
        blocks = found_view(found, "forecasting", catalog, language).blocks
        (entries,) = (block.entries for block in blocks if isinstance(block, Entries))
        name = catalog.title("skills", "forecasting", language)
        assert f"{name} (forecasting, {kind})" in [plain(entry.name) for entry in entries]


def test_a_hit_in_another_language_says_which(catalog: Catalog) -> None:
    hits = [
        Hit("terms", "sales", "name", lang, "text", ()) for lang in ("en", "fr", "fr-CA", "de", "")
    ]
    found = SearchResult(hits, 5, 1)

    def labels(language: Language) -> list[str]:
        blocks = found_view(found, "text", catalog, language).blocks
        (entries,) = (block.entries for block in blocks if isinstance(block, Entries))
        return [plain(entry.lines[0].label) for entry in entries]

    assert labels(ENGLISH) == ["name", "name, in French", "name, in French", "name, in de", "name"]
    assert labels(Language("fr-CA")) == ["nom, en anglais", "nom", "nom", "nom, en de", "nom"]


def test_a_text_is_found_in_whatever_languages_it_is_written() -> None:
    tags = ["en", "fil-PH", "zh-Hant-TW", "es-419"]
    written = {tag: f"zebra {at}" for at, tag in enumerate(tags)}
    terms = {"stripes": Term(name=dict(written), senses=(Sense(meaning=dict(written)),))}
    catalog = Catalog.of([Guide("zoo", Sections(terms=terms))])
    for tag, text in written.items():
        (hit,) = search(catalog, text).hits
        assert hit.lang == tag


def test_only_texts_and_what_is_set_apart_are_mappings_to_strings() -> None:
    kinds = [kind for kind in vars(model).values() if hasattr(kind, "_fields")]
    for record in (kind for kind in kinds if kind is not model.Profile):  # which is in no guide
        for name, hint in get_type_hints(record, vars(model)).items():
            for part in (hint, *get_args(hint)):
                if get_origin(part) is Mapping and part != model.Text:
                    value = get_args(part)[1]
                    strings = value is str or get_origin(value) is Literal
                    assert not strings or name in _NOT_PROSE, f"{record.__name__}.{name}"
