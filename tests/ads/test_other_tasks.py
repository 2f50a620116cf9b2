"""Tasks of other roles are named with their role, beside those of the advertisement's own."""

from __future__ import annotations

from json import loads

import pytest

from roleguide.ads import read
from roleguide.ads.gathering import gather
from roleguide.ads.other_tasks import tasks_of_others
from roleguide.ads.result import Ad
from roleguide.ads.sentences import taken_apart
from roleguide.ads.words import Words
from roleguide.catalog import Catalog
from roleguide.formats import Page, json, plain
from roleguide.formats.json.ads import ad_json
from roleguide.language import Language
from roleguide.views.ad import ad_view
from roleguide.views.ad_check import check_view

OWN = """- Prospect new accounts by phone and e-mail
- Qualify leads and book meetings for account executives
- Keep the CRM up to date with every contact
"""
OTHERS = """- Negotiate and sign small contracts
- Renew existing customers’ contracts
"""
FOUND = [("business-developer", "closing"), ("renewals-manager", "renewal")]


def found(ad: Ad) -> list[tuple[str, str]]:
    return [(each.entry.id, each.evidence.activity) for each in ad.others]


def test_tasks_of_other_roles_are_named_with_their_role(
    catalog: Catalog, english: Language
) -> None:
    ad = read(catalog, f"SDR\n{OWN}{OTHERS}")
    assert (ad.fits[0].entry.id, found(ad)) == ("sdr", FOUND)
    page = plain.render(ad_view(ad, catalog, english, None), Page(200))
    assert "“Renew existing customers’ contracts” → Contract renewal (Renewals Manager)" in page
    assert "of another role: Renewals Manager" in plain.render(
        check_view(ad, catalog, english, None), Page(200)
    )
    tasks = loads(json.render(ad_json(ad, None)))["other_tasks"]
    assert [(task["line"], task["role"], task["activity"]) for task in tasks] == [
        (5, *FOUND[0]),
        (6, *FOUND[1]),
    ]
    assert found(read(catalog, f"SDR\n{OWN}")) == []


def test_few_tasks_of_several_roles_are_none_of_the_title_alone(
    catalog: Catalog, english: Language
) -> None:
    ad = read(catalog, f"SDR\n- Book meetings for account executives\n{OTHERS}")
    assert (ad.verdict, found(ad)) == ("none", FOUND)
    page = plain.render(ad_view(ad, catalog, english, None), Page(200))
    assert "the tasks are those of several roles, too few of each" in page
    # Without a title that says the role there is none whose tasks the others would not be.
    assert read(catalog, f"Opportunity in Leeds\n{OTHERS}").others == ()


@pytest.mark.parametrize(
    ("role", "tasks", "others"),
    [
        ("sdr", OTHERS, FOUND),
        ("csm", OTHERS, FOUND[:1]),
        ("sales-director", OTHERS, []),
        ("sdr", f"{OTHERS}- Sign and renew customer contracts every month", FOUND),
        ("sdr", "- Negotiate contracts", []),
        ("sdr", "We negotiate and sign small contracts", []),
        ("sdr", "You prospect accounts, review deals, qualify leads and book meetings", []),
        ("sdr", "- Participer à la formation des équipes et lancer les gammes de la saison", []),
        ("account-executive", "- Prepare quotes and proposals for buyers", []),
        ("partner-manager", "You recruit resellers, train their sales people and agree plans", []),
    ],
    ids=[
        "both",
        "one helped",
        "leader",
        "once",
        "too short",
        "company",
        "faint",
        "long",
        "helped",
        "also said of it",
    ],
)
def test_only_clear_tasks_of_others_are_named(
    catalog: Catalog, role: str, tasks: str, others: list[tuple[str, str]]
) -> None:
    words = Words(catalog)
    gathered = gather(taken_apart(f"Title\n\nYour tasks\n{tasks}"), words)
    tasks_found = tasks_of_others(gathered, [role], words)
    assert [(each.entry.id, each.evidence.activity) for each in tasks_found] == others
