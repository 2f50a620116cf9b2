"""Random roles over a small vocabulary, so that any two of them have things in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, get_args

from hypothesis import strategies as st

from roleguide.catalog import Catalog, RoleEntry
from roleguide.model import (
    Activity,
    Analogy,
    Context,
    Example,
    Family,
    Guide,
    HowUsed,
    Leads,
    LevelRange,
    Metric,
    Need,
    Neighbour,
    Number,
    Pair,
    Part,
    Question,
    Reach,
    Responsibility,
    Role,
    Sections,
    Skill,
    Text,
    Tie,
    Title,
    Tool,
    Variation,
    World,
)


def text(words: str) -> Text:
    """A text in both languages."""
    return {"en": words, "fr": f"{words} (fr)"}


ACTIVITIES: Final = ("plan", "report", "sell", "train", "visit")
SKILLS: Final = ("counting", "leading", "listening", "writing")
METRICS: Final = ("cost", "margin", "revenue")
TOOLS: Final = ("abacus", "phone", "van")
CONTEXTS: Final = ("village", "city")
WORLDS: Final = ("ship", "orchestra", "garden")
ROLES: Final = ("one", "other", "twin", "stranger")
"""`one--other` is a written pair, `one--twin` the same job; of the rest, nothing is written."""

VOCABULARY: Final = Sections(
    activities={a: Activity(text(a), "work", text(f"{a}, done")) for a in ACTIVITIES},
    skills={
        s: Skill(
            text(s),
            "know-how",
            "craft" if s < "l" else "care",
            text(f"{s}, well"),
            {level: text(f"{s} {level}") for level in range(1, 6)},
        )
        for s in SKILLS
    },
    metrics={
        m: Metric(text(m), text(f"what {m} tells"), text("a ÷ b"), "ratio", "higher")
        for m in METRICS
    },
    tools={t: Tool(text(t), "gear", text(f"a {t}")) for t in TOOLS},
    contexts={
        c: Context(text(c), "size", text(f"In a {c}"), text(f"a {c}"), at)
        for at, c in enumerate(CONTEXTS, 1)
    },
    worlds={w: World(text(w), text(f"As a {w}"), at) for at, w in enumerate(WORLDS, 1)},
    families={
        "care": Family(text("Care"), "skills", 1),
        "craft": Family(text("Craft"), "skills", 2),
        "gear": Family(text("Gear"), "tools", 1),
        "team": Family(text("Team"), "roles", 1),
        "work": Family(text("Work"), "activities", 1),
    },
    pairs={
        "one--other": Pair(
            HowUsed("overlapping", text("by size")),
            {"other": text("The other answers."), "one": text("The one answers.")},
            (
                Question(text("Who signs?"), "one"),
                Question(text("Is there a van?"), "other", text("yes")),
            ),
            text("They meet on Mondays."),
        ),
        "one--twin": Pair(
            HowUsed("same-job", text("by habit")),
            {"one": text("Said here."), "twin": text("Said there.")},
        ),
    },
)


def catalog(*guides: Guide) -> Catalog:
    """The vocabulary, with guides above it."""
    return Catalog.of([Guide("words", VOCABULARY), *guides])


def entry(identifier: str, guide: str = "words", **fields: Any) -> RoleEntry:
    """A role with what is given, and what every role must have."""
    return RoleEntry(identifier, guide, role(**fields))


def role(**fields: Any) -> Role:
    needed: dict[str, Any] = {
        "title": Title(text("Somebody")),
        "family": "team",
        "level": LevelRange("manager", "manager"),
        "mission": text("Is there."),
        "responsibilities": {},
        "skills": {},
    }
    return Role(**needed | fields)


def does(part: Part, over: Reach | None = None, words: str = "does it so") -> Responsibility:
    return Responsibility(part, text(words), over)


# Ready-made values keep examples small: one choice each.

TEXTS: Final = tuple(text(words) for words in ("a", "b"))
RESPONSIBILITIES: Final = tuple(
    shared
    for part, said in zip(get_args(Part), TEXTS * 3, strict=True)
    for shared in (
        Responsibility(part, said),
        Responsibility(part, said, "team", (Variation(part="supports", in_="city"),)),
        Responsibility(part, said, "company", (Variation(over="own", in_="village"),)),
    )
)
NEEDS: Final = tuple(Need(level, 1 + level % 3) for level in range(1, 6))
NEIGHBOURS: Final = (
    (),
    (Neighbour(role="one"),),
    (Neighbour(role="stranger"), Neighbour(text=text("a notary"))),
)


def one_of(*values: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(values)


def some(ids: Sequence[str], values: Sequence[Any]) -> st.SearchStrategy[Mapping[str, Any]]:
    """A mapping from some of the ids, in one of two orders."""
    optional: Any = {identifier: st.sampled_from(values) for identifier in ids}
    found: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries({}, optional=optional)
    return st.tuples(found, st.booleans()).map(
        lambda drawn: dict(reversed(drawn[0].items())) if drawn[1] else drawn[0]
    )


_FIELDS: Final[dict[str, st.SearchStrategy[Any]]] = {
    "title": st.just(Title(text("Somebody"))),
    "family": st.just("team"),
    "level": one_of(LevelRange("entry", "entry"), LevelRange("manager", "director")),
    "mission": one_of(*TEXTS),
    "responsibilities": some(ACTIVITIES, RESPONSIBILITIES),
    "skills": some(SKILLS, NEEDS),
    "stage": one_of(None, "backstage", "frontstage"),
    "over": one_of(None, "team", "company"),
    "number": one_of(None, Number("none"), Number("team"), Number("team", text("sales"))),
    "leads": one_of(None, Leads("nobody"), Leads("people", NEIGHBOURS[1])),
    "reports_to": one_of(*NEIGHBOURS),
    "works_with": one_of(*NEIGHBOURS),
    "faces": one_of((), ("buyers",), ("buyers", "users")),
    "horizon": one_of((), ("day",), ("year", "day")),
    "focus": one_of(None, *TEXTS),
    "tools": one_of((), ("van",), ("phone", "abacus")),
    "metrics": some(METRICS, get_args(Tie)),
    "examples": some(CONTEXTS, [Example(said) for said in TEXTS]),
    "analogies": some(WORLDS, [Analogy(said, said) for said in TEXTS]),
}

# `builds` would invent the fields that are left out.
BODIES: Final = st.fixed_dictionaries(_FIELDS).map(lambda fields: Role(**fields))
"""Roles of which anything may be missing that a user's guide may leave out."""


def entries(ids: Sequence[str] = ROLES) -> st.SearchStrategy[RoleEntry]:
    """Roles of any id, of either of two guides."""
    drawn = st.tuples(st.sampled_from(ids), one_of("words", "company"), BODIES)
    return drawn.map(lambda parts: RoleEntry(*parts))
