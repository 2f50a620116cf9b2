"""Readers of single values: texts, numbers, choices, references, lists and mappings."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping
from enum import Enum
from functools import cache
from typing import Final, NamedTuple, TypeAlias, TypeVar, cast, get_args

from roleguide.errors import Fault
from roleguide.language import N_, Language, Message
from roleguide.language.folding import bare
from roleguide.language_tags import LANGUAGES
from roleguide.model import Between, LanguageTag, Like, Longest, Role, Statement, Text
from roleguide.reading.events import (
    Kind,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    is_nothing,
    key_of,
)
from roleguide.reading.node_text import in_flow
from roleguide.reading.places import LONGEST_TEXT, MOST_FAULTS, TooManyFaults, look_alike, plain
from roleguide.sections import SECTIONS

IDENTIFIER: Final = re.compile(r"[a-z0-9]+(?:(?:-|--|\.)[a-z0-9]+)*")
_BETWEEN: Final = r"\s*[,;]\s*|(?:^|\s+)[-–•*]\s*"
"""What people put between the items of a list, or before each."""
_SHORT: Final = 60
"""Characters of a list that a remedy shows."""
_ALMOST: Final = 0.9
"""How near a name of a record is that is taken for a slip of it."""
_INTEGER: Final = re.compile(r"[-+]?[0-9]{1,9}")
_AMOUNT: Final = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,2})?")
LANGUAGE_TAG: Final = re.compile(get_args(LanguageTag)[1].pattern)


class Invalid(Enum):
    """What a reader returns for a value at fault; it never reaches a record."""

    INVALID = "invalid"


INVALID: Final = Invalid.INVALID


class Reference(NamedTuple):
    """An id that refers to a record of another section.

    Attributes:
        section: The section.
        id: The id.
        node: Where it is written.
        path: Its path.
        in_words: Whether a job in words may stand there, too.
    """

    section: str
    id: str
    node: ScalarNode
    path: str
    in_words: bool = False


class Report:
    """What reading finds besides the records.

    Attributes:
        faults: All faults.
        references: The ids that refer to other records.
        lacking: Those of the faults that say which keys a record lacks.
    """

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.references: list[Reference] = []
        self.lacking: list[Fault] = []

    def fault(
        self,
        node: Node,
        path: str,
        found: Message,
        allowed: Message | None = None,
        hint: Message | None = None,
    ) -> Invalid:
        """Add a fault and return `INVALID`, for the reader to return."""
        self.faults.append(node.place.fault(path, found, allowed=allowed, hint=hint))
        self.stop_at_too_many()
        return INVALID

    def missing(self, node: Node, path: str, found: Message, hint: Message | None) -> None:
        """Add the fault of a record that lacks keys."""
        self.fault(node, path, found, hint=hint)
        self.lacking.append(self.faults[-1])

    def needs(self, path: str) -> None:
        """No longer offer to take out a value whose key must be there, if it was just at fault."""
        last = self.faults[-1]
        if last.path == path and last.hint is ANY_OF_THOSE:
            self.faults[-1] = last._replace(hint=NEEDED)

    def stop_at_too_many(self) -> None:
        """Stop reading a guide that has more faults than anybody reads.

        Raises:
            TooManyFaults: There are `MOST_FAULTS`.
        """
        if len(self.faults) >= MOST_FAULTS:
            raise TooManyFaults


T = TypeVar("T")
R = TypeVar("R")
C = TypeVar("C", bound=str)
Reader: TypeAlias = Callable[[Node, str, Report], T | Invalid]
"""Turns a node, which has a path, into a value; reports a fault and returns `INVALID` otherwise."""


_SCALARS: Final[Mapping[Kind, str]] = {
    "nothing": N_("nothing"),
    "number": N_("the number {value}"),
    "truth": N_("the truth value {value}"),
    "text": N_("“{value}”"),
}


def described(node: Node) -> Message:
    """What a node is, in the words of a fault."""
    if isinstance(node, ScalarNode):
        shown = node.text if len(node.text) <= 60 else node.text[:59] + "…"
        return Message(_SCALARS[node.kind], {"value": shown})
    return Message(N_("a mapping") if isinstance(node, MappingNode) else N_("a list"))


def nearest(word: str, words: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The word that was probably meant, if one is near, or is called so in a language of guides."""
    known = {bare(name): name for name in words}
    for language in LANGUAGES:
        own = Language(language).heads.items()
        known |= {said: key for said, key in own if key in known.values()}
    from difflib import get_close_matches  # only for what is wrong

    close = get_close_matches(bare(word), known, n=1, cutoff=cutoff)
    return known[close[0]] if close else None


