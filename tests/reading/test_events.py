from __future__ import annotations

import inspect
import json
import sys
from typing import Any

import pytest
import yaml

from reading.writing import EN, node, said, say, seen
from roleguide.language import UNSEEN
from roleguide.reading import events
from roleguide.reading.events import (
    DEEPEST,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    key_of,
    parse,
)
from roleguide.reading.places import FileText


@pytest.fixture(params=["libyaml", "python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers that PyYAML may have; the one in Python stands in where libyaml is missing."""
    if request.param == "python":
        monkeypatch.setattr(events, "_Loader", yaml.SafeLoader)


either_loader = pytest.mark.usefixtures("loader")


def faults(text: str) -> list[str]:
    """What is wrong with a YAML text, and where; it has no root then."""
    root, found = parse(FileText("acme.yaml", text))
    assert root is None
    return seen(found)


def hint(text: str) -> str:
    """The hint of a text's only fault."""
    _, (fault,) = parse(FileText("acme.yaml", text))
    return str(fault.hint)


def plain(root: Node | None) -> Any:
    """Nodes as Python's own values, scalars as their text."""
    if isinstance(root, MappingNode):
        return {key: plain(child) for key, (_, child) in root.entries.items()}
    if isinstance(root, SequenceNode):
        return [plain(child) for child in root.items]
    return root.text if root else None


def entry(text: str, key: str) -> Node:
    """One value of a mapping."""
    root = node(text)
    assert isinstance(root, MappingNode)
    return root.entries[key][1]


@either_loader
class TestKinds:
    """The core schema of YAML 1.2."""

    @staticmethod
    def kind(text: str) -> str:
        found = entry(f"key: {text}", "key")
        assert isinstance(found, ScalarNode)
        return found.kind

    @pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
    def test_nothing(self, text: str) -> None:
        assert self.kind(text) == "nothing"

    @pytest.mark.parametrize("text", ["true", "True", "TRUE", "false", "False", "FALSE"])
    def test_truth(self, text: str) -> None:
        assert self.kind(text) == "truth"

    def test_number(self) -> None:
        texts = [
            *("0", "1", "-1", "+12", "007", "1.5", "-.5", "1.", "1e3", "-1.5E-3", "0x1F", "0o17"),
            *(".inf", "-.inf", "+.INF", ".Inf", ".nan", ".NaN", ".NAN"),
        ]
        assert not [text for text in texts if self.kind(text) != "number"]

    def test_word(self) -> None:
        texts = [
            *("no", "No", "NO", "n", "yes", "YES", "y", "on", "off", "OFF"),
            *("1_000", "2024-01-15", "2024-01-15 10:00:00", "12:30", "1:30:00", "0b11", "190:20"),
            *("1,5", "1.2.3", "+", ".", "-0x1F", "0xG", "0o8", "1e", "1e+", "e3", "--1"),
            *("nULL", "tRue", "nan", "inf", "=", "<<", "none", "~~", "10 %", "€5"),
        ]
        assert not [text for text in texts if self.kind(text) != "text"]

    @pytest.mark.parametrize("text", ["٣", "３", "१२", "1٣"])
    def test_digits_of_other_scripts_are_words(self, text: str) -> None:
        assert self.kind(text) == "text"

    @pytest.mark.parametrize("quotes", ["'{}'", '"{}"', "|-\n  {}", ">-\n  {}"])
    def test_what_is_quoted_or_a_block_is_a_text(self, quotes: str) -> None:
        for text in ("null", "~", "true", "12", "0x1F", ""):
            assert self.kind(quotes.format(text)) == "text", text

    def test_a_number_of_a_hundred_thousand_digits(self) -> None:
        assert self.kind("9" * 100_000) == "number"

    def test_almost_a_number_of_a_hundred_thousand_digits(self) -> None:
        assert self.kind("9" * 100_000 + "!") == "text"


@either_loader
class TestValues:
    def test_mappings_and_lists_in_both_styles(self) -> None:
        text = "a:\n  b: [1, {c: d}]\n  e:\n    - f\n    - g: h\n      i: ''\n"
        expected = {"a": {"b": ["1", {"c": "d"}], "e": ["f", {"g": "h", "i": ""}]}}
        assert plain(node(text)) == expected

    def test_keys_keep_their_order(self) -> None:
        assert list(plain(node("z: 1\na: 2\nm: 3"))) == ["z", "a", "m"]

    def test_keys_are_words_too(self) -> None:
        assert plain(node("no: 1\n1: 2\nnull: 3\ntrue: 4\n? 2024-01-01\n: 5")) == {
            "no": "1",
            "1": "2",
            "null": "3",
            "true": "4",
            "2024-01-01": "5",
        }

    def test_folded_and_literal_blocks(self) -> None:
        text = "a: >-\n  one\n  two\n\n  three\nb: |\n  one\n  two\n"
        assert plain(node(text)) == {"a": "one two\nthree", "b": "one\ntwo\n"}

    def test_escapes(self) -> None:
        text = r'a: "caf\u00e9 \"x\" \\ \t 👩‍💼 \U0001F600"'
        assert plain(node(text)) == {"a": 'café "x" \\ \t 👩\u200d💼 😀'}

    def test_colons_hashes_and_hyphens_inside_words(self) -> None:
        assert plain(node("a: 12:30\nb: c#d\ne: x-y - z\nf: http://x.y/z")) == {
            "a": "12:30",
            "b": "c#d",
            "e": "x-y - z",
            "f": "http://x.y/z",
        }

    @pytest.mark.parametrize("text", ["", " ", "\n\n", "# a comment", "# one\n\n# two\n"])
    def test_no_document_is_no_fault(self, text: str) -> None:
        assert parse(FileText("acme.yaml", text)) == (None, [])

    def test_marks_of_one_document(self) -> None:
        assert plain(node("%YAML 1.2\n---\na: 1\n...\n")) == {"a": "1"}

    def test_json_is_yaml(self) -> None:
        data = {"a": ["1", {"b": "c: d"}], "é": "😀 # no comment", "": "/"}
        assert plain(node(json.dumps(data, ensure_ascii=False, indent=1))) == data


class TestPlaces:
    TEXT = "a: 1\né😀: {b: [2, '3']}\n\n# comment\nc:\n  - >-\n    four\n  - d: e\n"

    @either_loader
    def test_every_value_knows_its_line_and_column(self) -> None:
        def places(root: Node) -> list[tuple[str, int, int]]:
            kind = root.text if isinstance(root, ScalarNode) else type(root).__name__
            found = [(kind, root.place.line, root.place.column)]
            if isinstance(root, MappingNode):
                for _, child in root.entries.values():
                    found += places(child)
            if isinstance(root, SequenceNode):
                for child in root.items:
                    found += places(child)
            return found

        assert places(node(self.TEXT)) == [
            ("MappingNode", 1, 1),
            ("1", 1, 4),
            ("MappingNode", 2, 5),
            ("SequenceNode", 2, 9),
            ("2", 2, 10),
            ("3", 2, 13),
            ("SequenceNode", 6, 3),
            ("four", 6, 5),
            ("MappingNode", 8, 5),
            ("e", 8, 8),
        ]

    @either_loader
    def test_every_key_knows_its_line_and_column(self) -> None:
        root = node(self.TEXT)
        assert isinstance(root, MappingNode)
        keys = [key_of(name, entry) for name, entry in root.entries.items()]
        places = [(key.text, key.place.line, key.place.column) for key in keys]
        assert places == [("a", 1, 1), ("é😀", 2, 1), ("c", 5, 1)]

    def test_a_place_shows_its_line(self) -> None:
        _, (fault,) = parse(FileText("acme.yaml", "a: 1\n  # b\nc: [*d]"))
        assert fault.lines(EN) == [
            "acme.yaml:3:5: an alias (*d)",
            "    c: [*d]",
            "    → guides have no anchors and aliases: write the value out",
        ]


@either_loader
class TestDuplicates:
    @pytest.mark.parametrize(
        ("text", "place"),
        [
            pytest.param("a: 1\nb: 2\na: 3", "3:1", id="block"),
            pytest.param("{a: 1, b: 2, a: 3}", "1:14", id="flow"),
            pytest.param("a: x\n'a': y", "2:1", id="quoted"),
            pytest.param('"\\x61": x\n? a\n: y', "2:3", id="escaped"),
        ],
    )
    def test_a_key_for_the_second_time(self, text: str, place: str) -> None:
        assert faults(text) == [f"{place} the key “a” for the second time (first in line 1)"]
        assert hint(text) == "remove one of the two"

    def test_a_key_for_the_third_time(self) -> None:
        assert faults("a: 1\na: 2\na: 3") == [
            "2:1 the key “a” for the second time (first in line 1)",
            "3:1 the key “a” for the second time (first in line 1)",
        ]

    def test_all_are_found_at_any_depth(self) -> None:
        text = "a:\n  - b: {c: 1, c: 2}\n    b: 3\nd: 4\na: 5"
        assert faults(text) == [
            "2:15 the key “c” for the second time (first in line 2)",
            "3:5 the key “b” for the second time (first in line 2)",
            "5:1 the key “a” for the second time (first in line 1)",
        ]

    def test_the_same_key_in_two_mappings(self) -> None:
        assert plain(node("a: {x: 1}\nb: {x: 2, a: {b: 3}}")) == {
            "a": {"x": "1"},
            "b": {"x": "2", "a": {"b": "3"}},
        }

    def test_keys_are_compared_as_written(self) -> None:
        assert plain(node("1: a\n01: b\n1.0: c\nA: d\na: e")) == {
            "1": "a",
            "01": "b",
            "1.0": "c",
            "A": "d",
            "a": "e",
        }


@either_loader
class TestRefused:
    @pytest.mark.parametrize(
        ("text", "place"),
        [
            pytest.param("a: &b c", "1:4", id="scalar"),
            pytest.param("a: &b [c]", "1:4", id="list"),
            pytest.param("a: &b\n  c: d", "1:4", id="mapping"),
            pytest.param("&b a: c", "1:1", id="key"),
        ],
    )
    def test_anchor(self, text: str, place: str) -> None:
        assert faults(text) == [f"{place} an anchor (&b)"]
        assert hint(text) == "guides have no anchors and aliases: write the value out"

    @pytest.mark.parametrize(
        ("text", "place"),
        [
            pytest.param("a: *b", "1:4", id="value"),
            pytest.param("- *b", "1:3", id="item"),
            pytest.param("*b : a", "1:1", id="key"),
            pytest.param("*b", "1:1", id="root"),
            pytest.param("<<: *b", "1:5", id="merge"),
        ],
    )
    def test_alias_even_without_its_anchor(self, text: str, place: str) -> None:
        assert faults(text) == [f"{place} an alias (*b)"]
        assert hint(text) == "guides have no anchors and aliases: write the value out"

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            pytest.param("a: !b c", "1:4 a tag (!b)", id="own"),
            pytest.param("a: !!str 12", "1:4 a tag (tag:yaml.org,2002:str)", id="standard"),
            pytest.param("a: !!python/object/apply:os.system [ls]", None, id="python"),
            pytest.param("!<x:y> {a: b}", "1:1 a tag (x:y)", id="root"),
            pytest.param("%TAG !e! x:\n---\na: !e!b c", "3:4 a tag (x:b)", id="directive"),
            pytest.param("a: ! b", "1:4 a tag (!)", id="bare"),
        ],
    )
    def test_tag(self, text: str, expected: str | None) -> None:
        name = "tag:yaml.org,2002:python/object/apply:os.system"
        assert faults(text) == [expected or f"1:4 a tag ({name})"]
        assert hint(text) == "guides have no tags: remove it"

    @pytest.mark.parametrize("text", ["a: !%1B%5B2J b", "a: !%C2%9B2J b", "a: !%E2%80%AE b"])
    def test_a_tag_smuggles_no_control_character(self, text: str) -> None:
        _, found = parse(FileText("acme.yaml", text))
        assert found
        assert "".join(line for fault in found for line in fault.lines(EN)).isprintable()

    @pytest.mark.parametrize(
        "text",
        ["a: !%ED%A0%80 b", "a: !<%ED%A0%80> b", "%TAG !e! %ED%A0%80\n---\na: !e!x b", "a: !%ff b"],
    )
    def test_a_tag_that_is_no_text(self, text: str) -> None:
        (found,) = faults(text)
        assert found.endswith("this is not YAML")

    @pytest.mark.parametrize("text", ["? [a]\n: b", "? {a: 1}\n: b", "{[a]: b}", "[a]: b"])
    def test_a_list_or_mapping_as_a_key(self, text: str) -> None:
        (found,) = faults(text)
        assert found.endswith("a list or mapping as a key")

    @pytest.mark.parametrize(
        ("text", "line"),
        [
            pytest.param("a: 1\n---\nb: 2", 2, id="with content"),
            pytest.param("a: 1\n--- # nothing\n", 2, id="empty"),
            pytest.param("---\na: 1\n...\n---\nb: 2", 4, id="after an end mark"),
            pytest.param("a: 1\n---\nb: 2\n---\nc: 3", 2, id="one fault for many"),
            pytest.param("a: 1\n---\n[[[", 2, id="broken itself"),
        ],
    )
    def test_a_second_document(self, text: str, line: int) -> None:
        assert faults(text) == [f"{line}:1 a second document (---)"]

    def test_all_of_a_file_at_once(self) -> None:
        text = "a: &x 1\nb: *x\nc: !t 2\na: 3\n? [d]\n: !u &y e"
        assert faults(text) == [
            "1:4 an anchor (&x)",
            "2:4 an alias (*x)",
            "3:4 a tag (!t)",
            "4:1 the key “a” for the second time (first in line 1)",
            "5:3 a list or mapping as a key",
            "6:3 an anchor (&y)",
            "6:3 a tag (!u)",
        ]

    def test_what_stands_before_a_syntax_fault(self) -> None:
        first, second = faults("a: *x\nb: [c")
        assert first == "1:4 an alias (*x)"
        assert second.endswith("this is not YAML")


