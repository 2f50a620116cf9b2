from __future__ import annotations

import io
import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reading.writing import EN, read, say, seen
from roleguide.errors import UnreadableFile
from roleguide.reading import places
from roleguide.reading.guide import read_guide
from roleguide.reading.places import FileText, read_file

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="rights and pipes are those of POSIX")


HINT = " See roleguide help guides."


def why_unreadable(path: Path | str) -> str:
    """What is said of a guide that cannot be opened, without its path."""
    with pytest.raises(UnreadableFile) as caught:
        read_guide(path)
    text = str(caught.value)
    assert text.endswith(HINT)
    return text.removeprefix(f"{path}: ").removesuffix(HINT)


@contextmanager
def nobody() -> Iterator[None]:
    """The rights of nobody, since root may read everything."""
    if os.geteuid() != 0:
        yield
        return
    try:
        os.seteuid(65534)
    except PermissionError:
        pytest.skip("root without the right to become somebody else")
    try:
        yield
    finally:
        os.seteuid(0)


class TestLine:
    def test_lines_count_from_one(self) -> None:
        source = FileText("a.yaml", "one\ntwo\nthree")
        assert [source.line(n) for n in (1, 2, 3)] == ["one", "two", "three"]

    @pytest.mark.parametrize("number", [-1, 0, 4, 9])
    def test_a_line_that_is_not_there_is_empty(self, number: int) -> None:
        assert not FileText("a.yaml", "one\ntwo\nthree").line(number)

    def test_a_line_keeps_its_indentation(self) -> None:
        assert FileText("a.yaml", "a:\n  b").line(2) == "  b"

    def test_only_line_feeds_end_a_line_as_in_editors(self) -> None:
        assert FileText("a.yaml", "one\x85\u2028\x0ctwo\nthree").line(2) == "three"


