"""What a record must satisfy beyond the types of its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

from roleguide.language import N_, Message
from roleguide.model import Pair, Role, Sense, Skill, Variation
from roleguide.reading.events import Entries, Node
from roleguide.reading.values import Report

Broken: TypeAlias = tuple[str, Message]
"""The key at fault (empty for the record as a whole), and what is wrong with it."""


def _variation(record: Variation) -> Iterator[Broken]:
    if (record.in_ is None) == (record.when is None):
        yield "", Message(N_("a variation says either “in” or “when”"))
    if record.part is None and record.over is None:
        yield "", Message(N_("a variation changes “part” or “over”"))


def _skill(record: Skill) -> Iterator[Broken]:
    if set(record.levels) != {1, 2, 3, 4, 5}:
        yield "levels", Message(N_("each of the levels 1 to 5 is described, once"))


def _role(record: Role) -> Iterator[Broken]:
    if not record.responsibilities:
        yield "responsibilities", Message(N_("a role has at least one responsibility"))


def _pair(record: Pair) -> Iterator[Broken]:
    if len(record.difference) != 2:
        yield "difference", Message(N_("a difference has exactly two sides, one for each role"))
    for question in record.tests:
        if question.points_to not in record.difference:
            yield (
                "tests",
                Message(
                    N_("a test points to one of the pair's two roles, not to “{role}”"),
                    {"role": question.points_to},
                ),
            )
    if record.usage.kind != "distinct" and record.usage.where is None:
        yield "usage", Message(N_("titles that overlap need “where” to say what it depends on"))


def _sense(record: Sense) -> Iterator[Broken]:
    links = (record.role, record.metric, record.activity, record.skill, record.tool)
    if sum(link is not None for link in links) > 1:
        yield "", Message(N_("a sense names one record at most"))


_RULES: Final[dict[type[Any], Callable[[Any], Iterator[Broken]]]] = {
    Variation: _variation,
    Skill: _skill,
    Role: _role,
    Pair: _pair,
    Sense: _sense,
}


def check(record: Any, node: Node, path: str, report: Report) -> None:
    """Report the rules that a record breaks, at the key that breaks them."""
    if rule := _RULES.get(type(record)):
        for key, message in rule(record):
            place = node.place
            if isinstance(node, Entries) and key in node.entries:
                place = node.entries[key][0]
            report.fault(place, f"{path}.{key}" if key else path, message)
