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
from roleguide.cli.table import TABLE

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing would cost a press of TAB a fifth of its time
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Final, TypeAlias

    from roleguide.guide_paths import GuidePath
    from roleguide.store import Store

    Candidate: TypeAlias = tuple[str, str]
    """A word to complete to, and what it is."""

    Say: TypeAlias = Callable[[str], str]
    """What puts a sentence of the interface into the user's language."""

VARIABLE: Final = "_ROLEGUIDE_COMPLETE"

# What a placeholder stands for: sections of the guide, or fixed words.
_SECTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "ROLE ROLE …": ("roles",),
    "ROLE …": ("roles",),
    "NAME": (
        "roles",
        "activities",
        "skills",
        "metrics",
        "tools",
        "contexts",
        "worlds",
        "families",
        "terms",
    ),
    "ACTIVITY": ("activities",),
    "TERM": ("terms",),
    "CONTEXT": ("contexts",),
    "WORLD": ("worlds",),
    "FAMILY": ("families:roles",),
    "SKILL": ("skills",),
}
_WORDS: Final[Mapping[str, str]] = {
    "FORMAT": "terminal plain markdown html csv json",
    "LEVEL": "entry professional senior lead manager director vp chief",
    "STAGE": "backstage mixed frontstage",
    "SECTION": "roles skills activities metrics tools contexts terms pairs",
}
_TOPIC: Final = "TOPIC"

# The program gets each word as it is meant: without quotes, `--lang=fr` as two words.
_SCRIPTS: Final = {
    "bash": """\
_roleguide() {
    local IFS=$'\\n' word before=
    local -a words=()
    for word in "${COMP_WORDS[@]:0:COMP_CWORD}"; do  # which bash has parted at : and =
        if [[ $word == : || $before == : ]]; then
            words[${#words[@]} - 1]+=$word
        elif [[ $word != "=" ]]; then
            words+=("${word//[\\"\\'\\\\]/}")
        fi
        before=$word
    done
    COMPREPLY=($(COMP_WORDS="${words[*]}$IFS$2" COMP_CWORD=${#words[@]} \\
        _ROLEGUIDE_COMPLETE=complete_bash roleguide 2>/dev/null))
}
complete -o default -F _roleguide roleguide
""",
    "zsh": """\
_roleguide() {
    local -a before found
    local word
    for word in "${(@Q)words[1,CURRENT-1]}" "$PREFIX"; do
        [[ $word == --*=* ]] && before+=("${word%%=*}")
        before+=("${word#--*=}")
    done
    compset -P '--*='
    found=("${(@f)$(COMP_WORDS="${(F)before}" COMP_CWORD=$(($#before - 1)) \\
        _ROLEGUIDE_COMPLETE=complete_zsh roleguide 2>/dev/null)}")
    if [[ -n "$found[1]" ]]; then _describe roleguide found; else _files; fi
}
compdef _roleguide roleguide
""",
    "fish": """\
function __roleguide
    set -l typed (commandline -ct | string replace -r '^["\\']' '')
    set -l option (string match -r '^--[^=]+=' -- $typed)
    set -l words (commandline -opc) $typed
    set words (string replace -r '^(--[^=]+)=' '$1\\n' -- $words | string split \\n)
    set -lx COMP_WORDS (string join \\n -- $words | string collect -a)
    set -lx COMP_CWORD (math (count $words) - 1)
    set -l found (_ROLEGUIDE_COMPLETE=complete_fish roleguide 2>/dev/null)
    if set -q found[1]
        printf '%s\\n' "$option"$found
    else
        __fish_complete_path $typed
    end
end
complete -c roleguide -f -a '(__roleguide)'
""",
}

# A title may have line ends and tabs in it, which would part a candidate.
_SPACES: Final = dict.fromkeys(map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"), " ")

_FILES: Final = {
    "bash": "~/.bashrc",
    "zsh": "~/.zshrc",
    "fish": "~/.config/fish/config.fish",
}


def script(shell: str) -> str:
    """What to add to a shell's start-up file, and to which."""
    return f"# {_FILES[shell]}\n{_SCRIPTS[shell]}"


def shells() -> tuple[str, ...]:
    """The shells there is a script for."""
    return tuple(_SCRIPTS)


def answer(environ: Mapping[str, str]) -> str:
    """The candidates for the word being typed, a line each, as the shell wants them."""
    shell = environ[VARIABLE].partition("_")[2]
    raw = environ.get("COMP_WORDS", "")
    words = raw.split("\n") if "\n" in raw else raw.split(" ")
    at = int(environ.get("COMP_CWORD", str(len(words) - 1)))
    typed = words[at] if at < len(words) else ""
    tag = _tag(words, environ)
    say = _sayer(tag) if shell != "bash" else str  # bash shows no descriptions
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
    def say(message: str) -> str:
        from roleguide.language import Language  # noqa: PLC0415 — only where something is said

        return Language(tag).say(message)

    return say


def candidates(
    before: Sequence[str], typed: str, tag: str, say: Say, environ: Mapping[str, str]
) -> Iterator[Candidate]:
    """What can stand where a word is being typed.

    Args:
        before: The words before it, without the program's name.
        typed: What is typed of it.
        tag: The language of the titles.
        say: Translates the descriptions.
        environ: For the guides in effect.
    """
    command = _command(before)
    _, argument, own = TABLE[command]
    # What goes first goes before any command, but for the help.
    common = {
        name: option
        for name, option in TABLE[""][2].items()
        if not command or option[0] == "help" or option[2] != "first"
    }
    options = {**own, **common}
    last = before[-1] if before else ""
    if last in options and options[last][1]:
        yield from _values(options[last][1], before, tag, say, environ)
    elif typed.startswith("-"):
        yield from ((name, say(option[3])) for name, option in options.items())
    elif not command:
        yield from ((name, say(entry[0])) for name, entry in TABLE.items() if name)
    elif argument:
        yield from _values(argument[1], before, tag, say, environ)


def _command(before: Sequence[str]) -> str:
    """The command among the words, past options and their values."""
    common = TABLE[""][2]
    skip = False
    for word in before:
        if skip:
            skip = False
        elif word.startswith("-"):
            skip = word in common and bool(common[word][1])
        else:
            return word if word in TABLE else ""
    return ""


def _values(
    metavar: str, before: Sequence[str], tag: str, say: Say, environ: Mapping[str, str]
) -> Iterator[Candidate]:
    """The values that a placeholder stands for; files are the shell's to complete."""
    if metavar in _SECTIONS:
        yield from _records(_SECTIONS[metavar], before, tag, environ)
    elif metavar in _WORDS:
        yield from ((word, "") for word in _WORDS[metavar].split())
    elif metavar == _TOPIC:
        from roleguide.cli.commands import TOPICS  # noqa: PLC0415 — seldom completed

        yield from ((name, say(summary)) for name, summary in TOPICS.items())
        yield from ((name, say(entry[0])) for name, entry in TABLE.items() if name)
    elif "|" in metavar:
        yield from ((word, "") for word in metavar.split("|"))


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

    return _titles(load(paths, environ, anew=damaged).store, sections, tag)


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
