from dataclasses import replace

import belie
import pytest
from belie.checker import Checker
from belie.desk import Desk
from belie.model import Article
from belie.reading.reader import read_article
from hypothesis import given, settings
from hypothesis import strategies as st

DAY = "2024-01-10"
SENTENCES = (
    "Five skiers were killed in an avalanche near Zermatt on Friday, police said.",
    "Rescuers said three skiers were killed in the avalanche near Zermatt on Friday.",
    "Police said that seven skiers were killed near Zermatt on Friday.",
    "Marta Lindqvist, 45, won the award.",
    "Lindqvist was born in Malmo in 1970.",
    "The town council meets on Tuesday, January 8, 2024.",
    "It rained all night.",
    "A fire killed 12 people and injured 4 in Leeds on Monday.",
    "In all there were 10 casualties of the fire in Leeds on Monday.",
)


@pytest.fixture
def desk():
    with Desk() as made:
        yield made


@pytest.fixture(scope="module")
def checker():
    return Checker(engine="plain")


def rules(findings):
    return [finding.rule for finding in findings]


def plainly(findings):
    """Findings without the ids of their facts."""

    def bare(fact):
        return replace(fact, id="", part_of=None)

    return [
        (
            each.rule, each.message, each.fingerprint, each.because, each.understood,
            {role: bare(fact) for role, fact in each.facts.items()}, [*map(bare, each.also)],
        )
        for each in findings
    ]  # fmt: skip


def test_what_is_dismissed_is_gone_and_comes_back_with_an_edit(desk):
    text = " ".join(SENTENCES[:2])
    (finding,) = desk.update(text, published=DAY).new
    known = [finding.fingerprint]
    update = desk.update(text, published=DAY, dismissed=known)
    assert rules(update.gone) == ["casualty/sources-differ"]
    assert (update.report.findings, update.report.dismissed) == ((), tuple(known))
    edited = text.replace("Rescuers said three", "Rescuers said two")
    assert rules(desk.update(edited, published=DAY, dismissed=known).new) == [
        "casualty/sources-differ"
    ]


def test_a_finding_is_told_once(desk):
    first = desk.update(" ".join(SENTENCES[:2]), published=DAY)
    assert rules(first.new) == ["casualty/sources-differ"]
    again = desk.update(" ".join((*SENTENCES[:2], SENTENCES[6])), published=DAY)
    assert (again.new, again.gone) == ((), ())
    assert rules(again.report.findings) == ["casualty/sources-differ"]


def test_what_is_mended_is_told_as_it_was(desk):
    first = desk.update(" ".join(SENTENCES[:2]), published=DAY)
    mended = desk.update(SENTENCES[0], published=DAY)
    assert (mended.new, mended.gone) == ((), first.new)
    assert mended.report.findings == ()


def test_what_comes_and_goes_at_once_is_told_of_both(desk):
    first = desk.update(" ".join(SENTENCES[:2]), published=DAY)
    other = desk.update(" ".join(SENTENCES[3:5]), published=DAY)
    assert rules(other.new) == ["calendar/age-against-birth"]
    assert other.gone == first.new


def test_a_fact_keeps_its_id_while_its_words_are_there(desk):
    first = desk.update(SENTENCES[0], published=DAY).report.facts
    moved = desk.update(f"{SENTENCES[6]} {SENTENCES[7]} {SENTENCES[0]}", published=DAY)
    ids = {fact.text: fact.id for fact in moved.report.facts}
    assert {fact.text: fact.id for fact in first}.items() <= ids.items()
    assert len(set(ids.values())) > len(first)


def test_other_copy_is_read_once():
    read = []

    def reader(article, kinds):
        read.append(article.text)
        return read_article(article, kinds)

    with Desk(against=[SENTENCES[1]], read=reader) as desk:
        for text in (SENTENCES[0], SENTENCES[2]):
            assert desk.update(text, published=DAY).report.findings
    assert read == [SENTENCES[0], SENTENCES[1], SENTENCES[2]]


def test_the_library_offers_it():
    assert belie.Desk is Desk


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(SENTENCES), max_size=8, unique=True), min_size=1, max_size=5)
)
def test_it_finds_what_a_check_from_scratch_does(checker, drafts):
    known = set()
    with Desk() as desk:
        for draft in drafts:
            article = Article(" ".join(draft), id="story")
            update = desk.update(article, published=DAY)
            expected = checker.check(article, published=DAY).findings
            assert plainly(update.report.findings) == plainly(expected)
            known -= {each.fingerprint for each in update.gone}
            known |= {each.fingerprint for each in update.new}
            assert known == {each.fingerprint for each in expected}
