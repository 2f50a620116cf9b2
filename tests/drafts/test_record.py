"""Drafts of records: sound as soon as their blanks are filled, with or without what is optional."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final, get_type_hints

import pytest
from data.builtin import SECTIONS
from reading.writing import errors, read_text, stack

from roleguide import model
from roleguide.catalog import Catalog
from roleguide.drafts.guide import guide_draft
from roleguide.drafts.record import New, record_draft
from roleguide.language import Language
from roleguide.model import Guide
from roleguide.reading.guide import RECORDS, read_guide
from roleguide.reading.schema import fields
from roleguide.writing.model_docstrings import lengths

DATA: Final = Path(__file__).parents[2] / "data"
LANGUAGES: Final = [Language("en"), Language("fr")]
KINDS: Final = {
    "roles": New("roles", "deal-doctor", full=True),
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
THEN: Final = SECTIONS.roles["closer"].reviewed
SITE: Final = "roleguide site public --guide acme"
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
    first = note.partition(";")[0].rpartition(": ")[2].split(",")[0].partition(" =")[0]
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
    """All that remains are words where one is asked for: a month, a number, an id."""
    draft = record_draft(catalog, LANGUAGES[0], KINDS[section], [])
    whole = filled(freed(draft))
    reading = read_text(tmp_path, whole, stack(read_guide(DATA)))
    paths = {re.sub(r".*\.", "", fault.path) for fault in errors(reading)}
    assert paths <= {"formerly[0]", "tenure[0]", "role", "basis", "label", "points_to"}, [
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


@pytest.mark.parametrize("section", KINDS)
def test_it_says_how_long_each_text_may_be(catalog: Catalog, section: str) -> None:
    """Each limit of the model stands in the draft, for each language."""
    draft = record_draft(catalog, LANGUAGES[0], KINDS[section], [])
    record: Any = RECORDS[section]
    limits = [longest for hint in hints(record) for _, longest in lengths(hint)]
    assert bool(limits) == (section in ("roles", "pairs"))
    for longest in limits:
        assert f"most {longest.characters} characters" in draft
        assert f"under “fr” {longest.characters * 115 // 100} characters" in draft
        assert longest.words is None or f" and {longest.words} words" in draft
    assert len(re.findall(r"## .*most \d+ characters", draft)) == len(limits)


def hints(record: Any) -> list[Any]:
    return [*get_type_hints(record, vars(model), include_extras=True).values()]


def test_a_text_as_long_as_it_says_is_sound(catalog: Catalog, tmp_path: Path) -> None:
    draft = filled(record_draft(catalog, LANGUAGES[0], KINDS["roles"], []))
    (said,) = re.findall(r"newcomer understands.*\n.*At most (\d+) characters and (\d+)", draft)
    characters, words = map(int, said)
    text = " ".join(["x" * 5] * words).ljust(characters, "x")
    below = stack(read_guide(DATA))
    for plain, sound in ((text, True), (f"{text}x", False), (f"x {text[2:]}", False)):
        told = draft.replace('plain: "Some words"', f'plain: "{plain}"')
        assert (errors(read_text(tmp_path, told, below)) == []) == sound, plain


def test_a_copy_says_all_but_its_names(catalog: Catalog, tmp_path: Path) -> None:
    new = New("roles", "our-closer", "Our Closer", source="closer")
    draft = record_draft(catalog, LANGUAGES[0], new, [])
    reading = read_text(tmp_path, draft, stack(read_guide(DATA)))
    assert reading.guide
    ours, theirs = reading.guide.sections.roles["our-closer"], SECTIONS.roles["closer"]
    assert ours.title.text["en"] == "Our Closer"
    taken = theirs._replace(title=ours.title, titles=(), formerly=(), short=None, reviewed=None)
    assert ours == taken
    assert theirs.reviewed, "what is reviewed is the text that was copied, and not the copy"


def test_upon_a_role_of_the_same_id_a_draft_is_sound_at_once(
    catalog: Catalog, tmp_path: Path
) -> None:
    new = New("roles", "closer", source="closer", extends=True, full=True)
    draft = record_draft(catalog, LANGUAGES[1], new, [])
    for text in (draft, freed(draft).replace('reviewed: ""', f"reviewed: {THEN}")):
        reading = read_text(tmp_path, text, stack(read_guide(DATA)))
        assert reading.guide
        assert reading.guide.sections.roles["closer"] == SECTIONS.roles["closer"]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_upon_a_role_a_short_draft_is_sound_and_changes_nothing_of_it(
    catalog: Catalog, language: Language, tmp_path: Path
) -> None:
    """Whatever the role, and however much it says; one file has the drafts of all."""
    told = []
    for role in SECTIONS.roles:
        draft = record_draft(catalog, language, New("roles", role, source=role, extends=True), [])
        assert draft.count("\n") <= _SCREENS, role
        told.append(draft.partition("\nroles:\n")[2])
    reading = read_text(tmp_path, "roles:\n" + "".join(told), stack(read_guide(DATA)))
    assert errors(reading) == []
    assert reading.sections.roles == SECTIONS.roles


_SCREENS: Final = 80


@pytest.mark.parametrize("source", [None, "closer"])
def test_a_short_draft_names_each_field_that_it_leaves_out(
    catalog: Catalog, source: str | None
) -> None:
    new = New("roles", "ours", source=source, extends=bool(source))
    draft, _, named = record_draft(catalog, LANGUAGES[0], new, []).partition("## Further fields: ")
    for key in fields(model.Role):
        stands = re.search(rf"(?m)^    (# )?{key}:", draft) is not None
        assert stands != bool(re.search(rf"\b{key}[,.]", named)), key
    assert "--full" in named


@pytest.mark.parametrize("full", [False, True])
def test_upon_another_role_its_title_and_its_sentence_are_blanks(
    catalog: Catalog, tmp_path: Path, *, full: bool
) -> None:
    new = New("roles", "our-closer", source="closer", extends=True, full=full)
    draft = record_draft(catalog, LANGUAGES[0], new, [])
    faults = errors(read_text(tmp_path, draft, stack(read_guide(DATA))))
    assert [fault.path for fault in faults] == [
        "roles.our-closer.title",
        "roles.our-closer.plain",
    ]
    assert errors(read_text(tmp_path, filled(freed(draft)), stack(read_guide(DATA)))) == []


def test_the_first_file_of_a_guide_is_sound(tmp_path: Path) -> None:
    for language in LANGUAGES:
        reading = read_text(tmp_path, guide_draft(language, "acme", ["roleguide check acme"], SITE))
        assert reading.faults == []
        assert reading.id == "acme"


def test_the_first_file_of_a_guide_shows_how_its_site_may_look(tmp_path: Path) -> None:
    draft = guide_draft(LANGUAGES[0], "acme", [], SITE)
    assert SITE in draft
    _, _, look = draft.rpartition("\n# site:")
    text = re.sub(r"(?m)^# ", "", f"\n# site:{look}")
    filled = {"name": "Ours", "start": "S", "footer": "F", "logo": "a.svg"}
    for key in model.Look._fields:
        text = text.replace(f'{key}: ""', f'{key}: "{filled.get(key, "#777777")}"')
    reading = read_text(tmp_path, text)
    assert errors(reading) == []
    assert reading.guide
    assert None not in reading.guide.sections.site["acme"]


def test_a_job_in_words_and_what_a_part_means_stand_beside_the_blanks(catalog: Catalog) -> None:
    draft = record_draft(catalog, LANGUAGES[0], KINDS["roles"], [])
    assert '# reports_to: [""]  # roleguide list; a job in words: {text: "…"}' in draft
    assert 'part: ""  # accountable = answers for it (“owns”), responsible = does it' in draft
    for key in ("what", "meanwhile", "too_early"):
        assert re.search(rf'#   {key}: ""', draft)


def test_a_name_of_two_lines_stays_in_its_comment(tmp_path: Path) -> None:
    two = dict.fromkeys(("en", "fr"), "Alpha\nresponsibilities: {x")
    closing = SECTIONS.activities["closing"]._replace(name=two)
    made = SECTIONS._replace(activities={**SECTIONS.activities, "closing": closing})
    new = New("roles", "closer", source="closer", extends=True)
    draft = record_draft(Catalog.of([Guide("roleguide", made)]), LANGUAGES[0], new, [])
    assert "closing: {part: both}  # Alpha responsibilities: {x\n" in draft
    assert errors(read_text(tmp_path, draft, stack(read_guide(DATA)))) == []


@pytest.mark.parametrize("how", ["upon", "copied"])
def test_what_values_mean_stands_above_those_that_are_taken_over(
    catalog: Catalog, how: str
) -> None:
    """All that a blank draft says beside the blanks of the fields that the role has."""
    new = New("roles", "ours", source="closer", extends=how == "upon", full=True)
    draft = " ".join(record_draft(catalog, LANGUAGES[0], new, []).replace("## ", "").split())
    for note in (
        "part: accountable = answers for it (“owns”), responsible = does it",
        "skill-id: roleguide skills",
        "level: How well, from 1 (knows the words) to 5",
        "weight: How much it separates and matters: 1 useful",
        "family: customer-success, ",
        "level: entry, professional, ",
        'reports_to: roleguide list; a job in words: {text: "…"}',
        "stage: backstage, mixed, frontstage",
    ):
        assert note in draft, note


def test_a_job_in_one_text_is_as_good_as_any_other_in_one(tmp_path: Path) -> None:
    below = stack(read_guide(DATA))
    text = "roles: {ours: {extends: csm, reports_to: [{text: Founder}]}}"
    reading = read_text(tmp_path, text, below)
    assert errors(reading) == []
    (boss,) = reading.sections.roles["ours"].reports_to
    assert boss.text == {"en": "Founder", "fr": "Founder"}
