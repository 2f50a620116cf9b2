"""The pages of the help: examples first, commands in groups, all in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from roleguide.cli.help import TOPICS
from roleguide.cli.help.layout import command_line, entry, sentence, wrapped
from roleguide.cli.spec import SPEC
from roleguide.language import N_, Language, Message

if TYPE_CHECKING:
    from roleguide.cli.help.topics import Block
    from roleguide.cli.parameters import Parameter, Spec


def command_help(language: Language, width: int, path: str, spec: Spec = SPEC) -> str:
    """The help of a command, of a group of commands, or of the program.

    Args:
        language: The language to say it in.
        width: Columns to set it in.
        path: The words of the command; none for the program.
        spec: All commands.
    """
    say = language.say
    command = spec.commands[path]
    head = language.label(say(N_("Usage")))
    lines = [*wrapped(f"{head} {usage(language, path, spec)}", width), ""]
    lines += wrapped(sentence(say(command.summary)), width)
    if command.examples:
        lines += ["", say(N_("Examples"))]
        lines += [line for example in command.examples for line in command_line(example, width)]
    lines += _parameters(language, N_("Arguments"), command.arguments, width)
    lines += _commands(language, width, path, spec)
    lines += _parameters(language, N_("Options"), command.options, width)
    lines += _parameters(language, N_("Options for every command"), spec.common_to(path), width)
    if not path:
        lines += ["", *wrapped(_closing(language), width)]
    return "\n".join(lines) + "\n"


def usage(language: Language, path: str, spec: Spec = SPEC) -> str:
    """How a command is written: its arguments, those that may be left out in brackets."""
    words = ["roleguide", *path.split()]
    if spec.below(path):
        return " ".join([*words, language.say(N_("COMMAND")), "…"])
    for argument in spec.commands[path].arguments:
        metavar = language.say(argument.metavar)
        words.append(metavar if argument.required else f"[{metavar}]")
    options = language.say(N_("OPTIONS"))
    return " ".join([*words, f"[{options}]"])


def written(language: Language, parameter: Parameter) -> str:
    """How a parameter is written: an option by its names, with what stands for its value."""
    metavar = [language.say(parameter.metavar)] if parameter.metavar else []
    return " ".join([", ".join(parameter.names), *metavar]).lstrip()


def explained(language: Language, parameter: Parameter) -> str:
    """What a parameter does; where that is to choose, the words that there are."""
    return language.tell(Message(parameter.help, {"choices": parameter.kind.of}))


def short_help(language: Language) -> list[str]:
    """What is said when nothing was asked, as lines."""
    program = SPEC.commands[""]
    examples = (f"  {example}" for example in program.examples)
    everything = language.say(N_("All commands: {command}"), command="roleguide --help")
    return [sentence(language.say(program.summary)), "", *examples, "", everything]


def groups(spec: Spec, path: str) -> dict[str, list[str]]:
    """The commands right below a group, by their heading, in their order."""
    found: dict[str, list[str]] = {}
    for words in spec.below(path).values():
        found.setdefault(spec.commands[words].group or N_("Commands"), []).append(words)
    return found


def _commands(language: Language, width: int, path: str, spec: Spec) -> Iterator[str]:
    """The commands below a group, and below the program the topics, too."""
    topics = {} if path else TOPICS
    room = max(map(len, (*spec.below(path), *topics)), default=0)
    for heading, commands in groups(spec, path).items():
        yield from ("", language.say(heading))
        for words in commands:
            summary = language.say(spec.commands[words].summary)
            yield from entry(words.removeprefix(path).lstrip(), summary, room, width)
    if topics:
        text = language.say(N_("Topics, as in {command}"), command="roleguide help formats")
        yield from ("", *wrapped(text, width))
    for name, summary in topics.items():
        yield from entry(name, language.say(summary), room, width)


def topic_help(language: Language, width: int, topic: str) -> str:
    """A topic as text."""
    from roleguide.cli.help.topics import blocks  # only where one is shown

    summary = "\n".join(wrapped(sentence(language.say(TOPICS[topic])), width))
    parts = blocks(topic)
    widest = max(map(_widest, parts))
    return "\n\n".join([summary, *(_block(language, width, each, widest) for each in parts)]) + "\n"


def _block(language: Language, width: int, block: Block, widest: int) -> str:
    """A block of a topic; its parts are apart, but for the heading.

    Names share one column with other blocks, unless they are so short that they would stand far
    from their texts.
    """
    room = widest if _widest(block) * 2 > widest else _widest(block)
    parts = [
        [f"    {line}" for line in block.yaml.splitlines()],
        [*chain(*(entry(n, language.say(text), room, width) for n, text in block.entries.items()))],
        [*chain(*(command_line(command, width) for command in block.commands))],
    ]
    if block.text:
        parts.insert(0, wrapped(language.say(block.text), width, 2 if block.heading else 0))
    heading = f"{language.say(block.heading)}\n" if block.heading else ""
    return heading + "\n\n".join("\n".join(part) for part in parts if part)


def _widest(block: Block) -> int:
    return max(map(len, block.entries), default=0)


def _closing(language: Language) -> str:
    return language.say(
        N_(
            "Help on a command: {command}. Name a role by its id or any of its titles, "
            "whatever the case or the accents. Without a command, a name is shown, several roles "
            "are compared ({names}), and the way from one to another is told ({way})."
        ),
        command="roleguide compare --help",
        names="roleguide sdr bdr",
        way="roleguide sdr to ae",
    )


def _parameters(
    language: Language, heading: str, parameters: Sequence[Parameter], width: int
) -> Iterator[str]:
    """Arguments or options under a heading; nothing where there are none."""
    if not parameters:
        return
    yield from ("", language.say(heading))
    heads = [written(language, parameter) for parameter in parameters]
    room = min(max(len(head) for head in heads), 30)
    for head, parameter in zip(heads, parameters, strict=True):
        yield from entry(head, explained(language, parameter), room, width)
