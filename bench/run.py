"""Measure whole processes side by side, interleaved, as medians and ratios: `make bench`.

No figure here fails a test: machines differ. What must not be imported is tested instead.
"""

from __future__ import annotations

import importlib.util
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from roleguide.catalog import Catalog
from roleguide.compilation import load
from roleguide.fits.ranking import Fits
from roleguide.guide_paths import data_folder, guides_in_effect
from roleguide.model import Job, Mastery, Profile, Wishes
from roleguide.moves import move
from roleguide.moves.around import around
from roleguide.name_matching import titles_of
from roleguide.titles import read

HERE = Path(__file__).parent
ROUNDS = 21

NOTHING = "python -c pass"
BARE = "bare Typer app, one Rich table"
WARM = "list, in a pipe"
COLD = "the guide compiled"
"""A cold run, less a warm one."""
CHANGED: Mapping[str, str] = {
    "a changed line above it": (
        "guide: {{id: acme}}\ntools:\n  acme-desk:\n    name: Acme Desk\n"
        "    family: selling-tools\n    definition: Where the orders of the year {n} are kept.\n"
    ),
    "a changed line, extending": (
        "guide: {{id: acme}}\nroles:\n  sales-ops:\n    extends: sales-ops\n"
        "    mission: Keeps the orders of the year {n}.\n"
    ),
}
"""Small guides above the built-in one: a run after a line was changed, less a warm one."""
READ = "a title read, inside"
"""One title inside a process, the median of many; no title is read twice."""

PROFILE = Profile(
    now=Job("sales-ops"),
    roles={"sdr": 1},
    skills={"data-analysis": Mastery(5)},
    activities={"discovery": "owns", "closing": "does", "sales-forecast": "helps"},
    wants=Wishes(stage=("backstage",)),
    refuses=Wishes(travel=True),
)
INSIDE: Mapping[str, Callable[[Catalog], object]] = {
    "a move by several steps, inside": lambda catalog: move(
        catalog, catalog.entry("sdr"), catalog.entry("sales-director")
    ),
    "next, inside": lambda catalog: around(catalog, catalog.entry("csm")),
    "fit, inside": lambda catalog: Fits(catalog, PROFILE),
}
"""Answers inside a process, each from guides opened anew."""

OURS: Mapping[str, Sequence[str]] = {
    "compare, drawn": ["compare", "sales-ops", "sales-director", "--format", "terminal"],
    "compare --format json": ["compare", "sales-ops", "sales-director", "--format", "json"],
    "show, drawn": ["show", "sales-ops", "--format", "terminal"],
    "show --format json": ["show", "sales-ops", "--format", "json"],
    "skills, in a pipe": ["skills", "sales-ops"],
    WARM: ["list"],
    "search": ["search", "forecast"],
    "ad --format json": ["ad", str(HERE / "advertisement.txt"), "--format", "json"],
}
SITES = 3
"""Rounds in which the whole site is made, which takes as long as all of a round besides."""

PEERS = {"tech-roles-library": ["tech_roles_library"], "career-fit": ["career_fit"]}


def roleguide() -> list[str]:
    """The program as people run it, if it is installed."""
    installed = Path(sys.executable).with_name("roleguide")
    return [str(installed)] if installed.is_file() else [sys.executable, "-m", "roleguide"]


def commands(environ: dict[str, str]) -> dict[str, tuple[list[str], dict[str, str]]]:
    """Every command to measure, with its environment."""
    program = roleguide()
    found = {
        NOTHING: ([sys.executable, "-c", "pass"], environ),
        BARE: ([sys.executable, str(HERE / "bare.py"), "sales-ops", "sales-director"], environ),
    }
    found |= {name: ([*program, *words], environ) for name, words in OURS.items()}
    completing = {
        **environ,
        "_ROLEGUIDE_COMPLETE": "complete_bash",
        "COMP_WORDS": "roleguide compare sales-",
        "COMP_CWORD": "2",
    }
    found["one TAB"] = (program, completing)
    for name, modules in PEERS.items():
        if all(importlib.util.find_spec(module) for module in modules):
            found[f"{name} --help"] = ([sys.executable, "-m", modules[0], "--help"], environ)
    return found


