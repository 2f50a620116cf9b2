from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.test_anything import words
from roleguide.reading.events import Located, MappingNode, Node, ScalarNode, SequenceNode, parse
from roleguide.reading.node_text import to_node, to_text
from roleguide.reading.places import FileText

ROLES = """\
roles:
  block:
    mission: "Counts: ships"   # and boats
    skills: {rigour: {level: 4}}
    definition: >-
      Two lines
      in one.

  # A comment about the next one
  flow: {mission: x,
    code: "12", number: 12, nothing: , no: null}
  last:
    ask:
    - a - b
"""


def roles(text: str) -> dict[str, Node]:
    root, faults = parse(FileText("acme.yaml", text))
    assert isinstance(root, MappingNode)
    assert faults == []
    ((_, section),) = root.entries.values()
    assert isinstance(section, MappingNode)
    return {key: node for key, (_, node) in section.entries.items()}


def kinds(node: Node) -> object:
    """What a node says, with the kind of each value."""
    if isinstance(node, MappingNode):
        return {key: kinds(value) for key, (_, value) in node.entries.items()}
    if isinstance(node, SequenceNode):
        return [kinds(item) for item in node.items]
    return ("nothing", "") if node.kind == "nothing" else (node.kind, node.text)


@pytest.mark.parametrize("role", ["block", "flow", "last"])
def test_a_role_is_kept_as_it_stands_in_its_file(role: str) -> None:
    node = roles(ROLES)[role]
    assert kinds(to_node(to_text(node))) == kinds(node)
    assert to_text(node).strip().splitlines()[0] in ROLES


@pytest.mark.parametrize("role", ["block", "flow", "last"])
def test_what_was_put_together_is_written_anew(role: str) -> None:
    node = roles(ROLES)[role]
    assert isinstance(node, MappingNode)
    merged = node._replace(entries={**node.entries, "more": node.entries.popitem()[1]}, end=0)
    assert kinds(to_node(to_text(merged))) == kinds(merged)


@given(st.dictionaries(words, words | st.integers() | st.none() | st.booleans()))
def test_any_text_comes_back(data: dict[str, str | int | bool | None]) -> None:
    def made(value: object) -> ScalarNode:
        style, text = ('"', value) if isinstance(value, str) else (None, json.dumps(value))
        return ScalarNode(text, style, FileText("", ""), 0)

    entries: Located = {key: (0, made(value)) for key, value in data.items()}
    node = MappingNode(entries, FileText("", ""), 0)
    assert kinds(to_node(to_text(node))) == kinds(node)
