"""What is read out of an advertisement."""

from typing import Final, Literal, NamedTuple, TypeAlias, get_args

from roleguide.catalog import RoleEntry, RoleHead
from roleguide.model import OWNING_OR_DOING, AdLaw, AdRule, LevelRange, Text
from roleguide.titles import TitleReading

Verdict: TypeAlias = Literal["sure", "between", "none", "short"]
"""Whether the tasks are those of one role, are between two, of none, or too few to tell."""

Missing: TypeAlias = Literal["pay", "place", "contract", "reports_to", "target", "team"]
"""What an advertisement may leave out, though it decides whether one applies."""
MISSING: Final[tuple[Missing, ...]] = get_args(Missing)


class Evidence(NamedTuple):
    """A sentence that speaks for a role.

    Attributes:
        line: Its line, from 1.
        sentence: It, as it is written.
        activity: What it tells of.
        weight: How much it says.
        end: Where in it what tells of that ends, in characters.
    """

    line: int
    sentence: str
    activity: str
    weight: float
    end: int = 0


class Fit(NamedTuple):
    """A role that the tasks may be those of.

    Attributes:
        entry: The role, as lists show it.
        score: How much speaks for it; only to be compared within one advertisement.
        near: Whether that is so much that the role is worth a look.
        evidence: The sentences that tell of its tasks, what tells it best from others first.
    """

    entry: RoleHead
    score: float
    near: bool
    evidence: tuple[Evidence, ...]


class OtherTask(NamedTuple):
    """A task of a role that is not the advertisement's for certain, and the sentence that tells."""

    entry: RoleHead
    evidence: Evidence


class Ask(NamedTuple):
    """A question to the employer, and the roles that it tells apart or belongs to."""

    ask: Text
    roles: tuple[str, ...]


class Odd(NamedTuple):
    """What is odd, and where.

    Attributes:
        rule: The id of the rule.
        record: The rule.
        line: The line of the sentence, from 1.
        text: The sentence; empty where it is about the whole advertisement.
    """

    rule: str
    record: AdRule
    line: int
    text: str

    def laws(self, country: str | None) -> list[tuple[str, AdLaw]]:
        """The laws that speak of it, by country: one country's, or those of all."""
        laws = self.record.laws
        return [(code, laws[code]) for code in sorted(laws) if country in (None, code)]

    def binding(self, country: str | None) -> bool:
        """Whether a law forbids this very thing."""
        return any(law.binding for _, law in self.laws(country))


class Ad(NamedTuple):
    """An advertisement, read.

    Attributes:
        title: How its title was read.
        titled: The roles that the title names, best first.
        verdict: Whether its tasks are those of a role.
        fits: The roles, best first, three at most; none unless the verdict names some.
        others: Tasks of other roles: than those of the verdict, or than that of the title where the
            verdict names none.
        recognised: Where the verdict is none, the tasks that were recognised, each with the role it
            speaks for most; none where another trade is likelier.
        mistitled: Whether the role that the tasks come nearest to is none that the title names, be
            the title's almost as near; None where that cannot be said.
        levels: Where the role of the title and that of the tasks stand; None where there is none.
        missing: What it does not say.
        odd: What is odd in it.
        ask: What to ask the employer.
    """

    title: TitleReading
    titled: tuple[RoleHead, ...]
    verdict: Verdict
    fits: tuple[Fit, ...]
    others: tuple[OtherTask, ...]
    recognised: tuple[OtherTask, ...]
    mistitled: bool | None
    levels: tuple[LevelRange | None, LevelRange | None]
    missing: tuple[Missing, ...]
    odd: tuple[Odd, ...]
    ask: tuple[Ask, ...]


def beyond(ad: Ad, start: RoleEntry) -> list[Evidence]:
    """What an advertisement asks beyond a role: the clearest sentence of each other activity."""
    found: dict[str, Evidence] = {}
    parts, hands = start.role.responsibilities, OWNING_OR_DOING | {"supports"}
    held = {activity for activity, share in parts.items() if share.part in hands}
    for fit in ad.fits[:1]:
        for each in fit.evidence:
            if each.activity not in held:
                found.setdefault(each.activity, each)
    return [*found.values()]
