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
from roleguide.name_matching import ALIAS, ID, TITLE, fold, names_of, parted, ranked

LETTERS = string.ascii_letters + string.digits + "éèêëàâäîïôöûüùÿçÉÀÇœŒæÆ '’-–/().&"


def text(words: str) -> Text:
    """One text in one language."""
    return {"en": words}


def role(**values: Any) -> Role:
    """A role of which only the names matter."""
    sound = {"title": Title(text("Title")), "level": LevelRange("lead", "lead"), "mission": {}}
    return Role(**{"family": "f", "responsibilities": {}, "skills": {}, **sound, **values})


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
        made = role(
            title=Title(
                {"en": "Sales Director", "fr": "Directeur / Directrice des ventes"},
                {"m": "Directeur des ventes", "f": "Directrice des ventes"},
            ),
            short={"en": "Director", "fr": "DirVente"},
            titles=(
                AlsoCalled(Wording("Head of Sales"), "en", "usual"),
                AlsoCalled(
                    Wording("Chef / Cheffe des ventes", {"m": "Chef", "f": "Cheffe"}), "fr", "rare"
                ),
            ),
            formerly=("sales-boss",),
        )
        assert list(names_of("sales-director", made)) == [
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
        assert ID < TITLE < ALIAS


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
            (["vs", "sdr"], ["vs", "sdr"]),
            (["versus"], []),
            (["", "sdr vs", " bdr "], ["", "sdr vs", " bdr "]),
            (["account", "executive"], ["account", "executive"]),
        ],
    )
    def test_what_stands_between_names_is_left_out(
        self, words: list[str], names: list[str]
    ) -> None:
        known = self.NAMES if words[0] == "vs" else self.NAMES - {"vs"}
        between = frozenset({"vs", "versus"}), frozenset({"and", "et", "ou"})
        assert parted(words, lambda name: name.casefold() in known, *between) == names
