import re

import pytest
from belie.model import Span
from belie.reading.grammar.line import Unit, build_line
from belie.reading.numbers import find_numbers


@pytest.fixture
def line(analyser):
    """A sentence as a line, before any noun phrase or verb group is found in it."""

    def _line(sentence):
        numbers = [(each.start, each.end, each) for each in find_numbers(sentence)]
        return build_line(sentence, Span(0, len(sentence)), numbers, analyser.grammar.vocabulary)

    return _line


def words(line):
    return [unit.word for unit in line.units]


def test_every_unit_has_one_code_and_knows_where_it_stands(line):
    made = line("The quake killed 40 people.")
    assert words(made) == ["the", "quake", "killed", "", "people", "."]
    assert [(unit.start, unit.end) for unit in made.units] == [
        (0, 3), (4, 9), (10, 16), (17, 19), (20, 26), (26, 27),
    ]  # fmt: skip
    assert made.codes == "".join(unit.code for unit in made.units)


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("It is 40.", "N"),
        ("It is 40%.", "S"),
        ("It is $40.", "M"),
        ("It is 40 km.", "L"),
        ("It is 40 years.", "T"),
        ("It is the 40th.", "O"),
        ("It is one in three.", "S"),
        ("It is threefold.", "L"),
    ],
)
def test_a_figure_is_a_letter_by_what_it_measures(line, sentence, code):
    assert line(sentence).codes[-2] == code


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They didn't go.", ["they", "did", "n't", "go", "."]),
        ("They didn’t go.", ["they", "did", "n't", "go", "."]),
        ("The rebels' town.", ["the", "rebels", "'s", "town", "."]),
        ("Sudan’s town.", ["sudan", "'s", "town", "."]),
        ("Go as soon as we can.", ["go", "as soon as", "we", "can", "."]),
        ("The U.S. left", ["the", "u.s", ".", "left"]),
    ],
)
def test_words_are_told_apart(line, sentence, expected):
    assert words(line(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "marks"),
    [
        ('A zyx "zyx"', ["“", "”"]),
        ("A zyx “zyx”", ["“", "”"]),
        ("zyx — zyx", ["–"]),
        ("zyx - zyx", ["–"]),
        ("zyx-zyx", ["-"]),
        ("The zyx's", ["'"]),
    ],
)
def test_punctuation_stands_for_itself(line, sentence, marks):
    assert [code for code in line(sentence).codes if not code.isalpha()] == marks


def test_a_word_that_no_pattern_names_is_unknown(line):
    assert line("zyx Zyx").codes == "wW"


def test_a_run_of_units_becomes_one(line):
    made = line("The old bridge fell.")

    def chunk(_, units):
        return Unit("G", units[0].start, units[-1].end, "bridge", parts=tuple(units))

    changed = made.replaced(re.compile("^..."), chunk)
    assert changed.codes[0] == "G"
    assert len(changed.codes) == len(changed.units) == len(made.units) - 2
    assert changed.quote(0, 0) == "The old bridge"
    assert [unit.word for unit in changed.units[0].walk()] == ["bridge", "the", "old", "bridge"]


def test_a_run_that_is_nothing_after_all_stays(line):
    made = line("The old bridge fell.")
    assert made.replaced(re.compile("^..."), lambda *_: None) is made


def test_a_quote_has_the_words_of_the_article(line):
    assert line("The “old”  bridge fell.").quote(1, 4) == "“old”  bridge"
