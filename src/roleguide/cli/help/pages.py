"""The help: examples first, commands in groups, everything in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from roleguide.cli.commands import COMMANDS, GROUPS, TOPICS
from roleguide.cli.help.layout import command_line, entry, sentence, wrapped
from roleguide.cli.typer_app import common_names
from roleguide.language import N_, Language

if TYPE_CHECKING:
    from roleguide.cli.help.topics import Block


def program_help(language: Language, width: int, options: Sequence[Any]) -> str:
    """The help of the program."""
    say = language.say
    placeholder = say(N_("COMMAND"))
    lines = [
        f"{_usage(language)} roleguide {placeholder} …",
        "",
        *wrapped(say(N_("A career guide for the terminal: what separates two jobs.")), width),
        "",
        say(N_("Examples")),
        *command_line("roleguide compare sales-ops sales-director", width),
        *command_line("roleguide show sales-director", width),
    ]
    room = max(len(name) for name in (*COMMANDS, *TOPICS))
    for group in GROUPS:
        lines += ["", say(group)]
        for name, command in COMMANDS.items():
            if command.group == group:
                lines += entry(name, say(command.summary), room, width)
    topics = say(N_("Topics, as in {command}"), command="roleguide help formats")
    lines += ["", *wrapped(topics, width)]
    for name, summary in TOPICS.items():
        lines += entry(name, say(summary), room, width)
    own = [option for option in options if option.name not in common_names()]
    lines += ["", say(N_("Options")), *_options(language, own, width)]
    common = [option for option in options if option.name in common_names()]
    lines += ["", say(N_("Options for every command")), *_options(language, common, width)]
    lines += ["", *wrapped(_closing(language), width)]
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
    places = [_place(language, argument) for argument in arguments]
    options = say(N_("OPTIONS"))
    head = " ".join([_usage(language), "roleguide", name, *places, f"[{options}]"])
    lines = [
        *wrapped(head, width),
        "",
        *wrapped(sentence(say(command.summary)), width),
        "",
        say(N_("Examples")),
        *(line for example in command.examples for line in command_line(example, width)),
    ]
    if arguments:
        room = max(len(_metavar(language, argument)) for argument in arguments)
        lines += ["", say(N_("Arguments"))]
        for argument in arguments:
            lines += entry(_metavar(language, argument), say(argument.help), room, width)
    if own:
        lines += ["", say(N_("Options")), *_options(language, own, width)]
    lines += ["", say(N_("Options for every command")), *_options(language, common, width)]
    return "\n".join(lines) + "\n"


def topic_help(language: Language, width: int, topic: str) -> str:
    """A topic as text."""
    from roleguide.cli.help.topics import BLOCKS  # noqa: PLC0415 — only where one is shown

    lines = wrapped(sentence(language.say(TOPICS[topic])), width)
    blocks = BLOCKS[topic]
    widest = max(_widest(block) for block in blocks)
    for block in blocks:
        # One column for all, but short names need not stand far from their texts.
        room = widest if _widest(block) * 2 > widest else _widest(block)
        lines.append("")
        if block.heading:
            lines.append(language.say(block.heading))
        parts = [
            # An empty sentence would be the header of the catalogue.
            wrapped(language.say(block.text), width, 2 if block.heading else 0)
            if block.text
            else [],
            [f"    {line}" for line in block.yaml.splitlines()],
            [
                line
                for name, text in block.entries
                for line in entry(name, language.say(text), room, width)
            ],
            [line for command in block.commands for line in command_line(command, width)],
        ]
        lines += "\n\n".join("\n".join(part) for part in parts if part).split("\n")
    return "\n".join(lines) + "\n"


def _widest(block: Block) -> int:
    return max((len(name) for name, _ in block.entries), default=0)


def _usage(language: Language) -> str:
    return language.label(language.say(N_("Usage")))


def _closing(language: Language) -> str:
    return language.say(
        N_(
            "Help on a command: {command}. Name a role by its id or any of its titles, "
            "whatever the case or the accents."
        ),
        command="roleguide compare --help",
    )


def _metavar(language: Language, parameter: Any) -> str:
    return language.say(parameter.metavar)


def _place(language: Language, argument: Any) -> str:
    """An argument in the usage; one that may be left out is in brackets."""
    metavar = _metavar(language, argument)
    return metavar if argument.required else f"[{metavar}]"


def _options(language: Language, options: Sequence[Any], width: int) -> Iterator[str]:
    heads = []
    for option in options:
        names = ", ".join(option.opts)
        heads.append(names if option.is_flag else f"{names} {_metavar(language, option)}")
    room = min(max((len(head) for head in heads), default=0), 30)
    for head, option in zip(heads, options, strict=True):
        yield from entry(head, language.say(option.help), room, width)
