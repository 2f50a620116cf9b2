"""The entry: argv in, exit code out; the one boundary where errors become messages."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial

from roleguide.cli import output
from roleguide.cli.answer import Answer, PlainText, Stream
from roleguide.cli.delivery import Delivery
from roleguide.cli.parameter_values import choose
from roleguide.cli.parser import Call, NoCommand, help_of, parse
from roleguide.cli.session import Session
from roleguide.errors import RoleguideError, UsageError
from roleguide.language import N_, Language, resolve
from roleguide.language import parse as parse_language
from roleguide.language_tags import LANGUAGES

EXIT_NO_ANSWER = 2
EXIT_INTERRUPTED = 130
EXIT_READER_GONE = 141


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
        except Exception as error:
            if not _is_damage(error):
                raise
        # Out of the handler, since its traceback would hold the damaged file open.
        return _run(language, list(argv), rebuild=True)
    except RoleguideError as error:
        return _report(error, language, argv)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        return EXIT_READER_GONE
    except Exception as error:  # noqa: BLE001 — the boundary: no traceback unless asked for
        if os.environ.get("ROLEGUIDE_DEBUG"):
            from traceback import format_exc  # seldom asked for

            output.write_error(format_exc().splitlines())
            return EXIT_NO_ANSWER
        found = f"{type(error).__name__}: {error}".splitlines()[0][:200]
        text = language.say(N_("This is a fault in the program: {error}"), error=found)
        hint = language.say(N_("ROLEGUIDE_DEBUG=1 shows where; please report it."))
        output.write_error([text, hint])
        return EXIT_NO_ANSWER


def _run(language: Language, argv: list[str], *, rebuild: bool = False) -> int:
    if not argv:
        from roleguide.cli.help.pages import short_help  # only where it is shown

        output.write_error(short_help(language))
        return EXIT_NO_ANSWER
    with output.Progress(lambda: language.say(N_("Reading the guides…"))) as progress:
        session_of = partial(Session, language, rebuild=rebuild, progress=progress)
        call = _parse(argv, session_of)
        try:
            delivery = Delivery(call.settings, os.environ)
            answer = _answer(call, session_of(call.settings.guide, medium=delivery.medium))
            content = delivery.render(answer)
        except UsageError as error:
            error.ask = help_of(call.path)
            raise
    delivery.write(content, answer)
    output.write_error(map(language.tell, (*answer.notices, *delivery.notices)))
    return answer.code


def _is_damage(error: Exception) -> bool:
    """Whether a compiled guide is damaged; if so, the store is imported already."""
    store = sys.modules.get("roleguide.store")
    return store is not None and isinstance(error, store.DamagedStore)


def _parse(argv: list[str], session_of: Callable[[Sequence[str]], Session]) -> Call:
    """Take a command line apart; names in the place of a command are a call, too."""
    try:
        return parse(argv)
    except NoCommand as error:
        from roleguide.cli.without_command import implied_call  # seldom needed

        call = None
        try:
            near = bool(error.suggestions)
            call = implied_call(argv, error.rest, session_of, mistyped=near)
        except RoleguideError:
            if not error.suggestions:  # else a command misspelt, whatever the guides have
                raise
        if call is None:
            raise
        return call


def _answer(call: Call, session: Session) -> Answer | PlainText | Stream:
    """What a command answers."""
    answer = call.function(session, **call.values)
    if any(session.readings) and isinstance(answer, Answer):
        from roleguide.cli.read_as import with_readings  # read already

        answer = with_readings(answer, session)
    if session.given and isinstance(answer, Answer):
        from roleguide.cli.repeated_guides import with_guides  # only where one is given

        answer = with_guides(answer, session.given)
    return answer


def _asked_language(argv: Sequence[str]) -> Language | None:
    """The language of `--lang`, known before anything can go wrong in another one."""
    tags = _value(argv, "--lang")
    if tags is None:
        return None
    tag = tags.partition(",")[0]  # where several may be given, the first one is spoken
    return parse_language(tag) or Language(choose("--lang", tag, LANGUAGES))


def _value(argv: Sequence[str], option: str) -> str | None:
    """The last value of an option, as far as it can be seen without parsing."""
    return next(reversed(_values(argv, option)), None)


def _values(argv: Sequence[str], option: str) -> list[str]:
    """The values of an option, likewise."""
    found: list[str] = []
    for at, word in enumerate(argv):
        if word == "--":
            break
        if word == option and at + 1 < len(argv):
            found.append(argv[at + 1])
        elif word.startswith(f"{option}="):
            found.append(word.partition("=")[2])
    return found


def _report(error: RoleguideError, language: Language, argv: Sequence[str]) -> int:
    file = _value(argv, "-o") or _value(argv, "--output") or ""
    if _value(argv, "--format") == "json" or file.lower().endswith(".json"):
        from roleguide.formats import json  # only where it is asked for
        from roleguide.formats.json.guides import error_json

        output.write_error(json.render(error_json(error)).splitlines(), wrapped=False)
    else:
        lines = error.lines(language)
        if guides := _values(argv, "--guide"):
            from roleguide.cli.repeated_guides import repeating  # only where one is given

            lines = [*map(repeating(guides), lines)]
        output.write_error(lines)
    return EXIT_NO_ANSWER
