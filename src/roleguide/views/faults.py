"""What is wrong with guides, as lines beside an editor or as what GitHub shows beside the code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from roleguide.errors import Fault
from roleguide.language import N_, Language, Message, visible
from roleguide.views.document import Document, Heading, Lines, Table

_HEADS: Final = ("file", "line", "column", "path", "severity", "found", "allowed", "hint")

_ANNOTATED: Final = 10
"""Annotations of a kind that GitHub shows for a step; it drops the others without a word."""


def faults_view(
    found: Sequence[Fault], names: Sequence[str], language: Language, notes: Sequence[Message] = ()
) -> Document:
    """The faults as lines, how many there are, and what else is to be said.

    Args:
        found: The faults.
        names: What was checked.
        language: The language of the reader.
        notes: Sentences that stand after the count.
    """
    title = _verdict(found, names, language)
    blocks = [Lines(tuple(fault.lines(language))) for fault in found]
    table = Table(_HEADS, tuple(_row(fault, language) for fault in found))
    said = [Lines((language.tell(note),)) for note in notes]
    return Document(title, language, (*blocks, Heading(title), *said), table=table)


def annotations_view(found: Sequence[Fault], names: Sequence[str], language: Language) -> Document:
    """The faults as GitHub's commands, the first ten of each kind; the others are counted."""
    document = faults_view(found, names, language)
    lines = (*_annotations(found, language), document.title)
    return document._replace(blocks=(Lines(lines),))


def _verdict(found: Sequence[Fault], names: Sequence[str], language: Language) -> str:
    """How many faults there are, and where."""
    errors = sum(not fault.warning for fault in found)
    warnings = len(found) - errors
    if errors:
        verdict = language.count("{n} fault", "{n} faults", errors)
    else:
        verdict = language.say(N_("No faults"))
    if warnings:
        more = language.count("{n} warning", "{n} warnings", warnings)
        verdict = language.listing([verdict, more])
    where = language.listing(names)
    return language.say(N_("{verdict} in {names}"), verdict=verdict, names=where)


def _row(fault: Fault, language: Language) -> tuple[str, ...]:
    severity = "warning" if fault.warning else "error"
    said = (
        language.tell(each) if each else "" for each in (fault.found, fault.allowed, fault.hint)
    )
    return fault.file, str(fault.line), str(fault.column), fault.path, severity, *said


def _annotations(found: Sequence[Fault], language: Language) -> Iterator[str]:
    for warning, kind in ((False, "error"), (True, "warning")):
        faults = [fault for fault in found if fault.warning == warning]
        yield from (_annotation(fault, kind, language) for fault in faults[:_ANNOTATED])
        if (rest := len(faults) - _ANNOTATED) > 0:
            more = language.count("{n} more, not shown here", "{n} more, not shown here", rest)
            yield f"::notice::{_escaped(more)}"


def _annotation(fault: Fault, kind: str, language: Language) -> str:
    """A fault as `::error file=…,line=…,col=…::what is wrong`."""
    says = [language.tell(fault.found)]
    if fault.allowed:
        says.append(language.say(N_("allowed: {allowed}"), allowed=language.tell(fault.allowed)))
    if fault.hint:
        says.append(language.tell(fault.hint))
    where = {"file": fault.file, "line": fault.line, "col": fault.column, "title": fault.path}
    places = ",".join(
        f"{key}={_escaped(str(value), ':,')}" for key, value in where.items() if value
    )
    return f"::{kind} {places}::{_escaped(language.clauses(says))}"


def _escaped(text: str, more: str = "") -> str:
    """A text in which GitHub finds no sign of its own."""
    signs = f"%\r\n{more}"
    return "".join(f"%{ord(c):02X}" if c in signs else c for c in visible(text))
