"""The terminal's drawing: widths, whole words, hard spaces, alignment, colour, layout."""

from __future__ import annotations

import re
import unicodedata
from itertools import cycle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pairwise import pairwise
from rich.cells import cell_len

from formats.documents import ENGLISH, FRENCH, everything
from formats.documents import MARKS as ALL_MARKS
from formats.drawing import HARD, WIDTHS, bare_edges, broken, drawn, faults, render, too_wide
from roleguide.compare.result import Change
from roleguide.formats import Page
from roleguide.formats.terminal.theme import STACKED
from roleguide.language import HARD_SPACE, NARROW_SPACE, Language
from roleguide.views.document import (
    MARKS,
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Entries,
    Entry,
    Fields,
    Grid,
    Heading,
    Item,
    Lines,
    Meter,
    Panels,
    Prose,
    Row,
)

SGR = re.compile(r"\x1b\[([0-9;]*)m")
LOREM = (
    "Twelve sellers have three ways of recording one thing, and the dashboard has a fourth; "
    "whoever asks on Monday gets an answer on Thursday, and it is not the same one."
)
FRENCH_TEXT = (
    f"Qui a signé{NARROW_SPACE}? «{HARD_SPACE}Personne{HARD_SPACE}»{NARROW_SPACE}; reste "
    f"10{NARROW_SPACE}000{HARD_SPACE}€ à trouver{HARD_SPACE}: M.{HARD_SPACE}Durand "
    f"le dit{NARROW_SPACE}! Et 15{NARROW_SPACE}% de marge, n’est-ce pas{NARROW_SPACE}?"
)


def repeated(text: str, times: int) -> str:
    return " ".join([text] * times)


def of(*blocks: Block, language: object = ENGLISH) -> Document:
    assert language in (ENGLISH, FRENCH)
    chosen = FRENCH if language == FRENCH else ENGLISH
    return Document("Title", chosen, blocks, ("Left", "Right"))


def lines(document: Document, width: int = 80) -> list[str]:
    return drawn(document, width).removesuffix("\n").split("\n")


# Widths and words ---------------------------------------------------------------------------


TEXTS = {
    "short": "so",
    "long": LOREM,
    "hard-spaces": FRENCH_TEXT,
    "one-long-word": "Donaudampfschifffahrtskapitän",
    "a-long-word": f"Der Rindfleischetikettierungsgesetz {LOREM}",
    "address": "https://example.org/a/b",
}


@pytest.mark.parametrize(
    ("text", "width", "language"), pairwise(list(TEXTS), WIDTHS, (ENGLISH, FRENCH))
)
def test_every_block_keeps_to_the_width_and_its_words(
    text: str, width: int, language: Language
) -> None:
    assert not faults(everything(TEXTS[text], language, pointer="yes: Left"), [width])


@pytest.mark.parametrize("width", [20, 24, 30])
def test_even_a_narrow_terminal_is_kept_to(width: int) -> None:
    assert not too_wide(drawn(everything(LOREM), width), width)


def test_only_a_word_wider_than_the_width_is_broken() -> None:
    word = "x" * 100
    assert lines(of(Prose(f"a {word} b")), 60) == ["  a", f"  {'x' * 58}", f"  {'x' * 42} b"]


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_ends_in_spaces(width: int) -> None:
    text = drawn(everything(LOREM), width)
    assert not re.search(r" +$", text, re.MULTILINE)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


WORDS = st.text(st.sampled_from("abcdefghijklm"), min_size=1, max_size=28)
SENTENCES = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


@given(st.lists(SENTENCES, min_size=4, max_size=4), st.integers(40, 120))
def test_any_words_stay_whole_in_every_block(said: list[str], width: int) -> None:
    a, b, c, d = said
    document = of(
        Heading(a, b),
        Prose(a, pointer=b[:10].strip()),
        Bullets((Item(a, b, "left"), Item(c, d))),
        Entries((Entry(a, (Item(c, b, "left"), Item(d)), "changed"),)),
        Panels((Item(a, b, "left"), Item(c, d, "right"))),
    )
    assert not faults(document, [width])


