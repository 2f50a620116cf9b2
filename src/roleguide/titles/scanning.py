"""A title as it was written becomes words, with what parts them."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final, Literal, NamedTuple, TypeAlias, get_args

from roleguide.language.folding import bare
from roleguide.name_matching import fold
from roleguide.word_forms import WORD, Entry, form

Break: TypeAlias = Literal["", "conjunction", "preposition", "comma", "end"]
"""What parts a word from the one before it, weakest first; `end` ends what came before."""

_STRENGTH: Final = {part: at for at, part in enumerate(get_args(Break))}

_END: Final = re.compile(r"[|•·;:!?…»«\n\t–—]|\s[-‐‑*]|[-‐‑*]\s|//|>|~|@")
_JOINS: Final = re.compile(r"[/\\&+]")
_BRACKET: Final = re.compile(r"([(\[{])|([)\]}])")
_INCLUSIVE: Final = frozenset("(/.·•‧∙-‐‑*:_’'⸱").union(("/-", "(-"))
_BETWEEN_GENDERS: Final = re.compile(r"\s*[/|.,*\-‐‑&+]?\s*")

# What only a title that is not ASCII can have; compiled where there is one.
_UNSEEN: Final = "[\u00ad\u200b-\u200d\u2060\ufeff]"

# UTF-8 that was read as Windows' Latin: a lead byte, and the bytes that follow it.
_MOJIBAKE: Final = "[ÂÃÅâÎÐ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,2}"
_LOST_SPACE: Final = r"Ã(?:\s(?=\s)|(?=\s))"


class Token(NamedTuple):
    """A word of a title that means something.

    Attributes:
        form: Its form.
        start: Where it stands in the title.
        end: Where it ends, with the ending that makes it inclusive.
        folded: Itself folded, behind the small words before it.
        parted: What parts it from the word before.
        inside: Whether it stands in brackets.
    """

    form: str
    start: int
    end: int
    folded: str
    parted: Break
    inside: bool


class Mark(NamedTuple):
    """Where a mark of gender, such as *H/F*, stands in a title."""

    start: int
    end: int


class Scan(NamedTuple):
    """What a title consists of."""

    tokens: list[Token]
    marks: list[Mark]


def repaired(title: str) -> str:
    """A title in composed letters, and in UTF-8 again where that was read as Windows' Latin."""
    if title.isascii():
        return title.strip()
    text = unicodedata.normalize("NFC", re.sub(_UNSEEN, "", title))
    text = re.sub(_LOST_SPACE, "à", re.sub(_MOJIBAKE, _reread, text))
    return unicodedata.normalize("NFKC", text).strip()


def _reread(found: re.Match[str]) -> str:
    for encoding in ("cp1252", "latin-1"):
        try:
            return found[0].encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return found[0]


def forms_of(text: str) -> list[str]:
    """The forms of all words of a title, small ones among them."""
    return [form(bare(word)) for word in WORD.findall(text)]


def scan(text: str, lookup: Mapping[str, Sequence[Entry]]) -> Scan:
    """The words of a title that mean something, and its marks of gender.

    Args:
        text: The title, repaired.
        lookup: What its single words say.
    """
    return _Scanner(text, lookup).scan()


class _Scanner:
    """Goes through a title word by word, and keeps what parts the next one from those before."""

    def __init__(self, text: str, lookup: Mapping[str, Sequence[Entry]]) -> None:
        self.text = text
        self.places = [word.span() for word in WORD.finditer(text)]
        self.forms = forms_of(text)
        self.kinds = [{entry.kind for entry in lookup.get(f, ())} for f in self.forms]
        self.depth = 0
        self.end = 0
        # What parts the next word, outside of brackets and inside.
        self.parted: list[Break] = ["", ""]
        self.small = ""
        self.found = Scan([], [])

    def scan(self) -> Scan:
        at = 0
        while at < len(self.places):
            self._pass_gap(at)
            at = self._take(at)
            self.end = max(self.end, self.places[at - 1][1])
        return self.found

    def _take(self, at: int) -> int:
        """Take the word there, with all that belongs to it; where to go on."""
        start, end = self.places[at]
        kinds = self.kinds[at]
        if (stop := self._gender_until(at)) > at + 1:
            self.found.marks.append(Mark(start, self.places[stop - 1][1]))
            self._part("comma")
            return stop
        if small := kinds & {"function", "conjunction", "preposition"}:
            if "function" not in small:
                self._part("conjunction" if "conjunction" in small else "preposition")
            self.small += fold(self.text[start:end])
            return at + 1
        stop = self._inclusive_until(at)
        inside = self.depth > 0
        token = Token(
            self.forms[at],
            start,
            max(self.places[stop - 1][1], self.end),
            self.small + fold(self.text[start:end]),
            self.parted[inside],
            inside,
        )
        self.found.tokens.append(token)
        self.parted[inside], self.small = "", ""
        return stop

    def _pass_gap(self, at: int) -> None:
        """Look at what stands between two words: brackets, and what parts."""
        before = self.text[at and self.places[at - 1][1] - 1] if at else ""
        gap = self.text[self.end : self.places[at][0]]
        if before.isdigit() and self.text[self.places[at][0]].isdigit() and len(gap) == 1:
            return  # 60,000 and 24/7
        last = 0
        for bracket in _BRACKET.finditer(gap):
            self._part(_parting(gap[last : bracket.start()]))
            self.depth = max(self.depth + (1 if bracket[1] else -1), 0)
            if bracket[1]:
                self._part("end")
            last = bracket.end()
        self._part(_parting(gap[last:]))

    def _part(self, part: Break) -> None:
        inside = self.depth > 0
        self.parted[inside] = max(self.parted[inside], part, key=_STRENGTH.__getitem__)

    def _gender_until(self, at: int) -> int:
        """The word after a run of letters such as *m/w/d*."""
        stop = at
        while stop < len(self.places) and "gender" in self.kinds[stop]:
            start, end = self.places[stop]
            gap = self.text[self.places[stop - 1][1] : start]
            if end - start > 3 or (stop > at and not _BETWEEN_GENDERS.fullmatch(gap)):
                break
            stop += 1
        return stop

    def _inclusive_until(self, at: int) -> int:
        """The word after the endings that make a word inclusive, such as *chargé·e·s*."""
        stop = at + 1
        self.end = self.places[at][1]
        if self.end - self.places[at][0] < 3:
            return stop
        while stop < len(self.places) and (end := self._ending_end(stop)):
            self.end = end
            stop += 1
        return stop

    def _ending_end(self, at: int) -> int:
        """The end of an inclusive ending, a bracket behind it included; 0 where it is none."""
        start, end = self.places[at]
        gap = self.text[self.end : start]
        sign = gap.strip()
        if "ending" not in self.kinds[at] or sign not in _INCLUSIVE:
            return 0
        if gap != sign and (sign not in "(/" or "preposition" in self.kinds[at]):
            return 0
        if sign[0] != "(":
            return end
        return end + 1 if self.text[end : end + 1] == ")" else 0


def _parting(gap: str) -> Break:
    if _END.search(gap):
        return "end"
    if "," in gap:
        return "comma"
    return "conjunction" if _JOINS.search(gap) else ""
