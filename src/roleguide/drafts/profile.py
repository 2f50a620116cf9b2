"""A profile to fill in: from nothing, or from what a role asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, get_args

from roleguide.catalog import Catalog, RoleEntry
from roleguide.drafts.lines import INDENT, STAYS, commands_to_try, comment, silenced, told
from roleguide.fits.person import DOING
from roleguide.language import N_, Language
from roleguide.model import Role, Stage
from roleguide.sections import SECTIONS
from roleguide.writing.yaml_text import mapping_lines

FEW: Final = 2
"""How many examples a draft from nothing has of each kind."""


def profile_draft(
    catalog: Catalog,
    language: Language,
    commands: Sequence[str],
    source: RoleEntry | None = None,
) -> str:
    """A profile as YAML with comments; it is sound as it stands.

    Args:
        catalog: The guides in effect, which have the ids.
        language: The language of the comments.
        commands: The commands to try on it, once it is filled in.
        source: The role whose skills and activities it begins with. Without one, all is commented
            out, with the first role of the guides as the example.
    """
    entry = source or catalog.entry(catalog.heads()[0].id)
    lines = [*_opening(language, commands, given=source is not None), "profile:"]
    for text, answer in _parts(catalog, language, entry, None if source else FEW):
        lines += ["", *told(language, text, 1, STAYS, example=_EXAMPLE, outside=_OUTSIDE)]
        lines += answer if source else silenced(answer)
    for text, answer in _wishes(catalog, language):
        lines += ["", *told(language, text, 1, STAYS), *silenced(answer)]
    return "\n".join([*lines, ""])


def _opening(language: Language, commands: Sequence[str], *, given: bool) -> Iterator[str]:
    yield from told(language, N_("A profile: what you have done, master, want and refuse."))
    yield from told(language, N_("It stays in this file; roleguide keeps nothing of it."))
    yield "#"
    text = (
        N_("Correct what is here: no sheet knows you. Take away what is not true of you.")
        if given
        else N_("Take “# ” away from the lines that you need, and write what is true of you.")
    )
    yield from told(language, text)
    ids = {section: SECTIONS[section].listing for section in ("roles", "skills", "activities")}
    yield from told(language, N_("The ids: {roles}, {skills}, {activities}"), **ids)
    yield from commands_to_try(language, commands)
    yield ""


_EXAMPLE: Final = '{level: 3, evidence: "…"}'

_OUTSIDE: Final = 'now: {title: "…"}'


def _parts(
    catalog: Catalog, language: Language, entry: RoleEntry, most: int | None
) -> Iterator[tuple[str, list[str]]]:
    """What one has done and masters: what is asked, and the lines of the answer."""
    role = entry.role
    yield (
        N_("The role you hold today, by its title; for a job that is in no guide: {outside}"),
        [*mapping_lines({"now": entry.id}, 1)],
    )
    yield (
        N_("The roles you have held, with the whole years in each; 0 for less than one."),
        [f"{INDENT}roles:", f"{INDENT * 2}{entry.id}: 1"],
    )
    yield (
        N_(
            "The skills you master, with the level from 1 to 5; “roleguide show SKILL” describes "
            "the five. What shows it may stand beside: {example}"
        ),
        [f"{INDENT}skills:", *_skills(catalog, language, role, most)],
    )
    yield (
        N_("What you do at work: owns (you answer for it), does, helps."),
        [f"{INDENT}activities:", *_activities(catalog, language, role, most)],
    )


def _skills(catalog: Catalog, language: Language, role: Role, most: int | None) -> Iterator[str]:
    for skill, need in [*role.skills.items()][:most]:
        levels = catalog.sections.skills[skill].levels
        name = catalog.title("skills", skill, language)
        described = language.of(levels.get(need.level, {}))
        yield from comment(f"{language.label(f'{name} {need.level}')} {described}", 2)
        yield f"{INDENT * 2}{skill}: {need.level}"


def _activities(
    catalog: Catalog, language: Language, role: Role, most: int | None
) -> Iterator[str]:
    told = [(a, DOING[r.part]) for a, r in role.responsibilities.items() if r.part in DOING]
    for activity, doing in told[:most]:
        yield from comment(catalog.title("activities", activity, language), 2)
        yield f"{INDENT * 2}{activity}: {doing}"


def _wishes(catalog: Catalog, language: Language) -> Iterator[tuple[str, list[str]]]:
    contexts = catalog.by_position("contexts", catalog.sections.contexts)
    stages, settings = ", ".join(get_args(Stage)), ", ".join(contexts) or "[]"
    leading = language.say(N_("leading people"))
    number = language.say(N_("a figure of your own or of a team"))
    travel = language.say(N_("being away again and again"))
    yield (
        N_("What counts for a role."),
        [
            f"{INDENT}wants:",
            f"{INDENT * 2}stage: [backstage]  # {stages}",
            f"{INDENT * 2}leading: true  # {leading}",
            f"{INDENT * 2}contexts: [{contexts[0] if contexts else ''}]  # {settings}",
        ],
    )
    yield (
        N_("What excludes a role, whatever else speaks for it."),
        [
            f"{INDENT}refuses:",
            f"{INDENT * 2}number: true  # {number}",
            f"{INDENT * 2}travel: true  # {travel}",
        ],
    )
