"""A sentence as its figures are read: tokens, what stands beside, what was read so far."""

from decimal import Decimal

from belie.model import Quantity
from belie.reading.figures.field import Evoked
from belie.reading.figures.sentence import FigureReading, Phrase


def reading(at, construction="object"):
    value = Quantity(Decimal(at), Decimal(at))
    return FigureReading(Phrase(at, at + 1, None, None), value, Evoked("killed"), construction)


def test_verbs_numbers_and_names_are_one_token_each(sentence):
    taken = sentence("Police in New York said at least 17 people were killed.")
    assert taken.words(0, 20) == [
        "police", "in", "new york", "said", "at least 17", "people", "were killed", ".",
    ]  # fmt: skip
    assert taken.numbers == [4]
    assert taken.tokens[6].group.voice == "passive"


def test_words_outside_a_sentence_are_empty(sentence):
    taken = sentence("Nine died.")
    assert [taken.word(at) for at in (-1, 0, 3)] == ["", "nine", ""]
    assert taken.words(-2, 1) == ["nine"]


def test_light_words_and_adverbs_are_passed_over(sentence):
    taken = sentence("It killed quite suddenly another 17 men.")
    assert taken.word(taken.lead(taken.numbers[0])) == "quite"
    assert sentence("Another 17 men.").lead(1) == -1


def test_beside_stand_the_words_and_the_verbs_as_such(sentence):
    taken = sentence("Raiders shot nine men dead and hurt 12 others badly.")
    assert taken.beside(1, 3).near == {"shot", "shoot", "nine"}


def test_what_stands_behind_another_figure_is_said_of_that(sentence):
    taken = sentence("Raiders shot nine men dead and hurt 12 others badly.")
    own = Phrase(2, 4, "men", people=True)
    assert "badly" in taken.beside(1, 20).near
    assert "badly" not in taken.beside(1, 20, phrase=own).near
    assert "dead" in taken.beside(1, 20, phrase=own).near


def test_readings_are_kept_in_order(sentence):
    taken = sentence("One, two, three, four.")
    for at in (4, 0, 2):
        taken.add(reading(at))
    assert [each.phrase.at for each in taken.in_order()] == [0, 2, 4]
    assert taken.first_reading().phrase.at == 0
    assert taken.last_reading(4).phrase.at == 2
    assert taken.last_reading(0) is None
    taken.add(reading(2, "part"))
    assert [each.construction for each in taken.in_order()] == ["object", "part", "object"]
    taken.add(reading(0, "total"), second=True)
    assert [each.construction for each in taken.in_order()][-1] == "total"
    assert taken.last_reading(4).construction == "part"
    taken.remove(2)
    taken.remove(3)
    assert [each.phrase.at for each in taken.in_order()] == [0, 4, 0]
    assert taken.last_reading(4).phrase.at == 0


def test_numbers_and_words_are_found_by_where_they_stand(sentence):
    taken = sentence("One, two, three safe.")
    assert [taken.number_before(at) for at in (0, 1, 4)] == [None, 0, 2]
    assert taken.last_of(frozenset(["safe", "two"])) == 5
    assert taken.last_of(frozenset(["sound"])) == -1


def test_a_clause_is_found_by_its_verb_and_by_what_stands_in_it(sentence):
    taken = sentence("Fire spread and nine people were hurt in Lodz.")
    verb = next(at for at, token in enumerate(taken.tokens) if token.word == "were hurt")
    clause = taken.clause(verb)
    assert clause.group.lemmas == ("hurt",)
    assert taken.clause(None) is None
    assert taken.clause_around(taken.tokens[-2].at) is clause
    assert taken.clause_around(0) is None
