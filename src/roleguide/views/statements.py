"""Sentences with what they rest on, and amounts with their year, country and source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from roleguide.catalog import Catalog
from roleguide.language import N_, Language
from roleguide.model import CURRENCIES, Basis, Capacity, PayFigure, Pitfall, Statement
from roleguide.views import labels
from roleguide.views.document import Item


def statement(language: Language, catalog: Catalog, said: Statement | Pitfall) -> str:
    """A sentence, and in brackets what it rests on, unless that is the editors' judgement."""
    return _resting(language, catalog, language.of(said.text), said.source, said.basis)


def in_brief(language: Language, catalog: Catalog, said: Statement | Pitfall) -> str:
    """A sentence, and in brackets what it rests on in as few words as may be."""
    text = language.of(said.text)
    if said.basis != "rule-of-thumb":
        return statement(language, catalog, said)
    return language.say(N_("{text} ({basis})"), text=text, basis=language.say(N_("rule of thumb")))


def briefly(
    language: Language, catalog: Catalog, *said: tuple[str, Statement | None]
) -> Iterator[tuple[str, str]]:
    """Rows of sentences, each with its label and in brief what it rests on."""
    for label, text in said:
        if text:
            yield language.say(label), in_brief(language, catalog, text)


def capacity(language: Language, catalog: Catalog, said: Capacity) -> str:
    """A capacity: how many, on which condition, and what that rests on."""
    value, condition = language.of(said.value), language.of(said.condition)
    text = language.say(N_("{value}; {condition}"), value=value, condition=condition)
    return _resting(language, catalog, text, said.source, said.basis)


def figure(language: Language, catalog: Catalog, paid: PayFigure) -> str:
    """A figure of pay: what was counted, how much, who says so, and of which group of jobs."""
    text = language.say(
        N_("{measure} {period}: {amounts}"),
        measure=language.say(labels.MEASURES[paid.measure]),
        period=language.say(labels.PERIODS[paid.period]),
        amounts=language.listing(_amounts(language, paid)),
    )
    said = _resting(language, catalog, text, paid.source, None)
    return language.clauses([said, *remarks(language, paid)])


def remarks(language: Language, paid: PayFigure) -> Iterator[str]:
    """How near the group of jobs that a figure counts is to the job, and what is unusual in it."""
    if paid.near:
        group = " ".join(part for part in (paid.code, paid.label) if part)
        yield language.say(labels.NEARNESS[paid.near], group=group)
    if paid.note:
        yield language.of(paid.note)


def money(language: Language, paid: PayFigure, amount: float | None) -> str:
    """An amount of a figure, in the money of the figure's country; a dash where there is none."""
    if amount is None:
        return "–"
    return language.money(amount, paid.currency or CURRENCIES.get(paid.country, ""))


def middle(language: Language, paid: PayFigure) -> Iterator[str]:
    """The median and the average, as far as they are known."""
    if paid.median is not None:
        yield language.say(N_("median {amount}"), amount=money(language, paid, paid.median))
    if paid.mean is not None:
        yield language.say(N_("average {amount}"), amount=money(language, paid, paid.mean))


def _amounts(language: Language, paid: PayFigure) -> Iterator[str]:
    """The middle, the average and the two ends, as far as they are known."""
    yield from middle(language, paid)
    if paid.low is not None or paid.high is not None:
        low, high = (money(language, paid, end) for end in (paid.low, paid.high))
        ends = language.say(N_("from {low} to {high}"), low=low, high=high)
        if paid.between:
            first, last = paid.between
            text = N_("{ends} (percentiles {low} to {high})")
            ends = language.say(text, ends=ends, low=first, high=last)
        yield ends


def _resting(
    language: Language, catalog: Catalog, text: str, source: str | None, basis: Basis | None
) -> str:
    """A text, and behind it what it rests on."""
    if source is not None:
        rests_on = named_source(language, catalog, source)
    elif basis == "rule-of-thumb":
        rests_on = language.say(labels.BASES[basis])
    else:
        return text
    return language.say(N_("{text} ({basis})"), text=text, basis=rests_on)


def named_source(language: Language, catalog: Catalog, identifier: str) -> str:
    """A source's short name and its edition."""
    source = catalog.sections.sources[identifier]
    name = language.of(source.short or source.title)
    return language.listing([name, language.date(source.date)] if source.date else [name])


def cited(identifier: str, catalog: Catalog, language: Language, *, whole: bool) -> Item:
    """A source with its edition and its address; a `whole` one also with what was taken from it."""
    source = catalog.sections.sources[identifier]
    title, short = language.of(source.title), language.of(source.short or {})
    dated = language.listing([title, language.date(source.date)]) if source.date else title
    said = [dated, source.url or ""]
    if whole and source.note:
        said.insert(1, language.of(source.note))
    text = ". ".join(part.rstrip(".") for part in said if part)
    return Item(text, "" if title.startswith(short) else short)


def sources_in(value: object, field: str = "") -> Iterator[str]:
    """The ids of all sources that a record, or a part of one in some field of it, names."""
    if field == "source" and isinstance(value, str):
        yield value
    elif field == "sources" and isinstance(value, tuple):
        yield from value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from sources_in(part)
    elif isinstance(value, tuple):
        names = getattr(value, "_fields", ("",) * len(value))
        for name, part in zip(names, value, strict=True):
            yield from sources_in(part, name)
