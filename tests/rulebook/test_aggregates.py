import pytest
from belie.rulebook.aggregates import parse_having
from belie.rulebook.columns import columns
from belie.rulebook.expressions import ConditionError
from belie.rulebook.reasons import Bound
from specimens import KINDS, fact, figure

SCOPE = {"option": KINDS["option"]}


def members(*shares):
    return [
        Bound({"option": each}, {"option": columns(each, KINDS["option"])})
        for each in (fact("option", value=share) for share in shares)
    ]


def test_a_sum_is_compared_in_thousandths():
    (having,) = parse_having("sum(option.value.low) > 101.5", SCOPE)
    assert (having.aggregate.function, having.aggregate.column) == ("sum", "value.low")
    assert (having.operator, having.bound) == (">", 101_500)


def test_a_count_is_of_facts_and_whole():
    (having,) = parse_having("count(option) >= 3", SCOPE)
    assert (having.aggregate.function, having.aggregate.column) == ("count", "fact")
    assert having.bound == 3


def test_comparisons_are_joined_by_and():
    one, other = parse_having("count(option) > 2 and max(option.value.high) < 40", SCOPE)
    assert [one.source, other.source] == ["count(option) > 2", "max(option.value.high) < 40"]


@pytest.mark.parametrize(
    ("text", "offset", "problem"),
    [
        ("sum(option.value) > 101", 4, "sum is taken over a number, as in value.low"),
        ("sum(poll.value.low) > 101", 4, "there is no 'poll' here"),
        ("count(options) > 101", 6, "there is no 'options' here; did you mean 'option'?"),
        (
            "mean(option.value.low) > 101",
            0,
            (
                "is none of sum(role.value.low), min(role.value.low), max(role.value.low),"
                " count(role), repeats(role.field)"
            ),
        ),
        ("option.value.low > 101", 0, "begins with sum, count, min, max or repeats"),
        ("101 < sum(option.value.low)", 0, "begins with sum, count, min, max or repeats"),
        (
            "sum(option.value.low) > option.value.high",
            24,
            "is of the group itself; name what stands beside it",
        ),
        (
            "sum(option.value.low) > 1.0005",
            24,
            "is finer than the columns, which are thousandths",
        ),
        ("repeats(option.value.low) > 1", 8, "repeats is taken over a name, place, text or choice"),
        ("repeats(option.answer) > 0.5", 25, "is finer than the columns, which are thousandths"),
        ("count(option) > 1.5", 16, "is finer than the columns, which are thousandths"),
        ("count(option)", 0, "compares a sum, count, min, max or repeats with one number"),
        (
            "count(option) > 2 or count(option) < 1",
            0,
            "compares a sum, count, min, max or repeats with one number",
        ),
    ],
)
def test_what_is_no_comparison_of_a_group_is_refused(text, offset, problem):
    with pytest.raises(ConditionError) as refused:
        parse_having(text, SCOPE)
    assert (refused.value.problem, refused.value.offset) == (problem, offset)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sum(option.value.low) > 101", "30 + 30 + 45.5 is 105.5"),
        ("min(option.value.low) < 4", "the lowest of 30 and 45.5 is 30"),
        ("max(option.value.high) > 4", "the highest of 30 and 45.5 is 45.5"),
        ("count(option) > 2", "there are 3"),
        ("repeats(option.answer) == 0", "no answer comes twice"),
        (
            "sum(option.value.least) > 100",
            "together, rounding allowed for, that is at least 104.45",
        ),
    ],
)
def test_what_a_group_comes_to_is_said(text, words):
    (having,) = parse_having(text, SCOPE)
    assert having.aggregate.sentence(members(figure(30), figure(30), figure("45.5"))) == words


def test_repeats_are_counted_and_said():
    (having,) = parse_having("repeats(option.answer) == 0", SCOPE)
    assert (having.aggregate.column, having.bound) == ("answer", 0)
    answers = [fact("option", answer=answer) for answer in ("yes", "Yes", "no", None, None)]
    bound = [
        Bound({"option": each}, {"option": columns(each, KINDS["option"])}) for each in answers
    ]
    assert having.aggregate.in_words(bound) == "1"
    assert having.aggregate.sentence(bound) == "repeats of the answer: 1"


def test_a_sum_over_nothing_known_has_words():
    (having,) = parse_having("sum(option.value.low) > 101", SCOPE)
    assert having.aggregate.in_words(members(None, None)) == "unknown"
