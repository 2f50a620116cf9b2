from __future__ import annotations

import string
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roleguide.model import (
    AlsoCalled,
    Analogy,
    Context,
    LevelRange,
    Metric,
    Pair,
    Role,
    Sense,
    Skill,
    Source,
    Term,
    Text,
    Title,
    Wording,
)
from roleguide.name_matching import (
    ALIAS,
    ID,
    SHORT,
    TITLE,
    fold,
    halves,
    joined,
    listed,
    names_by_language,
    names_of,
    other_title,
    parted,
    ranked,
    titles_of,
)

LETTERS = string.ascii_letters + string.digits + "éèêëàâäîïôöûüùÿçÉÀÇœŒæÆ '’-–/().&"


def text(words: str) -> Text:
    """One text in one language."""
    return {"en": words}


def role(**values: Any) -> Role:
    """A role of which only the names matter."""
    sound = {"title": Title(text("Title")), "level": LevelRange("lead", "lead"), "mission": {}}
    return Role(**{"family": "f", "responsibilities": {}, "skills": {}, **sound, **values})


DIRECTOR = role(
    title=Title(
        {"en": "Sales Director", "fr": "Directeur / Directrice des ventes"},
        {"m": "Directeur des ventes", "f": "Directrice des ventes"},
    ),
    short={"en": "Director", "fr": "DirVente"},
    titles=(
        AlsoCalled(Wording("Head of Sales"), "en", "usual"),
        AlsoCalled(Wording("Chef / Cheffe des ventes", {"m": "Chef", "f": "Cheffe"}), "fr", "rare"),
    ),
    formerly=("sales-boss",),
)
NO_TITLES = ("Director", "DirVente", "sales-boss")


class TestFold:
    @pytest.mark.parametrize(
        "name",
        [
            "Ingénieure d’affaires",
            "ingenieure d'affaires",
            "INGENIEURE DAFFAIRES",
            "  Inge\u0301nieure\u00a0d’affaires ",
            "ingénieure-d-affaires",
            "Ingénieure_d´affaires",
            "\u200bIngénieure d\u2019aﬀaires\u200d",
        ],
    )
    def test_one_name_however_it_is_written(self, name: str) -> None:
        assert fold(name) == "ingenieuredaffaires"

    @pytest.mark.parametrize(
        ("name", "folded"),
        [
            ("", ""),
            ("- / ·", "-/·"),
            ("C++", "c"),
            ("++", "++"),
            ("🐝\ufe0f", "🐝"),
            ("❤️ CRM", "crm"),
            ("की", "की"),
            ("का", "का"),
            ("ガス", "ガス"),
            ("カス", "カス"),
            ("র\u200c্য", "র্য"),
            ("Ёлка", "елка"),
            ("Việt", "viet"),
            ("Œuvre & Æon", "oeuvreaeon"),
            ("Groß GROẞ", "grossgross"),
            ("Chargé·e d’affaires", "chargeedaffaires"),
            ("Façade", "facade"),
            ("SDR / BDR", "sdrbdr"),
            ("B2B", "b2b"),
            ("sales-ops", "salesops"),
            ("Ｓａｌｅｓ", "sales"),
            ("İstanbul", "istanbul"),
            ("營業 部長", "營業部長"),
            ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
            ("1221.4", "12214"),
        ],
    )
    def test_case_accents_ligatures_and_punctuation_fall_away(self, name: str, folded: str) -> None:
        assert fold(name) == folded

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("SDR", "BDR"),
            ("VP1", "VP2"),
            ("chef", "cheffe"),
            ("का", "की"),
            ("ガ", "カ"),
            ("🐝", "🐛"),
        ],
    )
    def test_different_names_stay_different(self, one: str, other: str) -> None:
        assert fold(one) != fold(other)

    @given(st.text(LETTERS).filter(lambda name: any(map(str.isalnum, name))))
    def test_case_and_accents_never_matter(self, name: str) -> None:
        plain = "".join(
            c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)
        )
        variants = (name.upper(), name.lower(), name.title(), f" {name}. ", "-".join(name), plain)
        assert {fold(variant) for variant in variants} == {fold(name)}

    @given(st.text(st.characters(exclude_categories=())))
    def test_what_is_folded_is_folded(self, name: str) -> None:
        assert fold(fold(name)) == fold(name)


