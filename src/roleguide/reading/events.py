"""Parse strict YAML into nodes that know their place.

This module takes PyYAML's events in place of its loader. It refuses duplicate keys, anchors,
aliases, tags and deep nesting, keeps the place of every value, and reads plain scalars by the core
schema of YAML 1.2, in which `no` is a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
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
    without,
)

DEEPEST: Final = 24
"""Levels of nesting; the deepest path of the data has ten."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NOT_YAML: Final = (yaml.YAMLError, ValueError, OverflowError)
"""What the parsers raise. The one in Python also fails at numbers that it cannot convert."""

# Asked of each event: a name of this module is found sooner than one of another.
_Scalar: Any = yaml.ScalarEvent
_MappingStart: Any = yaml.MappingStartEvent
_SequenceStart: Any = yaml.SequenceStartEvent
_MappingEnd: Any = yaml.MappingEndEvent
_SequenceEnd: Any = yaml.SequenceEndEvent
_DocumentStart: Any = yaml.DocumentStartEvent
_STARTS: Final = frozenset({_MappingStart, _SequenceStart})
_AROUND: Final = frozenset({yaml.StreamStartEvent, yaml.DocumentEndEvent, yaml.StreamEndEvent})

_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_TRUTH = frozenset(("true", "True", "TRUE", "false", "False", "FALSE"))
NUMBER = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0x[0-9A-Fa-f]+|0o[0-7]+"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)

# Makes nodes as tuples, which takes half as long as calling their types.
_make: Any = tuple.__new__

Kind: TypeAlias = Literal["text", "number", "truth", "nothing"]


class ScalarNode(NamedTuple):
    """A single value, or a key.

    A guide has a hundred thousand of them and needs the places of few, so that the place is made
    when it is asked for.

    Attributes:
        text: What it says.
        style: The sign by which a text is written: a quotation mark, `|`, `>`. It tells the text
            "12" from the number 12, which has none.
        source: The file.
        at: Which character of the file it begins at, from 0.
    """

    text: str
    style: str | None
    source: FileText
    at: int

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.source.place(self.at)

    @property
    def kind(self) -> Kind:
        """What the value is, by YAML 1.2's core schema."""
        if self.style:
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
    source: FileText
    at: int

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.source.place(self.at)


class MappingNode(NamedTuple):
    """A mapping: each key's text, with the key and its value.

    Attributes:
        entries: What is in it.
        source: The file.
        at: Which character of the file it begins at, from 0.
        end: The character behind it, which may be after comments; 0 if it was put together.
    """

    entries: Located
    source: FileText
    at: int
    end: int = 0

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.source.place(self.at)


Node: TypeAlias = ScalarNode | SequenceNode | MappingNode

Located: TypeAlias = dict[str, tuple[int, Node]]
"""Values by the texts of their keys, each behind the place at which its key begins."""


def key_of(name: str, entry: tuple[int, Node]) -> ScalarNode:
    """The key of a value; it stands in the same file, and few are ever asked for."""
    at, node = entry
    return ScalarNode(name, None, node.source, at)


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
    builder = _Builder(source, source.text, budget)
    try:
        builder.read()
    except TooManyFaults:
        return None, builder.faults
    except _NOT_YAML as error:
        from roleguide.reading.syntax_fault import syntax_fault  # only for what is wrong

        builder.root = None  # to make room
        innermost = source.place(builder.open[-1]) if builder.open else None
        fault = syntax_fault(source, error, builder.loader, innermost)
        return None, _nesting_before(source, error) or [*builder.faults, fault]
    return (None if builder.faults else builder.root), builder.faults


def _nesting_before(source: FileText, error: Exception) -> list[Fault]:
    """The faults up to nesting that is too deep, if there is any before the syntax error.

    To see whether `[` begins a key, a parser reads up to 1,024 characters ahead of its events. An
    error in them (libyaml also has its own limit of 1,000 levels) is raised before the events of
    the brackets on the way. Parsing only the text up to the error yields those events.
    """
    for name in ("context_mark", "problem_mark"):
        if mark := getattr(error, name, None):
            builder = _Builder(source, source.text[: mark.index])
            with suppress(*_NOT_YAML, TooManyFaults):  # expected of a text that is cut off
                builder.read()
            if len(builder.open) > DEEPEST:
                return builder.faults
    return []


_WRITE_OUT: Final = Message(N_("guides have no anchors and aliases: write the value out"))


class _NotWorthReading(Exception):
    """The rest of a document would only repeat its fault."""


