"""The rules of the built-in guide: pure functions from a record to its problems.

A rule takes a record (or the sections, where it looks across records) and returns what is wrong
with it, each problem with its place inside the record; an empty list means that nothing is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple, TypeAlias

from data.words import Passage, borrowed
from roleguide.language import Language
from roleguide.language_tags import LANGUAGES
from roleguide.model import (
    CURRENCIES,
    AlsoCalled,
    Pair,
    Pay,
    Reach,
    Responsibility,
    Role,
    Sections,
    Skill,
    Source,
)
from roleguide.sections import SECTIONS


class Problem(NamedTuple):
    """What is wrong, and where in the record."""

    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}"


Rule: TypeAlias = Callable[[Any], list[Problem]]

# What every record is made of ---------------------------------------------------------------

_LANGUAGE = re.compile(r"[a-z]{2}(?:-[A-Z]{2})?")


def is_text(value: Any) -> bool:
    """Whether this is one text by language code; ids have more than two letters."""
    return (
        isinstance(value, Mapping)
        and bool(value)
        and all(isinstance(key, str) and _LANGUAGE.fullmatch(key) for key in value)
        and all(isinstance(text, str) for text in value.values())
    )


def walk(value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """A record and everything in it down to its texts, each with its dotted place."""
    yield place, value
    if is_text(value):
        return
    children: Iterable[tuple[Any, Any]] = ()
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        children = value._asdict().items()
    elif isinstance(value, tuple):
        children = enumerate(value)
    elif isinstance(value, Mapping):
        children = value.items()
    for key, child in children:
        yield from walk(child, f"{place}.{key}" if place else str(key))


def texts(record: Any) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The texts that stand in every language."""
    for place, value in walk(record):
        if is_text(value):
            yield place, value


def passages(record: Any) -> Iterator[Passage]:
    """Every text of a record in each language, titles of one language among them.

    Labels of public classifications are quoted as they are published, and left out.
    """
    for place, value in walk(record):
        if is_text(value):
            for language, text in value.items():
                yield Passage(place, language, text)
        elif isinstance(value, AlsoCalled):
            yield Passage(f"{place}.text", value.lang, value.text.text)


# Both languages -----------------------------------------------------------------------------

PROSE: Final = 40
"""Characters beyond which a text is prose; what is shorter is a name, perhaps in both genders."""
SHORTEST, LONGEST = 0.55, 1.9
"""How much shorter or longer than the English the French may be."""


def both_languages(record: Any) -> list[Problem]:
    return [
        Problem(place, f"has {', '.join(text)}, not {', '.join(LANGUAGES)}")
        for place, text in texts(record)
        if set(text) != set(LANGUAGES)
    ] + [
        Problem(f"{passage.place}.{passage.language}", "is empty")
        for passage in passages(record)
        if not passage.text.strip()
    ]


def balanced_lengths(record: Any) -> list[Problem]:
    return [
        Problem(place, f"French is {len(text['fr']) / len(text['en']):.2f} times the English")
        for place, text in texts(record)
        if text.get("en") and text.get("fr")
        if min(map(len, text.values())) > PROSE or max(map(len, text.values())) > 2 * PROSE
        if not SHORTEST <= len(text["fr"]) / len(text["en"]) <= LONGEST
    ]


def translated(record: Any) -> list[Problem]:
    """Prose that is the same in both languages was left untranslated."""
    return [
        Problem(place, "is the same in both languages")
        for place, text in texts(record)
        if text.get("en") == text.get("fr") and len(text["en"]) > PROSE
    ]


# Typography ---------------------------------------------------------------------------------

