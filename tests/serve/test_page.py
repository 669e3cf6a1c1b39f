"""The page in a real browser: what it shows while one types, and who can use it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

playwright = pytest.importorskip(
    "playwright.sync_api", reason="opens pages only with the extra test-faces"
)
AXE = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="asks axe only with the extra test-faces"
)

OPTIONS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
FIRE = """A fire in Porto killed nine people on Monday, the fire service said.

The fire in Porto killed 12 people on Monday, the fire service said.

The inquiry opens on Friday, 9 May 2024 😀."""
WIRE = "A fire in Porto on Monday killed 15 people, the fire service said."
SOON = 60_000  # milliseconds, on the busiest machine


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("opens pages only where chromium is installed")
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(executable_path=path, args=OPTIONS)
        yield found
        found.close()


@pytest.fixture
def opened(browser: Any, service: Any) -> Iterator[Callable[..., Any]]:
    """Opens a page of the service; nothing is asked of others, and nothing complained of."""
    complaints: list[str] = []
    contexts = []

    def opened(path: str = "/", width: int = 1280, **more: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 900}, **more)
        context.set_default_timeout(SOON)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: complaints.append(request.url))
        page.goto(f"{service.url}{path}")
        return page

    yield opened
    for context in contexts:
        context.close()
    let_be = (
        service.url,
        "data:,",
        "Failed to load resource: the server responded with a status of 4",
    )
    assert [each for each in complaints if not each.startswith(let_be)] == []


def filled(page: Any, text: str = FIRE) -> Any:
    page.get_by_label("Headline").fill("Fire kills nine in Porto")
    page.get_by_label("Day of publication").fill("2024-03-06")
    page.get_by_label("Article", exact=True).fill(text)
    return page


def status(page: Any, words: str) -> None:
    """Waits until that is said."""
    playwright.expect(page.get_by_role("status")).to_have_text(words, timeout=SOON)


def messages(page: Any) -> list[str]:
    return page.locator(".note .message").all_inner_texts()


def test_what_cannot_both_be_is_shown_while_one_types(opened: Callable[..., Any]) -> None:
    page = opened()
    status(page, "Nothing to check yet.")
    filled(page)
    status(page, "2 contradictions.")
    assert messages(page) == [
        "9 people killed in Porto, or 12?",
        '"Friday, 9 May 2024" falls on a Thursday',
    ]
    article = page.get_by_label("Article", exact=True)
    article.press("ControlOrMeta+End")
    article.press_sequentially(" It was a Thursday.")
    article.fill(FIRE.replace("killed 12", "killed nine").replace("Friday", "Thursday"))
    status(page, "Nothing flagged.")
    article.fill(" ")
    status(page, "Nothing to check yet.")
    assert page.locator("#report").inner_html() == ""


def test_the_day_is_today_until_it_is_changed(opened: Callable[..., Any]) -> None:
    page = opened(timezone_id="Pacific/Auckland")
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    assert page.get_by_label("Day of publication").input_value() == today


def test_an_article_is_held_against_sources(opened: Callable[..., Any]) -> None:
    page = filled(opened(), "A fire in Porto killed nine people on Monday, police said.")
    status(page, "Nothing flagged.")
    page.get_by_role("button", name="Hold it against a source").click()
    source = page.get_by_label("Source 1", exact=True)
    playwright.expect(source).to_be_focused()
    source.fill(WIRE)
    playwright.expect(page.locator(".note .message").first).to_be_visible(timeout=SOON)
    assert "9 people killed here, 15 in the other copy" in messages(page)
    page.get_by_role("button", name="Take source 1 out").click()
    status(page, "Nothing flagged.")


def test_it_is_used_without_a_mouse(opened: Callable[..., Any]) -> None:
    page = opened()
    playwright.expect(page.get_by_label("Article", exact=True)).to_be_focused()
    page.keyboard.type("The inquiry opens on Friday, 9 May 2024.")
    status(page, "1 contradiction.")
    page.keyboard.press("Tab")
    playwright.expect(page.get_by_role("button", name="Hold it against a source")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#n1"
    page.get_by_role("button", name="Hold it against a source").focus()
    page.keyboard.press("Enter")
    playwright.expect(page.get_by_label("Source 1", exact=True)).to_be_focused()


def test_copy_is_shown_and_never_obeyed(opened: Callable[..., Any]) -> None:
    page = opened()
    script = "<img src=x onerror=document.title='obeyed'>"
    filled(page, f"{script} The inquiry opens on Friday, 9 May 2024 {script}.")
    status(page, "1 contradiction.")
    assert script in page.locator("#report").inner_text()
    assert page.title() == "belie: what cannot both be"
    assert page.locator("#report img").count() == 0


def test_a_busy_service_is_asked_again(opened: Callable[..., Any]) -> None:
    page = opened()
    refusals = [
        {"status": 429, "headers": {"Retry-After": "1"}, "json": {"detail": "too many wait"}},
        {"status": 413, "json": {"detail": "the request has more than 5 bytes"}},
    ]
    page.route("**/v1/check", lambda route: route.fulfill(**refusals[0]), times=1)
    filled(page, "The inquiry opens on Friday, 9 May 2024.")
    status(page, "Not checked: too many wait. Trying again.")
    status(page, "1 contradiction.")
    page.route("**/v1/check", lambda route: route.fulfill(**refusals[1]), times=1)
    page.get_by_label("Headline").fill("Rain")
    status(page, "Not checked: the request has more than 5 bytes.")
    assert page.locator("#report").inner_html() == ""


@pytest.mark.parametrize("path", ["/", "/docs"])
@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "light"), (390, "dark"), (1280, "light"), (1800, "dark")]
)
def test_axe_finds_nothing_and_nothing_sticks_out(
    opened: Callable[..., Any], path: str, width: int, scheme: str
) -> None:
    page = opened(path, width, color_scheme=scheme)
    if path == "/":
        filled(page)
        status(page, "2 contradictions.")
        page.get_by_role("button", name="Hold it against a source").click()
    found = AXE.Axe().run(page)
    assert [(each["id"], each["nodes"]) for each in found.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
