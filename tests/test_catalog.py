"""Which guides are in effect, and records by any of their names."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from compare.strategies import VOCABULARY, role, text
from views.answers import BAKERY

from roleguide.catalog import Catalog
from roleguide.compilation import load, read_all
from roleguide.errors import AmbiguousName, FaultyGuide, UnknownName, UnreadableFile
from roleguide.guide_paths import STANDARD, GuidePath, data_folder, folder, guides_in_effect
from roleguide.language import HARD_SPACE, Language
from roleguide.model import (
    Activity,
    AlsoCalled,
    Context,
    Family,
    Guide,
    Metric,
    Role,
    Sections,
    Sense,
    Skill,
    Term,
    Title,
    Tool,
    Wording,
    World,
)
from roleguide.name_matching import fold
from roleguide.reading.guide import RECORDS
from roleguide.sections import NAMED, SECTIONS

ENGLISH = Language("en")
FRENCH = Language("fr")


def titled(en: str, fr: str, forms: Mapping[str, str] | None = None, **fields: Any) -> Role:
    return role(title=Title({"en": en, "fr": fr}, forms), **fields)


def also(name: str, lang: str = "en", forms: Mapping[str, str] | None = None) -> AlsoCalled:
    return AlsoCalled(Wording(name, forms), lang, "usual")


COOK = titled(
    "Chief Cook",
    "Chef cuisinier / Cheffe cuisinière",
    {"m": "Chef cuisinier", "f": "Cheffe cuisinière"},
    short={"en": "Galley", "fr": "Œuvre"},
    formerly=("ships-cook",),
    titles=(
        also("Maître / Maîtresse-queux", "fr", {"m": "Maître-queux", "f": "Maîtresse-queux"}),
        also("Kitchen Lead (m/f/d)"),
        also("Floor"),
    ),
)
WAITER = titled("Waiter", "Serveur / Serveuse", titles=(also("Server"), also("Cook")))
HOST = titled("Floor", "Accueil", titles=(also("Server"), also("Waiter")))

RESTAURANT = Sections(
    roles={"chief-cook": COOK, "host": HOST, "waiter": WAITER},
    activities={"tasting": Activity(text("Tasting"), "work", text("…"))},
    families={"team": Family(text("Team"), "roles", 1), "work": Family(text("W"), "activities", 1)},
)


Stack = Callable[..., Catalog]


@pytest.fixture
def stack() -> Iterator[Stack]:
    """A catalogue of guides made of sections, the lowest first."""
    made: list[Catalog] = []

    def build(**guides: Sections) -> Catalog:
        made.append(Catalog.of([Guide(name, sections) for name, sections in guides.items()]))
        return made[-1]

    yield build
    for catalog in made:
        catalog.store.close()


@pytest.fixture
def restaurant(stack: Stack) -> Catalog:
    return stack(restaurant=RESTAURANT)


# A role by its names ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("chief-cook", id="id"),
        pytest.param("Chief Cook", id="title-en"),
        pytest.param("Chef cuisinier", id="masculine"),
        pytest.param("Cheffe cuisinière", id="feminine"),
        pytest.param("Chef cuisinier / Cheffe cuisinière", id="doublet"),
        pytest.param("Galley", id="short-en"),
        pytest.param("Œuvre", id="short-fr"),
        pytest.param("oeuvre", id="ligature"),
        pytest.param("ships-cook", id="former-id"),
        pytest.param("Maître-queux", id="alias-masculine"),
        pytest.param("Maîtresse-queux", id="alias-feminine"),
        pytest.param("Maître / Maîtresse-queux", id="alias-doublet"),
        pytest.param("Kitchen Lead (m/f/d)", id="alias-en"),
        pytest.param("CHIEF COOK", id="capitals"),
        pytest.param("chiefcook", id="run-together"),
        pytest.param("  chief   cook ", id="spaces"),
        pytest.param("chief_cook", id="underscore"),
        pytest.param("cheffe cuisiniere", id="no-accents"),
        pytest.param("Cheffe cuisinie\u0300re", id="combining-accents"),
        pytest.param("cheffe\u00a0cuisinière", id="hard-space"),
        pytest.param("restaurant/chief-cook", id="guide-and-id"),
        pytest.param("restaurant/Cheffe cuisinière", id="guide-and-title"),
        pytest.param("restaurant/ships-cook", id="guide-and-former-id"),
    ],
)
@pytest.mark.parametrize("language", [ENGLISH, FRENCH], ids=repr)
def test_a_role_goes_by_any_name(restaurant: Catalog, name: str, language: Language) -> None:
    """Whatever the reader's language: a Frenchman may ask for the English title."""
    entry = restaurant.role(name, language)
    assert entry == ("chief-cook", "restaurant", COOK)
    assert entry.full_id == "restaurant/chief-cook"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param("waiter", "waiter", id="id-before-alias"),
        pytest.param("Floor", "host", id="title-before-alias"),
        pytest.param("cook", "waiter", id="part-of-a-title-is-no-name"),
    ],
)
def test_a_higher_rung_hides_the_lower_ones(restaurant: Catalog, name: str, found: str) -> None:
    assert restaurant.role(name, ENGLISH).id == found


