"""A command is a function of a session and values; `main` alone draws and writes its answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from cli.conftest import Run
from roleguide.cli.answer import Answer, PlainText
from roleguide.cli.commands.check import check
from roleguide.cli.commands.compare import compare
from roleguide.cli.commands.completion import completion
from roleguide.cli.commands.help import show_help
from roleguide.cli.commands.list import list_roles
from roleguide.cli.commands.scenes import analogies, examples
from roleguide.cli.commands.search import search
from roleguide.cli.commands.show import define, show
from roleguide.cli.commands.skills import skills
from roleguide.cli.commands.version import version
from roleguide.cli.commands.who import who
from roleguide.cli.parser import Call
from roleguide.cli.session import Session
from roleguide.language import Language, Message
from roleguide.views.document import Document, Prose

PAIR = ["sales-ops", "sdr"]

CALLS: list[tuple[Callable[..., Any], dict[str, Any], int]] = [
    (list_roles, {"stage": "backstage"}, 0),
    (show, {"name": "sales-ops"}, 0),
    (who, {}, 0),
    (define, {"term": "cro"}, 0),
    (search, {"words": ["zzzz"]}, 1),
    (compare, {"roles": PAIR, "exit_code": True}, 1),
    (skills, {"roles": PAIR}, 0),
    (examples, {"roles": PAIR, "in_": "startup"}, 0),
    (analogies, {"roles": PAIR}, 0),
    (check, {}, 0),
]


@pytest.mark.parametrize(
    ("function", "values", "code"), CALLS, ids=lambda v: getattr(v, "__name__", "")
)
def test_a_command_returns_its_answer_and_writes_nothing(
    function: Callable[..., Answer],
    values: dict[str, Any],
    code: int,
    environ: dict[str, str],
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    answer = function(Session(Language("en"), environ=environ), **values)
    assert answer.code == code
    assert answer.document().blocks
    assert json.loads(json.dumps(answer.data()))["schema"].startswith("roleguide.")
    assert capfdbinary.readouterr() == (b"", b"")


def test_what_is_text_alone_is_returned_too(environ: dict[str, str]) -> None:
    session = Session(Language("fr"), environ=environ)
    texts = [show_help(session, "formats"), version(session), completion(session, "fish")]
    assert all(answer.text(60).endswith("\n") for answer in texts)


def test_only_the_form_that_is_asked_for_is_made(
    inside: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what is to be said beside it comes on standard error, in the reader's language."""
    notices = (Message("{name} is missing.", {"name": "x"}),)
    said = f"{Language('fr').tell(notices[0])}\n"
    drawn = Answer(
        lambda: Document("", Language("en"), (Prose("drawn"),)),
        lambda: pytest.fail("made for nobody"),
        1,
        notices,
    )
    data = Answer(lambda: pytest.fail("made for nobody"), lambda: {"schema": "x"})
    text = PlainText(lambda width: f"{width}\n", 1, notices)
    for answer, options, expected in (
        (drawn, (), (1, "drawn\n", said)),
        (data, ("--format", "json"), (0, '{\n  "schema": "x"\n}\n', "")),
        (text, ("--width", "33"), (1, "33\n", said)),
    ):
        monkeypatch.setattr(Call, "function", lambda *_, a=answer: a)
        assert inside("list", "--lang", "fr", *options) == expected
