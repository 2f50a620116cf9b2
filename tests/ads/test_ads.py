"""Advertisements are read by their tasks, whatever stands around them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roleguide.ads import read
from roleguide.ads.result import Ad
from roleguide.ads.sentences import LONGEST_SENTENCE, MOST, taken_apart
from roleguide.catalog import Catalog

TEXTS = Path(__file__).parent / "texts"
SELLER = (TEXTS / "seller-as-director.txt").read_text(encoding="utf-8")
RENEWALS = (TEXTS / "renouvellements.md").read_text(encoding="utf-8")
NURSE = (TEXTS / "nurse.txt").read_text(encoding="utf-8")

PRAISE = """
Who we are: since its creation Acme has been a world leader that closes deals and renews contracts.
We are an equal opportunity employer and manage a team without regard to sexual orientation.
Nos valeurs : prospection, négociation, renouvellement.
"""

PRAISED = [
    """Account Manager

Acme is the leading platform for sales teams that close deals with new customers.
Our customers renew their contracts and expand year after year.
We help sellers prospect, qualify leads and win new business.
Our product gives sales leaders a pipeline and forecast they trust.
Our partners resell our software to large enterprises.
""",
    """Responsable grands comptes

Notre société est le leader de la prospection commerciale en Europe.
Nos clients signent de nouveaux contrats grâce à nos équipes de vente.
Nous aidons les commerciaux à qualifier leurs prospects et à conclure leurs ventes.
Nos partenaires revendent nos logiciels à de grands comptes.
""",
]
"""Advertisements of a company that say nothing of what one does."""


def ids(ad: Ad) -> list[str]:
    return [fit.entry.id for fit in ad.fits]


def score(ad: Ad, role: str) -> float:
    return next((fit.score for fit in ad.fits if fit.entry.id == role), 0)


def test_a_title_that_says_another_job_than_the_tasks_is_called_so(catalog: Catalog) -> None:
    ad = read(catalog, SELLER)
    assert ids(ad)[0] in ("business-developer", "account-executive")
    assert [entry.id for entry in ad.titled] == ["sales-director"]
    assert ad.mistitled is True
    assert [level.low for level in ad.levels if level] == ["director", "professional"]
    assert {"pay", "reports_to"} <= {*ad.missing}
    assert "target" not in ad.missing
    assert ad.ask


def test_a_plain_advertisement_is_its_role_by_its_sentences(catalog: Catalog) -> None:
    ad = read(catalog, RENEWALS)
    assert (ad.verdict, ids(ad)[0], ad.mistitled) == ("sure", "renewals-manager", False)
    assert {"pay", "contract", "reports_to"}.isdisjoint(ad.missing)
    lines = RENEWALS.splitlines()
    for fit in ad.fits:
        for each in fit.evidence:
            assert each.sentence in lines[each.line - 1]


def test_another_trade_and_a_few_words_are_no_role(catalog: Catalog) -> None:
    nurse = read(catalog, NURSE)
    assert (nurse.verdict, nurse.fits, nurse.mistitled) == ("none", (), None)
    assert read(catalog, "Account Manager\nYou renew contracts.").verdict == "short"
    assert read(catalog, "").verdict == "short"


@pytest.mark.parametrize("text", PRAISED, ids=["en", "fr"])
def test_praise_of_the_company_alone_is_no_role(catalog: Catalog, text: str) -> None:
    ad = read(catalog, text)
    assert (ad.verdict, ad.fits, ad.mistitled) == ("none", (), None)


@pytest.mark.parametrize("name", ["Zentravia", "Join Zentravia"])
def test_what_the_company_does_is_no_task(catalog: Catalog, name: str) -> None:
    praise = f"""Account Manager

