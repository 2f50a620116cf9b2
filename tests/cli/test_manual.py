"""The manual page and the command reference: current, complete, and sound in their own formats."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import manual
import pytest
import reference

from cli.conftest import COMMANDS
from roleguide.cli.help import TOPICS
from roleguide.cli.help.layout import sentence
from roleguide.cli.help.pages import explained
from roleguide.cli.help.topics import blocks
from roleguide.cli.spec import SPEC
from roleguide.language import Language
from roleguide.language_tags import LANGUAGES

PAGE = manual.ROOT / "man" / "roleguide.1"
GROFF = pytest.mark.skipif(not shutil.which("groff"), reason="groff is not installed")
MAN = pytest.mark.skipif(
    not (shutil.which("man") and shutil.which("lexgrog")), reason="man-db is not installed"
)


def rendered(*arguments: str) -> str:
    """What a program makes of the manual page, without a word on standard error."""
    done = subprocess.run(
        [*arguments, str(PAGE)],
        capture_output=True,
        encoding="utf-8",
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "80"},
        check=True,
    )
    assert done.stderr == ""
    return done.stdout


def of_reference(language: str) -> str:
    return (manual.ROOT / "docs" / f"reference.{language}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", manual.pages(), ids=lambda path: path.name)
def test_the_page_is_current(path: Path) -> None:
    """`make manual` writes it anew."""
    assert path.read_text(encoding="utf-8") == manual.pages()[path]


def test_no_page_is_left_over() -> None:
    there = {*(manual.ROOT / "man").iterdir(), *(manual.ROOT / "docs").glob("reference.*")}
    assert there == set(manual.pages())


@GROFF
@pytest.mark.parametrize("device", ["ascii", "utf8"])
def test_groff_has_no_complaint(device: str) -> None:
    assert rendered("groff", "-man", "-ww", "-z", f"-T{device}") == ""


@GROFF
def test_the_manual_shows_what_is_typed_as_it_is_typed() -> None:
    text = rendered("groff", "-man", "-Tascii", "-P-cbou")
    for name, command in SPEC.commands.items():
        assert re.search(rf"^ +{name}", text, re.MULTILINE)
        for option in (*command.options, *SPEC.common):
            assert f"  {', '.join(option.names)}" in text
    flat = re.sub(r"\s+", " ", text)
    for command in COMMANDS.values():
        for example in command.examples:
            assert example in flat
    for topic in TOPICS:
        for block in blocks(topic):
            assert all(f"   {name}" in text for name in block.entries)
            assert all(f"   {line}\n" in text for line in block.yaml.splitlines())


@MAN
def test_man_shows_the_page_and_apropos_finds_it() -> None:
    text = rendered("man", "-l")
    for heading in ("NAME", "SYNOPSIS", "OPTIONS", "EXIT STATUS", "ENVIRONMENT", "FILES"):
        assert f"\n{heading}\n" in re.sub(".\b|\x1b\\[[0-9;]*m", "", text)
    assert f'"roleguide - {manual.NAME}"' in rendered("lexgrog")


def test_the_manual_is_ascii_and_no_text_is_a_request() -> None:
    text = PAGE.read_bytes()
    assert text.isascii()
    requests = {line.split()[0] for line in text.decode().splitlines() if line[:1] in (".", "'")}
    known = {"TH", "SH", "SS", "TP", "PP", "RS", "RE", "nf", "fi", "nh", "ad", '\\"'}
    assert requests == {f".{name}" for name in known}


def test_a_hyphen_of_the_manual_can_be_copied() -> None:
    """A bare one may become another character, which no shell takes for an option's."""
    body = PAGE.read_text(encoding="ascii").partition(".SH NAME")[2]
    assert not re.search(r"(?<!\\)-", body)


@GROFF
@pytest.mark.parametrize(
    "text",
    [
        r"a \fB and \n(.x and \*[y]",
        ".so /etc/hostname",
        "'br is no request",
        "--only, \"quoted\" and 'single', `back`, ^ and ~/",
        "A sentence. .TH is not a second one.",
    ],
)
def test_what_roff_would_obey_is_shown(tmp_path: Path, text: str) -> None:
    page = tmp_path / "page.1"
    page.write_text(f".TH X 1\n.SH Y\n{manual.prose(text)}\n{manual.roff(text)}\n")
    done = subprocess.run(
        ["groff", "-man", "-ww", "-Tascii", "-P-cbou", str(page)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stderr == ""
    assert re.sub(r"\s+", " ", done.stdout).count(text) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reference_has_every_command_option_and_topic(language: str) -> None:
    text = of_reference(language)
    headings = re.findall("^## `(.*)`$", text, re.MULTILINE)
    assert headings == [
        *(f"roleguide {name}" for name in COMMANDS),
        *(f"roleguide help {topic}" for topic in TOPICS),
    ]
    for command in SPEC.commands.values():
        for option in (*command.options, *SPEC.common):
            assert f"- `{', '.join(option.names)}" in text
    for command in COMMANDS.values():
        assert all(f"\n{example}\n" in text for example in command.examples)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_of_the_reference_leads_somewhere(language: str) -> None:
    text = of_reference(language)
    anchors = {reference.anchor(h) for h in re.findall("^## `(.*)`$", text, re.MULTILINE)}
    for target in re.findall(r"\]\(([^)]*)\)", text):
        file, _, place = target.partition("#")
        assert not file or (manual.ROOT / "docs" / file).exists()
        assert not place or place in anchors


def test_no_english_is_left_in_the_french_reference(french: Language) -> None:
    text = of_reference("fr")
    for command in SPEC.commands.values():
        told = [explained(manual.ENGLISH, each) for each in (*command.parameters, *SPEC.common)]
        for english in (command.summary, *told):
            assert reference.marked(english).lower() not in text.lower()
    for command in COMMANDS.values():
        assert f"\n{reference.marked(sentence(french.say(command.summary)))}\n" in text
