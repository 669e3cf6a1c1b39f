from itertools import pairwise

import pytest
from belie.model import Span
from belie.reading.sentences import split_sentences
from hypothesis import given
from hypothesis import strategies as st

# The mark ¦ stands where one sentence ends and the next begins.
CASES = [
    "The bridge fell at dawn. ¦Two trucks went with it.",
    "Mr. Okafor left early. ¦His deputy stayed.",
    "Gen. Mikael Strand said the line held. ¦It did not.",
    "Lt. Col. Ana Ruiz led the column past St. Olav's church.",
    "The U.S. Senate voted on Tuesday. ¦The House did not.",
    "He was deported from the U.S. ¦The order came at night.",
    "Troops of the U.N. mission left on Jan. 5 after talks.",
    "The shells fell at 3 a.m. (0300 GMT) on the port. ¦Nobody was hurt.",
    "The ceasefire began at 6 a.m. Friday and held.",
    "The ceasefire began at 6 a.m. ¦Shelling stopped within the hour.",
    "Sirens sounded at 11 p.m. GMT. ¦Lights went out.",
    "The train left at 4 p.m. Kyiv time and came back empty.",
    "She lives at No. 12 Harbour Street. ¦He lives next door.",
    "The answer was no. ¦The envoy flew home.",
    "The square lies off Main St. ¦It was full by noon.",
    "J. R. Halvorsen signed first. ¦Then came Thomas B. Quist.",
    "Growth slowed to 2.4 percent. ¦In March it was 3.1 percent.",
    "Was it a drone? ¦Nobody knew.",
    "What did they want?! ¦Nobody had asked.",
    "“We will rebuild,” said Mayor Ines Carvalho. ¦“We always do.”",
    "“We will rebuild. ¦We always do,” said Mayor Ines Carvalho.",
    "“Who gave the order?” asked the judge. ¦There was no answer.",
    "“Who gave the order?” Judge Amara Diallo asked. ¦There was no answer.",
    "“Who gave the order?” ¦Judge Amara Diallo had waited a year for the trial.",
    '"It is over," she said. ¦"They have gone home."',
    '"It is over." ¦He closed the file.',
    "'It is over.' ¦He closed the file.",
    "The minister denied it. ¦(His office did not.) ¦Both are under inquiry.",
    "The river rose […] and the town drowned. ¦Help came late.",
    "“The dam broke. ¦[...] Engineers had left in May,” the inquiry found.",
    "The order read: retreat to the river [...] ¦Burn what you cannot carry.",
    "“We waited… ¦The boats never came,” she said.",
    "The army lost the town.¦The next day it came back. ¦Nobody cheered.",
    "He called it “a retreat.”¦The general disagreed.",
    "Read it at www.harbour-news.com. ¦The report has 40 pages.",
    "The firm, Booking.Com, lost 5.5 million users.",
    "It is kept at files.example/report.Final for now.",
    "The war began in 2014.¦The front froze in Kestrel 2.Beta, a war game.",
    "He left. ” ¦She stayed.",
    "The memo by J. A. Field was leaked in the U.S. A. Field denied it.",
    "Acme Corp. said so. ¦Its rival, Brix Inc., did not.",
    "The toll stands at 14. ¦12 of them were children.",
    "The vote passed 51-49.[12] ¦A second one failed.",
    "1. The border stays open.",
    "Yahoo! shares fell, and so did those of Yahoo! Japan.",
    "The court ruled for him in Brown v. Hale, i.e. against the state.",
    "The old wire copy was\nwrapped by hand. ¦Nobody\nminded.",
    "He was born on Feb. 3, 1961, to Rev. Paul Lunde and Dr. Ruth Lunde.",
    "Troops left the town\n\n¦Shops opened again",
    "The pact has three parts:\n¦• a truce\n¦• a corridor\n¦• an exchange",
    "**The siege is over.** ¦Aid arrives today.",
    "He left. . . . and came back.",
    "“It’s done,” he said. ¦“They left",
]

