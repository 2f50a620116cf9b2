"""The shape of a value as lines of YAML with blanks: what is to be filled in, and with what."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Final, Literal, NamedTuple, get_args, get_origin

from roleguide import model
from roleguide.catalog import Catalog
from roleguide.drafts.lines import INDENT
from roleguide.language import N_, Language
from roleguide.reading.schema import GLOSSES, SHORT_FORMS, fields
from roleguide.sections import SECTIONS
from roleguide.writing.documentation import said_of_fields

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


class _Line(NamedTuple):
    """A line with a key and perhaps a blank.

    Attributes:
        text: The line, without what is said beside it.
        key: The key in it.
        note: What is said beside it.
    """

    text: str
    key: str
    note: str = ""


class Blanks:
    """Makes lines with blanks.

    Args:
        catalog: The guides in effect, which have the ids.
        language: The language of the comments.
        section: The section of the record.
        keys: The ids that a mapping has, by the section that they are of; where there are none,
            one stands for them.
    """

    def __init__(
        self,
        catalog: Catalog,
        language: Language,
        section: str,
        keys: Mapping[str, Sequence[str]] = {},
    ) -> None:
        self._catalog: Final = catalog
        self._language: Final = language
        self._section: Final = section
        self._keys: Final = keys

    def field(self, key: str, annotation: object, depth: int) -> Iterator[str]:
        """The lines of a field, with what each value may be beside it.

        Args:
            key: Its key.
            annotation: Its annotation in the model.
            depth: How many levels enclose it.
        """
        for text, _, note in self._field(key, annotation, depth):
            yield f"{text}  # {note}" if note else text

    def notes(self, key: str, annotation: object) -> Iterator[tuple[str, str]]:
        """What the values of a field may be, each after its key, where no blank has it beside it.

        Args:
            key: Its key.
            annotation: Its annotation in the model.
        """
        for line in self._field(key, annotation, 0):
            if line.note:
                yield line.key, line.note

    def _field(self, key: str, annotation: object, depth: int, note: str = "") -> Iterator[_Line]:
        bare = _bare(annotation)
        indent = INDENT * depth
        if inline := self._inline(annotation):
            beside = ": ".join(filter(None, (note, self._allowed(annotation))))
            yield _Line(f"{indent}{key}: {inline}", key, beside)
            return
        yield _Line(f"{indent}{key}:", key, note)
        if get_origin(bare) is tuple:
            first, *rest = self._record(_bare(get_args(bare)[0]), depth + 1)
            yield first._replace(text=f"{indent}{INDENT}- {first.text.strip()}")
            yield from (line._replace(text=f"{INDENT}{line.text}") for line in rest)
        elif get_origin(bare) is Mapping:
            name, value = get_args(bare)
            for each in self._keys_of(name):
                note = self._allowed(name) if each.endswith("-id") else ""
                yield from self._field(each, value, depth + 1, note)
        else:
            yield from self._record(bare, depth + 1)

    def _record(self, record: object, depth: int) -> Iterator[_Line]:
        """The fields that a record needs; all of them where it needs none."""
        known = fields(record)
        also = _ALSO.get(record, ())
        needed = {key: field for key, field in known.items() if field.required or key in also}
        for key, field in (needed or known).items():
            said = ""
            if isinstance(_mark(field.annotation), model.Between):  # a bare number says little
                said = self._language.say(said_of_fields(record).get(field.name, ""))
            yield from self._field(key, field.annotation, depth, said)

    def _inline(self, annotation: object) -> str:
        """The blank on the line of its key, if it has no lines of its own."""
        bare = _bare(annotation)
        if bare in _ONE_BLANK:
            return _ONE_BLANK[bare]
        origin = get_origin(bare)
        if origin is Literal:
            return BLANK
        if origin is tuple and self._inline(get_args(bare)[0]):
            return f"[{BLANK}]"
        return ""

    def _keys_of(self, annotation: object) -> Sequence[str]:
        mark = get_args(annotation)[1] if get_origin(annotation) is Annotated else None
        if isinstance(mark, model.Between):
            return [str(level) for level in range(mark.low, mark.high + 1)]
        if isinstance(mark, model.Ref):
            return self._keys.get(mark.section, [f"{_SINGULAR[mark.section]}-id"])
        return ["en"]

    def _allowed(self, annotation: object) -> str:
        """What a blank may be, where that is a list or has an example."""
        if get_origin(_bare(annotation)) is tuple:
            return self._allowed(get_args(_bare(annotation))[0])
        if _bare(annotation) == model.LevelRange:
            return ", ".join(model.LADDER)
        if _bare(annotation) in GLOSSES:
            return self._language.say(GLOSSES[_bare(annotation)])
        if get_origin(_bare(annotation)) is Literal:
            return ", ".join(get_args(_bare(annotation)))
        if _bare(annotation) == model.Neighbour:
            return self._language.say(
                N_("{command}; a job in words: {example}"),
                command=SECTIONS["roles"].listing,
                example='{text: "…"}',
            )
        match _mark(annotation):
            case model.Ref(section):
                return self._listed(section)
            case model.Like(_, example):
                return example
        return ""

    def _listed(self, section: str) -> str:
        records = getattr(self._catalog.sections, section)
        ids = [*records]
        if section == "families":
            ids = [family for family in ids if records[family].of == self._section]
        listing = SECTIONS[section].listing if section in SECTIONS else ""
        if len(ids) > _FEW:
            return listing or ", ".join([*ids[:_FEW], "…"])
        return ", ".join(ids)


_SINGULAR: Final = {
    "roles": "role",
    "skills": "skill",
    "activities": "activity",
    "metrics": "metric",
    "tools": "tool",
    "contexts": "context",
    "worlds": "world",
    "families": "family",
    "terms": "term",
    "sources": "source",
}


def _mark(annotation: object) -> object:
    """The mark of an annotation, perhaps below an `or None`."""
    while get_origin(annotation) in (typing.Union, types.UnionType):
        annotation = next(a for a in get_args(annotation) if a is not types.NoneType)
    return get_args(annotation)[1] if get_origin(annotation) is Annotated else None


def _bare(annotation: object) -> object:
    """An annotation without its mark, and in its short form if that is one blank."""
    while get_origin(annotation) in (Annotated, typing.Union, types.UnionType):
        annotation = next(a for a in get_args(annotation) if a is not types.NoneType)
    short = SHORT_FORMS[annotation][0] if annotation in SHORT_FORMS else annotation
    return annotation if annotation is model.Seniority else short
