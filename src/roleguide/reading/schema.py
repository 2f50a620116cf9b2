"""Make records of nodes, by the annotations of `roleguide.model`; all faults are collected."""

from __future__ import annotations

import re
import typing
from collections.abc import Callable, Mapping
from functools import cache, partial
from types import UnionType
from typing import Annotated, Any, Final, Literal, NamedTuple, TypeVar, cast, get_args, get_origin

from roleguide import model
from roleguide.language import N_, Message
from roleguide.language_tags import LANGUAGES
from roleguide.reading import values
from roleguide.reading.events import MappingNode, Node, ScalarNode, is_nothing, key_of
from roleguide.reading.rules import check_rules
from roleguide.reading.shorthand import SHORTHAND
from roleguide.reading.values import INVALID, Invalid, Reader, Report
from roleguide.sections import SECTIONS

SHORT_FORMS: Final[Mapping[object, tuple[object, Callable[[Any], NamedTuple]]]] = {
    model.Example: (model.Text, model.Example),
    model.Statement: (model.Text, model.Statement),
    model.Decision: (model.Text, model.Decision),
    model.Pitfall: (model.Text, model.Pitfall),
    model.EmployerQuestion: (model.Text, model.EmployerQuestion),
    model.Pay: (model.Text, model.Pay),
    model.Step: (model.MoveKind, model.Step),
    model.Origin: (model.Neighbour, lambda neighbour: model.Origin(*neighbour)),
    model.Mastery: (model.SkillLevel, model.Mastery),
    model.Job: (model.RoleId, model.Job),
    model.Seniority: (Literal["neither"], lambda _: model.Seniority()),
}
"""Records that may be written as a single value: its annotation, and how it becomes the record."""


_FEW: Final = 3
"""How many fields a record may have whose form is shown whole in a remedy."""

_SHORT: Final = 14
"""How many keys are listed beside a remedy that does without them."""

GLOSSES: Final[Mapping[object, str]] = {
    model.Part: N_(
        "accountable = answers for it (“owns”), responsible = does it, both = owns and does it, "
        "supports = helps, consulted = advises, informed = is told"
    ),
}
"""What the words of a choice mean, where they do not say so themselves."""

EXTENDS: Final = "extends"
"""The key under which a role says which role it takes over; it is read before the others."""

_COLON: Final = r"(?P<key>\w+)[:：=\s]+(?P<value>.+)"
"""A key and its value, in one word or without the colon."""

R = TypeVar("R", bound=NamedTuple)


class Field(NamedTuple):
    """A field of a record, and how its value is read."""

    name: str
    annotation: object
    read: Reader[object]
    required: bool


@cache
def fields(record: type[NamedTuple]) -> dict[str, Field]:
    """The fields of a record type, by their keys in YAML."""
    return {
        name.rstrip("_"): Field(name, hint, reader(hint), name not in record._field_defaults)
        for name, hint in record.__annotations__.items()
    }


def bare(annotation: object) -> object:
    """An annotation without its marks, and without the None that stands for nothing."""
    while get_origin(annotation) in (Annotated, typing.Union, UnionType):
        annotation = get_args(annotation)[0]
    return annotation


def read_record(record: type[R], node: Node, path: str, report: Report) -> R | Invalid:
    """Read a record from a mapping with its fields as keys, and check the record's own rules."""
    if not isinstance(node, MappingNode):
        found, hint = values.described(node), _as_mapping(path, node, record)
        return report.fault(node, path, found, _keys_allowed(record), hint)
    read = read_fields(record, node, path, report)
    if not _has_required(record, node, path, report) or len(read) < len(node.entries):
        return INVALID
    make: Callable[..., R] = record
    return check_rules(make(**read), node, path, report)


def read_what_can_be(record: type[R], node: Node) -> R | None:
    """A record of what can be read of it, for warnings alone; what is at fault is empty there.

    Args:
        record: The type of the record.
        node: What is written; with anything but a mapping, nothing can be read.
    """
    if not isinstance(node, MappingNode):
        return None
    amiss = [f for key, f in fields(record).items() if key in node.entries or f.required]
    empty = {field.name: _empty(bare(field.annotation)) for field in amiss}
    make: Callable[..., R] = record
    return make(**{**empty, **read_fields(record, node, "", Report())})


def _empty(annotation: object) -> object:
    """What stands for a value at fault: nothing, and yet not what a field left out would be."""
    if annotation is model.Title:
        return model.Title({})
    empty: dict[object, object] = {Mapping: {}, tuple: ()}
    return empty.get(get_origin(annotation))


