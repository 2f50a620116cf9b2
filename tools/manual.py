"""The manual page and the command reference, from the spec of the commands and the topics.

`make manual` writes them; a test fails where they are not what this would write.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import reference

from roleguide import __version__
from roleguide.cli.help import topics
from roleguide.cli.help.layout import sentence
from roleguide.cli.help.pages import explained, groups
from roleguide.cli.parameters import Parameter, Spec
from roleguide.cli.spec import SPEC
from roleguide.language import Language
from roleguide.language_tags import LANGUAGES

ROOT: Final = Path(__file__).parents[1]
ENGLISH: Final = Language("en")

# What roff reads as something else, or draws as something else, than what is typed.
ROFF: Final = {
    "\\": r"\(rs",
    "-": r"\-",
    "'": r"\(aq",
    '"': r"\(dq",
    "`": r"\(ga",
    "^": r"\(ha",
    "~": r"\(ti",
    "’": r"\(cq",
    "“": r"\(lq",
    "”": r"\(rq",
    "…": "...",
    "\u00a0": r"\ ",
}

NAME: Final = "what separates two jobs: a career guide in English and in French"

DESCRIPTION: Final = """\
roleguide says what a job is and what separates it from another: what each answers for, which \
skills it needs and at what level, what it looks like in a startup or an agency. It answers \
offline, from a built-in guide to the revenue organisation and from guides of your own.

A role is named by its id, its title or another title in use, in either language, whatever the \
case, the accents or the gender. A title that several roles have is answered with their list, a \
near miss with “did you mean”; nothing is guessed.

roleguide help says the same in English and in French, on the program, a command or a topic \
(environment, exit-codes, formats, guides).
"""

COPYRIGHT: Final = (
    "The program: MIT License. The built-in guide: CC BY 4.0; its sources keep their terms, which "
    "each of them states in the guide."
)


def roff(text: str) -> str:
    """A text as roff shows it: ASCII, nothing in it a command."""
    escaped = "".join(ROFF.get(c, c if c.isascii() else f"\\[u{ord(c):04X}]") for c in text)
    return f"\\&{escaped}" if escaped.startswith(".") else escaped


def bold(text: str) -> str:
    """What is typed as it stands."""
    return f"\\fB{roff(text)}\\fR"


def metavar(text: str) -> str:
    """A placeholder: words in capitals are replaced, others typed."""
    return re.sub(
        "[A-Za-z]+",
        lambda found: f"\\fI{found[0]}\\fR" if found[0].isupper() else f"\\fB{found[0]}\\fR",
        text.replace("…", "..."),
    )


def prose(text: str) -> str:
    """A text, a sentence a line; what is typed in it is bold."""
    parts = reference.LITERAL.split(text)
    set_ = "".join(bold(part) if at % 2 else roff(part) for at, part in enumerate(parts))
    return re.sub(r"(?<=\.) (?=[A-Z])", "\n", set_)


def verbatim(text: str) -> Iterator[str]:
    """Lines as they are, indented."""
    yield from (".PP", ".RS 4", ".nf", *(roff(line) for line in text.splitlines()), ".fi", ".RE")


def tagged(tag: str, text: str) -> Iterator[str]:
    """A name, its text beside or below it."""
    yield from (".TP", tag, prose(text))


def arguments(items: Iterable[Parameter]) -> str:
    """Arguments as they stand in a usage."""
    return "".join(
        f" {metavar(a.metavar)}" if a.required else f" [{metavar(a.metavar)}]" for a in items
    )


def option(item: Parameter) -> Iterator[str]:
    """An option with its value and its help."""
    value = f" {metavar(item.metavar)}" if item.metavar else ""
    names = ", ".join(bold(name) for name in item.names)
    yield from tagged(names + value, explained(ENGLISH, item))


def blocks(items: Iterable[topics.Block]) -> Iterator[str]:
    """The blocks of a topic."""
    for block in items:
        yield f".SS {roff(block.heading)}" if block.heading else ".PP"
        if block.text:
            yield prose(block.text)
        if block.yaml:
            yield from verbatim(block.yaml)
        for name, text in block.entries.items():
            yield from tagged(bold(name), text)
        if block.commands:
            yield from verbatim("\n".join(block.commands))


def commands(spec: Spec, path: str = "") -> Iterator[str]:
    """Every command with its arguments and options, by group; those of a group below it."""
    for heading, below in groups(spec, path).items():
        yield from () if path else (f".SS {roff(heading)}",)
        for words in below:
            command = spec.commands[words]
            yield from tagged(
                f"{bold(words)}{arguments(command.arguments)}", sentence(command.summary)
            )
            yield ".RS"
            for argument in command.arguments:
                yield from tagged(metavar(argument.metavar), explained(ENGLISH, argument))
            for item in command.options:
                yield from option(item)
            yield ".RE"
            yield from commands(spec, words)


def examples(spec: Spec) -> Iterator[str]:
    """Every example of the commands, under what it answers."""
    for words, command in spec.commands.items():
        if words and command.examples:
            yield ".PP"
            yield prose(f"{sentence(command.summary)[:-1]}:")
            yield from list(verbatim("\n".join(command.examples)))[1:]


def manual(spec: Spec = SPEC) -> str:
    """The manual page."""
    lines = [
        '.\\" Made from the spec of the commands: see "make manual".',
        f'.TH ROLEGUIDE 1 "" "roleguide {__version__}" "User Commands"',
        # Names and commands must be found as they are typed: no hyphens, no stretched lines.
        ".nh",
        ".ad l",
        ".SH NAME",
        f"roleguide \\- {roff(NAME)}",
        ".SH SYNOPSIS",
        f"{bold('roleguide')} {metavar('COMMAND [ARGUMENT …] [OPTION …]')}",
        ".SH DESCRIPTION",
    ]
    for paragraph in DESCRIPTION.strip().split("\n\n"):
        lines += [".PP", prose(paragraph)]
    lines += [".SH COMMANDS", *commands(spec), ".SH OPTIONS", ".SS For every command"]
    lines += [line for item in spec.common for line in option(item)]
    lines += [".SS Of the program"]
    lines += [line for item in spec.commands[""].options for line in option(item)]
    *guides, folders = topics.blocks("guides")
    for heading, items in (
        ("JOB TITLES", topics.blocks("job-titles")),
        ("ADVERTISEMENTS", topics.blocks("advertisements")),
        ("COVERAGE", topics.blocks("coverage")),
        ("PROFILES", topics.blocks("profiles")),
        ("FORMATS", topics.blocks("formats")),
        ("GUIDES", guides),
        ("EXIT STATUS", topics.blocks("exit-codes")),
        ("ENVIRONMENT", topics.blocks("environment")),
        ("FILES", [folders._replace(heading="")]),
    ):
        lines += [f".SH {heading}", *blocks(items)]
    lines += [".SH EXAMPLES", *examples(spec), ".SH COPYRIGHT", prose(COPYRIGHT)]
    return "\n".join(without_empty(lines)) + "\n"


def without_empty(lines: list[str]) -> Iterator[str]:
    """The lines without a `.PP` that another macro follows: it would be a paragraph of nothing."""
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        if line != ".PP" or not after.startswith((".PP", ".TP", ".SS", ".SH")):
            yield line


def pages() -> Mapping[Path, str]:
    """Every page that is made, and where it lies."""
    return {
        ROOT / "man" / "roleguide.1": manual(),
        **{
            ROOT / "docs" / f"reference.{language}.md": reference.reference(language)
            for language in LANGUAGES
        },
    }


if __name__ == "__main__":
    for path, text in pages().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
