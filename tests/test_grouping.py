"""What an editor is told of copy in which everything contradicts everything."""

import pytest
from belie.checker import Checker
from belie.desk import Desk
from belie.model import Article
from belie.report.json import json_text
from belie.report.text import render_findings

DAY = "2024-06-14"
TOLLS = Article(
    "\n".join(f"A landslide killed {number} people in Mocoa on Monday." for number in range(9, 81)),
    id="mocoa.txt",
)
ENGINES = ("plain", "durable", "duck")


def checked(engine, article, **given):
    with Checker(engine=engine) as checker:
        return checker.check(article, published=DAY, **given)


def test_tolls_that_all_differ_are_one_finding():
    (finding,) = checked("durable", TOLLS).findings
    assert finding.message == "9 people killed in Mocoa, or 10?"
    assert [each.understood for each in finding.alternatives] == [str(n) for n in range(11, 81)]
    assert len(finding.named) == 72
    assert finding.also == ()


def test_the_report_shows_some_of_them_and_says_how_many_more():
    text = render_findings(checked("durable", TOLLS), colour=False, width=80)
    assert text.endswith(
        "  further  line 3: killed 11 people\n"
        "           line 4: killed 12 people\n"
        "           line 5: killed 13 people\n"
        "           line 6: killed 14 people\n"
        "           line 7: killed 15 people\n"
        "           and 65 more\n\n"
    )


def test_every_engine_tells_the_same():
    other = Article(
        "\n".join(f"The slide killed {number} people in Mocoa." for number in range(20, 60)),
        id="wire.txt",
    )
    told = {json_text(checked(engine, TOLLS, against=[other])) for engine in ENGINES}
    assert len(told) == 1


@pytest.mark.parametrize("engine", ENGINES)
def test_a_claim_and_all_that_belies_it_is_one_finding(engine):
    losses = "Russian troops withdrew from Lyman. " * 3 + "Russian troops withdrew from Avdiivka."
    report = checked(engine, f"Russia annexed the Donetsk region on 30 September 2022. {losses}")
    (finding,) = (each for each in report.findings if each.rule == "control/annexed-but-lost")
    assert [fact.text for fact in finding.also] == ["Russian troops withdrew from Lyman"] * 2
    (other,) = finding.alternatives
    assert (other.role, other.understood) == ("loss", "place Avdiivka")


def test_a_desk_tells_an_editor_of_the_finding_and_not_of_each_further_toll():
    lines = TOLLS.text.splitlines()
    with Desk() as desk:
        first = desk.update("\n".join(lines[:2]), published=DAY)
        more = desk.update("\n".join(lines[:9]), published=DAY)
        mended = desk.update("\n".join(lines[1:9]), published=DAY)
    assert [each.message for each in first.new] == ["9 people killed in Mocoa, or 10?"]
    assert (more.new, more.gone) == ((), ())
    assert len(more.report.findings[0].alternatives) == 7
    assert [each.message for each in mended.new] == ["10 people killed in Mocoa, or 11?"]
    assert [each.message for each in mended.gone] == ["9 people killed in Mocoa, or 10?"]
