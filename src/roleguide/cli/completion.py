"""Completion for bash, zsh and fish, answered before the command line is built.

The shell runs the program with `_ROLEGUIDE_COMPLETE` set to `complete_bash`, `complete_zsh` or
`complete_fish`, the words so far in `COMP_WORDS` (a line each, or separated by spaces) and the
index of the one being typed in `COMP_CWORD`. Whatever goes wrong, nothing is said.

A record is offered by the beginning of its id, in any case. Where no id begins so, it is offered
by that of any word of its titles in the user's language. Bash and zsh then put the id in the place
of what was typed; where several are offered, they leave it and list them. Fish offers only what has
the typed letters in it, so it gets the title where the id has them not; a title means the same.
"""

from __future__ import annotations

import os
import sys
from itertools import pairwise

from roleguide import language_tags
from roleguide.cli.parameters import Kind
from roleguide.cli.spec import SPEC

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing would cost a press of TAB a fifth of its time
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Final, TypeAlias

    from roleguide.cli.parameters import Parameter, Spec
    from roleguide.guide_paths import GuidePath
    from roleguide.store.stack import Stack

    Candidate: TypeAlias = tuple[str, str]
    """A word to complete to, and what it is."""

    Titles: TypeAlias = Mapping[str, Mapping[str, tuple[str, str]]]
    """Of each section, by id, the language of a title and the title."""

VARIABLE: Final = "_ROLEGUIDE_COMPLETE"

