"""The program as a Typer app: the one declaration of its commands and of what they take.

No command line waits for it: `tools/spec.py` makes from it the spec by which lines are taken apart,
completed and explained without Typer, whose import takes longer than most answers. Commands name
Typer in annotations alone, which nobody but that tool evaluates.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

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
from roleguide.cli.commands.new import (
    new_activity,
    new_guide,
    new_pair,
    new_profile,
    new_role,
    new_skill,
)
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


APP = typer.Typer()
APP.callback(
    help="A career guide for the terminal: what separates two jobs.",
    epilog="roleguide compare sales-ops sales-director\nroleguide show sales-director",
)(program)
to_understand = partial(add, APP, "Understand")
to_compare = partial(add, APP, "Compare")
to_move = partial(add, APP, "Move")
in_guide = partial(add, APP, "Your guide")
in_help = partial(add, APP, "Help")

to_understand(list_roles, "roleguide list", "roleguide list --family operations", name="list")
to_understand(
    show,
    "roleguide show sales-ops",
    "roleguide show sales-director -o director.html",
    "roleguide show sales-director --format yaml",
)
to_understand(who, "roleguide who sales-forecast")
to_understand(define, "roleguide define CRO")
to_understand(search, "roleguide search forecast", 'roleguide search "remise" --in roles')
to_understand(
    title, 'roleguide title "Head of Sales Ops EMEA (m/f/d)"', "roleguide title - < titles.txt"
)
to_understand(
    ad,
    "roleguide ad advertisement.txt",
    "roleguide ad - < advertisement.html",
    "roleguide ad advertisement.txt --for employer --country US",
    "roleguide ad advertisement.txt --vs advertisement.txt",
)
to_compare(
    compare,
    "roleguide compare sales-ops sales-director",
    "roleguide compare sales-ops revops-manager --only differences",
    "roleguide compare sdr csm sales-manager --format markdown",
)
to_compare(skills, "roleguide skills sales-ops", "roleguide skills")
to_compare(
    pay,
    "roleguide pay sales-ops sales-director",
    "roleguide pay csm --country UK",
    "roleguide pay account-executive sdr --format csv",
)
to_compare(examples, "roleguide examples sales-ops sales-director --in startup")
to_compare(analogies, "roleguide analogies sales-ops sales-director --world ship")
to_move(
    move,
    "roleguide move customer-support-manager csm",
    "roleguide move sdr sales-director --full --explain",
    "roleguide move revops-manager --me me.yaml",
    "roleguide move sdr --ad advertisement.txt",
)
to_move(next_roles, "roleguide next sdr", "roleguide next csm --lang fr", name="next")
to_move(
    fit,
    "roleguide fit me.yaml",
    "roleguide fit me.yaml --full --explain",
    "roleguide fit --between account-manager csm",
)

NEW = typer.Typer()
in_new = partial(add, NEW, "")
in_new(
    new_profile, "roleguide new profile me", "roleguide new profile me --from sdr", name="profile"
)
in_new(
    new_role,
    'roleguide new role "Deal Doctor"',
    "roleguide new role sales-ops --extends",
    name="role",
)
in_new(new_skill, "roleguide new skill horse-sense", name="skill")
in_new(new_activity, "roleguide new activity deal-autopsy", name="activity")
in_new(new_pair, "roleguide new pair sales-ops deal-desk-manager", name="pair")
in_new(new_guide, "roleguide new guide acme", name="guide")
APP.add_typer(
    NEW,
    name="new",
    help="A file of your own to fill in.",
    epilog="roleguide new profile me\nroleguide new guide acme",
    rich_help_panel="Your guide",
)
in_guide(check, "roleguide check", "roleguide check acme.yaml --strict")
in_guide(
    changes, "roleguide changes acme.yaml", "roleguide changes before/ after/ --format markdown"
)
in_guide(guides, "roleguide guides", "roleguide guides --guide acme.yaml")
in_guide(schema, "roleguide schema -o roleguide.schema.json")
in_guide(site, "roleguide site public", "roleguide site public --lang fr --guide acme.yaml")
in_help(show_help, "roleguide help compare", "roleguide help environment", name="help")
