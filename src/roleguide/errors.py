"""The program's errors: a base class, and a class for each kind, which builds its own text.

An error is raised with its arguments; its text is made in the user's language where it is shown.
It says what was found, what is allowed, and what to do next.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from roleguide.guide_paths import typed
from roleguide.language import N_, Language, Message, visible

if TYPE_CHECKING:
    from pathlib import Path


class RoleguideError(Exception):
    """The base of all errors that keep the program from answering. Caught in one place; exit 2.

    Attributes:
        kind: A stable name for scripts (`roleguide.error/1`).
        message: What is wrong.
        ask: The command that helps where there is neither a suggestion nor another remedy.
    """

    kind = "error"
    ask = ""

    def __init__(
        self,
        message: Message,
        *,
        suggestions: Sequence[str] = (),
        remedy: Message | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self._near: Callable[[], Mapping[str, str]] = lambda: dict.fromkeys(suggestions, "")
        self._remedy = remedy

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Names that would have worked, the likeliest first, with their titles if they have any."""
        return self._near()

    @property
    def suggestions(self) -> tuple[str, ...]:
        """Those names alone."""
        return tuple(self.titles)

    @property
    def remedy(self) -> Message | None:
        """What to do next."""
        if self._remedy or self.suggestions or not self.ask:
            return self._remedy
        return Message(N_("See {command}."), {"command": self.ask})

    def lines(self, language: Language) -> list[str]:
        """The error as its user reads it."""
        text = language.tell(self.message)
        if self.suggestions:
            names = language.listing(map(self._named, self.suggestions), "or")
            hint = language.say(N_("Did you mean {names}?"), names=names)
            text = f"{text} {hint}"
        if self.remedy:
            text = f"{text} {language.tell(self.remedy)}"
        return [text]

    def _named(self, suggestion: str) -> str:
        """A name with its title, unless they are the same words."""
        title = self.titles[suggestion]
        same = title.casefold() in ("", suggestion.replace("-", " "))
        return suggestion if same else f"{suggestion} ({title})"

    def __str__(self) -> str:
        return "\n".join(self.lines(Language("en")))


class UsageError(RoleguideError):
    """The command line is wrong.

    Whoever runs a command sets `ask` to that command's help.

    Args:
        text: The sentence that says so.
        suggestions: Words that would have worked.
        remedy: What to do next.
        see: The command to see next, in place of a remedy.
        values: What stands in the places of the sentence.
    """

    kind = "usage"
    ask = "roleguide --help"

    def __init__(
        self,
        text: str,
        *,
        suggestions: Sequence[str] = (),
        remedy: Message | None = None,
        see: str = "",
        **values: object,
    ) -> None:
        if see:
            remedy = Message(N_("See {command}."), {"command": see})
        super().__init__(Message(text, values), suggestions=suggestions, remedy=remedy)


class UnknownName(RoleguideError):
    """No record has that name.

    Args:
        text: The sentence that says so, with a place for `name`.
        name: The name as it was given.
        near: Makes the nearest names, each with its title. It is called where the error is shown:
            a name that no role has may yet be read as a title.
        listing: The command that lists what there is.
        known: Some of the names there are, if no command lists them.
    """

    kind = "unknown-name"

    def __init__(
        self,
        text: str,
        name: str,
        near: Callable[[], Mapping[str, str]] = dict,
        listing: str = "",
        known: Sequence[str] = (),
    ) -> None:
        example = Message(N_("There is, for example, {names}."), {"names": ", ".join(known)})
        super().__init__(Message(text, {"name": name}), remedy=example if known else None)
        self._near = near
        self.ask = listing

    @property
    def remedy(self) -> Message | None:
        """Where to look if nothing is near."""
        return None if self.titles else super().remedy

    def lines(self, language: Language) -> list[str]:
        """That no record has the name; the nearest names beside it, or each on a line."""
        if len(self.titles) < 2:
            return super().lines(language)
        ask = language.say(N_("Did you mean one of these?"))
        return [f"{language.tell(self.message)} {ask}", *_table(self.titles.items())]


def _table(rows: Collection[tuple[str, str]]) -> list[str]:
    """Names, each with its title beside it."""
    width = max(len(name) for name, _ in rows)
    return [f"  {name:<{width}}  {told}" for name, told in rows]


class AmbiguousName(RoleguideError):
    """Several records have that name; the text lists their ids.

    Attributes:
        text: The sentence that says so.
        which: What is asked or said above the list.
        candidates: The ids, each with its title.
    """

    kind = "ambiguous-name"
    text = N_("{name} can mean several things.")
    which = N_("Say which one:")

    def __init__(self, name: str, candidates: Sequence[tuple[str, str]]) -> None:
        found = [identifier for identifier, _ in candidates]
        super().__init__(Message(self.text, {"name": name}), suggestions=found)
        self.candidates = tuple(candidates)

    def lines(self, language: Language) -> list[str]:
        """The question which one is meant, then a line for each candidate."""
        head = f"{language.tell(self.message)} {language.say(self.which)}"
        return [head, *_table(self.candidates)]


