"""Where the data carries the facts of the article: a place, and what must stand there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from data.rules import texts
from roleguide.model import Sections

NUMBERS: Final = range(1, 98)
"""The facts that were found in the article."""

PHRASES: Final = ("en", "fr")
VALUES: Final = ("is", "part", "over", "level", "level_at_most", "weight", "has")
"""What an entry may ask of a place that is no prose."""

MISSING: Final = object()


def find(record: Any, path: str) -> Any:
    """What stands at a dotted path, or `MISSING`."""
    value = record
    for step in path.split("."):
        if isinstance(value, Mapping):
            value = value.get(step, MISSING)
        else:
            value = getattr(value, step, MISSING)
        if value is MISSING:
            break
    return value


def fact_problems(fact: Mapping[str, Any], sections: Sections) -> list[str]:
    """What has been lost of a fact."""
    problems = []
    if not fact.get("fact"):
        problems.append("does not say what the fact is")
    places = fact.get("in", [])
    if bool(places) == bool(fact.get("editorial")):
        problems.append("needs either places or an editorial reason")
    for place in places:
        problems += [f"{place.get('at')}: {what}" for what in place_problems(place, sections)]
    return problems


def place_problems(place: Mapping[str, Any], sections: Sections) -> list[str]:
    """What a place no longer says."""
    value = find(sections, place.get("at", ""))
    if value is MISSING:
        return ["is gone"]
    asked = {key: wanted for key, wanted in place.items() if key != "at"}
    if unknown := asked.keys() - {*PHRASES, *VALUES}:
        return [f"asks for {', '.join(sorted(unknown))}, which nobody checks"]
    if not asked:
        return ["asks for nothing"]
    problems = [
        f"{key} is {_value(value, key)!r}, not {wanted!r}"
        for key, wanted in asked.items()
        if key in VALUES and not _holds(value, key, wanted)
    ]
    if asked.keys() & set(PHRASES):
        problems += _phrase_problems(value, asked)
    return problems


def _phrase_problems(value: Any, asked: Mapping[str, Any]) -> list[str]:
    if not set(PHRASES) <= asked.keys():
        return ["asks for a phrase in one language only"]
    if any(
        all(_plain(asked[language]) in _plain(text.get(language, "")) for language in PHRASES)
        for _, text in texts(value)
    ):
        return []
    return [f"no text with “{asked['en']}” and “{asked['fr']}”"]


def _plain(text: str) -> str:
    """Spaces and capitals do not decide whether a fact stands."""
    return " ".join(text.split()).casefold()


def _value(value: Any, key: str) -> Any:
    if key == "is":
        return value
    if key == "has":
        return tuple(value) if isinstance(value, tuple | Mapping) else ()
    return getattr(value, key.partition("_")[0], None)


def _holds(value: Any, key: str, wanted: Any) -> bool:
    found = _value(value, key)
    match key:
        case "level" | "weight":
            return isinstance(found, int) and found >= wanted
        case "level_at_most":
            return isinstance(found, int) and found <= wanted
        case "has":
            return wanted in found or any(getattr(item, "role", None) == wanted for item in found)
        case _:
            return bool(found in wanted if isinstance(wanted, list) else found == wanted)
