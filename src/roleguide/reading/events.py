"""Strict YAML: the parser's events become nodes that know their place.

One pass over PyYAML's events, in place of its loader: it refuses duplicate keys, anchors, aliases,
tags and deep nesting, keeps the place of every value, and reads plain scalars by the core schema
of YAML 1.2, so that `no` is a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, Literal, NamedTuple, TypeAlias, cast

import yaml

from roleguide.errors import Fault
from roleguide.language import N_, UNSEEN, Message
from roleguide.reading.places import (
    MOST_FAULTS,
    MOST_VALUES,
    Place,
    Source,
    TooManyFaults,
    unseen,
)
from roleguide.reading.syntax_fault import syntax_fault

DEEPEST: Final = 24
"""Levels of nesting; the deepest path of the data has ten."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NOT_YAML: Final = (yaml.YAMLError, ValueError, OverflowError)
"""What the parsers raise; the one in Python does not check numbers before it converts them."""

_QUOTES: Final = ("'", '"', "|", ">")
_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_TRUTH = frozenset(("true", "True", "TRUE", "false", "False", "FALSE"))
_NUMBER = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0x[0-9A-Fa-f]+|0o[0-7]+"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)

# Nodes are made as the tuples they are: to call their types takes twice as long.
_make: Any = tuple.__new__

Kind: TypeAlias = Literal["text", "number", "truth", "nothing"]


class Scalar(NamedTuple):
    """A single value; `quoted` tells a text that only looks like a number from a number."""

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
        if self.text[0].isalpha():  # as all ids do that are no number
            return "text"
        return "number" if _NUMBER.fullmatch(self.text) else "text"


class Items(NamedTuple):
    """A sequence."""

    items: list[Node]
    place: Place


class Entries(NamedTuple):
    """A mapping; each value with the place of its key."""

    entries: dict[str, tuple[Place, Node]]
    place: Place


Node: TypeAlias = Scalar | Items | Entries

Located: TypeAlias = dict[str, tuple[Place, Node]]
"""Values by their keys, each with the place of its key."""

Key: TypeAlias = tuple[str, Place]
"""A key, and where it stands."""

Container: TypeAlias = Located | list[Node] | None
"""What values are put into; None outside of everything."""


def is_nothing(node: Node) -> bool:
    """Whether a node is `null`, or no value at all."""
    return isinstance(node, Scalar) and node.kind == "nothing"


def parse(source: Source, budget: Iterator[int] | None = None) -> tuple[Node | None, list[Fault]]:
    """Parse one YAML document.

    Args:
        source: The file.
        budget: Gives an item for each value that the guide may have yet.

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
        fault = syntax_fault(source, error, loader)
        return None, _nesting_before(source, error) or [*builder.faults, fault]
    finally:
        loader.dispose()
    return (None if builder.faults else builder.root), builder.faults


def _nesting_before(source: Source, error: Exception) -> list[Fault]:
    """The faults up to nesting that is too deep, where it stands before a syntax error.

    A parser reads up to 1,024 characters ahead of its events, to see whether `[` begins a key.
    What it dislikes there (libyaml has a nesting limit of its own, 1,000 levels) it reports before
    it hands out the brackets on the way. Without what comes after them, it hands them out.
    """
    for name in ("context_mark", "problem_mark"):
        if mark := getattr(error, name, None):
            builder = _Builder(source)
            loader = _Loader(source.text[: mark.index])
            try:
                builder.read(loader)
            except (*_NOT_YAML, TooManyFaults):
                pass  # a text cut short seldom is YAML; its faults are in the builder
            finally:
                loader.dispose()
            if builder.too_deep:
                return builder.faults
    return []


class _Builder:
    """Builds nodes from events, without recursion."""

    def __init__(self, source: Source, budget: Iterator[int] | None = None) -> None:
        self.source = source
        self.budget = iter(range(MOST_VALUES)) if budget is None else budget
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self.too_deep = False
        # What is open and not yet at its end, outermost first; for a mapping, with the key whose
        # value comes next. The innermost is kept apart: most events concern it alone.
        self._outer: list[tuple[Container, Key | None]] = []
        self._inner: Container = None
        self._key: Key | None = None
        self._documents = 0
        # The style of scalars that may hold an unseen character: the source has none, so that only
        # an escape in double quotes can make one.
        self._escaped = '"' if "\\" in source.text else "none"

    def read(self, loader: Any) -> None:
        """Take every event of a document.

        This is the hottest loop of a compilation, nine tenths of it scalars: what they need
        stands here, and what is rare in functions.
        """
        source, next_event = self.source, loader.get_event
        scalar: Any = yaml.ScalarEvent
        make, escaped = _make, self._escaped
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
                self._add(make(Scalar, (text, style in _QUOTES, place)))
            elif key is None:
                if text in inner:
                    self._second(text, place)
                self._key = (text, place)
            else:
                inner.setdefault(key[0], (key[1], make(Scalar, (text, style in _QUOTES, place))))
                self._key = None
        self._end(next_event())

    def _end(self, event: Any) -> None:
        """Refuse a document that goes on when as many values are read as a guide may have."""
        if event is not None:
            too_many = Message(N_("a guide of more than {number} values"), {"number": MOST_VALUES})
            hint = Message(N_("split it into several guides"))
            self._fault(self._place(event), too_many, hint)

    def _take(self, event: Any) -> bool:
        """Take an event that is no scalar; False when there is no use in going on."""
        kind = type(event)
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._inner, self._key = self._outer.pop()
            return True
        if kind is yaml.MappingStartEvent:
            entries: dict[str, tuple[Place, Node]] = {}
            return self._open(_make(Entries, (entries, self._place(event))), entries, event)
        if kind is yaml.SequenceStartEvent:
            items: list[Node] = []
            return self._open(_make(Items, (items, self._place(event))), items, event)
        if kind is yaml.AliasEvent:
            self._alias(event)
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                self._fault(self._place(event), Message(N_("a second document (---)")))
                return False
        return True

    def _add(self, node: Node) -> None:
        """Put a value into what is open."""
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

    def _open(self, node: Items | Entries, content: Container, event: Any) -> bool:
        if event.anchor or event.tag:
            self._refuse_extras(event)
        self._add(node)
        self._outer.append((self._inner, self._key))
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
        """The key that an alias or a collection stands for; either is a fault already or now."""
        if isinstance(node, Scalar):
            return node.text
        self._fault(node.place, Message(N_("a list or mapping as a key")))
        return ""

    def _second(self, key: str, place: Place) -> None:
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
        self._add(Scalar("", quoted=True, place=self._place(event)))

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
        return cast("Place", _make(Place, (self.source, mark.line + 1, mark.column + 1)))
