"""Parse strict YAML into nodes that know their place.

This module takes PyYAML's events in place of its loader. It refuses duplicate keys, anchors,
aliases, tags and deep nesting, keeps the place of every value, and reads plain scalars by the core
schema of YAML 1.2, in which `no` is a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, Literal, NamedTuple, TypeAlias

import yaml

from roleguide.errors import Fault
from roleguide.language import N_, UNSEEN, Message
from roleguide.reading.places import (
    MOST_FAULTS,
    MOST_VALUES,
    FileText,
    Place,
    TooManyFaults,
    unseen,
)
from roleguide.reading.syntax_fault import syntax_fault

DEEPEST: Final = 24
"""Levels of nesting; the deepest path of the data has ten."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NOT_YAML: Final = (yaml.YAMLError, ValueError, OverflowError)
"""What the parsers raise. The one in Python also fails at numbers that it cannot convert."""

# Asked of each event: a name of this module is found sooner than one of another.
_Scalar: Any = yaml.ScalarEvent
_MappingStart: Any = yaml.MappingStartEvent
_MappingEnd: Any = yaml.MappingEndEvent
_SequenceStart: Any = yaml.SequenceStartEvent
_SequenceEnd: Any = yaml.SequenceEndEvent

_QUOTES: Final = ("'", '"', "|", ">")
_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_TRUTH = frozenset(("true", "True", "TRUE", "false", "False", "FALSE"))
NUMBER = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0x[0-9A-Fa-f]+|0o[0-7]+"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)

# Makes nodes and places as tuples, which takes half as long as calling their types.
_make: Any = tuple.__new__

Kind: TypeAlias = Literal["text", "number", "truth", "nothing"]


class ScalarNode(NamedTuple):
    """A single value; `quoted` tells the text "12" from the number 12."""

    text: str
    quoted: bool
    place: Place

    @property
    def kind(self) -> Kind:
        """What the value is, by YAML 1.2's core schema."""
        if self.quoted:
            return "text"
        if self.text in _NULL:
            return "nothing"
        if self.text in _TRUTH:
            return "truth"
        if self.text[0].isalpha():  # a short cut for ids, which are most values
            return "text"
        return "number" if NUMBER.fullmatch(self.text) else "text"


class SequenceNode(NamedTuple):
    """A sequence."""

    items: list[Node]
    place: Place


class MappingNode(NamedTuple):
    """A mapping; each value has the place of its key."""

    entries: dict[str, tuple[Place, Node]]
    place: Place


Node: TypeAlias = ScalarNode | SequenceNode | MappingNode

Located: TypeAlias = dict[str, tuple[Place, Node]]
"""Values by their keys, each with the place of its key."""

Key: TypeAlias = tuple[str, Place]
"""A key, and where it stands."""

Container: TypeAlias = Located | list[Node] | None
"""What values are added to; None before the root."""


def is_nothing(node: Node) -> bool:
    """Whether a node is `null`, or no value at all."""
    return isinstance(node, ScalarNode) and node.kind == "nothing"


def parse(source: FileText, budget: Iterator[int] | None = None) -> tuple[Node | None, list[Fault]]:
    """Parse one YAML document.

    Args:
        source: The file.
        budget: An iterator with an item for each value that the guide may still have.

    Returns:
        Its root (None if it is empty or cannot be parsed) and its faults.
    """
    if fault := source.first_unseen():
        return None, [fault]
    builder = _Builder(source, budget)
    loader = _Loader(source.text)
    try:
        builder.read(loader)
    except TooManyFaults:
        return None, builder.faults
    except _NOT_YAML as error:
        builder.root = None  # to make room
        fault = syntax_fault(source, error, loader, builder.innermost)
        return None, _nesting_before(source, error) or [*builder.faults, fault]
    finally:
        loader.dispose()
    return (None if builder.faults else builder.root), builder.faults


def _nesting_before(source: FileText, error: Exception) -> list[Fault]:
    """The faults up to nesting that is too deep, if there is any before the syntax error.

    To see whether `[` begins a key, a parser reads up to 1,024 characters ahead of its events. An
    error in them (libyaml also has its own limit of 1,000 levels) is raised before the events of
    the brackets on the way. Parsing only the text up to the error yields those events.
    """
    for name in ("context_mark", "problem_mark"):
        if mark := getattr(error, name, None):
            builder = _Builder(source)
            loader = _Loader(source.text[: mark.index])
            try:
                builder.read(loader)
            except (*_NOT_YAML, TooManyFaults):
                pass  # expected of a text that is cut off; the builder has its faults
            finally:
                loader.dispose()
            if builder.too_deep:
                return builder.faults
    return []


