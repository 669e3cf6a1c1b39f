"""What is said of a date besides: its weekday, its distance from another, a length, an age."""

from datetime import date

import pytest
from belie.model import Article, Quantity, Span
from belie.reading.reader import read_article

PUBLISHED = date(2024, 10, 10)


@pytest.fixture(scope="module")
def calendar(kinds):
    """The facts of the calendar in a text of Thursday, 10 October 2024."""

    def _calendar(text, form, published=PUBLISHED):
        read = read_article(Article(text, published=published), kinds).facts
        return [f for f in read if f.kind == "calendar" and f.fields["form"] == form]

    return _calendar


def fits(fact):
    stated, computed = fact.fields["stated"], fact.fields["computed"]
    above = stated.low is None or computed.high >= stated.low
    return above and (stated.high is None or computed.low <= stated.high)


@pytest.mark.parametrize(
    ("sentence", "stated", "actual"),
    [
        ("It opens on Friday, 9 May 2025.", "friday", "friday"),
        ("It opens on Thursday, 9 May 2025.", "thursday", "friday"),
        ("It opens on Monday, February 29, 2016.", "monday", "monday"),
        ("It opens on Fri., the 9th of May, 2025.", "friday", "friday"),
    ],
)
def test_a_date_that_names_its_weekday_is_a_fact(calendar, sentence, stated, actual):
    (fact,) = calendar(sentence, "weekday")
    assert fact.fields["stated_weekday"] == stated
    assert fact.fields["actual_weekday"] == actual
    assert fact.time.end - fact.time.start == date.resolution


@pytest.mark.parametrize(
    "sentence", ["It opens on Friday.", "It opens on 9 May 2025.", "It opens."]
)
def test_other_dates_are_none(calendar, sentence):
    assert calendar(sentence, "weekday") == []


def test_spans_count_in_the_part_around_the_sentence(calendar):
    text = "It rained. The fair opens on Friday, 9 May 2025."
    (fact,) = calendar(text, "weekday")
    assert text[fact.span.start : fact.span.end] == fact.text == "Friday, 9 May 2025"
    assert fact.sentence == Span(11, len(text))


OFFSETS = [
    # told from the sentence before
    (
        "The council first met on 3 May 2024. Seven days later, on 10 May, it sold the pier.",
        "2024-05-03", "2024-05-10", True,
    ),
    (
        "The council first met on 3 May 2024. Seven days later, on 14 May, it sold the pier.",
        "2024-05-03", "2024-05-14", False,
    ),
    (
        "Lawmakers passed the bill on Tuesday. The day before, on Sunday, thousands marched.",
        "2024-10-08", "2024-10-06", False,
    ),
    (
        "Snow closed the runway on March 15, 2024. It reopened the next day, March 16.",
        "2024-03-15", "2024-03-16", True,
    ),
    (
        "She announced her candidacy on September 30. A few days later, on October 3, she quit.",
        "2024-09-30", "2024-10-03", True,
    ),
    # from the same sentence
    (
        "The ferry left Piraeus on Monday and was found two days later, on Friday.",
        "2024-10-07", "2024-10-11", False,
    ),
    (
        "The mine collapsed on June 5, 2018; two weeks later, on June 19, the search ended.",
        "2018-06-05", "2018-06-19", True,
    ),
    # from what follows "after" and "before"
    (
        "On 4 February 2020, nine months after the truce of May 2019, shelling resumed.",
        "2019-05-01", "2020-02-04", True,
    ),
    (
        "He addressed the troops on Wednesday, two days after he was freed on Monday in Doha.",
        "2024-10-07", "2024-10-09", True,
    ),
    (
        "The plant shut down on 12 August, five days before a leak was found on 27 August.",
        "2024-08-27", "2024-08-12", False,
    ),
    (
        "The vote on Tuesday came two days after a blast on Sunday killed nine people.",
        "2024-10-06", "2024-10-08", True,
    ),
    (
        "Six months after the March 2020 lockdown, in September 2020, schools reopened.",
        "2020-03-01", "2020-09-01", True,
    ),
    # by the year, and by months
    (
        "The party was founded in 1990. Ten years later, in 2005, it won its first seat.",
        "1990-01-01", "2005-01-01", False,
    ),
    (
        "Protests broke out in March 2011. A year later, in March 2012, the border closed.",
        "2011-03-01", "2012-03-01", True,
    ),
    # a year left out is the one that suits
    (
        "On March 3, 1998, he was sworn in. Two weeks later, on March 17, he stepped down.",
        "1998-03-03", "1998-03-17", True,
    ),
    (
        "On December 28, 2019, a cluster was found. Two weeks later, on January 11, it spread.",
        "2019-12-28", "2020-01-11", True,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "anchor", "day", "fit"), OFFSETS)