class TestNamesOf:
    def test_a_role(self) -> None:
        assert list(names_of("sales-director", DIRECTOR)) == [
            (ID, "sales-director"),
            (TITLE, "Sales Director"),
            (TITLE, "Directeur / Directrice des ventes"),
            (TITLE, "Directeur des ventes"),
            (TITLE, "Directrice des ventes"),
            (ALIAS, "Director"),
            (ALIAS, "DirVente"),
            (ALIAS, "sales-boss"),
            (ALIAS, "Head of Sales"),
            (ALIAS, "Chef / Cheffe des ventes"),
            (ALIAS, "Chef"),
            (ALIAS, "Cheffe"),
        ]

    def test_a_role_with_a_title_only(self) -> None:
        assert list(names_of("a", role())) == [(ID, "a"), (TITLE, "Title")]

    def test_a_term(self) -> None:
        senses = (Sense(text("M"), name=text("Chief Revenue Officer")), Sense(text("N")))
        term = Term({"en": "CRO", "fr": "DRC"}, senses, also=("C.R.O.",))
        assert list(names_of("cro", term)) == [
            (ID, "cro"),
            (TITLE, "CRO"),
            (TITLE, "DRC"),
            (ALIAS, "C.R.O."),
            (ALIAS, "Chief Revenue Officer"),
        ]

    def test_a_metric_and_its_abbreviation(self) -> None:
        metric = Metric(
            text("Win rate"), text("D"), text("F"), "percent", "higher", short=text("WR")
        )
        assert list(names_of("win-rate", metric)) == [
            (ID, "win-rate"),
            (TITLE, "Win rate"),
            (ALIAS, "WR"),
        ]

    def test_whatever_has_a_name(self) -> None:
        skill = Skill({"en": "Name", "fr": "Nom"}, "know-how", "f", text("D"), {})
        assert list(names_of("an-id", skill)) == [(ID, "an-id"), (TITLE, "Name"), (TITLE, "Nom")]

    def test_the_opening_of_a_context_is_a_name_too(self) -> None:
        context = Context(text("Village"), "size", text("In a village"), text("D"), 1)
        assert list(names_of("village", context)) == [
            (ID, "village"),
            (TITLE, "Village"),
            (ALIAS, "In a village"),
        ]

    @pytest.mark.parametrize(
        "record",
        # None stands where names_of must not look.
        [Pair(usage=None, difference={}), Source(text("T"), "article"), Analogy({}, {})],  # type: ignore[arg-type]
    )
    def test_whatever_has_none(self, record: Any) -> None:
        assert list(names_of("an-id", record)) == [(ID, "an-id")]

    def test_rungs_are_in_order(self) -> None:
        assert ID < TITLE < ALIAS < SHORT

    def test_the_titles_of_a_role_are_without_its_short_and_its_former_name(self) -> None:
        assert list(titles_of(DIRECTOR)) == [
            named for named in names_of("x", DIRECTOR) if named[1] not in {"x", *NO_TITLES}
        ]

    @pytest.mark.parametrize("name", ["head of sales", "CHEF DES VENTES", "Cheffe", "chef/cheffe"])
    def test_an_other_title_is_found_by_any_of_its_forms(self, name: str) -> None:
        usual, chef = DIRECTOR.titles
        expected = {"head of sales": usual, "CHEF DES VENTES": None, "chef/cheffe": None}
        assert other_title(DIRECTOR, name) == expected.get(name, chef)


