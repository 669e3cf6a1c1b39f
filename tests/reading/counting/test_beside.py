"""Numbers and dates with the words beside them."""

import pytest
from belie.model import Article
from belie.reading.reader import read_article


@pytest.fixture(scope="module")
def read(kinds):
    def _read(text):
        facts = read_article(Article(text), kinds).facts
        return [fact for fact in facts if fact.kind == "mention"]

    return _read


def told(fact, *names):
    """The named fields of a fact that are known."""
    return {name: fact.fields[name] for name in names if fact.fields[name] is not None}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The museum bought 14 old maps.",
            {"counted": "map", "before": "buy", "after": "old", "predicate": "buy"},
        ),
        ("The bank's 0.5% cap fell.", {"counted": "cap", "before": "bank", "after": "cap"}),
        ("The treaty binds 12 nations.", {"counted": "country", "after": "country"}),
        (
            "Nine actors praised Mendoza.",
            {"counted": "actor", "verb": "praise", "beyond": "mendoza"},
        ),
        ("Another nine maps were sold.", {"counted": "map", "further": "yes"}),
        ("He met six of the finest poets ''.", {"counted": "poet"}),
        ("Women accounted for six of the dead.", {"verb": "be", "beyond": "woman"}),
        ("She was 61.", {"sort": "age", "counted": "age"}),
        ("Mara Lund was 61 when she retired.", {"sort": "age", "before": "lund"}),
        ("The index was 61.", {"sort": "count"}),
        ("She was 61 points behind.", {"sort": "points"}),
        ("The two museums bought 14 maps each.", {"counted": "museum", "each": "yes"}),
    ],
)
def test_a_number_has_the_words_beside_it(read, sentence, expected):
    assert told(read(sentence)[0], *expected) == expected


@pytest.mark.parametrize(
    ("sentence", "sort", "said"),
    [
        ("It was the coldest night since Jan. 18.", "month #", "m1 18"),
        ("It was the coldest night since January 18.", "month #", "m1 18"),
        ("The mayor left on Wednesday.", "weekday", "w2"),
        ("The mayor left three years ago.", "# unit ago", "3 year ago"),
    ],
)
def test_a_date_is_spelled_in_one_way(read, sentence, sort, said):
    (date,) = [fact for fact in read(sentence) if fact.value is None]
    assert told(date, "sort", "said") == {"sort": sort, "said": said}


@pytest.mark.parametrize(
    ("sentence", "sort", "said", "before", "after"),
    [
        ("A level 3 alert was given.", "level #", "3", None, "alert"),
        ("Snow shut Highway 12 at dawn.", "highway #", "12", "shut", "dawn"),
        ("She led Alpine Rescue Team Six.", "team #", "6", "rescue", None),
        ("She led Rescue Team Sixteen.", "team #", "16", "rescue", None),
    ],
)
def test_a_number_in_a_name_is_a_label(read, sentence, sort, said, before, after):
    (label,) = read(sentence)
    assert label.value is None
    assert [label.fields[name] for name in ("sort", "said", "before", "after")] == [
        sort, said, before, after,
    ]  # fmt: skip


def test_of_a_ratio_both_numbers_are_mentions(read):
    whole, part = read("Two of the four boats sank.")
    assert (whole.value.low, part.value.low) == (4, 2)
    assert (whole.fields["partitive"], part.fields["partitive"]) == (None, "yes")


def test_what_a_phrase_read_says_so(read):
    (number,) = [fact for fact in read("The blast killed 12 people.") if fact.value]
    assert number.fields["read"] == "casualty"


def test_a_sentence_without_numbers_or_dates_has_none(read):
    assert read("The museum bought old maps.") == []


@pytest.mark.parametrize(
    ("sentence", "deed"),
    [
        ("The pact took effect in May 2019.", {"predicate": "apply", "party": "treaty"}),
        ("In May 2019 the pact came into force.", {"predicate": "apply", "party": "treaty"}),
        ("By 2001 she had quit the guild.", {"predicate": "leave", "object": "guild", "end": "by"}),
        ("The mill burned down in 1988.", {"predicate": "wreck", "party": "mill"}),
    ],
)
def test_a_date_is_that_of_a_deed(read, sentence, deed):
    (date,) = [fact for fact in read(sentence) if fact.fields["form"] == "calendar"]
    assert told(date, "predicate", "party", "object", "end") == deed


def test_a_number_stands_with_a_deed_in_the_verb_that_stands_for_it(read):
    (number,) = read("Anna Keller had set up four other firms.")
    assert told(number, "predicate", "counted", "party", "further") == {
        "predicate": "found",
        "counted": "company",
        "party": "keller",
        "further": "yes",
    }


def test_what_is_fined_is_a_fine(read):
    (number,) = read("The court fined the mill $9 million.")
    assert told(number, "sort", "counted") == {"sort": "money", "counted": "fine"}


def test_a_number_behind_letters_is_a_label(read):
    (label,) = read("Flight KX 218 landed.")
    assert label.value is None
    assert told(label, "sort", "said") == {"sort": "kx #", "said": "218"}


def test_the_rest_of_a_long_sentence_is_its_frame(read):
    frame = "the ferry to arran sails with cars at noon"
    assert told(read("The ferry to Arran sails with 84 cars at noon.")[0], "frame") == {
        "frame": frame
    }
    assert told(read("The ferry took 84 cars.")[0], "frame") == {}
