"""What a stranger's guide may be: how large, how many, how long, and nowhere else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reading.writing import errors, read, read_text, role, roles, seen, write
from roleguide.errors import UnreadableFile
from roleguide.guide_paths import OWN
from roleguide.reading import files
from roleguide.reading.guide import read_guide
from roleguide.reading.places import LARGEST_FILE, LONGEST_TEXT

TOOLS = "families: {t: {name: T, of: tools, position: 1}}\n"


@pytest.mark.skipif(os.name == "nt", reason="links are POSIX here")
@pytest.mark.parametrize("target", ["secret.yaml", "/etc/hostname", "inner/../../secret.yaml"])
def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path, target: str) -> None:
    (tmp_path / "secret.yaml").write_text("password: hunter2\n", encoding="utf-8")
    folder = write(tmp_path / "acme", {"tools.yaml": TOOLS})
    (folder / "inner").mkdir()
    secret = target if target.startswith("/") else tmp_path / "secret.yaml"
    (folder / "roles.yaml").symlink_to(secret)
    reading = read(folder)
    assert reading.guide is None
    assert seen(reading.faults) == ["0:0 a link that leads out of the folder"]
    assert "hunter2" not in "".join(fault.source for fault in reading.faults)


@pytest.mark.skipif(os.name == "nt", reason="links are POSIX here")
def test_a_link_inside_the_folder_or_in_ones_own_is_read(tmp_path: Path) -> None:
    folder = write(tmp_path / "acme", {".tools": TOOLS})
    (folder / "tools.yaml").symlink_to(folder / ".tools")
    (tmp_path / "way").symlink_to(folder)
    assert read(folder).guide
    assert read(tmp_path / "way").guide, "the folder itself may be one"
    (tmp_path / "far").write_text(TOOLS, encoding="utf-8")
    own = write(tmp_path / "own", {})
    (own / "tools.yaml").symlink_to(tmp_path / "far")
    assert read_guide(own, identifier=OWN).guide
    assert read_guide(own).guide is None


@pytest.mark.skipif(os.name == "nt", reason="pipes and devices are POSIX")
def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    folder = write(tmp_path / "acme", {"tools.yaml": TOOLS})
    os.mkfifo(folder / "pipe.yaml")
    (folder / "zero.yaml").symlink_to("/dev/zero")
    (folder / "folder.yaml").mkdir()
    assert read(folder).guide
    with pytest.raises(UnreadableFile):
        read(Path("/dev/zero"))


def test_a_guide_of_too_many_or_too_large_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "acme", {f"{n}.yaml": "" for n in range(4)})
    monkeypatch.setattr(files, "MOST_FILES", 3)
    with pytest.raises(UnreadableFile, match="more files"):
        read(folder)
    monkeypatch.setattr(files, "MOST_FILES", 4)
    assert read(folder).guide
    for name in ("0.yaml", "1.yaml"):
        with (folder / name).open("wb") as file:
            file.truncate(LARGEST_FILE // 2 + 1)
    with pytest.raises(UnreadableFile, match="too large"):
        read(folder)


@pytest.mark.parametrize("form", ["{}", "{{en: {}}}", "{{fr-CA: {}}}"])
def test_a_text_that_is_too_long(tmp_path: Path, form: str) -> None:
    longest = "x" * LONGEST_TEXT
    whole = roles(role("a", {"mission": form.format(f'"{longest}"')}))
    assert errors(read_text(tmp_path, whole)) == []
    reading = read_text(tmp_path, whole.replace(longest, f"{longest}y"))
    (fault,) = errors(reading)
    assert str(fault.found) == "10001 characters"
    assert str(fault.allowed) == "10000 characters at most"
    assert len(fault.source) < 300
