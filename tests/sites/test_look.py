"""A company's own name, words, colours and logo; what could not be seen is a fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.conftest import Run
from views.answers import bakery

from roleguide.cli.commands.site import look_of
from roleguide.reading.colours import DARK, contrast, ink, lightened
from roleguide.site.contents import Contents
from roleguide.site.files import files
from roleguide.site.shell import File, Site
from sites.building import BOTH

LOGO = File("assets/loaf.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>")


def built() -> dict[str, str]:
    site = Site(Contents(bakery(), "written"), BOTH, look=look_of(bakery()), logo=LOGO)
    return {file.path: file.content.decode() for file in files(site)}


def test_each_page_has_the_name_the_logo_and_the_foot() -> None:
    site = built()
    page = site["fr/roles/baker.html"]
    assert (
        '<img src="../../assets/loaf.svg" alt=""><span>Métiers de la boulangerie</span></a>' in page
    )
    assert "<p>Pour le personnel de la boulangerie.</p>" in page
    assert "Who does what before the shop opens." in site["index.html"]
    assert site["assets/loaf.svg"] == LOGO.content.decode()


def test_the_colours_come_after_those_of_the_style_sheet() -> None:
    style = built()["assets/site.css"]
    assert style.rstrip().endswith(
        ":root { --accent: #8a4b12; --on-accent: #ffffff; }\n"
        "@media (prefers-color-scheme: dark) { :root { --accent: #e0a868; --on-accent: #000000; } }"
    )


@pytest.mark.parametrize("colour", ["#000000", "#8a4b12", "#1d6b57", "#0000ff", "#ffffff"])
def test_words_on_a_colour_are_read_and_a_shade_is_seen_in_the_dark(colour: str) -> None:
    assert contrast(colour, ink(colour)) >= 4.5
    assert contrast(lightened(colour), DARK) >= 3


def test_black_on_white_is_the_most_there_is() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('colour: "#ffee00"', "on #ffffff its contrast is 1.2; at least 3 is needed to be seen"),
        ('dark: "#222222"', "on #16181c its contrast is 1.1; at least 3 is needed to be seen"),
        ("colour: red", "“red”; allowed:"),
        ("logo: ../secret.svg", "“../secret.svg”; allowed:"),
        ("logo: script.js", "“script.js”; allowed:"),
    ],
)
def test_what_cannot_be_seen_or_lies_elsewhere_is_a_fault(
    inside: Run, tmp_path: Path, line: str, said: str
) -> None:
    (tmp_path / "acme.yaml").write_text(f"guide: {{id: acme}}\nsite: {{acme: {{{line}}}}}\n")
    answer = inside("check", "acme.yaml")
    assert answer.code == 1
    assert said in answer.out


def test_a_logo_that_is_not_there_is_told(inside: Run, tmp_path: Path) -> None:
    (tmp_path / "acme.yaml").write_text("guide: {id: acme}\nsite: {acme: {logo: logo.png}}\n")
    command = ("site", "public", "--guide", "acme.yaml", "--lang", "en", "--pairs", "written")
    answer = inside(*command)
    assert answer.code == 2
    assert answer.err.startswith("logo.png: No such file")
    (tmp_path / "logo.png").write_bytes(b"x")
    assert inside(*command).code == 0
