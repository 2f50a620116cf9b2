"""What a session makes of the words of a line: names, sides, roles and how each was read."""

from __future__ import annotations

from pathlib import Path

import pytest

from roleguide.cli.session import Session
from roleguide.errors import UnknownName
from roleguide.language import Language

ENGLISH = Language("en")


@pytest.fixture
def session(environ: dict[str, str]) -> Session:
    return Session(ENGLISH, environ=environ)


@pytest.mark.parametrize(
    ("words", "names", "sides"),
    [
        (["sdr", "bdr"], ["sdr", "bdr"], ["sdr", "bdr"]),
        (["sdr vs bdr"], ["sdr", "bdr"], ["sdr", "bdr"]),
        (["sdr", "et", "bdr", "and", "csm"], ["sdr", "bdr", "csm"], ["sdr", "bdr", "csm"]),
        (["sdr and nobody"], ["sdr and nobody"], ["sdr", "nobody"]),
        (["sdr or bdr or nobody"], ["sdr or bdr or nobody"], ["sdr", "bdr", "nobody"]),
        (["sdr"], ["sdr"], ["sdr"]),
        (["vs"], ["vs"], ["vs"]),
    ],
)
def test_words_stand_for_names_and_two_sides_may_have_one_that_is_none(
    session: Session, words: list[str], names: list[str], sides: list[str]
) -> None:
    assert session.names(words) == names
    assert session.sides(words) == sides


def test_each_role_says_how_it_was_read(session: Session) -> None:
    roles = session.roles(["sdr", "and", "Sales Ops Mgr"])
    assert [entry.id for entry in roles] == ["sdr", "sales-ops"]
    name, title = session.readings
    assert name is None
    assert title is not None
    assert title.role == "sales-ops"


def test_what_is_known_to_be_no_name_is_read_as_a_title(session: Session) -> None:
    unknown = UnknownName("No role is called “{name}”.", "Sales Operations Manager")
    assert session.role("Sales Operations Manager", unknown).id == "sales-ops"
    assert session.readings[0] is not None
    with pytest.raises(UnknownName) as raised:
        session.role("roleguide/nobody", unknown)
    assert raised.value is unknown


def test_a_guide_is_read_once_unless_what_was_compiled_is_distrusted(
    environ: dict[str, str], tmp_path: Path
) -> None:
    guide = tmp_path / "acme.yaml"
    guide.write_text("guide: {id: acme, format: 1}\nroles: {lst: {extends: sdr, title: The lst}}\n")
    environ["ROLEGUIDE_CACHE_DIR"] = str(tmp_path / "cache")

    def reads(*, rebuild: bool = False) -> bool:
        told: list[str] = []
        session = Session(
            ENGLISH,
            [str(guide)],
            environ=environ,
            rebuild=rebuild,
            progress=lambda: told.append("reading"),
        )
        assert session.role("lst").guide == "acme"
        return bool(told)

    assert [reads(), reads(), reads(rebuild=True)] == [True, False, True]


def test_a_record_is_found_by_any_name(session: Session) -> None:
    assert session.find("metrics", "taux de succès") == session.find("metrics", "win-rate")