_EVERYWHERE: Final = {
    "a straight apostrophe or quotation mark": r"['\"]",
    "three dots for an ellipsis": r"\.\.\.",
    "two spaces in a row": r"\s\s",
    "a space at an end": r"^\s|\s$",
    "a space before a comma, a full stop or a closing bracket": r"\s[,.)\]]",
    "a space after an opening bracket": r"[(\[]\s",
}
TYPOGRAPHY: Final[Mapping[str, Mapping[str, str]]] = {
    "fr": {
        **_EVERYWHERE,
        "no narrow no-break space (U+202F) before ; ! ?": r"(?<![\u202f!?])[;!?]",
        "no no-break space (U+00A0) before a colon": r"(?<![\u00a0\d]):|(?<=\d):(?!\d)",
        "no no-break space (U+00A0) inside « »": r"«(?!\u00a0)|(?<!\u00a0)»",
        "no no-break space (U+00A0) before % or €": r"\d[^\S\u00a0]*(?:%|[kM]?€)",
        "English quotation marks outside « »": r"“",
        "a capital without its accent": r"\bA (?:l’|la |partir)|\bE(?:tat|quip|cri|vit|tabli|cout)",
    },
    "en": {
        **_EVERYWHERE,
        "a space before punctuation": r"\s[;:!?%]",
        "French quotation marks": r"[«»]",
        "a space of French typography (U+202F)": r"\u202f",
        "quotation marks that do not open and close": r"^[^“]*”|“[^”]*(?:“|$)",
    },
}
"""What a text must not contain, by language: what is wrong, and the pattern that shows it."""

_TYPOGRAPHY = {
    language: [(what, re.compile(pattern)) for what, pattern in patterns.items()]
    for language, patterns in TYPOGRAPHY.items()
}


def typography(text: str, language: str) -> list[str]:
    """What is wrong with the signs and spaces of one text."""
    return [
        f"{what}: {_around(text, found)}"
        for what, pattern in _TYPOGRAPHY.get(language, ())
        for found in pattern.finditer(text)
    ]


def other_spellings(record: Any) -> list[Problem]:
    """Strings that stand once for every language: what a term is called too, names of products."""
    return [
        Problem(place, what)
        for place, value in walk(record)
        if isinstance(value, str) and place.startswith(("also.", "examples."))
        for what, pattern in _EVERYWHERE.items()
        if re.search(pattern, value)
    ]


def _around(text: str, found: re.Match[str]) -> str:
    return repr(text[max(0, found.start() - 15) : found.end() + 15])


def _typography_of(record: Any, language: str) -> list[Problem]:
    return [
        Problem(passage.place, what)
        for passage in passages(record)
        if passage.language == language
        for what in typography(passage.text, language)
    ]


def french_typography(record: Any) -> list[Problem]:
    return _typography_of(record, "fr")


def english_typography(record: Any) -> list[Problem]:
    return _typography_of(record, "en")


# Words --------------------------------------------------------------------------------------

_FILLERS: Final = {
    language: re.compile(rf"\b(?:{'|'.join(Language(language).fillers)})(?!\w)", re.IGNORECASE)
    for language in LANGUAGES
}

GENDER_MARKS: Final = {
    "il/elle": re.compile(r"\b(?:ils?|elles?) ?/ ?(?:ils?|elles?)\b", re.IGNORECASE),
    "a median point": re.compile(r"[·•‧⋅]"),
    "an ending in brackets": re.compile(r"\w\((?:e|es|ne|nes|ère|rice|trice|euse|fe)s?\)"),
    "an ending between full stops": re.compile(r"\w\.(?:e|es|ne|rice|trice|euse)\.?s?\b"),
}
"""Shorthand for both genders, which nobody can read aloud."""


def no_filler(record: Any) -> list[Problem]:
    """Titles are taken as advertisements have them; the rest is ours to choose."""
    return [
        Problem(f"{place}.{language}", f"filler “{found[0]}”")
        for place, text in texts(record)
        for language, pattern in _FILLERS.items()
        for found in pattern.finditer(re.sub(r"\s", " ", text.get(language, "")))
    ]


def no_gender_marks(record: Any) -> list[Problem]:
    return [
        Problem(passage.place, f"{what}: {_around(passage.text, found)}")
        for passage in passages(record)
        if passage.language == "fr"
        for what, pattern in GENDER_MARKS.items()
        for found in pattern.finditer(passage.text)
    ]


def own_words(record: Any, known: frozenset[str]) -> list[Problem]:
    """Runs of words that the article has too; `known` holds its fingerprints."""
    return [
        Problem(passage.place, f"as in the article: “{run}”")
        for passage in passages(record)
        if passage.language == "fr"
        for run in borrowed(passage.text, known)
    ]


# Roles --------------------------------------------------------------------------------------

MAY_BE_EMPTY: Final = frozenset({"formerly", "conditions", "travel", "titles", "tenure", "beyond"})
"""The fields that a role of the built-in guide may do without."""

