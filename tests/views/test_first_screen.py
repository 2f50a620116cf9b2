"""The first screen of a comparison: its size, whatever is written, and whether it is true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, get_args, get_type_hints

import pytest
from formats.drawing import render
from hypothesis import given
from hypothesis import strategies as st

from roleguide.catalog import Catalog, RoleEntry
from roleguide.compare import Only, compare, in_context, matrix
from roleguide.compare.claims import Above, Claim, LeadsTo, ReportsTo, claims, near_pairs
from roleguide.compare.result import Comparison
from roleguide.formats import Page
from roleguide.language import Language
from roleguide.model import (
    Choice,
    HowUsed,
    Job,
    Longest,
    Pair,
    Pay,
    PayFigure,
    Role,
    Seniority,
    Statement,
    Text,
)
from roleguide.views import comparison_screen as comparison_screen_module
from roleguide.views import labels
from roleguide.views.activities import who_view
from roleguide.views.comparison import comparison_view
from roleguide.views.comparison_sections import Options
from roleguide.views.document import Bullets, Document, Fields, Grid, Heading, Prose, plain
from roleguide.views.height import Extent, height
from roleguide.views.matrix import matrix_view
from roleguide.views.role import Asked, role_view
from views.answers import LANGUAGES, Answer, builtin, fitted, moved, shown
from views.answers import compared as compared_roles

pytestmark = pytest.mark.sweep

LINES: Final = {100: 40, 80: 50, 60: 65}
"""How many lines a first screen may take, by the columns of the terminal."""

WORDS: Final = 330
"""How many words it may have; marks, levels and points are none."""

WRITTEN: Final = [tuple(pair.split("--")) for pair in builtin().sections.pairs]
ROLES: Final = [head.id for head in builtin().heads()]


def first_screen(comparison: Comparison, language: str, options: Options = Options()) -> Document:  # noqa: B008 — immutable
    return comparison_view(comparison, builtin(), LANGUAGES[language], options)


def compared(left: str, right: str) -> Comparison:
    return compare(builtin(), builtin().entry(left), builtin().entry(right))


# Size ---------------------------------------------------------------------------------------


def longest(record: type, field: str) -> Text:
    """A text as long as the field allows, in each language, of words of usual length."""
    return written(next(_limits(get_type_hints(record, include_extras=True)[field])))


def written(characters: int) -> Text:
    return {code: _words(characters * Language(code).length // 100) for code in ("en", "fr")}


def _words(characters: int) -> str:
    return ("of usual words which readers understand at once " * 9)[:characters].strip()


def _limits(annotation: object) -> Iterator[int]:
    for mark in getattr(annotation, "__metadata__", ()):
        if isinstance(mark, Longest):
            yield mark.characters
    for part in get_args(annotation):
        yield from _limits(part)


LONG_FIGURE: Final = PayFigure(
    "US",
    2025,
    "earnings",
    "bls-oews-2025",
    median=148270,
    label="First-Item Supervisors of Non-Retail Sales Workers",
    near="broad",
)
"""A figure with the longest name of a group that the guide has, to its first comma."""


def filled(entry: RoleEntry) -> RoleEntry:
    """A role with every text of the first screen at its greatest length."""
    role = entry.role._replace(
        plain=longest(Role, "plain"),
        ad=longest(Role, "ad"),
        pay=Pay(longest(Pay, "mix"), figures=(LONG_FIGURE,)),
    )
    return entry._replace(role=role)


def filled_pair(left: str, right: str) -> Comparison:
    found = compared(left, right)
    choice = Choice(longest(Choice, "person"), longest(Choice, "company"))
    rule = Statement(longest(Pair, "first"), basis="rule-of-thumb")
    pair = Pair(
        HowUsed("overlapping", written(160)),
        dict.fromkeys((left, right), written(150)),
        together=written(400),
        plain=dict.fromkeys((left, right), longest(Role, "plain")),
        choose=dict.fromkeys((left, right), choice),
        first=rule,
        one_person=rule._replace(text=longest(Pair, "one_person")),
        senior=Seniority(left),
        reviewed="2026-12",
    )
    one, other = map(filled, found.roles)
    return compare(builtin(), one, other)._replace(pair=pair)


def lines(comparison: Comparison, language: str, width: int) -> int:
    return render("terminal", first_screen(comparison, language), Page(width)).count("\n")


@pytest.mark.parametrize(("left", "right"), WRITTEN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_written_pair_fits_one_screen(left: str, right: str, language: str) -> None:
    for width, most in LINES.items():
        assert lines(compared(left, right), language, width) <= most
    said = render("pipe", first_screen(compared(left, right), language), Page()).split()
    assert sum(any(map(str.isalpha, word)) for word in said) <= WORDS


@pytest.mark.parametrize(("left", "right"), WRITTEN[::4])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pair_fits_one_screen_with_every_field_at_its_greatest_length(
    left: str, right: str, language: str
) -> None:
    for width, most in LINES.items():
        assert lines(filled_pair(left, right), language, width) <= most


@pytest.mark.parametrize(("left", "right"), WRITTEN[::6])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pair_fits_one_screen_in_any_context(left: str, right: str, language: str) -> None:
    for context in builtin().sections.contexts:
        entries = [in_context(builtin().entry(role), context) for role in (left, right)]
        comparison = compare(builtin(), *entries)
        document = first_screen(comparison, language, Options(context=context))
        for width, most in LINES.items():
            assert render("terminal", document, Page(width)).count("\n") <= most


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_that_overlap_say_where_in_a_sentence_at_least(language: str) -> None:
    for left, right in WRITTEN:
        comparison = compared(left, right)
        usage = comparison.usage
        if usage and usage.where and usage.kind != "distinct":
            first = re.split(r"(?<=[.!?]) ", usage.where[language])[0]
            said = [b for b in first_screen(comparison, language).blocks if isinstance(b, Prose)]
            assert any(plain(b.text).startswith(first) for b in said), f"{left} {right}: {first}"


def test_a_short_answer_is_short() -> None:
    for left, right in WRITTEN[::4]:
        for language in LANGUAGES:
            document = first_screen(compared(left, right), language, Options(short=True))
            assert height(document.blocks, 100) <= 13


# Truth --------------------------------------------------------------------------------------


def holds(claim: Claim, catalog: Catalog) -> bool:
    """Whether the sheets say what a claim says, looked up apart from how it was made."""
    role = catalog.entry(claim.role).role
    match claim:
        case Above(_, other):
            ladder = get_args(get_type_hints(type(role.level))["low"])
            higher = ladder[ladder.index(catalog.entry(other).role.level.high) + 1 :]
            return role.level.low in higher
        case ReportsTo(_, manager):
            return any(neighbour.role == manager for neighbour in role.reports_to)
        case LeadsTo(_, following, move):
            return role.leads_to[following].move == move


@given(st.sampled_from(ROLES), st.sampled_from(ROLES), st.sampled_from(list(LANGUAGES)))
def test_any_two_roles_get_a_true_verdict_in_sound_sentences(
    left: str, right: str, language: str
) -> None:
    if left == right:
        return
    comparison = compared(left, right)
    found = [*claims(comparison)]
    assert all(holds(claim, builtin()) for claim in found)
    assert {*found} == {*claims(compared(right, left))}
    document = first_screen(comparison, language)
    for side in document.sides or ():
        assert any(side in plain(text) for text in _texts(document))
    if comparison.pair:
        return
    assert sum(lines(comparison, language, width) > most for width, most in LINES.items()) == 0
    names = document.sides or ("", "")
    for said in _composed(document):
        assert len(said) <= 120 * len(found)
        assert all(name in said for name in names), said
        assert not re.search(r"\bde (?=[AEÉIOU])(?!On|Un|Us)|\b(\w+) \1\b", said), said


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Prose):
            yield f"{block.label} {plain(block.text)}"
        else:
            yield render("pipe", document._replace(blocks=(block,)), Page())


def _composed(document: Document) -> list[str]:
    """What is composed of how the two stand."""
    said = [b for b in document.blocks if isinstance(b, Prose) and b.tone == "body" and not b.side]
    return [plain(block.text) for block in said]


def test_what_the_ladder_says_is_said_of_the_upper_role() -> None:
    found = [*claims(compared("sales-ops", "cmo"))]
    assert [claim for claim in found if isinstance(claim, Above)] == [Above("cmo", "sales-ops")]


def test_rank_comes_before_line_and_line_before_moves_whichever_is_asked_first() -> None:
    for pair in (("sales-director", "vp-sales"), ("vp-sales", "sales-director")):
        assert [type(claim) for claim in claims(compared(*pair))] == [Above, ReportsTo, LeadsTo]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_move_is_said_once_in_a_row_or_in_short_in_a_sentence(language: str) -> None:
    comparison = compared("account-executive", "business-development-manager")
    step = comparison.roles[0].role.leads_to["business-development-manager"]
    move = LANGUAGES[language].say(labels.MOVES[step.move])
    for options in (Options(), Options(short=True)):
        document = first_screen(comparison, language, options)
        assert render("pipe", document, Page()).count(move) == 1


def test_the_language_of_a_page_is_asked_for() -> None:
    assert first_screen(compared("sales-ops", "cmo"), "fr").language == Language("fr")


# A role -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ROLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_role_fits_one_screen(name: str, language: str) -> None:
    for made in (builtin().entry(name), filled(builtin().entry(name))):
        document = role_view(made, builtin(), LANGUAGES[language], Asked(), "screen")
        for width, most in LINES.items():
            assert render("terminal", document, Page(width)).count("\n") <= most


def test_a_page_has_the_sheet_below_the_first_screen_of_a_role() -> None:
    entry, language = builtin().entry("sales-ops"), LANGUAGES["en"]
    screen, page, whole = (
        role_view(entry, builtin(), language, Asked(), extent) for extent in get_args(Extent)
    )
    assert labels_of(page) == labels_of(screen)
    assert not screen.rest
    assert {*page.rest} <= {*whole.blocks}
    assert page.rest


def labels_of(document: Document) -> list[str]:
    """What stands before the rows of fields that are read first."""
    fields = [block for block in document.blocks if isinstance(block, Fields)]
    return [plain(name) for block in fields for name, _ in block.rows]


def test_a_page_has_the_other_titles_of_a_role_beside_its_heading() -> None:
    entry = builtin().entry("sales-ops")
    for extent in get_args(Extent):
        made = role_view(entry, builtin(), LANGUAGES["en"], Asked(), extent)
        texts = [plain(block.text) for block in made.blocks if isinstance(block, Prose)]
        (also,) = [text for text in texts if text.startswith("Also called")] or [""]
        assert ("Commercial Operations Manager" in also) == (extent == "page")
        assert "Responsable" not in also


COUNTED: Final = re.compile(r"and \d+ more|\d+ (more )?that matters? less")


@pytest.mark.parametrize(
    "answer",
    [
        shown("sales-ops", "page"),
        compared_roles("account-executive", "sdr", options=Options(page=True)),
        moved("sdr", "account-executive"),
        fitted(now=Job("sdr")),
        lambda catalog, language: who_view("closing", catalog, language, "page"),
    ],
)
def test_a_page_names_all_that_a_screen_counts(answer: Answer) -> None:
    assert not COUNTED.search(render("pipe", answer(builtin(), LANGUAGES["en"]), Page()))
    screen = role_view(builtin().entry("sales-ops"), builtin(), LANGUAGES["en"], Asked(), "screen")
    assert COUNTED.search(render("pipe", screen, Page()))


# An activity --------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("meaning_first", [True, False])
def test_an_activity_fits_one_screen(language: str, meaning_first: bool) -> None:  # noqa: FBT001
    for activity in builtin().sections.activities:
        document = who_view(
            activity, builtin(), LANGUAGES[language], "screen", meaning_first=meaning_first
        )
        for width, most in LINES.items():
            assert render("terminal", document, Page(width)).count("\n") <= most


def test_who_begins_with_the_owners_by_how_far_their_part_reaches() -> None:
    document = who_view("sales-forecast", builtin(), LANGUAGES["en"], "screen")
    _, head, owners, others, *_ = document.blocks
    assert head == Heading("Who owns it")
    assert isinstance(owners, Fields)
    reaches = [*labels.SHORT_REACHES.values()]
    assert [plain(reach) for reach, _ in owners.rows] == reaches[1:]  # a seller’s is the manager’s
    assert "Sales Manager" in plain(dict(owners.rows)["for a team"])
    assert isinstance(others, Fields)
    assert [plain(part) for part, _ in others.rows] == ["Does", "Helps", "Advises"]
    assert plain(others.rows[0][1]).startswith("Account Executive")


def test_owners_who_all_do_it_themselves_are_not_named_twice() -> None:
    document = who_view("closing", builtin(), LANGUAGES["en"], "screen")
    others = document.blocks[3]
    assert isinstance(others, Fields)
    assert others.rows == (("Does", "whoever owns it"),)


def test_what_each_does_in_an_activity_stands_below_its_first_screen() -> None:
    made = [
        who_view("sales-forecast", builtin(), LANGUAGES["en"], extent)
        for extent in get_args(Extent)
    ]
    screen, page, whole = made
    assert labels_of(page) == labels_of(screen)
    assert not screen.rest
    assert page.rest
    assert {*page.rest} <= {*whole.blocks}


# Three and more -----------------------------------------------------------------------------


def grids(text: str) -> int:
    """How many tables a page has, by the lines of their heads."""
    return sum(re.fullmatch(r" {4,}SDR +CSM .*", line) is not None for line in text.splitlines())


@pytest.mark.parametrize("language", LANGUAGES)
def test_four_roles_stand_in_columns_at_eighty(language: str) -> None:
    document = compared_roles("sdr", "csm", "sales-manager", "sales-ops")(
        builtin(), LANGUAGES[language]
    )
    assert grids(render("terminal", document, Page(80))) == 3


def test_what_one_role_alone_owns_comes_first_and_what_is_alike_is_marked() -> None:
    entries = [builtin().entry(role) for role in ("sdr", "bdr", "csm")]
    document = matrix_view(matrix(builtin(), entries), builtin(), LANGUAGES["en"], Options())
    _, work, _ = (block for block in document.blocks if isinstance(block, Grid))
    owners = [[at for at, c in enumerate(row.cells[1:]) if "owns" in str(c)] for row in work.rows]
    alone = [len(at) == 1 for at in owners]
    assert alone == sorted(alone, reverse=True)
    assert [at for at in owners if len(at) == 1] == sorted(at for at in owners if len(at) == 1)
    for row in work.rows:
        assert row.mark is None or len({*row.cells[1:]}) == 1


def test_a_matrix_tells_a_scene_of_each_in_the_context_asked_for() -> None:
    entries = [builtin().entry(role) for role in ("sdr", "bdr", "csm")]
    extent = Options(context="startup")
    document = matrix_view(matrix(builtin(), entries), builtin(), LANGUAGES["en"], extent)
    assert document.blocks[2] == Heading("In a startup")
    scenes = document.blocks[3]
    assert isinstance(scenes, Bullets)
    told = [entry.role.examples["startup"].text["en"] for entry in entries]
    assert all(text in plain(item.text) for text, item in zip(told, scenes.items, strict=True))


@pytest.mark.parametrize("only", ["differences", "shared"])
def test_a_matrix_can_leave_out_what_is_not_asked_for(only: Only) -> None:
    entries = [builtin().entry(role) for role in ("sdr", "bdr", "inside-sales-rep")]
    result = matrix(builtin(), entries)
    document = matrix_view(result, builtin(), LANGUAGES["en"], Options(only))
    table = document.table
    assert table
    for row in table.rows:
        if only == "shared":
            assert all(row[3:]), row
        else:
            assert row[0] in ("fact", "responsibility") or len({*row[3:]}) > 1, row


def test_what_looks_through_all_roles_is_done_once_whatever_the_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A page is tried at many sizes; the pairs near it are the same at each."""
    looked: list[str] = []

    def counted(comparison: Comparison, catalog: Catalog) -> list[tuple[str, str]]:
        looked.append("once")
        return near_pairs(comparison, catalog)

    monkeypatch.setattr(comparison_screen_module, "near_pairs", counted)
    first_screen(compared("growth-manager", "csm"), "fr")
    assert len(looked) == 1