class UnclearTitle(AmbiguousName):
    """A title means no single role for sure; the text lists those that come near."""

    text = N_("“{name}” is not quite the title of one role.")
    which = N_("It comes near:")

    def lines(self, language: Language) -> list[str]:
        """The sentence that the reading is not sure, then a line for each role that comes near.

        Where only one does, it is what may have been meant, with the line to type.
        """
        if len(self.candidates) > 1:
            return super().lines(language)
        ((identifier, told),) = self.candidates
        ask = language.say(N_("Did you mean {names}?"), names=identifier)
        see = language.say(N_("See {command}."), command=f"roleguide show {identifier}")
        return [f"{language.tell(self.message)} {ask} {see}", f"  {told}"]


class TitlesApart(UnclearTitle):
    """Two titles stand in what was given, with *and*, *or* or *vs* between them."""

    def lines(self, language: Language) -> list[str]:
        """The roles, and the line that compares the first two."""
        (one, _), (other, _), *_ = self.candidates
        see = language.say(N_("See {command}."), command=f"roleguide compare {one} {other}")
        return [*super().lines(language), see]


class UnreadableFile(RoleguideError):
    """A file cannot be opened, decoded or used at all."""

    kind = "unreadable-file"
    ask = "roleguide help guides"

    def __init__(self, path: "Path | str", reason: Message, remedy: Message | None = None) -> None:
        text = Message(N_("{path}: {reason}"), {"path": str(path), "reason": reason})
        super().__init__(text, remedy=remedy)
        self.path = str(path)
        self.reason = reason


def system_reason(error: Exception) -> Message:
    """Why the system refused something, in its own words."""
    return Message(N_("{error}."), {"error": getattr(error, "strerror", None) or str(error)})


class NotWritten(RoleguideError):
    """Output could not be written; no incomplete file is left behind."""

    kind = "not-written"

    def __init__(self, path: str, reason: Message, remedy: Message | None = None) -> None:
        super().__init__(
            Message(N_("{path} was not written: {reason}"), {"path": path, "reason": reason}),
            remedy=remedy,
        )


class Fault(NamedTuple):
    """One thing wrong in a guide, and where.

    Attributes:
        file: The guide's file.
        line: Its line, from 1; 0 where the file as a whole is meant.
        column: Its column, from 1, counted in characters.
        path: The path of the value (`roles.sales-ops.skills`).
        found: What was found.
        allowed: What is allowed there.
        hint: What to do.
        source: The line itself.
        warning: Whether the guide can be used all the same.
    """

    file: str
    line: int
    column: int
    path: str
    found: Message
    allowed: Message | None = None
    hint: Message | None = None
    source: str = ""
    warning: bool = False

    def lines(self, language: Language) -> list[str]:
        """Where, what was found, what is allowed; the line itself; the hint."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        kind = language.label(language.say(N_("warning"))) if self.warning else ""
        path = f"{self.path}:" if self.path else ""
        head = " ".join(filter(None, (f"{place}:", kind, path, language.tell(self.found))))
        if self.allowed:
            head = language.say(
                N_("{found}; allowed: {allowed}"), found=head, allowed=language.tell(self.allowed)
            )
        text = [head]
        if self.source.strip():
            text.append(f"    {self.source.strip()}")
        if self.hint:
            text.append(f"    → {language.tell(self.hint)}")
        return [visible(line.replace("\n", " ")) for line in text]


class FaultyGuide(RoleguideError):
    """A guide has faults, and none of it is used.

    Attributes:
        text: The sentence that says so.
        most: How many faults are shown.
    """

    kind = "faulty-guide"
    text = N_("The guide has faults; none of it was used.")
    most = 3

    def __init__(
        self, faults: Sequence[Fault], path: str | None = None, remedy: Message | None = None
    ) -> None:
        super().__init__(Message(self.text), remedy=remedy)
        self.faults = tuple(faults)
        self.path = path or self.faults[0].file

    def lines(self, language: Language) -> list[str]:
        """The first faults, the command that shows all, and how to go on without them."""
        text = [language.tell(self.message)]
        for fault in self.faults[: self.most]:
            text += fault.lines(language)
        text.append(
            language.count(
                "{n} fault in all: roleguide check {file}",
                "{n} faults in all: roleguide check {file}",
                len(self.faults),
                file=typed(self.path),
            )
        )
        if self.remedy:
            text.append(language.tell(self.remedy))
        return text


class FaultyProfile(FaultyGuide):
    """A profile has faults, and nothing is concluded from it."""

    kind = "faulty-profile"
    text = N_("The profile has faults; nothing was concluded from it.")
    most = 20
