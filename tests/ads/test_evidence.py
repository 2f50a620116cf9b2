"""Only duties are quoted, each once, for a role that does what they tell of."""

from __future__ import annotations

from pathlib import Path

import pytest

from roleguide.ads import read
from roleguide.ads.evidence import activities_told, is_duty
from roleguide.ads.gathering import Said, gather
from roleguide.ads.phrases import Phrases, infinitive, phrase_stems
from roleguide.ads.result import Ad
from roleguide.ads.sentences import taken_apart
from roleguide.ads.words import Words
from roleguide.catalog import Catalog
from roleguide.formats import Page, plain
from roleguide.language import Language
from roleguide.model import OWNING_OR_DOING
from roleguide.views.ad import ad_view

TEXTS = Path(__file__).parent / "texts"
SELLER = (TEXTS / "seller-as-director.txt").read_text(encoding="utf-8")
RENEWALS = (TEXTS / "renouvellements.md").read_text(encoding="utf-8")

SCHEDULER = """Account Executive

As an Account Executive you will close new business.
We close deals for our customers and negotiate contracts with procurement.

Your tasks
- Run discovery calls and demonstrate the product to shops and clinics.
- Negotiate contracts with procurement and close new business every quarter.
- Forecast your pipeline every Friday, deal by deal.

What you bring
- Three years of experience in closing deals and negotiating contracts.
- Ability to close new business under pressure.
"""


def drawn(ad: Ad, catalog: Catalog, language: Language) -> str:
    return plain.render(ad_view(ad, catalog, language, None), Page(200))


def quotes(ad: Ad) -> list[str]:
    return [each.sentence for fit in ad.fits for each in fit.evidence]


def test_duties_are_quoted_that_tell_of_an_activity(catalog: Catalog) -> None:
    ad = read(catalog, SCHEDULER)
    assert ad.fits[0].entry.id == "account-executive"
    said = {each.sentence.split()[0]: each.activity for each in ad.fits[0].evidence}
    assert said == {"Run": "demo", "Negotiate": "closing", "Forecast": "sales-forecast"}


@pytest.mark.parametrize("begin", ["As an", "We close", "Three years", "Ability"])
def test_what_one_brings_and_praise_and_the_title_are_not(catalog: Catalog, begin: str) -> None:
    assert begin in SCHEDULER
    assert not any(sentence.startswith(begin) for sentence in quotes(read(catalog, SCHEDULER)))


def test_a_sentence_that_only_repeats_the_title_is_no_evidence(catalog: Catalog) -> None:
    forecast = "Forecast your pipeline every Friday, deal by deal."
    named = SCHEDULER.replace("Account Executive", "Pipeline Forecast", 1)
    ads = read(catalog, SCHEDULER), read(catalog, named)
    assert [ad.fits[0].entry.id for ad in ads] == ["account-executive"] * 2
    assert [forecast in quotes(ad) for ad in ads] == [True, False]


@pytest.mark.parametrize("text", [SELLER, RENEWALS, SCHEDULER], ids=["en", "fr", "plain"])
def test_each_is_quoted_once_for_whoever_does_it(catalog: Catalog, text: str) -> None:
    ad, words = read(catalog, text), Words(catalog)
    assert len(quotes(ad)) == len({*quotes(ad)}) > 0
    first = words.parts[ad.fits[0].entry.id]
    for at, fit in enumerate(ad.fits):
        for each in fit.evidence:
            assert words.parts[fit.entry.id][each.activity] in OWNING_OR_DOING
            assert not at or first.get(each.activity) not in OWNING_OR_DOING


@pytest.mark.parametrize(
    ("text", "duty"),
    [
        ("Close deals with shops and clinics of the region.", True),
        ("Shops, clinics and offices", False),
        ("We close deals with shops, clinics, schools and libraries of the region.", False),
        ("You close deals and are able to negotiate with shops and clinics.", False),
        ("Fermer les affaires avec les boutiques ; cinq ans d’expérience exigés.", False),
    ],
)
def test_a_duty_is_known_by_its_words(catalog: Catalog, text: str, *, duty: bool) -> None:
    said = Said(1, text, 1.0, 1.0, {}, leads=False)
    assert is_duty(said, Words(catalog)) is duty
    assert not is_duty(said._replace(duty=0.1), Words(catalog))


def evidence(catalog: Catalog, title: str, task: str, role: str) -> list[str]:
    words = Words(catalog)
    gathered = gather(taken_apart(f"{title}\n\nYour tasks\n- {task}\n"), words)
    return [each.activity for each in activities_told(gathered, [role], [title], words)[role]]


def test_what_sellers_do_is_no_evidence_for_their_leader(catalog: Catalog) -> None:
    task = "Identify and develop key accounts in the north of the country."
    assert evidence(catalog, "Sales", task, "key-account-manager") == ["key-accounts"]
    assert evidence(catalog, "Sales", task, "sales-director") == []


