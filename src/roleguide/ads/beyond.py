"""What an advertisement asks beyond what somebody does in a role. Pure."""

from __future__ import annotations

from roleguide.ads.result import Ad, Evidence
from roleguide.catalog import RoleEntry
from roleguide.model import OWNING_OR_DOING


def beyond(ad: Ad, start: RoleEntry) -> list[Evidence]:
    """The clearest sentence of each activity in which a role has no hand."""
    found: dict[str, Evidence] = {}
    parts, hands = start.role.responsibilities, OWNING_OR_DOING | {"supports"}
    held = {activity for activity, share in parts.items() if share.part in hands}
    for fit in ad.fits[:1]:
        for each in fit.evidence:
            if each.activity not in held:
                found.setdefault(each.activity, each)
    return [*found.values()]
