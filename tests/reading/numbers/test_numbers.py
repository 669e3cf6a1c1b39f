"""Figures in newsroom sentences.

``numbers.tsv`` holds a sentence a line, and every figure in it as
``text=low..high|hedge|unit|form``, an open end and an absent hedge or unit left empty, the form
in brackets where no fact is made of the number.
Its sets say when a row was written: before the code, beside it, or after it and held out.
"""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from belie.knowledge import FACTS, read_yaml
from belie.model import Quantity
from belie.reading.numbers import Number, find_numbers
from hypothesis import given
from hypothesis import strategies as st

with (Path(__file__).parent / "numbers.tsv").open(encoding="utf-8", newline="") as _file:
    ROWS = list(csv.DictReader(_file, delimiter="\t", quoting=csv.QUOTE_NONE))


def written(sentence: str, number: Number) -> str:
    low, high, hedge, unit = (
        "" if part is None else str(part)
        for part in (
            number.quantity.low,
            number.quantity.high,
            number.quantity.hedge,
            number.quantity.unit,
        )
    )
    form = number.form if number.figure else f"({number.form})"
    return f"{sentence[number.start : number.end]}={low}..{high}|{hedge}|{unit}|{form}"


@pytest.mark.parametrize("row", ROWS, ids=[row["sentence"][:60] for row in ROWS])
def test_table(row: dict[str, str]) -> None:
    sentence = row["sentence"]
    found = " ; ".join(written(sentence, number) for number in find_numbers(sentence))
    assert found == row["expected"]


def test_values_are_exact() -> None:
    (number,) = find_numbers("It cost $0.1 million more.")
    assert number.quantity == Quantity(Decimal(100_000), Decimal(100_000), None, "USD")


def test_offsets_are_code_points() -> None:
    sentence = "“Über 𝔸 — à Łódź, 40 personnes 🙂, about 7%”"
    assert [sentence[n.start : n.end] for n in find_numbers(sentence)] == ["40", "about 7%"]


def test_multipliers_do_not_pile_up_without_end() -> None:
    (number,) = find_numbers("They asked for 5 " + "million " * 5_000)
    assert number.quantity.low == 5 * Decimal(10) ** 18


def test_no_text_no_numbers() -> None:
    assert find_numbers("") == []
    assert find_numbers("The mayor declined to comment.") == []


_VOCABULARY = (
    "at least", "between", "and", "to", "of", "the", "a", "an", "one", "two", "half", "quarter",
    "third", "hundred", "thousand", "million", "dozen", "dozens", "several", "a few", "no", "most",
    "7", "12", "40", "1,200", "473 400", "2.5", "1e9", "2014", "-", "–", "%", "percent", "point",
    "$", "€", "bn", "m", "km", "C", "years old", "aged", "May", "Route", "per", "in", "out of",
    ".", ",", "'s", "(", ")", "/", ":", "+", "plus", "or so", "from", "minus", "½", "²", "٣", "\n",
)  # fmt: skip
_COPY = st.lists(
    st.tuples(st.sampled_from(_VOCABULARY), st.sampled_from(["", " ", " "])), max_size=25
).map(lambda pairs: "".join(word + space for word, space in pairs))


@given(_COPY | st.text(max_size=60))
def test_figures_are_in_order_apart_and_well_formed(text: str) -> None:
    position = 0
    for number in find_numbers(text):
        assert position <= number.start < number.end <= len(text)
        assert text[number.start : number.end].strip() == text[number.start : number.end]
        position = number.end
        low, high = number.quantity.low, number.quantity.high
        assert (low, high) != (None, None)
        assert low is None or high is None or low <= high
        assert all(end is None or end.is_finite() for end in (low, high))


@given(_COPY)
def test_what_is_found_does_not_hang_on_what_follows_the_sentence(text: str) -> None:
    assert find_numbers(text + " ") == find_numbers(text)


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_thousands_are_read_as_they_are_printed(value: int) -> None:
    (number,) = find_numbers(f"They counted {value:,} of these.")
    assert number.quantity == Quantity(Decimal(value), Decimal(value))