AMOUNTS: Final = {
    "responsibilities": (7, 12),
    "skills": (8, 16),
    "analogies": (3, None),
}
"""How many a role has of these, at least and at most."""

SENTENCES: Final = {
    "mission": ".",
    "examples": ".",
    "definition": ".?!…",
    "focus": ".?!…",
    "scope": ".?!…",
    "misconceptions": ".?!…",
}
"""Where a role has sentences, and what may end them: a scene and a mission leave nothing open."""
CLAUSES: Final = ("responsibilities", "analogies")
"""Where it has clauses that its own sentences take up: no capital, no full stop."""

SHORT: Final = 22

_CAPITAL = re.compile(r"(?!\w*[A-ZÀ-Þ]{2})[A-ZÀ-ÞŒ]")


def complete(role: Role) -> list[Problem]:
    return [
        Problem(field, "is missing")
        for field, value in role._asdict().items()
        if field not in MAY_BE_EMPTY and not value
    ]


def right_amounts(role: Role) -> list[Problem]:
    problems = []
    for field, (least, most) in AMOUNTS.items():
        number = len(getattr(role, field))
        if number < least or (most and number > most):
            problems.append(Problem(field, f"{number}, not {least} to {most or 'more'}"))
    return problems


def all_contexts(role: Role, contexts: Iterable[str]) -> list[Problem]:
    return [
        Problem("examples", f"nothing for {context}")
        for context in contexts
        if context not in role.examples
    ]


def sentences_end(role: Role) -> list[Problem]:
    """Sentences begin with a capital and end, if not inside a quotation, with a full stop."""
    return [
        Problem(f"{passage.place}.{passage.language}", f"no sentence: {passage.text[-25:]!r}")
        for passage in passages(role)
        if (ends := SENTENCES.get(passage.place.partition(".")[0]))
        if passage.text[:1].islower() or not passage.text.rstrip("”»\u00a0").endswith(tuple(ends))
    ]


def clauses_run_on(role: Role) -> list[Problem]:
    """Clauses begin in lower case (an abbreviation may lead) and end without a full stop."""
    return [
        Problem(f"{passage.place}.{passage.language}", f"no clause: {passage.text[:25]!r}")
        for passage in passages(role)
        if passage.place.partition(".")[0] in CLAUSES
        if passage.text.endswith(".") or _CAPITAL.match(passage.text)
    ]


def short_enough(role: Role) -> list[Problem]:
    return [
        Problem(f"short.{language}", f"{len(text)} characters, not {SHORT} at most")
        for language, text in (role.short or {}).items()
        if len(text) > SHORT
    ]


def pay_is_told(role: Role) -> list[Problem]:
    """In words, and every amount with the group of jobs that was counted, or with a note."""
    pay = role.pay or Pay()
    problems = [
        Problem(f"pay.{field}", "is missing")
        for field in ("mix", "depends_on", "figures")
        if not getattr(pay, field)
    ]
    for at, figure in enumerate(pay.figures):
        place = f"pay.figures.{at}"
        if not (figure.note or (figure.label and figure.near)):
            problems.append(Problem(place, "has neither label and near nor a note"))
        if figure.currency not in (None, CURRENCIES.get(figure.country)):
            problems.append(Problem(place, f"is in {figure.currency}, not in its country’s money"))
        if figure.mean and not (figure.low or 0) <= figure.mean <= (figure.high or figure.mean):
            problems.append(Problem(place, "has its average outside its ends"))
    return problems


MOST_FIGURES: Final = 3
"""How many figures a role has for a country."""


def few_figures(role: Role) -> list[Problem]:
    """A few figures a country, and none of them twice."""
    figures = role.pay.figures if role.pay else ()
    counted = Counter(figure.country for figure in figures)
    groups = Counter((f.country, f.source, f.code, f.label) for f in figures)
    return [
        Problem("pay.figures", f"{number} for {country}, not {MOST_FIGURES} at most")
        for country, number in counted.items()
        if number > MOST_FIGURES
    ] + [
        Problem("pay.figures", f"{' '.join(map(str, group))} stands {number} times")
        for group, number in groups.items()
        if number > 1
    ]


