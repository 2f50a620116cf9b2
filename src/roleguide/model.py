"""The records of a guide: the one truth of the data's shape.

The reader checks YAML against these annotations, and whatever describes the data (the JSON
Schema, the field reference) comes from them too. A field without a default is required; a name
that ends in an underscore loses it in YAML (`in_` is `in`). The records are immutable.

Annotations are evaluated here, and not kept as strings: `NamedTuple` would compile each of three
hundred strings on every run.
"""

from collections.abc import Mapping
from typing import Annotated, Literal, NamedTuple, Self, TypeAlias, get_args

from roleguide.language import N_

Text: TypeAlias = Mapping[str, str]
"""One text by language code. A plain string in a guide stands for every language."""


class Ref(NamedTuple):
    """Marks a string as the id of a record in another section."""

    section: str


class Between(NamedTuple):
    """Marks a whole number as lying between two bounds, both included."""

    low: int
    high: int


class Like(NamedTuple):
    """Marks a string as matching a pattern, which the example shows."""

    pattern: str
    example: str


class Longest(NamedTuple):
    """Marks a text, or the text of a statement, as standing on a first screen.

    Attributes:
        characters: How many it may have in English.
        words: How many words it may have in English, if that is limited too.
    """

    characters: int
    words: int | None = None

    def of_language(self, length: int) -> Self:
        """The limits of a language, by how long its texts are in percent of English ones."""
        words = self.words and self.words * length // 100
        return self._replace(characters=self.characters * length // 100, words=words)


RoleId: TypeAlias = Annotated[str, Ref("roles")]
SkillId: TypeAlias = Annotated[str, Ref("skills")]
ActivityId: TypeAlias = Annotated[str, Ref("activities")]
MetricId: TypeAlias = Annotated[str, Ref("metrics")]
ToolId: TypeAlias = Annotated[str, Ref("tools")]
ContextId: TypeAlias = Annotated[str, Ref("contexts")]
WorldId: TypeAlias = Annotated[str, Ref("worlds")]
FamilyId: TypeAlias = Annotated[str, Ref("families")]
TermId: TypeAlias = Annotated[str, Ref("terms")]
SourceId: TypeAlias = Annotated[str, Ref("sources")]

Country: TypeAlias = Annotated[str, Like("[A-Z]{2}", "FR")]
"""The two letters of a country, as in `COUNTRIES`."""
Currency: TypeAlias = Annotated[str, Like("[A-Z]{3}", "EUR")]
"""A currency by ISO 4217."""
LanguageTag: TypeAlias = Annotated[
    str, Like("[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?", "fr-CA")
]
"""A language, then perhaps a script and a region, as BCP 47 has them: fil-PH, zh-Hant, es-419."""
Month: TypeAlias = Annotated[str, Like("[0-9]{4}-(?:0[1-9]|1[0-2])", "2026-12")]
Year: TypeAlias = Annotated[int, Between(1900, 2100)]
Percentile: TypeAlias = Annotated[int, Between(1, 99)]
Amount: TypeAlias = float
"""An amount of money, more than nothing; a whole number where it is written as one."""

COUNTRIES: Mapping[str, str] = {
    "FR": N_("France"),
    "CA": N_("Canada"),
    "BE": N_("Belgium"),
    "CH": N_("Switzerland"),
    "UK": N_("United Kingdom"),
    "US": N_("United States"),
}
"""The names of countries, by their letters."""

CURRENCIES: Mapping[str, str] = {
    "BE": "EUR",
    "CA": "CAD",
    "CH": "CHF",
    "FR": "EUR",
    "UK": "GBP",
    "US": "USD",
}
"""The currency of a figure of pay that names none, by country."""

SkillLevel: TypeAlias = Annotated[int, Between(1, 5)]
Weight: TypeAlias = Annotated[int, Between(1, 3)]
"""How much a skill separates and matters: 1 useful, 2 important, 3 essential."""

Part: TypeAlias = Literal["accountable", "responsible", "both", "supports", "consulted", "informed"]
"""A role's part in an activity, by RASCI; `both` is responsible and accountable."""
OWNING: frozenset[Part] = frozenset({"accountable", "both"})
"""The parts of whoever owns an activity, which is to answer for it."""
DOING: frozenset[Part] = frozenset({"responsible", "both"})
"""The parts of whoever does an activity."""
OWNING_OR_DOING: frozenset[Part] = OWNING | DOING
"""The parts of whoever owns an activity or does it."""
TAKING_PART: frozenset[Part] = OWNING_OR_DOING | {"supports", "consulted"}
"""The parts that count as one; to be informed of an activity is to have none in it."""
Reach: TypeAlias = Literal["own", "team", "segment", "function", "revenue", "company"]
"""How far a part extends, from one's own deals to the whole company."""
Level: TypeAlias = Literal[
    "entry", "professional", "senior", "lead", "manager", "director", "vp", "chief"
]
"""A place on the ladder, lowest first."""
LADDER: tuple[Level, ...] = get_args(Level)
"""The places on the ladder, lowest first."""
Stage: TypeAlias = Literal["backstage", "mixed", "frontstage"]
Carries: TypeAlias = Literal[
    "none", "shared", "own", "team", "segment", "function", "revenue", "company"
]
Leading: TypeAlias = Literal["nobody", "people", "managers", "virtual"]
"""Whom a role leads; `virtual` is a deal or project team without line authority."""
Horizon: TypeAlias = Literal["day", "week", "month", "quarter", "year", "years", "deal", "project"]
Facing: TypeAlias = Literal[
    "buyers",
    "users",
    "executives",
    "partners",
    "procurement",
    "sellers",
    "colleagues",
    "finance",
]
Tie: TypeAlias = Literal["carries", "shares", "watches"]
"""A role's tie to a metric: judged on it alone, with others, or only following it."""
MoveKind: TypeAlias = Literal["up", "side", "switch"]
Usage: TypeAlias = Literal["distinct", "overlapping", "same-job"]
Frequency: TypeAlias = Literal["usual", "frequent", "rare", "informal", "dated"]
Match: TypeAlias = Literal["exact", "close", "broad", "narrow", "misleading", "none"]
Basis: TypeAlias = Literal["rule-of-thumb", "editors"]
"""What a statement without a source rests on: an order of magnitude that practitioners use and no
survey measured, or the editors' judgement."""
Measure: TypeAlias = Literal["earnings", "fixed", "target", "advertised"]
"""What a figure of pay counts: all that was earned, the fixed share, both shares where the target
is reached, or what advertisements offer."""
Period: TypeAlias = Literal["year", "month", "week", "day", "hour"]
Near: TypeAlias = Literal["close", "broad", "narrow"]
"""How near the jobs that a statistical code counts are to the role: mostly this job, a wider group
with this job in it, or a part of this job."""


class Statement(NamedTuple):
    """A sentence, and what it rests on; a plain text rests on the editors' judgement.

    Attributes:
        text: The sentence.
        source: Where it was read.
        basis: What it rests on where no source says it; with neither, it is its authors' judgement.
    """

    text: Text
    source: SourceId | None = None
    basis: Basis | None = None


TitleWordKind: TypeAlias = Literal[
    "seniority",
    "rank",
    "region",
    "segment",
    "gender",
    "ending",
    "contract",
    "place",
    "pay",
    "hours",
    "language",
    "advertising",
    "function",
    "conjunction",
    "preposition",
    "trade",
    "spelling",
    "translation",
]
"""What a word around a job title says; `TitleWords` describes each kind."""


AdWordKind: TypeAlias = Literal[
    "pay",
    "place",
    "contract",
    "reports_to",
    "target",
    "team",
]
"""What a sentence of a job advertisement says beside tasks; `AdWords` describes each kind."""


class Title(NamedTuple):
    """A job title.

    Attributes:
        text: The title; a gendered one as a doublet (*Directeur / Directrice des ventes*).
        gendered: Its two forms under `m` and `f`, or None.
    """

    text: Text
    gendered: Mapping[str, str] | None = None


class Wording(NamedTuple):
    """A title in one language; a gendered one as a doublet, with its two forms beside it."""

    text: str
    gendered: Mapping[str, str] | None = None


class AlsoCalled(NamedTuple):
    """Another title of the same role.

    Attributes:
        text: The title, in one language.
        lang: The language of the job advertisement it stands in.
        use: How usual it is there.
        markets: The countries that use it (FR, CA …); empty means wherever the language is spoken.
        note: Where and how it misleads.
    """

    text: Wording
    lang: LanguageTag
    use: Frequency
    markets: tuple[str, ...] = ()
    note: Text | None = None


class LevelRange(NamedTuple):
    """A place on the ladder, or a range of it (`low` equals `high` for a single place).

    Attributes:
        low: The lowest place.
        high: The highest place.
    """

    low: Level
    high: Level


class Number(NamedTuple):
    """The figure a role is judged by.

    Attributes:
        carries: Whose figure it is: nobody's (`none`), several people's, or by reach.
        what: What is counted, in a few words without a verb.
    """

    carries: Carries
    what: Text | None = None


class Neighbour(NamedTuple):
    """A role of the guide, or a job outside it named by a text. Exactly one is given.

    Attributes:
        role: The role.
        text: Or the job outside, by language.
    """

    role: RoleId | None = None
    text: Text | None = None


class Leads(NamedTuple):
    """Whom a role leads, and how.

    Attributes:
        kind: Nobody, people, those who lead people, or a project team without line authority.
        who: Whom, by their roles.
    """

    kind: Leading
    who: tuple[Neighbour, ...] = ()


class Variation(NamedTuple):
    """What a part becomes elsewhere.

    Attributes:
        part: The other part, if it changes.
        over: The other reach, if it changes.
        in_: The context in which that is so.
        when: Or the condition on which that is so, in words.
    """

    part: Part | None = None
    over: Reach | None = None
    in_: ContextId | None = None
    when: Text | None = None


class Responsibility(NamedTuple):
    """A role's part in one activity.

    Attributes:
        part: Its part: answers for it, does it, both, helps, advises, is told.
        text: What this role really does there, beginning with a verb.
        over: Its reach here, where it differs from the role's own.
        or_: Where part or reach are others.
    """

    part: Part
    text: Text
    over: Reach | None = None
    or_: tuple[Variation, ...] = ()


class Need(NamedTuple):
    """How well a role must master a skill, and how much that separates it and matters.

    What is basic to every role of a family is said there (`Family.basics`), and here only where a
    role needs it better or where it weighs more.

    Attributes:
        level: How well, from 1 (knows the words) to 5 (sets the standard).
        weight: How much it separates and matters: 1 useful, 2 important, 3 essential.
    """

    level: SkillLevel
    weight: Weight


class Example(NamedTuple):
    """A scene in one context, or who does the work where the role is absent.

    Attributes:
        text: The scene.
        absent: Whether the role does not exist there, and the text says who does the work.
    """

    text: Text
    absent: bool = False


class Analogy(NamedTuple):
    """A role's figure in a world, and why it fits.

    Attributes:
        figure: Who the role is there.
        why: Why that fits.
    """

    figure: Text
    why: Text


class Misconception(NamedTuple):
    """What people wrongly believe of a role, and the sentence that ends it.

    Attributes:
        belief: What is believed.
        truth: What is so.
    """

    belief: Text
    truth: Text


class Code(NamedTuple):
    """A crosswalk to a public classification.

    Attributes:
        scheme: Which classification (`rome`, `esco`, `onet`, `noc` …).
        match: How well its entry fits; `none` where there is no entry.
        why: The reason for that verdict.
        code: The entry's code there.
        label: The entry's own title.
    """

    scheme: str
    match: Match
    why: Text
    code: str | None = None
    label: str | None = None


class Decision(NamedTuple):
    """What a role may decide alone, and the activity that this belongs to, if one.

    Attributes:
        text: What it decides, and up to which limit.
        activity: The activity this belongs to.
    """

    text: Text
    activity: ActivityId | None = None


class PayFigure(NamedTuple):
    """What one source says a job is paid, gross and full time unless the note says otherwise.

    Attributes:
        country: The country, by its two letters.
        year: The year.
        measure: What is counted.
        source: The source that says so.
        low: The lower end.
        median: The middle: half earn less, half more.
        mean: The average.
        high: The upper end.
        between: The percentiles that `low` and `high` are, as in `[10, 90]`; without them, the
            source only calls them low and high.
        currency: The currency, where it is not the country's own.
        period: The time that it is paid for.
        code: The code of the group of jobs that the source counts, if it has one.
        label: The source's own name for that group.
        near: How near that group is to the role.
        note: What else to know (who is counted, which trade, how many answered).
    """

    country: Country
    year: Year
    measure: Measure
    source: SourceId
    low: Amount | None = None
    median: Amount | None = None
    mean: Amount | None = None
    high: Amount | None = None
    between: tuple[Percentile, ...] = ()
    currency: Currency | None = None
    period: Period = "year"
    code: str | None = None
    label: str | None = None
    near: Near | None = None
    note: Text | None = None


class Pay(NamedTuple):
    """How a role is paid; a plain text is the mix. Each amount has a source.

    Attributes:
        mix: Fixed and variable shares.
        depends_on: What the variable share rewards.
        source: Where this was read.
        date: When it was true (a year, or a date).
        country: Where it was true.
        figures: Amounts, each with its source.
    """

    mix: Annotated[Text, Longest(90)] | None = None
    depends_on: Text | None = None
    source: SourceId | None = None
    date: str | None = None
    country: str | None = None
    figures: tuple[PayFigure, ...] = ()


class Hiring(NamedTuple):
    """When a company needs a role.

    Attributes:
        sign: How the company notices that it needs the role.
        after: The roles that are usually there first.
        meanwhile: Who does the work until then.
        too_early: The commonest wrong reason.
    """

    sign: Annotated[Statement, Longest(100)]
    after: tuple[Neighbour, ...] = ()
    meanwhile: Annotated[Statement, Longest(80)] | None = None
    too_early: Annotated[Statement, Longest(100)] | None = None


class Capacity(NamedTuple):
    """A ratio, a size or a duration, with the condition on which it holds and what it rests on.

    Attributes:
        what: What is counted (people led, open deals, months until productive).
        value: How many, in words.
        condition: Where that holds.
        source: Where it was read.
        basis: Or `rule-of-thumb`, where practitioners use it and nobody measured it.
    """

    what: Annotated[Text, Longest(50)]
    value: Annotated[Text, Longest(50)]
    condition: Annotated[Text, Longest(80)]
    source: SourceId | None = None
    basis: Basis | None = None


class Pitfall(NamedTuple):
    """How a hire fails, and whose failing it is: theirs who lack a skill or keep doing a task.

    Without both, it may happen to anybody, or is the employer's doing.

    Attributes:
        text: The sentence.
        skill: The skill whose lack it shows.
        activity: The task of a former job that whoever fails so has not let go.
        source: Where it was read.
        basis: What it rests on where no source says it; with neither, it is its authors' judgement.
    """

    text: Text
    skill: SkillId | None = None
    activity: ActivityId | None = None
    source: SourceId | None = None
    basis: Basis | None = None


class EmployerQuestion(NamedTuple):
    """What a candidate asks the employer, and what the answer gives away.

    Attributes:
        ask: The question.
        tells: What the answer gives away.
        activity: The activity of which it asks who does it: not asked where an advertisement has it
            among the tasks.
        number: Of what it asks how many there are: not asked where a figure stands in front of it.
    """

    ask: Annotated[Text, Longest(80)]
    tells: Text | None = None
    activity: ActivityId | None = None
    number: Text | None = None


class InterviewQuestion(NamedTuple):
    """A question to a candidate.

    Attributes:
        skill: The skill it proves.
        ask: The question.
        strong: What a strong answer shows.
        unlike: How somebody answers whose job this one is confused with.
    """

    skill: SkillId
    ask: Text
    strong: Text
    unlike: Text | None = None


class Origin(NamedTuple):
    """A usual previous job: a role of the guide, or one outside it named by a text.

    Attributes:
        role: The role of the guide.
        text: Or the job outside the guide.
        proof: What shows that somebody who comes from there is ready.
        after: After how long that usually is.
    """

    role: RoleId | None = None
    text: Text | None = None
    proof: Text | None = None
    after: Statement | None = None


class Step(NamedTuple):
    """A usual next role; the kind of move alone may be written in its place.

    Attributes:
        move: The kind of move.
        proof: What shows that somebody is ready for it.
        after: After how long that usually is.
        why: Why it is such a move, where the two roles do not show it.
        begin: What one can do towards it while still in the job one has.
    """

    move: MoveKind
    proof: Annotated[Text, Longest(120)] | None = None
    after: Annotated[Statement, Longest(80)] | None = None
    why: Text | None = None
    begin: Annotated[Text, Longest(160)] | None = None


class Role(NamedTuple):
    """A job: what it is for, what it does, what it needs.

    Attributes:
        title: Its usual title in each language.
        family: The part of the organisation it belongs to.
        level: Its place on the ladder, or a range of it.
        mission: Why the job exists, in one sentence.
        responsibilities: What it does: its part in each activity, the most telling first.
        skills: What it must be able to do: how well, and how much that weighs, heaviest first.
        short: A short name for the heads of tables, which suits both genders.
        titles: What else it is called, where, and how often.
        formerly: Ids it had before.
        stage: Whether it stands before customers (frontstage), behind (backstage), or both (mixed).
        over: How far its parts reach unless one says otherwise.
        number: The figure it is judged by.
        leads: Whom it leads, and how.
        reports_to: Its usual managers: ids of roles, or jobs in words.
        works_with: The people it works with every day, five at most.
        faces: Whom it talks to all day.
        horizon: The periods it is judged on.
        definition: What the job is, in a paragraph.
        focus: Where the week goes.
        scope: What is in, and what is out.
        tools: What it works with.
        metrics: The figures it carries, shares or watches.
        decides: What it may decide alone, with the limit.
        conditions: Travel, peaks, being on call.
        travel: Whether one is away from home or from the desk again and again.
        plain: What it does, in a sentence that a newcomer understands at first reading.
        ad: The words by which an advertisement gives it away.
        varies: What else companies understand by its title, or how the job differs among them.
        pay: What it is paid, and how; an amount needs its country, year and source.
        hiring: When a company needs it.
        capacity: How much one person can carry, and how soon.
        pitfalls: How such a hire fails.
        ask: What a candidate asks the employer.
        interview: What an employer asks the candidate.
        examples: By context, a scene with a decision in it.
        analogies: By world, its figure there.
        misconceptions: What people wrongly believe of it.
        tenure: How many years people usually stay before the next job, from and to, as in `[2, 4]`:
            a rule of thumb.
        comes_from: Usual previous jobs.
        leads_to: Usual next roles, with the kind of move.
        beyond: Usual next jobs that are no roles of the guide.
        codes: Entries in public classifications.
        sources: Where its facts come from.
        reviewed: When somebody who knows the job last read all of this. What stands upon another
            role and changes it has a month of its own, or none.
    """

    title: Title
    family: FamilyId
    level: LevelRange
    mission: Text
    responsibilities: Mapping[ActivityId, Responsibility]
    skills: Mapping[SkillId, Need]
    short: Text | None = None
    titles: tuple[AlsoCalled, ...] = ()
    formerly: tuple[str, ...] = ()
    stage: Stage | None = None
    over: Reach | None = None
    number: Number | None = None
    leads: Leads | None = None
    reports_to: tuple[Neighbour, ...] = ()
    works_with: tuple[Neighbour, ...] = ()
    faces: tuple[Facing, ...] = ()
    horizon: tuple[Horizon, ...] = ()
    definition: Text | None = None
    focus: Text | None = None
    scope: Text | None = None
    tools: tuple[ToolId, ...] = ()
    metrics: Mapping[MetricId, Tie] = {}
    decides: tuple[Decision, ...] = ()
    conditions: tuple[Text, ...] = ()
    travel: bool | None = None
    plain: Annotated[Text, Longest(100, words=15)] | None = None
    ad: Annotated[Text, Longest(80)] | None = None
    varies: Annotated[Text, Longest(120)] | None = None
    pay: Pay | None = None
    hiring: Hiring | None = None
    capacity: tuple[Capacity, ...] = ()
    pitfalls: tuple[Pitfall, ...] = ()
    ask: tuple[EmployerQuestion, ...] = ()
    interview: tuple[InterviewQuestion, ...] = ()
    examples: Mapping[ContextId, Example] = {}
    analogies: Mapping[WorldId, Analogy] = {}
    misconceptions: tuple[Misconception, ...] = ()
    tenure: tuple[Annotated[int, Between(1, 40)], ...] = ()
    comes_from: tuple[Origin, ...] = ()
    leads_to: Mapping[RoleId, Step] = {}
    beyond: Text | None = None
    codes: tuple[Code, ...] = ()
    sources: tuple[SourceId, ...] = ()
    reviewed: Month | None = None


class Head(NamedTuple):
    """What lists show of a role; the compiled guide keeps it apart, so that it is read fast."""

    title: Title
    family: FamilyId
    level: LevelRange
    short: Text | None = None
    stage: Stage | None = None


class Skill(NamedTuple):
    """What a person can do, on levels 1 to 5, each described by what is seen at work.

    Attributes:
        name: Its name.
        kind: What is known, what is done, or how somebody behaves.
        family: The group of skills it belongs to.
        definition: What somebody with it can do.
        levels: By level from 1 to 5, what somebody is seen to do there.
    """

    name: Text
    kind: Literal["knowledge", "know-how", "behaviour"]
    family: FamilyId
    definition: Text
    levels: Mapping[SkillLevel, Text]


class Activity(NamedTuple):
    """Something that gets done, whoever does it.

    Attributes:
        name: A noun, neutral as to who does it.
        family: The area of work it belongs to.
        definition: What gets done, to what end, where it stops.
        borders: How it differs from activities it is confused with.
        owner: Who answers for it, where that job is outside the guide.
        each: Whether every function has its own (its people, its budget), so that many answer for
            it side by side.
    """

    name: Text
    family: FamilyId
    definition: Text
    borders: Mapping[ActivityId, Text] = {}
    owner: Text | None = None
    each: bool = False


class Metric(NamedTuple):
    """A figure, with its formula.

    Attributes:
        name: Its name in full.
        definition: What it tells, and what it hides.
        formula: How it is computed, in words.
        unit: What it is counted in.
        better: Which direction is good.
        short: Its abbreviation.
        note: The trap in it.
        sources: Where the formula comes from.
        moved_by: The activities that move it; whoever carries it has a part in one of them.
    """

    name: Text
    definition: Text
    formula: Text
    unit: Literal[
        "percent",
        "currency",
        "count",
        "months",
        "days",
        "hours",
        "minutes",
        "ratio",
        "score",
        "points",
    ]
    better: Literal["higher", "lower", "balanced"]
    short: Text | None = None
    note: Text | None = None
    sources: tuple[SourceId, ...] = ()
    moved_by: tuple[ActivityId, ...] = ()


class Tool(NamedTuple):
    """A kind of tool, without a vendor.

    Attributes:
        name: Its name.
        family: The group of tools it belongs to.
        definition: What it is for.
        examples: Well-known products.
    """

    name: Text
    family: FamilyId
    definition: Text
    examples: tuple[str, ...] = ()


class Context(NamedTuple):
    """A setting that changes the job.

    Attributes:
        name: Its name.
        kind: A size of company, or a trade.
        opening: The words that open a scene there ("In a startup").
        definition: What makes it different.
        position: Its place in lists, from 1.
    """

    name: Text
    kind: Literal["size", "trade"]
    opening: Text
    definition: Text
    position: int


class World(NamedTuple):
    """A picture in which each role has a figure.

    Attributes:
        name: Its name.
        opening: The words that open a sentence there ("On a ship").
        position: Its place in lists, from 1.
    """

    name: Text
    opening: Text
    position: int


class Family(NamedTuple):
    """A group of roles, activities, skills or tools.

    Attributes:
        name: Its name.
        of: What it is a group of.
        position: Its place in lists, from 1.
        basics: For a family of roles: the skills that every role in it needs, with the lowest
            level. A role names such a skill only if it needs more of it, or if it weighs more.
    """

    name: Text
    of: Literal["roles", "activities", "skills", "tools"]
    position: int
    basics: Mapping[SkillId, SkillLevel] = {}


class HowUsed(NamedTuple):
    """How two titles are used: two jobs, one, or in between, and where.

    Attributes:
        kind: Two jobs, one job by two names, or two that overlap.
        where: What that depends on; needed unless they are two jobs.
    """

    kind: Usage
    where: Text | None = None


class Question(NamedTuple):
    """A question that tells two roles apart in a given company.

    Attributes:
        ask: The question.
        points_to: The role that it points to.
        answer: The answer with which it does; without one, the question asks for a person.
        activity: The activity it asks about, if one.
    """

    ask: Text
    points_to: RoleId
    answer: Text | None = None
    activity: ActivityId | None = None


class Choice(NamedTuple):
    """Who should choose a role rather than the other: which person, which company.

    Attributes:
        person: The person whom it suits.
        company: The company that needs it.
    """

    person: Annotated[Text, Longest(80)] | None = None
    company: Annotated[Text, Longest(80)] | None = None


class Seniority(NamedTuple):
    """Which of two roles is senior; `neither` may be written in its place.

    Attributes:
        role: The senior one.
        why: By what that shows, and where it is otherwise.
    """

    role: RoleId | None = None
    why: Annotated[Statement, Longest(90)] | None = None


class SharedScene(NamedTuple):
    """One invented case in which both roles of a pair do their part.

    Attributes:
        setup: What happens.
        sides: What each of the two does.
        context: The setting.
    """

    setup: Text
    sides: Mapping[RoleId, Text]
    context: ContextId | None = None


class Pair(NamedTuple):
    """Two roles that people confuse.

    Attributes:
        usage: How the two titles are used.
        difference: What separates them, a side each; its two keys are the roles.
        tests: Questions that tell them apart.
        together: How they work together.
        sources: Where this comes from.
        plain: The headline: what each does, in a sentence understood at first reading.
        choose: Who should choose which.
        first: Which is hired first, and by what sign the other follows.
        one_person: Whether one person can do both, and until when.
        senior: Which is senior.
        scene: One case, both in it.
        reviewed: When somebody who knows both jobs last read all of this.
    """

    usage: HowUsed
    difference: Mapping[RoleId, Text]
    tests: tuple[Question, ...] = ()
    together: Text | None = None
    sources: tuple[SourceId, ...] = ()
    plain: Mapping[RoleId, Annotated[Text, Longest(100, words=15)]] = {}
    choose: Mapping[RoleId, Choice] = {}
    first: Annotated[Statement, Longest(100)] | None = None
    one_person: Annotated[Statement, Longest(90)] | None = None
    senior: Seniority | None = None
    scene: SharedScene | None = None
    reviewed: Month | None = None


class Sense(NamedTuple):
    """One meaning of a term.

    Attributes:
        meaning: What it means.
        name: The long form of an abbreviation.
        field: The trade that uses it so.
        use: How usual that is in the revenue organisation.
        role: The role it names.
        metric: Or the metric it names.
        activity: Or the activity it names.
        skill: Or the skill it names.
        tool: Or the tool it names.
    """

    meaning: Text
    name: Text | None = None
    field: Text | None = None
    use: Frequency | None = None
    role: RoleId | None = None
    metric: MetricId | None = None
    activity: ActivityId | None = None
    skill: SkillId | None = None
    tool: ToolId | None = None


class Term(NamedTuple):
    """A word or abbreviation of the trade, with every sense it has, most usual first.

    Attributes:
        name: The word, or the abbreviation.
        senses: What it means, the most usual sense first.
        also: Its synonyms and other spellings.
        see: Other terms to look at.
    """

    name: Text
    senses: tuple[Sense, ...]
    also: tuple[str, ...] = ()
    see: tuple[TermId, ...] = ()


class Phrases(NamedTuple):
    """Words and phrases as people write them; in YAML a list, or a text where there is one.

    Attributes:
        texts: The phrases.
    """

    texts: tuple[str, ...]


class TitleWords(NamedTuple):
    """Words that surround job titles. The lists of all guides in effect add up.

    Words are written as people write them, several to an entry where they belong together
    (*work from home*); case, accents, plurals and feminine endings do not matter.

    Attributes:
        kind: What the words say. A `rank` is the noun that places a job on the ladder
            (*director*, *chargé*); `seniority` leaves the job what it is (*senior*, *adjoint*);
            `region`, `segment` (size of customer, product, industry), `gender` (*H/F*),
            `contract`, `place`, `pay`, `hours`, `language` (asked for) and `advertising` say
            nothing of the job; an `ending` makes a word inclusive (*chargé·e*); `function` words
            carry no meaning; a `conjunction` joins two jobs; after a `preposition` comes what
            surrounds the job (*at Acme*); a `trade` makes it a job of another trade. A `spelling`
            (abbreviation, variant) and a `translation` stand for something else.
        level: The place of a rank on the ladder; for that kind alone.
        words: The words by language; for every other kind.
        stands_for: What stands for something else, by its language, with what it stands for, or
            with all it may stand for; for those two kinds alone.
    """

    kind: TitleWordKind
    level: Level | None = None
    words: Mapping[str, Phrases] = {}
    stands_for: Mapping[str, Mapping[str, Phrases]] = {}


class AdWords(NamedTuple):
    """What job advertisements say in other words than the guide. The lists of all guides add up.

    A phrase is found where its words stand near each other in one sentence, in their order, one of
    a `kind` as it is written; case, accents, plurals and endings do not matter. Exactly one of
    `activity`, `role` and `kind` is given.

    Attributes:
        words: The phrases by language.
        activity: The activity they mean.
        role: The role they give away.
        kind: Or what a sentence with one of them states, which readers miss where it is not said;
            `pay` only beside an amount.
        unless: Phrases beside which those of a kind say nothing, by language.
    """

    words: Mapping[str, Phrases]
    activity: ActivityId | None = None
    role: RoleId | None = None
    kind: AdWordKind | None = None
    unless: Mapping[str, Phrases] = {}


class AdLaw(NamedTuple):
    """What the law of a country says of a rule for advertisements.

    Attributes:
        source: The law.
        article: The article of it.
        since: Since when it holds.
        binding: Whether it forbids these very words or demands this statement; where it does not,
            they are only likely to break it.
    """

    source: SourceId
    article: str | None = None
    since: str | None = None
    binding: bool = False


class AdRule(NamedTuple):
    """What is odd in a job advertisement, or missing in it by law.

    Exactly one of `words` and `requires` is given. A phrase is found as it is written; case,
    accents, plurals and endings do not matter.

    Attributes:
        remark: What is wrong, in a sentence.
        remedy: What to write instead, in a sentence.
        words: The phrases that it is about, by language.
        unless: Phrases beside which those say nothing, by language.
        requires: Or the statement that must be made.
        places: Where it holds, if not in the whole country: only where an advertisement names one
            of these places.
        laws: The law of each country that speaks of it; none for what is only odd.
    """

    remark: Text
    remedy: Text
    words: Mapping[str, Phrases] = {}
    unless: Mapping[str, Phrases] = {}
    requires: AdWordKind | None = None
    places: Mapping[str, Phrases] = {}
    laws: Mapping[str, AdLaw] = {}


class Source(NamedTuple):
    """Where facts come from.

    Attributes:
        title: Its name.
        kind: What kind of source it is.
        url: Where it is published.
        date: The edition read.
        note: What was taken from it, and under which licence.
        short: Its name beside a figure or a sentence ("BLS").
    """

    title: Text
    kind: Literal[
        "article", "database", "standard", "handbook", "practice", "statistics", "survey", "law"
    ]
    url: str | None = None
    date: str | None = None
    note: Text | None = None
    short: Annotated[Text, Longest(30)] | None = None


Colour: TypeAlias = Annotated[str, Like("#[0-9a-fA-F]{6}", "#1d6b57")]
"""A colour of the web, by its red, green and blue."""


class Look(NamedTuple):
    """How a guide looks as a site, under the guide's id; the uppermost guide that says so counts.

    Attributes:
        name: What the site is called.
        start: What its start page says first.
        footer: What stands at the foot of each page.
        logo: The name of a picture that lies beside the guide's file.
        colour: The colour of buttons and marks on a light ground.
        dark: The same on a dark ground; without it, a lighter shade of `colour`.
    """

    name: Text | None = None
    start: Text | None = None
    footer: Text | None = None
    logo: (
        Annotated[
            str, Like(r"[A-Za-z0-9][A-Za-z0-9_-]{0,60}\.(?:svg|png|jpg|jpeg|webp)", "logo.svg")
        ]
        | None
    ) = None
    colour: Colour | None = None
    dark: Colour | None = None


class Sections(NamedTuple):
    """The sections of a guide, each a mapping from id to record.

    Attributes:
        roles: Jobs: what they are for, what they do, what they need.
        skills: What people can do, on five described levels.
        activities: What gets done, whoever does it.
        metrics: Figures, with their formulas.
        tools: Kinds of tools.
        contexts: Settings that change a job, such as a startup.
        worlds: Pictures in which roles have figures, such as a ship.
        families: Groups of roles, activities, skills or tools.
        pairs: Two roles that people confuse, by both ids with two hyphens between them.
        terms: Words and abbreviations of the trade.
        title_words: Words that surround job titles.
        ad_words: What job advertisements say in other words.
        ad_rules: What is odd in job advertisements, and what the law says of them.
        sources: Where facts come from.
        site: How the guide looks as a site.
    """

    roles: Mapping[str, Role] = {}
    skills: Mapping[str, Skill] = {}
    activities: Mapping[str, Activity] = {}
    metrics: Mapping[str, Metric] = {}
    tools: Mapping[str, Tool] = {}
    contexts: Mapping[str, Context] = {}
    worlds: Mapping[str, World] = {}
    families: Mapping[str, Family] = {}
    pairs: Mapping[str, Pair] = {}
    terms: Mapping[str, Term] = {}
    title_words: Mapping[str, TitleWords] = {}
    ad_words: Mapping[str, AdWords] = {}
    ad_rules: Mapping[str, AdRule] = {}
    sources: Mapping[str, Source] = {}
    site: Mapping[str, Look] = {}


class Header(NamedTuple):
    """What a guide says about itself under `guide`.

    Attributes:
        id: Its id; without it, the name of its file or folder.
        format: The format of the data, a number.
        edition: When it was published, as its authors say it.
    """

    id: str | None = None
    format: int | None = None
    edition: str | None = None


Years: TypeAlias = Annotated[int, Between(0, 60)]
"""Whole years; 0 where it was less than one."""

Doing: TypeAlias = Literal["owns", "does", "helps"]
"""A person's part in an activity: answers for it, does it, or helps with it."""


class Mastery(NamedTuple):
    """How well somebody masters a skill; the level alone may be written in its place.

    Attributes:
        level: The level, by the skill's own description of it.
        evidence: What shows it: a piece of work, a figure, somebody who saw it.
    """

    level: SkillLevel
    evidence: str | None = None


class Wishes(NamedTuple):
    """What somebody wants of a job, or refuses in one.

    Attributes:
        stage: Where the job is seen.
        leading: To lead people, or people who lead others.
        number: To carry a figure of one's own, of a team or of more.
        travel: To be away from home or from the desk again and again.
        contexts: The settings to work in.
    """

    stage: tuple[Stage, ...] = ()
    leading: bool = False
    number: bool = False
    travel: bool = False
    contexts: tuple[ContextId, ...] = ()


class Job(NamedTuple):
    """The job held today; a role's id may be written in its place. Exactly one is given.

    Attributes:
        role: The role of the guide.
        title: Or the title of a job that is in no guide.
    """

    role: RoleId | None = None
    title: str | None = None


class Profile(NamedTuple):
    """What one person has done, masters, wants and refuses; nobody else's words.

    Attributes:
        now: The job held today, by its title.
        roles: The roles held so far, with the years in each; that of today may be one of them.
        skills: The skills mastered, with the level.
        activities: What is done at work today, and in which part.
        wants: What counts for a role.
        refuses: What excludes a role.
    """

    now: Job | None = None
    roles: Mapping[RoleId, Years] = {}
    skills: Mapping[SkillId, Mastery] = {}
    activities: Mapping[ActivityId, Doing] = {}
    wants: Wishes = Wishes()
    refuses: Wishes = Wishes()

    @property
    def role(self) -> RoleId | None:
        """The role held today; None where no guide has the job, or none is said."""
        return self.now.role if self.now else None

    @property
    def outside(self) -> str | None:
        """The title of the job held today where no guide has it."""
        return self.now.title if self.now else None


class Guide(NamedTuple):
    """A set of roles and of the words they use, under the id that qualifies their names.

    Attributes:
        id: Its id.
        sections: Its records.
        edition: When it was published, as its authors say it.
        bases: The role that a role extends, for each that extends one.
    """

    id: str
    sections: Sections
    edition: str | None = None
    bases: Mapping[RoleId, RoleId] = {}
