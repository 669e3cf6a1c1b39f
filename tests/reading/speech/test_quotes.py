"""Who said what, directly or in report, and on what condition."""

from pathlib import Path

import pytest
import yaml
from belie.model import Article
from belie.reading.grammar.classes import Grammar
from belie.reading.grammar.vocabulary import word_lists
from belie.reading.reader import read_article
from belie.reading.selftest import plain_value
from belie.reading.speech.sayings import ACTS

CASES = yaml.safe_load(Path(__file__).with_name("quotes.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def quotes(kinds):
    """The facts of ``quote`` in a text, in order."""

    def _quotes(text):
        return [fact for fact in read_article(Article(text), kinds).facts if fact.kind == "quote"]

    return _quotes


def holds(fact, expected):
    return {name: plain_value(fact, name) for name in expected} == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_who_said_what(quotes, case):
    found = quotes(case["text"])
    assert len(found) == len(case["facts"])
    for expected in case["facts"]:
        assert any(holds(fact, expected) for fact in found), expected


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        # the speaker of a quotation is named behind its last sentence
        ("“It rained. Nobody came,” said Ann Hall.", ["Ann Hall", "Ann Hall"]),
        # one that follows in the same paragraph, or is a paragraph of its own, goes on
        ("Ann Hall said the dam failed. “Nobody came.”", ["Ann Hall", "Ann Hall"]),
        ("Ann Hall said the dam failed.\n\n“Nobody came.”", ["Ann Hall", "Ann Hall"]),
        # and so does one that was never closed
        ("“It rained,” Ann Hall said. “It was cold.\n\n“Nobody came.”", ["Ann Hall"] * 3),
        # nobody speaks what is far from any speaker
        ("Ann Hall said the dam failed.\n\nThe road was closed.\n\n“Nobody came.”", ["Ann Hall"]),
        # a title, once it is known
        ("President Ann Hall spoke. The president said the dam failed.", ["Ann Hall"]),
        # "he said" takes up whose words are spoken of
        (
            "Commenting on Ann Hall’s offer, Luis Ortega said: “She said the road was closed.”",
            ["Luis Ortega", "Ann Hall"],
        ),
        # and is nobody's where nothing says so
        ("Luis Ortega met Ann Hall. Luis Ortega said: “They say it rained.”", ["Luis Ortega"]),
        # the one who acts in a clause that hangs on the first
        ("Ann Hall said the dam failed, adding that nobody came.", ["Ann Hall", "Ann Hall"]),
        ("Ann Hall, a nurse who fled in May, said the dam failed.", ["Ann Hall"]),
        ("Ann Hall who wrote the bill said the bill was dead.", ["Ann Hall"]),
        ("“It rained,” said Mayor of Lima Ann Hall.", ["Ann Hall"]),
        ("“It rained,” said the mayor, Ann Hall.", ["Ann Hall"]),
        ("“It rained,” said Dr. Livermore.", ["Livermore"]),
        ("As I said, it rained.", []),
        # "she" is no man, nor "they" the one who was named last
        ("Frank Hall met the press. She said the dam failed.", [None]),
        ("Mary Hall met the press. She said the dam failed.", ["Mary Hall"]),
        ("The envoys of Oman met in Rome. They said the dam failed.", [None]),
        ("Mary Hall met the press. She publicly said the dam failed.", ["Mary Hall"]),
        # nor whom one speaks to who speaks
        (
            "Mary Hall was tired. Speaking to Ann Cole of the BBC, she said the dam failed.",
            ["Mary Hall"],
        ),
        # what was done, when, to what end or at what risk, is not what was said
        ("The team added two rooms before the house was sold.", []),
        ("The minister declared an emergency so he could send the army.", []),
        ("Prosecutors accused Frank Hall of threatening to publish the letters.", []),
        ("Those who threaten the truce will not be spared.", []),
        ("She said before the war the town had two mills.", [None]),
        # a transcript has labels for its speakers
        (
            "Hall: Who fled?\n\nOrtega: He said all.\n\nHall: Why?\n\nOrtega: She said it rained.",
            [],
        ),
    ],
)
def test_whose_words_they_are(quotes, text, voices):
    assert [plain_value(fact, "speaker") for fact in quotes(text)] == voices


