"""Typer, imported when something of it is used.

Commands declare their parameters with Typer in annotations, which nothing evaluates until Typer
has to take a command line apart. A line that `fast_parser` understands never comes to that, and
importing Typer would cost it more than the whole answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import typer
else:

    class _Late:
        def __getattr__(self, name: str) -> Any:
            import typer as imported  # noqa: PLC0415 — this is what it is for

            return getattr(imported, name)

    typer = _Late()

__all__ = ["typer"]
