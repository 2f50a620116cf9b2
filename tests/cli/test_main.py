"""The command line as its users meet it: processes, exit codes, one-line errors."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.conftest import ADVERTISEMENT, COMMANDS, COVERED, PROFILE, Run, typed
from roleguide import __version__
from roleguide.cli import main as module
from roleguide.formats import CHOICES, ENDINGS, FORMATS
from roleguide.language import Language

ENGLISH = Language("en")
WHOLE = [name for name, form in FORMATS.items() if form.whole]

LANGUAGES = ["en", "fr"]


@pytest.mark.parametrize(
    ("line", "extra"),
    [
        pytest.param("compare sales-ops sales-director --lang fr", {}, id="answer"),
        pytest.param("check - --format json", {"stdin": "roles: {x: {title: X}}\n"}, id="faults"),
        pytest.param("shwo sales-ops", {"LANG": "fr_FR.UTF-8"}, id="error"),
        pytest.param("show --help", {"COLUMNS": "60"}, id="help"),
        pytest.param(
            "",
            {"_ROLEGUIDE_COMPLETE": "complete_zsh", "COMP_WORDS": "roleguide show sales-d"},
            id="completion",
        ),
    ],
)
def test_a_process_says_and_returns_what_the_program_does_inside_one(
    run: Run, inside: Run, line: str, extra: dict[str, str]
) -> None:
    """So that most tests need no process; this one is measured by coverage."""
    assert run(*line.split(), **extra, **COVERED) == inside(*line.split(), **extra)


def test_nothing_asked_shows_two_examples_and_exits_2(inside: Run) -> None:
    answer = inside()
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("roleguide compare") + answer.err.count("roleguide show") == 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_on_stdout_and_exits_0(inside: Run, command: str, language: str) -> None:
    short, answer = (
        inside(*command.split(), flag, "--lang", language) for flag in ("-h", "--help")
    )
    assert short == answer
    assert (answer.code, answer.err) == (0, "")
    usage = {"en": "Usage:", "fr": "Usage\u00a0:"}[language]
    assert answer.out.startswith(f"{usage} roleguide {command}".rstrip())
    assert {"en": "Examples", "fr": "Exemples"}[language] in answer.out
    assert "--color auto|always|never" in answer.out
    assert max(len(line) for line in answer.out.splitlines()) <= 80


def test_every_command_shows_its_examples_in_its_help(inside: Run) -> None:
    for name, command in COMMANDS.items():
        out = inside(*name.split(), "--help").out
        for example in command.examples:
            assert f"  {example}\n" in out


@pytest.mark.parametrize(
    "example", [pytest.param(e, id=e) for c in COMMANDS.values() for e in c.examples]
)
def test_every_example_of_the_help_works(inside: Run, tmp_path: Path, example: str) -> None:
    for name in ("acme.yaml", "before/acme.yaml", "after/acme.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("guide: {id: acme}\nroles: {}\n", encoding="utf-8")
    (tmp_path / "advertisement.txt").write_text(ADVERTISEMENT, encoding="utf-8")
    words, stdin = typed(example)
    if words[0] != "new":
        (tmp_path / "me.yaml").write_text(PROFILE, encoding="utf-8")
    answer = inside(*words, stdin=stdin)
    assert answer.code == 0, answer.err
    assert answer.err == ""


def test_version_names_program_data_python_and_sqlite(inside: Run) -> None:
    out = inside("--version").out
    assert out.startswith(f"roleguide {__version__} (data format 1, Python {sys.version_info[0]}.")
    assert "SQLite 3." in out


@pytest.mark.parametrize(
    ("arguments", "language", "expected"),
    [
        pytest.param(
            ["compare", "sales-opps", "sales-director"],
            "en",
            "No role is called “sales-opps”. Did you mean sales-ops (Sales Operations Manager)?\n",
            id="near-role",
        ),
        pytest.param(
            ["compare", "sales-opps", "sales-director"],
            "fr",
            "Aucun rôle ne s’appelle «\u00a0sales-opps\u00a0». "
            "Vouliez-vous dire sales-ops (Responsable Sales Ops)\u202f?\n",
            id="near-role-fr",
        ),
        pytest.param(
            ["compare", "zzz", "sales-ops"],
            "en",
            "No role is called “zzz”. See roleguide list.\n",
            id="unknown-role",
        ),
        pytest.param(
            ["compare", "sales-ops"],
            "en",
            "A comparison needs at least two roles. See roleguide list.\n",
            id="one-role",
        ),
        pytest.param(
            ["compare"],
            "fr",
            "L’argument RÔLE RÔLE … manque. Voir roleguide compare --help.\n",
            id="missing-argument-fr",
        ),
        pytest.param(
            ["compar", "a", "b"],
            "en",
            "There is no command compar. Did you mean compare? See roleguide --help.\n",
            id="near-command",
        ),
        pytest.param(
            ["compare", "a", "b", "--onyl", "shared"],
            "en",
            "There is no option --onyl. Did you mean --only? See roleguide compare --help.\n",
            id="near-option",
        ),
        pytest.param(
            ["compare", "sales-ops", "sdr", "--only", "diffrences"],
            "en",
            "--only must be differences or shared, not diffrences. Did you mean differences?\n",
            id="near-choice",
        ),
        pytest.param(
            ["list", "--width"],
            "fr",
            "--width demande une valeur. Voir roleguide list --help.\n",
            id="option-without-value-fr",
        ),
        pytest.param(
            ["list", "--width", "wide"],
            "en",
            "--width is a number from 20 to 1000, not wide. See roleguide list --help.\n",
            id="width",
        ),
        pytest.param(
            ["list", "--width", "0001001"],
            "en",
            "--width is a number from 20 to 1000, not 0001001. See roleguide list --help.\n",
            id="width-behind-zeros",
        ),
        pytest.param(
            ["list", "--width", "9" * 5000],
            "en",
            f"--width is a number from 20 to 1000, not {'9' * 5000}. See roleguide list --help.\n",
            id="width-endless",
        ),
        pytest.param(
            ["--guide", "list", "show", "x", "--famly", "y"],
            "en",
            "There is no option --famly. See roleguide show --help.\n",
            id="help-of-the-right-command",
        ),
        pytest.param(
            ["show", "sales-ops", "sdr"],
            "en",
            "sdr is one argument too many; a name of several words stands in quotes. "
            "See roleguide show --help.\n",
            id="one-too-many",
        ),
        pytest.param(
            ["examples", "sales-ops", "--in", "startpu"],
            "en",
            "No context is called “startpu”. Did you mean startup?\n",
            id="near-context",
        ),
        pytest.param(
            ["analogies", "sales-ops", "--world", "shipp"],
            "en",
            "No world is called “shipp”. Did you mean ship (A merchant ship)?\n",
            id="near-world",
        ),
        pytest.param(
            ["who", "sales-forcast"],
            "en",
            "No activity is called “sales-forcast”. Did you mean sales-forecast?\n",
            id="near-activity",
        ),
        pytest.param(
            ["who", "forcast"],
            "en",
            "No activity is called “forcast”. Did you mean one of these?\n"
            "  forecast-process  Forecast method and calendar\n"
            "  sales-forecast    Sales forecast\n",
            id="near-word",
        ),
        pytest.param(
            ["show", "GTM Engineer"],
            "en",
            "Nothing is called “GTM Engineer”. Did you mean se (Sales or Solutions Engineer)?\n",
            id="near-abbreviation",
        ),
        pytest.param(
            ["list", "--skill", "data-analisys"],
            "en",
            "No skill is called “data-analisys”. Did you mean data-analysis?\n",
            id="near-skill",
        ),
        pytest.param(
            ["list", "--level", "boss"],
            "en",
            "--level must be entry, professional, senior, lead, manager, director, vp or "
            "chief, not boss. See roleguide list --help.\n",
            id="level",
        ),
        pytest.param(
            ["list", "--format", "xml"],
            "en",
            f"--format must be {ENGLISH.listing(CHOICES, 'or')}, not xml. "
            "See roleguide list --help.\n",
            id="format",
        ),
        pytest.param(
            ["list", "-o", "roles.xml"],
            "en",
            "The file ending of roles.xml is not a known format. Known file endings are "
            f"{', '.join(ENDINGS)}; otherwise use --format.\n",
            id="ending",
        ),
        pytest.param(
            ["show", "sales-ops", "--format", "csv"],
            "en",
            "This answer is not a table, so it cannot be written as CSV. "
            f"Use --format {ENGLISH.listing([*WHOLE, 'json'], 'or')}.\n",
            id="no-table",
        ),
        pytest.param(
            ["list", "--lang", "de"],
            "en",
            "--lang must be en or fr, not de. See roleguide --help.\n",
            id="language",
        ),
        pytest.param(
            ["list", "--guide", "missing.yaml"],
            "en",
            "missing.yaml: there is no such file. See roleguide help guides.\n",
            id="missing-guide",
        ),
        pytest.param(
            ["show", "\x1b[31mred\u202e"],
            "en",
            "Nothing is called “\ufffd[31mred\ufffd”. See roleguide list.\n",
            id="hostile-argument",
        ),
    ],
)
def test_an_error_is_one_line_and_exit_2(
    inside: Run, arguments: list[str], language: str, expected: str
) -> None:
    answer = inside(*arguments, LANG={"en": "C", "fr": "fr_FR.UTF-8"}[language])
    assert (answer.code, answer.out, answer.err) == (2, "", expected)


def test_an_ambiguous_name_lists_its_candidates(inside: Run, tmp_path: Path) -> None:
    (tmp_path / "two.yaml").write_text(
        "roles:\n"
        + "".join(
            f"  {name}: {{extends: {name}, titles: [{{text: Odd Job, lang: en, use: rare}}]}}\n"
            for name in ("sales-ops", "sdr")
        ),
        encoding="utf-8",
    )
    answer = inside("compare", "odd job", "sales-manager", "--guide", "two.yaml")
    assert answer.code == 2
    assert answer.err.splitlines() == [
        "odd job can mean several things. Say which one:",
        "  sales-ops  Sales Operations Manager",
        "  sdr        Sales Development Representative",
    ]


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(("Directrice des ventes", "salesops"), id="feminine-and-run-together"),
        pytest.param(("DIRECTEUR DES VENTES", "Sales Ops"), id="masculine-and-short"),
        pytest.param(("sales director", "responsable des operations de vente"), id="no-accents"),
        pytest.param(("Directeur / Directrice des ventes", "SALES-OPS"), id="doublet"),
    ],
)
def test_roles_go_by_any_name(inside: Run, names: tuple[str, str]) -> None:
    answer = inside("compare", *names, "--format", "json")
    assert [r["id"] for r in json.loads(answer.out)["roles"]] == ["sales-director", "sales-ops"]


def test_the_same_role_twice_says_so(inside: Run) -> None:
    answer = inside("compare", "sales-ops", "salesops")
    assert answer.code == 0
    assert "The same role twice" in answer.out


@pytest.mark.parametrize(
    ("names", "code"),
    [
        pytest.param(["sales-ops", "sales-ops"], 0, id="same"),
        pytest.param(["sales-ops", "sdr"], 1, id="different"),
        pytest.param(["sales-ops", "sdr", "csm"], 1, id="matrix"),
        pytest.param(["sales-ops", "zzz"], 2, id="no-answer"),
    ],
)
def test_exit_code_tells_whether_roles_differ(inside: Run, names: list[str], code: int) -> None:
    assert inside("compare", *names, "--exit-code").code == code


def test_options_stand_before_or_after_the_command(inside: Run) -> None:
    assert inside("--lang", "fr", "list").out == inside("list", "--lang", "fr").out
    assert inside("--lang", "fr", "list", "--lang", "en").out == inside("list").out


@pytest.mark.parametrize(
    ("environment", "french"),
    [
        pytest.param({"LANG": "fr_FR.UTF-8"}, True, id="LANG"),
        pytest.param({"LC_ALL": "C", "LANG": "fr_FR.UTF-8"}, False, id="LC_ALL-first"),
        pytest.param({"ROLEGUIDE_LANG": "fr", "LC_ALL": "C"}, True, id="ROLEGUIDE_LANG-first"),
        pytest.param({"LANG": "de_DE.UTF-8"}, False, id="unknown-is-English"),
        pytest.param({"LANG": "C.UTF-8"}, False, id="C-is-English"),
        pytest.param({}, False, id="nothing-is-English"),
    ],
)
def test_the_environment_chooses_the_language(
    inside: Run, environment: dict[str, str], *, french: bool
) -> None:
    assert ("Directrice des ventes" in inside("list", **environment).out) is french


def test_list_in_a_pipe_is_a_line_a_role(inside: Run) -> None:
    lines = inside("list").out.splitlines()
    assert [line.split("\t")[0] for line in lines] == sorted(line.split("\t")[0] for line in lines)
    assert {len(line.split("\t")) for line in lines} == {6}
    assert len(lines) == len(json.loads(inside("list", "--format", "json").out)["roles"])


def test_filters_of_list(inside: Run) -> None:
    def listed(*options: str) -> set[str]:
        return {
            r["id"] for r in json.loads(inside("list", *options, "--format", "json").out)["roles"]
        }

    assert "sales-ops" in listed("--family", "operations")
    assert "sales-director" not in listed("--family", "operations")
    assert "sales-director" in listed("--level", "director")
    assert "sales-ops" not in listed("--level", "director")
    assert "sales-ops" in listed("--stage", "backstage") - listed("--stage", "frontstage")
    assert "sales-ops" in listed("--skill", "analyse de données", "--lang", "fr")
    assert listed("--family", "operations", "--level", "chief") == set()


def test_only_and_in(inside: Run) -> None:
    whole = inside("compare", "sales-ops", "sales-director", "--full").out
    differences = inside("compare", "sales-ops", "sales-director", "--only", "differences").out
    shared = inside("compare", "sales-ops", "sales-director", "--only", "shared").out
    assert "\n= Sharing out" in whole
    assert "\n= Sharing out" not in differences
    assert "\n− " not in shared.partition("Responsibilities")[2]
    agency = inside("compare", "sales-ops", "sales-director", "--in", "agency").out
    assert "In a digital marketing agency" in agency
    assert "In a startup" not in agency


def test_everything_in_a_few_lines_is_refused(inside: Run) -> None:
    answer = inside("compare", "sdr", "csm", "--full", "--short")
    assert answer.code == 2
    assert answer.err == "Either --full or --short, not both. See roleguide compare --help.\n"


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_is_written_whole_and_its_ending_chooses_the_format(
    inside: Run, tmp_path: Path, ending: str
) -> None:
    file = tmp_path / f"c{ending}"
    is_record = FORMATS[ENDINGS[ending]].takes == "record"
    line = ("show", "sales-ops") if is_record else ("compare", "sales-ops", "sales-director")
    answer = inside(*line, "-o", file.name)
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    asked_for = inside(*line, "--format", ENDINGS[ending])
    with file.open(encoding="utf-8", newline="") as written:
        assert written.read() == asked_for.out != ""
    assert [p.name for p in tmp_path.iterdir()] == [file.name]


@pytest.mark.skipif(os.name == "nt", reason="permissions are POSIX here")
def test_a_file_replaced_keeps_its_permissions(inside: Run, tmp_path: Path) -> None:
    file = tmp_path / "c.md"
    file.write_text("before", encoding="utf-8")
    file.chmod(0o640)
    assert inside("list", "-o", "c.md").code == 0
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_file_that_cannot_be_written_is_left_alone(inside: Run, tmp_path: Path) -> None:
    answer = inside("list", "-o", "missing/list.md")
    assert answer.code == 2
    assert answer.err.startswith("missing/list.md was not written: ")
    (tmp_path / "folder.md").mkdir()
    assert inside("list", "-o", "folder.md").err == (
        "folder.md was not written: it is a folder. Name another file with -o.\n"
    )
    assert sorted(p.name for p in tmp_path.iterdir()) == ["folder.md"]


def test_errors_are_json_where_json_was_asked_for(inside: Run) -> None:
    answer = inside("compare", "sales-opps", "sdr", "--format", "json")
    assert (answer.code, answer.out) == (2, "")
    error = json.loads(answer.err)
    assert error["schema"] == "roleguide.error/1"
    assert error["error"]["kind"] == "unknown-name"
    assert error["error"]["suggestions"] == ["sales-ops"]
    assert set(error["error"]["message"]) == {"en", "fr"}


def test_json_does_not_depend_on_the_environment(run: Run) -> None:
    plain = run("compare", "sales-ops", "sdr", "--format", "json").out
    other = run(
        "compare",
        "sales-ops",
        "sdr",
        "--format=json",
        "--lang=fr",
        "--color=always",
        LC_ALL="fr_FR.ISO-8859-1",
        COLUMNS="40",
        FORCE_COLOR="1",
        PYTHONIOENCODING="ascii",
    ).out
    assert plain == other


@pytest.mark.parametrize(
    ("environment", "options", "colored"),
    [
        pytest.param({}, [], False, id="pipe"),
        pytest.param({}, ["--color", "always"], True, id="always"),
        pytest.param({"FORCE_COLOR": "1"}, [], True, id="FORCE_COLOR"),
        pytest.param({"CLICOLOR_FORCE": "1"}, [], True, id="CLICOLOR_FORCE"),
        pytest.param({"CLICOLOR_FORCE": "0"}, [], False, id="CLICOLOR_FORCE-0"),
        pytest.param({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False, id="NO_COLOR-first"),
        pytest.param({"NO_COLOR": "1"}, ["--color", "always"], True, id="flag-first"),
        pytest.param({"FORCE_COLOR": "1"}, ["--color", "never"], False, id="never"),
        pytest.param({"TERM": "dumb"}, ["--color", "always"], True, id="dumb-always"),
    ],
)
def test_when_there_is_colour(
    inside: Run, environment: dict[str, str], options: list[str], *, colored: bool
) -> None:
    out = inside("compare", "sales-ops", "sdr", "--format", "terminal", *options, **environment).out
    assert ("\x1b[" in out) is colored


def test_width_is_asked_then_columns_then_80(inside: Run) -> None:
    def widest(*options: str, **environment: str) -> int:
        answer = inside("compare", "sales-ops", "sdr", *options, **environment)
        return max(len(line) for line in answer.out.splitlines())

    assert 50 < widest("--width", "60", COLUMNS="90") <= 60
    assert 80 < widest("--format", "terminal", COLUMNS="90") <= 90
    assert 70 < widest("--format", "terminal") <= 80
    assert 70 < widest("--format", "terminal", COLUMNS="odd", TERM="dumb") <= 80


def test_accessible_says_words_instead_of_marks(inside: Run) -> None:
    out = inside("compare", "sales-ops", "sales-director", ACCESSIBLE="1").out
    assert "only Sales Ops:" in out
    assert not set("−~■□→") & set(out)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
@pytest.mark.parametrize(
    "arguments", [["compare", "sales-ops", "sales-director"], ["--help"], ["compare", "x", "y"]]
)
def test_without_utf8_nothing_crashes(
    environ: dict[str, str], tmp_path: Path, encoding: str, arguments: list[str]
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "roleguide", *arguments, "--lang", "fr"],
        capture_output=True,
        cwd=tmp_path,
        env={**environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": encoding},
        check=False,
    )
    assert b"Traceback" not in done.stderr
    text = (done.stdout + done.stderr).decode(encoding)
    assert "?" not in text.replace(" ?", "").replace("?\n", "") or encoding == "cp1252"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize("arguments", [["list"], ["--help"], ["--version"], ["skills"]])
def test_a_full_device_is_one_line(
    environ: dict[str, str], tmp_path: Path, arguments: list[str]
) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "roleguide", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            env=environ,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == ["stdout was not written: No space left on device."]


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGPIPE there")
def test_a_reader_that_goes_away_is_silent(environ: dict[str, str], tmp_path: Path) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-m", "roleguide", "show", "sales-ops", "--format", "html"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environ,
    )
    assert writer.stdout
    assert writer.stderr
    writer.stdout.close()
    err = writer.stderr.read()
    writer.stderr.close()
    assert (writer.wait(), err) == (141, b"")


def test_a_fault_of_the_program_is_told_in_two_lines(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    def broken(*_: object) -> int:
        message = "this cannot be"
        raise ZeroDivisionError(message)

    monkeypatch.setattr(module, "_run", broken)
    monkeypatch.delenv("ROLEGUIDE_DEBUG", raising=False)
    assert module.main(["list"]) == 2
    assert capfdbinary.readouterr().err.decode().splitlines() == [
        "This is a fault in the program: ZeroDivisionError: this cannot be",
        "ROLEGUIDE_DEBUG=1 shows where; please report it.",
    ]
    monkeypatch.setenv("ROLEGUIDE_DEBUG", "1")
    assert module.main(["list"]) == 2
    said = capfdbinary.readouterr().err.decode().splitlines()
    assert said[0].startswith("Traceback")
    assert said[-1] == "ZeroDivisionError: this cannot be"


def test_interrupting_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "_run", interrupted)
    assert module.main(["list"]) == 130


@pytest.mark.parametrize(
    "words",
    [
        ["sdr", "vs", "bdr"],
        ["sdr vs bdr"],
        ["SDR", "Versus", "bdr"],
        ["sdr", "ou", "bdr"],
        ["sdr et bdr"],
        ["sales", "development", "representative", "vs.", "bdr"],
    ],
)
def test_what_stands_between_two_roles_is_left_out(inside: Run, words: list[str]) -> None:
    assert inside("compare", *words) == inside("compare", "sdr", "bdr")
