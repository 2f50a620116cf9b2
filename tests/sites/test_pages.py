"""The pages of a site: all there, all joined, in every language, loading nothing from outside."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest
from formats.documents import HOSTILE
from formats.markup import html_parts
from views.answers import bakery, builtin

from roleguide.catalog import Catalog
from roleguide.language import visible
from roleguide.model import Guide, Sections, Title
from roleguide.site.addresses import Page, pair_id, path
from roleguide.site.contents import Contents
from roleguide.views.document import Link
from sites.building import BOTH, bakery_site, built, led_to, pages, tags_of

pytestmark = pytest.mark.sweep

BAKER, MANAGER = "baker", "bakery-manager"


def test_every_link_leads_to_a_file_of_the_site() -> None:
    site = bakery_site()
    for file, page in pages(site).items():
        assert not [target for target in led_to(file, page) if target not in site], file


def test_every_page_is_reached_from_the_start_page_without_script() -> None:
    site = pages(bakery_site())
    reached, to_do = {"index.html"}, ["index.html"]
    while to_do:
        file = to_do.pop()
        new = {target for target in led_to(file, site[file]) if target in site} - reached
        reached |= new
        to_do += new
    assert reached == {*site}


def test_each_record_has_a_page_in_each_language() -> None:
    site = bakery_site()
    for page in Contents(bakery()).pages():
        assert path(page, "en") in site
        assert path(page, "fr") in site


def test_the_switch_keeps_the_place() -> None:
    site = bakery_site()
    for file, page in pages(site).items():
        if "/" in file:
            other = ("fr" if file[:2] == "en" else "en") + file[2:]
            leading = [t for t in led_to(file, page) if t == other]
            assert len(leading) == 2, f"{file}: one link to read, one for programs"


HEADING = re.compile("<(h[123])[ >]")
"""Places on a page are counted below these by the script of the site."""


def test_a_heading_has_one_number_in_all_languages() -> None:
    site = {file: page.partition("<main")[2] for file, page in pages(bakery_site()).items()}
    for file, page in site.items():
        if file.startswith("en/"):
            other = site[f"fr{file[2:]}"]
            assert HEADING.findall(page) == HEADING.findall(other), file


def test_a_pair_has_one_page_whichever_role_comes_first() -> None:
    contents = Contents(bakery())
    one, other = (Link("", "compare", f"{a}--{b}") for a, b in ((BAKER, MANAGER), (MANAGER, BAKER)))
    assert contents.page(one) == contents.page(other) == Page("compare", pair_id(BAKER, MANAGER))
    assert len(contents.pairs) == 3


def test_a_pair_that_nobody_wrote_about_is_short_and_says_so() -> None:
    contents, site = Contents(bakery()), bakery_site()
    written = bakery().sections.pairs
    for pair in contents.pairs:
        page = site[path(Page("compare", pair), "en")]
        assert ("Composed from the two role sheets; not reviewed." in page) == (pair not in written)
        assert ("<details>" in page) == (pair in written)


def test_written_pairs_alone_have_pages_where_only_these_are_asked_for() -> None:
    assert {*Contents(bakery(), "written").pairs} == {*bakery().sections.pairs}
    site = built(bakery(), pairs="written")
    for file, page in pages(site).items():
        assert not [target for target in led_to(file, page) if target not in site], file


def test_nothing_is_loaded_from_elsewhere_and_no_script_or_style_stands_in_a_page() -> None:
    for page in pages(bakery_site()).values():
        for tag, attributes in tags_of(page):
            if tag in ("script", "img") or attributes.get("rel") == "stylesheet":
                assert ":" not in attributes.get("src", attributes.get("href", ""))
            assert tag != "style"
            assert "style" not in attributes
            assert not [name for name in attributes if name.startswith("on")]
            if tag == "script" and "src" not in attributes:
                assert attributes["type"] == "application/ld+json"
        assert "default-src 'none'" in page


def test_a_page_has_one_heading_a_main_part_and_a_way_past_the_bar() -> None:
    for file, page in pages(bakery_site()).items():
        found = [tag for tag, _ in tags_of(page)]
        assert (found.count("h1"), found.count("main")) == (1, 1), file
        assert [a["href"] for _, a in tags_of(page) if a.get("class") == "skip"] == ["#main"]


TYPED = re.compile("roleguide (show|compare|move|next|pay|who|define|search) ")


def test_nobody_is_asked_to_type_and_no_id_stands_beside_a_title() -> None:
    for file, page in pages(bakery_site()).items():
        assert "/about/" in file or not TYPED.search(page), file
        assert "(bakery/" not in page, file


def test_whom_a_job_is_to_be_compared_with_leads_to_the_comparison() -> None:
    row = bakery_site()["en/roles/baker.html"].partition("<dt>Compare with</dt>")[2]
    assert row.startswith('<dd><a href="../../en/compare/baker--')


def test_the_heading_of_a_move_reads_as_its_title_does() -> None:
    site = bakery_site()
    for file, page in pages(site).items():
        if "/moves/" in file:
            (heading,) = re.findall("<h1>(.*?)</h1>", page)
            assert f"<title>{re.sub('<[^>]+>', '', heading)} –" in page, file


def test_titles_and_descriptions_tell_the_pages_apart() -> None:
    english = {f: p for f, p in pages(bakery_site()).items() if f.startswith("en/")}
    titles = [re.findall(r"<title>(.*?)</title>", page)[0] for page in english.values()]
    assert len({*titles}) == len(titles)
    for file, page in english.items():
        (description,) = (
            a["content"] for t, a in tags_of(page) if t == "meta" and a.get("name") == "description"
        )
        assert 0 < len(description) <= 201, file


def test_the_address_of_a_page_is_told_where_it_is_known() -> None:
    base = "https://example.com/roles/"
    site = built(bakery(), base=base)
    page = site[path(Page("roles", BAKER), "fr")]
    hrefs = {
        (a["rel"], a.get("hreflang", "")): a["href"]
        for t, a in tags_of(page)
        if t == "link" and a["rel"] in ("canonical", "alternate")
    }
    assert hrefs == {
        ("canonical", ""): f"{base}fr/roles/baker.html",
        ("alternate", "en"): f"{base}en/roles/baker.html",
        ("alternate", "fr"): f"{base}fr/roles/baker.html",
    }
    assert "canonical" not in bakery_site()["fr/roles/baker.html"]


def test_programs_are_told_of_an_occupation() -> None:
    page = bakery_site()["en/roles/baker.html"]
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    told = json.loads(text)
    assert told["@type"] == "Occupation"
    assert told["name"] == "Baker"
    assert told["skills"]


def test_the_same_guide_gives_the_same_bytes() -> None:
    assert built(bakery()) == bakery_site()


@cache
def saying(text: str) -> Mapping[str, str]:
    """The site of the small guide, in which every text says the same."""
    (guide,) = _guides(bakery())
    return built(Catalog.of([Guide(guide.id, _said(guide.sections, text), text)]), title=text)


def _guides(catalog: Catalog) -> list[Guide]:
    names = Sections._fields
    records = {name: dict(getattr(catalog.sections, name).items()) for name in names}
    return [Guide("bakery", Sections(**records))]


def _said(value: Any, text: str) -> Any:
    """A record in which a text says the same in every language."""
    if isinstance(value, Mapping):
        if {*value} <= {"en", "fr"} and all(isinstance(part, str) for part in value.values()):
            return dict.fromkeys(value, text)
        return {key: _said(part, text) for key, part in value.items()}
    if isinstance(value, tuple):
        parts = [_said(part, text) for part in value]
        return value._make(parts) if hasattr(value, "_make") else tuple(parts)
    return value


MARKUP = ("script", "attribute", "entity", "comment", "braces", "null", "turned-round", "newline")
"""The hostile texts that a page could obey; `formats/test_inert.py` has all of them."""


@pytest.mark.parametrize("text", [pytest.param(HOSTILE[name], id=name) for name in MARKUP])
def test_whatever_a_guide_says_is_shown_and_not_obeyed(text: str) -> None:
    harmless = re.sub(r"\S", "Q", visible(text))  # as long, since what does not fit is left out
    for file, page in pages(saying(harmless)).items():
        plain = [(tag, {*attributes}) for tag, attributes in tags_of(page)]
        hostile = saying(text)[file]
        assert [(tag, {*attributes}) for tag, attributes in tags_of(hostile)] == plain, file
        assert [part[:2] for part in html_parts(hostile) if part[0] == "comment"] == []


def test_the_built_in_guide_has_no_link_that_leads_nowhere_and_asks_nobody_to_type() -> None:
    """In one language; the tests in a browser walk through all pages in both."""
    site = built(builtin(), pairs="written", languages=BOTH[:1])
    for file, page in pages(site).items():
        assert "/about/" in file or not TYPED.search(page), file
        assert not [target for target in led_to(file, page) if target not in site], file


def test_a_company_s_own_roles_stand_first_on_the_start_page() -> None:
    (standard,) = _guides(bakery())
    role = standard.sections.roles[BAKER]
    own = Guide("ours", Sections(roles={"our-baker": role._replace(title=Title({"en": "Ours"}))}))
    start = built(Catalog.of([standard._replace(id="roleguide"), own]))["en/index.html"]
    heading = start.index("1 job of our own")
    assert heading < start.index(">Ours<", heading) < start.index("4 jobs")
    assert "of our own" not in bakery_site()["en/index.html"], "nobody has any there"