@either_loader
class TestDepth:
    @staticmethod
    def flow(depth: int) -> str:
        return "[" * depth + "]" * depth

    @staticmethod
    def block(depth: int) -> str:
        return "".join(" " * at + "a:\n" for at in range(depth)) + " " * depth + "b"

    def test_the_deepest_nesting(self) -> None:
        assert parse(FileText("acme.yaml", self.flow(DEEPEST)))[1] == []
        assert parse(FileText("acme.yaml", self.block(DEEPEST)))[1] == []

    def test_one_level_more(self) -> None:
        assert faults(self.flow(DEEPEST + 1)) == [
            f"1:{DEEPEST + 1} nesting deeper than {DEEPEST} levels"
        ]
        assert faults(self.block(DEEPEST + 1)) == [
            f"{DEEPEST + 1}:{DEEPEST + 1} nesting deeper than {DEEPEST} levels"
        ]

    def test_nothing_is_read_after_it(self) -> None:
        assert len(faults("a: " + self.flow(DEEPEST) + "\nb: *c\nd: [")) == 1

    @pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "[{a: [", "- - "])
    def test_twenty_thousand_openings(self, opening: str) -> None:
        (found,) = faults(opening * 20_000)
        assert found.endswith(f"nesting deeper than {DEEPEST} levels")

    @pytest.mark.parametrize("opening", ["{", "? ", "? - ", "? [", "? {"])
    def test_twenty_thousand_openings_of_keys(self, opening: str) -> None:
        assert faults(opening * 20_000)[-1].endswith(f"nesting deeper than {DEEPEST} levels")

    @pytest.mark.parametrize("wrong", ["@", '"abc', "'", "*", "&", "!<", "}", "%", '"\\u12', ": ["])
    def test_it_speaks_before_whatever_is_wrong_further_inside(self, wrong: str) -> None:
        for opening in ("[", "{", "[{"):
            first, *_, last = faults(f"a: *b\nc: {opening * 30}{wrong}")
            assert first == "1:4 an alias (*b)"
            assert last.endswith(f"nesting deeper than {DEEPEST} levels")

    def test_many_siblings_are_not_deep(self) -> None:
        assert len(plain(node("[" + "[[[]]]," * 1_000 + "]"))) == 1_000


