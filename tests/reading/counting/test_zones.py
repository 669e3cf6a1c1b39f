"""What local time is ahead of UTC."""

from datetime import date

import pytest
from belie.reading.counting.zones import local_offsets
from belie.reading.names import gazetteer

SUMMER, WINTER = date(2024, 7, 15), date(2024, 1, 15)


def offsets(names, day):
    return local_offsets([gazetteer().place(name) for name in names], day)


@pytest.mark.parametrize(
    ("names", "day", "expected"),
    [
        (["Nairobi", "Kenya"], SUMMER, (180,)),
        (["Leeds"], SUMMER, (60,)),
        (["Leeds"], WINTER, (0,)),
        (["Leeds"], date(2024, 4, 2), (0, 60)),  # the clocks changed on 31 March
        (["New Zealand"], WINTER, (780, 825)),
        (["Delhi"], SUMMER, (330,)),
        (["Leeds", "Nairobi"], SUMMER, ()),
        (["Europe"], SUMMER, ()),
        ([], SUMMER, ()),
        (["Nairobi"], date.min, ()),
    ],
)
def test_local_time_is_that_of_the_country(names, day, expected):
    assert offsets(names, day) == expected


@pytest.fixture(scope="module")
def clocks(facts_of):
    """The two times of day of a sentence in minutes after midnight UTC."""

    def _clocks(sentence):
        told = facts_of("conversion", sentence)
        return [
            (f.value.low, f.fields["equivalent"].low)
            for f in told
            if f.fields["dimension"] == "clock"
        ]

    return _clocks


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("The curfew in Nairobi begins at midnight (2100 GMT).", (1260, 1260)),
        ("Near Kathmandu the ground shook at 11:45 (0700 GMT).", (360, 420)),
        ("Shells hit Kharkiv at 5 a.m. (0500 GMT), the mayor said.", (120, 300)),
        ("Crowds met across Dhaka at 4 p.m. (1000 GMT).", (600, 600)),
    ],
)
def test_a_time_without_a_zone_is_that_of_the_place(clocks, sentence, times):
    assert clocks(sentence) == [times]


@pytest.mark.parametrize(
    "sentence",
    [
        "The envoy said in Nairobi that the truce began at midnight (2200 GMT).",
        "Kenya said a plane fell at noon (1100 GMT).",
        "The game in Nairobi on 3 January 1998 began at noon (1100 GMT).",
        "In Nairobi and London it began at noon (1100 GMT).",
        "The ground in Central District shook at noon (0400 GMT).",
        "Near Kathmandu the ground shook at 11:45 (1800 GMT).",
    ],
)
def test_a_time_without_a_zone_of_no_sure_place_is_not_converted(clocks, sentence):
    assert clocks(sentence) == []
