"""The whole built-in guide, drawn at every width and in every format."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, cycle, product
from typing import Final

import pytest
from views.answers import (
    LANGUAGES,
    LISTS,
    Answer,
    analogies_of,
    builtin,
    compared,
    defined,
    examples_of,
    paid,
    records,
    shown,
    skills_of,
    who_does,
)

from formats.documents import texts
from formats.drawing import WHOLE, WIDTHS, faults, render
from formats.markup import read_back
from roleguide.formats import Page
from roleguide.sections import NAMED
from roleguide.views.comparison_sections import Options

pytestmark = pytest.mark.sweep

ROLES: Final = list(builtin().sections.roles)
PAIRS: Final = [tuple(pair.split("--")) for pair in builtin().sections.pairs]

GLYPHS: Final = "−~■□→•"
"""What a voice reads out as noise, or not at all."""


def sampled() -> Iterator[tuple[str, str]]:
    """Some comparisons that are written, and some that nobody wrote."""
    unwritten = [pair for pair in combinations(ROLES, 2) if pair not in PAIRS]
    yield from [(one, other) for one, other in PAIRS][::5][:10]
    yield from unwritten[:: len(unwritten) // 6][:6]


ANSWERS: Final[dict[str, Answer]] = {
    **LISTS,
    **{f"show-{role}": shown(role) for role in ROLES},
    **{f"compare-{one}-{other}": compared(one, other) for one, other in sampled()},
    "compare-full": compared("sales-ops", "sales-director", options=Options(full=True)),
    "compare-differences": compared("sdr", "bdr", options=Options(only="differences")),
    "compare-shared": compared("csm", "account-manager", options=Options(only="shared")),
    **{
        f"compare-{count}": compared(*ROLES[:: len(ROLES) // count][:count])
        for count in range(3, 7)
    },
    "who-one": who_does("sales-forecast"),
    "define-one": defined("cro"),
    "examples-one": examples_of("sales-ops"),
    "examples-two": examples_of("sales-ops", "sales-director"),
    "examples-three": examples_of("sdr", "csm", "chief-revenue-officer"),
    "analogies-one": analogies_of("sales-ops"),
    "analogies-two": analogies_of("sales-ops", "sales-director"),
    "analogies-three": analogies_of("sdr", "csm", "chief-revenue-officer"),
    "pay-one": paid("customer-support-manager"),
    "pay-three": paid("sdr", "sales-enablement-manager", "field-sales-rep"),
    "skills-one": skills_of("sales-ops"),
    "skills-three": skills_of("sdr", "csm", "chief-revenue-officer"),
}
DOCUMENTS: Final = [
    pytest.param(name, code, width, id=f"{name}.{code}.{width}")
    for name, (code, width) in zip(ANSWERS, cycle(product(LANGUAGES, WIDTHS[1:])), strict=False)
]
"""Every answer in one of the languages and at one of the widths, in turn."""


@pytest.mark.parametrize(("name", "code", "width"), DOCUMENTS)
def test_an_answer_keeps_to_the_width_and_its_words(name: str, code: str, width: int) -> None:
    """At the narrowest, and at another; of the roles, which are alike, every third one there."""
    document = ANSWERS[name](builtin(), LANGUAGES[code])
    also = not name.startswith("show-") or ROLES.index(name.removeprefix("show-")) % 3 == 0
    assert not faults(document, [WIDTHS[0], *([width] if also else [])])


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_written_pair_is_whole_where_it_is_narrow(code: str) -> None:
    """The questions of a pair, and the answers behind them, are read on a phone too."""
    found: dict[str, object] = {}
    for one, other in PAIRS[list(LANGUAGES).index(code) :: 2]:
        document = compared(one, other)(builtin(), LANGUAGES[code])
        verdict = document._replace(blocks=tuple(b for b in document.blocks if _is_prose(b)))
        if problems := faults(verdict, [40]):
            found[f"{one}--{other}"] = problems
    assert not found


def _is_prose(block: object) -> bool:
    return type(block).__name__ == "Prose"


@pytest.mark.parametrize(("name", "code", "width"), DOCUMENTS[::3])
def test_an_answer_says_the_same_in_every_format(name: str, code: str, width: int) -> None:
    document = ANSWERS[name](builtin(), LANGUAGES[code])
    plain = render("plain", document, Page())
    assert not set(GLYPHS) & set(plain)
    assert render("pipe", document, Page(40)) == render("pipe", document, Page(width))
    said = {text for text in texts(document) if len(text) > 2 and text not in ("–", "Δ")}
    for form in WHOLE:
        page = _squeezed(read_back(form, render(form, document, Page())))
        assert not [text for text in said if _squeezed(text) not in page], form


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("section", [name for name in NAMED if name != "roles"])
def test_every_record_is_whole_where_it_is_narrow(section: str, code: str) -> None:
    """Every fourth one in each language; and plain adds no glyph to what a formula may have."""
    found: dict[str, object] = {}
    turn = list(LANGUAGES).index(code)
    for identifier, document in records(builtin(), section, LANGUAGES[code], turn, 4):
        short = document._replace(blocks=document.blocks[:10])  # the roles come behind
        if problems := faults(short, [40]):
            found[identifier] = problems
        plain, own = Counter(render("plain", document, Page())), Counter("".join(texts(document)))
        if glyphs := [glyph for glyph in GLYPHS if plain[glyph] > own[glyph]]:
            found[f"{identifier} in plain"] = glyphs
    assert not found
