"""Roles, vocabulary and lists as documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from compare.strategies import VOCABULARY, entry, role, text
from compare.strategies import catalog as vocabulary
from formats.documents import texts, unlinked
from formats.drawing import DOCUMENTS, render

from roleguide.catalog import Catalog
from roleguide.formats import Page
from roleguide.language import HARD_SPACE, NARROW_SPACE, Language
from roleguide.model import (
    AlsoCalled,
    Decision,
    Guide,
    Metric,
    Misconception,
    Neighbour,
    Sections,
    Sense,
    Term,
    Title,
    Wording,
)
from roleguide.sections import NAMED
from roleguide.views.document import (
    Block,
    Bullets,
    Document,
    Entries,
    Fields,
    Grid,
    Heading,
    Meter,
    Panels,
    plain,
)
from roleguide.views.record_pages import RECORD_VIEWS
from roleguide.views.role import Asked, role_view
from views.answers import builtin
from views.unlinked import (
    LISTS,
    all_roles,
    analogies_of,
    compared,
    defined,
    examples_of,
    records,
    shown,
    skills_of,
    who_does,
)

pytestmark = pytest.mark.sweep

ENGLISH, FRENCH, CANADIAN = Language("en"), Language("fr"), Language("fr-CA")
SECTIONS = [section for section in NAMED if section != "roles"]


PAIRS = [("sales-director", "sales-ops"), ("bdr", "sdr"), ("account-executive", "csm")]


def said(document: Document) -> str:
    return render("pipe", document, Page())


def headings(document: Document) -> list[str]:
    return [plain(block.text) for block in document.blocks if isinstance(block, Heading)]


def under(document: Document, heading: str) -> list[Block]:
    found: list[Block] = []
    inside = False
    for block in document.blocks:
        if isinstance(block, Heading):
            inside = block.text == heading
        elif inside:
            found.append(block)
    return found


# Every document -----------------------------------------------------------------------------


@cache
def documents(language: Language) -> list[tuple[str, Document]]:
    """Every list, role, and every second record and pair of the built-in guide."""
    catalog = builtin()
    turn = int(language == FRENCH)
    made = [(name, answer(catalog, language)) for name, answer in LISTS.items()]
    made += [(role, shown(role)(catalog, language)) for role in catalog.sections.roles]
    for section in SECTIONS:
        made += records(catalog, section, language, turn, 2)
    for pair in list(catalog.sections.pairs)[turn::2]:
        made.append((pair, compared(*pair.split("--"))(catalog, language)))
    return made


def blemishes(document: Document) -> list[str]:
    """Texts with something that no reader should see."""
    return [
        said
        for said in (document.title, *texts(document))
        if re.search(r"\{\w*\}|^None$|\(\)|\[\]|Mapping|  (?! )(?<!   )", said)
        or said != said.strip()
        or re.search(r"(?<!\.)\.\.(?!\.)|,,| ,|\( | \)|: *:", said)
    ]


def test_no_answer_has_a_blemish(language: Language) -> None:
    found = {name: b for name, d in documents(language) if (b := blemishes(d))}
    assert not found


def test_no_answer_has_a_heading_without_anything_under_it(language: Language) -> None:
    for name, document in documents(language):
        blocks = document.blocks
        for block, following in zip(blocks, (*blocks[1:], None), strict=True):
            if isinstance(block, Heading):
                assert following is not None, name
                assert not isinstance(following, Heading) or following.level > block.level, name
            elif isinstance(block, Bullets | Entries | Fields | Grid | Panels):
                assert block[0], name


def test_french_answers_are_typeset_as_french() -> None:
    products = [name for tool in builtin().sections.tools.values() for name in tool.examples]
    for name, document in documents(FRENCH):
        for one in texts(document):
            for product in products:
                one = one.replace(product, "")  # noqa: PLW2901 — some have a ! in their name
            assert not re.search(f"(?<=[^\\W\\d])(?<!{NARROW_SPACE})[;!?](?= |$)", one), (name, one)
            assert not re.search(f"(?<=\\w)(?<!{HARD_SPACE}):(?= |$)", one), (name, one)


def test_canadian_answers_have_no_space_before_high_points() -> None:
    catalog = builtin()
    made = [(role, shown(role)(catalog, CANADIAN)) for role in list(catalog.sections.roles)[::4]]
    made += [("-".join(pair), compared(*pair)(catalog, CANADIAN)) for pair in PAIRS]
    for name, document in made:
        for one in texts(document):
            assert not re.search(f"[{NARROW_SPACE}{HARD_SPACE}][;!?]", one), (name, one)


# Roles --------------------------------------------------------------------------------------


def test_a_sheet_has_its_sections_in_order(bakery: Catalog) -> None:
    order = [
        "Baker",
        "The job",
        "Where the week goes",
        "What is in, what is out",
        "Responsibilities",
        "Skills",
        "Metrics",
        "Tools",
        "Decides alone",
        "Conditions",
        "Scenes",
        "In other worlds",
        "What people get wrong",
        "Pay",
        "When to hire",
        "How much, how soon",
        "How this hire fails",
        "What to ask the employer",
        "What to ask the candidate",
        "Moves",
        "Other titles",
        "In public classifications",
    ]
    assert [one for one in headings(shown("baker")(bakery, ENGLISH)) if one in order] == order


def test_a_sheet_says_everything_a_guide_says(bakery: Catalog, language: Language) -> None:
    """No text of a role is lost on the way to its reader."""

    def all_texts(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            if set(value) == {"en", "fr"}:
                yield value[language.code]
            else:
                for child in value.values():
                    yield from all_texts(child)
        elif isinstance(value, tuple):
            for child in value:
                yield from all_texts(child)

    for identifier, found in bakery.sections.roles.items():
        sheet = " ".join(texts(shown(identifier)(bakery, language)))
        left_out = [one for one in all_texts(found._replace(short=None)) if one not in sheet]
        assert not left_out


def test_a_role_of_the_fewest_fields_is_shown() -> None:
    made = vocabulary(Guide("few", Sections(roles={"bare": role()})))
    document = role_view(made.entry("bare"), made, ENGLISH, Asked(), "whole")
    assert headings(document)[0] == "Somebody"
    for form in DOCUMENTS:
        assert "Somebody" in render(form, document, Page())
    made.store.close()


def test_a_role_of_another_guide_is_named_in_full(bakery: Catalog, catalog: Catalog) -> None:
    assert "bakery/baker" in said(shown("baker")(bakery, ENGLISH)).split("\n")[0]
    assert "roleguide/" not in said(shown("sales-ops")(catalog, ENGLISH)).split("\n")[0]


@pytest.mark.parametrize("market", ["{x}", "{", "{0}", "XX", "%s"])
def test_a_market_is_a_name_whatever_it_is(market: str) -> None:
    """A guide may name countries that the program does not know."""
    other = AlsoCalled(Wording("Someone"), "en", "usual", (market,))
    made = vocabulary()
    shown_text = said(role_view(entry("one", titles=(other,)), made, ENGLISH, Asked(), "whole"))
    assert market in shown_text
    made.store.close()


def test_known_markets_are_countries(bakery: Catalog) -> None:
    assert "France, Belgique" in said(shown("baker")(bakery, FRENCH))
    assert "United Kingdom, IE" in said(shown("baker")(bakery, ENGLISH))


def test_what_the_name_also_means_is_said(bakery: Catalog) -> None:
    also = (bakery.entry("baker"),)
    document = unlinked(
        role_view(bakery.entry("head-baker"), bakery, ENGLISH, Asked(others=also), "whole")
    )
    bullets = next(block for block in document.blocks if isinstance(block, Bullets))
    assert bullets.items[0].label == "Baker (baker)"
    assert bullets.items[0].text


def test_a_reach_is_said_where_it_is_not_the_roles_own(bakery: Catalog) -> None:
    shares = {
        one.name: one.lines[0].label
        for block in under(shown("baker")(bakery, ENGLISH), "Responsibilities")
        if isinstance(block, Entries)
        for one in block.entries
    }
    assert shares["Baking"] == "owns and does"
    assert shares["Ordering flour and yeast"] == "helps (one team)"


def test_misconceptions_are_quoted_in_the_readers_way() -> None:
    wrong = Misconception({"en": "easy", "fr": "facile"}, text("it is not"))
    made = vocabulary()
    one = entry("one", misconceptions=(wrong,))
    assert "“easy”" in said(role_view(one, made, ENGLISH, Asked(), "whole"))
    assert f"«{HARD_SPACE}facile{HARD_SPACE}»" in said(
        role_view(one, made, FRENCH, Asked(), "whole")
    )
    made.store.close()


# Vocabulary ---------------------------------------------------------------------------------


@pytest.mark.parametrize("section", SECTIONS)
def test_every_kind_of_record_has_a_view(bakery: Catalog, language: Language, section: str) -> None:
    for identifier, document in records(bakery, section, language):
        name = bakery.title(section, identifier, language)
        first = document.blocks[0]
        assert isinstance(first, Heading)
        assert (first.text, first.level) == (name, 1)
        assert len(document.blocks) > 1
    assert set(RECORD_VIEWS) == set(SECTIONS)


def test_who_answers_for_it_comes_first(bakery: Catalog) -> None:
    document = who_does("day-plan")(bakery, ENGLISH)
    assert headings(document)[1:] == [
        "Owns and does",
        "Owns",
        "Advises",
        "Not to be confused with",
    ]
    assert document.table
    assert [row[:4] for row in document.table.rows] == [
        ("head-baker", "Head Baker", "both", "team"),
        ("bakery-manager", "Bakery Manager", "accountable", "company"),
        ("baker", "Baker", "consulted", "own"),
    ]


def test_an_activity_of_nobody_names_its_owner(bakery: Catalog) -> None:
    assert "the miller" in said(who_does("flour-milling")(bakery, ENGLISH))
    grids = [b for b in LISTS["who"](bakery, ENGLISH).blocks if isinstance(b, Grid)]
    owners = {row.cells[0]: row.cells[2] for grid in grids for row in grid.rows}
    assert owners["flour-milling"] == "the miller"
    assert owners["welcome"] == "Manager"
    assert owners["ordering"] == "Manager"
    assert owners["baking"] == "Baker, Head Baker"


def test_a_skill_has_five_levels_and_the_most_demanding_role_first(bakery: Catalog) -> None:
    document = unlinked(RECORD_VIEWS["skills"]("oven-timing", bakery, ENGLISH))
    (levels,) = under(document, "Levels")
    assert isinstance(levels, Bullets)
    assert [item.label for item in levels.items] == ["1", "2", "3", "4", "5"]
    (grid,) = under(document, "Roles that need it")
    assert isinstance(grid, Grid)
    assert [(row.cells[0], row.cells[1]) for row in grid.rows] == [
        ("Head Baker", Meter(4)),
        ("Baker", Meter(3)),
        ("Bakery Manager", Meter(1)),
    ]


def test_a_metric_names_who_is_judged_by_it(bakery: Catalog) -> None:
    document = unlinked(RECORD_VIEWS["metrics"]("unsold-share", bakery, ENGLISH))
    fields = next(block for block in document.blocks if isinstance(block, Fields))
    rows = dict(fields.rows)
    assert rows["Formula"] == "unsold loaves ÷ loaves baked"
    assert "Bakery Manager" in rows.values()
    assert "Baker, Head Baker" in rows.values()


def test_a_context_names_who_is_absent_there(bakery: Catalog) -> None:
    assert "Baker" in said(RECORD_VIEWS["contexts"]("market-stall", bakery, ENGLISH))
    assert len(RECORD_VIEWS["contexts"]("village", bakery, ENGLISH).blocks) == 2


def test_a_family_names_its_members(bakery: Catalog) -> None:
    bullets = RECORD_VIEWS["families"]("craft", bakery, ENGLISH).blocks[1]
    assert isinstance(bullets, Bullets)
    assert [item.label for item in bullets.items] == ["dough-handling", "oven-timing"]


def test_a_term_has_every_sense_and_where_it_leads(bakery: Catalog) -> None:
    shown_text = said(defined("proof")(bakery, ENGLISH))
    for sense in bakery.sections.terms["proof"].senses:
        assert sense.meaning["en"] in shown_text
    for link in ("baking", "margin", "dough-handling", "deck-oven", "baker"):
        assert f"roleguide show {link}\n" in shown_text
    assert "Batch" in shown_text
    assert "prove, pousse" in shown_text


def test_what_a_term_leads_to_is_what_show_shows(catalog: Catalog) -> None:
    kinds = {
        "role": "roles",
        "metric": "metrics",
        "activity": "activities",
        "skill": "skills",
        "tool": "tools",
    }
    for term in catalog.sections.terms.values():
        for sense in term.senses:
            for field, section in kinds.items():
                if link := getattr(sense, field):
                    assert catalog.find_any(link, ENGLISH) == (section, link)


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("fielded", [True, False])
def test_how_usual_a_sense_is_is_said_of_every_sense(named: bool, fielded: bool) -> None:  # noqa: FBT001
    sense = Sense(
        text("It means so."),
        text("long form") if named else None,
        text("trade") if fielded else None,
        use="dated",
    )
    made = vocabulary(Guide("more", Sections(terms={"word": Term(text("Word"), (sense,))})))
    shown_text = said(defined("word")(made, ENGLISH))
    assert "dated" in shown_text
    assert ("trade" in shown_text.lower()) is fielded
    made.store.close()


# Lists --------------------------------------------------------------------------------------


def test_roles_are_listed_by_family_in_their_places(bakery: Catalog) -> None:
    document = all_roles(bakery, ENGLISH)
    assert headings(document) == ["Roles", "Counter and office", "Bakehouse"]
    assert document.table
    assert document.table.heads == ("id", "title", "family", "level", "stage", "level_to")
    assert [row[0] for row in document.table.rows] == [
        "bakery/baker",
        "bakery/bakery-manager",
        "bakery/head-baker",
    ]


def test_lists_leave_nothing_out(catalog: Catalog, language: Language) -> None:
    for name, section in (
        ("list", "roles"),
        ("skills", "skills"),
        ("who", "activities"),
        ("define", "terms"),
    ):
        table = LISTS[name](catalog, language).table
        assert table
        assert {row[0] for row in table.rows} == set(getattr(catalog.sections, section))
        assert len(table.rows) == len(getattr(catalog.sections, section))


def test_a_skill_nobody_needs_is_listed_with_none() -> None:
    made = vocabulary()
    table = LISTS["skills"](made, ENGLISH).table
    assert table
    assert {row[-1] for row in table.rows} == {"0"}
    assert {row[0] for row in table.rows} == set(VOCABULARY.skills)
    made.store.close()


def test_terms_are_in_the_order_of_the_language(catalog: Catalog, language: Language) -> None:
    """Accents do not send a word behind z."""
    table = LISTS["define"](catalog, language).table
    assert table
    firsts = [_plain(row[1])[:1] for row in table.rows]
    letters = [first for first in firsts if first.isalpha()]
    assert letters == sorted(letters)


def _plain(name: str) -> str:
    folded = name.casefold().replace("œ", "oe")
    return folded.translate(str.maketrans("éèêëàâîïôûùç", "eeeeaaiiouuc")).lstrip("«“ ")


def test_skills_of_several_roles_stand_side_by_side(bakery: Catalog) -> None:
    document = skills_of("baker", "bakery-manager")(bakery, ENGLISH)
    grid = document.blocks[1]
    assert isinstance(grid, Grid)
    assert [column.name for column in grid.columns] == ["", "Baker", "Manager"]
    cells = {row.cells[0]: row.cells[1:] for row in grid.rows}
    assert cells["Hospitality"] == ("basic (2)", Meter(5))
    assert document.table
    assert document.table.heads == (
        "id",
        "name",
        "bakery/baker.level",
        "bakery/baker.weight",
        "bakery/bakery-manager.level",
        "bakery/bakery-manager.weight",
    )
    assert ("hospitality", "Hospitality", "2", "", "5", "3") in document.table.rows


def test_skills_of_one_role_say_how_much_they_matter(bakery: Catalog) -> None:
    document = skills_of("baker")(bakery, ENGLISH)
    grid = document.blocks[1]
    assert isinstance(grid, Grid)
    assert grid.rows[0].cells == ("Dough handling", Meter(4), "essential")
    assert document.table
    assert document.table.heads == ("id", "name", "level", "weight")


def test_scenes_and_figures_name_their_roles_where_there_are_several(bakery: Catalog) -> None:
    one = examples_of("baker")(bakery, ENGLISH).blocks[2]
    assert isinstance(one, Panels)
    assert [panel.label for panel in one.panels] == [""]
    two = examples_of("baker", "head-baker")(bakery, ENGLISH)
    last = two.blocks[-1]
    assert isinstance(last, Panels)
    assert [panel.label for panel in last.panels] == ["Baker", "Head Baker"]
    assert last.panels[1].text == "–"
    figures = analogies_of("baker", "head-baker")(bakery, ENGLISH).blocks[2]
    assert isinstance(figures, Panels)
    assert [panel.label for panel in figures.panels] == [
        "Baker: the engineer below deck",
        "Head Baker: the first mate",
    ]


# Texts of users’ guides ---------------------------------------------------------------------


def test_braces_in_a_guide_are_braces() -> None:
    """No text of the data is ever taken for a sentence with places to fill."""
    odd = {"en": "{x} {0} {", "fr": "{x} {0} {"}
    metric = Metric(odd, odd, odd, "ratio", "higher", odd, odd)
    term = Term(odd, (Sense(odd, odd, odd),), also=("{y}",))
    one = role(
        title=Title(odd),
        short=odd,
        mission=odd,
        reports_to=(Neighbour(text=odd),),
        metrics={"odd": "carries"},
        decides=(Decision(odd),),
        misconceptions=(Misconception(odd, odd),),
    )
    made = vocabulary(
        Guide("odd", Sections(roles={"one": one}, metrics={"odd": metric}, terms={"odd": term}))
    )
    for document in (
        shown("one")(made, ENGLISH),
        defined("odd")(made, ENGLISH),
        RECORD_VIEWS["metrics"]("odd", made, FRENCH),
        LISTS["list"](made, ENGLISH),
        LISTS["define"](made, FRENCH),
        skills_of("one")(made, ENGLISH),
        examples_of("one")(made, FRENCH),
    ):
        assert "{x} {0} {" in said(document)
    made.store.close()
