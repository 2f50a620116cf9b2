"""An answer about roles whose titles were read says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roleguide.cli.answer import Answer
    from roleguide.cli.session import Session
    from roleguide.views.document import Document


def with_readings(answer: Answer, session: Session) -> Answer:
    """An answer that says, first, what titles were read as; in JSON, under `read_as`."""

    def document() -> Document:
        from roleguide.views.readings import read_as, reading_said  # for readers

        said = [reading_said(r, session.catalog, session.language) for r in session.readings if r]
        return read_as(answer.document(), said)

    def data() -> Mapping[str, object]:
        from roleguide.formats.json.titles import readings_json  # for programs

        return {**answer.data(), "read_as": readings_json(session.readings)}

    return answer._replace(document=document, data=data)
