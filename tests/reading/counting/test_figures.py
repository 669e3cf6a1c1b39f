"""Figures with what they count or measure, and the verb that they stand with."""

from functools import partial

import pytest


@pytest.fixture(scope="module")
def read(facts_of):
    return partial(facts_of, "figure")


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        (
            "The council restored 43 buildings in the harbour district.",
            [("43", "building", "restore", "object")],
        ),
        (
            "At least 43 buildings were restored by the council.",
            [("43..", "building", "restore", "object")],
        ),
        (
            "The contract is worth 500 million euros.",
            [("500000000 EUR", "contract", "worth", "object")],
        ),
        (
            "A court in Lyon imposed a fine of $8,000 on the baker.",
            [("8000 USD", "fine", "impose", "object")],
        ),
        (
            "Prosecutors asked for a $2.5bn fine.",
            [("2500000000 USD", "fine", "ask", "oblique")],
        ),
        (
            "The park covers 2,000 sq km of forest.",
            [("2000 kilometre**2", "forest", "cover", "object")],
        ),
        (
            "A 180-metre carrier docked at the port.",
            [("180 metre", "carrier", "dock", "subject")],
        ),
        (
            "Police questioned five men after the robbery.",
            [("5", "man", "question", "object")],
        ),
        (
            "The editor was jailed for four years.",
            [("4 year", None, "jail", "oblique")],
        ),
        (
            "He was elected to a four-year term.",
            [("4 year", "term", "elect", "oblique")],
        ),
        (
            "Two of the four boats sank off Lampedusa.",
            [("4", "boat", None, None), ("2", "boat", "sink", "subject")],
        ),
        (
            "Divers found five more coins under the rubble.",
            [("5", "coin", "find", "object")],
        ),
        (
            "Ivan Petrov, 34, teaches chemistry in Plovdiv.",
            [("34 year", "age", None, None)],
        ),
        (
            "The company hired 1,200 engineers last year.",
            [("1200", "engineer", "hire", "object")],
        ),
        (
            "More than 300 homes lost power, the utility said.",
            [("300..", "home", "lose", "subject")],
        ),
        (
            "The museum bought three paintings and sold 12 vases.",
            [("3", "painting", "buy", "object"), ("12", "vase", "sell", "object")],
        ),
        (
            "The fund raised $40 million for the shelter.",
            [("40000000 USD", None, "raise", "object")],
        ),
        (
            "Engineers cleared 15 miles of track.",
            [("15 mile", "track", "clear", "object")],
        ),
        (
            "The bridge cost $90 million.",
            [("90000000 USD", "bridge", "cost", "object")],
        ),
        (
            "The tower is 320 metres tall.",
            [("320 metre", "tower", None, "object")],
        ),
        (
            "Dozens of cars were stranded on the motorway.",
            [("24..", "car", "strand", "object")],
        ),
        (
            "The city has a population of 2.3 million.",
            [("2300000", "population", "have", "object")],
        ),
        (
            "The museum owns 190 paintings, including 12 portraits.",
            [("190", "painting", "own", "object"), ("12", "portrait", None, None)],
        ),
        (
            "Of the 40 schools in the valley, 11 reopened on Monday.",
            [("40", "school", None, None), ("11", "school", "reopen", "subject")],
        ),
        (
            "The army said it had shot down 17 drones.",
            [("17", "drone", "shoot", "object")],
        ),
        (
            "The film won nine nominations.",
            [("9", "nomination", "win", "object")],
        ),
        (
            "Smith's nine nominations surprised critics.",
            [("9", "nomination", "surprise", "subject")],
        ),
        (
            "The jury deliberated for 12 hours.",
            [("12 hour", None, "deliberate", "oblique")],
        ),
        (
            "The strike will last three days.",
            [("3 day", "strike", "last", "object")],
        ),
        (
            "Officials seized 40 kg of cocaine at the border.",
            [("40 kilogram", "cocaine", "seize", "object")],
        ),
        (
            "A third of residents have left the island.",
            [("33.33 percent", "resident", "leave", "subject")],
        ),
        (
            "Half of the country's farmland is flooded.",
            [("50 percent", "farmland", "flood", "object")],
        ),
        (
            "The charity, which runs 26 clinics, trained 90 nurses.",
            [("26", "clinic", "run", "object"), ("90", "nurse", "train", "object")],
        ),
        (
            "Up to 20,000 fans watched the final.",
            [("..20000", "fan", "watch", "subject")],
        ),
        (
            "The plant employs between 400 and 450 workers.",
            [("400..450", "worker", "employ", "object")],
        ),
        (
            "The three suspects appeared in court in handcuffs.",
            [("3", "suspect", "appear", "subject")],
        ),
        (
            "The lawsuit names 14 police officers as defendants.",
            [("14", "officer", "name", "object")],
        ),
        (
            "The tanker spilled 5,000 barrels of oil.",
            [("5000 oil_barrel", "oil", "spill", "object")],
        ),
        (
            "She swam 3 km to the shore.",
            [("3 kilometre", None, "swim", "object")],
        ),
        (
            "About 60 protesters and 12 police officers faced each other.",
            [("60", "protester", "face", "subject"), ("12", "officer", "face", "subject")],
        ),
        (
            "Nine cases were reported: five in Arizona and four in Utah.",
            [
                ("9", "case", "report", "object"),
                ("5", "case", None, None),
                ("4", "case", None, None),
            ],
        ),
        (
            "The bakery sells 900 loaves a day.",
            [("900", "loaf", "sell", "object")],
        ),
        (
            "They paid €12,000 for a used tractor.",
            [("12000 EUR", None, "pay", "object")],
        ),
        (
            "The grant of £250,000 went to a school in Leeds.",
            [("250000 GBP", "grant", "go", "subject")],
        ),
        (
            "A magnitude 5.8 quake shook the coast.",
            [("5.8 magnitude", "quake", "shake", "subject")],
        ),
        (
            "The committee has 15 members.",
            [("15", "member", "have", "object")],
        ),
        (
            "Three women and two men were charged with fraud.",
            [("3", "woman", "charge", "object"), ("2", "man", "charge", "object")],
        ),
        (
            "The state won 12 of the 48 contracts.",
            [("48", "contract", None, None), ("12", "contract", "win", "object")],
        ),
    ],
)
def test_a_figure_has_its_noun_its_verb_and_its_role(read, sentence, figures, said):
    rows = [
        (said(f.value), f.fields["counted"], f.fields["predicate"], f.fields["role"])
        for f in read(sentence)
    ]
    assert rows == figures


