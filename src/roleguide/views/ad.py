"""A job advertisement, read: which role it is, by which sentences, what is missing, what to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, TypeAlias

from roleguide.ads.result import Ad, Evidence, Missing, Odd, OtherTask, Verdict, beyond
from roleguide.catalog import Catalog, NamedRole, RoleEntry
from roleguide.language import N_, Language
from roleguide.views import labels
from roleguide.views.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Inline,
    Item,
    Link,
    Prose,
    Rows,
    Table,
    bullets,
    fields,
    headed,
)
from roleguide.views.height import LINES, fitting
from roleguide.views.links import concatenated, filled, link, listed

COLUMNS: Final = ("role", "title", "score", "line", "sentence", "activity", "weight")
"""The columns of a row: a role, and a sentence that speaks for it by an activity."""

QUOTED: Final = 120
"""Characters of a sentence that is quoted."""

_CLAUSE: Final = re.compile(r"[,;:.]\s+|\s(?=et\s|and\s)")
"""Where a sentence may be cut."""

MOST_SILENT: Final = 2
"""Questions for what an advertisement does not say."""

MOST_TITLED: Final = 3
"""Roles that are named where a title may mean several."""

MOST_NEW: Final = 6
"""Tasks of an advertisement that are shown in front of a move."""

SIZES: Final = ((3, 2, 5), (3, 1, 4), (2, 1, 3))
"""Sentences for the first role, for each other one, and questions: as many as fit one screen."""

WORDS: Final = 500
"""The words that a page may have, most of which are the advertisement’s."""

MISSING: Final[Mapping[Missing, str]] = {
    "pay": N_("pay"),
    "place": N_("place"),
    "contract": N_("contract"),
    "reports_to": N_("whom one reports to"),
    "target": N_("the target"),
    "team": N_("the size of the team"),
}
"""What an advertisement may leave out."""

NO_ADVICE: Final = N_("words that a law names are no legal advice")
"""What is said wherever laws are named."""

VERDICTS: Final[Mapping[Verdict, str]] = {
    "sure": N_("one role of the guide"),
    "between": N_("between two roles"),
    "none": N_("no role recognised"),
    "short": N_("too short to tell"),
}
"""Whether the tasks are those of a role."""

_SHOWN: Final = {
    (False, False): N_("The tasks are those of: {role}."),
    (False, True): N_("The tasks are between two roles: {one}, {other}."),
    (True, False): N_("The title says {titled}; the tasks are those of: {role}."),
    (True, True): N_("The title says {titled}; the tasks are between two roles: {one}, {other}."),
}
"""What the tasks show, by whether the title says otherwise, and whether two roles come near."""

Refusal: TypeAlias = Literal["none", "few", "short"]
"""Why no role is named: no task is recognised, or too few are, or the text is too short."""

_REFUSALS: Final[Mapping[Refusal, str]] = {
    "few": N_("What was recognised of the tasks is too little to tell which role it is."),
    "none": N_("The tasks are those of no role of the guide, or too few sentences tell."),
    "short": N_("The text says too little of the tasks to tell which role it is."),
}

_THIN: Final = (
    N_("No single sentence shows it; the words together do."),
    N_("One sentence shows it; for the rest it is the words together."),
)
"""What is said where no sentence, or one alone, tells of what the likeliest role does."""

ASKED: Final[Mapping[Missing, str]] = {
    "pay": N_("What does the post pay, from and to, and which part of it varies?"),
    "place": N_("Where would I work, and how many days from home?"),
    "target": N_("What has to be reached in the first year, and who reached it last year?"),
    "contract": N_("Which contract is it, and from which day?"),
    "reports_to": N_("To whom would I report?"),
    "team": N_("How many people are in the team, and since when?"),
}
"""What to ask where the advertisement is silent, the weightiest first."""

_TITLED: Final[Mapping[Refusal, str]] = {
    "few": N_("The title says {titled}; what was recognised of the tasks is too little to tell."),
    "none": N_("The title says {titled}; no task of a role of the guide was recognised."),
    "short": N_("The title says {titled}; the text is too short to confirm it."),
}
"""Likewise, where the title says one;"""

_MAY_BE: Final[Mapping[Refusal, str]] = {
    "few": N_(
        "The title may mean {titled}; what was recognised of the tasks is too little to tell."
    ),
    "none": N_("The title may mean {titled}; no task of a role of the guide was recognised."),
    "short": N_("The title may mean {titled}; the text is too short to tell."),
}
"""where it may say several."""


def ad_view(ad: Ad, catalog: Catalog, language: Language, country: str | None) -> Document:
    """An advertisement as one screen; the rows have all its evidence.

    Args:
        ad: What was read out of it.
        catalog: The guides in effect.
        language: The language to say it in.
        country: The country whose law counts; without it, that of each.
    """
    title = ad.title.title or "–"
    pages = ([*_page(ad, catalog, language, country, sizes)] for sizes in SIZES)
    blocks = fitting(pages, LINES, WORDS)
    return Document(title, language, tuple(blocks), table=Table(COLUMNS, (*_rows(ad, language),)))


def _rows(ad: Ad, language: Language) -> Iterator[tuple[str, ...]]:
    for fit in ad.fits:
        name = labels.full_title(language, fit.entry)
        role = fit.entry.id, name, f"{fit.score:.2f}"
        for each in fit.evidence:
            told = str(each.line), each.sentence, each.activity, f"{each.weight:.2f}"
            yield *role, *told


def _page(
    ad: Ad,
    catalog: Catalog,
    language: Language,
    country: str | None,
    sizes: tuple[int, int, int],
) -> Iterator[Block]:
    first, others, questions = sizes
    yield Heading(ad.title.title or "–", language.say(VERDICTS[ad.verdict]), level=1)
    yield Prose(verdict(ad, language), tone="lead")
    if ad.fits and len(ad.fits[0].evidence) < len(_THIN):
        yield Prose(language.say(_THIN[len(ad.fits[0].evidence)]))
    yield from _evidence(ad, catalog, language, (first, others))
    name = N_("Tasks recognised") if ad.recognised else N_("Tasks of other roles")
    apart = (_other(each, catalog, language) for each in _apart(ad)[: others + 1])
    yield from headed(Heading(language.say(name), level=3), bullets(apart))
    yield from fields(_facts(ad, language))
    odd = (odd_item(each, catalog, language, country) for each in ad.odd[: others + 1])
    yield from headed(Heading(language.say(N_("To look at")), level=3), bullets(odd))
    asked = bullets(_asked(ad, language, questions))
    yield from headed(Heading(language.say(N_("Ask the employer")), level=3), asked)
    yield Prose(_foot(ad, language), tone="quiet")


def _apart(ad: Ad) -> Sequence[OtherTask]:
    """The tasks that are named with their role: all, where no role is that of the advertisement."""
    return ad.recognised or ad.others


def _evidence(
    ad: Ad, catalog: Catalog, language: Language, sizes: tuple[int, int]
) -> Iterator[Block]:
    """The roles of the verdict, each with the sentences that tell of it."""
    first, others = sizes
    for at, fit in enumerate(ad.fits[:2] if ad.verdict == "between" else ad.fits):
        if fit.evidence:
            yield Heading(name_of(fit.entry, language), fit.entry.id, level=3)
            shown = fit.evidence[: others if at else first]
            yield Bullets(tuple(_sentence(each, catalog, language) for each in shown))


def verdict(ad: Ad, language: Language) -> Inline:
    """The sentence that comes first: what the title says, and what the tasks say."""
    if not ad.fits:
        return _refusal(ad, language)
    first = name_of(ad.fits[0].entry, language)
    titled = name_of(ad.titled[0], language) if ad.titled else ""
    second = name_of(ad.fits[1].entry, language) if ad.verdict == "between" else ""
    text = _SHOWN[bool(ad.mistitled), bool(second)]
    return filled(language, text, titled=titled, role=first, one=first, other=second)


def _refusal(ad: Ad, language: Language) -> Inline:
    """Why no role is named, and which one the title says."""
    if not ad.titled:
        return language.say(_said_of(ad, _REFUSALS))
    if ad.title.sure and ad.others:
        text = N_("The title says {titled}; the tasks are those of several roles, too few of each.")
        return filled(language, text, titled=name_of(ad.titled[0], language))
    if ad.title.sure:
        return filled(language, _said_of(ad, _TITLED), titled=name_of(ad.titled[0], language))
    titles = listed([name_of(entry, language) for entry in ad.titled[:MOST_TITLED]])
    return filled(language, _said_of(ad, _MAY_BE), titled=titles)


def _said_of(ad: Ad, refusals: Mapping[Refusal, str]) -> str:
    """What is said of an advertisement without a role."""
    return refusals["few" if ad.recognised else "short" if ad.verdict == "short" else "none"]


def name_of(entry: NamedRole, language: Language) -> Link:
    """The title of a role, leading to it."""
    return Link(language.of(entry.role.title.text), "roles", entry.id)


def _sentence(each: Evidence, catalog: Catalog, language: Language) -> Item:
    """A sentence, shortly, with its line and the activity it tells of."""
    label = language.say(N_("line {n}"), n=each.line)
    activity = link(catalog, language, "activities", each.activity)
    return Item(concatenated(language.quote(_shortly(each)), " → ", activity), label)


def asked_beyond(ad: Ad, start: RoleEntry, catalog: Catalog, language: Language) -> Iterator[Block]:
    """What an advertisement asks that is no part of a role, in front of the move to its role."""
    names = name_of(ad.fits[0].entry, language), name_of(start, language)
    text = N_("“{title}”: the tasks are those of: {role}.")
    title = ad.title.title or "–"
    yield Prose(filled(language, text, title=title, role=names[0]), tone="lead")
    new = beyond(ad, start)
    if new:
        yield Heading(language.say(N_("Asked here, and no part of what you have")), level=3)
        yield Bullets(tuple(_sentence(each, catalog, language) for each in new[:MOST_NEW]))
    else:
        yield Prose(language.say(N_("It names no task that is not yours already.")))


def _shortly(each: Evidence) -> str:
    """A sentence cut where it is too long, so that what it tells of remains."""
    text, begin = each.sentence, 0
    if len(text) <= QUOTED:
        return text
    if each.end > QUOTED:
        low, high = each.end - QUOTED + 4, each.end - QUOTED // 2
        clauses = (mark.end() for mark in _CLAUSE.finditer(text, low, high))
        begin = next(clauses, 1 + text.find(" ", low))
    text = f"… {text[begin:]}" if begin else text
    return text if len(text) <= QUOTED else f"{text[:QUOTED].rsplit(' ', 1)[0]} …"


def _other(other: OtherTask, catalog: Catalog, language: Language) -> Item:
    """A task of another role, with the role."""
    task = _sentence(other.evidence, catalog, language)
    return task._replace(text=concatenated(task.text, " (", name_of(other.entry, language), ")"))


def _asked(ad: Ad, language: Language, questions: int) -> list[Item]:
    """What to ask the employer."""
    silent = [language.say(ASKED[each]) for each in ASKED if each in ad.missing]
    silent = silent[:MOST_SILENT] if ad.fits else []
    known = [language.of(each.ask) for each in ad.ask[: questions - len(silent)]]
    return [Item(text) for text in (*silent, *known)]


def odd_item(odd: Odd, catalog: Catalog, language: Language, country: str | None) -> Item:
    """What is odd, with its line and the law that speaks of it."""
    remark = language.of(odd.record.remark)
    laws = laws_of(odd, catalog, language, country)
    text = f"{remark} ({'; '.join(laws)})" if laws else remark
    return Item(text, language.say(N_("line {n}"), n=odd.line))


def laws_of(odd: Odd, catalog: Catalog, language: Language, country: str | None) -> list[str]:
    """The laws that speak of what is odd, each with its country, name and article."""
    sources = catalog.sections.sources
    return [
        " ".join(filter(None, (f"{code}:", language.of(sources[law.source].title), law.article)))
        for code, law in odd.laws(country)
    ]


def _facts(ad: Ad, language: Language) -> Rows:
    """What else comes near, the levels, and what is missing."""
    second = ad.fits[1:2] if ad.verdict == "between" else ()
    if near := [name_of(fit.entry, language) for fit in second if not fit.evidence]:
        yield language.say(N_("Near by words alone")), listed(near)
    yield from _levels(ad, language)
    if ad.missing:
        missing = [language.say(MISSING[each]) for each in ad.missing]
        yield language.say(N_("Not found")), listed(missing)


def _levels(ad: Ad, language: Language) -> Rows:
    """The levels; that of the title only where the tasks are those of another role."""
    titled, tasks = ad.levels
    if ad.mistitled and titled and tasks:
        yield language.say(N_("Usual level by title")), labels.level(language, titled)
    if tasks:
        yield language.say(N_("Usual level by tasks")), labels.level(language, tasks)


def _foot(ad: Ad, language: Language) -> str:
    """Where to read on, and what this is not."""
    said = [language.say(N_("read by words alone; the advertisement may mean more than it says"))]
    if ad.odd:
        said.append(language.say(NO_ADVICE))
    if roles := _to_read(ad):
        command = " ".join(["roleguide", "compare" if len(roles) > 1 else "show", *roles])
        said.append(language.say(N_("read on: {command}"), command=command))
    return language.capitalized(language.clauses(said))


def _to_read(ad: Ad) -> list[str]:
    """The role to read on about, and another one to compare it with."""
    titled = [entry.id for entry in ad.titled[:1]]
    if not ad.fits:
        return titled if ad.title.sure else []
    second = [fit.entry.id for fit in ad.fits[1:2] if fit.evidence or ad.verdict == "between"]
    return [ad.fits[0].entry.id, *(titled if ad.mistitled else second)]
