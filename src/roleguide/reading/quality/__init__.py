"""What a guide may say and had better say otherwise: rules for texts and for what is left out.

None of it keeps a guide from being used: `check` reports it as warnings. A rule takes the records
of a guide and yields a breach for each weak point; where it needs to know from whom they may have
been taken over, those of the guides below, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from roleguide.model import Sections
from roleguide.reading.consistency.finding import Finding, rules_in
from roleguide.reading.quality import fullness, languages, taken_over, wording

RULES: Final = rules_in(fullness, wording)


def weak_points(sections: Sections, below: Sections = Sections()) -> Iterator[Finding]:
    """All that the rules find.

    Args:
        sections: The records of a guide.
        below: Those of the guides below, from which it may have taken what it says.
    """
    for rule in RULES:
        yield from rule.findings(sections)
    for rule in rules_in(languages, taken_over):
        yield from rule.findings(sections, below)
