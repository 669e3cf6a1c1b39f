"""Rows gathered by article, in what order they come, and that they need no memory."""

import tracemalloc
from decimal import Decimal

from belie import StatementError
from belie.statements.gathered import Gathered
from belie.statements.tables import Row


def row(number, article=None, **cells):
    return Row(f"t.csv:{number}", {"kind": "poll", "article": article, **cells})


def test_articles_come_in_the_order_of_their_first_rows_and_so_do_rows():
    gathered = Gathered([row(2, "b"), row(3, "a"), row(4, "b"), row(5, "a")])
    assert [*gathered.articles()] == ["b", "a"]
    assert [each.where for each in gathered.of("b")] == ["t.csv:2", "t.csv:4"]


def test_rows_come_back_as_they_were():
    given = row(2, "a", value=Decimal("5.10"), time={"start": "2022-12-02"}, quote="café\ud83d")
    gathered = Gathered([given])
    assert [*gathered.of("a")] == [given]


def test_what_is_no_row_keeps_its_place_among_those_that_name_no_article():
    gathered = Gathered([row(2), StatementError("t.csv:3", "kind", "is wrong"), row(4, "a")])
    assert not gathered.names_all()
    gathered.name_others("a")
    assert gathered.names_all()
    assert [str(getattr(each, "where", each)) for each in gathered.of("a")] == [
        "t.csv:2", "t.csv:3", "t.csv:4",
    ]  # fmt: skip


def test_an_article_may_be_called_by_a_number_or_by_half_a_character():
    gathered = Gathered([row(2, 7), row(3, "\ud83d")])
    assert [*gathered.articles()] == ["7", "\ud83d"]


def test_a_hundred_thousand_rows_are_not_held_in_memory():
    tracemalloc.start()
    gathered = Gathered(row(number, f"story {number % 5_000}") for number in range(100_000))
    assert sum(1 for article in gathered.articles() for _ in gathered.of(article)) == 100_000
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000_000
