"""What a side demands, refuses or offers."""

from pathlib import Path

import pytest
import yaml
from belie.model import Article
from belie.reading.reader import read_article
from belie.reading.selftest import plain_value

CASES = yaml.safe_load(Path(__file__).with_name("positions.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def positions(kinds):
    """The facts of ``position`` in a text, in order."""

    def _positions(text):
        facts = read_article(Article(text), kinds).facts
        return [fact for fact in facts if fact.kind == "position"]

    return _positions


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_what_a_side_holds(positions, case):
    found = positions(case["text"])
    assert len(found) == len(case["facts"])
    for fact, expected in zip(found, case["facts"], strict=True):
        assert {name: plain_value(fact, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("President of Ukraine Ann Hall said she would not cede territory.", "Ukraine"),
        ("“We will never cede territory,” Ann Hall said.", "Ann Hall"),
        ("Ukraine’s president refused to release the prisoners.", "Ukraine"),
    ],
)
def test_who_holds_it(positions, text, holder):
    assert [plain_value(fact, "holder") for fact in positions(text)] == [holder]


def test_the_price_of_talks_is_required(positions):
    (fact,) = positions("Iran said talks could begin only if sanctions are lifted.")
    assert {name: plain_value(fact, name) for name in ("attitude", "topic", "condition")} == {
        "attitude": "requires",
        "topic": "sanctions",
        "condition": "sanctions are lifted",
    }


@pytest.mark.parametrize(
    ("text", "attitude"),
    [
        ("Iran did not rule out talks with Oman.", "open"),
        ("Iran is not ready to resume talks.", "refuses"),
        ("Iran would release the prisoners if Oman agrees.", "open"),
        ("Iran insists that sanctions be lifted before any talks.", "requires"),
    ],
)
def test_what_is_negated_or_hangs_on_something(positions, text, attitude):
    assert [plain_value(fact, "attitude") for fact in positions(text)] == [attitude]