class TestNamesByLanguage:
    def test_a_role_has_in_each_language_its_title_its_short_name_and_its_other_titles(
        self,
    ) -> None:
        assert names_by_language(DIRECTOR) == {
            "en": ["Sales Director", "Director", "Head of Sales"],
            "fr": ["Directeur / Directrice des ventes", "DirVente", "Chef / Cheffe des ventes"],
        }

    def test_a_regional_title_is_one_of_its_language_and_of_no_language_without_a_title(
        self,
    ) -> None:
        titles = (
            AlsoCalled(Wording("Boss"), "en-CA", "usual"),
            AlsoCalled(Wording("Jefe"), "es", "usual"),
        )
        assert names_by_language(role(titles=titles)) == {"en": ["Title", "Boss"]}

    def test_an_abbreviation_is_a_name_in_every_language_and_none_is_named_twice(self) -> None:
        senses = (
            Sense(text("M"), name={"en": "Chief Revenue Officer", "fr": "DRC"}),
            Sense(text("N")),
        )
        term = Term({"en": "CRO", "fr": "DRC"}, senses, also=("C.R.O.",))
        assert names_by_language(term) == {
            "en": ["CRO", "C.R.O.", "Chief Revenue Officer"],
            "fr": ["DRC", "C.R.O."],
        }

    def test_whatever_has_a_short_name_or_an_opening(self) -> None:
        metric = Metric(
            text("Win rate"), text("D"), text("F"), "percent", "higher", short=text("WR")
        )
        context = Context(text("Village"), "size", text("In a village"), text("D"), 1)
        assert names_by_language(metric) == {"en": ["Win rate", "WR"]}
        assert names_by_language(context) == {"en": ["Village", "In a village"]}
        assert names_by_language(Source(text("T"), "article")) == {}


class TestRanked:
    CPP = (TITLE, "cpp", "c++")
    CSHARP = (TITLE, "csharp", "c#")
    C = (ID, "c", "c")
    PRE_SALES = ((ID, "pre-sales", "pre-sales"), (TITLE, "pre-sales", "pre-sales"))

    @pytest.mark.parametrize(
        ("name", "found", "first"),
        [
            ("C++", [CPP, CSHARP], "cpp"),
            ("c#", [CPP, CSHARP], "csharp"),
            ("C++", [C, (TITLE, "c", "c"), CPP], "cpp"),
            ("C++", [C, CPP], "cpp"),
            ("C", [C, CPP, CSHARP], "c"),
            ("Cote\u0301", [(TITLE, "a", "cote"), (TITLE, "b", "coté"), (ALIAS, "d", "côte")], "b"),
            ("Côte", [(ID, "cote", "cote"), (TITLE, "cote", "cote"), (ALIAS, "b", "côte")], "b"),
            ("cote", [(ID, "cote", "cote"), (TITLE, "cote", "côte"), (ALIAS, "b", "coté")], "cote"),
            # Spaces, dashes and left-out accents say nothing: the ladder of ids and titles stays.
            ("Presales", [*PRE_SALES, (ALIAS, "term", "presales")], "pre-sales"),
            ("A, b", [(ID, "a-b", "a-b"), (ALIAS, "x", "a, b")], "a-b"),
            (
                "Élan vital",
                [(ID, "elan-vital", "elan-vital"), (ALIAS, "x", "élan vital")],
                "elan-vital",
            ),
            (
                "elan vital",
                [(ID, "elan-vital", "elan-vital"), (TITLE, "x", "élan vital")],
                "elan-vital",
            ),
        ],
    )
    def test_accents_and_signs_tell_what_folds_alike(
        self, name: str, found: list[tuple[int, str, str]], first: str
    ) -> None:
        (nearest_one, identifier), *others = ranked(name, found)
        assert identifier == first
        assert all(nearness > nearest_one for nearness, _ in others)

    def test_a_name_without_accents_fits_any_and_the_higher_rung_is_nearer(self) -> None:
        found = ranked("cote", [(ALIAS, "b", "cote"), (TITLE, "a", "côte")])
        assert [identifier for _, identifier in found] == ["a", "b"]
        assert not found[0][0].otherwise

    def test_on_one_rung_the_very_spelling_is_nearer(self) -> None:
        found = ranked("AE", [(ALIAS, "a", "a.e."), (ALIAS, "b", "ae")])
        assert [(identifier, near.inexact) for near, identifier in found] == [
            ("b", False),
            ("a", True),
        ]

    def test_names_spelled_alike_stay_ambiguous(self) -> None:
        (one, _), (other, _) = ranked("AE", [(ALIAS, "a", "ae"), (ALIAS, "b", "ae")])
        assert one == other


