"""What is dated in one sentence and told of in another."""

from datetime import date

import pytest
from belie.model import Article
from belie.reading.reader import read_article

PUBLISHED = date(2024, 5, 20)


@pytest.fixture(scope="module")
def calendar(kinds):
    """The facts of the calendar in a text, by their form."""

    def _calendar(text, form, published=PUBLISHED):
        read = read_article(Article(text, published=published), kinds).facts
        return [f for f in read if f.kind == "calendar" and f.fields["form"] == form]

    return _calendar


@pytest.mark.parametrize(
    ("text", "told", "anchor"),
    [
        (
            ("A plaque to the weavers was unveiled on Friday, 68 years after the explosion. "
            "The blast, on 2 May 1938, took 41 lives."),
            "68 years after the explosion", "1938-05-02",
        ),
        (
            ("The pier was reopened on Friday, 45 years after a wave killed two anglers. "
            "The accident, in June 1990, was the first of its sort."),
            "45 years after a wave killed two anglers", "1990-06-01",
        ),
        (
            "The lido opened in 1964. Next month the town will mark its 50th anniversary.",
            "50th anniversary", "1964-01-01",
        ),
        (
            ("Norby won the shield on Saturday, ending a wait of 22 years. "
            "The club last won it in 1987."),
            "22 years", "1987-01-01",
        ),
        ("The forge fell silent in 1998, 36 years ago.", None, "1998-01-01"),
        (
            "The tunnel was dug from 1859 to 1882. In those 43 years, nobody was hurt.",
            "43 years", None,
        ),
        (
            ("Welders went back to work on Thursday after twenty days. "
            "The stoppage began on 6 May."),
            "after twenty days", "2024-05-06",
        ),
        (
            ("The fair opens on 3 June in the tram depot and runs until 9 June. "
            "Poets will read. The four-day fair is free."),
            "four-day fair", None,
        ),
        (
            ("Music starts on 4 July and carries on every night until the 13th. "
            "Poets will read. The six-day programme is free."),
            "six-day programme", None,
        ),
        (
            ("Ruritania votes on June 4. If nobody wins, a second round will follow two weeks "
            "later. The run-off, set for June 11, would be the first."),
            "will follow two weeks later", "2024-06-04",
        ),
        (
            ("The tribunal dismissed the claim on 10 May. Mr Jansen has 21 days from the ruling "
            "to appeal. He has until 24 May to do so."),
            "has 21 days", "2024-05-10",
        ),
    ],
)  # fmt: skip
def test_a_distance_and_what_it_is_told_from_go_by_one_name(calendar, text, told, anchor):
    (distance,) = calendar(text, "distance")
    (dated,) = calendar(text, "dated")
    assert distance.fields["thread"] == dated.fields["thread"] == dated.text
    assert told is None or distance.text == told
    assert anchor is None or str(dated.fields["day"].start) == anchor
    stated, computed = distance.fields["stated"], distance.fields["computed"]
    assert computed.low > stated.high or computed.high < stated.low


@pytest.mark.parametrize(
    "text",
    [
        # a date of the article is as far away as is said
        "A plaque was unveiled on Friday, 86 years after the blast. The blast was in May 1938.",
        "A plaque was unveiled on Friday, 68 years after a blast. That was in 1956, not in 1938.",
        # what somebody said is of no day
        (
            "He was freed on Friday, a day after the judge insisted on a search. "
            "The search, on 3 March, turned up nothing."
        ),
        # nobody knows when what is told was
        "The mill was shut thirty years after the blast. The blast was in May 1938.",
        # told of something else
        "The lido opened in 1964. Norby marks its 50th win this month.",
        "She taught Greek from 1959 to 1982. After 43 years, the school closed.",
    ],
)
def test_other_distances_are_told_from_nothing(calendar, text):
    assert calendar(text, "distance") == []


def test_one_happening_is_dated_twice(calendar):
    text = "The old kiln burned down in 1952. A plaque says that the kiln burned down in 1957."
    facts = calendar(text, "dated")
    assert [f.text for f in facts] == [
        "The old kiln burned down in 1952", "the kiln burned down in 1957",
    ]  # fmt: skip
    assert len({f.fields["thread"] for f in facts}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The old kiln burned down in 1952. The barn burned down in 1957.",
        "The old kiln burned down in 1952. The kiln burned down again in 1957.",
        "The kiln in Delft burned down in 1952. The kiln in Gouda burned down in 1957.",
        "The old kiln burned down in 1952. A kiln burned down in 1957.",
        "The old kiln burned down in 1952. The kiln had not burned down in 1957.",
    ],
)
def test_two_happenings_are_not(calendar, text):
    assert calendar(text, "dated") == []


def test_an_order_is_told_beside_the_dates(calendar):
    text = (
        "Mayor Lund resigned before inspectors published the audit. "
        "The audit was published on 4 May, and her resignation arrived on 11 May."
    )
    (order,) = calendar(text, "order")
    assert order.text == "resigned before inspectors published"
    assert order.fields["order"] == "before"
    assert order.fields["day"].start == date(2024, 5, 11)
    assert order.fields["anchor_day"].start == date(2024, 5, 4)


@pytest.mark.parametrize(
    "text",
    [
        "Lund resigned before inspectors published the audit. The audit was published on 4 May.",
        "Lund resigned before she spoke. She resigned on 11 May and spoke on 4 May and 9 May.",
    ],
)
def test_an_order_without_its_two_dates_is_none(calendar, text):
    assert calendar(text, "order") == []
