"""An answer becomes bytes in a format, and goes where the command line sends it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping

from roleguide import formats
from roleguide.cli import output
from roleguide.cli.answer import Answer, PlainText, Stream
from roleguide.cli.parser import Settings
from roleguide.cli.session import Medium
from roleguide.errors import UsageError
from roleguide.language import N_, Message


class Delivery:
    """How an answer is drawn, and where it goes.

    Attributes:
        format: The format; None for a pipe, which gets rows or lines by what the answer is.
        notices: What to say on standard error beside an answer that was drawn or written.
    """

    def __init__(self, settings: Settings, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self._settings = settings
        self._file = "" if settings.output == "-" else settings.output
        self.format = self._format()
        self.notices: tuple[Message, ...] = ()

    @property
    def medium(self) -> Medium:
        """What the answer is read on."""
        if self.format is None:
            return "pipe"
        return "page" if formats.FORMATS[self.format].whole else "screen"

    def render(self, answer: Answer | PlainText | Stream) -> Iterable[bytes]:
        """Draw an answer; what is written line by line is drawn while it is written.

        Raises:
            UsageError: It has no such format.
        """
        if isinstance(answer, Stream):
            return self._streamed(answer)
        return [self._drawn(answer)]

    def _drawn(self, answer: Answer | PlainText) -> bytes:
        if isinstance(answer, PlainText):
            return self._plain(answer)
        if self.format and formats.FORMATS[self.format].takes in ("data", "record"):
            text = formats.render(self.format, _values(self.format, answer))
            return self._encoded(self.format, text)
        document = answer.document()
        name = self.format or ("tsv" if document.rows_in_pipe else "pipe")
        if formats.FORMATS[name].takes == "table" and document.table and document.table.note:
            self.notices = (document.table.note,)
        page = formats.Page(output.terminal_width(self._settings.width), self._colored(answer))
        return self._encoded(name, formats.render(name, document, page))

    def _streamed(self, answer: Stream) -> Iterator[bytes]:
        """Lines in the format asked for; without one, tab-separated on a terminal too."""
        name = self._settings.format or (self._file and self.format) or "tsv"
        lines = formats.stream(name, answer.heads, answer.items())
        return (self._encoded(name, line) for line in lines)

    def write(self, content: Iterable[bytes], answer: Answer | PlainText | Stream) -> None:
        """Write an answer where it was asked for; into a file, whole.

        Raises:
            BrokenPipeError: The reader went away.
            NotWritten: The file or the device does not take it.
        """
        if self._file:
            from roleguide.cli.output_file import write_file  # only where asked for

            write_file(self._file, b"".join(content))
            return
        if command := self._pager(answer):
            from roleguide.cli import pager  # only where there is one

            content = [b"".join(content)]
            if pager.show(content[0], command, self._environ):
                return
            failed = N_("The pager that ROLEGUIDE_PAGER names could not be started: {command}")
            self.notices += (Message(failed, {"command": command}),)
        for part in content:
            output.write(part)

    def _plain(self, answer: PlainText) -> bytes:
        if self.format not in (None, "terminal", "plain", answer.form):
            form = N_("plain text") if answer.form == "plain" else answer.form.upper()
            raise UsageError(
                N_("This answer is {form}; it has no format {name}."),
                form=Message(form),
                name=self.format,
                see="roleguide help formats",
            )
        return self._encoded(answer.form, answer.text(output.terminal_width(self._settings.width)))

    def _encoded(self, name: str, text: str) -> bytes:
        """What a format made, as a file keeps it or as the terminal can show it."""
        if self._file or formats.FORMATS[name].exact:
            return text.encode()
        return output.encoded(text, getattr(sys.stdout, "encoding", None))

    def _pager(self, answer: Answer | PlainText | Stream) -> str:
        """The pager that shows the answer, if one is named and it is to be read in one."""
        read = isinstance(answer, Answer) and answer.paged and not self._settings.output
        if read and self.format and formats.FORMATS[self.format].paged and output.is_terminal():
            return self._environ.get("ROLEGUIDE_PAGER", "").strip()
        return ""

    def _colored(self, answer: Answer) -> bool:
        if self._file:
            return self._settings.color == "always"
        if self._settings.color == "auto" and (command := self._pager(answer)):
            from roleguide.cli import pager  # only where there is one

            if not pager.keeps_color(command, self._environ):
                return False
        return output.use_color(self._settings.color, self._environ)

    def _format(self) -> str | None:
        """The format: asked for, by the file's ending, or by where the answer goes."""
        if self._settings.format:
            return self._settings.format
        if self._file:
            return _by_ending(self._file)
        if self._environ.get("ACCESSIBLE", "0") not in ("", "0"):
            return "plain"
        forced = self._settings.color == "always" or output.use_color("auto", self._environ)
        if output.is_terminal() or self._settings.width or forced:
            return "terminal"
        return None


def _values(name: str, answer: Answer) -> Mapping[str, object]:
    """The answer for programs, or the guide that holds the record which it is about."""
    if formats.FORMATS[name].takes == "data":
        return answer.data()
    if answer.record is None:
        text = N_("This answer is about no record, so it cannot be written as {format}.")
        raise formats.refused(name, text)
    return answer.record()


def _by_ending(file: str) -> str:
    ending = os.path.splitext(file)[1].lower()  # noqa: PTH122 — without pathlib
    if ending in formats.ENDINGS:
        return formats.ENDINGS[ending]
    raise UsageError(
        N_("The file ending of {file} is not a known format."),
        file=file,
        remedy=Message(
            N_("Known file endings are {endings}; otherwise use --format."),
            {"endings": ", ".join(formats.ENDINGS)},
        ),
    )
