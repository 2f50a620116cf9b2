"""Where the reader of a page may go on to, besides what its texts lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias

from roleguide.language import N_, Language
from roleguide.site.addresses import Page
from roleguide.site.contents import Contents
from roleguide.site.documents import comparison_link, versus
from roleguide.views import labels
from roleguide.views.document import Block, Bullets, Heading, Item, Link
from roleguide.views.links import link

Making: TypeAlias = Callable[[str, Contents, Language], Iterator[Block]]


def onward(page: Page, contents: Contents, language: Language) -> Iterator[Block]:
    """The links at the end of a page."""
    if page.id and page.kind in _MAKING:
        yield from _MAKING[page.kind](page.id, contents, language)


def others(page: Page, contents: Contents, language: Language) -> Iterator[Block]:
    """Of a role, all comparisons that nobody wrote, the nearest first: a list to be folded."""
    if page.kind == "roles" and page.id:
        written = contents.written[page.id]
        unwritten = [role for role in contents.compared(page.id) if role not in written]
        if unwritten:
            yield _links(versus(page.id, other, contents, language) for other in unwritten)


def _from_role(role: str, contents: Contents, language: Language) -> Iterator[Block]:
    known = {"pay": N_("What it is paid"), "next": N_("Where people go from here")}
    links = [Link(language.say(text), kind, role) for kind, text in known.items()]
    yield Heading(language.say(N_("More about this job")))
    yield _links(each for each in links if contents.page(each))
    if written := contents.written[role]:
        yield Heading(language.say(N_("Often confused with")))
        yield _links(versus(role, other, contents, language) for other in written)


def _from_pay(role: str, contents: Contents, language: Language) -> Iterator[Block]:
    yield Heading(language.say(N_("The job")))
    yield _links([_role(role, contents, language)])


def _from_next(role: str, contents: Contents, language: Language) -> Iterator[Block]:
    yield from _from_pay(role, contents, language)
    if moves := [move for move in contents.moves if move.startswith(f"{role}--")]:
        yield Heading(language.say(N_("What each step takes")))
        yield _links(_step(move, contents, language) for move in moves)


def _step(move: str, contents: Contents, language: Language) -> Link:
    goal = _role(move.partition("--")[2], contents, language)
    return Link(goal.text, "moves", move)


def _from_comparison(pair: str, contents: Contents, language: Language) -> Iterator[Block]:
    one, other = contents.pairs[pair]
    yield Heading(language.say(N_("The two jobs")))
    moves = (_move(*both, contents, language) for both in ((one, other), (other, one)))
    sheets = (_role(role, contents, language) for role in (one, other))
    yield _links([*sheets, *(move for move in moves if contents.page(move))])


def _from_move(move: str, contents: Contents, language: Language) -> Iterator[Block]:
    start, _, goal = move.partition("--")
    links = [_role(role, contents, language) for role in (start, goal)]
    back = _move(goal, start, contents, language)
    links += [back] if contents.page(back) else []
    pair = contents.page(Link("", "compare", move))
    links += [comparison_link(pair.id, contents, language)] if pair else []
    yield Heading(language.say(N_("The two jobs")))
    yield _links(links)


_MAKING: Final[Mapping[str, Making]] = {
    "roles": _from_role,
    "pay": _from_pay,
    "next": _from_next,
    "compare": _from_comparison,
    "moves": _from_move,
}


def _links(links: Iterator[Link] | list[Link]) -> Bullets:
    return Bullets(tuple(map(Item, links)))


def _role(role: str, contents: Contents, language: Language) -> Link:
    return link(contents.catalog, language, "roles", role)


def _move(start: str, goal: str, contents: Contents, language: Language) -> Link:
    one, other = (labels.short_name(language, contents.roles[role]) for role in (start, goal))
    text = language.say(N_("From {start} to {goal}"), start=one, goal=other)
    return Link(text, "moves", f"{start}--{goal}")
