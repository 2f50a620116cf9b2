"""The parts of an advertisement are told apart, and who leads people from who does not."""

from __future__ import annotations

import pytest

from roleguide.ads.leading import leads
from roleguide.ads.parts import heading, opens_a_task, weighed
from roleguide.ads.sentences import taken_apart
from roleguide.ads.table import table
from roleguide.language.folding import bare
from roleguide.word_forms import WORD


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Your responsibilities", "tasks"),
        ("Vos missions :", "tasks"),
        ("What you bring to the table:", "requirements"),
        ("Profil recherché", "requirements"),
        ("Nos avantages", "benefits"),
        ("About Bright Software", "company"),
        ("Qui sommes-nous ?", "company"),
        ("How to apply", "formalities"),
        ("You call people who asked for a demo", ""),
        ("", ""),
    ],
)
def test_headings_are_known(text: str, part: str) -> None:
    assert heading(text, table()) == part


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("You prospect new customers and negotiate contracts.", "tasks"),
        ("Vous prospectez de nouveaux clients et négociez les contrats.", "tasks"),
        ("Three years of experience and excellent communication skills.", "requirements"),
        ("Vous justifiez de trois ans d’expérience et maîtrisez l’anglais.", "requirements"),
        ("Health insurance, pension scheme and paid holidays.", "benefits"),
        ("We are the market leader and our customers love us.", "company"),
        ("We consider all applicants without regard to race, sex or age.", "formalities"),
    ],
)
def test_sentences_are_told_apart(text: str, part: str) -> None:
    (found,) = weighed(taken_apart(f"Title\n{text}").sentences, table())
    assert found.part == part
    assert (found.weight > 0.5) == (part == "tasks")


def test_lost_ends_of_lines_are_found_again() -> None:
    text = (
        "You are responsible for all sales in the region and keep a list of customers of every "
        "size Visit customers in their offices and shops Negotiate prices and close the deals"
    )
    found = [each.text for each in weighed(taken_apart(f"Title\n{text}").sentences, table())]
    assert [each.split()[0] for each in found] == ["You", "Visit", "Negotiate"]
    glued = taken_apart("Title\nmanage the order processSell to HubSpot customers")
    assert [each.text for each in glued.sentences] == [
        "manage the order process",
        "Sell to HubSpot customers",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Hire, coach and develop a team of eight sellers",
        "You manage the sales team of the region.",
        "Vous encadrez une équipe de six commerciaux.",
        "Manager et animer la force de vente",
    ],
)
def test_who_leads_people_is_known(text: str) -> None:
    assert leads(text, table())


@pytest.mark.parametrize(
    "text",
    [
        "Lead cross-functional project teams",
        "Build relationships with customers and their teams",
        "Manage a portfolio of accounts",
        "Développer un réseau de partenaires avec les équipes marketing",
        "You report to the sales manager.",
    ],
)
def test_who_leads_nobody_is_known(text: str) -> None:
    assert not leads(text, table())


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("Visit eight shops a day", True),
        ("La relance des devis", True),
        ("Manages the shop round", True),
        ("Ability to visit shops", False),
        ("Vous justifiez de trois ans", False),
        ("Shops and more shops", False),
    ],
)
def test_a_task_is_known_by_how_it_begins(text: str, *, task: bool) -> None:
    assert opens_a_task(WORD.findall(bare(text)), table()) is task


def test_whole_groups_are_led_though_a_customer_is_named() -> None:
    assert leads("Lead twelve customer success managers and two team leads", table())
    assert not leads("Lead customer projects and their managers", table())
