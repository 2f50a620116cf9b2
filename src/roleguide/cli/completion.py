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
from functools import partial
from itertools import pairwise

from roleguide import language_tags
from roleguide.cli.parameters import Kind
from roleguide.cli.spec import SPEC

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing would cost a press of TAB a fifth of its time
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Final, TypeAlias

    from roleguide.cli.parameters import Parameter, Spec
    from roleguide.guide_paths import GuidePath
    from roleguide.store.stack import Stack

    Candidate: TypeAlias = tuple[str, str]
    """A word to complete to, and what it is."""

    Look: TypeAlias = Callable[..., list[Candidate]]
    """What finds candidates in compiled guides, of some sections or of those it knows."""

    Titles: TypeAlias = Mapping[str, Mapping[str, tuple[str, str]]]
    """Of each section, by id, the language of a title and the title."""

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
    found = [*candidates(words[1:at], typed, tag, say, environ, titled=shell == "fish")]
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


def _sayer(tag: str) -> Say:
    def say(message: str, choices: tuple[str, ...] = ()) -> str:
        from roleguide.language import Language, Message  # where something is said

        return Language(tag).tell(Message(message, {"choices": choices}))

    return say


def _silent(message: str, _choices: tuple[str, ...] = ()) -> str:
    return message


def candidates(
    before: Sequence[str],
    typed: str,
    tag: str,
    say: Say,
    environ: Mapping[str, str],
    spec: Spec = SPEC,
    *,
    titled: bool = False,
) -> Iterator[Candidate]:
    """What can stand where a word is being typed.

    Args:
        before: The words before it, without the program's name.
        typed: What is typed of it.
        tag: The language of the titles.
        say: Translates the descriptions.
        environ: For the guides in effect.
        spec: All commands.
        titled: Whether a record that is found by a title is offered by it, and not by its id.
    """
    path, free, last = _place(before, spec)
    below = spec.below(path)
    if last:
        kinds = [last.kind]
    elif typed.startswith("-"):
        yield from _beginning(typed, _options(path, say, spec))
        return
    elif not free and any(name.startswith(typed) for name in below):
        yield from _beginning(typed, _commands(below, say, spec))
        return
    else:
        # Names in the place of a command are compared.
        command = spec.commands.get(path or "compare", spec.commands[path])
        kinds = [argument.kind for argument in _arguments(command.arguments, free)]
    look = partial(_records_beginning, typed=typed, tag=tag, titled=titled)
    for kind in kinds:
        yield from _of_kind(kind, before, typed, say, look, environ, spec)


def _beginning(typed: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    return (candidate for candidate in found if candidate[0].startswith(typed))


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


def _of_kind(
    kind: Kind,
    before: Sequence[str],
    typed: str,
    say: Say,
    look: Look,
    environ: Mapping[str, str],
    spec: Spec,
) -> Iterator[Candidate]:
    if kind.name == "file" and kind.of and kind.of[0] in before:
        kind = Kind("record", kind.of[1:])
    if kind.name != "record":
        yield from _beginning(typed, _values(kind, say, spec))
        return
    found = _records(partial(look, kind.of), before, environ)
    yield from (candidate for candidate in found if candidate[0] not in before)


def _values(kind: Kind, say: Say, spec: Spec) -> Iterator[Candidate]:
    """The values of a kind that is in no guide; files are the shell's to complete."""
    if kind.name in ("choice", "language", "languages"):
        yield from ((word, "") for word in kind.of)
    elif kind.name == "page":
        from roleguide.cli.help import TOPICS  # seldom completed

        yield from ((name, say(summary)) for name, summary in TOPICS.items())
        commands = ((words, each.summary) for words, each in spec.commands.items() if words)
        yield from ((words, say(text)) for words, text in commands if words not in TOPICS)


def _records(look: Look, before: Sequence[str], environ: Mapping[str, str]) -> list[Candidate]:
    """The records that a look into the guides in effect finds."""
    # Imported where records are completed: commands and options need no guide.
    from roleguide.guide_paths import guides_in_effect, is_stored

    guides = [after for name, after in pairwise(before) if name == "--guide"]
    # Standard input is the keyboard here, and a pipe belongs to the line once it is run.
    paths = [guide for guide in guides_in_effect(guides, environ) if is_stored(guide[0])]
    try:
        return _found(look, paths, environ)
    except Exception:  # noqa: BLE001 — a guide at fault is told of when the line is run
        return _found(look, paths[:1], environ)


def _found(look: Look, paths: Sequence[GuidePath], environ: Mapping[str, str]) -> list[Candidate]:
    """What a look into some guides finds; they are compiled anew if need be."""
    from roleguide.guide_paths import compiled_files
    from roleguide.store import DamagedStore
    from roleguide.store.stack import open_stack

    damaged = False
    try:
        if stack := open_stack(compiled_files(paths, environ)):
            return look(stack)
    except DamagedStore:
        damaged = True
    from roleguide.compilation import load  # a warm run does without

    return look(load(paths, environ, rebuild=damaged).store)


def _records_beginning(
    sections: Sequence[str], store: Stack, *, typed: str, tag: str, titled: bool
) -> list[Candidate]:
    """The records whose ids begin with what is typed; if there is none, those whose words do."""
    plain = _bare(typed)
    languages = language_tags.fallbacks(tag)
    titles = {section: store.titles(section, languages) for section in sections}
    found = _by_id(titles, plain if titled else "".join(c if c.isalnum() else "-" for c in plain))
    if found or not any(map(str.isalnum, plain)):
        return found
    named = _by_words(titles, store, plain)
    return _by_name(named, plain) if titled else [(i, title) for i, title, _ in named]


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


def run() -> int:
    """Answer the shell; silent whatever happens, since the user is in the middle of a line."""
    try:
        text = answer(os.environ)
        sys.stdout.buffer.write(text.encode("utf-8", errors="replace"))
        sys.stdout.buffer.flush()
    except Exception:  # noqa: BLE001 — nothing may be printed over the line being typed
        return 1
    return 0
