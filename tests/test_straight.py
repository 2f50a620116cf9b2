"""Answers from the compiled guide are those that the YAML itself gives, for every record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from roleguide import catalog as catalogs
from roleguide.catalog import Catalog, RoleEntry, read_all
from roleguide.compare import compare, matrix
from roleguide.formats import json
from roleguide.guide_paths import data_folder, guides_in_effect
from roleguide.language import Language
from roleguide.model import Guide, Role, Sections
from roleguide.views import activities, lists
from roleguide.views.comparison import comparison_view
from roleguide.views.matrix import matrix_view
from roleguide.views.role import role_view
from roleguide.views.sides import Options
from roleguide.views.vocabulary import RECORD_VIEWS, terms_view

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

    head = entry

    def heads(self) -> list[RoleEntry]:
        return [self.entry(identifier) for identifier in self._roles]

    def users(self, section: str, identifier: str) -> list[str]:
        return [i for i, role in self._roles.items() if identifier in named(role, section)]

    def owners(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for identifier, role in self._roles.items():
            for activity, doing in role.responsibilities.items():
                if doing.part in ("accountable", "both"):
                    found.setdefault(activity, []).append(identifier)
        return found

    def edition(self, guide: str) -> str | None:
        return GUIDE.edition if guide == GUIDE.id else None

    def usage(self, section: str) -> dict[str, int]:
        ids = getattr(GUIDE.sections, section)
        return {i: len(users) for i in ids if (users := self.users(section, i))}


def named(role: Role, section: str) -> Iterator[str]:
    fields = {
        "activities": role.responsibilities,
        "skills": role.skills,
        "tools": role.tools,
        "metrics": role.metrics,
        "contexts": role.examples,
        "worlds": role.analogies,
        "families": [role.family],
    }
    yield from fields[section]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Catalog, Catalog]:
    """The compiled guide, opened from its file, and the guide straight from YAML."""
    folder = tmp_path_factory.mktemp("cache")
    environ = {
        "ROLEGUIDE_CACHE_DIR": str(folder),
        "ROLEGUIDE_CONFIG_DIR": str(Path(folder) / "none"),
    }
    catalogs.load(guides_in_effect([], environ), environ)
    return catalogs.load(guides_in_effect([], environ), environ), Straight(GUIDE)


def each(records: Iterable[str]) -> list[Any]:
    return [pytest.param(identifier, id=identifier) for identifier in sorted(records)]


@pytest.mark.parametrize("role", each(GUIDE.sections.roles))
def test_every_command_of_a_role(both: tuple[Catalog, Catalog], role: str) -> None:
    answers = []
    for catalog in both:
        entry = catalog.entry(role)
        answers.append(
            [
                json.role(entry),
                json.role_skills([entry], catalog),
                *(
                    document
                    for language in LANGUAGES
                    for document in (
                        role_view(entry, catalog, language),
                        lists.skills_view([entry], catalog, language),
                        lists.examples_view([entry], list(entry.role.examples), catalog, language),
                        lists.analogies_view(
                            [entry], list(entry.role.analogies), catalog, language
                        ),
                    )
                ),
            ]
        )
    assert answers[0] == answers[1]


@pytest.mark.parametrize("pair", each(GUIDE.sections.pairs))
def test_every_comparison(both: tuple[Catalog, Catalog], pair: str) -> None:
    answers = []
    for catalog in both:
        left, right = (catalog.entry(i) for i in GUIDE.sections.pairs[pair].difference)
        result = compare(catalog, left, right)
        answers.append(
            [
                json.comparison(result, catalog),
                *(comparison_view(result, catalog, la, Options(full=True)) for la in LANGUAGES),
            ]
        )
    assert answers[0] == answers[1]


@pytest.mark.parametrize(
    ("section", "identifier"),
    [
        pytest.param(section, identifier, id=f"{section}.{identifier}")
        for section in RECORD_VIEWS
        for identifier in sorted(getattr(GUIDE.sections, section))
    ],
)
def test_every_record_shown(both: tuple[Catalog, Catalog], section: str, identifier: str) -> None:
    view = RECORD_VIEWS[section]
    shown = [[view(identifier, catalog, la) for la in LANGUAGES] for catalog in both]
    assert shown[0] == shown[1]


def test_every_list(both: tuple[Catalog, Catalog]) -> None:
    answers = []
    for catalog in both:
        three = [catalog.entry(i) for i in ("sdr", "csm", "sales-manager")]
        side_by_side = matrix(catalog, three)
        answers.append(
            [
                json.roles(catalog.heads()),
                json.matrix(side_by_side, catalog),
                *(json.records(s, catalog) for s in ("skills", "activities", "terms")),
                *(
                    document
                    for language in LANGUAGES
                    for document in (
                        lists.roles_view(catalog.heads(), catalog, language),
                        lists.all_skills_view(catalog, language),
                        activities.activities_view(catalog, language),
                        terms_view(catalog, language),
                        matrix_view(side_by_side, catalog, language),
                    )
                ),
            ]
        )
    assert answers[0] == answers[1]
