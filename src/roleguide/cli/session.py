"""What one run knows: its language, its guides, and how its answer is to be drawn."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from roleguide import catalog as catalogs
from roleguide import formats
from roleguide.catalog import Catalog, RoleEntry
from roleguide.cli import output
from roleguide.cli.late import typer
from roleguide.errors import UsageError
from roleguide.language import N_, Language, Message
from roleguide.stack import GuidePath, guide_paths
from roleguide.views.document import Document

NARROWEST = 20
WIDEST = 1000


class Settings(NamedTuple):
    """The options that every command has."""

    lang: str | None = None
    format: str | None = None
    output: str | None = None
    guide: tuple[str, ...] = ()
    color: str | None = None
    width: str | None = None


class Session:
    """One run of one command; `anew` distrusts what was compiled before."""

    def __init__(self, language: Language, settings: Settings, *, anew: bool = False) -> None:
        self.language = language
        self.settings = settings
        self.anew = anew
        self.color = choose("--color", settings.color or "auto", ("auto", "always", "never"))
        self.format = self._format()
        self.width = self._width()

    @staticmethod
    def of(context: typer.Context) -> Session:
        """The session of a command's context."""
        session = context.obj
        assert isinstance(session, Session)  # noqa: S101 — the command's class made it
        return session

    @cached_property
    def guides(self) -> list[GuidePath]:
        """The guides in effect, the lowest first."""
        return guide_paths(self.settings.guide, os.environ)

    @cached_property
    def catalog(self) -> Catalog:
        """The guides in effect, read or found compiled."""
        with output.Progress(self.language.say(N_("Reading the guides…"))) as progress:
            return catalogs.load(self.guides, os.environ, anew=self.anew, progress=progress)

    def role(self, name: str) -> RoleEntry:
        """The role of that name."""
        return self.catalog.role(name, self.language)

    def roles(self, names: Sequence[str]) -> list[RoleEntry]:
        """The roles of those names, in their order."""
        return [self.role(name) for name in names]

    def find(self, section: str, name: str) -> str:
        """The id of a record of that name in a section."""
        return self.catalog.find(section, name, self.language)

    @property
    def wants_pages(self) -> bool:
        """Whether the answer is read as a page, and may be as long as it is."""
        return self.format is not None and formats.FORMATS[self.format].whole

    def answer(
        self,
        document: Callable[[], Document],
        data: Callable[[], Mapping[str, Any]],
        *,
        paged: bool = True,
    ) -> None:
        """Draw the answer in the format asked for, and write it where it was asked for.

        Args:
            document: Makes the answer for readers.
            data: Makes the answer for programs.
            paged: Whether it is an answer to be read at leisure, in the reader's pager if any.
        """
        if self.format and formats.FORMATS[self.format].takes == "data":
            self._write(formats.render(self.format, data()), exact=True)
            return
        made = document()
        name = self.format or ("tsv" if made.rows_in_pipe else "pipe")
        to_file = self.settings.output not in (None, "-")
        color = self.color == "always" or (not to_file and output.use_color(self.color, os.environ))
        page = formats.Page(output.terminal_width(self.width), color)
        text = formats.render(name, made, page)
        if paged and formats.FORMATS[name].paged and isinstance(text, str):
            self._show(text)
        else:
            self._write(text, exact=formats.FORMATS[name].exact)

    def _show(self, text: str) -> None:
        """Write an answer to be read; on a terminal, in the pager that the reader named."""
        command = os.environ.get("ROLEGUIDE_PAGER", "").strip()
        if not command or self.settings.output or not output.is_terminal():
            self._write(text, exact=False)
            return
        from roleguide.cli import pager  # noqa: PLC0415 — only where there is one

        if not pager.show(output.encoded(text, sys.stdout.encoding), command, os.environ):
            output.write(text)  # before the complaint, which would scroll away
            failed = N_("The pager that ROLEGUIDE_PAGER names could not be started: {command}")
            output.complain([self.language.say(failed, command=command)])

    def write_text(self, text: str) -> None:
        """Write what has one form only, such as help, where it was asked for."""
        self._write(text, exact=False)

    def _write(self, text: str | bytes, *, exact: bool) -> None:
        if self.settings.output and self.settings.output != "-":
            from roleguide.cli.output_file import write_file  # noqa: PLC0415 — only where asked for

            write_file(Path(self.settings.output), text)
        else:
            output.write(text, exact=exact)

    def _format(self) -> str | None:
        """The format: asked for, by the file's ending, or by where the answer goes.

        None means a pipe, which gets rows or lines by what the answer is.
        """
        asked, file = self.settings.format, self.settings.output
        if asked:
            return choose("--format", asked, formats.CHOICES)
        if file and file != "-":
            ending = Path(file).suffix.lower()
            if ending not in formats.ENDINGS:
                raise UsageError(
                    Message(
                        N_("The file ending of {file} is not a known format."),
                        {"file": file},
                    ),
                    remedy=Message(
                        N_("Known file endings are {endings}; otherwise use --format."),
                        {"endings": ", ".join(formats.ENDINGS)},
                    ),
                )
            return formats.ENDINGS[ending]
        if os.environ.get("ACCESSIBLE", "0") not in ("", "0"):
            return "plain"
        forced = self.color == "always" or output.use_color("auto", os.environ)
        if output.is_terminal() or self.settings.width or forced:
            return "terminal"
        return None

    def _width(self) -> int | None:
        asked = self.settings.width
        if asked is None:
            return None
        digits = asked.lstrip("0")
        if asked.isascii() and asked.isdigit() and 0 < len(digits) <= len(str(WIDEST)):
            width = int(digits)
            if NARROWEST <= width <= WIDEST:
                return width
        raise UsageError(
            Message(
                N_("--width is a number of columns from {low} to {high}, not {value}."),
                {"low": NARROWEST, "high": WIDEST, "value": asked},
            )
        )


def choose(option: str, value: str, allowed: Sequence[str]) -> str:
    """One of the values an option may have.

    Raises:
        UsageError: It is none of them.
    """
    if value in allowed:
        return value
    from roleguide.cli.suggestions import suggestions  # noqa: PLC0415 — where something is wrong

    raise UsageError(
        Message(
            N_("{option} must be one of {names}, not {value}."),
            {"option": option, "names": ", ".join(allowed), "value": value},
        ),
        suggestions=suggestions(value, allowed),
    )
