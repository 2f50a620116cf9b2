"""Rules for single records, beyond the types of their fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar

from roleguide import model
from roleguide.language import N_, Message
from roleguide.reading.colours import DARK, LIGHT, SEEN, contrast
from roleguide.reading.events import MappingNode, Node, key_of
from roleguide.reading.values import LANGUAGE_TAG, Report

Broken: TypeAlias = tuple[str, Message] | tuple[str, Message, Message]
"""The key that breaks a rule (empty for the whole record), what is wrong with it, and a remedy."""


_MONEY: Final = re.compile(r"[€$£]|\d{4}|\d[ \u00a0\u202f.,]\d{3}(?!\d)")
"""What looks like an amount of money in a text: a currency's sign, or four digits and more."""


_SHARES: Final = 'pay: "…"'
_FIGURES: Final = (
    "pay: {figures: [{country: US, year: 2025, measure: earnings, median: 60640, source: ID}]}"
)
"""How pay is written without an amount, and with one."""


def _variation(record: model.Variation) -> Iterator[Broken]:
    if (record.in_ is None) == (record.when is None):
        yield "", Message(N_("a variation says either “in” or “when”"))
    if record.part is None and record.over is None:
        yield "", Message(N_("a variation changes “part” or “over”"))


def _skill(record: model.Skill) -> Iterator[Broken]:
    if set(record.levels) != {1, 2, 3, 4, 5}:
        yield "levels", Message(N_("each of the levels 1 to 5 is described, once"))


def _role(record: model.Role) -> Iterator[Broken]:
    if not record.responsibilities:
        yield "responsibilities", Message(N_("a role has at least one responsibility"))
    if record.tenure and (len(record.tenure) != 2 or record.tenure[0] >= record.tenure[1]):
        yield "tenure", Message(N_("two numbers of years, the lower one first, as in [2, 4]"))


def _pair(record: model.Pair) -> Iterator[Broken]:
    if len(record.difference) != 2:
        yield "difference", Message(N_("a difference has exactly two sides, one for each role"))
    yield from _sides(record)
    for question in record.tests:
        if question.points_to not in record.difference:
            text = N_("a test points to one of the pair's two roles, not to “{role}”")
            yield "tests", Message(text, {"role": question.points_to})
    if record.usage.kind != "distinct" and record.usage.where is None:
        yield "usage", Message(N_("titles that overlap need “where” to say what it depends on"))


def _sides(record: model.Pair) -> Iterator[Broken]:
    """A pair says things about its two roles only."""
    named = {
        "plain": record.plain,
        "choose": record.choose,
        "senior": [record.senior.role] if record.senior and record.senior.role else [],
        "scene": record.scene.sides if record.scene else [],
    }
    text = N_("this is about the pair's two roles, not about “{role}”")
    for key, roles in named.items():
        others = (role for role in roles if role not in record.difference)
        yield from ((key, Message(text, {"role": role})) for role in others)


def _origin(record: model.Origin) -> Iterator[Broken]:
    if (record.role is None) == (record.text is None):
        yield "", Message(N_("a previous job is either a “role” of the guide or a “text”"))


def _statement(record: model.Statement | model.Pitfall) -> Iterator[Broken]:
    if record.source is not None and record.basis is not None:
        yield "basis", Message(N_("what has a source needs no “basis”"))


def _capacity(record: model.Capacity) -> Iterator[Broken]:
    if (record.source is None) == (record.basis is None):
        yield "", Message(N_("a figure has either a “source” or the “basis” rule-of-thumb"))
    elif record.basis == "editors":
        yield "basis", Message(N_("the editors' judgement is no basis for a figure"))


def _pay(record: model.Pay) -> Iterator[Broken]:
    if record.mix is None and not record.figures:
        yield "", Message(N_("“pay” has a “mix” or “figures”"))
    if any(_MONEY.search(text) for text in (record.mix or {}).values()):
        found = Message(N_("an amount of money without its country, year and source"))
        text = N_("say the shares alone, as in {shares}, or write the amount as in {figures}")
        yield "mix", found, Message(text, {"shares": _SHARES, "figures": _FIGURES})


def _pay_figure(record: model.PayFigure) -> Iterator[Broken]:
    yield from _amounts(record)
    if record.currency is None and record.country not in model.CURRENCIES:
        text = N_("in {country} the “currency” is to be named beside it")
        yield "country", Message(text, {"country": record.country})
    if record.between and (len(record.between) != 2 or record.between[0] >= record.between[1]):
        yield "between", Message(N_("two percentiles, the lower one first, as in [10, 90]"))
    if (record.label is None) != (record.near is None):
        yield "label", Message(N_("“label” and “near” stand together or not at all"))
    if record.code is not None and record.label is None:
        yield "code", Message(N_("a “code” has its “label” beside it"))


