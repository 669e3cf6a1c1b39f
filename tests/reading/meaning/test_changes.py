import pytest
from belie.model import Article
from belie.reading.reader import read_article
from belie.reading.selftest import plain_value


@pytest.fixture
def change(all_kinds):
    """Some fields of each change that a text tells."""

    def _change(text, *fields):
        facts = read_article(Article(text), all_kinds).facts
        return [
            tuple(plain_value(fact, field) for field in fields)
            for fact in facts
            if fact.kind == "change"
        ]

    return _change


@pytest.mark.parametrize(
    "told",
    [
        "from $82 to $86 by $4", "by $4 to $86 from $82", "to $86 from $82, up $4",
        "by $4, from $82 to $86", "from $82 by $4 to $86",
    ],
)  # fmt: skip
def test_the_figures_of_a_change_stand_in_any_order(change, told):
    fields = change(f"The price rose {told}.", "initial", "difference", "value")
    assert fields == [(82, 4, 86)]


def test_a_step_that_runs_into_a_level_is_no_range(change):
    assert change("Rents rose by $4 to $86.", "difference", "value") == [(4, 86)]
    assert change("Rents rose by 4 to 6 points.", "difference", "value") == [([4, 6], None)]


def test_a_beginning_alone_is_no_change(change):
    assert change("Water levels fell from 12 metres.", "initial") == []


@pytest.mark.parametrize(
    ("verb", "factor"),
    [("doubled", 2), ("more than doubled", [2, None]), ("tripled", 3), ("halved", 0.5)],
)
def test_a_verb_can_be_a_number(change, verb, factor):
    assert change(f"Bus fares have {verb}.", "about", "factor") == [("bus fares", factor)]


@pytest.mark.parametrize(
    ("subject", "about", "actor"),
    [
        ("Inflation", "inflation", None),
        ("The number of asylum seekers", "number of asylum seekers", None),
        ("Germany's first-half exports", "first-half exports", "Germany"),
        ("Shares in the brewer", "shares in brewer", None),
        ("Unemployment in Spain", "unemployment", None),
        ("It", None, None),
    ],
)
def test_what_changed_is_told_without_articles_place_or_owner(change, subject, about, actor):
    assert change(f"{subject} rose by 9%.", "about", "actor") == [(about, actor)]


@pytest.mark.parametrize(
    "text",
    [
        "The pilot dropped 30 parcels over the valley.",
        "The office is open from 9 to 5.",
        "The supply was cut to 3,000 people.",
    ],
)
def test_what_only_looks_like_a_change(change, text):
    assert change(text, "value") == []


def test_the_beginning_and_the_end_come_to_a_step_a_share_and_a_multiple(change):
    fields = change("Exports rose from $40 to $50.", "step", "growth", "times")
    assert fields == [([9, 11], [22.22, 27.85], [1.2222, 1.2785])]


def test_shares_lie_points_apart(change):
    assert change("The rate fell to 4.5% from 5.5%.", "step") == [([0.9, 1.1],)]


@pytest.mark.parametrize(
    ("subject", "counted"),
    [
        ("The number of new cases in Spain", "case"),
        ("Ticket sales", "ticket"),
        ("Applications for the grant", "application"),
    ],
)
def test_what_changed_has_a_noun(change, subject, counted):
    assert change(f"{subject} exceeded 4,000.", "counted") == [(counted,)]


def test_where_it_was_at_another_time_is_not_where_the_step_begins(change):
    told = change("The share rose 2% to $45, up from $30 in January.", "initial", "value")
    assert told == [(None, 45)]
