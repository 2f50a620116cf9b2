"""Two roles as they are in the context asked for: a scene of each, and what is different there."""

from __future__ import annotations

from collections.abc import Iterator

from roleguide.language import N_
from roleguide.model import Part, Reach, Role
from roleguide.views import labels
from roleguide.views.comparison_sections import View, scene_text
from roleguide.views.document import Block, Prose, Row, grid


def in_context(view: View) -> Iterator[Block]:
    """What happens there, where no other table takes it in."""
    yield from grid(view.text_columns, context_rows(view))
    yield from nothing_of_context(view)


def nothing_of_context(view: View) -> Iterator[Prose]:
    """That neither sheet says anything of the context asked for, if so."""
    if view.options.context and not any(context_rows(view)):
        nothing = view.language.say(N_("Nothing is written of the two in this setting."))
        yield Prose(nothing, tone="quiet")


def context_rows(view: View) -> Iterator[Row]:
    """The scenes of the context asked for, if one was, and the parts that are others there."""
    context = view.options.context
    for row in view.comparison.rows.examples:
        if row.id == context:
            opening = view.language.of(view.catalog.sections.contexts[row.id].opening)
            yield Row((opening, *(scene_text(view.language, scene) for scene in row.values)))
    sides = zip(view.comparison.roles, view.options.usual, strict=False)
    changed = [", ".join(_different(view, entry.role, usual)) for entry, usual in sides]
    if any(changed):
        yield Row((view.language.say(N_("Different there")), *changed))


def _different(view: View, there: Role, usual: Role) -> Iterator[str]:
    """The activities in which a role has another part there, or one that reaches elsewhere."""
    for activity, share in there.responsibilities.items():
        shares = (share, usual.responsibilities[activity])
        reaches = [each.over or usual.over for each in shares]
        moved = len({*reaches}) > 1
        if moved or len({each.part for each in shares}) > 1:
            here, elsewhere = (
                _part(view, each.part, reach if moved else None)
                for each, reach in zip(shares, reaches, strict=True)
            )
            name = view.catalog.title("activities", activity, view.language)
            text = N_("{activity}: {here}, elsewhere {elsewhere}")
            yield view.language.say(text, activity=name, here=here, elsewhere=elsewhere)


def _part(view: View, part: Part, reach: Reach | None) -> str:
    """A part in words, with how far it reaches where that is what differs."""
    reaching = view.language.say(labels.SHORT_REACHES[reach]) if reach else ""
    return f"{view.language.say(labels.PARTS[part])} {reaching}".strip()
