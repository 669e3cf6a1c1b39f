"""Figures that go on with what was said of another."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Shells killed 14 people in Izmir and nine in Bodrum.",
            ("nine", "killed", 9, "list"),
        ),
        ("Nine soldiers died, as did two sailors.", ("two sailors", "killed", 2, "gap")),
        ("Nine died, along with two guides.", ("two guides", "killed", 2, "list")),
        ("Nine guards died in Oslo, plus three cooks.", ("three cooks", "killed", 3, "list")),
        (
            "There were nine deaths in Oslo and three confirmed in Lodz.",
            ("three confirmed", "killed", 3, "list"),
        ),
        ("Nine pupils died, two of them girls.", ("two", "killed", 2, "part")),
        ("Nine pupils died, including two girls.", ("two girls", "killed", 2, "part")),
        ("Nine pupils died. Two of them were girls.", ("Two", "killed", 2, "part")),
        (  # in the second sentence no word stands where "killed" does in the first
            "Fumes that seeped out of an old tank killed nine cooks. Two of them were girls.",
            ("Two", "killed", 2, "part"),
        ),
        ("In 1839, 110 men perished and in the following year 121.", ("121", "killed", 121, "gap")),
        ("Europe had 602 deaths, Spain 462.", ("462", "killed", 462, "gap")),
        ("Italy had 90 deaths; Spain (40).", ("40", "killed", 40, "gap")),
        (
            "The gas killed a guard and 17 inmates.",
            ("killed a guard and 17 inmates", "killed", 17, "object"),
        ),
        ("The toll rose to 31, up from 14.", ("14", "killed", 14, "revision")),
        (
            "Thirty-one people died, not 14 as first reported.",
            ("14", "killed", 14, "revision"),
        ),
    ],
)
def test_the_second_figure_goes_on_with_the_first(read, text, expected):
    assert read(text)[1:] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Nine people died and two others escaped.",
        "Nine people died and 12 were fined.",
        "Nine miners died and 40 sheep.",
        "Nine guards died in Oslo; 12 cooks.",
        "Nine guards died, 12 chaff.",
        "Nine guards were killed in Oslo and 12 officers were praised.",
        "Nine people died, three safe.",
        "Nine people died near Route 12.",
        "Nine people died. Two were girls.",
        "Nine people died, 12 in all.",
    ],
)
def test_what_has_its_own_verb_or_fate_does_not_go_on(read, text):
    assert [fact[2] for fact in read(text)] == [9]


def test_a_figure_replaced_is_superseded(casualties):
    facts = casualties("The toll rose to 31, up from 14.")
    assert [fact.stance for fact in facts] == ["asserted", "superseded"]


def test_a_part_knows_its_whole(casualties):
    whole, *parts = casualties("Nine pupils died, two of them girls.")
    assert [part.part_of for part in parts] == [whole.id]


def test_those_named_behind_a_colon_are_parts_of_those_before(casualties):
    whole, *parts = casualties("The crash killed nine people: five men and four women.")
    assert [(part.value.low, part.part_of) for part in parts] == [(5, whole.id), (4, whole.id)]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "Italy reported nine deaths; Spain has counted four.",
            ("Spain has counted four", "killed", 4, "object"),
        ),
        ("Cars were behind 30 deaths, lorries behind 24.", ("24", "killed", 24, "gap")),
        (
            "The toll stands at 24: eight confirmed on Monday.",
            ("eight confirmed", "killed", 8, "apposition"),
        ),
        ("Six were ill on Friday and 14 by Sunday.", ("14", "infected", 14, "list")),
        ("Nine are missing, of which six worked in the kitchen.", ("six", "missing", 6, "part")),
    ],
)
def test_a_bare_figure_goes_on_with_the_one_before(read, text, last):
    assert read(text)[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "Nine were hurt, said mayor Ana Ruiz, 38.",
        "Nine people died, all of them over 80.",
        "Nine pupils were hurt; nurses passed 44 of them out.",
        "Nine died. The boat had 40 oars, two of them broken.",
    ],
)
def test_an_age_or_another_deed_does_not_go_on(read, text):
    assert len(read(text)) == 1


def test_those_whom_something_else_befell_do_not_go_on_with_others(facts):
    text = "The ferry was carrying 270 people. Dozens more were missing."
    told = [(fact.kind, fact.text) for fact in facts(text)]
    assert told == [
        ("aboard", "was carrying 270 people"),
        ("casualty", "Dozens more were missing"),
    ]
