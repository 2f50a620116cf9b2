"""What a title was read as, said on the page it led to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roleguide.catalog import Catalog
from roleguide.language import N_, Language, Message
from roleguide.titles import TitleReading
from roleguide.views.document import Document, Heading, Prose


def read_as(document: Document, readings: Sequence[Message]) -> Document:
    """A document that begins with what titles were read as; its rows say it beside them."""
    said = tuple(Prose(document.language.tell(message), tone="quiet") for message in readings)
    table = document.table
    if table and table.note is None:
        table = table._replace(note=_together(readings))
    head = document.blocks[:1] if isinstance(document.blocks[0], Heading) else ()
    rest = document.blocks[len(head) :]
    return document._replace(blocks=(*head, *said, *rest), table=table)


def reading_said(reading: TitleReading, catalog: Catalog, language: Language) -> Message:
    """What a title was read as, and what was left aside: *Read as SDR; left aside: EMEA.*."""
    role = catalog.title("roles", reading.role or "", language)
    aside = ", ".join(part.text for part in reading.aside)
    corrected = ", ".join(fixed(reading, language))
    text = N_("Read as {role}.")
    if aside and corrected:
        text = N_("Read as {role}, {fixed}; left aside: {aside}.")
    elif aside:
        text = N_("Read as {role}; left aside: {aside}.")
    elif corrected:
        text = N_("Read as {role}, {fixed}.")
    return Message(text, {"role": role, "aside": aside, "fixed": corrected})


def fixed(reading: TitleReading, language: Language) -> Iterator[str]:
    """The corrected words, each with the word that it was read as."""
    for correction in reading.corrections:
        yield language.say(
            N_("“{found}” being taken for “{form}”"), found=correction.found, form=correction.form
        )


def _together(readings: Sequence[Message]) -> Message:
    """Several sentences as one message."""
    if len(readings) == 1:
        return readings[0]
    places = {f"s{at}": reading for at, reading in enumerate(readings)}
    return Message(" ".join(f"{{{name}}}" for name in places), places)
