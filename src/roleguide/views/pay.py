"""What roles are paid: side by side, country by country, each figure with the group it counts.

Nothing is converted from one money into another, and no two figures are averaged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from roleguide.catalog import Catalog, RoleEntry
from roleguide.language import N_, Language
from roleguide.model import COUNTRIES, CURRENCIES, Pay, PayFigure
from roleguide.views import labels
from roleguide.views.document import (
    Block,
    Column,
    Document,
    Grid,
    Heading,
    Link,
    Prose,
    Row,
    Rows,
    Table,
    bullets,
    fields,
    sections,
)
from roleguide.views.links import filled, listed
from roleguide.views.statements import cited, middle, money, named_source, remarks

COLUMNS: Final = tuple(
    (
        "role country year measure period currency low median mean high low_percentile "
        "high_percentile source code label near note"
    ).split()
)
"""The columns of a table of figures."""

HOW_TO_READ: Final = N_(
    "Gross pay earned in a year, full time, fixed and variable together, unless a row says "
    "otherwise; never converted, never averaged. In brackets, percentiles: between 10 and 90 are "
    "four people in five."
)

_LEFT_OUT: Final = re.compile(", (?:Except|All Other)\\b")
"""What comes behind the name of a group, in American statistics: what it leaves out."""

_REGIONS: Final = {"GB": "UK"}
"""The countries that language tags call otherwise."""


class _View(NamedTuple):
    """What all of a page needs: whose pay, by which names, and in which countries."""

    entries: Sequence[RoleEntry]
    names: Sequence[str]
    shown: Sequence[str]
    catalog: Catalog
    language: Language

    def figures(self) -> Iterator[tuple[RoleEntry, PayFigure]]:
        """The figures of these countries, one country after the other, role by role."""
        for country in self.shown:
            for entry in self.entries:
                yield from ((entry, p) for p in figures_of(entry) if p.country == country)


def figures_of(entry: RoleEntry) -> Sequence[PayFigure]:
    """The figures of a role's pay."""
    return entry.role.pay.figures if entry.role.pay else ()


def country_of(language: Language) -> str | None:
    """The reader's country by the language, if the guide has a name for it."""
    country = _REGIONS.get(language.region, language.region)
    return country if country in COUNTRIES else None


def countries(entries: Sequence[RoleEntry], language: Language) -> list[str]:
    """The countries for which a role has figures, those of the language first."""
    found = dict.fromkeys(paid.country for entry in entries for paid in figures_of(entry))
    return sorted(found, key=lambda country: country not in language.countries)


def pay_lines(
    entries: Sequence[RoleEntry],
    names: Sequence[str],
    catalog: Catalog,
    language: Language,
    *,
    abroad: bool = True,
) -> str:
    """The first figure of each role in one country: the reader's, else the first; empty if none.

    A figure stands only if it counts that job alone: what a wider group earns would be taken for
    what this job earns, and beside another for a difference between the two.

    Args:
        entries: The roles.
        names: What to call them, where there are several.
        catalog: Where the sources are.
        language: The language to say it in.
        abroad: Whether a country will do where no reader of the language lives: side by side the
            figures tell the roles apart, alone they would be taken for what the reader may earn.
    """
    own = country_of(language)
    known = _eligible(entries, language, abroad=abroad)
    if not known:
        return ""
    country = own if own and own in known else _first_with_one_job(entries, known)
    firsts = [_first(entry, country) for entry in entries]
    place = labels.country(language, country)
    if _one_for_all(firsts):
        text = N_("one figure counts both, whatever each earns: {figure}")
        same = language.say(text, figure=_brief(language, catalog, firsts[0]))
        return f"{language.label(place)} {same}"
    alone = [_counted_alone(paid) for paid in firsts]
    if not any(alone):
        return ""
    if len(entries) == 1:
        return f"{language.label(place)} {_brief(language, catalog, alone[0])}"
    said = [
        f"{language.label(name)} {_brief(language, catalog, paid)}"
        for paid, name in zip(alone, names, strict=True)
    ]
    return f"{place}, {language.clauses(said)}"


def _eligible(entries: Sequence[RoleEntry], language: Language, *, abroad: bool) -> Sequence[str]:
    """The countries with figures, if asked those alone in which readers of the language live."""
    known = countries(entries, language)
    if abroad or not language.countries:
        return known
    return [c for c in known if c in language.countries or c == country_of(language)]


def _first_with_one_job(entries: Sequence[RoleEntry], known: Sequence[str]) -> str:
    """The first country in which a figure counts one of the jobs alone; else the first."""
    firsts = ((country, [_first(entry, country) for entry in entries]) for country in known)
    return next((country for country, paid in firsts if any(map(_counted_alone, paid))), known[0])