class TestExcerpt:
    def test_what_must_not_reach_a_terminal_is_replaced(self) -> None:
        assert FileText("a.yaml", "a\x1b[2J\u202eb").excerpt(1, 2) == "a\ufffd[2J\ufffdb"

    def test_a_line_that_is_not_long_is_whole(self) -> None:
        line = "  - " + "x" * (places.EXCERPT - 4)
        assert {FileText("a.yaml", line).excerpt(1, c) for c in range(len(line) + 2)} == {line}

    def test_of_a_long_line_the_place_is_shown(self) -> None:
        line = "".join(f"{n:4}," for n in range(10_000))
        source = FileText("a.yaml", line)
        for column in range(1, len(line) + 2, 97):
            shown = source.excerpt(1, column)
            assert len(shown) <= places.EXCERPT + 2
            assert line[column - 1 :][:30] in shown
            assert line[: column - 1][-30:].lstrip() in shown
            assert shown.strip("…") in line
        first, last = source.excerpt(1, 1), source.excerpt(1, len(line))
        assert [first[0], first[-1], last[0], last[-1]] == [" ", "…", "…", ","]

    def test_faults_of_one_line_cost_no_more_than_those_of_many(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        cleaned: list[int] = []

        class Counting:
            def sub(self, _: str, text: str) -> str:
                cleaned.append(len(text))
                return text

        monkeypatch.setattr(places, "UNSEEN", Counting())
        FileText("a.yaml", "x" * 1_000_000).excerpt(1, 500_000)
        assert cleaned == [places.EXCERPT]


class TestPlace:
    @pytest.mark.parametrize(
        ("index", "place"),
        [
            pytest.param(0, (1, 1), id="start"),
            pytest.param(2, (1, 3), id="end of the first line"),
            pytest.param(3, (2, 1), id="second line"),
            pytest.param(5, (2, 3), id="after a character of two bytes"),
            pytest.param(6, (3, 1), id="empty line"),
            pytest.param(7, (4, 1), id="end of the text"),
        ],
    )
    def test_line_and_column_count_characters_from_one(
        self, index: int, place: tuple[int, int]
    ) -> None:
        found = FileText("a.yaml", "ab\né😀\n\n").place(index)
        assert (found.line, found.column) == place

    @pytest.mark.parametrize(
        "character",
        [
            pytest.param(chr(code), id=f"U+{code:04X}")
            for code in (
                *(0x00, 0x07, 0x08, 0x0B, 0x0C, 0x0E, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9B, 0x9F),
                *(0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2066, 0x2069),
                *(0xFEFF, 0xFFFE, 0xFFFF, 0xD800, 0xDFFF),
            )
        ],
    )
    def test_a_character_that_must_not_be_there_is_found(self, character: str) -> None:
        fault = FileText("a.yaml", f"a: b\nc: d{character}e").first_unseen()
        assert fault
        assert seen([fault]) == [
            f"2:5 invisible or control character U+{ord(character):04X}",
        ]
        assert fault.source == "c: d\ufffde"

    def test_what_people_write_may_be_there(self) -> None:
        text = "tab\tline\n« Chargé·e »\u202f!\u00a0’ “x” 👩\u200d💼 \u200c سلام 日本 ÷ − ×"
        assert FileText("a.yaml", text).first_unseen() is None


class TestLoad:
    def test_a_file_is_read_under_the_name_it_was_given(self, tmp_path: Path) -> None:
        path = tmp_path / "a.yaml"
        path.write_bytes("é: 1\n".encode())
        assert read_file(path) == (FileText(str(path), "é: 1\n"), None)

    def test_a_byte_order_mark_is_not_part_of_the_text(self, tmp_path: Path) -> None:
        path = tmp_path / "a.yaml"
        path.write_bytes(b"\xef\xbb\xbfa: 1")
        assert read_file(path)[0].text == "a: 1"

    def test_line_ends_of_windows_are_line_ends(self, tmp_path: Path) -> None:
        path = tmp_path / "a.yaml"
        path.write_bytes(b"a: 1\r\nb: 2\r\n")
        assert read_file(path)[0].text == "a: 1\nb: 2\n"

    @pytest.mark.parametrize(
        ("content", "line", "column", "byte"),
        [
            pytest.param(b"\xff\xfea\x00", 1, 1, "0xFF", id="UTF-16"),
            pytest.param("a: é".encode("latin-1"), 1, 4, "0xE9", id="Latin-1"),
            pytest.param("a: é\nb: ".encode() + b"\x80", 2, 4, "0x80", id="lone continuation"),
            pytest.param("é😀x".encode() + b"\xc3", 1, 4, "0xC3", id="cut at the end"),
            pytest.param(b"a: 1\r\nb: \xff", 2, 4, "0xFF", id="after line ends of Windows"),
            pytest.param(b"a: \xed\xa0\x80", 1, 4, "0xED", id="half of a surrogate pair"),
            pytest.param(b"a: \xc0\x80", 1, 4, "0xC0", id="overlong"),
            pytest.param(b"\xef\xbb\xbfa: \xff", 1, 4, "0xFF", id="after a byte order mark"),
            pytest.param(b"\xef\xbb\xbf\xff", 1, 1, "0xFF", id="right after a byte order mark"),
        ],
    )
    def test_bytes_that_are_not_utf_8_are_a_fault_at_their_place(
        self, tmp_path: Path, content: bytes, line: int, column: int, byte: str
    ) -> None:
        path = tmp_path / "a.yaml"
        path.write_bytes(content)
        _, fault = read_file(path)
        assert fault
        assert (fault.file, fault.line, fault.column) == (str(path), line, column)
        assert say(fault) == f"byte {byte} is not UTF-8 → save the file in UTF-8"

    def test_the_line_of_a_bad_byte_is_shown_up_to_it(self, tmp_path: Path) -> None:
        path = tmp_path / "a.yaml"
        path.write_bytes(b"a: 1\nb: caf\xe9 noir")
        _, fault = read_file(path)
        assert fault
        assert fault.lines(EN)[1] == "    b: caf"

    def test_a_hyphen_is_standard_input(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"a: 1\nb: \xff")))
        source, fault = read_file("-")
        assert source == FileText("-", "a: 1\nb: ")
        assert fault
        assert fault.lines(EN)[0] == "-:2:4: byte 0xFF is not UTF-8"


