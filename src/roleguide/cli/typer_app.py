"""The program as a Typer app: the one declaration of its commands and of what they take.

`tools/spec.py` makes from it the spec by which lines are taken apart, completed and explained
without Typer, whose import takes longer than most answers. Typer itself takes apart what
`fast_parser` leaves to it. Either way a line comes to a `Call`, and `main` does the rest.

Commands name Typer in annotations alone, which nobody evaluates before this module does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from functools import cache
from inspect import Parameter, Signature, signature
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command
from typer.models import ParameterInfo

from roleguide.cli import usage
from roleguide.cli.call import Call, Given, call_first, make_call
from roleguide.cli.commands.ad import ad
from roleguide.cli.commands.analogies import analogies
from roleguide.cli.commands.changes import changes
from roleguide.cli.commands.check import check
from roleguide.cli.commands.compare import compare
from roleguide.cli.commands.define import define
from roleguide.cli.commands.examples import examples
from roleguide.cli.commands.fit import fit
from roleguide.cli.commands.guides import guides
from roleguide.cli.commands.help import show_help
from roleguide.cli.commands.list import list_roles
from roleguide.cli.commands.move import move
from roleguide.cli.commands.new import new_profile
from roleguide.cli.commands.new_record import (
    new_activity,
    new_guide,
    new_pair,
    new_role,
    new_skill,
)
from roleguide.cli.commands.next import next_roles
from roleguide.cli.commands.pay import pay
from roleguide.cli.commands.schema import schema
from roleguide.cli.commands.search import search
from roleguide.cli.commands.show import show
from roleguide.cli.commands.site import site
from roleguide.cli.commands.skills import skills
from roleguide.cli.commands.title import title
from roleguide.cli.commands.who import who
from roleguide.cli.options import common, program
from roleguide.cli.parameters import Spec
from roleguide.cli.session import Session
from roleguide.cli.spec import SPEC
from roleguide.errors import UsageError
from roleguide.language import N_, Message

if TYPE_CHECKING:
    TyperBase = TyperCommand
else:
    TyperBase = object

Answering = Any
"""A function of a session and values that returns an answer."""


class _First(Exception):
    """An option was found that is answered whatever else is on the line."""

    def __init__(self, path: str, name: str, words: Sequence[str]) -> None:
        super().__init__()
        self.asked = (path, name, words)


def hints_of(function: Answering) -> dict[str, object]:
    """The annotation of each parameter that has a value, evaluated with Typer at hand."""

    def bare() -> None: ...

    bare.__annotations__ = {each.name: each.annotation for each in _valued(function)}
    return get_type_hints(bare, {**function.__globals__, "typer": typer}, include_extras=True)


def declared(function: Answering) -> Callable[[], None]:
    """A function as Typer sees it: without its session, each value as the word it is given as.

    Whether a word is one of a choice, or a number, is judged in one place for all (`make_call`).
    """

    def bare() -> None: ...

    hints = hints_of(function)
    parameters = []
    for each in _valued(function):
        type_, *more = get_args(hints[each.name])
        (info,) = (copy(one) for one in more if isinstance(one, ParameterInfo))
        info.callback = info.callback and _found
        parameters.append(each.replace(annotation=Annotated[_word(type_), info]))
    bare.__name__, bare.__doc__ = function.__name__, function.__doc__
    bare.__annotations__ = {each.name: each.annotation for each in parameters}
    vars(bare).update(__signature__=Signature(parameters), declares=function)
    return bare


def _found(context: typer.Context, parameter: typer.CallbackParam, value: Any) -> None:
    """What Typer calls for an option that is answered whatever else is on the line."""
    if value not in (None, False):
        raise _First(_path(context), str(parameter.name), () if value is True else (value,))


def _valued(function: Answering) -> list[Parameter]:
    """The parameters of a function that have a value on the command line."""
    found = signature(function).parameters.values()
    return [each for each in found if each.annotation != Session.__name__]


def plain(type_: object) -> object:
    """A type without the None that stands for nothing given."""
    if get_origin(type_) not in (Union, UnionType):
        return type_
    return next(each for each in get_args(type_) if each is not NoneType)


def _word(type_: object) -> object:
    """The type of a value before it is read."""
    if plain(type_) is bool:
        return bool
    return list[str] if get_origin(plain(type_)) is list else str


class _Everywhere(TyperBase):
    """A command that takes the common options, and is parsed but never run.

    Attributes:
        declares: The function whose parameters it has.
    """

    def __init__(self, *, params: Sequence[Any] = (), callback: Any = None, **rest: Any) -> None:
        own = {each.name for each in params}
        shared = [each for each in common_parameters() if each.name not in own]
        super().__init__(params=[*params, *shared], **rest)
        self.declares = callback and callback.declares

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take options and arguments off the words."""
        try:
            return super().parse_args(ctx, args)
        except typer.TyperException as error:
            raise translate_error(error, ctx) from error


