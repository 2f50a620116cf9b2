"""Whatever stands in a file, reading it ends in a guide or in faults, never in an exception."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reading.writing import EN
from roleguide.errors import Fault
from roleguide.language import UNSEEN, Language
from roleguide.model import Role
from roleguide.reading.events import MappingNode, Node, SequenceNode, parse
from roleguide.reading.guide import RECORDS, read_guide
from roleguide.reading.places import FileText
from roleguide.reading.schema import fields, read_record
from roleguide.reading.values import INVALID, Report

SNIPPETS = (
    *("\n", "\n  ", "\n    ", "\r\n", "\t", " ", ": ", ":", "- ", "? ", ", ", "#", " #", "\\"),
    *("[", "]", "{", "}", "'", '"', "|", "|-\n", ">-\n", "&a ", "*a ", "!b ", "!!str ", "<<: "),
    *("---\n", "...\n", "%YAML 1.2\n", "%TAG !e! x:\n", "!%ED%A0%80 ", "!<%FF> ", "!%1B "),
    *(r"\x1b", r"\u202e", r"\ud800", r"\U0001F600", r"\L", "~", "null", "true", "no", "1_000"),
    *("é", "😀", "\u202e", "\x1b", "\ufeff", "\x85", "\u2028", "\ud800", "\x00", "٣", "9" * 30),
    *("roles:", "guide:", "id: x", "format: 1", "sales-ops:", "title:", "extends: a", "en: "),
)

characters = st.characters(exclude_categories=())
texts = st.text(characters) | st.lists(st.sampled_from(SNIPPETS)).map("".join)


def check_faults(faults: Sequence[Fault], text: str) -> None:
    """Every fault stands somewhere in the file, and can be shown on a terminal."""
    # YAML knows more ends of line than editors do; nothing may stand beyond the last.
    last = len(text.splitlines()) + 1
    for fault in faults:
        assert 1 <= fault.line <= last
        assert fault.column >= 1
        for language in (EN, Language("fr")):
            for line in fault.lines(language):
                assert not UNSEEN.search(line)
                assert len(line.splitlines()) == 1


@given(texts)
@example("a: !%ED%A0%80 b")
@example("a: b\rc: d: e")
@example("")
def test_any_text_is_parsed_or_at_fault(text: str) -> None:
    root, faults = parse(FileText("acme.yaml", text))
    check_faults(faults, text)
    assert not (root and faults)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file to write into."""
    return tmp_path_factory.mktemp("anything") / "acme.yaml"


@given(content=st.binary() | texts.map(lambda text: text.encode(errors="replace")))
@example(content=b"\xef\xbb\xbf\xff")
@example(content=b"\xef\xbb\xbf")
@example(content=b"\x00" * 1000)
@example(content=b"PK\x03\x04\x14\x00\x00\x00")
@example(content=bytes(range(256)))
def test_any_bytes_are_read_or_at_fault(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    reading = read_guide(path)
    check_faults(reading.faults, content.decode("utf-8", errors="replace"))
    errors = [fault for fault in reading.faults if not fault.warning]
    assert (reading.guide is None) == bool(errors)


def plain(root: Node | None) -> Any:
    """Nodes as JSON would have them."""
    if isinstance(root, MappingNode):
        return {key: plain(child) for key, (_, child) in root.entries.items()}
    if isinstance(root, SequenceNode):
        return [plain(child) for child in root.items]
    assert root
    if root.kind == "text":
        return root.text
    return json.loads(root.text)


words = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")), max_size=40)
words = words.filter(lambda text: not UNSEEN.search(text))
data = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | words,
    lambda children: st.lists(children) | st.dictionaries(words, children),
    max_leaves=30,
)


@given(data=data, indent=st.sampled_from([None, 1, 4]), ascii_only=st.booleans())
def test_json_is_read_as_it_stands(
    data: Any, indent: Literal[1, 4] | None, *, ascii_only: bool
) -> None:
    text = json.dumps(data, indent=indent, ensure_ascii=ascii_only)
    if r"\ud" in text:  # YAML writes what lies beyond U+FFFF as one escape, JSON as two
        text = json.dumps(data, indent=indent, ensure_ascii=False)
    root, faults = parse(FileText("acme.json", text))
    assert faults == []
    assert plain(root) == data


RECORD_TYPES: Sequence[Any] = tuple(RECORDS.values())
KEYS = sorted({key for record in RECORD_TYPES for key in fields(record)} | {"en", "fr", "m"})
WORDS = ("up", "both", "manager", "chief", "sales-ops", "distinct", "none", "5", "1", "true", "~")

shapes = st.recursive(
    st.sampled_from(WORDS) | st.integers() | st.none() | st.booleans() | words,
    lambda children: (
        st.lists(children, max_size=4)
        | st.dictionaries(st.sampled_from(KEYS + list(WORDS)), children, max_size=6)
    ),
    max_leaves=40,
)
records = st.dictionaries(st.sampled_from(sorted(fields(Role))), shapes, min_size=3)


@given(section=st.sampled_from(list(RECORDS)), shape=shapes | records)
def test_any_shape_is_a_record_or_at_fault(section: str, shape: Any) -> None:
    root, faults = parse(FileText("acme.json", json.dumps(shape, ensure_ascii=False)))
    assert root
    assert faults == []
    report = Report()
    record = read_record(RECORDS[section], root, "at", report)
    assert record is not INVALID or report.faults
    check_faults(report.faults, "")
    assert isinstance(record, RECORDS[section]) or record is INVALID


@given(shape=st.dictionaries(st.sampled_from([*RECORDS, "guide", "role"]), shapes | records))
def test_any_guide_is_read_or_at_fault(path: Path, shape: Any) -> None:
    path.write_text(json.dumps(shape, ensure_ascii=False), encoding="utf-8")
    reading = read_guide(path)
    assert (reading.guide is None) == any(not fault.warning for fault in reading.faults)
