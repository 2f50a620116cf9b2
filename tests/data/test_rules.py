"""Each rule lets a good sample pass and finds the fault in a bad one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

import pytest

from data import facts, rules, style, words
from roleguide.model import (
    AlsoCalled,
    Analogy,
    Choice,
    Context,
    Example,
    HowUsed,
    LevelRange,
    Need,
    Pair,
    Pay,
    PayFigure,
    Question,
    Responsibility,
    Role,
    Sections,
    Seniority,
    SharedScene,
    Skill,
    Source,
    Statement,
    Term,
    Text,
    Title,
    Wording,
)

pytestmark = pytest.mark.sweep

ARTICLE: Final = "Le chat de la voisine dort sur l’édredon rouge."
KNOWN: Final = words.known_runs(words.fingerprints(ARTICLE))
WORDING: Final = {"en": "keeps the cellar", "fr": "tient la cave"}
LONG: Final = {
    "en": "Keeps the cellar, and buys no bottle that nobody at the table could name.",
    "fr": "Tient la cave, et n’achète aucune bouteille que la table ne saurait nommer.",
}
TWENTY: Final = {"en": "at twenty new sellers", "fr": "à vingt nouveaux vendeurs"}
NEED: Final = Need(3, 2)


def role(**changed: Any) -> Role:
    """A role that breaks no rule, but for what is changed."""
    fields: dict[str, Any] = {
        "title": Title({"en": "Wine waiter", "fr": "Sommelier"}),
        "family": "dining",
        "level": LevelRange("lead", "lead"),
        "mission": LONG,
        "over": "function",
        "responsibilities": {f"a{n}": Responsibility("both", WORDING) for n in range(7)},
        "skills": {f"s{n}": NEED for n in range(8)},
        "analogies": {world: Analogy(WORDING, WORDING) for world in ("ship", "farm", "circus")},
        "examples": {"startup": Example(LONG)},
        "short": {"en": "Wine", "fr": "Vin"},
    }
    return Role(**fields | changed)


def filled(**changed: Any) -> Role:
    """A role with something in every field."""
    one = role(**changed)
    return one._replace(
        **{field: "something" for field, value in one._asdict().items() if not value} | changed
    )


def paid(*figures: PayFigure, mix: Text | None = WORDING) -> Role:
    """A role with its pay."""
    return role(pay=Pay(mix, WORDING, figures=figures))


PAID: Final = PayFigure("FR", 2025, "earnings", "wages", median=9, label="cellars", near="broad")
WAGES: Final = Source(WORDING, "statistics", "https://example.org", "2025", LONG, WORDING)


def answering(part: str = "both", over: str | None = None, family: str = "dining") -> Role:
    # Parametrised values are plain texts to the type checker.
    parts: dict[str, Any] = {a: Responsibility(part, WORDING, over) for a in ("wine", "cheese")}  # type: ignore[arg-type]
    return role(responsibilities=parts, family=family)


def pair(*points: str, kind: str = "distinct", where: Any = None, ends: str = "a b") -> Pair:
    return Pair(
        # Likewise.
        HowUsed(kind, where),  # type: ignore[arg-type]
        dict.fromkeys(ends.split(), WORDING),
        tuple(Question(WORDING, point) for point in points),
    )


def whole_pair() -> Pair:
    """A pair with every field."""
    sides = dict.fromkeys("ab", WORDING)
    said = Statement(WORDING)
    return pair("a", "b")._replace(
        plain=sides,
        choose=dict.fromkeys("ab", Choice(WORDING, WORDING)),
        first=said,
        one_person=said,
        senior=Seniority("a"),
        scene=SharedScene(WORDING, sides),
        together=WORDING,
        sources=("practice",),
        reviewed="2026-12",
    )


def skill(*levels: str, first: int = 1) -> Skill:
    texts = {number: {"en": text, "fr": text} for number, text in enumerate(levels, first)}
    return Skill(WORDING, "know-how", "wine", WORDING, texts)


def text(en: str = "Wine", fr: str = "Vin") -> Context:
    return Context({"en": en, "fr": fr}, "trade", WORDING, LONG, 1)


class Sample(NamedTuple):
    """A rule, what it lets pass, and what it finds where."""

    name: str
    rule: Callable[..., Any]
    good: tuple[Any, ...]
    bad: tuple[Any, ...]
    found: str


def french(name: str, good: str, bad: str, found: str) -> Sample:
    return Sample(f"fr {name}", rules.french_typography, (text(fr=good),), (text(fr=bad),), found)


def english(name: str, good: str, bad: str, found: str) -> Sample:
    return Sample(f"en {name}", rules.english_typography, (text(en=good),), (text(en=bad),), found)


def filler(language: str, good: str, bad: str) -> Sample:
    found = f"name.{language}: filler"
    name = f"{language} filler {bad}"
    return Sample(
        name, rules.no_filler, (text(**{language: good}),), (text(**{language: bad}),), found
    )


LANGUAGES: Final = (
    Sample(
        "both languages",
        rules.both_languages,
        (text(),),
        (text()._replace(name={"en": "Wine"}),),
        "name: has en, not en, fr",
    ),
    Sample("empty text", rules.both_languages, (text(),), (text(fr=" "),), "name.fr: is empty"),
    Sample(
        "a third language",
        rules.both_languages,
        (text(),),
        (text()._replace(name={"en": "Wine", "fr": "Vin", "de": "Wein"}),),
        "name: has en, fr, de",
    ),
    Sample(
        "too long in French",
        rules.balanced_lengths,
        (text(en="the conductor", fr="le chef ou la cheffe d’orchestre, au pupitre"),),
        (text(en="x" * 45, fr="y" * 90),),
        "name: French is 2.00 times",
    ),
    Sample(
        "too short in French",
        rules.balanced_lengths,
        (text(en="x" * 90, fr="y" * 60),),
        (text(en="x" * 90, fr="y" * 20),),
        "name: French is 0.22 times",
    ),
    Sample(
        "untranslated",
        rules.translated,
        (text(en="CRM", fr="CRM"),),
        (text(en=LONG["en"], fr=LONG["en"]),),
        "name: is the same in both",
    ),
)

TYPOGRAPHY: Final = (
    french("narrow space", "Oui\u202f? Non\u202f; si\u202f!", "Oui ?", "(U+202F)"),
    french("no space", "Oui\u202f?!", "Oui?", "(U+202F)"),
    french("colon", "trois\u00a0: 1:2", "trois : un", "before a colon"),
    french("narrow colon", "à 10:30", "trois\u202f: un", "before a colon"),
    french("guillemets", "«\u00a0oui\u00a0»", "« oui »", "inside « »"),
    french("percent", "10\u00a0% et 5\u00a0€, en %", "10 %", "before % or €"),
    french("euro", "5\u00a0k€", "5k€", "before % or €"),
    french("apostrophe", "l’un", "l'un", "straight"),
    french("quotes", "«\u00a0un\u00a0»", '"un"', "straight"),
    french("English quotes", "«\u00a0un\u00a0»", "“un”", "English quotation marks"),
    french("ellipsis", "et…", "et...", "three dots"),
    french("double space", "un deux", "un  deux", "two spaces"),
    french("trailing space", "un", "un ", "space at an end"),
    french("comma", "un, deux", "un , deux", "before a comma"),
    french("bracket", "un (deux)", "un ( deux)", "opening bracket"),
    french("capital", "À l’automne, l’État", "A l’automne", "without its accent"),
    french("inner capital", "Équipe", "Equipe", "without its accent"),
    english("apostrophe", "the seller’s", "the seller's", "straight"),
    english("quotes", "“sent”", '"sent"', "straight"),
    english("unbalanced quotes", "“a”, “b”", "“a, “b”", "open and close"),
    english("French quotes", "“sent”", "«sent»", "French quotation marks"),
    english("space", "Who?", "Who ?", "before punctuation"),
    english("percent", "10%", "10 %", "before punctuation"),
    english("French space", "Who?", "Who\u202f?", "French typography"),
    english("ellipsis", "and…", "and...", "three dots"),
    english("comma", "one, two", "one , two", "before a comma"),
    Sample(
        "other spellings",
        rules.other_spellings,
        (Term(WORDING, (), also=("vin d’Alsace",)),),
        (Term(WORDING, (), also=("vin", "vin d'Alsace")),),
        "also.1: a straight apostrophe",
    ),
)

WORDS: Final = (
    filler("en", "crux", "a crucial step"),
    filler("en", "the key account", "a key player"),
    filler("en", "drives the car", "drives revenue growth"),
    filler("en", "the lever", "leverages data"),
    filler("en", "aligns the dates", "ensures alignment"),
    filler("en", "strategic partnerships", "strategic decisions"),
    filler("en", "the seam", "a seamless handover"),
    filler("en", "the best in town", "best-in-class"),
    filler("en", "stakeholder mapping", "the stakeholders"),
    filler("en", "plays the violin", "plays a central role in sales"),
    filler("fr", "l’acteur principal", "un acteur clé"),
    filler("fr", "un rôle écrit", "un rôle crucial"),
    filler("fr", "le chef d’orchestre", "véritable chef d’orchestre"),
    filler("fr", "au cœur tendre", "au cœur\u00a0de l’équipe"),
    filler("fr", "garantit le délai", "garantir le succès"),
    filler("fr", "améliore la note", "optimise la performance"),
    filler("fr", "la force de vente", "une force de proposition"),
    filler("fr", "accompagne un client, l’accompagne", "écoute et accompagne."),
    filler("fr", "s’adresse à un service", "adresser un besoin"),
    filler("fr", "délivre un reçu", "délivrer un résultat"),
    filler("fr", "les robots revenus, «\u00a0revenus\u00a0»", "la croissance des revenus"),
    Sample(
        "il/elle",
        rules.no_gender_marks,
        (text(fr="le directeur ou la directrice, qu’il faut appeler"),),
        (text(fr="il/elle décide"),),
        "name: il/elle",
    ),
    Sample(
        "median point",
        rules.no_gender_marks,
        (text(fr="celles et ceux"),),
        (text(fr="client·es"),),
        "name: a median point",
    ),
    Sample(
        "brackets",
        rules.no_gender_marks,
        (text(fr="offre (écrite)"),),
        (text(fr="chargé(e)"),),
        "name: an ending in brackets",
    ),
    Sample(
        "full stops",
        rules.no_gender_marks,
        (text(fr="Fin. Et puis"),),
        (text(fr="client.es"),),
        "name: an ending between",
    ),
    Sample(
        "own words",
        lambda record: rules.own_words(record, KNOWN),
        (text(fr="Le chat dort sur l’édredon rouge de la voisine"),),
        (text(fr="LE CHAT, de la voisine : dort sur…"),),
        "name: as in the article: “le chat de la voisine dort sur”",
    ),
    Sample(
        "own titles",
        lambda record: rules.own_words(record, KNOWN),
        (role(),),
        (role(titles=(AlsoCalled(Wording(ARTICLE), "fr", "usual"),)),),
        "titles.0.text: as in the article",
    ),
)

OF_A_ROLE: Final = (
    Sample(
        "complete",
        rules.complete,
        (filled(titles=(), conditions=(), formerly=()),),
        (filled(decides=()),),
        "decides: is missing",
    ),
    Sample(
        "too few responsibilities",
        rules.right_amounts,
        (role(),),
        (role(responsibilities={"wine": Responsibility("both", WORDING)}),),
        "responsibilities: 1, not 7 to 12",
    ),
    Sample(
        "too many skills",
        rules.right_amounts,
        (role(),),
        (role(skills={f"s{n}": NEED for n in range(17)}),),
        "skills: 17, not 8 to 16",
    ),
    Sample(
        "too few analogies",
        rules.right_amounts,
        (role(),),
        (role(analogies={"ship": Analogy(WORDING, WORDING)}),),
        "analogies: 1, not 3 to more",
    ),
    Sample(
        "contexts",
        rules.all_contexts,
        (role(), ["startup"]),
        (role(), ["startup", "agency"]),
        "examples: nothing for agency",
    ),
    Sample(
        "scene without full stop",
        rules.sentences_end,
        (role(examples={"sme": Example({"en": "Says “no.”", "fr": "Dit «\u00a0non.\u00a0»"})}),),
        (role(examples={"sme": Example({"en": "Says no", "fr": "Dit non."})}),),
        "examples.sme.text.en: no sentence",
    ),
    Sample(
        "scene with an open end",
        rules.sentences_end,
        (role(focus={"en": "Is it full?", "fr": "Est-ce plein\u202f?"}),),
        (role(examples={"sme": Example({"en": "Is it full?", "fr": "Est-ce plein\u202f?"})}),),
        "examples.sme.text.en: no sentence",
    ),
    Sample(
        "mission in lower case",
        rules.sentences_end,
        (role(),),
        (role(mission={"en": "Pours.", "fr": "verse."}),),
        "mission.fr: no sentence",
    ),
    Sample(
        "clause with a capital",
        rules.clauses_run_on,
        (
            role(
                responsibilities={"a": Responsibility("both", {"en": "CRM first", "fr": "le CRM"})}
            ),
        ),
        (role(responsibilities={"a": Responsibility("both", {"en": "Pours", "fr": "verse"})}),),
        "responsibilities.a.text.en: no clause",
    ),
    Sample(
        "clause with a full stop",
        rules.clauses_run_on,
        (role(),),
        (role(analogies={"ship": Analogy(WORDING, {"en": "it pours", "fr": "verse."})}),),
        "analogies.ship.why.fr: no clause",
    ),
    Sample(
        "short",
        rules.short_enough,
        (role(short={"en": "x" * 22, "fr": "x"}),),
        (role(short={"en": "x", "fr": "x" * 23}),),
        "short.fr: 23 characters",
    ),
    Sample(
        "pay without its mix",
        rules.pay_is_told,
        (paid(PAID),),
        (paid(PAID, mix=None),),
        "pay.mix: is missing",
    ),
    Sample(
        "pay without figures",
        rules.pay_is_told,
        (paid(PAID),),
        (paid(),),
        "pay.figures: is missing",
    ),
    Sample(
        "whose pay",
        rules.pay_is_told,
        (paid(PAID._replace(label=None, near=None, note=WORDING)),),
        (paid(PAID._replace(label=None, near=None)),),
        "pay.figures.0: has neither label and near nor a note",
    ),
    Sample(
        "foreign money",
        rules.pay_is_told,
        (paid(PAID._replace(currency="EUR")),),
        (paid(PAID._replace(currency="USD")),),
        "pay.figures.0: is in USD",
    ),
    Sample(
        "an average above all",
        rules.pay_is_told,
        (paid(PAID._replace(low=8, mean=9, high=10)),),
        (paid(PAID._replace(low=8, mean=11, high=10)),),
        "outside its ends",
    ),
    Sample(
        "many figures",
        rules.few_figures,
        (paid(*(PAID._replace(code=str(n)) for n in range(3))),),
        (paid(*(PAID._replace(code=str(n)) for n in range(4))),),
        "pay.figures: 4 for FR",
    ),
    Sample(
        "a figure twice",
        rules.few_figures,
        (paid(PAID, PAID._replace(country="BE")),),
        (paid(PAID, PAID),),
        "stands 2 times",
    ),
    Sample(
        "an opinion on pay",
        lambda source: rules.pay_is_sourced(paid(PAID), {"wages": source}),
        (WAGES,),
        (WAGES._replace(kind="article"),),
        "pay.figures.0: wages is of the kind article",
    ),
    Sample(
        "pay without an address",
        lambda source: rules.pay_is_sourced(paid(PAID), {"wages": source}),
        (WAGES,),
        (WAGES._replace(url=None),),
        "wages has no url",
    ),
    Sample(
        "second-hand pay",
        lambda note: rules.pay_is_sourced(
            paid(PAID._replace(note=note)),
            {"wages": WAGES._replace(note={"en": "Second-hand: a blog."})},
        ),
        (WORDING,),
        (None,),
        "does not say that wages is second-hand",
    ),
    Sample(
        "figures",
        lambda second: rules.shared_figures({"a": role(), "b": second}, "ship"),
        (role(analogies={"ship": Analogy({"en": "the cook", "fr": "le coq"}, WORDING)}),),
        (role(analogies={"ship": Analogy({"en": "the cook", "fr": "Tient la cave"}, WORDING)}),),
        "ship: “tient la cave” is a and b",
    ),
)

VOCABULARY: Final = (
    Sample(
        "levels alike",
        rules.described_apart,
        ({"tasting": skill("a", "b", "c", "d", "e")},),
        ({"tasting": skill("a", "b", "c", "d", "A")},),
        "tasting.1 and tasting.5: described alike",
    ),
    Sample(
        "levels missing",
        rules.described_apart,
        ({"tasting": skill("a", "b", "c", "d", "e")},),
        ({"tasting": skill("b", "c", "d", "e", first=2)},),
        "tasting: describes [2, 3, 4, 5]",
    ),
    Sample(
        "circles",
        rules.circles,
        ({"a": {"b": "up"}, "b": {"c": "up", "elsewhere": "up"}, "c": {"a": "side"}},),
        ({"a": {"b": "up"}, "b": {"c": "up"}, "c": {"a": "up"}, "d": {}},),
        "a",
    ),
    Sample(
        "circle of one",
        rules.circles,
        ({"a": {"a": "switch"}},),
        ({"a": {"a": "up"}},),
        "a",
    ),
)

PAIRS: Final = (
    Sample(
        "keys",
        lambda two: rules.keyed_by_its_roles("a--b", two),
        (pair("a", "b", ends="b a"),),
        (pair("a", "b", ends="a c"),),
        "difference: keys a, c",
    ),
    Sample(
        "order of ids",
        lambda identifier: rules.keyed_by_its_roles(identifier, pair("a", "b")),
        ("a--b",),
        ("b--a",),
        "difference: keys a, b",
    ),
    Sample(
        "strangers",
        lambda two: rules.keyed_by_its_roles("a--b", two),
        (pair("a", "b"),),
        (pair("a", "c"),),
        "tests: point to c",
    ),
    Sample(
        "tests", rules.enough_tests, (pair("a", "a"),), (pair("a"),), "tests: 1, not 2 at least"
    ),
    Sample(
        "a pair's field",
        rules.written_whole,
        (whole_pair(),),
        (whole_pair()._replace(first=None),),
        "first: is missing",
    ),
    Sample(
        "a pair's side",
        rules.written_whole,
        (whole_pair(),),
        (whole_pair()._replace(scene=SharedScene(WORDING, {"a": WORDING})),),
        "scene: nothing for b",
    ),
    Sample(
        "half a choice",
        rules.written_whole,
        (whole_pair(),),
        (whole_pair()._replace(choose=dict.fromkeys("ab", Choice(WORDING))),),
        "choose: no company for a",
    ),
    Sample(
        "usage",
        rules.usage_explained,
        (pair(kind="same-job", where=LONG),),
        (pair(kind="overlapping"),),
        "usage.where: is missing for overlapping",
    ),
    Sample(
        "a size",
        rules.sizes_rest_on_something,
        (whole_pair()._replace(first=Statement(TWENTY, basis="rule-of-thumb")),),
        (whole_pair()._replace(first=Statement(TWENTY)),),
        "first: a size that rests on nothing: 'twenty new sellers'",
    ),
    Sample(
        "a size elsewhere",
        rules.sizes_rest_on_something,
        (whole_pair(),),
        (pair(where=TWENTY),),
        "usage.where: a size that rests on nothing: 'twenty new sellers'",
    ),
    Sample(
        "activities in common",
        lambda other: rules.comparable(pair(), answering(), other),
        (answering("supports"),),
        (answering("informed"),),
        "responsibilities: shared: []",
    ),
    Sample(
        "skills in common",
        lambda other: rules.comparable(pair(), answering("supports"), other),
        (answering(),),
        (answering()._replace(skills={"s1": NEED, "x": NEED}),),
        "skills: shared: ['s1']",
    ),
    Sample(
        "a difference",
        lambda two, other: rules.comparable(two, answering(), other),
        (pair(), answering(over="team")),
        (pair(), answering()),
        "responsibilities: none differs",
    ),
    Sample(
        "a difference unless it is one job",
        lambda two: rules.comparable(two, answering(), answering()),
        (pair(kind="same-job"),),
        (pair(kind="overlapping"),),
        "responsibilities: none differs",
    ),
    Sample(
        "nested",
        lambda other: rules.nested(answering(), other),
        (answering(over="team"),),
        (answering("accountable"),),
        "wine: both answer for it over function",
    ),
)

HEAD: Final = "# Roles: jobs.\n# CC BY 4.0, see LICENSE-DATA.\n"
GOOD_FILE: Final = f"""{HEAD}roles:
  barman:
    level: entry
    tools: [shaker, tongs]
    mission:
      en: "Pours, and stops in time."
      fr: >-
        Verse, et s’arrête
        à temps.
  sommelier:
    weight: 3
    absent: true
    date: 2025-02
    short: {{en: AE}}