def test_a_date_told_from_another(calendar, text, anchor, day, fit):
    (fact,) = calendar(text, "offset")
    assert (str(fact.fields["anchor_day"].start), str(fact.fields["day"].start)) == (anchor, day)
    assert fits(fact) is fit
    assert fact.time == fact.fields["day"]


@pytest.mark.parametrize(
    "text",
    [
        # from an event without a date
        "The bank failed on March 10, 2023. Its head resigned a day after the state stepped in.",
        "The trial opened on Monday, a week after the judge fell ill.",
        "A few days later, on October 3, she withdrew.",
        # from one of two events
        "It opened on 3 May and shut at once. Two days later, on 9 May, looters came.",
        # from a date that is less exact than the distance
        "The law of 1998 was repealed. Two days later, on March 3, 2001, judges reinstated it.",
        # from which of the dates before nobody can tell
        "Police searched it on Monday. A clerk fled on Friday. Two days later, nobody was left.",
    ],
)
def test_a_distance_that_is_told_from_no_certain_date_is_none(calendar, text):
    assert calendar(text, "offset") == []


def test_a_date_further_back_or_publication_may_be_the_one_told_from(calendar):
    text = (
        "Fire broke out on 7 June. A permit dated from 1 June. Two days later, on 9 June, it fell."
    )
    (fact,) = calendar(text, "offset")
    assert (str(fact.fields["anchor_day"].start), fits(fact)) == ("2024-06-07", True)


def test_another_date_must_fit_exactly_to_be_the_one_told_from(calendar):
    text = "On Sunday the board cancelled the merger announced seven days earlier on October 9."
    (fact,) = calendar(text, "offset", published=date(2019, 10, 15))
    assert (str(fact.fields["anchor_day"].start), fits(fact)) == ("2019-10-13", False)


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("He was mayor from 2010 to 2014, a four-year term that ended in scandal.", True),
        ("He was mayor from 2010 to 2017, a four-year term that ended in scandal.", False),
        ("Okoro ruled for 12 years, from 1990 to 2002.", True),
        ("Okoro ruled for 12 years, from 1990 to 2006.", False),
        ("The nine-day siege, from May 3 to May 11, left the town in ruins.", True),
        ("The nine-day siege, from May 3 to May 21, left the town in ruins.", False),
        ("The three-day summit (June 3–5) ended without a statement.", True),
        ("She spent six months in custody from March to August 2019.", True),
        ("She spent six months in custody from March 2019 to August 2020.", False),
        ("The five-year plan for 2021–2025 sets no target for coal.", True),
        ("He spent about ten years in exile, from 1979 to 1990.", True),
        ("The tunnel was shut from 4 April to 30 April, two weeks in which no train ran.", False),
        ("Her eight years in office, from 2001 to 2019, were marked by drought.", False),
        ("The siege lasted from 3 May to 20 May, a total of 18 days.", True),
        ("The siege lasted from 3 May to 20 May, a total of 30 days.", False),
        ("The fair ran from 5 to 9 July, six weeks in all.", False),
        ("From 2004 to 2010, a period of ten years, no child was born there.", False),
        ("Her reign (1901–1910) lasted nine years.", True),
        ("From 2 to 4 June, five days in a row, it froze.", False),
    ],
)
def test_a_length_beside_its_range(calendar, text, fit):
    (fact,) = calendar(text, "span")
    assert fits(fact) is fit


@pytest.mark.parametrize(
    "text",
    [
        "He was jailed for 12 years for frauds committed from 1990 to 1994.",
        "She served two four-year terms from 2008 to 2016.",
        "The festival, a three-day affair, ran every summer from 2003 to 2014.",
        "The 30-year bond rose from January to March 2024.",
        "The 30-year mortgage rate from January to March 2024 was 7%.",
        "She served four-year terms from 2008 to 2020.",
        "The strike, which lasted from May 3 to May 11, cost the port 40 million euros.",
        "The five-day search went on in early May.",
        "The fair runs from 5 to 9 July, two hours each night.",
        "He taught from 1980 to 1986, two years in Rome and four in Oslo.",
        "Prices fell from 2010 to 2014, two years in a row by more than 3 percent.",
        "The trial, from 3 to 28 May, lasted 12 days.",
    ],
)
def test_a_length_of_something_else_has_no_range(calendar, text):
    assert calendar(text, "span") == []


