"""The sections of a comparison: each thing the two sides have, with its mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TypeVar

from roleguide.catalog import Catalog
from roleguide.compare import Only, filtered
from roleguide.compare.result import Change, Compared, Comparison, FactValue, Needed, Rows, delta
from roleguide.language import N_, Language
from roleguide.model import Analogy, Example, Responsibility, Role, Tie
from roleguide.views import labels
from roleguide.views.basics import basics_of, level_note
from roleguide.views.document import (
    Block,
    Column,
    Entry,
    Grid,
    Heading,
    Inline,
    Item,
    Panels,
    Prose,
    Row,
    Side,
    bullets,
    entries,
    grid,
    headed,
    sections,
)
from roleguide.views.links import filled, link, listed

T = TypeVar("T")

SIDES: Final[tuple[Side, Side]] = ("left", "right")
_TALLIED: Final[tuple[Change, ...]] = (*SIDES, "changed", "same")


class Options(NamedTuple):
    """What of a comparison is shown.

    Attributes:
        only: Only what differs, or only what both have.
        context: The one context to show.
        full: Everything.
        short: Only what fits into a message.
        page: Whether it is read as a page, which has room for every scene and world.
        asked: The names by which the two roles were asked for.
        usual: The two roles as they are elsewhere than in the context.
    """

    only: Only | None = None
    context: str | None = None
    full: bool = False
    short: bool = False
    page: bool = False
    asked: tuple[str, ...] = ()
    usual: tuple[Role, ...] = ()


class View(NamedTuple):
    """What every section of the document needs."""

    comparison: Comparison
    catalog: Catalog
    language: Language
    options: Options
    names: tuple[str, str]

    @property
    def only(self) -> Only | None:
        """What is shown: as asked, and of two versions of one role what differs."""
        if self.comparison.versions and not self.options.full:
            return self.options.only or "differences"
        return self.options.only

    def name_of(self, role: str) -> str:
        """The short name of one of the two roles, by its id."""
        return self.names[[entry.id for entry in self.comparison.roles].index(role)]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of a table with a word or a level of each side in a row."""
        left, right = self.names
        return Column(""), Column(left, "left"), Column(right, "right")

    @property
    def text_columns(self) -> tuple[Column, ...]:
        """The columns of a table with a text of each side in a row."""
        return tuple(column._replace(wide=bool(column.name)) for column in self.columns)

    @property
    def rows(self) -> Rows:
        """The rows that are to be shown."""
        return filtered(self.comparison.rows, self.only)


def all_sections(view: View) -> Iterator[Block]:
    """The sections, what tells most first."""
    rows, say = view.rows, view.language.say
    yield from sections(
        view.language,
        (N_("At a glance"), grid(view.text_columns, (_fact(view, row) for row in rows.facts))),
    )
    head = Heading(say(N_("Responsibilities")), tally=_tally(view, rows.responsibilities))
    yield from headed(head, entries(_activity(view, row) for row in rows.responsibilities))
    yield from _skills(view, rows.skills)
    note = say(N_("a dash: not among its main metrics"))
    lacking = any(None in row.values for row in rows.metrics)
    head = Heading(say(N_("Metrics")), note if lacking else "")
    yield from headed(head, grid(view.columns, (_metric(view, row) for row in rows.metrics)))
    yield from sections(view.language, (N_("Tools"), bullets(_tools(view, rows.tools))))
    yield from _scenes(view)
    yield from _worlds(view)


def _fact(view: View, fact: Compared[FactValue]) -> Row:
    name = labels.fact_name(view.language, fact.id)
    return Row((name, *labels.fact(view.language, view.catalog, fact)), fact.change)


def _tally(view: View, rows: Sequence[Compared[Responsibility]]) -> tuple[str, ...]:
    """How many rows each mark has."""
    count, say = view.language.count, view.language.say
    number = {mark: sum(row.change == mark for row in rows) for mark in _TALLIED}
    if view.comparison.versions:
        sides = [
            count("− {n} gone", "− {n} gone", number["left"]),
            count("+ {n} new", "+ {n} new", number["right"]),
            count("~ {n} changed", "~ {n} changed", number["changed"]),
        ]
    else:
        one, other = view.names
        sides = [
            say(N_("− {n} mainly {name}"), n=number["left"], name=one),
            say(N_("+ {n} mainly {name}"), n=number["right"], name=other),
            count(
                "~ {n} in both, with a different part",
                "~ {n} in both, with a different part",
                number["changed"],
            ),
        ]
    parts = [*sides, count("= {n} alike", "= {n} alike", number["same"])]
    return tuple(part for part, mark in zip(parts, _TALLIED, strict=True) if number[mark])


def _activity(view: View, row: Compared[Responsibility]) -> Entry:
    lines = []
    left, right = row.values
    only_reach_differs = bool(
        left and right and left.part == right.part and left.over != right.over
    )
    for mark, share in zip(SIDES, row.values, strict=True):
        if share is None:
            continue
        label = view.language.say(labels.PARTS[share.part])
        if only_reach_differs and share.over:
            label = f"{label} ({view.language.say(labels.REACHES[share.over])})"
        own_mark = mark if row.change in ("changed", "same") else None
        text = view.language.of(share.text) + variations(view.language, view.catalog, share)
        lines.append(Item(text, label, own_mark))
    return Entry(link(view.catalog, view.language, "activities", row.id), tuple(lines), row.change)


