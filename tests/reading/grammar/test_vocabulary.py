import re

import pytest
from belie.knowledge import KnowledgeError
from belie.reading.grammar.vocabulary import VerbForm, Vocabulary, word_lists


def vocabulary(*words, verbs=(), closed=(), nouns_too=(), never_verbs=()):
    made = Vocabulary(frozenset(nouns_too), frozenset(never_verbs))
    for word in words:
        made.add(word)
    for verb in verbs:
        made.add_verb(verb)
    made.settle(frozenset(closed))
    return made


def test_a_word_list_is_read_by_name():
    assert word_lists("grammar")["articles"] == ("the", "a", "an")
    assert "region" in word_lists("heads")["places"]


def test_a_list_that_is_not_there_is_an_error():
    with pytest.raises(KnowledgeError, match="cannot be read"):
        word_lists("no-such-list")


def test_every_word_and_every_form_of_a_verb_has_a_code_of_its_own():
    made = vocabulary("the", "bridge", verbs=["take"])
    assert set(made.codes) == {"the", "bridge", "take", "takes", "took", "taken", "taking"}
    assert all(len(code) == 1 for code in made.codes.values())
    assert len(set(made.codes.values())) == len(made.codes)


def test_a_form_says_which_verb_it_is_and_how():
    made = vocabulary(verbs=["hold", "put"])
    assert made.verbs["held"] == (VerbForm("hold", frozenset({"past", "participle"})),)
    assert made.verbs["put"] == (VerbForm("put", frozenset({"base", "past", "participle"})),)


def test_one_spelling_can_belong_to_two_verbs():
    made = vocabulary(verbs=["find", "found"])
    assert [form.lemma for form in made.verbs["found"]] == ["find", "found"]


def test_what_is_never_a_verb_is_a_plain_word():
    made = vocabulary(verbs=["miss"], never_verbs=["missing"])
    assert "missing" in made.codes
    assert set(made.verbs) == {"miss", "misses", "missed"}


def test_a_class_matches_its_words_and_no_others():
    made = vocabulary("north", "south", "east", "west")
    pattern = re.compile(made.one_of(["east", "north"]))
    assert [word for word in made.codes if pattern.fullmatch(made.codes[word])] == ["east", "north"]


def test_a_class_of_no_words_matches_nothing():
    made = vocabulary("north")
    assert re.search(made.one_of([]), made.codes["north"]) is None


def test_a_verb_is_a_class_of_all_its_forms():
    made = vocabulary("town", verbs=["take", "lose"])
    pattern = re.compile(made.verb_class(["lose"]))
    found = {word for word, code in made.codes.items() if pattern.fullmatch(code)}
    assert found == {"lose", "loses", "lost", "losing"} == made.surfaces(["lose"])


def test_a_closed_class_is_one_range():
    """Which is what keeps its patterns quick to compile."""
    made = vocabulary("the", "zebra", "an", "city", "a", verbs=["be"], closed=["a", "an", "the"])
    assert len(made.one_of(["a", "an", "the"])) == len("[x-y]")


def test_entries_of_several_words_are_tried_longest_first():
    made = vocabulary("as", "as of", "as soon as")
    assert made.several == {"as": (("as", "soon", "as"), ("as", "of"))}


@pytest.mark.parametrize(
    ("word", "nominal", "noun"),
    [
        ("held", True, False),
        ("hold", False, False),
        ("strike", True, True),
        ("strikes", True, True),
    ],
)
def test_some_forms_look_like_nouns(word, nominal, noun):
    made = vocabulary(verbs=["hold", "strike"], nouns_too=["strike"])
    assert (made.is_nominal(word), made.is_noun_too(word)) == (nominal, noun)
