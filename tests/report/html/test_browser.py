"""Pages in a real browser: what it shows, how it moves, and who can read it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from belie.checker import Checker
from belie.kinds import load_kinds
from belie.model import Article, Report, Span
from belie.output import Tally, write_reports
from belie.report.html import render_article
from belie.report.html.marking import as_text
from hypothesis import given, settings
from hypothesis import strategies as st

playwright = pytest.importorskip(
    "playwright.sync_api", reason="opens pages only with the extra test-faces"
)
AXE = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="asks axe only with the extra test-faces"
)

Make = Callable[..., Any]

TOP = Path(__file__).parents[3]
WIDTHS = (360, 820, 1440)
OPTIONS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip

STORY = """Ferry toll climbs as divers search the hull

LAMU, Kenya, March 8 – The ferry Amani capsized off Lamu with 120 people aboard.

By Tuesday the death toll had climbed to 34, the harbour master said. On Friday the death toll
stood at 31.

A poll found that 58% of Danes want the bridge, with 47% of Danes opposing it.

Russian troops have held Izium since April 2022. Ukraine controls Izium.

A fire at a mill in Porto killed nine people on Monday. The fire in Porto killed 12 people on
Monday.

The inquiry opens on Tuesday, 9 May 2024.

Five divers and two cooks were on the second boat.

President Volodymyr Zelensky spoke in Kyiv. Zelenskyy thanked his guests.
"""
WIRE = Article(
    "On the second boat were two divers and two cooks, the pilot said.",
    published=date(2024, 3, 8),
    id="wire.txt",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("opens pages only where chromium is installed")
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(executable_path=path, args=OPTIONS)
        yield found
        found.close()


@pytest.fixture(scope="module")
def blank(browser: Any) -> Iterator[Any]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture(scope="module")
def checked() -> Report:
    title, _, text = STORY.partition("\n\n")
    with Checker(kinds=load_kinds(), engine="plain") as checker:
        story = Article(text, title=title, published=date(2024, 3, 8), id="ferry.txt")
        report = checker.check(story, against=[WIRE])
    assert {each.severity for each in report.findings} == {
        "contradiction", "discrepancy", "caution",
    }  # fmt: skip
    return report


@pytest.fixture(scope="module")
def pages(checked: Report, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A page of one article and one of several, by address."""
    folder = tmp_path_factory.mktemp("pages")
    calm = Report(Article("The library is open.", id="calm"), ())
    addresses = {}
    for name, reports in (("one", [checked]), ("several", [calm, checked, checked])):
        path = folder / f"{name}.html"
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            write_reports(reports, Tally(), stream, "html", "findings")
        addresses[name] = path.as_uri()
    return addresses