def suggested(node: ScalarNode, words: Iterable[str]) -> Message | None:
    """A hint at the word that was probably meant, if one is near, or at what is in it."""
    known = [*words]
    if found := disguised(node, known):
        return found
    near = nearest(node.text, known)
    return Message(N_("did you mean “{name}”?"), {"name": near}) if near else None


def nearly_called(words: str, records: Mapping[str, Role]) -> Message | None:
    """A hint at the id of the role that goes by nearly that name, or alone has a title so begun.

    It takes about 2 ms for the roles of the built-in guide.
    """
    names = {bare(name): i for i, record in records.items() for name in _names(record)}
    from difflib import get_close_matches  # only for what is wrong

    close = get_close_matches(bare(words), names, n=1, cutoff=_ALMOST)
    found = {names[close[0]]} if close else _begun(bare(words), records)
    return Message(N_("did you mean “{name}”?"), {"name": found.pop()}) if len(found) == 1 else None


def _begun(words: str, roles: Mapping[str, Role]) -> set[str]:
    """The roles whose usual title begins with some words, of which the last may be cut off."""
    titles = ((i, title) for i, role in roles.items() for title in role.title.text.values())
    return {i for i, title in titles if bare(title).startswith(words)}


def called(words: str, records: Mapping[str, object]) -> Message | None:
    """A hint at the id of a record that goes by a name, if one does."""
    meant = bare(words)
    named = (i for i, record in records.items() if meant in map(bare, _names(record)))
    found = next(named, None)
    return Message(N_("did you mean “{name}”?"), {"name": found}) if found else None


def _names(record: object) -> list[str]:
    """What a record is called, in every language."""
    texts = [getattr(record, "name", None) or {}]
    if isinstance(record, Role):
        texts = [record.title.text, record.title.gendered or {}, record.short or {}]
        return [*(name for text in texts for name in text.values()), *_other_titles(record)]
    return [name for text in texts for name in text.values()]


def _other_titles(role: Role) -> list[str]:
    return [also.text.text for also in role.titles]


def disguised(node: ScalarNode, words: Container[str]) -> Message | None:
    """A hint at what keeps a word from being one of those known, and is hard to see.

    That is a sign that only looks like another, or the line below, read as part of the word.
    """
    if plain(node.text) in words:
        return look_alike(node.text)
    if "\n" in node.source.text[node.at : node.at + len(node.text)]:
        text = N_("the next line is read as part of it; items begin in one column, and so do keys")
        return Message(text)
    return None


def as_written(path: str, form: str) -> Message:
    """A hint at how a value is written: behind its key, or alone where it is an item of a list."""
    key = path.rpartition(".")[2]
    example = form if key.endswith("]") else f"{key}: {form}"
    return Message(N_("write {example}"), {"example": example})


def made(make: Callable[[T], R], value: T | Invalid) -> R | Invalid:
    """What is made of a value, if that is valid."""
    return INVALID if value is INVALID else make(value)


def read_text(node: Node, path: str, report: Report) -> Text | Invalid:
    """A text in each language; a plain string stands for every language."""
    if not isinstance(node, MappingNode):
        return made(lambda text: dict.fromkeys(LANGUAGES, text), read_string(node, path, report))
    if not node.entries:
        found = Message(N_("an empty mapping"))
        return report.fault(node, path, found, TEXT_ALLOWED, in_each_language(path))
    texts = _texts(node, path, report)
    return texts if len(texts) == len(node.entries) else INVALID


