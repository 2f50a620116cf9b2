"""A comparison of two roles as a document: what separates them first, then the details."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from roleguide.catalog import Catalog, RoleEntry
from roleguide.compare import filtered
from roleguide.compare.result import Change, Comparison
from roleguide.language import N_, Language
from roleguide.model import TAKING_PART, Pay, Responsibility, Role, Text
from roleguide.name_matching import other_title
from roleguide.views import labels
from roleguide.views.comparison_screen import (
    comparison_screen,
    in_short,
    plain_words,
    title_heading,
    whole_screen,
)
from roleguide.views.comparison_sections import SIDES, Options, View, all_sections, pair_scene
from roleguide.views.comparison_table import comparison_table
from roleguide.views.document import (
    Block,
    Bullets,
    Document,
    Entries,
    Entry,
    Fields,
    Heading,
    Item,
    Link,
    Panels,
    Prose,
    Side,
    plain,
)
from roleguide.views.in_context import in_context
from roleguide.views.links import question
from roleguide.views.statements import statement


def comparison_view(
    comparison: Comparison, catalog: Catalog, language: Language, options: Options
) -> Document:
    """A comparison of two roles."""
    one, other = labels.short_names(language, comparison.roles)
    view = View(comparison, catalog, language, options, (one, other))
    first, rest = _parts(view)
    rows = filtered(comparison.rows, options.only)
    title = _page_title(view)
    table = comparison_table(rows, comparison.roles, catalog, language)
    return Document(title, language, tuple(first), view.names, table, rest=tuple(rest))


def comparison_page(comparison: Comparison, catalog: Catalog, language: Language) -> Document:
    """A comparison for a site: where nobody has written of the two roles, the first screen alone.

    It has no rows for programs.
    """
    one, other = labels.short_names(language, comparison.roles)
    view = View(comparison, catalog, language, Options(page=True), (one, other))
    rest = _details(view) if comparison.pair else ()
    return Document(
        _page_title(view), language, tuple(whole_screen(view)), view.names, rest=tuple(rest)
    )


def _parts(view: View) -> tuple[Iterable[Block], Iterable[Block]]:
    """The blocks that are always shown, and those that only a page has beside them."""
    if view.comparison.identical:
        return _identical(view), ()
    if view.comparison.versions:
        return (_head(view), *_versions(view), *in_context(view), *all_sections(view)), ()
    if view.options.short:
        return in_short(view), ()
    if view.only:
        return _filtered(view), ()
    if view.options.full:
        return (*whole_screen(view), *_details(view)), ()
    if view.options.page:
        return whole_screen(view), _details(view)
    return comparison_screen(view), ()


def _filtered(view: View) -> Iterator[Block]:
    """Only what differs, or only what both have: how much that is, and what."""
    yield title_heading(view)
    yield from plain_words(view)
    yield from in_context(view)
    yield Prose(_counts(view), tone="quiet")
    yield from all_sections(view)


def _details(view: View) -> Iterator[Block]:
    """What stands below the first screen."""
    say = view.language.say
    if view.comparison.pair:
        yield Heading(say(N_("What separates them")))
        yield from _verdict(view)
        yield from _senior(view)
    yield from pair_scene(view)
    yield from all_sections(view)
    yield from _state(view)


def _senior(view: View) -> Iterator[Fields]:
    """Which of the two is senior, and by what that shows."""
    pair, language = view.comparison.pair, view.language
    if pair and pair.senior and pair.senior.why:
        why = statement(language, view.catalog, pair.senior.why)
        role = view.name_of(pair.senior.role) if pair.senior.role else language.say(N_("neither"))
        yield Fields(((language.say(N_("Senior")), language.clauses([role, why])),))


def _state(view: View) -> Iterator[Prose]:
    """When somebody who knows both jobs last reviewed what is written of the two."""
    pair = view.comparison.pair
    if pair and pair.reviewed:
        month = view.language.date(pair.reviewed)
        text = view.language.say(N_("last reviewed: {month}"), month=month)
        yield Prose(view.language.capitalized(text), tone="quiet")


def _page_title(view: View) -> str:
    left, right = (view.language.of(entry.role.title.text) for entry in view.comparison.roles)
    if view.comparison.identical:
        return left
    if view.comparison.versions:
        left, right = view.names
    return view.language.say(
        N_("{left} and {right}: what is the difference?"), left=left, right=right
    )


def _head(view: View) -> Panels:
    sides = zip(view.comparison.roles, SIDES, strict=True)
    return Panels(tuple(_panel(view, entry, mark) for entry, mark in sides), head=True)


def _panel(view: View, entry: RoleEntry, mark: Change | None) -> Item:
    facts = [labels.shown_id(entry), labels.level(view.language, entry.role.level)]
    if entry.role.stage:
        facts.append(view.language.say(labels.STAGES[entry.role.stage]))
    return Item(
        " · ".join(facts), Link(view.language.of(entry.role.title.text), "roles", entry.id), mark
    )


def _identical(view: View) -> Iterator[Block]:
    """One role twice, perhaps by two of its titles."""
    say, role = view.language.say, view.comparison.roles[0].role
    name = view.language.of(role.title.text)
    titles = [_title(view, asked) for asked in view.options.asked]
    yield Panels((_panel(view, view.comparison.roles[0], None),), head=True)
    if len({title.label for title in titles}) < 2:
        text = N_("The same role twice, {name}: there is nothing to compare.")
        yield Prose(say(text, name=name), tone="lead")
    else:
        one, other = (view.language.quote(plain(title.label)) for title in titles)
        text = N_("{one} and {other} are two titles of one role, {name}.")
        yield Prose(say(text, one=one, other=other, name=name), tone="lead")
        yield Bullets(tuple(titles))
    command = f"roleguide show {labels.shown_id(view.comparison.roles[0])}"
    yield Prose(say(N_("See {command}."), command=command), tone="quiet")


def _title(view: View, asked: str) -> Item:
    """A title by which the role was asked for, and what it tends to mean."""
    role, language = view.comparison.roles[0].role, view.language
    own = language.of(role.title.text)
    title = other_title(role, asked)
    name = title.text.text if title else own
    facts = [language.say(N_("the title in this guide"))] if name == own else []
    facts += [labels.title_use(language, title)] if title else []
    return Item(language.clauses(facts), name)


def _versions(view: View) -> Iterator[Block]:
    """What two guides have otherwise, in texts side by side and by the names of other fields."""
    c, say = view.comparison, view.language.say
    if not c.differs:
        yield Prose(say(N_("Two versions of one role, alike in everything.")))
    elif view.only == "differences":
        yield Prose(say(N_("Two versions of one role: what follows is where they differ.")))
    else:
        yield Prose(say(N_("Two versions of one role.")))
    if c.difference[0] != c.difference[1] and view.only != "shared":
        yield from _sentences(view)
    yield Prose(_counts(view), tone="quiet")
    if view.only != "shared":
        yield from _on_the_sheets(view)


def _on_the_sheets(view: View) -> Iterator[Block]:
    """What no section of the comparison shows: texts side by side, and the names of the rest."""
    shown = {label: lines for label in TEXTS if (lines := tuple(_lines(view, label)))}
    if shown:
        entries = (Entry(view.language.say(TEXTS[f]), shown[f], "changed") for f in shown)
        yield Entries(tuple(entries))
    left, right = (_fields(entry.role) for entry in view.comparison.roles)
    fields = {f: label for f, label in _NAMED.items() if left[f] != right[f] and f not in shown}
    if fields:
        text = N_("Different on the sheets too (roleguide show {id}): {fields}")
        names = view.language.listing(map(view.language.say, dict.fromkeys(fields.values())))
        other = view.comparison.roles[1].full_id
        yield Prose(view.language.say(text, id=other, fields=names), tone="quiet")


def _lines(view: View, field: str) -> Iterator[Item]:
    """A text of either version, where they differ in the reader's language."""
    texts: list[Text] = [_fields(entry.role)[field] or {} for entry in view.comparison.roles]
    said = [view.language.of(text) for text in texts]
    if said[0] != said[1]:
        yield from (Item(text, "", side) for side, text in zip(SIDES, said, strict=True) if text)


