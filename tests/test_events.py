"""Which happenings of two articles are one."""

import pytest
from belie.checker import Checker
from belie.events import linked
from belie.model import Article

DRAFT = "A blast at a mill in Lyon killed nine people on Monday."
PUBLISHED = "2024-06-14"


@pytest.fixture(scope="module")
def reading():
    """The happenings that the facts of a text are about."""
    with Checker(rulebook=(), engine="plain") as checker:
        yield lambda text: checker.extract(text, published=PUBLISHED).events


def names(reading, text, other):
    return dict(linked(reading(text), reading(other), "wire"))


@pytest.mark.parametrize(
    "other",
    [
        "The explosion in Lyon on Monday killed 12 people.",
        "Monday's accident in Lyon killed 12 people.",
        "Twelve people were killed in the blast.",  # neither tells of any other
        "Twelve people were killed in the blast in France.",
    ],
)
def test_place_day_or_nothing_else_to_be_meant_makes_them_one(reading, other):
    assert names(reading, DRAFT, other) == {"e1": "e1"}


@pytest.mark.parametrize(
    "other",
    [
        "A blast at a mill in Nantes killed 12 people on Monday.",
        "A blast at a mill in Lyon killed 12 people on 2 May.",
        "A flood in Lyon killed 12 people on Monday.",
        "Blasts in Lyon killed 12 people on Monday.",
        "A train crash in Lyon killed 12 people.",
        "In 2006 a blast in the same street killed 12 people.",
    ],
)
def test_class_place_day_or_number_tell_them_apart(reading, other):
    assert names(reading, DRAFT, other) == {"e1": "wire/e1"}


def test_where_only_the_harm_is_told_nobody_knows(reading):
    assert names(reading, DRAFT, "Twelve people died at the mill.") == {"e1": None}


def test_one_is_the_same_as_one_other_at_most(reading):
    other = "A blast in Lyon killed 12 people. Another blast in Lyon killed four people."
    assert names(reading, DRAFT, other) == {"e1": "e1", "e2": "wire/e2"}


def test_facts_of_a_source_go_by_the_happenings_of_the_copy():
    with Checker(["casualty/against-copy"], engine="plain") as checker:
        against = [Article("The explosion in Lyon on Monday killed 12 people.", id="wire")]
        report = checker.check(DRAFT, published=PUBLISHED, against=against)
    assert [fact.event for fact in report.facts if fact.kind == "casualty"] == ["e1", "e1"]
    assert [finding.rule for finding in report.findings] == ["casualty/against-copy"]


def test_a_name_that_belie_gave_is_of_its_own_article_alone():
    """What ``extract`` wrote of two articles calls the first happening of each ``e1``."""
    with Checker(["casualty/*"], engine="plain") as checker:
        own, other = (
            checker.extract(Article(text, id=name), published=PUBLISHED).facts
            for name, text in (("a", DRAFT), ("b", "A flood in Lyon killed 12 people on Monday."))
        )
        report = checker.check_facts(own, against=other)
    assert not report.findings
