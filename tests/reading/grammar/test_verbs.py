import pytest


def group(analyse, sentence):
    return next(unit.detail for unit in analyse(sentence).line.units if unit.code == "V")


@pytest.mark.parametrize(
    ("sentence", "lemmas", "voice", "form", "tense"),
    [
        ("Rebels captured the town.", ("capture",), "bare", "finite", "past"),
        ("The town was captured.", ("capture",), "passive", "finite", "past"),
        ("The town has been captured.", ("capture",), "passive", "finite", "perfect"),
        ("The army is losing ground.", ("lose",), "active", "finite", "present"),
        ("The army controls the port.", ("control",), "active", "finite", "present"),
        ("The army has continued to lose ground.", ("lose",), "active", "finite", "present"),
        ("The army will leave.", ("leave",), "active", "finite", "future"),
        ("Guards are reported killed.", ("kill",), "passive", "finite", "perfect"),
        ("Sailors are feared drowned.", ("drown",), "active", "finite", "perfect"),
        ("To retake the port took weeks.", ("retake",), "active", "infinitive", "present"),
        ("The town is presently held.", ("hold",), "passive", "finite", "present"),
        ("The army has steadily lost ground.", ("lose",), "active", "finite", "perfect"),
        ("The rebels have control of it.", ("have",), "active", "finite", "present"),
        ("An offensive drove troops back.", ("drive",), "active", "finite", "past"),
        ("Having retaken the port, they rested.", ("retake",), "active", "gerund", "perfect"),
    ],
)
def test_what_a_verb_group_says(analyse, sentence, lemmas, voice, form, tense):
    found = group(analyse, sentence)
    assert (found.lemmas, found.voice, found.form, found.tense) == (lemmas, voice, form, tense)


@pytest.mark.parametrize(
    ("sentence", "negated"),
    [
        ("The army did not capture the town.", True),
        ("The army never captured the town.", True),
        ("The army no longer controls the town.", True),
        ("The army failed to capture the town.", True),
        ("The army didn't fail to capture the town.", False),
        ("The army has been unable to capture the town.", True),
        ("The army managed to capture the town.", False),
    ],
)
def test_negation_counts_what_governs_the_verb(analyse, sentence, negated):
    assert group(analyse, sentence).negated is negated


@pytest.mark.parametrize(
    ("sentence", "possible"),
    [
        ("The army may capture the town.", True),
        ("The army plans to capture the town.", True),
        ("The army is about to capture the town.", True),
        ("The army was forced to leave the town.", False),
        ("The army began to leave the town.", False),
        ("The army would hold the town.", True),
        ("The army would like peace.", False),
        ("The army captured the town.", False),
    ],
)
def test_a_plan_is_only_possible(analyse, sentence, possible):
    assert group(analyse, sentence).possible is possible


def test_a_degree_under_a_negation(analyse):
    found = group(analyse, "The army did not fully control the town.")
    assert (found.negated, found.degree) == (True, "fully")


@pytest.mark.parametrize(
    ("sentence", "evidential"),
    [
        ("Egypt is believed to have lost 40 soldiers.", "is believed"),
        ("The shells reportedly killed two nurses.", "reportedly"),
        ("Two nurses are reported killed.", "are reported"),
        ("The shells killed two nurses.", None),
    ],
)
def test_a_report_without_a_reporter(analyse, sentence, evidential):
    assert group(analyse, sentence).evidential == evidential


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("The attack killed two.", ["killed"]),
        ("Reports of fighting reached the capital.", ["reached"]),
        ("Rescue workers found eleven firefighters with burns.", ["found"]),
        ("Rebel attacks on state media rose.", ["rose"]),
        ("The number of wounded rose.", ["rose"]),
    ],
)
def test_a_noun_that_looks_like_a_verb_is_none(chunks, sentence, verbs):
    assert [words for code, words in chunks(sentence) if code == "V"] == verbs
