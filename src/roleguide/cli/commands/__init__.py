"""The table of commands. A command's module is imported only when it is named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from roleguide.language import N_

if TYPE_CHECKING:
    from roleguide.cli.answer import Answer, PlainText


class Command(NamedTuple):
    """A command before it is imported.

    Attributes:
        module: The module in this folder that has its function.
        group: The heading it stands under in the help.
        summary: What question it answers, in a line.
        examples: Lines to try.
        function: The name of its function, where it differs from the command's.
    """

    module: str
    group: str
    summary: str
    examples: tuple[str, ...]
    function: str = ""


UNDERSTAND: Final = N_("Understand")
COMPARE: Final = N_("Compare")
GUIDE: Final = N_("Your guide")
HELP: Final = N_("Help")

GROUPS: Final = (UNDERSTAND, COMPARE, GUIDE, HELP)

TOPICS: Final[Mapping[str, str]] = {
    "environment": N_("which environment variables count, and for what"),
    "exit-codes": N_("what each exit code means"),
    "formats": N_("which formats there are, and what a program can rely on"),
    "guides": N_("how guides stack, where they lie, how to write your own"),
}
"""What `help` explains beside the commands; the texts are in `help/topics.py`."""

COMMANDS: Final[Mapping[str, Command]] = {
    "list": Command(
        "list",
        UNDERSTAND,
        N_("which roles there are"),
        ("roleguide list", "roleguide list --family operations"),
        "list_roles",
    ),
    "show": Command(
        "show",
        UNDERSTAND,
        N_("what a job is, or what a word means"),
        ("roleguide show sales-ops", "roleguide show sales-director -o director.html"),
    ),
    "who": Command(
        "who",
        UNDERSTAND,
        N_("who does an activity, and who answers for it"),
        ("roleguide who sales-forecast",),
    ),
    "define": Command(
        "define",
        UNDERSTAND,
        N_("what a term means, in every sense"),
        ("roleguide define CRO",),
    ),
    "search": Command(
        "search",
        UNDERSTAND,
        N_("where a word is used, in every guide and language"),
        ("roleguide search forecast", 'roleguide search "remise" --in roles'),
    ),
    "compare": Command(
        "compare",
        COMPARE,
        N_("what separates two roles, or more"),
        (
            "roleguide compare sales-ops sales-director",
            "roleguide compare sales-ops revops-manager --only differences",
            "roleguide compare sdr csm sales-manager --format markdown",
        ),
    ),
    "skills": Command(
        "skills",
        COMPARE,
        N_("which skills roles need, and at what level"),
        ("roleguide skills sales-ops", "roleguide skills"),
    ),
    "examples": Command(
        "examples",
        COMPARE,
        N_("what roles look like in a startup, an agency and so on"),
        ("roleguide examples sales-ops sales-director --in startup",),
    ),
    "analogies": Command(
        "analogies",
        COMPARE,
        N_("roles explained by figures in another world"),
        ("roleguide analogies sales-ops sales-director --world ship",),
    ),
    "check": Command(
        "check",
        GUIDE,
        N_("whether a guide is sound, and where each fault is"),
        ("roleguide check", "roleguide check acme.yaml"),
    ),
    "help": Command(
        "help",
        HELP,
        N_("help on the program, a command or a topic"),
        ("roleguide help compare", "roleguide help environment"),
        "show_help",
    ),
}
"""Every command, in the order of the help."""


FIRST: Final[Mapping[str, tuple[str, str]]] = {
    "help": ("help", "show_help"),
    "version": ("version", "version"),
    "install_completion": ("completion", "completion"),
}
"""The module and function that answer an option which goes first."""


def function_of(name: str) -> Callable[..., Answer | PlainText]:
    """Import the module of a command, or of an option that goes first, and take its function."""
    if name in COMMANDS:
        module, function = COMMANDS[name].module, COMMANDS[name].function or name
    else:
        module, function = FIRST[name]
    found = getattr(import_module(f"{__name__}.{module}"), function)
    return cast("Callable[..., Answer | PlainText]", found)