def _texts(node: MappingNode, path: str, report: Report) -> dict[str, str]:
    texts = {}
    for language, (at, value) in node.entries.items():
        # Nearly all values are quoted texts; paths are made only for the others, to save time.
        if (
            isinstance(value, ScalarNode)
            and value.style
            and language in LANGUAGES
            and value.text.strip()
            and len(value.text) <= LONGEST_TEXT
        ):
            texts[language] = value.text
        elif not LANGUAGE_TAG.fullmatch(language):
            unknown_language(key_of(language, (at, value)), value, path, report)
        elif (text := read_string(value, f"{path}.{language}", report)) is not INVALID:
            texts[language] = text
    return texts


TEXT_ALLOWED: Final = Message(
    N_("a text, or one for each language ({codes})"), {"codes": ", ".join(LANGUAGES)}
)
"""What is allowed where a text is meant."""

ANY_OF_THOSE: Final = Message(N_("write one of those in its place, or take it out"))
"""What to do where nothing says which of the words allowed was meant."""

NEEDED: Final = Message(N_("write one of those in its place; it is needed here"))
"""The same where the key must be there."""

UNQUOTED: Final = Message(N_("write it without quotes"))
"""What to do about a number or a truth value that quotes make a text of."""

TORN: Final = Message(N_("a text with a comma or a colon goes in double quotes"))
"""What to do where a text was taken for two things."""


def unknown_language(key: ScalarNode, value: Node, path: str, report: Report) -> Invalid:
    """Report a key that is not a language."""
    found = Message(N_("unknown key “{key}”"), {"key": key.text})
    return report.fault(key, path, found, TEXT_ALLOWED, _instead(key.text, value, path))


def _instead(key: str, value: Node, path: str) -> Message:
    """What to do about a key that is not a language."""
    if is_nothing(value):  # what stands behind a comma of a text without quotes
        return TORN
    if (tag := bare(key)[:2]) in LANGUAGES:
        return Message(N_("did you mean “{name}”?"), {"name": tag})
    return in_each_language(path)


def in_each_language(path: str, text: str = '"…"') -> Message:
    """How a text is written in each language."""
    texts = ", ".join(f"{language}: {text}" for language in LANGUAGES)
    return as_written(path, f"{{{texts}}}")


def read_string(node: Node, path: str, report: Report) -> str | Invalid:
    """A text that is not empty."""
    kind = node.kind if isinstance(node, ScalarNode) else None
    if isinstance(node, ScalarNode) and kind == "text":
        if len(node.text) > LONGEST_TEXT:
            found = Message(N_("{n} characters"), {"n": len(node.text)})
            allowed = Message(N_("{n} characters at most"), {"n": LONGEST_TEXT})
            return report.fault(node, path, found, allowed)
        if node.text.strip():
            return node.text
    found = Message(N_("an empty text")) if kind == "text" else described(node)
    bare_value = kind in ("number", "truth")
    hint = Message(N_("put it in double quotes")) if bare_value else as_written(path, '"…"')
    return report.fault(node, path, found, Message(N_("a text")), hint)


def read_truth(node: Node, path: str, report: Report) -> bool | Invalid:
    """`true` or `false`."""
    if isinstance(node, ScalarNode) and node.kind == "truth":
        return node.text.lower() == "true"
    word = node.text.lower() if isinstance(node, ScalarNode) else ""
    meant = next((truth for truth, words in _TRUTHS.items() if word in words), None)
    hint = Message(N_("did you mean “{name}”?"), {"name": meant}) if meant else ANY_OF_THOSE
    hint = UNQUOTED if word in ("true", "false") else hint
    return report.fault(node, path, described(node), Message(N_("true or false")), hint)


_TRUTHS: Final = {"true": ("yes", "y", "on", "oui", "o"), "false": ("no", "n", "off", "non")}
"""What people write in the place of a truth value."""


def read_number(bounds: Between | None, node: Node, path: str, report: Report) -> int | Invalid:
    """A whole number, between bounds if there are any."""
    if isinstance(node, ScalarNode) and _INTEGER.fullmatch(node.text) and not node.style:
        number = int(node.text)
        if bounds is None or bounds.low <= number <= bounds.high:
            return number
    allowed = Message(N_("a whole number"))
    if bounds:
        allowed = Message(N_("a whole number from {low} to {high}"), bounds._asdict())
    quoted = isinstance(node, ScalarNode) and node.style and _INTEGER.fullmatch(node.text)
    return report.fault(node, path, described(node), allowed, UNQUOTED if quoted else ANY_OF_THOSE)


