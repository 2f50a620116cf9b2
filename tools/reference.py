"""The command reference as Markdown, in one language; `manual.py` writes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from roleguide.cli.help import TOPICS
from roleguide.cli.help.layout import sentence
from roleguide.cli.help.pages import explained, groups, usage, written
from roleguide.cli.help.topics import Block, blocks
from roleguide.cli.parameters import Parameter, Spec
from roleguide.cli.spec import SPEC
from roleguide.language import Language
from roleguide.language_tags import LANGUAGES

LITERAL: Final = re.compile(
    r"(--[a-z]\w+(?:-\w+)*(?: (?:plain|terminal|json)\b)?|(?<=\s)-o\b"
    r"|_?[A-Z]+(?:_[A-Z]+)+|~/(?:Library/Application Support|[\w./])+/|%\w+%\\\w+"
    r"|roleguide\.[a-z-]+/\d|(?<!\w)\.(?:txt|md|markdown|html?|csv|json)\b)"
)
"""What is typed as it stands within a text: options, variables, folders, schemas, endings."""

SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|~#&])")


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

    def __init__(self, language: Language, spec: Spec) -> None:
        self.language: Final = language
        self.spec: Final = spec
        self.say: Final = language.say

    def item(self, name: str, text: str) -> str:
        """A name and what is to say of it."""
        return f"- {self.language.label(f'`{name}`')} {marked(text)}"

    def parameters(self, heading: str, parameters: Iterable[Parameter]) -> Iterator[str]:
        """Arguments or options under a heading; nothing where there are none."""
        items = [
            self.item(written(self.language, one), explained(self.language, one))
            for one in parameters
        ]
        if items:
            yield heading
            yield "\n".join(items)

    def command(self, path: str) -> Iterator[str]:
        """The section of a command."""
        command, say = self.spec.commands[path], self.say
        yield f"## `roleguide {path}`"
        yield marked(sentence(say(command.summary)))
        yield fenced("text", [usage(self.language, path, self.spec)])
        yield from self.parameters(f"**{say('Arguments')}**", command.arguments)
        yield from self.parameters(f"**{say('Options')}**", command.options)
        if command.examples:
            yield f"**{say('Examples')}**"
            yield fenced("sh", command.examples)

    def topic(self, name: str) -> Iterator[str]:
        """The section of a topic."""
        yield f"## `roleguide help {name}`"
        yield marked(sentence(self.say(TOPICS[name])))
        for block in blocks(name):
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
            yield "\n".join(self.item(name, self.say(text)) for name, text in block.entries.items())
        if block.commands:
            yield fenced("sh", block.commands)

    def contents(self) -> Iterator[str]:
        """Where everything is, by group."""
        commands = self.spec.commands
        for group, below in groups(self.spec, "").items():
            named = {
                f"roleguide {words}": command.summary
                for words, command in commands.items()
                if words.split(" ")[0] in below
            }
            if "help" in below:
                named |= {f"roleguide help {name}": text for name, text in TOPICS.items()}
            yield f"**{marked(self.say(group))}**"
            yield "\n".join(
                f"- {self.language.label(f'[`{name}`](#{anchor(name)})')} {marked(self.say(text))}"
                for name, text in named.items()
            )

    def whole(self) -> Iterator[str]:
        """The page, a block at a time."""
        say = self.say
        program = self.spec.commands[""]
        yield "# roleguide"
        yield "<!-- Made from the spec of the commands: see `make manual`. -->"
        yield " · ".join(f"[{code}](reference.{code}.md)" for code in LANGUAGES)
        yield marked(sentence(say(program.summary)))
        yield fenced("text", [f"roleguide {say('COMMAND')} …"])
        yield from self.parameters(f"**{say('Options')}**", program.options)
        yield from self.contents()
        for path in filter(None, self.spec.commands):
            yield from self.command(path)
        yield from self.parameters(f"## {say('Options for every command')}", self.spec.common)
        for name in TOPICS:
            yield from self.topic(name)


def reference(language: str, spec: Spec = SPEC) -> str:
    """The reference in a language."""
    return "\n\n".join(Page(Language(language), spec).whole()) + "\n"
