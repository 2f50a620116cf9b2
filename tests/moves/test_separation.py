"""What separates two roles: what is asked, how one fails, with what one begins, how far apart."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from compare import strategies as any_
from hypothesis import given
from views.answers import builtin

from roleguide.catalog import RoleEntry
from roleguide.model import InterviewQuestion, MoveKind, Need, Part, Pitfall, Responsibility, Step
from roleguide.moves import move
from roleguide.moves.result import Move
from roleguide.moves.separation import distance, failing, proving, to_begin, to_try

WORDS = any_.catalog()


def does(**parts: Part) -> dict[str, Responsibility]:
    return {activity: Responsibility(part, {}) for activity, part in parts.items()}


def between(start: dict[str, Any], goal: dict[str, Any]) -> Move:
    return move(WORDS, any_.entry("one", **start), any_.entry("other", **goal))


def pitfall(word: str, skill: str | None = None, activity: str | None = None) -> Pitfall:
    return Pitfall(any_.text(word), skill, activity)


def test_somebody_fails_by_what_is_not_let_go_and_by_what_is_missing_most() -> None:
    pitfalls = (
        pitfall("the employer"),
        pitfall("held", skill="counting"),
        pitfall("short", skill="writing"),
        pitfall("lacking", skill="listening"),
        pitfall("kept", activity="cooking"),
        pitfall("never done", activity="serving"),
    )
    asked = {"counting": Need(3, 3), "writing": Need(3, 3), "listening": Need(3, 3)}
    start = {
        "skills": {"counting": Need(3, 1), "writing": Need(2, 1)},
        "responsibilities": does(cooking="both"),
    }
    goal = {"skills": asked, "responsibilities": does(cooking="supports"), "pitfalls": pitfalls}
    found = failing(between(start, goal))
    assert [each.text for each in found] == [*map(any_.text, ("kept", "lacking", "short"))]


@pytest.mark.parametrize("step", get_args(MoveKind))
def test_only_whoever_goes_back_down_lacks_nothing(step: MoveKind) -> None:
    """Who came by a step up has had the job; beside or elsewhere, people may start there."""
    goal = {"skills": {"counting": Need(3, 3)}, "pitfalls": (pitfall("x", skill="counting"),)}
    back = goal | {"leads_to": {"one": Step(step)}}
    assert failing(between({}, goal))
    assert bool(failing(between({}, back))) == (step != "up")
    assert failing(between({"leads_to": {"other": Step(step)}}, back))


def test_questions_come_first_that_prove_what_is_missing() -> None:
    words = any_.text("why?")
    asked = {"counting": Need(3, 3), "writing": Need(3, 3)}
    questions = tuple(InterviewQuestion(skill, words, words) for skill in asked)
    found = proving(
        between({"skills": {"counting": Need(3, 3)}}, {"skills": asked, "interview": questions})
    )
    assert [each.skill for each in found] == ["writing", "counting"]


def test_whoever_only_answers_for_a_task_begins_by_doing_it() -> None:
    goal = {"responsibilities": does(serving="accountable", cooking="both", tasting="responsible")}
    found = to_try(between({"responsibilities": does(cooking="accountable")}, goal))
    assert found
    assert found.activity == "cooking"
    assert to_try(between({"responsibilities": does(cooking="both", tasting="both")}, goal)) is None


def test_one_begins_with_a_task_in_which_one_has_a_part() -> None:
    goal = {"responsibilities": does(cooking="both", serving="responsible", tasting="supports")}
    helper = between({"responsibilities": does(serving="supports", tasting="supports")}, goal)
    stranger = between({"responsibilities": does(serving="informed")}, goal)
    cook = between(goal, goal)
    found = [task and task.activity for task in map(to_try, (helper, stranger, cook))]
    assert found == ["serving", "cooking", None]


@pytest.mark.parametrize(
    ("start", "goal", "skill", "level"),
    [
        ("account-executive", "sales-manager", "coaching", 2),
        ("csm", "head-of-customer-success", "leading-people", 2),
        ("sales-engineer", "product-manager", "product-management", 2),
    ],
)
def test_one_begins_with_what_is_missing_most_as_a_beginner_does(
    start: str, goal: str, skill: str, level: int
) -> None:
    catalog = builtin()
    found = to_begin(catalog, move(catalog, catalog.entry(start), catalog.entry(goal)))
    assert found
    assert (found[0].skill, found[1]) == (skill, level)


def test_what_is_held_is_begun_at_the_next_level() -> None:
    short = between({"skills": {"counting": Need(2, 1)}}, {"skills": {"counting": Need(4, 3)}})
    task, level = to_begin(WORDS, short) or (None, 0)
    assert task
    assert (task.skill, level) == ("counting", 3)
    assert to_begin(WORDS, between({}, {})) is None


def test_distance_counts_tasks_and_skills_once() -> None:
    start = {
        "skills": {"counting": Need(2, 1), "writing": Need(3, 2)},
        "responsibilities": does(serving="supports", cooking="informed"),
    }
    goal = {
        "skills": {"counting": Need(3, 3), "listening": Need(3, 3), "tasting": Need(3, 1)},
        "responsibilities": does(cooking="both", serving="both", buying="informed"),
    }
    assert distance(between(start, goal)) == (2, 1, 2, 1, 2, 1)


@given(any_.entries(), any_.entries())
def test_nothing_is_counted_beyond_the_whole(one: RoleEntry, other: RoleEntry) -> None:
    found = distance(move(WORDS, one, other))
    assert 0 <= found.shared <= found.tasks
    assert 0 <= found.unlisted <= found.essential
    assert 0 <= found.gone <= found.own
