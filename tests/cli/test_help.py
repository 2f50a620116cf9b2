"""`help`: its topics complete, well set at any width, in one language at a time."""

from __future__ import annotations

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import messages
import pytest

import roleguide
from cli.conftest import COMMANDS, Run, typed
from cli.test_completion import complete
from cli.test_startup import imported
from roleguide import formats
from roleguide.cli import main
from roleguide.cli.help import TOPICS
from roleguide.cli.help.layout import command_line, wrapped
from roleguide.cli.help.topics import blocks
from roleguide.language import Language
from roleguide.sections import SECTIONS
from roleguide.views.labels import MOVES

SOURCE = Path(roleguide.__file__).parent
WIDTHS = [40, 80, 100]
PAGES = ["", *TOPICS, *COMMANDS]
FRENCH = messages.read(messages.LOCALE / "fr" / "LC_MESSAGES" / "roleguide.po")

VARIABLE = re.compile(r"[A-Z][A-Z0-9]+(_[A-Z0-9]+)*")


def flat(text: str) -> str:
    """A text on one line, so that wrapping does not matter; hard spaces stay."""
    return re.sub("[ \n]+", " ", text)


def sentences(topic: str) -> list[str]:
    """Every sentence of a topic, in English."""
    found = [TOPICS[topic]]
    for block in blocks(topic):
        found += [block.heading, block.text, *block.entries.values()]
    return [text for text in found if text]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_fits_any_width_and_breaks_no_word(inside: Run, page: str, language: str) -> None:
    words = {}
    for width in WIDTHS:
        answer = inside("help", *filter(None, [page]), "--lang", language, COLUMNS=str(width))
        assert (answer.code, answer.err) == (0, "")
        lines = answer.out.splitlines()
        assert max(len(line) for line in lines) <= width
        assert not [line for line in lines if line != line.rstrip()]
        words[width] = set(re.split("[ \n]+", answer.out)) - {"\\"}  # a long command goes on
    assert words[40] == words[80] == words[100]


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_is_the_same_at_100_columns_and_beyond(inside: Run, topic: str) -> None:
    assert inside("help", topic, COLUMNS="100").out == inside("help", topic, "--width", "300").out


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_says_each_sentence_in_its_language(inside: Run, topic: str) -> None:
    for code in ("en", "fr"):
        language = Language(code)
        said = flat(inside("help", topic, "--lang", code).out).lower()
        for sentence in sentences(topic):
            assert flat(language.say(sentence)).lower() in said


@pytest.mark.parametrize("topic", TOPICS)
def test_no_english_is_left_in_french(inside: Run, topic: str) -> None:
    said = flat(inside("help", topic, "--lang", "fr").out)
    assert "Project-Id-Version" not in said
    for sentence in sentences(topic):
        entry = FRENCH.get(sentence)
        # Names alone, such as that of a command, are no sentence of the catalogue.
        assert entry or re.fullmatch(r"[a-z]+", sentence), sentence
        if entry and entry.string != sentence:
            assert not re.search(rf"(?<!\w){re.escape(sentence)}(?!\w)", said)


def test_help_alone_is_the_help_of_the_program(inside: Run) -> None:
    assert inside("help").out == inside("--help").out
    assert inside("help", "--lang", "fr").out == inside("--help", "--lang", "fr").out


@pytest.mark.parametrize("command", COMMANDS)
def test_help_on_a_command_is_its_help(inside: Run, command: str) -> None:
    assert inside("help", command).out == inside(*command.split(), "--help").out


def test_an_argument_that_may_be_left_out_is_in_brackets(inside: Run) -> None:
    assert inside("help", "who").out.startswith("Usage: roleguide who [ACTIVITY] [OPTIONS]\n")
    assert inside("help", "show").out.startswith("Usage: roleguide show NAME [OPTIONS]\n")


def test_topics_are_in_the_help_and_in_completion(inside: Run, french: Language) -> None:
    out = inside("--help", "--lang", "fr").out
    for topic, summary in TOPICS.items():
        assert re.search(rf"\n  {topic} +{french.say(summary)[:40]}", out)
        assert complete(inside, f"roleguide help {topic[:-1]}") == [topic]
    found = complete(inside, "roleguide help ", "fish", LANG="fr_FR.UTF-8")
    assert found[2] == "environment\tles variables d’environnement qui comptent, et pour quoi"
    assert {line.partition("\t")[0] for line in found} == {*TOPICS, *COMMANDS}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_kind_of_move_that_a_heading_names_is_explained(
    inside: Run, french: Language, language: str
) -> None:
    kinds = [
        *MOVES.values(),
        "a change of track",
        "a move back",
        "against the usual direction",
        "near, but no usual step",
        "no usual way",
    ]
    said = " ".join(inside("help", "coverage", "--lang", language).out.casefold().split())
    names = [french.say(kind) if language == "fr" else kind for kind in kinds]
    assert [name for name in names if name not in said] == []


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param(
            ["exit-code"],
            "There is no help on “exit-code”. Did you mean exit-codes? See roleguide help.\n",
            id="near-topic",
        ),
        pytest.param(
            ["formts", "--lang", "fr"],
            "Il n’y a pas d’aide sur «\u00a0formts\u00a0». Vouliez-vous dire formats\u202f? "
            "Voir roleguide help.\n",
            id="near-topic-fr",
        ),
        pytest.param(
            ["comparre"],
            "There is no help on “comparre”. Did you mean compare? See roleguide help.\n",
            id="near-command",
        ),
        pytest.param([""], "There is no help on “”. See roleguide help.\n", id="empty"),
        pytest.param(["zzz"], "There is no help on “zzz”. See roleguide help.\n", id="unknown"),
        pytest.param(
            ["formats", "guides"],
            "guides is one argument too many; a name of several words stands in quotes. "
            "See roleguide help --help.\n",
            id="one-too-many",
        ),
        pytest.param(
            ["formats", "-o", "formats.html"],
            "This answer is plain text; it has no format html. See roleguide help formats.\n",
            id="no-format",
        ),
    ],
)
def test_what_help_cannot_do_is_one_line_and_exit_2(
    inside: Run, tmp_path: Path, arguments: list[str], expected: str
) -> None:
    answer = inside("help", *arguments)
    assert (answer.code, answer.out, answer.err) == (2, "", expected)
    assert not list(tmp_path.iterdir())