class TestParted:
    NAMES = frozenset({"sdr", "bdr", "account executive", "sales and marketing", "vs"})

    @pytest.mark.parametrize(
        ("words", "names"),
        [
            (["sdr", "vs", "bdr"], ["sdr", "bdr"]),
            (["sdr", "Vs.", "bdr"], ["sdr", "bdr"]),
            (["sdr versus bdr"], ["sdr", "bdr"]),
            (["sdr", "et", "bdr", "ou", "sdr"], ["sdr", "bdr", "sdr"]),
            (["sdr and bdr"], ["sdr", "bdr"]),
            (["account", "executive", "versus", "sdr"], ["account executive", "sdr"]),
            (["sales and marketing", "bdr"], ["sales and marketing", "bdr"]),
            (["sales and marketing versus sdr"], ["sales and marketing", "sdr"]),
            (["sales", "and", "marketing", "versus", "sdr"], ["sales and marketing", "sdr"]),
            (["sdr and nobody"], ["sdr and nobody"]),
            (["sdr versus nobody"], ["sdr", "nobody"]),
            (["sdr", "bdr", "versus", "sdr"], ["sdr", "bdr", "sdr"]),
            (["vs", "sdr"], ["vs", "sdr"]),
            (["versus"], []),
            (["", "sdr vs", " bdr "], ["", "sdr vs", " bdr "]),
            (["account", "executive"], ["account", "executive"]),
            (["from", "sdr", "and", "bdr"], ["sdr", "bdr"]),
            (["from sdr and bdr"], ["sdr", "bdr"]),
            (["sdr", "from"], ["sdr", "from"]),
            (["from"], []),
            (["sdr", "&", "bdr"], ["sdr", "bdr"]),
            (["sdr + bdr"], ["sdr", "bdr"]),
            (["sdr", "→", "vs"], ["sdr"]),
            (["sdr - nobody"], ["sdr - nobody"]),
        ],
    )
    def test_what_stands_between_names_is_left_out(
        self, words: list[str], names: list[str]
    ) -> None:
        known = self.NAMES if words[0] == "vs" else self.NAMES - {"vs"}
        around = [frozenset(each.split()) for each in ("vs versus", "and et ou", "from")]
        assert parted(words, lambda name: name.casefold() in known, *around) == names

    @pytest.mark.parametrize(
        ("line", "names"),
        [
            ("account executive sdr", ["account executive", "sdr"]),
            ("sdr account executive bdr", ["sdr", "account executive", "bdr"]),
            ("sdr account", []),
            ("a b c", []),  # both *a b*, *c* and *a*, *b c*
            ("a b", ["a b"]),
            ("sdr " * 17, []),
        ],
    )
    def test_names_of_several_words_side_by_side(self, line: str, names: list[str]) -> None:
        known = {*self.NAMES, "a", "a b", "c", "b c"}
        assert joined(line.split(), known.__contains__) == names

    @pytest.mark.parametrize(
        ("name", "parts"),
        [
            ("sdr/bdr", ["sdr", "bdr"]),
            ("sdr, bdr; account executive", ["sdr", "bdr", "account executive"]),
            ("sdr/nobody", ["sdr/nobody"]),
            ("sdr,", ["sdr,"]),
        ],
    )
    def test_what_is_listed_is_parted_where_each_part_is_known(
        self, name: str, parts: list[str]
    ) -> None:
        assert listed(name, self.NAMES.__contains__) == parts

    @pytest.mark.parametrize(
        ("name", "parts"),
        [
            ("sdr and nobody", ["sdr", "nobody"]),
            ("sdr vs. bdr", ["sdr", "bdr"]),
            ("nobody and no one", ["nobody and no one"]),
            ("sales and marketing", ["sales and marketing"]),
            ("sdr", ["sdr"]),
        ],
    )
    def test_halves_are_parts_of_which_one_is_known_and_never_of_a_name(
        self, name: str, parts: list[str]
    ) -> None:
        known = {*self.NAMES, "sales"}
        assert halves(name, known.__contains__, frozenset({"vs", "and"})) == parts