def variations(language: Language, catalog: Catalog, share: Responsibility) -> str:
    """Where a part or reach is another, in brackets behind the text."""
    parts = []
    for variation in share.or_:
        where = (
            language.uncapitalized(language.of(catalog.sections.contexts[variation.in_].opening))
            if variation.in_
            else language.of(variation.when or {})
        )
        changes = [language.say(labels.PARTS[variation.part])] if variation.part else []
        if variation.over:
            changes.append(language.say(labels.REACHES[variation.over]))
        change = language.listing(changes)
        parts.append(language.say(N_("{where}: {change}"), where=where, change=change))
    return f" ({language.listing(parts)})" if parts else ""


def _skills(view: View, rows: Sequence[Compared[Needed]]) -> Iterator[Block]:
    if not rows:
        return
    say = view.language.say
    yield Heading(say(N_("Skills")), say(level_note(row.values for row in rows)))
    columns = (*view.columns, Column("Δ", figures=True))
    yield Grid(columns, tuple(_skill(view, row) for row in rows))
    yield from basics_of(view.comparison.roles, view.catalog, view.language)


def _skill(view: View, row: Compared[Needed]) -> Row:
    meters = labels.meters(view.language, row.values)
    return Row((_skill_name(view, row), *meters, signed(delta(row))), row.change)


def _skill_name(view: View, row: Compared[Needed]) -> Inline:
    """A skill's name, and its two weights where two versions of a role differ in these."""
    name = link(view.catalog, view.language, "skills", row.id)
    weights = [need.weight for need in row.values if need and need.weight]
    if not view.comparison.versions or len({*weights}) < len(row.values):
        return name
    before, after = (view.language.say(labels.WEIGHTS[weight]) for weight in weights)
    return filled(
        view.language,
        N_("{skill} ({before} / {after})"),
        skill=name,
        before=before,
        after=after,
    )


def signed(value: int | None) -> str:
    """A difference of levels with its sign, or nothing where one side lacks the skill."""
    if value is None:
        return ""
    return f"+{value}" if value > 0 else f"−{-value}" if value else "0"


def _metric(view: View, row: Compared[Tie]) -> Row:
    ties = (view.language.say(labels.TIES[tie]) if tie else "–" for tie in row.values)
    return Row((link(view.catalog, view.language, "metrics", row.id), *ties), row.change)


def _tools(view: View, rows: Sequence[Compared[bool]]) -> Iterator[Item]:
    marks: tuple[Change, ...] = ("same", "left", "right")
    for mark in marks:
        ids = [row.id for row in rows if row.change == mark]
        if ids:
            names = (link(view.catalog, view.language, "tools", tool) for tool in ids)
            yield Item(listed(names), mark=mark)


def pair_scene(view: View) -> Iterator[Block]:
    """One case, and what each of the two does in it."""
    scene = view.comparison.pair.scene if view.comparison.pair else None
    if scene is None or view.options.context not in (None, scene.context):
        return
    say, of = view.language.say, view.language.of
    yield Heading(say(N_("One case, both in it")), say(N_("an invented example")))
    setup = of(scene.setup)
    if scene.context:
        opening = of(view.catalog.sections.contexts[scene.context].opening)
        setup = f"{view.language.label(opening)} {setup}"
    yield Prose(setup)
    ids = [entry.id for entry in view.comparison.roles]
    # A story is told in its own order, whichever role was asked for first.
    for role, text in scene.sides.items():
        at = ids.index(role)
        yield Prose(of(text), side=SIDES[at], label=view.names[at])


def _scenes(view: View) -> Iterator[Block]:
    """Scenes, a context each; that of the context asked for stands above."""
    if view.options.context:
        return
    rows, contexts = view.comparison.rows.examples, view.catalog.sections.contexts
    for row in _chosen(view, rows, rows):
        told = zip(row.values, view.names, SIDES, strict=True)
        yield Heading(view.language.of(contexts[row.id].opening))
        yield Panels(tuple(scene_panel(view.language, *each) for each in told))


def _worlds(view: View) -> Iterator[Block]:
    """Figures of both, a world each in which both have one."""
    rows, worlds = view.comparison.rows.analogies, view.catalog.sections.worlds
    for row in _chosen(view, rows, [row for row in rows if all(row.values)]):
        told = zip(row.values, view.names, SIDES, strict=True)
        yield Heading(view.language.of(worlds[row.id].opening))
        yield Panels(tuple(figure_panel(view.language, *each) for each in told if each[0]))


def _chosen(
    view: View, rows: Sequence[Compared[T]], usual: Sequence[Compared[T]]
) -> Sequence[Compared[T]]:
    """The usual ones; or if that is asked for, what two versions of one role say differently."""
    if not view.only:
        return usual
    if not view.comparison.versions or view.only != "differences":
        return []
    return [row for row in rows if row.change != "same"]


def scene_panel(
    language: Language, scene: Example | None, name: str, side: Side | None = None
) -> Item:
    """A scene of a role that is named where there are several."""
    return Item(scene_text(language, scene), name, side)


def scene_text(language: Language, scene: Example | None) -> str:
    """A scene, or who does the work where there is no such role."""
    if scene is None:
        return "–"
    text = language.of(scene.text)
    return language.say(N_("No such job here. {text}"), text=text) if scene.absent else text


def figure_panel(
    language: Language, told: Analogy | None, name: str, side: Side | None = None
) -> Item:
    """A figure of a role that is named where there are several."""
    if told is None:
        return Item("–", name, side)
    figure = language.of(told.figure)
    title = f"{language.label(name)} {figure}" if name else figure
    return Item(language.of(told.why), title, side)
