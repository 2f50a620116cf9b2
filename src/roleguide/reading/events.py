"""Strict YAML: the parser's events become nodes that know their place.

One pass over PyYAML's events, in place of its loader: it refuses duplicate keys, anchors, aliases,
tags and deep nesting, keeps the place of every value, and reads plain scalars by the core schema
of YAML 1.2, so that `no` is a word.
"""

from __future__ import annotations

import re
from typing import Any, Final, Literal, NamedTuple, TypeAlias

import yaml

from roleguide.errors import Fault
from roleguide.language import N_, UNSEEN, Message
from roleguide.reading.places import Place, Source, unseen

DEEPEST: Final = 24
"""Levels of nesting; the deepest path of the data has ten."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_QUOTES: Final = ("'", '"', "|", ">")
_NULL = re.compile(r"~|null|Null|NULL|")
_TRUTH = re.compile(r"true|True|TRUE|false|False|FALSE")
_NUMBER = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0x[0-9A-Fa-f]+|0o[0-7]+"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)

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
        if _NULL.fullmatch(self.text):
            return "nothing"
        if _TRUTH.fullmatch(self.text):
            return "truth"
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


def parse(source: Source) -> tuple[Node | None, list[Fault]]:
    """Parse one YAML document.

    Returns:
        Its root (None if it is empty or cannot be parsed) and its faults.
    """
    if fault := source.first_unseen():
        return None, [fault]
    builder = _Builder(source)
    loader = _Loader(source.text)
    try:
        while (event := loader.get_event()) is not None:
            if not builder.take(event):
                break
    except (yaml.YAMLError, ValueError) as error:  # a tag in bytes that are no text
        builder.faults.append(_syntax_fault(source, error))
    finally:
        loader.dispose()
    return (None if builder.broken or builder.faults else builder.root), builder.faults


class _Builder:
    """Builds nodes from events, without recursion."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self.broken = False
        self._open: list[Items | Entries] = []
        self._keys: list[tuple[str, Place] | None] = []
        self._documents = 0
        self._escapes = "\\" in source.text

    def take(self, event: Any) -> bool:
        """Take one event; False when there is no use in going on."""
        kind = type(event)  # the parser makes no subclasses, and this is the hottest loop
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent:
            return self._push(Entries({}, self._place(event)), event)
        elif kind is yaml.SequenceStartEvent:
            return self._push(Items([], self._place(event)), event)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._open.pop()
            self._keys.pop()
        elif kind is yaml.AliasEvent:
            self._alias(event)
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                self._fault(self._place(event), Message(N_("a second document (---)")))
                return False
        return True

    def _scalar(self, event: Any) -> None:
        if event.anchor or event.tag:
            self._refuse_extras(event)
        place = self._place(event)
        # The source has no such character; only an escape in double quotes can make one.
        if self._escapes and event.style == '"' and (found := UNSEEN.search(event.value)):
            self._fault(place, unseen(found[0]))
        self._add(Scalar(event.value, event.style in _QUOTES, place))

    def _alias(self, event: Any) -> None:
        self._fault(
            self._place(event),
            Message(N_("an alias (*{name})"), {"name": event.anchor}),
            hint=Message(N_("guides have no anchors and aliases: write the value out")),
        )
        self._add(Scalar("", quoted=True, place=self._place(event)))

    def _push(self, node: Items | Entries, event: Any) -> bool:
        self._refuse_extras(event)
        self._add(node)
        self._open.append(node)
        self._keys.append(None)
        if len(self._open) > DEEPEST:
            self._fault(
                node.place,
                Message(N_("nesting deeper than {depth} levels"), {"depth": DEEPEST}),
            )
            self.broken = True
        return not self.broken

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Items):
            parent.items.append(node)
        elif (key := self._keys[-1]) is None:
            self._keys[-1] = (self._key(node), node.place)
        else:
            parent.entries.setdefault(key[0], (key[1], node))
            self._keys[-1] = None

    def _key(self, node: Node) -> str:
        if not isinstance(node, Scalar):
            self._fault(node.place, Message(N_("a list or mapping as a key")))
            return ""
        parent = self._open[-1]
        if isinstance(parent, Entries) and node.text in parent.entries:
            first = parent.entries[node.text][0]
            self._fault(
                node.place,
                Message(
                    N_("the key “{key}” for the second time (first in line {line})"),
                    {"key": node.text, "line": first.line},
                ),
                hint=Message(N_("remove one of the two")),
            )
        return node.text

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

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.source, mark.line + 1, mark.column + 1)


def _syntax_fault(source: Source, error: Exception) -> Fault:
    """Word the parser's complaint, which knows English only, by what usually causes it."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    context = str(getattr(error, "context", "") or "")
    if "quoted scalar" in context and "end of stream" in str(getattr(error, "problem", "")):
        mark = getattr(error, "context_mark", mark)  # where the quote was opened
    place = Place(source, mark.line + 1, mark.column + 1) if mark else Place(source, 1, 1)
    problem = str(getattr(error, "problem", "") or "")
    line = source.line(place.line)
    if "\t" in line[: len(line) - len(line.lstrip())] or ("token" in problem and "\t" in line):
        hint = Message(N_("indent with spaces, never with tabs"))
    elif "mapping values are not allowed" in problem:
        hint = Message(N_("a text with a colon in it goes in double quotes"))
    elif "block end" in problem or "block mapping" in problem or "expected ':'" in problem:
        hint = Message(N_("check the indentation, and put texts in double quotes"))
    elif "quoted scalar" in f"{problem}{context}" or "escape" in problem or "hex" in problem:
        hint = Message(N_('a double quote or a backslash inside a text is written \\" or \\\\'))
    elif "flow" in problem or "','" in problem:
        hint = Message(N_("a bracket or a comma is missing; texts go in double quotes"))
    else:
        hint = Message(N_("put texts in double quotes, and check the indentation"))
    return place.fault("", Message(N_("this is not YAML")), hint=hint)
