from datetime import date

import pytest
from belie.model import Article
from belie.reading.reader import read_article
from belie.reading.selftest import plain_value


@pytest.fixture
def happened(all_kinds):
    """Some fields of each event that a text tells."""

    def _happened(text, *fields):
        facts = read_article(Article(text, published=date(2024, 6, 14)), all_kinds).facts
        return [
            tuple(plain_value(fact, field) for field in fields)
            for fact in facts
            if fact.kind == "event"
        ]

    return _happened


@pytest.mark.parametrize(
    ("told", "tense", "stance"),
    [
        ("resigned", "past", "asserted"),
        ("has resigned", "past", "asserted"),
        ("resigns", "present", "asserted"),
        ("will resign", "future", "possible"),
        ("is to resign", "future", "possible"),
        ("is due to resign", "future", "possible"),
        ("is expected to resign", "future", "possible"),
        ("may resign", None, "possible"),
        ("wants to resign", None, "possible"),
    ],
)
def test_the_verb_tells_the_tense(happened, told, tense, stance):
    assert happened(f"The chancellor {told} in May.", "tense", "stance") == [(tense, stance)]


def test_the_present_behind_after_is_yet_to_come(happened):
    stances = happened("Talks are possible only after Clara Holm resigns.", "happening", "stance")
    assert stances == [("resigned", "possible")]


@pytest.mark.parametrize(
    ("text", "event", "order", "other"),
    [
        ("Ada Cole was released before she was captured.", "captured", "after", "released"),
        ("After he was freed, Ivan Sokol left.", "released", "before", "leave"),
        ("Ivan Sokol was arrested before the vote.", "arrested", "before", "vote"),
        ("Ivan Sokol has been jailed since his arrest.", "sentenced", "after", "arrested"),
        ("Ivan Sokol was arrested.", "arrested", None, None),
    ],
)
def test_the_text_can_tell_the_order(happened, text, event, order, other):
    assert (event, order, other) in happened(text, "happening", "order", "other")


@pytest.mark.parametrize(
    "text",
    [
        "The guard almost killed his brother.",
        "Members of the council are elected for two years.",
        "No one was killed.",
        "It died.",
        "One of them resigned.",
        "The mines are still open.",
    ],
)
def test_what_did_not_happen(happened, text):
    assert happened(text, "happening") == []


@pytest.mark.parametrize(
    ("text", "agent", "subject"),
    [
        ("The attack in Iraq that killed Ada Cole was condemned.", None, "Ada Cole"),
        ("A strike on a house where Palestinians slept killed Ada Cole.", None, "Ada Cole"),
        ("Ada Cole appointed him.", "Ada Cole", None),
        ("They arrested a Russian soldier.", None, "russian soldier"),
        ("Police arrested his younger brother.", "police", "younger brother"),
        ("Rebels murdered Mayor Ada Cole.", "rebels", "Ada Cole"),
    ],
)
def test_who_does_it_is_left_out_where_that_is_not_sure(happened, text, agent, subject):
    assert happened(text, "agent", "subject") == [(agent, subject)]


def test_a_noun_takes_the_date_behind_it_alone(happened):
    text = "On Monday the arrest of Ada Cole in May was condemned."
    assert happened(text, "time") == [(["2024-05-01", "2024-06-01"],)]
    assert happened("On Monday the arrest of Ada Cole was condemned.", "time") == [(None,)]


@pytest.mark.parametrize(
    ("told", "lies"),
    [
        ("resigned on 3 May 2024", "behind"),
        ("resigned on 3 May 2025", "ahead"),
        ("resigned on 15 June 2024", None),
        ("resigned", None),
    ],
)
def test_a_time_lies_behind_or_ahead_of_publication(happened, told, lies):
    assert happened(f"The chancellor {told}.", "lies") == [(lies,)]


@pytest.mark.parametrize(
    ("text", "again"),
    [("Police arrested Omar Said.", None), ("Police arrested Omar Said again.", "yes")],
)
def test_it_may_have_happened_before(happened, text, again):
    assert happened(text, "again") == [(again,)]


@pytest.mark.parametrize("told", ["was to be opened", "was due to open", "was planned to open"])
def test_what_was_to_happen_has_neither_happened_nor_is_to(happened, told):
    assert {tense for (tense,) in happened(f"The bridge {told} in May.", "tense")} <= {None}
