"""The entry: argv in, exit code out; the one boundary where errors become messages."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

from roleguide import __version__
from roleguide.cli import output
from roleguide.cli.arguments import understood
from roleguide.cli.commands import function_of
from roleguide.cli.session import Session, Settings, choose
from roleguide.errors import RoleguideError, UsageError
from roleguide.language import N_, Language, Message, parse, resolve
from roleguide.language_tags import LANGUAGES
from roleguide.store import DamagedStore

DONE, NO, NO_ANSWER, INTERRUPTED, READER_GONE = 0, 1, 2, 130, 141


def main(argv: Sequence[str]) -> int:
    """Run one command.

    Args:
        argv: The arguments, without the program's name.

    Returns:
        0 done; 1 the answer is no; 2 no answer; 130 interrupted; 141 the reader went away.
    """
    language = resolve(os.environ)
    try:
        language = _asked_language(argv) or language
        try:
            return _run(language, list(argv))
        except DamagedStore:
            pass  # out of the handler, or its traceback would hold the file open
        return _run(language, list(argv), anew=True)
    except RoleguideError as error:
        return _report(error, language, argv)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return READER_GONE
    except Exception as error:  # noqa: BLE001 — the boundary: no traceback unless asked for
        if os.environ.get("ROLEGUIDE_DEBUG"):
            from traceback import format_exc  # noqa: PLC0415 — seldom asked for

            output.complain(format_exc().splitlines())
            return NO_ANSWER
        found = f"{type(error).__name__}: {error}".splitlines()[0][:200]
        text = language.say(N_("This is a fault in the program: {error}"), error=found)
        hint = language.say(N_("ROLEGUIDE_DEBUG=1 shows where; please report it."))
        output.complain([text, hint])
        return NO_ANSWER


def _run(language: Language, argv: list[str], *, anew: bool = False) -> int:
    if not argv:
        from roleguide.cli.help import short_help  # noqa: PLC0415 — only where it is shown

        output.complain(short_help(language).split("\n")[:-1])
        return NO_ANSWER
    call = understood(argv)
    if call is None:
        return _through_typer(language, argv, anew=anew)
    try:
        settings = Settings(**call.settings)
        context = SimpleNamespace(obj=Session(language, settings, anew=anew))
        code: int = function_of(call.command)(context, **call.values)
    except UsageError as error:
        error.ask = f"roleguide {call.command} --help"
        raise
    return code


def _through_typer(language: Language, argv: list[str], *, anew: bool) -> int:
    """Run a command line that the table alone does not explain: help, and whatever is wrong."""
    import typer  # noqa: PLC0415 — it takes longer than most answers

    from roleguide.cli import layer  # noqa: PLC0415 — likewise

    root = layer.Root(language, anew=anew)
    try:
        # Typer's own `main` would turn a reader that went away into exit code 1.
        with root.make_context("roleguide", argv) as context:
            result = root.invoke(context)
    except layer.HelpAsked as asked:
        _help(language, root, asked.context)
        return DONE
    except layer.CompletionAsked as asked:
        output.write(_completion(asked.shell))
        return DONE
    except layer.VersionAsked:
        output.write(_version(language))
        return DONE
    except typer.Exit as stop:
        return stop.exit_code
    except typer.Abort:
        return INTERRUPTED
    except typer.TyperException as error:
        raise layer.worded(error, argv) from error
    return result if isinstance(result, int) else DONE


def _help(language: Language, root: Any, context: Any) -> None:
    from roleguide.cli.help import command_help, program_help  # noqa: PLC0415 — as above

    width = min(output.terminal_width(None), 100)
    if context.command is root:
        output.write(program_help(language, width, root.params))
    else:
        output.write(command_help(language, width, context))


def _completion(shell: str) -> str:
    from roleguide.cli.completion import script, shells  # noqa: PLC0415 — seldom asked for

    return script(choose("--install-completion", shell, shells()))


def _version(language: Language) -> str:
    from roleguide.reading.guide import FORMAT  # noqa: PLC0415 — likewise
    from roleguide.store import ENGINE  # noqa: PLC0415 — likewise

    data = language.say(N_("data format {number}"), number=FORMAT)
    return f"roleguide {__version__} ({data}, Python {sys.version.split()[0]}, SQLite {ENGINE})\n"


def _asked_language(argv: Sequence[str]) -> Language | None:
    """The language of `--lang`, known before anything can go wrong in another one."""
    tag = _value(argv, "--lang")
    if tag is None:
        return None
    language = parse(tag)
    if language is None:
        raise UsageError(
            Message(
                N_("{option} must be one of {names}, not {value}."),
                {"option": "--lang", "names": ", ".join(LANGUAGES), "value": tag},
            )
        )
    return language


def _value(argv: Sequence[str], option: str) -> str | None:
    """The last value of an option, as far as it can be seen without parsing."""
    found = None
    for at, word in enumerate(argv):
        if word == "--":
            break
        if word == option and at + 1 < len(argv):
            found = argv[at + 1]
        elif word.startswith(f"{option}="):
            found = word.partition("=")[2]
    return found


def _report(error: RoleguideError, language: Language, argv: Sequence[str]) -> int:
    file = _value(argv, "-o") or _value(argv, "--output") or ""
    if _value(argv, "--format") == "json" or file.endswith(".json"):
        from roleguide.formats import json  # noqa: PLC0415 — only where it is asked for

        output.complain(json.render(json.error(error)).splitlines())
    else:
        output.complain(error.lines(language))
    return NO_ANSWER
