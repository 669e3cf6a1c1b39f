"""Quantities with their equivalents beside them."""

from datetime import date
from functools import partial

import pytest
from belie.knowledge import read_words
from belie.model import Article
from belie.reading.reader import read_article


@pytest.fixture(scope="module")
def read(facts_of):
    return partial(facts_of, "conversion")


@pytest.mark.parametrize(
    ("sentence", "value", "equivalent", "dimension"),
    [
        (
            "The town lies 50 miles (80 km) north of the capital.",
            "50 mile",
            "80 kilometre",
            "length",
        ),
        (
            "The town lies 80 km, or 50 miles, north of the capital.",
            "80 kilometre",
            "50 mile",
            "length",
        ),
        (
            "The town lies 80 km or 50 miles north of the capital.",
            "80 kilometre",
            "50 mile",
            "length",
        ),
        ("The deal cost €500m ($617m).", "500000000 EUR", "617000000 USD", "money"),
        (
            "The deal cost 500 million euros ( $617 million ).",
            "500000000 EUR",
            "617000000 USD",
            "money",
        ),
        ("The plane landed at 9:54 a.m. EDT (1354 UTC).", "834 minute", "834 minute", "clock"),
        ("The plane landed at 9:54 a.m. ET (1354 UTC).", "834 minute", "834 minute", "clock"),
        ("Fires burned 1,200 hectares (3,000 acres) of pine.", "1200 hectare", "3000 acre", "area"),
        ("The parcel weighed 10 pounds (4.5 kg).", "10 pound", "4.5 kilogram", "mass"),
        ("Winds reached 120 mph (193 km/h).", "120 mile/hour", "193 kilometre/hour", "speed"),
        (
            "Temperatures fell to -10 degrees Celsius (14 Fahrenheit).",
            "-10 degC",
            "14 degF",
            "temperature",
        ),
        (
            "It was 40 degrees Celsius (104 degrees Fahrenheit) in the shade.",
            "40 degC",
            "104 degF",
            "temperature",
        ),
        (
            "The spill released 200 gallons (757 litres) of diesel.",
            "200 gallon",
            "757 litre",
            "volume",
        ),
        ("A 10-kilometre (6-mile) tunnel links the valleys.", "10 kilometre", "6 mile", "length"),
        ("A 10-kilometer (six-mile) tunnel links the valleys.", "10 kilometre", "6 mile", "length"),
        (
            "The fine was 2 million pounds (about $2.5 million).",
            "2000000 GBP",
            "2500000 USD",
            "money",
        ),
        ("He earned 30,000 rubles ($400) a month.", "30000 RUB", "400 USD", "money"),
        (
            "The island covers 2,500 square kilometres (965 square miles).",
            "2500 kilometre**2",
            "965 mile**2",
            "area",
        ),
        ("The truck carried 3 tonnes (6,600 pounds) of steel.", "3 tonne", "6600 pound", "mass"),
        ("The pass is at 2,300 metres (7,546 feet).", "2300 metre", "7546 foot", "length"),
        (
            "The press conference starts at 3 p.m. EST (2000 GMT).",
            "1200 minute",
            "1200 minute",
            "clock",
        ),
        (
            "The press conference starts at 1500 GMT (10 a.m. EST).",
            "900 minute",
            "900 minute",
            "clock",
        ),
        ("It launched at 8 p.m. PDT (0300 GMT).", "180 minute", "180 minute", "clock"),
        ("The boat drifted for 12 miles, about 19 km.", "12 mile", "19 kilometre", "length"),
        (
            "It raised $10 million, or 9.2 million euros, in March.",
            "10000000 USD",
            "9200000 EUR",
            "money",
        ),
        ("The pool holds 50,000 litres (13,200 gallons).", "50000 litre", "13200 gallon", "volume"),
        ("Rain of 100 mm (4 inches) fell overnight.", "100 millimetre", "4 inch", "length"),
        ("The club paid £30m (€35m) for the striker.", "30000000 GBP", "35000000 EUR", "money"),
        (
            "The site is between 5 and 6 miles (8-10 km) away.",
            "5..6 mile",
            "8..10 kilometre",
            "length",
        ),
        ("The car hit 200 kph (124 mph).", "200 kilometre/hour", "124 mile/hour", "speed"),
        ("The train left at 6:30 a.m. CET (0530 GMT).", "330 minute", "330 minute", "clock"),
        (
            "The baby weighed 3 kilograms – 6.6 pounds – at birth.",
            "3 kilogram",
            "6.6 pound",
            "mass",
        ),
        ("The strip is 25 miles (40km) long.", "25 mile", "40 kilometre", "length"),
    ],
)
def test_a_quantity_has_its_equivalent(read, sentence, value, equivalent, dimension, said):
    (fact,) = read(sentence)
    assert (said(fact.value), said(fact.fields["equivalent"])) == (value, equivalent)
    assert fact.fields["dimension"] == dimension


