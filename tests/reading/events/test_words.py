"""The classes of happenings, which may stand for each other, and the errors of their file."""

import pytest
from belie.knowledge import KnowledgeError, parse_yaml
from belie.reading.events import words
from belie.reading.events.words import event_words


def test_a_general_class_stands_for_special_ones_and_a_cause_for_what_came_of_it():
    known = event_words()
    assert known.fit("attack", "blast")
    assert known.fit("incident", "quake")
    assert not known.fit("blast", "quake")
    assert not known.fit("blast", "fire")
    assert known.fit("blast", "fire", by_cause=True)


def test_a_noun_is_known_in_the_plural_too():
    assert event_words().noun("explosions") == "blast"
    assert event_words().noun("explosive") is None


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('ram: ""', "ram: wheels", "there is no set 'wheels'"),
        ("nouns: [accident,", "nouns: [crash, accident,", "'crash' is a noun of crash, too"),
        ("[storm, flood]", "[storm, deluge]", "there is no class 'deluge'"),
        ("rain: [gauge]", "rain: gauge", "frozenset"),
    ],
)
def test_a_file_that_names_what_there_is_not_is_refused_where_it_does(
    monkeypatch: pytest.MonkeyPatch, old: str, new: str, problem: str
) -> None:
    document = words.read_words("events")
    changed = parse_yaml(document.path.read_text().replace(old, new, 1), document.path)
    monkeypatch.setattr(words, "read_words", lambda _: changed)
    with pytest.raises(KnowledgeError, match=problem) as failure:
        words._read()  # what is kept of the file would answer
    assert failure.value.line > 1
