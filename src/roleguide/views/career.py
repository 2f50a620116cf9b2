"""What a role's sheet says to whoever hires, applies or moves: pay, hiring, interview, moves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from roleguide.catalog import Catalog
from roleguide.language import N_, Language
from roleguide.model import InterviewQuestion, Role, Statement, Step, Text
from roleguide.views import labels
from roleguide.views.document import (
    Block,
    Entry,
    Inline,
    Item,
    Prose,
    Rows,
    bullets,
    entries,
    fields,
)
from roleguide.views.links import ALL, filled, link, within
from roleguide.views.pay import how_paid
from roleguide.views.statements import capacity, figure, statement


def career_sections(
    role: Role, catalog: Catalog, language: Language
) -> Iterator[tuple[str, Iterable[Block]]]:
    """The sections, each with its heading."""
    yield N_("Pay"), _pay(role, catalog, language)
    yield N_("When to hire"), fields(_hiring(role, catalog, language))
    yield N_("How much, how soon"), fields(_capacity(role, catalog, language))
    yield N_("How this hire fails"), pitfalls(role, catalog, language)
    yield N_("What to ask the employer"), employer_questions(role, language)
    interview = interview_questions(role.interview, catalog, language)
    yield N_("What to ask the candidate"), interview
    yield N_("Moves"), _moves(role, catalog, language)


def _pay(role: Role, catalog: Catalog, language: Language) -> Iterator[Block]:
    if role.pay is None:
        return
    if mix := how_paid(role.pay, language):
        yield Prose(mix)
    yield from bullets(
        Item(figure(language, catalog, p), f"{labels.country(language, p.country)}, {p.year}")
        for p in role.pay.figures
    )


def _hiring(role: Role, catalog: Catalog, language: Language) -> Rows:
    if (hiring := role.hiring) is None:
        return
    yield language.say(N_("The sign")), statement(language, catalog, hiring.sign)
    if hiring.after:
        after = labels.neighbours(language, catalog, hiring.after)
        yield language.say(N_("Usually there before")), after
    for label, text in (
        (N_("Until then"), hiring.meanwhile),
        (N_("Do not hire"), hiring.too_early),
    ):
        if text:
            yield language.say(label), statement(language, catalog, text)


def _capacity(role: Role, catalog: Catalog, language: Language) -> Rows:
    return ((language.of(c.what), capacity(language, catalog, c)) for c in role.capacity)


def pitfalls(role: Role, catalog: Catalog, language: Language) -> Iterator[Block]:
    """How it fails to hire somebody for a role."""
    return bullets(Item(statement(language, catalog, s)) for s in role.pitfalls)


def employer_questions(role: Role, language: Language) -> Iterator[Block]:
    """What to ask the employer, each question with what its answer tells."""
    label = language.say(N_("what the answer tells"))
    return entries(
        Entry(language.of(q.ask), (Item(language.of(q.tells), label),) if q.tells else ())
        for q in role.ask
    )


def interview_questions(
    questions: Iterable[InterviewQuestion], catalog: Catalog, language: Language
) -> Iterator[Block]:
    """What to ask the candidate, each question with its skill and a strong answer."""
    return entries(_question(each, catalog, language) for each in questions)


def _question(asked: InterviewQuestion, catalog: Catalog, language: Language) -> Entry:
    skill, text = link(catalog, language, "skills", asked.skill), N_("{question} ({skill})")
    name = filled(language, text, question=language.of(asked.ask), skill=skill)
    strong = Item(strong_answer(language, asked), language.say(N_("a strong answer")))
    return Entry(name, (strong,))


def strong_answer(language: Language, question: InterviewQuestion) -> str:
    """What a strong answer shows, and how somebody answers whose job this one is confused with."""
    return " ".join(language.of(text) for text in (question.strong, question.unlike) if text)


def _moves(role: Role, catalog: Catalog, language: Language) -> Iterator[Block]:
    yield from fields(_steps(role, catalog, language))
    yield from bullets([*_ways_in(role, catalog, language), *_ways_on(role, catalog, language)])


def _steps(role: Role, catalog: Catalog, language: Language) -> Rows:
    say = language.say
    if role.comes_from:
        yield say(N_("Comes from")), labels.neighbours(language, catalog, role.comes_from)
    for move, label in labels.MOVES.items():
        if targets := onward(role, move, catalog, language):
            yield language.capitalized(say(label)), within(language, targets, ALL)
    if time := tenure(role, language):
        yield say(N_("Time")), time
    if role.beyond:
        yield say(N_("Beyond this guide")), language.of(role.beyond)


def onward(role: Role, move: str, catalog: Catalog, language: Language) -> list[Inline]:
    """The roles to which people go on by a kind of move."""
    return [
        link(catalog, language, "roles", target)
        for target, step in role.leads_to.items()
        if step.move == move
    ]


def tenure(role: Role, language: Language) -> str:
    """After how many years people usually go on to another job; empty where that is not said."""
    if not role.tenure:
        return ""
    low, high = role.tenure
    return language.say(
        N_("usually after {low} to {high} years in the job (rule of thumb)"), low=low, high=high
    )


def _ways_in(role: Role, catalog: Catalog, language: Language) -> Iterator[Item]:
    for origin in role.comes_from:
        if text := language.clauses(_way(catalog, language, origin.proof, origin.after)):
            name = labels.neighbour(language, catalog, origin)
            yield Item(text, filled(language, N_("from {role}"), role=name))


def _ways_on(role: Role, catalog: Catalog, language: Language) -> Iterator[Item]:
    for target, step in role.leads_to.items():
        if step.proof or step.after or step.why or step.begin:
            name = link(catalog, language, "roles", target)
            text = way_on(catalog, language, step)
            if step.begin:
                begun = N_("{way}. First step: {what}")
                text = language.say(begun, way=text, what=language.of(step.begin))
            yield Item(text, filled(language, N_("to {role}"), role=name))


def way_on(catalog: Catalog, language: Language, step: Step) -> str:
    """The kind of move, what shows that somebody is ready, after how long, and why it is one."""
    parts = [
        language.say(labels.MOVES[step.move]),
        *_way(catalog, language, step.proof, step.after),
        *([language.of(step.why)] if step.why else []),
    ]
    return language.clauses(parts)


def _way(
    catalog: Catalog, language: Language, proof: Text | None, after: Statement | None
) -> Iterator[str]:
    """What shows that somebody is ready, and after how long that usually is."""
    if proof:
        yield language.say(N_("proof: {what}"), what=language.of(proof))
    if after:
        yield statement(language, catalog, after)