class _Builder:
    """Builds nodes from events; it calls itself for each level, of which there are `DEEPEST`.

    Args:
        source: The file.
        text: The part of its text to read.
        budget: An iterator with an item for each value that the guide may still have.
    """

    def __init__(self, source: FileText, text: str, budget: Iterator[int] | None = None) -> None:
        self.source = source
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self.open: list[int] = []  # where each open collection begins, outermost first
        self.loader = _Loader(text)
        budget = iter(range(MOST_VALUES)) if budget is None else budget
        events = iter(self.loader.get_event, None)
        self._events: Iterator[tuple[int, Any]] = zip(budget, events, strict=False)
        # The style of scalars that may hold an unseen character. The source has none, so only an
        # escape in double quotes can produce one.
        self._escaped = '"' if "\\" in source.text else "none"

    def read(self) -> None:
        """Take every event, for as long as the rest is worth reading."""
        try:
            self._stream()
        except _NotWorthReading:
            return
        except StopIteration:  # in the middle of a collection
            pass
        self._end(self.loader.get_event())

    def _stream(self) -> None:
        """Take the events of the only document, and those around it."""
        documents = 0
        for _, event in self._events:
            if type(event) is _DocumentStart:
                documents += 1
                if documents > 1:
                    found = Message(N_("a second document (---)"))
                    hint = Message(N_("put what follows in a file of its own, or remove the line"))
                    self._fault(event.start_mark.index, found, hint)
                    raise _NotWorthReading
            elif type(event) not in _AROUND:
                self.root = self._node(event)

    def _node(self, event: Any) -> Node:
        """The value that an event is, or begins."""
        kind = type(event)
        if kind is yaml.AliasEvent:
            return self._alias(event)
        if event.anchor is not event.tag:  # nearly always both are None
            self._refuse_extras(event)
        if kind is _MappingStart:
            return self._mapping(event)
        if kind is _SequenceStart:
            return self._sequence(event)
        if event.style == self._escaped:
            self._refuse_unseen(event)
        return ScalarNode(event.value, event.style, self.source, event.start_mark.index)

    def _mapping(self, start: Any) -> MappingNode:
        """The mapping that begins.

        Compiling spends most of its time in this loop, so scalars without faults are made here.
        """
        entries: Located = {}
        at = self._begin(start)
        source, scalar, make, escaped = self.source, _Scalar, _make, self._escaped
        events = self._events
        for _, name in events:
            if type(name) is _MappingEnd:
                self.open.pop()
                return MappingNode(entries, source, at, name.end_mark.index)
            key = name.start_mark.index
            if type(name) is scalar and name.anchor is name.tag and name.style != escaped:
                text = name.value
            else:
                text = self._odd_key(name)
            if text in entries:
                self._report_duplicate(text, key, entries[text][0])
            _, value = next(events)
            if type(value) is scalar and value.anchor is value.tag and value.style != escaped:
                node = make(ScalarNode, (value.value, value.style, source, value.start_mark.index))
            else:
                node = self._node(value)
            entries.setdefault(text, (key, node))
        raise StopIteration  # as `next` does: these were all the values that the guide may have

    def _sequence(self, start: Any) -> SequenceNode:
        """The sequence that begins."""
        items: list[Node] = []
        at = self._begin(start)
        source, scalar, make, escaped = self.source, _Scalar, _make, self._escaped
        for _, event in self._events:
            if type(event) is scalar and event.anchor is event.tag and event.style != escaped:
                place = event.start_mark.index
                items.append(make(ScalarNode, (event.value, event.style, source, place)))
            elif type(event) is _SequenceEnd:
                self.open.pop()
                return SequenceNode(items, source, at)
            else:
                items.append(self._node(event))
        raise StopIteration  # likewise

    def _begin(self, start: Any) -> int:
        """Open a collection; where it begins."""
        at: int = start.start_mark.index
        self.open.append(at)
        if len(self.open) > DEEPEST:
            found = Message(N_("nesting deeper than {depth} levels"), {"depth": DEEPEST})
            hint = Message(N_("no value of a guide is nested so deeply: take levels out"))
            self._fault(at, found, hint)
            raise _NotWorthReading
        return at

    def _odd_key(self, event: Any) -> str:
        """The text of a key that is no plain text; what is wrong with it is reported."""
        if type(event) in _STARTS:
            hint = Message(N_("a text with brackets or braces goes in double quotes"))
            self._fault(event.start_mark.index, Message(N_("a list or mapping as a key")), hint)
        node = self._node(event)
        return node.text if isinstance(node, ScalarNode) else ""

    def _alias(self, event: Any) -> ScalarNode:
        at = event.start_mark.index
        self._fault(at, Message(N_("an alias (*{name})"), {"name": event.anchor}), _WRITE_OUT)
        return ScalarNode("", '"', self.source, at)

    def _end(self, event: Any) -> None:
        """Report a document that goes on after the last value that a guide may have."""
        if event is not None:
            too_many = Message(N_("a guide of more than {number} values"), {"number": MOST_VALUES})
            hint = Message(N_("split it into several guides"))
            self._fault(event.start_mark.index, too_many, hint)

    def _report_duplicate(self, key: str, at: int, first: int) -> None:
        text = N_("the key “{key}” for the second time (first in line {line})")
        found = Message(text, {"key": key, "line": self.source.place(first).line})
        self._fault(at, found, Message(N_("remove one of the two")))

    def _refuse_unseen(self, event: Any) -> None:
        if found := UNSEEN.search(event.value):
            self._fault(event.start_mark.index, unseen(found[0]), without(found[0]))

    def _refuse_extras(self, event: Any) -> None:
        at = event.start_mark.index
        if event.anchor:
            self._fault(at, Message(N_("an anchor (&{name})"), {"name": event.anchor}), _WRITE_OUT)
        if event.tag:
            found = Message(N_("a tag ({tag})"), {"tag": event.tag})
            self._fault(at, found, Message(N_("guides have no tags: remove it")))

    def _fault(self, index: int, found: Message, hint: Message | None = None) -> None:
        self.faults.append(self.source.place(index).fault("", found, hint=hint))
        if len(self.faults) >= MOST_FAULTS:
            raise TooManyFaults
