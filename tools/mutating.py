"""Make the mutants of a module: its source, once for each small fault that can be put in.

Most faults are mutmut's. mutmut itself changes nothing outside functions, where our tables and
weights stand; so its list is applied here to the whole module, and three faults are added: a
condition that always or never holds, a statement left out, an element left out of a list, a tuple
or a table. What a type checker or the catalogue of messages would refuse is no mutant: a value
that becomes None, another sentence for the reader.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

import libcst as cst
import libcst.matchers as m
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation import mutators

CONTEXT: Final = 20
"""Characters that a name keeps on each side of what was changed."""

LONGEST: Final = 72
"""Characters of a name's two halves."""

_NOT_WHOLE: Final = (
    mutators.operator_assignment,
    mutators.operator_string,
    mutators.operator_arg_removal,
)
"""Those of mutmut's faults that are taken only in part, or not at all."""

# Types, imports, messages, and `strict=True`, which only says what holds.
_LEFT_ALONE: Final = (
    m.Annotation()
    | m.Import()
    | m.ImportFrom()
    | m.AnnAssign(annotation=m.Annotation(m.Name("TypeAlias")))
    | m.Call(func=m.Name("N_") | m.Name("TypeVar"))
    | m.Call(func=m.Name("count") | m.Attribute(attr=m.Name("count")))
    | m.Arg(keyword=m.Name("strict"))
    | m.If(test=m.Name("TYPE_CHECKING"))
    | m.Expr(m.SimpleString())
)


class Mutant(NamedTuple):
    """A module with one fault in it.

    Attributes:
        name: What was changed, and in which function, class or table; it outlives a move.
        line: Where that is now.
        source: The whole module.
    """

    name: str
    line: int
    source: str


def mutants(source: str) -> list[Mutant]:
    """All mutants of a module, in the order of its lines."""
    wrapper = MetadataWrapper(cst.parse_module(source))
    module, places = wrapper.module, wrapper.resolve(PositionProvider)
    names: Counter[str] = Counter()
    found = []
    for statement in module.body:
        for old, new in _changes(statement):
            changed = module.deep_replace(old, new).code
            name = f"{_name(statement)}: {_told(source, changed)}"
            names[name] += 1
            again = f" ({names[name]})" if names[name] > 1 else ""
            found.append(Mutant(name + again, places[old].start.line, changed))
    return found


def _name(statement: cst.CSTNode) -> str:
    """The name of the function, the class or the table that a statement makes."""
    for node in (statement, *statement.children):
        if isinstance(node, cst.FunctionDef | cst.ClassDef):
            return str(node.name.value)
        if isinstance(node, cst.AnnAssign):
            return str(cst.ensure_type(node.target, cst.Name).value)
    return "module"


def _told(old: str, new: str) -> str:
    """A change in a line: what differs, with a little of what stands around it."""
    start = max(_alike(old, new) - CONTEXT, 0)
    old, new = old[start:], new[start:]
    end = max(_alike(old[::-1], new[::-1]) - CONTEXT, 0)
    return " → ".join(_shortened(text[: len(text) - end]) for text in (old, new))


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]}…{text[-LONGEST // 2 :]}"


def _changes(node: cst.CSTNode) -> Iterator[tuple[cst.CSTNode, cst.CSTNode]]:
    """Each part of a statement with what stands in its place in one mutant."""
    if m.matches(node, _LEFT_ALONE):
        return
    for kind, operator in mutators.mutation_operators:
        if isinstance(node, kind) and operator not in _NOT_WHOLE:
            yield from ((node, new) for new in operator(node))
    yield from ((node, new) for new in _further(node))
    targets = [getattr(node, "target", None), *getattr(node, "targets", ())]
    for child in node.children:
        if child not in targets:
            yield from _changes(child)


def _further(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """What is taken of mutmut's faults in part, and the three that are added."""
    match node:
        case cst.SimpleString():
            yield from islice(mutators.operator_string(node), 1)
        case cst.Call():
            yield from _without_an_argument(node)
        case cst.If() | cst.CompIf():
            yield from mutators.operator_if_exp(node)
        case cst.List() | cst.Tuple() | cst.Set() | cst.Dict() if len(node.elements) > 1:
            yield from _without_each(node)
        case cst.Expr(value=cst.Yield()):
            yield node.with_changes(value=cst.parse_expression("(yield from ())"))
        case cst.Expr(value=cst.Call()):
            yield cst.Pass()


def _without_an_argument(node: cst.Call) -> Iterator[cst.Call]:
    """A call without one of its named arguments, or without its last one: it may have a default."""
    for at, argument in enumerate(node.args):
        optional = argument.keyword or argument is node.args[-1]
        if optional and len(node.args) > 1 and not m.matches(argument, _LEFT_ALONE):
            yield node.with_changes(args=[*node.args[:at], *node.args[at + 1 :]])


def _without_each(node: cst.List | cst.Tuple | cst.Set | cst.Dict) -> Iterator[cst.CSTNode]:
    """A display without its first element, without its second, and so on."""
    for at in range(len(node.elements)):
        left = [*node.elements[:at], *node.elements[at + 1 :]]
        if len(left) == 1 and isinstance(node, cst.Tuple):  # else it would be no tuple
            left = [left[0].with_changes(comma=cst.Comma())]
        yield node.with_changes(elements=left)
