"""What is written as YAML is the same record when it is read again."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest
from data.builtin import SECTIONS
from hypothesis import example, given
from hypothesis import strategies as st
from reading.writing import errors, node, read_text, stack

from data import style
from roleguide.language import UNSEEN
from roleguide.reading.extending import NAMES
from roleguide.reading.guide import RECORDS, read_guide
from roleguide.reading.schema import read_record
from roleguide.reading.values import Report
from roleguide.store.encoding import encode
from roleguide.writing.differences import extending
from roleguide.writing.values import written_record
from roleguide.writing.yaml_text import WIDTH, yaml_text

pytestmark = pytest.mark.sweep

DATA: Final = Path(__file__).parents[2] / "data"
EVERY: Final = [
    (section, identifier) for section in RECORDS for identifier in getattr(SECTIONS, section)
]


@pytest.mark.parametrize("section", dict.fromkeys(section for section, _ in EVERY))
def test_every_record_of_the_built_in_guide_comes_back(section: str) -> None:
    records = getattr(SECTIONS, section)
    assert records
    for identifier, record in records.items():
        report = Report()
        text = yaml_text(written_record(record))
        back: Any = read_record(RECORDS[section], node(text), identifier, report)
        assert report.faults == []
        assert encode(back) == encode(record), identifier


def test_it_is_written_as_the_built_in_guide_is() -> None:
    for section, identifier in EVERY:
        text = yaml_text(
            {section: {identifier: written_record(getattr(SECTIONS, section)[identifier])}}
        )
        assert [
            *style.prose_is_quoted(text),
            *style.a_language_a_line(text),
            *style.means_what_it_says(text),
            *style.tidy(text),
        ] == []


def test_lines_keep_to_the_width_where_a_text_can_be_broken() -> None:
    for section, identifier in EVERY:
        record = written_record(getattr(SECTIONS, section)[identifier])
        long = [line for line in yaml_text(record).split("\n") if len(line) > WIDTH]
        assert not [line for line in long if " " in line.strip() and "url:" not in line]


ROLES: Final = [*SECTIONS.roles]


@pytest.mark.parametrize("step", [0, 1, 7])
def test_what_is_left_of_a_role_upon_another_makes_it_whole_again(
    step: int, tmp_path: Path
) -> None:
    """Upon itself, upon the next one, upon a stranger."""
    below = stack(read_guide(DATA))
    written = {
        f"our-{identifier}": extending(
            SECTIONS.roles[identifier], SECTIONS.roles[base], f"our-{identifier}", base
        )
        for identifier, base in zip(ROLES, ROLES[step:] + ROLES[:step], strict=True)
    }
    reading = read_text(tmp_path, yaml_text({"roles": written}), below)
    assert errors(reading) == [
        fault for fault in errors(reading) if "round in a circle" in fault.found.text
    ]
    for identifier in ROLES:
        ours = f"our-{identifier}"
        report = Report()
        back: Any = read_record(RECORDS["roles"], reading.nodes[ours], ours, report)
        assert report.faults == []
        assert back == SECTIONS.roles[identifier]
        assert step or written[ours].keys() <= {"extends", "reviewed", *NAMES}


@pytest.mark.parametrize("below", ["2026-11", None])
@pytest.mark.parametrize("own", ["2026-11", "2026-12", None])
@pytest.mark.parametrize("changes", [{}, {"horizon": ()}])
def test_when_it_was_reviewed_comes_back(
    below: str | None, own: str | None, changes: dict[str, Any], tmp_path: Path
) -> None:
    """What changes another role takes over no month: its own is written even if it is the same."""
    base = SECTIONS.roles["sdr"]._replace(reviewed=below)
    ours = base._replace(reviewed=own, **changes)
    standard = read_guide(DATA)
    low = yaml_text({"roles": {"sdr": written_record(base)}})
    under = stack(standard, read_text(tmp_path / "low", low, stack(standard)))
    text = yaml_text({"roles": {"sdr": extending(ours, base, "sdr", "sdr")}})
    reading = read_text(tmp_path, text, under)
    assert errors(reading) == []
    assert reading.guide
    assert reading.guide.sections.roles["sdr"] == ours


words = st.text(st.characters(exclude_categories=("Cs", "Cn", "Cc"))).filter(
    lambda text: text.strip() and not UNSEEN.search(text)
)
tricky = st.sampled_from(
    (
        *("no", "NO", "~", "1_0", "2026-12", "2026-12-01", "12:30", "a: b", "a #b", "- a", "a  b"),
        *(
            " a",
            "a\nb",
            '"',
            "\\",
            "'",
            "é\u202f!",
            "x" * 200,
            "word " * 40,
            "# " * 60,
            "--- " * 30,
        ),
    )
)
texts = words | tricky | st.lists(tricky, min_size=1, max_size=40).map(" ".join)
keys = texts.filter(lambda text: len(text) < 300)
values = st.recursive(
    texts | st.integers(0, 10**9) | st.booleans(),
    lambda inner: (
        st.lists(texts | st.dictionaries(keys, inner, min_size=1, max_size=5), max_size=5)
        | st.dictionaries(keys, inner, max_size=5)
    ),
    max_leaves=20,
)


@given(st.dictionaries(keys, values, min_size=1, max_size=5))
@example({"1": "1", "a": ["2", "b"]})
def test_any_value_comes_back(value: dict[str, Any]) -> None:
    assert plain(node(yaml_text(value))) == value


def plain(found: Any) -> Any:
    """A node as the data it stands for."""
    if hasattr(found, "entries"):
        return {key: plain(child) for key, (_, child) in found.entries.items()}
    if hasattr(found, "items"):
        return [plain(child) for child in found.items]
    if found.kind == "number":
        return int(found.text)
    return found.text == "true" if found.kind == "truth" else found.text
