"""What the program never does: guess, read what is no guide, edit files, use the network."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.conftest import COMMANDS, Run
from cli.test_startup import imported
from roleguide.cli.help.pages import groups
from roleguide.cli.spec import SPEC
from roleguide.language import HARD_SPACE, NARROW_SPACE, Language

ROOT = Path(__file__).parents[2]

# Never guessed --------------------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_goes_by_a_part_of_its_name(inside: Run, command: str) -> None:
    *group, name = command.split()
    for end in range(1, len(name)):
        part = " ".join([*group, name[:end]])
        answer = inside(*group, name[:end], "no such role")
        assert (answer.code, answer.out) == (2, "")
        # Some parts are names of roles, which then are compared.
        assert answer.err.startswith((f"There is no command {part}.", "No role is called “no such"))


@pytest.mark.parametrize("option", ["--onl", "--exit", "--form", "--widt=40", "-f", "--no-full"])
def test_no_option_goes_by_a_part_of_its_name(inside: Run, option: str) -> None:
    answer = inside("compare", "sales-ops", "sdr", option)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"There is no option {option.partition('=')[0][:7]}")


# Never read, never left unsaid ----------------------------------------------------------------


def _folder(path: Path) -> None:
    path.mkdir()


def _latin(path: Path) -> None:
    path.write_bytes("roles: {café: {}}\n".encode("latin-1"))


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2**31)  # two gigabytes, of which the disk keeps none


def _cut_off(path: Path) -> None:
    path.write_text('roles: {x: {title: "never clo', encoding="utf-8")


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _archive(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + bytes(range(256)))


@pytest.mark.skipif(os.name == "nt", reason="links are POSIX here")
@pytest.mark.parametrize("made", [_folder, _latin, _huge, _cut_off, _loop, _archive])
@pytest.mark.parametrize("arguments", ["list --guide acme.yaml", "check acme.yaml"])
def test_what_cannot_be_read_is_said_shortly(
    inside: Run, tmp_path: Path, made: Callable[[Path], None], arguments: str
) -> None:
    made(tmp_path / "acme.yaml")
    answer = inside(*arguments.split())
    said = answer.out + answer.err
    assert answer.code in ((1, 2) if "check" in arguments else (2,))
    assert "acme.yaml" in said
    assert "ROLEGUIDE_DEBUG" not in said, "this is no fault of the program"
    assert len(said.splitlines()) <= 6
    assert max(map(len, said.splitlines())) < 300


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the folder of a process")
@pytest.mark.parametrize(
    ("arguments", "code"), [("list", 0), ("list --guide x.yaml", 2), ("check x.yaml", 2)]
)
def test_a_folder_that_was_removed_under_the_process(
    environ: dict[str, str], tmp_path: Path, arguments: str, code: int
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    line = f'rmdir "{gone}" && exec "{sys.executable}" -m roleguide {arguments}'
    done = subprocess.run(
        ["sh", "-c", line],
        capture_output=True,
        encoding="utf-8",
        cwd=gone,
        env=environ,
        check=False,
    )
    assert (done.returncode, "fault in the program" in done.stderr) == (code, False), done.stderr


def test_a_cache_that_cannot_be_had_is_done_without(inside: Run, tmp_path: Path) -> None:
    """Missing, impossible to make, or full after the first kilobytes."""
    whole = inside("list")
    assert whole.code == 0
    for folder in (tmp_path / "new" / "cache", Path("/dev/null/cache"), Path("relative")):
        assert inside("list", ROLEGUIDE_CACHE_DIR=str(folder)) == whole


@pytest.mark.skipif(os.name == "nt", reason="limits of files are POSIX")
def test_a_full_disk_is_done_without(run: Run, environ: dict[str, str], tmp_path: Path) -> None:
    full = 'ulimit -f 64; exec "$@"'
    done = subprocess.run(
        ["sh", "-c", full, "sh", sys.executable, "-m", "roleguide", "list"],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={**environ, "ROLEGUIDE_CACHE_DIR": str(tmp_path / "full")},
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, run("list").out, "")
    assert not list((tmp_path / "full").glob("*.sqlite"))


def test_a_warm_run_asks_for_each_folder_once_and_opens_no_guide(
    run: Run, environ: dict[str, str], tmp_path: Path
) -> None:
    assert run("list").code == 0
    code = (
        "import sys; seen = [];"
        "sys.addaudithook(lambda name, about: seen.append((name, str(about[0])))"
        "if name in ('open', 'os.scandir', 'os.listdir') and about else None);"
        "from roleguide.cli.main import main; main(['list', '--format', 'json']);"
        "print(*(f'{n} {p}' for n, p in seen), sep='\\n', file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env=environ,
        check=True,
    )
    touched = done.stderr.splitlines()
    assert not [line for line in touched if line.endswith((".yaml", ".yml"))]
    assert [line for line in touched if line.startswith("os.scandir") and "data" in line] == [
        f"os.scandir {ROOT / 'data'}"
    ]


# Never shown ----------------------------------------------------------------------------------


def test_a_traceback_asked_for_has_no_values_in_it(environ: dict[str, str], tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from roleguide.cli import main as module\n"
        "def broken(*_):\n"
        "    password = 'secret' + str(6 * 7)\n"
        "    raise ZeroDivisionError('this cannot be')\n"
        "module._run = broken\n"
        "sys.exit(module.main(['list']))\n"
    )

    def told(**extra: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env={**environ, **extra},
            check=False,
        ).stderr

    assert "Traceback" not in told()
    assert "Traceback" in told(ROLEGUIDE_DEBUG="1")
    assert "secret42" not in told(ROLEGUIDE_DEBUG="1")


@pytest.mark.parametrize("width", [40, 60, 100])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_french_help_keeps_its_hard_spaces(inside: Run, command: str, width: int) -> None:
    line = [*command.split(), "--help", "--lang", "fr"]
    wide, narrow = inside(*line, COLUMNS="100").out, inside(*line, COLUMNS=str(width)).out
    for space in (HARD_SPACE, NARROW_SPACE):
        assert narrow.count(space) == wide.count(space)
        assert not [row for row in narrow.splitlines() if row.strip(" ")[:1] == space]
        assert not [row for row in narrow.splitlines() if row.endswith(space)]
    assert HARD_SPACE in wide
    assert not re.search(r" [:;!?»]|« ", narrow)


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_help_begins_with_examples_and_has_its_groups_in_order(
    inside: Run, lang: str, width: int
) -> None:
    language = Language(lang)
    text = inside("--help", "--lang", lang, COLUMNS=str(width)).out
    parts = ("Examples", *groups(SPEC, ""), "Options")
    places = [text.index(f"\n{language.say(part)}\n") for part in parts]
    assert places == sorted(places)
    assert all(f"\n  {name} " in text for name in SPEC.below(""))
    assert "…" in text.splitlines()[0]


# Never done -----------------------------------------------------------------------------------


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_installing_completion_edits_no_file(inside: Run, tmp_path: Path, shell: str) -> None:
    home = tmp_path / "home"
    home.mkdir()
    answer = inside("--install-completion", shell, HOME=str(home), XDG_CONFIG_HOME=str(home))
    assert answer.out
    assert not list(home.iterdir())


@pytest.mark.parametrize(
    "line", ["list", "compare sales-ops sdr --width 90", "search remise", "check", "--version"]
)
def test_nothing_that_speaks_to_a_network_is_imported(
    environ: dict[str, str], tmp_path: Path, line: str
) -> None:
    found = imported(environ, tmp_path, *line.split())
    speakers = {
        "socket",
        "_socket",
        "ssl",
        "http",
        "urllib.request",
        "ftplib",
        "smtplib",
        "asyncio",
    }
    assert found.isdisjoint(speakers)


def test_uninstalling_is_told_with_every_folder() -> None:
    told = (ROOT / "README.md").read_text("utf-8").partition("To remove it")[2]
    for word in ("pip uninstall roleguide", "~/.cache/roleguide", "~/.config/roleguide"):
        assert word in told


def test_nothing_in_the_source_asks_back() -> None:
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    assert not re.findall(r"\b(?:input|confirm)\(|prompt=|getpass", sources)
