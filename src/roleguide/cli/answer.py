"""What a command returns: an answer that nobody has drawn or written yet."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from roleguide.language import Message

if TYPE_CHECKING:
    from roleguide.formats import StreamedItem
    from roleguide.views.document import Document  # help is no document


class Answer(NamedTuple):
    """An answer; each of its two forms is made only where it is asked for.

    Attributes:
        document: Makes it for readers, in the session's language.
        data: Makes it for programs, by one of the schemas that `help formats` lists.
        code: The exit code: 0 done, 1 the answer is no.
        notices: What to say beside it, on standard error.
        paged: Whether it is read at leisure, in the reader's pager if one is named.
        record: Makes a guide of the record that it is about, if it is about one.
    """

    document: Callable[[], "Document"]
    data: Callable[[], Mapping[str, object]]
    code: int = 0
    notices: tuple[Message, ...] = ()
    paged: bool = True
    record: Callable[[], Mapping[str, object]] | None = None


class PlainText(NamedTuple):
    """An answer that has one form only, such as help.

    Attributes:
        text: Sets it to a width, in columns.
        code: The exit code.
        notices: What to say beside it, on standard error.
        form: The format that it is in.
    """

    text: Callable[[int], str]
    code: int = 0
    notices: tuple[Message, ...] = ()
    form: str = "plain"


class Stream(NamedTuple):
    """Many answers, each written as soon as it is there.

    Attributes:
        heads: The names of their columns, which are stable.
        items: Gives them, one by one.
        code: The exit code.
        notices: What to say beside them, on standard error.
    """

    heads: tuple[str, ...]
    items: Callable[[], Iterator["StreamedItem"]]
    code: int = 0
    notices: tuple[Message, ...] = ()
