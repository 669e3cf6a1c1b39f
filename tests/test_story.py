"""Whole stories, from the copy to what an editor is told."""

from datetime import date

import pytest
from belie.checker import Checker
from belie.model import Article

STORY = Article(
    title="Kremlin marks a year of union with land its army is leaving",
    published=date(2023, 11, 13),
    id="union.txt",
    text="""\
• The Kremlin wants the world to accept the regions it annexed last year.
• Russia does not fully control these regions.

The Kremlin said on Monday that no talks could begin before Kyiv gives up the regions that \
Russia annexed, even as Russian troops are being driven out of these regions by Ukraine’s army.

Russian President Vladimir Putin signed the annexation of four Ukrainian regions in September \
2022, though Russian forces did not fully control those regions at the time. Russia’s army is \
losing ground in these regions.

Russian forces withdrew from Kherson in November 2022. Kherson lies in the Kherson \
region, which is among the four territories that Moscow annexed.

Ukrainian President Volodymyr Zelensky thanked the army on Sunday. Zelenskyy also promised new \
homes to those who had fled.

Ukraine is believed to have suffered about 70,000 casualties since the start of the war. A shell \
killed six people in Nikopol on Sunday, the governor said. The nine people killed in Nikopol on \
Sunday had been on their way to church, the governor said.

A survey found that 54% of Ukrainians were against talks, with 49% of Ukrainians supporting \
them. On Tuesday, November 15, 2023, the council sits again.
""",
)

FOUND = [
    (
        "control/annexed-but-lost",
        (
            'Russia is said to have annexed the regions, yet "Russian troops are being driven'
            ' out of these regions by Ukraine’s army"'
        ),
        [
            "the regions it annexed",
            "Russian troops are being driven out of these regions by Ukraine’s army",
        ],
    ),
    (
        "control/claimed-not-held",
        (
            'Russia is said to have annexed the regions, yet "Russia does not fully control these'
            ' regions"'
        ),
        ["the regions it annexed", "Russia does not fully control these regions"],
    ),
    (
        "control/annexed-but-lost",
        (
            'Russia is said to have annexed four Ukrainian regions, yet "Russia’s army is losing'
            ' ground in these regions"'
        ),
        [
            "Vladimir Putin signed the annexation of four Ukrainian regions",
            "Russia’s army is losing ground in these regions",
        ],
    ),
    (
        "control/claimed-not-held",
        (
            'Russia is said to have annexed four Ukrainian regions, yet "Russian forces did not'
            ' fully control those regions"'
        ),
        [
            "Vladimir Putin signed the annexation of four Ukrainian regions",
            "Russian forces did not fully control those regions",
        ],
    ),
    (
        "control/annexed-but-lost",
        (
            'Russia is said to have annexed the Kherson region, yet "Russian forces withdrew from'
            ' Kherson"'
        ),
        ["the four territories that Moscow annexed", "Russian forces withdrew from Kherson"],
    ),
    (
        "name/spelling",
        "One name in two spellings: Zelensky and Zelenskyy",
        ["Volodymyr Zelensky", "Zelenskyy"],
    ),
    (
        "source/unattributed-figure",
        'About 70,000 casualties: the copy says "is believed", and not by whom',
        ["Ukraine is believed to have suffered about 70,000 casualties"],
    ),
    (
        "casualty/told-twice",
        "6 people killed in Nikopol, or 9?",
        ["killed six people", "nine people killed"],
    ),
    (
        "poll/options-exceed-100",
        "54% and 49% add up to 103%",
        ["54% of Ukrainians were against talks", "49% of Ukrainians supporting them"],
    ),
    (
        "calendar/weekday",
        '"Tuesday, November 15, 2023" falls on a Wednesday',
        ["Tuesday, November 15, 2023"],
    ),
]

AGREEING = Article(
    title="Flood kills at least 40 in Derna district",
    published=date(2023, 11, 13),
    id="flood.txt",
    text="""\
A flood killed at least 40 people in the district on Sunday, the Red Cross said, and by Monday \
43 bodies had been found. Officials had earlier put the toll at 31. A hospital said that 43 \
people had died, among them nine children, and that 120 people were injured.

Separatists captured the town of Kidal in 2012. The Malian army retook Kidal last week, and Mali \
controls Kidal. Ukraine’s army retreated from Bakhmut in May. Russia, which annexed the Donetsk \
region last year, controls Bakhmut.

President Volodymyr Zelensky sent help. Zelensky’s office said that the flight would land on \
Tuesday, November 14.

Labour was on 41%, YouGov said, and on 38% in a poll by Ipsos. The survey found that 52% of \
voters were content, with 44% of voters saying they were not.
""",
)


@pytest.fixture(scope="module", params=["plain", "durable"])
def checker(request):
    with Checker(engine=request.param) as made:
        yield made


def test_an_editor_is_told_what_cannot_stand_together_and_no_more(checker):
    report = checker.check(STORY)
    assert report.errors == ()
    assert [
        (each.rule, each.message, [fact.text for fact in each.facts.values()])
        for each in report.findings
    ] == FOUND


def test_every_passage_is_quoted_from_the_text(checker):
    for finding in checker.check(STORY).findings:
        for fact in (*finding.facts.values(), *finding.also):
            assert STORY.text[fact.span.start : fact.span.end] == fact.text
            assert fact.sentence.start <= fact.span.start < fact.span.end <= fact.sentence.end


def test_copy_that_agrees_with_itself_is_left_in_peace(checker):
    report = checker.check(AGREEING)
    assert [(each.rule, each.message) for each in report.findings] == []
    assert len(report.facts) >= 12
