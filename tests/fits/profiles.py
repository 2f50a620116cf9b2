"""Random profiles over the built-in guide."""

from __future__ import annotations

from typing import Final, get_args

from hypothesis import strategies as st
from views.answers import builtin

from roleguide.model import Doing, Job, Mastery, Profile, Stage, Wishes

ROLES: Final = [head.id for head in builtin().heads()]
SKILLS: Final = [*builtin().sections.skills]
ACTIVITIES: Final = [*builtin().sections.activities]
CONTEXTS: Final = [*builtin().sections.contexts]

WISHES: Final = st.builds(
    Wishes,
    st.lists(st.sampled_from(get_args(Stage)), max_size=2, unique=True).map(tuple),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.lists(st.sampled_from(CONTEXTS), max_size=3, unique=True).map(tuple),
)
PROFILES: Final = st.builds(
    Profile,
    st.none() | st.builds(Job, st.sampled_from(ROLES)) | st.just(Job(title="Baker")),
    st.dictionaries(st.sampled_from(ROLES), st.integers(0, 60), max_size=4),
    st.dictionaries(st.sampled_from(SKILLS), st.builds(Mastery, st.integers(1, 5)), max_size=25),
    st.dictionaries(st.sampled_from(ACTIVITIES), st.sampled_from(get_args(Doing)), max_size=20),
    WISHES,
    WISHES,
)
"""Whatever people might write, and more; what is wanted may be refused."""
