"""What `examples` and `analogies` share: the contexts or worlds to show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from roleguide.catalog import RoleEntry
from roleguide.cli.session import Session


def contexts_or_worlds(
    session: Session,
    section: Literal["contexts", "worlds"],
    name: str | None,
    entries: Sequence[RoleEntry],
) -> list[str]:
    """The context or world that is named, else all in which one of the roles has something."""
    if name is not None:
        return [session.find(section, name)]
    field = "examples" if section == "contexts" else "analogies"
    seen = {identifier for entry in entries for identifier in getattr(entry.role, field)}
    return session.catalog.by_position(section, seen)
