import pytest


def clauses(analyse, sentence):
    """Each clause as ``subject > verb``, with what it describes and how it hangs."""
    analysis = analyse(sentence)
    units = analysis.line.units

    def words(index):
        return None if index is None else sentence[units[index].start : units[index].end]

    return [
        (words(clause.subject), words(clause.verb), words(clause.relative))
        for clause in analysis.clauses
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rebels captured the town.", [("Rebels", "captured", None)]),
        (
            "Troops in the town of Izium, which had changed hands twice, withdrew.",
            [("the town of Izium", "had changed", None), ("Troops", "withdrew", None)],
        ),
        (
            "Rebels who captured the town fled.",
            [("Rebels", "captured", None), ("Rebels", "fled", None)],
        ),
        (
            "The town that the rebels captured burned.",
            [("the rebels", "captured", "The town"), ("The town", "burned", None)],
        ),
        (
            "It was the first city Russia captured.",
            [("It", "was", None), ("Russia", "captured", "the first city")],
        ),
        # so a thing that is no place, where the verb has nothing else to act on
        (
            "The pool that the council closed is for sale.",
            [("council", "closed", "pool"), ("pool", "is", None)],
        ),
        (
            "He told the court that the council closed.",
            [("He", "told", None), ("council", "closed", None)],
        ),
        (
            "They heard news that the council closed the pool.",
            [("They", "heard", None), ("council", "closed", None)],
        ),
        (
            "Ukraine took the town and then lost it.",
            [("Ukraine", "took", None), ("Ukraine", "then lost", None)],
        ),
        # an opening gerund, whose subject comes behind it
        (
            "After taking the town, the rebels burned it.",
            [("the rebels", "taking", None), ("the rebels", "burned", None)],
        ),
        # "before" joins clauses here, and is no preposition
        (
            "Loyalists held the port for a week before the rebels took it.",
            [("Loyalists", "held", None), ("the rebels", "took", None)],
        ),
        # a participle behind its noun, and then the verb of the sentence
        (
            "Miners trapped underground were freed.",
            [("Miners", "trapped", None), ("Miners", "were freed", None)],
        ),
        # a relative clause between commas, whatever it ends with
        (
            "Rebels, who took Goma in May, left.",
            [("Rebels", "took", None), ("Rebels", "left", None)],
        ),
        (
            "Rebels, who had taken Goma, the regional capital, left.",
            [("Rebels", "had taken", None), ("Rebels", "left", None)],
        ),
        (
            "The troops in Izium, from which rebels fled, left.",
            [("rebels", "fled", None), ("The troops", "left", None)],
        ),
        # a relative clause agrees with its noun, and no name alone has one
        (
            "Two areas of the city that were held burned.",
            [("Two areas", "were held", None), ("Two areas", "burned", None)],
        ),
        (
            "Rebels from Mali who held Goma left.",
            [("Rebels", "held", None), ("Rebels", "left", None)],
        ),
        (
            "Miners trapped since Monday in a pit in Peru were freed.",
            [("Miners", "trapped", None), ("Miners", "were freed", None)],
        ),
        # those aboard, and a part of those harmed
        ("Two sailors aboard the ferry died.", [("Two sailors", "died", None)]),
        ("Three of the injured later died.", [("Three", "later died", None)]),
    ],
)
def test_who_does_what(analyse, sentence, expected):
    assert clauses(analyse, sentence) == expected


def test_a_carried_subject_is_said_to_be_one(analyse):
    first, second = analyse("Ukraine took the town and held it.").clauses
    assert (first.carried, second.carried) == (False, True)


@pytest.mark.parametrize(
    ("sentence", "conditional"),
    [
        ("If rebels capture the town, aid stops.", True),
        ("Trucks waited at the border unless rebels leave the town.", False),
        ("Rebels captured the town.", False),
        ("Rebels held the town until May and fled.", False),
    ],
)
def test_a_condition_makes_its_clause_conditional(analyse, sentence, conditional):
    assert analyse(sentence).clauses[0].conditional is conditional


@pytest.mark.parametrize(
    ("sentence", "shared"),
    [
        ("The town was seized on Monday and looted.", True),
        ("The town was seized on Monday and rebels looted it.", False),
        ("Rebels seized the town on Monday and looted it.", False),
        ("The town was seized by rebels armed in May.", False),
    ],
)
def test_one_auxiliary_does_for_two_passives(analyse, sentence, shared):
    assert analyse(sentence).clauses[1].shared is shared


@pytest.mark.parametrize(
    ("sentence", "negated"),
    [
        ("No town was captured.", True),
        ("No part of the town was captured.", True),
        ("Neither side captured the town.", True),
        ("The town was captured.", False),
    ],
)
def test_what_is_said_of_nothing_is_denied(analyse, sentence, negated):
    assert analyse(sentence).clauses[0].group.negated is negated