class TestUnseen:
    RAW = (
        *("\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\x9b"),
        *("\u200e", "\u2028", "\u2029", "\u202e", "\u2066", "\ufeff", "\uffff"),
    )

    @either_loader
    @pytest.mark.parametrize("character", [pytest.param(c, id=f"U+{ord(c):04X}") for c in RAW])
    def test_raw(self, character: str) -> None:
        for around in ("a: b{}", "a: 'b{}'", "a: 1 # {}", "a{}: 1", "{}", "a: |\n {}"):
            root, found = parse(FileText("acme.yaml", around.format(character)))
            line, column = (2, 2) if "\n" in around else (1, around.index("{}") + 1)
            assert root is None
            assert seen(found) == [
                f"{line}:{column} invisible or control character U+{ord(character):04X}"
            ]

    @either_loader
    @pytest.mark.parametrize(
        ("escape", "code"),
        [
            *(
                (r"\x1b", "001B"),
                (r"\e", "001B"),
                (r"\0", "0000"),
                (r"\a", "0007"),
                (r"\b", "0008"),
            ),
            *((r"\v", "000B"), (r"\f", "000C"), (r"\x7f", "007F"), (r"\x9b", "009B")),
            *((r"\N", "0085"), (r"\L", "2028"), (r"\P", "2029"), (r"\u202e", "202E")),
            *((r"\u2067", "2067"), (r"\ufeff", "FEFF"), (r"\U0000202e", "202E")),
        ],
    )
    def test_escaped(self, escape: str, code: str) -> None:
        for around in ('a: "b{}"', '"b{}": c', '["b{}"]'):
            text = around.format(escape)
            column = text.index('"') + 1
            assert faults(text) == [f"1:{column} invisible or control character U+{code}"]

    @either_loader
    @pytest.mark.parametrize("text", [r'a: "\ud800"', r'a: "\udfff"', r'a: "\ud83d\ude00"'])
    def test_escaped_halves_of_surrogate_pairs(self, text: str) -> None:
        assert len(faults(text)) == 1

    def test_every_escaped_one_is_found(self) -> None:
        assert faults('a: "\\e"\nb: "\\L"') == [
            "1:4 invisible or control character U+001B",
            "2:4 invisible or control character U+2028",
        ]

    @pytest.mark.parametrize("text", ["a: b\rc: d: e\r", "a: 'b\rc", "a: 1 # b\rc: [*d]"])
    def test_a_lone_carriage_return_moves_no_place_and_reaches_no_terminal(self, text: str) -> None:
        _, found = parse(FileText("acme.yaml", text))
        for fault in found:
            assert fault.column <= len(fault.source) + 1
            assert "\r" not in "".join(fault.lines(EN))
        assert found

    @pytest.mark.parametrize("escape", [r"\r", r"\n", r"\t", r"\x1b", r"\u202e", r"\x9b", r"\L"])
    def test_a_key_is_shown_on_one_line_and_harmless(self, escape: str) -> None:
        _, found = parse(FileText("acme.yaml", f'"a{escape}b": 1\n"a{escape}b": 2'))
        assert any("for the second time" in str(fault.found) for fault in found)
        for fault in found:
            for line in fault.lines(EN):
                assert len(line.splitlines()) == 1
                assert not UNSEEN.search(line)


