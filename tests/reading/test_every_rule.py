"""Each sentence that reading may say of a guide is said: each rule is broken once, and counted.

The examples in `examples/` break most of them; the guides here the rest.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from reading.test_examples import INVALID, VALID, denied
from reading.writing import Stack, read, read_text, stack
from roleguide.errors import Fault
from roleguide.reading.consistency.placing import placed
from roleguide.reading.quality import weak_points

ROOT: Final = Path(__file__).parents[2]

ELSEWHERE: Final = {
    "Did you mean {names}?": "test_places.py",
    "a guide of more than {number} values": "test_events.py",
    "split it into several guides": "test_events.py",
    "reading stopped after {number} faults": "test_guide.py",
    "correct these first, then check again": "test_guide.py",
    "a link that leads out of the folder": "test_limits.py",
    "put the file itself there": "test_limits.py",
    "it has more files than a guide may have ({number}).": "test_limits.py",
    "it is too large for a guide (over {size} MB).": "test_limits.py",
    "it cannot be read ({error}).": "test_places.py",
    "standard input is closed.": "test_places.py",
    "there is no YAML file (*.yaml) in this folder.": "test_guide.py",
    "there is no such file.": "test_places.py",
    "this is not a file.": "test_places.py",
    "the id “{key}” for the second time (first in {file}, line {line})": "test_guide.py",
    "a second id, “{key}”": "test_guide.py",
    "one id for a guide, here “{id}”": "test_guide.py",
    "“{key}” is wanted and refused at once": "test_profile.py",
    "the key “{key}”, and all else below it": "test_profile.py",
    "in a profile it stands under the first key, “{key}”": "test_profile.py",
    "a job is either a “role” of a guide or a “title”": "test_profile.py",
    "a job that is in no guide: {example}": "test_profile.py",
    "a job that is in no guide is left out here": "test_profile.py",
    "{one} · {other}": "test_profile.py",
}
"""What no single guide can break, with the tests that do."""

ROLE: Final = """
    title: T
    family: operations
    level: manager
    mission: M.
    responsibilities: {sales-forecast: {part: supports, text: Helps.}}
    skills: {}
