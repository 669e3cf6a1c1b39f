"""Quotes in copy: where a statement's passage stands, or that the copy does not have it."""

import pytest
from belie import Article, Statement, StatementError
from belie.model import Span
from belie.statements.quotes import located

COPY = Article(
    "A fire killed 12 people in Leeds.\n\n“The 15 dead were\nworkers,” he said. It rained.",
    title="Fire kills 12 people",
)


def where(quote, **more):
    found = located(Statement(kind="casualty", quote=quote, where="t.csv:2", **more), COPY)
    return found.part, found.span, found.sentence, found.quote


def test_a_quote_stands_in_its_sentence():
    assert where("killed 12 people") == ("text", Span(7, 23), Span(0, 33), "killed 12 people")


def test_white_space_and_the_form_of_quotation_marks_make_no_difference():
    part, span, sentence, quote = where('"The 15 dead were workers,"')
    assert quote == "“The 15 dead were\nworkers,”"
    assert (part, COPY.text[slice(*span)]) == ("text", quote)
    assert COPY.text[slice(*sentence)] == "“The 15 dead were\nworkers,” he said."


def test_a_quote_that_only_the_title_has_stands_there():
    assert where("Fire kills 12")[:2] == ("title", Span(0, 13))


def test_the_part_that_is_named_goes_first():
    assert where("12 people", part="title")[:2] == ("title", Span(11, 20))
    assert where("12 people")[:2] == ("text", Span(14, 23))


def test_a_span_says_which_of_two_is_meant():
    copy = Article("Nine died. Nine died.")
    statement = Statement(kind="casualty", quote="Nine died", span=Span(11, 20))
    assert located(statement, copy).span == Span(11, 20)


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        (
            "killed 13 people",
            "t.csv:2: quote: the copy does not have 'killed 13 people'; quote it word for word",
        ),
        (
            None,
            "t.csv:2: quote: is missing; give the passage that states it, word for word",
        ),
    ],
)
def test_what_the_copy_does_not_say_is_an_error(quote, said):
    with pytest.raises(StatementError) as failure:
        where(quote)
    assert str(failure.value) == said