@pytest.mark.parametrize(
    "hostile",
    ["9", ",", "9,", "1 ", "1-", "one ", "one and a half ", "a ", "a million ", "at least ", "$",
     "1 of ", "1 to ", "1 in ", "½", "1/2 ", "1×10^", "3-5 ", "minus ", "16 Mill 9 ", "May 5 ",
     "no ", "most ", "half of a ", "'s", "-", "about "],
)  # fmt: skip
def test_hostile_text_takes_linear_time(assert_linear, hostile: str) -> None:
    assert_linear(find_numbers, lambda size: (hostile * size)[:size])


def test_every_form_in_the_vocabulary_is_in_the_table() -> None:
    data = read_yaml(FACTS / "words" / "numbers.yaml").data
    forms = {unit["form"] for unit in (*data["units"], *data["prefixes"])}
    shown = {part.rpartition("|")[2] for row in ROWS for part in row["expected"].split(" ; ")}
    assert forms | {"count", "ordinal"} == {form.strip("()") for form in shown} - {""}


@pytest.mark.parametrize(
    ("sentence", "stated", "compared"),
    [
        ("Bread went up by 19 cents.", ("19", "cent"), ("0.19", "USD")),
        ("The ticket costs 164p.", ("164", "penny"), ("1.64", "GBP")),
        ("Rates rose by 25 basis points.", ("25", "basis_point"), ("0.25", "point")),
        ("The feud is two decades old.", ("2", "decade"), ("20", "year")),
        ("It lasted a fortnight, then three fortnights.", ("3", "fortnight"), ("6", "week")),
        ("A third of them left.", ("0.3333333333", None), ("33.33", "percent")),
        ("Half of them left.", ("0.5", None), ("50", "percent")),
        ("Two of the four bridges fell.", ("0.5", None), ("50", "percent")),
        ("Some 40% of them left.", ("40", "percent"), ("40", "percent")),
        ("They walked 12 miles.", ("12", "mile"), ("12", "mile")),
    ],
)
def test_a_number_is_stated_in_the_unit_of_the_copy(
    sentence: str, stated: tuple[str, str | None], compared: tuple[str, str]
) -> None:
    (number,) = find_numbers(sentence)
    for (value, unit), quantity in ((stated, number.stated), (compared, number.quantity)):
        assert (quantity.low, quantity.high) == (Decimal(value), Decimal(value))
        assert quantity.unit == unit


def test_bounds_are_stated_in_the_unit_of_the_copy() -> None:
    at_least, between = find_numbers("At least a quarter paid between 90 cents and $1.10.")
    assert at_least.stated == Quantity(Decimal("0.25"), None, "at least")
    assert between.stated == Quantity(Decimal("0.9"), Decimal("1.1"), "between", "USD")


def test_a_quantifier_names_no_number() -> None:
    vague = "Several came, most of them left, nobody stayed: a majority voted, at twice the cost."
    assert {number.role for number in find_numbers(vague)} == {"quantifier"}
    assert len(find_numbers(vague)) == 5
    exact = "Hundreds came, a few hundred left, half a dozen stayed, a couple of homes, zero tents."
    assert [number.role for number in find_numbers(exact)] == ["number"] * 5


def test_a_digit_behind_a_name_labels_it_unless_a_list_counts() -> None:
    roles = [
        [number.role for number in find_numbers(sentence)]
        for sentence in (
            "He sold the game Halo 2 and a Nexus 7 beside the Nord Stream 2 pipeline.",
            "Spain lost 12 men and Peru 4.",
            "They gave Russia 5 tanks.",
            "Iraq Blast Kills 5",
        )
    ]
    assert roles == [["label"] * 3, ["number"] * 2, ["number"], ["number"]]
