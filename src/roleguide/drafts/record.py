"""A record of a guide to fill in: from nothing, from another one, or upon one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, cast

from roleguide.catalog import Catalog
from roleguide.drafts.blanks import Blanks
from roleguide.drafts.lines import INDENT, STAYS, commands_to_try, comment, silenced, told
from roleguide.language import N_, Language, one_line
from roleguide.reading.extending import NAMES as ITS_OWN
from roleguide.reading.files import id_of
from roleguide.reading.guide import RECORDS
from roleguide.reading.schema import fields
from roleguide.sections import SECTIONS
from roleguide.writing.model_docstrings import said_of_fields, said_of_lengths
from roleguide.writing.values import written_record
from roleguide.writing.yaml_text import mapping_lines

_DEPTH: Final = 2
"""The levels that enclose the fields of a record: its section, its id."""

_WANTED: Final[Mapping[str, tuple[str, ...]]] = {
    "roles": ("plain", "stage", "definition", "examples"),
    "pairs": ("plain", "together"),
}
"""What a record should say, though it need not."""

_CHANGED: Final = ("level", "reports_to", "leads", "responsibilities")
"""What companies change most of a role: it stands there, to be changed where it stands."""

_CALLED: Final = ("title", "plain", "short")
"""What it is called: blanks before the rest, since a text of theirs stands for every language."""

_CHANGED_TOO: Final = ("definition", "number", "skills", "pay")
"""What they change next: blanks likewise."""

_BESIDE: Final = {
    "title": N_("With a title of your own, write the next line too."),
    "pay": N_("How the pay is made up; a text takes the place of the figures, too."),
}
"""What is said beside a blank where its field's own sentence would mislead."""

_MOST_OTHERS: Final = 100
"""How many activities a draft names that the role has not."""

_NAMES: Final = ("title", "name")
_OF_THE_SOURCE: Final = ("reviewed",)
"""What is true of the text that is taken over, and not of what becomes of it."""


class New(NamedTuple):
    """What a draft is of.

    Attributes:
        section: The section.
        id: The id of the new record.
        name: Its name or title, if it is known already.
        keys: The ids that its mappings have, by the section they are of.
        source: The id of the record that it begins with, if it begins with one.
        extends: Whether it is written upon that record, and does not copy it.
        full: Whether it has every field, also those that are rarely written.
    """

    section: str
    id: str
    name: str = ""
    keys: Mapping[str, Sequence[str]] = {}
    source: str | None = None
    extends: bool = False
    full: bool = False


def record_draft(catalog: Catalog, language: Language, new: New, commands: Sequence[str]) -> str:
    """A record as YAML with comments; it is sound as soon as its blanks are filled.

    Args:
        catalog: The guides in effect, which have the ids.
        language: The language of the comments.
        new: What it is of.
        commands: The commands to try on it, once it is filled in.
    """
    lines = _Lines(catalog, language, new)
    body = lines.blank()
    if new.source:
        written = written_record(getattr(catalog.sections, new.section)[new.source])
        body = lines.upon(new.source, written) if new.extends else lines.copied(written)
    opening = _opening(language, commands, changes=new.extends and not new.full)
    head = [*opening, f"{new.section}:", f"{INDENT}{new.id}:"]
    return "\n".join([*head, *body, ""])


def _opening(language: Language, commands: Sequence[str], *, changes: bool) -> Iterator[str]:
    first = N_("Fill in what stands between empty quotes.")
    if changes:
        first = N_(
            "Change what is different at your company. What you leave or delete stays as in the "
            "standard; a list that you write replaces the whole list."
        )
    both = N_("A text, in double quotes, is for every language; or write one for each: {example}.")
    free = N_("Take “# ”, with its space, away from the lines that you need.")
    for sentence in (first, both, free):
        yield from told(language, sentence, example='{en: "…", fr: "…"}')
    yield from commands_to_try(language, commands)
    yield ""