def _amounts(record: model.PayFigure) -> Iterator[Broken]:
    rising = [a for a in (record.low, record.median, record.high) if a is not None]
    if not rising and record.mean is None:
        yield "", Message(N_("a figure of pay has an amount: low, median, mean or high"))
    if rising != sorted(rising):
        yield "median", Message(N_("the amounts do not rise from low to high"))


def _sense(record: model.Sense) -> Iterator[Broken]:
    links = (record.role, record.metric, record.activity, record.skill, record.tool)
    if sum(link is not None for link in links) > 1:
        yield "", Message(N_("a sense names one record at most"))


def _title_words(record: model.TitleWords) -> Iterator[Broken]:
    stands_for = record.kind in ("spelling", "translation")
    right, wrong = ("stands_for", "words") if stands_for else ("words", "stands_for")
    if getattr(record, wrong) or not getattr(record, right):
        text = N_("words of the kind “{kind}” stand under “{key}”")
        key = wrong if getattr(record, wrong) else ""
        yield key, Message(text, {"kind": record.kind, "key": right})
    if (record.level is None) == (record.kind == "rank"):
        yield "level", Message(N_("the kind “rank” has a “level”, and no other kind has one"))
    yield from _languages((*record.words, *record.stands_for), right)


def _languages(tags: Iterable[str], key: str) -> Iterator[Broken]:
    """The tags that are of no language, at the key under which they stand."""
    for tag in tags:
        if not LANGUAGE_TAG.fullmatch(tag):
            text = N_("“{key}” is no language; one is written en, fr or fr-CA")
            yield key, Message(text, {"key": tag})


def _ad_words(record: model.AdWords) -> Iterator[Broken]:
    if sum(link is not None for link in (record.activity, record.role, record.kind)) != 1:
        yield "", Message(N_("words of advertisements name an activity, a role or a kind"))
    yield from _languages(record.words, "words")
    yield from _languages(record.unless, "unless")


def _ad_rule(record: model.AdRule) -> Iterator[Broken]:
    if bool(record.words) == bool(record.requires):
        yield "", Message(N_("a rule for advertisements has words or requires a statement"))
    for key in ("words", "unless", "places"):
        yield from _languages(getattr(record, key), key)


def _look(record: model.Look) -> Iterator[Broken]:
    for key, ground in (("colour", LIGHT), ("dark", DARK)):
        colour = getattr(record, key)
        if colour and contrast(colour, ground) < SEEN:
            text = N_("on {ground} its contrast is {found}; at least {least} is needed to be seen")
            found = f"{contrast(colour, ground):.1f}"
            yield key, Message(text, {"ground": ground, "found": found, "least": f"{SEEN:g}"})


def _job(record: model.Job) -> Iterator[Broken]:
    if (record.role is None) == (record.title is None):
        yield "", Message(N_("a job is either a “role” of a guide or a “title”"))


def _profile(record: model.Profile) -> Iterator[Broken]:
    wants, refuses = record.wants, record.refuses
    for name in wants._fields:
        one, other = getattr(wants, name), getattr(refuses, name)
        both = [*set(one) & set(other)] if isinstance(one, tuple) else [name] * (one and other)
        for word in sorted(both):
            text = N_("“{key}” is wanted and refused at once")
            yield "refuses", Message(text, {"key": word})


R = TypeVar("R", bound=NamedTuple)

_RULES: Final[dict[type[NamedTuple], Callable[[Any], Iterator[Broken]]]] = {
    model.Variation: _variation,
    model.Skill: _skill,
    model.Role: _role,
    model.Pair: _pair,
    model.Sense: _sense,
    model.Origin: _origin,
    model.Statement: _statement,
    model.Pitfall: _statement,
    model.Capacity: _capacity,
    model.Pay: _pay,
    model.PayFigure: _pay_figure,
    model.Job: _job,
    model.Profile: _profile,
    model.TitleWords: _title_words,
    model.AdWords: _ad_words,
    model.AdRule: _ad_rule,
    model.Look: _look,
}


def check_rules(record: R, node: Node, path: str, report: Report) -> R:
    """Report the rules that a record breaks, each at the key that breaks it; the record.

    Where that key is taken over from another guide, the record itself is the place; so it is
    where the record is written as a single value, without that key.
    """
    if rule := _RULES.get(type(record)):
        short = not (isinstance(node, MappingNode) and node.entries.keys() & {*record._fields})
        for key, found, *remedy in rule(record):
            at: Node = node
            if isinstance(node, MappingNode) and key in node.entries:
                named = key_of(key, node.entries[key])
                at = named if named.source.name == node.source.name else node
            where = f"{path}.{key}" if key and not short else path
            report.fault(at, where, found, hint=next(iter(remedy), None))
    return record
