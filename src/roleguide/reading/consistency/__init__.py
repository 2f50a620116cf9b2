"""What a guide says in one place and denies in another. Pure functions over its records.

None of it keeps a guide from being used: `check` reports it as warnings. A rule takes the records
in effect and yields a breach for each contradiction.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Final

from roleguide.model import Sections
from roleguide.reading.consistency import accountability, ladder, vocabulary
from roleguide.reading.consistency.finding import Finding, rules_in

RULES: Final = rules_in(accountability, ladder, vocabulary)


def findings(sections: Sections, *, whole: bool = True) -> Iterator[Finding]:
    """All that the rules find.

    Args:
        sections: The records.
        whole: Whether these are all that were written.
    """
    for rule in RULES:
        if whole or not rule.needs_all:
            yield from rule.findings(sections)


def new_findings(
    everything: Sections,
    below: Sections,
    own: Mapping[str, Container[str]],
    *,
    whole: bool = True,
) -> Iterator[Finding]:
    """The contradictions that a guide brings in and could mend by itself.

    Args:
        everything: The records in effect.
        below: Those of the guides below, whose contradictions are no news.
        own: The ids of the guide's own records, by section.
        whole: Whether the records in effect are all that were written.
    """
    known = {finding.key for finding in findings(below)}
    for finding in findings(everything, whole=whole):
        section, identifier, *_ = finding.breach.place
        others = (role in own["roles"] for role in finding.breach.others)
        if finding.key not in known and identifier in own[section] and all(others):
            yield finding