@given(st.lists(st.tuples(WORDS, SENTENCES), min_size=1, max_size=4), st.integers(40, 120))
def test_any_words_stay_whole_in_fields(rows: list[tuple[str, str]], width: int) -> None:
    assert not faults(of(Fields(tuple(rows))), [width])


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """Tables of two to six columns, with heads or without, wide or not."""
    count = draw(st.integers(1, 5))
    named, wide = draw(st.booleans()), draw(st.booleans())
    marked = draw(st.booleans())
    heads = [draw(WORDS) if named else "" for _ in range(count)]
    columns = (Column(""), *(Column(head, wide=wide) for head in heads))
    cell = SENTENCES if wide else st.one_of(WORDS, st.integers(0, 5).map(Meter))
    rows = tuple(
        Row(
            (draw(SENTENCES), *(draw(cell) for _ in range(count))),
            draw(st.sampled_from(ALL_MARKS)) if marked else None,
        )
        for _ in range(draw(st.integers(1, 3)))
    )
    return Grid(columns, rows)


@given(grids(), st.integers(40, 120))
def test_any_table_keeps_to_the_width_and_its_words(grid: Grid, width: int) -> None:
    assert not too_wide(drawn(of(grid), width), width)
    words = of(grid)._replace(
        # The heads are said once in a table and once a row in a stack.
        blocks=(grid._replace(columns=tuple(c._replace(name="") for c in grid.columns)),)
    )
    assert not broken(words, drawn(of(grid), width), width)


@pytest.mark.parametrize("columns", [2, 3, 4, 5, 6])
def test_a_ruled_table_leaves_room_for_its_rules(columns: int) -> None:
    """However many columns share the width, the word that just fits stays whole."""
    for width in range(60 + columns, 111, 3):
        for size in (20, 28):
            word = "m" * size
            heads = (Column(""), *(Column("head", wide=True) for _ in range(columns - 1)))
            row = Row(("name", *(f"{word} and some more words" for _ in range(columns - 1))))
            document = of(Grid(heads, (row,)))
            text = drawn(document, width)
            assert not too_wide(text, width)
            assert text.count(word) == columns - 1, (width, size)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_pointer_that_needs_a_line_of_its_own_keeps_its_words(width: int) -> None:
    pointer = "only where the order exceeds what the sales manager may sign alone: Director"
    document = of(Prose("Who signs?", pointer=pointer))
    text = drawn(document, width)
    assert not too_wide(text, width)
    assert not broken(document, text, width)
    assert not bare_edges(text)


def test_an_arrow_stays_with_what_it_points_to() -> None:
    document = of(Prose("Whose name stands beside the number there?", pointer="yes: Director"))
    for width in range(20, 111):
        assert f"→{HARD_SPACE}yes:" in drawn(document, width)


@pytest.mark.parametrize("width", WIDTHS)
def test_lines_that_begin_with_spaces_keep_to_the_width(width: int) -> None:
    """As the lines of a file do, which `check` shows."""
    found = ("file.yaml:1:2: found", "    " + "ab " * 60, "      cd " + "ef " * 60)
    document = of(Lines(found))
    assert not too_wide(drawn(document, width), width)
    assert not broken(document, drawn(document, width), width)


def test_lines_stay_lines_with_their_margin() -> None:
    assert lines(of(Lines(("a", "  b", "    c")))) == ["a", "  b", "    c"]


@pytest.mark.parametrize("width", WIDTHS)
def test_tabs_are_spaces(width: int) -> None:
    text = drawn(of(Prose("a\tb\tc " * 20), Fields((("a\tb", "c\td " * 20),))), width)
    assert "\t" not in text
    assert not too_wide(text, width)


