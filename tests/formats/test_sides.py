"""Whose words these are stands beside them in every format, without colour."""

from __future__ import annotations

import re
from html import unescape

import pytest

from formats.drawing import DOCUMENTS, render
from roleguide.language import Language
from roleguide.views.document import Document, Prose

BLOCKS = (
    Prose("Opens conversations.", "lead", "left", "Ops"),
    Prose("Keeps them going.", "lead", "right", "Director"),
    Prose("Signs.", "lead", "right"),
    Prose("The Director signs.", "lead", "right"),
)


def lines(form: str) -> list[str]:
    """The lines of a document of two sides, without tags and emphasis."""
    document = Document("Two", Language("en"), BLOCKS, ("Ops", "Director"))
    drawn = re.sub(r"<style>.*</style>|<[^>]*>|[*\\]", "", render(form, document), flags=re.DOTALL)
    return [line for line in unescape(drawn).splitlines() if line]


@pytest.mark.parametrize("form", [form for form in DOCUMENTS if form != "plain"])
def test_a_mark_and_the_name_stand_before_what_a_side_says(form: str) -> None:
    said = lines(form)
    for line in (
        "− Ops: Opens conversations.",
        "+ Director: Keeps them going.",
        "+ Signs.",
        "+ The Director signs.",
    ):
        assert line in said


def test_ears_hear_the_name_once() -> None:
    assert lines("plain") == [
        "Ops: Opens conversations.",
        "Director: Keeps them going.",
        "Director: Signs.",
        "The Director signs.",
    ]