def test_what_a_quotation_states_has_its_speaker_as_source(kinds):
    text = (
        "“The river rose on Monday,” Ann Hall said. “The dam broke.\n\n"
        "“The flood killed 12 people.\n\n"
        "“It left nine others injured.”\n\n"
        "The storm killed 40 people in Peru."
    )
    facts = read_article(Article(text), kinds).facts
    casualties = [fact for fact in facts if fact.kind == "casualty"]
    assert [plain_value(fact, "source") for fact in casualties] == ["Ann Hall", "Ann Hall", None]


def test_a_pronoun_in_a_quotation_is_nobody_outside_it(kinds):
    text = "Rebels fled from Goma. “They took Lima,” Ann Hall said."
    facts = [fact for fact in read_article(Article(text), kinds).facts if fact.kind == "control"]
    assert [plain_value(fact, "place") for fact in facts] == ["Goma"]


def test_words_stand_as_in_the_copy(quotes):
    (fact,) = quotes("“The plan,” Ann Hall said, “will not work.”")
    assert fact.fields["words"] == "The plan will not work"
    assert fact.fields["topic"] == "plan work"


@pytest.mark.parametrize(
    ("condition", "form", "text"),
    [
        ("if the rain stops", "if", "the rain stops"),
        ("unless it rains", "unless", "it rains"),
        ("until the rain stops", "until", "the rain stops"),
        ("only after the rain stops", "only-after", "the rain stops"),
        ("only if the rain stops", "only-if", "the rain stops"),
        ("as long as it is dry", "only-if", "it is dry"),
        ("after the rain stops", "after", "the rain stops"),
        ("before the rain stops", "before", "the rain stops"),
    ],
)
def test_what_it_hangs_on(quotes, condition, form, text):
    (fact,) = quotes(f"Ann Hall said the port would open {condition}.")
    assert (fact.fields["condition"], fact.fields["condition_text"]) == (form, text)


def test_a_time_that_is_past_is_no_condition(quotes):
    (fact,) = quotes("Ann Hall said the port opened after the rain stopped.")
    assert fact.fields["condition"] is None


def test_every_verb_of_speech_is_a_known_verb():
    grammar = Grammar()
    lists = word_lists("speech")
    assert all(grammar.vocabulary.surfaces([verb]) for act in ACTS for verb in lists[act])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Hall said the mine had cut 400 jobs.", {"object": "job", "counted": "job"}),
        ("Ann Hall said 400 miners had left.", {"object": None, "counted": "miner"}),
        ("Ann Hall said the mine could close.", {"polarity": None}),
        ("Ann Hall later denied taking bribes.", {"object": "bribe", "sequence": "later"}),
        ("Ann Hall at first denied taking bribes.", {"sequence": "earlier"}),
        (
            "Ann Hall said the siege would end only if the army pulls out.",
            {"condition_about": "withdrawal"},
        ),
        ("Ann Hall said the siege would end if the rebels sing.", {"condition_about": "sing"}),
        # what stands behind the speaker goes on
        (
            "Once the dam was built, Ann Hall said, the town grew.",
            {"words": "Once the dam was built the town grew"},
        ),
        # who speaks is not what is spoken of
        ("Ann Hall said: “This is an old dam.”", {"about": None}),
        ("Ann Hall commented on the mayor’s offer: “It is an old dam.”", {"form": "direct"}),
    ],
)
def test_what_is_told_of_it(quotes, text, expected):
    (fact,) = quotes(text)
    assert {name: plain_value(fact, name) for name in expected} == expected
