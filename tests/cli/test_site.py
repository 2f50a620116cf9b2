"""`site` writes a folder: whole or not at all, its own files alone, the start page last."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import Run
from roleguide.cli.commands.site import languages_of
from roleguide.cli.output_folder import MANIFEST, write_folder
from roleguide.cli.session import Session
from roleguide.errors import NotWritten
from roleguide.language import Language


def contents(folder: Path) -> dict[str, str]:
    return {
        str(file.relative_to(folder)): file.read_text(encoding="utf-8")
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != MANIFEST
    }


def written(folder: Path, **files: str) -> dict[str, str]:
    """What is in a folder after some files were written into it."""
    named = [(path.replace("_", "/"), text.encode()) for path, text in files.items()]
    write_folder(str(folder), named)
    return contents(folder)


def test_a_folder_is_made_and_holds_the_files(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "site"
    assert written(folder, en_a="one", index="two") == {"en/a": "one", "index": "two"}
    assert json.loads((folder / MANIFEST).read_text())["files"] == ["en/a", "index"]


def test_what_is_no_longer_made_goes_and_what_others_put_there_stays(tmp_path: Path) -> None:
    written(tmp_path / "site", en_a="one", fr_b="two", index="x")
    (tmp_path / "site" / "notes.txt").write_text("mine")
    (tmp_path / "site" / "en" / "mine.txt").write_text("mine")
    assert written(tmp_path / "site", index="y") == {
        "en/mine.txt": "mine",
        "index": "y",
        "notes.txt": "mine",
    }
    assert not (tmp_path / "site" / "fr").exists()


def test_a_folder_with_other_files_is_refused_unless_it_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(NotWritten, match="not empty"):
        written(tmp_path, index="x")
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]
    write_folder(str(tmp_path), [("index", b"x")], force=True)
    assert contents(tmp_path) == {"index": "x", "notes.txt": "mine"}


def test_a_file_of_others_is_not_replaced_in_a_folder_of_ours(tmp_path: Path) -> None:
    written(tmp_path / "site", index="x")
    (tmp_path / "site" / "b").write_text("mine")
    with pytest.raises(NotWritten, match="b is there already"):
        written(tmp_path / "site", b="ours", index="y")
    assert contents(tmp_path / "site") == {"b": "mine", "index": "x"}


def test_a_full_disk_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path / "site", a="one", index="x")

    def fail(self: Path, content: bytes) -> int:
        del self, content
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(NotWritten, match="No space left"):
        written(tmp_path / "site", a="two", index="y")
    assert contents(tmp_path / "site") == {"a": "one", "index": "x"}
    assert {file.name for file in (tmp_path / "site").iterdir()} == {"a", "index", MANIFEST}


def test_after_a_run_that_was_broken_off_another_one_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The start page is the last to be replaced, and the manifest knows all files by then."""
    folder = tmp_path / "site"
    written(folder, old="one", index="x")
    replace = Path.replace

    def stop(self: Path, target: Path) -> Path:
        if Path(target).name == "index":
            raise KeyboardInterrupt
        return replace(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", stop)
        with pytest.raises(KeyboardInterrupt):
            written(folder, new="two", index="y")
    assert contents(folder) == {"index": "x", "new": "two", "old": "one"}
    assert written(folder, index="z") == {"index": "z"}


@pytest.mark.parametrize("path", ["../kept", "/kept", "a/../../kept", "C:kept", "a\\b", "", 3])
def test_a_manifest_from_elsewhere_removes_nothing_outside(tmp_path: Path, path: object) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (tmp_path / "kept").write_text("mine")
    text = json.dumps({"made_by": "roleguide site", "files": [path, "index"]})
    (folder / MANIFEST).write_text(text)
    written(folder, index="x")
    assert (tmp_path / "kept").exists()


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    written(tmp_path / "site", index="x")
    (tmp_path / "site" / "en").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotWritten, match="en is a link"):
        written(tmp_path / "site", en_a="one", index="y")
    assert not [*(tmp_path / "elsewhere").iterdir()]


def test_a_file_that_is_the_same_is_left_alone(tmp_path: Path) -> None:
    written(tmp_path / "site", a="one", index="x")
    before = (tmp_path / "site" / "a").stat().st_mtime_ns
    written(tmp_path / "site", a="one", index="y")
    assert (tmp_path / "site" / "a").stat().st_mtime_ns == before


def test_nothing_is_made_for_a_folder_that_is_refused(
    inside: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roleguide.cli.commands.site.files", None)
    (tmp_path / "file").write_text("")
    answer = inside("site", "file")
    assert answer.code == 2
    assert answer.err == "file was not written: it is a file. Name another folder.\n"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--lang", "en,xx"], "--lang must be en or fr, not xx."),
        (["--base-url", "ftp://x"], "--base-url is an address such as"),
        (["--pairs", "some"], "--pairs must be all, near or written, not some."),
    ],
)
def test_what_is_asked_for_is_checked_first(inside: Run, options: list[str], said: str) -> None:
    answer = inside("site", "out", *options)
    assert answer.code == 2
    assert answer.err.startswith(said)


def test_other_commands_speak_one_language(inside: Run) -> None:
    assert inside("list", "--lang", "en,fr").err.startswith("--lang must be en or fr, not en,fr.")


def test_the_first_language_is_that_of_the_start_page() -> None:
    session = Session(Language("fr-CA"))
    asked = {None: ["fr-CA", "en"], "en": ["en"], "fr,en": ["fr", "en"], "en,fr,en": ["en", "fr"]}
    for tags, codes in asked.items():
        assert [language.code for language in languages_of(session, tags)] == codes
