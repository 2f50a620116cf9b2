"""The words for what the data says in ids: parts, reaches, levels and the like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from roleguide.catalog import Catalog, NamedRole
from roleguide.compare.result import Basic, Compared, FactValue, Needed
from roleguide.guide_paths import STANDARD
from roleguide.language import N_, Language
from roleguide.model import COUNTRIES, AlsoCalled, Leads, LevelRange, Neighbour, Number, Origin
from roleguide.views.document import Inline, Link, Meter
from roleguide.views.links import ALL, concatenated, filled, link, listed, within

NOTHING: Final = N_("Nothing like that is written in the guides in use.")
"""What a list says that has nothing in it."""

REFLECTION: Final = N_("For reflection; not to select or rank people.")
"""What a page is for that compares a person with a role."""

SETTLED: Final = N_("Levels, 1 to 5, are those of people settled in the job, not of the first day.")
"""How the levels of a role are meant."""

PERSONAL: Final = N_("What your profile does not say is taken from the sheets of your roles.")
"""What is added where it was made of a profile."""

KEPT: Final = N_("Nothing of the profile is kept.")
"""What becomes of that profile."""

PARTS: Final = {
    "accountable": N_("owns"),
    "responsible": N_("does"),
    "both": N_("owns and does"),
    "supports": N_("helps"),
    "consulted": N_("advises"),
    "informed": N_("is told"),
}

SHORT_PARTS: Final = {**PARTS, "both": N_("owns, does")}
"""A part in a narrow column."""

REACHES: Final = {
    "own": N_("own work"),
    "team": N_("one team"),
    "segment": N_("a segment, region or product"),
    "function": N_("the whole function"),
    "revenue": N_("all revenue"),
    "company": N_("the whole company"),
}

SHORT_REACHES: Final = {
    "own": N_("for its own work"),
    "team": N_("for a team"),
    "segment": N_("for one market"),
    "function": N_("for a function"),
    "revenue": N_("for all revenue"),
    "company": N_("for the company"),
}
"""A reach in a narrow column."""

LEVELS: Final = {
    "entry": N_("entry level"),
    "professional": N_("mid-level"),
    "senior": N_("senior"),
    "lead": N_("team lead"),
    "manager": N_("manager"),
    "director": N_("director"),
    "vp": N_("vice president"),
    "chief": N_("chief officer"),
}

SHORT_LEVELS: Final = {
    **LEVELS,
    "entry": N_("entry"),
    "professional": N_("mid"),
    "lead": N_("lead"),
    "vp": N_("VP"),
    "chief": N_("chief"),
}
"""A level in a narrow column."""

STAGES: Final = {
    "backstage": N_("behind the scenes"),
    "mixed": N_("behind the scenes and in front of customers"),
    "frontstage": N_("in front of customers and partners"),
}

NUMBERS: Final = {
    "none": N_("no sales target"),
    "shared": N_("a target shared with others"),
    "own": N_("a personal target"),
    "team": N_("the team’s target"),
    "segment": N_("the target of a region or market"),
    "function": N_("the whole department’s target"),
    "revenue": N_("the target for all revenue"),
    "company": N_("the whole company’s target"),
}

SHORT_NUMBERS: Final = {
    "none": N_("none"),
    "shared": N_("shared"),
    "own": N_("own"),
    "team": N_("a team’s"),
    "segment": N_("a region’s"),
    "function": N_("a function’s"),
    "revenue": N_("all revenue"),
    "company": N_("company’s"),
}
"""Whose number, in a narrow column."""

LEADING: Final = {
    "nobody": N_("nobody"),
    "people": N_("a team"),
    "managers": N_("managers"),
    "virtual": N_("nobody; coordinates others"),
}

SHORT_LEADING: Final = {**LEADING, "virtual": N_("colleagues")}
"""Whom a role leads, in a narrow column."""

HORIZONS: Final = {
    "day": N_("the day"),
    "week": N_("the week"),
    "month": N_("the month"),
    "quarter": N_("the quarter"),
    "year": N_("the year"),
    "years": N_("several years"),
    "deal": N_("the deal"),
    "project": N_("the project"),
}

FACES: Final = {
    "buyers": N_("buyers"),
    "users": N_("users"),
    "executives": N_("executives"),
    "partners": N_("partners"),
    "procurement": N_("procurement"),
    "sellers": N_("sellers"),
    "colleagues": N_("colleagues"),
    "finance": N_("finance"),
}

TIES: Final = {
    "carries": N_("carries it"),
    "shares": N_("shares it"),
    "watches": N_("watches it"),
}

WEIGHTS: Final = {1: N_("useful"), 2: N_("important"), 3: N_("essential")}

SKILL_KINDS: Final = {
    "knowledge": N_("knowledge"),
    "know-how": N_("know-how"),
    "behaviour": N_("behaviour"),
}

MOVES: Final = {
    "up": N_("a step up"),
    "side": N_("a sideways move"),
    "switch": N_("a change of trade"),
}

MOVES_TO: Final = {
    "up": N_("Moves up to"),
    "side": N_("Sideways to"),
    "switch": N_("Other paths"),
}
"""The heads of the rows that name where a career goes on, by the kind of step."""

USES: Final = {
    "usual": N_("usual"),
    "frequent": N_("frequent"),
    "rare": N_("rare"),
    "informal": N_("informal"),
    "dated": N_("dated"),
}

MATCHES: Final = {
    "exact": N_("the same job"),
    "close": N_("close"),
    "broad": N_("broader"),
    "narrow": N_("narrower"),
    "misleading": N_("misleading"),
    "none": N_("no entry"),
}

MEASURES: Final = {
    "earnings": N_("earned"),
    "fixed": N_("fixed pay"),
    "target": N_("fixed and variable pay at target"),
    "advertised": N_("offered in advertisements"),
}

PERIODS: Final = {
    "year": N_("a year"),
    "month": N_("a month"),
    "week": N_("a week"),
    "day": N_("a day"),
    "hour": N_("an hour"),
}

NEARNESS: Final = {
    "close": N_("counted as {group}"),
    "broad": N_("no statistic for this job; nearest, wider group: {group}"),
    "narrow": N_("no statistic for this job; nearest, narrower group: {group}"),
}

BRIEF_NEARNESS: Final = {
    "close": "{group}",
    "broad": N_("wider group: {group}"),
    "narrow": N_("narrower group: {group}"),
}
"""The same in a few words, beside an amount."""

BASES: Final = {
    "rule-of-thumb": N_("rule of thumb, not a survey"),
    "editors": N_("the editors’ judgement"),
}

USAGES: Final = {
    "distinct": N_("Two distinct jobs."),
    "overlapping": N_("Two jobs that overlap."),
    "same-job": N_("Mostly two names for one job."),
}

USAGE_NOTES: Final = {
    "distinct": N_("two jobs"),
    "overlapping": N_("two jobs that overlap"),
    "same-job": N_("mostly one job under two names"),
}

UNITS: Final = {
    "percent": N_("percent"),
    "currency": N_("an amount of money"),
    "count": N_("a count"),
    "months": N_("months"),
    "days": N_("days"),
    "hours": N_("hours"),
    "minutes": N_("minutes"),
    "ratio": N_("a ratio"),
    "score": N_("a score"),
    "points": N_("points"),
}

BETTER: Final = {
    "higher": N_("the higher the better"),
    "lower": N_("the lower the better"),
    "balanced": N_("neither high nor low is good in itself"),
}

FIELDS: Final = {
    "title": N_("title"),
    "titles": N_("other titles"),
    "name": N_("name"),
    "short": N_("short name"),
    "mission": N_("why the job exists"),
    "definition": N_("definition"),
    "focus": N_("the week"),
    "scope": N_("in and out"),
    "number": N_("judged on"),
    "responsibilities": N_("responsibilities"),
    "decides": N_("decides"),
    "conditions": N_("conditions"),
    "plain": N_("in a sentence"),
    "ad": N_("in an advertisement"),
    "varies": N_("how it varies"),
    "hiring": N_("when to hire"),
    "capacity": N_("how much, how soon"),
    "pitfalls": N_("how this hire fails"),
    "ask": N_("what to ask the employer"),
    "interview": N_("what to ask the candidate"),
    "examples": N_("scenes"),
    "analogies": N_("figures"),
    "misconceptions": N_("what people get wrong"),
    "levels": N_("levels"),
    "borders": N_("borders"),
    "formula": N_("formula"),
    "note": N_("note"),
    "opening": N_("name"),
    "senses": N_("meaning"),
    "difference": N_("difference"),
    "usage": N_("use of the titles"),
    "tests": N_("questions"),
    "together": N_("together"),
    "choose": N_("which one to choose"),
    "first": N_("which one to hire first"),
    "one_person": N_("one person for both"),
    "senior": N_("which one is senior"),
    "scene": N_("one case, both in it"),
    "owner": N_("owner"),
    "reports_to": N_("reports to"),
    "comes_from": N_("comes from"),
    "leads_to": N_("leads to"),
    "beyond": N_("leads to"),
    "works_with": N_("works with"),
    "leads": N_("leads"),
    "pay": N_("pay"),
    "family": N_("family"),
    "level": N_("level"),
    "stage": N_("visibility"),
    "over": N_("reach"),
    "reach": N_("reach"),
    "faces": N_("talks to"),
    "horizon": N_("judged over"),
    "skills": N_("skills"),
    "metrics": N_("metrics"),
    "tools": N_("tools"),
    "travel": N_("travel"),
    "tenure": N_("years in the job"),
    "codes": N_("in public classifications"),
    "sources": N_("sources"),
    "reviewed": N_("last read as a whole"),
    "formerly": N_("earlier ids"),
    "also": N_("also called"),
    "see": N_("see also"),
}
"""What the fields of a record are called, in a row or beside what was found there."""

SCHEMES: Final = {
    "rome": "ROME",
    "esco": "ESCO",
    "onet": "O*NET",
    "noc": "NOC",
    "isco": "ISCO",
}


def short_name(language: Language, entry: NamedRole) -> str:
    """A role's short name, else its title."""
    return language.of(entry.role.short or entry.role.title.text)


