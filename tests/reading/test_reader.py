"""Whole articles: what is read where, in which order, and how long it takes at worst."""

import gc
from dataclasses import replace
from datetime import date

import pytest
from belie.kinds import load_kind
from belie.knowledge import KnowledgeError, parse_yaml
from belie.model import Article
from belie.reading.reader import found_phrases, phrase_names, read_article
from hypothesis import given, settings
from hypothesis import strategies as st

TITLE = "Rebels capture Goma, army says"
TEXT = """\
GOMA, Congo – Rebels captured the city of Goma on Monday, 10 June 2024, the army said.

The fighting killed at least 40 people, including nine children.

“We left Goma,” General Jean Kabila said.

© 2024 The Example. All rights reserved. Rebels captured Bukavu.
"""


@pytest.fixture(scope="module")
def reading(kinds):
    return read_article(Article(TEXT, TITLE, date(2024, 6, 14), "a-1"), kinds)


def test_title_and_text_are_read(reading):
    control = [fact for fact in reading.facts if fact.kind == "control"]
    assert [(fact.part, fact.fields["place"].key) for fact in control] == [
        ("title", "Goma"),
        ("text", "Goma"),
    ]


def test_a_span_quotes_the_part_it_counts_in(reading):
    for fact in reading.facts:
        whole = TITLE if fact.part == "title" else TEXT
        assert whole[fact.span.start : fact.span.end] == fact.text
        assert fact.sentence.start <= fact.span.start < fact.span.end <= fact.sentence.end


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The plane left at 9 A.M. Ed Smith said so.", ["A.M.", "Ed Smith"]),
        ("Ed Smith left at 9 a.m. Ann Hall said so.", ["Ed Smith", "Ann Hall"]),
        (
            "x" * 1490 + " Ann Belinda Hall said so.",
            ["Ann", "Belinda Hall"],
        ),  # cut where it is too long
    ],
)
def test_no_name_runs_over_the_end_of_a_sentence(all_kinds, text, names):
    facts = read_article(Article(text), all_kinds).facts
    found = [fact for fact in facts if fact.kind == "name"]
    assert [fact.text for fact in found] == names
    assert all(fact.span.end <= fact.sentence.end for fact in found)


def test_reading_leaves_nothing_to_the_collector(kinds):
    article = Article(TEXT, TITLE, date(2024, 6, 14), "a-1")
    read_article(article, kinds)  # what is made but once is made
    gc.collect()
    gc.disable()
    try:
        read_article(article, kinds)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_facts_are_numbered_in_reading_order(reading):
    assert [fact.id for fact in reading.facts] == [f"f{n + 1}" for n in range(len(reading.facts))]
    places = [(fact.part != "title", fact.span) for fact in reading.facts]
    assert places == sorted(places)
    assert {fact.article for fact in reading.facts} == {"a-1"}


def test_a_part_names_the_whole_by_its_id(reading):
    whole, part = (fact for fact in reading.facts if fact.kind == "casualty")
    assert (whole.part_of, part.part_of) == (None, whole.id)


def test_kinds_read_from_mentions_are_read_beside_the_others(reading):
    assert {fact.kind for fact in reading.facts} >= {
        "control", "casualty", "calendar", "name", "quote",
    }  # fmt: skip


def test_boilerplate_is_not_read(reading):
    assert not any("Bukavu" in fact.text for fact in reading.facts)


def test_sentences_and_facts_are_counted(reading):
    assert dict(reading.counts) == {"sentences": 4, "facts": len(reading.facts)}
    assert reading.errors == ()


@pytest.mark.parametrize("text", ["", " ", "\n\n\t \n", "\u00a0\u2003"])
def test_nothing_in_nothing_out(kinds, text):
    reading = read_article(Article(text), kinds)
    assert reading.facts == ()
    assert dict(reading.counts) == {"sentences": 0, "facts": 0}


def test_a_title_alone_is_read(kinds):
    facts = read_article(Article("", "Rebels captured Goma"), kinds).facts
    assert [(fact.part, fact.kind) for fact in facts] == [("title", "control")]


