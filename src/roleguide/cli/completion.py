"""Completion for bash, zsh and fish, answered before the command line is built.

The shell runs the program with `_ROLEGUIDE_COMPLETE` set to `complete_bash`, `complete_zsh` or
`complete_fish`, the words so far in `COMP_WORDS` (a line each, or separated by spaces) and the
index of the one being typed in `COMP_CWORD`. Whatever goes wrong, nothing is said.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from roleguide.cli.commands import COMMANDS
from roleguide.cli.table import TABLE
from roleguide.language import Language, parse, resolve

if TYPE_CHECKING:
    from roleguide.catalog import Catalog

VARIABLE: Final = "_ROLEGUIDE_COMPLETE"

Candidate: TypeAlias = tuple[str, str]
"""A word to complete to, and what it is."""

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
    "FAMILY": ("families",),
    "SKILL": ("skills",),
}
_WORDS: Final[Mapping[str, str]] = {
    "FORMAT": "terminal plain markdown html csv json",
    "LEVEL": "entry professional senior lead manager director vp chief",
    "STAGE": "backstage mixed frontstage",
    "SECTION": "roles skills activities metrics tools contexts terms pairs",
}

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
    language = _language(words, environ)
    found = [c for c in candidates(words[1:at], typed, language, environ) if c[0].startswith(typed)]
    return "".join(f"{line}\n" for line in _lines(shell, found))


def _lines(shell: str, found: Iterable[Candidate]) -> Iterator[str]:
    for value, help_ in found:
        if shell == "zsh":
            name = value.replace(":", "\\:")
            yield f"{name}:{help_}" if help_ else name
        elif shell == "fish":
            yield f"{value}\t{help_}" if help_ else value
        else:
            yield value


def _language(words: Sequence[str], environ: Mapping[str, str]) -> Language:
    for name, value in pairwise(words):
        if name == "--lang" and (language := parse(value)):
            return language
    return resolve(environ)


def candidates(
    before: Sequence[str], typed: str, language: Language, environ: Mapping[str, str]
) -> Iterator[Candidate]:
    """What can stand where a word is being typed.

    Args:
        before: The words before it, without the program's name.
        typed: What is typed of it.
        language: The language of the descriptions.
        environ: For the guides in effect.
    """
    command = _command(before)
    own = TABLE[command][1] if command else {}
    options = {**own, **TABLE[""][1]}
    last = before[-1] if before else ""
    if last in options and options[last][0]:
        yield from _values(options[last][0], before, language, environ)
    elif typed.startswith("-"):
        yield from ((name, language.say(help_)) for name, (_, help_) in options.items())
    elif not command:
        yield from ((name, language.say(c.summary)) for name, c in COMMANDS.items())
    else:
        yield from _values(TABLE[command][0], before, language, environ)


def _command(before: Sequence[str]) -> str:
    """The command among the words, past options and their values."""
    common = TABLE[""][1]
    skip = False
    for word in before:
        if skip:
            skip = False
        elif word.startswith("-"):
            skip = bool(common.get(word, ("", ""))[0])
        else:
            return word if word in COMMANDS else ""
    return ""


def _values(
    metavar: str, before: Sequence[str], language: Language, environ: Mapping[str, str]
) -> Iterator[Candidate]:
    """The values that a placeholder stands for; files are the shell's to complete."""
    if metavar in _SECTIONS:
        yield from _records(_SECTIONS[metavar], before, language, environ)
    elif metavar in _WORDS:
        yield from ((word, "") for word in _WORDS[metavar].split())
    elif "|" in metavar:
        yield from ((word, "") for word in metavar.split("|"))


def _records(
    sections: Sequence[str],
    before: Sequence[str],
    language: Language,
    environ: Mapping[str, str],
) -> Iterator[Candidate]:
    # Imported where records are completed: commands and options need no guide.
    from roleguide import catalog  # noqa: PLC0415
    from roleguide.store import DamagedStore  # noqa: PLC0415

    guides = [after for name, after in pairwise(before) if name == "--guide"]
    paths = catalog.guide_paths(guides, environ)
    try:
        yield from _from(catalog.load(paths, environ), sections, before, language)
    except DamagedStore:
        yield from _from(catalog.load(paths, environ, anew=True), sections, before, language)


def _from(
    found: Catalog, sections: Sequence[str], before: Sequence[str], language: Language
) -> Iterator[Candidate]:
    for section in sections:
        if section == "roles":
            for entry in found.heads():
                if entry.id not in before:
                    yield entry.id, language.of(entry.role.title.text)
        else:
            for identifier in getattr(found.sections, section):
                yield identifier, found.title(section, identifier, language)


def run() -> int:
    """Answer the shell; silent whatever happens, since the user is in the middle of a line."""
    try:
        text = answer(os.environ)
        sys.stdout.buffer.write(text.encode("utf-8", errors="replace"))
        sys.stdout.buffer.flush()
    except Exception:  # noqa: BLE001 — nothing may be printed over the line being typed
        return 1
    return 0
