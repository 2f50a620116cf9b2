"""The command reference as Markdown, in one language; `manual.py` writes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from roleguide.cli.commands import COMMANDS, GROUPS, TOPICS
from roleguide.cli.help.layout import sentence
from roleguide.cli.help.topics import BLOCKS, Block
from roleguide.cli.tree import Branch, Option, branches
from roleguide.cli.typer_app import common_names
from roleguide.language import Language
from roleguide.language_tags import LANGUAGES

LITERAL: Final = re.compile(
    r"(--[a-z]\w+(?:-\w+)*(?: (?:plain|terminal|json)\b)?|(?<=\s)-o\b"
    r"|_?[A-Z]+(?:_[A-Z]+)+|~/(?:Library/Application Support|[\w./])+/|%\w+%\\\w+"
    r"|roleguide\.[a-z-]+/\d|(?<!\w)\.(?:txt|md|markdown|html?|csv|json)\b)"
)
"""What is typed as it stands within a text: options, variables, folders, schemas, endings."""

SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|~#&])")


def split(options: Iterable[Option]) -> tuple[list[Option], list[Option]]:
    """The options of the program alone, and those of every command."""
    common = {f"--{name}" for name in common_names()}
    found = list(options)
    return (
        [option for option in found if option.names[-1] not in common],
        [option for option in found if option.names[-1] in common],
    )


def marked(text: str) -> str:
    """A text in Markdown; what is typed in it is code."""
    parts = LITERAL.split(text)
    return "".join(
        f"`{part}`" if at % 2 else SPECIAL.sub(r"\\\1", part) for at, part in enumerate(parts)
    )


def anchor(command: str) -> str:
    """The place of a section, as its heading makes it."""
    return command.replace(" ", "-")


def fenced(kind: str, lines: Iterable[str]) -> str:
    """Lines as they are."""
    return "\n".join([f"```{kind}", *lines, "```"])


class Page:
    """The reference in one language."""

    def __init__(self, language: Language) -> None:
        self.language: Final = language
        self.say: Final = language.say

    def item(self, name: str, text: str) -> str:
        """A name and what is to say of it."""
        return f"- {self.language.label(f'`{name}`')} {marked(self.say(text))}"

    def options(self, heading: str, options: Iterable[Option]) -> Iterator[str]:
        """Options under a heading; nothing where there are none."""
        items = [
            self.item(
                f"{', '.join(o.names)} {self.say(o.metavar) if o.metavar else ''}".rstrip(), o.help
            )
            for o in options
        ]
        if items:
            yield heading
            yield "\n".join(items)

    def command(self, name: str, branch: Branch) -> Iterator[str]:
        """The section of a command."""
        command, say = COMMANDS[name], self.say
        usage = ["roleguide", name]
        for argument in branch.arguments:
            metavar = say(argument.metavar)
            usage.append(f"[{metavar}]" if not argument.required else metavar)
        yield f"## `roleguide {name}`"
        yield marked(sentence(say(command.summary)))
        yield fenced("text", [" ".join([*usage, f"[{say('OPTIONS')}]"])])
        if branch.arguments:
            yield f"**{say('Arguments')}**"
            yield "\n".join(self.item(say(a.metavar), a.help) for a in branch.arguments)
        yield from self.options(f"**{say('Options')}**", branch.options)
        yield f"**{say('Examples')}**"
        yield fenced("sh", command.examples)

    def topic(self, name: str) -> Iterator[str]:
        """The section of a topic."""
        yield f"## `roleguide help {name}`"
        yield marked(sentence(self.say(TOPICS[name])))
        for block in BLOCKS[name]:
            yield from self.block(block)

    def block(self, block: Block) -> Iterator[str]:
        """A part of a topic."""
        if block.heading:
            yield f"### {marked(self.say(block.heading))}"
        if block.text:
            yield marked(self.say(block.text))
        if block.yaml:
            yield fenced("yaml", block.yaml.splitlines())
        if block.entries:
            yield "\n".join(self.item(name, text) for name, text in block.entries)
        if block.commands:
            yield fenced("sh", block.commands)

    def contents(self) -> Iterator[str]:
        """Where everything is, by group."""
        for group in GROUPS:
            named = {f"roleguide {n}": c.summary for n, c in COMMANDS.items() if c.group == group}
            if group == GROUPS[-1]:
                named |= {f"roleguide help {name}": text for name, text in TOPICS.items()}
            yield f"**{marked(self.say(group))}**"
            yield "\n".join(
                f"- {self.language.label(f'[`{name}`](#{anchor(name)})')} {marked(self.say(text))}"
                for name, text in named.items()
            )

    def whole(self) -> Iterator[str]:
        """The page, a block at a time."""
        say = self.say
        tree = branches()
        of_program, common = split(tree[""].options)
        yield "# roleguide"
        yield "<!-- Made from the command tree: see `make manual`. -->"
        yield " · ".join(f"[{code}](reference.{code}.md)" for code in LANGUAGES)
        yield marked(say("A career guide for the terminal: what separates two jobs."))
        yield fenced("text", [f"roleguide {say('COMMAND')} …"])
        yield from self.options(f"**{say('Options')}**", of_program)
        yield from self.contents()
        for name in COMMANDS:
            yield from self.command(name, tree[name])
        yield from self.options(f"## {say('Options for every command')}", common)
        for name in TOPICS:
            yield from self.topic(name)


def reference(language: str) -> str:
    """The reference in a language."""
    return "\n\n".join(Page(Language(language)).whole()) + "\n"
