"""What counts as a worn-out shape of a sentence."""

from __future__ import annotations

import pytest
import shapes


@pytest.mark.parametrize(
    ("shape", "language", "worn", "fresh"),
    [
        (shapes.CLOSING_VERB, "en", "Reads it, and files the copy.", "Reads it. Files stay open."),
        (shapes.CLOSING_VERB, "fr", "Lit tout, et classe la copie.", "Lit tout, puis classe tout."),
        (shapes.RENUNCIATION, "en", "Refuses the discount.", "Grants the discount."),
        (shapes.RENUNCIATION, "fr", "Renonce à la remise.", "Accorde la remise."),
        (shapes.UNASKED, "en", "Brings it before being asked.", "Brings it when asked."),
        (shapes.UNASKED, "fr", "L’apporte sans qu’on demande.", "L’apporte sur demande."),
    ],
)
def test_a_shape_is_told(shape: dict[str, str], language: str, worn: str, fresh: str) -> None:
    assert shapes.counted([worn, fresh], shape[language]) == (1, 2)
