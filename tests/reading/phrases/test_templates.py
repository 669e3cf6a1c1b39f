import pytest
from belie.reading.phrases.templates import (
    Choice,
    Either,
    Literal,
    Slot,
    TemplateError,
    Verb,
    parse_template,
)


def test_slots_verbs_and_words():
    assert parse_template("{holder:force} ~retreat|withdraw from {place}") == (
        Slot("holder", "force"),
        Verb(("retreat", "withdraw")),
        Literal(("from",)),
        Slot("place", None),
    )


def test_what_stands_in_brackets_may_be_missing():
    assert parse_template("[the] toll [confirmed|official]* of") == (
        Choice((Literal(("the",)),), many=False),
        Literal(("toll",)),
        Choice((Literal(("confirmed", "official")),), many=True),
        Literal(("of",)),
    )


def test_brackets_hold_slots_too():
    assert parse_template("lost [to {loser}]") == (
        Literal(("lost",)),
        Choice((Literal(("to",)), Slot("loser", None)), many=False),
    )


def test_one_or_the_other_stands_in_any_order():
    by, to = (Literal(("by",)), Slot("step", None)), (Literal(("to",)), Slot("level", None))
    assert parse_template("[by {step} | to {level}]") == (
        Either((by, to), many=False, needed=False),
    )
    assert parse_template("[by {step} | to {level}]*") == (
        Either((by, to), many=True, needed=False),
    )
    assert parse_template("[by {step} | to {level}]+") == (
        Either((by, to), many=True, needed=True),
    )


def test_an_underscore_joins_two_words_into_one():
    assert parse_template("out_of|from") == (Literal(("out of", "from")),)


@pytest.mark.parametrize(
    ("say", "column", "problem"),
    [
        ("{place", 0, "cannot read '{'"),
        ("{Place} fell", 0, "a slot is {name} or {name:type}, not {Place}"),
        ("lost [to {loser}", 16, "a [ is not closed"),
        ("lost to] {loser}", 7, "this ] closes nothing"),
        ("~take and ~hold {place}", 10, "a phrase has one verb, outside brackets"),
        ("by | to {place}", 3, "this | stands outside brackets"),
        ("[~take] {place}", 1, "a phrase has one verb, outside brackets"),
    ],
)
def test_what_cannot_be_read_says_where(say, column, problem):
    with pytest.raises(TemplateError) as caught:
        parse_template(say)
    assert (caught.value.column, str(caught.value)) == (column, problem)


WAYS = (
    "one text could be read in more than 50,000 ways, which may take for ever; "
    "use fewer '...' and fewer groups that repeat, or make two phrases of it"
)
EMPTY = "what repeats must have a word or a slot that cannot be missing"


@pytest.mark.parametrize(
    ("say", "column", "problem"),
    [
        ("{value} ... a ... b ... c ... d ... e", 0, WAYS),
        ("{value} [a]* [a]* [a]* [a]* [a]* [a]* [a]* [a]* dead", 0, WAYS),
        ("{value} [[[a]* b]* c]*", 0, WAYS),
        (f"{{value}} [{' | '.join('a' * 16)}]*", 0, WAYS),
        ("{value} [[a]* [b]]*", 17, EMPTY),
        ("{value} [...]+", 12, EMPTY),
        ("{value} []", 9, "between these brackets, something is missing"),
        ("{value} [a | ]*", 13, "between these brackets, something is missing"),
        ("{value} [[[[[a]]]]]", 12, "brackets stand 4 deep at most"),
    ],
)  # fmt: skip
def test_what_cannot_be_bounded_is_refused(say, column, problem):
    with pytest.raises(TemplateError) as caught:
        parse_template(say)
    assert (caught.value.column, str(caught.value)) == (column, problem)


@pytest.mark.parametrize(
    "say",
    ["{value} ... a ... b ... c ... d", "{value} [a]* [a]* dead", "[[by {a} | to {b}]+ c]"],
)
def test_what_can_be_bounded_is_read(say):
    assert parse_template(say)
