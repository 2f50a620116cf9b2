"""`roleguide` and `python -m roleguide`: the process around `main`."""

from __future__ import annotations

import atexit
import gc
import os
import sys


def run() -> None:
    """Run the command line, flush, and end the process without tearing the interpreter down.

    Collecting garbage and tearing down cost more than most commands; neither is of use to a
    process that lives a tenth of a second. Only coverage needs its exit handlers.
    """
    gc.disable()
    try:
        code = _answer()
    except KeyboardInterrupt:  # before `main` could see to it
        code = 130
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            continue
    if "coverage" in sys.modules:
        atexit._run_exitfuncs()  # noqa: SLF001 — there is no public way to run only these
    os._exit(code)


def _answer() -> int:
    if os.environ.get("_ROLEGUIDE_COMPLETE"):
        from roleguide.cli.completion import answer_shell as complete  # without Typer

        return complete()
    from roleguide.cli.main import main  # imported with collection off

    return main(sys.argv[1:])


if __name__ == "__main__":
    run()
