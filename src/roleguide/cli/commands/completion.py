"""`--install-completion`: what makes a shell complete the words of a line."""

from __future__ import annotations

from typing import Final

from roleguide.cli.answer import PlainText
from roleguide.cli.session import Session

# The program gets each word as it is meant: without quotes, `--lang=fr` as two words.
SCRIPTS: Final = {
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
    if [[ -z "$found[1]" ]]; then
        _files
    else
        if [[ $#found -gt 1 && -n "${found:#${(b)before[-1]}*}" ]]; then
            compstate[insert]=  # which would put what all begin with in the place of the word
            compstate[list]="list force"
        fi
        _describe roleguide found -U -i "$IPREFIX"  # the program has chosen, by titles too
    fi
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


def completion(session: Session, shell: str) -> PlainText:  # noqa: ARG001 — as every command
    """What to add to a shell's start-up file, and to which."""
    return PlainText(lambda _: f"# {_FILES[shell]}\n{SCRIPTS[shell]}")
