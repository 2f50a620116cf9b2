"""Roles as they are written, as text and back, for guides that extend them.

Places are left out: where a guide is at fault, those below it are read again, which finds them.
"""

from __future__ import annotations

import json
from typing import Any, Final

from roleguide.reading.events import MappingNode, Node, ScalarNode, SequenceNode
from roleguide.reading.places import FileText

_NOWHERE: Final = FileText("", "")

_QUOTED, _PLAIN = "'", "="
"""What the text of a scalar begins with."""

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))


def to_text(node: Node) -> str:
    """A node as text."""
    return _ENCODER.encode(_plain(node))


def to_node(text: str) -> Node:
    """The node of a text that `to_text` returned, without its places."""
    return _node(json.loads(text))


def _plain(node: Node) -> object:
    if isinstance(node, MappingNode):
        return {
            key: _marked(value) if type(value) is ScalarNode else _plain(value)
            for key, (_, value) in node.entries.items()
        }
    return _marked(node) if isinstance(node, ScalarNode) else [*map(_plain, node.items)]


def _marked(scalar: ScalarNode) -> str:
    return f"{_QUOTED if scalar.style else _PLAIN}{scalar.text}"


def _node(value: Any) -> Node:
    if type(value) is str:
        style = _QUOTED if value[0] == _QUOTED else None
        return ScalarNode(value[1:], style, _NOWHERE, 0)
    if type(value) is dict:
        entries = {k: (ScalarNode(k, None, _NOWHERE, 0), _node(v)) for k, v in value.items()}
        return MappingNode(entries, _NOWHERE, 0)
    return SequenceNode([_node(item) for item in value], _NOWHERE, 0)