@either_loader
class TestSyntax:
    """What people get wrong, in words of ours whichever parser finds it."""

    BRACE = "the brace { of line 1 is not closed, or a comma is missing"
    BRACKET = "the bracket [ of line 1 is not closed, or a comma is missing"
    COLON = "with a colon in it"
    ESCAPE = "a double quote or a backslash inside a text"
    ENDED = "the text ends with the quote before this"
    QUOTES = "the indentation"
    TAB = "never with tabs"

    @pytest.mark.parametrize(
        ("text", "place", "expected"),
        [
            pytest.param("\ta: b", "1:1", TAB, id="tab"),
            pytest.param("a:\n\tb: c", "2:1", TAB, id="tab below a key"),
            pytest.param("a:\n  b: c\n\td: e", "3:1", TAB, id="tab after spaces"),
            pytest.param("a: b: c", "1:5", COLON, id="colon"),
            pytest.param("choses : le prix : haut", "1:18", COLON, id="French colon"),
            pytest.param("a: [1, 2\nb: 3", "2:2", BRACKET, id="bracket"),
            pytest.param("a: {b: c\nd: e", "2:2", BRACE, id="brace"),
            pytest.param("{a: 1 b: 2}", "1:8", BRACE, id="comma in braces"),
            pytest.param("[a: b: c]", "1:6", BRACKET, id="comma in brackets"),
            pytest.param("a: [b}", "1:6", BRACKET, id="bracket and brace"),
            pytest.param("a: {b]", "1:6", BRACE, id="brace and bracket"),
            pytest.param("a: {b: c", "1:4", BRACE, id="brace at the end"),
            pytest.param("a: {b: [c], d: {", "1:16", BRACE, id="brace right at the end"),
            pytest.param("[\n {a: b},\n", "1:1", BRACKET, id="bracket after a comma"),
            pytest.param("a:\n  [b,\n  c\n", "2:3", "[ of line 2", id="bracket at the end"),
            pytest.param("a: [b]]", "1:7", "this ] closes nothing", id="bracket too many"),
            pytest.param("a: {b: c}\n}", "2:1", "this } closes nothing", id="brace too many"),
            pytest.param("a: [b,,c]", "1:7", "missing before this comma", id="comma too many"),
            pytest.param(r'a: "C:\Users"', "1:9", ESCAPE, id="backslash"),
            pytest.param(r'a: "x\UFFFFFFFF"', "1:8", ESCAPE, id="escape beyond all numbers"),
            pytest.param(r'a: "x\U00110000"', "1:8", ESCAPE, id="escape beyond Unicode"),
            pytest.param('a: "he said "no" to it"', "1:14", ENDED, id="quotes in quotes"),
            pytest.param("a: @b", "1:4", "begins with @", id="at sign"),
            pytest.param("a: `b`", "1:4", "begins with `", id="backtick"),
            pytest.param("a: %b", "1:4", "begins with %", id="per cent"),
            pytest.param("%YAML 3.0\n---\na", "1:1", QUOTES, id="version of YAML"),
            pytest.param("a\n...\nb", "3:1", QUOTES, id="text after the end"),
            pytest.param("a: - b", "1:4", "in brackets: [a, b]", id="item behind a key"),
            pytest.param("a:\n  * b\n  * c", "2:4", "a hyphen and a space", id="bullet"),
            pytest.param("a: b\nc d", "2:1", "a colon and a space", id="colon missing"),
            pytest.param("a: b\nc d\ne: f", "2:1", "a colon and a space", id="colon missing above"),
            pytest.param("a\n  b: c", "1:1", "a colon and a space", id="no colon at all"),
            pytest.param("a: “b: c”", "1:6", "“ only looks like", id="typographic quotes"),
            pytest.param("a：b\nc: d", "1:1", "： only looks like :", id="wide colon"),
            pytest.param('a: "b”', "1:4", "” only looks like", id="typographic quote at the end"),
            pytest.param("a: L’ami\u00a0: b: c", "1:10", COLON, id="signs that are in place"),
            pytest.param("a: b\nc:\u00a0d", "2:1", "special space", id="no-break space"),
            pytest.param("a: b\n\u200bc: d: e", "2:6", "nobody sees", id="no width"),
            pytest.param("<<<<<<< a\nb: c\n=======\n", "1:1", "two versions", id="two versions"),
        ],
    )
    def test_place_and_hint(self, text: str, place: str, expected: str) -> None:
        assert faults(text) == [f"{place} this is not YAML"]
        assert expected in hint(text)

    def test_an_escape_that_yaml_does_not_know(self) -> None:
        text = r'a: "50 \% of it"'
        (found,) = faults(text)
        assert found in ("1:8 this is not YAML", "1:9 this is not YAML")  # before or after the \
        assert self.ESCAPE in hint(text)

    def test_a_quote_that_is_never_closed(self) -> None:
        text = 'a: "b\nc: d\n'
        assert faults(text) == ["1:4 this is not YAML"]
        assert self.ESCAPE in hint(text)

    def test_only_the_first_is_reported(self) -> None:
        assert len(faults("a: b: c\nd: e: f\ng: [")) == 1

    def test_an_error_without_a_place(self, monkeypatch: pytest.MonkeyPatch) -> None:
        class Loader(yaml.SafeLoader):
            def get_event(self) -> None:
                raise yaml.YAMLError("odd")

        monkeypatch.setattr(events, "_Loader", Loader)
        assert faults("a: b") == ["1:1 this is not YAML"]


