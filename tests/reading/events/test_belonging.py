"""Which happening a figure is of, named in its sentence, around it, or nowhere."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # of its sentence; an object is of what did it
        ("A blast killed 12 people and a fire in the north killed 30.", "12 e1, 30 e2"),
        # of its paragraph
        ("A bomb went off in Kabul and 12 people died. Fifteen people were hurt.", "12 e1, 15 e1"),
        # of the only one
        (
            "A bomb killed 12 people in Kabul.\n\nThe bodies of the 15 dead lay there.",
            "12 e1, 15 e1",
        ),
        # told of before it is named
        ("Twelve people died in Kabul on Monday. The blast hurt 15 people.", "12 e1, 15 e1"),
    ],
)
def test_a_figure_is_of_the_happening_nearest_to_it(told, text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed 12 people in Kabul. In recent years 400 people have been killed there.",
        "A bomb killed 12 people in Kabul. In Herat 400 people were killed.",
        "A bomb killed 12 people in Kabul on Monday. On Thursday 400 people were killed.",
        "A bomb killed 12 people in Kabul. Police said 400 people were killed in a stadium in May.",
        "A bomb killed 12 people in Kabul. Some 400 people died when a second one went off.",
        "A flood killed 12 people. A week earlier 400 people had been killed.",
    ],
)
def test_a_figure_of_other_times_or_places_is_of_none_that_is_known(told, text):
    assert told(text) == "12 e1, 400 -"


def test_a_war_is_not_meant_where_it_is_not_named(told):
    text = "The war has killed 12 people.\n\nForty people died.\n\nThe war killed 30 people."
    assert told(text) == "12 e1, 40 e2, 30 e1"


def test_the_harm_done_is_a_happening_where_nothing_else_names_one(told):
    text = "Five skiers died on the Punta Nera.\n\nAll seven victims were from Lyon."
    assert told(text) == "5 e1, 7 e1"


def test_a_count_may_be_later_than_its_happening(told):
    text = (
        "A quake killed 12 people on Monday. By Thursday the death toll of the quake stood at 30."
    )
    assert told(text) == "12 e1, 30 e1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a day within the last weeks is no longer time
        (
            "Methane killed eight miners a week ago.\n\nNine men's coffins stood there.",
            "8 e1, 9 e1",
        ),
        # a day behind another verb is not that of the happening
        (
            "A blast killed nobody on Monday.\n\nThe two who died in the blast were named Friday.",
            "0 e1, 2 e1",
        ),
        # a riot of one day is one happening, though fighting goes on
        ("A riot in Porto left 18 dead on Tuesday.\n\nThey took away 25 bodies.", "18 e1, 25 e1"),
        ("Riots in Porto left 18 dead.\n\nThey took away 25 bodies.", "18 e1, 25 -"),
        # nobody is infected by rain
        (
            "Measles has infected 412 people in Lagos.\n\nIn the rains 385 were infected.",
            "412 e1, 385 e1",
        ),
    ],
)
def test_what_else_a_sentence_tells_does_not_part_them(told, text, expected):
    assert told(text) == expected
