"""What one guide changes of another, as a document: in the words of pages, not of files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple, cast

from roleguide.guides.changes import ChangeKind, Changes, FieldChange, RecordChange
from roleguide.language import N_, Language
from roleguide.language_tags import LANGUAGES
from roleguide.model import Sections
from roleguide.sections import SECTIONS
from roleguide.views import labels
from roleguide.views.document import Block, Bullets, Document, Heading, Item, Prose, Table

_SHORT: Final = 60
"""Characters up to which what was and what is stand on one line."""

_ON_ITS_WORK: Final = (
    *("plain", "mission", "definition", "focus", "scope", "ad", "varies", "misconceptions"),
    *("examples", "ask", "interview"),
)
"""The texts in which a role says what its work is."""

_WAYS: Final = {"left": N_("gone"), "right": N_("new"), "changed": N_("changed")}

_WORDS: Final[Mapping[str, Mapping[Any, str]]] = {
    "part": labels.PARTS,
    "over": labels.REACHES,
    "level": labels.LEVELS,
    "stage": labels.STAGES,
    "carries": labels.NUMBERS,
    "kind": {**labels.LEADING, **labels.SKILL_KINDS},
    "horizon": labels.HORIZONS,
    "faces": labels.FACES,
    "metrics": labels.TIES,
    "weight": labels.WEIGHTS,
    "move": labels.MOVES,
    "leads_to": labels.MOVES,
    "use": labels.USES,
    "match": labels.MATCHES,
    "basis": labels.BASES,
    "unit": labels.UNITS,
    "better": labels.BETTER,
}
"""What the ids are called that stand under a key."""

_NAMES: Final = {
    **dict.fromkeys(("reports_to", "works_with", "comes_from", "who", "role", "after"), "roles"),
    **dict.fromkeys(("leads_to", "difference", "points_to"), "roles"),
    **dict.fromkeys(("responsibilities", "borders", "activity", "moved_by"), "activities"),
    **dict.fromkeys(("skills", "skill"), "skills"),
    "metrics": "metrics",
    "tools": "tools",
    "family": "families",
    "examples": "contexts",
    "in": "contexts",
    "analogies": "worlds",
}
"""The section of the records whose ids stand under a key, as keys or as values."""


def changes_view(found: Changes, language: Language) -> Document:
    """What changes from one guide to another, record by record, roles first.

    Args:
        found: What changes, between which guides.
        language: The language of the reader.
    """
    view = _View(found.known, language)
    title = language.say(N_("From {before} to {after}"), before=found.before, after=found.after)
    blocks: list[Block] = [Heading(title, level=1)]
    if not found.records:
        blocks.append(Prose(language.say(N_("Nothing changes."))))
    rows = []
    for record in found.records:
        blocks.append(Heading(view.heading(record), _note(record, language)))
        blocks += view.blocks(record)
        for field in record.fields:
            key = view.key_of(field.path)
            sides = view.words(key, field.before), view.words(key, field.after)
            rows.append((record.section, record.id, field.path, field.change, *sides))
    heads = ("section", "id", "path", "change", "before", "after")
    return Document(title, language, tuple(blocks), table=Table(heads, tuple(rows)))


def _note(record: RecordChange, language: Language) -> str:
    """What kind of record it is, and in which way it changed."""
    way = language.say(_WAYS[record.change])
    if record.base:
        way = language.say(N_("new, upon {role}"), role=record.base)
    section = SECTIONS.get(record.section)
    return f"{language.say(section.label) if section else record.section} · {way}"


class _View(NamedTuple):
    """What all of it needs: the records that have names, and the language."""

    known: Sections
    language: Language

    def heading(self, record: RecordChange) -> str:
        """The name of a record and its id, by which the reader finds it in the file."""
        name = self.name(record.section, record.id)
        return record.id if name == record.id else f"{name} ({record.id})"

    def name(self, section: str, identifier: str) -> str:
        """What a record is called; its id where it has no name."""
        record = getattr(self.known, section).get(identifier)
        text = record.title.text if section == "roles" and record else getattr(record, "name", None)
        return self.language.of(text) if isinstance(text, Mapping) else identifier

    def blocks(self, record: RecordChange) -> Iterator[Block]:
        """What changed in a record; of one that is new or gone, what it is in a sentence.

        Of a new one that extends another, what it says otherwise than that one.
        """
        if record.change != "changed" and not record.base:
            values = {field.path: field for field in record.fields}
            for key in ("plain", "mission", "definition", "meaning"):
                if key in values:
                    field = values[key]
                    yield Prose(self.words(key, field.after or field.before))
                    return
            return
        yield Bullets(tuple(item for field in _told(record) for item in self.items(field)))
        if kept := [*self.kept(record)]:
            names = ", ".join(kept)
            text = N_("As before, and worth reading again: {names}")
            yield Prose(self.language.say(text, names=names), tone="quiet")

    def kept(self, record: RecordChange) -> Iterator[str]:
        """The texts on a role's work that stay as they were, where its work changed."""
        changed = {field.path.partition(".")[0] for field in _told(record)}
        role = self.known.roles.get(record.id) if record.section == "roles" else None
        if role and "responsibilities" in changed:
            for key in _ON_ITS_WORK:
                if key not in changed and getattr(role, key):
                    yield self.language.say(labels.FIELDS[key])

    def items(self, field: FieldChange, code: str = "") -> Iterator[Item]:
        """The lines of a change; of a text in another language than the reader's, with its code."""
        key, label = self.key_of(field.path), self.label(field.path)
        label += f" ({code})" if code else ""
        before, after = field.before, field.after
        if isinstance(before, list) and isinstance(after, list):
            yield from self.of_lists(key, label, before, after)
            return
        old, new = self.words(key, before), self.words(key, after)
        if old == new:
            yield from self.elsewhere(field)
        elif old and new and len(old) + len(new) <= _SHORT:
            yield Item(f"{old} → {new}", label, "changed")
        else:
            sides: tuple[tuple[str, ChangeKind], ...] = ((old, "left"), (new, "right"))
            yield from (Item(text, label, way) for text, way in sides if text)

    def of_lists(
        self, key: str, label: str, before: Sequence[object], after: Sequence[object]
    ) -> Iterator[Item]:
        """What is gone from a list, and what is new in it."""
        gone = [self.words(key, item) for item in before if item not in after]
        new = [self.words(key, item) for item in after if item not in before]
        yield from (Item(text, label, "left") for text in gone)
        yield from (Item(text, label, "right") for text in new)
        if not gone and not new:
            yield Item(self.language.say(N_("in another order")), label, "changed")

    def elsewhere(self, field: FieldChange) -> Iterator[Item]:
        """A text that changed in another language than the reader's."""
        before, after = (_by_language(value) for value in (field.before, field.after))
        for code in sorted({*before, *after}):
            if before.get(code) != after.get(code):
                yield from self.items(
                    FieldChange(field.path, before.get(code), after.get(code)), code
                )

    def label(self, path: str) -> str:
        """Where a value stands: the field of the record, and the record that it is about."""
        first, *inside = path.split(".")
        field = self.language.say(labels.FIELDS[first]) if first in labels.FIELDS else first
        if not inside:
            return field
        if first in _NAMES:
            return f"{field} · {self.name(_NAMES[first], self.id_in(path) or inside[0])}"
        return field if first in labels.FIELDS else path

    def id_in(self, path: str) -> str:
        """The id behind the first key of a path, the longest one: ids may have dots."""
        first, _, rest = path.partition(".")
        ids = getattr(self.known, _NAMES[first]) if first in _NAMES else ()
        while rest and rest not in ids:
            rest = rest.rpartition(".")[0]
        return rest

    def key_of(self, path: str) -> str:
        """The key that says what a value is: the last one, unless that is an id."""
        first, _, rest = path.partition(".")
        if first in _NAMES and rest and rest == self.id_in(path):
            return first
        return path.rpartition(".")[2]

    def words(self, key: str, value: object) -> str:
        """A value as a reader says it: ids by their names, a text in the reader's language."""
        say = self.language.say
        if value is None:
            return ""
        if isinstance(value, list):
            return ", ".join(self.words(key, item) for item in value)
        if isinstance(value, dict):
            return self.entries(key, value)
        if value in _WORDS.get(key, ()):
            return say(_WORDS[key][value])
        if isinstance(value, bool):
            return say(N_("yes")) if value else say(N_("no"))
        if key == "level":
            return say(N_("level {n}"), n=value)
        return self.name(_NAMES[key], str(value)) if key in _NAMES else str(value)

    def entries(self, key: str, value: Mapping[str, object]) -> str:
        """The values of a mapping, without its keys; a text in the reader's language."""
        if set(value) == {"m", "f"}:
            return f"{value['m']} / {value['f']}"
        if self.is_text(key, value):
            return self.language.of(cast("Mapping[str, str]", value))
        others = value.get("or")
        others = others if isinstance(others, list) else []
        told = (
            self.entry(key, k, child) for k, child in value.items() if not (others and k == "or")
        )
        text = self.language.clauses(filter(None, told))
        return text + "".join(f" ({self.variation(other)})" for other in others)

    def is_text(self, key: str, value: Mapping[str, object]) -> bool:
        """Whether a mapping is a text by language; ids may look like languages."""
        ids = getattr(self.known, _NAMES[key]) if key in _NAMES else ()
        return bool(value) and all(
            isinstance(text, str) and len(code.partition("-")[0]) == 2 and code not in ids
            for code, text in value.items()
        )

    def variation(self, other: Mapping[str, object]) -> str:
        """Where a part is another one, and which."""
        when = self.words("in", other["in"]) if "in" in other else self.words("when", other["when"])
        parts = (self.words(key, other[key]) for key in ("part", "over") if key in other)
        return f"{self.language.label(when)} {', '.join(parts)}"

    def entry(self, key: str, inner: str, child: object) -> str:
        """One of them; many amounts of money are counted."""
        if inner == "figures" and isinstance(child, list):
            return self.language.count("{n} amount", "{n} amounts", len(child))
        if key in _NAMES and inner in getattr(self.known, _NAMES[key]):
            name = self.name(_NAMES[key], inner)
            return f"{self.language.label(name)} {self.words(key, child)}"
        return self.words(inner, child)


def _told(record: RecordChange) -> list[FieldChange]:
    """What somebody changed: whatever is changed loses the month of its last review by itself."""
    told = record.departures if record.base else record.fields
    return [field for field in told if field.path != "reviewed" or field.after is not None]


def _by_language(text: object) -> Mapping[str, object]:
    return text if isinstance(text, dict) else dict.fromkeys(LANGUAGES, text)
