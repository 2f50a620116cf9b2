"""Roles as they are written, as text and back, for guides that extend them.

Places are left out: where a guide is at fault, those below it are read again, which finds them.
"""

from __future__ import annotations

import json

from roleguide.reading.events import MappingNode, Node, ScalarNode, parse
from roleguide.reading.places import FileText


def to_text(node: Node) -> str:
    """A node as YAML: as it stands in its file, or on one line if it was put together."""
    if isinstance(node, MappingNode) and node.end:
        text = node.source.text
        column = node.at - text.rfind("\n", 0, node.at) - 1
        return f"{' ' * column}{text[node.at : node.end]}"
    return in_flow(node)


def to_node(text: str) -> Node:
    """The node of a text that `to_text` returned, without its places."""
    root, _ = parse(FileText("", text))
    assert root is not None  # noqa: S101 — it was read before
    return root


def in_flow(node: Node) -> str:
    """A node in brackets and braces. Quotation marks tell a text from a number."""
    if isinstance(node, MappingNode):
        pairs = (f"{_key(key)}: {in_flow(value)}" for key, (_, value) in node.entries.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(node, ScalarNode):
        return _quoted(node.text) if node.kind == "text" else node.text or "null"
    return f"[{', '.join(map(in_flow, node.items))}]"


def _key(text: str) -> str:
    return text if text.isascii() and text.isidentifier() else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
