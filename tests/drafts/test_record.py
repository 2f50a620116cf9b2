"""Drafts of records: sound as soon as their blanks are filled, with or without what is optional."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest
from data.builtin import SECTIONS
from reading.writing import errors, read_text, stack

from roleguide.catalog import Catalog
from roleguide.drafts.record import New, guide_draft, record_draft
from roleguide.language import Language
from roleguide.model import Guide
from roleguide.reading.guide import read_guide

DATA: Final = Path(__file__).parents[2] / "data"
LANGUAGES: Final = [Language("en"), Language("fr")]
KINDS: Final = {
    "roles": New("roles", "deal-doctor"),
    "skills": New("skills", "horse-sense"),
    "activities": New("activities", "deal-autopsy"),
    "pairs": New("pairs", "sales-ops--sdr", keys={"roles": ["sales-ops", "sdr"]}),
}
IDS: Final = {
    "activity-id": "sales-forecast",
    "skill-id": "data-analysis",
    "context-id": "startup",
    "world-id": "ship",
    "metric-id": "revenue",
    "role-id": "sales-director",
}
LISTED: Final = {"roleguide list": "sdr", "roleguide skills": "data-analysis"}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog.of([Guide("roleguide", SECTIONS)])


def filled(draft: str) -> str:
    """A draft with something in each blank, as its comments ask for."""
    return "\n".join(_filled(line) for line in draft.split("\n"))


def _filled(line: str) -> str:
    for placeholder, identifier in IDS.items():
        line = line.replace(f" {placeholder}:", f" {identifier}:")
    words, _, note = line.partition("  # ")
    if re.search(r"\b1\b", note):
        return words.replace('""', "3")
    first = note.rpartition(": ")[2].split(",")[0]
    return words.replace('""', LISTED.get(first, first) if note else '"Some words"')


def freed(draft: str) -> str:
    """A draft with all that is optional in it."""
    return re.sub(r"(?m)^    # ", "    ", draft)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
@pytest.mark.parametrize("section", KINDS)
def test_a_draft_is_sound_as_soon_as_its_blanks_are_filled(
    catalog: Catalog, language: Language, section: str, tmp_path: Path
) -> None:
    below = stack(read_guide(DATA))
    draft = record_draft(catalog, language, KINDS[section], ["roleguide check x.yaml"])
    assert '""' in draft
    assert errors(read_text(tmp_path, draft, below)), "a blank is a fault"
    assert [
        fault.lines(language) for fault in errors(read_text(tmp_path, filled(draft), below))
    ] == []


@pytest.mark.parametrize("section", KINDS)
def test_what_is_optional_has_its_shape_too(catalog: Catalog, section: str, tmp_path: Path) -> None:
    """All that remains are words where one is asked for: a month, a language, an id."""
    draft = record_draft(catalog, LANGUAGES[0], KINDS[section], [])
    whole = filled(freed(draft))
    reading = read_text(tmp_path, whole, stack(read_guide(DATA)))
    paths = {re.sub(r".*\.", "", fault.path) for fault in errors(reading)}
    assert paths <= {"formerly[0]", "role", "basis", "label", "points_to"}, [
        fault.lines(LANGUAGES[0]) for fault in errors(reading)
    ]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_it_says_what_each_field_is_in_the_readers_language(
    catalog: Catalog, language: Language
) -> None:
    draft = record_draft(catalog, language, KINDS["roles"], ["roleguide check x.yaml"])
    said = {"en": "## Why the job exists, in one sentence.", "fr": "## Pourquoi le poste existe"}
    assert said[language.code] in draft
    assert "roleguide check x.yaml" in draft


def test_a_copy_says_all_but_its_names(catalog: Catalog, tmp_path: Path) -> None:
    new = New("roles", "our-closer", "Our Closer", source="closer")
    draft = record_draft(catalog, LANGUAGES[0], new, [])
    reading = read_text(tmp_path, draft, stack(read_guide(DATA)))
    assert reading.guide
    ours, theirs = reading.guide.sections.roles["our-closer"], SECTIONS.roles["closer"]
    assert ours.title.text["en"] == "Our Closer"
    assert ours == theirs._replace(title=ours.title, titles=(), formerly=(), short=None)


def test_upon_a_role_of_the_same_id_a_draft_is_sound_at_once(
    catalog: Catalog, tmp_path: Path
) -> None:
    new = New("roles", "closer", source="closer", extends=True)
    draft = record_draft(catalog, LANGUAGES[1], new, [])
    for text in (draft, freed(draft)):
        reading = read_text(tmp_path, text, stack(read_guide(DATA)))
        assert reading.guide
        assert reading.guide.sections.roles["closer"] == SECTIONS.roles["closer"]


def test_upon_another_role_its_title_is_a_blank(catalog: Catalog, tmp_path: Path) -> None:
    new = New("roles", "our-closer", source="closer", extends=True)
    draft = record_draft(catalog, LANGUAGES[0], new, [])
    (fault,) = errors(read_text(tmp_path, draft, stack(read_guide(DATA))))
    assert fault.path == "roles.our-closer.title"
    assert errors(read_text(tmp_path, filled(freed(draft)), stack(read_guide(DATA)))) == []


def test_the_first_file_of_a_guide_is_sound(tmp_path: Path) -> None:
    for language in LANGUAGES:
        reading = read_text(tmp_path, guide_draft(language, "acme", ["roleguide check acme"]))
        assert reading.faults == []
        assert reading.id == "acme"
