"""The command tree as data: generated from the declarations by `make table`.

Of each command, its summary, its argument if it has one (parameter, placeholder, whether
it is required, whether it takes several) and its options by how they are written
(parameter, placeholder of the value, kind, help). Under the empty name, the options of
the program. Plain tuples, and nothing imported: completion reads this at each press.
"""

Argument = tuple[str, str, bool, bool]
Option = tuple[str, str, str, str]

TABLE: dict[str, tuple[str, Argument | None, dict[str, Option]]] = {
    "": (
        "",
        None,
        {
            "--version": (
                "version",
                "",
                "first",
                "the versions of program, data, Python and SQLite",
            ),
            "--install-completion": (
                "install_completion",
                "bash|zsh|fish",
                "first",
                "print what to add to the shell’s start-up file",
            ),
            "--lang": (
                "lang",
                "en|fr",
                "value",
                "the language",
            ),
            "--format": (
                "format",
                "FORMAT",
                "value",
                "terminal, plain, markdown, html, csv or json",
            ),
            "-o": (
                "output",
                "FILE",
                "value",
                "write to this file, whole or not at all; its ending sets the format",
            ),
            "--output": (
                "output",
                "FILE",
                "value",
                "write to this file, whole or not at all; its ending sets the format",
            ),
            "--guide": (
                "guide",
                "PATH",
                "many",
                "a guide of your own, above the built-in one",
            ),
            "--color": (
                "color",
                "auto|always|never",
                "value",
                "when to use colour",
            ),
            "--width": (
                "width",
                "N",
                "value",
                "width in columns",
            ),
            "-h": (
                "help",
                "",
                "first",
                "this help",
            ),
            "--help": (
                "help",
                "",
                "first",
                "this help",
            ),
        },
    ),
    "list": (
        "which roles there are",
        None,
        {
            "--family": (
                "family",
                "FAMILY",
                "value",
                "only this part of the organisation",
            ),
            "--level": (
                "level",
                "LEVEL",
                "value",
                "only this place on the ladder",
            ),
            "--stage": (
                "stage",
                "STAGE",
                "value",
                "only backstage, mixed or frontstage",
            ),
            "--skill": (
                "skill",
                "SKILL",
                "value",
                "only roles that need this skill",
            ),
        },
    ),
    "show": (
        "what a job is, or what a word means",
        ("name", "NAME", True, False),
        {},
    ),
    "who": (
        "who does an activity, and who answers for it",
        ("activity", "ACTIVITY", False, False),
        {},
    ),
    "define": (
        "what a term means, in every sense",
        ("term", "TERM", False, False),
        {},
    ),
    "search": (
        "where a word is used, in every guide and language",
        ("words", "WORD …", True, True),
        {
            "--in": (
                "in_",
                "SECTION",
                "value",
                "only in roles, skills, activities, metrics, tools, contexts, terms or pairs",
            ),
            "--limit": (
                "limit",
                "N",
                "value",
                "how many records, the best first; 0 for all; without it, 20",
            ),
        },
    ),
    "compare": (
        "what separates two roles, or more",
        ("roles", "ROLE ROLE …", True, True),
        {
            "--only": (
                "only",
                "differences|shared",
                "value",
                "only what differs, or only what both have",
            ),
            "--in": (
                "in_",
                "CONTEXT",
                "value",
                "as the roles are in that context",
            ),
            "--full": (
                "full",
                "",
                "switch",
                "every scene and every world, not just the first",
            ),
            "--exit-code": (
                "exit_code",
                "",
                "switch",
                "exit 1 where the roles differ",
            ),
        },
    ),
    "skills": (
        "which skills roles need, and at what level",
        ("roles", "ROLE …", False, True),
        {},
    ),
    "examples": (
        "what roles look like in a startup, an agency and so on",
        ("roles", "ROLE …", True, True),
        {
            "--in": (
                "in_",
                "CONTEXT",
                "value",
                "only in that context",
            ),
        },
    ),
    "analogies": (
        "roles explained by figures in another world",
        ("roles", "ROLE …", True, True),
        {
            "--world": (
                "world",
                "WORLD",
                "value",
                "only in that world",
            ),
        },
    ),
    "check": (
        "whether a guide is sound, and where each fault is",
        ("path", "PATH", False, False),
        {},
    ),
    "help": (
        "help on the program, a command or a topic",
        ("topic", "TOPIC", False, False),
        {},
    ),
}
