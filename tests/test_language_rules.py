"""The rules of each language, and what holds in all of them."""

from __future__ import annotations

import re
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from roleguide.language import HARD_SPACE, NARROW_SPACE, Conjunction, Language
from roleguide.language.folding import bare, is_mark
from roleguide.language_tags import LANGUAGES

ENGLISH, FRENCH, CANADIAN, OTHER = (Language(code) for code in ("en", "fr", "fr-CA", "de"))
ALL = [Language(code) for code in (*LANGUAGES, "fr-CA", "de")]
ANY = st.sampled_from(ALL)

LIGATURES = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss"}
WORD = st.text(st.characters(categories=["L"]), min_size=1, max_size=8)
NAME = st.lists(WORD, min_size=1, max_size=4).map(" ".join)


class TestEveryLanguage:
    @pytest.mark.parametrize("code", LANGUAGES)
    def test_has_rules_of_its_own(self, code: str) -> None:
        assert type(Language(code)) not in {
            type(Language(c)) for c in (*LANGUAGES, "de") if c != code
        }
        assert Language(code).little
        assert Language(code).endings

    @pytest.mark.parametrize("code", LANGUAGES)
    def test_words_and_endings_for_search_are_bare(self, code: str) -> None:
        rules = Language(code)
        endings = [ending for pair in rules.same_endings for ending in pair]
        assert all(word == bare(word) for word in (*rules.little, *rules.endings, *endings))

    @given(rules=ANY, items=st.lists(NAME, max_size=5), last=st.sampled_from([None, "and", "or"]))
    def test_a_list_holds_its_items_in_order(
        self, rules: Language, items: list[str], last: Conjunction | None
    ) -> None:
        listed = rules.listing(items, last)
        assert len(listed) >= sum(map(len, items))
        assert re.fullmatch(".+".join(map(re.escape, items)), listed)

    @given(rules=ANY, masculine=NAME, feminine=NAME, shared=st.lists(WORD, max_size=3))
    def test_a_doublet_holds_both_titles(
        self, rules: Language, masculine: str, feminine: str, shared: list[str]
    ) -> None:
        one, other = " ".join([masculine, *shared]), " ".join([feminine, *shared])
        first, second = rules.doublet(one, other).split(" / ")
        assert second == other
        assert first
        assert one.startswith(first)
        assert other.endswith(one[len(first) :])

    @given(rules=ANY, text=st.text())
    def test_a_capital_changes_the_first_letter_alone(self, rules: Language, text: str) -> None:
        begun = rules.capitalized(text)
        assert begun.endswith(text[1:])
        assert not begun[:1].islower() or begun[:1].upper() == begun[:1]
        assert rules.uncapitalized(text).endswith(text[1:])

    @given(rules=ANY, value=st.integers(-(10**12), 10**12))
    def test_a_number_is_its_digits_in_threes(self, rules: Language, value: int) -> None:
        written = rules.number(value)
        assert int(re.sub(r"\D", "", written)) == abs(value)
        assert written.startswith("−") == (value < 0)
        assert all(len(group) == 3 for group in re.split(r"\D", written.lstrip("−"))[1:])

    @given(rules=ANY, name=NAME)
    def test_a_form_keeps_the_end_of_a_name(self, rules: Language, name: str) -> None:
        for form in rules.forms.values():
            assert form(name).endswith(name.rsplit(" ", maxsplit=1)[-1])


class TestDoublet:
    @pytest.mark.parametrize(
        ("masculine", "feminine", "both"),
        [
            ("Directeur", "Directrice", "Directeur / Directrice"),
            (
                "Directeur des ventes",
                "Directrice des ventes",
                "Directeur / Directrice des ventes",
            ),
            (
                "Ingénieur commercial",
                "Ingénieure commerciale",
                "Ingénieur commercial / Ingénieure commerciale",
            ),
            (
                "Directeur commercial adjoint B2B",
                "Directrice commerciale adjointe B2B",
                "Directeur commercial adjoint / Directrice commerciale adjointe B2B",
            ),
            ("Chef de produit", "Cheffe de produit", "Chef / Cheffe de produit"),
            ("Le chef", "La chef", "Le / La chef"),
            ("Chef\u00a0: Nord", "Cheffe\u00a0: Nord", "Chef\u00a0: / Cheffe\u00a0: Nord"),
        ],
    )
    def test_what_both_share_at_the_end_is_written_once(
        self, masculine: str, feminine: str, both: str
    ) -> None:
        assert FRENCH.doublet(masculine, feminine) == both

    def test_something_of_each_always_remains(self) -> None:
        assert (
            FRENCH.doublet("des ventes", "Directrice des ventes") == "des / Directrice des ventes"
        )