def full_title(language: Language, entry: NamedRole) -> str:
    """A role's title, with its id where that is one of a guide of the reader's own."""
    title = language.of(entry.role.title.text)
    return title if entry.guide == STANDARD else f"{title} ({entry.full_id})"


def titled(language: Language, entry: NamedRole) -> Link:
    """A role's title, leading to it; the id that tells it apart is for those who type."""
    return Link(full_title(language, entry), "roles", entry.id, language.of(entry.role.title.text))


def shown_id(entry: NamedRole) -> str:
    """A role's id, with its guide where that is not the standard one."""
    return entry.id if entry.guide == STANDARD else entry.full_id


def short_names(language: Language, entries: Sequence[NamedRole]) -> list[str]:
    """Short names that tell roles apart, even versions of one role."""
    names = [short_name(language, entry) for entry in entries]
    titles = [language.of(entry.role.title.text) for entry in entries]
    if len({*names}) < len({*titles}) == len(titles):
        names = titles
    ids = [entry.id for entry in entries]
    return [
        name
        if names.count(name) == 1
        else f"{entry.guide}/{name}"
        if ids.count(entry.id) > 1
        else entry.id
        for entry, name in zip(entries, names, strict=True)
    ]


def meters(language: Language, needs: Iterable[Needed | None]) -> list[Meter | str]:
    """The levels of roles in a skill; an empty meter where it is none of a role's main skills."""
    return [
        language.say(N_("basic ({level})"), level=need.level)
        if isinstance(need, Basic)
        else Meter(need.level if need else 0)
        for need in needs
    ]


