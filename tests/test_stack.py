"""Guides that stand one upon another answer as one guide would that has the uppermost records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import product
from random import Random
from typing import Any, Final

import pytest
from compare.strategies import role, text
from hypothesis import given
from hypothesis import strategies as st

from roleguide import search as searching
from roleguide.catalog import Catalog
from roleguide.errors import AmbiguousName, UnknownName
from roleguide.language import Language
from roleguide.model import (
    Activity,
    AlsoCalled,
    Family,
    Guide,
    Need,
    Origin,
    Phrases,
    Responsibility,
    Role,
    Sections,
    Sense,
    Skill,
    Step,
    Term,
    Text,
    Title,
    TitleWords,
    Wording,
)
from roleguide.search import search
from roleguide.titles import read

ENGLISH: Final = Language("en")
MOST: Final = 15
"""Guides of a stack; SQLite by itself puts ten databases together."""

IDS: Final = ("a", "b", "c", "d")
WORDS: Final = ("sales", "lead", "leader", "market", "régions", "region")
RARE: Final = tuple(f"rare{number}" for number in range(40))


class Dice(Random):
    """Throws records that have much in common: names, words, ids."""

    def some(self, most: int) -> list[str]:
        return self.sample(IDS, self.randint(0, most))

    def words(self) -> str:
        """A few words; one in ten stands in few records, or in none that is in effect."""
        pool = RARE if self.random() < 0.1 else WORDS
        return " ".join(self.choices(pool, k=self.randint(1, 3)))

    def text(self) -> Text:
        return {"en": self.words(), "fr": self.words()}

    def role(self) -> Role:
        also = [
            AlsoCalled(Wording(self.words()), self.choice(("en", "fr")), "usual")
            for _ in range(self.randint(0, 2))
        ]
        return role(
            title=Title(self.text()),
            family=self.choice(IDS),
            titles=tuple(also),
            responsibilities={
                i: Responsibility(self.choice(("both", "supports")), self.text())
                for i in self.some(4)
            },
            metrics={i: self.choice(("carries", "watches")) for i in self.some(3)},
            skills={i: Need(self.randint(1, 5), self.randint(1, 3)) for i in self.some(4)},
            leads_to={i: Step(self.choice(("up", "side"))) for i in self.some(2)},
            comes_from=tuple(Origin(i) for i in self.some(1)),
        )

    def term(self) -> Term:
        also = tuple(self.words() for _ in range(self.randint(0, 2)))
        return Term(self.text(), (Sense(self.text()),), also)

    def activity(self) -> Activity:
        return Activity(self.text(), self.choice(IDS), self.text())

    def skill(self) -> Skill:
        levels = {level: self.text() for level in range(1, 6)}
        return Skill(self.text(), "behaviour", self.choice(IDS), self.text(), levels)

    def family(self) -> Family:
        return Family(self.text(), self.choice(("roles", "skills")), self.randint(1, 2))

    def sections(self) -> Sections:
        return Sections(
            roles={i: self.role() for i in sorted(self.some(3))},
            skills={i: self.skill() for i in sorted(self.some(2))},
            activities={i: self.activity() for i in sorted(self.some(2))},
            families={i: self.family() for i in sorted(self.some(2))},
            terms={i: self.term() for i in sorted(self.some(2))},
        )


LOWEST: Final = Sections(
    families={i: Family(text(f"family {i}"), "roles", 1) for i in IDS},
    title_words={"around": TitleWords("rank", "manager", {"en": Phrases(("lead", "leader"))})},
)
"""What the lowest guide has, so that no family is missing."""


def stacked(many: Sequence[Sections]) -> tuple[Catalog, Catalog]:
    """Guides one upon another, and one guide that has what is in effect of them."""
    guides = [Guide(f"guide-{at}", each) for at, each in enumerate(many)]
    merged: dict[str, dict[str, Any]] = {name: {} for name in Sections._fields}
    for each in many:
        for name, found in each._asdict().items():
            merged[name] |= found
    in_order = {name: dict(sorted(found.items())) for name, found in merged.items()}
    return Catalog.of(guides), Catalog.of([Guide("merged", Sections(**in_order))])


def refused(ask: Callable[[], object]) -> object:
    """The answer, or what an error offers in its place."""
    try:
        return ask()
    except AmbiguousName as error:
        return "ambiguous", error.candidates
    except UnknownName as error:
        return "unknown", error.suggestions


NAMES: Final = [" ".join(pair) for pair in product(WORDS, WORDS)] + [
    *IDS,
    *WORDS,
    "Régions",
    "slaes",
    "leed market",
    "regional sales leader",
]


def alone(rows: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Rows that end with several roles, as one row for each role."""
    return sorted((*row, role) for *row, roles in rows for role in roles.split())


