"""The sections of a comparison: each thing the two sides have, with its mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple, TypeAlias

from roleguide.catalog import Catalog
from roleguide.compare.result import ActivityRow, Comparison, Fact, MetricRow, SkillRow, ToolRow
from roleguide.language import N_, Language
from roleguide.views import words
from roleguide.views.document import (
    Block,
    Bullets,
    Column,
    Entries,
    Entry,
    Grid,
    Heading,
    Item,
    Line,
    Mark,
    Meter,
    Panel,
    Panels,
    Prose,
    Row,
)

Only: TypeAlias = Literal["differences", "shared"]

SIDES: tuple[Mark, Mark] = ("left", "right")


class Options(NamedTuple):
    """What of a comparison is shown.

    Attributes:
        only: Only what differs, or only what both have.
        context: The one context to show.
        full: All scenes and worlds, not the first of each.
    """

    only: Only | None = None
    context: str | None = None
    full: bool = False


class View(NamedTuple):
    """What every section of the document needs."""

    comparison: Comparison
    catalog: Catalog
    language: Language
    options: Options
    names: tuple[str, str]

    def shown(self, rows: Iterable[Any]) -> list[Any]:
        """The rows that `--only` lets through."""
        if self.options.only == "differences":
            return [row for row in rows if row.change != "same"]
        if self.options.only == "shared":
            return [row for row in rows if row.change in ("both", "same")]
        return list(rows)


def sections(view: View) -> Iterator[Block]:
    """The sections, what tells most first."""
    yield from _glance(view)
    yield from _responsibilities(view)
    yield from _skills(view)
    yield from _figures(view)
    yield from _scenes(view)
    yield from _worlds(view)
    yield from _together(view)


def _folds(view: View, rows: Sequence[Any]) -> bool:
    """Whether a section has no difference to show; a written pair shows it all the same."""
    if view.comparison.written or view.options.only or not rows:
        return False
    left, right = view.comparison.roles
    versions = left.id == right.id
    return all(row.change == "same" and not (versions and _reworded(row)) for row in rows)


def _reworded(row: Any) -> bool:
    """Whether two versions of a responsibility say different things."""
    return isinstance(row, ActivityRow) and row.shares[0] != row.shares[1]


def shown_facts(view: View) -> tuple[Fact, ...]:
    """The facts that `--only` lets through."""
    only = view.options.only
    if only is None:
        return view.comparison.facts
    return tuple(f for f in view.comparison.facts if f.same == (only == "shared"))


def _glance(view: View) -> Iterator[Block]:
    facts = shown_facts(view)
    if not facts:
        return
    say = view.language.say
    rows = [
        Row(
            (
                say(words.FACTS[fact.id]),
                *(words.fact(view.language, view.catalog, fact.id, v) for v in fact.values),
            ),
            fact_mark(fact.values, same=fact.same),
        )
        for fact in facts
    ]
    yield Heading(say(N_("At a glance")))
    yield Grid(
        (
            Column(""),
            Column(view.names[0], "left", wide=True),
            Column(view.names[1], "right", wide=True),
        ),
        tuple(rows),
    )


def fact_mark(values: Sequence[Any], *, same: bool) -> Mark:
    """The mark of a fact."""
    if same:
        return "same"
    if values[1] is None:
        return "left"
    return "right" if values[0] is None else "both"


def _responsibilities(view: View) -> Iterator[Block]:
    rows: list[ActivityRow] = view.shown(view.comparison.responsibilities)
    if not rows:
        return
    say = view.language.say
    if _folds(view, rows):
        yield Heading(say(N_("Responsibilities")))
        yield Prose(
            view.language.count(
                "{n} responsibility, the same on both sides",
                "{n} responsibilities, the same on both sides",
                len(rows),
            ),
            tone="quiet",
        )
        return
    yield Heading(say(N_("Responsibilities")), _tally(view, rows), tally=True)
    yield Entries(tuple(_activity(view, row) for row in rows))


def _tally(view: View, rows: Sequence[ActivityRow]) -> str:
    """How many rows each mark has."""
    count, say = view.language.count, view.language.say
    number = {mark: sum(row.change == mark for row in rows) for mark in (*SIDES, "both", "same")}
    parts = [
        say(N_("− {n} only {name}"), n=number["left"], name=view.names[0]),
        say(N_("+ {n} only {name}"), n=number["right"], name=view.names[1]),
        count(
            "~ {n} in both, with a different part",
            "~ {n} in both, with a different part",
            number["both"],
        ),
        count("= {n} alike", "= {n} alike", number["same"]),
    ]
    return "   ".join(
        part for part, mark in zip(parts, (*SIDES, "both", "same"), strict=True) if number[mark]
    )


def _activity(view: View, row: ActivityRow) -> Entry:
    lines = []
    left, right = row.shares
    only_reach_differs = bool(left and right and left.part == right.part and row.change == "both")
    for mark, share, over in zip(SIDES, row.shares, row.overs, strict=True):
        if share is None:
            continue
        label = view.language.say(words.PARTS[share.part])
        if only_reach_differs and over:
            label = f"{label} ({view.language.say(words.REACHES[over])})"
        own_mark = mark if row.change in ("both", "same") else None
        lines.append(Line(label, _with_variations(view, share), own_mark))
    return Entry(
        view.catalog.title("activities", row.activity, view.language), tuple(lines), row.change
    )


def _with_variations(view: View, share: Any) -> str:
    """What a role does, and where its part is another."""
    return view.language.of(share.text) + variations(view.language, view.catalog, share)


def variations(language: Language, catalog: Catalog, share: Any) -> str:
    """Where a part or reach is another, in brackets behind the text."""
    parts = []
    for variation in share.or_:
        where = (
            language.uncapitalized(language.of(catalog.sections.contexts[variation.in_].opening))
            if variation.in_
            else language.of(variation.when or {})
        )
        changes = [language.say(words.PARTS[variation.part])] if variation.part else []
        if variation.over:
            changes.append(language.say(words.REACHES[variation.over]))
        change = language.listing(changes)
        parts.append(language.say(N_("{where}: {change}"), where=where, change=change))
    return f" ({language.listing(parts)})" if parts else ""


def _skills(view: View) -> Iterator[Block]:
    rows: list[SkillRow] = view.shown(view.comparison.skills)
    if not rows:
        return
    say = view.language.say
    yield Heading(say(N_("Skills")), say(N_("level 1 to 5")))
    if _folds(view, rows):
        yield Prose(
            view.language.count(
                "{n} skill, at the same level on both sides",
                "{n} skills, at the same level on both sides",
                len(rows),
            ),
            tone="quiet",
        )
        return
    yield Grid(
        (
            Column(""),
            Column(view.names[0], "left"),
            Column(view.names[1], "right"),
            Column("Δ", figures=True),
        ),
        tuple(
            Row(
                (
                    view.catalog.title("skills", row.skill, view.language),
                    *(Meter(need.level if need else 0) for need in row.needs),
                    delta(row.delta),
                ),
                row.change,
            )
            for row in rows
        ),
    )


def delta(value: int | None) -> str:
    """A difference of levels with its sign, or nothing where one side lacks the skill."""
    if value is None:
        return ""
    return f"+{value}" if value > 0 else f"−{-value}" if value else "0"


def _figures(view: View) -> Iterator[Block]:
    """Metrics, and tools in one line a side."""
    yield from _metrics(view)
    yield from _tools(view)


def _metrics(view: View) -> Iterator[Block]:
    rows: list[MetricRow] = view.shown(view.comparison.metrics)
    if not rows:
        return
    say = view.language.say
    yield Heading(say(N_("Metrics")))
    if _folds(view, rows):
        yield Prose(
            view.language.count(
                "{n} metric, the same on both sides",
                "{n} metrics, the same on both sides",
                len(rows),
            ),
            tone="quiet",
        )
        return
    yield Grid(
        (Column(""), Column(view.names[0], "left"), Column(view.names[1], "right")),
        tuple(
            Row(
                (
                    view.catalog.title("metrics", row.metric, view.language),
                    *(say(words.TIES[tie]) if tie else "–" for tie in row.ties),
                ),
                row.change,
            )
            for row in rows
        ),
    )


def _tools(view: View) -> Iterator[Block]:
    rows: list[ToolRow] = view.shown(view.comparison.tools)
    if not rows:
        return
    yield Heading(view.language.say(N_("Tools")))
    marks: tuple[Mark, ...] = ("same", "left", "right")
    items = []
    for mark in marks:
        names = [
            view.catalog.title("tools", row.tool, view.language)
            for row in rows
            if row.change == mark
        ]
        if names:
            items.append(Item(view.language.listing(names), mark=mark))
    yield Bullets(tuple(items))


def _scenes(view: View) -> Iterator[Block]:
    if view.options.only:
        return
    rows = [
        row
        for row in view.comparison.examples
        if view.options.context in (None, row.context) and any(row.scenes)
    ]
    rest = 0
    if not view.options.full and not view.options.context:
        chosen = next((row for row in rows if all(row.scenes)), rows[0] if rows else None)
        rest = len(rows) - 1
        rows = [chosen] if chosen else []
    for row in rows:
        opening = view.catalog.sections.contexts[row.context].opening
        yield Heading(view.language.of(opening))
        yield Panels(
            tuple(
                Panel(scene_text(view.language, scene), view.names[side], SIDES[side])
                for side, scene in enumerate(row.scenes)
            )
        )
    if rest > 0:
        yield _more(view, "examples", rest)


def scene_text(language: Language, scene: Any) -> str:
    """A scene, or who does the work where there is no such role."""
    if scene is None:
        return "–"
    text = language.of(scene.text)
    return language.say(N_("No such job here. {text}"), text=text) if scene.absent else text


def _worlds(view: View) -> Iterator[Block]:
    if view.options.only:
        return
    rows = [row for row in view.comparison.analogies if all(row.analogies)]
    rest = 0 if view.options.full else len(rows) - 1
    for row in rows if view.options.full else rows[:1]:
        opening = view.catalog.sections.worlds[row.world].opening
        yield Heading(view.language.of(opening))
        yield Panels(
            tuple(
                Panel(view.language.of(a.why), view.language.of(a.figure), SIDES[side])
                for side, a in enumerate(row.analogies)
                if a
            )
        )
    if rest > 0:
        yield _more(view, "analogies", rest)


def _more(view: View, command: str, rest: int) -> Prose:
    left, right = view.comparison.roles
    versions = left.id == right.id
    ids = " ".join(e.full_id if versions else e.id for e in (left, right))
    return Prose(
        view.language.count(
            "{n} more: roleguide {command} {ids}",
            "{n} more: roleguide {command} {ids}",
            rest,
            command=command,
            ids=ids,
        ),
        tone="quiet",
    )


def _together(view: View) -> Iterator[Block]:
    if view.comparison.together and not view.options.only:
        yield Heading(view.language.say(N_("Together")))
        yield Prose(view.language.of(view.comparison.together))