def read_amount(node: Node, path: str, report: Report) -> float | Invalid:
    """An amount: a number above 0 with at most two decimals."""
    if (
        isinstance(node, ScalarNode)
        and not node.style
        and _AMOUNT.fullmatch(node.text)
        and float(node.text) > 0
    ):
        return float(node.text) if "." in node.text else int(node.text)
    allowed, hint = Message(N_("an amount, as in 60640 or 38.50")), as_written(path, "60640")
    return report.fault(node, path, described(node), allowed, hint)


def read_like(mark: Like, node: Node, path: str, report: Report) -> str | Invalid:
    """A text that matches a pattern."""
    text = read_string(node, path, report)
    if text is INVALID or re.fullmatch(mark.pattern, text):
        return text
    allowed = Message(N_("written like {example}"), {"example": mark.example})
    return report.fault(node, path, described(node), allowed, as_written(path, mark.example))


def read_limited(
    read: Reader[object], longest: Longest, node: Node, path: str, report: Report
) -> object:
    """A text or a statement that must be short enough for the first screen."""
    value = read(node, path, report)
    if value is INVALID:
        return value
    text = value.text if isinstance(value, Statement) else cast("Text", value)
    if isinstance(node, MappingNode) and "text" in node.entries:
        node, path = node.entries["text"][1], f"{path}.text"
    # A plain string stands for all languages; the limit of English, the first, is the shortest.
    for language in text if isinstance(node, MappingNode) else list(text)[:1]:
        if too_long := _too_long(text[language], _limits(longest, language)):
            at, where = node, path
            if isinstance(node, MappingNode):
                at, where = node.entries[language][1], f"{path}.{language}"
            value = report.fault(at, where, *too_long, Message(N_("say the rest elsewhere")))
    return value


@cache
def _limits(longest: Longest, language: str) -> Longest:
    return longest.of_language(Language(language).length)


def _too_long(text: str, longest: Longest) -> tuple[Message, Message] | None:
    """What was found and what is allowed, if a text is longer than its language's limits."""
    characters, words = longest
    if len(text) > characters:
        return (
            Message(N_("{n} characters"), {"n": len(text)}),
            Message(N_("{n} characters at most, for the first screen"), {"n": characters}),
        )
    if words is None or len(parts := text.split()) <= words:  # most texts, at once
        return None
    found = sum(any(map(str.isalnum, part)) for part in parts)
    if found > words:
        return (
            Message(N_("{n} words"), {"n": found}),
            Message(N_("{n} words at most, for the first screen"), {"n": words}),
        )
    return None


def read_choice(
    values: tuple[C, ...], gloss: str | None, node: Node, path: str, report: Report
) -> C | Invalid:
    """One of several words, which a gloss explains where they do not say so themselves."""
    if isinstance(node, ScalarNode) and node.text in values:
        return node.text
    allowed = Message(N_("one of {names}"), {"names": ", ".join(values)})
    if len(values) == 1:  # such a choice is the short form of a record
        allowed = Message(N_("“{value}”, or a mapping"), {"value": values[0]})
    hint = suggested(node, values) if isinstance(node, ScalarNode) else None
    if gloss:  # what looks like one of the words may mean another: French “responsable”
        hint = Message(gloss)
    return report.fault(node, path, described(node), allowed, hint or ANY_OF_THOSE)


def read_id(
    section: str, node: Node, path: str, report: Report, *, in_words: bool = False
) -> str | Invalid:
    """An id of a section, or perhaps a job in words; `unknown_ids` checks whether it is known."""
    if isinstance(node, ScalarNode) and node.kind in ("text", "number"):
        report.references.append(Reference(section, node.text, node, path, in_words))
        return node.text
    allowed = Message(N_("the id of a record of “{section}”"), {"section": section})
    return report.fault(node, path, described(node), allowed, listed(section))