def answers(catalog: Catalog) -> Iterator[tuple[str, object]]:
    """What a catalogue answers to everything, but for the guides that records come from."""
    store = catalog.store
    for name in Sections._fields:
        yield f"ids of {name}", store.ids(name)
        yield f"all {name}", {i: catalog.sections._asdict()[name][i] for i in store.ids(name)}
        yield f"titles of {name}", [*store.titles(name, ["fr", "en"]).items()]
        yield f"names in {name}", [*store.names_beginning(name, "le")]
        yield f"usage of {name}", sorted(catalog.usage(name).items())
        yield f"users of {name}", [catalog.users(name, i) for i in IDS]
    yield "heads", [(head.id, head.role) for head in catalog.heads()]
    yield "owners", [*catalog.owners().items()]
    yield "needs", {i: [*found.items()] for i, found in catalog.needs().items()}
    yield "parts", {i: [*found.items()] for i, found in catalog.parts().items()}
    yield "needs of two", {i: [*found.items()] for i, found in catalog.needs("ab").items()}
    yield "needs of c and d", alone(store.needs(skills="cd"))
    yield "parts in c and d", alone(store.parts(activities="cd"))
    yield "takes part of two", catalog.takes_part("ab")
    yield "takes part", catalog.takes_part()
    yield "ties", [(i, [*found.items()]) for i, found in catalog.ties().items()]
    yield "circumstances", [*catalog.circumstances().items()]
    yield "steps", [*catalog.steps().items()]
    yield "sizes", [*catalog.sizes().items()]
    yield "sizes of two", [*catalog.sizes("ab").items()]
    yield "careers", [*catalog.store.careers(IDS).items()]
    for order in (["terms", "roles"], ["skills", "terms", "activities"]):
        yield f"names about {order}", store.names_about(order, 9)
        yield f"names with {order}", store.names_with(order, {"lea", "mar"})
        yield f"definitions {order}", store.definitions(order, {"lea", "mar"})
    yield "words", [word for word in RARE if store.matches(word)]
    yield "title forms", store.title_forms(set(RARE))
    yield "title words", store.title_words(["lead", "leader", "market"])
    for name in NAMES:
        yield f"role {name}", refused(partial(catalog.find, "roles", name, ENGLISH))
        yield f"term {name}", refused(partial(catalog.find, "terms", name, ENGLISH))
        yield f"any {name}", refused(partial(catalog.find_any, name, ENGLISH))
        yield f"all called {name}", catalog.called("roles", name)
    for name in NAMES[::5]:
        yield f"title {name}", read(catalog, f"{name}, Lyon")
        yield f"search {name}", search(catalog, name, most=0)
        yield f"first of {name}", search(catalog, name, most=2)
        yield f"terms and roles with {name}", search(catalog, name, ["terms", "roles"])


@given(
    seed=st.integers(0, 1 << 32),
    guides=st.integers(2, MOST),
    ranked=st.sampled_from((3, searching._RANKED)),
)
def test_a_stack_answers_as_one_guide_does(seed: int, guides: int, ranked: int) -> None:
    """Also where more texts match than are ranked one by one."""
    dice = Dice(seed)
    stack, merged = stacked([LOWEST, *(dice.sections() for _ in range(guides - 1))])
    with closing(stack.store), closing(merged.store), pytest.MonkeyPatch.context() as patch:
        patch.setattr(searching, "_RANKED", ranked)
        for (what, found), (_, expected) in zip(answers(stack), answers(merged), strict=True):
            assert found == expected, what


@given(seed=st.integers(0, 1 << 32))
def test_each_guide_still_has_what_a_guide_above_it_has_too(seed: int) -> None:
    dice = Dice(seed)
    many = [dice.sections() for _ in range(3)]
    stack, _ = stacked(many)
    with closing(stack.store):
        for at, each in enumerate(many):
            for identifier, record in each.roles.items():
                assert stack.entry(identifier, f"guide-{at}").role == record
                assert stack.role(f"guide-{at}/{identifier}", ENGLISH).role == record
        for head in stack.heads():
            having = [f"guide-{at}" for at, each in enumerate(many) if head.id in each.roles]
            assert head.guide == having[-1]


def test_what_is_near_comes_in_the_order_of_the_sections_that_were_asked() -> None:
    stack, _ = stacked([Dice(seed).sections() for seed in range(5)])
    with closing(stack.store):
        for order in (["terms", "activities", "skills"], ["skills", "terms", "activities"]):
            for rows in (
                stack.store.names_with(order, {"lea", "mar"}),
                stack.store.definitions(order, {"lea", "mar"}),
            ):
                found = [section for (section, _), _ in rows]
                assert found == sorted(found, key=order.index)
                assert {*found} == {*order}
