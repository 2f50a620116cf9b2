"""Links lead to where a page tells of a record, and nowhere else."""

from __future__ import annotations

import re

import pytest
from views.answers import LANGUAGES, bakery, compared, defined, records, shown, who_does

from formats.drawing import DOCUMENTS, render
from formats.markup import html_parts, read_back, tags
from roleguide.language import Language
from roleguide.views.document import (
    Block,
    Document,
    Entries,
    Entry,
    Fields,
    Heading,
    Item,
    Link,
    Prose,
    Spans,
)
from roleguide.views.links import concatenated, filled, listed

FRENCH = Language("fr")
BAKING, PLAN = Link("Baking", "activities", "baking"), Link("Plan", "activities", "day-plan")

BLOCKS: tuple[Block, ...] = (
    Heading("A page"),
    Prose(Spans(("First ", BAKING, ", then ", PLAN, "."))),
    Entries((Entry(BAKING, (Item("so", "does"),)), Entry(BAKING, (Item("so", "again"),)))),
    Fields((("More", BAKING),)),
)
DOCUMENT = Document("A page", Language("en"), BLOCKS)


def test_html_leads_to_the_first_place_that_tells_of_a_record() -> None:
    parts = tags(html_parts(render("html", DOCUMENT)))
    assert [a["href"] for _, a in parts if "href" in a] == ["#activities-baking"] * 2
    assert [a["id"] for _, a in parts if "id" in a] == ["activities-baking"]


def test_markdown_leads_there_too() -> None:
    text = render("markdown", DOCUMENT)
    assert "First [Baking](#activities-baking), then Plan." in text
    assert text.count('<a id="activities-baking"></a>') == 1


@pytest.mark.parametrize("form", [form for form in DOCUMENTS if form not in ("html", "markdown")])
def test_other_formats_show_the_text(form: str) -> None:
    text = read_back(form, render(form, DOCUMENT))
    assert "First Baking, then Plan." in text
    assert "activities" not in text


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_nothing_points_nowhere(language: Language) -> None:
    guide = bakery()
    documents = [
        compared("baker", "head-baker")(guide, language),
        compared("baker", "head-baker", "bakery-manager")(guide, language),
        shown("bakery-manager")(guide, language),
        who_does("day-plan")(guide, language),
        defined("batch")(guide, language),
        *(document for _, document in records(guide, "families", language)),
    ]
    led = 0
    for document in documents:
        named = tags(html_parts(render("html", document)))
        ids = [a["id"] for _, a in named if "id" in a]
        targets = {a["href"].removeprefix("#") for _, a in named if "href" in a}
        assert len(set(ids)) == len(ids)
        assert targets == set(ids)
        text = render("markdown", document)
        assert set(re.findall(r"\]\(#([^)]*)\)", text)) == set(re.findall(r'<a id="(.*?)">', text))
        led += len(targets)
    assert led


def test_a_sentence_keeps_the_links_of_its_places() -> None:
    said = filled(Language("en"), "See also: {names}", names=listed([BAKING, "x", PLAN]))
    assert said == Spans(("See also: ", BAKING, ", ", "x", ", ", PLAN))
    french = filled(FRENCH, "See also: {names}", names=BAKING)
    assert isinstance(french, Spans)
    assert french.parts[-1] == BAKING
    assert concatenated("a", BAKING) == Spans(("a", BAKING))
