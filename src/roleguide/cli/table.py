"""The command tree as data, for completion: generated, see `make table`."""

from typing import Final

# Of each command: the placeholder of its argument, then its options with that of their
# value and their help.
TABLE: Final[dict[str, tuple[str, dict[str, tuple[str, str]]]]] = {
    "": (
        "",
        {
            "--version": (
                "",
                "the versions of program, data, Python and SQLite",
            ),
            "--install-completion": (
                "bash|zsh|fish",
                "print what to add to the shell’s start-up file",
            ),
            "--lang": (
                "en|fr",
                "the language",
            ),
            "--format": (
                "FORMAT",
                "terminal, plain, markdown, html, csv or json",
            ),
            "-o": (
                "FILE",
                "write to this file, whole or not at all; its ending sets the format",
            ),
            "--output": (
                "FILE",
                "write to this file, whole or not at all; its ending sets the format",
            ),
            "--guide": (
                "PATH",
                "a guide of your own, above the built-in one",
            ),
            "--color": (
                "auto|always|never",
                "when to use colour",
            ),
            "--width": (
                "N",
                "width in columns",
            ),
            "-h": (
                "",
                "this help",
            ),
            "--help": (
                "",
                "this help",
            ),
        },
    ),
    "list": (
        "",
        {
            "--family": (
                "FAMILY",
                "only this part of the organisation",
            ),
            "--level": (
                "LEVEL",
                "only this place on the ladder",
            ),
            "--stage": (
                "STAGE",
                "only backstage, mixed or frontstage",
            ),
            "--skill": (
                "SKILL",
                "only roles that need this skill",
            ),
        },
    ),
    "show": (
        "NAME",
        {},
    ),
    "who": (
        "ACTIVITY",
        {},
    ),
    "define": (
        "TERM",
        {},
    ),
    "search": (
        "WORD …",
        {
            "--in": (
                "SECTION",
                "only in roles, skills, activities, metrics, tools, contexts, terms or pairs",
            ),
        },
    ),
    "compare": (
        "ROLE ROLE …",
        {
            "--only": (
                "differences|shared",
                "only what differs, or only what both have",
            ),
            "--in": (
                "CONTEXT",
                "as the roles are in that context",
            ),
            "--full": (
                "",
                "every scene and every world, not just the first",
            ),
            "--exit-code": (
                "",
                "exit 1 where the roles differ",
            ),
        },
    ),
    "skills": (
        "ROLE …",
        {},
    ),
    "examples": (
        "ROLE …",
        {
            "--in": (
                "CONTEXT",
                "only in that context",
            ),
        },
    ),
    "analogies": (
        "ROLE …",
        {
            "--world": (
                "WORLD",
                "only in that world",
            ),
        },
    ),
    "check": (
        "PATH",
        {},
    ),
    "help": (
        "TOPIC",
        {},
    ),
}
