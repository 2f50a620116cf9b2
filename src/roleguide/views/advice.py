"""What helps to choose between two roles: plain words, an advertisement's, whom first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from roleguide.language import N_
from roleguide.model import Choice, Pair, Pay, Statement, Text
from roleguide.views.career import way_on
from roleguide.views.comparison_sections import SIDES, View
from roleguide.views.document import Block, Fields, Heading, Panel, Panels, Prose
from roleguide.views.statements import statement


def advice(view: View) -> Iterator[Block]:
    """What is written to choose by; nothing of what is not."""
    if view.options.only:
        return
    for text, side in zip(view.comparison.plain, ("left", "right"), strict=True):
        if text:
            yield Prose(view.language.of(text), side="left" if side == "left" else "right")
    rows = [*_by_side(view), *_by_pair(view), *_moves(view)]
    if rows:
        yield Heading(view.language.say(N_("To choose")))
        yield Fields(tuple(rows))
    yield from _scene(view)


_LABELS: Final = (
    N_("{name} in an ad"),
    N_("Choose {name}"),
    N_("Hire {name}"),
    N_("{name} is paid"),
)
"""What is said of one of the two; the order is that of `_said`."""


def _by_side(view: View) -> Iterator[tuple[str, str]]:
    """What is said of each of the two, in a line that names it."""
    said = [_said(view, side) for side in (0, 1)]
    for label, texts in zip(_LABELS, zip(*said, strict=True), strict=True):
        for name, text in zip(view.names, texts, strict=True):
            if text:
                yield view.language.say(label, name=name), view.language.of(text)


def _said(view: View, side: int) -> tuple[Text | None, ...]:
    """The words of its ads, whom it suits, which company needs it, and how it is paid."""
    pair, entry = view.comparison.pair, view.comparison.roles[side]
    choice = pair.choose.get(entry.id, Choice()) if pair else Choice()
    pay = entry.role.pay or Pay()
    return entry.role.ad, choice.person, choice.company, pay.mix


def _by_pair(view: View) -> Iterator[tuple[str, str]]:
    """What is said of the two together."""
    say, pair = view.language.say, view.comparison.pair
    if pair is None:
        return
    said: list[tuple[str, Statement | None]] = [
        (N_("Hire first"), pair.first),
        (N_("One person"), pair.one_person),
    ]
    for label, text in said:
        if text:
            yield say(label), statement(view.language, view.catalog, text)
    if pair.senior:
        yield say(N_("Senior")), _senior(view, pair)


def _senior(view: View, pair: Pair) -> str:
    """Which of the two is senior, and by what that shows."""
    role, why = pair.senior or (None, None)
    names = dict(zip((entry.id for entry in view.comparison.roles), view.names, strict=True))
    text = names[role] if role else view.language.say(N_("neither"))
    if why is None:
        return text
    return view.language.clauses([text, statement(view.language, view.catalog, why)])


def _moves(view: View) -> Iterator[tuple[str, str]]:
    """How people go from one of the two to the other."""
    say, roles = view.language.say, view.comparison.roles
    for start, end, name in zip(roles, roles[::-1], view.names[::-1], strict=True):
        if step := start.role.leads_to.get(end.id):
            label = say(N_("To {role}"), role=name)
            yield label, way_on(view.catalog, view.language, step)


def _scene(view: View) -> Iterator[Block]:
    """One case, and what each of the two does in it."""
    scene = view.comparison.pair.scene if view.comparison.pair else None
    if scene is None or view.options.context not in (None, scene.context):
        return
    say, of = view.language.say, view.language.of
    yield Heading(say(N_("One case, both in it")), say(N_("an invented example")))
    setup = of(scene.setup)
    if scene.context:
        opening = of(view.catalog.sections.contexts[scene.context].opening)
        setup = f"{view.language.label(opening)} {setup}"
    yield Prose(setup)
    texts = [scene.sides.get(entry.id) for entry in view.comparison.roles]
    yield Panels(
        tuple(
            Panel(of(text), name, side)
            for text, name, side in zip(texts, view.names, SIDES, strict=True)
            if text
        )
    )
