"""Which pages a site has."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import combinations
from typing import Final, Literal, TypeAlias

from roleguide.catalog import Catalog, RoleEntry
from roleguide.model import LADDER, Need
from roleguide.moves.careers import kinds
from roleguide.moves.coverage import outlines
from roleguide.moves.result import Near
from roleguide.sections import NAMED
from roleguide.site.addresses import ABOUT, START, Page, pair_id
from roleguide.views.document import Link
from roleguide.views.statements import sources_in

Pairs: TypeAlias = Literal["all", "near", "written"]
"""Which pairs of roles get a page: all; those that somebody has written about, and of each role
the nearest and those to which people go on from it; the written ones alone."""

MOST_FOR_ALL: Final = 80
"""Roles up to which all pairs get a page unless something else is asked for."""

NEAREST: Final = 10
"""How many of the nearest roles each is compared with where not all are."""


class KeptCatalog(Catalog):
    """The guides in effect, whose records are asked for over and over, each decoded once."""

    def __init__(self, catalog: Catalog) -> None:
        super().__init__(catalog.store)
        for name in ("heads", "head", "entry", "title", "parts"):
            setattr(self, name, cache(getattr(catalog, name)))

    @cached_property
    def _needs(self) -> dict[str, dict[str, Need]]:
        return super().needs()

    def needs(self, roles: Collection[str] = ()) -> dict[str, dict[str, Need]]:
        """The skills that each role needs, or each of some, by role."""
        return super().needs(roles) if roles else self._needs


class Contents:
    """The pages of a site, whatever the language.

    Attributes:
        catalog: The guides in effect.
        roles: The roles by id, each read once.
        chosen: Which pairs get a page.
    """

    def __init__(self, catalog: Catalog, pairs: Pairs | None = None) -> None:
        self.catalog: Final = KeptCatalog(catalog)
        self.roles: Final[Mapping[str, RoleEntry]] = {
            head.id: self.catalog.entry(head.id) for head in catalog.heads()
        }
        few = len(self.roles) <= MOST_FOR_ALL
        self.chosen: Final[Pairs] = pairs or ("all" if few else "near")

    @cached_property
    def nearest(self) -> Mapping[str, Sequence[str]]:
        """For each role all others, the nearest first.

        A role is as near as the mean of four shares says: of the skills and the activities of each
        that the other covers. Roles that are equally near stand by id.
        """
        known = outlines(self.catalog)
        near: dict[str, list[tuple[float, str]]] = {role: [] for role in known}
        for one, other in combinations(known, 2):
            there, back = known[one].covers(known[other]), known[other].covers(known[one])
            nearness = Near(other, there, back).nearness
            near[one].append((-nearness, other))
            near[other].append((-nearness, one))
        return {role: [other for _, other in sorted(found)] for role, found in near.items()}

    @cached_property
    def written(self) -> Mapping[str, Sequence[str]]:
        """For each role those with which it forms a pair that somebody has written about."""
        return {role: self.catalog.paired(role) for role in self.roles}

    def compared(self, role: str) -> Sequence[str]:
        """The roles with which one is compared: written pairs first, then the nearest first."""
        written = self.written[role]
        near = (o for o in self.nearest[role] if o not in written and self._has(role, o))
        return [*written, *near]

    def _has(self, one: str, other: str) -> bool:
        """Whether a pair that nobody wrote about gets a page; the same whichever comes first."""
        if self.chosen != "near":
            return self.chosen == "all"
        return other in self._close[one] or one in self._close[other]

    @cached_property
    def _close(self) -> Mapping[str, frozenset[str]]:
        """The nearest of each role, and those to which people usually go on from it."""
        known = kinds(self.catalog)
        return {i: frozenset((*near[:NEAREST], *known[i])) for i, near in self.nearest.items()}

    @cached_property
    def pairs(self) -> Mapping[str, tuple[str, str]]:
        """The pairs that get a page, each with its two roles, left and right."""
        ids = {pair_id(role, other) for role in self.roles for other in self.compared(role)}
        return {pair: self._sides(pair) for pair in sorted(ids)}

    def _sides(self, pair: str) -> tuple[str, str]:
        """Left and right of a pair: as it is written, else the lower one on the ladder first."""
        written = self.catalog.sections.pairs.get(pair)
        one, other = written.difference if written else sorted(pair.split("--"), key=self._rank)
        return one, other

    def _rank(self, role: str) -> tuple[int, str]:
        return LADDER.index(self.roles[role].role.level.low), role

    @cached_property
    def moves(self) -> Sequence[str]:
        """The usual steps from one role to another, as two ids with `--` between."""
        known = kinds(self.catalog)
        return sorted(f"{start}--{goal}" for start, goals in known.items() for goal in goals)

    @cached_property
    def ids(self) -> Mapping[str, Sequence[str]]:
        """The ids of the pages of each kind."""
        sections = {name: [*getattr(self.catalog.sections, name)] for name in NAMED}
        paid = [role for role, entry in self.roles.items() if entry.role.pay]
        return {
            "compare": [*self.pairs],
            **{name: ids for name, ids in sections.items() if ids},
            "moves": self.moves,
            "next": [*self.roles],
            "pay": paid,
        }

    @cached_property
    def listed(self) -> Sequence[str]:
        """The kinds that have a page which lists them."""
        return [
            kind for kind, ids in self.ids.items() if kind not in ("moves", "next", "pay") and ids
        ]

    @cached_property
    def sources(self) -> Mapping[str, Sequence[str]]:
        """The sources that each role names."""
        return {i: [*dict.fromkeys(sources_in(entry.role))] for i, entry in self.roles.items()}

    def pages(self) -> Iterator[Page]:
        """All pages, those of the site itself last, since what they lead to must be there."""
        for kind, ids in self.ids.items():
            yield from (Page(kind, identifier) for identifier in ids)
        yield from (Page(kind) for kind in self.listed)
        yield from (ABOUT, START)

    @cached_property
    def _known(self) -> frozenset[Page]:
        return frozenset(self.pages())

    def page(self, link: Link) -> Page | None:
        """The page to which a link leads, if the site has it."""
        identifier = link.id
        if link.section == "compare" and identifier:
            one, _, other = identifier.partition("--")
            identifier = pair_id(one, other)
        page = Page(link.section, identifier)
        return page if page in self._known else None