def _fields(role: Role) -> Mapping[str, Any]:
    """The fields of a role by name; of its pay, apart, how it is made up and the rest."""
    pay = role.pay or Pay()
    return role._asdict() | {"pay": pay._replace(mix=None), "mix": pay.mix}


TEXTS: Final[Mapping[str, str]] = {
    "plain": N_("In plain words"),
    "definition": N_("The job"),
    "scope": N_("What is in, what is out"),
    "ad": N_("In an ad"),
    "varies": N_("It varies"),
    "mix": N_("Pay"),
}
"""The texts that a comparison of two versions has of each, in the order of a sheet."""

ON_THE_SHEET: Final[Mapping[str, str]] = {
    "title": N_("title"),
    "short": N_("short name"),
    "family": N_("family"),
    "decides": N_("Decides alone"),
    "conditions": N_("Conditions"),
    "travel": N_("Travel"),
    "misconceptions": N_("What people get wrong"),
    "pay": N_("details of pay"),
    "hiring": N_("When to hire"),
    "capacity": N_("How much, how soon"),
    "pitfalls": N_("How this hire fails"),
    "ask": N_("What to ask the employer"),
    "interview": N_("What to ask the candidate"),
    **dict.fromkeys(("tenure", "comes_from", "leads_to", "beyond"), N_("Moves")),
    "titles": N_("Other titles"),
    "codes": N_("In public classifications"),
}
"""The fields of a role's sheet that a comparison of two versions does not show side by side."""

