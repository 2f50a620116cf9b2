"""The project's documentation in the site: in both languages, with links that lead somewhere."""

from __future__ import annotations

import site_pages
from views.answers import bakery

from roleguide.site.contents import Contents
from roleguide.site.shell import Site
from sites.building import BOTH, led_to, pages


def test_documents_are_pages_and_their_links_lead_on() -> None:
    made = site_pages.documented(Site(Contents(bakery(), "written"), BOTH))
    site = {file.path: file.content.decode() for file in made}
    for code in ("en", "fr"):
        assert "roleguide" in site[f"{code}/docs/questions.html"]
        assert f"{code}/docs/reference.html" in [
            *led_to(f"{code}/about/index.html", site[f"{code}/about/index.html"])
        ]
    for file, page in pages(site).items():
        assert not [target for target in led_to(file, page) if target not in site], file
