from __future__ import annotations

from datetime import date

import pytest
from belie.model import Article
from belie.reading.notes import notes_on

DAY = date(2024, 3, 5)

GERMAN = (
    "Bei einem Brand in einem Wohnhaus in Bremen sind am Montag sieben Menschen ums Leben "
    "gekommen, wie die Feuerwehr mitteilte. Die Ursache war zunächst unklar. In dem Haus "
    "wohnten zwölf Menschen, die meisten von ihnen Studenten."
)
DUTCH = (
    "Een brand in een flatgebouw in Breda heeft maandag zeven mensen het leven gekost, meldt de "
    "brandweer. De oorzaak is nog onbekend. In het gebouw woonden twaalf mensen."
)
FRENCH = (
    "Sept personnes sont mortes lundi dans l'incendie d'un immeuble à Brest, ont indiqué les "
    "pompiers. La cause du sinistre reste inconnue. Le préfet a dit sa peine aux familles."
)
GREEK = (
    "Επτά άνθρωποι έχασαν τη ζωή τους τη Δευτέρα σε πυρκαγιά σε πολυκατοικία στον Βόλο, είπε η "
    "πυροσβεστική. Τα αίτια δεν είναι ακόμη γνωστά και συνεχίζεται η έρευνα στο κτίριο."
)
MOURNED = (
    "Bürgermeister Jürgen Wöhrle wept as he named the seven dead. “Wir sind alle in tiefer Trauer "
    "und danken allen, die heute Nacht geholfen haben,” he told mourners outside St. Ägidien, and "
    "the crowd on the Große Bleiche answered him with the hymn that they had sung at the fire."
)
MENU = (
    "SUBSCRIBE Home News Politics Business Sport Weather Podcasts Newsletters Video Archive "
    "Contact Terms Privacy Cookies Careers Advertise Help Login Register Search. The dam held."
)
CRICKET = (
    "Scores after the first day of the county matches on Friday: Kent 312-6 declared, Essex 41-0; "
    "Surrey 280, Sussex 12-1; Durham 199, Yorkshire 88-3 at tea, rain ended play in Leeds and the "
    "rest of the day was lost."
)


@pytest.mark.parametrize(
    ("text", "facts", "notes"),
    [
        ("The dam held.", 1, []),
        ("The dam held.", 0, ["no fact was read, so there was nothing to compare"]),
        (CRICKET, 0, ["no fact was read, so there was nothing to compare"]),
        (GERMAN, 0, ["no fact was read, for the copy does not look like English"]),
        (DUTCH, 0, ["no fact was read, for the copy does not look like English"]),
        (GERMAN, 5, ["little was understood, for the copy does not look like English"]),
        (FRENCH, 2, ["little was understood, for the copy does not look like English"]),
        (GREEK, 1, ["little was understood, for the copy does not look like English"]),
        (MOURNED, 4, []),
        (MENU, 1, []),
        (" ".join(GERMAN.split()[:12]), 1, []),
    ],
)
def test_why_nothing_was_read(text: str, facts: int, notes: list[str]) -> None:
    assert list(notes_on(Article(text, published=DAY), facts)) == notes


def dated(day: str) -> list[str]:
    return [f'the dateline says "{day}", but 2024-03-05 holds as the day of publication']


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("LIMA, 2 March — The dam held.", dated("2 March")),
        ("LIMA, 3 March — The dam held.", []),
        ("LIMA, 6 March — The dam held.", []),
        ("LIMA, 7 March — The dam held.", dated("7 March")),
        ("ORLA, Peru, March 5 (Agency) - The dam held.", []),
        ("ORLA, Peru, May 5 (Agency) - The dam held.", dated("May 5")),
        ("LIMA, March 5, 2023 (AP) — The dam held.", dated("March 5, 2023")),
        ("Dam holds\n\nBy Ana Ruiz\n\nLIMA, Friday, 1 March — It held.", dated("Friday, 1 March")),
        ("1 March 2024\n\nThe dam held.", dated("1 March 2024")),
        ("Dam holds\n\nUpdated: 9 March 2024\n\nThe dam held.", []),
        ("LIMA, Friday — The dam held.", []),
        ("LIMA, 31 February (AP) — The dam held.", []),
        ("LIMA (AP) — The dam held on 1 March.", []),
        ("The dam held.\n\nLIMA, 1 March — It held.", []),
        ("- The dam held.\n\n1 March 2024\n\nIt held.", []),
        ("The dam at Lima, built on 1 March, held.", []),
    ],
)
def test_a_dateline_is_held_against_the_day_of_publication(text: str, notes: list[str]) -> None:
    assert list(notes_on(Article(text, published=DAY), 1)) == notes
    assert not [each for each in notes_on(Article(text), 1) if "dateline" in each]


@pytest.mark.parametrize(
    ("published", "notes"), [("2024-01-02", []), ("2024-12-31", []), ("2024-12-20", 1)]
)
def test_the_year_of_a_dateline_is_the_nearest(published: str, notes: object) -> None:
    text = "LIMA, 31 December — The dam held."
    found = list(notes_on(Article(text, published=published), 1))
    assert found == notes or len(found) == notes


def test_a_date_told_from_an_unknown_day_is_noted_once() -> None:
    text = "It fell on Monday.\nIt stood yesterday."
    note = "no day of publication is known, and dates told from it have no day"
    assert list(notes_on(Article(text), 2)) == [note]
    assert list(notes_on(Article(text, published=DAY), 2)) == []
