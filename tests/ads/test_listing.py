"""Tasks that one sentence lists count as tasks; nothing else that it lists does."""

from __future__ import annotations

import pytest

from roleguide.ads import read
from roleguide.ads.gathering import gather
from roleguide.ads.listing import tasks_in
from roleguide.ads.sentences import MOST, taken_apart
from roleguide.ads.table import table
from roleguide.ads.words import Words
from roleguide.catalog import Catalog

PROSE = (
    "You will prospect for new accounts, qualify inbound leads, book meetings for the closers "
    "and keep the CRM up to date."
)


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        (PROSE, ["You", "qualify", "book", "keep"]),
        (
            (
                "In this role you will be responsible for prospecting new accounts, qualifying "
                "leads, and booking meetings."
            ),
            ["In", "qualifying", "booking"],
        ),
        (
            (
                "Rattaché au directeur, vous prospectez les mairies, qualifiez leurs besoins et "
                "prenez des rendez-vous."
            ),
            ["Rattaché", "qualifiez", "prenez"],
        ),
        (
            (
                "Vos missions : négocier les contrats, de relancer les devis ainsi que d’animer le "
                "salon."
            ),
            ["Vos", "relancer", "animer"],
        ),
        (
            "Tu prospectes les écoles, qualifies leurs besoins et relances les devis.",
            ["Tu", "qualifies", "relances"],
        ),
        (
            "Coach, train and develop eight sellers, review their pipeline and set targets.",
            ["Coach,", "develop", "review", "set"],
        ),
        (
            (
                "Covering Kent, you visit shops, present new ranges, taste them, negotiate space "
                "and look at stocks."
            ),
            ["Covering", "present", "negotiate"],
        ),
        ("Recruits new shops, trains their staff and reviews orders.", ["Recruits", "trains"]),
    ],
)
def test_tasks_are_told_apart(text: str, verbs: list[str]) -> None:
    tasks = tasks_in(text, table())
    assert [task.split()[0] for task in tasks][: len(verbs)] == verbs
    assert all(task in text for task in tasks)


@pytest.mark.parametrize(
    "text",
    [
        "You negotiate contracts and close new business.",
        "You work with marketing, sales, support and product.",
        "You handle inbound calls, reports to managers, plans and visits to customers.",
        "Vous gérez les appels, les devis et les rendez-vous avec les clients de la région.",
        "Bright helps sellers prospect for accounts, qualify leads and book meetings.",
    ],
)
def test_what_is_no_list_of_tasks_is_one_sentence(text: str) -> None:
    assert tasks_in(text, table()) == [text]


def test_tasks_that_say_much_are_enough_under_a_title_that_says_the_role(catalog: Catalog) -> None:
    tasks = (
        "Covering Kent, you’ll visit shops and wholesalers, present new ranges, negotiate shelf "
        "space and take orders for the coming season."
    )
    ad = read(catalog, f"Field Sales Representative\n{tasks}")
    assert [(fit.entry.id, fit.evidence) for fit in ad.fits[:1]] == [("field-sales-rep", ())]
    assert read(catalog, f"Opportunity in Kent\n{tasks}").fits == ()


def test_tasks_without_end_are_bounded(catalog: Catalog) -> None:
    text = "SDR\n" + "\n".join(
        f"You {', '.join(f'call shop{n} no{k}' for k in range(40))}." for n in range(100)
    )
    gathered = gather(taken_apart(text), Words(catalog))
    assert len(gathered.sentences) == MOST


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        (
            "We are looking for somebody to prospect for new accounts, qualify inbound leads, book "
            "meetings for the closers and keep the CRM up to date."
        ),
        (
            "Vous prospectez de nouveaux comptes, qualifiez les leads entrants, prenez des "
            "rendez-vous pour les commerciaux et tenez le CRM à jour."
        ),
        (
            "Nous recherchons une personne pour prospecter de nouveaux comptes, qualifier les "
            "leads entrants, prendre des rendez-vous pour les commerciaux et tenir le CRM à jour."
        ),
    ],
    ids=["en", "en, looked for", "fr", "fr, looked for"],
)
def test_prose_is_read_as_a_list_is(catalog: Catalog, text: str) -> None:
    ad = read(catalog, f"SDR\n{text}")
    assert (ad.verdict, ad.fits[0].entry.id, ad.mistitled) == ("sure", "sdr", False)
    assert len(ad.fits[0].evidence) > 1
    quoted = [each.sentence for each in ad.fits[0].evidence]
    assert all(each in text and each == each.strip() for each in quoted)


def test_a_list_contradicts_no_title_by_a_single_task(catalog: Catalog) -> None:
    text = (
        "Sales Operations Manager\nYou maintain the CRM, build the forecast each week, design "
        "territories, run the commission plan and coach sellers on discovery calls. You negotiate "
        "contracts with large customers and close them."
    )
    assert not read(catalog, text).fits


@pytest.mark.parametrize(
    "text",
    [
        (
            "Warehouse Team Leader\nYou will lead a team of ten pickers, plan the shifts, check "
            "incoming goods, report accidents and keep the stock system accurate."
        ),
        (
            "Account Manager\nYou will advise customers of the bank in the branch, open accounts, "
            "sell mortgages, check documents and keep to the rules on lending."
        ),
        (
            "Sales Manager\nYou will lead a team of ten pickers, plan the shifts, check incoming "
            "goods, report accidents and keep the stock system accurate."
        ),
        (
            "Data Analyst\nYou’ll build dashboards, clean data, forecast demand, present findings "
            "to managers and document your models."
        ),
        (
            "Acheteur\nVous recherchez des fournisseurs, négociez les prix et les contrats, suivez "
            "les livraisons et préparez les appels d’offres pour la direction des achats."
        ),
        (
            "Account Executive\nBright helps you prospect faster, qualify leads better, negotiate "
            "contracts and close more deals. Sellers use it to book meetings, send quotes and "
            "forecast revenue."
        ),
        (
            "Account Manager\nChez nous, nous prospectons les marchés, qualifions les idées, "
            "gagnons des clients, négocions les contrats et renouvelons leur confiance chaque "
            "année."
        ),
        (
            "Business Development Representative\nYou enjoy winning new customers, closing deals "
            "and negotiating contracts. You know how to prospect, qualify leads and book meetings. "
            "Si vous aimez prospecter de nouveaux clients, savez négocier et voulez signer des "
            "contrats, appelez."
        ),
        "SDR\nAs an SDR you support SDRs, work with SDRs, train SDRs and present what SDRs do.",
    ],
    ids=[
        "trade",
        "bank",
        "title of ours",
        "analyst",
        "buyer",
        "product",
        "company",
        "requirements",
        "title",
    ],
)
def test_a_list_of_other_things_is_no_role(catalog: Catalog, text: str) -> None:
    assert read(catalog, text).fits == ()
