"""How passages lead to each other where they lie in or across one another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from belie.model import Article, Report, Span
from belie.report.html.marking import Writer
from belie.report.html.passages import Passages

Make = Callable[..., Any]

ARTICLE = Article("one two three four five six seven", id="a")


def written(*findings: Any) -> str:
    passages = Passages(Report(ARTICLE, (), findings), "")
    writer = Writer(ARTICLE.text, [*passages.marks("text")], passages.behind("text"))
    return writer.stretch(Span(0, len(ARTICLE.text)))


def reference(number: int) -> str:
    return (
        '<sup class="reference"><a class="contradiction" href="#n1" '
        f'aria-label="Note 1, contradiction">✕{number}</a></sup>'
    )


def test_in_a_passage_within_another_a_click_is_on_the_inner_one(fact: Make, finding: Make) -> None:
    outer, inner = fact(ARTICLE, "one two three"), fact(ARTICLE, "two")
    to_inner = '<a href="#p2" title="to “two”">'
    to_outer = '<a href="#p1" title="to “one two three”">'
    assert written(finding(one=outer, other=inner)) == (
        f'<mark id="p1" class="contradiction">{to_inner}one </a>'
        f'<mark id="p2" class="contradiction deep-1">{to_outer}two</a></mark>{reference(1)}'
        f"{to_inner} three</a></mark>{reference(1)} four five six seven"
    )


def test_where_passages_cross_the_number_of_one_is_in_no_link_of_the_other(
    fact: Make, finding: Make
) -> None:
    long, short = fact(ARTICLE, "two three four"), fact(ARTICLE, "four five")
    to_short = '<a href="#p2" title="to “four five”">'
    to_long = '<a href="#p1" title="to “two three four”">'
    assert written(finding(one=long, other=short)) == (
        f'one <mark id="p1" class="contradiction">{to_short}two three </a>'
        f'<mark id="p2" class="contradiction deep-1">{to_long}four</a></mark></mark>'
        f'{reference(1)}<mark class="contradiction continued">{to_long} five</a></mark>'
        f"{reference(1)} six seven"
    )


def test_a_passage_alone_leads_to_its_gravest_note(fact: Make, finding: Make) -> None:
    only = fact(ARTICLE, "one")
    shown = written(finding(one=only, severity="caution"), finding(one=only))
    assert shown.startswith(
        '<mark id="p1" class="contradiction"><a href="#n2" title="to note 2">one</a></mark>'
    )


def test_of_three_passages_each_leads_to_the_next(fact: Make, finding: Make) -> None:
    one, two, three = (fact(ARTICLE, each) for each in ("one", "three", "five"))
    passages = Passages(Report(ARTICLE, (), (finding(a=two, b=three, c=one),)), "x-")
    assert {each.identity: each.leads for each in passages.all.values()} == {
        "x-p1": "x-p2",
        "x-p2": "x-p3",
        "x-p3": "x-p1",
    }