def _counted_alone(paid: PayFigure | None) -> PayFigure | None:
    return paid if paid and paid.near in (None, "close") else None


def _first(entry: RoleEntry, country: str) -> PayFigure | None:
    """The first figure of a role in a country."""
    return next((paid for paid in figures_of(entry) if paid.country == country), None)


def _one_for_all(figures: Sequence[PayFigure | None]) -> bool:
    """Whether several roles share one figure, whatever it says of each."""
    bare = {paid._replace(near=None, note=None) for paid in figures if paid}
    return len(figures) > 1 and None not in figures and len(bare) == 1


def _brief(language: Language, catalog: Catalog, paid: PayFigure | None) -> str:
    """A figure in a few words: its middle, or its ends, and of whom."""
    if paid is None:
        return language.say(N_("no statistic of its own"))
    amount = next(middle(language, paid), _ends(language, paid))
    amount = f"{amount} {language.say(labels.PERIODS[paid.period])}"
    counted = [named_source(language, catalog, paid.source)]
    if paid.near and paid.label:
        name = _LEFT_OUT.split(paid.label)[0]
        counted.insert(0, language.say(labels.BRIEF_NEARNESS[paid.near], group=name))
    return f"{amount} ({language.listing(counted)})"


def pay_view(
    entries: Sequence[RoleEntry],
    asked: str | None,
    catalog: Catalog,
    language: Language,
    *,
    whole: bool,
) -> Document:
    """What each role is paid and how, country by country, and who says so.

    Args:
        entries: The roles.
        asked: The only country to show; None for the reader's, or for all.
        catalog: The guides in effect.
        language: The language to say it in.
        whole: Whether the sources are described and not named alone.
    """
    names = labels.short_names(language, entries)
    view = _View(entries, names, shown_countries(entries, asked, language), catalog, language)
    title = language.say(N_("Pay: {roles}"), roles=language.listing(names))
    blocks: list[Block] = [Heading(title, level=1), *fields(_mixes(view))]
    if not view.shown:
        unpaid = (_nothing(entry, catalog, language) for entry in entries)
        blocks += fields(zip(names, unpaid, strict=True))
    for country in view.shown:
        blocks.append(Heading(labels.country(language, country)))
        blocks.append((_groups if len(entries) == 1 else _country)(view, country))
    blocks += _reading(view)
    blocks += sections(language, (N_("Sources"), _sources(view, whole=whole)))
    rows = tuple(_row(entry, paid, language) for entry, paid in view.figures())
    return Document(title, language, tuple(blocks), table=Table(COLUMNS, rows))


def shown_countries(
    entries: Sequence[RoleEntry], asked: str | None, language: Language
) -> Sequence[str]:
    """The country that is asked for; else the reader's; else, or if it has no figure, all."""
    known = countries(entries, language)
    own = asked or country_of(language)
    if own is None:
        return known
    return [own] if asked or own in known else [own, *known]


def _mixes(view: _View) -> Rows:
    for entry, name in zip(view.entries, view.names, strict=True):
        if entry.role.pay and (mix := how_paid(entry.role.pay, view.language)):
            yield Link(name, "roles", entry.id), mix


def how_paid(pay: Pay, language: Language) -> str:
    """Fixed and variable, what the variable part depends on, and where and when that was so."""
    mix, depends_on = language.of(pay.mix or {}), language.of(pay.depends_on or {})
    text = mix
    if depends_on:
        text = language.say(N_("{mix}; depends on {what}."), mix=mix, what=depends_on)
    known = [labels.country(language, pay.country or ""), pay.date or ""]
    where = language.listing(part for part in known if part)
    return f"{text} ({where})" if text and where else text


def _country(view: _View, country: str) -> Block:
    """The figures of a country, a row each; one that several roles share names them all."""
    language = view.language
    columns = (Column(language.say(N_("Role"))), *_amounts(language), _group(language))
    roles: dict[tuple[bool, tuple[str, str, str]], list[Link]] = {}
    for entry, name in zip(view.entries, view.names, strict=True):
        for figure in _figures_in(view, country, entry):
            roles.setdefault(figure, []).append(Link(name, "roles", entry.id))
    rows = []
    for (own, cells), who in roles.items():
        named = listed(who) if own else filled(language, N_("near {roles}"), roles=listed(who))
        rows.append(Row((named, *cells)))
    return Grid(columns, tuple(rows))