@pytest.mark.parametrize(
    ("text", "person", "years"),
    [
        ("Marta Lindqvist, 45, was named head coach on Friday.", "Marta Lindqvist", 45),
        ("The 45-year-old Marta Lindqvist was named coach.", "Marta Lindqvist", 45),
        ("Peter Hale, a 52-year-old teacher from Leeds, was held.", "Peter Hale", 52),
        ("Police named the driver as Peter Hale, aged 61, of Dundee.", "Peter Hale", 61),
        ("A 19-year-old student, Ivan Petrov, was detained.", "Ivan Petrov", 19),
        ("Peter Hale died at the age of 71 in 1999.", "Peter Hale", 71),
        ("The actress Ana Petrova, who died in 1987 aged 62, never wed.", "Ana Petrova", 62),
        ("Peter Hale, then 29, won the seat in 1989.", "Peter Hale", 29),
        ("Peter Hale is 45 years old.", "Peter Hale", 45),
        ("Aged 45, Peter Hale is the oldest in the squad.", "Peter Hale", 45),
    ],
)
def test_an_age(calendar, text, person, years):
    (fact,) = calendar(text, "age")
    assert fact.fields["person"].key == person
    assert fact.fields["stated"] == Quantity(years, years, None, "year")


def test_an_age_says_when_one_was_born(calendar):
    (now,) = calendar("Marta Lindqvist, 45, was named head coach.", "age")
    assert (str(now.fields["day"].start), str(now.fields["day"].end)) == (
        "1978-10-11",
        "1979-10-11",
    )
    (then,) = calendar("Peter Hale died at the age of 71 in 1999.", "age")
    assert (str(then.fields["day"].start), str(then.fields["day"].end)) == (
        "1927-01-02", "1929-01-01",
    )  # fmt: skip
    (whenever,) = calendar("Peter Hale, 45, coached Leeds in 2010.", "age")
    assert (str(whenever.time.start), str(whenever.time.end)) == ("2010-01-01", "2024-10-11")


def test_an_age_without_a_day_of_publication_says_nothing_of_a_birth(calendar):
    (fact,) = calendar("Marta Lindqvist, 45, was named head coach.", "age", published=None)
    assert fact.fields["day"] is None


@pytest.mark.parametrize(
    "text",
    [
        "The club beat Leeds 3-1 with a goal by Peter Hale after 45 minutes.",
        "Peter Hale, 12 others and a dog were rescued.",
        "Peter Hale's son, 14, was unhurt.",
        "Peter Hale, whose daughter is 14, called for calm.",
        "Peter Hale said his wife died aged 71 in 1999.",
        "The suspect, 24, was held in Riga.",
    ],
)
def test_an_age_of_nobody_named_is_none(calendar, text):
    assert calendar(text, "age") == []


@pytest.mark.parametrize(
    ("text", "person", "born"),
    [
        ("Marta Lindqvist was born in Malmo in 1960.", "Marta Lindqvist", "1960-01-01"),
        ("Born on 3 May 1960 in Leeds, Peter Hale studied law.", "Peter Hale", "1960-05-03"),
        ("Peter Hale, who was born in 1960, joined the navy.", "Peter Hale", "1960-01-01"),
        ("Peter Hale, born in Leeds in 1960, joined the navy.", "Peter Hale", "1960-01-01"),
        ("Peter Hale (born 3 May 1960) is a British judge.", "Peter Hale", "1960-05-03"),
        ("The sculptor Peter Hale (1931–2019) lived above the shop.", "Peter Hale", "1931-01-01"),
        ("Peter Hale, the father of Eva Marks, was born in 1960.", "Peter Hale", "1960-01-01"),
    ],
)
def test_a_birth(calendar, text, person, born):
    (fact,) = calendar(text, "birth")
    assert (fact.fields["person"].key, str(fact.fields["day"].start)) == (person, born)


@pytest.mark.parametrize(
    "text",
    [
        "Marta Lindqvist's first child was born in 2014.",
        "Marta Lindqvist said her son was born in 2014.",
        "President Peter Hale (2010–2014) signed the pact.",
        "President Peter Hale (1959–2008) signed the pact.",
        "Peter Hale was not born in 1960.",
        "The twins were born on 3 May 2010 in Leeds.",
    ],
)
def test_a_birth_of_nobody_named_is_none(calendar, text):
    assert calendar(text, "birth") == []
