"""Answers from the compiled guide are those that the YAML itself gives, for every record."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from roleguide.catalog import Catalog, RoleEntry, RoleHead
from roleguide.compare import compare, matrix
from roleguide.compilation import load, read_all
from roleguide.formats.json.comparison import comparison_json, matrix_json
from roleguide.formats.json.records import records_json, role_json, role_skills_json, roles_json
from roleguide.guide_paths import data_folder, guides_in_effect
from roleguide.language import Language
from roleguide.model import Guide, Head, Need, Role, Sections, Tie
from roleguide.sections import SECTIONS
from roleguide.views import activities, listings
from roleguide.views.comparison import comparison_view
from roleguide.views.comparison_sections import Options
from roleguide.views.matrix import matrix_view
from roleguide.views.record_pages import RECORD_VIEWS, terms_view
from roleguide.views.role import Asked, role_view

pytestmark = pytest.mark.sweep

LANGUAGES = (Language("en"), Language("fr"))
(GUIDE,), _FAULTS = read_all([(data_folder(), "roleguide")])


class Straight(Catalog):
    """The records as they were read from YAML: no store behind them."""

    def __init__(self, guide: Guide) -> None:
        ordered: Any = (dict(sorted(records.items())) for records in guide.sections)
        self.__dict__["sections"] = Sections(*ordered)
        self._roles: dict[str, Role] = dict(sorted(guide.sections.roles.items()))

    def entry(self, identifier: str, guide: str | None = None) -> RoleEntry:
        return RoleEntry(identifier, guide or "roleguide", self._roles[identifier])

    def head(self, identifier: str) -> RoleHead:
        role = self._roles[identifier]
        head = Head(role.title, role.family, role.level, role.short, role.stage)
        return RoleHead(identifier, "roleguide", head)

    def heads(self) -> list[RoleHead]:
        return [self.head(identifier) for identifier in self._roles]

    def users(self, section: str, identifier: str) -> list[str]:
        return [i for i, role in self._roles.items() if identifier in named(role, section)]

    def owners(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for identifier, role in self._roles.items():
            for activity, doing in role.responsibilities.items():
                if doing.part in ("accountable", "both"):
                    found.setdefault(activity, []).append(identifier)
        return found

    def needs(self, roles: Collection[str] = ()) -> dict[str, dict[str, Need]]:
        return {i: dict(self._roles[i].skills) for i in roles or self._roles}

    def ties(self) -> dict[str, dict[str, Tie]]:
        return {i: dict(role.metrics) for i, role in self._roles.items()}

    def edition(self, guide: str) -> str | None:
        return GUIDE.edition if guide == GUIDE.id else None

    def usage(self, section: str) -> dict[str, int]:
        ids = getattr(GUIDE.sections, section)
        return {i: len(users) for i in ids if (users := self.users(section, i))}


def named(role: Role, section: str) -> Iterator[str]:
    field = SECTIONS[section].users
    if field:
        ids = getattr(role, field)
        yield from [ids] if isinstance(ids, str) else ids


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Catalog, Catalog]:
    """The compiled guide, opened from its file, and the guide straight from YAML."""
    folder = tmp_path_factory.mktemp("cache")
    environ = {
        "ROLEGUIDE_CACHE_DIR": str(folder),
        "ROLEGUIDE_CONFIG_DIR": str(Path(folder) / "none"),
    }
    load(guides_in_effect([], environ), environ)
    return load(guides_in_effect([], environ), environ), Straight(GUIDE)


def differing(
    both: tuple[Catalog, Catalog],
    identifiers: Iterable[str],
    answer: Callable[[Catalog, str, Language], object],
) -> list[str]:
    """The records of which the two say different things, in one language or the other in turn."""
    turn = zip(sorted(identifiers), cycle(LANGUAGES), strict=False)
    return [i for i, la in turn if answer(both[0], i, la) != answer(both[1], i, la)]


def test_every_command_of_a_role(both: tuple[Catalog, Catalog]) -> None:
    def answer(catalog: Catalog, role: str, language: Language) -> object:
        entry = catalog.entry(role)
        return (
            role_json(entry),
            role_skills_json([entry], catalog),
            role_view(entry, catalog, language, Asked(), "whole"),
            listings.skills_view([entry], catalog, language),
            listings.examples_view([entry], list(entry.role.examples), catalog, language),
            listings.analogies_view([entry], list(entry.role.analogies), catalog, language),
        )

    assert not differing(both, GUIDE.sections.roles, answer)


def test_every_comparison(both: tuple[Catalog, Catalog]) -> None:
    def answer(catalog: Catalog, pair: str, language: Language) -> object:
        left, right = (catalog.entry(i) for i in GUIDE.sections.pairs[pair].difference)
        result = compare(catalog, left, right)
        whole = comparison_view(result, catalog, language, Options(full=True))
        return comparison_json(result, catalog), whole

    assert not differing(both, GUIDE.sections.pairs, answer)


@pytest.mark.parametrize("section", RECORD_VIEWS)
def test_every_record_shown(both: tuple[Catalog, Catalog], section: str) -> None:
    view = RECORD_VIEWS[section]
    records = getattr(GUIDE.sections, section)
    assert not differing(both, records, lambda catalog, i, language: view(i, catalog, language))


def test_every_list(both: tuple[Catalog, Catalog]) -> None:
    answers = []
    for catalog in both:
        three = [catalog.entry(i) for i in ("sdr", "csm", "sales-manager")]
        side_by_side = matrix(catalog, three)
        answers.append(
            [
                roles_json(catalog.heads()),
                matrix_json(side_by_side, catalog),
                *(records_json(s, catalog) for s in ("skills", "activities", "terms")),
                *(
                    document
                    for language in LANGUAGES
                    for document in (
                        listings.roles_view(catalog.heads(), catalog, language),
                        listings.all_skills_view(catalog, language),
                        activities.activities_view(catalog, language),
                        terms_view(catalog, language),
                        matrix_view(side_by_side, catalog, language, Options()),
                    )
                ),
            ]
        )
    assert answers[0] == answers[1]