class Command(_Everywhere, TyperCommand):
    """A command that returns what was asked for and does not run it."""

    def invoke(self, ctx: Any) -> tuple[str, list[Given]]:
        """The words of the command, and what was given to the program, each group, and itself."""
        path = _path(ctx)
        levels: list[Given] = []
        if ctx.args:
            raise usage.too_many(ctx.args[0], path)
        while ctx:
            levels.insert(0, _given(ctx))
            ctx = ctx.parent
        return path, levels


class Group(_Everywhere, TyperGroup):
    """The program, or a group of its commands."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is named."""
        if args[0] not in self.commands:
            raise usage.no_command(args, self.commands, _path(ctx))
        return super().resolve_command(ctx, args)


@cache
def common_parameters() -> list[Any]:
    """The options that hold everywhere, as Typer makes them."""
    alone = typer.Typer(add_completion=False)
    alone.command(add_help_option=False)(declared(common))
    return get_command(alone).params


def add(
    app: typer.Typer, group: str, function: Answering, *examples: str, name: str | None = None
) -> None:
    """Add a command; its summary is the first line of the function's docstring.

    Args:
        app: The program, or a group of its commands.
        group: The heading it stands under in the help.
        function: The function that answers it.
        examples: Lines to try.
        name: The word that calls it, where that is not the function's name.
    """
    app.command(
        name,
        cls=Command,
        epilog="\n".join(examples),
        rich_help_panel=group,
        context_settings={"allow_extra_args": True},
        add_help_option=False,
    )(declared(function))


def _path(context: Any) -> str:
    """The words of a command, without the program's name."""
    return str(context.command_path.partition(" ")[2])


def _given(context: Any) -> Given:
    """The words given to each parameter of a command."""
    return {
        name: list(value) if isinstance(value, list | tuple) else [] if value is True else [value]
        for name, value in context.params.items()
        if context.get_parameter_source(name).name == "COMMANDLINE"
    }


_built = cache(get_command)


def parse(argv: Sequence[str], spec: Spec = SPEC, app: typer.Typer | None = None) -> Call:
    """What a command line asks for, as Typer takes it apart.

    Raises:
        UsageError: It asks for nothing that can be.
    """
    root: Any = _built(app or APP)
    try:
        with root.make_context("roleguide", list(argv), obj=spec) as context:
            return make_call(spec, *root.invoke(context))
    except _First as first:
        path, name, words = first.asked
        options = {option.name: option for option in spec.options(path).values()}
        return call_first(path, options[name], words)
    except typer.TyperException as error:
        raise translate_error(error, vars(error)["ctx"]) from error


def translate_error(error: Any, context: Any) -> UsageError:
    """An error of Typer, which knows English only, as one of ours; the context holds the spec."""
    path = _path(context)
    options = {name: one for one in context.command.params for name in one.opts if name[0] == "-"}
    match type(error).__name__:
        case "NoSuchOption":
            return usage.no_option(error.option_name, context.obj.options(path), path)
        case "BadOptionUsage" if options[error.option_name].is_flag:
            return usage.no_room(error.option_name, path)
        case "BadOptionUsage":
            return usage.no_value(error.option_name, path)
        case "MissingParameter":
            return usage.missing(error.param.metavar, path)
        case "UsageError" if isinstance(context.command, Group):
            return usage.missing("COMMAND", path)
    text = N_("The command line was not understood: {message}")
    return UsageError(Message(text, {"message": error.format_message()}))


UNDERSTAND, COMPARE, MOVE, GUIDE, HELP = "Understand", "Compare", "Move", "Your guide", "Help"

APP = typer.Typer(
    name="roleguide", cls=Group, add_completion=False, add_help_option=False, rich_markup_mode=None
)
APP.callback(
    help="A career guide for the terminal: what separates two jobs.",
    epilog="roleguide compare sales-ops sales-director\nroleguide show sales-director",
)(declared(program))
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
NEW = typer.Typer(cls=Group, add_help_option=False)
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
    "roleguide new role sales-ops --from sales-ops --extends",
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
add(
    APP,
    GUIDE,
    site,
    "roleguide site public",
    "roleguide site public --lang fr --guide acme.yaml",
)
add(APP, HELP, show_help, "roleguide help compare", "roleguide help environment", name="help")
