"""A site of the built-in guide, open in Chromium: from its folder, and from a server.

`make browser` runs these tests in an environment of its own. Chromium is Debian's; the library that
drives it comes from the registry and downloads nothing.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM: Final = os.environ["CHROMIUM"]
POLICY: Final = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, three folders deep, so that a server has it below an address."""
    root = tmp_path_factory.mktemp("www")
    site = root / "intranet" / "roles"
    subprocess.run(
        [sys.executable, "-m", "roleguide", "site", str(site), "--lang", "en,fr"],
        check=True,
        env={**os.environ, "ROLEGUIDE_CACHE_DIR": str(root / "cache")},
    )
    return site


class _Strict(SimpleHTTPRequestHandler):
    """A server that allows a page nothing but its own files."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    """A server whose readers may go away before they have read everything."""

    def handle_error(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    """The address at which the site is served."""
    handler = partial(_Strict, directory=str(folder.parents[1]))
    server = _Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/intranet/roles/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(params=["folder", "server"])
def at(request: pytest.FixtureRequest, folder: Path, address: str) -> str:
    """Where the site lies: in a folder, and on a server."""
    return address if request.param == "server" else f"{folder.as_uri()}/"


@pytest.fixture
def open_page(browser: Browser, at: str) -> Iterator[Open]:
    """Opens a page. Whatever it says on the console or asks for elsewhere fails the test."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def start(path: str, **options: object) -> Page:
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda asked: asked.url.startswith(at) or wrong.append(asked.url))
        page.goto(at + path)
        return page

    yield start
    for context in contexts:
        context.close()
    assert wrong == []