def test_a_topic_goes_into_a_file(inside: Run, tmp_path: Path) -> None:
    assert inside("help", "guides", "-o", "guides.txt").out == ""
    assert (tmp_path / "guides.txt").read_text(encoding="utf-8") == inside("help", "guides").out


def test_a_topic_imports_neither_yaml_nor_rich(environ: dict[str, str], tmp_path: Path) -> None:
    found = imported(environ, tmp_path, "help", "environment")
    assert "roleguide.cli.help.topics" in found
    assert not {name for name in found if name.split(".")[0] in ("rich", "yaml")}
    assert "roleguide.cli.help.topics" not in imported(environ, tmp_path, "--help")


def readers() -> Iterator[ast.AST]:
    """The functions of the program that speak of the environment."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and any(
                (getattr(n, "id", "") or getattr(n, "attr", "")).endswith("environ")
                for n in ast.walk(node)
            ):
                yield node


def variables() -> set[str]:
    """What they read: every string in them that is spelt like a variable.

    `ROLEGUIDE_{kind.upper()}_DIR` stands for each kind of folder; COLUMNS is read by the standard
    library; the variable of completion is a constant.
    """
    found = {"COLUMNS", "_ROLEGUIDE_COMPLETE"}
    for reader in readers():
        for node in ast.walk(reader):
            if isinstance(node, ast.JoinedStr):
                parts = [str(getattr(v, "value", "")) for v in node.values]
                if len(parts) == 3 and VARIABLE.fullmatch("X".join([parts[0], parts[2]])):
                    found |= {f"{parts[0]}{kind}{parts[2]}" for kind in ("CONFIG", "CACHE")}
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found |= {node.value} if VARIABLE.fullmatch(node.value) else set()
    return found


def test_every_variable_the_source_reads_is_in_the_topic() -> None:
    told = {name for block in blocks("environment") for name in block.entries}
    read = variables()
    assert {"ROLEGUIDE_LANG", "XDG_CACHE_HOME", "NO_COLOR", "ACCESSIBLE", "COMP_CWORD"} <= read
    assert not read - told


def test_every_exit_code_is_in_the_topic() -> None:
    codes = [0, 1, main.EXIT_NO_ANSWER, main.EXIT_INTERRUPTED, main.EXIT_READER_GONE]
    told = [name for block in blocks("exit-codes") for name in block.entries]
    assert told == [str(code) for code in codes]


def test_every_format_and_ending_is_in_the_topic() -> None:
    told = blocks("formats")[0].entries
    assert tuple(told) == formats.CHOICES
    for ending, name in formats.ENDINGS.items():
        assert re.search(rf"{re.escape(ending)}(,|$)", told[name])


def test_every_schema_is_in_the_topic() -> None:
    files = (SOURCE / "formats" / "json").glob("*.py")
    sources = "".join(file.read_text(encoding="utf-8") for file in files)
    written = set(re.findall(r'"(roleguide\.[a-z-]+/1)"', sources))
    assert "roleguide.role/1" in written
    written |= {f"roleguide.{s.label}/1" for s in SECTIONS.values() if s.unknown}
    (schemas,) = (b for b in blocks("formats") if "roleguide.roles/1" in b.entries)
    text = " ".join(f"{name} {text}" for name, text in schemas.entries.items())
    assert written <= set(re.findall(r"roleguide\.[a-z-]+/\d", text))
    assert {"roleguide.examples/1", "roleguide.analogies/1"} <= schemas.entries.keys()


def test_the_guide_of_the_topic_is_sound(inside: Run, tmp_path: Path) -> None:
    (example,) = (block.yaml for block in blocks("guides") if block.yaml)
    (tmp_path / "acme.yaml").write_text(example, encoding="utf-8")
    assert inside("check", "acme.yaml").out == "No faults in acme.yaml\n"
    for topic in TOPICS:
        for command in [command for block in blocks(topic) for command in block.commands]:
            words, stdin = typed(command)
            path = "" if "acme.yaml" in words else "acme.yaml"
            answer = inside(*words, stdin=stdin, ROLEGUIDE_PATH=path)
            assert (answer.code, answer.err) == (int("--exit-code" in command), ""), command


def test_a_word_longer_than_the_line_stays_whole() -> None:
    assert wrapped("see %LOCALAPPDATA%/roleguide/guides/", 20) == [
        "see",
        "%LOCALAPPDATA%/roleguide/guides/",
    ]


def test_a_long_command_goes_on_as_a_shell_lets_it() -> None:
    command = 'roleguide search "annual plan" --in roles --format markdown'
    lines = command_line(command, 36)
    assert lines == [
        '  roleguide search "annual plan" \\',
        "      --in roles --format markdown",
    ]
    as_read = "\n".join(lines).replace("\\\n", "")
    assert shlex.split(as_read) == shlex.split(command)
    assert command_line(command, 80) == [f"  {command}"]
