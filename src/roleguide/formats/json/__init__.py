"""Results as JSON by the contract: stable keys, every language, bytes that never vary.

Every document names its schema and version; additions keep the version, anything else raises it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from roleguide.formats import PAGE, Page
from roleguide.language import UNSEEN


def render(document: Mapping[str, object], _page: Page = PAGE) -> str:
    """A JSON document as text; keys keep the order of the contract.

    What a terminal would obey is escaped, so that the text is safe to look at.
    """
    return _safe(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _safe(text: str) -> str:
    return UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def stream(_heads: Sequence[str], documents: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """JSON documents, a line each."""
    for document in documents:
        yield _safe(json.dumps(document, ensure_ascii=False)) + "\n"
