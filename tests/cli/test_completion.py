"""Completion as the shells ask for it: silent, without Typer, in the user's language."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from pathlib import Path
from typing import get_args

import pytest

from cli.conftest import Run
from cli.test_startup import imported
from roleguide.cli import completion
from roleguide.cli.commands.completion import SCRIPTS
from roleguide.cli.spec import SPEC
from roleguide.formats import CHOICES
from roleguide.model import Level, Sections, Stage
from roleguide.sections import NAMED, SEARCHED
from roleguide.store import writing


def complete(run: Run, words: str, shell: str = "bash", **extra: str) -> list[str]:
    """What a shell gets for the last of these words, which spaces or line ends part."""
    answer = run(
        _ROLEGUIDE_COMPLETE=f"complete_{shell}",
        COMP_WORDS=words,
        COMP_CWORD=str(len(words.split("\n" if "\n" in words else " ")) - 1),
        **extra,
    )
    assert (answer.code, answer.err) == (0, "")
    return answer.out.splitlines()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("roleguide comp", ["compare"], id="command"),
        pytest.param("roleguide --lang fr comp", ["compare"], id="command-after-option"),
        pytest.param("roleguide compare sales-d", ["sales-director"], id="role"),
        pytest.param("roleguide compare sales-director sales-d", [], id="role-named-already"),
        pytest.param("roleguide compare a b --on", ["--only"], id="option"),
        pytest.param("roleguide compare a b --only s", ["shared"], id="value"),
        pytest.param("roleguide compare a b --in sta", ["startup"], id="context"),
        pytest.param("roleguide list --family op", ["operations"], id="family"),
        pytest.param("roleguide list --format ht", ["html"], id="format"),
        pytest.param("roleguide analogies a --world sh", ["ship"], id="world"),
        pytest.param("roleguide who sales-fo", ["sales-forecast"], id="activity"),
        pytest.param("roleguide define cro", ["cro", "cross-sell"], id="term"),
        pytest.param("roleguide check ac", [], id="files-are-the-shells"),
        pytest.param("roleguide fit sales-d", [], id="a-profile-is-a-file"),
        pytest.param("roleguide fit --between sdr sales-d", ["sales-director"], id="between-roles"),
        pytest.param("roleguide fit --be", ["--between"], id="option-of-fit"),
        pytest.param("roleguide new pro", ["profile"], id="command-below-a-group"),
        pytest.param("roleguide new profile me --from sales-d", ["sales-director"], id="from-role"),
        pytest.param("roleguide move sales-d --m", ["--me"], id="option-of-move"),
    ],
)
def test_what_can_stand_there(inside: Run, words: str, expected: list[str]) -> None:
    assert complete(inside, words) == expected


def test_zsh_and_fish_get_descriptions_in_the_language(inside: Run) -> None:
    french = {"LANG": "fr_FR.UTF-8"}
    assert complete(inside, "roleguide compare sales-d", "zsh", **french) == [
        "sales-director:Directeur / Directrice des ventes"
    ]
    assert complete(inside, "roleguide --lang en compare sales-d", "fish", **french) == [
        "sales-director\tSales Director"
    ]


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        (["compare", "RevO"], "en", ["revops-manager"]),
        (["compare", "VP"], "en", ["vp-sales"]),
        (["compare", "sdr", "Sales Dir"], "en", ["sales-director"]),
        (["compare", "trading d"], "en", ["commercial-director"]),
        (["compare", "des ventes ind"], "fr", ["channel-manager"]),
        (["compare", "des ventes ind"], "en", []),
        (["who", "quota"], "en", ["sales-targets"]),
        (["examples", "sdr", "--in", "small"], "en", ["sme"]),
        (["list", "--family", "rev"], "en", ["operations"]),
    ],
)
def test_a_record_is_found_by_the_words_of_its_titles(
    inside: Run, words: list[str], language: str, expected: list[str]
) -> None:
    line = "\n".join(["roleguide", "--lang", language, *words])
    assert complete(inside, line) == expected


def test_all_french_directors_are_found_without_accents_and_capitals(inside: Run) -> None:
    found = complete(inside, "roleguide compare DIR", LANG="fr_FR.UTF-8")
    assert {"sales-director", "cmo", "commercial-director"} <= {*found}
    assert found == complete(inside, "roleguide compare dir", LANG="fr_FR.UTF-8")
    words = ("prévis", "PREVIS", "previs")
    one, *others = (complete(inside, f"roleguide who {w}", LANG="fr_FR.UTF-8") for w in words)
    assert one
    assert others == [one, one]


def test_in_bash_several_that_begin_otherwise_leave_the_word(inside: Run) -> None:
    """Bash puts what all candidates begin with in its place: with a blank one, that is nothing."""
    blank, *ids = complete(inside, "roleguide compare train")
    assert (blank, "sales-trainer" in ids) == (" ", True)
    assert " " not in complete(inside, "roleguide compare sales-")
    assert " " not in complete(inside, "roleguide compare train", "zsh")


def test_fish_gets_titles_where_an_id_has_not_what_was_typed(inside: Run) -> None:
    french = {"LANG": "fr_FR.UTF-8"}
    found = complete(inside, "roleguide compare directeur", "fish", **french)
    assert "Directeur / Directrice des ventes\tsales-director" in found
    names = [line.partition("\t")[0] for line in found]
    assert len({*names}) == len(names)
    assert all("directeur" in name.lower() for name in names)


def test_a_guide_on_the_line_is_completed_too(inside: Run, tmp_path: Path) -> None:
    guide = tmp_path / "acme.yaml"
    guide.write_text("roles: {sales-druid: {extends: sales-ops}}\n", encoding="utf-8")
    words = f"roleguide compare --guide {guide} sales-dr"
    assert complete(inside, words) == ["sales-druid"]


def test_a_guide_in_the_users_folder_is_found_by_its_tilde(inside: Run, tmp_path: Path) -> None:
    guide = tmp_path / "acme.yaml"
    guide.write_text("roles: {sales-druid: {extends: sales-ops}}\n", encoding="utf-8")
    words = "roleguide compare --guide ~/acme.yaml sales-dr"
    assert complete(inside, words, HOME=str(tmp_path)) == ["sales-druid"]


@pytest.mark.parametrize("text", [None, "roles: {"], ids=["missing", "at-fault"])
def test_beside_a_guide_at_fault_the_built_in_one_is_completed(
    inside: Run, tmp_path: Path, text: str | None
) -> None:
    if text:
        (tmp_path / "acme.yaml").write_text(text, encoding="utf-8")
    assert complete(inside, "roleguide compare --guide acme.yaml sales-d") == ["sales-director"]


def test_after_a_command_its_own_options_and_the_common_ones_are_offered(inside: Run) -> None:
    assert complete(inside, "roleguide compare --in") == ["--in"]
    assert complete(inside, "roleguide compare --v") == []
    assert complete(inside, "roleguide compare --he") == ["--help"]
    assert complete(inside, "roleguide --in") == ["--install-completion"]


def test_a_damaged_file_offers_nothing_twice(inside: Run, tmp_path: Path) -> None:
    cold = {"ROLEGUIDE_CACHE_DIR": str(tmp_path / "cold")}
    words = "roleguide show sales-d"
    right = complete(inside, words, "zsh", **cold)
    (file,) = (tmp_path / "cold").iterdir()
    with sqlite3.connect(file) as connection:
        connection.execute("DROP TABLE label")
    connection.close()
    assert complete(inside, words, "zsh", **cold) == right


def test_a_cold_press_compiles_once(
    environ: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "in_memory", lambda _: pytest.fail("compiled a second time"))
    cold = {**environ, "ROLEGUIDE_CACHE_DIR": str(tmp_path / "cold")}
    asked = {"COMP_WORDS": "roleguide compare sales-d", "COMP_CWORD": "2"}
    said = completion.answer({**cold, **asked, completion.VARIABLE: "complete_bash"})
    assert said == "sales-director\n"


def test_what_is_completed_is_what_the_registries_hold() -> None:
    kinds = {
        (path, parameter.name): parameter.kind
        for path, command in SPEC.commands.items()
        for parameter in (*command.parameters, *SPEC.common)
    }
    assert kinds["", "format"].of == CHOICES
    assert kinds["list", "level"].of == get_args(Level)
    assert kinds["list", "stage"].of == get_args(Stage)
    assert kinds["search", "in_"].of == SEARCHED
    assert kinds["show", "name"].of == NAMED
    sections = {section for kind in kinds.values() if kind.name == "record" for section in kind.of}
    assert {section.partition(":")[0] for section in sections} <= {*Sections._fields}
    texts = {place for place, kind in kinds.items() if kind.name == "text"}
    free = {
        ("fit", "answers"),
        ("search", "words"),
        ("title", "words"),
        ("site", "title"),
        ("site", "base_url"),
        *((f"new {kind}", "identifier") for kind in ("role", "skill", "activity", "guide")),
    }
    assert texts == free


@pytest.mark.parametrize("words", ["roleguide compare --guide missing.yaml s", "", "x y z"])
def test_whatever_goes_wrong_nothing_is_said(inside: Run, words: str) -> None:
    answer = inside(_ROLEGUIDE_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD="9")
    assert answer.err == ""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completing_a_role_imports_next_to_nothing(
    run: Run, environ: dict[str, str], tmp_path: Path, shell: str
) -> None:
    assert run("list").code == 0
    code = "import sys; from roleguide.cli.completion import answer_shell; answer_shell()"
    environ |= {
        "_ROLEGUIDE_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": "roleguide compare sales-",
        "COMP_CWORD": "2",
    }
    started = imported(environ, tmp_path, "", code="import sys")
    loaded = imported(environ, tmp_path, "", code=code) - started
    assert "roleguide.store" in loaded
    slow = ("typer", "rich", "yaml", "typing", "re", "pathlib", "json", "gettext")
    assert not {name for name in loaded if name.split(".")[0] in slow}
    assert not loaded & {"roleguide.model", "roleguide.language", "roleguide.catalog"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_printed_and_is_one(inside: Run, shell: str, tmp_path: Path) -> None:
    answer = inside("--install-completion", shell)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("# ~/.")
    assert f"_ROLEGUIDE_COMPLETE=complete_{shell}" in answer.out
    if program := shutil.which(shell):
        script = tmp_path / "script"
        script.write_text(answer.out, encoding="utf-8")
        checked = subprocess.run(
            [program, "-n", str(script)], capture_output=True, encoding="utf-8", check=False
        )
        assert (checked.returncode, checked.stderr) == (0, "")


def test_an_unknown_shell_is_refused(inside: Run) -> None:
    answer = inside("--install-completion", "tcsh")
    assert answer.code == 2
    assert answer.err == (
        "--install-completion must be bash, zsh or fish, not tcsh. See roleguide --help.\n"
    )


def test_a_candidate_is_one_line_whatever_its_title() -> None:
    """Only bash asks for no titles; the others would offer what follows a line end by itself."""
    title = "Bee\nrm\t~\r\v\f\x1c\x85\u2028\u2029keeper"
    shown = {s: list(completion._lines(s, [("bee", title)], "b")) for s in SCRIPTS}
    words = "Bee rm ~" + " " * 7 + "keeper"
    assert shown == {"bash": ["bee"], "zsh": [f"bee:{words}"], "fish": [f"bee\t{words}"]}
