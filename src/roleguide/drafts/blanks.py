"""The shape of a value as lines of YAML with blanks: what is to be filled in, and with what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import UnionType
from typing import Annotated, Final, Literal, NamedTuple, Union, get_args, get_origin

from roleguide import model
from roleguide.catalog import Catalog
from roleguide.drafts.lines import INDENT
from roleguide.language import N_, Language
from roleguide.reading.schema import GLOSSES, SHORT_FORMS, bare, fields
from roleguide.sections import SECTIONS
from roleguide.writing.model_docstrings import said_of_fields

BLANK: Final = '""'

_FEW: Final = 14
"""How many ids stand beside a blank; of more, the command that lists them, or the first ones."""

_ALSO: Final[Mapping[object, tuple[str, ...]]] = {
    model.Capacity: ("basis",),
    model.HowUsed: ("where",),
    model.Number: ("what",),
    model.Hiring: ("meanwhile", "too_early"),
}
"""Keys that a rule or a reader asks for, and no record's shape."""

_ONE_BLANK: Final[Mapping[object, str]] = {
    model.Text: BLANK,
    model.Title: BLANK,
    model.Wording: BLANK,
    model.LevelRange: BLANK,
    model.Neighbour: BLANK,
    model.Phrases: f"[{BLANK}]",
    str: BLANK,
    int: BLANK,
    float: BLANK,
    bool: "false",
}
"""What is one blank, whatever else it may be."""


class Line(NamedTuple):
    """A line with a key and perhaps a blank.

    Attributes:
        text: The line, without what is said beside it.
        key: The key in it.
        note: What is said beside it.
    """

    text: str
    key: str
    note: str = ""

    def __str__(self) -> str:
        """The line with what is said beside it."""
        return f"{self.text}  # {self.note}" if self.note else self.text


class Blanks(NamedTuple):
    """Makes lines with blanks.

    Attributes:
        catalog: The guides in effect, which have the ids.
        language: The language of the comments.
        section: The section of the record.
        keys: The ids that a mapping has, by the section that they are of; where there are none,
            one stands for them.
    """

    catalog: Catalog
    language: Language
    section: str
    keys: Mapping[str, Sequence[str]] = {}

    def lines(self, key: str, annotation: object, depth: int = 0, note: str = "") -> Iterator[Line]:
        """The lines of a field.

        Args:
            key: Its key.
            annotation: Its annotation in the model.
            depth: How many levels enclose it.
            note: What is said beside the first one, before what its value may be.
        """
        kind = _bare(annotation)
        indent = INDENT * depth
        if inline := _inline(annotation):
            beside = ": ".join(filter(None, (note, self._allowed(annotation))))
            yield Line(f"{indent}{key}: {inline}", key, beside)
            return
        yield Line(f"{indent}{key}:", key, note)
        if get_origin(kind) is tuple:
            first, *rest = self._record(_bare(get_args(kind)[0]), depth + 1)
            yield first._replace(text=f"{indent}{INDENT}- {first.text.strip()}")
            yield from (line._replace(text=f"{INDENT}{line.text}") for line in rest)
        elif get_origin(kind) is Mapping:
            name, value = get_args(kind)
            for each in self._ids_of(name):
                note = self._allowed(name) if each.endswith("-id") else ""
                yield from self.lines(each, value, depth + 1, note)
        else:
            yield from self._record(kind, depth + 1)

    def _record(self, record: object, depth: int) -> Iterator[Line]:
        """The fields that a record needs; all of them where it needs none."""
        known = fields(record)
        also = _ALSO.get(record, ())
        needed = {key: field for key, field in known.items() if field.required or key in also}
        for key, field in (needed or known).items():
            said = ""
            if isinstance(_mark(field.annotation), model.Between):  # a bare number says little
                said = self.language.say(said_of_fields(record).get(field.name, ""))
            yield from self.lines(key, field.annotation, depth, said)

    def _ids_of(self, annotation: object) -> Sequence[str]:
        mark = get_args(annotation)[1] if get_origin(annotation) is Annotated else None
        if isinstance(mark, model.Between):
            return [str(level) for level in range(mark.low, mark.high + 1)]
        if isinstance(mark, model.Ref):
            return self.keys.get(mark.section, [f"{SECTIONS[mark.section].label}-id"])
        return ["en"]

    def _allowed(self, annotation: object) -> str:
        """What a blank may be, where that is a list or has an example."""
        kind = _bare(annotation)
        if get_origin(kind) is tuple:
            return self._allowed(get_args(kind)[0])
        if kind == model.LevelRange:
            return ", ".join(model.LADDER)
        if kind in GLOSSES:
            return self.language.say(GLOSSES[kind])
        if get_origin(kind) is Literal:
            return ", ".join(get_args(kind))
        if kind == model.Neighbour:
            text, command = N_("{command}; a job in words: {example}"), SECTIONS["roles"].listing
            return self.language.say(text, command=command, example='{text: "…"}')
        match _mark(annotation):
            case model.Ref(section):
                return self._listed(section)
            case model.Like(_, example):
                return example
        return ""

    def _listed(self, section: str) -> str:
        records = getattr(self.catalog.sections, section)
        ids = [*records]
        if section == "families":
            ids = [family for family in ids if records[family].of == self.section]
        listing = SECTIONS[section].listing if section in SECTIONS else ""
        if len(ids) > _FEW:
            return listing or ", ".join([*ids[:_FEW], "…"])
        return ", ".join(ids)


def _inline(annotation: object) -> str:
    """The blank on the line of its key, if it has no lines of its own."""
    kind = _bare(annotation)
    if kind in _ONE_BLANK:
        return _ONE_BLANK[kind]
    origin = get_origin(kind)
    if origin is Literal:
        return BLANK
    if origin is tuple and _inline(get_args(kind)[0]):
        return f"[{BLANK}]"
    return ""


def _mark(annotation: object) -> object:
    """The mark of an annotation, perhaps below an `or None`."""
    if get_origin(annotation) in (Union, UnionType):
        annotation = get_args(annotation)[0]
    return get_args(annotation)[1] if get_origin(annotation) is Annotated else None


def _bare(annotation: object) -> object:
    """An annotation without its mark, and in its short form if that is one blank."""
    kind = bare(annotation)
    return kind if kind is model.Seniority else SHORT_FORMS.get(kind, (kind,))[0]
