"""What is said of an advertisement that names few tasks is true of those that it names."""

from __future__ import annotations

from json import loads

import pytest

from roleguide.ads import read
from roleguide.catalog import Catalog
from roleguide.formats import Page, json, plain
from roleguide.formats.json.ads import ad_json
from roleguide.language import Language
from roleguide.views.ad import ad_view

LIST = """SDR
- Book meetings for account executives
- Qualify inbound leads
- Build lists of target companies
"""
STRANGE = """- You ring clinics that never heard of us and show them the product
- You keep old accounts from leaving.
"""
FEW = f"- Negotiate and sign small contracts with new customers\n{STRANGE}"


def test_a_short_list_is_the_role_of_its_title_if_each_line_tells_of_it(catalog: Catalog) -> None:
    ad = read(catalog, LIST)
    assert (ad.verdict, ad.fits[0].entry.id, ad.mistitled) == ("sure", "sdr", False)
    assert ad.recognised == ()
    assert read(catalog, LIST.replace("SDR", "Opportunity")).verdict == "none"
    assert read(catalog, f"{LIST}- Water the plants of every floor on Mondays\n").verdict == "none"


def test_few_tasks_are_quoted_with_their_role(catalog: Catalog, english: Language) -> None:
    ad = read(catalog, f"Account Executive\n{FEW}")
    assert (ad.verdict, ad.fits) == ("none", ())
    page = plain.render(ad_view(ad, catalog, english, None), Page(200))
    assert "what was recognised of the tasks is too little to tell" in page
    assert "“Negotiate and sign small contracts with new customers” → " in page
    found = loads(json.render(ad_json(ad, None)))["recognised"]
    assert [(task["line"], task["role"]) for task in found] == [(2, "account-executive")]


@pytest.mark.parametrize(
    ("title", "said", "read_on"),
    [
        ("Account Executive", "The title says Account Executive; no task", True),
        ("Growth Partner", "The title may mean Growth Manager; no task", False),
    ],
)
def test_without_a_task_only_a_title_that_is_sure_leads_to_its_role(
    catalog: Catalog, english: Language, title: str, said: str, *, read_on: bool
) -> None:
    ad = read(catalog, f"{title}\n{STRANGE}")
    page = plain.render(ad_view(ad, catalog, english, None), Page(200))
    assert said in page
    assert ("roleguide show" in page) is read_on
