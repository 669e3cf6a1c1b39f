"""The constructions together: which comes first, single persons, parts, and long sentences."""

import pytest
from belie.reading.figures.counts import CountReader
from belie.reading.figures.sentence import Sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were 17 deaths in Quito.", ("17 deaths", "killed", 17, "counted")),
        (
            "The state logged 120 flu-related deaths.",
            ("120 flu-related deaths", "killed", 120, "counted"),
        ),
        ("The flu clinic has 12 cases.", ("12 cases", "infected", 12, "counted")),
        ("Seventeen dead bodies lay there.", ("Seventeen dead bodies", "killed", 17, "counted")),
    ],
)
def test_a_noun_may_count_what_befell_them(read, text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    ["The league had 17 defeats.", "Three governing bodies met.", "The clinic has 12 cases."],
)
def test_other_nouns_count_something_else(read, text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The accident claimed the life of a cyclist.", [("life of a cyclist", 1)]),
        ("The crash claimed a fifth life.", [("claimed a fifth life", 1)]),
        (
            "A driver and three passengers were killed.",
            [("A driver", 1), ("three passengers were killed", 3)],
        ),
        ("A driver was killed.", []),
        ("A driver saw three passengers killed.", [("three passengers killed", 3)]),
    ],
)
def test_one_person_is_counted_beside_others_or_where_a_life_is_told_of(read, text, expected):
    assert [(words, value) for words, _, value, _ in read(text)] == expected


@pytest.mark.parametrize(
    ("members", "parts"),
    [
        ("five men and four women", [5, 4]),
        ("five men and three women", []),
        ("nine men", []),
        ("two men, three women and four girls", [2, 3, 4]),
    ],
)
def test_those_listed_are_parts_where_they_come_to_the_figure_before(casualties, members, parts):
    whole, *others = casualties(f"The crash killed nine people, {members}.")
    assert [fact.value.low for fact in others if fact.part_of == whole.id] == parts


@pytest.mark.parametrize(
    "text",
    ["It killed nine guards, including two cooks.", "Nine guards, among them two cooks, died."],
)
def test_those_included_are_a_part(casualties, text):
    whole, part = casualties(text)
    assert (part.value.low, part.part_of) == (2, whole.id)
    assert part.phrase == "casualty/part"


def test_who_is_safe_by_now_is_missing_no_more(read):
    assert read("Nine villagers who had been reported missing are safe.") == []
    assert read("Nine villagers who had been killed were buried.") != []


SIZE = 1000


@pytest.mark.parametrize(
    ("begin", "repeated"),
    [
        ("Nine people died, ", "two of them, "),
        ("Nine people died, ", "5% of them, "),
        ("The blast killed ", "12, "),
        ("The blast killed ", "0, "),
        ("The blast killed nine men", " and 12 women"),
        ("", "12 dead, "),
        ("Nine people died, ", "of the 5, "),
        ("", "the toll rose from 1 to 2 "),
        ("", "the death toll rose from 1 to 2, "),
        ("", "12 had been killed and "),
        ("", "12 people had been killed "),
        ("Nine died, ", "a "),
        ("Nine died, ", "another "),
        ("Nine died, ", "a driver, "),
        ("12 people ", "still "),
        ("the dead included ", "9, "),
        ("", "12 people who "),
        ("", "12 deaths "),
        ("", "Spain 12, "),
        ("Nobody was hurt, ", "no one died, "),
    ],
    ids=lambda text: text.strip(),
)
def test_a_long_sentence_takes_linear_time(
    assert_linear, analyser, field, sentence, begin, repeated
):
    reader = CountReader(analyser.grammar, field)
    assert_linear(
        lambda scene: reader.read(Sentence.of(scene)),
        lambda times: sentence(begin + repeated * times).scene,
        SIZE,
    )