class TestUnreadable:
    def test_missing_file(self, tmp_path: Path) -> None:
        assert why_unreadable(tmp_path / "roles.yaml") == "there is no such file."

    @pytest.mark.parametrize(("named", "there"), [("a.yml", "a.yaml"), ("a.yaml", "a.yml")])
    def test_a_file_with_the_other_ending_is_named(
        self, tmp_path: Path, named: str, there: str
    ) -> None:
        with pytest.raises(UnreadableFile) as caught:
            read_file(tmp_path / named)
        assert "See roleguide help guides." in str(caught.value)
        (tmp_path / there).touch()
        with pytest.raises(UnreadableFile) as caught:
            read_file(tmp_path / named)
        assert str(caught.value).endswith(f"Did you mean {tmp_path / there}?")

    def test_file_in_a_missing_folder(self, tmp_path: Path) -> None:
        assert why_unreadable(tmp_path / "no" / "roles.yaml") == "there is no such file."

    def test_file_in_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").touch()
        assert why_unreadable(tmp_path / "a.yaml" / "b.yaml") == "there is no such file."

    def test_name_with_a_null_character(self) -> None:
        assert why_unreadable(Path("a\0b.yaml")) == "there is no such file."

    @POSIX
    def test_link_to_nowhere(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").symlink_to(tmp_path / "gone.yaml")
        assert why_unreadable(tmp_path / "a.yaml") == "there is no such file."

    @POSIX
    def test_link_to_itself(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").symlink_to(tmp_path / "a.yaml")
        assert why_unreadable(tmp_path / "a.yaml") == "there is no such file."

    @POSIX
    def test_name_too_long_for_the_system(self, tmp_path: Path) -> None:
        path = tmp_path / ("x" * 300)
        assert why_unreadable(path) == "it cannot be read (File name too long)."

    @POSIX
    def test_device(self) -> None:
        assert why_unreadable(Path("/dev/null")) == "this is not a file."

    @POSIX
    def test_socket(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)  # the names of sockets are short
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind("a.yaml")
            assert why_unreadable("a.yaml") == "this is not a file."

    def test_folder_where_a_file_is_loaded(self, tmp_path: Path) -> None:
        with pytest.raises(UnreadableFile, match="this is not a file"):
            read_file(tmp_path)

    def test_error_of_the_disk(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "a.yaml"
        path.touch()

        def fail(*_: object) -> None:
            raise OSError(5, "Input/output error")

        monkeypatch.setattr(places, "open", fail, raising=False)
        assert why_unreadable(path) == "it cannot be read (Input/output error)."

    def test_error_without_words(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "a.yaml"
        path.touch()

        def fail(*_: object) -> None:
            raise OSError("cut off")

        monkeypatch.setattr(places, "open", fail, raising=False)
        assert why_unreadable(path) == "it cannot be read (cut off)."


class TestTooLarge:
    @pytest.fixture(autouse=True)
    def limit(self, monkeypatch: pytest.MonkeyPatch) -> int:
        limit = 2 * 1024 * 1024
        monkeypatch.setattr(places, "LARGEST_FILE", limit)
        return limit

    def test_a_byte_more_than_the_limit(self, tmp_path: Path, limit: int) -> None:
        path = tmp_path / "a.yaml"
        path.write_bytes(b"#" * (limit + 1))
        assert why_unreadable(path) == "it is too large for a guide (over 2 MB)."

    def test_the_limit_itself(self, tmp_path: Path, limit: int) -> None:
        path = tmp_path / "a.yaml"
        path.write_bytes(b"#" * limit)
        assert read(path).guide

    def test_standard_input(self, limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
        endless = io.BytesIO(b"#" * (limit + 10))
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(endless))
        assert why_unreadable("-") == "it is too large for a guide (over 2 MB)."
        assert endless.tell() <= limit + 1

    def test_the_real_limit_leaves_room_for_a_large_guide(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.undo()
        assert 10 * 1024**2 <= places.LARGEST_FILE <= 100 * 1024**2


@POSIX
class TestForbidden:
    @pytest.fixture
    def folder(self) -> Iterator[Path]:
        """A folder that others may enter, unlike `tmp_path`."""
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            folder.chmod(0o755)
            yield folder

    @pytest.fixture
    def secret(self, folder: Path) -> Iterator[Path]:
        """A folder that nobody may enter, with a file."""
        secret = folder / "secret"
        secret.mkdir()
        (secret / "a.yaml").touch()
        secret.chmod(0o000)
        yield secret
        secret.chmod(0o755)

    @pytest.fixture
    def locked(self, folder: Path) -> Path:
        """A file that nobody may read."""
        path = folder / "a.yaml"
        path.touch()
        path.chmod(0o000)
        return path

    def test_file(self, locked: Path) -> None:
        with nobody():
            assert why_unreadable(locked) == "it cannot be read (Permission denied)."

    def test_folder(self, secret: Path) -> None:
        with nobody():
            assert why_unreadable(secret) == "it cannot be read (Permission denied)."

    def test_file_in_a_folder_that_must_not_be_entered(self, secret: Path) -> None:
        with nobody():
            assert why_unreadable(secret / "a.yaml") == "it cannot be read (Permission denied)."

    def test_a_folder_is_read_whole_or_not_at_all(self, locked: Path) -> None:
        (locked.parent / "b.yaml").touch()
        with nobody(), pytest.raises(UnreadableFile, match="Permission denied"):
            read(locked.parent)
