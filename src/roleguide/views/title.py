"""A title explained, as a document, and as a row among many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from roleguide.catalog import Catalog
from roleguide.language import N_, Language
from roleguide.language_tags import LANGUAGES
from roleguide.model import Sense
from roleguide.titles import Aside, How, TitleReading
from roleguide.titles.explanation import Explanation, Form, Hidden, Meaning
from roleguide.views import labels
from roleguide.views.document import (
    Block,
    Document,
    Heading,
    Inline,
    Item,
    Link,
    Prose,
    Table,
    bullets,
    fields,
    headed,
    sections,
)
from roleguide.views.links import question
from roleguide.views.readings import fixed

COLUMNS: Final = ("title", "verdict", "roles", "role_title", "aside", "corrections", "trade")
"""The columns of a row; `help job-titles` says what is in each."""

QUESTIONS: Final = 6
"""Questions that a page asks to tell roles apart; a program gets all."""

TERMS: Final = 4
"""Terms that a page explains; a program gets all."""

ASIDE: Final[Mapping[str, str]] = {
    "seniority": N_("seniority"),
    "region": N_("region"),
    "segment": N_("customers or product"),
    "gender": N_("gender"),
    "contract": N_("contract"),
    "place": N_("place"),
    "pay": N_("pay"),
    "hours": N_("hours"),
    "language": N_("language asked for"),
    "advertising": N_("advertising"),
    "number": N_("number"),
    "other": N_("after the title"),
}
"""What was left aside says one of these."""

_REASONS: Final[Mapping[How, str]] = {
    "name": N_("“{name}” is one of its names"),
    "words": N_("all words of its name “{name}” are there"),
    "rank": N_("its name “{name}”, with another rank"),
    "part": N_("its name “{name}” is there in part"),
    "sense": N_("“{title}” can mean that"),
    "near": N_("near by a word or its spelling"),
}


def title_view(
    explained: Explanation, catalog: Catalog, language: Language, way_on: str
) -> Document:
    """A title explained.

    Args:
        explained: What there is to say of it.
        catalog: The guides in effect.
        language: The language to say it in.
        way_on: The command that leads on from a title without a role.
    """
    reading = explained.reading
    blocks: list[Block] = [
        Heading(reading.title or "–", language.say(_VERDICTS[reading.verdict]), level=1),
        *_meanings(explained, language),
        *_aside(reading, language),
        *_hidden(explained, catalog, language),
        *_tests(explained, language),
        *_forms(explained, language),
        Prose(_next(explained, catalog, language, way_on), tone="quiet"),
    ]
    table = Table(COLUMNS, (title_row(reading, catalog, language),))
    return Document(reading.title or "–", language, tuple(blocks), table=table)


_VERDICTS: Final = {
    "sure": N_("one role of the guide"),
    "unclear": N_("not quite the title of one role"),
    "none": N_("no role of the guide"),
}


def title_row(reading: TitleReading, catalog: Catalog, language: Language) -> tuple[str, ...]:
    """A title as a row: what it is, in ids; the role's title, if it is one role."""
    return (
        reading.title,
        reading.verdict,
        ",".join([reading.role] if reading.role else [c.role for c in reading.candidates]),
        catalog.title("roles", reading.role, language) if reading.role else "",
        "; ".join(f"{part.kind}: {part.text}" for part in reading.aside),
        "; ".join(f"{found} = {form}" for found, form in reading.corrections),
        reading.trade,
    )


def _meanings(explained: Explanation, language: Language) -> Iterator[Block]:
    """The roles, each in a sentence, and by what it was found."""
    reading, say = explained.reading, language.say
    found = [_meaning(each, reading, language) for each in explained.meanings]
    if reading.sure:
        yield from bullets(found[:1])
        others = Prose(say(N_("The same title is also used for:")), tone="quiet")
        yield from headed(others, bullets(found[1:]))
        return
    near = N_("It may be")
    if reading.verdict == "none":
        yield Prose(_foreign(reading, language), tone="lead")
        near = N_("Nearest in this guide")
    yield from headed(Heading(say(near)), bullets(found))


def _foreign(reading: TitleReading, language: Language) -> str:
    """That a title is none of the guide's, and which word makes it so."""
    if reading.trade and reading.trade == reading.title:
        text = N_("“{name}” is a job that this guide does not describe.")
        return language.say(text, name=reading.title)
    if reading.trade:
        text = N_("“{word}” makes it a job that this guide does not describe.")
        return language.say(text, word=reading.trade)
    return language.say(N_("These words name no role of this guide."))


