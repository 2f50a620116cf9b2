"""What a role says beyond the role that it extends: the inverse of `reading.extending`."""

from __future__ import annotations

from collections.abc import Mapping

from roleguide.model import Role
from roleguide.reading.extending import NAMES, REVIEWED, is_replaced_whole
from roleguide.writing.values import written_record


def extending(role: Role, base: Role, identifier: str, extends: str) -> dict[str, object]:
    """A role as one would write it upon another: what differs, and nothing of the rest.

    Args:
        role: The role.
        base: The role below it.
        identifier: The id of the role.
        extends: The id of the one below.
    """
    below, own = written_record(base), written_record(role)
    if identifier != extends:
        below = {key: value for key, value in below.items() if key not in NAMES}
    if below["title"] != own["title"]:
        below = {key: value for key, value in below.items() if key != "short"}
    found = _beyond(below, own)
    if found.keys() - {REVIEWED}:
        found.pop(REVIEWED, None)
        found |= {key: own[key] for key in (REVIEWED,) if key in own}
    return {"extends": extends, **found}


def _beyond(
    below: Mapping[str, object], own: Mapping[str, object], within: str = ""
) -> dict[str, object]:
    """The entries of a mapping that differ from one below; what is gone from it is nothing."""
    found: dict[str, object] = {}
    for key, value in own.items():
        under = below.get(key)
        inner = "scene" if within == "examples" else key
        if under == value:
            continue
        if isinstance(value, dict) and isinstance(under, dict):
            whole = is_replaced_whole(under, value, inner)
            found[key] = value if whole else _beyond(under, value, inner)
        else:
            found[key] = value
    gone = {key: None for key in below if key not in own}
    return {**found, **_variations(own, found), **gone}


def _variations(own: Mapping[str, object], found: Mapping[str, object]) -> Mapping[str, object]:
    """The variations of a part that differs, since it would take over none."""
    return {"or": own["or"]} if "or" in own and "part" in found else {}