def test_everywhere_names_those_on_lower_rungs_too(restaurant: Catalog) -> None:
    assert restaurant.called("roles", "waiter") == ["waiter", "host"]
    assert restaurant.called("roles", "floor") == ["host", "chief-cook"]
    assert restaurant.called("roles", "nobody") == []


def test_one_rung_with_several_roles_is_ambiguous(restaurant: Catalog) -> None:
    with pytest.raises(AmbiguousName) as error:
        restaurant.role("SERVER", ENGLISH)
    assert error.value.kind == "ambiguous-name"
    assert error.value.suggestions == ("host", "waiter")
    assert error.value.candidates == (("host", "Floor"), ("waiter", "Waiter"))
    head, *lines = error.value.lines(ENGLISH)
    assert head.startswith("SERVER ")
    assert lines == ["  host    Floor", "  waiter  Waiter"]


def test_candidates_are_named_in_the_language_asked_in(restaurant: Catalog) -> None:
    with pytest.raises(AmbiguousName) as error:
        restaurant.role("server", FRENCH)
    assert [title for _, title in error.value.candidates] == ["Accueil", "Serveur / Serveuse"]
    assert error.value.lines(FRENCH)[0].endswith(f"{HARD_SPACE}:")


@pytest.mark.parametrize(
    ("name", "suggestions"),
    [
        pytest.param("waitr", ("waiter",), id="waiter"),
        pytest.param("cheffe cuisinnière", ("chief-cook",), id="feminine"),
        pytest.param("zzz", (), id="nothing-near"),
        pytest.param("", (), id="empty"),
        pytest.param("?!", (), id="punctuation"),
    ],
)
def test_an_unknown_role_suggests_near_ones(
    restaurant: Catalog, name: str, suggestions: tuple[str, ...]
) -> None:
    with pytest.raises(UnknownName) as error:
        restaurant.role(name, ENGLISH)
    found = error.value
    assert found.kind == "unknown-name"
    assert found.message.arguments["name"] == name
    assert found.suggestions[: len(suggestions)] == suggestions
    assert bool(found.suggestions) == bool(suggestions)
    assert ("roleguide list" in str(found)) is not bool(suggestions)


def test_nothing_is_ever_guessed(restaurant: Catalog) -> None:
    for name in ("waite", "chief", "cook chief", "chief-cooks"):
        with pytest.raises(UnknownName):
            restaurant.role(name, ENGLISH)


# Several guides -----------------------------------------------------------------------------


def test_a_bare_id_is_the_last_guides_role(stack: Stack) -> None:
    company = Sections(roles={"waiter": WAITER._replace(mission=text("Ours."))})
    both = stack(restaurant=RESTAURANT, company=company)
    assert both.guides == ["restaurant", "company"]
    assert both.role("waiter", ENGLISH).full_id == "company/waiter"
    assert both.role("waiter", ENGLISH).role.mission == text("Ours.")
    assert both.role("company/waiter", ENGLISH) == both.role("waiter", ENGLISH)
    assert both.role("restaurant/waiter", ENGLISH) == ("waiter", "restaurant", WAITER)
    assert both.role("chief-cook", ENGLISH).guide == "restaurant"
    assert [entry.full_id for entry in both.heads()] == [
        "restaurant/chief-cook",
        "restaurant/host",
        "company/waiter",
    ]


