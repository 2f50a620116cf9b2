from __future__ import annotations

import zipfile
from pathlib import Path

from foreign_titles import drawn, foreign_titles


def archive(path: Path, member: str, text: str) -> None:
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(member, text)


def test_titles_of_occupations_that_roles_quote_are_left_out(tmp_path: Path) -> None:
    archive(
        tmp_path / "onet.zip",
        "db/Alternate Titles.txt",
        "O*NET-SOC Code\tAlternate Title\n51-3011.00\tBaker\n41-9031.00\tSales Engineer\n",
    )
    archive(
        tmp_path / "rome.zip",
        "unix_referentiel_appellation_v1_utf8.csv",
        "code_rome,libelle_appellation_long\nD1102,Boulanger\nD1102,Boulanger\nD1406,Chef\n",
    )
    quoted = {"onet": {"41-9031"}, "rome": {"D1406"}}
    assert foreign_titles(tmp_path, quoted) == [["Baker"], ["Boulanger"]]


def test_as_many_titles_are_drawn_from_each_source_and_the_same_again() -> None:
    sources = [[f"a{at}" for at in range(50)], [f"b{at}" for at in range(50)], ["c"]]
    titles = drawn(sources, 30, seed=1)
    assert [sum(title[0] == source for title in titles) for source in "abc"] == [10, 10, 1]
    assert drawn(sources, 30, seed=1) == titles
