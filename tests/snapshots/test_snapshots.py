"""What the program draws, kept as text files: a difference is shown line by line.

After a change that was meant: `make snapshots`, then look at the difference before committing it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import unified_diff
from pathlib import Path
from typing import Any, Final

import pytest
from formats.drawing import render
from views.answers import (
    BAKERY,
    LANGUAGES,
    LISTS,
    Answer,
    advertised,
    all_roles,
    analogies_of,
    around_role,
    bakery,
    compared,
    defined,
    either_or,
    examples_of,
    fitted,
    moved,
    paid,
    shown,
    skills_of,
    title_of,
    who_does,
)

from roleguide import model
from roleguide.compilation import read_all
from roleguide.formats import Page
from roleguide.model import Job, Wishes
from roleguide.views.comparison_sections import Options

TEXTS: Final = Path(__file__).parent / "texts"

ANSWERS: Final[Mapping[str, Answer]] = {
    "ad": advertised("other-title"),
    "ad-check": advertised("other-title", employer=True),
    "ad-short": advertised("short"),
    "ad-vs": advertised("other-title", "short"),
    "analogies": analogies_of("baker", "bakery-manager"),
    "compare": compared("baker", "bakery-manager"),
    "compare-same-job": compared("bakery-manager", "head-baker"),
    "compare-three": compared("baker", "bakery-manager", "head-baker"),
    "compare-unwritten": compared("head-baker", "baker"),
    "define": defined("proof"),
    "define-all": LISTS["define"],
    "examples": examples_of("baker", "bakery-manager"),
    "fit": fitted(now=Job("baker"), activities={"baking": "helps"}, refuses=Wishes(travel=True)),
    "fit-between": either_or("baker", "bakery-manager"),
    "fit-between-answered": either_or("baker", "bakery-manager", answers="ab"),
    "list": all_roles,
    "move": moved("baker", "bakery-manager"),
    "pay": paid("baker", "bakery-manager"),
    "next": around_role("baker"),
    "show": shown("baker", "screen"),
    "show-full": shown("baker"),
    "skills": skills_of("baker", "bakery-manager"),
    "skills-all": LISTS["skills"],
    "title": title_of("Ouvrière boulangère, équipe du matin (F/H)"),
    "title-unclear": title_of("Baker / Bakery Manager"),
    "who": who_does("baking"),
    "who-all": LISTS["who"],
}
PAGES: Final[Mapping[str, Answer]] = {
    "compare": compared("baker", "bakery-manager", options=Options(full=True)),
}
"""Answers of which Markdown shows more, as a page may be long."""

WIDTHS: Final = (40, 60, 80, 120)
UNWRAPPED: Final = ("pipe", "plain", "markdown")


def kept() -> Iterator[tuple[str, str, str, int]]:
    """Answer, language, format and width of every text that is kept."""
    for name in ANSWERS:
        for code in LANGUAGES:
            for width in WIDTHS:
                yield name, code, "terminal", width
            for form in UNWRAPPED:
                yield name, code, form, 80


def file_of(name: str, code: str, form: str, width: int) -> Path:
    size = f"-{width}" if form == "terminal" else ""
    return TEXTS / f"{name}.{code}.{form}{size}.txt"


def drawn(name: str, code: str, form: str, width: int) -> str:
    """The answer as the program draws it for a terminal, a pipe or a file."""
    answer = PAGES.get(name, ANSWERS[name]) if form == "markdown" else ANSWERS[name]
    document = answer(bakery(), LANGUAGES[code])
    rows = form == "pipe" and document.rows_in_pipe
    return render("tsv" if rows else form, document, Page(width))


KEPT: Final = [pytest.param(*one, id=file_of(*one).stem) for one in kept()]


def difference(file: Path, now: str) -> str:
    """What changed since the file was written, as a unified diff; empty if nothing did."""
    before = file.read_text("utf-8").split("\n") if file.exists() else []
    lines = unified_diff(before, now.split("\n"), f"kept/{file.name}", "now", lineterm="")
    return "\n".join(lines)


@pytest.mark.parametrize(("name", "code", "form", "width"), KEPT)
def test_the_answer_is_drawn_as_it_was(
    pytestconfig: pytest.Config, name: str, code: str, form: str, width: int
) -> None:
    file = file_of(name, code, form, width)
    now = drawn(name, code, form, width)
    if pytestconfig.getoption("--update"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(now, encoding="utf-8", newline="\n")
    changed = difference(file, now)
    assert not changed, f"\n{changed}\n\nWas this meant? Then: make snapshots"


def test_a_change_is_shown_line_by_line(tmp_path: Path) -> None:
    file = tmp_path / "kept.txt"
    file.write_text("head\n  gone\ntail\n", encoding="utf-8")
    changed = difference(file, "head\n  come\ntail\n").splitlines()
    assert changed[3:] == [" head", "-  gone", "+  come", " tail", " "]
    assert difference(file, "head\n  gone\ntail\n") == ""
    assert difference(tmp_path / "missing.txt", "new\n")


def test_no_text_is_left_over() -> None:
    assert {path.name for path in TEXTS.iterdir()} == {file_of(*one).name for one in kept()}


# The guide they are drawn from --------------------------------------------------------------


def test_the_guide_is_sound() -> None:
    guides, faults = read_all([(BAKERY, None)])
    assert [guide.id for guide in guides] == ["bakery"]
    assert not faults


def fields(value: Any) -> Iterator[tuple[str, str]]:
    """Record and field of everything that says something inside a value."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        for name, child in value._asdict().items():
            if child not in (None, (), {}, False):
                yield type(value).__name__, name
            yield from fields(child)
    elif isinstance(value, tuple):
        for child in value:
            yield from fields(child)
    elif isinstance(value, Mapping):
        for child in value.values():
            yield from fields(child)


USED: Final = frozenset(fields(read_all([(BAKERY, None)])[0][0].sections))
RECORDS: Final = [
    record
    for record in vars(model).values()
    if isinstance(record, type)
    and hasattr(record, "_fields")
    and record is not model.Head  # part of a role, and in no guide
    and record.__name__ not in ("Ref", "Between", "Like", "Longest", "Guide", "Header", "Sections")
    and record.__name__ not in ("Profile", "Job", "Mastery", "Wishes")  # of a person, in no guide
]


@pytest.mark.parametrize(
    ("record", "field"),
    [
        pytest.param(record.__name__, field, id=f"{record.__name__}.{field}")
        for record in RECORDS
        for field in getattr(record, "_fields")  # noqa: B009 — mypy knows no fields of a type
    ],
)
def test_the_guide_has_every_kind_of_field(record: str, field: str) -> None:
    assert (record, field) in USED
