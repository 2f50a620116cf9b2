"""Language tags: which languages there are, and which one the environment asks for.

Apart from `language`, since completion knows no sentence to translate and every import delays it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = {"en": "english", "fr": "french"}
"""The languages of the interface, and the module of `roleguide.language` with the rules of each."""

SOURCE = "en"
"""The language of the source code, spoken where no other is asked for."""


def parse(tag: str) -> str | None:
    """Read a language tag (`fr`, `fr-CA`, `fr_CA.UTF-8`); None where the language is unknown."""
    name = tag.strip().partition("@")[0].partition(".")[0]
    base, hyphen, region = name.replace("_", "-").partition("-")
    if base.lower() not in LANGUAGES:
        return None
    if not hyphen:
        return base.lower()
    if region.isascii() and (region.isalpha() if len(region) == 2 else region.isdigit()):
        return f"{base.lower()}-{region.upper()}" if len(region) in (2, 3) else None
    return None


def resolve(environ: Mapping[str, str]) -> str:
    """The language that the environment asks for.

    `ROLEGUIDE_LANG`, then the first one set of `LC_ALL`, `LC_MESSAGES` and `LANG` decides; an
    unknown language, `C` and `POSIX` mean English.
    """
    for name in ("ROLEGUIDE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(name):
            return parse(value) or SOURCE
    return SOURCE


def fallbacks(tag: str) -> tuple[str, ...]:
    """The languages to look for in a text, the best first: `fr-CA`, `fr`, English, any other."""
    return (tag, tag.partition("-")[0], *LANGUAGES)