def test_columns_are_measured_by_what_is_shown() -> None:
    """A character that is replaced by a visible one takes a column then."""
    unseen = "a\u202eb\u202ec\u202ed"
    document = of(
        Entries((Entry("name", (Item("text", unseen),)),)),
        Grid((Column(""), Column(unseen)), (Row((unseen, unseen)),)),
        Fields(((unseen, "value"),)),
    )
    assert drawn(document, 80).count("a\ufffdb\ufffdc\ufffdd") == 5


# Hard spaces --------------------------------------------------------------------------------


@pytest.mark.parametrize("language", [ENGLISH, FRENCH], ids=repr)
def test_no_hard_space_is_lost_and_no_line_ends_at_one(language: object) -> None:
    chosen = FRENCH if language == FRENCH else ENGLISH
    document = everything(FRENCH_TEXT, chosen, pointer=f"oui{HARD_SPACE}: Gauche")
    for width in range(40, 111, 10):
        text = drawn(document, width)
        assert not bare_edges(text)
        for joined in (f"10{NARROW_SPACE}000{HARD_SPACE}€", f"M.{HARD_SPACE}Durand"):
            assert not broken(document, text, width)
            assert joined in text


@given(
    st.lists(
        st.lists(WORDS.map(lambda word: word[:8]), min_size=1, max_size=3).map(HARD_SPACE.join),
        min_size=1,
        max_size=30,
    ),
    st.integers(40, 100),
)
def test_what_hard_spaces_join_is_never_parted(joined: list[str], width: int) -> None:
    said = " ".join(joined)
    document = of(Prose(said), Bullets((Item(said),)), Panels((Item(said), Item(said))))
    assert not faults(document, [width])


def test_both_hard_spaces_come_out_as_they_went_in() -> None:
    text = drawn(of(Prose(FRENCH_TEXT)), 100)
    for space in HARD:
        assert text.count(space) == FRENCH_TEXT.count(space)


# Alignment ----------------------------------------------------------------------------------

NAMES = (
    "plain",
    "日本語の役職",
    "cafe\u0301 re\u0301sume\u0301",
    "👩\u200d👩\u200d👧\u200d👧 équipe",
    "한국어",
    "🇫🇷 🇨🇦",
)


def columns_of(text: str, markers: str) -> list[int]:
    """The screen column at which each line has its marker."""
    return [
        cell_len(line[: line.index(marker)])
        for line in text.split("\n")
        for marker in markers
        if marker in line
    ]


@pytest.mark.parametrize("wide", [False, True])
def test_table_columns_line_up_in_any_script(wide: bool) -> None:  # noqa: FBT001
    heads = (Column(""), Column("one", wide=wide), Column("two", wide=wide))
    rows = tuple(Row((name, f"① {name}", f"② {name}"), "changed") for name in NAMES)
    text = drawn(of(Grid(heads, rows)), 100)
    assert not too_wide(text, 100)
    for marker in "①②":
        assert len(columns_of(text, marker)) == len(NAMES)
        assert len(set(columns_of(text, marker))) == 1


def test_fields_entries_and_panels_line_up_in_any_script() -> None:
    document = of(
        Fields(tuple((name, "① value") for name in NAMES)),
        Entries(tuple(Entry("name", (Item("② text", name),)) for name in NAMES)),
        *(Panels((Item(name, name, "left"), Item("③ x", "③ x", "right"))) for name in NAMES),
    )
    text = drawn(document, 100)
    for marker in "①②③":
        assert len(set(columns_of(text, marker))) == 1


@pytest.mark.parametrize(("name", "width"), [*zip(NAMES, cycle([40, 80]), strict=False)])
def test_any_script_keeps_to_the_width(name: str, width: int) -> None:
    assert not too_wide(drawn(everything(f"{name} " * 12), width), width)
    unspaced = everything(name.replace(" ", "") * 30)
    assert not too_wide(drawn(unspaced, width), width)