def seconds(command: Sequence[str], environ: Mapping[str, str]) -> float:
    """The wall time of one run."""
    start = time.perf_counter()
    subprocess.run(command, env=environ, capture_output=True, check=False)
    return time.perf_counter() - start


def titles(catalog: Catalog) -> list[str]:
    """A title for each name of a role, as an advertisement writes one."""
    names = [n for h in catalog.heads() for _, n in titles_of(catalog.entry(h.id).role)]
    return [f"Senior {name} EMEA - Remote (m/f/d)" for name in names]


def read_titles(environ: Mapping[str, str], share: int) -> float:
    """The median time of reading a title, over one share in `ROUNDS` of them."""
    catalog = load(guides_in_effect((), environ), environ)
    times = []
    for title in titles(catalog)[share::ROUNDS]:
        start = time.perf_counter()
        read(catalog, title)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def answered(environ: Mapping[str, str], work: Callable[[Catalog], object]) -> float:
    """The time that an answer takes inside this process."""
    start = time.perf_counter()
    work(load(guides_in_effect((), environ), environ))
    return time.perf_counter() - start


def changed(
    guide: Path, text: str, command: Sequence[str], environ: Mapping[str, str], number: int
) -> float:
    """How much longer a command takes after a line of a guide was changed."""
    environ = {**environ, "ROLEGUIDE_PATH": str(guide)}
    guide.write_text(text.format(n=number), encoding="utf-8")
    first = seconds(command, environ)
    return first - seconds(command, environ)


def main() -> None:
    """Run everything in turn and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        environ = {
            **{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
            "ROLEGUIDE_CACHE_DIR": folder,
            "ROLEGUIDE_CONFIG_DIR": folder,
            "COLUMNS": "100",
        }
        Path(folder, "above").mkdir()
        todo = commands(environ)
        for command, variables in todo.values():
            seconds(command, variables)  # bytecode, and the compiled guide
        times: dict[str, list[float]] = {
            name: [] for name in (*todo, COLD, *CHANGED, READ, *INSIDE)
        }
        sites = []
        for at in range(ROUNDS):
            for file in Path(folder).glob("*.sqlite"):
                file.unlink()
            times[COLD].append(seconds(*todo[WARM]))
            for name, (command, variables) in todo.items():
                times[name].append(seconds(command, variables))
            for name, text in CHANGED.items():
                guide = Path(folder, "above", "acme.yaml")
                times[name].append(changed(guide, text, *todo[WARM], number=at))
                guide.unlink()
            times[READ].append(read_titles(environ, at))
            for name, work in INSIDE.items():
                times[name].append(answered(environ, work))
            if at < SITES:
                sites.append(seconds([*roleguide(), "site", str(Path(folder, "site"))], environ))
    times[COLD] = [c - w for c, w in zip(times[COLD], times[WARM], strict=True)]
    version = platform.python_version()
    print(f"CPython {version}, {platform.machine()}, {os.cpu_count()} cores, {ROUNDS} rounds")
    print(f"{'':<34}{'ms':>8}{'× pass':>9}{'× bare':>9}")
    for name, values in times.items():
        ratio = over(values, times[NOTHING])
        drawn = "drawn" in name or name == BARE
        bare = f"{over(values, times[BARE]):>9.2f}" if drawn else ""
        print(f"{name:<34}{statistics.median(values) * 1000:>8.1f}{ratio:>9.2f}{bare}")
    size = megabytes(Path(data_folder()))
    ratio = over(times[COLD], times[NOTHING])
    print(f"compiling, for each MB of the {size:.2f} MB of YAML: {ratio / size:.2f} × pass")
    ratio = over(sites, times[COLD][:SITES])
    print(f"the whole site, in all languages: {ratio:.1f} × compiling")


def megabytes(folder: Path) -> float:
    """The YAML of a guide, in millions of bytes: its compiling is to grow no faster than that."""
    return sum(file.stat().st_size for file in folder.glob("*.yaml")) / 1_000_000


def over(values: Sequence[float], others: Sequence[float]) -> float:
    """The median of the ratios round by round: a machine is fast at times, slow at others."""
    return statistics.median(a / b for a, b in zip(values, others, strict=True))


if __name__ == "__main__":
    main()
