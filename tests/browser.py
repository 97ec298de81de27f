"""A headless Chromium for pages that are opened from disk: what a page shows, what it complains of, and what it asks the network for.

    def test_a_page(opened: Opener, tmp_path: Path) -> None:
        seen = opened(tmp_path / "page.html")
        assert seen.page.get_by_text("Net loss").is_visible()
        assert seen.quiet

The browser is Debian's package `chromium` (`.ci/run` installs it), or what the variable CHROMIUM names. Without one, these tests skip.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import field, frozen

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--force-color-profile=srgb")
_FROM_DISK = ("file:", "data:", "blob:", "about:")
WIDTH, HEIGHT = 1400, 900


@frozen
class Seen:
    """An open page. errors: what it complained of in the console, scripts that failed included. requests: addresses outside of the page."""

    page: "Page"
    errors: list[str] = field(factory=list)
    requests: list[str] = field(factory=list)

    @property
    def quiet(self) -> bool:
        """Whether nothing was complained of and nothing was asked for."""
        return not self.errors and not self.requests


Opener = Callable[[Path], Seen]


def _program() -> str | None:
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """One browser for all tests, with a profile of its own that goes with it."""
    driver = pytest.importorskip("playwright.sync_api", reason="playwright drives the browser: it comes with the extra dev")
    program = _program()
    if program is None:
        pytest.skip("there is no Chromium here: install the package chromium, or name one in the variable CHROMIUM")
    with driver.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, headless=True, args=list(_FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: "Browser") -> Iterator[Opener]:
    """Opens a file as a person does who double-clicks it. Whatever it asks the network for is refused and remembered."""
    context = chromium.new_context(viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=1)
    context.set_default_timeout(15_000)

    def open_(path: Path) -> Seen:
        page = context.new_page()
        seen = Seen(page)
        own = path.resolve().as_uri()

        def note(request: "Request") -> None:
            address = request.url.partition("#")[0]
            if address != own and not address.startswith(_FROM_DISK[1:]):
                seen.requests.append(address)

        page.on("request", note)
        page.on("pageerror", lambda error: seen.errors.append(str(error)))
        page.on("console", lambda message: seen.errors.append(message.text) if message.type in ("error", "warning") else None)
        context.route(lambda url: not url.startswith(_FROM_DISK), lambda route: route.abort())
        page.goto(own)
        return seen

    yield open_
    context.close()