{name}
Zentravia helps sales teams prospect and close deals with new customers.
Zentravia gives sellers a pipeline and a forecast they trust.
Zentravia renews thousands of contracts every year for large enterprises.
Zentravia sells its software through partners in ten countries.
"""
    assert read(catalog, praise).fits == ()
    assert read(catalog, praise.replace("Zentravia ", "Daily ")).fits


@pytest.mark.parametrize("text", [SELLER, RENEWALS], ids=["en", "fr"])
def test_the_order_of_tasks_does_not_matter(catalog: Catalog, text: str) -> None:
    lines = text.strip().splitlines()
    # One below another, up to the next heading.
    first = next(at for at, line in enumerate(lines) if line.startswith(("- ", "* ")))
    tasks = [*range(first, lines.index("", first))]
    assert len(tasks) > 3
    ad = read(catalog, text)
    for seed in range(3):
        others = [*tasks]
        random.Random(seed).shuffle(others)  # noqa: S311 — no secret
        moved = dict(zip(tasks, others, strict=True))
        shuffled = [lines[moved.get(at, at)] for at in range(len(lines))]
        assert shuffled != lines
        other = read(catalog, "\n".join(shuffled))
        assert [(f.entry.id, f.score) for f in other.fits] == [
            (f.entry.id, f.score) for f in ad.fits
        ]
        assert (other.verdict, other.mistitled, other.missing) == (
            ad.verdict,
            ad.mistitled,
            ad.missing,
        )


@pytest.mark.parametrize("text", [SELLER, RENEWALS], ids=["en", "fr"])
def test_praise_and_formalities_change_nothing(catalog: Catalog, text: str) -> None:
    ad, other = read(catalog, text), read(catalog, text + PRAISE)
    assert (ad.verdict, ad.mistitled) == (other.verdict, other.mistitled)
    assert [(f.entry.id, f.score) for f in ad.fits] == [(f.entry.id, f.score) for f in other.fits]


def test_saying_the_same_again_changes_nothing(catalog: Catalog) -> None:
    assert ids(read(catalog, SELLER)) == ids(read(catalog, SELLER + SELLER * 50))
    assert read(catalog, SELLER).fits[0].score == read(catalog, SELLER + SELLER).fits[0].score


def test_tasks_of_another_role_move_the_verdict_towards_it(catalog: Catalog) -> None:
    tasks = [line for line in RENEWALS.splitlines() if line.startswith("* ")]
    before = read(catalog, SELLER)
    after = read(catalog, "\n".join([SELLER, *tasks]))
    assert score(after, "renewals-manager") > score(before, "renewals-manager")
    title, _, rest = SELLER.partition("\n")
    only = read(catalog, "\n".join([title, *tasks, rest.split("Your tasks")[0]]))
    assert ids(only)[0] == "renewals-manager"


def test_a_saved_page_is_read_without_its_scripts(catalog: Catalog) -> None:
    lines = SELLER.strip().splitlines()
    page = (
        "<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body>"
        f"<h1>{lines[0]}</h1><script>const renew = 'contracts to renew';</script>\n"
        + "\n".join(f"<p>{line}</p>" for line in lines[1:])
        + "</body></html>"
    )
    ad, other = read(catalog, page), read(catalog, SELLER)
    assert ad.title.title == other.title.title
    assert [(f.entry.id, f.score) for f in ad.fits] == [(f.entry.id, f.score) for f in other.fits]
    assert not any("renew" in each.text for each in taken_apart(page).sentences)


@pytest.mark.parametrize(
    "text",
    [
        "\x00\x1b[31m\u202e" * 5_000,
        "a" * 200_000,
        "close deals " * 16_000,
        "<div>" * 40_000,
        "<script>" + "x" * 199_000,
        "<p>" + "<!--" * 50_000,
        "<p><" + "a" * 199_000,
        "\n".join(f"close deals number {n}" for n in range(9_000)),
        "é " * 100_000,
        "&amp;" * 40_000 + "<p>",
    ],
    ids=range(10),
)
def test_a_hostile_text_is_read_and_shows_nothing_unseen(catalog: Catalog, text: str) -> None:
    whole = taken_apart(text)
    assert len(whole.sentences) <= MOST
    assert all(len(each.text) <= LONGEST_SENTENCE for each in whole.sentences)
    assert not any("\x1b" in each.text or "\u202e" in each.text for each in whole.sentences)
    read(catalog, text)


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    taken_apart(text)
