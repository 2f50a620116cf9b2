"""Every command with its parameters, generated from their declarations by `make spec`."""

from roleguide.cli.parameters import Command, Kind, Parameter, Spec

SPEC = Spec(
    {
        "": Command(
            "a career guide for the terminal: what separates two jobs",
            examples=(
                "roleguide compare sales-ops sales-director",
                "roleguide show sales-director",
            ),
            parameters=(
                Parameter(
                    "version",
                    Kind("switch"),
                    help="the versions of program, data, Python and SQLite",
                    names=("--version",),
                    answers="roleguide.cli.commands.version:version",
                ),
                Parameter(
                    "shell",
                    Kind("choice", of=("bash", "zsh", "fish")),
                    metavar="bash|zsh|fish",
                    help="print what to add to the shell’s start-up file",
                    names=("--install-completion",),
                    answers="roleguide.cli.commands.completion:completion",
                ),
            ),
        ),
        "list": Command(
            "which roles there are",
            group="Understand",
            answers="roleguide.cli.commands.list:list_roles",
            examples=("roleguide list", "roleguide list --family operations"),
            parameters=(
                Parameter(
                    "family",
                    Kind("record", of=("families:roles",)),
                    metavar="FAMILY",
                    help="only this part of the organisation",
                    names=("--family",),
                ),
                Parameter(
                    "level",
                    Kind(
                        "choice",
                        of=(
                            "entry",
                            "professional",
                            "senior",
                            "lead",
                            "manager",
                            "director",
                            "vp",
                            "chief",
                        ),
                    ),
                    metavar="LEVEL",
                    help="only this place on the ladder",
                    names=("--level",),
                ),
                Parameter(
                    "stage",
                    Kind("choice", of=("backstage", "mixed", "frontstage")),
                    metavar="STAGE",
                    help="only {choices}",
                    names=("--stage",),
                ),
                Parameter(
                    "skill",
                    Kind("record", of=("skills",)),
                    metavar="SKILL",
                    help="only roles that need this skill",
                    names=("--skill",),
                ),
            ),
        ),
        "show": Command(
            "what a job is, or what a word means",
            group="Understand",
            answers="roleguide.cli.commands.show:show",
            examples=(
                "roleguide show sales-ops",
                "roleguide show sales-director -o director.html",
                "roleguide show sales-director --format yaml",
            ),
            parameters=(
                Parameter(
                    "name",
                    Kind(
                        "record",
                        of=(
                            "roles",
                            "activities",
                            "skills",
                            "metrics",
                            "tools",
                            "contexts",
                            "worlds",
                            "terms",
                            "families",
                        ),
                    ),
                    metavar="NAME",
                    help="a role, skill, activity, metric, tool, context, world or term",
                    required=True,
                ),
                Parameter(
                    "full",
                    Kind("switch"),
                    help="of a role or activity everything, not just the first screen",
                    names=("--full",),
                ),
                Parameter(
                    "extends",
                    Kind("record", of=("roles",)),
                    metavar="ROLE",
                    help="as YAML, only what differs from that role",
                    names=("--extends",),
                ),
            ),
        ),
        "who": Command(
            "who does an activity, and who answers for it",
            group="Understand",
            answers="roleguide.cli.commands.who:who",
            examples=("roleguide who sales-forecast",),
            parameters=(
                Parameter(
                    "activity",
                    Kind("record", of=("activities",)),
                    metavar="ACTIVITY",
                    help="without one, lists every activity in the guide",
                ),
                Parameter(
                    "full",
                    Kind("switch"),
                    help="what each does in it, not just the first screen",
                    names=("--full",),
                ),
            ),
        ),
        "define": Command(
            "what a term means, in every sense",
            group="Understand",
            answers="roleguide.cli.commands.define:define",
            examples=("roleguide define CRO",),
            parameters=(
                Parameter(
                    "term",
                    Kind("record", of=("terms",)),
                    metavar="TERM",
                    help="without one, lists every term in the guide",
                ),
            ),
        ),
        "search": Command(
            "where a word is used, in every guide and language",
            group="Understand",
            answers="roleguide.cli.commands.search:search",
            examples=("roleguide search forecast", 'roleguide search "remise" --in roles'),
            parameters=(
                Parameter(
                    "words",
                    Kind("text"),
                    metavar="WORD …",
                    help="words in either language",
                    required=True,
                    many=True,
                ),
                Parameter(
                    "in_",
                    Kind(
                        "choice",
                        of=(
                            "roles",
                            "activities",
                            "skills",
                            "metrics",
                            "tools",
                            "contexts",
                            "terms",
                            "pairs",
                        ),
                    ),
                    metavar="SECTION",
                    help="only in {choices}",
                    names=("--in",),
                ),
                Parameter(
                    "limit",
                    Kind("number", of=("0", "1000000")),
                    metavar="N",
                    help="how many records, the best first; 0 for all; without it, 20",
                    names=("--limit",),
                ),
            ),
        ),
        "title": Command(
            "what a job title means, what it hides, how it is written",
            group="Understand",
            answers="roleguide.cli.commands.title:title",
            examples=(
                'roleguide title "Head of Sales Ops EMEA (m/f/d)"',
                "roleguide title - < titles.txt",
            ),
            parameters=(
                Parameter(
                    "words",
                    Kind("text"),
                    metavar="TITLE …",
                    help="a job title as people write it, or - for one a line from standard input",
                    required=True,
                    many=True,
                ),
            ),
        ),
        "ad": Command(
            "which role a job advertisement describes, and what it leaves out",
            group="Understand",
            answers="roleguide.cli.commands.ad:ad",
            examples=("roleguide ad advertisement.txt", "roleguide ad - < advertisement.html"),
            parameters=(
                Parameter(
                    "file",
                    Kind("file"),
                    metavar="FILE",
                    help="a job advertisement (text, Markdown, HTML), its title in the first line, or - for standard input",
                    required=True,
                ),
            ),
        ),
        "compare": Command(
            "what separates two roles, or more",
            group="Compare",
            answers="roleguide.cli.commands.compare:compare",
            examples=(
                "roleguide compare sales-ops sales-director",
                "roleguide compare sales-ops revops-manager --only differences",
                "roleguide compare sdr csm sales-manager --format markdown",
            ),
            parameters=(
                Parameter(
                    "roles",
                    Kind("record", of=("roles",)),
                    metavar="ROLE ROLE …",
                    help="two roles, or more for a matrix",
                    required=True,
                    many=True,
                ),
                Parameter(
                    "only",
                    Kind("choice", of=("differences", "shared")),
                    metavar="differences|shared",
                    help="only what differs, or only what both have",
                    names=("--only",),
                ),
                Parameter(
                    "in_",
                    Kind("record", of=("contexts",)),
                    metavar="CONTEXT",
                    help="as the roles are in that context",
                    names=("--in",),
                ),
                Parameter(
                    "full", Kind("switch"), help="everything, what decides first", names=("--full",)
                ),
                Parameter(
                    "short",
                    Kind("switch"),
                    help="a few lines, to paste to somebody",
                    names=("--short",),
                ),
                Parameter(
                    "exit_code",
                    Kind("switch"),
                    help="exit 1 where the roles differ",
                    names=("--exit-code",),
                ),
            ),
        ),
        "skills": Command(
            "which skills roles need, and at what level",
            group="Compare",
            answers="roleguide.cli.commands.skills:skills",
            examples=("roleguide skills sales-ops", "roleguide skills"),
            parameters=(
                Parameter(
                    "roles",
                    Kind("record", of=("roles",)),
                    metavar="ROLE …",
                    help="without one, lists every skill in the guide",
                    many=True,
                ),
            ),
        ),
        "pay": Command(
            "what roles are paid, by country, year and source",
            group="Compare",
            answers="roleguide.cli.commands.pay:pay",
            examples=(
                "roleguide pay sales-ops sales-director",
                "roleguide pay csm --country UK",
                "roleguide pay account-executive sdr --format csv",
            ),
            parameters=(
                Parameter(
                    "roles",
                    Kind("record", of=("roles",)),
                    metavar="ROLE …",
                    help="one role or several",
                    required=True,
                    many=True,
                ),
                Parameter(
                    "country",
                    Kind("choice", of=("FR", "CA", "BE", "CH", "UK", "US")),
                    metavar="COUNTRY",
                    help="only {choices}; without it, your own by the language’s region (fr-CA), or all",
                    names=("--country",),
                ),
            ),
        ),
        "examples": Command(
            "what roles look like in a startup, an agency and so on",
            group="Compare",
            answers="roleguide.cli.commands.examples:examples",
            examples=("roleguide examples sales-ops sales-director --in startup",),
            parameters=(
                Parameter(
                    "roles",
                    Kind("record", of=("roles",)),
                    metavar="ROLE …",
                    help="one role or several",
                    required=True,
                    many=True,
                ),
                Parameter(
                    "in_",
                    Kind("record", of=("contexts",)),
                    metavar="CONTEXT",
                    help="only in that context",
                    names=("--in",),
                ),
            ),
        ),
        "analogies": Command(
            "roles explained by figures in another world",
            group="Compare",
            answers="roleguide.cli.commands.analogies:analogies",
            examples=("roleguide analogies sales-ops sales-director --world ship",),
            parameters=(
                Parameter(
                    "roles",
                    Kind("record", of=("roles",)),
                    metavar="ROLE …",
                    help="one role or several",
                    required=True,
                    many=True,
                ),
                Parameter(
                    "world",
                    Kind("record", of=("worlds",)),
                    metavar="WORLD",
                    help="only in that world",
                    names=("--world",),
                ),
            ),
        ),
        "move": Command(
            "what it takes to go from one role to another",
            group="Move",
            answers="roleguide.cli.commands.move:move",
            examples=(
                "roleguide move customer-support-manager csm",
                "roleguide move sdr sales-director --full --explain",
            ),
            parameters=(
                Parameter(
                    "roles",
                    Kind("record", of=("roles",)),
                    metavar="FROM TO",
                    help="the role you have, and the role you want",
                    required=True,
                    many=True,
                ),
                Parameter(
                    "full", Kind("switch"), help="every skill, part and question", names=("--full",)
                ),
                Parameter(
                    "explain",
                    Kind("switch"),
                    help="how the figures are reckoned",
                    names=("--explain",),
                ),
            ),
        ),
        "next": Command(
            "where people go from a role, where they come from, what is near",
            group="Move",
            answers="roleguide.cli.commands.next:next_roles",
            examples=("roleguide next sdr", "roleguide next csm --lang fr"),
            parameters=(
                Parameter(
                    "role",
                    Kind("record", of=("roles",)),
                    metavar="ROLE",
                    help="the role you have",
                    required=True,
                ),
            ),
        ),
        "fit": Command(
            "which roles fit what I can, do and want",
            group="Move",
            answers="roleguide.cli.commands.fit:fit",
            examples=("roleguide fit me.yaml", "roleguide fit me.yaml --full --explain"),
            parameters=(
                Parameter(
                    "profile",
                    Kind("file"),
                    metavar="FILE",
                    help="a profile, as new profile writes one, or - for standard input",
                    required=True,
                ),
                Parameter(
                    "full",
                    Kind("switch"),
                    help="every role, and every point of the first ones",
                    names=("--full",),
                ),
                Parameter(
                    "explain",
                    Kind("switch"),
                    help="how the points are reckoned",
                    names=("--explain",),
                ),
            ),
        ),
        "check": Command(
            "whether a guide is sound, and where each fault is",
            group="Your guide",
            answers="roleguide.cli.commands.check:check",
            examples=("roleguide check", "roleguide check acme.yaml"),
            parameters=(
                Parameter(
                    "path",
                    Kind("file"),
                    metavar="PATH",
                    help="a YAML file, a folder of them, or - for standard input; without one, every guide in use",
                ),
            ),
        ),
        "schema": Command(
            "the JSON Schema by which editors check a guide and complete it",
            group="Your guide",
            answers="roleguide.cli.commands.schema:schema",
            examples=("roleguide schema -o roleguide.schema.json",),
        ),
        "help": Command(
            "help on the program, a command or a topic",
            group="Help",
            answers="roleguide.cli.commands.help:show_help",
            examples=("roleguide help compare", "roleguide help environment"),
            parameters=(
                Parameter(
                    "topic",
                    Kind("page"),
                    metavar="TOPIC",
                    help="a command or a topic; without one, the whole program",
                ),
            ),
        ),
        "new": Command(
            "a file of your own to fill in",
            group="Your guide",
            examples=("roleguide new profile me",),
        ),
        "new profile": Command(
            "a profile to fill in: what you have done, master, want and refuse",
            answers="roleguide.cli.commands.new:new_profile",
            examples=("roleguide new profile me", "roleguide new profile me --from sdr"),
            parameters=(
                Parameter(
                    "name",
                    Kind("file"),
                    metavar="NAME",
                    help="the file to write; without an ending, NAME.yaml",
                    required=True,
                ),
                Parameter(
                    "source",
                    Kind("record", of=("roles",)),
                    metavar="ROLE",
                    help="begin with what this role asks for and does",
                    names=("--from",),
                ),
            ),
        ),
    },
    (
        Parameter(
            "lang",
            Kind("language", of=("en", "fr")),
            metavar="en|fr",
            help="the language",
            names=("--lang",),
        ),
        Parameter(
            "format",
            Kind("choice", of=("terminal", "plain", "markdown", "html", "csv", "json", "yaml")),
            metavar="FORMAT",
            help="{choices}",
            names=("--format",),
        ),
        Parameter(
            "output",
            Kind("file"),
            metavar="FILE",
            help="write to this file, whole or not at all; its ending sets the format",
            names=("-o", "--output"),
        ),
        Parameter(
            "guide",
            Kind("file"),
            metavar="PATH",
            help="a guide of your own, above the built-in one",
            names=("--guide",),
            many=True,
        ),
        Parameter(
            "color",
            Kind("choice", of=("auto", "always", "never")),
            metavar="auto|always|never",
            help="when to use colour",
            names=("--color",),
        ),
        Parameter(
            "width",
            Kind("number", of=("20", "1000")),
            metavar="N",
            help="width in columns",
            names=("--width",),
        ),
        Parameter(
            "help",
            Kind("switch"),
            help="this help",
            names=("-h", "--help"),
            answers="roleguide.cli.commands.help:show_help",
        ),
    ),
)
