"""How the program grows with the guides: `make bench-scale`.

Builds 50, 500, 5,000 and 50,000 made-up roles upon the built-in vocabulary, 15,000 to a guide, and
three small guides on top that extend some of them. Compiles them all and measures reads inside the
process (a process start would hide them), without and with the three; then what it takes to open
them after a line of the uppermost was changed.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from roleguide.catalog import Catalog
from roleguide.compare import compare
from roleguide.compilation import load
from roleguide.fits.ranking import Fits
from roleguide.guide_paths import GuidePath, guides_in_effect
from roleguide.language import Language
from roleguide.model import Job, Profile, Wishes
from roleguide.moves import move
from roleguide.moves.around import around
from roleguide.search import search

SIZES = (50, 500, 5_000, 50_000)
ROUNDS = 15
PER_FILE = 5_000
PER_GUIDE = 15_000
ENGLISH = Language("en")

ROLE = """\
  made-{n}:
    title: Made-up Job {n}
    family: operations
    level: manager
    stage: backstage
    over: function
    mission: Keeps the register number {n} of the harbour.
    definition: Counts the ships of pier {n} and writes down what {word} carried.
    responsibilities:
      sales-forecast: {{part: supports, text: "says what pier {n} will see"}}
      data-quality: {{part: accountable, text: "keeps pier {n} without doubles"}}
    skills:
      data-analysis: {{level: {level}, weight: 3}}
      forecasting: {{level: 3, weight: 2}}
      rigour: {{level: 4, weight: 1}}
    examples:
      startup: Pier {n} has one boat. Sells the scale and keeps the boat.
"""

ABOVE = (
    "guide: {id: lower}\nroles: {made-3: {extends: made-3, mission: Keeps two registers.}}\n",
    "guide: {id: middle}\nroles: {made-7: {extends: made-7, mission: Counts what floats.}}\n",
    "guide: {id: upper}\nroles: {sales-ops: {extends: sales-ops, mission: Counts ships.}}\n",
)
"""Three guides, the lowest first."""


def write(folder: Path, size: int) -> list[str]:
    """Write guides of so many roles in all, in files of a size that people could open."""
    guides = []
    for first in range(0, size, PER_FILE):
        guide = folder / f"made-{first // PER_GUIDE}"
        guide.mkdir(exist_ok=True)
        guides += [] if str(guide) in guides else [str(guide)]
        roles = (
            ROLE.format(n=n, level=1 + n % 5, word="zanzibar" if n == 7 else "it")
            for n in range(first, min(first + PER_FILE, size))
        )
        text = "roles:\n" + "".join(roles)
        (guide / f"roles-{first:06}.yaml").write_text(text, encoding="utf-8")
    return guides


def write_above(folder: Path) -> list[str]:
    """Write the three guides on top."""
    guides = [folder / f"above-{at}.yaml" for at in range(len(ABOVE))]
    for guide, text in zip(guides, ABOVE, strict=True):
        guide.write_text(text, encoding="utf-8")
    return [str(guide) for guide in guides]


def milliseconds(work: Callable[[], object]) -> float:
    """The median of several runs."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def reads(paths: Sequence[GuidePath], environ: Mapping[str, str]) -> list[float]:
    """What commands take, in milliseconds: compare, show, search, search, list, `INSIDE`."""

    def opened() -> Catalog:
        return load(paths, environ)

    def compared() -> object:
        catalog = opened()
        return compare(catalog, catalog.role("made-3", ENGLISH), catalog.role("sales-ops", ENGLISH))

    def shown() -> object:
        catalog = opened()
        return catalog.role("Made-up Job 7", ENGLISH), catalog.called("roles", "Made-up Job 7")

    return [
        milliseconds(compared),
        milliseconds(shown),
        milliseconds(lambda: search(opened(), "zanzibar")),
        milliseconds(lambda: search(opened(), "pier")),
        milliseconds(lambda: opened().heads()),
        *(milliseconds(partial(_worked, opened, work)) for work in INSIDE.values()),
    ]


INSIDE: Mapping[str, Callable[[Catalog], object]] = {
    "move": lambda found: move(found, found.entry("sdr"), found.entry("sales-director")),
    "next": lambda found: around(found, found.entry("csm")),
    "fit": lambda found: Fits(found, Profile(now=Job("sales-ops"), refuses=Wishes(travel=True))),
}
"""What looks at all roles."""


def _worked(opened: Callable[[], Catalog], work: Callable[[Catalog], object]) -> object:
    return work(opened())


def measure(size: int) -> None:
    """Compile so many roles and print a line without and one with the guides above."""
    with tempfile.TemporaryDirectory() as name:
        environ = {"ROLEGUIDE_CACHE_DIR": f"{name}/cache", "ROLEGUIDE_CONFIG_DIR": f"{name}/none"}
        guides = write(Path(name), size)
        start = time.perf_counter()
        load(guides_in_effect(guides, environ), environ)
        compiled = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        figures = "".join(f"{t:>9.2f}" for t in reads(guides_in_effect(guides, environ), environ))
        print(f"{size:>8,}{figures}{'':>9}{compiled:>11.2f}{memory:>9.0f}", flush=True)
        above = write_above(Path(name))
        paths = guides_in_effect([*guides, *above], environ)

        def changed() -> object:
            with Path(above[-1]).open("a", encoding="utf-8") as file:
                file.write("# changed\n")
            return load(paths, environ)

        changed()
        figures = "".join(f"{t:>9.2f}" for t in [*reads(paths, environ), milliseconds(changed)])
        print(f"{'+ 3':>8}{figures}", flush=True)


def main() -> None:
    """Measure each size in a process of its own, so that memory counts for it alone."""
    if len(sys.argv) > 1:
        measure(int(sys.argv[1]))
        return
    heads = ("compare", "show", "search", "pier", "list", *INSIDE, "changed")
    columns = "".join(f"{head:>9}" for head in heads)
    print(f"{'roles':>8}{columns}{'compile s':>11}{'MiB':>9}   (others in ms)", flush=True)
    for size in SIZES:
        subprocess.run([sys.executable, __file__, str(size)], check=True)


if __name__ == "__main__":
    main()
