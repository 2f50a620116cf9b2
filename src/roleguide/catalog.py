"""The guides in effect as one catalogue, in which records are found by any name."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, Self, TypeAlias, TypeVar, cast

from roleguide.errors import AmbiguousName, UnknownName
from roleguide.language import N_, Language
from roleguide.model import (
    OWNING,
    TAKING_PART,
    Guide,
    Head,
    MoveKind,
    Need,
    Pair,
    Part,
    Role,
    Sections,
    Stage,
    Tie,
)
from roleguide.name_matching import ID, TITLE, Nearness, fold, ranked
from roleguide.sections import NAMED, SECTIONS
from roleguide.store.stack import Stack

if TYPE_CHECKING:
    from roleguide.store import Key
    from roleguide.word_forms import Lookup

MOST_HINTS: Final = 3
"""How many names an error offers where no record has the name that was given."""

_NO_FAMILY_OF_ROLES: Final = N_("No family of roles is called “{name}”.")


R = TypeVar("R", Role, Head)
T = TypeVar("T")


class Taken(NamedTuple, Generic[R]):
    """A role, whole or as far as lists show it, and the guide it was taken from."""

    id: str
    guide: str
    role: R

    @property
    def full_id(self) -> str:
        """The id that names this role whatever other guides are in effect."""
        return f"{self.guide}/{self.id}"


RoleEntry: TypeAlias = Taken[Role]
RoleHead: TypeAlias = Taken[Head]

NamedRole: TypeAlias = RoleEntry | RoleHead
"""A role as far as it is named: its ids, titles, family, level and stage."""

_NEEDS: Final = {
    (level, weight): Need(level, weight) for level in range(1, 6) for weight in range(1, 4)
}
"""All needs there can be: thousands of roles share them."""


class Size(NamedTuple):
    """How much a role asks for.

    Attributes:
        family: Its family, which asks for some skills, too.
        whole: All levels of skills, each counted by its weight.
        tasks: The activities in which it takes part.
    """

    family: str
    whole: int
    tasks: int


class Circumstances(NamedTuple):
    """What a role's sheet says of what people want in a job or refuse; None where it does not.

    Attributes:
        stage: Where the role is seen.
        leading: Whether it leads people, or managers.
        number: Whether it carries a figure of its own or of others, not only a shared one.
        travel: Whether it is away again and again.
        found: The settings in which it is found, with spaces between them.
        absent: The settings in which there is no such role, likewise.
    """

    stage: Stage | None
    leading: bool | None
    number: bool | None
    travel: bool | None
    found: str
    absent: str


class Records(Mapping[str, T]):
    """The records of a section by id, each read when it is asked for."""

    def __init__(self, store: Stack, section: str) -> None:
        self._store: Final = store
        self._section: Final = section
        self._read: Final[dict[str, T]] = {}

    def __getitem__(self, identifier: str) -> T:
        found: T | None = self.get(identifier)
        if found is None:  # callers use [] for ids that must exist, so the file may be damaged
            self._store.verify()
            raise KeyError(identifier)
        return found

    def get(self, identifier: str, default: Any = None) -> Any:
        """The record of that id, if there is one."""
        if identifier not in self._read:
            found = self.read(identifier)
            if found is None:
                return default
            self._read[identifier] = found
        return self._read[identifier]

    def read(self, identifier: str) -> T | None:
        """Read the record of that id."""
        found = self._store.record(self._section, identifier)
        return found[1] if found else None

    def __contains__(self, identifier: object) -> bool:
        known = identifier in self._read
        return known or self._store.holder(self._section, str(identifier)) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._store.ids(self._section))

    def __len__(self) -> int:
        return len(self._store.ids(self._section))


class Catalog:
    """The guides in effect, as one.

    Attributes:
        store: The compiled guides, for `search`.
        sections: Their records.
    """

    def __init__(self, store: Stack) -> None:
        self.store: Final = store
        self.sections: Final = Sections._make(map(partial(Records, store), Sections._fields))

    @classmethod
    def of(cls, guides: Sequence[Guide]) -> Self:
        """A catalogue of guides, the lowest first, without a file."""
        from roleguide.indexing import compiled  # not on a warm run
        from roleguide.store.writing import in_memory

        stack = Stack()
        for guide in guides:
            stack.add(in_memory(compiled(guide, stack)))
        return cls(stack)

    @property
    def guides(self) -> list[str]:
        """The ids of the guides, the lowest first."""
        return self.store.guides()

    def edition(self, guide: str) -> str | None:
        """The edition that a guide states."""
        return self.store.editions().get(guide)

    def entry(self, identifier: str, guide: str | None = None) -> RoleEntry:
        """The role of that id: in the guide named, otherwise in the uppermost that has it."""
        return RoleEntry(identifier, *self._role(identifier, guide))

    def heads(self) -> list[RoleHead]:
        """What lists show of every role, by id."""
        return [RoleHead(*head) for head in self.store.heads()]

    def head(self, identifier: str) -> RoleHead:
        """What lists show of a role."""
        return RoleHead(identifier, *self._role(identifier, head=True))

    def _role(
        self, identifier: str, guide: str | None = None, *, head: bool = False
    ) -> tuple[str, Any]:
        found = self.store.record("roles", identifier, guide, head=head)
        if found is None:
            self.store.verify()
            roles = SECTIONS["roles"]
            raise UnknownName(roles.unknown, identifier, listing=roles.listing)
        return found

    def users(self, section: str, identifier: str) -> list[str]:
        """The ids of the roles that name a record."""
        return self.store.users(section, identifier)

    def owners(self) -> dict[str, list[str]]:
        """The ids of the roles that answer for each activity that somebody answers for."""
        found: dict[str, list[str]] = {}
        for activity, part, roles in self.store.parts():
            if part in OWNING:
                found.setdefault(activity, []).extend(roles.split())
        return {activity: sorted(roles) for activity, roles in found.items()}

    def needs(self, roles: Collection[str] = ()) -> dict[str, dict[str, Need]]:
        """The skills that each role needs, or each of some, by role; no role is read for it.

        A role that needs none is left out.
        """
        rows = self.store.needs(roles)
        return _by_role((skill, _NEEDS[level, weight], who) for skill, level, weight, who in rows)

    def parts(self) -> dict[str, dict[str, Part]]:
        """The part of each role in each of its activities, by role, likewise."""
        return _by_role(self.store.parts())

    def takes_part(self, roles: Collection[str] = ()) -> dict[str, set[str]]:
        """The activities in which each role takes part, or each of some, by role, likewise."""
        taken = (row for row in self.store.parts(roles) if row[1] in TAKING_PART)
        return {role: set(does) for role, does in _by_role(taken).items()}

    def ties(self) -> dict[str, dict[str, Tie]]:
        """The tie of each role to each of its metrics, by role, likewise."""
        return _by_role((metric, tie, role) for metric, role, tie in self.store.ties())

    def steps(self) -> dict[str, tuple[dict[str, MoveKind], list[str]]]:
        """The roles that people go on to from each role, and how; those they come from."""
        found = {}
        for role, onward, origins in self.store.steps():
            moves = dict(step.split(":") for step in onward.split())
            found[role] = cast("dict[str, MoveKind]", moves), origins.split()
        return found

    def sizes(self, roles: Collection[str] = ()) -> dict[str, Size]:
        """How much each role asks for, or each of some; no role is read for it."""
        return {row[0]: Size(*row[1:]) for row in self.store.sizes(roles)}

    def circumstances(self) -> dict[str, Circumstances]:
        """What every role's sheet says of what people want or refuse; no role is read whole."""
        return {
            role: Circumstances(
                cast("Stage | None", stage),
                None if leads is None else leads in ("people", "managers"),
                None if carries is None else carries not in ("none", "shared"),
                None if travel is None else bool(travel),
                found,
                absent,
            )
            for role, stage, leads, carries, travel, found, absent in self.store.circumstances()
        }

    def usage(self, section: str) -> dict[str, int]:
        """How many roles name each record of a section."""
        return self.store.usage(section)

    def role(self, name: str, language: Language) -> RoleEntry:
        """The role of that name: an id, a title, an alias, or `GUIDE/ID`.

        Raises:
            UnknownName: No role goes by it.
            AmbiguousName: Several do, on the same rung.
        """
        guide, rest = self._parted(name)
        return self.entry(self.find("roles", rest, language, guide, name), guide)

    def has(self, name: str) -> bool:
        """Whether anything goes by that name."""
        return self.has_role(name) or any(self._found(section, name) for section in NAMED)

    def has_role(self, name: str) -> bool:
        """Whether a role goes by that name, or several do."""
        guide, rest = self._parted(name)
        return bool(self._found("roles", rest, guide))

    def _parted(self, name: str) -> tuple[str | None, str]:
        """The guide in effect that a name states, if it does, and what it states of it."""
        guide, slash, rest = name.partition("/")
        return (guide, rest) if slash and guide in self.guides else (None, name)

    def find(
        self,
        section: str,
        name: str,
        language: Language,
        guide: str | None = None,
        asked: str | None = None,
    ) -> str:
        """The id of the record of that name in a section, or in a part of one.

        Args:
            section: The section; families of one kind are `families:roles` and the like.
            name: The name.
            language: The language of the titles among which an ambiguous name chooses.
            guide: The guide to look in; without one, all.
            asked: What was asked for, if that is more than the name.

        Raises:
            UnknownName: None goes by it.
            AmbiguousName: Several do, on the same rung.
        """
        whole, _, grouped = section.partition(":")
        found = self._found(whole, name, guide)
        if grouped:
            found = [each for each in found if self.sections.families[each[1]].of == grouped]
        if not found:
            self.store.verify()
            raise self._unknown(section, asked or name, language, rest=name)
        ids = [identifier for nearness, identifier in found if nearness == found[0][0]]
        if len(ids) > 1:
            raise AmbiguousName(name, [(i, self._apart(whole, i, language)) for i in ids])
        return ids[0]

    def find_any(
        self, name: str, language: Language, preferred: str | None = None
    ) -> tuple[str, str]:
        """The section and id of the record of that name, whatever its section.

        The highest rung wins; on the same rung, the section that comes first in `NAMED`. A role's
        title counts as an id, so that the role wins over a term of the same name.

        Args:
            name: The name.
            language: The language of the titles in an error about an ambiguous name.
            preferred: A section in which a hit on any rung wins.

        Raises:
            UnknownName: None goes by it.
            AmbiguousName: Several do, on the same rung.
        """
        hits = [
            (near.otherwise, section != preferred, _as_id(section, near.rung), at, section)
            for at, section in enumerate(NAMED)
            for near, _ in self._found(section, name)[:1]
        ]
        if hits:
            section = min(hits)[-1]
            return section, self.find(section, name, language)
        self.store.verify()
        looked_in = sorted(NAMED, key=lambda section: section != preferred)
        text = SECTIONS[preferred].unknown if preferred else N_("Nothing is called “{name}”.")
        near = partial(self._near, looked_in, name, language)
        raise UnknownName(text, name, near, SECTIONS[preferred or "roles"].listing)

    def called(self, section: str, name: str) -> list[str]:
        """The records of a section that a name means on any rung, highest first."""
        found = self._found(section, name)
        return [i for nearness, i in found if nearness.otherwise == found[0][0].otherwise]

    def usual_roles(self, name: str) -> list[str]:
        """The roles that a term of that name usually means, as AM usually is an account manager."""
        senses = [
            sense
            for _, term in self._found("terms", name)[:1]
            for sense in self.sections.terms[term].senses
        ]
        usual = [sense for sense in senses if sense.use == "usual"] or senses[:1]
        return list(dict.fromkeys(sense.role for sense in usual if sense.role))

    def spelled(self, name: str) -> set[str]:
        """The ids of the records, of whatever section, of which a name is a slip of the finger."""
        from roleguide import likely_names  # only where something is not found

        about = self.store.names_about(NAMED, len(fold(name)))
        return {key[1] for key in likely_names.by_spelling(name, about, likely_names.SLIP)}

    def pair(self, one: str, other: str) -> Pair | None:
        """What is written about two roles that people confuse."""
        return self.sections.pairs.get("--".join(sorted((one, other))))

    def paired(self, role: str) -> list[str]:
        """The roles that people confuse with one, by the pairs that are written."""
        pairs = [identifier.split("--") for identifier in self.sections.pairs]
        return [other for pair in pairs if role in pair for other in pair if other != role]

    def title(self, section: str, identifier: str, language: Language) -> str:
        """The name of a record, as a reader sees it."""
        if section == "roles":
            return language.of(self.head(identifier).role.title.text)
        return language.of(getattr(self.sections, section)[identifier].name)

    def by_position(self, section: str, ids: Iterable[str]) -> list[str]:
        """Ids of a section in the order in which lists show its records."""
        records = getattr(self.sections, section)
        return sorted(ids, key=lambda identifier: (records[identifier].position, identifier))

    def _apart(self, section: str, identifier: str, language: Language) -> str:
        """The name of a record among others of that name; a family says what it groups."""
        title = self.title(section, identifier, language)
        if section != "families":
            return title
        kind = language.say(SECTIONS[self.sections.families[identifier].of].label)
        return f"{title} ({kind})"

    def _unknown(self, section: str, name: str, language: Language, rest: str) -> UnknownName:
        """The error for a name that no record has; `rest` is the name without its guide."""
        whole, _, grouped = section.partition(":")
        listing = SECTIONS[whole].listing
        known = [] if listing else self.store.ids(whole)  # few records, and no command lists them
        if grouped:
            known = [i for i in known if self.sections.families[i].of == grouped]
        near = partial(self._near, [whole], rest, language, known if grouped else None)
        unknown = _NO_FAMILY_OF_ROLES if grouped else SECTIONS[whole].unknown
        return UnknownName(unknown, name, near, listing, known[:10])

    def _found(
        self, section: str, name: str, guide: str | None = None
    ) -> list[tuple[Nearness, str]]:
        """The records that a name may stand for, the nearest first."""
        return ranked(name, self.store.find(section, fold(name), guide))

    def _near(
        self,
        sections: Sequence[str],
        name: str,
        language: Language,
        among: Sequence[str] | None = None,
    ) -> dict[str, str]:
        """The ids of records that a name may be meant for, the nearest first, with their titles.

        Args:
            sections: The sections to look in, the likeliest first.
            name: The name.
            language: The language of the titles.
            among: The ids that count, if not all do.
        """
        near: dict[str, str] = {}
        for section, identifier in self._likely_names(sections, name, among):
            near.setdefault(identifier, self._told(section, identifier, language))
        return dict([*near.items()][:MOST_HINTS])

    def _told(self, section: str, identifier: str, language: Language) -> str:
        """The name of a record; where that is its id, of a term what it most often stands for."""
        title = self.title(section, identifier, language)
        if section == "terms" and fold(title) == fold(identifier):
            name = self.sections.terms[identifier].senses[0].name
            return language.of(name) if name else title
        return title

    def _likely_names(
        self, sections: Sequence[str], name: str, among: Sequence[str] | None
    ) -> list[tuple[str, str]]:
        """The sections and ids that a name may be meant for: by words, by spelling."""
        from roleguide import likely_names  # only where something is not found

        def counting(rows: list[tuple["Key", str]]) -> list[tuple["Key", str]]:
            return [row for row in rows if among is None or row[0][1] in among]

        asked = likely_names.readings(name, self._abbreviations(likely_names.phrases(name)))
        starts = likely_names.starts(asked)
        names = counting(self.store.names_with(sections, starts))
        worded = likely_names.by_words(asked, names) or likely_names.by_definition(
            asked, self.store.definitions(sections, starts)
        )
        about = counting(self.store.names_about(sections, len(fold(name))))
        spelled = likely_names.by_spelling(
            name, about, likely_names.SLIP if worded else likely_names.NEAR
        )
        slips = [key for key in spelled if key not in worded]
        worded = worded[: MOST_HINTS - 1] if slips else worded
        return (
            [*worded, *slips]
            or likely_names.by_words(asked, names, missing=1)
            or likely_names.by_words(likely_names.respelt(asked, names), names)
        )

    def _abbreviations(self, phrases: Collection[str]) -> "Lookup":
        from roleguide.word_forms import as_lookup

        return as_lookup(self.store.title_words(phrases))


def _by_role(rows: Iterable[tuple[str, T, str]]) -> dict[str, dict[str, T]]:
    """What each role has of some records, by role.

    Args:
        rows: A record, what of it, and the roles that have it so, with spaces between them.
    """
    found: dict[str, dict[str, T]] = {}
    for identifier, value, roles in rows:
        for role in roles.split():
            found.setdefault(role, {})[identifier] = value
    return found


def _as_id(section: str, rung: int) -> int:
    return ID if section == "roles" and rung == TITLE else rung
