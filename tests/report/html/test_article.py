"""An article with its statements underlined and a note for each finding."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from belie.checker import Checker
from belie.kinds import load_kinds
from belie.model import Alternative, Article, Issue, Name, Quantity, Report, Span
from belie.report.html import render_article
from belie.report.html.marking import as_text
from hypothesis import given
from hypothesis import strategies as st

TEXT = """Rain fell all week on the pit, and 43 men were killed in the blast.

The search was over on Friday.

By Friday the mayor was mourning 51 dead."""
ARTICLE = Article(TEXT, title="Blast kills 43", published=date(2023, 5, 6), id="pit.txt")
WIRE = Article("At the pit, 47 were killed, the rescuers said.", id="wires/regional-desk.txt")

Make = Callable[..., Any]


@pytest.fixture
def facts(fact: Make) -> dict[str, Any]:
    return {
        "headline": fact(ARTICLE, "kills 43", part="title", id="f1"),
        "killed": fact(ARTICLE, "43 men were killed", id="f2"),
        "dead": fact(ARTICLE, "51 dead", id="f3"),
        "elsewhere": fact(WIRE, "47 were killed", id="f4", sentence=Span(0, len(WIRE.text))),
    }


def report(facts: dict[str, Any], *findings: Any, **more: Any) -> Report:
    own = tuple(each for each in facts.values() if each.article == ARTICLE.id)
    return Report(ARTICLE, own, findings, against=(WIRE,), **more)


def test_each_passage_leads_to_the_other_and_to_the_note(
    facts: dict[str, Any], finding: Make, read: Make
) -> None:
    page = read(render_article(report(facts, finding(one=facts["killed"], other=facts["dead"]))))
    first, second = page.all("mark", "contradiction")
    assert (first.text(), second.text()) == ("43 men were killed", "51 dead")
    links = [mark.all("a")[0].attributes["href"] for mark in (first, second)]
    assert links == [f"#{second.attributes['id']}", f"#{first.attributes['id']}"]
    numbers = page.all("div", "copy")[0].all("sup", "reference")
    assert [each.text() for each in numbers] == ["✕1", "✕1"]
    note = page.one(numbers[0].all("a")[0].attributes["href"].removeprefix("#"))
    assert [each.attributes["href"] for each in note.all("a")] == links[::-1]


def test_a_note_says_what_is_wrong_and_why_and_how_each_passage_is_read(
    facts: dict[str, Any], finding: Make, read: Make
) -> None:
    killed = replace(
        facts["killed"], kind="casualty", value=Quantity(Decimal(43), Decimal(43)),
        fields={"measure": "killed"},
    )  # fmt: skip
    found = finding(one=killed, other=facts["dead"], meant={"one": ("the pit",)})
    page = read(render_article(report(facts, found)))
    (note,) = page.all("section", "note")
    assert " ".join(note.text().split()) == (
        "✕1 contradiction 43 or 51? because 43 is fewer than 51 "
        "“43 men were killed” line 1 read as killed, 43, the pit "
        "“51 dead” line 5 "
        "toll/two-figures 5e1f0011"
    )


def test_notes_stand_with_the_paragraph_of_their_first_passage(
    facts: dict[str, Any], finding: Make, read: Make
) -> None:
    page = read(
        render_article(
            report(
                facts,
                finding(one=facts["dead"], other=facts["killed"]),
                finding(one=facts["dead"], other=facts["headline"]),
                finding(one=facts["dead"]),
            )
        )
    )
    stretches = page.all("div", "stretch")
    assert [
        (each.all("p")[0].text()[:9], [note.attributes["id"] for note in each.all("section")])
        for each in stretches
    ] == [("pit.txt", ["n2"]), ("Rain fell", ["n1"]), ("By Friday", ["n3"])]


def test_a_passage_of_other_copy_is_shown_with_its_sentence_and_name(
    facts: dict[str, Any], finding: Make, read: Make
) -> None:
    found = finding(one=facts["killed"], other=facts["elsewhere"])
    page = read(render_article(report(facts, found)))
    (quote,) = page.all("q")
    assert quote.text() == WIRE.text
    assert [each.text() for each in quote.all("mark")] == ["47 were killed"]
    assert [each.text() for each in page.all("cite")] == ["wires/regional-desk.txt:1"]
    (mark,) = page.all("mark", "contradiction")
    assert mark.all("a")[0].attributes["href"] == "#n1"


def test_findings_are_listed_by_severity_with_a_sign_for_each(
    facts: dict[str, Any], finding: Make, read: Make
) -> None:
    found = [
        finding(one=facts["killed"], severity="caution", message="a"),
        finding(one=facts["dead"], message="b"),
        finding(one=facts["headline"], severity="discrepancy", message="c"),
        finding(one=facts["dead"], message="d"),
    ]
    page = read(render_article(report(facts, *found)))
    (listed,) = page.all("div", "findings")
    assert " ".join(listed.text().split()) == (
        "2 contradictions ✕2 b ✕4 d 1 discrepancy ≠3 c 1 caution !1 a"
    )
    assert [each.attributes["href"] for each in listed.all("a")] == ["#n2", "#n4", "#n3", "#n1"]


def test_what_else_is_said_is_listed_once_and_as_far_as_it_is_short(
    facts: dict[str, Any], fact: Make, finding: Make, read: Make
) -> None:
    other = Alternative("other", "47", (facts["elsewhere"], facts["headline"]))
    days = [fact(ARTICLE, each) for each in ("Rain", "Rain", "fell", "all", "week", "pit", "men")]
    found = finding(
        one=facts["killed"], other=facts["dead"],
        also=tuple(days), alternatives=(other,),
    )  # fmt: skip
    page = read(render_article(report(facts, found, omitted={"toll/two-figures": 1234})))
    also, further = [" ".join(each.text().split()) for each in page.all("div", "further")]
    assert also == (
        "said too “Rain” line 1 “fell” line 1 “all” line 1 “week” line 1 “pit” line 1 and 1 more"
    )
    assert further == (
        f"said otherwise {WIRE.text} wires/regional-desk.txt:1 and 1 more that say so"
    )
    assert "and 1,234 more of toll/two-figures" in page.text()


def test_statements_are_underlined_by_kind_and_named(read: Make, fact: Make) -> None:
    one, two = fact(ARTICLE, "43 men were killed"), fact(ARTICLE, "Friday", kind="day_named")
    seen = report({"one": one, "two": two, "three": fact(ARTICLE, "51 dead")})
    page = read(render_article(seen))
    assert [
        (each.classes, each.text(), each.attributes["title"])
        for each in page.all("div", "copy")[0].all("span")
    ] == [
        (["kind-0"], "43 men were killed", "toll"),
        (["kind-1"], "Friday", "day named"),
        (["kind-0"], "51 dead", "toll"),
    ]
    (key,) = page.all("dl")
    assert key.text().split() == ["toll", "2", "day", "named", "1"]
    assert page.all("p", "nothing")[0].text() == "Nothing flagged."


def test_statements_by_themselves_keep_their_lines(read: Make) -> None:
    (stated,) = read(render_article(Report(ARTICLE, ()))).all("div", "copy")
    (copy,) = read(render_article(Report(ARTICLE, (), counts={"sentences": 3}))).all("div", "copy")
    assert (stated.classes, copy.classes) == (["copy", "stated"], ["copy"])


def test_what_could_not_be_checked_and_notes_are_said(read: Make) -> None:
    seen = Report(ARTICLE, (), errors=(Issue("took too long"),), notes=("no fact was read",))
    page = read(render_article(seen))
    assert page.all("p", "problem")[0].text() == "Not checked in full: took too long"
    assert page.all("p", "remark")[0].text() == "Note: no fact was read"
    assert not read(render_article(seen, with_notes=False)).all("p", "remark")


def test_several_articles_have_ids_of_their_own(
    facts: dict[str, Any], finding: Make, read: Make
) -> None:
    seen = report(facts, finding(one=facts["killed"], other=facts["dead"]))
    read(render_article(seen, prefix="a1-") + render_article(seen, prefix="a2-"))


HOSTILE = [
    "</script><script>alert(1)</script> 9 died, <img src=x onerror=alert(1)>",
    "\"'><svg onload=alert(1)> javascript:alert(1) {{ 7 * 7 }} {% raw %} &lt;b&gt; &amp;#0;",
    "9 died\u202e.detrever\u202c \u2066isolated, and \x00null\x00 \x1b[31m red \x85 \ufffe",
    "Nine" + "x" * 3000 + " died ]]> <!-- --> <![CDATA[ <plaintext>",
    "مات تسعة أشخاص 9 died in 3 حوادث",
]


@pytest.mark.parametrize("text", HOSTILE, ids=["script", "quotes", "control", "long", "right"])
def test_no_copy_becomes_markup(text: str, fact: Make, finding: Make, read: Make) -> None:
    article = Article(text, title=text, id=text)
    wire = Article(text, id=f"{text}2")
    whole = Span(0, len(text))
    named = Name(text, text)
    own = fact(article, whole, kind=text, source=named, fields={text: text, "who": named})
    headline = fact(article, whole, part="title", id="f2")
    other = fact(wire, whole, id="f3")
    found = finding(
        because=text, text=text, one=own, two=headline, three=other, rule=text, message=text,
        fingerprint=text, meant={"one": (text,)}, argument=text,
    )  # fmt: skip
    seen = Report(
        article, (own, headline), (found,), against=(wire,), errors=(Issue(text),), notes=(text,),
        omitted={text: 2},
    )  # fmt: skip
    page = read(render_article(seen))
    assert page.copy() == read(as_text(text)).text()
    tags = {
        "", "a", "article", "cite", "dd", "div", "dl", "dt", "h2", "h3", "header", "li", "mark",
        "ol", "p", "q", "section", "span", "strong", "sup", "ul",
    }  # fmt: skip
    assert {each.tag for each in page.walk()} == tags
    names = {name for each in page.walk() for name in each.attributes}
    assert names <= {
        "aria-hidden", "aria-label", "aria-labelledby", "class", "dir", "href", "id", "title",
    }  # fmt: skip
    assert not {"\u202e", "\u2066", "\x00", "\x1b"} & set(page.text())


SPANS = st.tuples(st.integers(0, 50), st.integers(0, 50), st.sampled_from(["toll", "day", "who"]))


@given(
    text=st.text(alphabet="ab <&\"'\n\r\u202e.é😀", max_size=40),
    spans=st.lists(SPANS, max_size=7),
    data=st.data(),
)
def test_any_spans_leave_the_words_of_the_article_as_they_are(
    fact: Make, finding: Make, read: Make, text: str, spans: list[Any], data: st.DataObject
) -> None:
    article = Article(text, title=text, id="a")
    made = [
        fact(article, Span(*sorted((start, end))), kind=kind, id=f"f{number}",
             part="title" if number % 4 == 3 else "text")
        for number, (start, end, kind) in enumerate(spans)
    ]  # fmt: skip
    pairs = data.draw(
        st.lists(st.lists(st.sampled_from(made), min_size=1, max_size=3), max_size=4)
        if made
        else st.just([])
    )
    found = tuple(
        finding(facts={f"role {number}": each for number, each in enumerate(pair)})
        for pair in pairs
    )
    page = read(render_article(Report(article, tuple(made), found)))
    assert page.copy() == read(as_text(text)).text()
    (headline,) = page.all("h2")
    assert headline.text("reference") == (read(as_text(text)).text() if text.strip() else "a")
    assert len(page.all("section", "note")) == len(found)


def test_a_report_that_was_kept_is_rendered_the_same() -> None:
    text = "A fire in Porto killed nine people on Monday. The fire in Porto killed 12 people."
    with Checker(kinds=load_kinds(), engine="plain") as checker:
        seen = checker.check(text, published=date(2024, 3, 6))
    again = Report.from_json(seen.to_json())
    assert render_article(again) == render_article(seen)
    assert "9 people killed in Porto, or 12?" in render_article(seen)
