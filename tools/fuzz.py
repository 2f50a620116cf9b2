"""Whether whatever is handed to us ends in an answer or in faults, never in an exception or a hang.

    python tools/fuzz.py --runs 3000
    python tools/fuzz.py --minutes 30 --seed 7

Takes the examples of the tests, the example guide and what was found before, changes them at random
and hands them to the readers: of guides (with all that `check` finds in them), of profiles, of
titles, of advertisements. What ends badly is written to `tests/fuzzing/corpus/TARGET/`, where `make
test` tries it from then on.
"""

from __future__ import annotations

import argparse
import random
import resource
import signal
import sys
import time
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Final

from roleguide.ads import read as read_ad
from roleguide.catalog import Catalog
from roleguide.compilation import read_all, warnings_of
from roleguide.errors import Fault, UnreadableFile
from roleguide.guide_paths import STANDARD, data_folder
from roleguide.language import UNSEEN, Language
from roleguide.reading.first_keys import is_meant_as_profile
from roleguide.reading.guide import Reading, read_guide
from roleguide.reading.places import FileText
from roleguide.reading.profile import read_profile
from roleguide.titles.explanation import explain, understand

ROOT: Final = Path(__file__).parents[1]
CORPUS: Final = ROOT / "tests" / "fuzzing" / "corpus"

SLOWEST: Final = 10
"""Seconds of the processor that one input may take, a thousand times the usual."""

MEMORY: Final = 3 << 30
"""Bytes of addresses that the process may take in all."""

LARGEST: Final = 20_000
"""Bytes of an input: what goes wrong does so in a small one, and these are fast."""

TOKENS: Final = tuple(
    part.encode()
    for part in (
        *(
            "\n",
            "\n  ",
            "\n    - ",
            "\t",
            ": ",
            "- ",
            "? ",
            ", ",
            " #",
            "[",
            "]",
            "{",
            "}",
            "'",
            '"',
        ),
        *("|\n", ">-\n", "&a ", "*a", "!t ", "---\n", "...\n", "null", "true", "1e9", "-0", "0x1F"),
        *("en: ", "fr: ", "m: ", "extends: ", "roles:\n", "guide: {id: x}\n", "pairs:\n  a--b: "),
        *("\ud7ff", "\u202e", "\x1b[31m", "é", "e\u0301", "ﬁ", "İ", "ß", "😀", "\u00a0", "(m/f/d)"),
        *(" | ", " – ", "/", "&amp;", "<p>", "</li>", "<!--", "9" * 40, "a" * 300, "(" * 60),
    )
)
"""What inputs are made worse with."""

ENGLISH, FRENCH = Language("en"), Language("fr")


class TooSlow(Exception):
    """An input took longer than `SLOWEST`."""


@cache
def standard() -> tuple[Reading, Catalog]:
    """The built-in guide, read and compiled."""
    guides, _ = read_all([(data_folder(), STANDARD)])
    return read_guide(data_folder(), identifier=STANDARD), Catalog.of(guides)


def try_guide(content: bytes) -> None:
    """A file as a guide above the built-in one, with all that `check` says of it."""
    below, _ = standard()
    assert below.guide  # noqa: S101 — the tests hold it
    with TemporaryDirectory() as folder:
        path = Path(folder, "acme.yaml")
        path.write_bytes(content)
        try:
            reading = read_guide(path, below.guide.sections, below.nodes)
        except UnreadableFile as error:
            error.lines(ENGLISH)
            return
    told(reading.faults)
    told(warnings_of(reading, below.guide.sections))
    if reading.guide:
        Catalog.of([reading.guide]).heads()


def try_profile(content: bytes) -> None:
    """A file as a profile."""
    below, _ = standard()
    assert below.guide  # noqa: S101 — likewise
    text = content.decode(errors="replace")
    source = FileText("me.yaml", text)
    is_meant_as_profile(source)
    told(read_profile(source, below.guide.sections).faults)


def try_title(content: bytes) -> None:
    """A line as a job title."""
    _, catalog = standard()
    for line in content.decode(errors="replace").splitlines()[:3]:
        explain(catalog, understand(catalog, line[:2_000]))


