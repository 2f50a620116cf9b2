"""What an advertisement asks beyond a role is told, and how two of them differ."""

from __future__ import annotations

from json import loads
from pathlib import Path

from roleguide.ads import read
from roleguide.ads.result import beyond
from roleguide.catalog import Catalog
from roleguide.formats import Page, json, pipe
from roleguide.formats.json.ads import ad_json, ads_json
from roleguide.language import Language
from roleguide.views.ad import asked_beyond
from roleguide.views.ads import ads_view
from roleguide.views.document import Bullets, Grid

TEXTS = Path(__file__).parent / "texts"
SELLER = (TEXTS / "seller-as-director.txt").read_text(encoding="utf-8")
RENEWALS = (TEXTS / "renouvellements.md").read_text(encoding="utf-8")
NURSE = (TEXTS / "nurse.txt").read_text(encoding="utf-8")


def test_only_activities_count_that_a_role_does_not_have(catalog: Catalog) -> None:
    ad = read(catalog, SELLER)
    asked = {each.activity for each in beyond(ad, catalog.entry("sdr"))}
    assert "closing" in asked
    assert "outbound-prospecting" not in asked
    assert beyond(read(catalog, NURSE), catalog.entry("sdr")) == []


def test_a_page_says_what_is_asked_or_that_nothing_is(catalog: Catalog, english: Language) -> None:
    ad = read(catalog, SELLER)
    blocks = [*asked_beyond(ad, catalog.entry("sdr"), catalog, english)]
    assert any(isinstance(block, Bullets) for block in blocks)
    own = [*asked_beyond(ad, catalog.entry(ad.fits[0].entry.id), catalog, english)]
    assert not any(isinstance(block, Bullets) for block in own)


def test_two_advertisements_stand_side_by_side(catalog: Catalog, english: Language) -> None:
    ads = [read(catalog, SELLER), read(catalog, NURSE)]
    page = ads_view(ads, catalog, english)
    (grid,) = (block for block in page.blocks if isinstance(block, Grid))
    assert len(grid.columns) == 3
    assert page.table
    assert {row[0]: row[2] for row in page.table.rows}["by its tasks"] == "no role recognised"
    assert [ad["verdict"] for ad in loads(json.render(ads_json(ads, None)))["ads"]] == [
        "sure",
        "none",
    ]


def test_a_row_that_tells_nothing_of_either_is_not_on_the_page(
    catalog: Catalog, english: Language
) -> None:
    ads = [read(catalog, SELLER), read(catalog, RENEWALS)]
    assert not any(ad.odd for ad in ads)
    page = ads_view(ads, catalog, english)
    assert page.table
    assert ("to look at", "–", "–") in page.table.rows
    assert "to look at" not in pipe.render(page, Page(80))
    young = read(catalog, f"{SELLER}\nWe are a young and dynamic team.\n")
    assert "to look at\n" in pipe.render(ads_view([ads[0], young], catalog, english), Page(80))


def test_a_law_stands_beside_what_is_odd(catalog: Catalog) -> None:
    text = RENEWALS.replace("anglais courant", "anglais langue maternelle")
    (odd,) = loads(json.render(ad_json(read(catalog, text, "FR"), "FR")))["odd"]
    assert (odd["rule"], odd["line"], odd["binding"]) == ("native-speaker", 15, False)
    assert [law["country"] for law in odd["laws"]] == ["FR"]
