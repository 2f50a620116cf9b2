"""What is wanted and refused, held against what the sheets of roles say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from roleguide.catalog import Circumstances
from roleguide.fits.points import WishPoints
from roleguide.fits.result import Reason
from roleguide.model import Wishes

_YES_OR_NO: Final[tuple[Literal["leading", "number", "travel"], ...]] = (
    "leading",
    "number",
    "travel",
)
"""The wishes that a role grants or not."""


def granted(wants: Wishes, role: Circumstances) -> Iterator[WishPoints]:
    """The wishes of which a role's sheet tells something, and whether it grants them."""
    if wants.stage and role.stage:
        yield WishPoints("stage", None, role.stage in wants.stage)
    for name in _YES_OR_NO:
        value = getattr(role, name)
        if getattr(wants, name) and value is not None:
            yield WishPoints(name, None, value)
    for context in wants.contexts:
        if context in role.found or context in role.absent:
            yield WishPoints("contexts", context, context in role.found)


def reasons(refuses: Wishes, role: Circumstances) -> Iterator[Reason]:
    """Why a role is excluded; nothing is concluded from what its sheet does not say."""
    if role.stage in refuses.stage:
        yield Reason("stage")
    for name in _YES_OR_NO:
        if getattr(refuses, name) and getattr(role, name):
            yield Reason(name)
    if refuses.contexts and role.found and role.found <= {*refuses.contexts}:
        yield from (Reason("contexts", context) for context in sorted(role.found))