@pytest.mark.parametrize("name", ["company/chief-cook", "company/nobody", "nowhere/waiter"])
def test_a_guide_has_its_own_roles_alone(stack: Stack, name: str) -> None:
    both = stack(restaurant=RESTAURANT, company=Sections(roles={"waiter": WAITER}))
    with pytest.raises(UnknownName):
        both.role(name, ENGLISH)


def test_what_is_not_in_a_guide_is_named_as_it_was_asked_for(stack: Stack) -> None:
    """Not: no role is called “chief-cook”, did you mean chief-cook?"""
    both = stack(restaurant=RESTAURANT, company=Sections(roles={"waiter": WAITER}))
    with pytest.raises(UnknownName) as error:
        both.role("company/chief-cook", ENGLISH)
    assert error.value.message.arguments["name"] == "company/chief-cook"


def test_a_slash_in_a_title_is_no_guide(restaurant: Catalog) -> None:
    assert restaurant.role("Serveur / Serveuse", FRENCH).id == "waiter"
    assert restaurant.role("serveur/serveuse", FRENCH).id == "waiter"


def test_a_role_put_above_another_goes_by_its_own_names_alone(stack: Stack) -> None:
    """A company that gives a title to somebody else has not made it ambiguous."""
    company = Sections(
        roles={
            "waiter": WAITER._replace(titles=()),
            "host": HOST._replace(titles=(also("Server"),)),
        }
    )
    both = stack(restaurant=RESTAURANT, company=company)
    assert both.role("server", ENGLISH).full_id == "company/host"
    with pytest.raises(UnknownName):
        both.role("cook", ENGLISH)
    assert both.role("restaurant/cook", ENGLISH).id == "waiter"


# Any record by its names --------------------------------------------------------------------


def one_of_each(identifier: str) -> Sections:
    """A record of every kind under one id."""
    said = text("…")
    levels = dict.fromkeys(range(1, 6), said)
    described = {
        "roles": role(title=Title(text("A role"))),
        "skills": Skill(text("A skill"), "know-how", "f", said, levels),
        "activities": Activity(text("An activity"), "f", said),
        "metrics": Metric(text("A metric"), said, said, "ratio", "higher"),
        "tools": Tool(text("A tool"), "f", said),
        "contexts": Context(text("A context"), "size", said, said, 1),
        "worlds": World(text("A world"), said, 1),
        "families": Family(text("A family"), "roles", 1),
        "terms": Term(text("A term"), (Sense(said),)),
    }
    others = {kind: of_texts(kind) for kind in NAMED if kind not in described}
    return Sections(**{kind: {identifier: record} for kind, record in (described | others).items()})


def of_texts(kind: str) -> Any:
    """A record whose required fields are texts, as those of most sections are."""
    record: Any = RECORDS[kind]
    required = [name for name in record._fields if name not in record._field_defaults]
    return record(**dict.fromkeys(required, text(f"A {SECTIONS[kind].label}")))


def test_the_kinds_have_an_order() -> None:
    """What people ask for most comes first; a term explains what nothing else is."""
    kinds = ("roles", "activities", "skills", "metrics", "tools", "contexts", "worlds", "terms")
    assert [kind for kind in NAMED if kind in kinds] == [*kinds]
    assert NAMED[-1] == "families"


def test_all_records_of_a_section_have_a_name_together() -> None:
    assert all(SECTIONS[kind].plural for kind in NAMED)


@pytest.mark.parametrize("at", range(len(NAMED)), ids=list(NAMED))
def test_on_one_rung_the_kinds_come_in_their_order(stack: Stack, at: int) -> None:
    sections = one_of_each("same")._replace(**{kind: {} for kind in list(NAMED)[:at]})
    kind = list(NAMED)[at]
    made = stack(guide=sections)
    assert made.find_any("SAME", ENGLISH) == (kind, "same")
    assert made.find(kind, "same", ENGLISH) == "same"


@pytest.mark.parametrize("kind", NAMED)
def test_every_kind_goes_by_its_name(stack: Stack, kind: str) -> None:
    made = stack(guide=one_of_each("same"))
    article = "an" if kind == "activities" else "a"
    word = SECTIONS[kind].label
    assert made.find_any(f"{article} {word}", ENGLISH) == (kind, "same")
    assert made.find(kind, f"{article} {word} (fr)", FRENCH) == "same"
    assert made.title(kind, "same", FRENCH).casefold() == f"{article} {word} (fr)"