@pytest.mark.parametrize("width", [40, 80])
def test_no_letter_is_parted_from_its_accent(width: int) -> None:
    text = drawn(everything("e\u0301" * 200), width)
    starts = [line.lstrip(" −+~=•")[:1] for line in text.split("\n")]
    assert not any(start and unicodedata.combining(start) for start in starts)


# Layout -------------------------------------------------------------------------------------

PAIR = Panels((Item("left text", "Left", "left"), Item("right text", "Right", "right")))


def test_two_sides_stand_beside_each_other_where_there_is_room() -> None:
    beside, below = lines(of(PAIR), STACKED), lines(of(PAIR), STACKED - 1)
    assert beside[0].startswith("− Left ")
    assert beside[0].endswith("+ Right")
    assert beside[1].split() == ["left", "text", "right", "text"]
    assert below == ["− Left", "  left text", "+ Right", "  right text"]


@pytest.mark.parametrize("width", [40, 60, 71])
def test_below_72_columns_the_sides_of_a_comparison_stack(width: int) -> None:
    heads = (Column(""), Column("Left", "left", wide=True), Column("Right", "right", wide=True))
    grid = Grid(heads, (Row(("Stage", LOREM, LOREM), "changed"),))
    entries = Entries((Entry("Plan", (Item(LOREM, "does it", "left"),), "changed"),))
    text = lines(of(grid, entries), width)
    assert "~ Stage" in text
    assert any(line.startswith("    − Left: Twelve") for line in text)
    assert any(line.startswith("    + Right: Twelve") for line in text)
    at = text.index("    − does it")
    assert text[at + 1].startswith("      Twelve")
    beside = lines(of(grid, entries), 72)
    assert not any(line.startswith("    − Left:") for line in beside)
    assert any(re.match("    − does it +Twelve", line) for line in beside)


def test_a_side_without_anything_to_say_is_left_out_of_a_stack() -> None:
    long = "The name of the left, much too long for a column"
    heads = (Column(""), Column(long, "left"), Column("Δ", figures=True))
    rows = (Row(("Leading people", Meter(3), ""), "left"),)
    assert lines(of(Grid(heads, rows)), 40) == [
        "− Leading people",
        "    − The name of the left, much too",
        "      long for a column: ■■■□□",
    ]


def test_a_long_head_takes_two_lines_where_the_table_fits_then() -> None:
    heads = (Column(""), Column("A long name of the left", "left"), Column("Δ", figures=True))
    rows = (Row(("Leading people", Meter(3), ""), "left"),)
    assert lines(of(Grid(heads, rows)), 40) == [
        "                   A long name",
        "                   of the left  Δ",
        "−  Leading people  ■■■□□",
    ]


def test_a_table_has_marks_heads_meters_and_figures() -> None:
    heads = (Column(""), Column("L", "left"), Column("R", "right"), Column("Δ", figures=True))
    rows: tuple[tuple[tuple[Cell, ...], Change], ...] = (
        (("Leading", Meter(2), Meter(5), "+3"), "changed"),
        (("Counting", Meter(4), Meter(4), "0"), "same"),
        (("Singing", Meter(1), Meter(0), ""), "left"),
    )
    grid = Grid(heads, tuple(Row(cells, mark) for cells, mark in rows))
    assert lines(of(grid)) == [
        "             L      R       Δ",
        "~  Leading   ■■□□□  ■■■■■  +3",
        "=  Counting  ■■■■□  ■■■■□   0",
        "−  Singing   ■□□□□  –",
    ]


def test_every_mark_has_its_glyph() -> None:
    assert MARKS == {"left": "−", "right": "+", "changed": "~", "same": "=", None: " "}
    for mark in ALL_MARKS:
        glyph = MARKS[mark] if mark else "•"
        assert lines(of(Bullets((Item("text", "label", mark),)))) == [f"{glyph} label: text"]
        head = f"{MARKS[mark]} name" if mark else "name"
        assert lines(of(Entries((Entry("name", (), mark),)))) == [head]


