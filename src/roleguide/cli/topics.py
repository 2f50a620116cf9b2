"""The topics of `help` as data: the help, the manual and the reference are made from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from roleguide.language import N_


class Block(NamedTuple):
    """A part of a topic, shown in this order.

    Attributes:
        heading: Its heading; empty for the opening.
        text: A paragraph.
        yaml: An example of a guide.
        entries: Names as they are typed, each with what is to say of it.
        commands: Commands to try.
    """

    heading: str = ""
    text: str = ""
    yaml: str = ""
    entries: tuple[tuple[str, str], ...] = ()
    commands: tuple[str, ...] = ()


FOLDERS: Final = Block(
    N_("Where they lie"),
    N_(
        "On Linux as follows; on macOS in ~/Library/Application Support/roleguide/ and "
        "~/Library/Caches/roleguide/; on Windows in config and cache under "
        "%LOCALAPPDATA%\\roleguide. ROLEGUIDE_CONFIG_DIR and ROLEGUIDE_CACHE_DIR name other "
        "folders."
    ),
    entries=(
        ("~/.config/roleguide/", N_("your own guides")),
        ("~/.cache/roleguide/", N_("compiled guides, which you can delete at any time")),
    ),
)

_ENVIRONMENT: Final = (
    Block(text=N_("An option outranks its variable. An empty variable counts as none.")),
    Block(
        N_("Language"),
        entries=(
            ("ROLEGUIDE_LANG", N_("the language, en or fr, with a country if you like: fr-CA")),
            ("LC_ALL", N_("decides where ROLEGUIDE_LANG is not set")),
            ("LC_MESSAGES", N_("decides where LC_ALL is not set either")),
            ("LANG", N_("decides last; whatever is not French means English")),
        ),
    ),
    Block(
        N_("Look"),
        entries=(
            ("ACCESSIBLE", N_("unless it is 0: words in place of marks, as with --format plain")),
            ("NO_COLOR", N_("no colour, whatever the next three say")),
            ("FORCE_COLOR", N_("unless it is 0: drawn in colour even in a pipe")),
            ("CLICOLOR_FORCE", N_("the same")),
            ("CLICOLOR", N_("0 means no colour")),
            ("TERM", N_("dumb means no colour")),
            ("COLUMNS", N_("the width to draw in, up to 110; else the terminal’s, else 80")),
            ("ROLEGUIDE_PAGER", N_("the pager for answers on a terminal; unset, there is none")),
            ("LESS", N_("the options of less as a pager; unset, they are FRX")),
        ),
    ),
    Block(
        N_("Guides"),
        entries=(
            (
                "ROLEGUIDE_PATH",
                N_("more guides, files or folders, separated by colons (on Windows by semicolons)"),
            ),
            ("ROLEGUIDE_CONFIG_DIR", N_("the folder of your own guides")),
            ("ROLEGUIDE_CACHE_DIR", N_("the folder of compiled guides")),
            (
                "XDG_CONFIG_HOME",
                N_("without ROLEGUIDE_CONFIG_DIR, your guides lie in its folder roleguide"),
            ),
            (
                "XDG_CACHE_HOME",
                N_("without ROLEGUIDE_CACHE_DIR, compiled guides lie in its folder roleguide"),
            ),
            ("LOCALAPPDATA", N_("on Windows, without all these, both lie in its folder roleguide")),
        ),
    ),
    Block(
        N_("Faults and completion"),
        entries=(
            ("ROLEGUIDE_DEBUG", N_("a fault in the program shows its traceback")),
            ("_ROLEGUIDE_COMPLETE", N_("set by the completion script: the shell that asks")),
            ("COMP_WORDS", N_("likewise: the words of the line")),
            ("COMP_CWORD", N_("likewise: which of them is being typed")),
        ),
    ),
)

_EXIT_CODES: Final = (
    Block(
        entries=(
            ("0", N_("done; warnings of check do not count")),
            (
                "1",
                N_(
                    "the answer is no: check found faults, compare --exit-code a difference, "
                    "search nothing"
                ),
            ),
            (
                "2",
                N_(
                    "no answer: a mistyped command line, a name unknown or ambiguous, a guide "
                    "unreadable or at fault, a file that could not be written"
                ),
            ),
            ("130", N_("interrupted, as by Ctrl+C")),
            ("141", N_("the reader went away before the end, as head does; nothing is said")),
        ),
    ),
    Block(
        text=N_(
            "With 2, standard error says what is wrong and what to try next; with --format json "
            "it says so in JSON (roleguide.error/1)."
        ),
        commands=(
            "roleguide check acme.yaml || exit",
            "roleguide compare roleguide/sales-ops sales-ops --exit-code --format json",
        ),
    ),
)

_FORMATS: Final = (
    Block(
        text=N_(
            "--format decides; else the ending of the file after -o; else where the answer goes: "
            "drawn on a terminal, as bare lines in a pipe."
        ),
        entries=(
            (
                "terminal",
                N_(
                    "drawn to the width of the terminal; below 72 columns the two sides of a "
                    "comparison stand one above the other"
                ),
            ),
            ("plain", N_("words in place of marks and glyphs, for screen readers; .txt")),
            ("markdown", N_("headings, lists and tables; .md, .markdown")),
            (
                "html",
                N_(
                    "one page, light and dark, for phone and paper, that loads nothing; .html, .htm"
                ),
            ),
            (
                "csv",
                N_(
                    "where the answer is a table: list, compare, skills, who, search, check, "
                    "and define without a term; .csv"
                ),
            ),
            ("json", N_("every answer whole, for programs; .json")),
        ),
    ),
    Block(
        N_("In a pipe"),
        N_(
            "No colour, no boxes, no wrapping, nothing cut short. A line a record, tabs between "
            "the columns and no header, from list and skills, and from who and define without a "
            "name; other answers keep their lines and marks. --width and --format terminal draw "
            "there too."
        ),
        commands=("roleguide list | cut -f1", "roleguide skills sales-ops | head -3"),
    ),
    Block(
        N_("What csv promises"),
        N_(
            "UTF-8 by RFC 4180, with a header whose names are the same in every language. A text "
            "that starts with = + - or @ gets an apostrophe before it, so that no spreadsheet "
            "runs it; a number stays a number."
        ),
    ),
    Block(
        N_("What json promises"),
        N_(
            "UTF-8, the same bytes whatever the locale, the terminal and the colour; every text "
            "in all its languages. Each document names its schema under “schema”. A new key keeps "
            "the number after the slash; a key that changes or goes raises it."
        ),
        entries=(
            ("roleguide.comparison/1", N_("compare, two roles")),
            ("roleguide.matrix/1", N_("compare, three roles and more")),
            ("roleguide.roles/1", "list"),
            ("roleguide.role/1", N_("show, a role")),
            (
                "roleguide.skill/1",
                N_(
                    "show, another record; likewise roleguide.activity/1, roleguide.metric/1, "
                    "roleguide.tool/1, roleguide.context/1, roleguide.world/1, roleguide.family/1"
                ),
            ),
            ("roleguide.term/1", N_("show or define, a term")),
            ("roleguide.terms/1", N_("define, without a term")),
            ("roleguide.who/1", N_("who, an activity")),
            ("roleguide.activities/1", N_("who, without an activity")),
            ("roleguide.skills/1", N_("skills, without a role")),
            ("roleguide.role-skills/1", N_("skills, of roles")),
            ("roleguide.examples/1", "examples"),
            ("roleguide.analogies/1", "analogies"),
            ("roleguide.hits/1", "search"),
            ("roleguide.faults/1", "check"),
            ("roleguide.error/1", N_("any error, on standard error")),
        ),
    ),
)

_GUIDES: Final = (
    Block(
        text=N_(
            "A guide is a YAML file or a folder of them: roles, and the words they use. Guides "
            "stack; of two records with the same id, the upper guide’s counts."
        ),
    ),
    Block(
        N_("From the bottom up"),
        entries=(
            ("1", N_("the built-in guide, called roleguide")),
            ("2", N_("your own: the YAML files in your folder of guides")),
            ("3", N_("those of ROLEGUIDE_PATH, in its order")),
            ("4", N_("each --guide, in the order of the line; - is standard input")),
        ),
    ),
    Block(
        N_("Which role a name means"),
        entries=(
            ("sales-ops", N_("the uppermost guide’s")),
            ("roleguide/sales-ops", N_("the built-in guide’s, whatever lies above it")),
            ("acme/sales-ops", N_("that of the guide acme")),
        ),
    ),
    Block(
        N_("A role upon another"),
        yaml=(
            "guide: {id: acme, format: 1}\n"
            "roles:\n"
            "  sales-ops:\n"
            "    extends: sales-ops\n"
            "    level: director\n"
            "    skills:\n"
            "      leading-people:\n"
            "        {level: 4, weight: 3}\n"
            "      querying-bi: null\n"
        ),
        entries=(
            (
                "guide",
                N_(
                    "the guide’s id and the data format; without it, the id is the name of the "
                    "file or folder, and mine in your folder of guides"
                ),
            ),
            (
                "extends",
                N_(
                    "takes the role of that id in the guides below; what you write goes on top: "
                    "mappings merge key by key, lists and texts replace"
                ),
            ),
            ("null", N_("removes what stands there below")),
        ),
    ),
    Block(
        N_("Before you rely on it"),
        N_(
            "Let check name every fault, with its line, its column and a remedy. A guide with "
            "faults is never used in part: until it is mended, commands stop with exit code 2."
        ),
        commands=(
            "roleguide check acme.yaml",
            "roleguide compare roleguide/sales-ops sales-ops --guide acme.yaml",
        ),
    ),
    FOLDERS,
)

BLOCKS: Final[Mapping[str, tuple[Block, ...]]] = {
    "environment": _ENVIRONMENT,
    "exit-codes": _EXIT_CODES,
    "formats": _FORMATS,
    "guides": _GUIDES,
}
"""Each topic of `commands.TOPICS`."""
