"""The compiled guide: equal to what was written, at once, and never broken."""

from __future__ import annotations

import gc
import os
import signal
import sqlite3
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from roleguide import compilation, guide_paths
from roleguide.catalog import Catalog
from roleguide.compilation import load, read_all
from roleguide.errors import FaultyGuide
from roleguide.guide_paths import data_folder, guides_in_effect
from roleguide.indexing import compiled
from roleguide.language import Language
from roleguide.model import Guide, Sections
from roleguide.store import DamagedStore, Store, encoding, writing
from roleguide.store.encoding import decode, encode
from roleguide.store.writing import in_memory

ENGLISH = Language("en")
ROLE = """\
roles:
  tester:
    title: Tester
    family: operations
    level: manager
    mission: Finds what is broken.
    responsibilities:
      sales-forecast: {part: supports, text: doubts it}
      data-quality: {part: both, text: keeps it clean}
    skills: {data-analysis: {level: 4, weight: 3}}
"""

VOCABULARY = """\
families:
  operations: {name: Operations, of: roles, position: 1}
  planning: {name: Planning, of: activities, position: 1}
  analysis: {name: Analysis, of: skills, position: 1}
activities:
  sales-forecast: {name: Sales forecast, family: planning, definition: Says what will be sold.}
  data-quality: {name: Data quality, family: planning, definition: Keeps records clean.}
skills:
  data-analysis:
    name: Data analysis
    kind: know-how
    family: analysis
    definition: Reads figures.
    levels: {1: a, 2: b, 3: c, 4: d, 5: e}
"""


@pytest.fixture(scope="module")
def built_in() -> Guide:
    (guide,), faults = read_all([(data_folder(), "roleguide")])
    assert not faults
    return guide


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {
        "ROLEGUIDE_CACHE_DIR": str(tmp_path / "cache"),
        "ROLEGUIDE_CONFIG_DIR": str(tmp_path / "config"),
    }


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with one role and the words it uses: quick to compile."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "words.yaml").write_text(VOCABULARY, encoding="utf-8")
    (folder / "roles.yaml").write_text(ROLE, encoding="utf-8")
    monkeypatch.setattr(guide_paths, "data_folder", lambda: str(folder))
    return folder


def answer(environ: Mapping[str, str]) -> Catalog:
    return load(guides_in_effect([], environ), environ)


def title(catalog: Catalog) -> str:
    return catalog.title("roles", "tester", ENGLISH)


def cached(environ: Mapping[str, str]) -> list[Path]:
    return sorted(Path(environ["ROLEGUIDE_CACHE_DIR"]).iterdir())


def test_every_record_comes_back_equal(built_in: Guide) -> None:
    for section, records in built_in.sections._asdict().items():
        for identifier, record in records.items():
            assert decode(encode(record)) == record, f"{section}.{identifier}"


def test_the_catalogue_reads_what_was_written(built_in: Guide) -> None:
    catalog = Catalog.of([built_in])
    for section in Sections._fields:
        written = getattr(built_in.sections, section)
        read = getattr(catalog.sections, section)
        assert dict(read.items()) == dict(written), section
        assert len(read) == len(written)
        assert "no-such-id" not in read


def test_users_are_the_roles_that_name_a_record(built_in: Guide) -> None:
    catalog = Catalog.of([built_in])
    roles = built_in.sections.roles
    for skill in built_in.sections.skills:
        assert catalog.users("skills", skill) == sorted(
            i for i, role in roles.items() if skill in role.skills
        )
    assert sum(catalog.usage("activities").values()) == sum(
        len(role.responsibilities) for role in roles.values()
    )


