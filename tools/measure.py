"""Measure Python packages by one set of rules: size, branching, types, docstrings, comments.

    python tools/measure.py src/roleguide tests
    python tools/measure.py --over 10 src/roleguide
    mkdir then && git archive COMMIT | tar x -C then && python tools/measure.py then/src/roleguide

Each folder is a column; `--over` lists the functions whose complexity is above a bound instead.
Cyclomatic complexity is one, and one more for each branch: `if`, a conditional expression, a loop,
an `except`, a `case` that does not match everything, each `and` or `or`, each `for` and `if` of a
comprehension. A function inside another counts on its own.
"""

from __future__ import annotations

import argparse
import ast
import io
import tokenize
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from statistics import mean, median
from typing import NamedTuple, TypeAlias

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
Documented: TypeAlias = Function | ast.ClassDef | ast.Module
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_BRANCHES = (ast.If, ast.IfExp, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler)


class Module(NamedTuple):
    """A file as text and as a tree."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def lines(self) -> int:
        """All lines, blank ones too."""
        return len(self.text.splitlines())

    def functions(self) -> Iterator[Function]:
        """Its functions and methods, inner ones too."""
        return (node for node in ast.walk(self.tree) if isinstance(node, _FUNCTIONS))


def modules(folder: Path) -> list[Module]:
    """The Python files under a folder."""
    texts = {path: path.read_text("utf-8") for path in sorted(folder.rglob("*.py"))}
    return [Module(path, text, ast.parse(text)) for path, text in texts.items()]


def complexity(function: Function) -> int:
    """The cyclomatic complexity of a function, without the functions inside it."""
    return 1 + sum(_branches(node) for node in _own(function))


def _own(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, (*_FUNCTIONS, ast.ClassDef)):
            yield from _own(child)


def _branches(node: ast.AST) -> int:
    match node:
        case ast.BoolOp():
            return len(node.values) - 1
        case ast.comprehension():
            return 1 + len(node.ifs)
        case ast.match_case(pattern=ast.MatchAs(pattern=None)):
            return 0
        case ast.match_case():
            return 1
    return int(isinstance(node, _BRANCHES))


def is_typed(function: Function) -> bool:
    """Whether each parameter but `self` and the result are annotated."""
    arguments = function.args
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    starred = [star for star in (arguments.vararg, arguments.kwarg) if star]
    asked = [a for a in (*named, *starred) if a.arg not in ("self", "cls")]
    return function.returns is not None and all(a.annotation for a in asked)


def public(node: Documented) -> Iterator[Documented]:
    """A module and its public classes, their public methods, and its public functions."""
    yield node
    for child in node.body if isinstance(node, ast.Module | ast.ClassDef) else ():
        if isinstance(child, (*_FUNCTIONS, ast.ClassDef)) and not child.name.startswith("_"):
            yield from public(child)


def tokens(module: Module, kind: int) -> list[str]:
    """The tokens of one kind, comments for example."""
    read = tokenize.generate_tokens(io.StringIO(module.text).readline)
    return [token.string for token in read if token.type == kind]


def code_lines(module: Module) -> int:
    """Lines that are neither blank nor only a comment nor in a docstring."""
    strings: set[int] = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            strings.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return sum(
        bool(line.strip()) and number not in strings and not line.lstrip().startswith("#")
        for number, line in enumerate(module.text.splitlines(), start=1)
    )


def imports(module: Module, name: str) -> int:
    """How often a name is imported from somewhere."""
    froms = (node for node in ast.walk(module.tree) if isinstance(node, ast.ImportFrom))
    return sum(alias.name == name for node in froms for alias in node.names)


def share(which: Iterable[bool]) -> str:
    """How many are true, in percent."""
    answers = list(which)
    return f"{100 * sum(answers) / len(answers):.0f} %" if answers else "–"


def measures(found: list[Module]) -> dict[str, str]:
    """What is measured of a package, under its name."""
    functions = [function for module in found for function in module.functions()]
    lines = [module.lines for module in found]
    lengths = [(f.end_lineno or f.lineno) - f.lineno + 1 for f in functions]
    branching = list(map(complexity, functions))
    over = sum(count > 10 for count in branching)
    return {
        "modules / lines": f"{len(found)} / {sum(lines):,}",
        "module, median / max": f"{median(lines):.0f} / {max(lines)}",
        "function, median / max": f"{median(lengths):.0f} / {max(lengths)}",
        "typed / public docstrings": f"{share(map(is_typed, functions))} / {documented(found)}",
        "cyclomatic, mean / max / functions over 10": f"{mean(branching):.1f} / {max(branching)}"
        f" / {over}",
        **_comments(found),
    }


def documented(found: Iterable[Module]) -> str:
    """How many of all public names have a docstring."""
    return share(bool(ast.get_docstring(node)) for module in found for node in public(module.tree))


def _comments(found: Sequence[Module]) -> dict[str, str]:
    comments = [text for module in found for text in tokens(module, tokenize.COMMENT)]
    per_line = len(comments) / sum(map(code_lines, found))
    names = [name for module in found for name in tokens(module, tokenize.NAME)]
    uses = names.count("Any") - sum(imports(module, "Any") for module in found)
    return {
        "comments per 100 lines of code": f"{100 * per_line:.1f}",
        "`Any` / `noqa`": f"{uses} / {sum('noqa' in comment for comment in comments)}",
    }


def complex_functions(found: Iterable[Module], bound: int) -> list[str]:
    """The functions above a bound, the most complex first."""
    over = [
        (complexity(function), f"{module.path}:{function.lineno} {function.name}")
        for module in found
        for function in module.functions()
    ]
    return [f"{count:3} {place}" for count, place in sorted(over, reverse=True) if count > bound]


def main() -> None:
    """Print the table, or the functions over a bound."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--over", type=int, metavar="N")
    asked = parser.parse_args()
    packages = {str(folder): modules(folder) for folder in asked.folders}
    if asked.over is not None:
        for found in packages.values():
            print(*complex_functions(found, asked.over), sep="\n")
        return
    columns = {name: measures(found) for name, found in packages.items()}
    print("|", *(f"| {name}" for name in columns), "|")
    print("|---" * (1 + len(columns)), "|", sep="")
    for row in next(iter(columns.values())):
        print(f"| {row}", *(f"| {column[row]}" for column in columns.values()), "|")


if __name__ == "__main__":
    main()
