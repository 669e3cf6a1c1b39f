"""Deeds of which only one can be, as sentences tell of them."""

import pytest
from belie.model import Article
from belie.reading.reader import read_article


@pytest.fixture(scope="module")
def read(kinds):
    def _read(text, title=None):
        facts = read_article(Article(text, title=title), kinds).facts
        return [told(fact) for fact in facts if fact.kind == "deed"]

    return _read


def told(fact):
    """The deed of a fact, and who does what."""
    names = ("deed", "doer", "matter", "whom", "role")
    values = (fact.fields[name] for name in names)
    return tuple(getattr(value, "key", value) for value in values)


@pytest.mark.parametrize(
    ("sentence", "deeds"),
    [
        ("The jury acquitted Ruth Lind.", [("acquit", "jury", None, "Lind", None)]),
        ("The plan was rejected by the board.", [("refuse", "board", "plan", None, None)]),
        ("Judges granted Ortega bail.", [("grant", "judge", "bail", "Ortega", None)]),
        ("The board refused bail to Ortega.", [("refuse", "board", "bail", "Ortega", None)]),
        ("Mr Ortega’s vote for the levy is sure.", [("vote for", "Ortega", "levy", None, None)]),
        (
            "Nays: Dunn, Osei.",
            [
                ("vote against", "Dunn", None, None, None),
                ("vote against", "Osei", None, None, None),
            ],
        ),
        ("Five Greens backed the levy.", [("vote for", None, "levy", None, None)]),
        ("A judge freed Ortega on bail.", [("grant", "judge", "bail", "Ortega", None)]),
        (
            "The tram plan was given the go-ahead by the board.",
            [("grant", "board", "plan", None, None)],
        ),
        ("Ruth Lind came out against the levy.", [("vote against", "Lind", "levy", None, None)]),
        ("Ruth Lind plans to vote for the levy.", [("vote for", "Lind", "levy", None, None)]),
        ("Ms Lind is urging us to turn it down.", [("vote against", "Lind", None, None, None)]),
        ("Ms Lind urged us not to back the levy.", [("vote against", "Lind", "levy", None, None)]),
        (
            "Growers welcomed the board’s refusal of the licence.",
            [("refuse", "board", "licence", None, None)],
        ),
        (
            "Growers welcomed the court’s decision to turn down Ortega’s plea.",
            [("refuse", "court", None, "Ortega", None)],
        ),
        ("Growers feared the board’s refusal of the licence.", []),
        ("The board may refuse bail.", []),
        ("The board did not refuse bail.", []),
        ("The board painted the hall.", []),
    ],
)
def test_a_deed_has_who_does_it_and_in_what_matter(read, sentence, deeds):
    assert read(sentence) == deeds


def test_who_is_among_those_told_of_last_did_as_they_did(read):
    assert read("Nine states abstained. Oman was one of them.") == [
        ("abstain", "state", None, None, None),
        ("abstain", "Oman", None, None, None),
    ]


def test_a_verb_of_a_headline_that_could_be_a_noun_is_one(read):
    assert read("It rained.", "Oman votes against whaling treaty") == [
        ("vote against", "Oman", "treaty", None, None)
    ]


@pytest.mark.parametrize(
    ("sentence", "lives"),
    [
        ("Piet Maes was buried on Monday.", [("dead", "Maes", None, None, None)]),
        (
            "The woman behind the wheel of the tram is in stable condition.",
            [("alive", None, None, None, "driver tram")],
        ),
        ("The cat died.", []),
        ("Piet Maes died an hour after he was said to be in stable condition.", []),
    ],
)
def test_a_life_is_told_of_by_name_or_role(read, sentence, lives):
    assert read(sentence) == lives


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Mr Ortega’s vote for the levy is sure.", ["Mr Ortega’s vote for the levy"]),
        (
            "Growers welcomed the board’s refusal of the licence.",
            ["the board’s refusal of the licence"],
        ),
        (
            "Ruth Lind will vote against the levy on bottled water, her office said.",
            ["Ruth Lind will vote against the levy on bottled water"],
        ),
        ("The plan was rejected by the board.", ["plan was rejected by the board"]),
        ("The plan was rejected, after a week, by the board.", ["plan was rejected, after a week"]),
        ("Ruth Lind voted for the levy that Osei drafted.", ["Ruth Lind voted for the levy"]),
        ("Nays: Dunn, Osei.", ["Nays: Dunn", "Nays: Dunn, Osei"]),
        (
            "Nine governments voted against the treaty. Oman, which has no fleet, was one of them.",
            [
                "Nine governments voted against the treaty",
                "Oman, which has no fleet, was one of them",
            ],
        ),
    ],
)
def test_the_words_that_state_it_are_quoted(kinds, text, quoted):
    facts = read_article(Article(text), kinds).facts
    assert [fact.text for fact in facts if fact.kind == "deed"] == quoted