def title_use(language: Language, title: AlsoCalled) -> str:
    """Where and how often another title of a role is used, and what it means there."""
    facts = [country(language, market) for market in title.markets]
    facts.append(language.say(USES[title.use]))
    text = language.listing(facts)
    return language.clauses([text, language.of(title.note)]) if title.note else text


def level(language: Language, levels: LevelRange) -> str:
    """A place on the ladder, or from where to where."""
    low = language.say(LEVELS[levels.low])
    if levels.low == levels.high:
        return low
    return language.say(N_("{low} to {high}"), low=low, high=language.say(LEVELS[levels.high]))


def country(language: Language, code: str) -> str:
    """A country's name, or its code where it has none here."""
    return language.say(COUNTRIES[code]) if code in COUNTRIES else code


def neighbour(language: Language, catalog: Catalog, value: Neighbour | Origin) -> Inline:
    """A neighbouring role's title, or the job outside the guide."""
    if value.role is not None:
        return link(catalog, language, "roles", value.role)
    return language.of(value.text or {})


def neighbours(
    language: Language, catalog: Catalog, values: Sequence[Neighbour | Origin]
) -> Inline:
    """Neighbours in a row."""
    return within(language, [neighbour(language, catalog, value) for value in values], ALL)


def reached(language: Language, catalog: Catalog, role: str, move: str) -> Inline:
    """A role, and what kind of step leads there."""
    return concatenated(link(catalog, language, "roles", role), f" ({language.say(MOVES[move])})")


def number(language: Language, value: Number) -> str:
    """What a role is judged on, and whose target that is."""
    text = language.say(NUMBERS[value.carries])
    if value.what is None:
        return text
    return language.say(N_("{what} ({number})"), what=language.of(value.what), number=text)


def leads(language: Language, catalog: Catalog, value: Leads) -> Inline:
    """Whom a role leads, and how."""
    text = language.say(LEADING[value.kind])
    if not value.who:
        return text
    who = neighbours(language, catalog, value.who)
    return filled(language, N_("{leads} ({who})"), leads=text, who=who)


def fact_name(language: Language, fact: str) -> str:
    """What a fact is called at the head of its row."""
    return language.capitalized(language.say(FIELDS[fact]))


def fact(language: Language, catalog: Catalog, row: Compared[FactValue]) -> tuple[Inline, ...]:
    """The values of a fact in words; a dash where a role lacks it."""
    return tuple(
        "–" if value is None else fact_value(language, catalog, row.id, value)
        for value in row.values
    )


def fact_value(language: Language, catalog: Catalog, fact: str, value: FactValue) -> Inline:
    """What a role's sheet states in one field, in words."""
    match value:
        case Number():
            return number(language, value)
        case Leads():
            return leads(language, catalog, value)
        case LevelRange():
            return level(language, value)
        case str():
            return language.say(_IDS[fact][value])
        case tuple():
            return listed(_item(language, catalog, fact, item) for item in value)
        case Mapping():
            return language.of(value)


def _item(language: Language, catalog: Catalog, fact: str, item: object) -> Inline:
    if isinstance(item, Neighbour):
        return neighbour(language, catalog, item)
    return language.say(_IDS[fact][str(item)])


_IDS: Final[Mapping[str, Mapping[str, str]]] = {
    "stage": STAGES,
    "reach": REACHES,
    "faces": FACES,
    "horizon": HORIZONS,
}
"""The words for the ids that these facts hold."""