class _Lines:
    """The fields of a record, each below what is said of it."""

    def __init__(self, catalog: Catalog, language: Language, new: New) -> None:
        self._catalog = catalog
        self._language = language
        self._new = new
        self._blanks = Blanks(catalog, language, new.section, new.keys)
        self._fields = fields(RECORDS[new.section])
        self._sentences = said_of_fields(RECORDS[new.section])

    def blank(self) -> Iterator[str]:
        """Blanks for what is needed and wanted; then for the rest, commented out."""
        wanted = _WANTED.get(self._new.section, ())
        first = [key for key, field in self._fields.items() if field.required or key in wanted]
        for key in first:
            yield from self._asked(key)
        yield from self._rest(first)

    def copied(self, written: Mapping[str, object]) -> Iterator[str]:
        """What another record says, but for its names; then blanks for the rest."""
        taken = self._taken(written)
        for key in taken:
            if key in _NAMES:
                yield from self._asked(key)
            elif key not in ITS_OWN:
                yield from self._said_of_values(key)
                yield from mapping_lines({key: written[key]}, _DEPTH)
        yield from self._rest(taken)

    def upon(self, source: str, written: Mapping[str, object]) -> Iterator[str]:
        """The record that it takes over, and what may be different: all of it, or what often is."""
        yield from mapping_lines({"extends": source}, _DEPTH)
        for key in self._of_its_own():
            yield from self._asked(key)
        yield from self._all_upon(source, written) if self._new.full else self._most(written)

    def _of_its_own(self) -> tuple[str, ...]:
        """What a job of another name says itself: it is not what the other one is called."""
        if self._new.source != self._new.id:
            return ("title", "plain")
        return ("title",) if self._new.name else ()

    def _all_upon(self, source: str, written: Mapping[str, object]) -> Iterator[str]:
        """All that the other one says, commented out; then blanks for the rest."""
        for key in self._taken(written):
            if key in self._of_its_own():
                continue
            if source == self._new.id or key not in ITS_OWN:
                yield from self._said_of_values(key)
                yield from silenced(mapping_lines({key: written[key]}, _DEPTH), _DEPTH)
        yield from self._rest([key for key in self._fields if key not in _OF_THE_SOURCE])

    def _most(self, written: Mapping[str, object]) -> Iterator[str]:
        """What companies change most, as the other one says it; blanks for what comes next."""
        yield from self._blanks_upon(_CALLED, written)
        for key in _CHANGED:
            if key == "responsibilities":
                yield from self._parts(cast("Mapping[str, Mapping[str, object]]", written[key]))
            elif key in written:
                yield from self._noted(key, [*mapping_lines({key: written[key]}, _DEPTH)])
        yield from self._blanks_upon(_CHANGED_TOO, written)
        yield from self._further((*_CALLED, *_CHANGED, *_CHANGED_TOO))

    def _blanks_upon(self, keys: Sequence[str], written: Mapping[str, object]) -> Iterator[str]:
        """Blanks commented out, each with what it is."""
        for key in keys:
            if key in self._of_its_own() or (key == "short" and key not in written):
                continue
            said = self._language.say(_BESIDE.get(key) or self._sentences.get(key, ""))
            lengths = said_of_lengths(self._fields[key].annotation, self._language)
            first, *others = silenced(self._one(key, written), _DEPTH)
            yield f"{first}  # {' '.join((said, *(() if key in _BESIDE else lengths)))}"
            yield from others

    def _noted(self, key: str, lines: Sequence[str]) -> Iterator[str]:
        """Lines of a field, each with what its value may be; all of it beside a single line."""
        notes = dict(self._notes(key))
        if len(lines) == 1:
            yield f"{lines[0]}  # {'; '.join(notes.values())}"
            return
        for line in lines:
            note = notes.get(line.strip().partition(":")[0])
            yield f"{line}  # {note}" if note else line

    def _one(self, key: str, written: Mapping[str, object]) -> Iterator[str]:
        """A blank; of skills the first one, which shows how each is written."""
        entries = written.get(key)
        if key != "skills" or not isinstance(entries, Mapping) or not entries:
            yield from self._field(key)
            return
        head, first, *_ = mapping_lines({key: entries}, _DEPTH)
        yield from (head, f"{first}  # {SECTIONS[key].listing}")

    def _parts(self, written: Mapping[str, Mapping[str, object]]) -> Iterator[str]:
        """Each activity on a line, with the part alone; named where its id is not its name."""
        one, mark = next(iter(written)), f"{INDENT * _DEPTH}{STAYS}"
        parts = dict(self._notes("responsibilities"))["part"]
        yield from self._told(N_("Its part in each activity: {parts}."), parts=parts)
        text = N_(
            "Where you change a part, tell what is done, beginning with a verb; null takes an "
            "activity away:"
        )
        yield f"{mark} {self._language.say(text)}"
        yield f'{mark}   {one}: {{part: {written[one]["part"]}, text: "…"}}'
        yield f"{mark}   {one}: null"
        yield f"{INDENT * _DEPTH}responsibilities:"
        for activity, own in written.items():
            (line,) = mapping_lines({activity: {"part": own["part"]}}, _DEPTH + 1)
            yield self._with_name(activity, line)
        yield from comment(self._others(written), _DEPTH + 1, STAYS)

    def _with_name(self, activity: str, line: str) -> str:
        """A line about an activity, with its name beside it where its id says another."""
        name = self._language.of(self._catalog.sections.activities[activity].name)
        return line if id_of(name) == activity else f"{line}  # {one_line(name)}"

    def _others(self, own: Collection[str]) -> str:
        """The other activities by their ids, which are short; of very many, where they are."""
        others = [each for each in self._catalog.sections.activities if each not in own]
        command = SECTIONS["activities"].listing
        if len(others) > _MOST_OTHERS:
            return self._language.say(N_("To find one to add: {command}"), command=command)
        said = N_("Others, to be added with a part and a text: {names}. What each is: {command}")
        each = f"{command} ID"
        return self._language.say(said, names=", ".join(sorted(others)), command=each)

    def _taken(self, written: Mapping[str, object]) -> list[str]:
        """The keys of what is taken over, in the order of the model."""
        return [k for k in self._fields if k in written and k not in _OF_THE_SOURCE]

    def _rest(self, known: Sequence[str]) -> Iterator[str]:
        """Blanks for the fields that are not known, commented out; of a role, where asked for."""
        if self._new.section == "roles" and not self._new.full:
            yield from self._further(known)
            return
        for key in self._fields:
            if key not in known:
                yield from self._said(key)
                yield from silenced(self._field(key), _DEPTH)

    def _further(self, known: Sequence[str]) -> Iterator[str]:
        """The fields that are left out, and how to have them."""
        names = ", ".join(key for key in self._fields if key not in known)
        yield ""
        yield from self._told(N_("Further fields: {names}."), names=names)
        if self._new.source:
            command = f"roleguide show {self._new.source} --format yaml"
            yield from self._told(N_("What the standard has there: {command}"), command=command)
        yield from self._told(
            N_("To have them here, delete this file and write it anew with --full.")
        )

    def _told(self, sentence: str, **values: object) -> Iterator[str]:
        return told(self._language, sentence, _DEPTH, STAYS, **values)

    def _asked(self, key: str) -> Iterator[str]:
        """What is said of a field, and its blanks."""
        yield from self._said(key)
        yield from self._field(key)

    def _said(self, key: str) -> Iterator[str]:
        """What is said of a field, and how long its texts may be."""
        if said := self._sentences.get(self._fields[key].name):
            yield from self._told(said)
        for length in said_of_lengths(self._fields[key].annotation, self._language):
            yield from comment(length, _DEPTH, STAYS)

    def _said_of_values(self, key: str) -> Iterator[str]:
        """What is said of a field, and beside its blanks, where values stand in their place."""
        yield from self._said(key)
        for each, note in self._notes(key):
            yield from comment(f"{each}: {note}", _DEPTH, STAYS)

    def _notes(self, key: str) -> Iterator[tuple[str, str]]:
        """What the values of a field may be, each after its key."""
        lines = self._blanks.lines(key, self._fields[key].annotation)
        return ((line.key, line.note) for line in lines if line.note)

    def _field(self, key: str) -> Iterator[str]:
        """The blanks of a field, or the name that is known."""
        if key in _NAMES and self._new.name:
            return mapping_lines({key: self._new.name}, _DEPTH)
        return map(str, self._blanks.lines(key, self._fields[key].annotation, _DEPTH))
