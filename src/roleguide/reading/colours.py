"""Colours as `#rrggbb`, and how well one is told from another (WCAG 2.2, relative luminance)."""

from __future__ import annotations

from typing import Final

LIGHT: Final = "#ffffff"
"""The lightest ground of a page."""

DARK: Final = "#16181c"
"""The darkest ground of a page."""

SEEN: Final = 3.0
"""The least contrast at which a button or a mark is seen on its ground."""


def contrast(one: str, other: str) -> float:
    """How well two colours are told apart: from 1, not at all, to 21, black on white."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def ink(ground: str) -> str:
    """Black or white, whichever is read better on a ground; one of them always reads well."""
    return max(("#000000", "#ffffff"), key=lambda colour: contrast(colour, ground))


def lightened(colour: str) -> str:
    """A shade of a colour that is seen on the dark ground."""
    for part in range(11):
        shade = _mixed(colour, part / 10)
        if contrast(shade, DARK) >= 1.5 * SEEN:
            return shade
    return "#ffffff"


def _mixed(colour: str, white: float) -> str:
    return "#" + "".join(f"{round(c + (255 - c) * white):02x}" for c in _channels(colour))


def _channels(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _luminance(colour: str) -> float:
    shares = [channel / 255 for channel in _channels(colour)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return sum(w * s for w, s in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
