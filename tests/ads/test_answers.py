"""What an advertisement says itself is not asked of the employer."""

from __future__ import annotations

import pytest

from roleguide.ads import read
from roleguide.catalog import Catalog

TASKS = """Customer Success Manager

Your tasks:
- Hold business reviews with your customers and drive adoption of the product
- Report churn risks and renew the contracts of your customers
- Run the onboarding of new customers and guide their first use of the product
"""


@pytest.mark.parametrize(
    ("line", "answered"),
    [
        ("Look after 60 customers in two regions", "How many customers"),
        ("Answer tickets of customers in Zendesk", "Who takes tickets"),
        ("Look after customers in 60 regions of the country", None),
    ],
)
def test_what_is_said_is_not_asked(catalog: Catalog, line: str, answered: str | None) -> None:
    before, after = read(catalog, TASKS), read(catalog, f"{TASKS}- {line}\n")
    assert before.fits[0].entry.id == after.fits[0].entry.id == "csm"
    gone = {each.ask["en"] for each in before.ask} - {each.ask["en"] for each in after.ask}
    assert [text for text in gone if answered and text.startswith(answered)] == [*gone]
    assert bool(gone) == bool(answered)