# Written before the splitter and first run when it was finished: 22 of 23 as expected. The odd
# one out was a mark forgotten here, in the line about the dam.
HELD_OUT = [
    "Rep. Lena Ortiz, D-Calif., voted no. ¦Sen. Paul Hart voted yes.",
    "Rebels shelled the port at 3:15 a.m. on Monday. ¦At least nine people died.",
    "The blast killed 12 people, the U.N. said. ¦Rescue work goes on.",
    "“Where are the bodies?” she asked. ¦“Where are the graves?”",
    "“They fled,” Col. Viktor Hansen said. ¦“All of them?” a reporter asked.",
    "Oil rose 3.2% to $81.40 a barrel. ¦Brent crude fell.",
    "The treaty (signed in 1987 in Washington, D.C.) lapsed. ¦No successor exists.",
    "Police in St. Louis arrested two men. ¦Neither was named.",
    "President John F. Marsh spoke for 40 minutes. ¦He named no date.",
    "It was sold to Halden & Sons Ltd. in 2016.",
    "The company is based in Portland, Ore. ¦It employs 900 people.",
    "The patrol crossed Hill No. 881 on Dec. 24. ¦Snow fell.",
    "“No!” the crowd shouted. ¦“No more!”",
    "The report ends: “We were wrong.” ¦Its author resigned.",
    "The dam broke.¦Water reached the roofs by night.¦Nobody had been warned.",
    "He quoted the order — “Hold. ¦Do not retreat.” — and sat down.",
    "Dr. A. K. Rao of the Indian Inst. of Science disagreed.",
    "The deal, worth approx. 40 million euros, failed. ¦Talks resume on Thursday.",
    "Who won? ¦Who lost? ¦The count will tell.",
    "The clip, first seen on pic.example.com/AbC, was viewed 1.1m times. ¦It is fake.",
    "Maj. Gen. Igor Belov was killed on Oct. 7 near Lyman. ¦The ministry denied it.",
    "“We lost everything . . . ¦They took the cattle, too,” he said.",
    "The strike hit a school in the U.K. embassy quarter. ¦“God help us,” a nurse wrote.",
]


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize("case", CASES + HELD_OUT)
def test_split_sentences(case):
    assert sentences(case.replace("¦", "")) == [part.strip() for part in case.split("¦")]


def test_spans_count_in_the_whole_text():
    text = "Skipped. Taken. Taken too. Skipped."
    assert split_sentences(text, 9, 26) == [Span(9, 15), Span(16, 26)]


def test_nothing_to_split():
    assert split_sentences("") == []
    assert split_sentences(" \n\n ") == []
    assert split_sentences("One. Two.", 4, 5) == []


def test_a_long_sentence_is_cut_at_its_best_punctuation():
    clauses = "the column moved on through the valley, "
    text = clauses * 25 + "and stopped; " + clauses * 25 + "and stopped again"
    first, second = sentences(text)
    assert first.endswith("and stopped;")
    assert second.endswith("and stopped again")


def test_a_mark_too_near_the_start_is_not_the_best():
    text = "At dawn; " + "the column moved on " * 100
    assert len(sentences(text)[0]) > 1400


def test_a_word_without_end_is_cut_at_the_limit():
    assert split_sentences("x" * 3001) == [Span(0, 1500), Span(1500, 3000), Span(3000, 3001)]


def covered(text: str, spans: list[Span]) -> str:
    return "".join("".join(text[start:end].split()) for start, end in spans)


WORDS = ["war", "The", "U.S", "Gen", "p.m", "No", "4", "x" * 700]
MARKS = [".", ". ", "…", "?", "!", "”", "“", '"', "'", "(", ")", "[", "]", "*", ",", ";", "-", "•"]
PIECES = [*WORDS, *MARKS, " ", "  ", "\n", "\n\n"]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text())
def test_spans_are_ordered_trimmed_bounded_and_lose_nothing(text):
    spans = split_sentences(text)
    assert covered(text, spans) == "".join(text.split())
    assert all(before.end <= after.start for before, after in pairwise(spans))
    for start, end in spans:
        assert 0 < end - start <= 1500
        assert text[start:end] == text[start:end].strip()


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join), st.data())
def test_a_range_reads_as_the_text_within_it(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    within = split_sentences(text[start:end])
    shifted = [Span(span.start + start, span.end + start) for span in within]
    assert split_sentences(text, start, end) == shifted


@pytest.mark.parametrize(
    "piece",
    [".", ". ", '"', '."', "a.", "A. ", "x.The", "?” A ", "…", "[", "\n", "p.m. X ", ".[1]"],
)
def test_hostile_text_takes_linear_time(assert_linear, piece):
    assert_linear(split_sentences, lambda size: (piece * size)[:size])
