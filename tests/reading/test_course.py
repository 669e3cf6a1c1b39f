"""An article that is read again is read on from where it has changed, and understood alike."""

from datetime import date

import pytest
from belie.model import Article
from belie.reading.course import Bookmarks, Course
from belie.reading.reader import _Reader, read_article
from hypothesis import given, settings
from hypothesis import strategies as st

DAY = date(2024, 6, 14)
PARAGRAPHS = [
    "A blast at a mill in Leeds killed 12 people on Monday. It was the second in the city.",
    "The mayor, Ana Ruiz, said the mill had been warned. “Nobody listened,” she said.",
    "“We counted nine dead,” the fire chief said. “Then came more.”",
    "“And two were never found,",
    "“We looked for days,” Mr Hall added.",
    "In the north, 40 percent of voters back Lund and 38 percent Brandt, a poll found.",
    "Another 12 percent are unsure. In May it was nine.",
    "Rebels took Kidal in March, and the army left the town. They still hold it.",
    "Two of them were girls. The dead were named on Tuesday.",
    "HALL: They came at night.",
    "RUIZ: They took the fort.",
    "HALL: And left it at dawn.",
    "- Leeds: 7 dead\n- Hull: 5 dead",
    "No one has ever died at the mill, the owner said. The seven people killed were guards.",
]
WORDS = [" killed", " and", " 12", " troops", "”", "“", " she", "\n\n", " Mr Hall", ". The", ""]


@pytest.fixture
def kinds(all_kinds):
    return {name: kind for name, kind in all_kinds.items() if not kind.compared}


def read(text, kinds, bookmarks=None):
    reading = read_article(Article(text, title="Twelve die", published=DAY), kinds, bookmarks)
    assert not reading.errors
    return reading


@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=3, max_size=12), st.data())
@settings(max_examples=60, deadline=None)
def test_what_is_read_on_is_what_is_read_anew(all_kinds, paragraphs, data):
    kinds = {name: kind for name, kind in all_kinds.items() if not kind.compared}
    text, bookmarks = "\n\n".join(paragraphs), Bookmarks()
    for _ in range(4):
        assert read(text, kinds, bookmarks) == read(text, kinds)
        at = data.draw(st.integers(0, len(text)))
        behind = at + data.draw(st.sampled_from([0, 0, 1, 30]))
        text = text[:at] + data.draw(st.sampled_from(WORDS)) + text[behind:]


@pytest.fixture
def sentences(monkeypatch):
    """The sentences that are read, as they are."""
    seen = []
    original = _Reader._read_next

    def noted(self, sentence, course, built):
        seen.append(sentence.text)
        return original(self, sentence, course, built)

    monkeypatch.setattr(_Reader, "_read_next", noted)
    return seen


FAR = "\n\n".join(f"The street of the {number} houses was empty all day." for number in range(20))


def test_what_stands_well_before_a_change_is_not_read_again(kinds, sentences):
    bookmarks = Bookmarks()
    read(f"{PARAGRAPHS[0]}\n\n{FAR}\n\nHe left.", kinds, bookmarks)
    assert len(sentences) == 1 + 2 + 20 + 1  # the headline, too
    sentences.clear()
    read(f"{PARAGRAPHS[0]}\n\n{FAR}\n\nHe left at nine.", kinds, bookmarks)
    assert sentences[0] == "Twelve die"
    assert sentences[-1] == "He left at nine."
    assert len(sentences) == 1 + 11 + 1


def test_a_word_that_tells_what_all_is_about_has_all_read_again(kinds, sentences):
    bookmarks = Bookmarks()
    read(f"{PARAGRAPHS[0]}\n\n{FAR}\n\nHe left.", kinds, bookmarks)
    sentences.clear()
    read(f"{PARAGRAPHS[0]}\n\n{FAR}\n\nHe left the poll.", kinds, bookmarks)
    assert len(sentences) == 1 + 2 + 20 + 1


def test_who_was_quoted_before_a_change_is_known_behind_it(kinds):
    bookmarks = Bookmarks()
    opened = "“We counted nine dead in Leeds on Monday,” the fire chief said."
    read(f"{opened}\n\n{FAR}\n\n“It rained.”", kinds, bookmarks)
    again = read(f"{opened}\n\n{FAR}\n\n“It rained hard.”", kinds, bookmarks)
    (quote,) = [fact for fact in again.facts if fact.kind == "quote"]
    assert quote.fields["speaker"].text == "the fire chief"


def test_what_is_remembered_of_a_long_article_grows_with_it_alone(kinds, monkeypatch):
    """Each bookmark holds all that was read before it, so one a paragraph would be a square."""
    copies = []
    original = Course.copied
    monkeypatch.setattr(Course, "copied", lambda self: copies.append(1) or original(self))
    text = "\n\n".join(f"The street of the {number} houses was empty." for number in range(1_000))
    read(text, kinds, Bookmarks())
    assert 64 < len(copies) < 300