def pay_is_sourced(role: Role, sources: Mapping[str, Source]) -> list[Problem]:
    """Whoever says what is paid counts it, and is named with address, date, terms and short name.

    What was read second-hand says so beside the figure.
    """
    problems = []
    for at, figure in enumerate(role.pay.figures if role.pay else ()):
        source = sources[figure.source]
        place = f"pay.figures.{at}"
        if source.kind not in ("statistics", "survey"):
            problems.append(Problem(place, f"{figure.source} is of the kind {source.kind}"))
        problems += [
            Problem(place, f"{figure.source} has no {field}")
            for field in ("url", "date", "note", "short")
            if not getattr(source, field)
        ]
        if _SECOND_HAND.search((source.note or {}).get("en", "")) and not figure.note:
            problems.append(Problem(place, f"does not say that {figure.source} is second-hand"))
    return problems


_SECOND_HAND = re.compile(r"second-hand", re.IGNORECASE)


def shared_figures(roles: Mapping[str, Role], world: str) -> list[Problem]:
    """Figures of a world that two roles have."""
    owners: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for identifier, role in roles.items():
        if world in role.analogies:
            for language, figure in role.analogies[world].figure.items():
                owners[language, figure.casefold()].append(identifier)
    return [
        Problem(world, f"“{figure}” is {' and '.join(names)}")
        for (_, figure), names in owners.items()
        if len(names) > 1
    ]


# The shared vocabulary ----------------------------------------------------------------------


def used(sections: Sections) -> Mapping[str, Mapping[str, set[str]]]:
    """The roles (or other records) that use each id of a section."""
    users: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for identifier, role in sections.roles.items():
        for name, what in SECTIONS.items():
            if what.users and name != "families":
                for each in getattr(role, what.users):
                    users[name][each].add(identifier)
    for section, records in sections._asdict().items():
        for identifier, record in records.items():
            for source in sources_of(record):
                users["sources"][source].add(f"{section}.{identifier}")
            if family := getattr(record, "family", None):
                users["families"][family].add(section)
    return users


def sources_of(record: Any) -> Iterator[str]:
    """The sources of a record, and of each statement and figure in it."""
    yield from getattr(record, "sources", ())
    for place, value in walk(record):
        if value and place.rpartition(".")[2] == "source":
            yield value


def described_apart(skills: Mapping[str, Skill]) -> list[Problem]:
    """Levels described in words that another level has too, and levels without a description."""
    places: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    problems = []
    for identifier, skill in skills.items():
        if set(skill.levels) != set(range(1, 6)):
            problems.append(Problem(identifier, f"describes {sorted(skill.levels)}, not 1 to 5"))
        for level, text in skill.levels.items():
            for language, words in text.items():
                places[language, words.casefold()].append(f"{identifier}.{level}")
    return problems + [
        Problem(" and ".join(where), f"described alike: {words[:40]!r}")
        for (_, words), where in places.items()
        if len(where) > 1
    ]


def answers(responsibility: Responsibility) -> bool:
    return responsibility.part in ("accountable", "both")


def reach(role: Role, activity: str) -> Reach | None:
    """How far a role's part in an activity extends."""
    return role.responsibilities[activity].over or role.over


def circles(moves: Mapping[str, Mapping[str, str]]) -> list[str]:
    """The roles from which `up` never comes to an end: on a circle, or below one.

    Args:
        moves: By role, the roles it leads to and the kind of move.
    """
    above = {
        role: {upper for upper, move in to.items() if move == "up"} for role, to in moves.items()
    }
    while done := {role for role, uppers in above.items() if not uppers & above.keys()}:
        above = {role: uppers for role, uppers in above.items() if role not in done}
    return sorted(above)


def unlike_both_ways(roles: Mapping[str, Role]) -> list[str]:
    """Steps of another kind one way than the other, though nobody says why.

    Two roles lie side by side or are two trades, whichever of them one comes from.
    """
    return [
        f"{one} to {other}: {there.move}; back: {back.move}"
        for one, role in roles.items()
        for other, there in role.leads_to.items()
        if one < other and (back := roles[other].leads_to.get(one))
        if there.move != back.move and not (there.why or back.why)
    ]


# Pairs --------------------------------------------------------------------------------------

