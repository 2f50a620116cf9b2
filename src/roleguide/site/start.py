"""The start page, and the page that says what the site rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from roleguide.formats import html
from roleguide.guide_paths import STANDARD
from roleguide.language import N_
from roleguide.name_matching import fold
from roleguide.site.addresses import ABOUT, START
from roleguide.site.documents import PLURALS, comparison_link
from roleguide.site.shell import PageText, Shell
from roleguide.site.template import NOTHING, Markup, Template, joined, template
from roleguide.views.document import Block, Bullets, Document, Heading, Item, Link, Prose
from roleguide.views.links import link
from roleguide.views.listings import by_family
from roleguide.views.statements import cited

SHOWN: Final = 8
"""How many pairs the start page shows of those that are written."""

_SECTION: Final = Template('<section class="$kind"><h2>$title</h2>$blocks</section>')
_CARD: Final = Template('<div class="card"><h3>$title</h3>$blocks</div>')
_CARDS: Final = Template('<div class="cards">$cards</div>')


def start_page(shell: Shell, file: str) -> str:
    """The start page: search, compare any two, all roles."""
    say = shell.say
    without_script = N_(
        "This browser runs no script, so the search is switched off. Every page is there all the "
        "same, and each job lists its comparisons."
    )
    main = template("start").fill(
        title=shell.name,
        lead=shell.lead,
        find=say(N_("Find a job, a skill, an abbreviation")),
        example=say(N_("as people write it")),
        versus=say(N_("Compare any two jobs")),
        one=say(N_("One job")),
        other=say(N_("The other")),
        compare=say(N_("Compare")),
        noscript=say(without_script),
        more=joined(part(shell, file) for part in (_own, _confused, _roles, _lists)),
    )
    return shell.framed(START, file, PageText(shell.name, shell.lead, main))


def _own(shell: Shell, file: str) -> Markup:
    """The roles of guides above the built-in one: those that a company writes are its own."""
    catalog = shell.contents.catalog
    own = [role for role in shell.contents.roles if catalog.entry(role).guide != STANDARD]
    if not own or STANDARD not in catalog.guides:
        return NOTHING
    title = shell.language.count("{n} job of our own", "{n} jobs of our own", len(own))
    blocks = _list(shell, file, _jobs(shell, own))
    return _SECTION.fill(kind="confused", title=title, blocks=blocks)


def _confused(shell: Shell, file: str) -> Markup:
    """Some pairs that somebody has written about, those of the most confused roles first."""
    contents = shell.contents
    often = {role: len(others) for role, others in contents.written.items()}
    pairs = [p for p in contents.pairs if contents.catalog.sections.pairs.get(p)]
    pairs.sort(key=lambda pair: (-sum(often[role] for role in contents.pairs[pair]), pair))
    shown: list[Item] = []
    seen: set[str] = set()
    for pair in pairs:
        if len(shown) < SHOWN and seen.isdisjoint(contents.pairs[pair]):
            shown.append(Item(comparison_link(pair, contents, shell.language)))
            seen.update(contents.pairs[pair])
    if not shown:
        return NOTHING
    title = shell.say(N_("Often confused"))
    return _SECTION.fill(kind="confused", title=title, blocks=_list(shell, file, shown))


def _roles(shell: Shell, file: str) -> Markup:
    """All roles, family by family."""
    catalog = shell.contents.catalog
    cards = []
    for family, heads in by_family(catalog, catalog.heads(), lambda head: head.role.family):
        title = catalog.title("families", family, shell.language)
        blocks = _list(shell, file, _jobs(shell, [head.id for head in heads]))
        cards.append(_CARD.fill(title=title, blocks=blocks))
    title = shell.language.count("{n} job", "{n} jobs", len(shell.contents.roles))
    return _SECTION.fill(kind="all", title=title, blocks=_CARDS.fill(cards=joined(cards)))


def _jobs(shell: Shell, roles: Iterable[str]) -> list[Item]:
    """Roles by title, each leading to its page."""
    links = (link(shell.contents.catalog, shell.language, "roles", role) for role in roles)
    return [Item(each) for each in sorted(links, key=lambda each: fold(each.text))]


def _lists(shell: Shell, file: str) -> Markup:
    """The lists of everything else, each with how much is in it."""
    items = [
        Item(shell.language.number(len(ids)), Link(shell.say(PLURALS[kind]), kind, ""))
        for kind, ids in shell.contents.ids.items()
        if kind in shell.contents.listed and kind != "roles"
    ]
    title = shell.say(N_("What else is here"))
    return _SECTION.fill(kind="lists", title=title, blocks=_list(shell, file, items))


def _list(shell: Shell, file: str, items: Iterable[Item]) -> Markup:
    blocks = [Bullets(tuple(items))]
    return Markup(html.fragment(blocks, shell.language, shell.follow(START, file)))


def about_page(shell: Shell) -> str:
    """What the statements rest on, the sources, the licence, and what the program does besides."""
    made = Document(shell.say(N_("Sources and licence")), shell.language, (*_about(shell),))
    return shell.page(ABOUT, made)


def _about(shell: Shell) -> Iterator[Block]:
    say, catalog = shell.say, shell.contents.catalog
    rests = N_(
        "Where a sentence names no source, it is the editors’ judgement, and no study stands "
        "behind it. What is marked as a rule of thumb is an order of magnitude that practitioners "
        "use and no survey measured. A figure of pay always has its country, year and source."
    )
    yield Heading(say(N_("Sources and licence")), level=1)
    yield Prose(say(rests), tone="lead")
    yield Prose(say(N_("For reflection; not to select or rank people.")))
    if STANDARD in catalog.guides:
        licence = N_(
            "The built-in guide may be shared and adapted under CC BY 4.0: “roleguide, by the "
            "roleguide authors”. Codes and titles of public classifications keep their own terms."
        )
        yield Heading(say(N_("Licence")))
        yield Prose(say(licence))
    if catalog.sections.sources:
        cites = (cited(i, catalog, shell.language, whole=True) for i in catalog.sections.sources)
        yield Heading(say(N_("Sources")))
        yield Bullets((*cites,))
    program = N_(
        "Three jobs side by side, a title read as an advertisement writes it, an advertisement "
        "examined: roleguide, the program that made these pages, does so in a terminal."
    )
    yield Heading(say(N_("What only the program does")))
    yield Prose(say(program))
    yield Bullets((Item("roleguide compare sdr csm sales-manager"),))