class _Builder:
    """Builds nodes from events, without recursion."""

    def __init__(self, source: FileText, budget: Iterator[int] | None = None) -> None:
        self.source = source
        self.budget = iter(range(MOST_VALUES)) if budget is None else budget
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self.too_deep = False
        # What encloses each open collection, outermost first, a mapping with the key whose value
        # comes next; and the place of that collection. The innermost one is kept in attributes of
        # its own, since most events are about it.
        self._outer: list[tuple[Container, Key | None, Place]] = []
        self._inner: Container = None
        self._key: Key | None = None
        self._documents = 0
        # The style of scalars that may hold an unseen character. The source has none, so only an
        # escape in double quotes can produce one.
        self._escaped = '"' if "\\" in source.text else "none"

    @property
    def innermost(self) -> Place | None:
        """Where the innermost collection that is open begins."""
        return self._outer[-1][2] if self._outer else None

    def read(self, loader: Any) -> None:
        """Take every event of a document.

        Compiling spends most of its time in this loop, and nine tenths of the events are scalars:
        they are handled inline, and everything else in methods.
        """
        source, next_event = self.source, loader.get_event
        scalar, make, escaped = _Scalar, _make, self._escaped
        for _, event in zip(self.budget, iter(next_event, None), strict=False):
            if type(event) is not scalar:
                if not self._take(event):
                    return
                continue
            text, style, mark = event.value, event.style, event.start_mark
            place = make(Place, (source, mark.line + 1, mark.column + 1))
            if event.anchor is not event.tag:  # nearly always both are None
                self._refuse_extras(event)
            if style == escaped and (found := UNSEEN.search(text)):
                self._fault(place, unseen(found[0]))
            inner, key = self._inner, self._key
            if type(inner) is not dict:
                self._add(make(ScalarNode, (text, style in _QUOTES, place)))
            elif key is None:
                if text in inner:
                    self._report_duplicate(text, place)
                self._key = (text, place)
            else:
                inner.setdefault(
                    key[0], (key[1], make(ScalarNode, (text, style in _QUOTES, place)))
                )
                self._key = None
        self._end(next_event())

    def _end(self, event: Any) -> None:
        """Report a document that goes on after the last value that a guide may have."""
        if event is not None:
            too_many = Message(N_("a guide of more than {number} values"), {"number": MOST_VALUES})
            hint = Message(N_("split it into several guides"))
            self._fault(self._place(event), too_many, hint)

    def _take(self, event: Any) -> bool:
        """Take an event that is not a scalar; False if the rest is not worth reading."""
        kind = type(event)
        if kind is _MappingEnd or kind is _SequenceEnd:
            self._inner, self._key, _ = self._outer.pop()
            return True
        if kind is _MappingStart:
            entries: dict[str, tuple[Place, Node]] = {}
            return self._open(_make(MappingNode, (entries, self._place(event))), entries, event)
        if kind is _SequenceStart:
            items: list[Node] = []
            return self._open(_make(SequenceNode, (items, self._place(event))), items, event)
        if kind is yaml.AliasEvent:
            self._alias(event)
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                hint = Message(N_("put what follows in a file of its own, or remove the line"))
                self._fault(self._place(event), Message(N_("a second document (---)")), hint)
                return False
        return True

    def _add(self, node: Node) -> None:
        """Add a value to the innermost open collection."""
        inner = self._inner
        if type(inner) is list:
            inner.append(node)
        elif type(inner) is not dict:
            self.root = node
        elif self._key is None:
            self._key = (self._odd_key(node), node.place)
        else:
            key, place = self._key
            inner.setdefault(key, (place, node))
            self._key = None

    def _open(self, node: SequenceNode | MappingNode, content: Container, event: Any) -> bool:
        if event.anchor or event.tag:
            self._refuse_extras(event)
        self._add(node)
        self._outer.append((self._inner, self._key, node.place))
        self._inner, self._key = content, None
        if len(self._outer) > DEEPEST:
            self.too_deep = True
            self._fault(
                node.place,
                Message(N_("nesting deeper than {depth} levels"), {"depth": DEEPEST}),
            )
            return False
        return True

    def _odd_key(self, node: Node) -> str:
        """The key for an alias, reported already, or for a collection, reported here."""
        if isinstance(node, ScalarNode):
            return node.text
        hint = Message(N_("a text with brackets or braces goes in double quotes"))
        self._fault(node.place, Message(N_("a list or mapping as a key")), hint)
        return ""

    def _report_duplicate(self, key: str, place: Place) -> None:
        assert isinstance(self._inner, dict)  # noqa: S101 — only a mapping has keys
        first = self._inner[key][0]
        self._fault(
            place,
            Message(
                N_("the key “{key}” for the second time (first in line {line})"),
                {"key": key, "line": first.line},
            ),
            hint=Message(N_("remove one of the two")),
        )

    def _alias(self, event: Any) -> None:
        self._fault(
            self._place(event),
            Message(N_("an alias (*{name})"), {"name": event.anchor}),
            hint=Message(N_("guides have no anchors and aliases: write the value out")),
        )
        self._add(ScalarNode("", quoted=True, place=self._place(event)))

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor:
            self._fault(
                self._place(event),
                Message(N_("an anchor (&{name})"), {"name": event.anchor}),
                hint=Message(N_("guides have no anchors and aliases: write the value out")),
            )
        if event.tag:
            self._fault(
                self._place(event),
                Message(N_("a tag ({tag})"), {"tag": event.tag}),
                hint=Message(N_("guides have no tags: remove it")),
            )

    def _fault(self, place: Place, found: Message, hint: Message | None = None) -> None:
        self.faults.append(place.fault("", found, hint=hint))
        if len(self.faults) >= MOST_FAULTS:
            raise TooManyFaults

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        place: Place = _make(Place, (self.source, mark.line + 1, mark.column + 1))
        return place