def test_a_higher_rung_wins_whatever_the_kind(stack: Stack) -> None:
    made = stack(
        guide=Sections(
            roles={
                "cro": role(title=Title(text("Chief Revenue Officer"))),
                "seller": role(title=Title(text("Seller")), short=text("AE")),
            },
            metrics={
                "rate": Metric(text("Rate"), text("…"), text("…"), "ratio", "higher", text("CR"))
            },
            terms={
                "ae": Term(text("AE"), (Sense(text("…")),)),
                "conversion": Term(text("CR"), (Sense(text("…")),), also=("Seller",)),
            },
        )
    )
    assert made.find_any("AE", ENGLISH) == ("terms", "ae")  # its id, before a short name
    assert made.find_any("CR", ENGLISH) == ("terms", "conversion")  # its name, likewise
    assert made.find_any("seller", ENGLISH) == ("roles", "seller")


def test_a_term_goes_by_its_spellings_and_long_forms(stack: Stack) -> None:
    term = Term(text("CRO"), (Sense(text("…"), {"en": "chief rate officer"}),), also=("C.R.O",))
    made = stack(guide=Sections(terms={"officer": term}))
    for name in ("officer", "cro", "C.R.O", "Chief Rate Officer"):
        assert made.find("terms", name, ENGLISH) == "officer"


def test_signs_and_accents_tell_records_apart_whatever_their_kind(stack: Stack) -> None:
    made = stack(
        guide=Sections(
            roles={
                "one": role(title=Title(text("C++ Developer"))),
                "two": role(title=Title(text("C# Developer"))),
            },
            skills={"c": Skill(text("C"), "know-how", "f", text("…"), {})},
            terms={
                "plus": Term(text("C++"), (Sense(text("…")),)),
                "kaa": Term({"hi": "का"}, (Sense(text("…")),)),
                "bee": Term(text("🐝"), (Sense(text("…")),)),
            },
        )
    )
    assert made.find_any("c++", ENGLISH) == ("terms", "plus")
    assert made.find_any("C", ENGLISH) == ("skills", "c")
    assert made.find_any("🐝\ufe0f", ENGLISH) == ("terms", "bee")
    assert made.find("roles", "c# developer", ENGLISH) == "two"
    assert made.called("roles", "C# developer") == ["two"]
    assert made.called("roles", "c developer") == ["one", "two"]
    with pytest.raises(AmbiguousName):
        made.find("roles", "c developer", ENGLISH)
    with pytest.raises(UnknownName):
        made.find_any("की", ENGLISH)


@pytest.mark.parametrize("kind", NAMED)
def test_what_is_not_there_is_said_by_kind(stack: Stack, kind: str) -> None:
    made = stack(guide=one_of_each("something"))
    word = SECTIONS[kind].label
    with pytest.raises(UnknownName) as error:
        made.find(kind, "somethink", ENGLISH)
    assert f"No {word} is called “somethink”." in str(error.value)
    assert error.value.suggestions == ("something",)
    with pytest.raises(UnknownName) as error:
        made.find(kind, "qqq", FRENCH)
    (line,) = error.value.lines(FRENCH)
    assert "qqq" in line
    assert error.value.suggestions == ()
    # What no command lists is named here.
    listed = kind in ("roles", "activities", "skills", "terms")
    assert ("Voir roleguide" in line, "Il y a par exemple something." in line) == (
        listed,
        not listed,
    )


def test_nothing_of_any_kind(stack: Stack) -> None:
    made = stack(guide=one_of_each("something"))
    with pytest.raises(UnknownName) as error:
        made.find_any("qqq", ENGLISH)
    assert error.value.suggestions == ()
    assert "“qqq”" in str(error.value)


def test_a_suggestion_is_made_once(stack: Stack) -> None:
    """A skill and an activity of one id are one thing to type."""
    made = stack(guide=one_of_each("something"))
    with pytest.raises(UnknownName) as error:
        made.find_any("somethink", ENGLISH)
    assert error.value.suggestions == ("something",)


