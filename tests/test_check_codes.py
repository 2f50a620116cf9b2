"""tools/check_codes.py, on archives made here in the layout of the published ones."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from check_codes import Quoted, problem, references

from roleguide.model import Code

ARCHIVES = {
    "ESCO v1.1.1 en.zip": (
        "occupations_en.csv",
        "conceptUri,code,preferredLabel\r\nuri:1,7512.2,baker\r\n",
    ),
    "ESCO v1.2.1 fr.zip": (
        "occupations_fr.csv",
        "conceptUri,code,preferredLabel\r\nuri:1,7512.1,boulanger/boulangère\r\n",
    ),
    "onet.zip": (
        "db/Occupation Data.txt",
        'O*NET-SOC Code\tTitle\r\n51-3012.00\tThe "others\r\n51-3011.00\tBakers\r\n',
    ),
    "rome.zip": (
        "unix_referentiel_code_rome_v460_utf8.csv",
        '"code_rome","libelle_rome"\n"D1102","Métiers d\'ici"\n',
    ),
}


@pytest.mark.parametrize(
    ("scheme", "code", "label", "said"),
    [
        ("esco", "7512.1", "baker", None),
        ("esco", "7512.1", "boulanger/boulangère", None),
        ("esco", "7512.1", "cook", "“cook”; the reference says “baker” or “boulanger/boulangère”"),
        ("esco", "7512.2", "baker", "there is no such code"),
        ("onet", "51-3011.00", "Bakers", None),
        ("rome", "D1102", "Métiers d’ici", None),
    ],
)
def test_labels_are_held_against_the_reference(
    tmp_path: Path, scheme: str, code: str, label: str, said: str | None
) -> None:
    for name, (member, table) in ARCHIVES.items():
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr(member, table)
    quoted = Quoted("baker", Code(scheme, "exact", {"en": "same"}, code, label))
    found = problem(quoted, references(tmp_path)[scheme])
    assert found == (f"baker: {scheme} {code}: {said}" if said else None)


def test_what_is_not_there_is_no_reference(tmp_path: Path) -> None:
    assert references(tmp_path) == {}