SHARED_ACTIVITIES: Final = 2
SHARED_SKILLS: Final = 4
TESTS: Final = 2


def keyed_by_its_roles(identifier: str, pair: Pair) -> list[Problem]:
    ends = identifier.split("--")
    problems = []
    if ends != sorted(set(pair.difference)):
        problems.append(Problem("difference", f"keys {', '.join(pair.difference)}"))
    if strangers := {question.points_to for question in pair.tests} - set(ends):
        problems.append(Problem("tests", f"point to {', '.join(sorted(strangers))}"))
    return problems


def written_whole(pair: Pair) -> list[Problem]:
    """Every field, and for both roles where a field speaks of each."""
    problems = [
        Problem(field, "is missing") for field, value in pair._asdict().items() if not value
    ]
    sides: dict[str, Mapping[str, object]] = {"plain": pair.plain, "choose": pair.choose}
    if pair.scene:
        sides["scene"] = pair.scene.sides
    for field, by_role in sides.items():
        problems += [
            Problem(field, f"nothing for {r}") for r in pair.difference if r not in by_role
        ]
    return problems + [
        Problem("choose", f"no {of} for {role}")
        for role, choice in pair.choose.items()
        for of, text in choice._asdict().items()
        if not text
    ]


def enough_tests(pair: Pair) -> list[Problem]:
    """Questions that point both ways, or at least two."""
    both_ways = {question.points_to for question in pair.tests} >= set(pair.difference)
    if both_ways or len(pair.tests) >= TESTS:
        return []
    return [Problem("tests", f"{len(pair.tests)}, not {TESTS} at least")]


def usage_explained(pair: Pair) -> list[Problem]:
    """Where the titles name one job, it is said where."""
    if pair.usage.kind == "distinct" or pair.usage.where:
        return []
    return [Problem("usage.where", f"is missing for {pair.usage.kind}")]


SIZE: Final = re.compile(
    r"\b(?:\d+|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty"
    r"|hundred)(?: \w+){0,2} (?:sellers|users|people|employees|marketers|agents|clerks|partners"
    r"|customers|contracts|regions|SDRs|CSMs)\b"
)
"""How many there are, in English: a size at which a company hires, divides or joins two posts."""


def sizes_rest_on_something(pair: Pair) -> list[Problem]:
    """A size is an order of magnitude that says so, or was read somewhere; elsewhere, words do."""
    said = {f"choose.{role}.company": choice.company for role, choice in pair.choose.items()}
    said["usage.where"] = pair.usage.where
    for field in ("first", "one_person"):
        statement = getattr(pair, field)
        if statement and not (statement.source or statement.basis):
            said[field] = statement.text
    return [
        Problem(place, f"a size that rests on nothing: {found[0]!r}")
        for place, text in said.items()
        if text and (found := SIZE.search(text["en"]))
    ]


def common_activities(one: Role, other: Role) -> list[str]:
    """Activities in which both have a part; to be kept informed is none."""
    return [
        activity
        for activity, mine in one.responsibilities.items()
        if (theirs := other.responsibilities.get(activity))
        and "informed" not in (mine.part, theirs.part)
    ]


def comparable(pair: Pair, one: Role, other: Role) -> list[Problem]:
    """A comparison of the two has something in common to say, and something that differs."""
    activities = common_activities(one, other)
    skills = one.skills.keys() & other.skills.keys()
    problems = []
    if len(activities) < SHARED_ACTIVITIES:
        problems.append(Problem("responsibilities", f"shared: {activities}"))
    if len(skills) < SHARED_SKILLS:
        problems.append(Problem("skills", f"shared: {sorted(skills)}"))
    if pair.usage.kind != "same-job" and all(
        one.responsibilities[a].part == other.responsibilities[a].part
        and reach(one, a) == reach(other, a)
        for a in activities
    ):
        problems.append(Problem("responsibilities", "none differs in part or reach"))
    return problems


def nested(one: Role, other: Role) -> list[Problem]:
    """Where both answer for an activity, one of them does so further than the other."""
    return [
        Problem(activity, f"both answer for it over {reach(one, activity)}")
        for activity in common_activities(one, other)
        if answers(one.responsibilities[activity]) and answers(other.responsibilities[activity])
        if reach(one, activity) == reach(other, activity)
    ]
