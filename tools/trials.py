"""Add one of each thing to a copy of the repository, and count the files that had to be touched.

    python tools/trials.py            # all of tools/trials/
    python tools/trials.py format     # one of them
    python tools/trials.py --keep format   # and leave the copy for a look

A trial is a TOML file: `edit` inserts `text` into `file` after the words of `after` (into a new
file, or at the end, without them), `french` holds the translations of the new sentences, `tests`
the tests that know nothing of what is added and must hold all the same, and `spoil` turns one
thing wrong (`old` becomes `new`), which `red` of these tests must find. What must be generated is
generated, and with `snapshots` the pages that are kept. The table says how many files of each kind
were touched by hand.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import tomllib
import venv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[1]
TRIALS: Final = Path(__file__).with_name("trials")
TOOLS: Final = Path(sys.executable).parent
WORDS: Final = "src/roleguide/locale/fr/LC_MESSAGES/roleguide.po"
KINDS: Final[Mapping[str, str]] = {
    "source": r"src/.*\.(py|css|md)|pyproject\.toml",
    "data": r"data/.*",
    "words": re.escape(WORDS),
    "tests": r"tests/.*",
    "prose": r".*\.md|Makefile",
}
"""The kinds of files that people edit."""


def copied(target: Path) -> None:
    """Copy what is tracked, and commit it there, so that git can say what has been touched."""
    for name in filter(None, git(ROOT, "ls-files", "-z").split("\0")):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, target / name)
    if (ROOT / ".mypy_cache").exists():
        shutil.copytree(ROOT / ".mypy_cache", target / ".mypy_cache")  # a minute less
    environment = target / ".venv"
    venv.create(environment, symlinks=True)
    folders = f"{target / 'src'}\n{sysconfig.get_path('purelib')}\n"
    (_packages(environment) / "trial.pth").write_text(folders, "utf-8")
    git(target, "init", "-q")
    git(target, "add", "-A")
    git(target, "commit", "-qm", "before")


def _packages(environment: Path) -> Path:
    """Where an environment holds its packages."""
    inside = {"base": str(environment), "platbase": str(environment)}
    return Path(sysconfig.get_path("purelib", "venv", inside))


def git(folder: Path, *words: str) -> str:
    """What git says of a folder."""
    identity = ("-c", "user.name=trial", "-c", "user.email=trial@localhost")
    return subprocess.check_output(["git", *identity, *words], cwd=folder, text=True)


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a tool on the copy, or a Python file or module with the copy's source."""
    python = words[0] == "-m" or words[0].endswith(".py")
    command = [str(folder / ".venv/bin/python")] if python else [str(TOOLS / words[0])]
    return subprocess.run(
        [*command, *words[0 if python else 1 :]],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src")},
        capture_output=True,
        text=True,
        check=False,
    )


def edited(folder: Path, edits: Iterable[Mapping[str, str]]) -> None:
    """Make the edits of a trial.

    Raises:
        SystemExit: The words after which something is to be inserted are not there, or twice.
    """
    for edit in edits:
        file = folder / edit["file"]
        file.parent.mkdir(parents=True, exist_ok=True)
        before = file.read_text("utf-8") if file.exists() else ""
        after = edit.get("after", "")
        if after and before.count(after) != 1:
            sys.exit(f"{edit['file']}: {before.count(after)} times {after!r}")
        at = before.index(after) + len(after) if after else len(before)
        file.write_text(before[:at] + edit["text"] + before[at:], "utf-8")


def generated(folder: Path, french: Mapping[str, str], *, drawn: bool) -> set[str]:
    """Make what is made, and translate the new sentences; which files that has touched.

    Args:
        folder: The copy.
        french: The translations.
        drawn: Whether pages that are kept as text look different now.
    """
    before = touched(folder)
    run(folder, "tools/spec.py")
    run(folder, "ruff", "format", "-q", ".")
    run(folder, "tests/messages.py")
    if french:
        words = folder / WORDS
        text = words.read_text("utf-8")
        for english, said in french.items():
            asked = f'msgid "{english}"\nmsgstr "'
            text = text.replace(f'{asked}"', f'{asked}{said}"')
        words.write_text(text, "utf-8")
        run(folder, "tests/messages.py")
    run(folder, "tools/manual.py")
    if drawn:
        run(folder, "-m", "pytest", "-q", "tests/snapshots", "--update")
    return touched(folder) - before - ({WORDS} if french else set())


def touched(folder: Path) -> set[str]:
    """The files that differ from those that were copied."""
    lines = git(folder, "status", "--porcelain", "--untracked-files=all").splitlines()
    return {line[3:] for line in lines}


def checked(folder: Path, tests: Sequence[str]) -> str:
    """What lint, types, layers and tests have against the copy; empty if nothing."""
    checks = (
        ("ruff", "check", "-q", "."),
        ("mypy",),
        ("lint-imports",),
        ("-m", "pytest", "-q", "-n", "2", "-p", "no:cacheprovider", *tests),
    )
    for words in checks:
        done = run(folder, *words)
        if done.returncode:
            return f"{' '.join(words)}\n{done.stdout[-6000:]}{done.stderr[-2000:]}"
    return ""


def spoilt(folder: Path, spoil: Mapping[str, str]) -> str:
    """What is wrong with the tests: they do not find what has been spoilt; empty if they do."""
    file = folder / spoil["file"]
    sound = file.read_text("utf-8")
    if spoil["old"] not in sound:
        sys.exit(f"{spoil['file']}: no {spoil['old']!r}")
    file.write_text(sound.replace(spoil["old"], spoil["new"]), "utf-8")
    done = run(folder, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", spoil["red"])
    file.write_text(sound, "utf-8")
    return "" if done.returncode == 1 else f"{spoil['red']} does not find it\n{done.stdout[-3000:]}"


def tried(trial: Mapping[str, Any], *, keep: bool) -> tuple[dict[str, int], str]:
    """How many files of each kind a trial touches, and what does not hold then."""
    folder = Path(tempfile.mkdtemp(prefix="trial-"))
    copied(folder)
    edited(folder, trial["edit"])
    made = generated(folder, trial.get("french", {}), drawn=trial.get("snapshots", False))
    by_hand = touched(folder) - made
    counts = {
        kind: sum(bool(re.fullmatch(pattern, name)) for name in by_hand)
        for kind, pattern in KINDS.items()
    }
    problem = checked(folder, trial["tests"])
    if not problem and "spoil" in trial:
        problem = spoilt(folder, trial["spoil"])
    if keep:
        print(folder)
    else:
        shutil.rmtree(folder)
    return {**counts, "generated": len(made)}, problem


def main() -> int:
    """Print the table, and on standard error what does not hold."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", help="trials of tools/trials/; all without one")
    parser.add_argument("--keep", action="store_true", help="leave the copies")
    asked = parser.parse_args()
    names = asked.names or sorted(file.stem for file in TRIALS.glob("*.toml"))
    print("| to add |", " | ".join((*KINDS, "generated", "holds")), "|")
    print("|---" * (len(KINDS) + 3), "|", sep="")
    sound = True
    for name in names:
        trial = tomllib.loads((TRIALS / f"{name}.toml").read_text("utf-8"))
        counts, problem = tried(trial, keep=asked.keep)
        figures = (str(count) if count else "" for count in counts.values())
        holds = "no" if problem else "yes"
        print("|", " | ".join((trial["adds"], *figures, holds)), "|", flush=True)
        if problem:
            sound = False
            print(f"{name}: {problem}", file=sys.stderr, flush=True)
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
