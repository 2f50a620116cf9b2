"""One letter wrong in a long word."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product
from typing import Final, NamedTuple

from roleguide.language.folding import bare
from roleguide.titles.scanning import Scan, Token
from roleguide.titles.words import Words
from roleguide.word_forms import READINGS, WORD, form

SHORTEST: Final = 6
"""Letters from which on a word is corrected."""

SHORTEST_ASKED: Final = 4
"""Letters from which on it is asked whether another word is meant."""

MOST_LETTERS: Final = 40
"""Letters up to which it is; a word of n letters has 53 n near words, of n letters each."""

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


class Correction(NamedTuple):
    """A word with one wrong letter, and the word that it was read as, without accents."""

    found: str
    form: str


def corrected(
    text: str, found: Scan, words: Words, shortest: int
) -> Iterator[tuple[Scan, Sequence[Correction]]]:
    """A title with words corrected that nobody knows, where one letter makes a known one.

    There is one for each choice among the words that may be meant, with what was corrected. A word
    that the guide's own texts use may be left as it is.

    Args:
        text: The title.
        found: What it consists of; words in brackets are not corrected.
        words: What the guide knows of its words.
        shortest: Letters that a word has at least.
    """
    choices = [[*_choices(text, token, words, shortest)] for token in found.tokens]
    for chosen in islice(product(*choices), READINGS):
        fixes = [fix for _, fix in chosen if fix]
        if fixes:
            yield found._replace(tokens=[token for token, _ in chosen]), fixes


def _choices(
    text: str, token: Token, words: Words, shortest: int
) -> Iterator[tuple[Token, Correction | None]]:
    """What a word may be a slip of, as tokens; itself, unless it must be a slip."""
    if not _is_strange(token, words, shortest):
        yield token, None
        return
    written = text[token.start : token.end]
    word, *_ = WORD.findall(bare(written))
    meant = _meant(word, words)
    for other, spelled in meant.items():
        folded = token.folded.removesuffix(word) + spelled
        yield token._replace(form=other, folded=folded), Correction(written, spelled)
    if not meant or len(word) < SHORTEST or words.is_written(word):
        yield token, None


def _meant(word: str, words: Words) -> Mapping[str, str]:
    """What a word may be a slip of, by form, swapped letters first; looked up once a title."""
    if word not in words.slips:
        near = near_words(word)
        likely = sorted(words.likely(near), key=lambda other: not _is_swapped(word, near[other]))
        words.slips[word] = {other: near[other] for other in likely}
    return words.slips[word]


def _is_strange(token: Token, words: Words, shortest: int) -> bool:
    """Whether a word of the title itself is long enough to be corrected, and nobody knows it."""
    long_enough = shortest <= token.end - token.start <= MOST_LETTERS
    if token.inside or not long_enough or not token.form.isalpha() or words[token.form]:
        return False
    return not words.known({token.form})


def near_words(word: str) -> dict[str, str]:
    """All that is one letter from a word without accents, by their forms.

    Two letters are swapped, or one is missing, too many or another one.
    """
    near: dict[str, str] = {}
    for edited in _edits(word):
        near.setdefault(form(edited), edited)
    near.pop(form(word), None)
    return near


def _is_swapped(word: str, other: str) -> bool:
    """Whether two words have the same letters, so that only their order is wrong."""
    return sorted(word) == sorted(other)


def _edits(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        yield f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}"
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield from (f"{before}{letter}{after}" for letter in _LETTERS)
        if after:
            yield f"{before}{after[1:]}"
            yield from (f"{before}{letter}{after[1:]}" for letter in _LETTERS)
