"""Titles as people write them: what each rule makes of one, and what no title may do."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from unicodedata import combining, normalize

import pytest
from data.builtin import READING, SECTIONS
from hypothesis import given, settings
from hypothesis import strategies as st

from roleguide.catalog import Catalog
from roleguide.errors import AmbiguousName
from roleguide.language import Language
from roleguide.model import Guide, Phrases, Sections, TitleWords
from roleguide.name_matching import fold, names_of
from roleguide.titles import Aside, TitleReading, read
from roleguide.titles.scanning import repaired
from roleguide.titles.words import Words
from roleguide.word_forms import form, forms


@cache
def catalog() -> Catalog:
    assert READING.guide
    return Catalog.of([READING.guide])


def reading(title: str) -> TitleReading:
    return read(catalog(), title)


def listed(title: str) -> set[str]:
    found = reading(title)
    assert not found.sure
    return {candidate.role for candidate in found.candidates}


# One line a rule: what is written, and the role that is meant.
SURE = """
# seniority that makes another role does, else it is left aside
Head of Sales Ops EMEA = sales-ops-director
Vice President, Global Sales Operations = sales-ops-director
Team Leader Sales = sales-team-lead
VP Sales EMEA = vp-sales
Responsable d’équipe SDR = sdr-manager
Senior Account Executive = account-executive
Junior SDR = sdr
Lead Solutions Engineer = sales-engineer
Head of Presales = sales-engineer
Director of Sales Enablement = sales-enablement-manager
Manager, Solutions Engineering = sales-engineer
SDR Team Leader = sdr-manager
BDR Team Lead = sdr-manager
Inside Sales Team Lead = sales-team-lead
Chargé(e) d’affaires sédentaire = inside-sales-rep
Commercial(e) sédentaire = inside-sales-rep
Chargé(e) d’affaires = business-engineer
# words in any order, with function words or without
Manager, Sales Operations = sales-ops
Responsable régional des ventes = regional-sales-manager
Director – Customer Success = head-of-customer-success
Pre Sales Senior Engineer = sales-engineer
# what surrounds a name
Account Executive - Mid-Market, DACH (m/w/d) = account-executive
Remote - Customer Success Manager - $90k-$110k OTE = csm
Business Developer - CDI - Lyon 3e (H/F) = business-developer
Key Account Manager | Pharma | Part time = key-account-manager
Sales Engineer at Acme Robotics = sales-engineer
Bid Manager – Domiciliary Care = bid-manager
[Urgent] Sales Manager (Maternity Cover) = sales-manager
We are hiring talented Account Executives! = account-executive
# abbreviations
Mktg Ops Mgr = marketing-ops-manager
Sr. Acct Exec. = account-executive
Resp. ADV = sales-admin-manager
Sales Development Rep (SDR) = sdr
Dir. Commercial France = commercial-director
Tech Account Manager = technical-account-manager
# both sides of a slash or an “and” mean one role
Directeur / Directrice des ventes = sales-director
Assistant commercial / Assistante commerciale = sales-assistant
Bids & Proposals Manager = bid-manager
Chief Marketing Officer / Marketing Director = cmo
# every form of écriture inclusive
Chargé(e) d’affaires = business-engineer
Chargé·e d’affaires = business-engineer
Chargé.e.s d’affaires = business-engineer
Ingénieur-e d’affaires H/F = business-engineer
Directeur(trice) des ventes = sales-director
Directeur.rice commercial.e = commercial-director
Directeur/-trice des ventes = sales-director
Key Account Manager*in (w/m/d) = key-account-manager
# one word in any gender
Téléprospecteur H/F = sdr
Téléprospecteur·rice = sdr
# capitals, missing accents, letters read in the wrong encoding
INGENIEUR COMMERCIAL H/F = account-executive
IngÃ©nieur commercial (H/F) â€“ Nice = account-executive
# one letter wrong
Acount Executive = account-executive
Customer Sucess Manager = csm
Regional Sales Mananger = regional-sales-manager
Customer Suport Manager = customer-support-manager
# … though a town (Angers) or a verb (ménager) is as near, or the ending says what is meant
Sales Manger = sales-manager
Sales Menager = sales-manager
Direcrice régionale des ventes = regional-sales-manager
Responsable Grands Comtes = key-account-manager
# … or the guide writes the word itself, in the other language or the same, and another meaning
Business Developper - Paris (H/F) = business-developer
Chief Revenue Officier = chief-revenue-officer
# two languages in one title
Responsable Customer Success = csm
Directeur Business Development = business-development-manager
Ingénieur Presales = sales-engineer
Business développeur = business-developer
Business développeuse H/F = business-developer
"""


def cases(text: str) -> list[tuple[str, str]]:
    lines = [line for line in text.strip().splitlines() if not line.startswith("#")]
    return [(title, expected) for title, _, expected in (line.partition(" = ") for line in lines)]


@pytest.mark.parametrize(("title", "role"), cases(SURE))
def test_a_title_that_is_sure(title: str, role: str) -> None:
    found = reading(title)
    assert found.role == role, found


LISTED = """
# two jobs
SDR / Business Developer = sdr, business-developer
Account Executive / Account Manager = account-executive, account-manager
Product Marketing and Sales Enablement Manager = product-marketing-manager, sales-enablement-manager
Sales Manager - Key Account Manager = sales-manager, key-account-manager
# a title of several roles
Sales Rep (m/f/d) = account-executive, field-sales-rep, inside-sales-rep
Technical Sales Manager = technical-sales-rep, sales-manager
CS Manager = csm, customer-support-manager, sales-admin-manager
Head of Partnerships = alliances-manager, partner-manager
# what a contract says
VRP multicartes = field-sales-rep
# one letter wrong, too
Responsible commercial = commercial-director, sales-manager
# all of the work without the rank
Rev Op = revops-manager, sales-ops-analyst
# an unknown word in the head
Account Executive Zorblax = account-executive
# one word decides nothing longer than itself
Commercial H/F = account-executive, field-sales-rep, inside-sales-rep
"""


@pytest.mark.parametrize(("title", "roles"), cases(LISTED))
def test_a_title_that_is_listed(title: str, roles: str) -> None:
    assert listed(title) == set(roles.split(", "))


@pytest.mark.parametrize("title", ["Jr. Sales Associate", "Senior Sales Associate"])
def test_a_rank_keeps_roles_away_that_are_far_from_it(title: str) -> None:
    levels = [catalog().entry(role).role.level.low for role in listed(title)]
    assert "professional" in levels
    assert not {"director", "vp", "chief"} & {*levels}


@pytest.mark.parametrize(
    "title", ["Sales - Paris", "Growth Europe", "Director (m/f/d)", "Farmer UK"]
)
def test_one_word_decides_nothing_longer_than_itself(title: str) -> None:
    assert not reading(title).sure


def test_an_abbreviation_that_stands_for_several_things_decides_nothing() -> None:
    assert reading("Senior SE").role == "sales-engineer"
    assert not reading("Senior PM").sure


TRADES = """
Retail Sales Manager = Retail
Mortgage Account Executive = Mortgage
Estate Agent Sales Negotiator = Estate Agent
Registered Nurse = Nurse
Développeur Business Central = Développeur
Chargé de clientèle banque = banque
Infirmière = Infirmière
Agent commercial en immobilier = immobilier
"""


@pytest.mark.parametrize(("title", "trade"), cases(TRADES))
def test_a_word_of_another_trade_in_the_head_is_none_of_ours(title: str, trade: str) -> None:
    found = reading(title)
    assert not found.sure
    assert found.trade == trade


def test_what_was_left_aside_is_told_in_the_order_in_which_it_was_written() -> None:
    found = reading("Senior Account Executive, Fintech - EMEA - Acme Robotics (m/f/d)")
    assert found.aside == (
        ("Senior", "seniority"),
        ("Fintech", "segment"),
        ("EMEA", "region"),
        ("Acme Robotics", "other"),
        ("m/f/d", "gender"),
    )


def test_a_market_is_told_though_a_longer_name_of_the_role_has_it() -> None:
    found = reading("Senior Account Executive, Mid-Market DACH (remote)")
    said = [part.text for part in found.aside]
    assert said == ["Senior", "Mid-Market", "DACH", "remote"]
    assert reading("B2B Phone Closer").aside == (Aside("B2B", "segment"),)


def test_a_rank_that_was_left_aside_is_told() -> None:
    assert reading("Head of Sales Enablement").aside == (("Head", "seniority"),)


def test_what_stands_for_several_words_is_told_once() -> None:
    assert reading("VP of Revenue Operations").aside == (Aside("VP", "seniority"),)


def test_a_point_of_the_compass_is_one_region() -> None:
    assert reading("Directeur des ventes Sud-Est").aside == (Aside("Sud-Est", "region"),)


def test_a_correction_is_told() -> None:
    found = reading("Acount Executive")
    assert [(fix.found, fix.form) for fix in found.corrections] == [("Acount", "account")]


def test_a_slip_is_told_as_the_word_meant_and_not_as_another_misspelling_of_it() -> None:
    (fix,) = reading("Busness Developer").corrections
    assert fix.form == "business"


@pytest.mark.parametrize("slip", ["Saels", "Slaes", "Sals"])
@pytest.mark.parametrize(
    ("rest", "role"),
    [
        ("Manager", "sales-manager"),
        ("Director", "sales-director"),
        ("Rep", "account-executive"),
        ("Assistant", "sales-assistant"),
    ],
)
def test_nobody_slips_from_the_initials_of_something(slip: str, rest: str, role: str) -> None:
    found = reading(f"{slip} {rest}")  # “sae” and “sam” are one letter away, too
    assert [fix.form for fix in found.corrections] == ["sales"]
    assert not found.sure
    assert found.candidates[0].role == role


def test_all_that_a_short_slip_may_mean_is_listed() -> None:
    assert {"account-executive", "sales-engineer"} <= listed("Csale Engineer")  # “ciale”, “sale”


def test_what_a_word_is_a_slip_of_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[frozenset[str]] = []
    likely = Words.likely

    def counted(self: Words, forms: Collection[str]) -> list[str]:
        asked.append(frozenset(forms))
        return likely(self, forms)

    monkeypatch.setattr(Words, "likely", counted)
    reading("Zqxjkwv Xkzvqwj " * 9)
    assert len(asked) == 2


def test_a_word_that_the_guide_itself_uses_is_no_slip() -> None:
    for title in ("Letters", "Letters H/F", "Client Booking Engineer"):  # “setter”, “looking”
        assert not reading(title).corrections
    assert not reading("Produce Manager").sure  # one letter from “product”


@pytest.mark.parametrize(
    "title", ["", " ", "-", "(H/F)", "—/—", "🙂", "a" * 5000, "é" * 400, "(" * 99]
)
def test_nothing_that_is_typed_breaks_it(title: str) -> None:
    assert not reading(title).candidates


# A company's own words -------------------------------------------------------------------------


def test_the_words_of_a_companys_guide_are_added() -> None:
    assert READING.guide
    own = Sections(
        title_words={
            "regions": TitleWords("region", words={"en": Phrases(("Cluster North",))}),
            "short": TitleWords(
                "spelling", stands_for={"en": {"ctm": Phrases(("sales manager",))}}
            ),
        }
    )
    found = read(Catalog.of([READING.guide, Guide("acme", own)]), "CTM Cluster North")
    assert found.role == "sales-manager"
    assert found.aside == (("Cluster North", "region"),)


# What no title may do ---------------------------------------------------------------------------

NAMES = {
    fold(name): name for role in SECTIONS.roles for _, name in names_of(role, SECTIONS.roles[role])
}
IN_NAMES = {form for name in NAMES.values() for form in forms(name)}
NOISE = [
    text
    for group in SECTIONS.title_words.values()
    if group.kind in {"seniority", "region", "segment", "contract", "place", "pay", "hours"}
    for phrases in group.words.values()
    for text in phrases.texts
    if IN_NAMES.isdisjoint(forms(text))
]
titles = st.sampled_from(sorted(NAMES.values()))
noise = st.lists(st.sampled_from(NOISE), max_size=2).map(" ".join)
separators = st.sampled_from([" ", " - ", ", ", " (", " | "])


def today(name: str) -> set[str]:
    """The roles that a name means without any reading."""
    try:
        return {catalog().find("roles", name, Language("en"))}
    except AmbiguousName as error:
        return {identifier for identifier, _ in error.candidates}


@given(titles, noise, noise, separators)
@settings(max_examples=150, deadline=None)
def test_noise_around_a_known_title_never_changes_the_role(
    title: str, before: str, after: str, separator: str
) -> None:
    found = reading(f"{before} {title}{separator}{after}")
    assert found.role in {None, *today(title)}
    if len(forms(title)) > 1:
        assert today(title) & {candidate.role for candidate in found.candidates}


def test_no_known_name_is_read_as_another_role() -> None:
    wrong = {name: reading(name).role for name in NAMES.values()}
    assert {n: r for n, r in wrong.items() if r not in {None, *today(n)}} == {}


@given(titles, noise, separators)
@settings(max_examples=60, deadline=None)
def test_case_accents_and_unicode_forms_do_not_matter(
    title: str, around: str, separator: str
) -> None:
    written = f"{title}{separator}{around}"
    apart = normalize("NFD", written)
    bare = "".join(c for c in apart if not combining(c))
    expected = [c.role for c in reading(written).candidates], reading(written).sure
    for other in (written.upper(), written.lower(), apart, bare):
        assert ([c.role for c in reading(other).candidates], reading(other).sure) == expected


# The words themselves ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Directrices commerciales", "directeur commercial"),
        ("conseillère", "CONSEILLER"),
        ("technicienne", "technicien"),
        ("cheffes", "chef"),
        ("régionaux", "régional"),
        ("utilities", "utility"),
        ("succès", "success"),
    ],
)
def test_forms_that_are_one(one: str, other: str) -> None:
    assert forms(one) == forms(other)


@pytest.mark.parametrize(
    ("one", "other"), [("care", "car"), ("sales", "sale s"), ("vent", "vente")]
)
def test_forms_that_stay_apart(one: str, other: str) -> None:
    assert forms(one) != forms(other)


def test_a_form_is_its_own_form() -> None:
    words = sorted({word for name in NAMES.values() for word in forms(name)})
    assert [form(word) for word in words if form(form(word)) != form(word)] == []


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("ChargÃ© de clientÃ¨le Ã  Lyon", "Chargé de clientèle à Lyon"),
        ("Dâ€™affaires â€“ CDI", "D’affaires – CDI"),
        ("Âge", "Âge"),
        ("São Paulo", "São Paulo"),
    ],
)
def test_what_was_read_in_the_wrong_encoding_is_repaired(broken: str, whole: str) -> None:
    assert repaired(broken) == whole


def test_no_word_is_both_left_aside_and_of_another_trade() -> None:
    kinds: dict[str, set[str]] = {}
    for group in SECTIONS.title_words.values():
        for phrases in group.words.values():
            for text in phrases.texts:
                kinds.setdefault("".join(forms(text)), set()).add(group.kind)
    both = {phrase for phrase, found in kinds.items() if "trade" in found and len(found) > 1}
    assert both == set()


def test_what_a_phrase_says_does_not_depend_on_the_order_of_a_set() -> None:
    """*Clients* is on two lists; the first kind of the model counts, in every run."""
    assert reading("Responsable comptes clients").aside == (Aside("clients", "segment"),)


def test_an_abbreviation_that_is_a_region_too_decides_nothing() -> None:
    assert reading("AE NAM").role is None
    assert reading("Sales Director NAM").role is None
    assert "key-account-manager" in {c.role for c in reading("NAM").candidates}
