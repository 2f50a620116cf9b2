"""The first screen of an activity: who owns it, by reach, then who does it, helps and advises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, get_args

from roleguide.catalog import Catalog
from roleguide.language import N_, Language
from roleguide.model import Part, Reach, Responsibility, Role
from roleguide.name_matching import fold
from roleguide.views import labels
from roleguide.views.document import (
    Block,
    Fields,
    Heading,
    Inline,
    Link,
    Prose,
    Rows,
    fields,
    headed,
)
from roleguide.views.height import LINES, WORDS, fitting
from roleguide.views.links import ALL, link, within

PARTS: Final[Sequence[Part]] = (
    "both",
    "accountable",
    "responsible",
    "supports",
    "consulted",
    "informed",
)
"""The parts, whoever answers for it first."""

REACHES: Final[Sequence[Reach | None]] = (*get_args(Reach), None)

NAMES: Final = (240, 150, 75, 40)
"""How many characters of names stand in a row: about three lines, two, or one."""


class Share(NamedTuple):
    """A part in an activity, and whose it is."""

    part: Responsibility
    id: str
    role: Role

    @property
    def reach(self) -> Reach | None:
        """How far it reaches: as the part says, else as far as the role does."""
        return self.part.over or self.role.over


class _View(NamedTuple):
    """What every row needs."""

    shares: Sequence[Share]
    activity: str
    catalog: Catalog
    language: Language
    page: bool


def shares_in(activity: str, catalog: Catalog, language: Language) -> Sequence[Share]:
    """Who has a part in an activity: by part, by how far that reaches, and by title."""
    found = [
        Share(role.responsibilities[activity], identifier, role)
        for identifier in catalog.users("activities", activity)
        for role in [catalog.entry(identifier).role]
    ]

    def place(share: Share) -> tuple[int, int, str]:
        title = fold(language.of(share.role.title.text))
        return PARTS.index(share.part.part), REACHES.index(share.reach), title

    return sorted(found, key=place)


def activity_heading(activity: str, catalog: Catalog, language: Language) -> Heading:
    """An activity's name and its id."""
    return Heading(link(catalog, language, "activities", activity), activity, level=1)


def what_it_is(activity: str, catalog: Catalog, language: Language) -> Prose:
    """What is done, in the words of its definition."""
    return Prose(language.of(catalog.sections.activities[activity].definition), tone="lead")


def owner_outside(activity: str, catalog: Catalog, language: Language) -> Iterator[Prose]:
    """Who answers for it where that is nobody in the guide."""
    if owner := catalog.sections.activities[activity].owner:
        text = N_("Answered for outside this guide: {owner}.")
        yield Prose(language.say(text, owner=language.of(owner)))


def activity_screen(
    activity: str,
    catalog: Catalog,
    language: Language,
    *,
    meaning_first: bool,
    page: bool,
) -> Sequence[Block]:
    """What decides, as long as one screen.

    Args:
        activity: The id of the activity.
        catalog: The guides in effect.
        language: The language to say it in.
        meaning_first: Whether it is asked what the activity is, and not who does it.
        page: Whether everything stands below.
    """
    view = _View(shares_in(activity, catalog, language), activity, catalog, language, page)
    meaning = what_it_is(activity, catalog, language)
    head = activity_heading(activity, catalog, language)

    def blocks(room: int) -> list[Block]:
        answer = [*_answer(view, room)]
        said = [meaning, *answer] if meaning_first else [*answer, meaning]
        return [head, *said, *_foot(view, room)]

    rooms = (ALL,) if page else NAMES
    return fitting((blocks(room) for room in rooms), LINES, WORDS)


def _answer(view: _View, room: int) -> Iterator[Block]:
    """Who owns it, and who has another part."""
    yield from owner_outside(view.activity, view.catalog, view.language)
    yield from headed(Heading(view.language.say(N_("Who owns it"))), fields(_owned(view, room)))
    yield from fields(_others(view, room))
    if not view.shares:
        yield Prose(view.language.say(labels.NOTHING))


def _owned(view: _View, room: int) -> Rows:
    """Who owns it, from those who own their part of it to whoever owns the whole."""
    owners = _having(view, "accountable", "both")
    for reach in REACHES:
        if found := [share for share in owners if share.reach == reach]:
            label = view.language.say(labels.SHORT_REACHES[reach]) if reach else ""
            yield label, within(view.language, _names(view, found), room)


def _others(view: _View, room: int) -> Rows:
    """Who does it, owners too; then who helps, advises and is told."""
    say = view.language.say
    doing = _names(view, _having(view, "responsible"))
    own_doers = _having(view, "both")
    if own_doers and not _having(view, "accountable"):
        doing = [say(N_("whoever owns it")), *doing]
    else:
        doing += _names(view, own_doers)
    rows = [("responsible", doing)]
    rows += [(part, _names(view, _having(view, part))) for part in PARTS[3:]]
    for part, names in rows:
        if names:
            label = view.language.capitalized(say(labels.PARTS[part]))
            yield label, within(view.language, names, room)


def _having(view: _View, *parts: Part) -> list[Share]:
    return [share for share in view.shares if share.part.part in parts]


def _names(view: _View, shares: Sequence[Share]) -> list[Inline]:
    return [Link(view.language.of(s.role.title.text), "roles", s.id) for s in shares]


def _foot(view: _View, room: int) -> Iterator[Block]:
    """What it is taken for, and where there is more."""
    say, borders = view.language.say, view.catalog.sections.activities[view.activity].borders
    if borders:
        names = [link(view.catalog, view.language, "activities", other) for other in borders]
        yield Fields(((say(N_("Confused with")), within(view.language, names, room)),))
    if view.shares and not view.page:
        command = f"roleguide who {view.activity} --full"
        more = say(N_("what each does in it: {command}"), command=command)
        yield Prose(view.language.capitalized(more), tone="quiet")
