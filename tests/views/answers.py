"""Every kind of answer the program gives, as a document: what commands make, without commands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from roleguide.ads import read as read_ad
from roleguide.catalog import Catalog
from roleguide.compare import compare, matrix
from roleguide.compilation import read_all
from roleguide.fits.between import between
from roleguide.fits.ranking import Fits
from roleguide.guide_paths import STANDARD, GuidePath, data_folder
from roleguide.language import Language
from roleguide.model import Profile
from roleguide.moves import move
from roleguide.moves.around import around
from roleguide.titles.explanation import explain, understand
from roleguide.views.activities import activities_view, who_view
from roleguide.views.ad import ad_view
from roleguide.views.ad_check import check_view
from roleguide.views.ads import ads_view
from roleguide.views.around import around_view
from roleguide.views.between import between_view
from roleguide.views.comparison import comparison_view
from roleguide.views.comparison_sections import Options
from roleguide.views.document import Document
from roleguide.views.fit import fit_view
from roleguide.views.height import Extent
from roleguide.views.listings import (
    all_skills_view,
    analogies_view,
    examples_view,
    roles_view,
    skills_view,
)
from roleguide.views.matrix import matrix_view
from roleguide.views.move import move_view
from roleguide.views.pay import pay_view
from roleguide.views.record_pages import RECORD_VIEWS, term_view, terms_view
from roleguide.views.role import Asked, role_view
from roleguide.views.title import title_view

LANGUAGES: Final = {"en": Language("en"), "fr": Language("fr")}
BAKERY: Final = Path(__file__).parents[1] / "snapshots" / "guide"
"""A small guide of three roles, sound and complete."""
ADS: Final = BAKERY.with_name("ads")
"""Advertisements made up for it."""

Answer = Callable[[Catalog, Language], Document]


def of(paths: Sequence[GuidePath]) -> Catalog:
    """The guides in effect, compiled into no file."""
    guides, faults = read_all(paths)
    assert not [fault for fault in faults if not fault.warning]
    return Catalog.of(guides)


@cache
def builtin() -> Catalog:
    """The built-in guide, read once."""
    return of([(data_folder(), STANDARD)])


@cache
def bakery() -> Catalog:
    """The small guide, read once."""
    return of([(BAKERY, None)])


@cache
def both() -> Catalog:
    """The built-in guide with the small one above it, as whoever adds one has them."""
    return of([(data_folder(), STANDARD), (BAKERY, None)])


def advertised(name: str, *others: str, employer: bool = False) -> Answer:
    """A made-up advertisement of the small guide, read beside the built-in one."""

    def answer(_catalog: Catalog, language: Language) -> Document:
        texts = (
            (ADS / f"{each}.{language.code}.txt").read_text("utf-8") for each in (name, *others)
        )
        ads = [read_ad(both(), text) for text in texts]
        if others:
            return ads_view(ads, both(), language)
        return (check_view if employer else ad_view)(ads[0], both(), language, None)

    return answer


def compared(*roles: str, options: Options = Options()) -> Answer:  # noqa: B008 — immutable
    """Two roles become a comparison, more a matrix."""

    def answer(catalog: Catalog, language: Language) -> Document:
        entries = [catalog.entry(role) for role in roles]
        if len(entries) > 2:
            return matrix_view(matrix(catalog, entries), catalog, language, options)
        result = compare(catalog, entries[0], entries[1])
        return comparison_view(result, catalog, language, options)

    return answer


def shown(role: str, extent: Extent = "whole") -> Answer:
    return lambda catalog, language: role_view(
        catalog.entry(role), catalog, language, Asked(), extent
    )


def skills_of(*roles: str) -> Answer:
    return lambda catalog, language: skills_view(
        [catalog.entry(r) for r in roles], catalog, language
    )


def examples_of(*roles: str) -> Answer:
    def answer(catalog: Catalog, language: Language) -> Document:
        contexts = catalog.by_position("contexts", catalog.sections.contexts)
        entries = [catalog.entry(role) for role in roles]
        return examples_view(entries, contexts, catalog, language)

    return answer


def analogies_of(*roles: str) -> Answer:
    def answer(catalog: Catalog, language: Language) -> Document:
        worlds = catalog.by_position("worlds", catalog.sections.worlds)
        entries = [catalog.entry(role) for role in roles]
        return analogies_view(entries, worlds, catalog, language)

    return answer


def all_roles(catalog: Catalog, language: Language) -> Document:
    return roles_view(catalog.heads(), catalog, language)


def who_does(activity: str) -> Answer:
    return lambda catalog, language: who_view(activity, catalog, language)


def defined(term: str) -> Answer:
    return lambda catalog, language: term_view(term, catalog, language)


def paid(*roles: str, country: str | None = None) -> Answer:
    return lambda catalog, language: pay_view(
        [catalog.entry(role) for role in roles], country, catalog, language, whole=True
    )


def moved(start: str, goal: str) -> Answer:
    def answer(catalog: Catalog, language: Language) -> Document:
        result = move(catalog, catalog.entry(start), catalog.entry(goal))
        return move_view(result, catalog, language, "page", explain=True)

    return answer


def around_role(role: str) -> Answer:
    return lambda catalog, language: around_view(
        around(catalog, catalog.entry(role)), catalog, language
    )


def fitted(**profile: Any) -> Answer:
    def answer(catalog: Catalog, language: Language) -> Document:
        fits = Fits(catalog, Profile(**profile), "me.yaml")
        return fit_view(fits, catalog, language, "page", explain=True)

    return answer


def either_or(*roles: str, answers: str = "") -> Answer:
    def answer(catalog: Catalog, language: Language) -> Document:
        entries = [catalog.entry(role) for role in roles]
        return between_view(between(catalog, entries, tuple(answers)), catalog, language)  # type: ignore[arg-type]  # letters

    return answer


def title_of(title: str) -> Answer:
    def answer(catalog: Catalog, language: Language) -> Document:
        explained = explain(catalog, understand(catalog, title))
        return title_view(explained, catalog, language, "roleguide list")

    return answer


LISTS: Final[Mapping[str, Answer]] = {
    "list": all_roles,
    "skills": all_skills_view,
    "who": activities_view,
    "define": terms_view,
}
"""The answers that need no name."""


def records(
    catalog: Catalog, section: str, language: Language, first: int = 0, every: int = 1
) -> Iterator[tuple[str, Document]]:
    """The document of every record of a section, or of one in so many."""
    for identifier in list(getattr(catalog.sections, section))[first::every]:
        yield identifier, RECORD_VIEWS[section](identifier, catalog, language)