def test_only_the_kinds_that_are_asked_for_are_read(kinds):
    facts = read_article(Article(TEXT, TITLE), {"control": kinds["control"]}).facts
    assert {fact.kind for fact in facts} == {"control"}


def test_the_same_article_gives_the_same_facts(kinds, reading):
    article = Article(TEXT, TITLE, date(2024, 6, 14), "a-1")
    assert read_article(article, kinds).facts == reading.facts


def test_a_phrase_that_cannot_be_compiled_is_an_error(tmp_path):
    text = 'kind: dam\ntitle: Dams\nfields: {}\nphrases: [{say: "the {dam} broke"}]'
    kind = load_kind(parse_yaml(text, tmp_path / "dam.yaml"))
    with pytest.raises(KnowledgeError, match="the kind 'dam' has no field 'dam'"):
        read_article(Article("The dam broke."), {"dam": kind})


def test_a_phrase_is_called_as_its_facts_call_it(kinds, reading):
    names = set(phrase_names(kinds).values())
    read = {fact.phrase for fact in reading.facts if kinds[fact.kind].phrases}
    assert read
    assert read <= names


def test_phrases_are_found_before_anything_is_made_of_them(kinds):
    found = found_phrases(Article("It rained. Rebels did not capture Goma."), kinds)
    assert [match.phrase.name for _, match in found] == ["control/capture"]
    only = {"control": kinds["control"]}
    assert read_article(Article("Rebels did not capture Goma."), only).facts == ()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.text(max_size=40))
def test_any_text_can_be_read_and_spans_quote_it(kinds, text, title):
    for fact in read_article(Article(text, title), kinds).facts:
        whole = title if fact.part == "title" else text
        assert whole[fact.span.start : fact.span.end] == fact.text


HOSTILE = {
    "letters": "a",
    "capitals": "A",
    "capitalised": "Aa ",
    "digits": "1",
    "numbers": "1 ",
    "quotes": '"',
    "opening quotes": "“",
    "apostrophes": "'",
    "commas": ", ",
    "stops": ". ",
    "opened": "(",
    "closed": ")",
    "nested": "()",
    "dashes": "– ",
    "hyphens": "-",
    "blanks": " ",
    "lines": "\n",
    "articles": "the ",
    "joints": "and ",
    "adverbs": "also ",
    "to": "to ",
    "of": "of ",
    "verbs": "took ",
    "auxiliaries": "have ",
    "negations": "not ",
    "names": "Goma ",
    "list": "Goma, ",
    "people": "40 people, ",
    "dates": "3 May ",
    "shares": "40% ",
    "possessives": "Goma's ",
    "prepositions": "in Goma ",
    "said": "he said ",
    "passive": "was taken by ",
    "relative": "who took ",
    "phrase": "rebels captured Goma ",
    "combining": "e\u0301",
    "emoji": "\U0001f600",
    "dates in a list": "on 1 May 2022, ",
    "adverbs before dates": "since May, since then, ",
    "adverbs between commas": ", since a toll toll, since, ",
    "nouns": "death toll rebel army ",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_linear_time(assert_linear, kinds, name):
    def make(size):
        text = HOSTILE[name] * (size // len(HOSTILE[name]))
        article = Article(f"{text}rebels captured Goma and killed 40 people.")
        return replace(article, published=date(2024, 6, 14))

    assert_linear(lambda article: read_article(article, kinds), make)


DAYS = [f"{day} May 2022" for day in range(1, 29)] * 2


@pytest.mark.parametrize(
    "text",
    [
        f"Five people were killed on {', on '.join(DAYS)}, police said.",
        f"Five people were killed in Kyiv on {', '.join(DAYS)} and in June, police said.",
        f"Five people were killed{', since a toll toll' * 30}, police said.",
    ],
)
def test_a_long_list_of_dates_does_not_hang(kinds, text):
    facts = read_article(Article(text), kinds).facts
    killed = [fact for fact in facts if fact.kind == "casualty"]
    assert [(fact.fields["measure"], fact.value.low) for fact in killed] == [("killed", 5)]
