"""A comparison of two roles as a document: what separates them first, then the details."""

from __future__ import annotations

from collections.abc import Iterator

from roleguide.catalog import Catalog
from roleguide.compare.result import Comparison
from roleguide.language import N_, Language
from roleguide.views import words
from roleguide.views.advice import advice
from roleguide.views.document import Block, Document, Panel, Panels, Prose, Table
from roleguide.views.sides import SIDES, Options, View, fact_mark, sections, shown_facts


def comparison_view(
    comparison: Comparison, catalog: Catalog, language: Language, options: Options
) -> Document:
    """A comparison of two roles."""
    left, right = comparison.roles
    one, other = words.short_names(language, (left, right))
    names = (one, other)
    view = View(comparison, catalog, language, options, names)
    title = language.say(
        N_("{left} and {right}: what is the difference?"),
        left=language.of(left.role.title.text),
        right=language.of(right.role.title.text),
    )
    if comparison.identical:
        blocks: list[Block] = [_head(view), _identical(view)]
    else:
        blocks = [_head(view), *_verdict(view), *advice(view), *sections(view)]
    return Document(title, language, tuple(blocks), names, _table(view))


def _head(view: View) -> Panels:
    panels = []
    for mark, entry in zip(SIDES, view.comparison.roles, strict=True):
        facts = [words.shown_id(entry)]
        facts.append(words.level(view.language, entry.role.level))
        if entry.role.stage:
            facts.append(view.language.say(words.STAGES[entry.role.stage]))
        panels.append(Panel(" · ".join(facts), view.language.of(entry.role.title.text), mark))
    return Panels(tuple(panels), head=True)


def _identical(view: View) -> Prose:
    name = view.names[0].split("/")[-1]
    return Prose(
        view.language.say(
            N_("The same role twice: there is nothing to compare in {name} and itself."), name=name
        ),
        tone="lead",
    )


def _verdict(view: View) -> Iterator[Block]:
    """The difference, how the titles are used, the questions that tell them apart."""
    c, say = view.comparison, view.language.say
    versions = c.roles[0].id == c.roles[1].id
    if versions:
        yield Prose(say(N_("Two versions of one role: what follows is where they differ.")))
        if c.difference[0] == c.difference[1]:
            yield Prose(_counts(view), tone="quiet")
            return
    elif not c.written:
        yield Prose(
            say(N_("Nobody has written about this pair yet: here is why each exists.")),
            tone="quiet",
        )
    for side, text in zip(("left", "right"), c.difference, strict=True):
        yield Prose(view.language.of(text), "lead", "left" if side == "left" else "right")
    if c.usage:
        where = view.language.of(c.usage.where) if c.usage.where else ""
        yield Prose(f"{say(words.USAGES[c.usage.kind])} {where}".strip())
    for question in c.tests:
        name = view.names[0 if question.points_to == c.roles[0].id else 1]
        answer = view.language.of(question.answer) if question.answer else ""
        pointer = f"{view.language.label(answer)} {name}" if answer else name
        yield Prose(view.language.of(question.ask), pointer=pointer)
    yield Prose(_counts(view), tone="quiet")


def _counts(view: View) -> str:
    """How much is shared, in numbers; for two names of one job no number would be true."""
    c, language = view.comparison, view.language
    if c.overlap is None:
        return language.say(N_("Two names for one job: what follows is a matter of emphasis."))
    active = [
        row
        for row in c.responsibilities
        if any(share and share.part != "informed" for share in row.shares)
    ]
    shared = [
        row for row in active if all(share and share.part != "informed" for share in row.shares)
    ]
    both = sum(row.change in ("both", "same") for row in c.skills)
    return language.say(
        N_("{shared} of {all} responsibilities and {skills} of {all_skills} skills in common"),
        shared=len(shared),
        all=len(active),
        skills=both,
        all_skills=len(c.skills),
    )


def _table(view: View) -> Table:
    """The comparison as rows: a line for each thing either side has."""
    rows: list[tuple[str, ...]] = []
    c = view.comparison
    for fact in shown_facts(view):
        values = [words.fact(view.language, view.catalog, fact.id, v) for v in fact.values]
        name = view.language.say(words.FACTS[fact.id])
        rows.append(("fact", fact.id, name, fact_mark(fact.values, same=fact.same), *values))
    for row in view.shown(c.responsibilities):
        cells = [share.part if share else "" for share in row.shares]
        name = view.catalog.title("activities", row.activity, view.language)
        rows.append(("responsibility", row.activity, name, str(row.change), *cells))
    for row in view.shown(c.skills):
        cells = [str(need.level) if need else "" for need in row.needs]
        name = view.catalog.title("skills", row.skill, view.language)
        rows.append(("skill", row.skill, name, str(row.change), *cells))
    for row in view.shown(c.metrics):
        name = view.catalog.title("metrics", row.metric, view.language)
        rows.append(("metric", row.metric, name, str(row.change), *(t or "" for t in row.ties)))
    for tool in view.shown(c.tools):
        name = view.catalog.title("tools", tool.tool, view.language)
        used = ["yes" if each else "" for each in tool.used]
        rows.append(("tool", tool.tool, name, str(tool.change), *used))
    heads = ("kind", "id", "name", "change", *(entry.full_id for entry in c.roles))
    return Table(heads, tuple(rows))
