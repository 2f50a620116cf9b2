"""Roles that extend roles of the guides below, and how the two merge."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from roleguide import model
from roleguide.language import N_, Message
from roleguide.reading.events import Entries, Located, Node, is_nothing
from roleguide.reading.values import INVALID, Report, nearest, read_string


def extended(roles: Located, below: Mapping[str, Node], report: Report) -> Located:
    """The roles, those with `extends` merged into the role that they extend.

    A role that extends an unknown one is left out: without its base, it would lack required fields.
    """
    found: Located = {}
    for identifier, (place, node) in roles.items():
        if not isinstance(node, Entries) or "extends" not in node.entries:
            found[identifier] = (place, node)
        elif base := _base(node.entries["extends"][1], identifier, below, report):
            own = {key: entry for key, entry in node.entries.items() if key != "extends"}
            found[identifier] = (place, _merge(base, Entries(own, node.place)))
    return found


def _base(extends: Node, identifier: str, below: Mapping[str, Node], report: Report) -> Node | None:
    """The role that a role extends; None, and a fault, where no guide below has it."""
    path = f"roles.{identifier}.extends"
    base = read_string(extends, path, report)
    if base is not INVALID and base not in below:
        found = Message(N_("no guide beneath this one has the role “{id}”"), {"id": base})
        report.fault(extends, path, found, hint=nearest(base, below))
    return None if base is INVALID else below.get(base)


def _merge(base: Node, own: Node, within: str = "") -> Node:
    """Mappings merge by key and `null` removes; anything else replaces.

    Args:
        base: The value below.
        own: The value above it.
        within: The key they stand under; the children of `examples` are scenes.
    """
    if not (isinstance(base, Entries) and isinstance(own, Entries)):
        return own
    if (keys := _LONG.get(within)) and _is_long(base, keys) != _is_long(own, keys):
        return own  # a value in its short form and one in its long form have no key in common
    entries = dict(base.entries)
    for key, (place, node) in own.entries.items():
        if key not in entries:
            entries[key] = (place, node)
        elif is_nothing(node):
            del entries[key]
        else:
            below = "scene" if within == "examples" else key
            entries[key] = (place, _merge(entries[key][1], node, below))
    return Entries(entries, own.place)


def _is_long(value: Entries, keys: tuple[str, ...]) -> bool:
    return any(key in value.entries for key in keys)


_LONG: Final[Mapping[str, tuple[str, ...]]] = {
    "scene": model.Example._fields,
    "pay": model.Pay._fields,
    **dict.fromkeys(("sign", "meanwhile", "too_early", "after"), model.Statement._fields),
}
"""The keys of the long form, by the key under which a value stands that has two."""
