"""What one guide changes of another, record by record."""

from __future__ import annotations

from data.builtin import SECTIONS

from roleguide.guides.changes import FieldChange, RecordChange, record_changes
from roleguide.model import Sections, Tool


def tools(**records: Tool) -> Sections:
    return Sections(tools=records)


def tool(name: str, *examples: str) -> Tool:
    return Tool({"en": name, "fr": name}, "office", {"en": "D", "fr": "D"}, examples)


def test_what_is_gone_what_is_new_and_what_says_something_else() -> None:
    before = tools(axe=tool("Axe"), saw=tool("Saw", "A", "B"), pen=tool("Pen"))
    after = tools(saw=tool("Chainsaw", "B"), pen=tool("Pen"), oar=tool("Oar"))
    assert [(c.id, c.change) for c in record_changes(before, after)] == [
        ("axe", "left"),
        ("oar", "right"),
        ("saw", "changed"),
    ]
    assert [*record_changes(before, after)][2] == RecordChange(
        "tools",
        "saw",
        "changed",
        (FieldChange("name", "Saw", "Chainsaw"), FieldChange("examples", ["A", "B"], ["B"])),
    )


def test_nothing_changes_of_itself_and_the_way_back_is_the_mirror() -> None:
    assert not [*record_changes(SECTIONS, SECTIONS)]
    less = SECTIONS._replace(roles={**SECTIONS.roles, "sdr": SECTIONS.roles["bdr"]}, worlds={})
    there, back = [*record_changes(SECTIONS, less)], [*record_changes(less, SECTIONS)]
    mirrored = {"left": "right", "right": "left", "changed": "changed"}
    assert there
    assert [(c.section, c.id, mirrored[c.change]) for c in there] == [
        (c.section, c.id, c.change) for c in back
    ]
    assert [[(f.path, f.after, f.before) for f in c.fields] for c in there] == [
        [(f.path, f.before, f.after) for f in sorted_like(c, d)]
        for c, d in zip(back, there, strict=True)
    ]


def sorted_like(record: RecordChange, other: RecordChange) -> list[FieldChange]:
    """Fields in the order of another's; keys that are new stand last on either side."""
    order = [field.path for field in other.fields]
    return sorted(record.fields, key=lambda field: order.index(field.path))


def test_a_new_role_upon_another_tells_what_it_says_otherwise() -> None:
    csm = SECTIONS.roles["csm"]
    ours = csm._replace(over="team", short=None, titles=(), formerly=())
    after = SECTIONS._replace(roles={**SECTIONS.roles, "ours": ours, "alone": ours})
    alone, upon = record_changes(SECTIONS, after, {"ours": "csm", "csm": "csm"})
    assert (upon.id, upon.change, upon.base) == ("ours", "right", "csm")
    assert upon.departures == (FieldChange("over", csm.over, "team"),)
    assert (alone.base, alone.departures) == (None, ())
    assert alone.fields == upon.fields
