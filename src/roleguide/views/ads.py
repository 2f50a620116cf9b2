"""Two advertisements side by side, by the same rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from roleguide.ads.result import Ad
from roleguide.catalog import Catalog
from roleguide.language import N_, Language
from roleguide.views import labels
from roleguide.views.ad import MISSING, VERDICTS, name_of
from roleguide.views.document import (
    DASH,
    Block,
    Column,
    Document,
    Grid,
    Heading,
    Inline,
    Prose,
    Row,
    Table,
    plain,
)
from roleguide.views.links import listed

TASKS: Final = 6
"""Activities of an advertisement that are named, those of most sentences first."""


def ads_view(ads: Sequence[Ad], catalog: Catalog, language: Language) -> Document:
    """Two advertisements side by side.

    Args:
        ads: What was read out of each.
        catalog: The guides in effect.
        language: The language to say it in.
    """
    titles = [ad.title.title or DASH for ad in ads]
    rows = [(name, [value(ad) for ad in ads]) for name, value in _rows(catalog, language)]
    told = [Row((name, *cells)) for name, cells in rows if any(cell != DASH for cell in cells)]
    columns = (Column(""), *(Column(title, wide=True) for title in titles))
    heading = language.say(N_("{one} or {other}"), one=titles[0], other=titles[1])
    limits = language.say(N_("read by words alone; the advertisement may mean more than it says"))
    blocks: list[Block] = [
        Heading(heading, language.say(N_("two advertisements")), level=1),
        Grid(columns, tuple(told)),
        Prose(language.capitalized(limits), tone="quiet"),
    ]
    table = Table(
        ("name", "one", "other"),
        tuple((name, *map(plain, cells)) for name, cells in rows),
    )
    return Document(heading, language, tuple(blocks), table=table)


def _rows(catalog: Catalog, language: Language) -> Iterator[tuple[str, Callable[[Ad], Inline]]]:
    """What is compared: its name, and how it is said of one advertisement."""
    yield language.say(N_("by its tasks")), lambda ad: _roles(ad, language)
    yield language.say(N_("by its title")), lambda ad: _titled(ad, language)
    yield language.say(N_("usual level by tasks")), lambda ad: _level(ad, language)
    yield language.say(N_("tasks")), lambda ad: _tasks(ad, catalog, language)
    yield (
        language.say(N_("not found")),
        lambda ad: listed([language.say(MISSING[each]) for each in ad.missing]) or DASH,
    )
    yield (
        language.say(N_("to look at")),
        lambda ad: " ".join(language.of(each.record.remark) for each in ad.odd[:2]) or DASH,
    )


def _roles(ad: Ad, language: Language) -> Inline:
    if not ad.fits:
        return language.say(VERDICTS[ad.verdict])
    names = [name_of(fit.entry, language) for fit in ad.fits]
    return listed(names[:2] if ad.verdict == "between" else names[:1])


def _titled(ad: Ad, language: Language) -> Inline:
    return listed([name_of(entry, language) for entry in ad.titled[:2]]) if ad.titled else DASH


def _level(ad: Ad, language: Language) -> Inline:
    return labels.level(language, ad.levels[1]) if ad.levels[1] else DASH


def _tasks(ad: Ad, catalog: Catalog, language: Language) -> Inline:
    """The activities of the first role that most sentences tell of."""
    evidence = ad.fits[0].evidence if ad.fits else ()
    told = [each.activity for each in evidence]
    most = sorted(dict.fromkeys(told), key=lambda each: -told.count(each))[:TASKS]
    activities = catalog.sections.activities
    return listed([language.of(activities[each].name) for each in most]) if most else DASH
