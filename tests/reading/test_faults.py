"""How faults and errors are worded."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import Mock

import pytest

from reading.writing import EN, read, read_text, role, roles, write
from roleguide.errors import (
    AmbiguousName,
    Fault,
    FaultyGuide,
    NotWritten,
    RoleguideError,
    UnclearTitle,
    UnknownName,
    UnreadableFile,
)
from roleguide.language import Language, Message

FR = Language("fr")
FOUND = Message("a list")
TEXT = Message("a text")


class TestFault:
    def test_where_what_is_allowed_the_line_and_the_hint(self) -> None:
        fault = Fault(
            *("roles.yaml", 7, 12, "roles.ops.stage", Message("“{value}”", {"value": "back"})),
            *(Message("one of {names}", {"names": "backstage, mixed"}), None, "  stage: back  "),
        )._replace(hint=Message("did you mean “{name}”?", {"name": "backstage"}))
        assert fault.lines(EN) == [
            "roles.yaml:7:12: roles.ops.stage: “back”; allowed: one of backstage, mixed",
            "    stage: back",
            "    → did you mean “backstage”?",
        ]

    @pytest.mark.parametrize(
        ("fault", "lines"),
        [
            pytest.param(
                Fault("a.yaml", 1, 2, "", FOUND), ["a.yaml:1:2: a list"], id="without a path"
            ),
            pytest.param(Fault("a.yaml", 0, 0, "", FOUND), ["a.yaml: a list"], id="without a line"),
            pytest.param(
                Fault("a.yaml", 0, 0, "roles", FOUND),
                ["a.yaml: roles: a list"],
                id="without a line, with a path",
            ),
            pytest.param(
                Fault("a.yaml", 1, 2, "x", FOUND, TEXT),
                ["a.yaml:1:2: x: a list; allowed: a text"],
                id="with what is allowed",
            ),
            pytest.param(
                Fault("a.yaml", 1, 2, "x", FOUND, source=" \t "),
                ["a.yaml:1:2: x: a list"],
                id="a blank line is not shown",
            ),
            pytest.param(
                Fault("a.yaml", 1, 2, "x", FOUND, source="a: b"),
                ["a.yaml:1:2: x: a list", "    a: b"],
                id="with its line",
            ),
            pytest.param(
                Fault("a.yaml", 1, 2, "x", FOUND, hint=TEXT),
                ["a.yaml:1:2: x: a list", "    → a text"],
                id="with a hint",
            ),
        ],
    )
    def test_what_is_not_there_is_left_out(self, fault: Fault, lines: list[str]) -> None:
        assert fault.lines(EN) == lines

    def test_braces_in_a_guide_are_no_places_to_fill(self) -> None:
        fault = Fault("{a}.yaml", 1, 1, "{b}", Message("“{value}”", {"value": "{c}"}), TEXT)
        assert fault.lines(EN) == ["{a}.yaml:1:1: {b}: “{c}”; allowed: a text"]

    def test_in_french(self, tmp_path: Path) -> None:
        text = roles(role("a", {"short": "12", "tools": "[crm]"}))
        faults = read_text(tmp_path, text).faults
        assert [
            line.removeprefix(faults[0].file) for fault in faults for line in fault.lines(FR)
        ] == [
            ":25:12: roles.a.short: le nombre 12\u202f; attendu\u00a0: un texte",
            "    short: 12",
            "    → le mettre entre guillemets droits",
            ":26:13: roles.a.tools[0]: «\u00a0crm\u00a0» n’est pas dans «\u00a0tools\u00a0»",
            "    tools: [crm]",
        ]


def faults(number: int) -> list[Fault]:
    """Faults of two files."""
    return [Fault("a b.yaml" if n else "a.yaml", n + 1, 1, "x", FOUND) for n in range(number)]


class TestFaultyGuide:
    def test_one_fault(self) -> None:
        assert FaultyGuide(faults(1)).lines(EN) == [
            "The guide has faults; none of it was used.",
            "a.yaml:1:1: x: a list",
            "1 fault in all: roleguide check a.yaml",
        ]

    def test_the_first_three_of_many(self) -> None:
        lines = FaultyGuide(faults(1000)).lines(EN)
        assert lines[1:4] == [
            "a.yaml:1:1: x: a list",
            "a b.yaml:2:1: x: a list",
            "a b.yaml:3:1: x: a list",
        ]
        assert lines[4:] == ["1000 faults in all: roleguide check a.yaml"]

    def test_it_is_an_error_of_its_own_kind(self) -> None:
        error = FaultyGuide(faults(2))
        assert isinstance(error, RoleguideError)
        assert error.kind == "faulty-guide"
        assert len(error.faults) == 2
        assert str(error) == "\n".join(error.lines(EN))


class TestErrors:
    def test_an_unreadable_file(self, tmp_path: Path) -> None:
        with pytest.raises(UnreadableFile) as caught:
            read(tmp_path / "a.yaml")
        assert caught.value.kind == "unreadable-file"
        assert caught.value.lines(EN) == [
            f"{tmp_path / 'a.yaml'}: there is no such file. See roleguide help guides."
        ]
        (line,) = caught.value.lines(FR)
        assert line.startswith(f"{tmp_path / 'a.yaml'}\u00a0: ")
        assert "no such file" not in line

    def test_braces_in_a_path(self, tmp_path: Path) -> None:
        with pytest.raises(UnreadableFile) as caught:
            read(write(tmp_path / "{x}", {}))
        assert caught.value.lines(EN)[0].startswith(f"{tmp_path / '{x}'}: there is no YAML")

    def test_an_unknown_name_and_one_that_is_near(self) -> None:
        one = {"sales-ops": "Sales Operations Manager"}
        error = UnknownName("No role is called “{name}”.", "sls", lambda: one, "x list")
        assert error.kind == "unknown-name"
        assert error.suggestions == ("sales-ops",)
        assert str(error) == (
            "No role is called “sls”. Did you mean sales-ops (Sales Operations Manager)?"
        )

    def test_a_title_that_says_the_same_is_left_out(self) -> None:
        error = UnknownName("No {name}.", "sls", lambda: {"sales-forecast": "Sales forecast"})
        assert str(error) == "No sls. Did you mean sales-forecast?"

    def test_several_names_that_are_near_have_a_line_each(self) -> None:
        near = {"sales-ops": "Sales Operations Manager", "sdr": "SDR"}
        error = UnknownName("Nothing is called “{name}”.", "sls", lambda: near, "x list")
        assert error.lines(EN) == [
            "Nothing is called “sls”. Did you mean one of these?",
            "  sales-ops  Sales Operations Manager",
            "  sdr        SDR",
        ]

    def test_an_unknown_name_without(self) -> None:
        error = UnknownName("No role is called “{name}”.", "sls", listing="x list")
        assert str(error) == "No role is called “sls”. See x list."
        assert str(UnknownName("No {name}.", "sls")) == "No sls."

    def test_what_is_near_is_looked_for_once_and_only_where_it_is_shown(self) -> None:
        near = Mock(return_value={})
        error = UnknownName("No {name}.", "sls", near)
        near.assert_not_called()
        assert [str(error) for _ in range(2)] == ["No sls."] * 2
        near.assert_called_once_with()

    def test_an_ambiguous_name(self) -> None:
        error = AmbiguousName(
            "CRO", [("cro", "Chief Revenue Officer"), ("optimiser", "CRO Expert")]
        )
        assert error.kind == "ambiguous-name"
        assert error.suggestions == ("cro", "optimiser")
        assert error.lines(EN) == [
            "CRO can mean several things. Say which one:",
            "  cro        Chief Revenue Officer",
            "  optimiser  CRO Expert",
        ]

    def test_a_title_that_comes_near_one_role_has_the_line_to_type(self) -> None:
        error = UnclearTitle("Growth AE", [("ae", "Account Executive: Sells.")])
        assert error.lines(EN) == [
            (
                "“Growth AE” is not quite the title of one role. Did you mean ae? "
                "See roleguide show ae."
            ),
            "  Account Executive: Sells.",
        ]

    def test_what_was_not_written(self) -> None:
        error = NotWritten("a.html", Message("the disk is full."))
        assert error.kind == "not-written"
        assert str(error) == "a.html was not written: the disk is full."
