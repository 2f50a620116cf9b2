"""The topics of `help` as data: the help, the manual and the reference are made from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from roleguide.formats import CHOICES, FORMATS
from roleguide.language import N_


class Block(NamedTuple):
    """A part of a topic, shown in this order.

    Attributes:
        heading: Its heading; empty for the opening.
        text: A paragraph.
        yaml: An example of a guide.
        entries: Names as they are typed, each with what is to say of it.
        commands: Commands to try.
    """

    heading: str = ""
    text: str = ""
    yaml: str = ""
    entries: Mapping[str, str] = {}
    commands: tuple[str, ...] = ()


FOLDERS: Final = Block(
    N_("Where they lie"),
    N_(
        "On Linux, the folders below; on macOS, ~/Library/Application "
        "Support/roleguide/ and ~/Library/Caches/roleguide/; on Windows, config and "
        "cache under %LOCALAPPDATA%\\roleguide. ROLEGUIDE_CONFIG_DIR and "
        "ROLEGUIDE_CACHE_DIR name other folders."
    ),
    entries={
        "~/.config/roleguide/": N_("your own guides"),
        "~/.cache/roleguide/": N_("compiled guides, which you can delete at any time"),
    },
)

_ENVIRONMENT: Final = (
    Block(text=N_("An option outranks its variable. An empty variable counts as unset.")),
    Block(
        N_("Language"),
        entries={
            "ROLEGUIDE_LANG": N_("the language, en or fr, with a country if you like: fr-CA"),
            "LC_ALL": N_("decides where ROLEGUIDE_LANG is not set"),
            "LC_MESSAGES": N_("decides where LC_ALL is not set either"),
            "LANG": N_("decides last; in all four, whatever is not French means English"),
        },
    ),
    Block(
        N_("Appearance"),
        entries={
            "ACCESSIBLE": N_("unless it is 0, words in place of marks, as with --format plain"),
            "NO_COLOR": N_("no colour, whatever FORCE_COLOR and CLICOLOR_FORCE say"),
            "FORCE_COLOR": N_("unless it is 0, answers drawn in colour even in a pipe"),
            "CLICOLOR_FORCE": N_("the same"),
            "CLICOLOR": N_("0 means no colour"),
            "TERM": N_("dumb means no colour"),
            "COLUMNS": N_("the width to draw in, up to 110; else the terminal’s, else 80"),
            "ROLEGUIDE_PAGER": N_("the pager for answers on a terminal; if unset, none"),
            "LESS": N_(
                "the options of less when it is the pager; if not set at all, FRX; without R "
                "among them, no colour"
            ),
        },
    ),
    Block(
        N_("Guides"),
        entries={
            "ROLEGUIDE_PATH": N_(
                "more guides, files or folders, separated by colons (on Windows by semicolons)"
            ),
            "ROLEGUIDE_CONFIG_DIR": N_("the folder of your own guides"),
            "ROLEGUIDE_CACHE_DIR": N_("the folder of compiled guides"),
            "XDG_CONFIG_HOME": N_(
                "without ROLEGUIDE_CONFIG_DIR, your guides lie in its folder roleguide"
            ),
            "XDG_CACHE_HOME": N_(
                "without ROLEGUIDE_CACHE_DIR, compiled guides lie in its folder roleguide"
            ),
            "LOCALAPPDATA": N_(
                "on Windows, without any of these, both lie in its folder roleguide, under "
                "config and cache"
            ),
        },
    ),
    Block(
        N_("Debugging and completion"),
        entries={
            "ROLEGUIDE_DEBUG": N_("a fault in the program shows its traceback"),
            "_ROLEGUIDE_COMPLETE": N_("the shell that asks; set by the completion script"),
            "COMP_WORDS": N_("the words of the line; set likewise"),
            "COMP_CWORD": N_("which word is being typed; set likewise"),
        },
    ),
)

_EXIT_CODES: Final = (
    Block(
        entries={
            "0": N_("done; warnings of check do not count"),
            "1": N_(
                "the answer is no: check found faults, compare --exit-code a difference, "
                "search nothing, title or ad a job of no role"
            ),
            "2": N_(
                "no answer: a mistyped command line, an unknown or ambiguous name, an "
                "unreadable or faulty guide, a file that could not be written, a fault in the "
                "program"
            ),
            "130": N_("interrupted, as by Ctrl+C"),
            "141": N_(
                "the program that reads the pipe stopped before the end, as head does; no message"
            ),
        },
    ),
    Block(
        text=N_(
            "With 2, standard error says what is wrong and what to try next; where the "
            "answer was to be JSON, it says so in JSON (roleguide.error/1)."
        ),
        commands=(
            "roleguide check acme.yaml || exit",
            "roleguide compare roleguide/sales-ops sales-ops --exit-code --format json",
        ),
    ),
)

_FORMATS: Final = (
    Block(
        text=N_(
            "--format decides; otherwise the ending of the file after -o; otherwise where "
            "the answer goes: a terminal gets a drawn page, a pipe gets bare lines."
        ),
        entries={name: FORMATS[name].summary for name in CHOICES},
    ),
    Block(
        N_("In a pipe"),
        N_(
            "No colour, no boxes, no wrapping, nothing cut short. list and skills, title -, and "
            "who and define without a name, give one line for each record, with tabs between "
            "the columns and no header; other answers keep their lines and marks. With "
            "--width, --color always or --format terminal, an answer is drawn there too."
        ),
        commands=("roleguide list | cut -f1", "roleguide skills sales-ops | head -3"),
    ),
    Block(
        N_("What csv promises"),
        N_(
            "UTF-8, laid out as RFC 4180 says, with a header whose names are the same in "
            "every language. A text that starts with = + - or @ gets an apostrophe before "
            "it, so that no spreadsheet runs it; a number stays a number."
        ),
    ),
    Block(
        N_("What json promises"),
        N_(
            "UTF-8, the same bytes whatever the locale, the terminal and the colour; every "
            "text in all its languages. Each document names its schema under “schema”. A "
            "new key leaves the number after the slash as it is; a key that changes or goes "
            "raises it."
        ),
        entries={
            "roleguide.comparison/1": N_("compare, two roles"),
            "roleguide.matrix/1": N_("compare, three roles or more"),
            "roleguide.roles/1": "list",
            "roleguide.role/1": N_("show, a role"),
            "roleguide.skill/1": N_(
                "show, a skill; likewise roleguide.activity/1, roleguide.metric/1, "
                "roleguide.tool/1, roleguide.context/1, roleguide.world/1, roleguide.family/1"
            ),
            "roleguide.term/1": N_("show or define, a term"),
            "roleguide.terms/1": N_("define, without a term"),
            "roleguide.who/1": N_("who, an activity"),
            "roleguide.activities/1": N_("who, without an activity"),
            "roleguide.skills/1": N_("skills, without a role"),
            "roleguide.role-skills/1": N_("skills, one role or several"),
            "roleguide.examples/1": "examples",
            "roleguide.analogies/1": "analogies",
            "roleguide.hits/1": "search",
            "roleguide.ad/1": "ad",
            "roleguide.ads/1": N_("ad, with --vs"),
            "roleguide.fit/1": "fit",
            "roleguide.between/1": N_("fit, with --between"),
            "roleguide.move/1": "move",
            "roleguide.pay/1": N_("pay; with the sources of its figures"),
            "roleguide.next/1": "next",
            "roleguide.title/1": N_("title; with -, a document a line"),
            "roleguide.faults/1": "check",
            "roleguide.written/1": "new",
            "roleguide.guides/1": "guides",
            "roleguide.changes/1": "changes",
            "roleguide.site/1": "site",
            "roleguide.error/1": N_("any error, on standard error"),
        },
    ),
)

_GUIDES: Final = (
    Block(
        text=N_(
            "A guide is a YAML file or a folder of them: roles, and the skills, activities, "
            "terms and so on that they name. Guides stack; of two records with the same id, "
            "the one in the higher guide counts."
        ),
    ),
    Block(
        text=N_(
            "Of a folder, the files ending in .yaml or .yml are read, and a section may go on from "
            "one to the next. Passed over are files whose names begin with a dot, and profiles and "
            "teams: files whose first key is profile or team."
        ),
    ),
    Block(
        N_("Write your own"),
        N_(
            "new writes a file with blanks to fill in and a comment on each field; with --extends, "
            "the lines of a standard role that companies change most. Nothing is overwritten. "
            "schema makes an editor complete keys and ids. changes says what a guide changes of "
            "the standard, guides which are in effect. docs/own-guide.en.md in the repository goes "
            "from the first line to a guide that a company shares."
        ),
        commands=(
            'roleguide new role "Deal Doctor"',
            "roleguide new role sales-ops --extends",
            "roleguide new guide acme",
            "roleguide schema -o roleguide.schema.json",
        ),
    ),
    Block(
        N_("From the bottom up"),
        entries={
            "1": N_("the built-in guide, called roleguide"),
            "2": N_("your own: the YAML files in your folder of guides"),
            "3": N_("those of ROLEGUIDE_PATH, in its order"),
            "4": N_("each --guide, in the order given, the last on top; - is standard input"),
        },
    ),
    Block(
        N_("Which role a name means"),
        entries={
            "sales-ops": N_("that of the uppermost guide that has it"),
            "roleguide/sales-ops": N_("the built-in guide’s, whatever lies above it"),
            "acme/sales-ops": N_("that of the guide acme"),
        },
    ),
    Block(
        N_("A role upon another"),
        yaml=(
            "guide: {id: acme, format: 1}\n"
            "roles:\n"
            "  sales-ops:\n"
            "    extends: sales-ops\n"
            "    level: director\n"
            "    skills:\n"
            "      leading-people:\n"
            "        {level: 4, weight: 3}\n"
            "      querying-bi: null\n"
        ),
        entries={
            "guide": N_(
                "the guide’s id, the data format and its edition, if it has one; without it, "
                "the id is the name of the file or folder, and “mine” in your folder of guides"
            ),
            "extends": N_(
                "takes the role of that id in the guides below; what you write goes on top: "
                "mappings merge key by key, lists and texts replace those below"
            ),
            "weight": N_(
                "how much a skill separates the role and matters: 1 useful, 2 important, "
                "3 essential; what every role of a family needs stands under its “basics”"
            ),
            "null": N_("removes what the guides below say there"),
        },
    ),
    Block(
        N_("Before you rely on it"),
        N_(
            "Run check first: it names every fault, with its line, its column and a remedy; after "
            "them, it warns of what is poor, or says what another record denies, as far as the "
            "guide can be read already. "
            "A guide with faults is never used in part: until it is mended, all other "
            "commands that read it stop with exit code 2."
        ),
        commands=(
            "roleguide check acme.yaml",
            "roleguide compare roleguide/sales-ops sales-ops --guide acme.yaml",
        ),
    ),
    FOLDERS,
)

_JOB_TITLES: Final = (
    Block(
        text=N_(
            "Wherever a role is asked for, a title from an advertisement does as well. What is a "
            "name in a guide means what it means there; only what is none is read as a title."
        ),
        commands=(
            'roleguide title "Senior AE - Paris (H/F)"',
            'roleguide compare "Sales Ops Mgr" "Director of Sales"',
        ),
    ),
    Block(
        N_("How it is read"),
        N_(
            "Case, accents, plurals, gender and the order of words do not matter. Abbreviations "
            "count as what they stand for, and one wrong letter in a long word is corrected and "
            "said. Seniority that makes no other role, regions, customers, gender marks, contract, "
            "place, pay and hours are left aside. A title is sure where one role is left and every "
            "other word belongs to one of its names; it is answered then. Otherwise the roles that "
            "come near are listed. A word of another trade makes it no role of the guide."
        ),
    ),
    Block(
        N_("A row a title"),
        N_(
            "title - reads titles from standard input, one a line, and writes a row for each line "
            "as soon as it is read, an empty line too: with tabs, on a terminal and with --width "
            "as well, or as --format csv and json have it. The columns:"
        ),
        entries={
            "title": N_("the title as it was read, without what was wrong with its letters"),
            "verdict": N_(
                "sure (one role), unclear (those in the next column), none (no role of ours)"
            ),
            "roles": N_(
                "ids with commas between them, the likeliest first; with none, the nearest"
            ),
            "role_title": N_("the title of the role, if it is sure"),
            "aside": N_("what was left aside, as kind: words, with semicolons between them"),
            "corrections": N_("words with a wrong letter, each = what it was taken for"),
            "trade": N_("the word of another trade that makes it none"),
        },
        commands=(
            "roleguide title - < titles.txt | cut -f1,3",
            "roleguide title - --format json < titles.txt",
        ),
    ),
    Block(
        N_("Your own words"),
        N_(
            "A guide adds words around titles in its section title_words: what is said on the "
            "cards of a company for ranks, regions and products, and its abbreviations."
        ),
        yaml=(
            "guide: {id: acme, format: 1}\n"
            "title_words:\n"
            "  our-regions:\n"
            "    kind: region\n"
            "    words: {en: [southern cluster]}\n"
            "  our-abbreviations:\n"
            "    kind: spelling\n"
            "    stands_for:\n"
            "      en: {CX: customer success}\n"
        ),
    ),
)

_ADVERTISEMENTS: Final = (
    Block(
        text=N_(
            "ad reads a job advertisement: its title in the first line, then text, Markdown or "
            "HTML, in English or French. It reads words alone and understands nothing; every "
            "verdict stands beside the sentences it comes from, so that you can judge it."
        ),
    ),
    Block(
        N_("Which role"),
        N_(
            "Sentences of praise, benefits and formalities are left out, those too that begin with "
            "the company’s name, and what one must bring counts less than what one does. Each word "
            "of the rest speaks for the roles of which advertisements say it more often; the "
            "sentences behind that lie in data/ads. Whether people are led decides for or against "
            "leaders. The title is one voice, and a weaker one where it is given to many jobs, or "
            "is a leader’s and nobody is led. Three sentences must speak for a role by their "
            "words, quoted or not, and one of them must say what one does; no other trade may be "
            "nearer. Three tasks or more in one sentence count as a sentence each. Otherwise the "
            "answer is no role, or too short. Quoted are duties that tell of what the role does, "
            "each once, for the role it speaks for most, and none that only "
            "repeats the title; a role without one is near by words alone."
        ),
    ),
    Block(
        N_("The title and the tasks"),
        N_(
            "The title is said to be another job where the role of the tasks is none that the "
            "title names and is ahead of them. Where the title says little, nothing is said of it."
        ),
    ),
    Block(
        N_("What is missing"),
        N_(
            "Pay counts as stated where an amount stands beside a word of pay; a superior, where "
            "the text says to whom one reports; a target, where something has to be reached; a "
            "team, where its size or its members are told, and not where it is only led; place and "
            "contract, where words for them stand anywhere, of the company too. What is written in "
            "other words is missed, such as the name of a town alone."
        ),
    ),
    Block(
        N_("Odd, and the law"),
        N_(
            "The section ad_rules of a guide holds words to look at and statements that a law "
            "demands, each with country, law, article and date. --for employer says what to "
            "change, in which line, and exits with 1 where a law demands it; --country keeps to "
            "one country. This is no legal advice: laws have exceptions that no list of words "
            "knows, and there are more laws than these."
        ),
    ),
    Block(
        N_("Your own words"),
        N_(
            "A guide adds to what advertisements say: in ad_words the phrases of an activity, of a "
            "role of its own or of a statement, in ad_rules its own rules."
        ),
        yaml=(
            "guide: {id: acme, format: 1}\n"
            "ad_words:\n"
            "  our-demos:\n"
            "    activity: demo\n"
            "    words: {en: [showroom]}\n"
            "ad_rules:\n"
            "  family:\n"
            "    remark: {en: We are no family.}\n"
            "    remedy: {en: Say how we work.}\n"
            "    words: {en: [our family]}\n"
        ),
    ),
)

_COVERAGE: Final = (
    Block(
        text=N_(
            "move says what it takes to go from one role to another. It reads two sheets, and no "
            "sheet knows you: what a role lists is what it asks for, not what you can do. For "
            "reflection; not to select or rank people."
        ),
        commands=(
            "roleguide move customer-support-manager csm",
            "roleguide move sdr sales-director --full --explain",
        ),
    ),
    Block(
        N_("The kind of move"),
        N_(
            "A step up, a sideways move and a change of trade are usual; the sheets say what shows "
            "that somebody is ready. Sideways is also a change of track, to leading a team or from "
            "it. A move back undoes a step up, as from manager to seller. Against the usual "
            "direction: people move sideways or change trade the other way. Near, but no usual "
            "step: the two ask for and do much of the same, as under roleguide next. Not one "
            "move: usual steps lead there one after the other. Shown are the shortest ways; a "
            "change of trade counts as two steps, and six are the limit. Of ways of one length, "
            "the one whose hardest step is the least hard comes first (the maximum capacity route, "
            "Pollack, 1960); the hardest step is the one whose skills are held least by whoever "
            "comes there. No usual way: the page says what stands between."
        ),
    ),
    Block(
        N_("What to do about a skill"),
        N_("The names are those of JSON and CSV."),
        entries={
            "keep": N_("listed for both, at the level asked for or above"),
            "deepen": N_("listed for both, below the level asked for"),
            "show": N_(
                "asked for, and not listed where you come from. That is never taken for level "
                "0: you may have it, and you will have to show it"
            ),
            "let_go": N_("listed where you come from, not where you go: it counts less there"),
        },
    ),
    Block(
        N_("What comes first"),
        N_(
            "The question of the interview proves the skill of which most is missing: weight × "
            "levels, where one that is not listed is all missing, for this order alone. How it "
            "fails is what somebody from your job does wrong there: it names a task that you give "
            "up, else a skill to show or to deepen. What may happen to anybody stands under "
            "--full. The first step is what a beginner does in the skill of which most is missing: "
            "level 2 where it is not listed, else the next level. Of several, leading comes first, "
            "then what the fewest jobs ask for. Whoever moves back begins with a task to do once "
            "more, where there is one."
        ),
    ),
    Block(
        N_("The figures of --explain"),
        N_(
            "Each has a direction: going there has other figures than coming back. They are "
            "containment, the share of one set that another contains (Broder, 1997; Tversky’s "
            "ratio model, 1977, with alpha = 0 and beta = 1). What is basic to a family of roles "
            "counts as held at that level."
        ),
        entries={
            "held": N_("sum of weight × the lower of both levels / sum of weight × level asked"),
            "short": N_("sum of weight × levels missing / sum of weight × level asked"),
            "unlisted": N_(
                "sum of weight × level asked, over the skills not listed, / sum of weight × "
                "level asked over all; the three shares add up to 1"
            ),
            "activities": N_(
                "activities in which both have a part / activities of the role you go to; "
                "being told is no part"
            ),
        },
    ),
    Block(
        N_("What is near"),
        N_(
            "next tells the roles that no usual step joins to yours and whose nearness is 0.35 at "
            "least: the mean of held and activities, there and back. Shares are said in words: "
            "nearly all from 0.8, most from 0.6, about half from 0.4, some from 0.2, few below."
        ),
        commands=("roleguide next csm",),
    ),
)

_PROFILES: Final = (
    Block(
        text=N_(
            "A profile is a YAML file in which one person says what he or she has done, masters, "
            "wants and refuses. It stays where it is: nothing of it is kept, and nothing is sent. "
            "For reflection; not to select or rank people."
        ),
        commands=(
            "roleguide new profile me --from sdr",
            "roleguide check me.yaml",
            "roleguide fit me.yaml",
        ),
    ),
    Block(
        N_("An example"),
        yaml=(
            "profile:\n"
            "  now: sdr\n"
            "  roles:\n"
            "    sdr: 2\n"
            "    sales-assistant: 1\n"
            "  skills:\n"
            "    prospecting: 4\n"
            "    qualifying:\n"
            "      level: 3\n"
            "      evidence: taught it to two\n"
            "  activities:\n"
            "    inbound-leads: owns\n"
            "    outbound-prospecting: does\n"
            "  wants:\n"
            "    stage: [frontstage]\n"
            "    leading: true\n"
            "    contexts: [startup, agency]\n"
            "  refuses: {travel: true}\n"
        ),
    ),
    Block(
        N_("Its parts"),
        N_("None of them has to be there. Roles, skills and activities go by their ids."),
        entries={
            "now": N_(
                "the role held today, by its title; a job that is in no guide stands below it, "
                "as title"
            ),
            "roles": N_("the roles held so far, with the whole years in each, from 0 to 60"),
            "skills": N_("the level from 1 to 5, alone or with the evidence that shows it"),
            "activities": N_("what is done at work: owns (answers for it), does, or helps"),
            "wants": N_("what counts for a role"),
            "refuses": N_("what excludes a role, whatever else speaks for it"),
        },
    ),
    Block(
        N_("What fit makes of it"),
        N_(
            "Each role has points, and you bring some of them. What you say yourself counts; of "
            "what you do not say, the sheets of the roles you held are taken as they stand, a "
            "level lower for a role held under a year. Where nothing at all is known of skills, or "
            "of activities, they do not count. The sum is a weighted additive value (Keeney and "
            "Raiffa, 1976), and it has one direction, as a role asks for it: who brings more than "
            "is asked gains nothing by it (demands and abilities: Edwards, 1991). The worths are "
            "the editors’ judgement. Read the reasons, not the sums."
        ),
        entries={
            "skills": N_(
                "9 if essential, 3 if important, 1 if useful, × the lower of your level and "
                "the level asked / the level asked"
            ),
            "activities": N_(
                "3 where the role answers for it or does it, and half of that if you helped; "
                "1 where the role helps"
            ),
            "wishes": N_("9 where the role’s sheet grants it, 0 where it denies it"),
            "near": N_("from half of a role’s points on; a bare share is no verdict"),
            "title": N_(
                "your activities beside those of a role: 2 × those in common / (yours + the "
                "role’s), half for another part (Dice, 1945)"
            ),
        },
        commands=("roleguide fit me.yaml --full --explain",),
    ),
    Block(
        N_("What can be wanted and refused"),
        entries={
            "stage": N_("a list of backstage, mixed, frontstage"),
            "leading": N_("true: to lead a team, or managers"),
            "number": N_(
                "true: to carry a figure of one’s own, of a team or of more; a shared one is none"
            ),
            "travel": N_("true: to be away again and again"),
            "contexts": N_(
                "a list of settings, such as startup or agency; to refuse some excludes the "
                "roles that are found in no other"
            ),
        },
    ),
    Block(
        N_("Either-or questions"),
        N_(
            "fit --between asks the questions that the guide has about each pair of roles, or that "
            "are made of the two sheets. Each answer is a vote for one role: a yes for the one the "
            "question tells of, a no for the other. Most votes point to a role; a tie decides "
            "nothing. What you want and what you do are counted apart."
        ),
        commands=(
            "roleguide fit --between account-manager csm",
            "roleguide fit --between account-manager csm --answers ab-a",
        ),
    ),
)

BLOCKS: Final[Mapping[str, tuple[Block, ...]]] = {
    "advertisements": _ADVERTISEMENTS,
    "coverage": _COVERAGE,
    "environment": _ENVIRONMENT,
    "exit-codes": _EXIT_CODES,
    "formats": _FORMATS,
    "guides": _GUIDES,
    "job-titles": _JOB_TITLES,
    "profiles": _PROFILES,
}
"""The blocks of each topic in `help.TOPICS`."""