def read_fields(
    record: type[NamedTuple], node: MappingNode, path: str, report: Report
) -> dict[str, object]:
    """The values of the fields that have no faults, by the fields' names."""
    known, prefix = fields(record), f"{path}." if path else ""
    found: dict[str, object] = {}
    for key, (at, child) in node.entries.items():
        if field := known.get(key):
            value = field.read(child, f"{prefix}{key}", report)
            if value is not INVALID:
                found[field.name] = value
            elif field.required:
                report.needs(f"{prefix}{key}")
        else:
            unknown_key(record, key_of(key, (at, child)), child, prefix, report)
    return found


def _has_required(record: type[NamedTuple], node: MappingNode, path: str, report: Report) -> bool:
    """Whether no key is missing; all that are missing are one fault.

    A key that seems to stand there under another name or a level too deep is a fault already.
    """
    needed = _required(record)
    missing = [key for key in needed if key not in node.entries]
    if missing and (lacking := [key for key in missing if key not in _meant(record, node)]):
        text = (
            N_("the keys {names} are missing") if lacking[1:] else N_("the key “{key}” is missing")
        )
        found = Message(text, {"key": lacking[0], "names": ", ".join(lacking)})
        told = Message(N_("needed here: {names}"), {"names": ", ".join(needed)})
        report.missing(node, path, found, told if needed[1:] else None)
    return not missing


def _meant(record: type[NamedTuple], node: MappingNode) -> set[str]:
    """The keys that seem to be meant by those that the record has not, or stand below them."""
    known, meant = fields(record), set[str]()
    for key, (_, child) in node.entries.items():
        if key not in known:
            meant |= {values.nearest(key, keys_of(record)) or key, *_too_deep(record, child)}
    return {*known} if EXTENDS in meant else meant


def _too_deep(record: type[NamedTuple], node: Node) -> set[str]:
    """The keys of a record that stand under a key that it has not, a level too deep."""
    return {*node.entries} & {*keys_of(record)} if isinstance(node, MappingNode) else set()


@cache
def _required(record: type[NamedTuple]) -> list[str]:
    """The keys that a record must have; most fields of most records need not be there."""
    return [key for key, field in fields(record).items() if field.required]


def unknown_key(
    record: type[NamedTuple], key: ScalarNode, value: Node, prefix: str, report: Report
) -> Invalid:
    """Report a key that the record has not.

    Which keys it has is left out where they are many and the remedy does not need them.
    """
    found = Message(N_("unknown key “{key}”"), {"key": key.text})
    hint = values.disguised(key, keys_of(record)) or _meant_by(key.text, value, record)
    told = hint is not values.ANY_OF_THOSE and len(keys_of(record)) > _SHORT
    allowed = None if told else _keys_allowed(record)
    return report.fault(key, f"{prefix}{key.text}", found, allowed, hint)


def _meant_by(key: str, value: Node, record: type[NamedTuple]) -> Message:
    """What to do about a key that a record has not."""
    known = keys_of(record)
    first = re.match(_COLON, key)
    if is_nothing(value) and first and first["key"] in known:
        written = {"example": f"{first['key']}: {first['value']}"}
        return Message(N_("behind a key stand a colon and a space: {example}"), written)
    if _too_deep(record, value):
        text = N_("what stands under “{key}” belongs in its place, one level higher")
        return Message(text, {"key": key})
    if word := values.nearest(key, known):
        return Message(N_("did you mean “{name}”?"), {"name": word})
    if is_nothing(value) and " " in key:
        return values.TORN  # what stands behind a comma of a text without quotes
    return values.ANY_OF_THOSE


def _short_or_long(record: type[NamedTuple]) -> Reader[object]:
    """A reader of a record that may be written as one value."""
    short, make = SHORT_FORMS[record]
    read = reader(short)
    may_be_mapping = short in (model.Text, model.Neighbour)  # as a text by language is

    def read_either(node: Node, path: str, report: Report) -> object:
        if isinstance(node, MappingNode) and (
            not may_be_mapping or node.entries.keys() & fields(record).keys()
        ):
            return read_record(record, node, path, report)
        if short is model.Text and _is_unsound_in_quotes(make, node, path, report):
            return INVALID
        value = values.made(make, read(node, path, report))
        return value if value is INVALID else check_rules(value, node, path, report)

    return read_either


