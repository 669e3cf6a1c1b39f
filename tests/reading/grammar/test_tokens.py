import pytest


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
