"""The answers of `views.answers` with their links written as texts, to look at what they say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from formats.documents import unlinked

from roleguide.catalog import Catalog
from roleguide.language import Language
from roleguide.views.document import Document
from views import answers


def _of(answer: answers.Answer) -> answers.Answer:
    return lambda catalog, language: unlinked(answer(catalog, language))


def _made(answer: Callable[..., answers.Answer]) -> Callable[..., answers.Answer]:
    return lambda *names, **options: _of(answer(*names, **options))


analogies_of: Final = _made(answers.analogies_of)
compared: Final = _made(answers.compared)
defined: Final = _made(answers.defined)
examples_of: Final = _made(answers.examples_of)
shown: Final = _made(answers.shown)
skills_of: Final = _made(answers.skills_of)
who_does: Final = _made(answers.who_does)
all_roles: Final = _of(answers.all_roles)
LISTS: Final = {name: _of(answer) for name, answer in answers.LISTS.items()}


def records(
    catalog: Catalog, section: str, language: Language, first: int = 0, every: int = 1
) -> list[tuple[str, Document]]:
    """The document of every record of a section, or of one in so many."""
    found = answers.records(catalog, section, language, first, every)
    return [(identifier, unlinked(document)) for identifier, document in found]