_NAMED: Final = {**TEXTS, **ON_THE_SHEET}
"""What is named where it differs and is not shown; a text may differ in another language alone."""


def _verdict(view: View) -> Iterator[Block]:
    """The difference, how the titles are used, the questions that tell them apart."""
    c, say = view.comparison, view.language.say
    yield from _sentences(view)
    if c.usage:
        where = view.language.of(c.usage.where) if c.usage.where else ""
        yield Prose(f"{say(labels.USAGES[c.usage.kind])} {where}".strip())
    for test in c.tests:
        yield question(view.language, test, view.name_of(test.points_to))
    yield Prose(_counts(view), tone="quiet")


def _sentences(view: View) -> Iterator[Prose]:
    """A sentence for each side; a mission has no subject, so its role's name stands before it."""
    sides: tuple[Side, Side] = ("left", "right")
    for side, name, text in zip(sides, view.names, view.comparison.difference, strict=True):
        label = "" if view.comparison.pair else name
        yield Prose(view.language.of(text), "lead", side, label)


def _counts(view: View) -> str:
    """How many activities and skills are shared; two names of one job have no such figure."""
    c, language = view.comparison, view.language
    if c.overlap is None:
        return language.say(N_("Two names for one job: what follows is a matter of emphasis."))
    active = [row.values for row in c.rows.responsibilities if any(map(_acts, row.values))]
    both = sum(row.change in ("changed", "same") for row in c.rows.skills)
    return language.say(
        N_("{shared} of {all} responsibilities and {skills} of {all_skills} skills in common"),
        shared=sum(all(map(_acts, values)) for values in active),
        all=len(active),
        skills=both,
        all_skills=len(c.rows.skills),
    )


def _acts(responsibility: Responsibility | None) -> bool:
    """Whether a role has a part that counts; to be informed does not."""
    return responsibility is not None and responsibility.part in TAKING_PART
