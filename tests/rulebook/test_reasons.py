from dataclasses import replace

import pytest
from belie.model import Place, Span
from belie.rulebook.columns import columns
from belie.rulebook.expressions import Parser
from belie.rulebook.formula import holds
from belie.rulebook.propositions import decisive, formula_of
from belie.rulebook.reasons import Bound, reason
from hypothesis import given
from specimens import (
    BRANT,
    KINDS,
    NAMES,
    NORTH,
    ORLA,
    PLACES,
    SOUTH,
    days,
    fact,
    figure,
    name,
    quantities,
    times,
)

SEPTEMBER = days("2023-09-30", "2023-10-01", "day")
NOVEMBER = days("2023-11-01", "2023-12-01", "month")


def why(condition, **facts):
    kinds = {role: KINDS[each.kind] for role, each in facts.items()}
    rows = {role: columns(each, kinds[role]) for role, each in facts.items()}
    return reason(Parser(condition, kinds).proposition(), Bound(facts, rows))


def test_a_field_is_called_by_its_noun():
    kinds = {"claim": replace(KINDS["toll"], called={"place": "site"})}
    facts = {"claim": fact("toll", place=ORLA)}
    rows = {role: columns(each, kinds[role]) for role, each in facts.items()}
    known = Parser("known(claim.place)", kinds).proposition()
    assert reason(known, Bound(facts, rows)) == "the site of the claim is Orla"