def test_where_no_place_tells_local_time_is_so_far_ahead(read, said):
    (fact,) = read("The quake struck at 11:30 p.m. local time (2130 GMT).")
    assert (said(fact.value), fact.fields["dimension"]) == ("120 minute", "offset")
    assert fact.fields["equivalent"] is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The firm has 20 ships (12 of them tankers).",
        "Sales rose 5 percent (3 percent after inflation).",
        "The road is 30 miles (two lanes) long.",
        "He was fined $500 (his third fine).",
        "He ran 26.2 miles in 3 hours (a record).",
        "Gas costs $4 a gallon.",
    ],
)
def test_two_figures_that_measure_different_things_are_no_conversion(read, sentence):
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("published", "value"),
    [
        (date(2024, 7, 1), "834 minute"),
        (date(2024, 1, 5), "894 minute"),
        (date(2024, 3, 9), "834..894 minute"),
        (None, "834..894 minute"),
    ],
)
def test_a_zone_whose_hour_changes_is_told_by_the_season(kinds, published, value, said):
    article = Article("The plane landed at 9:54 a.m. ET (1354 UTC).", published=published)
    (fact,) = [f for f in read_article(article, kinds).facts if f.kind == "conversion"]
    assert said(fact.value) == value


def test_moments_around_midnight_are_the_same(read, said):
    (fact,) = read("The boat sank at 11:58 p.m. BST (0058 CEST).")
    assert said(fact.value) == said(fact.fields["equivalent"]) == "1378 minute"


def test_every_unit_that_can_be_converted_measures_something():
    numbers, file = (read_words(name).data for name in ("numbers", "dimensions"))
    units = {entry["unit"] for entry in numbers["units"] if entry["form"] == "measure"}
    known = {unit for units in file["dimensions"].values() for unit in units}
    assert units - known == {
        "degree", "magnitude", "oil_barrel/day", "volt", "kilovolt", "ampere", "milliampere_hour",
        "horsepower", "light_year", "mile/gallon", "gram/kilometre", "microgram/metre**3", "rpm",
        "byte", "kilobyte", "megabyte", "gigabyte", "terabyte", "petabyte", "kilobit/second",
        "megabit/second", "gigabit/second", "megapixel", "ppm", "becquerel", "decibel",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "computed", "stated"),
    [
        ("The state won 12 of the 48 contracts, or 30%.", "25", "30"),
        ("Nine of 20 schools in the valley (45 percent) have closed.", "45", "45"),
        ("Of the 48 patients, 12 (30 percent) recovered.", "25", "30"),
        ("Of the 40 bridges in the county, 11 (28%) are unsafe.", "27.5", "28"),
    ],
)
def test_a_share_stands_beside_the_numbers_it_is_made_of(read, sentence, computed, stated, said):
    (fact,) = read(sentence)
    assert fact.fields["dimension"] == "share"
    assert said(fact.value) == f"{computed} percent"
    assert said(fact.fields["equivalent"]) == f"{stated} percent"


@pytest.mark.parametrize(
    "sentence",
    [
        "The party won 12 of the 48 seats, or 30% of the vote.",
        "The party won 12 of the 48 seats (30% of the vote).",
        "About 12 of the 48 boats (30%) sank.",
    ],
)
def test_a_share_of_something_else_is_none_of_the_numbers(read, sentence):
    assert read(sentence) == []


def test_money_has_a_rate(read):
    (fact,) = read("The grant is 400 euros ($440).")
    assert fact.fields["pair"] == "EUR/USD"
    rate = fact.fields["rate"]
    assert float(rate.low) < 400 / 440 < float(rate.high)


def test_the_last_of_two_units_is_not_converted_by_itself(read):
    assert read("He is 6 feet 2 inches (188 cm) tall.") == []