@pytest.fixture
def opened(browser: Any) -> Iterator[Make]:
    """Opens an address at a width; nothing that the browser complains of is left unsaid."""
    complaints: list[str] = []
    contexts = []

    def opened(address: str, width: int = 1440, **more: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 900}, **more)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("request", lambda request: complaints.append(request.url))
        page.goto(address)
        complaints.remove(address.partition("#")[0])
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        *(("one", width, scheme) for width in WIDTHS for scheme in ("light", "dark")),
        ("several", 360, "light"),
        ("several", 1440, "dark"),
    ],
)
def test_axe_finds_nothing_and_nothing_sticks_out(
    pages: dict[str, str], opened: Make, name: str, width: int, scheme: str
) -> None:
    page = opened(pages[name], width, color_scheme=scheme)
    found = AXE.Axe().run(page, options={"runOnly": {"type": "tag", "values": [
        "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice",
    ]}})  # fmt: skip
    assert [each["id"] for each in found.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_a_link_leads_to_can_be_read_too(
    pages: dict[str, str], opened: Make, scheme: str
) -> None:
    for kind in ("p1", "n1", "n3"):
        page = opened(f"{pages['one']}#a1-{kind}", color_scheme=scheme)
        found = AXE.Axe().run(page, options={"runOnly": ["color-contrast"]})
        assert [each["id"] for each in found.response["violations"]] == []


def shade(page: Any, selector: str) -> str:
    script = "each => getComputedStyle(each).backgroundColor"
    return str(page.locator(selector).first.evaluate(script))


def test_a_click_on_a_passage_goes_to_the_other_and_back_without_a_script(
    pages: dict[str, str], opened: Make
) -> None:
    page = opened(pages["one"], java_script_enabled=False)
    link = page.locator("mark a", has_text="nine people").first
    other = link.get_attribute("href")
    plain = shade(page, f"mark{other}")
    link.click()
    assert page.url.endswith(other)
    assert shade(page, f"mark{other}") != plain
    assert page.locator(f"mark{other}").is_visible()
    page.locator(f"mark{other} a").first.click()
    assert "nine people" in page.locator("mark:target").inner_text()
    page.locator("mark:target + sup a").first.click()
    assert (
        page.locator("section:target .message").inner_text() == "9 people killed in Porto, or 12?"
    )
    page.locator("section:target ol a").first.click()
    assert "nine people" in page.locator("mark:target").inner_text()


def test_the_keyboard_comes_to_each_passage_and_shows_where_it_is(
    pages: dict[str, str], opened: Make
) -> None:
    page = opened(pages["one"])
    links = page.locator("a").count()
    seen = set()
    for _ in range(links):
        page.keyboard.press("Tab")
        script = """() => { const e = document.activeElement, s = getComputedStyle(e);
            return [e.getAttribute('href'), e.textContent, s.outlineStyle, s.outlineWidth] }"""
        where, text, style, width = page.evaluate(script)
        assert (style, width) == ("solid", "2px")
        seen.add((where, text))
    marks = page.locator("mark[id]").evaluate_all("all => all.map(each => '#' + each.id)")
    assert set(marks) <= {where for where, _ in seen}


def boxes(page: Any, *selectors: str) -> list[dict[str, float]]:
    return [page.locator(each).first.bounding_box() for each in selectors]


def test_notes_stand_beside_their_paragraph_where_there_is_room_and_beneath_it_where_not(
    pages: dict[str, str], opened: Make
) -> None:
    selectors = (".copy .stretch:has(.notes) > p", ".copy .stretch > .notes")
    words, notes = boxes(opened(pages["one"]), *selectors)
    assert notes["x"] > words["x"] + words["width"]
    assert abs(notes["y"] - words["y"]) < 20
    for width in (360, 820):
        words, notes = boxes(opened(pages["one"], width), *selectors)
        assert notes["x"] == words["x"]
        assert notes["y"] > words["y"] + words["height"]


def test_a_passage_in_two_pieces_stands_out_in_both(
    opened: Make, fact: Make, finding: Make, tmp_path: Path
) -> None:
    article = Article("one two three four five six", id="a")
    long = fact(article, "two three four")
    for number, (short, pieces) in enumerate(
        (("four five", ["four", " five"]), ("one two", ["one ", "two"]))
    ):
        facts = (long, fact(article, short))
        path = tmp_path / f"{number}.html"
        with path.open("w") as stream:
            report = Report(article, facts, (finding(one=facts[0], other=facts[1]),))
            write_reports([report], Tally(), stream, "html", "findings")
        identity = "a1-p2" if short == "four five" else "a1-p1"
        page = opened(f"{path.as_uri()}#{identity}")
        marks = page.locator("mark").evaluate_all(
            "all => all.map(e => [e.textContent, getComputedStyle(e).outlineStyle])"
        )
        assert [text for text, style in marks if style == "solid"] == pieces


def test_a_page_that_is_cut_off_says_so(
    pages: dict[str, str], opened: Make, tmp_path: Path
) -> None:
    script = "getComputedStyle(document.body, '::before').content"
    assert opened(pages["one"]).evaluate(script) == "none"
    whole = Path(pages["one"].removeprefix("file://")).read_text(encoding="utf-8")
    for share in (0.5, 0.9):
        torn = tmp_path / f"torn-{share}.html"
        torn.write_text(whole[: int(len(whole) * share)], encoding="utf-8")
        assert "breaks off before its end" in opened(torn.as_uri()).evaluate(script)


def test_on_paper_everything_is_in_black_on_white_and_nothing_is_left_out(
    pages: dict[str, str], opened: Make
) -> None:
    page = opened(pages["one"], 700, color_scheme="dark")
    page.emulate_media(media="print")
    body = "getComputedStyle(document.body)"
    assert page.evaluate(f"[{body}.color, {body}.backgroundColor]") == [
        "rgb(0, 0, 0)", "rgb(255, 255, 255)",
    ]  # fmt: skip
    hidden = page.locator("main *").evaluate_all(
        "all => all.filter(e => e.checkVisibility && !e.checkVisibility()).length"
    )
    assert hidden == 0
    style = "e => getComputedStyle(e).borderBottomStyle"
    styles = page.locator("mark[id]").evaluate_all(f"all => new Set(all.map({style})).size")
    assert styles == 3  # one for each severity


CHARACTERS = st.text(
    st.one_of(
        st.sampled_from("ab <>&\"'\r\n\t\x00\x0b\x0c\x1b\x80\x85\ufffe\u202e\u2066\u2028\ufeff😀"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=60,
)


@settings(max_examples=25)
@given(text=CHARACTERS, data=st.data())
def test_the_browser_shows_the_words_of_the_article_and_nothing_else(
    blank: Any, fact: Make, finding: Make, text: str, data: st.DataObject
) -> None:
    article = Article(text, title=text, id=text)
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    spans = data.draw(st.lists(ends.map(sorted), max_size=4))
    facts = [fact(article, Span(*each), id=f"f{at}") for at, each in enumerate(spans)]
    found = [finding(facts=dict(enumerate(facts)))] if facts else []
    written = render_article(Report(article, tuple(facts), tuple(found)))
    blank.set_content(
        f"<!doctype html><meta charset=utf-8><body><p id=alone>{as_text(text)}</p>{written}"
    )
    shown, alone, inside = blank.evaluate(
        """() => {
        for (const each of document.querySelectorAll('.notes, .reference')) each.remove();
        const copy = document.querySelector('.copy');
        return [copy.textContent, document.querySelector('#alone').textContent,
                copy.querySelectorAll(':not(div, p, mark, a, span)').length] }"""
    )
    assert (shown, len(shown), inside) == (alone, len(text), 0)
