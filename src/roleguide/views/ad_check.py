"""An advertisement checked for whoever publishes it: what to change, in which line, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from roleguide.ads.result import Ad, Missing
from roleguide.catalog import Catalog
from roleguide.language import N_, Language
from roleguide.views.ad import MISSING, NO_ADVICE, laws_of, name_of, verdict
from roleguide.views.document import Block, Bullets, Document, Heading, Item, Prose, Table, plain

COLUMNS: Final = ("line", "binding", "finding", "remedy", "laws")
"""The columns of a row: where, whether by law, what, what to do, which law."""

_REMEDIES: Final[Mapping[Missing, str]] = {
    "pay": N_("Write what is paid, from and to, with the variable part."),
    "place": N_("Write where one works, and how many days from home."),
    "contract": N_("Write which contract it is, and full or part time."),
    "reports_to": N_("Write to whom one reports."),
    "target": N_("Write what has to be reached, and who reaches it today."),
    "team": N_("Write how many people are in the team, and who."),
}
"""What to add where it is not stated."""


class Finding(NamedTuple):
    """What to change.

    Attributes:
        line: The line, from 1.
        what: What is wrong.
        remedy: What to do.
        laws: The laws that speak of it.
        binding: Whether one of them demands the change.
    """

    line: int
    what: str
    remedy: str
    laws: tuple[str, ...] = ()
    binding: bool = False


def check_view(ad: Ad, catalog: Catalog, language: Language, country: str | None) -> Document:
    """The findings, those by law first.

    Args:
        ad: What was read out of the advertisement.
        catalog: The guides in effect.
        language: The language to say it in.
        country: The country whose law counts; without it, that of each.
    """
    found = sorted(findings(ad, catalog, language, country), key=lambda each: not each.binding)
    title = ad.title.title or "–"
    blocks: list[Block] = [Heading(title, language.say(N_("checked for the employer")), level=1)]
    blocks.append(Prose(_lead(found, language), tone="lead"))
    if found:
        blocks.append(Bullets(tuple(_item(each, language) for each in found)))
    limits = (language.say(N_("read by words alone")), language.say(NO_ADVICE))
    blocks.append(Prose(language.capitalized(language.clauses(limits)), tone="quiet"))
    rows = [
        (str(each.line), str(each.binding).lower(), each.what, each.remedy, "; ".join(each.laws))
        for each in found
    ]
    return Document(title, language, tuple(blocks), table=Table(COLUMNS, (*rows,)))


def findings(
    ad: Ad, catalog: Catalog, language: Language, country: str | None
) -> Iterator[Finding]:
    """What to change in an advertisement, as whoever publishes it may."""
    say = language.say
    if ad.mistitled:
        remedy = N_("Give it the title of its tasks, or write the tasks of its title.")
        yield Finding(1, plain(verdict(ad, language)), say(remedy))
    if not ad.fits:
        remedy = N_("Write five things that are done every week, with a verb and an object.")
        yield Finding(1, say(N_("The tasks do not show which role it is.")), say(remedy))
    for other in ad.others:
        role, task = plain(name_of(other.entry, language)), language.quote(other.evidence.sentence)
        found = say(N_("A task of another role: {role} ({task})."), role=role, task=task)
        remedy = N_("Leave it to that role, or write how much of the week it takes.")
        yield Finding(other.evidence.line, found, say(remedy))
    for odd in ad.odd:
        laws = tuple(laws_of(odd, catalog, language, country))
        remark, remedy = (language.of(text) for text in (odd.record.remark, odd.record.remedy))
        yield Finding(odd.line, remark, remedy, laws, odd.binding(country))
    for each in ad.missing:
        what = say(N_("Not stated: {what}."), what=say(MISSING[each]))
        yield Finding(1, what, say(_REMEDIES[each]))


def _lead(found: list[Finding], language: Language) -> str:
    binding = sum(each.binding for each in found)
    if not found:
        return language.say(N_("Nothing to change was found."))
    if not binding and any(each.laws for each in found):
        text = N_(
            "To improve: {n}. The laws named are about the subject; as far as this guide knows, "
            "none of them forbids these very words."
        )
        return language.say(text, n=len(found))
    if not binding:
        return language.say(
            N_("To improve: {n}. None of the few laws known here demands a change."), n=len(found)
        )
    return language.say(
        N_("To change by law: {n}. To improve: {m}."), n=binding, m=len(found) - binding
    )


def _item(each: Finding, language: Language) -> Item:
    laws = f" ({'; '.join(each.laws)})" if each.laws else ""
    return Item(f"{each.what}{laws} → {each.remedy}", language.say(N_("line {n}"), n=each.line))
