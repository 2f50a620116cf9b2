"""What the store holds of a guide: its records, their names, who uses them, texts for `search`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from roleguide.language import one_line
from roleguide.language.folding import bare
from roleguide.model import TAKING_PART, Family, Guide, Head, Role, Term, Title, Tool
from roleguide.name_matching import fold, names_by_language, names_of, spelling
from roleguide.reading.node_text import to_text
from roleguide.sections import NAMED, SEARCHED, SECTIONS, weight
from roleguide.store import spaced
from roleguide.store.encoding import encode
from roleguide.store.stack import Stack
from roleguide.store.writing import Compiled
from roleguide.title_index import title_index

if TYPE_CHECKING:
    from roleguide.reading.events import Node

# A string without a language is an id, a word of the schema or a date, and never prose.
_NO_TEXTS: Final = frozenset({str, int, float, bool, type(None)})
_NOT_PROSE: Final = frozenset({"codes", "sources", "field", "titles", "metrics", "gendered"})

# Anything but accents, Latin letters without the ligatures Æ ß æ Œ œ, and the signs that stand in
# every other text: the index folds these itself. A class of what it does not fold, which goes up to
# U+10FFFF, would take 3 ms to compile.
_FOLDED_HERE: Final = re.compile(
    "[^\0-\u00c5\u00c7-\u00de\u00e0-\u00e5\u00e7-\u0151\u0154-\u036f\u2000-\u2bff]"
)


def compiled(
    guide: Guide, below: Stack | None = None, nodes: Mapping[str, Node] | None = None
) -> Compiled:
    """Work out what the file of a guide holds.

    Args:
        guide: The guide.
        below: The guides below it.
        nodes: Its roles as written, for guides above that extend them.
    """
    below = below or Stack()
    tables: dict[str, Iterable[tuple[object, ...]]] = {
        "record": _bodies(guide),
        "hides": _hides(guide, below),
        "written": [(role, to_text(node)) for role, node in (nodes or {}).items()],
        "name": dict.fromkeys(_names(guide)),
        "label": _labels(guide),
        "used": dict.fromkeys(_used(guide)),
        "outline": _outlines(guide),
        "passage": _passages(guide),
    }
    return Compiled(guide, tables | title_index(guide, below))


def _records(guide: Guide) -> Iterator[tuple[str, str, Any]]:
    """All records: section, id, record."""
    for section, records in guide.sections._asdict().items():
        for identifier, record in records.items():
            yield section, identifier, record


def _bodies(guide: Guide) -> Iterator[tuple[str, str, bytes | None, bytes]]:
    """All records, encoded; of a role also its head."""
    for section, identifier, record in _records(guide):
        head = encode(_head(record)) if isinstance(record, Role) else None
        yield section, identifier, head, encode(record)


def _head(role: Role) -> Head:
    return Head(role.title, role.family, role.level, role.short, role.stage)


def _hides(guide: Guide, below: Stack) -> Iterator[tuple[str, str, str]]:
    """The records of guides below that are no longer in effect: guide, section, id."""
    for section, identifier, _ in _records(guide):
        if holder := below.holder(section, identifier):
            yield holder, section, identifier


def _names(guide: Guide) -> Iterator[tuple[str, str, int, str, str]]:
    """The names by which records are found: section, name folded, rung, id, how it is spelled."""
    for section, identifier, record in _records(guide):
        for rung, name in names_of(identifier, record):
            if folded := fold(name):
                yield section, folded, rung, identifier, spelling(name)


def _labels(guide: Guide) -> Iterator[tuple[str, str, str, str, str, str, str]]:
    """How the records are called: section, the part of it, id, language, title, all names.

    The names stand a line each, and again as the words of a line are looked up (`store.spaced`).
    """
    for section in NAMED:
        for identifier, record in getattr(guide.sections, section).items():
            part = record.of if isinstance(record, Family) else ""
            for language, names in names_by_language(record).items():
                lines = [one_line(name) for name in names]
                words = "\n".join(spaced(bare(name)) for name in lines)
                yield section, part, identifier, language, lines[0], "\n".join(lines), words


def _used(guide: Guide) -> Iterator[tuple[str, str, str, int, int, str, str]]:
    """The records that each role names: section, id, then how, and the role.

    How: its part in an activity, the level and the weight of a skill, its tie to a metric. What is
    of another section is empty, and not None, each of which takes sqlite3 as long as two texts.
    """
    for identifier, role in guide.sections.roles.items():
        for section, (*_, field) in SECTIONS.items():
            named: str | Iterable[str] = getattr(role, field) if field else ()
            for named_id in [named] if isinstance(named, str) else named:
                part = role.responsibilities[named_id].part if section == "activities" else ""
                level, weight = role.skills[named_id] if section == "skills" else (0, 0)
                tie = role.metrics[named_id] if section == "metrics" else ""
                yield section, named_id, part, level, weight, tie, identifier


def _outlines(guide: Guide) -> Iterator[tuple[object, ...]]:
    """What is asked of all roles at once.

    Role, family; all levels of skills it needs, each counted by its weight; in how many activities
    it takes part; stage, whom it leads, whose figure it carries, travel; the settings in which it
    is found and those in which there is none; where people go on to and come from.
    """
    for identifier, role in guide.sections.roles.items():
        leads = role.leads.kind if role.leads else None
        carries = role.number.carries if role.number else None
        contexts = _contexts(role, absent=False), _contexts(role, absent=True)
        whole = sum([need.weight * need.level for need in role.skills.values()])
        tasks = sum([does.part in TAKING_PART for does in role.responsibilities.values()])
        said = role.stage, leads, carries, role.travel
        yield identifier, role.family, whole, tasks, *said, *contexts, *_career(role)


def _contexts(role: Role, *, absent: bool) -> str:
    """The contexts in which a role is found, or in which there is none."""
    return " ".join(i for i, scene in role.examples.items() if scene.absent == absent)


def _career(role: Role) -> tuple[str, str, bytes]:
    """Where people go on to from a role and come from, by ids alone, and in full."""
    career = role.leads_to, role.comes_from
    return (
        " ".join(f"{goal}:{step.move}" for goal, step in role.leads_to.items()),
        " ".join(origin.role for origin in role.comes_from if origin.role),
        encode(career) if any(career) else b"",
    )


def _passages(guide: Guide) -> Iterator[tuple[int, str, str, str, str, str, str, float]]:
    """The texts in which `search` looks.

    A number, the text as it is indexed, section, id, field, language, the text itself if it
    differs from that (else nothing), and how much a word in it says.
    """
    numbers = count(1)
    for section in SEARCHED:
        for identifier, record in getattr(guide.sections, section).items():
            texts: list[tuple[str, str, str]] = []
            _texts("", record, texts)
            for field, lang, text in (*texts, *_other_names(record)):
                says = weight(section, field)
                # The index itself folds Latin letters and their accents alone.
                folded = text.isascii() or not _FOLDED_HERE.search(text)
                indexed, written = (text, "") if folded else (bare(text), text)
                yield next(numbers), indexed, section, identifier, field, lang, written, says


def _other_names(record: object) -> Iterator[tuple[str, str, str]]:
    """Names in one language, or in none: other titles, other spellings, products."""
    if isinstance(record, Role):
        for other in record.titles:
            yield "titles", other.lang, other.text.text
    elif isinstance(record, Term):
        yield from (("also", "", name) for name in record.also)
    elif isinstance(record, Tool):
        yield from (("definition", "", name) for name in record.examples)


def _texts(field: str, value: Any, found: list[tuple[str, str, str]]) -> None:
    """Gather the texts of a record: the field they stand in, their language, themselves."""
    if type(value) is dict:
        for language, part in value.items():
            if type(part) is str:  # of the mappings to strings, only texts are not set apart above
                found.append((field, language, part))
            elif type(part) not in _NO_TEXTS:
                _texts(field, part, found)
        return
    for name, part in _parts(field, value):
        if type(part) not in _NO_TEXTS:
            _texts(name, part, found)


def _parts(field: str, value: Any) -> list[tuple[str, Any]]:
    """What a value is made of, each part with the outermost field that it stands in."""
    kind: Any = type(value)
    if kind is tuple:
        return [(field, item) for item in value]
    if kind is Title:
        return [("title", value.text)]
    return [(field or name, value[at]) for at, name in _prose(kind) if value[at]]


@cache
def _prose(kind: type[NamedTuple]) -> list[tuple[int, str]]:
    """The fields of a record that may hold texts: place and name."""
    named = enumerate(kind._fields)
    return [(at, name.rstrip("_")) for at, name in named if name not in _NOT_PROSE]
