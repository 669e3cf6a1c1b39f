"""What is counted of things: the noun that stands for its like, what is known, and parts."""

from datetime import date

import pytest
from belie.model import Article
from belie.reading.reader import read_article


@pytest.fixture(scope="module")
def read(all_kinds):
    kinds = {"tally": all_kinds["tally"]}

    def _read(text):
        return read_article(Article(text, published=date(2024, 6, 14)), kinds).facts

    return _read


@pytest.mark.parametrize(
    ("text", "measure", "subject"),
    [
        ("Fire took 62 houses.", "destroyed", "home"),
        ("The 23 burned cabins were insured.", "destroyed", "cabin"),
        ("In all 31 dwellings are gone.", "destroyed", "home"),
        ("Police made 19 arrests.", "arrested", None),
        ("All 168 of those taken into custody on the bridge were fed.", "arrested", None),
        ("The flood swept away four bridges.", "destroyed", "bridge"),
    ],
)
def test_what_is_counted(read, text, measure, subject):
    (fact,) = read(text)
    assert fact.fields["measure"] == measure
    assert (fact.fields["subject"] and fact.fields["subject"].key) == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("None of the vans was stolen.", "van"),
        ("Not one van was stolen.", "van"),
        ("Not one of the vans was stolen.", "van"),
        ("None of the firm's 40 vans were stolen.", "van"),
        ("None of them were stolen.", None),
    ],
)
def test_none_are_none_of_what_is_named(read, text, subject):
    (fact,) = read(text)
    assert (fact.value.low, fact.value.high) == (0, 0)
    assert (fact.fields["subject"] and fact.fields["subject"].key) == subject


@pytest.mark.parametrize(
    "text", ["Fire took 62 hours.", "The club lost 14 games.", "More than 300 homes lost power."]
)
def test_a_verb_says_so_of_property_alone(read, text):
    assert not read(text)


def test_some_of_those_told_of_are_a_part(read):
    whole, part = read("The slide buried 18 houses. It destroyed 25 of them.")
    assert (part.part_of, part.fields["partial"]) == (whole.id, None)


def test_some_of_others_are_a_part_of_what_is_not_told(read):
    (part,) = read("It destroyed 25 of them.")
    assert (part.part_of, part.fields["partial"]) == (None, "yes")


@pytest.mark.parametrize(
    ("text", "recalled", "day"),
    [
        ("On Monday they met the owners of the 31 boats seized.", "yes", None),
        ("They met the owners of the 31 boats seized on Monday.", "yes", 10),
        ("They met the 31 men who were arrested.", "yes", None),
        ("On Monday they seized 31 boats.", None, 10),
    ],
)
def test_what_is_known_is_not_of_the_day_of_its_sentence(read, text, recalled, day):
    (fact,) = read(text)
    assert fact.fields["recalled"] == recalled
    assert (fact.time and fact.time.start.day) == day
