"""Noun phrases of figures, and whether they are of people."""

import pytest
from belie.reading.figures.nouns import PhraseFinder


@pytest.fixture(scope="module")
def phrase(analyser, field, sentence):
    nouns = PhraseFinder(analyser.grammar, field)

    def _phrase(text):
        """The words, noun, people and partitive of the phrase of the last number."""
        taken = sentence(text)
        found = nouns.find(taken, taken.numbers[-1])
        words = " ".join(taken.words(found.at, found.end))
        return words, found.noun, found.people, found.partitive

    return _phrase


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It killed 17 young miners in Wales.", ("17 young miners", "miners", True, False)),
        ("It killed 17.", ("17", None, None, False)),
        ("It killed 17 more.", ("17 more", "others", True, False)),
        ("It killed 17 of the crew.", ("17 of the crew", "crew", True, False)),
        ("It killed 17 of the dead.", ("17 of the dead", "dead", True, False)),
        ("It killed 17 Kenyans.", ("17 kenyans", "kenyans", True, False)),
        ("It killed one Kenyan.", ("one kenyan", "kenyan", True, False)),
        ("It hit one Kenyan and two boats.", ("two boats", "boats", False, False)),
        ("It killed 17 Covid-19 patients.", ("17 covid - 19 patients", "patients", True, False)),
        ("It killed 17 trainees.", ("17 trainees", "trainees", True, False)),
        ("It killed 17 hens.", ("17 hens", "hens", False, False)),
        ("It killed 17 gribbles.", ("17 gribbles", "gribbles", None, False)),
        ("There were 17 deaths in May.", ("17 deaths", "deaths", None, False)),
        ("Nine men left, two of them early.", ("two of them", "them", True, True)),
        ("Nine hens left, two of them early.", ("two of them", "them", False, True)),
        ("Nine hens, six of them old, two of them ill.", ("two of them", "them", False, True)),
        ("It saw 17 dead.", ("17", None, None, False)),
        ("It saw 17 dead whales.", ("17 dead whales", "whales", False, False)),
    ],
)
def test_a_phrase_ends_with_whom_it_counts(phrase, text, expected):
    assert phrase(text) == expected
