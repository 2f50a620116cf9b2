"""What lies around a role: a tree of usual steps, two deep, and what is near besides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from roleguide.catalog import Catalog
from roleguide.language import N_, Language
from roleguide.moves.coverage import Covered
from roleguide.moves.result import Around, Branch
from roleguide.views import labels
from roleguide.views.document import (
    Block,
    Column,
    Document,
    Entry,
    Fields,
    Grid,
    Heading,
    Inline,
    Item,
    Prose,
    Row,
    Table,
    entries,
    headed,
)
from roleguide.views.links import concatenated, link, listed

SHARES: Final = (
    (0.8, N_("nearly all")),
    (0.6, N_("most")),
    (0.4, N_("about half")),
    (0.2, N_("some")),
    (0.0, N_("few")),
)
"""A share in words, from the lowest share for which they stand; no figure passes for a verdict."""

COLUMNS: Final = ("kind", "role", "title", "move", "by")
"""The columns of rows: onward, origin or near; the role; its title; the move; over which role."""


def in_words(language: Language, share: float) -> str:
    """A share in words."""
    return next(language.say(words) for lowest, words in SHARES if share >= lowest)


def around_view(
    result: Around, catalog: Catalog, language: Language, *, typed: bool = True
) -> Document:
    """Where people go on to and come from, two steps deep, and what is near besides.

    Args:
        result: The role, and what lies around it.
        catalog: The guides in effect.
        language: The language to say it in.
        typed: Whether the reader types commands, and is told the one that goes on from here.
    """
    entry, say = result.entry, language.say
    foot: Inline = say(labels.REFLECTION)
    if typed:
        foot = concatenated(foot, " ", _way_on(result, language))
    title = language.of(entry.role.title.text)
    blocks: list[Block] = [
        Heading(
            labels.titled(language, entry), say(N_("where people go from here, and come from")), 1
        ),
        Prose(language.of(entry.role.plain or entry.role.mission), tone="lead"),
        *_tree(N_("People go on to"), N_("then"), result.onward, catalog, language),
        *_beyond(result, language),
        *_tree(N_("People come from"), N_("before that"), result.origins, catalog, language),
        *_outside(result, catalog, language),
        *_near(result, catalog, language),
        Prose(foot, tone="quiet"),
    ]
    return Document(title, language, tuple(blocks), table=_table(result, catalog, language))


def _tree(
    heading: str, label: str, branches: tuple[Branch, ...], catalog: Catalog, language: Language
) -> Iterator[Block]:
    """The roles a step away by the kind of step, each with those that are one more step away."""
    told = []
    for each in (b for move in labels.MOVES for b in branches if b.step.move == move):
        name = labels.reached(language, catalog, each.role, each.step.move)
        told.append(Entry(name, tuple(_further(each, label, catalog, language))))
    return headed(Heading(language.say(heading)), entries(told))


def _further(branch: Branch, label: str, catalog: Catalog, language: Language) -> Iterator[Item]:
    if branch.further:
        names = [labels.short_name(language, catalog.head(each.role)) for each in branch.further]
        yield Item(language.listing(names), language.say(label))


def _beyond(result: Around, language: Language) -> Iterator[Block]:
    if beyond := result.entry.role.beyond:
        yield Fields(((language.say(N_("Beyond this guide")), language.of(beyond)),))


def _outside(result: Around, catalog: Catalog, language: Language) -> Iterator[Block]:
    if result.outside:
        names = listed(labels.neighbour(language, catalog, each) for each in result.outside)
        yield Fields(((language.say(N_("From outside this guide")), names),))


def _near(result: Around, catalog: Catalog, language: Language) -> Iterator[Block]:
    """The near roles, with what each covers of the other, in words."""
    say = language.say
    yield Heading(say(N_("Near in skills and activities, without a usual step")))
    if not result.near:
        yield Prose(say(N_("No other role is near.")))
        return
    name = labels.short_name(language, result.entry)
    heads = (N_("{name} brings of it"), N_("it brings of {name}"))
    columns = (Column(say(head, name=name), wide=True) for head in heads)
    rows = []
    for each in result.near:
        shares = (_covering(language, covered) for covered in (each.there, each.back))
        rows.append(Row((link(catalog, language, "roles", each.role), *shares)))
    yield Grid((Column(""), *columns), tuple(rows))


def _covering(language: Language, covered: Covered) -> str:
    shares = {N_("skills"): covered.skills.held, N_("activities"): covered.activities}
    return language.clauses(
        f"{language.label(language.say(label))} {in_words(language, share)}"
        for label, share in shares.items()
    )


def _way_on(result: Around, language: Language) -> str:
    """The command that tells of one of these steps."""
    goals = [*(each.role for each in result.onward), *(each.role for each in result.near), "ROLE"]
    command = f"roleguide move {labels.shown_id(result.entry)} {goals[0]}"
    return language.say(N_("What a step takes: {command}"), command=command)


def _table(result: Around, catalog: Catalog, language: Language) -> Table:
    def row(kind: str, role: str, move: str = "", by: str = "") -> tuple[str, ...]:
        return kind, role, catalog.title("roles", role, language), move, by

    rows = []
    for kind, branches in (("onward", result.onward), ("origin", result.origins)):
        for each in branches:
            rows.append(row(kind, each.role, each.step.move))
            rows += [row(kind, far.role, far.step.move, each.role) for far in each.further]
    rows += [row("near", each.role) for each in result.near]
    return Table(COLUMNS, tuple(rows))