def test_the_nearest_suggestion_comes_first_whatever_its_kind(stack: Stack) -> None:
    made = stack(
        guide=Sections(
            roles={
                identifier: role(title=Title(text(identifier)))
                for identifier in ("margin-keeper", "marksman", "marina-chief")
            },
            metrics={"margins": Metric(text("M"), text("…"), text("…"), "ratio", "higher")},
        )
    )
    with pytest.raises(UnknownName) as error:
        made.find_any("margines", ENGLISH)
    assert error.value.suggestions[0] == "margins"


# Pairs --------------------------------------------------------------------------------------


def test_a_pair_is_found_from_either_side(stack: Stack) -> None:
    made = stack(guide=VOCABULARY)
    assert made.pair("one", "other") == made.pair("other", "one") == VOCABULARY.pairs["one--other"]
    assert made.pair("one", "one") is None
    assert made.pair("other", "twin") is None


# The built-in guide -------------------------------------------------------------------------


def test_every_role_goes_by_its_id_and_titles(catalog: Catalog) -> None:
    for identifier, found in catalog.sections.roles.items():
        for name in (identifier, identifier.upper(), identifier.replace("-", " ")):
            assert catalog.role(name, ENGLISH).id == identifier
        assert catalog.role(f"{STANDARD}/{identifier}", FRENCH).guide == STANDARD
        for title in (*found.title.text.values(), *(found.title.gendered or {}).values()):
            assert catalog.role(title, FRENCH).id == identifier


def test_every_other_title_leads_to_its_role(catalog: Catalog) -> None:
    """A title in use may be that of several roles: then they are all named."""
    for identifier, found in catalog.sections.roles.items():
        for other in found.titles:
            for name in (other.text.text, *(other.text.gendered or {}).values()):
                assert identifier in catalog.called("roles", name)


@pytest.mark.parametrize("kind", NAMED)
def test_a_slip_of_the_finger_is_answered(catalog: Catalog, kind: str) -> None:
    for identifier in getattr(catalog.sections, kind):
        middle = len(identifier) // 2
        slip = identifier[:middle] + identifier[middle + 1 :]
        if len(identifier) < 6 or catalog.store.find(kind, fold(slip)):
            continue  # some slips are names themselves
        with pytest.raises(UnknownName) as error:
            catalog.find(kind, slip, ENGLISH)
        assert identifier in error.value.suggestions, slip


# Which guides -------------------------------------------------------------------------------


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {
        "ROLEGUIDE_CONFIG_DIR": str(tmp_path / "config"),
        "ROLEGUIDE_CACHE_DIR": str(tmp_path / "cache"),
    }


