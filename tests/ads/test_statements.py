"""What advertisements state beside tasks is found, and what only looks like it is not."""

from __future__ import annotations

import pytest

from roleguide.ads.statements import Statements
from roleguide.ads.words import Words
from roleguide.catalog import Catalog


@pytest.fixture(scope="module")
def statements(catalog: Catalog) -> Statements:
    found = Statements({}, {})
    for record in catalog.sections.ad_words.values():
        found.learn(record)
    return found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Base salary of £35,000 per annum plus commission", "pay"),
        ("Rémunération : 38 à 42 k€ brut annuel", "pay"),
        ("Fixe mensuel : 1 900 € brut", "pay"),
        ("Compensation range: $110K - $130K", "pay"),
        ("A salary of 45.000,00 EUR", "pay"),
        ("You report directly to the Head of Sales.", "reports_to"),
        ("Rattaché(e) à la direction commerciale, vous prospectez.", "reports_to"),
        ("Achieve your monthly sales target", "target"),
        ("Atteindre vos objectifs de vente", "target"),
        ("Working towards stretching targets", "target"),
        ("A team that meets or exceeds its targets", "target"),
        ("In one of the following markets: Texas or Ohio", "place"),
        ("Pour notre magasin de Brest", "place"),
        ("The role is based in Leeds.", "place"),
        ("Poste basé à Lyon", "place"),
        ("Poste en CDI, temps plein", "contract"),
        ("This is a full-time permanent position", "contract"),
        ("You join a team of six.", "team"),
        ("Une équipe de 12 personnes vous attend.", "team"),
        ("Three account managers report to you.", "team"),
        ("A five-strong sales team", "team"),
    ],
)
def test_what_is_stated_is_found(statements: Statements, text: str, kind: str) -> None:
    assert kind in statements.of([text])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Competitive salary and bonus", "pay"),
        ("We have raised $40 million and pay a competitive salary", "pay"),
        ("A salary you deserve and a 401(k) plan", "pay"),
        ("Rémunération attractive selon profil", "pay"),
        ("You prepare monthly reporting to management.", "reports_to"),
        ("Proven track record of exceeding sales targets", "target"),
        ("Nous tenons à la qualité de vie au travail.", "contract"),
        ("A stock plan for all full-time employees", "contract"),
        ("Join our team and the team spirit", "team"),
        ("A team with 10 years of experience", "team"),
        ("66% of our team members work from home", "team"),
        ("Our team includes some of the best engineers", "team"),
        ("Hire and coach the sellers of the north", "team"),
        ("Own forecasting, quota deployment and territories", "target"),
        ("Deux jours de congés si Acme atteint ses objectifs trimestriels", "target"),
    ],
)
def test_what_only_looks_like_it_is_not(statements: Statements, text: str, kind: str) -> None:
    assert kind not in statements.of([text])


@pytest.mark.parametrize("digits", ["1," * 100_000, "1 " * 100_000, "1" * 200_000], ids=range(3))
def test_a_text_full_of_digits_states_no_pay(statements: Statements, digits: str) -> None:
    # Minutes, if the search for an amount began anew at each digit.
    assert "pay" not in statements.of([f"salary {digits}"])


def test_what_the_table_has_is_what_the_guide_says(
    statements: Statements, catalog: Catalog
) -> None:
    counted = Words(catalog).statements
    for text in (
        "You join a team of six people, who report to you",
        "Poste en CDI",
        "Based in Leeds",
    ):
        assert counted.of([text]) == statements.of([text]) != set()
