"""Things of which it is told again how many there are, as all that are known."""

import pytest
from belie.model import Article
from belie.reading.reader import read_article


@pytest.mark.parametrize(
    ("text", "recalled"),
    [
        ("The shelter took in all 46 dogs.", "yes"),
        ("A lorry hauled off the 160 dead animals.", "yes"),
        ("Crews cleared every one of the 85 charred vans.", "yes"),
        ("A school housed all 2,100 evacuees.", "yes"),
        ("A school housed 2,100 evacuees.", None),
        ("The 52 fans taken into custody last season were fined.", None),
    ],
)
def test_all_and_the_are_those_known(all_kinds, text, recalled):
    (fact,) = read_article(Article(text), {"tally": all_kinds["tally"]}).facts
    assert fact.fields["recalled"] == recalled


def test_those_of_several_places_are_no_count_of_one(all_kinds):
    text = "A school housed 2,100 evacuees from Brno and four towns upstream."
    (fact,) = read_article(Article(text), {"tally": all_kinds["tally"]}).facts
    assert fact.fields["partial"] == "yes"