@pytest.mark.parametrize(
    ("condition", "one", "other", "words"),
    [
        ('claim.status in ["held"]', {"status": "held"}, {}, "the status of the claim is held"),
        ('claim.status == "lost"', {"status": "held"}, {}, "the status of the claim is held"),
        ('claim.status != "lost"', {}, {}, "the claim gives no status"),
        (
            "known(claim.place)",
            {"place": ORLA},
            {},
            "the place of the claim is Orla",
        ),
        (
            "bounded(claim.extent)",
            {"extent": figure(40, None, "at least")},
            {},
            "the extent of the claim is at least 40",
        ),
        (
            "not bounded(claim.extent.high)",
            {"extent": figure(40, None, "at least")},
            {},
            "the high of the extent of the claim is an open end",
        ),
        (
            "same(claim.holder, loss.holder)",
            {"holder": name("Norland", "it")},
            {"holder": name("Norland", "Norland’s troops")},
            "both are about Norland",
        ),
        (
            "same(claim.source, loss.source)",
            {"source": name("the mayor", "The mayor")},
            {"source": name("the mayor", "she")},
            "both are from the mayor",
        ),
        ("same(claim.article, loss.article)", {}, {}, "both stand in one article"),
        ("same(claim.sentence, loss.sentence)", {}, {}, "both have the same sentence"),
        (
            "not same(claim.sentence, loss.sentence)",
            {},
            {"sentence": Span(40, 60)},
            "the sentences differ",
        ),
        ("same(claim.part, loss.part)", {}, {}, "both stand in the text"),
        (
            "claim.part != loss.part",
            {},
            {"part": "title"},
            "the claim stands in the text; the loss stands in the title",
        ),
        ("claim.stance == loss.stance", {}, {}, "both are asserted"),
        (
            "different(claim.holder, loss.holder)",
            {"holder": name("Norland")},
            {"holder": name("rebels", "The rebels", named=False)},
            "Norland and the rebels may be one holder",
        ),
        (
            "same(claim.holder, loss.loser)",
            {"holder": name("Norland")},
            {"loser": name("Norland")},
            "Norland is the holder of the claim and the loser of the loss",
        ),
        (
            "claim.holder != loss.loser",
            {"holder": name("Norland")},
            {"loser": name("Ostria")},
            "the holder of the claim is Norland, the loser of the loss is Ostria",
        ),
        (
            "claim.holder != loss.holder",
            {"holder": name("Norland")},
            {"holder": name("Ostria")},
            "the holders differ: Norland and Ostria",
        ),
        (
            "same(claim.holder, loss.holder)",
            {},
            {},
            "the claim and the loss give no holder",
        ),
        (
            "compatible(claim.place, loss.place)",
            {"place": ORLA},
            {},
            "the loss gives no place",
        ),
        (
            "same(claim.place, loss.place)",
            {"place": Place("Orla", "Orlá", 12, 12)},
            {"place": Place("Orla", "The town", 12, 12)},
            "Orlá and Orla are one place",
        ),
        (
            "same(claim.place, loss.place)",
            {"place": Place("Orla", "these towns", 12, 12)},
            {"place": Place("Orla", "it", 12, 12)},
            "both are about Orla",
        ),
        (
            "touches(claim.place, loss.place)",
            {"place": ORLA},
            {"place": ORLA},
            "both are about Orla",
        ),
        (
            "touches(claim.place, loss.place)",
            {"place": NORTH},
            {"place": ORLA},
            "Orla lies within the North",
        ),
        (
            "within(claim.place, loss.place)",
            {"place": NORTH},
            {"place": ORLA},
            "Orla lies within the North",
        ),
        (
            "not touches(claim.place, loss.place)",
            {"place": SOUTH},
            {"place": BRANT},
            "the South and Brant lie apart",
        ),
        (
            "not before(loss.time, claim.time)",
            {"time": SEPTEMBER},
            {"time": days("2024-01-01", "2025-01-01", "year")},
            "the claim (on 30 September 2023) comes at least 93 days before the loss (in 2024)",
        ),
        (
            "before(loss.time, claim.time)",
            {"time": days("2023-05-03", "2023-05-04")},
            {"time": days("2023-05-02", "2023-05-03")},
            "the loss (on 2 May 2023) comes 1 day before the claim (on 3 May 2023)",
        ),
        (
            "overlaps(claim.time, loss.time)",
            {"time": days(None, "2023-12-01")},
            {"time": NOVEMBER},
            "the claim (until 30 November 2023) and the loss (in November 2023) overlap in time",
        ),
        (
            "same(claim.time, loss.time)",
            {"time": NOVEMBER},
            {"time": NOVEMBER},
            "both are in November 2023",
        ),
        (
            "exceeds(claim.extent, loss.extent)",
            {"extent": figure(60, unit="percent")},
            {"extent": figure(43, unit="percent")},
            "60% is more than 43%",
        ),
        (
            "not exceeds(claim.extent, loss.extent)",
            {"extent": figure(40)},
            {"extent": figure(43, None, "at least")},
            "40 is less than at least 43",
        ),
        (
            "same(claim.extent.low, loss.extent.low)",
            {"extent": figure(60)},
            {"extent": figure(43)},
            "60 is more than 43",
        ),
        (
            "compatible(claim.extent, loss.extent)",
            {"extent": figure(60, hedge="about")},
            {"extent": figure(62)},
            "about 60 and 62 can be the same number",
        ),
        (
            "differs(claim.extent, loss.extent)",
            {"extent": figure(60)},
            {"extent": figure(62, unit="percent")},
            "60 and 62% stand in different units",
        ),
        (
            "claim.extent.hedge == loss.extent.hedge",
            {"extent": figure(60)},
            {"extent": figure(62)},
            "the extent hedge of both is exact",
        ),
        (
            'claim.time.precision == "day"',
            {"time": NOVEMBER},
            {},
            "the precision of the date of the claim is month",
        ),
    ],
)
def test_a_reason_says_how_the_values_stand(condition, one, other, words):
    assert why(condition, claim=fact("hold", **one), loss=fact("hold", **other)) == words


@pytest.mark.parametrize(
    ("condition", "toll", "words"),
    [
        ("toll.further is unknown", {}, "the toll is a figure by itself"),
        ("toll.further is unknown", {"further": "yes"}, "the toll comes on top of another figure"),
        ("toll.part_of is unknown", {}, "the toll is part of no other figure"),
        ("toll.part_of is unknown", {"part_of": "f1"}, "the toll is part of another figure"),
        ("known(toll.source)", {}, "the toll names no source"),
        ("known(toll.time)", {}, "the toll has no date"),
        ("known(toll.evidential)", {}, "the toll is stated outright"),
        (
            "known(toll.evidential)",
            {"evidential": "reportedly"},
            'the copy says "reportedly" of the toll',
        ),
        ('toll.stance == "asserted"', {}, "the toll is asserted"),
        ('toll.part == "title"', {}, "the toll stands in the text"),
        (
            'toll.camp.named == "yes"',
            {"camp": name("x")},
            "the named of the camp of the toll is yes",
        ),
        ("toll.value.low > 3", {"value": figure(4)}, "4 is more than 3"),
    ],
)
def test_a_reason_of_one_fact(condition, toll, words):
    assert why(condition, toll=fact("toll", **toll)) == words


