"""What an article says of all, of none or of never, and the cases that break it."""

import pytest
from belie.model import Article
from belie.reading.reader import read_article


@pytest.fixture(scope="module")
def read(kinds):
    def _read(text, title=None):
        facts = read_article(Article(text, title=title), kinds).facts
        return [told(fact) for fact in facts if fact.kind == "universal"]

    return _read


def told(fact):
    """Of what a fact says which deed, whether it is so, who does it and to what."""
    names = ("reach", "deed", "so", "doer", "object")
    values = (fact.fields[name] for name in names)
    return tuple(getattr(value, "key", value) for value in values)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "The brewery has never recalled a product. In 2019 it recalled 900 kegs.",
            ("never", "recall", "no", "brewery", "product"),
            ("one", "recall", "yes", "brewery", "keg"),
        ),
        (
            "The dam has not once been inspected. Engineers inspected the dam in 2018.",
            ("never", "inspect", "no", None, "dam"),
            ("one", "inspect", "yes", "engineer", "dam"),
        ),
        (
            "The ministry has not issued a single licence. The ministry issued two licences.",
            ("none", "publish", "no", "ministry", "licence"),
            ("one", "publish", "yes", "ministry", "licence"),
        ),
        (
            "None of the pupils failed. One of the pupils failed.",
            ("none", "fail", "no", "student", None),
            ("one", "fail", "yes", "student", None),
        ),
        (
            "No country has ratified the treaty. Norway and Chile ratified the treaty.",
            ("none", "grant", "no", "country", "treaty"),
            ("one", "grant", "yes", "chile norway", "treaty"),
        ),
        (
            "Both towers are open. One of the towers is closed.",
            ("all", "open", "yes", "tower", None),
            ("one", "close", "yes", None, "tower"),
        ),
        (
            "The verdict was unanimous. Two members voted against.",
            ("all", "vote for", "yes", None, None),
            ("one", "vote against", "yes", "member", None),
        ),
        (
            "Each of the nine judges backed the ruling. Judge Ana Orr opposed the ruling.",
            ("all", "vote for", "yes", "judge", "ruling"),
            ("one", "vote against", "yes", "orr", "ruling"),
        ),
    ],
)
def test_a_case_and_what_it_breaks(read, text, first, second):
    assert read(text) == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        "The brewery has never recalled a product.",
        "The brewery has never recalled a product. A rival brewery recalled 900 kegs.",
        "The brewery has never recalled a keg. In 2019 the brewery recalled 900 cans.",
        "The brewery had never recalled a keg. In 2019 the brewery recalled 900 kegs.",
        "The brewery never recalled a keg before 2019. In 2019 the brewery recalled 900 kegs.",
        "She has never lost a race. He lost a race in 2012.",
        "Nobody else signed the letter. Nine doctors signed the letter.",
        "No one saw the thief. A camera saw the thief.",
        "No date has been set. The court set a date for the appeal.",
        "No one claimed the attack. Hours later the Front claimed the attack.",
        "All members of the panel backed the plan. Ruth Dale opposed the plan.",
        "Both suspects are in custody. A third suspect is at large.",
        "Nearly all pupils passed. Three pupils failed.",
        "All pupils passed. Three pupils failed French.",
        "All four engines did not fail. One engine failed.",
        "The vote was not unanimous. Two members voted against.",
        "Has the club never won the cup? The club won the cup in 1988.",
        "Nobody arrived. Two clerks arrived.",
    ],
)
def test_what_goes_together_states_nothing(read, text):
    assert read(text) == []


def test_a_headline_is_broken_by_the_text(read):
    (first, second) = read("Norway ratified the treaty.", "No country has ratified the treaty")
    assert (first[0], second[0]) == ("none", "one")


def test_all_that_breaks_one_thing_hangs_on_one_thread(kinds):
    text = "Nobody signed the letter. Nine nurses signed the letter. Two clerks signed the letter."
    facts = [f for f in read_article(Article(text), kinds).facts if f.kind == "universal"]
    assert [fact.text for fact in facts] == [
        "Nobody signed the letter", "Nine nurses signed the letter",
        "Two clerks signed the letter",
    ]  # fmt: skip
    assert {fact.fields["thread"] for fact in facts} == {"text/0"}
