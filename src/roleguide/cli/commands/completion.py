"""`--install-completion`: what makes a shell complete the words of a line."""

from __future__ import annotations

from roleguide.cli.answer import PlainText
from roleguide.cli.completion import script, shells
from roleguide.cli.session import Session, choose


def completion(session: Session, shell: str) -> PlainText:  # noqa: ARG001 — as every command
    """What to add to a shell's start-up file."""
    text = script(choose("--install-completion", shell, shells()))
    return PlainText(lambda _: text)
