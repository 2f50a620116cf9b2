"""`title`: one title explained, and many read a line each."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from cli.conftest import Run
from roleguide.formats import CHOICES, FORMATS
from roleguide.language import UNSEEN
from roleguide.views.title import COLUMNS


def explained(inside: Run, *title: str, code: int = 0) -> dict[str, Any]:
    answer = inside("title", *title, "--format", "json")
    assert (answer.code, answer.err) == (code, "")
    found: dict[str, Any] = json.loads(answer.out)
    assert found["schema"] == "roleguide.title/1"
    return found


def test_a_sure_title_is_one_role_with_all_that_was_left_aside(inside: Run) -> None:
    found = explained(inside, "Head of Sales Ops EMEA (m/f/d)")
    assert (found["verdict"], found["role"]) == ("sure", "sales-ops-director")
    assert found["aside"] == [
        {"text": "EMEA", "kind": "region"},
        {"text": "m/f/d", "kind": "gender"},
    ]
    assert found["candidates"][0]["how"] == "words"
    page = inside("title", "Head", "of", "Sales", "Ops", "EMEA", "(m/f/d)").out
    assert "Region: EMEA" in page
    assert "or roleguide compare sales-ops-director " in page.rstrip().splitlines()[-1]


def test_an_unsure_title_has_its_roles_what_it_hides_and_what_to_ask(inside: Run) -> None:
    found = explained(inside, "Chargée de développement commercial")
    assert (found["verdict"], found["role"]) == ("unclear", None)
    assert [each["id"] for each in found["candidates"]] == ["bdr", "business-developer"]
    assert all(each["other_title"]["note"] for each in found["candidates"])
    asked = explained(inside, "customer success")["tests"]
    assert {role for test in asked for role in test["roles"]} <= {
        each["id"] for each in explained(inside, "customer success")["candidates"]
    }
    assert asked


@pytest.mark.parametrize(
    ("title", "word", "near"),
    [
        pytest.param("Registered Nurse", "Nurse", False, id="trade"),
        pytest.param("zzz qqq", None, False, id="nothing"),
        pytest.param("costumer success manager", None, True, id="spelling"),
        pytest.param("", None, False, id="empty"),
    ],
)
def test_a_title_of_no_role_says_so_and_exits_1(
    inside: Run, title: str, word: str | None, *, near: bool
) -> None:
    found = explained(inside, title, code=1)
    assert (found["verdict"], found["role"], found["trade"]) == ("none", None, word)
    assert bool(found["candidates"]) is near
    assert found["forms"] == found["tests"] == []


def test_what_a_name_means_everywhere_it_means_here(inside: Run) -> None:
    for name in ("sales-ops", "Directrice des ventes", "AE"):
        asked = json.loads(inside("skills", name, "--format", "json").out)["roles"][0]["id"]
        assert explained(inside, name)["role"] == asked


def test_a_term_with_several_usual_senses_is_not_sure(inside: Run) -> None:
    found = explained(inside, "PM")
    assert found["verdict"] == "unclear"
    assert found["candidates"][0]["id"] == "product-manager"
    assert [term["term"] for term in found["terms"]] == ["pm"]
    assert len(found["terms"][0]["senses"]) > 2


def test_a_title_is_written_in_each_language_and_gender(inside: Run) -> None:
    forms = explained(inside, "Directeur des ventes")["forms"]
    french = next(form for form in forms if form["lang"] == "fr")
    assert french["gendered"] == {"m": "Directeur des ventes", "f": "Directrice des ventes"}
    page = inside("title", "Directeur des ventes", "--lang", "fr").out
    assert "Français, féminin\u00a0: Directrice des ventes" in page
    canadian = explained(inside, "Customer Success Manager")["forms"][-1]
    assert canadian["lang"] == "fr-CA"


HOSTILE: Final = (
    b"Head of Sales Ops EMEA (m/f/d)\n\nNurse\x1b[31m\x00 Manager\r\nCharg\xe9 d\x92affaires H/F\n"
    b"\xff\xfe\n"
    b"CSM - Paris\tFrance\x0b\x0c\xc2\x85\xe2\x80\xa8x\n" + b"x" * 100_000 + b"\n=SDR\nlast"
)
"""Lines of every unpleasant kind, the last one without an end."""


@pytest.fixture
def rows(environ: dict[str, str], tmp_path: Path) -> Any:
    """What a process writes for those lines, in a format."""

    def written(*options: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "roleguide", "title", "-", *options],
            input=HOSTILE,
            capture_output=True,
            cwd=tmp_path,
            env=environ,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        return done.stdout.decode()

    return written


def test_every_line_gives_one_clean_row(rows: Any) -> None:
    lines = rows().removesuffix("\n").split("\n")
    assert len(lines) == HOSTILE.count(b"\n") + 1
    assert {line.count("\t") for line in lines} == {len(COLUMNS) - 1}
    assert not UNSEEN.search("".join(lines).replace("\t", ""))
    assert max(map(len, lines)) < 1000
    cells = [line.split("\t") for line in lines]
    assert cells[0][1:4] == ["sure", "sales-ops-director", "Director of Sales Operations"]
    assert cells[1] == ["", "none", *[""] * 5]
    assert cells[3][0] == "Chargé d’affaires H/F"
    assert cells[7][2] == "sdr"


def test_the_same_rows_as_csv_and_as_json_lines(rows: Any) -> None:
    table = list(csv.reader(io.StringIO(rows("--format", "csv"))))
    assert tuple(table[0]) == COLUMNS
    documents = [json.loads(line) for line in rows("--format", "json").splitlines()]
    assert [document["verdict"] for document in documents] == [row[1] for row in table[1:]]
    assert [document["role"] or "" for document in documents if document["verdict"] == "sure"] == [
        row[2] for row in table[1:] if row[1] == "sure"
    ]


def test_a_row_is_written_before_the_next_title_is_there(
    environ: dict[str, str], tmp_path: Path
) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "roleguide", "title", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=tmp_path,
        env=environ,
    ) as process:
        assert process.stdin
        assert process.stdout
        for title in (b"SDR", b"Nurse"):
            process.stdin.write(title + b"\n")
            process.stdin.flush()
            assert process.stdout.readline().startswith(title + b"\t")
        process.stdin.close()
        assert process.wait() == 0


def test_a_page_is_not_written_line_by_line(inside: Run) -> None:
    for form in CHOICES:
        answer = inside("title", "-", "--format", form, stdin="SDR\n")
        assert answer.code == (0 if FORMATS[form].streamed else 2)
        assert bool(answer.out) is FORMATS[form].streamed


def test_a_file_of_rows_is_written_whole(inside: Run, tmp_path: Path) -> None:
    assert inside("title", "-", "-o", "rows.csv", stdin="SDR\nBDR\n").out == ""
    assert (tmp_path / "rows.csv").read_text(encoding="utf-8").count("\n") == 3


def test_a_terminal_gets_rows_too(inside: Run) -> None:
    rows = inside("title", "-", tty=True, stdin="SDR\n").out
    assert rows.startswith("SDR\tsure\tsdr\t")
    assert inside("title", "-", "--width", "60", stdin="SDR\n").out == rows