def _is_unsound_in_quotes(
    make: Callable[[Any], NamedTuple], node: Node, path: str, report: Report
) -> bool:
    """Whether a number in the place of a text would be at fault as a text, too; that is told."""
    if not isinstance(node, ScalarNode) or node.kind != "number":
        return False
    before = len(report.faults)
    check_rules(make(dict.fromkeys(LANGUAGES, node.text)), node, path, report)
    return len(report.faults) > before


def _as_mapping(path: str, node: Node, record: type[NamedTuple]) -> Message | None:
    """How a part of a record is written; of a whole record, the command that writes one."""
    section, _, inside = path.partition(".")
    if section not in SECTIONS or "." in inside:
        form = _form_of_record(record)
        return values.as_written(path, form) if form != "{}" else None
    if is_nothing(node):
        return values.further_right(inside)
    making = SECTIONS[section].making
    return Message(N_("{command} writes one to fill in"), {"command": making}) if making else None


def _keys_allowed(record: type[NamedTuple]) -> Message:
    return Message(N_("the keys {names}"), {"names": ", ".join(keys_of(record))})


def keys_of(record: type[NamedTuple]) -> tuple[str, ...]:
    """The keys of a record, with the one by which a role takes over another."""
    return (*([EXTENDS] if record is model.Role else []), *fields(record))


_FORMS: Final[Mapping[object, str]] = {
    **dict.fromkeys((model.Text, model.Title, model.Wording, model.Phrases, str), '"…"'),
    model.Neighbour: 'ID, {text: "…"}',
    model.LevelRange: "…",
}
"""How a value is written that is no list, no mapping and no record with fields."""


def _form(annotation: object) -> str:
    """How a value is written on one line, with “…” for what its author knows."""
    short, _ = SHORT_FORMS.get(annotation, (annotation, None))
    if short in _FORMS:
        return _FORMS[short]
    origin, arguments = get_origin(short), get_args(short)
    if origin is tuple:
        return f"[{_form(arguments[0])}]"
    if origin is Mapping:
        return f"{{{_form_of_key(arguments[0])}: {_form(arguments[1])}}}"
    if origin is Annotated:
        return "ID" if isinstance(arguments[1], model.Ref) else _form(arguments[0])
    return _form_of_record(cast("type[NamedTuple]", short)) if hasattr(short, "_fields") else "…"


def _form_of_key(annotation: object) -> str:
    """How a key is written: a number between bounds as the lowest."""
    marks = get_args(annotation)[1:]
    lowest = [str(mark.low) for mark in marks if isinstance(mark, model.Between)]
    return lowest[0] if lowest else _form(annotation)


def _form_of_record(record: type[NamedTuple]) -> str:
    """The keys that a record needs; all of them where they are few."""
    known = fields(record)
    keys = [key for key, field in known.items() if field.required or len(known) <= _FEW]
    return f"{{{', '.join(f'{key}: …' for key in keys)}}}"


@cache
def reader(annotation: object) -> Reader[object]:
    """The reader for an annotation of the model."""
    if annotation in _READERS:
        return _READERS[annotation]
    if annotation in SHORT_FORMS:
        return _short_or_long(cast("type[NamedTuple]", annotation))
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _marked(*arguments)
    if origin in (typing.Union, UnionType):
        return reader(arguments[0])
    if origin is Literal:
        return partial(values.read_choice, arguments, GLOSSES.get(annotation))
    if origin is tuple:
        short, _ = SHORT_FORMS.get(arguments[0], (arguments[0], None))
        written = values.job_as_item if short is model.Neighbour else values.as_item
        return values.sequence(reader(arguments[0]), partial(_form, annotation), written)
    if origin is Mapping:
        form = partial(_form, annotation)  # of the types inside, few are ever wanted
        return values.mapping(reader(arguments[0]), reader(arguments[1]), form)
    return partial(read_record, cast("type[NamedTuple]", annotation))


def _marked(
    annotation: object, mark: model.Ref | model.Between | model.Like | model.Longest
) -> Reader[object]:
    """The reader for an annotation with a mark."""
    match mark:
        case model.Ref(section):
            return partial(values.read_id, section)
        case model.Like():
            return partial(values.read_like, mark)
        case model.Longest():
            return partial(values.read_limited, reader(annotation), mark)
        case model.Between():
            return partial(values.read_number, mark)


_READERS: Final[Mapping[object, Reader[object]]] = {
    **SHORTHAND,
    model.Text: values.read_text,
    str: values.read_string,
    bool: values.read_truth,
    int: partial(values.read_number, None),
    float: values.read_amount,
}
"""The readers of everything that is not a record with fields."""