def test_further_lines_keep_the_margin_of_their_mark() -> None:
    item, entry, panel = (
        lines(of(block), 40)
        for block in (
            Bullets((Item(LOREM, mark="left"),)),
            Entries((Entry("Plan", (Item(LOREM, "", "right"),), "changed"),)),
            Panels((Item(LOREM, "Left", "left"),)),
        )
    )
    assert [line[:2] for line in item] == ["− ", *["  "] * (len(item) - 1)]
    assert [line[:6] for line in entry[1:]] == ["    + ", *["      "] * (len(entry) - 2)]
    assert [line[:2] for line in panel] == ["− ", *["  "] * (len(panel) - 1)]


def test_the_note_of_a_heading_stands_beside_it_or_below() -> None:
    assert lines(of(Heading("Skills", "level 1 to 5"))) == ["Skills   level 1 to 5"]
    assert lines(of(Heading("Skills", "level one to level five")), 20) == [
        "Skills",
        "  level one to level",
        "  five",
    ]


def test_blocks_stand_apart_but_not_from_their_heading() -> None:
    text = lines(
        of(
            Heading("Title", level=1),
            Prose("lead", tone="lead"),
            Prose("lead too", tone="lead"),
            Prose("body"),
            Heading("Section"),
            Prose("text"),
            Heading("Section"),
            Bullets((Item("one"), Item("two"))),
        )
    )
    assert text == [
        "Title",
        "",
        "  lead",
        "  lead too",
        "",
        "  body",
        "",
        "Section",
        "  text",
        "",
        "Section",
        "• one",
        "• two",
    ]


def test_french_colons_have_their_space() -> None:
    text = drawn(of(Bullets((Item("texte", "Nom"),)), language=FRENCH), 80)
    assert text == f"• Nom{HARD_SPACE}: texte\n"


# Colour -------------------------------------------------------------------------------------


def styles(text: str) -> dict[str, set[str]]:
    """The codes with which each word is shown."""
    found: dict[str, set[str]] = {}
    codes: set[str] = set()
    for part in re.split(r"(\x1b\[[0-9;]*m)", text):
        if change := SGR.fullmatch(part):
            codes = set() if change[1] in ("", "0") else {*codes, change[1]}
        else:
            for word in part.split():
                found.setdefault(word, set()).update(codes)
    return found


def test_without_colour_not_one_sequence_is_sent() -> None:
    assert "\x1b" not in drawn(everything(LOREM), 80, color=False)


def test_with_colour_the_words_are_the_same() -> None:
    for width in WIDTHS:
        plain = drawn(everything(LOREM), width)
        colored = drawn(everything(LOREM), width, color=True)
        bare = "\n".join(line.rstrip() for line in SGR.sub("", colored).split("\n"))
        assert bare == plain


def test_left_is_warm_and_right_is_cool_everywhere() -> None:
    heads = (Column(""), Column("leftcolumn", "left"), Column("rightcolumn", "right"))
    document = of(
        Prose("leftprose", side="left"),
        Prose("rightprose", side="right"),
        PAIR,
        Grid(heads, (Row(("row", Meter(1), Meter(5)), "changed"),)),
        Entries(
            (
                Entry(
                    "e", (Item("t", "leftdoes", "left"), Item("t", "rightdoes", "right")), "changed"
                ),
            )
        ),
    )
    found = styles(drawn(document, 100, color=True))
    warm = found["leftprose"]
    cool = found["rightprose"]
    assert warm
    assert cool
    assert warm.isdisjoint(cool)
    for color, words in (
        (warm, ("−", "leftcolumn", "Left", "leftdoes", "■")),
        (cool, ("+", "rightcolumn", "Right", "rightdoes", "■■■■■")),
    ):
        assert any(code.startswith("38;5;") for code in color)
        for word in words:
            assert any(code in " ".join(found[word]) for code in color), word


