"""The kind that is read from mentions: who is named."""

from belie.model import Article, Span
from belie.reading.meaning.mentions import Passage, name_facts
from belie.reading.names import find_names
from belie.reading.reader import read_article


def passage(text):
    return Passage(text, "text", 0, Span(0, len(text)), find_names(text))


def test_a_person_named_is_a_fact(kinds):
    known = set()
    (fact,) = name_facts(kinds["name"], passage("On Monday Elena Kostova resigned."), known)
    assert dict(fact.fields) == {
        "person": "kostova",
        "spelling": "Kostova",
        "given_name": "elena",
        "title": None,
    }
    assert (fact.text, fact.span, fact.phrase) == ("Elena Kostova", Span(10, 23), "name/mention")
    assert known == {"Elena Kostova"}


def test_a_naming_is_given_once(kinds):
    text = "On Monday Elena Kostova resigned. In May Elena Kostova returned, as Kostova does."
    facts = name_facts(kinds["name"], passage(text), set())
    assert [fact.text for fact in facts] == ["Elena Kostova", "Kostova"]


def test_a_naming_is_given_again_with_another_title(kinds):
    text = "Defence Minister Elena Kostova resigned. Foreign Minister Kostova did not."
    facts = name_facts(kinds["name"], passage(text), set())
    titles = [(fact.text, fact.fields["title"]) for fact in facts]
    assert titles == [("Elena Kostova", "defense minister"), ("Kostova", "foreign minister")]


def test_a_first_name_alone_is_no_surname(kinds):
    (fact,) = name_facts(kinds["name"], passage("On Monday, said Muhammad, it rained."), set())
    assert (fact.fields["person"], fact.fields["given_name"]) == ("mohamed", "mohamed")


def test_places_and_organisations_are_no_persons(kinds):
    text = "On Monday Peru and the World Bank met in Lima."
    assert list(name_facts(kinds["name"], passage(text), set())) == []


def test_spans_count_in_the_part_around_the_sentence(kinds):
    text = "It rained. On Monday Elena Kostova resigned."
    (fact,) = [f for f in read_article(Article(text), kinds).facts if f.kind == "name"]
    assert text[fact.span.start : fact.span.end] == fact.text == "Elena Kostova"
    assert fact.sentence == Span(11, len(text))