def test_the_way_from_one_to_the_other_is_told_even_where_there_is_none() -> None:
    def told(left: str, right: str) -> str:
        return render("pipe", first_screen(compared(left, right), "en"), Page())

    assert "Move to: AE: a step up" in told("sdr", "account-executive")
    none = "Move: no direct step in this guide: roleguide move growth-manager csm"
    assert none in told("growth-manager", "csm")
    assert "Move" not in told("csm", "csm")


def test_what_is_the_same_of_both_tells_nothing_apart() -> None:
    csm = builtin().entry("csm")
    twin = csm._replace(id="twin", role=csm.role._replace(over="team", short=None))
    document = first_screen(compare(builtin(), csm, twin), "en")
    rows = [str(row.cells[0]) for b in document.blocks if isinstance(b, Grid) for row in b.rows]
    assert not {"In an ad", "Level", "Judged on", "Leads"} & {*rows}
    fields = [plain(n) for b in document.blocks if isinstance(b, Fields) for n, _ in b.rows]
    assert "Pay" not in fields


def test_nobody_mainly_does_what_others_tell_them_of() -> None:
    for left, right in (("csm", "closer"), ("sdr", "csm")):
        document = first_screen(compared(left, right), "en")
        items = [i for b in document.blocks if isinstance(b, Bullets) for i in b.items]
        said = [plain(i.text) for i in items if plain(i.label).startswith("Mainly")]
        assert said
        assert not [text for text in said if "(is told)" in text or "(advises)" in text]
