from pathlib import Path

import pytest
from belie.kinds import load_kind
from belie.knowledge import KnowledgeError, parse_yaml
from belie.reading.grammar.classes import Grammar
from belie.reading.phrases.book import PhraseBook

BRIDGE = """\
kind: bridge
title: What becomes of a bridge
value: count
fields:
  owner: actor
  place: place
  state: [open, closed]
phrases:
"""


def book(*phrases):
    text = BRIDGE + "".join(f"  - {phrase}\n" for phrase in phrases)
    kind = load_kind(parse_yaml(text, Path("bridge.yaml")))
    return PhraseBook({"bridge": kind}, Grammar())


def phrase(say):
    return book(f'say: "{say}"').all[0]


def test_what_a_kind_refuses_each_of_its_phrases_refuses():
    text = BRIDGE.replace("phrases:", "unless: [chess]\nphrases:")
    text += '  - say: "{owner} ~shut {place}"\n    unless: [deal]\n  - say: "{place} ~open"\n'
    kind = load_kind(parse_yaml(text, Path("bridge.yaml")))
    shut, opened = PhraseBook({"bridge": kind}, Grammar()).all
    assert shut.unless.search("a deal")
    assert shut.unless.search("Chess")
    assert opened.unless.search("chess")
    assert not opened.unless.search("a deal")


def test_a_phrase_is_found_under_each_of_its_verbs():
    made = book('say: "{owner} ~shut|close {place}"')
    (found,) = made.all
    assert made.hanging_on("shut") == made.hanging_on("close") == [found]
    assert made.hanging_on("open") == ()
    assert made.flat == []


def test_a_phrase_without_a_verb_is_flat():
    made = book('say: "closure of {place}"')
    assert [each.name for each in made.flat] == ["bridge/closure"]


def test_phrases_are_called_by_their_first_verb_or_word_and_numbered():
    made = book(
        'say: "{owner} ~shut|close {place}"',
        'say: "{owner} ~shut down {place}"',
        'say: "shut to lorries"',
        'say: "[the] closure of {place}"',
    )
    assert [each.name for each in made.all] == [
        "bridge/shut",
        "bridge/shut-2",
        "bridge/shut-3",
        "bridge/closure",
    ]


@pytest.mark.parametrize(
    ("say", "weight"),
    [
        ("~close", 1),
        ("~close {place}", 2),
        ("{owner} ~close {place}", 3),
        ("{owner} ~close {place} [by {value}]", 3),
        ("{owner} ~close {place} to lorries", 7),
        ("closure of {place}", 5),
    ],
)
def test_a_word_weighs_twice_a_slot_and_what_may_be_missing_nothing(say, weight):
    assert phrase(say).weight == weight


def test_an_adverb_of_manner_weighs_too():
    (made,) = book('{say: "~close {place}", manner: [briefly]}').all
    assert made.weight == 3


def test_the_heaviest_comes_first():
    made = book(
        'say: "{owner} ~close {place}"',
        'say: "{owner} ~close {place} to traffic"',
        'say: "~close {place}"',
    )
    assert [each.number for each in made.hanging_on("close")] == [1, 0, 2]


@pytest.mark.parametrize(
    ("say", "subject", "optional", "direct_object"),
    [
        ("{owner} ~close {place}", "owner", False, "place"),
        ("[{owner}] ~close {place}", "owner", True, "place"),
        ("~close {place}", None, True, "place"),
        ("{place} ~close", "place", False, None),
        ("{owner} ~close to {value} lorries", "owner", False, None),
        ("{owner} ~close [down|off] {place}", "owner", False, "place"),
        ("the {owner} ~close {place}", None, False, "place"),
    ],
)
def test_the_frame_of_a_verb(say, subject, optional, direct_object):
    made = phrase(say)
    assert (made.subject, made.subject_optional, made.direct_object) == (
        subject,
        optional,
        direct_object,
    )


def test_a_frame_without_a_direct_object_has_no_passive():
    assert phrase("{place} ~close").passive is None
    assert phrase("{owner} ~close {place}").passive is not None


def test_a_slot_has_the_type_of_its_field_or_a_narrower_one():
    assert phrase("{owner} ~close {place}").types == {"owner": "actor", "place": "place"}
    assert phrase("{owner:force} ~close {_:area}").types == {"owner": "force", "_": "area"}


def test_a_phrase_cannot_do_without_its_figure_and_its_words():
    made = phrase("{owner} ~close {value:count} lanes|tracks [of {place}]")
    assert made.figure == "N"
    assert made.required == (("lanes", "tracks"),)


@pytest.mark.parametrize(
    ("say", "column", "problem"),
    [
        ("{owner ~close {place}", 10, "cannot read '{'"),
        ("{owner} ~close {Place}", 26, "a slot is {name} or {name:type}, not {Place}"),
        ("{owner} ~close [the {place}", 38, "a [ is not closed"),
        ("{owner} ~close the] {place}", 29, "this ] closes nothing"),
        ("{owner} ~close and ~open {place}", 30, "a phrase has one verb, outside brackets"),
        (
            "{owner} ~close {plase}",
            10,
            "the kind 'bridge' has no field 'plase'; did you mean 'place'?",
        ),
        ("{owner} ~close {state}", 10, "no slot can have the type 'choice'"),
        ("{owner:army} ~close {place}", 10, "no slot can have the type 'army'"),
    ],
)
def test_what_cannot_be_compiled_is_refused_where_it_is_wrong(say, column, problem):
    with pytest.raises(KnowledgeError) as refused:
        book('say: "{owner} ~open {place}"', f'say: "{say}"')
    assert str(refused.value) == f"bridge.yaml:10:{column}: {problem}"


@pytest.mark.parametrize(
    ("say", "direct"),
    [
        ("{owner} ~close {place}", "place"),
        ("{owner} ~give up {place}", "place"),
        ("{owner} ~close [down] {place}", "place"),
        ("{owner} ~look at {place}", None),
    ],
)
def test_only_particles_part_a_verb_from_what_it_acts_on(say, direct):
    assert phrase(say).direct_object == direct


def test_a_phrase_that_cannot_be_bounded_is_refused_where_it_stands():
    with pytest.raises(KnowledgeError) as refused:
        book('say: "{value} of ... of ... of ... of ... of ... closed"')
    assert str(refused.value) == (
        "bridge.yaml:9:10: one text could be read in more than 50,000 ways, which may take for "
        "ever; use fewer '...' and fewer groups that repeat, or make two phrases of it"
    )
