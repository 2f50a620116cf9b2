"""How the program grows with the guide: `make bench-scale`.

Builds guides of 50, 500, 5,000 and 50,000 made-up roles upon the built-in vocabulary, compiles
each, and measures reads inside the process (a process start would hide them).
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from roleguide.catalog import Catalog
from roleguide.compare import compare
from roleguide.compilation import load
from roleguide.guide_paths import guides_in_effect
from roleguide.language import Language
from roleguide.search import search

SIZES = (50, 500, 5_000, 50_000)
ROUNDS = 15
PER_FILE = 5_000
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


def write(folder: Path, size: int) -> None:
    """Write a guide of so many roles, in files of a size that people could open."""
    for first in range(0, size, PER_FILE):
        roles = (
            ROLE.format(n=n, level=1 + n % 5, word="zanzibar" if n == 7 else "it")
            for n in range(first, min(first + PER_FILE, size))
        )
        text = "roles:\n" + "".join(roles)
        (folder / f"roles-{first:06}.yaml").write_text(text, encoding="utf-8")


def milliseconds(work: Callable[[], object]) -> float:
    """The median of several runs."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def measure(size: int) -> None:
    """Compile one guide and print a line."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "guide"
        folder.mkdir()
        write(folder, size)
        environ = {"ROLEGUIDE_CACHE_DIR": f"{name}/cache", "ROLEGUIDE_CONFIG_DIR": f"{name}/none"}
        paths = guides_in_effect([str(folder)], environ)
        start = time.perf_counter()
        load(paths, environ)
        compiled = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

        def opened() -> Catalog:
            return load(paths, environ)

        def compared() -> object:
            catalog = opened()
            return compare(
                catalog, catalog.role("made-3", ENGLISH), catalog.role("sales-ops", ENGLISH)
            )

        def shown() -> object:
            catalog = opened()
            return catalog.role("Made-up Job 7", ENGLISH), catalog.everywhere("Made-up Job 7")

        figures = [
            milliseconds(compared),
            milliseconds(shown),
            milliseconds(lambda: search(opened(), "zanzibar")),
            milliseconds(lambda: opened().heads()),
        ]
        reads = "".join(f"{figure:>10.2f}" for figure in figures)
        per_role = compiled / (size + 53) * 1000
        print(f"{size:>8,}{reads}{compiled:>11.2f}{per_role:>10.2f}{memory:>9.0f}", flush=True)


def main() -> None:
    """Measure each size in a process of its own, so that memory counts for it alone."""
    if len(sys.argv) > 1:
        measure(int(sys.argv[1]))
        return
    heads = ("compare", "show", "search", "list")
    columns = "".join(f"{head + ' ms':>10}" for head in heads)
    print(f"{'roles':>8}{columns}{'compile s':>11}{'ms/role':>10}{'MiB':>9}", flush=True)
    for size in SIZES:
        subprocess.run([sys.executable, __file__, str(size)], check=True)


if __name__ == "__main__":
    main()
