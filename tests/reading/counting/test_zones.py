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
