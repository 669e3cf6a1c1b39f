import pytest
from belie.reading.grammar.nouns import is_plural, singular


@pytest.mark.parametrize(
    ("plural", "lemma"),
    [
        ("buildings", "building"),
        ("houses", "house"),
        ("boxes", "box"),
        ("churches", "church"),
        ("cities", "city"),
        ("ties", "tie"),
        ("tomatoes", "tomato"),
        ("shoes", "shoe"),
        ("buses", "bus"),
        ("viruses", "virus"),
        ("glasses", "glass"),
        ("people", "person"),
        ("women", "woman"),
        ("policemen", "policeman"),
        ("loaves", "loaf"),
        ("co-authors", "co-author"),
        ("aircraft", "aircraft"),
        ("police", "police"),
    ],
)
def test_a_plural_has_its_singular(plural, lemma):
    assert is_plural(plural)
    assert singular(plural) == lemma


@pytest.mark.parametrize("word", ["building", "crisis", "bus", "news", "glass", "specimen", "its"])
def test_what_is_no_plural_stays_as_it_is(word):
    assert not is_plural(word)
    assert singular(word) == word
