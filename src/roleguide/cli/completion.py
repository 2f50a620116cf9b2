"""Completion for bash, zsh and fish, answered before the command line is built.

The shell runs the program with `_ROLEGUIDE_COMPLETE` set to `complete_bash`, `complete_zsh` or
`complete_fish`, the words so far in `COMP_WORDS` (a line each, or separated by spaces) and the
index of the one being typed in `COMP_CWORD`. Whatever goes wrong, nothing is said.
"""

from __future__ import annotations

import os
import sys
from itertools import pairwise

from roleguide import language_tags
from roleguide.cli.spec import SPEC

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing would cost a press of TAB a fifth of its time
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Final, TypeAlias

    from roleguide.cli.parameters import Kind, Parameter, Spec
    from roleguide.guide_paths import GuidePath
    from roleguide.store import Store

    Candidate: TypeAlias = tuple[str, str]
    """A word to complete to, and what it is."""

    Say: TypeAlias = Callable[..., str]
    """What puts a sentence, with the words of a choice in it, into the user's language."""

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
    tag = _tag(words, environ)
    say = _sayer(tag) if shell != "bash" else _silent  # bash shows no descriptions
    found = [c for c in candidates(words[1:at], typed, tag, say, environ) if c[0].startswith(typed)]
    return "".join(f"{line}\n" for line in _lines(shell, found))


def _lines(shell: str, found: Iterable[Candidate]) -> Iterator[str]:
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


def _sayer(tag: str) -> Say:
    def say(message: str, choices: tuple[str, ...] = ()) -> str:
        from roleguide.language import Language, Message  # noqa: PLC0415 — where something is said

        return Language(tag).tell(Message(message, {"choices": choices}))

    return say


def _silent(message: str, choices: tuple[str, ...] = ()) -> str:  # noqa: ARG001 — as `say`
    return message


def candidates(
    before: Sequence[str],
    typed: str,
    tag: str,
    say: Say,
    environ: Mapping[str, str],
    spec: Spec = SPEC,
) -> Iterator[Candidate]:
    """What can stand where a word is being typed.

    Args:
        before: The words before it, without the program's name.
        typed: What is typed of it.
        tag: The language of the titles.
        say: Translates the descriptions.
        environ: For the guides in effect.
        spec: All commands.
    """
    path, free, last = _place(before, spec)
    below = spec.below(path)
    if last:
        yield from _values(last.kind, before, tag, say, environ, spec)
    elif typed.startswith("-"):
        yield from _options(path, say, spec)
    elif not free and any(name.startswith(typed) for name in below):
        yield from _commands(below, say, spec)
    else:
        # Names in the place of a command are compared.
        command = spec.commands.get(path or "compare", spec.commands[path])
        for argument in _arguments(command.arguments, free):
            yield from _values(argument.kind, before, tag, say, environ, spec)


def _options(path: str, say: Say, spec: Spec) -> Iterator[Candidate]:
    for name, option in spec.options(path).items():
        yield name, say(option.help, option.kind.of)


def _commands(below: Mapping[str, str], say: Say, spec: Spec) -> Iterator[Candidate]:
    for name, words in below.items():
        yield name, say(spec.commands[words].summary)


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


def _values(
    kind: Kind,
    before: Sequence[str],
    tag: str,
    say: Say,
    environ: Mapping[str, str],
    spec: Spec,
) -> Iterator[Candidate]:
    """The values of a kind; files are the shell's to complete."""
    if kind.name == "record":
        yield from _records(kind.of, before, tag, environ)
    elif kind.name in ("choice", "language"):
        yield from ((word, "") for word in kind.of)
    elif kind.name == "page":
        from roleguide.cli.help import TOPICS  # noqa: PLC0415 — seldom completed

        yield from ((name, say(summary)) for name, summary in TOPICS.items())
        yield from ((words, say(each.summary)) for words, each in spec.commands.items() if words)


def _records(
    sections: Sequence[str],
    before: Sequence[str],
    tag: str,
    environ: Mapping[str, str],
) -> Iterator[Candidate]:
    # Imported where records are completed: commands and options need no guide.
    from roleguide.guide_paths import guides_in_effect, is_stored  # noqa: PLC0415

    guides = [after for name, after in pairwise(before) if name == "--guide"]
    # Standard input is the keyboard here, and a pipe belongs to the line once it is run.
    paths = [guide for guide in guides_in_effect(guides, environ) if is_stored(guide[0])]
    try:
        found = _found(paths, sections, tag, environ)
    except Exception:  # noqa: BLE001 — a guide at fault is told of when the line is run
        found = _found(paths[:1], sections, tag, environ)
    yield from (candidate for candidate in found if candidate[0] not in before)


def _found(
    paths: Sequence[GuidePath], sections: Sequence[str], tag: str, environ: Mapping[str, str]
) -> list[Candidate]:
    """The ids and titles of some sections, compiled anew if need be."""
    from roleguide.guide_paths import compiled_file  # noqa: PLC0415
    from roleguide.store import DamagedStore, open_store  # noqa: PLC0415

    damaged = False
    if store := open_store(*compiled_file(paths, environ)):
        try:
            return _titles(store, sections, tag)
        except DamagedStore:
            damaged = True
            store.close()
    from roleguide.catalog import load  # noqa: PLC0415 — a warm run does without

    return _titles(load(paths, environ, rebuild=damaged).store, sections, tag)


def _titles(store: Store, sections: Sequence[str], tag: str) -> list[Candidate]:
    return [c for section in sections for c in store.titles(section, language_tags.fallbacks(tag))]


def run() -> int:
    """Answer the shell; silent whatever happens, since the user is in the middle of a line."""
    try:
        text = answer(os.environ)
        sys.stdout.buffer.write(text.encode("utf-8", errors="replace"))
        sys.stdout.buffer.flush()
    except Exception:  # noqa: BLE001 — nothing may be printed over the line being typed
        return 1
    return 0
