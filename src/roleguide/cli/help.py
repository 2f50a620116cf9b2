"""The help: examples first, commands in groups, everything in the reader's language."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from roleguide.cli.commands import COMMANDS, GROUPS
from roleguide.cli.layer import common_names
from roleguide.language import N_, Language


def program_help(language: Language, width: int, options: Sequence[Any]) -> str:
    """The help of the program."""
    say = language.say
    placeholder = say(N_("COMMAND"))
    lines = [
        f"{_usage(language)} roleguide {placeholder} …",
        "",
        *_wrapped(say(N_("A career guide for the terminal: what separates two jobs.")), width),
        "",
        say(N_("Examples")),
        "  roleguide compare sales-ops sales-director",
        "  roleguide show sales-director",
    ]
    room = max(len(name) for name in COMMANDS)
    for group in GROUPS:
        lines += ["", say(group)]
        for name, command in COMMANDS.items():
            if command.group == group:
                lines += _entry(name, say(command.summary), room, width)
    own = [option for option in options if option.name not in common_names()]
    lines += ["", say(N_("Options")), *_options(language, own, width)]
    common = [option for option in options if option.name in common_names()]
    lines += ["", say(N_("Options for every command")), *_options(language, common, width)]
    lines += ["", *_wrapped(_closing(language), width)]
    return "\n".join(lines) + "\n"


def short_help(language: Language) -> str:
    """What is said when nothing was asked."""
    say = language.say
    return "\n".join(
        [
            say(N_("A career guide for the terminal: what separates two jobs.")),
            "",
            "  roleguide compare sales-ops sales-director",
            "  roleguide show sales-director",
            "",
            say(N_("All commands: {command}"), command="roleguide --help"),
            "",
        ]
    )


def command_help(language: Language, width: int, context: Any) -> str:
    """The help of one command."""
    say = language.say
    name = context.info_name
    command = COMMANDS[name]
    parameters = context.command.params
    arguments = [p for p in parameters if p.param_type_name == "argument"]
    own = [p for p in parameters if p not in arguments and p.name not in common_names()]
    common = [p for p in parameters if p.name in common_names()]
    usage = " ".join(_metavar(language, argument) for argument in arguments)
    head = f"{_usage(language)} roleguide {name} {usage}".rstrip()
    summary = say(command.summary)
    options = say(N_("OPTIONS"))
    lines = [
        f"{head} [{options}]",
        "",
        *_wrapped(f"{summary[:1].upper()}{summary[1:]}.", width),
        "",
        say(N_("Examples")),
        *(f"  {example}" for example in command.examples),
    ]
    if arguments:
        room = max(len(_metavar(language, argument)) for argument in arguments)
        lines += ["", say(N_("Arguments"))]
        for argument in arguments:
            lines += _entry(_metavar(language, argument), say(argument.help), room, width)
    if own:
        lines += ["", say(N_("Options")), *_options(language, own, width)]
    lines += ["", say(N_("Options for every command")), *_options(language, common, width)]
    return "\n".join(lines) + "\n"


def _usage(language: Language) -> str:
    return language.label(language.say(N_("Usage")))


def _closing(language: Language) -> str:
    return language.say(
        N_(
            "Help on a command: {command}. "
            "Name a role by its id, title or alias, in capitals or not."
        ),
        command="roleguide compare --help",
    )


def _metavar(language: Language, parameter: Any) -> str:
    return language.say(parameter.metavar)


def _options(language: Language, options: Sequence[Any], width: int) -> Iterator[str]:
    heads = []
    for option in options:
        names = ", ".join(option.opts)
        heads.append(names if option.is_flag else f"{names} {_metavar(language, option)}")
    room = min(max((len(head) for head in heads), default=0), 30)
    for head, option in zip(heads, options, strict=True):
        yield from _entry(head, language.say(option.help), room, width)


def _entry(name: str, text: str, room: int, width: int) -> list[str]:
    """A name with its text beside it, or below where there is no room."""
    if width < room + 24 or len(name) > room:
        return [f"  {name}", *_wrapped(text, width, 6)]
    first, *more = textwrap.wrap(text, max(width - room - 4, 20), break_on_hyphens=False) or [""]
    return [f"  {name:<{room}}  {first}", *(f"  {'':<{room}}  {line}" for line in more)]


def _wrapped(text: str, width: int, indent: int = 0) -> list[str]:
    lines = textwrap.wrap(text, max(width - indent, 20), break_on_hyphens=False)
    return [f"{'':<{indent}}{line}" for line in lines]
