"""How near roles are: summed up for all at once, and as for two alone."""

from __future__ import annotations

from contextlib import closing
from typing import Final

from compare import strategies as any_
from hypothesis import given
from hypothesis import strategies as st
from views.answers import builtin

from roleguide.catalog import Catalog
from roleguide.model import Family, Guide, Need, Role, Sections
from roleguide.moves.coverage import covered, outline
from roleguide.moves.nearness import nearnesses
from roleguide.moves.result import Near

FAMILIES: Final = {
    "counts": Family(any_.text("Counting"), "roles", 1, {"counting": 3, "writing": 2}),
    "idles": Family(any_.text("Idling"), "roles", 2),
}
"""Of one family some skills are basic, of the other none."""


def roles() -> st.SearchStrategy[dict[str, Role]]:
    """A few roles, of which some ask for what is basic to their family, or for nothing."""
    needs = st.builds(Need, st.integers(1, 5), st.integers(1, 3))
    each = st.builds(
        lambda family, skills, parts: any_.role(
            family=family,
            skills=skills,
            responsibilities={activity: any_.does(part) for activity, part in parts.items()},
        ),
        st.sampled_from([*FAMILIES]),
        st.dictionaries(st.sampled_from(any_.SKILLS), needs),
        st.dictionaries(
            st.sampled_from(any_.ACTIVITIES), st.sampled_from(("both", "supports", "informed"))
        ),
    )
    return st.dictionaries(st.sampled_from("abcd"), each, min_size=1)


def hold(catalog: Catalog) -> None:
    """That all are as near to each as is said of two alone."""
    entries = {head.id: catalog.entry(head.id) for head in catalog.heads()}
    for one in entries.values():
        found = nearnesses(catalog, outline(catalog, one.role), catalog.sizes())
        assert found == {
            i: Near(i, covered(catalog, one, other), covered(catalog, other, one)).nearness
            for i, other in entries.items()
        }


def test_all_at_once_are_as_near_as_each_alone() -> None:
    hold(builtin())


@given(roles(), roles())
def test_so_they_are_whatever_they_ask_for(lower: dict[str, Role], upper: dict[str, Role]) -> None:
    """Also where a guide above has some of them, too."""
    guides = (
        Guide("lower", Sections(roles=lower, families=FAMILIES)),
        Guide("upper", Sections(roles=upper)),
    )
    catalog = any_.catalog(*guides)
    with closing(catalog.store):
        hold(catalog)