class TestLists:
    @pytest.mark.parametrize(
        ("rules", "last", "listed"),
        [
            (ENGLISH, "and", "a, b and c"),
            (ENGLISH, "or", "a, b or c"),
            (FRENCH, "and", "a, b et c"),
            (CANADIAN, "or", "a, b ou c"),
            (OTHER, "and", "a, b & c"),
            (FRENCH, None, "a, b, c"),
        ],
    )
    def test_the_last_item_has_its_conjunction(
        self, rules: Language, last: Conjunction | None, listed: str
    ) -> None:
        assert rules.listing(["a", "b", "c"], last) == listed
        assert rules.listing(["a"], last) == "a"
        assert rules.listing([], last) == ""

    @pytest.mark.parametrize(
        ("rules", "joined"),
        [(ENGLISH, "a; b"), (FRENCH, f"a{NARROW_SPACE}; b"), (CANADIAN, "a; b")],
    )
    def test_clauses(self, rules: Language, joined: str) -> None:
        assert rules.clauses(["a", "b"]) == joined


class TestFrenchForms:
    @pytest.mark.parametrize(
        ("name", "of", "to", "that"),
        [
            ("Closer", "de Closer", "à Closer", "que Closer"),
            (
                "Account Executive",
                "d’Account Executive",
                "à Account Executive",
                "qu’Account Executive",
            ),
            ("le directeur", "du directeur", "au directeur", "que le directeur"),
            ("les ventes", "des ventes", "aux ventes", "que les ventes"),
            ("la vente", "de la vente", "à la vente", "que la vente"),
            ("l’équipe", "de l’équipe", "à l’équipe", "que l’équipe"),
            ("un directeur", "d’un directeur", "à un directeur", "qu’un directeur"),
            ("lead", "de lead", "à lead", "que lead"),
            ("le", "de le", "à le", "que le"),
        ],
    )
    def test_an_article_contracts_and_a_vowel_elides(
        self, name: str, of: str, to: str, that: str
    ) -> None:
        forms = FRENCH.forms
        assert (forms["de"](name), forms["à"](name), forms["que"](name)) == (of, to, that)

    @pytest.mark.parametrize(
        "name",
        "AE Égérie État ESN Œuvre Inside Ops université usine un homme heure histoire habileté "
        "honoraires horaires hôte huissier humain hygiène hypothèse héritage homologue".split(),
    )
    def test_elides_before(self, name: str) -> None:
        assert FRENCH.forms["de"](name) == f"d’{name}"

    @pytest.mark.parametrize(
        "name",
        "SDR RH Head Hunter Human HR haut hausse hasard huit hors heurt hub handicap hiérarchie "
        "onze onzième oui UX UI UK US User Yield 8-K «".split(),
    )
    def test_does_not_elide_before(self, name: str) -> None:
        assert FRENCH.forms["de"](name) == f"de {name}"


class TestEnglishForms:
    @pytest.mark.parametrize(
        "name",
        "Account AE SDR MBA M&A R&D RVP HR XDR SLAs FAQ hour honest heir 8-week 80 11 18 umbrella "
        "unimportant Inside uncle".split(),
    )
    def test_an(self, name: str) -> None:
        assert ENGLISH.forms["a"](name) == f"an {name}"

    @pytest.mark.parametrize(
        "name",
        "CSM BDR VP UX US URL user use unit unique European one once utility Ubiquity Head house "
        "Sales SaaS 70 1 12 Quota".split(),
    )
    def test_a(self, name: str) -> None:
        assert ENGLISH.forms["a"](name) == f"a {name}"


class TestForms:
    def test_a_sentence_asks_for_the_form_of_a_name(self, monkeypatch: pytest.MonkeyPatch) -> None:
        sentences = {"The end of {name}": "La fin {name:de}"}
        monkeypatch.setattr("roleguide.language._catalogue", lambda _: Catalogue(sentences))
        french = Language("fr")
        assert french.say("The end of {name}", name="le directeur") == "La fin du directeur"
        assert french.say("The end of {name}", name="AE") == "La fin d’AE"
        assert french.count("The end of {name}", "", 1, name="SDR") == "La fin de SDR"