def _meaning(meaning: Meaning, reading: TitleReading, language: Language) -> Item:
    """A role, what it does, and the reason why it is named here."""
    role, found = meaning.entry.role, meaning.found
    reason = language.say(_REASONS[found.how], name=meaning.name, title=reading.title)
    parts = [reason]
    if found.unknown and reading.verdict != "sure":
        words = language.listing(found.unknown)
        parts.append(language.say(N_("unexplained: {words}"), words=words))
    text = f"{language.of(role.plain or role.mission)} ({language.clauses(parts)})"
    name = f"{language.of(role.title.text)} ({labels.shown_id(meaning.entry)})"
    return Item(text, Link(name, "roles", meaning.entry.id))


def _aside(reading: TitleReading, language: Language) -> Iterator[Block]:
    """What was left aside, by kind, and what was corrected."""
    rows: list[tuple[Inline, Inline]] = [
        (language.capitalized(language.say(ASIDE[kind])), language.listing(texts))
        for kind, texts in _by_kind(reading.aside).items()
    ]
    yield from headed(Heading(language.say(N_("Left aside"))), fields(rows))
    if reading.corrections:
        taken = language.listing(fixed(reading, language))
        yield Prose(language.capitalized(taken), tone="quiet")


def _by_kind(aside: tuple[Aside, ...]) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for part in aside:
        kinds.setdefault(part.kind, []).append(part.text)
    return kinds


def _hidden(explained: Explanation, catalog: Catalog, language: Language) -> Iterator[Block]:
    """Where the title means something else: notes on it, and the terms in it."""
    items = [*_notes(explained, language)]
    for hidden in explained.hidden[:TERMS]:
        items += _senses(hidden, explained, catalog, language)
    yield from headed(Heading(language.say(N_("What this title hides, and where"))), bullets(items))


def _notes(explained: Explanation, language: Language) -> Iterator[Item]:
    """Where and how often the title is used for each role, and how it misleads there."""
    for meaning in explained.meanings:
        if meaning.title and meaning.title.note:
            name = language.of(meaning.entry.role.title.text)
            label = language.say(N_("{title} for {role}"), title=meaning.name, role=name)
            yield Item(labels.title_use(language, meaning.title), label)


def _senses(
    hidden: Hidden, explained: Explanation, catalog: Catalog, language: Language
) -> Iterator[Item]:
    """The senses of a term, but for the one that was read."""
    name = catalog.title("terms", hidden.term, language)
    for sense in hidden.senses:
        if sense.role is None or sense.role != explained.reading.role:
            label = language.listing((name, *_where(sense, language)))
            yield Item(language.of(sense.meaning), Link(label, "terms", hidden.term))


def _where(sense: Sense, language: Language) -> Iterator[str]:
    """The trade that uses a term in a sense, and how usual that is."""
    if sense.field:
        yield language.of(sense.field)
    if sense.use:
        yield language.say(labels.USES[sense.use])


def _tests(explained: Explanation, language: Language) -> Iterator[Block]:
    """What to ask to tell the roles apart."""
    names = {
        meaning.entry.id: labels.short_name(language, meaning.entry)
        for meaning in explained.meanings
    }
    asked = [test for _, test in explained.tests[:QUESTIONS]]
    told = (question(language, test, names[test.points_to]) for test in asked)
    yield from sections(language, (N_("To tell them apart, ask"), told))


def _forms(explained: Explanation, language: Language) -> Iterator[Block]:
    """How the title is written, in each language and gender."""
    rows: dict[str, list[str]] = {}
    for form in explained.forms:
        for label, text in _form(form, explained.meanings[0], language):
            texts = rows.setdefault(label, [])
            texts += [] if text in texts else [text]
    written = fields((label, language.clauses(texts)) for label, texts in rows.items())
    yield from headed(Heading(language.say(N_("To write it"))), written)


def _form(form: Form, meaning: Meaning, language: Language) -> Iterator[tuple[str, str]]:
    """The lines of a form: both genders at once, each alone, and a short one for everybody."""
    say = language.say
    code, _, country = form.lang.partition("-")
    name = language.capitalized(say(Language(code).name) if code in LANGUAGES else code)
    if country:
        name = language.listing((name, labels.country(language, country)))
    yield name, form.text
    if form.gendered:
        yield language.listing((name, say(N_("masculine")))), form.gendered["m"]
        yield language.listing((name, say(N_("feminine")))), form.gendered["f"]
        if (short := (meaning.entry.role.short or {}).get(code)) and not country:
            yield language.listing((name, say(N_("without gender")))), short


def _next(explained: Explanation, catalog: Catalog, language: Language, way_on: str) -> str:
    """The commands that go on from here."""
    found = [labels.shown_id(meaning.entry) for meaning in explained.meanings]
    commands = [f"roleguide show {found[0]}"] if found else [way_on]
    others = [*found[1:], *(labels.shown_id(catalog.head(i)) for i in explained.confused)]
    if others and explained.reading.verdict != "none":
        commands.append(f"roleguide compare {found[0]} {others[0]}")
    return language.say(N_("See {command}."), command=language.listing(commands, "or"))
