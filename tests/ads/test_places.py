"""A place that stands beside the contract in one line is found; what else stands there is none."""

from __future__ import annotations

import pytest

from roleguide.ads import read
from roleguide.catalog import Catalog


def missing(catalog: Catalog, text: str) -> set[str]:
    return {each for each in read(catalog, text).missing if each in ("place", "contract")}


@pytest.mark.parametrize(
    "line",
    [
        "CDI à Lyon",
        "CDI – Grenoble (38)",
        "Marseille, CDI, 45 à 55 k€",
        "Alternance à Lille",
        "Poste en CDD de 12 mois à Trifouilly-les-Oies",
        "Nous recrutons en CDI à Vannes quelqu’un qui prospecte toutes les mairies de l’ouest.",
        "Full-time, Leeds",
        "London | Permanent | £40k",
        "Permanent, Ilkley",
        "Full-time role in Harrogate",
        "Full-time internship (6 months) - Ghent, Belgium",
        "<ul><li>Permanent</li><li>Ilkley</li></ul>",
    ],
)
def test_a_place_beside_the_contract_is_found(catalog: Catalog, line: str) -> None:
    assert missing(catalog, f"SDR\n{line}\nYou prospect.") == set()
    assert missing(catalog, f"SDR\nYou prospect.\n\n{line}") == set()


@pytest.mark.parametrize(
    "line",
    [
        "CDI chez Zentravia",
        "CDI, statut Cadre, Tickets Restaurant",
        "CDI à pourvoir dès Septembre",
        "CDI – Démarrage ASAP – Salaire selon profil",
        "Full-time (Monday - Friday)",
        "Full-time contract starting in January",
        "Permanent, Immediate Start, Competitive Salary",
        "Employment type: full-time, Seniority: Associate",
        "Full-time sales role in Marketing",
        "Full-time in an international company",
        "Permanent, Mutuelle, Engineering",
        "Permanent, Zumba: Zora",
        "Permanent, Junior",
        "This is a permanent role in our company, which is one of the largest of Europe.",
    ],
)
def test_what_else_stands_beside_the_contract_is_no_place(catalog: Catalog, line: str) -> None:
    assert missing(catalog, f"SDR\n{line}\nYou prospect.") == {"place"}


def test_a_place_far_from_the_contract_says_nothing_of_where_one_works(catalog: Catalog) -> None:
    text = "SDR\nFull-time.\nOur customers are in Leeds.\nThe founders were born in London."
    assert missing(catalog, text) == {"place"}
