"""The schema accepts what the reader accepts, and refuses the rest as far as a schema can."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from data.builtin import SECTIONS
from jsonschema import Draft7Validator
from reading.writing import errors, read_text, stack

from roleguide.language import Language
from roleguide.reading.events import MappingNode, Node, SequenceNode, parse
from roleguide.reading.guide import RECORDS, Reading, read_guide
from roleguide.reading.places import read_file
from roleguide.reading.schema import fields
from roleguide.writing.json_schema import json_schema
from roleguide.writing.values import written_record

pytestmark = pytest.mark.sweep

EXAMPLES: Final = Path(__file__).parents[1] / "examples"
DATA: Final = Path(__file__).parents[2] / "data"

BEYOND: Final = (
    "“{id}” is not in “{section}”",  # which ids there are
    "the role refers to itself",
    "“up” goes round in a circle: {way}",
    "the id “{key}”",  # that of a pair, by its two roles
    "no guide beneath this one has the role “{id}”",
    "the key “{key}” is missing",  # where what is taken over has it, or has it not
    "nothing",  # likewise: there is nothing to remove
    "an empty mapping",  # likewise
    "{n} words",
    "{n} characters",  # of a text in a short form
    "not a range of levels",  # the order of two
    "a variation changes “part” or “over”",
    "a difference has exactly two sides, one for each role",
    "a test points to one of the pair's two roles, not to “{role}”",
    "this is about the pair's two roles, not about “{role}”",
    "titles that overlap need “where” to say what it depends on",
    "what has a source needs no “basis”",
    "the editors' judgement is no basis for a figure",
    "an amount of money without its country, year and source",
    "in {country} the “currency” is to be named beside it",
    "two percentiles, the lower one first, as in [10, 90]",
    "two numbers of years, the lower one first, as in [2, 4]",
    "“label” and “near” stand together or not at all",
    "a “code” has its “label” beside it",
    "a sense names one record at most",
    "words of the kind “{kind}” stand under “{key}”",
    "the kind “rank” has a “level”, and no other kind has one",
    "“{key}” is no language; one is written en, fr or fr-CA",
    "words of advertisements name an activity, a role or a kind",
    "on {ground} its contrast is {found}; at least {least} is needed to be seen",
    "a rule for advertisements has words or requires a statement",
    "a profile, which is no guide",
    "a team, which is no guide",
    "invisible or control character U+{code}",
)
"""What the reader finds and no schema can say, or not in a way that helps whoever reads it."""

JUNK: Final[tuple[Any, ...]] = (
    None,
    True,
    0,
    3,
    -1,
    2.5,
    "",
    " ",
    "word",
    "UP",
    "2",
    [],
    {},
    [None],
    {"en": "a"},
)


@cache
def validator() -> Draft7Validator:
    """The schema, with the ids of the built-in guide."""
    names = {section: dict.fromkeys(getattr(SECTIONS, section), "A title") for section in RECORDS}
    return Draft7Validator(json_schema(Language("en"), names))


def accepts(guide: Any) -> bool:
    return bool(validator().is_valid(guide))


def told(reading: Reading) -> set[str]:
    """The sentences of its faults, with their places unfilled."""
    return {fault.found.text for fault in errors(reading)}


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_it_is_a_schema_of_draft_7_that_says_what_each_field_is(lang: str) -> None:
    schema = json_schema(Language(lang), {})
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    described = [one for one in objects(schema) if "description" in one]
    assert len(described) > 200
    assert not [one for one in described if not one["description"]]


def test_it_is_in_the_language_of_its_reader() -> None:
    english, french = (json_schema(Language(code), {}) for code in ("en", "fr"))
    said = [
        [one["description"] for one in objects(schema) if "description" in one]
        for schema in (english, french)
    ]
    assert not [one for one, other in zip(*said, strict=True) if one == other]


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """All mappings inside a value, except those from names to schemas."""
    if isinstance(value, dict):
        if not isinstance(value.get("description"), dict):
            yield value
        for child in value.values():
            yield from objects(child)
    elif isinstance(value, list):
        for child in value:
            yield from objects(child)


def test_the_built_in_guide_is_accepted() -> None:
    whole = {
        section: {key: written_record(record) for key, record in getattr(SECTIONS, section).items()}
        for section in RECORDS
    }
    assert [error.message for error in validator().iter_errors(whole)] == []


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/*.yaml")), ids=lambda path: path.stem)
def test_examples(path: Path) -> None:
    """What the reader accepts is accepted; of what it refuses, the rest is named above."""
    below = stack(read_guide(DATA))
    reading = read_guide(path, below.sections, below.nodes)
    root, faults = parse(read_file(path)[0])
    guide = data(root) if root else None
    assert faults or accepts(guide) or reading.guide is None
    assert faults or not accepts(guide) or told(reading) <= {*BEYOND}


def data(node: Node) -> Any:
    """A node as the data that a reader of YAML 1.2 makes of it."""
    if isinstance(node, MappingNode):
        return {key: data(child) for key, (_, child) in node.entries.items()}
    if isinstance(node, SequenceNode):
        return [data(child) for child in node.items]
    match node.kind:
        case "nothing":
            return None
        case "truth":
            return node.text.lower() == "true"
        case "number":
            return float(node.text) if "." in node.text else int(node.text, 0)
    return node.text


# Thousands of guides: records of the built-in one, changed at random ---------------------------


def sound(chance: random.Random) -> tuple[str, str, dict[str, Any]]:
    """A record of the built-in guide, by its section and id."""
    filled = [section for section in RECORDS if getattr(SECTIONS, section)]
    section = chance.choice([*filled, "roles", "roles", "pairs"])
    identifier = chance.choice([*getattr(SECTIONS, section)])
    written = written_record(getattr(SECTIONS, section)[identifier])
    needed = {key for key, field in fields(RECORDS[section]).items() if field.required}
    kept = {key: written[key] for key in written if key in needed or chance.random() < 0.3}
    return section, identifier, json.loads(json.dumps(kept))


def spots(value: Any) -> Iterator[tuple[Any, Any]]:
    """Each place inside a value: what holds it, and its key there."""
    for key in value if isinstance(value, dict) else range(len(value)):
        yield value, key
        if isinstance(value[key], dict | list):
            yield from spots(value[key])


def replaced(chance: random.Random, holder: Any, key: Any) -> None:
    holder[key] = chance.choice(JUNK)


def removed(_: random.Random, holder: Any, key: Any) -> None:
    del holder[key]


def renamed(chance: random.Random, holder: Any, key: Any) -> None:
    if isinstance(holder, dict):
        name = chance.choice([f"{key}s", "text", "en", "fr-CA", "role", "source", "ask", "1"])
        holder[name] = holder.pop(key)


def wrapped(chance: random.Random, holder: Any, key: Any) -> None:
    holder[key] = chance.choice([[holder[key]], {"en": holder[key]}, {"text": holder[key]}])


def lengthened(_: random.Random, holder: Any, key: Any) -> None:
    if isinstance(holder[key], str):
        holder[key] *= 9


def added(chance: random.Random, holder: Any, key: Any) -> None:
    if isinstance(holder, dict):
        holder[chance.choice(["in", "when", "why", "basis", "note", "de", key])] = "word"


CHANGES: Final[tuple[Callable[[random.Random, Any, Any], None], ...]] = (
    replaced,
    removed,
    renamed,
    wrapped,
    lengthened,
    added,
)


def dice(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 — what it chooses is no secret


def generated(seed: int) -> tuple[str, str, Any]:
    """A record, as it was or with one or two places changed, and where it stands."""
    chance = dice(seed)
    section, identifier, record = sound(chance)
    for _ in range(chance.choice([0, 1, 1, 2])):
        if places := [*spots(record)]:
            holder, key = chance.choice(places)
            chance.choice(CHANGES)(chance, holder, key)
    return section, identifier, record


GUIDES: Final = 1800


@pytest.mark.parametrize("batch", range(6))
def test_reader_and_schema_agree_on_thousands_of_guides(batch: int, tmp_path: Path) -> None:
    seen = {True: 0, False: 0}
    for seed in range(batch, GUIDES, 6):
        section, identifier, record = generated(seed)
        guide = {section: {identifier: record}}
        reading = read_text(tmp_path, json.dumps(guide, ensure_ascii=False))
        found = told(reading)
        if accepts(guide):
            assert found <= {*BEYOND}, (seed, found - {*BEYOND}, guide)
        else:
            assert found - {"“{id}” is not in “{section}”"}, (seed, guide)
        seen[bool(found - {*BEYOND})] += 1
    assert min(seen.values()) > GUIDES / 6 / 5, "of both there are enough"


def test_what_a_role_has_on_top_of_another_is_accepted_as_it_is_read(tmp_path: Path) -> None:
    below = stack(read_guide(DATA))
    for seed in range(600):
        chance = dice(seed)
        _, identifier, record = generated(seed)
        roles = [*SECTIONS.roles]
        if identifier not in SECTIONS.roles or not isinstance(record, dict):
            continue
        part = {key: record[key] for key in record if chance.random() < 0.2}
        part["extends"] = chance.choice(roles)
        guide = {"roles": {"our-own": part}}
        reading = read_text(tmp_path, json.dumps(guide, ensure_ascii=False), below)
        found = told(reading)
        if accepts(guide):
            assert found <= {*BEYOND}, (seed, found - {*BEYOND}, guide)
        else:
            assert found, (seed, guide)
