"""What stands around the pages: head, bar, ways on, foot."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache, cached_property, partial
from typing import Final, NamedTuple

from roleguide import __version__
from roleguide.formats import html
from roleguide.language import N_, Language, visible
from roleguide.model import Look
from roleguide.sections import SECTIONS
from roleguide.site.addresses import ABOUT, START, Page, path, up
from roleguide.site.contents import Contents
from roleguide.site.documents import PLURALS, described
from roleguide.site.onward import onward, others
from roleguide.site.template import NOTHING, Markup, Template, joined, template
from roleguide.views.document import Document, Heading, Link
from roleguide.views.statements import named_source, sources_in

MENU: Final = ("roles", "compare", "skills", "activities", "terms")
"""The lists that stand in the bar."""

LONGEST: Final = 200
"""Characters of a description: what search engines show of one."""

LEAD: Final = N_(
    "What separates two jobs, what each needs, and how people get from one to another."
)
"""What the start page says first unless a guide says otherwise."""

_LOGO: Final = Template('<img src="$src" alt="">')
_NAME: Final = Template("<span>$name</span>")
_ALTERNATE: Final = Template('<link rel="alternate" hreflang="$lang" href="$href">')
_CANONICAL: Final = Template('<link rel="canonical" href="$href">')
_TONGUE: Final = Template('<a href="$href" hreflang="$lang" lang="$lang">$name</a>')
_NAV: Final = Template('<li><a href="$href"$current>$name</a></li>')
_TRAIL: Final = Template('<nav class="trail" aria-label="$label"><a href="$href">$name</a></nav>')
_ONWARD: Final = Template('<aside class="onward" aria-label="$label">$blocks</aside>')
_FOLDED: Final = Template("<details><summary>$summary</summary>$blocks</details>")
_PARAGRAPH: Final = Template("<p>$text</p>")
_LINK: Final = Template('<a href="$href">$text</a>')


class File(NamedTuple):
    """A file of a site: where it lies in its folder, with `/` between, and what is in it."""

    path: str
    content: bytes


class Site(NamedTuple):
    """What is the same on every page.

    Attributes:
        contents: The pages there are.
        languages: The languages; the first is that of the start page.
        title: The site's name; nothing for the guide's own.
        base: The address at which the site will lie, with a slash at its end; nothing if unknown.
        look: How the guide looks as a site.
        logo: The picture that the look names, as a file of the site.
    """

    contents: Contents
    languages: Sequence[Language]
    title: str = ""
    base: str = ""
    look: Look = Look()
    logo: File | None = None


class PageText(NamedTuple):
    """What one page says.

    Attributes:
        title: What it is called where pages are listed.
        description: What it says first.
        main: What it says.
        onward: Where its reader may go on to.
        sources: The sources that it names.
    """

    title: str
    description: str
    main: Markup
    onward: Markup = NOTHING
    sources: Markup = NOTHING


class Shell:
    """Writes the pages of a site in one language."""

    def __init__(self, site: Site, language: Language) -> None:
        self.site: Final = site
        self.contents: Final = site.contents
        self.language: Final = language
        self.say: Final = language.say
        self._source: Final = cache(partial(named_source, language, site.contents.catalog))

    @cached_property
    def name(self) -> str:
        """The site's name."""
        own = self.site.look.name
        return self.site.title or (self.language.of(own) if own else self.say(N_("Role guide")))

    @property
    def lead(self) -> str:
        """What the start page says first."""
        own = self.site.look.start
        return self.language.of(own) if own else self.say(LEAD)

    def brand(self, file: str) -> Markup:
        """The logo, if there is one, and the name."""
        logo = self.site.logo
        drawn = _LOGO.fill(src=up(file) + logo.path) if logo else NOTHING
        return joined([drawn, _NAME.fill(name=self.name)], "")

    def page(self, page: Page, made: Document) -> str:
        """A page of a record, of two roles, or of a kind, as HTML."""
        file = path(page, self.language.code)
        follow = self.follow(page, file)
        text = PageText(
            self.title(page, made),
            described(made),
            Markup(html.body(made, follow)),
            self.onward(page, follow),
            self.sources(page),
        )
        return self.framed(page, file, text)

    def framed(self, page: Page, file: str, text: PageText) -> str:
        """A page: what it says, and what stands around it."""
        root, code = up(file), self.language.code
        return template("page").fill(
            lang=code,
            direction=self.language.direction,
            title=text.title,
            description=shortened(text.description),
            links=self.links(page, file),
            root=root,
            data=self.data(page, text.description, file),
            kind=page.kind,
            skip=self.say(N_("Skip to the content")),
            start=self.to(file, START),
            brand=self.brand(file),
            search=self.say(N_("Search")),
            menu=self.say(N_("Menu")),
            nav=joined(self.menu(page, file), ""),
            languages=self.tongues(page, file),
            trail=self.trail(page, file),
            main=text.main,
            onward=text.onward,
            foot=self.foot(file, text.sources),
        )

    def title(self, page: Page, made: Document) -> str:
        """What a page is called in a list of pages."""
        head = made.title
        if page.kind == "next":
            notes = [b.note for b in made.blocks if isinstance(b, Heading) and b.level == 1]
            head = f"{self.language.label(head)} {notes[0]}"
        return f"{head} – {self.name}"

    def to(self, file: str, page: Page, language: Language | None = None) -> str:
        """The way from a file to a page."""
        return up(file) + path(page, (language or self.language).code)

    def follow(self, page: Page, file: str) -> html.Follow:
        """Where the links of a page lead; not to itself."""
        root, code = up(file), self.language.code

        def address(link: Link) -> str:
            found = self.contents.page(link)
            return root + path(found, code) if found and found != page else ""

        return address

    def links(self, page: Page, file: str) -> Markup:
        """What tells search engines of the page's own address and of its other languages."""
        base = self.site.base
        found = [
            _ALTERNATE.fill(
                lang=other.code,
                href=base + path(page, other.code) if base else self.to(file, page, other),
            )
            for other in self.site.languages
            if len(self.site.languages) > 1
        ]
        if base:
            found.insert(0, _CANONICAL.fill(href=base + file))
        return joined(found)

    def data(self, page: Page, description: str, file: str) -> Markup:
        """What the page tells programs of a role."""
        if page.kind != "roles" or not page.id:
            return NOTHING
        role, of = self.contents.roles[page.id].role, self.language.of
        catalog = self.contents.catalog
        told: dict[str, object] = {
            "@context": "https://schema.org",
            "@type": "Occupation",
            "name": of(role.title.text),
            "description": description,
            "inLanguage": self.language.code,
            "alternateName": [
                of_title.text.text
                for of_title in role.titles
                if of_title.lang.startswith(self.language.base)
            ],
            "skills": [catalog.title("skills", skill, self.language) for skill in role.skills],
            "responsibilities": [
                catalog.title("activities", activity, self.language)
                for activity in role.responsibilities
            ],
        }
        if self.site.base:
            told["url"] = self.site.base + file
        told = {key: value for key, value in told.items() if value}
        text = visible(json.dumps(told, ensure_ascii=False)).replace("<", "\\u003c")
        return Markup(f'<script type="application/ld+json">{text}</script>')

    def menu(self, page: Page, file: str) -> Iterator[Markup]:
        """The lists in the bar."""
        for kind in MENU:
            if kind in self.contents.listed:
                current = Markup(' aria-current="page"' if page == Page(kind) else "")
                name = self.say(PLURALS[kind])
                yield _NAV.fill(href=self.to(file, Page(kind)), name=name, current=current)

    def tongues(self, page: Page, file: str) -> Markup:
        """The same page in the other languages."""
        others = [other for other in self.site.languages if other != self.language]
        return joined(
            _TONGUE.fill(href=self.to(file, page, other), lang=other.code, name=own_name(other))
            for other in others
        )

    def trail(self, page: Page, file: str) -> Markup:
        """The list in which a page stands."""
        if not page.id:
            return NOTHING
        above = page.kind if page.kind in self.contents.listed else "roles"
        name = self.say(PLURALS.get(above, above))
        label = self.say(N_("Where this page stands"))
        return _TRAIL.fill(label=label, href=self.to(file, Page(above)), name=name)

    def onward(self, page: Page, follow: html.Follow) -> Markup:
        """Where a reader may go on to."""
        seen = [*onward(page, self.contents, self.language)]
        parts = [Markup(html.fragment(seen, self.language, follow))] if seen else []
        if folded := [*others(page, self.contents, self.language)]:
            summary = self.say(N_("Compare with another job, the nearest first"))
            blocks = Markup(html.fragment(folded, self.language, follow))
            parts.append(_FOLDED.fill(summary=summary, blocks=blocks))
        if not parts:
            return NOTHING
        return _ONWARD.fill(label=self.say(N_("Where to go on")), blocks=joined(parts))

    def sources(self, page: Page) -> Markup:
        """The sources that a page names, or that the records name of which it is made."""
        ids = dict.fromkeys(self._sources(page)) if page.id else ()
        if not ids:
            return NOTHING
        names = self.language.clauses(map(self._source, ids))
        return _PARAGRAPH.fill(text=self.say(N_("Sources: {names}."), names=names))

    def _sources(self, page: Page) -> Iterator[str]:
        sections = self.contents.catalog.sections
        if page.kind == "compare":
            yield from sources_in(sections.pairs.get(page.id))
        if page.kind in SECTIONS and page.kind != "roles":
            yield from sources_in(getattr(sections, page.kind)[page.id])
        else:
            for role in page.id.split("--"):
                yield from self.contents.sources[role]

    def foot(self, file: str, sources: Markup) -> Markup:
        """What the statements rest on, whose the guide is, and what made the site."""
        say = self.say
        rests = say(N_("Editors’ judgement where no source is named; a rule of thumb says so."))
        about = _LINK.fill(href=self.to(file, ABOUT), text=say(N_("Sources and licence")))
        made = say(N_("Made with roleguide {version}."), version=__version__)
        editions = " ".join(self.editions())
        own = self.site.look.footer
        return joined(
            [
                _PARAGRAPH.fill(text=self.language.of(own)) if own else NOTHING,
                sources,
                _PARAGRAPH.fill(text=joined([rests, about], " ")),
                _PARAGRAPH.fill(text=" ".join(filter(None, [editions, made]))),
            ]
        )

    def editions(self) -> Iterator[str]:
        """The editions that the guides in effect state."""
        for guide in self.contents.catalog.guides:
            if edition := self.contents.catalog.edition(guide):
                text = N_("Guide {name}, edition {edition}.")
                yield self.say(text, name=guide, edition=edition)


def own_name(language: Language) -> str:
    """What a language calls itself."""
    return language.capitalized(language.say(language.name))


def shortened(text: str) -> str:
    """A text as long as a description may be, whole words alone."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST].rpartition(' ')[0].rstrip(' ,;:')}…"
