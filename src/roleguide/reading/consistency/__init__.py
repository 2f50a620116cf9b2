"""What a guide says in one place and denies in another. Pure functions over its records.

None of it keeps a guide from being used: `check` reports it as warnings. A rule takes the records
in effect and yields a finding for each contradiction.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from typing import Final

from roleguide.model import Sections
from roleguide.reading.consistency import accountability, ladder, vocabulary
from roleguide.reading.consistency.finding import Finding

RULES: Final[tuple[Callable[[Sections], Iterator[Finding]], ...]] = (
    accountability.somebody_answers,
    accountability.one_answers,
    accountability.reaches_nest,
    accountability.variations_vary,
    accountability.deciders_answer,
    accountability.tests_tell_apart,
    accountability.carriers_move,
    ladder.steps_have_a_way_back,
    ladder.origins_lead_here,
    ladder.steps_rise,
    ladder.steps_lower_no_skill,
    ladder.leaders_can_lead,
    ladder.lines_agree,
    ladder.seniors_are_above,
    vocabulary.other_names_are_synonyms,
    vocabulary.interviews_prove_needs,
    vocabulary.needs_reach_basics,
)


NEED_ALL: Final = (
    accountability.somebody_answers,
    accountability.one_answers,
    accountability.tests_tell_apart,
)
"""The rules that miss something: a record that could not be read may have it."""


def findings(sections: Sections, *, whole: bool = True) -> list[Finding]:
    """All that the rules find.

    Args:
        sections: The records.
        whole: Whether these are all that were written.
    """
    rules = [rule for rule in RULES if whole or rule not in NEED_ALL]
    return [finding for rule in rules for finding in rule(sections)]


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
        others = (role in own["roles"] for role in finding.others)
        if finding.key not in known and finding.id in own[finding.section] and all(others):
            yield finding
