"""Which of a few roles: the questions on one screen, and what the answers say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from roleguide.catalog import Catalog
from roleguide.fits.between import KINDS, Between, EitherOr, QuestionKind, Side
from roleguide.language import N_, Language
from roleguide.views import labels
from roleguide.views.document import (
    Block,
    Column,
    Document,
    Fields,
    Grid,
    Heading,
    Inline,
    Item,
    Prose,
    Row,
    Table,
    bullets,
    headed,
)
from roleguide.views.links import link

ASKED: Final[dict[QuestionKind, str]] = {
    "want": N_("What would you rather do?"),
    "do": N_("What is true of your job, or of the one offered to you?"),
}

POINTS: Final[dict[QuestionKind, str]] = {
    "want": N_("What you want points to {role}: {votes} of {all}."),
    "do": N_("What you do points to {role}: {votes} of {all}."),
}
"""The verdict on the questions of a kind."""

TIED: Final[dict[QuestionKind, str]] = {
    "want": N_("What you want decides nothing: as many answers for one as for another."),
    "do": N_("What you do decides nothing: as many answers for one as for another."),
}


class View(NamedTuple):
    """What every block needs."""

    between: Between
    catalog: Catalog
    language: Language

    def names(self) -> list[str]:
        """The short names of the roles."""
        return labels.short_names(self.language, self.between.roles)


def between_view(between: Between, catalog: Catalog, language: Language) -> Document:
    """The questions as a form to answer, or what the answers say."""
    view = View(between, catalog, language)
    title = language.say(N_("Which one: {roles}?"), roles=language.listing(view.names(), "or"))
    blocks = _result(view) if between.answers else _form(view)
    return Document(title, language, (Heading(title, level=1), *blocks), table=_table(view))


def line(view: View, number: int) -> list[str]:
    """A question as it is asked on a terminal: itself, then an answer a line."""
    question = view.between.questions[number - 1]
    total = len(view.between.questions)
    asked = _ask(view, question) or view.language.say(ASKED[question.kind])
    a, b = answers(view, question)
    return [f"{number}/{total}  {asked}", f"  a  {a}", f"  b  {b}"]


def _ask(view: View, question: EitherOr) -> str:
    """The question; that made of a sheet asks who owns an activity."""
    if question.ask is None:
        return ""
    text = view.language.of(question.ask)
    if question.activity is None:
        return text
    return view.language.say(N_("{activity}: who does it, or answers for it?"), activity=text)


def answers(view: View, question: EitherOr) -> tuple[str, str]:
    """The two answers in words."""
    say = view.language.say
    yes, no = (
        (N_("it is me"), N_("somebody else"))
        if question.person
        else (N_("yes"), N_("no, or otherwise"))
    )
    first, second = question.sides
    return (
        view.language.of(first.text) if first.text else say(yes),
        view.language.of(second.text) if second.text else say(no),
    )


def _form(view: View) -> Iterator[Block]:
    """The questions, by what they ask, and how to answer them."""
    say = view.language.say
    for kind in KINDS:
        numbered = enumerate(view.between.questions, 1)
        rows = tuple(_row(view, at, q) for at, q in numbered if q.kind == kind)
        yield Heading(say(ASKED[kind]))
        head = (Column(""), Column("a", wide=True), Column("b", wide=True))
        columns = head if kind == "want" else (head[0], Column("", wide=True), *head[1:])
        yield Grid(columns, rows)
    ids = " ".join(labels.shown_id(entry) for entry in view.between.roles)
    sample = "ab-" * len(view.between.questions)
    command = f"roleguide fit --between {ids} --answers {sample[: len(view.between.questions)]}"
    text = N_("An answer for each question in a row, a, b, or - where neither is true: {command}")
    yield Prose(say(text, command=command))
    yield Prose(say(labels.REFLECTION), tone="quiet")


def _row(view: View, number: int, question: EitherOr) -> Row:
    asked = (_ask(view, question),) if question.kind == "do" else ()
    return Row((str(number), *asked, *answers(view, question)))


def _result(view: View) -> Iterator[Block]:
    """The verdicts, the reasons for each role, what is left open, and where to go on."""
    language, say, between = view.language, view.language.say, view.between
    yield Prose(" ".join(_verdicts(view)), tone="lead")
    for entry, name in zip(between.roles, view.names(), strict=True):
        reasons = [_reason(view, q, side) for q, side in between.chosen() if side.role == entry.id]
        head = Heading(link(view.catalog, language, "roles", entry.id))
        yield from headed(head, bullets(map(Item, reasons)))
        if not reasons:
            yield Prose(say(N_("No answer speaks for {role}."), role=name), tone="quiet")
    yield Fields(tuple(_undecided(view)))
    ids = " ".join(labels.shown_id(entry) for entry in between.roles)
    more = say(N_("The jobs side by side: {command}"), command=f"roleguide compare {ids}")
    yield Prose(f"{say(labels.REFLECTION)} {more}", tone="quiet")


def _verdicts(view: View) -> Iterator[str]:
    """What the answers to each kind of question point to, and whether the two agree."""
    say, between = view.language.say, view.between
    found = {kind: between.verdict(kind) for kind in KINDS}
    names = dict(zip((entry.id for entry in between.roles), view.names(), strict=True))
    for kind, role in found.items():
        votes = between.votes(kind)
        if role:
            total = sum(votes.values())
            yield say(POINTS[kind], role=names[role], votes=votes[role], all=total)
        elif any(votes.values()):
            yield say(TIED[kind])
    if found["want"] and found["do"] and found["want"] != found["do"]:
        yield say(N_("So you do one job and would rather have another."))


def _reason(view: View, question: EitherOr, side: Side) -> Inline:
    """An answer with its question."""
    text = answers(view, question)[question.sides.index(side)]
    asked = _ask(view, question)
    return f"{asked} {view.language.capitalized(text)}." if asked else text


def _undecided(view: View) -> Iterator[tuple[str, str]]:
    """What the answers did not decide."""
    language, say, between = view.language, view.language.say, view.between
    label = say(N_("Not decided"))
    if left := between.open():
        numbers = language.listing(map(str, left))
        text = language.count(
            "question {numbers}, which has no answer",
            "questions {numbers}, which have no answer",
            len(left),
            numbers=numbers,
        )
        yield label, text
    for kind in KINDS:
        votes = between.votes(kind)
        if between.verdict(kind) is None and any(votes.values()):
            first = [role for role, number in votes.items() if number == max(votes.values())]
            names = [labels.short_name(language, view.catalog.head(role)) for role in first]
            yield label, say(N_("between {roles}"), roles=language.listing(names, "and"))
    yield label, say(N_("level, pay and whether you have the skills: see move and pay"))


COLUMNS: Final = ("number", "kind", "question", "a", "a_role", "b", "b_role", "answer")
"""The columns of rows: a question each."""


def _table(view: View) -> Table:
    given: Sequence[str] = view.between.answers
    rows = []
    for at, question in enumerate(view.between.questions):
        a, b = answers(view, question)
        roles = [side.role for side in question.sides]
        answer = given[at] if at < len(given) else ""
        asked = _ask(view, question)
        rows.append((str(at + 1), question.kind, asked, a, roles[0], b, roles[1], answer))
    return Table(COLUMNS, tuple(rows))
