"""Figures behind the word that governs them."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A gas blast killed nine bakers.", ("killed nine bakers", "killed", 9, "object")),
        ("Fog claimed seven lives on the A4.", ("claimed seven lives", "killed", 7, "object")),
        (
            "The raid, a coroner said, killed at least 12 residents.",
            ("killed at least 12 residents", "killed", (12, None), "object"),
        ),
        (
            "A gunman shot dead three guards.",
            ("shot dead three guards", "killed", 3, "object"),
        ),
        (
            "A gang beat to death nine guards.",
            ("beat to death nine guards", "killed", 9, "object"),
        ),
        (
            "An ambush killed the army's 17 soldiers.",
            ("killed the army's 17 soldiers", "killed", 17, "object"),
        ),
        (
            "Hail the size of eggs injured 40 tourists.",
            ("injured 40 tourists", "injured", 40, "object"),
        ),
        (
            "Ambulances took 31 pupils to hospital.",
            ("took 31 pupils", "hospitalised", 31, "object"),
        ),
        (
            "Divers recovered the bodies of 16 sailors.",
            ("bodies of 16 sailors", "killed", 16, "complement"),
        ),
        (
            "The quake claimed the lives of a group of nine monks.",
            ("lives of a group of nine monks", "killed", 9, "complement"),
        ),
        (
            "The collapse caused injuries to 31 workers.",
            ("injuries to 31 workers", "injured", 31, "complement"),
        ),
    ],
)
def test_a_figure_is_what_its_verb_or_noun_makes_of_it(read, text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "A gunman killed 12 sheep.",
        "The frost killed 40 hectares of vines.",
        "He shot 68 in the final round.",
        "The men shot dead nine.",
        "The storm took down 40 pylons.",
        "He was killed by two men.",
        "The governing bodies of 16 leagues met.",
        "The film follows the lives of nine sailors.",
        "It offered services to 31 workers.",
        "The killed man left 12 children.",
    ],
)
def test_what_is_no_object_of_harm_states_nothing(read, text):
    assert read(text) == []