def listed(section: str) -> Message | None:
    """A hint at the command that lists the ids of a section, if one does."""
    command = SECTIONS[section].listing if section in SECTIONS else ""
    return Message(N_("{command} lists them"), {"command": command}) if command else None


def further_right(key: str) -> Message:
    """What to do where what belongs to a key stands beside it, or nowhere."""
    text = N_("what belongs to “{key}” stands below it, further to the right")
    return Message(text, {"key": key})


def in_words(job: str) -> str:
    """How a job that is no role of the guide is written where an id may stand, too."""
    return f"{{text: {in_quotes(job)}}}"


def as_item(text: str) -> str:
    """How a text is written in a list between brackets: an id as it is, others in quotes."""
    return text if IDENTIFIER.fullmatch(text) else in_quotes(text)


def job_as_item(text: str) -> str:
    """How a text is written in a list of jobs: what is no id can only be a job in words."""
    return text if IDENTIFIER.fullmatch(text) else in_words(text)


def in_quotes(text: str) -> str:
    """How a text is written whatever is in it."""
    from json import dumps  # only for what is wrong

    return dumps(text, ensure_ascii=False)


def sequence(
    item: Reader[T],
    form: Callable[[], str] = lambda: "[…]",
    written: Callable[[str], str] = as_item,
) -> Reader[tuple[T, ...]]:
    """A reader of lists.

    Args:
        item: The reader of an item.
        form: Says how a list is written, for the remedy.
        written: How a text that stands alone would be written as an item, likewise.
    """

    def read(node: Node, path: str, report: Report) -> tuple[T, ...] | Invalid:
        if not isinstance(node, SequenceNode):
            one = _as_list(node, path, item, written)
            brackets = Message(N_("a list is written [{value}]"), {"value": one})
            hint = brackets if one else as_written(path, form())
            return report.fault(node, path, described(node), Message(N_("a list")), hint)
        values = [item(value, f"{path}[{at}]", report) for at, value in enumerate(node.items)]
        valid = tuple([value for value in values if value is not INVALID])
        return valid if len(valid) == len(values) else INVALID

    return read


def _as_list(
    node: Node, path: str, item: Reader[object], written: Callable[[str], str]
) -> str | None:
    """The items of what was written in place of a list, if it can be told and they are short."""
    if isinstance(node, ScalarNode) and node.kind == "text":
        ids = list(filter(None, re.split(_BETWEEN, node.text)))
        text = ", ".join(ids) if all(map(IDENTIFIER.fullmatch, ids)) else written(node.text)
    elif isinstance(node, MappingNode) and _are_ticked(node):
        text = ", ".join(map(written, node.entries))
    elif isinstance(node, MappingNode) and item(node, path, Report()) is not INVALID:
        text = in_flow(node)
    else:
        return None
    return text if len(text) < _SHORT else None


def _are_ticked(node: MappingNode) -> bool:
    """Whether the keys of a mapping are items that are only ticked, as in `{csm: yes}`."""
    ticks = [value for _, value in node.entries.values()]
    return bool(ticks) and all(
        isinstance(tick, ScalarNode) and tick.text.lower() in _TRUTHS["true"] + ("true",)
        for tick in ticks
    )


def mapping(
    key: Reader[object], value: Reader[object], form: Callable[[], str] = lambda: "{…}"
) -> Reader[Mapping[object, object]]:
    """A reader of mappings.

    Args:
        key: The reader of a key.
        value: The reader of a value.
        form: Says how a mapping is written, for the remedy.
    """

    def read(node: Node, path: str, report: Report) -> dict[object, object] | Invalid:
        if not isinstance(node, MappingNode):
            allowed, hint = Message(N_("a mapping")), as_written(path, form())
            return report.fault(node, path, described(node), allowed, hint)
        records: dict[object, object] = {}
        for name, entry in node.entries.items():
            named, where = key_of(name, entry), f"{path}.{name}"
            key_value = key(named, where, report)
            if key_value is not INVALID and key_value in records:
                report.fault(named, where, Message(N_("the same key twice"), {}))
            records[key_value] = value(entry[1], where, report)
        return INVALID if INVALID in records or INVALID in records.values() else records

    return read