def test_needs_parts_and_ties_of_all_roles_are_told_without_reading_one(
    built_in: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where two guides have a role, those in the upper one count, as in the role itself."""
    lower = built_in.sections.roles
    other = lower["sales-director"]
    upper = {"sales-ops": lower["sales-ops"]._replace(skills=other.skills, over="company")}
    catalog = Catalog.of([built_in, Guide("acme", Sections(roles=upper))])
    roles = {**lower, **upper}
    monkeypatch.setattr(encoding, "decode", lambda _: pytest.fail("a record was read"))
    assert catalog.needs() == {i: dict(role.skills) for i, role in roles.items()}
    assert catalog.ties() == {i: dict(role.metrics) for i, role in roles.items() if role.metrics}
    assert catalog.parts() == {
        i: {a: does.part for a, does in role.responsibilities.items()} for i, role in roles.items()
    }
    catalog.store.close()


def test_the_upper_guide_wins_and_the_standard_stays(small: Path, tmp_path: Path) -> None:
    upper = tmp_path / "upper.yaml"
    upper.write_text("roles: {tester: {extends: tester, title: Upper}}\n", encoding="utf-8")
    guides, faults = read_all([(small, "roleguide"), (upper, None)])
    assert not [fault for fault in faults if not fault.warning]
    catalog = Catalog.of(guides)
    assert catalog.guides == ["roleguide", "upper"]
    assert title(catalog) == "Upper"
    assert catalog.role("roleguide/tester", ENGLISH).role.title.text["en"] == "Tester"
    assert [(e.id, e.guide) for e in catalog.heads()] == [("tester", "upper")]


@pytest.mark.usefixtures("small")
def test_a_file_is_made_once_and_used_again(environ: dict[str, str]) -> None:
    assert title(answer(environ)) == "Tester"
    (file,) = cached(environ)
    before = file.stat().st_mtime_ns
    assert title(answer(environ)) == "Tester"
    assert [file.stat().st_mtime_ns] == [before]
    assert cached(environ) == [file]


@pytest.mark.usefixtures("small")
def test_what_was_read_is_kept_only_where_no_garbage_is_collected(
    environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that ends at once need not free it; another one would never be rid of it."""
    kept: list[object] = []
    monkeypatch.setattr(compilation, "_READ", kept)
    answer(environ)
    assert not kept
    cached(environ)[0].unlink()
    monkeypatch.setattr(gc, "isenabled", lambda: False)
    answer(environ)
    assert len(kept) == 1


def test_a_changed_guide_replaces_it(small: Path, environ: dict[str, str]) -> None:
    answer(environ)
    (small / "roles.yaml").write_text(ROLE.replace("Tester", "Taster"), encoding="utf-8")
    assert title(answer(environ)) == "Taster"
    assert len(cached(environ)) == 1


def test_a_faulty_guide_is_not_answered_from_yesterday(
    small: Path, environ: dict[str, str]
) -> None:
    answer(environ)
    (small / "roles.yaml").write_text("roles: {tester: {}}\n", encoding="utf-8")
    with pytest.raises(FaultyGuide):
        answer(environ)


def _truncate(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _scribble(file: Path) -> None:
    content = bytearray(file.read_bytes())
    for at in range(100, len(content), 997):
        content[at] ^= 0xFF
    file.write_bytes(content)


def _other_database(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE meta (key, value)")
    connection.close()


def _other_format(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'format'")
    connection.close()


def _missing_table(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("DROP TABLE name")
    connection.close()


def _broken_body(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE record SET head = '{', body = '{' WHERE section = 'roles'")
    connection.close()


def _altered_body(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE record SET body = replace(body, 'Finds', 'Hides')")
    connection.close()


def _changed(statement: str) -> Callable[[Path], None]:
    def change(file: Path) -> None:
        with sqlite3.connect(file) as connection:
            connection.execute(statement)
        connection.close()

    return change


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


DAMAGES: list[Callable[[Path], object]] = [
    lambda file: file.write_bytes(b""),
    lambda file: file.write_bytes(b"not a database at all" * 500),
    _truncate,
    _scribble,
    _other_database,
    _other_format,
    _missing_table,
    _broken_body,
    _altered_body,
    _changed("UPDATE record SET body = cast(body AS text)"),
    _changed("UPDATE record SET id = 'taster' WHERE id = 'tester'"),
    _changed("DELETE FROM name"),
    _changed("UPDATE name SET id = 'taster' WHERE id = 'tester'"),
    _folder,
    Path.unlink,
]
NAMES = (
    "empty foreign truncated scribbled other-database other-format missing-table broken-body "
    "altered-body body-as-text other-id no-names other-names folder deleted"
).split()


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("damage", DAMAGES, ids=NAMES)
def test_whatever_befalls_the_file_the_answer_is_right(
    environ: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
    damage: Callable[[Path], object],
) -> None:
    from roleguide.cli.main import main  # noqa: PLC0415 — after the data folder was replaced

    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    arguments = ["show", "tester", "--format", "json", "--lang", "en"]
    assert main(arguments) == 0
    right = capfdbinary.readouterr().out
    assert b"Finds what is broken." in right
    (file,) = cached(environ)
    damage(file)
    assert main(arguments) == 0
    assert capfdbinary.readouterr() == (right, b"")


@pytest.mark.usefixtures("small")
@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written(environ: dict[str, str]) -> None:
    folder = Path(environ["ROLEGUIDE_CACHE_DIR"])
    folder.mkdir()
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert title(answer(environ)) == "Tester"
        assert not list(folder.iterdir())
    finally:
        folder.chmod(stat.S_IRWXU)


@pytest.mark.usefixtures("small")
def test_a_cache_folder_that_is_a_file(environ: dict[str, str]) -> None:
    Path(environ["ROLEGUIDE_CACHE_DIR"]).write_text("in the way", encoding="utf-8")
    assert title(answer(environ)) == "Tester"


@pytest.mark.usefixtures("small")
@pytest.mark.skipif(os.name == "nt", reason="Windows has rights of another kind")
def test_what_is_made_is_for_its_owner_alone(environ: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir(mode=0o755)
    folder = tmp_path / "shared" / "a" / "b"
    before = os.umask(0)
    try:
        answer({**environ, "ROLEGUIDE_CACHE_DIR": str(folder)})
    finally:
        os.umask(before)
    made = [folder.parents[1], folder.parent, folder, *folder.iterdir()]
    modes = [oct(stat.S_IMODE(path.stat().st_mode)) for path in made]
    assert modes == ["0o755", "0o700", "0o700", "0o600"]


class Killed(BaseException):
    """The process dies here: nothing catches it, nothing is cleaned up."""


def _steps() -> Iterator[tuple[str, object, str]]:
    """Everything that writing a store does to the disk, in turn."""
    yield "mkdir", os, "mkdir"
    yield "connect", sqlite3, "connect"
    yield "fill", writing, "_fill"
    yield "seal", writing, "_seal"
    yield "replace", os, "replace"
    yield "sweep", writing, "_sweep"


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("error", [Killed, OSError, sqlite3.OperationalError])
@pytest.mark.parametrize(("owner", "name"), [pytest.param(o, n, id=i) for i, o, n in _steps()])
def test_a_compile_that_fails_at_any_step_harms_nobody(
    environ: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    owner: Any,
    name: str,
    error: type[BaseException],
) -> None:
    def failing(*_: object, **__: object) -> None:
        message = "disk"
        raise error(message)

    with monkeypatch.context() as patch:
        patch.setattr(owner, name, failing)
        # Without `connect` and `_fill` there is no compiling in memory either.
        if error is Killed or name in ("connect", "_fill"):
            with pytest.raises(BaseException, match="disk"):
                answer(environ)
        else:
            assert title(answer(environ)) == "Tester"
    assert title(answer(environ)) == "Tester"
    assert len([p for p in cached(environ) if p.suffix == ".sqlite"]) == 1


TABLES = (
    "record",
    "hides",
    "written",
    "name",
    "label",
    "used",
    "outline",
    "passage",
    "words",
    "title_word",
    "meta",
)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("table", TABLES)
def test_a_compile_that_is_killed_at_any_write_harms_nobody(
    environ: dict[str, str], monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    class Dying(sqlite3.Connection):
        def executemany(self, statement: str, rows: Any, /) -> sqlite3.Cursor:
            if f"INTO {table} " in statement:
                super().executemany(statement, list(rows)[:1])
                raise Killed(table)
            return super().executemany(statement, rows)

        def execute(self, statement: str, values: Any = (), /) -> sqlite3.Cursor:
            if f"INTO {table} " in statement:
                raise Killed(table)
            return super().execute(statement, values)

    real = sqlite3.connect
    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", lambda *a, **k: real(*a, **{**k, "factory": Dying}))
        with pytest.raises(Killed):
            answer(environ)
    assert [p.suffix for p in cached(environ)] == [".tmp"]
    assert title(answer(environ)) == "Tester"


@pytest.mark.usefixtures("small")
def test_what_killed_compilations_left_is_swept_away_and_what_is_long_forgotten(
    environ: dict[str, str],
) -> None:
    answer(environ)
    (file,) = cached(environ)
    days = 24 * 3600
    ages = {
        file.with_name(f"{file.name}.1-0000000c.tmp"): 2 * 60,
        file.with_name(f"{file.name}.2-0000000d.tmp"): 0,
        file.with_name("guide-0.0.1-0000000a.sqlite"): 31 * days,
        file.with_name("guide-0.0.1-0000000b.sqlite"): 29 * days,
        file.with_name("notes.txt"): 999 * days,
        file.with_name("guide-acme.yaml"): 999 * days,
        file.with_name("guide-draft.tmp"): 999 * days,
    }
    for other, age in ages.items():
        other.write_bytes(b"")
        os.utime(other, (file.stat().st_mtime - age,) * 2)
    file.unlink()
    answer(environ)
    gone = [other.name for other in ages if not other.exists()]
    assert gone == [f"{file.name}.1-0000000c.tmp", "guide-0.0.1-0000000a.sqlite"]


def test_a_store_refuses_what_is_no_record() -> None:
    for text in (b"", b"{", b'"\xe9"', b'{"!": "Nothing"}', b'{"!": "Need"}', b'{"!": "", "x": 1}'):
        with pytest.raises(DamagedStore, match="checksum"):
            decode(b"0000" + text)
        with pytest.raises(DamagedStore) as caught:
            decode(encoding._checksum(text) + text)
        assert str(caught.value) != "checksum"


def test_what_need_not_be_there_is_not_looked_for_twice(
    small: Path, environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Most pairs of roles are not written of, and the seal takes as long as an answer."""
    assert small.is_dir()
    catalog = answer(environ)
    monkeypatch.setattr(Store, "verify", lambda _: pytest.fail("the whole file was read"))
    assert catalog.pair("tester", "taster") is None
    assert "taster" not in catalog.sections.roles
    assert catalog.role("Tester", ENGLISH).id == "tester"


@pytest.mark.usefixtures("small")
def test_a_seal_tells_any_change(environ: dict[str, str]) -> None:
    made, found = answer(environ), answer(environ)
    for catalog in (made, found):
        catalog.store.verify()
    (file,) = cached(environ)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    with pytest.raises(DamagedStore, match="seal"):
        found.store.verify()


@pytest.mark.usefixtures("small")
def test_a_disk_that_does_not_give_back_what_it_was_given_is_done_without(
    environ: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    from roleguide.cli.main import main  # noqa: PLC0415 — after the data folder was replaced

    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(
        writing, "_seal", lambda file: Path(file).write_bytes(Path(file).read_bytes() + b"seal")
    )
    for _ in range(2):
        assert main(["show", "nobody"]) == 2
        assert "Nothing is called" in capfdbinary.readouterr().err.decode()


USED = [
    pytest.param("DELETE FROM words", ["search", "broken"], id="no-words"),
    pytest.param("DELETE FROM passage", ["search", "broken"], id="no-passage"),
    pytest.param("DELETE FROM record", ["list"], id="no-record"),
    pytest.param("DELETE FROM used", ["who", "sales-forecast"], id="no-used"),
    pytest.param("UPDATE used SET role = 'zzz'", ["who", "sales-forecast"], id="used-who"),
    pytest.param("UPDATE used SET role = 'zzz'", ["who"], id="used-owners"),
    pytest.param("UPDATE used SET role = 'zzz'", ["show", "data-analysis"], id="used-skill"),
    pytest.param(
        "UPDATE meta SET value = 'zzz' WHERE key = 'guide'",
        ["show", "roleguide/tester"],
        id="guide",
    ),
    pytest.param(
        "UPDATE record SET id = id || 'z' WHERE section = 'families'", ["list"], id="record"
    ),
]


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(("statement", "arguments"), USED)
def test_rows_that_lead_nowhere_are_not_believed(
    environ: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
    statement: str,
    arguments: list[str],
) -> None:
    from roleguide.cli.main import main  # noqa: PLC0415 — after the data folder was replaced

    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert main(arguments) == 0
    right = capfdbinary.readouterr().out
    (file,) = cached(environ)
    _changed(statement)(file)
    damaged = file.read_bytes()
    assert main(arguments) == 0
    assert capfdbinary.readouterr() == (right, b"")
    assert file.read_bytes() != damaged


def test_a_closed_store_is_damaged(built_in: Guide) -> None:
    store: Store = in_memory(compiled(built_in))
    store.close()
    with pytest.raises(DamagedStore):
        store.rows("SELECT id FROM record")


def test_a_guide_keeps_its_edition(built_in: Guide) -> None:
    guides = [built_in._replace(edition=None), Guide("acme", Sections(), "2026-12")]
    catalog = Catalog.of(guides)
    assert [catalog.edition(guide) for guide in ("roleguide", "acme")] == [None, "2026-12"]
    catalog.store.close()


def test_a_long_query_ends_when_it_is_interrupted(built_in: Guide) -> None:
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
    store: Store = in_memory(compiled(built_in))
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_REAL, 0.1)
    try:
        with pytest.raises(KeyboardInterrupt):
            store.rows(endless)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        store.close()
