"""What the commands of one run share: a language, and the guides in effect."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

from roleguide.errors import FaultyProfile, UnknownName
from roleguide.guide_paths import GuidePath, folder, guides_in_effect
from roleguide.language import Language, said_in_any

if TYPE_CHECKING:
    from roleguide.catalog import Catalog, RoleEntry
    from roleguide.model import Profile
    from roleguide.titles import TitleReading
    from roleguide.views.height import Extent

Medium: TypeAlias = Literal["screen", "pipe", "page"]
"""What an answer is read on: a screen is short, a pipe is searched on, a page has room."""


class Session:
    """What a command needs to know besides the values of its parameters.

    Attributes:
        language: The language to answer in.
        given: The guides that were given by option, the lowest first.
        medium: What the answer is read on.
        progress: Called now and then during long work, with what says what is done if that is not
            reading guides.
        readings: For each role that was asked for, in their order, how its title was read; None
            where it was a name.
    """

    def __init__(
        self,
        language: Language,
        guides: Sequence[str] = (),
        *,
        environ: Mapping[str, str] = os.environ,
        medium: Medium = "page",
        rebuild: bool = False,
        progress: Callable[..., None] = lambda *_: None,
    ) -> None:
        """Make a session.

        Args:
            language: The language to answer in.
            guides: Guides of the user's own, above those that the environment names.
            environ: Where the guides of the environment and the folder of compiled ones come from.
            medium: What the answer is read on.
            rebuild: Whether to distrust what was compiled before.
            progress: Called now and then during long work.
        """
        self.language = language
        self.medium = medium
        self.progress = progress
        self.given = guides
        self._environ = environ
        self._rebuild = rebuild
        self.readings: list[TitleReading | None] = []

    @cached_property
    def guides(self) -> list[GuidePath]:
        """The guides in effect, the lowest first."""
        return guides_in_effect(self.given, self._environ)

    @property
    def own_folder(self) -> str:
        """Where the user's own guide is looked for."""
        return folder("config", self._environ)

    @cached_property
    def catalog(self) -> Catalog:
        """The guides in effect, read or found compiled."""
        from roleguide.compilation import load  # help and errors need no guide

        return load(self.guides, self._environ, rebuild=self._rebuild, progress=self.progress)

    def extent(self, *, full: bool) -> Extent:
        """How much of an answer that has a first screen is shown.

        Args:
            full: Whether everything is asked for.
        """
        return "whole" if full else "page" if self.medium == "page" else "screen"

    def role(self, name: str, unknown: UnknownName | None = None) -> RoleEntry:
        """The role of that name, else the one that it means as a title.

        Args:
            name: The name, or a title as people write one.
            unknown: What to say where it is no title, if it is known to be no name.
        """
        try:
            if unknown:
                raise unknown
            entry, reading = self.catalog.role(name, self.language), None
        except UnknownName as error:
            from roleguide.cli.role_titles import role_meant  # no name is known

            role, reading = role_meant(self.catalog, name, self.language, error)
            entry = self.catalog.entry(role)
        self.readings.append(reading)
        return entry

    def names(self, words: Sequence[str]) -> list[str]:
        """The names of roles that words stand for, without *vs*, *to* and the like around them."""
        known = self.catalog.has_role
        if all(map(known, words)):
            return [*words]
        from roleguide.name_matching import joined, parted  # where there is more than names

        names = parted(words, known, *_around()) or [*words]
        return names if all(map(known, names)) else joined(names, known) or names

    def sides(self, words: Sequence[str]) -> list[str]:
        """The names that words stand for where two are needed.

        Neither *sdr and nobody* nor *sdr/bdr* is a title there.
        """
        names = self.names(words)
        if len(names) > 1:
            return names
        from roleguide.name_matching import halves, listed

        name, known = " ".join(names), self.catalog.has_role
        opposing, joining, _ = _around()
        parts = listed(name, known)
        return parts if len(parts) > 1 else halves(name, known, opposing | joining)

    def roles(self, words: Sequence[str]) -> list[RoleEntry]:
        """The roles that words stand for, in their order."""
        return [self.role(name) for name in self.names(words)]

    def profile(self, path: str) -> Profile:
        """The profile in a file; `-` is standard input.

        Raises:
            FaultyProfile: It has faults.
            UnreadableFile: It cannot be opened.
        """
        from roleguide.reading.places import read_file  # few commands read one
        from roleguide.reading.profile import read_profile

        source, fault = read_file(path)
        reading = read_profile(source, self.catalog.sections)
        if fault or reading.profile is None:
            raise FaultyProfile([fault] if fault else reading.faults, path)
        return reading.profile

    def find(self, section: str, name: str) -> str:
        """The id of a record of that name in a section."""
        return self.catalog.find(section, name, self.language)


def _around() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """What stands around names: *vs*; what may be in a title, too; what may stand before them."""
    return (
        said_in_any(lambda language: language.opposing),
        said_in_any(lambda n: {*n.conjunctions.values(), *n.beside, *n.toward}),
        said_in_any(lambda language: language.away),
    )