@either_loader
class TestIndentation:
    """Where a line begins, where it may begin, and by how much it is to be moved."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            pytest.param(
                "a:\n  b: c\n d: e",
                "3:2 this line begins in column 2; allowed: column 1, as line 1 (“a:”), or column "
                "3, as line 2 (“b: c”) → move it to the left by 1, or to the right by 1",
                id="between",
            ),
            pytest.param(
                "a:\n  b: {c: d}\n     e: f",
                "3:6 this line begins in column 6; allowed: column 3, as line 2 (“b: {c: d}”) → "
                "move it to the left by 3; a text that goes on over lines goes in quotes",
                id="behind a value",
            ),
            pytest.param(
                "a:\n  b: c\n   d: e",
                "3:4 this line begins in column 4; allowed: column 3, as line 2 (“b: c”) → "
                "move it to the left by 1; a text that goes on over lines goes in quotes",
                id="behind a text",
            ),
            pytest.param(
                "  a: b\n# c\n\nd: e",
                "4:1 this line begins in column 1; allowed: column 3, as line 1 (“a: b”) → "
                "move it to the right by 2",
                id="left of all",
            ),
            pytest.param(
                "a:\n  - b: c\n     d: e",
                "3:6 this line begins in column 6; allowed: column 5, as line 2 (“b: c”) → "
                "move it to the left by 1; a text that goes on over lines goes in quotes",
                id="in an item",
            ),
            pytest.param(
                "a:\n  - b\n - c",
                "3:2 this line begins in column 2; allowed: column 1, as line 1 (“a:”), or column "
                "3, as line 2 (“- b”) → move it to the left by 1, or to the right by 1",
                id="items",
            ),
            pytest.param(
                "- a\nb: c",
                "2:1 a key beside the items of a list; allowed: column 1, as line 1 (“- a”) → "
                "move it below the key that it belongs to, or write it as the others are written",
                id="a key beside items",
            ),
            pytest.param(
                "a: b\n- c: d",
                "2:1 an item beside a key; allowed: column 1, as line 1 (“a: b”) → "
                "move it below the key that it belongs to, or write it as the others are written",
                id="an item beside keys",
            ),
            pytest.param(
                "a:\n\tb: c",
                "2:1 this is not YAML → indent with spaces, never with tabs: with 2, below line 1 "
                "(“a:”)",
                id="a tab below a key",
            ),
            pytest.param(
                "a:\n  b: c\n\td: e",
                "3:1 this is not YAML → indent with spaces, never with tabs: with 2, as line 2 "
                "(“b: c”)",
                id="a tab beside a key",
            ),
        ],
    )
    def test_a_line_that_begins_where_none_may(self, text: str, expected: str) -> None:
        _, (fault,) = parse(FileText("acme.yaml", text))
        assert f"{fault.line}:{fault.column} {say(fault)}" == expected

    @pytest.mark.parametrize("text", ["a: [\n b: c: d", "a: 'b\n c: d' e", "a:\n  b: c: d"])
    def test_other_tasks_the_indentation_is_not_to_blame(self, text: str) -> None:
        _, (fault,) = parse(FileText("acme.yaml", text))
        assert str(fault.found) == "this is not YAML"


def test_a_tab_after_a_colon_and_before_a_comment() -> None:
    assert plain(node("a:\tb\nc: d\t# e")) == {"a": "b", "c": "d"}


class TestSize:
    def test_a_flat_file_of_twenty_thousand_keys(self) -> None:
        root = node("".join(f"key{n}: value\n" for n in range(20_000)))
        assert isinstance(root, MappingNode)
        entry = root.entries["key19999"]
        key, value = key_of("key19999", entry), entry[1]
        assert (key.place.line, key.place.column) == (20_000, 1)
        assert (value.place.line, value.place.column) == (20_000, 11)

    def test_a_text_of_a_million_characters(self) -> None:
        assert plain(node('a: "' + "é" * 1_000_000 + '"'))["a"] == "é" * 1_000_000

    def test_a_list_on_one_line(self) -> None:
        root = entry("a: [" + "b, " * 20_000 + "c]", "a")
        assert isinstance(root, SequenceNode)
        assert root.items[-1].place.column == 60_005

    def test_twenty_thousand_levels_need_few_calls(self) -> None:
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(len(inspect.stack(0)) + 100)
        try:
            _, found = parse(FileText("acme.yaml", "- " * 20_000 + "a"))
        finally:
            sys.setrecursionlimit(limit)
        assert len(found) == 1


@either_loader
class TestTooMuch:
    def test_values_are_counted_over_the_files_of_a_guide(self) -> None:
        budget = iter(range(22))
        for text in ("a: [b, c]", "d: [e]"):  # with the marks of a beginning and an end
            assert parse(FileText("acme.yaml", text), budget)[1] == []
        _, found = parse(FileText("acme.yaml", "f: [g, h, i]"), budget)
        assert seen(found) == ["1:1 a guide of more than 1000000 values"]

    def test_a_guide_as_large_as_may_be(self) -> None:
        text = "[" + "a, " * 10 + "]"
        values = 2 * 3 + 10  # the list and the document each have a beginning and an end
        assert parse(FileText("acme.yaml", text), iter(range(values)))[1] == []
        _, found = parse(FileText("acme.yaml", text), iter(range(values - 6)))
        assert seen(found) == ["1:23 a guide of more than 1000000 values"]

    @pytest.mark.parametrize("text", ["*a, ", "&a b, ", "!a b, ", "{c: 1, c: 2}, ", r'"\e", '])
    def test_nobody_reads_so_many_faults(self, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(events, "MOST_FAULTS", 20)
        root, found = parse(FileText("acme.yaml", f"[{text * 30}]"))
        assert (root, len(found)) == (None, 20)


def test_a_fault_says_what_is_wrong_once() -> None:
    _, found = parse(FileText("acme.yaml", "a: &b c"))
    assert said(found) == [
        "an anchor (&b) → guides have no anchors and aliases: write the value out"
    ]
