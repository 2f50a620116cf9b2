"""Mark the interface's sentences for the tools that extract them."""

from __future__ import annotations


def N_(message: str) -> str:  # noqa: N802 — the name every gettext tool looks for
    """Mark a message for translation later."""
    return message