def write(path: Path, content: str = "roles: {}\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def test_the_built_in_guide_lies_lowest(environ: dict[str, str]) -> None:
    assert guides_in_effect([], environ) == [(data_folder(), "roleguide")]
    assert Path(data_folder(), "roles.yaml").is_file()


@pytest.mark.parametrize("file", ["roles.yaml", "mine.yml"])
def test_the_users_folder_is_a_guide_if_it_has_yaml(environ: dict[str, str], file: str) -> None:
    own = Path(environ["ROLEGUIDE_CONFIG_DIR"])
    write(own / "notes.txt")
    assert len(guides_in_effect([], environ)) == 1
    write(own / file)
    assert guides_in_effect([], environ)[1:] == [(str(own), "mine")]


def test_a_users_folder_that_cannot_be_read_is_complained_of(
    environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(_: object) -> None:
        raise PermissionError(13, "Permission denied")

    Path(environ["ROLEGUIDE_CONFIG_DIR"]).mkdir()
    monkeypatch.setattr(os, "scandir", forbidden)
    paths = guides_in_effect([], environ)
    assert paths[1:] == [(environ["ROLEGUIDE_CONFIG_DIR"], "mine")]
    nowhere = {**environ, "ROLEGUIDE_CONFIG_DIR": environ["ROLEGUIDE_CONFIG_DIR"] + "/a"}
    assert len(guides_in_effect([], nowhere)) == 1  # where one may not even look
    with pytest.raises(UnreadableFile, match="Permission denied"):
        load(paths[1:], environ)


def test_hidden_files_without_a_name_are_no_guide(environ: dict[str, str]) -> None:
    write(Path(environ["ROLEGUIDE_CONFIG_DIR"]) / ".yaml")
    assert len(guides_in_effect([], environ)) == 1


def test_a_file_in_the_place_of_the_users_folder_is_none(environ: dict[str, str]) -> None:
    write(Path(environ["ROLEGUIDE_CONFIG_DIR"]))
    assert len(guides_in_effect([], environ)) == 1


def test_guides_stack_user_then_environment_then_options(environ: dict[str, str]) -> None:
    own = write(Path(environ["ROLEGUIDE_CONFIG_DIR"]) / "roles.yaml").parent
    environ["ROLEGUIDE_PATH"] = os.pathsep.join(["a.yaml", "", "b"])
    assert guides_in_effect(["c.yaml", "-"], environ)[1:] == [
        (str(own), "mine"),
        ("a.yaml", None),
        ("b", None),
        ("c.yaml", None),
        ("-", None),
    ]


@pytest.mark.skipif(os.name == "nt", reason="Windows has folders of its own")
@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        pytest.param({"ROLEGUIDE_{}_DIR": "/r", "XDG_{}_HOME": "/x"}, "/r", id="own-variable"),
        pytest.param({"XDG_{}_HOME": "/x"}, "/x/roleguide", id="xdg"),
        pytest.param({"XDG_{}_HOME": "", "ROLEGUIDE_{}_DIR": ""}, None, id="empty-is-unset"),
        pytest.param({"XDG_{}_HOME": "x"}, None, id="xdg-relative-is-unset"),
        pytest.param({"ROLEGUIDE_{}_DIR": "r"}, os.path.abspath("r"), id="own-relative-is-here"),  # noqa: PTH100
        pytest.param({"ROLEGUIDE_{}_DIR": "~/r"}, os.path.expanduser("~/r"), id="own-from-home"),  # noqa: PTH111
        pytest.param({}, None, id="none"),
    ],
)
@pytest.mark.parametrize("kind", ["config", "cache"])
def test_where_the_users_folders_are(
    kind: str, environment: dict[str, str], expected: str | None
) -> None:
    found = folder(kind, {name.format(kind.upper()): path for name, path in environment.items()})
    if expected:
        assert found == expected
    else:
        assert Path(found).is_relative_to(Path.home())
        assert "roleguide" in Path(found).parts


STANDING: GuidePath = (BAKERY, None)
"""A guide in the place of the built-in one, read in no time."""

SOUND = """\
guide: {id: acme, format: 1}
roles:
  baker:
    extends: baker
    mission: "Bakes what Acme sells."
"""


def test_a_companys_role_stands_beside_the_standard(
    environ: dict[str, str], tmp_path: Path
) -> None:
    made = load([STANDING, (write(tmp_path / "acme.yaml", SOUND), None)], environ)
    ours, standard = made.role("baker", ENGLISH), made.role("bakery/baker", ENGLISH)
    assert (ours.full_id, standard.full_id) == ("acme/baker", "bakery/baker")
    assert ours.role.mission["en"] == "Bakes what Acme sells."
    assert ours.role._replace(mission={}) == standard.role._replace(mission={}, reviewed=None)
    made.store.close()


def test_an_unstated_id_is_the_name_of_the_file(environ: dict[str, str], tmp_path: Path) -> None:
    stated = SOUND.partition("\n")[2]
    path = write(tmp_path / "Our Roles.yaml", stated)
    made = load([STANDING, (path, None)], environ)
    assert made.guides == ["bakery", "our-roles"]
    made.store.close()


def test_no_part_of_a_faulty_guide_is_used(environ: dict[str, str], tmp_path: Path) -> None:
    path = write(
        tmp_path / "faulty.yaml",
        "roles:\n  baker:\n    extends: baker\n    family: nowhere\n    misson: x\n"
        "  clown: {title: Clown}\n",
    )
    paths: list[GuidePath] = [STANDING, (path, None)]
    with pytest.raises(FaultyGuide) as error:
        load(paths, environ)
    faults = error.value.faults
    assert error.value.kind == "faulty-guide"
    assert {fault.file for fault in faults} == {str(path)}
    assert {fault.line for fault in faults} >= {4, 5, 6}
    assert not any(fault.warning for fault in faults)
    english, french = error.value.lines(ENGLISH), error.value.lines(FRENCH)
    assert english[0] == ENGLISH.tell(error.value.message)
    assert english[-1].startswith(f"{len(faults)} ")
    assert english[-1].endswith(f"roleguide check {path}")
    assert sum(line.startswith(f"{path}:") for line in english) == 3
    assert len(french) == len(english)
    assert french[0] != english[0]
    guides, found = read_all(paths)
    assert [guide.id for guide in guides] == ["bakery"]
    assert [fault for fault in found if not fault.warning] == list(faults)