def test_what_is_alike_recedes() -> None:
    grid = Grid((Column(""), Column("v")), (Row(("name", "samevalue"), "same"),))
    found = styles(drawn(of(grid, Prose("quietprose", tone="quiet")), 80, color=True))
    assert "2" in found["samevalue"]
    assert "2" in found["="]
    assert "2" in found["quietprose"]


def test_the_machine_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither its width nor its colours: both are in the page."""
    before = [drawn(everything("so"), 80, color=color) for color in (False, True)]
    for name, value in (
        ("COLUMNS", "40"),
        ("LINES", "5"),
        ("NO_COLOR", "1"),
        ("FORCE_COLOR", "1"),
        ("TERM", "dumb"),
        ("COLORTERM", "truecolor"),
        ("TTY_COMPATIBLE", "1"),
        ("JUPYTER_COLUMNS", "30"),
    ):
        monkeypatch.setenv(name, value)
        assert [drawn(everything("so"), 80, color=color) for color in (False, True)] == before


def test_an_empty_document_is_an_empty_line() -> None:
    for form in ("terminal", "pipe", "plain"):
        assert render(form, of(), Page()).strip() == ""


# Lists ----------------------------------------------------------------------------------------


def listed(width: int) -> list[str]:
    """A list of two parts, as wide as lists of roles are."""
    columns = (Column(""), Column("", wide=True), Column("", wide=True, spare=True))
    ids = ("business-development-manager", "sdr")
    rows = [Row((i, "Business Development Representative", "entry to senior")) for i in ids]
    parts = [block for row in rows for block in (Heading("Part"), Grid(columns, (row,)))]
    text = drawn(Document("Roles", ENGLISH, tuple(parts)), width)
    return [line for line in text.split("\n") if line and line != "Part"]


@pytest.mark.parametrize("width", [60, 66, 80, 100])
def test_a_list_is_one_table_and_its_last_column_gives_way(width: int) -> None:
    lines = listed(width)
    assert len({line.index("Business") for line in lines if "Business" in line}) == 1
    assert ("entry" in lines[0]) == (width > 72)
    assert max(map(len, lines)) <= width


def test_a_list_too_narrow_for_its_words_stands_a_cell_a_line() -> None:
    assert [line.strip() for line in listed(40)[:3]] == [
        "business-development-manager",
        "Business Development Representative",
        "entry to senior",
    ]


def test_heads_take_two_lines_where_names_would_take_more() -> None:
    columns = (Column(""), Column("a head of several words"), Column("other"))
    rows = tuple(Row((f"a name of some words {n}", "yes", "no")) for n in range(3))
    names = [f"a name of some words {n}" for n in range(3)]
    *heads, first, second, third = drawn(of(Grid(columns, rows)), 56).splitlines()
    assert len(heads) == 2
    assert all(name in line for name, line in zip(names, (first, second, third), strict=True))
    (head, *_) = drawn(of(Grid(columns, rows)), 80).splitlines()
    assert "a head of several words" in head


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Vente Commercial / Commerciale", 16, ["Vente", "Commercial /", "Commerciale"]),
        ("Data analysis 4 | 3, Coaching 2", 19, ["Data", "analysis 4 | 3,", "Coaching 2"]),
        ("the rest of it: --full", 18, ["the rest of", "it: --full"]),
        ("Ingénieurs / Ingénieures", 11, ["Ingénieurs", "/", "Ingénieures"]),
    ],
)
def test_a_stroke_a_level_and_an_option_begin_no_line(
    text: str, width: int, lines: list[str]
) -> None:
    drawn_lines = drawn(of(Prose(text)), width + 2).splitlines()
    assert [line.strip() for line in drawn_lines if line.strip()] == lines
