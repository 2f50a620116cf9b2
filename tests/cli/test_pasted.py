"""A command that is printed with a file of the user's in it works when it is pasted."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Final

import pytest

from cli.conftest import ADVERTISEMENT, Run

NAMES: Final = ["-x", "--full", "a b", "-it's", "営業", "$HOME"]
"""Names that a shell or a parser takes for something else."""

WRITERS: Final[dict[str, tuple[str, ...]]] = {
    "profile": ("profile", "--from", "sdr", "--", "{}"),
    "guide": ("guide", "--id", "acme", "--", "{}"),
    "role": ("role", "A title", "--id={}/ours"),
    "role upon another": ("role", "sdr", "--id={}/sdr", "--from", "sdr", "--extends"),
    "skill": ("skill", "A name", "--id={}/ours"),
    "pair": ("pair", "sdr", "csm", "--folder={}"),
}


def pasted(inside: Run, command: str) -> None:
    """Run a command as a shell takes it apart; whatever it finds, it finds the file."""
    answer = inside(*shlex.split(command)[1:])
    assert answer.code in (0, 1) or "The guide has faults" in answer.err, (command, answer.err)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", WRITERS)
def test_beside_what_was_written(inside: Run, tmp_path: Path, kind: str, name: str) -> None:
    if any("{}/" in word or "folder" in word for word in WRITERS[kind]):
        (tmp_path / name).mkdir()
    line = [word.format(name) for word in WRITERS[kind]]
    answer = inside("new", "--format", "json", *line)
    assert answer.code == 0, answer.err
    found = json.loads(answer.out)
    assert found["file"].startswith(name)
    text = (tmp_path / found["file"]).read_text("utf-8")
    assert f"#   {found['next'][-1]}\n" in text
    for command in found["next"]:
        pasted(inside, command)


def commands(text: str) -> list[str]:
    return [found.rstrip(".") for found in re.findall(r"roleguide (?:check|move|ad) .*", text)]


@pytest.mark.parametrize("name", NAMES)
def test_where_something_is_wrong_or_goes_on(inside: Run, tmp_path: Path, name: str) -> None:
    for ending, text in {
        "yaml": "roles: {x: {title: X}}\n",
        "yml": "profile: {now: sdr, skills: {prospecting: 4}}\n",
        "txt": "We are nice.\n",
    }.items():
        (tmp_path / f"{name}.{ending}").write_text(text, encoding="utf-8")
    said = [
        inside("list", f"--guide={name}.yaml").err,
        inside("guides", f"--guide={name}.yaml").out,
        inside("fit", "--", f"{name}.yml").out,
        inside("move", "sdr", f"--ad={name}.txt").err,
    ]
    (tmp_path / f"{name}.txt").write_text(ADVERTISEMENT, encoding="utf-8")
    found = [command for text in said for command in commands(text)]
    assert len(found) == len(said), said
    for command in found:
        pasted(inside, command)