"""


def written(line: str) -> str:
    return f"{HEAD}roles:\n  barman:\n{line}\n"


STYLE: Final = (
    Sample(
        "plain prose",
        style.prose_is_quoted,
        (GOOD_FILE,),
        (written("    mission: pours and stops"),),
        "line 5, roles.barman.mission: several words without quotes",
    ),
    Sample(
        "plain prose in a list",
        style.prose_is_quoted,
        (written("    tools: [shaker, tongs]"),),
        (written("    tools: [shaker, ice tongs]"),),
        "line 5, roles.barman.tools.1: several words",
    ),
    Sample(
        "single quotes",
        style.prose_is_quoted,
        (written('    mission: "pours"'),),
        (written("    mission: 'pours'"),),
        "written with '",
    ),
    Sample(
        "literal",
        style.prose_is_quoted,
        (GOOD_FILE,),
        (written("    mission: |\n      pours"),),
        "written with |",
    ),
    Sample(
        "last break",
        style.prose_is_quoted,
        (GOOD_FILE,),
        (written("    mission: >\n      pours"),),
        "folded with >, not with >-",
    ),
    Sample(
        "inner break",
        style.prose_is_quoted,
        (GOOD_FILE,),
        (written("    mission: >-\n      pours\n\n      stops"),),
        "a line break inside",
    ),
    Sample(
        "languages in braces",
        style.a_language_a_line,
        (written("    number: {carries: none}"),),
        (written('    short: {en: "Bar", fr: "Bar"}'),),
        "line 5, roles.barman.short: languages in braces",
    ),
    Sample(
        "yes",
        style.means_what_it_says,
        (GOOD_FILE,),
        (written("    answer:\n      en: yes\n      fr: oui"),),
        "line 6, roles.barman.answer.en: yes may be read",
    ),
    Sample(
        "a date",
        style.means_what_it_says,
        (written('    date: "2025-02-01"\n    weight: 3'),),
        (written("    date: 2025-02-01"),),
        "2025-02-01 may be read",
    ),
    Sample(
        "order",
        style.in_order,
        (GOOD_FILE,),
        (f"{HEAD}roles:\n  sommelier: x\n  barman: x\n",),
        "roles: barman stands after sommelier",
    ),
    Sample(
        "tabs",
        style.tidy,
        (GOOD_FILE,),
        (GOOD_FILE.replace("[shaker, ", "[shaker,\t"),),
        "line 6: a tab or a blank",
    ),
    Sample("last line", style.tidy, (GOOD_FILE,), (GOOD_FILE + "\n",), "one line break"),
    Sample(
        "header",
        style.headed,
        (GOOD_FILE, "roles"),
        (GOOD_FILE.removeprefix("# Roles: jobs.\n"), "roles"),
        "not with a comment on what it holds",
    ),
    Sample(
        "licence",
        style.headed,
        (GOOD_FILE, "roles"),
        (GOOD_FILE.replace("CC BY 4.0", "Ours"), "roles"),
        "does not name the licence",
    ),
    Sample(
        "section of another file",
        style.headed,
        (GOOD_FILE, "roles"),
        (f"{GOOD_FILE}skills:\n  tasting: x\n", "roles"),
        "does not hold roles alone",
    ),
)

CELLAR: Final = Sections(
    roles={
        "barman": role(stage="backstage", tools=("tongs",), skills={"tasting": Need(4, 3)}),
        "sommelier": answering("both"),
    }
)


def fact(**place: Any) -> tuple[Mapping[str, Any], Sections]:
    return {"fact": "wine is kept", "in": [{"at": "roles.barman.mission", **place}]}, CELLAR


FACTS: Final = (
    Sample(
        "phrase",
        facts.fact_problems,
        fact(en="keeps  the Cellar", fr="tient la cave"),
        fact(en="keeps the cellar", fr="vide la cave"),
        "roles.barman.mission: no text with",
    ),
    Sample(
        "phrase below a path",
        facts.fact_problems,
        fact(at="roles.barman", en="could name", fr="saurait nommer"),
        fact(at="roles.barman", en="could name", fr="cave saurait"),
        "roles.barman: no text with",
    ),
    Sample(
        "phrase in one language",
        facts.fact_problems,
        fact(en="keeps", fr="tient"),
        fact(en="keeps"),
        "in one language only",
    ),
    Sample(
        "lost path",
        facts.fact_problems,
        fact(at="roles.barman.skills.tasting", level=4),
        fact(at="roles.barman.skills.mixing", level=4),
        "roles.barman.skills.mixing: is gone",
    ),
    Sample(
        "level",
        facts.fact_problems,
        fact(at="roles.barman.skills.tasting", level=3),
        fact(at="roles.barman.skills.tasting", level=5),
        "level is 4, not 5",
    ),
    Sample(
        "level at most",
        facts.fact_problems,
        fact(at="roles.barman.skills.tasting", level_at_most=4),
        fact(at="roles.barman.skills.tasting", level_at_most=3),
        "level_at_most is 4, not 3",
    ),
    Sample(
        "weight",
        facts.fact_problems,
        fact(at="roles.barman.skills.tasting", weight=2),
        fact(at="roles.barman.skills.tasting", weight=4),
        "weight is 3, not 4",
    ),
    Sample(
        "part",
        facts.fact_problems,
        fact(at="roles.sommelier.responsibilities.wine", part=["both", "responsible"]),
        fact(at="roles.sommelier.responsibilities.wine", part="responsible"),
        "part is 'both', not 'responsible'",
    ),
    Sample(
        "value",
        facts.fact_problems,
        fact(at="roles.barman.stage", **{"is": "backstage"}),
        fact(at="roles.barman.stage", **{"is": "frontstage"}),
        "is is 'backstage', not 'frontstage'",
    ),
    Sample(
        "entry",
        facts.fact_problems,
        fact(at="roles.barman.tools", has="tongs"),
        fact(at="roles.barman.tools", has="shaker"),
        "has is ('tongs',), not 'shaker'",
    ),
    Sample("nothing asked", facts.fact_problems, fact(en="cellar", fr="cave"), fact(), "nothing"),
    Sample(
        "unknown question",
        facts.fact_problems,
        fact(en="cellar", fr="cave"),
        fact(colour="red"),
        "asks for colour, which nobody checks",
    ),
    Sample(
        "place or reason",
        facts.fact_problems,
        ({"fact": "wine is kept", "editorial": "told to sell wine"}, CELLAR),
        ({"fact": "wine is kept"}, CELLAR),
        "needs either places or an editorial reason",
    ),
    Sample(
        "what it is about",
        facts.fact_problems,
        ({"fact": "wine is kept", "editorial": "told to sell wine"}, CELLAR),
        ({"editorial": "told to sell wine"}, CELLAR),
        "does not say what the fact is",
    ),
)

EVERY_SAMPLE: Final[tuple[Sample, ...]] = (
    *LANGUAGES,
    *TYPOGRAPHY,
    *WORDS,
    *OF_A_ROLE,
    *VOCABULARY,
    *PAIRS,
    *STYLE,
    *FACTS,
)


def test_every_good_sample_passes() -> None:
    found = [(sample.name, sample.rule(*sample.good)) for sample in EVERY_SAMPLE]
    assert not [(name, problems) for name, problems in found if problems]


def test_every_bad_sample_is_found() -> None:
    found = [(sample, [str(p) for p in sample.rule(*sample.bad)]) for sample in EVERY_SAMPLE]
    assert not [
        (sample.name, problems)
        for sample, problems in found
        if not any(sample.found in problem for problem in problems)
    ]


def test_every_rule_has_a_sample() -> None:
    sampled: set[str] = set()
    for sample in EVERY_SAMPLE:
        code = sample.rule.__code__
        sampled |= {sample.rule.__name__, *code.co_names}
    written_rules = {
        name
        for module, returned in ((rules, "list[Problem]"), (style, "list[str]"))
        for name, function in vars(module).items()
        if getattr(function, "__annotations__", {}).get("return") == returned
        and not name.startswith("_")
    }
    assert len(written_rules) > 20
    assert written_rules <= sampled


def test_texts_are_told_from_other_mappings() -> None:
    one = role(metrics={"revenue": "carries"}, leads_to={"sommelier": "up"})
    assert [place for place, _ in rules.texts(one._replace(responsibilities={}, analogies={}))] == [
        "title.text",
        "mission",
        "short",
        "examples.startup.text",
    ]


def test_users_are_those_who_name_a_word() -> None:
    sections = Sections(roles={"barman": role(sources=("practice",), metrics={"tips": "carries"})})
    users = rules.used(sections)
    assert users["sources"] == {"practice": {"roles.barman"}}
    assert users["metrics"] == {"tips": {"barman"}}
    assert users["families"] == {"dining": {"roles"}}
    assert users["skills"]["s1"] == {"barman"}
    assert users["tools"]["tongs"] == set()


def test_sentences_are_told_apart() -> None:
    lines = "Un, deux, trois, quatre, cinq, six. Court. « Un, deux, trois, quatre, cinq, sept… » Et"
    assert list(words.sentences(lines)) == [
        "un deux trois quatre cinq six",
        "un deux trois quatre cinq sept",
    ]


def test_sentence_places_are_by_language() -> None:
    sentence = "one two three four five six"
    passages = [
        words.Passage("a", "en", f"{sentence.title()}."),
        words.Passage("b", "en", f"{sentence}; and so on to seven. {sentence}!"),
        words.Passage("c", "fr", sentence),
    ]
    assert words.sentence_places(passages)["en", sentence] == ["a", "b"]


def test_fingerprints_say_how_they_were_made() -> None:
    contents = words.fingerprints(ARTICLE)
    lines = contents.removeprefix(words.HEADER).splitlines()
    assert contents.startswith("# Fingerprints")
    assert lines == sorted(lines)
    assert {len(line) for line in lines} == {words.DIGITS}
    assert len(lines) == 4