class Catalogue:
    def __init__(self, sentences: dict[str, str]) -> None:
        self.gettext = sentences.__getitem__

    def ngettext(self, one: str, many: str, number: int) -> str:
        del many, number
        return self.gettext(one)


class TestCapitals:
    @pytest.mark.parametrize(
        ("rules", "text", "going_on"),
        [
            (ENGLISH, "In a startup", "in a startup"),
            (ENGLISH, "A startup", "a startup"),
            (ENGLISH, "I sell", "I sell"),
            (ENGLISH, "In CRM", "in CRM"),
            (ENGLISH, "CRM first", "CRM first"),
            (ENGLISH, "B2B companies", "B2B companies"),
            (FRENCH, "À l’agence", "à l’agence"),
            (FRENCH, "L’État", "l’État"),
            (FRENCH, "I", "i"),
            (FRENCH, "", ""),
        ],
    )
    def test_a_text_goes_on_a_sentence(self, rules: Language, text: str, going_on: str) -> None:
        assert rules.uncapitalized(text) == going_on

    @pytest.mark.parametrize("rules", ALL)
    def test_a_text_begins_a_sentence(self, rules: Language) -> None:
        assert [rules.capitalized(text) for text in ("état CRM", "")] == ["État CRM", ""]


class TestNumbers:
    @pytest.mark.parametrize(
        ("rules", "value", "decimals", "written"),
        [
            (ENGLISH, 1234567.891, 2, "1,234,567.89"),
            (FRENCH, 1234567.891, 2, f"1{NARROW_SPACE}234{NARROW_SPACE}567,89"),
            (FRENCH, -0.5, 1, "−0,5"),
            (OTHER, 1000, 0, "1,000"),
        ],
    )
    def test_separators(self, rules: Language, value: float, decimals: int, written: str) -> None:
        assert rules.number(value, decimals) == written

    @pytest.mark.parametrize(
        ("rules", "amount", "currency", "written"),
        [
            (ENGLISH, 101860, "USD", "$101,860"),
            (ENGLISH, 101860, "CAD", "C$101,860"),
            (ENGLISH, 30.07, "EUR", "€30.07"),
            (ENGLISH, 500, "CHF", f"CHF{HARD_SPACE}500"),
            (FRENCH, 101860, "USD", f"101{NARROW_SPACE}860{HARD_SPACE}$"),
            (FRENCH, 30.5, "EUR", f"30,50{HARD_SPACE}€"),
            (FRENCH, 30.0, "EUR", f"30{HARD_SPACE}€"),
            (CANADIAN, 500, "CAD", f"500{HARD_SPACE}${HARD_SPACE}CA"),
        ],
    )
    def test_money(self, rules: Language, amount: float, currency: str, written: str) -> None:
        assert rules.money(amount, currency) == written

    @pytest.mark.parametrize(
        ("rules", "date", "said"),
        [
            (ENGLISH, "2025-05", f"May{HARD_SPACE}2025"),
            (FRENCH, "2026-12", f"déc.{HARD_SPACE}2026"),
            (FRENCH, "2026-13", "2026-13"),
            (ENGLISH, "2025", "2025"),
            (ENGLISH, "2021–2023", "2021–2023"),
            (Language("de"), "2025-05", "2025-05"),
        ],
    )
    def test_a_month_is_a_word_and_any_other_date_stays(
        self, rules: Language, date: str, said: str
    ) -> None:
        assert rules.date(date) == said


class TestFolding:
    @given(st.text())
    @example("ŒUVRE Straße Élan ﬁn İ ŉ")
    def test_a_bare_text_is_bare(self, text: str) -> None:
        folded = bare(text)
        assert bare(folded) == folded
        apart = re.sub("[œŒæÆß]", lambda found: LIGATURES[found[0]], text)
        letters = [c for c in normalize("NFKD", apart).casefold() if not is_mark(c)]
        assert [c for c in normalize("NFD", folded) if not is_mark(c)] == letters

    @pytest.mark.parametrize(
        ("text", "folded"),
        [
            ("Œuvre d’Élan", "oeuvre d’elan"),
            ("STRASSE", "strasse"),
            ("Straße", "strasse"),
            ("Ex æquo", "ex aequo"),
            ("Ёлка ΣΊΣΥΦΟΣ", "елка σισυφοσ"),
            ("की ガス 한국", "की ガス 한국"),
            ("Été: 夏", "ete: 夏"),
            ("❤️", "❤"),
        ],
    )
    def test_bare(self, text: str, folded: str) -> None:
        assert bare(text) == folded
