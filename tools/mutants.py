"""Try whether the tests notice a fault: each module of a list with one fault at a time put in.

    make mutants
    make mutants ONLY=compare

`tests/mutants.toml` says which modules, and for each the tests that hold it; likewise which mutants
may survive, and why they do no harm. One that survives and is not in there is a missing test, and
one that is in there and does not survive is out of date: either makes the run fail.

Everything is imported and the built-in guide read once; each mutant then runs in a fork in which
only the changed module and those that import it are imported anew, so that one takes a fifth of a
second and what its tests take.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import resource
import signal
import sys
import time
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any, Final, NamedTuple

import grimp
import hypothesis
import pytest
from mutating import Mutant, mutants

ROOT: Final = Path(__file__).parents[1]
SOURCE: Final = ROOT / "src" / "roleguide"
LIST: Final = ROOT / "tests" / "mutants.toml"

AT_ONCE: Final = 2
"""Processes at a time."""

PATIENCE: Final = 5
"""Seconds of computing that a mutant has, and so many times what the tests need without one."""

HANGING: Final = 900
"""Seconds after which it is waiting for something that does not come."""

# The same examples at every run, and no time spent on finding a shorter one.
hypothesis.settings.register_profile(
    "mutants",
    deadline=None,
    max_examples=25,
    database=None,
    derandomize=True,
    phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
)
_OPTIONS: Final = (
    *("-x", "-q", "--assert=plain", "--hypothesis-profile=mutants"),
    *("-p", "no:cacheprovider", "-p", "no:xdist"),
)


class Fault(NamedTuple):
    """A finder and loader that has another source for one module."""

    module: str
    path: str
    source: str

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        """What the import system asks for each module."""
        if name != self.module:
            return None
        package = self.path.endswith("__init__.py")
        return spec_from_loader(name, self, origin=self.path, is_package=package)  # type: ignore[arg-type]

    def create_module(self, _: ModuleSpec) -> None:
        """None: an ordinary module."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the changed source."""
        module.__file__ = self.path
        exec(compile(self.source, self.path, "exec"), module.__dict__)  # noqa: S102 — a module


class Tally(NamedTuple):
    """What became of the mutants of a module."""

    made: int
    survived: list[Mutant]
    seconds: float


def warm_up() -> grimp.ImportGraph:
    """Import all modules and read the guide, and return which module imports which."""
    sys.path.insert(0, str(ROOT / "tests"))
    importlib.import_module("conftest").answers.builtin()
    graph = grimp.build_graph("roleguide", cache_dir=None)
    for name in sorted(graph.modules):
        importlib.import_module(name)
    gc.freeze()  # else pytest, which collects garbage at its end, goes through all of it each time
    return graph


def sources(area: str) -> list[Path]:
    """The files of a module or of a package."""
    return sorted((SOURCE / area).rglob("*.py")) or [(SOURCE / area).with_suffix(".py")]


def module_of(path: Path) -> str:
    """The name by which a file is imported."""
    return ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")


def tried(path: Path, tests: Sequence[str], graph: grimp.ImportGraph) -> Tally:
    """Run the tests on each mutant of a file."""
    module, source = module_of(path), path.read_text("utf-8")
    stale = {module} | graph.find_downstream_modules(module)
    start = time.monotonic()
    plain = Fault(module, str(path), source)
    most = PATIENCE * (1 + _unchanged(plain, stale, tests))
    made, survived = mutants(source), []
    running: dict[int, Mutant] = {}
    for mutant in chain(made, [None] * AT_ONCE):
        if running and (mutant is None or len(running) == AT_ONCE):
            pid, status = os.wait()
            ended = running.pop(pid)
            survived += [ended] if status == 0 else []
        if mutant:
            fault = plain._replace(source=mutant.source)
            running[_start(fault, stale, tests, most)] = mutant
    _unchanged(plain, stale, tests)  # a file changed meanwhile would fail all that came after
    return Tally(len(made), sorted(survived, key=made.index), time.monotonic() - start)


def _unchanged(fault: Fault, stale: set[str], tests: Sequence[str]) -> int:
    """Seconds of computing that the tests take while nothing is changed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    _, status = os.waitpid(_start(fault, stale, tests, HANGING), 0)
    if status:
        sys.exit(f"{' '.join(tests)} fail without any mutant.")
    return int(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before)


def _start(fault: Fault, stale: set[str], tests: Sequence[str], most: int) -> int:
    """Run the tests with a fault in a process of its own, which ends with 0 if they pass."""
    if pid := os.fork():
        return pid
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))
    signal.alarm(HANGING)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    for name, module in list(sys.modules.items()):
        if name in stale or _is_a_test(module):
            del sys.modules[name]
            package, _, last = name.rpartition(".")  # where `from package import module` looks
            vars(sys.modules.get(package, module)).pop(last, None)
    sys.meta_path.insert(0, fault)
    os._exit(pytest.main([*_OPTIONS, *tests]))


def _is_a_test(module: ModuleType) -> bool:
    return str(getattr(module, "__file__", "")).startswith(str(LIST.parent))


def chosen(areas: Mapping[str, Any], only: str) -> list[str]:
    """The modules asked for by their names or the ends of them; all if none is."""
    found = [area for area in areas if not only or area == only or area.endswith(f"/{only}")]
    return found or sys.exit(f"No module {only!r} in {LIST}: {', '.join(areas)}.")


def report(area: str, tally: Tally, harmless: Mapping[str, str]) -> Iterator[str]:
    """The share killed, then what should not be: a survivor, an excuse for none."""
    killed = tally.made - len(tally.survived)
    share = f"{killed} of {tally.made} killed, {killed / max(tally.made, 1):.1%}"
    excused = sum(mutant.name in harmless for mutant in tally.survived)
    yield f"{area}: {share}; {excused} of the others do no harm; {tally.seconds:.0f} s"
    for mutant in tally.survived:
        if mutant.name not in harmless:
            yield f"  line {mutant.line} survives: {mutant.name}"
    for name in harmless.keys() - {mutant.name for mutant in tally.survived}:
        yield f"  out of date: {name}"


def main() -> None:
    """Try the modules that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="one of the modules")
    only = parser.parse_args().only
    listed = tomllib.loads(LIST.read_text("utf-8"))
    os.chdir(ROOT)
    graph, well = warm_up(), True
    for area in chosen(listed["tests"], only):
        for path in sources(area):
            name = str(path.relative_to(SOURCE))
            harmless = {
                mutant: why["why"]
                for why in listed.get("harmless", [])
                if why["module"] == name
                for mutant in why["mutants"]
            }
            lines = [*report(name, tried(path, listed["tests"][area], graph), harmless)]
            print(*lines, sep="\n", flush=True)
            well = well and len(lines) == 1
    sys.exit(not well)


if __name__ == "__main__":
    main()
