"""Roles that extend roles of the guides below, and how the two merge."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import partial
from typing import Final

from roleguide import model
from roleguide.language import N_, Message
from roleguide.reading.events import (
    Located,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    is_nothing,
    key_of,
)
from roleguide.reading.schema import EXTENDS, fields, keys_of, unknown_key
from roleguide.reading.values import (
    IDENTIFIER,
    INVALID,
    Report,
    called,
    listed,
    nearest,
    nearly_called,
    read_id,
    suggested,
)

NAMES: Final = ("titles", "short", "formerly")
"""The keys that are not taken over by a role with another id."""

_FEW: Final = 100
"""Faults up to which the names of all roles are looked through for one that was meant."""

REVIEWED: Final = "reviewed"
"""The key that is not taken over by a role that changes something."""


def extended(
    roles: Located, below: Mapping[str, Node], records: Mapping[str, model.Role], report: Report
) -> Located:
    """The roles, those with `extends` merged into the role that they extend.

    A role that extends an unknown one is left out: without its base, it would lack required fields.
    One whose `extends` is misspelt is merged all the same, or it and all that extend it in guides
    above would lack them; the key as it is spelt stays in it, and is at fault there.

    Args:
        roles: The roles of a guide as written.
        below: Those of the guides below it, likewise.
        records: The latter as records, by whose titles one may be meant.
        report: Takes the faults.
    """
    found: Located = {}
    meant = partial(_meant, own=roles, below=below, records=records)
    for identifier, (key, node) in roles.items():
        if not isinstance(node, MappingNode) or not (extends := _extends(node)):
            found[identifier] = (key, node)
            continue
        at, named = node.entries[extends]
        if base := _base(named, identifier, below, meant, report):
            own = dict(_own(identifier, node, report))
            found[identifier] = (key, _upon(base, node._replace(entries=own, end=0)))
        elif extends != EXTENDS:  # a role left out is read no further
            spelt = key_of(extends, (at, named))
            unknown_key(model.Role, spelt, named, f"roles.{identifier}.", report)
    return found


def _extends(role: MappingNode) -> str:
    """The key under which a role says what it extends, also where it is misspelt; else empty."""
    if EXTENDS in role.entries:
        return EXTENDS
    known = keys_of(model.Role)
    unknown = [key for key in role.entries if key not in known and _is_id(role.entries[key][1])]
    return next((key for key in unknown if nearest(key, known) == EXTENDS), "")


def _is_id(node: Node) -> bool:
    return isinstance(node, ScalarNode) and bool(IDENTIFIER.fullmatch(node.text))


def _own(
    identifier: str, role: MappingNode, report: Report
) -> Iterator[tuple[str, tuple[int, Node]]]:
    """What a role says itself; a key that every role needs, with nothing under it, is a fault."""
    for name, entry in role.entries.items():
        field = fields(model.Role).get(name)
        if field and field.required and is_nothing(entry[1]):
            found = Message(N_("nothing stands under “{key}”"), {"key": name})
            remedy = Message(N_("write it, or delete this line to keep what the guide below says"))
            report.fault(key_of(name, entry), f"roles.{identifier}.{name}", found, hint=remedy)
        elif name != EXTENDS:
            yield name, entry


def bases(roles: Located) -> dict[str, str]:
    """The id of the role that each role extends, as far as it says one."""
    named = {
        identifier: node.entries[EXTENDS][1]
        for identifier, (_, node) in roles.items()
        if isinstance(node, MappingNode) and EXTENDS in node.entries
    }
    return {role: base.text for role, base in named.items() if isinstance(base, ScalarNode)}


def _base(
    extends: Node,
    identifier: str,
    below: Mapping[str, Node],
    meant: Callable[..., Message | None],
    report: Report,
) -> Node | None:
    """The role that a role extends; None, and a fault, where no guide below has it."""
    path = f"roles.{identifier}.extends"
    reading = Report()
    base = read_id("roles", extends, path, reading)
    report.faults += reading.faults
    if isinstance(extends, ScalarNode) and base is not INVALID and base not in below:
        found = Message(N_("no guide beneath this one has the role “{id}”"), {"id": base})
        hint = meant(extends, few=len(report.faults) < _FEW)
        report.fault(extends, path, found, hint=hint)
    found_below = None if base is INVALID else below.get(base)
    if base == identifier or found_below is None:
        return found_below
    return _without(found_below, *NAMES)  # or two would go by one name


def _meant(
    extends: ScalarNode,
    own: Container[str],
    below: Iterable[str],
    records: Mapping[str, model.Role],
    *,
    few: bool,
) -> Message | None:
    """What to do about the id of a base that no guide below has.

    Titles are compared with it only where few faults have been found, since that takes long.
    """
    if extends.text in own:
        text = N_("“{id}” is in this guide itself; a role extends one of the guides below its own")
        return Message(text, {"id": extends.text})
    name = extends.text
    by_title = called(name, records) or (nearly_called(name, records) if few else None)
    return by_title or suggested(extends, below) or listed("roles")


def _upon(base: Node, own: MappingNode) -> Node:
    """A role upon the one below, which nobody has read yet unless it says so or changes nothing.

    With a title of its own, it goes by the short name of the other one no longer.
    """
    if isinstance(base, MappingNode) and _differs("title", base.entries, own.entries):
        base = _without(base, "short")
    merged = _merge(base, own)
    if REVIEWED in own.entries or _said(merged) == _said(base):
        return merged
    return _without(merged, REVIEWED)


def _without(role: Node, *keys: str) -> Node:
    """A role without some of its keys."""
    if not isinstance(role, MappingNode):
        return role
    entries = {key: entry for key, entry in role.entries.items() if key not in keys}
    return role._replace(entries=entries, end=0)


def _said(node: Node) -> object:
    """What a value says, wherever it stands."""
    if isinstance(node, ScalarNode):
        return node.text, node.kind
    if isinstance(node, SequenceNode):
        return [*map(_said, node.items)]
    return {key: _said(value) for key, (_, value) in node.entries.items()}


def _merge(base: Node, own: Node, within: str = "") -> Node:
    """Merge mappings by key, where `null` removes a key; any other value replaces the one below.

    Args:
        base: The value below.
        own: The value above it.
        within: The key of both values, or `scene` for a value in `examples`.
    """
    if not (isinstance(base, MappingNode) and isinstance(own, MappingNode)):
        return own
    if is_replaced_whole(base.entries, own.entries, within):
        return own
    entries = dict(base.entries)
    for name, (key, node) in own.entries.items():
        if name not in entries:
            entries[name] = (key, node)
        elif is_nothing(node):
            del entries[name]
        else:
            below = "scene" if within == "examples" else name
            entries[name] = (key, _merge(entries[name][1], node, below))
    if "or" not in own.entries and _differs("part", base.entries, own.entries):
        entries.pop("or", None)  # the variations of the part below
    return own._replace(entries=entries, end=0)


def _differs(key: str, below: Located, own: Located) -> bool:
    """Whether both have a value, and not the same."""
    return key in below and key in own and _said(below[key][1]) != _said(own[key][1])


def is_replaced_whole(base: Container[str], own: Container[str], within: str) -> bool:
    """Whether a mapping takes the place of the one below in place of being merged with it.

    A value in its short form and one in its long form have no key in common.

    Args:
        base: The keys of the mapping below.
        own: Those of the mapping above it.
        within: The key of both, or `scene` in `examples`.
    """
    keys = _LONG.get(within, ())
    return any(key in base for key in keys) != any(key in own for key in keys)


_LONG: Final[Mapping[str, tuple[str, ...]]] = {
    "scene": model.Example._fields,
    "pay": model.Pay._fields,
    **dict.fromkeys(("sign", "meanwhile", "too_early", "after"), model.Statement._fields),
}
"""The keys of the long form of values that also have a short form, by the key of the value."""
