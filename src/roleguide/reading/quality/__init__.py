"""What a guide may say and had better say otherwise: rules for texts and for what is left out.

None of it keeps a guide from being used: `check` reports it as warnings. A rule takes the records
in effect and yields a finding for each weak point.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from roleguide.model import Sections
from roleguide.reading.consistency.finding import Finding
from roleguide.reading.quality import fullness, languages, naming, parts, wording

RULES: Final[tuple[Callable[[Sections], Iterator[Finding]], ...]] = (
    fullness.pages_begin_plainly,
    fullness.weights_separate,
    fullness.counterparts_are_few,
    fullness.levels_differ,
    wording.texts_have_no_filler,
    wording.titles_have_both_genders,
    wording.parts_begin_with_deeds,
    wording.amounts_have_sources,
)


def weak_points(sections: Sections, below: Sections = Sections()) -> Iterator[Finding]:
    """All that the rules find.

    Args:
        sections: The records of a guide.
        below: Those of the guides below, from which it may have taken what it says.
    """
    for rule in RULES:
        yield from rule(sections)
    yield from languages.texts_are_in_all_languages(sections, below)
    yield from naming.texts_name_this_role(sections, below)
    yield from parts.changed_parts_have_texts_of_their_own(sections, below)