@pytest.mark.parametrize(
    "sentence",
    [
        "One of the boats sank off Lampedusa.",
        "Route 66 closed on Monday.",
        "The twins, aged 7, attend a local school.",
        "Talks broke off after two hours.",
        "The 25-year-old driver was unhurt.",
        "He finished 3rd in the race on May 5.",
        "The app was finished before version 8 reaches its end.",
        "Doctors counted 40 cases per 100,000 people.",
        "No villages were spared.",
    ],
)
def test_what_is_no_figure_of_anything_is_left_out(read, sentence):
    assert read(sentence) == []


def test_a_part_says_of_which_whole(read):
    whole, part = read("The museum owns 190 paintings, including 12 portraits.")
    assert (whole.part_of, part.part_of) == (None, whole.id)


def test_parts_after_a_colon_share_the_noun_and_the_whole(read, said):
    whole, *parts = read("Nine cases were reported: five in Arizona and four in Utah.")
    assert [(said(part.value), part.part_of) for part in parts] == [
        ("5", whole.id),
        ("4", whole.id),
    ]
    assert {part.fields["counted"] for part in parts} == {"case"}


def test_two_of_the_four_are_four_and_a_part(read, said):
    whole, part = read("Two of the four boats sank off Lampedusa.")
    assert [said(whole.value), whole.fields["partitive"]] == ["4", None]
    assert [said(part.value), part.fields["partitive"]] == ["2", "yes"]
    assert part.part_of == whole.id


def test_more_come_on_top(read):
    (fact,) = read("Divers found five more coins under the rubble.")
    assert fact.fields["further"] == "yes"


def test_the_noun_is_described_with_its_modifiers(read):
    (fact,) = read("The lawsuit names 14 Spanish police officers.")
    assert (fact.fields["described"], fact.fields["counted"]) == (
        "spanish police officer",
        "officer",
    )


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Norway bought 52 jets.", "Norway"),
        ("Norway's 52 jets were grounded.", "Norway"),
        ("The 52 jets were bought by Norway.", "Norway"),
        ("The 52 jets were bought.", None),
    ],
)
def test_who_else_acts_or_owns(read, sentence, actor):
    (fact,) = read(sentence)
    assert (fact.fields["actor"] and fact.fields["actor"].key) == actor


def test_an_age_is_that_of_a_person_named(read, said):
    (fact,) = read("Ivan Petrov, 34, teaches chemistry in Plovdiv.")
    assert (said(fact.value), fact.fields["counted"]) == ("34 year", "age")
    assert fact.fields["actor"].key == "Ivan Petrov"


def test_where_it_is(read):
    (fact,) = read("The council restored 43 buildings in Valencia.")
    assert fact.fields["place"].text == "Valencia"


def test_pounds_are_a_mass_where_something_is_weighed(read, said):
    facts = [read(s)[0] for s in ("Police seized 400 pounds of tin.", "It cost 400 pounds.")]
    assert [said(fact.value) for fact in facts] == ["400 pound", "400 GBP"]


def test_what_a_phrase_read_is_no_figure_again(read):
    assert read("The blast killed 14 people.") == []


def test_a_part_can_be_too_large_for_the_whole_beside_it(read):
    whole, part = read("The museum owns 12 paintings, including 19 portraits.")
    assert part.part_of == whole.id


def test_a_figure_is_where_its_subject_is(read):
    (fact,) = read("The fair in Mainz had 81,700 visitors.")
    assert fact.fields["place"].text == "Mainz"


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The levy brought $5bn in", [None]),  # nothing stands behind the last word
        ("The levy brought $5bn in.", [None]),
        ("The levy brought $5bn in Texas.", [None]),
        ("The levy brought $5bn in taxes.", ["tax"]),
    ],
)
def test_what_money_is_spent_in_stands_behind_it(read, text, counted):
    assert [fact.fields["counted"] for fact in read(text)] == counted
