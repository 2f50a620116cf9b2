from __future__ import annotations

import re
from pathlib import Path

import pytest

from reading.writing import (
    EN,
    SOUND,
    WORDS,
    errors,
    read,
    read_text,
    role,
    roles,
    said,
    say,
    seen,
    stack,
    write,
)
from roleguide.compilation import read_all
from roleguide.errors import UnreadableFile
from roleguide.model import Example, Guide, Need, Pay, Role, Sections
from roleguide.reading import events, guide, values
from roleguide.reading.files import FIRST_KEY, default_id, files_of
from roleguide.reading.guide import (
    GUIDE_FORMAT,
    RECORDS,
    Reading,
    overlay,
    read_guide,
)


def role_of(reading: Reading, identifier: str) -> Role:
    """One role of a guide without a fault."""
    assert reading.guide, said(reading.faults)
    return reading.guide.sections.roles[identifier]


class TestFiles:
    def test_a_file_is_a_guide(self, tmp_path: Path) -> None:
        path = write(tmp_path, {"acme.txt": WORDS}) / "acme.txt"
        assert files_of(path) == [str(path)]
        assert read(path).guide

    def test_a_reading_is_shown_without_its_files(self, tmp_path: Path) -> None:
        """A failing test shows it, and every place in it holds the text of a file."""
        path = write(tmp_path, {"acme.yaml": WORDS + "roles:\n  ops: {}\n"}) / "acme.yaml"
        assert re.fullmatch(r"<Reading of 'acme', \d+ faults>", repr(read(path)))

    def test_a_folder_is_its_yaml_files_by_name(self, tmp_path: Path) -> None:
        others = ("README.md", "d.json", "e.yaml~", ".yaml", "._a.yaml", ".#a.yml", "yaml")
        names = ("A.YAML", "B.Yml", "a.yml", "b.yaml", "c.yaml")
        write(tmp_path, dict.fromkeys((*others, *names), ""))
        write(tmp_path / "sub.yaml", {"f.yaml": ""})
        assert files_of(tmp_path) == [str(tmp_path / name) for name in names]

    def test_the_files_of_a_folder_are_one_guide(self, tmp_path: Path) -> None:
        folder = write(tmp_path / "acme", {"z.yaml": WORDS, "a.yml": "roles:\n" + role("ops")})
        reading = read(folder)
        assert said(reading.faults) == []
        assert role_of(reading, "ops")

    def test_a_section_may_be_spread_over_files(self, tmp_path: Path) -> None:
        folder = write(
            tmp_path,
            {
                "roles-trade.yaml": "roles:\n" + role("c") + role("a"),
                "roles.yaml": roles(role("b")),
            },
        )
        guide = read(folder).guide
        assert guide
        assert list(guide.sections.roles) == ["a", "b", "c"]  # whatever the files are called

    def test_faults_are_in_the_order_of_files_and_lines(self, tmp_path: Path) -> None:
        folder = write(
            tmp_path,
            {
                "b.yaml": "tools: {x: {}}\nrols: {}\n",
                "a.yaml": WORDS + "roles:\n  z: {extends: y}\n" + role("a", {"stage": "back"}),
                "c.yaml": "a: [",
            },
        )
        found = [(Path(f.file).name, f.line, f.column) for f in read(folder).faults]
        assert found == sorted(found)
        assert {name for name, _, _ in found} == {"a.yaml", "b.yaml", "c.yaml"}

    def test_faults_name_the_file_as_it_was_given(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(tmp_path / "acme", {"roles.yaml": "rols: {}"})
        monkeypatch.chdir(tmp_path)
        (fault,) = read(Path("acme")).faults
        assert fault.lines(EN)[0].startswith(f"{Path('acme', 'roles.yaml')}:1:1: rols: unknown")
        (fault,) = read(tmp_path / "acme").faults
        assert fault.file == str(tmp_path / "acme" / "roles.yaml")
        assert [f.file for f in read_guide("./acme/").faults] == ["./acme/roles.yaml"]

    @pytest.mark.parametrize("files", [{}, {"README.md": "", "roles.json": "{}"}])
    def test_a_folder_without_yaml(self, tmp_path: Path, files: dict[str, str]) -> None:
        write(tmp_path, files)
        with pytest.raises(UnreadableFile) as caught:
            read(tmp_path)
        assert caught.value.lines(EN) == [
            f"{tmp_path}: there is no YAML file (*.yaml) in this folder. See roleguide help guides."
        ]

    @pytest.mark.parametrize("text", ["", "# nothing yet\n", "\ufeff", "{}", "roles:\n", "---\n"])
    def test_an_empty_file_is_an_empty_guide(self, tmp_path: Path, text: str) -> None:
        reading = read_text(tmp_path, text)
        assert reading[:3] == (Guide("acme", Sections()), [], {})

    @pytest.mark.parametrize(
        ("text", "found"),
        [("[roles]", "a list"), ("roles", "“roles”"), ("12", "the number 12"), ("''", "“”")],
    )
    def test_a_file_is_a_mapping_of_sections(self, tmp_path: Path, text: str, found: str) -> None:
        reading = read_text(tmp_path, text)
        assert reading.guide is None
        assert said(reading.faults) == [f"{found}; allowed: a mapping of sections → {FIRST_KEY}"]


HEADED = [
    "profile: {skills: {analysis: 3}}",
    "# mine\n\n---\nteam:\n  - ops\nroles: []",
    "\ufeff%YAML 1.2\n---\n'team' : x",
    '{ # JSON\n "profile":{"skills":[]}}',
    "profile: *x\nno: [yaml",
    b"profile:\r\n  caf\xe9: 1",
]
"""Files of other kinds: what comes after their heads need not be sound."""


class TestOtherKinds:
    @pytest.mark.parametrize("text", HEADED)
    def test_they_disturb_no_guide_in_their_folder(self, tmp_path: Path, text: str | bytes) -> None:
        write(tmp_path, {"acme.yaml": WORDS, "me.yaml": text})
        reading = read(tmp_path)
        assert said(reading.faults) == []
        assert reading.guide

    @pytest.mark.parametrize("text", HEADED)
    def test_one_that_is_named_is_said_to_be_no_guide(
        self, tmp_path: Path, text: str | bytes
    ) -> None:
        reading = read(write(tmp_path, {"me.yaml": text}) / "me.yaml")
        (fault,) = reading.faults
        assert reading.guide is None
        assert str(fault.found) == f"a {fault.path}, which is no guide"
        assert fault.path in fault.source[fault.column - 1 :]

    @pytest.mark.parametrize(
        "text", ["guide: {id: a}\nteam: {}", "profiles: {}", "# profile:\nx: 1", "[team: x]"]
    )
    def test_anything_else_is_a_guide_at_fault(self, tmp_path: Path, text: str) -> None:
        (fault,) = read(write(tmp_path, {"acme.yaml": WORDS, "me.yaml": text})).faults
        assert Path(fault.file).name == "me.yaml"


class TestIdentifier:
    @pytest.mark.parametrize(
        ("name", "identifier"),
        [
            ("acme.yaml", "acme"),
            ("Acme Sales.yml", "acme-sales"),
            ("acme_2024.v2.yaml", "acme-2024-v2"),
            ("--acme--.yaml", "acme"),
            ("société.yaml", "societe"),
            ("socie\u0301te\u0301.yaml", "societe"),
            ("日本.yaml", "guide"),
            ("-", "guide"),
        ],
    )
    def test_the_name_of_a_file(self, tmp_path: Path, name: str, identifier: str) -> None:
        assert default_id(write(tmp_path, {name: ""}) / name) == identifier

    def test_the_name_of_a_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        folder = write(tmp_path / "Acme.Inc", {"roles.yaml": ""})
        assert default_id(folder) == "acme-inc"
        monkeypatch.chdir(folder)
        assert default_id(Path()) == "acme-inc"

    def test_what_the_caller_says(self, tmp_path: Path) -> None:
        path = write(tmp_path, {"acme.yaml": ""}) / "acme.yaml"
        assert read_guide(path, identifier="mine").guide == Guide("mine", Sections())

    def test_what_the_guide_says_comes_first(self, tmp_path: Path) -> None:
        path = write(tmp_path, {"acme.yaml": "guide: {id: ours}"}) / "acme.yaml"
        assert read_guide(path, identifier="mine").guide == Guide("ours", Sections())

    def test_one_header_speaks_for_the_folder(self, tmp_path: Path) -> None:
        write(tmp_path, {"a.yaml": "", "b.yaml": "guide: {id: ours, format: 1}", "c.yaml": ""})
        assert read(tmp_path).guide == Guide("ours", Sections())


class TestHeader:
    @pytest.mark.parametrize("text", ["{}", "{id: acme}", f"{{format: {GUIDE_FORMAT}}}"])
    def test_sound(self, tmp_path: Path, text: str) -> None:
        assert read_text(tmp_path, f"guide: {text}").faults == []

    @pytest.mark.parametrize(
        ("text", "fault"),
        [
            ("", "guide: nothing; allowed: a mapping"),
            ("acme", "guide: “acme”; allowed: a mapping"),
            ("{id: Acme}", "guide.id: the id “Acme”; allowed: lower-case letters a–z, digits"),
            ("{id: 12}", "guide.id: the number 12; allowed: a text → put it in"),
            ("{id: ~}", "guide.id: nothing; allowed: a text"),
            ("{format: 2}", "guide.format: format 2; allowed: format 1, the one this version"),
            ("{format: '1'}", "guide.format: “1”; allowed: a whole number"),
            (
                "{name: acme}",
                "guide.name: unknown key “name”; allowed: the keys id, format, edition",
            ),
            (
                "{formats: 1}",
                "guide.formats: unknown key “formats”; allowed: the keys id, format, edition →",
            ),
        ],
    )
    def test_at_fault(self, tmp_path: Path, text: str, fault: str) -> None:
        (found,) = said(read_text(tmp_path, f"guide: {text}").faults)
        assert found.startswith(fault)

    def test_the_rest_is_read_all_the_same(self, tmp_path: Path) -> None:
        text = "guide: {format: 2}\n" + roles(role("a", {"stage": "back"}))
        assert len(read_text(tmp_path, text).faults) == 2


class TestSections:
    def test_every_section(self) -> None:
        assert tuple(RECORDS) == Sections._fields
        assert {"roles", "pairs", "terms", "title_words"} < {*RECORDS}

    @pytest.mark.parametrize(
        ("section", "nearest"),
        [("role", "roles"), ("Roles", "roles"), ("skils", "skills"), ("activites", "activities")],
    )
    def test_an_unknown_section_and_the_nearest(
        self, tmp_path: Path, section: str, nearest: str
    ) -> None:
        (fault,) = read_text(tmp_path, f"# a comment\n{section}: {{}}").faults
        assert (fault.line, fault.column, fault.path) == (2, 1, section)
        assert str(fault.found) == f"unknown section “{section}”"
        assert str(fault.allowed) == "the keys guide, " + ", ".join(RECORDS)
        assert str(fault.hint) == f"did you mean “{nearest}”?"

    @pytest.mark.parametrize(
        ("section", "meant"),
        [
            *(("jobs", "roles"), ("métiers", "roles"), ("Rôles", "roles"), ("poste", "roles")),
            *(("compétences", "skills"), ("Activités", "activities"), ("outils", "tools")),
            *(
                ("profil", "profile"),
                ("Équipe", "team"),
                ("guid", "guide"),
                ("title-words", "title_words"),
            ),
        ],
    )
    def test_a_section_in_another_language_or_spelling(
        self, tmp_path: Path, section: str, meant: str
    ) -> None:
        (fault,) = read_text(tmp_path, f"{section}: {{}}").faults
        assert str(fault.hint) == f"did you mean “{meant}”?"

    @pytest.mark.parametrize(
        ("text", "path"),
        [
            ("deal-doctor: {title: X, mission: Y}", "roles.deal-doctor"),
            ("horse-sense: {kind: trait, levels: {}}", "skills.horse-sense"),
            ("mission: X", "roles.ID.mission"),
            ("levels: {}", "skills.ID.levels"),
        ],
    )
    def test_a_record_without_its_section(self, tmp_path: Path, text: str, path: str) -> None:
        (fault,) = read_text(tmp_path, text).faults
        assert str(fault.hint) == f"it stands under a section and an id, as in {path}"

    @pytest.mark.parametrize("section", ["nobody", "<<", "''", "12"])
    def test_an_unknown_section_like_no_other(self, tmp_path: Path, section: str) -> None:
        (fault,) = read_text(tmp_path, f"{section}: {{}}").faults
        assert str(fault.found) == f"unknown section “{section.strip(chr(39))}”"
        assert str(fault.hint) == FIRST_KEY

    @pytest.mark.parametrize("section", RECORDS)
    @pytest.mark.parametrize(("text", "found"), [("[a]", "a list"), ("a", "“a”")])
    def test_a_section_is_a_mapping(
        self, tmp_path: Path, section: str, text: str, found: str
    ) -> None:
        reading = read_text(tmp_path, f"{section}: {text}")
        assert said(reading.faults) == [
            f"{section}: {found}; allowed: a mapping → write {section}: {{ID: {{…}}}}"
        ]

    @pytest.mark.parametrize(
        "identifier", ["Sales", "sales ops", "sales_ops", "-a", "é", "<<", "a/b"]
    )
    def test_ids_are_plain(self, tmp_path: Path, identifier: str) -> None:
        (fault,) = read_text(
            tmp_path, WORDS + f"sources:\n  {identifier}: {{title: T, kind: article}}"
        ).faults
        assert str(fault.found) == f"the id “{identifier}”"
        assert str(fault.allowed) == "lower-case letters a–z, digits and hyphens"
        assert fault.source == f"  {identifier}: {{title: T, kind: article}}"

    def test_the_same_id_in_two_sections(self, tmp_path: Path) -> None:
        text = roles(role("forecast"), role("analysis"))
        assert read_text(tmp_path, text).faults == []

    def test_the_same_id_in_two_files(self, tmp_path: Path) -> None:
        folder = write(
            tmp_path,
            {
                "a.yaml": WORDS,
                "b.yaml": "# mine\nroles:\n" + role("ops"),
                "c.yaml": "roles:\n" + role("boss") + role("ops"),
            },
        )
        reading = read(folder)
        (fault,) = reading.faults
        assert reading.guide is None
        assert fault.file == str(folder / "c.yaml")
        assert fault.source == "  ops:"
        first = folder / "b.yaml"
        assert said([fault]) == [
            f"roles.ops: the id “ops” for the second time (first in {first}, line 3) → {REMOVE}"
        ]

    def test_the_same_id_in_one_file(self, tmp_path: Path) -> None:
        reading = read_text(tmp_path, roles(role("a"), role("a")))
        assert [str(f.found)[:33] for f in reading.faults] == ["the key “a” for the second time ("]


class TestOnePass:
    def test_faults_of_all_files_records_and_references(self, tmp_path: Path) -> None:
        folder = write(
            tmp_path,
            {
                "a.yaml": WORDS + "tools:\n  crm: {name: CRM, famly: trade, definition: D}\n",
                "b.yaml": "roles:\n"
                + role("a", {"stage": "back", "tools": "[erp]"})
                + role("b", {"reports_to": "[c]"}),
                "c.yaml": "rols: {}",
            },
        )
        assert [fault.split(";")[0].split(" →")[0] for fault in said(read(folder).faults)] == [
            "tools.crm.famly: unknown key “famly”",
            "roles.a.stage: “back”",
            "roles.a.tools[0]: “erp” is not in “tools”",
            "roles.b.reports_to[0]: “c” is not in “roles”",
            "rols: unknown section “rols”",
        ]

    def test_a_record_at_fault_is_still_known(self, tmp_path: Path) -> None:
        text = roles(role("a", {"reports_to": "[b]"}), role("b", {"stage": "back"}))
        (fault,) = read_text(tmp_path, text).faults
        assert fault.path == "roles.b.stage"

    def test_a_record_at_fault_whose_id_has_a_dot_is_still_known(self, tmp_path: Path) -> None:
        text = roles(role("a", {"reports_to": "[b.1]"}), role("b.1", {"stage": "back"}))
        (fault,) = read_text(tmp_path, text).faults
        assert fault.path == "roles.b.1.stage"

    def test_a_record_at_fault_hides_no_other_section(self, tmp_path: Path) -> None:
        text = roles(role("a", {"tools": "[b]"}), role("b", {"stage": "back"}))
        assert [fault.path for fault in read_text(tmp_path, text).faults] == [
            "roles.a.tools[0]",
            "roles.b.stage",
        ]

    def test_a_header_at_fault_hides_nothing(self, tmp_path: Path) -> None:
        text = "guide: {name: x}\n" + roles(role("a", {"tools": "[name]"}))
        assert [fault.path for fault in read_text(tmp_path, text).faults] == [
            "guide.name",
            "roles.a.tools[0]",
        ]

    def test_references_into_a_file_with_a_syntax_fault_are_not_reported(
        self, tmp_path: Path
    ) -> None:
        folder = write(
            tmp_path, {"a.yaml": WORDS + "tools: {crm: [}", "b.yaml": "roles:\n" + role("a")}
        )
        (fault,) = read(folder).faults
        assert fault.file.endswith("a.yaml")
        assert str(fault.found) == "this is not YAML"

    def test_nor_into_a_file_that_is_not_utf_8(self, tmp_path: Path) -> None:
        folder = write(
            tmp_path,
            {"a.yaml": WORDS.encode() + b"# \xe9", "b.yaml": "roles:\n" + role("a")},
        )
        (fault,) = read(folder).faults
        assert str(fault.found) == "byte 0xE9 is not UTF-8"

    def test_but_the_shapes_in_the_other_files_are(self, tmp_path: Path) -> None:
        folder = write(
            tmp_path,
            {
                "a.yaml": "[",
                "b.yaml": "roles:\n" + role("a", {"stage": "back"}),
                "c.yaml": "a: b: c",
            },
        )
        assert [Path(fault.file).name for fault in read(folder).faults] == [
            "a.yaml",
            "b.yaml",
            "c.yaml",
        ]

    def test_nothing_is_half_loaded(self, tmp_path: Path) -> None:
        reading = read_text(tmp_path, roles(role("a"), role("b", {"stage": "back"})))
        assert reading.guide is None

    def test_after_thousands_of_faults_reading_stops_and_says_so(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(values, "MOST_FAULTS", 20)
        monkeypatch.setattr(events, "MOST_FAULTS", 20)
        aliases, ids = f"[{'*a, ' * 15}]", f"tools: {{{'X: 1, ' * 15}}}"
        for files in ({"a.yaml": aliases, "b.yaml": aliases}, {"a.yaml": ids, "b.yaml": ids}):
            reading = read(write(tmp_path, files))
            assert reading.guide is None
            assert str(reading.faults[-1].found).startswith("reading stopped after ")
            assert 20 < len(reading.faults) <= 40

    def test_values_are_counted_over_all_files(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(guide, "MOST_VALUES", 100)
        text = f"tools: [{'a, ' * 60}]"
        assert len(read_text(tmp_path, text).faults) == 1
        faults = read(write(tmp_path, {"b.yaml": text})).faults
        assert [(Path(f.file).name, f.path) for f in faults] == [
            ("acme.yaml", "tools"),
            ("b.yaml", ""),
        ]

    def test_warnings_load(self, tmp_path: Path) -> None:
        reading = read_text(tmp_path, roles(role("a", {"stage": None})))
        assert [fault.warning for fault in reading.faults] == [True]
        assert role_of(reading, "a").stage is None


REMOVE = "remove one of the two"
ROLE_ID = "the id of a record of “roles” → roleguide list lists them"

BASE = """\
    title: {en: Sales Ops, fr: Opérations}
    family: trade
    level: [manager, director]
    stage: backstage
    definition: What it is.
    mission: {en: A mission., fr: Une mission.}
    responsibilities:
      forecast: {part: both, text: {en: Counts., fr: Compte.}}
      plan: {part: supports, text: Plans.}
    skills: {analysis: {level: 3, weight: 2}}
    reports_to: [boss]
    examples:
      startup: {en: A scene., fr: Une scène.}
      agency: {absent: true, text: {en: The founder., fr: La fondatrice.}}
"""

MORE_WORDS = WORDS.replace(
    "activities:\n", "activities:\n  plan: {name: Plan, family: trade, definition: Planning.}\n"
).replace(
    "contexts:\n",
    "contexts:\n  agency: {name: Agency, kind: trade, opening: In, definition: D, position: 2}\n",
)


class TestExtends:
    @pytest.fixture
    def below(self, tmp_path: Path) -> Reading:
        text = MORE_WORDS + "roles:\n" + role("boss") + "  ops:\n" + BASE
        reading = read_text(tmp_path / "below", text)
        assert said(reading.faults) == []
        return reading

    def extended(self, tmp_path: Path, below: Reading, text: str) -> Role:
        """The role `ops` of a guide that extends the one below."""
        upper = f"roles: {{ops: {{extends: ops, {text}}}}}"
        return role_of(read_text(tmp_path / "above", upper, stack(below)), "ops")

    def test_a_role_as_it_is(self, tmp_path: Path, below: Reading) -> None:
        assert self.extended(tmp_path, below, "") == role_of(below, "ops")

    def test_under_another_id(self, tmp_path: Path, below: Reading) -> None:
        upper = read_text(tmp_path / "above", "roles: {mine: {extends: ops}}", stack(below))
        assert role_of(upper, "mine") == role_of(below, "ops")

    def test_names_are_of_one_id(self, tmp_path: Path) -> None:
        named = {"short": "O", "titles": "[{text: Oh, lang: en, use: rare}]", "formerly": "[oo]"}
        below = stack(read_text(tmp_path / "below", roles(role("ops", named))))
        upon = "roles: {mine: {extends: ops, title: Mine}, ops: {extends: ops, title: Ours}}"
        upper = read_text(tmp_path / "above", upon, below)
        assert [role_of(upper, "mine").short, *role_of(upper, "mine")[7:9]] == [None, (), ()]
        assert role_of(upper, "ops").short is None, "a short name belongs to the title"
        for own in ("mission: Ours.", f"title: {SOUND['title']}"):
            kept = read_text(tmp_path / "kept", f"roles: {{ops: {{extends: ops, {own}}}}}", below)
            assert role_of(kept, "ops").short == {"en": "O", "fr": "O"}

    def test_skills_are_heaviest_first_whoever_wrote_them(self, tmp_path: Path) -> None:
        other = "  other:\n    {name: O, kind: know-how, family: trade, definition: D, levels:\n"
        levels = "      {1: one, 2: two, 3: three, 4: four, 5: five}}\n"
        words = roles(role("ops")).replace("contexts:\n", f"{other}{levels}contexts:\n")
        below = read_text(tmp_path / "below", words)
        text = "roles: {mine: {extends: ops, title: M, skills: {other: {level: 1, weight: 3}}}}"
        upper = read_text(tmp_path / "above", text, stack(below))
        assert [*role_of(upper, "mine").skills] == ["other", "analysis"]

    def test_a_value_replaces(self, tmp_path: Path, below: Reading) -> None:
        made = self.extended(tmp_path, below, "stage: mixed, mission: Ours.")
        assert made.stage == "mixed"
        assert made.mission == {"en": "Ours.", "fr": "Ours."}
        assert made.title == role_of(below, "ops").title

    def test_a_value_is_added(self, tmp_path: Path, below: Reading) -> None:
        assert self.extended(tmp_path, below, "focus: The week.").focus == {
            "en": "The week.",
            "fr": "The week.",
        }

    def test_mappings_merge_by_key(self, tmp_path: Path, below: Reading) -> None:
        text = "mission: {en: Ours.}, responsibilities: {forecast: {part: supports}}"
        made = self.extended(tmp_path, below, text)
        assert made.mission == {"en": "Ours.", "fr": "Une mission."}
        assert list(made.responsibilities) == ["forecast", "plan"]
        assert made.responsibilities["forecast"].part == "supports"
        assert made.responsibilities["forecast"].text == {"en": "Counts.", "fr": "Compte."}
        skills = self.extended(tmp_path, below, "skills: {analysis: {level: 5}}").skills
        assert skills == {"analysis": Need(5, 2)}

    def test_another_text_leaves_a_part_as_it_is(self, tmp_path: Path, below: Reading) -> None:
        made = self.extended(tmp_path, below, "responsibilities: {forecast: {text: {en: Ours.}}}")
        assert made.responsibilities["forecast"].part == "both"
        assert made.responsibilities["forecast"].text == {"en": "Ours.", "fr": "Compte."}

    def test_what_is_changed_is_not_reviewed(self, tmp_path: Path) -> None:
        """Unless it says so itself; a role that changes nothing is the one that was read."""
        text = roles(role("ops", {"reviewed": "2026-11"}))
        below = read_text(tmp_path / "below", text)
        assert role_of(below, "ops").reviewed == "2026-11"
        for own, month in {
            "": "2026-11",
            "level: director": None,
            "level: manager": "2026-11",
            "reviewed: null": None,
            "level: director, reviewed: null": None,
            "level: director, reviewed: 2027-01": "2027-01",
        }.items():
            assert self.extended(tmp_path, below, own).reviewed == month, own

    @pytest.mark.parametrize(
        ("own", "parts"),
        [
            ("part: both", []),
            ("part: both, or: [{part: informed, when: W.}]", ["informed"]),
            ("text: {en: T., fr: T.}", ["both", "informed", "both"]),
            ("part: supports", ["both", "informed", "both"]),
            ("or: []", []),
        ],
    )
    def test_variations_belong_to_the_part_that_they_vary(
        self, tmp_path: Path, own: str, parts: list[str]
    ) -> None:
        varied = (
            "{part: both, when: W.}, {part: informed, when: W.}, {part: both, over: team, when: W.}"
        )
        helps = f"{{forecast: {{part: supports, text: T., or: [{varied}]}}}}"
        below = read_text(tmp_path / "below", roles(role("ops", {"responsibilities": helps})))
        made = self.extended(tmp_path, below, f"responsibilities: {{forecast: {{{own}}}}}")
        told = made.responsibilities["forecast"].or_
        assert [each.part for each in told] == parts

    def test_lists_replace(self, tmp_path: Path, below: Reading) -> None:
        assert self.extended(tmp_path, below, "reports_to: []").reports_to == ()
        level = self.extended(tmp_path, below, "level: [entry, senior]").level
        assert level == ("entry", "senior")

    def test_nothing_removes(self, tmp_path: Path, below: Reading) -> None:
        made = self.extended(
            tmp_path, below, "stage: ~, examples: {agency: null}, responsibilities: {plan: }"
        )
        assert made.stage is None
        assert list(made.examples) == ["startup"]
        assert list(made.responsibilities) == ["forecast"]

    @pytest.mark.parametrize("stray", ["then reports", "reports"])
    def test_a_comma_between_braces_removes_no_words(
        self, tmp_path: Path, below: Reading, stray: str
    ) -> None:
        text = f"roles: {{ops: {{extends: ops, mission: {{en: runs it, {stray}, fr: a}}}}}}"
        (fault,) = read_text(tmp_path / "above", text, stack(below)).faults
        assert (fault.path, str(fault.found)) == ("roles.ops.mission", f"unknown key “{stray}”")

    def test_a_quoted_null_is_a_text(self, tmp_path: Path, below: Reading) -> None:
        assert self.extended(tmp_path, below, "focus: 'null'").focus == {"en": "null", "fr": "null"}

    def test_what_is_required_cannot_be_removed(self, tmp_path: Path, below: Reading) -> None:
        """As where somebody deletes all lines below a key, and not the key."""
        text = "roles:\n  ops:\n    extends: ops\n    mission: ~"
        upper = read_text(tmp_path / "above", text, stack(below))
        assert seen(upper.faults) == ["4:5 roles.ops.mission: nothing stands under “mission”"]

    def test_a_text_in_place_of_a_mapping_and_back(self, tmp_path: Path, below: Reading) -> None:
        made = self.extended(tmp_path, below, "title: Ours, definition: {en: D, fr: E}")
        assert made.title.text == {"en": "Ours", "fr": "Ours"}
        assert made.definition == {"en": "D", "fr": "E"}

    @pytest.mark.parametrize("absence", ["{absent: true, text: {en: Nobody., fr: Personne.}}"])
    def test_an_absence_replaces_a_scene(
        self, tmp_path: Path, below: Reading, absence: str
    ) -> None:
        made = self.extended(tmp_path, below, f"examples: {{startup: {absence}}}")
        assert made.examples["startup"] == Example(
            {"en": "Nobody.", "fr": "Personne."}, absent=True
        )

    @pytest.mark.parametrize("scene", ["{en: It happens., fr: It happens.}", "It happens."])
    def test_a_scene_replaces_an_absence(self, tmp_path: Path, below: Reading, scene: str) -> None:
        made = self.extended(tmp_path, below, f"examples: {{agency: {scene}}}")
        assert made.examples["agency"] == Example({"en": "It happens.", "fr": "It happens."})

    def test_a_scene_in_the_long_form_replaces_a_scene(
        self, tmp_path: Path, below: Reading
    ) -> None:
        made = self.extended(tmp_path, below, "examples: {startup: {text: Ours.}}")
        assert made.examples["startup"] == Example({"en": "Ours.", "fr": "Ours."})

    @pytest.mark.parametrize(
        ("low", "high"),
        [
            ("{mix: {en: Fixed., fr: Fixe.}, country: FR}", "{en: Half., fr: Moitié.}"),
            ("{en: Fixed., fr: Fixe.}", "{mix: {en: Half., fr: Moitié.}}"),
        ],
    )
    def test_a_short_form_and_a_long_one_do_not_mix(
        self, tmp_path: Path, low: str, high: str
    ) -> None:
        below = read_text(tmp_path / "low", roles(role("ops", {"pay": low})))
        made = self.extended(tmp_path, below, f"pay: {high}")
        assert made.pay == Pay({"en": "Half.", "fr": "Moitié."})

    def test_scenes_merge_by_language(self, tmp_path: Path, below: Reading) -> None:
        made = self.extended(tmp_path, below, "examples: {startup: {fr: Autre.}}")
        assert made.examples["startup"] == Example({"en": "A scene.", "fr": "Autre."})

    def test_another_text_leaves_an_absence_an_absence(
        self, tmp_path: Path, below: Reading
    ) -> None:
        made = self.extended(tmp_path, below, "examples: {agency: {text: {fr: Le gérant.}}}")
        assert made.examples["agency"] == Example(
            {"en": "The founder.", "fr": "Le gérant."}, absent=True
        )

    def test_faults_in_what_is_added_are_reported_where_they_stand(
        self, tmp_path: Path, below: Reading
    ) -> None:
        text = (
            "roles:\n  ops:\n    extends: ops\n    stage: back\n    skills: {analysis: {level: 9}}"
        )
        upper = read_text(tmp_path / "above", text, stack(below))
        assert seen(upper.faults) == [
            "4:12 roles.ops.stage: “back”",
            "5:32 roles.ops.skills.analysis.level: the number 9",
        ]
        assert {fault.file for fault in upper.faults} == {str(tmp_path / "above" / "acme.yaml")}

    def test_an_unknown_role_and_the_nearest_is_the_only_fault(
        self, tmp_path: Path, below: Reading
    ) -> None:
        upper = read_text(tmp_path / "above", "roles: {ops: {extends: opps}}", stack(below))
        assert [str(fault.found) for fault in upper.faults] == [
            "no guide beneath this one has the role “opps”"
        ]
        assert str(upper.faults[0].hint) == "did you mean “ops”?"
        assert upper.faults[0].path == "roles.ops.extends"

    @pytest.mark.parametrize(
        ("text", "found"), [("~", "nothing"), ("[ops]", "a list"), ("{a: b}", "a mapping")]
    )
    def test_what_is_no_id(self, tmp_path: Path, below: Reading, text: str, found: str) -> None:
        upper = read_text(tmp_path / "above", f"roles: {{ops: {{extends: {text}}}}}", stack(below))
        assert said(upper.faults) == [f"roles.ops.extends: {found}; allowed: {ROLE_ID}"]

    @pytest.mark.parametrize(
        ("own", "expected"),
        [
            (
                "ops: {extends: ops, hiring: {sign: {source: x}}}",
                "1:44 roles.ops.hiring.sign.basis: what has a source needs no “basis”",
            ),
            ("boss: {extends: ops}", "1:9 roles.boss.reports_to[0]: the role refers to itself"),
        ],
    )
    def test_what_is_taken_over_is_at_fault_where_the_guide_says_otherwise(
        self, tmp_path: Path, own: str, expected: str
    ) -> None:
        """The place is one that its author can change, not one of the guide below."""
        hiring = {"hiring": "{sign: {text: A., basis: editors}}", "reports_to": "[boss]"}
        words = "sources: {x: {title: X, kind: survey}}\n" + roles(
            role("boss"), role("ops", hiring)
        )
        below = stack(read_text(tmp_path / "low", words))
        (fault,) = read_text(tmp_path / "up", f"roles: {{{own}}}", below).faults
        assert (fault.file, seen([fault])) == (str(tmp_path / "up" / "acme.yaml"), [expected])
        assert say(fault)

    def test_a_fault_of_the_guide_below_is_told_once(self, tmp_path: Path) -> None:
        """Not of each role that takes it over, nor of what names the role at fault."""
        low = write(tmp_path, {"low.yaml": roles(role("a", {"stage": "back"}), role("b"))})
        text = "roles: {c: {extends: a}, d: {extends: b, reports_to: [a]}}"
        up = write(tmp_path, {"up.yaml": text})
        guides, faults = read_all([(low / "low.yaml", None), (up / "up.yaml", None)])
        assert seen(faults) == ["19:12 roles.a.stage: “back”"]
        assert guides == []

    def test_what_a_misspelt_id_lacks_is_no_fault_of_its_own(
        self, tmp_path: Path, below: Reading
    ) -> None:
        text = "roles:\n  ops:\n    extends: ops\n    responsibilities: {forcast: {part: both}}"
        upper = read_text(tmp_path / "above", text, stack(below))
        assert [fault.split(" ")[-1] for fault in said(upper.faults)] == ["“forecast”?"]
        alone = roles(role("a", {"responsibilities": "{forcast: {part: both}}"}))
        assert len(read_text(tmp_path / "alone", alone).faults) == 2, "nothing is taken over"

    def test_a_role_of_the_same_guide_is_not_below(self, tmp_path: Path, below: Reading) -> None:
        text = "roles:\n" + role("a") + "  b: {extends: a}\n"
        upper = read_text(tmp_path / "above", text, stack(below))
        assert "no guide beneath this one has the role “a”" in [
            str(fault.found) for fault in upper.faults
        ]

    def test_only_roles_extend(self, tmp_path: Path, below: Reading) -> None:
        upper = read_text(tmp_path / "above", "tools: {a: {extends: b}}", stack(below))
        assert "tools.a.extends: unknown key “extends”" in [
            f"{fault.path}: {fault.found}" for fault in upper.faults
        ]

    def test_three_guides(self, tmp_path: Path, below: Reading) -> None:
        middle = read_text(
            tmp_path / "middle",
            "roles: {ops: {extends: ops, stage: mixed, focus: Middle.}}",
            stack(below),
        )
        text = "roles: {ops: {extends: ops, over: team, focus: ~}}"
        upper = read_text(tmp_path / "above", text, stack(below, middle))
        made = role_of(upper, "ops")
        assert (made.stage, made.over, made.focus) == ("mixed", "team", None)
        assert made.skills == role_of(below, "ops").skills

    def test_the_guide_below_is_left_as_it_was(self, tmp_path: Path, below: Reading) -> None:
        self.extended(tmp_path, below, "skills: {analysis: {level: 5}}, stage: ~")
        assert self.extended(tmp_path, below, "") == role_of(below, "ops")


class TestStack:
    def test_records_below_are_known_above(self, tmp_path: Path) -> None:
        below = read_text(tmp_path / "low", roles(role("boss")))
        text = "roles:\n" + role("ops", {"reports_to": "[boss]", "leads_to": "{boss: up}"})
        assert read_text(tmp_path / "up", text, stack(below)).faults == []

    def test_records_above_are_not_known_below(self, tmp_path: Path) -> None:
        text = roles(role("ops", {"reports_to": "[boss]"}))
        assert len(read_text(tmp_path, text).faults) == 1

    def test_the_nearest_id_may_lie_below(self, tmp_path: Path) -> None:
        below = read_text(tmp_path / "low", roles(role("sales-director")))
        text = "roles:\n" + role("ops", {"reports_to": "[sales-directr]"})
        (fault,) = read_text(tmp_path / "up", text, stack(below)).faults
        assert str(fault.hint) == "did you mean “sales-director”?"

    def test_a_circle_through_the_guide_below(self, tmp_path: Path) -> None:
        below = read_text(
            tmp_path / "low",
            roles(role("ops", {"leads_to": "{boss: up}"}), role("boss")),
        )
        text = "roles: {boss: {extends: boss, leads_to: {ops: up}}}"
        (fault,) = read_text(tmp_path / "up", text, stack(below)).faults
        assert fault.path == "roles.boss.leads_to"
        assert fault.file == str(tmp_path / "up" / "acme.yaml")

    def test_the_guide_itself_holds_only_its_own(self, tmp_path: Path) -> None:
        below = read_text(tmp_path / "low", roles(role("boss")))
        upper = read_text(tmp_path / "up", "roles:\n" + role("ops"), stack(below)).guide
        assert upper
        assert list(upper.sections.roles) == ["ops"]
        assert upper.sections.skills == {}

    def test_of_two_records_the_upper_one_is_in_effect(self, tmp_path: Path) -> None:
        low = read_text(tmp_path / "low", roles(role("a"), role("b"))).guide
        high = read_text(tmp_path / "up", roles(role("b", {"title": "Other"}), role("c"))).guide
        assert low
        assert high
        both = overlay(low.sections, high.sections)
        assert list(both.roles) == ["a", "b", "c"]
        assert both.roles["b"].title.text["en"] == "Other"
        assert low.sections.roles["b"].title.text["en"] == "A Title"


class TestPairs:
    @staticmethod
    def pair(identifier: str, roles_of_it: str = "{b: Decides., a: Counts.}") -> str:
        head = f"pairs:\n  {identifier}:\n    usage: {{kind: distinct}}\n"
        return roles(role("a"), role("b")) + head + f"    difference: {roles_of_it}\n"

    def test_a_pair_goes_by_the_ids_of_its_roles_in_order(self, tmp_path: Path) -> None:
        assert read_text(tmp_path, self.pair("a--b")).faults == []

    @pytest.mark.parametrize("identifier", ["b--a", "a-vs-b", "a--c"])
    def test_by_any_other_name_it_would_never_be_found(
        self, tmp_path: Path, identifier: str
    ) -> None:
        reading = read_text(tmp_path, self.pair(identifier))
        assert reading.guide is None
        assert [fault.path for fault in errors(reading)] == [f"pairs.{identifier}"]
