"""A record as YAML, as one writes it in a guide."""

from __future__ import annotations

from collections.abc import Mapping

from roleguide.formats import PAGE, Page
from roleguide.writing.yaml_text import yaml_text


def render(guide: Mapping[str, object], _page: Page = PAGE) -> str:
    """A guide that holds the record alone."""
    return yaml_text(guide)
