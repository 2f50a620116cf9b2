"""How the help is set: paragraphs, names with a text beside them, commands to try."""

from __future__ import annotations

import shlex
import textwrap


def sentence(summary: str) -> str:
    """A summary as a sentence of its own."""
    return f"{summary[:1].upper()}{summary[1:]}{'' if summary.endswith('…') else '.'}"


def wrapped(text: str, width: int, indent: int = 0) -> list[str]:
    """A paragraph; no word is broken, and hard spaces hold."""
    room = max(width - indent, 20)
    lines = textwrap.wrap(text, room, break_on_hyphens=False, break_long_words=False)
    return [f"{'':<{indent}}{line}" for line in lines]


def entry(name: str, text: str, room: int, width: int) -> list[str]:
    """A name with its text beside it, or below where there is no room."""
    if width < room + 24 or len(name) > room:
        return [f"  {name}", *wrapped(text, width, 6)]
    first, *more = wrapped(text, width - room - 4) or [""]
    return [f"  {name:<{room}}  {first}", *(f"  {'':<{room}}  {line}" for line in more)]


def command_line(command: str, width: int) -> list[str]:
    """A command to try; a long one goes on in the next line as a shell lets it."""
    lines = ["  "]
    words = _arguments(command)
    for at, word in enumerate(words):
        going_on = 2 * (at + 1 < len(words))  # room for the backslash
        if at and len(lines[-1]) + len(word) + going_on > width:
            lines[-1] += "\\"
            lines.append("      ")
        lines[-1] += f"{word} "
    return [line.rstrip() for line in lines]


def _arguments(command: str) -> list[str]:
    """The words of a command, each option with the word after it."""
    found: list[str] = []
    for word in shlex.split(command, posix=False):  # so that quotes stay
        if found and found[-1].startswith("-") and " " not in found[-1] and word[0] != "-":
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found