# A title may have line ends and tabs in it, which would part a candidate.
_SPACES: Final = dict.fromkeys(map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"), " ")


def answer(environ: Mapping[str, str]) -> str:
    """The candidates for the word being typed, a line each, as the shell wants them."""
    shell = environ[VARIABLE].partition("_")[2]
    raw = environ.get("COMP_WORDS", "")
    words = raw.split("\n") if "\n" in raw else raw.split(" ")
    at = int(environ.get("COMP_CWORD", str(len(words) - 1)))
    typed = words[at] if at < len(words) else ""
    found = [*Line(words[1:at], typed, _tag(words, environ), environ, shell).candidates()]
    return "".join(f"{line}\n" for line in _lines(shell, found, typed))


def _lines(shell: str, found: Sequence[Candidate], typed: str) -> Iterator[str]:
    if shell == "bash" and len(found) > 1 and not all(c[0].startswith(typed) for c in found):
        # Bash puts what all candidates begin with in the place of the word. With this one that is
        # nothing, and the word stays.
        yield " "
    for value, text in found:
        help_ = text.translate(_SPACES)
        if shell == "zsh":
            name = value.replace(":", "\\:")
            yield f"{name}:{help_}" if help_ else name
        elif shell == "fish":
            yield f"{value}\t{help_}" if help_ else value
        else:
            yield value


def _tag(words: Sequence[str], environ: Mapping[str, str]) -> str:
    """The user's language: asked for on the line, else the environment's."""
    for name, value in pairwise(words):
        if name == "--lang" and (tag := language_tags.parse(value)):
            return tag
    return language_tags.resolve(environ)


class Line:
    """A line on which a word is being typed.

    Attributes:
        before: The words before it, without the program's name.
        typed: What is typed of it.
        tag: The language of titles and descriptions.
        environ: For the guides in effect.
        shell: The shell that asks.
        spec: All commands.
    """

    def __init__(
        self,
        before: Sequence[str],
        typed: str,
        tag: str,
        environ: Mapping[str, str],
        shell: str,
        spec: Spec = SPEC,
    ) -> None:
        self.before = before
        self.typed = typed
        self.tag = tag
        self.environ = environ
        self.shell = shell
        self.spec = spec

    def candidates(self) -> Iterator[Candidate]:
        """What can stand where the word is being typed."""
        path, free, last = _place(self.before, self.spec)
        below = self.spec.below(path)
        if last:
            yield from self._values_of(last.kind)
        elif self.typed.startswith("-"):
            yield from self._beginning(self._options(path))
        elif not free and any(name.startswith(self.typed) for name in below):
            summaries = ((name, self.spec.commands[words].summary) for name, words in below.items())
            yield from self._beginning((name, self._say(text)) for name, text in summaries)
        else:
            # Names in the place of a command are compared.
            command = self.spec.commands.get(path or "compare", self.spec.commands[path])
            for argument in _arguments(command.arguments, free):
                yield from self._values_of(argument.kind)

    def _beginning(self, found: Iterable[Candidate]) -> Iterator[Candidate]:
        return (candidate for candidate in found if candidate[0].startswith(self.typed))

    def _say(self, message: str, choices: tuple[str, ...] = ()) -> str:
        """A sentence in the user's language, with the words of a choice in it."""
        if self.shell == "bash":
            return message  # it shows no descriptions
        from roleguide.language import Language, Message  # where something is said

        return Language(self.tag).tell(Message(message, {"choices": choices}))

    def _options(self, path: str) -> Iterator[Candidate]:
        for name, option in self.spec.options(path).items():
            yield name, self._say(option.help, option.kind.of)

    def _values_of(self, kind: Kind) -> Iterator[Candidate]:
        if kind.name == "file" and kind.of and kind.of[0] in self.before:
            kind = Kind("record", kind.of[1:])
        if kind.name == "record":
            found = self._records(kind.of)
            yield from (candidate for candidate in found if candidate[0] not in self.before)
        else:
            yield from self._beginning(self._fixed_values(kind))

    def _fixed_values(self, kind: Kind) -> Iterator[Candidate]:
        """The values of a kind that is in no guide; files are the shell's to complete."""
        if kind.name in ("choice", "language", "languages"):
            yield from ((word, "") for word in kind.of)
        elif kind.name == "page":
            from roleguide.cli.help import TOPICS  # seldom completed

            commands = {words: each.summary for words, each in self.spec.commands.items() if words}
            pages = {**TOPICS, **commands, **TOPICS}  # a topic comes before its namesake
            yield from ((name, self._say(summary)) for name, summary in pages.items())

    def _records(self, sections: Sequence[str]) -> list[Candidate]:
        """The records of these sections in the guides in effect."""
        # Imported where records are completed: commands and options need no guide.
        from roleguide.guide_paths import guides_in_effect, is_stored

        guides = [after for name, after in pairwise(self.before) if name == "--guide"]
        # Standard input is the keyboard here, and a pipe belongs to the line once it is run.
        given = guides_in_effect(guides, self.environ)
        paths = [guide for guide in given if is_stored(guide[0])]
        try:
            return self._found(paths, sections)
        except Exception:  # noqa: BLE001 — a guide at fault is told of when the line is run
            return self._found(paths[:1], sections)

    def _found(self, paths: Sequence[GuidePath], sections: Sequence[str]) -> list[Candidate]:
        """The records of some guides, which are compiled anew if need be."""
        from roleguide.guide_paths import compiled_files
        from roleguide.store import DamagedStore
        from roleguide.store.stack import open_stack

        damaged = False
        try:
            if stack := open_stack(compiled_files(paths, self.environ)):
                return self._records_beginning(stack, sections)
        except DamagedStore:
            damaged = True
        from roleguide.compilation import load  # a warm run does without

        catalog = load(paths, self.environ, rebuild=damaged)
        return self._records_beginning(catalog.store, sections)

    def _records_beginning(self, store: Stack, sections: Sequence[str]) -> list[Candidate]:
        """The records whose ids begin with what is typed; without any, those whose words do.

        Fish is offered a record that is found by a title by that, and not by its id.
        """
        titled = self.shell == "fish"
        plain = _bare(self.typed)
        languages = language_tags.fallbacks(self.tag)
        titles = {section: store.titles(section, languages) for section in sections}
        start = plain if titled else "".join(c if c.isalnum() else "-" for c in plain)
        found = _by_id(titles, start)
        if found or not any(map(str.isalnum, plain)):
            return found
        named = _by_words(titles, store, plain)
        return _by_name(named, plain) if titled else [(i, title) for i, title, _ in named]


def _place(before: Sequence[str], spec: Spec) -> tuple[str, int, Parameter | None]:
    """The command on a line, how many arguments it has, and the option whose value is awaited."""
    path, free = "", 0
    last: Parameter | None = None
    for word in before:
        if last:
            last = None
        elif word.startswith("-"):
            option = spec.options(path).get(word)
            last = option if option and option.metavar else None
        else:
            below = spec.below(path)
            path, free = (below[word], 0) if word in below else (path, free + 1)
    return path, free, last


def _arguments(arguments: Sequence[Parameter], free: int) -> Sequence[Parameter]:
    """Which arguments may be meant after some; one that takes several leaves it open."""
    for at, argument in enumerate(arguments[: free + 1]):
        if argument.many:
            return arguments[at:]
    return arguments[free : free + 1]


def _by_id(titles: Titles, start: str) -> list[Candidate]:
    return [
        (identifier, title)
        for of_section in titles.values()
        for identifier, (_, title) in of_section.items()
        if identifier.startswith(start)
    ]


def _by_words(titles: Titles, store: Stack, plain: str) -> list[tuple[str, str, str]]:
    """Ids, titles, and the name in which a word begins so, in the language of the title."""
    return [
        (identifier, of_section[identifier][1], name)
        for section, of_section in titles.items()
        for identifier, lang, name in store.names_beginning(section, plain)
        if identifier in of_section and of_section[identifier][0] == lang
    ]


def _by_name(named: Sequence[tuple[str, str, str]], plain: str) -> list[Candidate]:
    """Records by the name that was found, unless the id has what was typed in it."""
    values: dict[str, str] = {}
    for identifier, title, name in sorted(named, key=lambda each: each[1] != each[2]):
        if plain in identifier:
            values[identifier] = title
        else:  # of two records with the same name, it means the one whose title it is
            values.setdefault(name, identifier)
    return [*values.items()]


def _bare(typed: str) -> str:
    """What is typed without capitals and accents."""
    if typed.isascii():
        return typed.lower()
    from roleguide.language.folding import bare  # imports what a TAB can do without

    return bare(typed)


def answer_shell() -> int:
    """Answer the shell; silent whatever happens, since the user is in the middle of a line."""
    try:
        text = answer(os.environ)
        sys.stdout.buffer.write(text.encode("utf-8", errors="replace"))
        sys.stdout.buffer.flush()
    except Exception:  # noqa: BLE001 — nothing may be printed over the line being typed
        return 1
    return 0
