"""Checks across records: references, circles of steps up, ids of pairs."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Final

from roleguide.errors import Fault
from roleguide.language import N_, Message
from roleguide.model import Pair, Role, Sections
from roleguide.reading.events import Located, MappingNode, Node, key_of
from roleguide.reading.values import Reference, called, disguised, in_quotes, in_words, listed
from roleguide.sections import SECTIONS

COMPARED: Final = 50_000
"""Names that unknown ids are compared with, in all; 30 µs each, so that hints take two seconds."""


_SURELY: Final = 0.7
"""How near a name is for which no other one can be meant."""

_FEW: Final = 14
"""How many names a hint lists."""

_STEP: Final = re.compile(r"roles\..+\.leads_to\.")
"""Where the next job of a role is named by an id alone."""


def unknown_ids(
    references: Sequence[Reference],
    sections: Sections,
    broken: Container[tuple[str, str]] = frozenset(),
    *,
    of_guide: bool = False,
) -> Iterator[Fault]:
    """References to ids that no guide in effect has, the first ones with the nearest id.

    Args:
        references: All of them.
        sections: The records in effect.
        broken: The section and id of records that are at fault themselves.
        of_guide: Whether they stand in a guide, which may have the records in another file.
    """
    # Each id is looked up once: there are four references to it, and looking further down costs.
    named = {(section, identifier) for section, identifier, *_ in references}
    unknown = {
        key for key in named if key not in broken and key[1] not in getattr(sections, key[0])
    }
    if not unknown:
        return
    left = COMPARED
    for each in references:
        section, identifier, node, path, _ = each
        if (section, identifier) not in unknown:
            continue
        names = _meant(section, path, sections) if left > 0 else []
        left -= len(names)
        text = N_("“{id}” is not in “{section}”")
        found = Message(text, {"id": identifier, "section": section})
        hint = _hint(each, names, sections, of_guide=of_guide) if names else None
        yield node.place.fault(path, found, hint=hint)


def _meant(section: str, path: str, sections: Sections) -> list[str]:
    """The ids that a reference may have; of families, those of the section that it stands in."""
    ids = [*getattr(sections, section)]
    of = path.partition(".")[0]
    grouped = {family for family in sections.families if sections.families[family].of == of}
    return [i for i in ids if i in grouped] or ids if section == "families" else ids


def _hint(
    reference: Reference, names: Sequence[str], sections: Sections, *, of_guide: bool
) -> Message | None:
    """The id that was meant; else how a job is written that is none, or which ids there are."""
    from difflib import get_close_matches  # only for what is wrong

    identifier = reference.id
    by_name = called(identifier, getattr(sections, reference.section))
    if meant := disguised(reference.node, names) or by_name:
        return meant
    surely = get_close_matches(identifier, names, n=1, cutoff=_SURELY)
    surely = surely or [name for name in names if identifier in name.split("-")][:1]
    if surely:
        return Message(N_("did you mean “{name}”?"), {"name": surely[0]})
    told = _listed(reference.section, of_guide=of_guide) if len(names) > _FEW else None
    return _in_words(reference) or told or _known(identifier, names)


def _in_words(reference: Reference) -> Message | None:
    """How a job is written that is no role, where one may stand."""
    if _STEP.match(reference.path):
        text = N_("a job that is no role of the guide goes under “beyond”, as in {example}")
        return Message(text, {"example": f"beyond: {in_quotes(reference.id)}"})
    if not reference.in_words:
        return None
    text = N_("a job that is no role of the guide is written {example}; {command} lists those")
    values = {"example": in_words(reference.id), "command": SECTIONS["roles"].listing}
    return Message(text, values)


def _listed(section: str, *, of_guide: bool) -> Message | None:
    """The command that lists the ids of a section; in a guide, also how one of its own is made."""
    told = listed(section)
    if told is None or not of_guide or not (making := SECTIONS[section].making):
        return told
    text = N_(
        "{command} lists them; one of your own is made with {making}, and files in one folder are "
        "checked together if you give {check} the folder"
    )
    return Message(text, {**told.arguments, "making": making, "check": "roleguide check"})


def _known(identifier: str, names: Sequence[str]) -> Message:
    """The ids there are, the likeliest first; of many, those alone."""
    likeliest = sorted(names, key=lambda name: -_likeness(identifier, name))
    shown = [*likeliest[:_FEW], *(["…"] if likeliest[_FEW:] else [])]
    return Message(N_("there is {names}"), {"names": ", ".join(shown)})


def _likeness(identifier: str, name: str) -> float:
    """How likely a name is meant: by its letters, and sooner if it begins alike."""
    from difflib import SequenceMatcher

    alike = SequenceMatcher(None, name, identifier, autojunk=False).ratio()
    return alike + (name[:2] == identifier[:2])


def circular_moves(roles: Mapping[str, Role], written: Located) -> Iterator[Fault]:
    """Circles of moves `up` in which the roles written here have a part, each reported once."""
    done: set[str] = set()
    for start in written:
        for loop in _circles(start, roles, done):
            at = next((role for role in loop if role in written), None)
            if at:
                path, way = f"roles.{at}.leads_to", " → ".join(loop)
                found = Message(N_("“up” goes round in a circle: {way}"), {"way": way})
                text = N_("one of these moves must be “side” or “switch”, such as {move}")
                hint = Message(text, {"move": f"{path}.{loop[loop.index(at) + 1]}"})
                yield key_of(at, written[at]).place.fault(path, found, hint=hint)


def _circles(start: str, roles: Mapping[str, Role], done: set[str]) -> Iterator[list[str]]:
    """The circles that are found from a role by a depth-first search, without recursion."""
    trail: list[str] = []
    onward: list[Iterator[str]] = []
    todo = iter([start])
    while True:
        role = next(todo, None)
        if role is None:
            if not trail:
                return
            done.add(trail.pop())
            todo = onward.pop()
        elif role in trail:
            yield [*trail[trail.index(role) :], role]
        elif role not in done and role in roles:
            trail.append(role)
            onward.append(todo)
            todo = iter(
                [u for u, s in roles[role].leads_to.items() if s.move == "up" and u != role]
            )


def misnamed_pairs(pairs: Mapping[str, Pair], written: Located) -> Iterator[Fault]:
    """Pairs whose id does not name their two roles; they would never be found."""
    for identifier, pair in pairs.items():
        expected = "--".join(sorted(pair.difference))
        if len(pair.difference) == 2 and identifier != expected:
            found = Message(N_("the id “{key}”"), {"key": identifier})
            allowed = Message(N_("“{value}”"), {"value": expected})
            hint = Message(N_("write {example}"), {"example": expected})
            place = key_of(identifier, written[identifier]).place
            yield place.fault(f"pairs.{identifier}", found, allowed=allowed, hint=hint)


def self_references(
    roles: Mapping[str, Role], references: Iterable[Reference], written: Located
) -> Iterator[Fault]:
    """Roles that name themselves as a neighbour, perhaps with what they take over.

    Args:
        roles: The roles.
        references: All references.
        written: The roles as written.
    """
    for section, identifier, node, path, _ in references:
        if section != "roles" or identifier not in roles:
            continue
        prefix = f"roles.{identifier}."
        if not path.startswith(prefix):
            continue
        field = re.split(r"[.\[]", path[len(prefix) :])[0]
        if field in Role._fields:  # otherwise the prefix is part of a longer id
            key = key_of(identifier, written[identifier])
            own = node if node.source.name == key.source.name else key
            text = N_("take it out of {place}, or write there whom this role has to do with")
            hint = Message(text, {"place": prefix + field})
            yield own.place.fault(path, Message(N_("the role refers to itself")), hint=hint)


def missing_fields(roles: Located) -> Iterator[Fault]:
    """Warnings for fields that comparisons show, and that are not written."""
    for identifier, (at, node) in sorted(roles.items()):
        written = node.entries if isinstance(node, MappingNode) else {}
        missing = [field for field in _COMPARED_FIELDS if _is_empty(written.get(field))]
        if written and missing:
            text, names = N_("without {names}, comparisons say less"), ", ".join(missing)
            found, place = Message(text, {"names": names}), node.source.place(at)
            yield place.fault(f"roles.{identifier}", found, warning=True)


_COMPARED_FIELDS: Final = ("definition", "stage", "examples")


def _is_empty(entry: tuple[int, Node] | None) -> bool:
    """Whether nothing is written in a field."""
    return entry is None or (isinstance(entry[1], MappingNode) and not entry[1].entries)
