"""Names in the place of a command: one is shown, several roles are compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import Run


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        (["sdr"], ["show", "sdr"]),
        (["CRO"], ["show", "CRO"]),
        (["roleguide/sdr"], ["show", "roleguide/sdr"]),
        (["sdr", "bdr"], ["compare", "sdr", "bdr"]),
        (["sdr vs bdr"], ["compare", "sdr", "bdr"]),
        (
            ["--lang", "fr", "SDR", "et", "bdr", "csm"],
            ["compare", "sdr", "bdr", "csm", "--lang=fr"],
        ),
        (["sales", "director"], ["show", "sales-director"]),
        (["sdr", "bdr", "--only", "shared"], ["compare", "sdr", "bdr", "--only", "shared"]),
        (["sdr", "bdrr"], ["compare", "sdr", "bdrr"]),
        (["sdr", "--only", "shared"], ["compare", "sdr", "--only", "shared"]),
        (["sdr", "to", "ae"], ["move", "sdr", "ae"]),
        (["from sdr to ae"], ["move", "sdr", "ae"]),
        (["--lang=fr", "de", "sdr", "à", "ae"], ["move", "sdr", "ae", "--lang=fr"]),
        (["account", "executive", "sdr"], ["compare", "account-executive", "sdr"]),
        (["sdr", "→", "ae"], ["move", "sdr", "ae"]),
        (["sdr", "&", "bdr"], ["compare", "sdr/bdr"]),
        (["sdr", "to", "bdrr"], ["move", "sdr", "bdrr"]),
        (["sdr", "to", "ae", "csm"], ["compare", "sdr", "ae", "csm"]),
        (["sdr", "to", "ae", "--only", "shared"], ["compare", "sdr", "ae", "--only", "shared"]),
        (["Senior", "Account", "Executive"], ["show", "Senior Account Executive"]),
        (["acount-executive"], ["show", "acount-executive"]),
        (["sales-opps"], ["show", "sales-opps"]),
        (["sales assitant", "to", "sales director"], ["move", "sales assitant", "sales director"]),
        (
            ["sales", "assitant", "to", "sales", "director"],
            ["move", "sales assitant", "sales director"],
        ),
        (["sales assitant to sales director"], ["move", "sales assitant", "sales director"]),
        (["sales assitant", "sales director"], ["compare", "sales assitant", "sales director"]),
        (
            ["COMMERCIAL", "ou", "Directeur commercial"],
            ["compare", "COMMERCIAL", "Directeur commercial"],
        ),
        (["commercial", "vs", "sdr", "--short"], ["compare", "commercial", "sdr", "--short"]),
        (["manager", "or", "sales manager"], ["compare", "manager", "sales manager"]),
        (
            ["SALES", "MANGER", "or", "Sales", "Directer"],
            ["compare", "SALES MANGER", "Sales Directer"],
        ),
        (
            ["sales", "manager", "vs", "sales", "directer"],
            ["compare", "sales manager", "sales directer"],
        ),
        (["customer success", "vs", "sdr"], ["compare", "customer success", "sdr"]),
        (["nurse", "to", "sdr"], ["move", "nurse", "sdr"]),
        (["nobody", "vs", "no one"], ["compare", "nobody", "no one"]),
        (["--lang=fr", "infirmière", "ou", "sdr"], ["compare", "infirmière", "sdr", "--lang=fr"]),
        (["sdr,bdr"], ["compare", "sdr", "bdr"]),
        (["sdr,bdr", "--short"], ["compare", "sdr", "bdr", "--short"]),
        (["Director, Sales"], ["show", "Director, Sales"]),
        (
            ["Assistant", "to", "the", "Sales", "Director"],
            ["show", "Assistant to the Sales Director"],
        ),
        (["Commercial", "à", "Paris", "H/F"], ["show", "Commercial à Paris H/F"]),
        (["Directeur commercial à Lyon"], ["show", "Directeur commercial à Lyon"]),
        (["csm", "à", "temps", "plein"], ["show", "csm à temps plein"]),
        (
            ["business to business account executive"],
            ["show", "business to business account executive"],
        ),
        (["sdr", "bdr", "--help"], ["compare", "--help"]),
        (["--lang=fr", "sdr", "et", "bdrr", "-h"], ["compare", "--help", "--lang=fr"]),
        (["sales", "director", "--help"], ["show", "--help"]),
    ],
)
def test_names_alone_are_answered_as_meant(inside: Run, line: list[str], meant: list[str]) -> None:
    assert inside(*line) == inside(*meant)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["lst"], "There is no command lst. Did you mean list? See roleguide --help.\n"),
        (
            ["compar", "sdr", "vs", "bdr"],
            "There is no command compar. Did you mean compare? See roleguide --help.\n",
        ),
        (["nobody", "vs"], "There is no command nobody. See roleguide --help.\n"),
        (["questions", "to", "ask"], "There is no command questions. See roleguide --help.\n"),
        (["nobody", "sdr"], "There is no command nobody. See roleguide --help.\n"),
        (["sdr", "--world", "ship"], "There is no command sdr. See roleguide --help.\n"),
        (["to"], "There is no command to. See roleguide --help.\n"),
        (["vs"], "There is no command vs. See roleguide --help.\n"),
        (["sdr", "--guide", "gone"], "gone: there is no such file. See roleguide help guides.\n"),
        (
            ["lst", "--guide", "gone"],
            "There is no command lst. Did you mean list? See roleguide --help.\n",
        ),
    ],
)
def test_what_is_neither_command_nor_name_is_told(inside: Run, line: list[str], said: str) -> None:
    answer = inside(*line)
    assert (answer.code, answer.out, answer.err) == (2, "", said)


def test_a_command_wins_over_a_name(inside: Run, tmp_path: Path) -> None:
    guide = tmp_path / "acme.yaml"
    guide.write_text(
        "guide: {id: acme, format: 1}\n"
        "roles: {list: {extends: sdr, title: The list}, lst: {extends: bdr, title: The lst}}\n",
        encoding="utf-8",
    )
    assert "The list" in inside("show", "list", "--guide", str(guide)).out
    assert inside("list", "--guide", str(guide)).out.count("\n") > 50
    assert "The lst" in inside("lst", "--guide", str(guide)).out