def try_ad(content: bytes) -> None:
    """A file as a job advertisement."""
    _, catalog = standard()
    read_ad(catalog, content.decode(errors="replace"))


TARGETS: Final[Mapping[str, Callable[[bytes], None]]] = {
    "guide": try_guide,
    "profile": try_profile,
    "title": try_title,
    "ad": try_ad,
}


def told(faults: Sequence[Fault]) -> None:
    """Faults can be shown in either language, and none of what they show is obeyed."""
    for fault in faults[:50]:
        for language in (ENGLISH, FRENCH):
            for line in fault.lines(language):
                assert not UNSEEN.search(line), line  # noqa: S101 — this is what is tried


def seeds(target: str) -> list[bytes]:
    """What the inputs of a target are made of."""
    examples = ROOT / "tests" / "examples"
    folders = {
        "guide": [examples / "valid", examples / "invalid", ROOT / "examples" / "acme"],
        "profile": [],
        "title": [],
        "ad": [ROOT / "tests" / "ads" / "texts"],
    }
    found = [path for folder in folders[target] for path in sorted(folder.iterdir())]
    found += sorted((CORPUS / target).glob("*"))
    read = [path for path in found if target != "guide" or path.suffix != ".txt"]
    return [path.read_bytes()[:LARGEST] for path in read] or [b"x"]


def changed(chance: random.Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """An input with one to six changes."""
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        start = chance.randrange(len(content) + 1)
        end = min(len(content), start + chance.choice((1, 2, 8, 60, 400)))
        piece = content[start:end]
        match chance.randrange(7):
            case 0:
                content = content[:start] + content[end:]
            case 1:
                content = content[:end] + piece * chance.choice((1, 2, 30)) + content[end:]
            case 2 | 3:
                content = content[:start] + chance.choice(TOKENS) + content[start:]
            case 4:
                other = chance.choice(others)
                at = chance.randrange(len(other) + 1)
                content = content[:start] + other[at : at + 300] + content[end:]
            case 5:
                content = content[:start] + chance.randbytes(1) + content[end:]
            case _:
                lines = content.split(b"\n")
                content = b"\n".join(chance.sample(lines, len(lines)))
    return content[:LARGEST]


def tried(target: str, content: bytes) -> str:
    """What went wrong with an input; nothing where it ended in an answer."""
    signal.signal(signal.SIGPROF, _too_slow)
    signal.setitimer(signal.ITIMER_PROF, SLOWEST)
    try:
        TARGETS[target](content)
    except TooSlow:
        return f"more than {SLOWEST} s"
    except (Exception, MemoryError, RecursionError) as error:  # noqa: BLE001 — each is a finding
        return f"{type(error).__name__}: {error}"[:200]
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return ""


def _too_slow(_number: int, _frame: FrameType | None) -> None:
    raise TooSlow


def inputs(chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Inputs without end, each with its target."""
    known = {target: seeds(target) for target in TARGETS}
    while True:
        target = chance.choice(("guide", "guide", *TARGETS))
        yield target, changed(chance, chance.choice(known[target]), known[target])


def kept(target: str, content: bytes) -> Path:
    """Keep an input for the tests."""
    path = CORPUS / target / f"{zlib.crc32(content):08x}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def main() -> int:
    """Try inputs until the budget is spent; exit 1 where one ended badly."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=10**9, help="inputs to try")
    parser.add_argument("--minutes", type=float, default=10**6, help="time to spend")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    standard()
    begun, slowest, findings, runs = time.monotonic(), 0.0, 0, 0
    for target, content in inputs(random.Random(asked.seed)):  # noqa: S311 — no secret
        if runs >= asked.runs or time.monotonic() - begun > asked.minutes * 60:
            break
        start = time.process_time()
        wrong = tried(target, content)
        slowest = max(slowest, time.process_time() - start)
        runs += 1
        if wrong:
            findings += 1
            print(f"{kept(target, content)}: {wrong}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    spent = time.monotonic() - begun
    print(f"{runs} inputs in {spent:.0f} s, slowest {slowest:.2f} s, {peak} MB: {findings} bad")
    return int(findings > 0)


if __name__ == "__main__":
    sys.exit(main())
