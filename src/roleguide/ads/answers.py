"""Questions to the employer that a sentence of the advertisement already answers. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from roleguide.ads.evidence import is_duty
from roleguide.ads.gathering import Said
from roleguide.ads.phrases import phrase_stems, stems
from roleguide.ads.words import Words
from roleguide.model import EmployerQuestion


def unanswered(
    questions: Sequence[EmployerQuestion], sentences: Sequence[Said], words: Words
) -> list[EmployerQuestion]:
    """The questions whose answer no sentence about the job has."""
    return [each for each in questions if not _is_answered(each, sentences, words)]


def _is_answered(question: EmployerQuestion, sentences: Sequence[Said], words: Words) -> bool:
    """Whether a sentence about the job tells whose task it is, or how many there are."""
    counted = {stems(text) for text in question.number.values()} if question.number else set()
    return any(
        _tells(said, question.activity, words) or any(_counts(said.text, one) for one in counted)
        for said in sentences
    )


def _tells(said: Said, activity: str | None, words: Words) -> bool:
    """Whether a sentence has an activity among the tasks."""
    if activity is None or not is_duty(said, words):
        return False
    return any(hit.key == activity for hit in words.activities.within(phrase_stems(said.text)))


def _counts(text: str, counted: Sequence[str]) -> bool:
    """Whether a figure stands in front of what is counted."""
    return any(one.isdecimal() and [other] == [*counted] for one, other in pairwise(stems(text)))
