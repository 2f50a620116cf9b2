"""The interface's words: nothing missing, nothing stale, the same places, French typography."""

from __future__ import annotations

import gettext
import re
import string
from collections.abc import Callable
from functools import cache
from pathlib import Path

import babel.messages.catalog
import messages
import pytest
from babel.messages.catalog import Catalog

from roleguide.language import Language

CATALOGUES = sorted(messages.LOCALE.glob("*/LC_MESSAGES/*.po"))
FRENCH = messages.LOCALE / "fr" / "LC_MESSAGES" / "roleguide.po"

TRANSLATIONS = [
    (one, other)
    for message in messages.read(FRENCH)
    if message.id
    for one, other in zip(
        [message.id] if isinstance(message.id, str) else message.id,
        [message.string] if isinstance(message.string, str) else message.string or (),
        strict=True,
    )
]


@cache
def source_ids() -> set[object]:
    """The sentences of the source."""
    return {message.id for message in messages.extracted() if message.id}


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_there_is_a_catalogue() -> None:
    assert CATALOGUES == [FRENCH]
    assert len(source_ids()) > 200


def test_no_sentence_is_missing_or_stale() -> None:
    ids = {m.id for m in messages.read(FRENCH) if m.id}
    assert ids == source_ids()


def test_the_compiled_catalogue_is_current() -> None:
    catalogue = messages.read(FRENCH)
    assert FRENCH.with_suffix(".mo").read_bytes() == messages.compiled(catalogue)
    assert FRENCH.read_bytes() == messages.written(catalogue)


@pytest.mark.parametrize("form", [messages.compiled, messages.written])
def test_a_catalogue_does_not_depend_on_the_version_of_the_tool(
    form: Callable[[Catalog], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = form(messages.read(FRENCH))
    monkeypatch.setattr(babel.messages.catalog, "VERSION", "99.0")
    assert form(messages.read(FRENCH)) == before


def test_the_compiled_catalogue_says_what_the_written_one_says() -> None:
    catalogue = messages.read(FRENCH)
    with FRENCH.with_suffix(".mo").open("rb") as file:
        translations = gettext.GNUTranslations(file)
    for message in catalogue:
        match message.id:
            case "":
                continue
            case str(text):
                assert translations.gettext(text) == message.string
            case (one, many):
                found = [translations.ngettext(one, many, n) for n in (1, 2)]
                assert found == [*(message.string or ())]


def test_every_sentence_is_translated_with_the_same_places() -> None:
    assert not {one: french for one, french in TRANSLATIONS if not french.strip()}
    assert not {one: french for one, french in TRANSLATIONS if places(one) != places(french)}


@pytest.mark.parametrize("side", [0, 1])
def test_names_are_asked_for_in_forms_that_the_language_has(side: int) -> None:
    forms = {
        form
        for sentence in TRANSLATIONS
        for _, name, form, _ in string.Formatter().parse(sentence[side])
        if name and form
    }
    assert forms <= set(Language(("en", "fr")[side]).forms)


@pytest.mark.parametrize(
    ("good", "bad", "rule"),
    [
        pytest.param("l’ami", "l'ami", "'", id="apostrophe"),
        pytest.param("Oui\u202f!", "Oui !", "(?<!\u202f)[;!?]", id="U+202F before ; ! ?"),
        pytest.param("a\u00a0: b", "a : b", "(?<=\\w)(?<!\u00a0):(?!//)| :", id="U+00A0 before :"),
        pytest.param("«\u00a0a\u00a0»", "« a »", "«(?!\u00a0)|(?<!\u00a0)»", id="inside « »"),
        pytest.param("a… b", "a...  b", "  |\\.\\.\\.", id="spaces and dots"),
    ],
)
def test_french_typography(good: str, bad: str, rule: str) -> None:
    assert not re.search(rule, good)
    assert re.search(rule, bad)
    said = {one: re.sub(r"{(\w+):\w+}", r"{\1}", french) for one, french in TRANSLATIONS}
    assert not {one: french for one, french in said.items() if re.search(rule, french)}


def test_a_missing_sentence_would_be_seen(tmp_path: Path) -> None:
    """Break it once: a catalogue that lost a sentence is not the source's any more."""
    catalogue = messages.read(FRENCH)
    catalogue.delete("Skills")
    path = tmp_path / "roleguide.po"
    path.write_bytes(messages.written(catalogue))
    assert {m.id for m in messages.read(path) if m.id} != source_ids()
    messages.update(path)
    restored = messages.read(path)
    assert restored["Skills"].string == ""