"""
BREAKING: Final = (
    "? [a]\n: b\n",
    "profile: {}\n",
    "mission: M.\n",
    "team: {}\n",
    "roles: {a: b, , c}\n",
    "roles: {a: {title: [x, y}\n",
    "roles: {a: {title: b\n",
    "roles: a}\n",
    "roles:\n  a: b\n c: d\n",
    "roles:\n  a: b: c\n",
    "roles:\n  - a\n b\n",
    "ad_words: {a: {words: {en: [x]}}}\n",
    "ad_rules: {a: {remark: R, remedy: R}}\n",
    "contexts: {a: {name: A, kind: size, opening: O, definition: D, position: x}}\n",
    "activities: {a: {name: {}, family: [], definition: D, each: perhaps}}\n",
    (
        "skills: {a: {name: A, kind: know-how, family: analytical, definition: D,"
        " levels: {1: a, 2: a, 3: c, 4: d, 5: e, +1: f}}}\n"
    ),
    (
        "skills: {a: {name: A, kind: know-how, family: analytical, definition: D,"
        " levels: {1: a, 2: a, 3: c, 4: d, 5: e}}}\n"
    ),
    "tools: {a: {name: A, family: nowhere, definition: D}}\n",
    f"roles:\n  a:{ROLE}    focus: '{'x' * 10_001}'\n",
    f"roles:\n  a:{ROLE}    pay: {{date: '2025'}}\n",
    (
        f"roles:\n  a:{ROLE}    pay: {{figures: [{{country: FR, year: 2025, measure: earnings,"
        " source: practice, low: 1, high: 2, between: [90, 10]}]}\n"
    ),
    f"roles:\n  a:{ROLE}    tenure: [4, 2]\n",
    f"roles:\n  a:{ROLE}    works_with: [sdr, bdr, csm, cmo, closer, sales-ops]\n",
    f"roles:\n  a:{ROLE}    scope: {{en: 'A best-in-class job.'}}\n    focus: 'Sells at $500.'\n",
    f"roles:\n  a:{ROLE}".replace("title: T", "title: Directeur"),
    f"roles:\n  a:{ROLE}".replace("text: Helps.", "text: Answers for it."),
    f"roles:\n  a:{ROLE}".replace(
        "skills: {}",
        "skills: {"
        + ", ".join(
            f"{skill}: {{level: 2, weight: 3}}"
            for skill in ("data-analysis", "rigour", "coaching", "pricing")
        )
        + "}",
    ),
    f"roles:\n  a:{ROLE}    leads: {{kind: people}}\n".replace(
        "sales-forecast: {part: supports", "team-leadership: {part: both"
    ).replace("skills: {}", "skills: {negotiating: {level: 2, weight: 2}}"),
    f"roles:\n  a:{ROLE}    reports_to: [sdr]\n".replace(
        "part: supports,", "part: both, over: company,"
    ),
    f"roles:\n  a:{ROLE}    leads_to: {{b: up}}\n".replace(
        "skills: {}", "skills: {leading-people: {level: 4, weight: 3}}"
    )
    + f"  b:{ROLE}".replace("manager", "director"),
    f"roles:\n  a:{ROLE}  b:{ROLE}pairs:\n  a--b:\n".replace("supports", "both")
    + "    {usage: {kind: distinct}, difference: {a: A., b: B.},"
    " tests: [{ask: Who?, points_to: a, activity: sales-forecast}]}\n",
    "site: {acme: {colour: '#ffffff'}}\n",
    "roles: {ours: {extends: csm, title: Hotel Success Partner}}\n",
    "roles: {csm: {extends: csm, responsibilities: {onboarding: {part: informed}}}}\n",
    "roles: {csm: {extends: csm, responsibilities: }}\n",
    f"roles:\n  a:{ROLE}    leads_to: {{shopkeeper-anywhere: up}}\n",
    f"roles:\n  a:{ROLE}    reports_to: [Head of Operations]\n",
    f"roles:\n  a:{ROLE}".replace("part: supports", "part: owns"),
    "? a\nb\n",
    "roles:\n  a: 'it's'\n",
    'roles:\n  a: "it\n',
    "roles:\n  a: “b: c”\n",
    "roles:\n  a: b\n\u200bc: d: e\n",
    "roles:\n  a: b\n  c:\u00a0d\n",
    "roles:\n  a: @b\n",
    "roles:\n  a: - b\n",
    "roles:\n  a:\n    * b\n",
    "roles:\n  a: b\n- c: d\n",
    "- roles\na: b\n",
    "roles:\n  a:\n    b: c\n   d: e\n",
    "roles:\n  a: b\n   c: d\n",
    "  roles:\nskills:\n",
    "roles:\n  a: b\n\tc: d\n",
    "\troles:\n",
    "roles:\n  a:\n  extends: sdr\n",
    "roles:\nsdr: {x: y}\n",
    "roles:\n  a: {extends: sdr, level: [manager\u00a0, lead]}\n",
    "roles:\n  a: {extends: sdr}\n  b: {extends: a}\n",
    f"roles:\n  a:{ROLE}".replace("sales-forecast", "juggling"),
    "roles: {a: {extends: sdr, reports_to: [vp-sales\n  - cro], travel: 'true'}}\n",
    "roles:\r  a: b\r",
    "\0",
    f"roles:\n  a:{ROLE}".replace("M.", "“M.”"),
    "<<<<<<< a\nroles:\n",
    "roles:\n  a: }\n",
    "roles: {a: ~}\n",
)


def sentences() -> set[str]:
    """All that the source of `reading` may say of a guide."""
    return {
        call.args[0].value
        for path in (ROOT / "src" / "roleguide" / "reading").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "N_"
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    }


def said(faults: Iterator[Fault]) -> set[str]:
    return {
        message.text
        for fault in faults
        for message in (fault.found, fault.allowed, fault.hint)
        if message
    }


def of(path: Path, below: Stack) -> Iterator[Fault]:
    """All that is said of a guide, warnings too."""
    reading = read(path, below)
    yield from reading.faults
    yield from denied(reading, below)
    if reading.guide:
        yield from placed(weak_points(reading.guide.sections, below.sections), reading.written)


@pytest.fixture(scope="module")
def standard() -> Stack:
    return stack(read(ROOT / "data"))


def test_each_rule_is_broken_once(
    standard: Stack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found: set[str] = set()
    for path in (*sorted(INVALID.glob("*.yaml")), *sorted(VALID.glob("*.yaml"))):
        found |= said(of(path, standard))
    for text in BREAKING:
        read_text(tmp_path, text)
        found |= said(of(tmp_path / "acme.yaml", standard))
    assert sentences() - found - {*ELSEWHERE} == set()
    assert not found & {*ELSEWHERE}, "these are broken here after all"
    assert len(sentences()) >= 180


@pytest.mark.parametrize("sentence", ELSEWHERE)
def test_what_is_broken_elsewhere_is(sentence: str) -> None:
    assert sentence in sentences()
    assert (ROOT / "tests" / "reading" / ELSEWHERE[sentence]).exists()
