"""What somebody says is done at work, beside the activities of roles."""

from __future__ import annotations

from collections.abc import Mapping

from roleguide.fits.result import FEWEST, Likeness, TitleCheck
from roleguide.model import OWNING_OR_DOING, ActivityId, Part, RoleId


def likeness(said: Mapping[ActivityId, bool], parts: Mapping[ActivityId, Part]) -> float:
    """How like two sets of activities are, from 0 to 1; the same both ways.

    2 · Σ agreement ÷ (|said| + |parts|), over the activities in both; the agreement is 1 where an
    activity is one's own for both or for neither, else ½. With agreements of 1 it is Dice's
    coefficient (*Measures of the amount of ecologic association between species*, 1945).

    Args:
        said: The activities that somebody does, and whether they are the person's own.
        parts: The parts of a role.
    """
    agreed = sum(
        1 if own == (parts[activity] in OWNING_OR_DOING) else 0.5
        for activity, own in said.items()
        if activity in parts
    )
    return 2 * agreed / (len(said) + len(parts)) if said or parts else 1.0


def title_check(
    now: RoleId | None,
    said: Mapping[ActivityId, bool],
    parts: Mapping[RoleId, Mapping[ActivityId, Part]],
) -> TitleCheck | None:
    """The title held beside the role whose activities are the most like; None on too little.

    Too little is known where few activities are said, or the role of the title has none.
    """
    if now is None or not parts.get(now) or len(said) < FEWEST:
        return None

    def beside(role: RoleId) -> Likeness:
        shared = len(said.keys() & parts[role].keys())
        return Likeness(role, shared, likeness(said, parts[role]))

    nearest = max(sorted(parts), key=lambda role: (likeness(said, parts[role]), role == now))
    return TitleCheck(len(said), beside(now), beside(nearest))
