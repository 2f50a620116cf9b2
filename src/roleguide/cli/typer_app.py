"""The program as a Typer app: the one declaration of its commands and of what they take.

No command line waits for it: `tools/spec.py` makes from it the spec by which lines are taken apart,
completed and explained without Typer, whose import takes longer than most answers. Commands name
Typer in annotations alone, which nobody but that tool evaluates.
"""

from __future__ import annotations

from collections.abc import Callable

import typer

from roleguide.cli.commands.ad import ad
from roleguide.cli.commands.changes import changes
from roleguide.cli.commands.check import check
from roleguide.cli.commands.compare import compare
from roleguide.cli.commands.fit import fit
from roleguide.cli.commands.guides import guides
from roleguide.cli.commands.help import show_help
from roleguide.cli.commands.list import list_roles
from roleguide.cli.commands.move import move
from roleguide.cli.commands.new import new_profile
from roleguide.cli.commands.new_record import new_activity, new_guide, new_pair, new_role, new_skill
from roleguide.cli.commands.next import next_roles
from roleguide.cli.commands.pay import pay
from roleguide.cli.commands.scenes import analogies, examples
from roleguide.cli.commands.schema import schema
from roleguide.cli.commands.search import search
from roleguide.cli.commands.show import define, show
from roleguide.cli.commands.site import site
from roleguide.cli.commands.skills import skills
from roleguide.cli.commands.title import title
from roleguide.cli.commands.who import who
from roleguide.cli.options import program


def add(
    app: typer.Typer,
    group: str,
    function: Callable[..., object],
    *examples: str,
    name: str | None = None,
) -> None:
    """Add a command; its summary is the first line of the function's docstring.

    Args:
        app: The program, or a group of its commands.
        group: The heading it stands under in the help.
        function: The function that answers it.
        examples: Lines to try.
        name: The word that calls it, where that is not the function's name.
    """
    app.command(name, epilog="\n".join(examples), rich_help_panel=group)(function)


UNDERSTAND, COMPARE, MOVE, GUIDE, HELP = "Understand", "Compare", "Move", "Your guide", "Help"

APP = typer.Typer()
APP.callback(
    help="A career guide for the terminal: what separates two jobs.",
    epilog="roleguide compare sales-ops sales-director\nroleguide show sales-director",
)(program)
add(
    APP, UNDERSTAND, list_roles, "roleguide list", "roleguide list --family operations", name="list"
)
add(
    APP,
    UNDERSTAND,
    show,
    "roleguide show sales-ops",
    "roleguide show sales-director -o director.html",
    "roleguide show sales-director --format yaml",
)
add(APP, UNDERSTAND, who, "roleguide who sales-forecast")
add(APP, UNDERSTAND, define, "roleguide define CRO")
add(APP, UNDERSTAND, search, "roleguide search forecast", 'roleguide search "remise" --in roles')
add(
    APP,
    UNDERSTAND,
    title,
    'roleguide title "Head of Sales Ops EMEA (m/f/d)"',
    "roleguide title - < titles.txt",
)
add(
    APP,
    UNDERSTAND,
    ad,
    "roleguide ad advertisement.txt",
    "roleguide ad - < advertisement.html",
    "roleguide ad advertisement.txt --for employer --country US",
    "roleguide ad advertisement.txt --vs advertisement.txt",
)
add(
    APP,
    COMPARE,
    compare,
    "roleguide compare sales-ops sales-director",
    "roleguide compare sales-ops revops-manager --only differences",
    "roleguide compare sdr csm sales-manager --format markdown",
)
add(APP, COMPARE, skills, "roleguide skills sales-ops", "roleguide skills")
add(
    APP,
    COMPARE,
    pay,
    "roleguide pay sales-ops sales-director",
    "roleguide pay csm --country UK",
    "roleguide pay account-executive sdr --format csv",
)
add(APP, COMPARE, examples, "roleguide examples sales-ops sales-director --in startup")
add(APP, COMPARE, analogies, "roleguide analogies sales-ops sales-director --world ship")
add(
    APP,
    MOVE,
    move,
    "roleguide move customer-support-manager csm",
    "roleguide move sdr sales-director --full --explain",
    "roleguide move revops-manager --me me.yaml",
    "roleguide move sdr --ad advertisement.txt",
)
add(APP, MOVE, next_roles, "roleguide next sdr", "roleguide next csm --lang fr", name="next")
add(
    APP,
    MOVE,
    fit,
    "roleguide fit me.yaml",
    "roleguide fit me.yaml --full --explain",
    "roleguide fit --between account-manager csm",
)
NEW = typer.Typer()
add(
    NEW,
    "",
    new_profile,
    "roleguide new profile me",
    "roleguide new profile me --from sdr",
    name="profile",
)
add(
    NEW,
    "",
    new_role,
    'roleguide new role "Deal Doctor"',
    "roleguide new role sales-ops --extends",
    name="role",
)
add(NEW, "", new_skill, "roleguide new skill horse-sense", name="skill")
add(NEW, "", new_activity, "roleguide new activity deal-autopsy", name="activity")
add(NEW, "", new_pair, "roleguide new pair sales-ops deal-desk-manager", name="pair")
add(NEW, "", new_guide, "roleguide new guide acme", name="guide")
APP.add_typer(
    NEW,
    name="new",
    help="A file of your own to fill in.",
    epilog="roleguide new profile me\nroleguide new guide acme",
    rich_help_panel=GUIDE,
)
add(APP, GUIDE, check, "roleguide check", "roleguide check acme.yaml --strict")
add(
    APP,
    GUIDE,
    changes,
    "roleguide changes acme.yaml",
    "roleguide changes before/ after/ --format markdown",
)
add(APP, GUIDE, guides, "roleguide guides", "roleguide guides --guide acme.yaml")
add(APP, GUIDE, schema, "roleguide schema -o roleguide.schema.json")
add(APP, GUIDE, site, "roleguide site public", "roleguide site public --lang fr --guide acme.yaml")
add(APP, HELP, show_help, "roleguide help compare", "roleguide help environment", name="help")