def test_a_date_field_is_named():
    toll = fact("toll", deadline=SEPTEMBER, time=NOVEMBER)
    assert why("before(toll.deadline, toll.time)", toll=toll) == (
        "the deadline of the toll (on 30 September 2023) comes at least 32 days before"
        " the toll (in November 2023)"
    )


def test_a_role_of_one_letter_is_a_name():
    assert why("known(a.value)", a=fact("toll")) == "a gives no figure"


def test_what_decides_is_said_and_nothing_else():
    toll = fact("toll", measure="killed", place=ORLA, value=figure(4))
    measure, figure_, place = (
        "the measure of the toll is killed",
        "the figure of the toll is 4",
        "the place of the toll is Orla",
    )
    killed, known, missing = 'toll.measure == "killed"', "known(toll.value)", "unknown(toll.place)"
    assert why(f"{killed} and {known}", toll=toll) == f"{measure}; {figure_}"
    assert why(f"{killed} and {missing}", toll=toll) == place
    assert why(f"{killed} or {missing}", toll=toll) == measure
    assert why(f"{missing} or {killed} or {known}", toll=toll) == measure
    assert why(f"not ({missing} or not {killed})", toll=toll) == f"{place}; {measure}"


def test_the_atoms_that_decide_hold_as_the_whole_does():
    toll = fact("toll", measure="killed", place=ORLA)
    rows = {"toll": columns(toll, KINDS["toll"])}
    condition = '(toll.measure == "killed" or known(toll.cause)) and known(toll.place)'
    said = Parser(condition, {"toll": KINDS["toll"]}).proposition()
    assert holds(formula_of(said), rows)
    assert all(holds(atom.formula, rows) for atom in decisive(said, rows))


def says(relation, field, one, other, *, words):
    """Whether the reason has one of ``words``, and that it has so exactly where it holds."""
    condition = f"{relation}(a.{field}, b.{field})"
    facts = {"a": fact("toll", **{field: one}), "b": fact("toll", **{field: other})}
    rows = {role: columns(each, KINDS["toll"]) for role, each in facts.items()}
    said = Parser(condition, dict.fromkeys(facts, KINDS["toll"])).proposition()
    text = reason(said, Bound(facts, rows))
    assert text == why(f"not {condition}", **facts)
    assert any(word in text for word in words) == holds(formula_of(said), rows), text


@given(PLACES, PLACES, times(), times(), quantities(), quantities())
def test_a_reason_says_so_exactly_where_the_relation_holds(place, ground, time, day, few, many):
    says(
        "touches", "place", place, ground, words=["both are about", "are one place", "lies within"]
    )
    says("disjoint", "place", place, ground, words=["lie apart"])
    says("overlaps", "time", time, day, words=["both are ", "overlap in time"])
    says("before", "time", time, day, words=[" before b ("])
    says("exceeds", "value", few, many, words=["is more than"])
    says("differs", "value", few, many, words=["is more than", "is less than"])
    missing = ["gives no", "give no", "can be the same", "both are"]
    says("compatible", "value", few, many, words=missing)


@given(NAMES, NAMES)
def test_a_description_is_never_said_to_differ(camp, side):
    says("same", "camp", camp, side, words=["both are about", "are one camp"])
    says("different", "camp", camp, side, words=["the camps differ"])


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("killed", "injured", "killed come to no more than injured"),
        ("injured", "killed", "the measures differ: injured and killed"),
        ("killed", None, "the other gives no measure"),
    ],
)
def test_an_order_is_told_where_it_holds(one, other, words):
    facts = {"one": fact("toll", measure=one), "other": fact("toll", measure=other)}
    assert why("at_most_in_order(one, other)", **facts) == words
