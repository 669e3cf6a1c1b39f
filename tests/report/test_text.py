from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from belie.model import (
    Alternative,
    Article,
    Fact,
    Finding,
    Name,
    Quantity,
    Reason,
    Report,
    Span,
    TimeSpan,
)
from belie.report.summary import render_summary
from belie.report.text import render_facts, render_findings, whereabouts

TEXT = """The mine's owner said 43 men were killed in the blast, and that the search was over.

Rain fell all week.
By Friday the mayor was mourning
51 dead, and counting."""
ARTICLE = Article(TEXT, title="43 die in pit blast", published=date(2023, 5, 6), id="pit.txt")
WIRE = Article("At the pit, 47 were killed, the rescuers said.", id="wires/regional-desk.txt")


def fact(article: Article, passage: str, sentence: str, **more: object) -> Fact:
    start, around = article.text.index(passage), article.text.index(sentence)
    plain = Fact(
        id="f1",
        kind="toll",
        fields={"measure": "killed"},
        value=None,
        time=None,
        source=None,
        evidential=None,
        stance="asserted",
        part_of=None,
        part="text",
        span=Span(start, start + len(passage)),
        sentence=Span(around, around + len(sentence)),
        text=passage,
        phrase="toll/1",
        article=article.id,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


KILLED = fact(ARTICLE, "43 men were killed", TEXT.splitlines()[0])
DEAD = fact(ARTICLE, "51 dead", "By Friday the mayor was mourning\n51 dead, and counting.", id="f2")
ELSEWHERE = fact(WIRE, "47 were killed", WIRE.text, id="f3")


def finding(**facts: Fact) -> Finding:
    return Finding(
        rule="toll/two-figures",
        severity="contradiction",
        message="43 and 51 are both given as the dead at the pit",
        fingerprint="5e1f",
        facts=facts,
        because=(
            Reason("one.measure == 'killed'", "the one counts the killed", beside=False),
            Reason("one.value.low < other.value.low", "43 is fewer than 51", beside=True),
        ),
    )


def report(*findings: Finding) -> Report:
    return Report(ARTICLE, (KILLED, DEAD), findings, against=(WIRE,))


def test_a_finding_quotes_both_passages_with_the_reason_between_them() -> None:
    found = report(finding(one=KILLED, other=DEAD))
    assert render_findings(found, colour=False, width=60) == (
        "pit.txt:1  contradiction  toll/two-figures\n"
        "43 and 51 are both given as the dead at the pit\n"
        "\n"
        "  line 1   The mine's owner said «43 men were killed» in the\n"
        "           blast, and that the search was over.\n"
        "  because  43 is fewer than 51\n"
        "  line 5   By Friday the mayor was mourning «51 dead», and\n"
        "           counting.\n"
        "\n"
    )


def test_a_passage_of_another_article_is_quoted_from_it_by_name() -> None:
    found = report(finding(one=KILLED, other=ELSEWHERE))
    assert render_findings(found, colour=False, width=80).endswith(
        "  because  43 is fewer than 51\n"
        "  wires/regional-desk.txt:1\n"
        "           At the pit, «47 were killed», the rescuers said.\n"
        "\n"
    )


def test_what_else_says_the_same_is_named_with_its_place() -> None:
    found = report(replace(finding(one=KILLED, other=DEAD), also=(DEAD, ELSEWHERE)))
    assert render_findings(found, colour=False, width=80).endswith(
        "  line 5   By Friday the mayor was mourning «51 dead», and counting.\n"
        "  also     line 5: 51 dead\n"
        "           wires/regional-desk.txt:1: 47 were killed\n"
        "\n"
    )


def test_what_else_is_said_is_listed_each_thing_once() -> None:
    others = (
        Alternative("other", "51", (DEAD, DEAD, ELSEWHERE)),
        Alternative("other", "47", (ELSEWHERE,)),
    )
    found = report(replace(finding(one=KILLED, other=DEAD), also=(DEAD,), alternatives=others))
    assert render_findings(found, colour=False, width=80).endswith(
        "  also     line 5: 51 dead\n"
        "  further  line 5: 51 dead (and 2 more that say so)\n"
        "           wires/regional-desk.txt:1: 47 were killed\n"
        "\n"
    )


def test_of_a_long_list_five_are_shown_and_how_many_more() -> None:
    others = tuple(Alternative("other", f"{n}", (DEAD,)) for n in range(1_007))
    found = report(replace(finding(one=KILLED, other=DEAD), alternatives=others))
    assert render_findings(found, colour=False, width=80).endswith(
        "  further  line 5: 51 dead\n"
        + "           line 5: 51 dead\n" * 4
        + "           and 1,002 more\n\n"
    )


def test_how_many_findings_are_left_out_is_said_at_the_end() -> None:
    found = replace(report(finding(one=KILLED, other=DEAD)), omitted={"toll/two-figures": 1_200})
    assert render_findings(found, colour=False, width=80).endswith(
        "counting.\n\nand 1,200 more of toll/two-figures\n\n"
    )


def test_a_passage_is_followed_by_how_it_was_read() -> None:
    meant = {"one": ("Orla",), "other": ("Orla", "on 5 May 2023")}
    found = report(replace(finding(one=KILLED, other=DEAD), meant=meant))
    text = render_findings(found, colour=False, width=80)
    assert "search was over.\n  read as  Orla\n  because  " in text
    assert text.endswith("and counting.\n  read as  Orla, on 5 May 2023\n\n")


@pytest.mark.parametrize("words", ["mine", "Mines", "the blast", "on 43 men 2023", "fewer than 51"])
def test_what_the_finding_shows_itself_is_not_said_again(words: str) -> None:
    found = report(replace(finding(one=KILLED, other=DEAD), meant={"one": (words,)}))
    assert "read as" not in render_findings(found, colour=False, width=80)


def test_the_argument_stands_for_the_reasons() -> None:
    argued = replace(finding(one=KILLED, other=DEAD), argument="nobody can die twice; 43 is not 51")
    text = render_findings(report(argued), colour=False, width=80)
    assert "  because  nobody can die twice; 43 is not 51\n" in text
    assert "fewer" not in text


def test_a_bracket_that_is_opened_is_closed() -> None:
    copy = Article("It was 50 miles (80 km) away.", id="a.txt")
    found = Report(copy, (), (finding(one=fact(copy, "50 miles (80 km", copy.text)),))
    assert "It was «50 miles (80 km)» away." in render_findings(found, colour=False, width=80)


def test_a_sentence_that_holds_both_passages_is_quoted_once() -> None:
    copy = Article("Officials put it at 40 dead, then at 60 dead.", id="a.txt")
    one = fact(copy, "40 dead", copy.text)
    other = fact(copy, "60 dead", copy.text, id="f2")
    text = render_findings(
        Report(copy, (one, other), (finding(one=other, other=one),)), colour=False, width=80
    )
    assert text.count("Officials") == 1
    assert "Officials put it at «40 dead», then at «60 dead».\n" in text


def test_passages_that_overlap_are_marked_as_one() -> None:
    copy = Article("Some 40 dead and missing were listed.", id="a.txt")
    one = fact(copy, "40 dead", copy.text)
    other = fact(copy, "dead and missing", copy.text, id="f2")
    found = Report(copy, (one, other), (finding(one=one, other=other),))
    assert "Some «40 dead and missing» were listed." in render_findings(
        found, colour=False, width=80
    )


def test_a_passage_in_the_title_is_quoted_from_the_title() -> None:
    title = ARTICLE.title
    assert title is not None
    headline = replace(KILLED, part="title", span=Span(0, 6), sentence=Span(0, len(title)))
    text = render_findings(report(finding(one=headline, other=DEAD)), colour=False, width=80)
    assert text.startswith("pit.txt:title  contradiction  toll/two-figures\n")
    assert "  title    «43 die» in pit blast\n" in text


def test_where_no_condition_compares_two_facts_all_reasons_are_given() -> None:
    alone = replace(
        finding(one=KILLED),
        because=(Reason("known(one.source)", "the one names no source", beside=False),),
    )
    assert "  because  the one names no source\n" in render_findings(
        report(alone), colour=False, width=80
    )


def test_colour_marks_the_passage_in_bold_and_nothing_else_with_quotes() -> None:
    text = render_findings(report(finding(one=KILLED, other=DEAD)), colour=True, width=80)
    assert "\x1b[1m43 men were killed\x1b[0m" in text
    assert "\x1b[1;31mcontradiction\x1b[0m" in text
    assert text.splitlines()[0].endswith("\x1b[2m  5e1f\x1b[0m")
    assert "«" not in text


def test_no_finding_is_no_text() -> None:
    assert render_findings(report(), colour=True, width=80) == ""


def test_copy_cannot_steer_the_terminal() -> None:
    copy = Article(
        "\x1b[2J\x1b]0;owned\x07Forty \u202edead\u202c, 40 dead.\x9b", id="a\x1b[31m.txt"
    )
    one = fact(copy, "40 dead", copy.text)
    text = render_findings(
        Report(copy, (one,), (replace(finding(one=one), message="40\x1b[0m dead"),)),
        colour=False,
        width=80,
    )
    assert text.startswith("a�[31m.txt:1  contradiction")
    assert "�[2J�]0;owned�Forty dead, «40 dead».�" in text
    assert text.replace("\n", "").isprintable()


@pytest.mark.parametrize(
    ("article", "part", "span", "place"),
    [
        (Article("a\nb\nc", id="x.txt"), "text", Span(4, 5), "x.txt:3"),
        (Article("a\nb\nc"), "text", Span(2, 3), "line 2"),
        (Article("a", "b"), "title", Span(0, 1), "title"),
        (Article("a", id="x.txt"), None, None, "x.txt"),
        (Article("a"), None, None, "article"),
    ],
)
def test_whereabouts(article: Article, part: str, span: Span, place: str) -> None:
    assert whereabouts(article, part, span) == place  # type: ignore[arg-type]


def test_facts_are_listed_with_what_is_known_of_them() -> None:
    known = replace(
        DEAD,
        fields={"measure": "killed", "subject": Name("miner", "the men"), "place": None},
        value=Quantity(Decimal(51000), None, "at least", "person"),
        time=TimeSpan(date(2023, 5, 1), date(2023, 5, 8), "week"),
        source=Name("mayor", "the mayor"),
        stance="possible",
        part_of="f1",
    )
    assert render_facts(Report(ARTICLE, (known,)), colour=False, width=80) == (
        "pit.txt:5  f2  toll\n"
        "  passage  «51 dead»\n"
        "  measure  killed\n"
        "  subject  miner\n"
        "  value    at least 51,000 person\n"
        "  time     2023-05-01 to 2023-05-07 (week)\n"
        "  source   mayor\n"
        "  stance   possible\n"
        "  part of  f1\n"
        "\n"
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Quantity(Decimal(40), Decimal(40)), "40"),
        (Quantity(Decimal("4.50"), Decimal("4.50"), "about", "percent"), "about 4.50 percent"),
        (Quantity(Decimal(40), Decimal(50), "between"), "40 to 50"),
        (Quantity(None, Decimal(40)), "at most 40"),
        (Quantity(Decimal(24), None), "at least 24"),
        (Quantity(None, None), "unknown"),
    ],
)
def test_a_figure_in_words(value: Quantity, words: str) -> None:
    text = render_facts(Report(ARTICLE, (replace(DEAD, value=value),)), colour=False, width=80)
    assert f"  value    {words}\n" in text


@pytest.mark.parametrize(
    ("findings", "failed", "line"),
    [
        ({}, 0, "Nothing flagged in 2 articles (1 sentence, 1,200 facts)"),
        (
            {"caution": 2, "contradiction": 1},
            0,
            "1 contradiction, 2 cautions in 2 articles (1 sentence, 1,200 facts)",
        ),
        (
            {"discrepancy": 2},
            1,
            "2 discrepancies in 2 articles (1 sentence, 1,200 facts); 1 failed",
        ),
        (None, 0, "1,200 facts in 2 articles (1 sentence)"),
    ],
)
def test_the_closing_line_sums_up(findings: dict[str, int] | None, failed: int, line: str) -> None:
    assert render_summary(findings, {"sentences": 1, "facts": 1200}, 2, failed) == line


def test_what_two_conditions_say_is_said_once() -> None:
    reasons = (
        Reason("same(a.event, b.event)", "both are of one event; 4 is less than 7", beside=True),
        Reason("one_happening(a, b)", "both are of one event", beside=True),
    )
    found = report(replace(finding(one=KILLED, other=DEAD), because=reasons))
    text = render_findings(found, colour=False, width=80)
    assert "  because  both are of one event; 4 is less than 7\n" in text