def test_to_repeat_the_title_is_no_evidence(catalog: Catalog) -> None:
    again = "As bid manager you work every day with many people in the whole company."
    more = again.replace("many people", "technical colleagues on public tenders")
    assert evidence(catalog, "Bid Manager", again, "bid-manager") == []
    assert evidence(catalog, "Bid Manager", more, "bid-manager") == ["tender-response"]


def test_two_sentences_are_too_few_to_assert_a_role(catalog: Catalog) -> None:
    title, tasks = RENEWALS.split("\n", 1)[0], [t for t in RENEWALS.splitlines() if t[:2] == "* "]
    assert read(catalog, "\n".join([title, *tasks[:3]])).verdict == "sure"
    assert read(catalog, "\n".join([title, *tasks[:2]])).verdict == "none"


def test_a_role_without_a_sentence_is_near_by_words_alone(
    catalog: Catalog, english: Language
) -> None:
    ad = read(catalog, SELLER)._replace(verdict="between")
    first, second = (fit._replace(evidence=fit.evidence[:1]) for fit in ad.fits[:2])
    bare = second._replace(evidence=())
    page = drawn(ad._replace(fits=(first, bare)), catalog, english)
    assert "Near by words alone: " in page
    assert "One sentence shows it" in page
    page = drawn(ad._replace(fits=(first._replace(evidence=()), bare)), catalog, english)
    assert "No single sentence shows it" in page
    assert "shows it" not in drawn(ad, catalog, english)


def test_what_is_not_stated_is_asked(catalog: Catalog, english: Language) -> None:
    ad = read(catalog, SELLER)
    assert "What does the post pay" in drawn(ad, catalog, english)
    assert "What does the post pay" not in drawn(ad._replace(missing=()), catalog, english)


def test_between_two_roles_the_first_lines_agree(catalog: Catalog, english: Language) -> None:
    ad = read(catalog, SELLER)._replace(verdict="between")
    assert ad.mistitled
    lead = drawn(ad, catalog, english).splitlines()[2]
    assert lead.startswith("The title says Sales Director; the tasks are between two roles: ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Customer Success Manager\n\nCall us.", "The title says Customer Success Manager; the"),
        ("Opportunity in Leeds\n\nCall us.", "The text says too little"),
        ("Sales Consultant\n\nCall us.", "The title may mean"),
    ],
)
def test_a_short_text_has_its_title_alone(
    catalog: Catalog, english: Language, text: str, said: str
) -> None:
    ad = read(catalog, text)
    assert (ad.verdict, ad.fits, ad.mistitled) == ("short", (), None)
    assert said in drawn(ad, catalog, english)


def test_a_long_sentence_is_cut_so_that_what_it_tells_remains(
    catalog: Catalog, english: Language
) -> None:
    far = "With colleagues from every office and with whoever else is in town that week, " * 2
    text = SCHEDULER.replace("- Run discovery", f"- {far}run discovery")
    page = drawn(read(catalog, text), catalog, english).splitlines()
    (cut,) = (line for line in page if "demonstrate the product" in line)
    assert "“… " in cut


def test_a_sentence_broken_by_an_editor_is_one() -> None:
    text = (
        "Account Executive\n\n"
        "You are in charge of prospecting, of the contracts\n"
        "and of renewals in the north\n"
        "Negotiation\n"
        "- of prices\n"
    )
    found = [(each.line, each.text) for each in taken_apart(text).sentences]
    assert found == [
        (3, "You are in charge of prospecting, of the contracts and of renewals in the north"),
        (5, "Negotiation"),
        (6, "of prices"),
    ]


def test_a_phrase_is_found_in_its_order_and_near() -> None:
    phrases = Phrases({})
    phrases.add("partners", ["identify new partners", "prospection"])
    where = {
        text: [hit.at for hit in phrases.within(phrase_stems(text))]
        for text in (
            "You identify promising new partners",
            "Partner results, and identify what is new",
            "Speak to prospects",
            "Prospection",
        )
    }
    assert [*where.values()] == [[(0, 2, 3)], [], [], [(0,)]]


def test_vous_and_the_infinitive_are_one_verb() -> None:
    phrases = Phrases({})
    phrases.add("offers", ["rédiger les offres"])
    assert [*phrases.within(phrase_stems("Vous rédigez les offres"))]
    assert infinitive("rédigez") == "rédiger"
    assert infinitive("chez") == "chez"


@pytest.mark.parametrize(
    ("stated", "asked"),
    [
        ("", ["What does the post pay", "Where would I work"]),
        ("The salary is £40,000. ", ["Where would I work", "What has to be reached"]),
        (
            "The salary is £40,000. The role is based in Leeds. ",
            ["What has to be reached", "Which contract is it"],
        ),
    ],
)
def test_what_is_not_stated_is_asked_the_weightiest_first(
    catalog: Catalog, english: Language, stated: str, asked: list[str]
) -> None:
    text = drawn(read(catalog, f"{SCHEDULER}\nWhat we offer\n{stated}\n"), catalog, english)
    questions = [line for line in text.partition("Ask the employer")[2].split("\n") if line][:2]
    assert all(each in line for each, line in zip(asked, questions, strict=True))