def _groups(view: _View, country: str) -> Block:
    """The figures of one role in a country: each row is named for the group that it counts."""
    entry, language = view.entries[0], view.language
    if all(paid.country != country for paid in figures_of(entry)):
        return Prose(_nothing(entry, view.catalog, language))
    figures = _figures_in(view, country, entry)
    rows = tuple(Row((group, amount, ends)) for _, (amount, ends, group) in figures)
    return Grid((_group(language), *_amounts(language)), rows)


def _amounts(language: Language) -> Sequence[Column]:
    heads = N_("Middle"), N_("From – to")
    return [Column(language.say(head), figures=True) for head in heads]


def _group(language: Language) -> Column:
    return Column(language.say(N_("Who is counted")), wide=True)


def _figures_in(
    view: _View, country: str, entry: RoleEntry
) -> Iterator[tuple[bool, tuple[str, str, str]]]:
    """A role's figures in a country, each with whether it counts that job, or none."""
    language = view.language
    found = [paid for paid in figures_of(entry) if paid.country == country]
    for paid in found:
        counted = language.capitalized(_counted(language, view.catalog, paid))
        cells = _middle(language, paid), _ends(language, paid), counted
        yield paid.near not in ("broad", "narrow"), cells
    if not found:
        yield True, ("–", "–", _nothing(entry, view.catalog, language))


def _middle(language: Language, paid: PayFigure) -> str:
    """The median, with its period if that is no year; an average says that it is one."""
    if paid.median is None:
        amount = next(middle(language, paid), "–")
    else:
        amount = money(language, paid, paid.median)
    if paid.period == "year":
        return amount
    return f"{amount} {language.say(labels.PERIODS[paid.period])}"


def _ends(language: Language, paid: PayFigure) -> str:
    """From the lower end to the upper one, and in brackets which percentiles they are."""
    match paid.low, paid.high:
        case None, None:
            return "–"
        case low, None:
            ends = language.say(N_("from {amount}"), amount=money(language, paid, low))
        case None, high:
            ends = language.say(N_("up to {amount}"), amount=money(language, paid, high))
        case low, high:
            ends = f"{money(language, paid, low)}–{money(language, paid, high)}"
    return f"{ends} ({_percentiles(paid)})" if paid.between else ends


def _percentiles(paid: PayFigure) -> str:
    """Those of the ends that are known."""
    ends = zip((paid.low, paid.high), paid.between, strict=True)
    return "–".join(str(percentile) for end, percentile in ends if end is not None)


def _counted(language: Language, catalog: Catalog, paid: PayFigure) -> str:
    """Whose pay it is, how near that is to the role, what is unusual in it, and who says so."""
    parts = []
    if paid.measure != "earnings":
        parts.append(language.say(labels.MEASURES[paid.measure]))
    parts += remarks(language, paid)
    source = catalog.sections.sources[paid.source]
    basis = language.listing([language.of(source.short or source.title), str(paid.year)])
    return language.say(N_("{text} ({basis})"), text=language.clauses(parts), basis=basis)


def _nothing(entry: RoleEntry, catalog: Catalog, language: Language) -> str:
    """That no source was found, and by when."""
    date = entry.role.reviewed or catalog.edition(entry.guide)
    if not date:
        return language.say(N_("No dated source found."))
    return language.say(N_("No dated source found ({month})."), month=language.date(date))


def _reading(view: _View) -> Iterator[Prose]:
    """How figures are to be read, and for which countries there are others."""
    say = view.language.say
    if any(view.figures()):
        yield Prose(say(HOW_TO_READ), tone="quiet")
    known = countries(view.entries, view.language)
    if others := [country for country in known if country not in view.shown]:
        text = N_("Figures of other countries: {options}")
        options = view.language.listing(f"--country {country}" for country in others)
        yield Prose(say(text, options=options), tone="quiet")


def _sources(view: _View, *, whole: bool) -> Iterator[Block]:
    """Who says so, with the address."""
    figures = [paid for entry in view.entries for paid in figures_of(entry)]
    used = dict.fromkeys(paid.source for paid in figures if paid.country in view.shown)
    return bullets(cited(each, view.catalog, view.language, whole=whole) for each in used)


def _row(entry: RoleEntry, paid: PayFigure, language: Language) -> tuple[str, ...]:
    low, high = paid.between or ("", "")
    told = paid._asdict() | {
        "role": labels.shown_id(entry),
        "currency": paid.currency or CURRENCIES.get(paid.country, ""),
        "low_percentile": low,
        "high_percentile": high,
        "note": language.of(paid.note or {}),
    }
    return tuple("" if told[column] is None else str(told[column]) for column in COLUMNS)
