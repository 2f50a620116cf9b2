"""A comparison as a document: what is said first, what is left out, how sides are named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from compare.strategies import VOCABULARY, does, entry, text
from compare.strategies import catalog as vocabulary
from formats.documents import unlinked
from formats.drawing import DOCUMENTS, render

from roleguide.catalog import Catalog, RoleEntry
from roleguide.compare import Only, compare, matrix
from roleguide.compare.result import UNSAID, Change
from roleguide.compare.rows import FACTS
from roleguide.formats import Page
from roleguide.language import Language
from roleguide.model import (
    Analogy,
    Example,
    Guide,
    LevelRange,
    Misconception,
    Need,
    Number,
    Pay,
    Role,
    Sections,
    SharedScene,
    Title,
    Variation,
)
from roleguide.views.comparison import ON_THE_SHEET, TEXTS, comparison_view
from roleguide.views.comparison_sections import Options, signed
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
    Prose,
    Row,
    plain,
)
from roleguide.views.listings import analogies_view, examples_view, skills_view
from roleguide.views.matrix import matrix_view
from views.unlinked import compared

ENGLISH = Language("en")
WHOLE = Options(full=True)
DETAILS = "What separates them"


@pytest.fixture(scope="module")
def words() -> Iterator[Catalog]:
    made = vocabulary()
    yield made
    made.store.close()


def viewed(
    catalog: Catalog, left: RoleEntry, right: RoleEntry, options: Options = WHOLE
) -> Document:
    return unlinked(comparison_view(compare(catalog, left, right), catalog, ENGLISH, options))


def said(document: Document) -> str:
    return render("pipe", document, Page())


def prose(document: Document) -> list[Prose]:
    return [block for block in document.blocks if isinstance(block, Prose)]


def headings(document: Document) -> list[str]:
    return [plain(block.text) for block in document.blocks if isinstance(block, Heading)]


def under(document: Document, heading: str) -> list[Block]:
    """The blocks of a section."""
    found: list[Block] = []
    inside = False
    for block in document.blocks:
        if isinstance(block, Heading):
            inside = block.text == heading
        elif inside:
            found.append(block)
    return found


LEFT = entry(
    "one",
    title=Title(text("One of them")),
    short=text("One"),
    mission=text("Mends."),
    stage="backstage",
    horizon=("day",),
    responsibilities={
        "plan": does("both", "team"),
        "report": does("supports"),
        "sell": does("informed"),
        "train": does("responsible"),
    },
    skills={"counting": Need(2, 3), "leading": Need(3, 1), "listening": Need(1, 1)},
    metrics={"cost": "carries", "margin": "shares"},
    tools=("phone", "van"),
    examples={"village": Example(text("There.")), "city": Example(text("Here."))},
    analogies={
        "ship": Analogy(text("the cook"), text("feeds them")),
        "garden": Analogy(text("the spade"), text("digs")),
    },
)
RIGHT = entry(
    "other",
    title=Title(text("The other")),
    short=text("Other"),
    mission=text("Breaks."),
    number=Number("team"),
    horizon=("day",),
    responsibilities={
        "plan": does("both", "company"),
        "report": does("both"),
        "sell": does("both"),
        "visit": does("accountable"),
    },
    skills={"counting": Need(5, 3), "leading": Need(3, 2), "writing": Need(4, 2)},
    metrics={"cost": "watches", "margin": "shares"},
    tools=("van",),
    examples={"city": Example(text("Somebody else."), absent=True)},
    analogies={
        "ship": Analogy(text("the storm"), text("sinks them")),
        "garden": Analogy(text("the mole"), text("digs too")),
    },
)
STRANGER = RIGHT._replace(id="stranger")


# The verdict --------------------------------------------------------------------------------


def test_difference_usage_and_questions_stand_above_the_sections(words: Catalog) -> None:
    verdict = [p for p in under(viewed(words, LEFT, RIGHT), DETAILS) if isinstance(p, Prose)]
    assert [(p.text, p.tone, p.side) for p in verdict[:2]] == [
        ("The one answers.", "lead", "left"),
        ("The other answers.", "lead", "right"),
    ]
    assert "by size" in verdict[2].text
    assert [(p.text, p.pointer) for p in verdict[3:5]] == [
        ("Who signs?", "One"),
        ("Is there a van?", "yes: Other"),
    ]
    assert verdict[-1].tone == "quiet"


@pytest.mark.parametrize(("left", "right"), [(LEFT, RIGHT), (RIGHT, LEFT)])
def test_a_shared_case_is_told_in_its_own_order(
    words: Catalog, left: RoleEntry, right: RoleEntry
) -> None:
    case = SharedScene(text("A fire."), {"one": text("Sees it."), "other": text("Puts it out.")})
    compared = compare(words, left, right)
    assert compared.pair
    told = compared._replace(pair=compared.pair._replace(scene=case))
    document = unlinked(comparison_view(told, words, ENGLISH, Options(full=True)))
    said = [b for b in under(document, "One case, both in it") if isinstance(b, Prose)]
    assert [b.text for b in said] == ["A fire.", "Sees it.", "Puts it out."]
    assert said[1].side != said[2].side


@pytest.mark.parametrize(("asked", "shown"), [(None, True), ("village", True), ("city", False)])
def test_a_shared_case_stands_in_its_context(
    words: Catalog, asked: str | None, *, shown: bool
) -> None:
    sides = {"one": text("Sees it."), "other": text("Puts it out.")}
    compared = compare(words, LEFT, RIGHT)
    assert compared.pair
    pair = compared.pair._replace(scene=SharedScene(text("A fire."), sides, "village"))
    options = Options(full=True, context=asked)
    document = comparison_view(compared._replace(pair=pair), words, ENGLISH, options)
    found = [b for b in under(unlinked(document), "One case, both in it") if isinstance(b, Prose)]
    told = [("In a village: A fire.", ""), ("Sees it.", "One"), ("Puts it out.", "Other")]
    assert [(b.text, b.label) for b in found] == (told if shown else [])


def test_what_is_shared_is_counted_without_the_merely_informed(words: Catalog) -> None:
    """plan and report of plan, report, sell, train, visit; two of four skills."""
    assert _counts(viewed(words, LEFT, RIGHT)) == ["2", "5", "2", "4"]


def test_what_one_side_is_only_told_of_counts_nowhere(words: Catalog) -> None:
    told = LEFT._replace(
        role=LEFT.role._replace(
            responsibilities={"plan": does("informed"), "sell": does("both")}, skills={}
        )
    )
    does_it = entry("other", responsibilities={"sell": does("supports")})
    assert _counts(viewed(words, told, does_it)) == ["1", "1", "0", "0"]


def _counts(document: Document) -> list[str]:
    """The numbers in the sentence that counts what is shared."""
    counted = [p for p in under(document, DETAILS) if isinstance(p, Prose)][-1]
    return re.findall(r"\d+", plain(counted.text))


def test_two_names_of_one_job_have_no_number(words: Catalog) -> None:
    document = viewed(words, LEFT, RIGHT._replace(id="twin"))
    verdict = [plain(p.text) for p in under(document, DETAILS) if isinstance(p, Prose)]
    assert not re.search(r"\d|%", " ".join(verdict))
    assert "by habit" in verdict[2]


def test_no_percentage_is_ever_shown(words: Catalog) -> None:
    for right in (RIGHT, STRANGER, RIGHT._replace(id="twin")):
        assert "%" not in said(viewed(words, LEFT, right))


def test_an_unwritten_pair_says_so_and_shows_the_missions(words: Catalog) -> None:
    document = viewed(words, LEFT, STRANGER)
    left, right, composed = prose(document)[:3]
    assert (left.text, left.side, left.label) == ("Mends.", "left", "One")
    assert (right.text, right.side, right.label) == ("Breaks.", "right", "Other")
    assert composed.tone == "quiet"
    assert "not reviewed" in plain(composed.text)
    assert DETAILS not in headings(document)


def test_the_same_role_twice_says_so_and_no_more(words: Catalog) -> None:
    document = viewed(words, LEFT, LEFT)
    head, *_ = document.blocks
    assert isinstance(head, Panels)
    assert [panel.mark for panel in head.panels] == [None]
    assert [plain(said.text) for said in prose(document)] == [
        "The same role twice, One of them: there is nothing to compare.",
        "See roleguide show words/one.",
    ]


def test_the_sections_have_an_order(words: Catalog) -> None:
    assert headings(viewed(words, LEFT, RIGHT)) == [
        "One of them (words/one) or The other (words/other)",
        DETAILS,
        "At a glance",
        "Responsibilities",
        "Skills",
        "Metrics",
        "Tools",
        "In a village",
        "In a city",
        "As a ship",
        "As a garden",
    ]


# The sections -------------------------------------------------------------------------------


def test_every_fact_has_the_mark_of_its_change(words: Catalog) -> None:
    (grid,) = under(viewed(words, LEFT, RIGHT), "At a glance")
    assert isinstance(grid, Grid)
    assert [column.name for column in grid.columns] == ["", "One", "Other"]
    assert [column.side for column in grid.columns] == [None, "left", "right"]
    assert [column.wide for column in grid.columns] == [False, True, True]
    assert [row.mark for row in grid.rows] == ["left", "same", "right", "same"]
    assert grid.rows[0].cells[2] == "–"
    assert grid.rows[2].cells[1] == "–"


def test_a_responsibility_has_a_line_a_side(words: Catalog) -> None:
    document = viewed(words, LEFT, RIGHT)
    (entries,) = under(document, "Responsibilities")
    assert isinstance(entries, Entries)
    found = {e.name: (e.mark, [line.mark for line in e.lines]) for e in entries.entries}
    assert found == {
        "plan": ("changed", ["left", "right"]),
        "report": ("changed", ["left", "right"]),
        "sell": ("changed", ["left", "right"]),
        "train": ("left", [None]),
        "visit": ("right", [None]),
    }
    plan = entries.entries[0]
    assert len({line.label for line in plan.lines}) == 2, "only the reach differs, so it is said"


def test_a_responsibility_that_is_alike_has_a_line_a_side_too(words: Catalog) -> None:
    both = {"plan": does("both", words="a")}
    document = viewed(
        words, entry("one", responsibilities=both), entry("other", responsibilities=both)
    )
    (entries,) = under(document, "Responsibilities")
    assert isinstance(entries, Entries)
    assert [line.mark for line in entries.entries[0].lines] == ["left", "right"]


def test_the_heading_counts_the_marks(words: Catalog) -> None:
    heading = next(
        block
        for block in viewed(words, LEFT, RIGHT).blocks
        if isinstance(block, Heading) and block.text == "Responsibilities"
    )
    assert re.findall(r"([−+~=]) (\d+)", " ".join(heading.tally)) == [
        ("−", "1"),
        ("+", "1"),
        ("~", "3"),
    ]


def test_skills_have_levels_and_the_way_between_them(words: Catalog) -> None:
    (grid,) = under(viewed(words, LEFT, RIGHT), "Skills")
    assert isinstance(grid, Grid)
    assert [(row.cells, row.mark) for row in grid.rows] == [
        (("counting", Meter(2), Meter(5), "+3"), "changed"),
        (("leading", Meter(3), Meter(3), "0"), "same"),
        (("listening", Meter(1), Meter(0), ""), "left"),
        (("writing", Meter(0), Meter(4), ""), "right"),
    ]
    assert [column.side for column in grid.columns] == [None, "left", "right", None]
    assert grid.columns[-1].figures
    assert [signed(value) for value in (-2, -1, 0, 1, 4, None)] == ["−2", "−1", "0", "+1", "+4", ""]


def test_what_is_basic_is_said_once_and_marked_where_a_side_does_not_name_it() -> None:
    families = {"team": VOCABULARY.families["team"]._replace(basics={"listening": 1})}
    made = vocabulary(Guide("upper", Sections(families=families)))
    grid, line = under(viewed(made, LEFT, RIGHT), "Skills")
    assert isinstance(grid, Grid)
    assert isinstance(line, Prose)
    assert [row.cells for row in grid.rows if row.mark == "same"] == [
        ("leading", Meter(3), Meter(3), "0"),
        ("listening", Meter(1), "basic (1)", ""),
    ]
    assert plain(line.text) == "Basic to every role in team: listening (1)"
    made.store.close()


def test_metrics_have_the_words_of_their_ties_and_a_dash_is_explained(words: Catalog) -> None:
    right = RIGHT._replace(
        role=RIGHT.role._replace(metrics={"cost": "watches", "revenue": "shares"})
    )
    (grid,) = under(viewed(words, LEFT, right), "Metrics")
    assert isinstance(grid, Grid)
    assert [(column.name, column.side) for column in grid.columns] == [
        ("", None),
        ("One", "left"),
        ("Other", "right"),
    ]
    assert [(row.cells, row.mark) for row in grid.rows] == [
        (("cost", "carries it", "watches it"), "changed"),
        (("margin", "shares it", "–"), "left"),
        (("revenue", "–", "shares it"), "right"),
    ]
    for other, note in ((right, True), (RIGHT, False)):
        blocks = viewed(words, LEFT, other).blocks
        (heading,) = (b for b in blocks if isinstance(b, Heading) and b.text == "Metrics")
        assert bool(heading.note) is note


def test_a_world_in_which_one_side_alone_has_a_figure_is_left_out(words: Catalog) -> None:
    figures = {**LEFT.role.analogies, "orchestra": Analogy(text("the cymbal"), text("waits"))}
    left = LEFT._replace(role=LEFT.role._replace(analogies=figures))
    assert "As a orchestra" not in headings(viewed(words, left, RIGHT))


def test_tools_take_a_line_a_mark(words: Catalog) -> None:
    (bullets,) = under(viewed(words, LEFT, RIGHT), "Tools")
    assert isinstance(bullets, Bullets)
    assert [(item.mark, item.text) for item in bullets.items] == [
        ("same", "van"),
        ("left", "phone"),
    ]
    (bullets,) = under(viewed(words, RIGHT, LEFT), "Tools")
    assert isinstance(bullets, Bullets)
    assert [(item.mark, item.text) for item in bullets.items][1:] == [("right", "phone")]


def test_who_does_the_work_where_there_is_no_such_job_is_said_so(words: Catalog) -> None:
    (scene,) = under(viewed(words, LEFT, RIGHT), "In a city")
    assert isinstance(scene, Panels)
    assert scene.panels[0].text == "Here."
    assert "Somebody else." in scene.panels[1].text
    assert scene.panels[1].text != "Somebody else."
    (scene,) = under(viewed(words, LEFT, RIGHT), "In a village")
    assert isinstance(scene, Panels)
    assert [panel.text for panel in scene.panels] == ["There.", "–"]
    (figure,) = under(viewed(words, LEFT, RIGHT), "As a ship")
    assert isinstance(figure, Panels)
    assert [panel.label for panel in figure.panels] == ["One: the cook", "Other: the storm"]


def test_a_page_has_below_the_first_screen_what_full_shows(words: Catalog) -> None:
    page = viewed(words, LEFT, RIGHT, Options(page=True))
    shown = [b for b in (*page.blocks, *page.rest) if not isinstance(b, Fields)]
    # Its fields name no command, for a page is read where none can be typed.
    assert shown == [b for b in viewed(words, LEFT, RIGHT).blocks if not isinstance(b, Fields)]


def scene_rows(document: Document) -> list[Row]:
    """The rows of tables that tell of a context."""
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    return [row for g in grids for row in g.rows if str(row.cells[0]).startswith("In a ")]


@pytest.mark.parametrize(
    "options",
    [Options(), Options(full=True), Options("differences"), Options("shared")],
    ids=["screen", "full", "differences", "shared"],
)
def test_a_context_asked_for_is_told_once_and_behind_the_plain_words(
    words: Catalog, options: Options
) -> None:
    document = viewed(words, LEFT, RIGHT, options._replace(context="village"))
    assert scene_rows(document) == [Row(("In a village", "There.", "–"))]
    assert "In a city" not in headings(document)
    one, other = document.blocks[1:3]
    assert isinstance(one, Prose)
    assert isinstance(other, Prose)
    assert (one.side, other.side) == ("left", "right")
    first = next(block for block in document.blocks if isinstance(block, Grid))
    assert first.rows[0] in scene_rows(document)


def test_a_context_of_which_nothing_is_written_says_so(words: Catalog) -> None:
    document = viewed(words, LEFT, RIGHT, Options(context="island"))
    assert document.blocks[3] == Prose(
        "Nothing is written of the two in this setting.", tone="quiet"
    )


def test_a_part_that_is_another_in_the_context_is_said(words: Catalog) -> None:
    varied = {"plan": does("both", "segment"), "report": does("responsible")}
    there = LEFT._replace(role=LEFT.role._replace(responsibilities=varied))
    usual = (LEFT.role, RIGHT.role)
    document = viewed(words, there, RIGHT, Options(context="city", usual=usual))
    row = next(
        row
        for block in document.blocks
        if isinstance(block, Grid)
        for row in block.rows
        if row.cells[0] == "Different there"
    )
    different = (
        "plan: owns and does for one market, elsewhere owns and does for a team",
        "report: does, elsewhere helps",
    )
    assert row.cells[1:] == (", ".join(different), "")


@pytest.mark.parametrize("only", ["differences", "shared"])
def test_only_some_of_it_begins_with_the_answer(words: Catalog, only: Only) -> None:
    document = viewed(words, LEFT, RIGHT, Options(only))
    first, *said, counts = document.blocks[:4]
    assert isinstance(first, Heading)
    assert "One of them" in plain(first.text)
    assert [block.side for block in said if isinstance(block, Prose)] == ["left", "right"]
    assert isinstance(counts, Prose)
    assert "responsibilities" in plain(counts.text)


def test_a_variation_names_its_context_and_keeps_its_capitals() -> None:
    """In brackets: “in an SME”, and never “in an sme”."""
    varied = does("both")._replace(
        or_=(
            Variation(part="supports", over="team", in_="sme"),
            Variation(part="informed", when=text("on Sundays")),
            Variation(over="company", when=text("in June")),
        )
    )
    base = vocabulary()
    context = base.sections.contexts["city"]._replace(opening={"en": "In an SME"})
    made = vocabulary(Guide("more", Sections(contexts={"sme": context})))
    left = entry("one", responsibilities={"plan": varied})
    shown = said(viewed(made, left, entry("stranger")))
    assert "(in an SME: helps, one team, on Sundays: is told, in June: the whole company)" in shown
    for catalog in (base, made):
        catalog.store.close()


# What is left out ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("only", "marks"),
    [("differences", {"left", "right", "changed"}), ("shared", {"changed", "same"}), (None, None)],
)
def test_only_some_rows_are_asked_for(
    words: Catalog, only: str | None, marks: set[str] | None
) -> None:
    options = Options(
        only="differences" if only == "differences" else "shared" if only else None, full=True
    )
    document = viewed(words, LEFT, RIGHT, options)
    found: set[object] = set()
    for block in document.blocks:
        if isinstance(block, Grid):
            found |= {row.mark for row in block.rows}
        elif isinstance(block, Entries):
            found |= {one.mark for one in block.entries}
        elif isinstance(block, Bullets):
            found |= {item.mark for item in block.items}
    if marks is None:
        assert found == {"left", "right", "changed", "same"}
    else:
        assert found <= marks
        assert not {"In a city", "As a ship"} & set(headings(document))


@pytest.mark.parametrize("only", ["differences", "shared"])
def test_the_rows_of_a_table_are_those_that_were_asked_for(words: Catalog, only: str) -> None:
    """`--format csv` hears `--only` too, for facts as for the rest."""
    options = Options(only="differences" if only == "differences" else "shared")
    table = viewed(words, LEFT, RIGHT, options).table
    assert table
    allowed = {"left", "right", "changed"} if only == "differences" else {"changed", "same"}
    assert {row[3] for row in table.rows} <= allowed


def test_a_table_has_a_row_for_everything_either_side_has(words: Catalog) -> None:
    table = viewed(words, LEFT, RIGHT).table
    assert table
    assert table.heads == ("kind", "id", "name", "change", "words/one", "words/other")
    assert {row[0] for row in table.rows} == {"fact", "responsibility", "skill", "metric", "tool"}
    found = {row[1]: row[3:] for row in table.rows}
    assert found["counting"] == ("changed", "2", "5")
    assert found["train"] == ("left", "responsible", "")
    assert found["margin"] == ("same", "shares", "shares")
    assert all(len(row) == len(table.heads) for row in table.rows)


ALIKE: dict[str, Any] = {
    "responsibilities": {"plan": does("both"), "sell": does("supports")},
    "skills": {"counting": Need(2, 1)},
    "metrics": {"cost": "carries"},
    "tools": ("van",),
}


def test_what_is_alike_is_shown_too(words: Catalog) -> None:
    document = viewed(words, entry("one", **ALIKE), entry("other", **ALIKE))
    (entries,) = under(document, "Responsibilities")
    assert isinstance(entries, Entries)
    assert {one.mark for one in entries.entries} == {"same"}
    (skills,) = under(document, "Skills")
    assert isinstance(skills, Grid)


def test_ears_hear_no_mark_where_all_is_alike(words: Catalog) -> None:
    document = viewed(words, entry("one", **ALIKE), entry("other", **ALIKE))
    assert not set("=+~−") & set(render("plain", document, Page()))


def test_roles_without_anything_are_compared_all_the_same(words: Catalog) -> None:
    document = viewed(words, entry("one"), entry("stranger"))
    for form in (*DOCUMENTS, "csv"):
        assert render(form, document, Page())


# How sides are named ------------------------------------------------------------------------


def test_two_versions_of_a_role_are_told_apart() -> None:
    company = Guide("company", Sections(roles={"one": LEFT.role._replace(mission=text("New."))}))
    made = vocabulary(Guide("standard", Sections(roles={"one": LEFT.role})), company)
    left, right = made.entry("one", "standard"), made.entry("one")
    document = viewed(made, left, right)
    assert document.sides
    assert document.sides[0] != document.sides[1]
    assert "standard" in document.sides[0]
    assert "company" in document.sides[1]
    shown = said(document)
    assert "Mends." in shown
    assert "New." in shown
    made.store.close()


COMPANY = LEFT._replace(
    guide="company",
    role=LEFT.role._replace(
        level=LevelRange("director", "director"),
        definition=text("Ours."),
        pay=Pay(text("Fish.")),
        misconceptions=(Misconception(text("Easy."), text("Hard.")),),
        skills={**LEFT.role.skills, "counting": Need(2, 1)},
        examples={**LEFT.role.examples, "city": Example(text("Here too."))},
    ),
)


def test_what_versions_change_is_counted_without_speaking_of_parts(words: Catalog) -> None:
    other = {"plan": does("both", words="said otherwise")}
    left = entry("one", responsibilities={"plan": does("both")})
    document = viewed(words, left, entry("one", "company", responsibilities=other))
    tallies = [b.tally for b in document.blocks if isinstance(b, Heading) and b.tally]
    assert tallies == [("~ 1 changed",)]


def test_two_versions_of_a_role_show_what_differs_unless_asked(words: Catalog) -> None:
    document = viewed(words, LEFT, COMPANY, Options())
    shown = said(document)
    assert headings(document) == ["At a glance", "Skills", "In a city"]
    assert "Level" in shown
    assert "Visibility" not in shown
    assert "counting (essential / useful)" in shown
    assert "leading" not in shown
    assert "Here too." in shown
    assert "Ours." in shown
    assert "What people get wrong" in shown, "what is not side by side is named"
    whole = said(viewed(words, LEFT, COMPANY, Options(full=True)))
    for part in ("Visibility", "leading", "plan", "In a village"):
        assert part in whole
    assert document.table == viewed(words, LEFT, COMPANY, Options(full=True)).table


def test_every_field_of_a_role_is_shown_or_named_where_versions_differ() -> None:
    shown = {"over" if fact == "reach" else fact for fact in FACTS} | {
        "mission",
        "responsibilities",
        "skills",
        "metrics",
        "tools",
        "examples",
        "analogies",
    }
    assert {*ON_THE_SHEET, *TEXTS, *UNSAID, *shown} == {*Role._fields, "mix"}


def test_two_versions_without_a_difference_say_so(words: Catalog) -> None:
    document = viewed(words, LEFT, LEFT._replace(guide="company"), Options())
    assert not headings(document)
    assert "alike in everything" in said(document)


def test_two_roles_of_one_short_name_are_told_apart(words: Catalog) -> None:
    """A company that extends one role twice may have named neither."""
    document = viewed(words, LEFT, LEFT._replace(id="stranger"))
    assert document.sides
    assert document.sides[0] != document.sides[1]


def test_columns_of_the_same_name_are_told_apart_everywhere(words: Catalog) -> None:
    roles = [LEFT, LEFT._replace(guide="company"), RIGHT]
    heads = []
    for document in (
        matrix_view(matrix(words, roles), words, ENGLISH, Options()),
        skills_view(roles, words, ENGLISH),
    ):
        grid = next(block for block in document.blocks if isinstance(block, Grid))
        heads.append([column.name for column in grid.columns])
    for document in (
        examples_view(roles, ["city"], words, ENGLISH),
        analogies_view(roles, ["ship"], words, ENGLISH),
    ):
        panels = next(block for block in document.blocks if isinstance(block, Panels))
        heads.append([plain(panel.label) for panel in panels.panels])
    for names in heads:
        assert len(set(names)) == len(names)


# Mirrors ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "roles",
    [("baker", "bakery-manager"), ("head-baker", "baker"), ("bakery-manager", "head-baker")],
)
@pytest.mark.parametrize("only", [None, "differences", "shared"])
def test_the_document_mirrors(
    bakery: Catalog, language: Language, roles: tuple[str, str], only: str | None
) -> None:
    options = Options("differences" if only == "differences" else "shared" if only else None)
    there = compared(*roles, options=options)(bakery, language)
    back = compared(*roles[::-1], options=options)(bakery, language)
    assert there.sides
    assert back.sides == there.sides[::-1]
    assert headings(back)[1:] == headings(there)[1:]
    swapped: dict[Change | None, Change | None] = {
        "left": "right",
        "right": "left",
        "changed": "changed",
        "same": "same",
        None: None,
    }
    for one, other in zip(there.blocks, back.blocks, strict=True):
        assert type(one) is type(other)
        if isinstance(one, Grid) and isinstance(other, Grid):
            ours = {row.cells[0]: swapped[row.mark] for row in one.rows}
            assert ours == {row.cells[0]: row.mark for row in other.rows}
        elif isinstance(one, Entries) and isinstance(other, Entries):
            assert {e.name: swapped[e.mark] for e in one.entries} == {
                e.name: e.mark for e in other.entries
            }
        elif isinstance(one, Panels) and isinstance(other, Panels):
            assert [p._replace(mark=swapped[p.mark]) for p in one.panels] == [*other.panels][::-1]


# Matrix -------------------------------------------------------------------------------------


def test_a_matrix_has_a_column_a_role_and_no_sides(words: Catalog) -> None:
    roles = [LEFT, RIGHT, entry("twin", short=text("Twin"))]
    document = unlinked(matrix_view(matrix(words, roles), words, ENGLISH, Options()))
    assert document.sides is None
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    assert len(grids) == 3
    for grid in grids:
        assert [column.name for column in grid.columns] == ["", "One", "Other", "Twin"]
        assert {column.side for column in grid.columns} == {None}
        assert {row.mark for row in grid.rows} <= {None, "same"}
        assert {len(row.cells) for row in grid.rows} == {4}
    assert document.table
    assert document.table.heads[3:] == ("words/one", "words/other", "words/twin")
    assert all(len(row) == 6 for row in document.table.rows)
    skills = {row.cells[0]: row.cells[1:] for row in grids[2].rows}
    assert skills["counting"] == (Meter(2), Meter(5), Meter(0))


def test_two_versions_show_both_texts_on_pay_and_name_its_figures_alone(words: Catalog) -> None:
    paid = LEFT._replace(role=LEFT.role._replace(pay=Pay(text("Bread."))))
    shown = said(viewed(words, paid, COMPANY, Options()))
    assert "Bread." in shown
    assert "Fish." in shown
    assert "details of pay" not in shown


def test_versions_with_titles_of_their_own_go_by_them(words: Catalog) -> None:
    named = COMPANY._replace(role=COMPANY.role._replace(title=Title(text("Ours"))))
    sides = viewed(words, LEFT, named, Options()).sides
    assert sides
    assert sides[1] == "Ours"


def test_a_text_that_differs_in_another_language_alone_is_named(words: Catalog) -> None:
    one, other = ({"en": "Same.", "fr": said} for said in ("Un.", "Deux."))
    left, right = (
        LEFT._replace(guide=guide, role=LEFT.role._replace(plain=plain))
        for guide, plain in (("standard", one), ("company", other))
    )
    shown = said(viewed(words, left, right, Options()))
    assert "Same." not in shown
    assert "In plain words" in shown
