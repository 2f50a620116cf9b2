"""A remedy that names a field says where it stands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from reading.test_consistency import CONTRADICTIONS, MORE, Case
from reading.test_every_rule import BREAKING
from reading.test_examples import INVALID, ROOT, VALID
from reading.test_quality import POOR, guide
from reading.writing import EN, Stack, read, read_text, role, roles, stack, write
from roleguide import model
from roleguide.compilation import warnings_of
from roleguide.errors import Fault
from roleguide.model import Sections

RECORDS: Final = [r for r in vars(model).values() if hasattr(r, "_fields")]
FIELDS: Final = {name.rstrip("_") for record in RECORDS for name in record._fields}
"""The keys of all records."""

SAME: Final = {"name", "text", "source", "sources", "kind", "roles", "skills", "role", "site"}
"""Keys that are sections, too, or words of the trade; “did you mean …” may say them."""


def told(reading_of: Path, below: Stack) -> list[Fault]:
    reading = read(reading_of, below)
    return [*reading.faults, *warnings_of(reading, below.sections)]


@pytest.fixture(scope="module")
def standard() -> Stack:
    return stack(read(ROOT / "data"))


@pytest.fixture(scope="module")
def every(standard: Stack, tmp_path_factory: pytest.TempPathFactory) -> list[Fault]:
    """What the examples are told, and each guide that breaks a rule."""
    found: list[Fault] = []
    for path in (*sorted(INVALID.glob("*.yaml")), *sorted(VALID.glob("*.yaml"))):
        found += told(path, standard)
    folder = tmp_path_factory.mktemp("broken")
    for text in BREAKING:
        read_text(folder, text)
        found += told(folder / "acme.yaml", standard)
    for changes in POOR.values():
        reading = read_text(folder, guide(changes))
        found += warnings_of(reading, Sections())
    for case in CONTRADICTIONS:
        found += of_case(folder / "case", case)
    return found


def of_case(folder: Path, case: Case) -> list[Fault]:
    skills = {"skills": "{analysis: {level: 3, weight: 3}}"}
    text = roles(role("a", {**skills, **case.a}), role("b", {**skills, **case.b}))
    reading = read(write(folder, {"acme.yaml": text, "more.yaml": MORE + case.more}))
    return warnings_of(reading, Sections())


def test_no_remedy_names_a_bare_field(every: list[Fault]) -> None:
    """But for what stands at the very place, a word to write, and a word that was meant."""
    remedies = {EN.tell(fault.hint): fault for fault in every if fault.hint}
    assert len(remedies) > 60
    for remedy, fault in remedies.items():
        if remedy.startswith("did you mean"):
            continue
        bare = set(re.findall(r"“([a-z_]+)”", remedy)) & FIELDS - SAME
        if bare and " under " not in remedy:
            raise AssertionError((remedy, fault.path))


def test_a_place_in_a_remedy_is_one_of_the_guide(every: list[Fault]) -> None:
    """A section, an id as in the guide or its fault, and keys that the model knows."""
    places = [
        (place, fault)
        for fault in every
        if fault.hint
        for place in re.findall(
            r"\b(?:roles|activities|pairs|families|terms)\.[\w.\[\]-]+", EN.tell(fault.hint)
        )
    ]
    assert len(places) > 40
    for place, fault in places:
        _, identifier, *steps = re.sub(r"\[\d+\]", "", place).split(".")
        assert identifier, (place, fault)
        known = [step for step in steps if step in FIELDS]
        assert steps == [] or known, (place, fault)
        assert steps == [] or steps[-1] in FIELDS or steps[-2] in FIELDS, (place, fault)


def test_what_the_remedies_say_mends(tmp_path: Path) -> None:
    """Each place of these two is written as it says, and the warning is gone."""
    up = Case("steps-have-a-way-back", "", {"leads_to": "{b: up}"}, {"level": "director"})
    (way_back,) = (
        f for f in of_case(tmp_path, up) if "does not come from here" in EN.tell(f.found)
    )
    assert way_back.hint
    assert EN.tell(way_back.hint).startswith("name this role under roles.b.comes_from, or give")
    mended = up._replace(b={**up.b, "comes_from": "[a]"})
    assert not [f for f in of_case(tmp_path, mended) if "come from" in EN.tell(f.found)]
    reasoned = up._replace(a={"leads_to": "{b: {move: up, why: Pay.}}"})
    assert not [f for f in of_case(tmp_path, reasoned) if "leads up" in EN.tell(f.found)]


@pytest.mark.parametrize("pay", ['"45 000 € plus 10 %"', "45000", '{mix: "45 000 €"}'])
def test_an_amount_of_pay_is_told_how_it_is_written(
    tmp_path: Path, standard: Stack, pay: str
) -> None:
    """In the words of the key that its author wrote; and what it says is without a fault."""
    (fault,) = read_text(tmp_path, upon_csm(pay), standard).faults
    assert fault.path == ("roles.csm.pay.mix" if "mix" in pay else "roles.csm.pay")
    assert fault.hint
    shares, figures = map(str, fault.hint.arguments.values())
    for mended in (shares, figures.replace("ID", "bls-oews-2025")):
        text = upon_csm(mended.removeprefix("pay: "))
        assert read_text(tmp_path, text, standard).faults == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("csm: {extends: customer succes}", "csm"),
        ("csm: {extends: Sales Manger}", "sales-manager"),
        ("csm: {extends: csm, level: Junior}", "entry"),
        ("csm: {extends: csm, level: débutant}", "entry"),
        ("csm: {extends: csm, leads: {kind: noone}}", "nobody"),
    ],
)
def test_the_word_that_was_meant(tmp_path: Path, standard: Stack, written: str, meant: str) -> None:
    faults = read_text(tmp_path, f"roles: {{{written}}}", standard).faults
    assert f"did you mean “{meant}”?" in [str(fault.hint) for fault in faults]


def upon_csm(pay: str) -> str:
    return f"roles:\n  csm:\n    extends: csm\n    pay: {pay}\n"