def test_a_warning_is_no_fault(environ: dict[str, str], tmp_path: Path) -> None:
    path = write(
        tmp_path / "poor.yaml",
        "roles:\n  clown:\n    title: Clown\n    family: counter\n    level: entry\n"
        "    mission: Makes them laugh.\n"
        "    responsibilities: {baking: {part: informed, text: laughs at it}}\n"
        "    skills: {hospitality: {level: 1, weight: 1}}\n",
    )
    paths: list[GuidePath] = [STANDING, (path, None)]
    assert any(fault.warning for fault in read_all(paths)[1])
    made = load(paths, environ)
    assert made.role("CLOWN", ENGLISH).guide == "poor"
    made.store.close()


def test_an_id_that_is_taken_is_told_where_it_is_written(
    environ: dict[str, str], tmp_path: Path
) -> None:
    stated = write(
        tmp_path / "stated.yaml", "guide: {id: bakery}\nroles: {baker: {extends: nobody}}"
    )
    named = write(tmp_path / "bakery.yaml")
    for path, places in ((stated, [(2, 26), (1, 13)]), (named, [(0, 0)])):
        with pytest.raises(FaultyGuide) as error:
            load([STANDING, (path, None)], environ)
        assert [(fault.line, fault.column) for fault in error.value.faults] == places
        assert "called “bakery” already" in str(error.value)


@pytest.mark.parametrize("missing", ["missing.yaml", "missing/"])
def test_a_guide_that_is_not_there_is_said_to_be(
    environ: dict[str, str], tmp_path: Path, missing: str
) -> None:
    with pytest.raises(UnreadableFile) as error:
        load([STANDING, (tmp_path / missing, None)], environ)
    assert str(error.value).startswith(f"{tmp_path / missing}: ")


# Families of roles, worlds and contexts -------------------------------------------------------


def test_families_of_one_kind_alone_are_found_and_offered(stack: Stack) -> None:
    families = {
        "counter": Family({"en": "Counter", "fr": "Comptoir"}, "roles", 1),
        "counting": Family({"en": "Counting", "fr": "Comptes"}, "skills", 1),
        "comptoir": Family({"en": "Bar", "fr": "Bar"}, "tools", 1),
    }
    made = stack(guide=Sections(families=families))
    assert made.find("families:roles", "COMPTOIR", ENGLISH) == "counter"
    assert made.find("families", "comptoir", ENGLISH) == "comptoir"
    with pytest.raises(UnknownName) as caught:
        made.find("families:roles", "comptes", ENGLISH)
    assert "No family of roles is called “comptes”." in str(caught.value)
    assert "counting" not in str(caught.value)
    offered = list(made.store.titles("families:roles", ["en"]))
    assert "counter" in offered
    assert not {"counting", "comptoir"} & set(offered)


def test_a_world_and_a_context_go_by_every_label_and_are_offered_by_a_word(stack: Stack) -> None:
    name, opening = {"fr": "Un navire marchand"}, {"fr": "Si c’était un bateau"}
    made = stack(
        guide=Sections(
            worlds={"ship": World(name, opening, 1)},
            contexts={"sme": Context({"fr": "PME"}, "size", {"fr": "Dans une PME"}, text("…"), 1)},
        )
    )
    for label in ("ship", "un navire marchand", "SI C'ETAIT UN BATEAU"):
        assert made.find("worlds", label, ENGLISH) == "ship"
    assert made.find("contexts", "dans une pme", ENGLISH) == "sme"
    with pytest.raises(UnknownName) as caught:
        made.find("worlds", "navire", ENGLISH)
    assert caught.value.suggestions == ("ship",)
