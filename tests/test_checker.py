from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import belie
import pytest
from belie.checker import Checker
from belie.kinds import Kind, load_kinds
from belie.matching.base import EngineError
from belie.model import Article, EngineName, Fact, Issue, Quantity, Report, Span
from belie.reading.reader import Reading
from belie.rulebook.rule import Rule, load_rules
from belie.selection import UnknownRuleError, select_rules

KIND = """
kind: toll
title: How many died
value: people
fields: {place: text}
phrases:
  - say: "{value} dead at {place}"
    tests:
      - "Nine dead at Orla.": {place: Orla}
      - none: "Nine were at Orla."
"""

RULE = """
rule: toll/two-figures
title: Two figures for one place
severity: contradiction
status: stable
why: Two exact counts of the dead of one place cannot both be.
when:
  one: toll
  other: toll
where:
  - same(one.place, other.place)
  - one.value.high < other.value.low
say: "{one.value} and {other.value} dead at {one.place}"
tests:
  - flags: "Nine dead at Orla. Twelve dead at Orla."
  - quiet: "Nine dead at Orla. Twelve dead at Brant."
"""

PASSAGE = re.compile(r"(\d+) dead at (\w+)")


def read_tolls(article: Article, _: Mapping[str, Kind]) -> Reading:
    """Reads "9 dead at Orla"; a full stop closes a sentence, and "???" cannot be read."""
    facts = []
    errors = []
    sentences = 0
    for part, text in (("title", article.title or ""), ("text", article.text)):
        for sentence in re.finditer(r"[^.]+\.?", text):
            sentences += 1
            if "???" in sentence[0]:
                errors.append(Issue("a sentence was left unread", "text", Span(*sentence.span())))
            for found in PASSAGE.finditer(text, *sentence.span()):
                number = Decimal(found[1])
                facts.append(
                    Fact(
                        id=f"f{len(facts) + 1}",
                        kind="toll",
                        fields={"place": found[2]},
                        value=Quantity(number, number, None, "person"),
                        time=None,
                        source=None,
                        evidential=None,
                        stance="asserted",
                        part_of=None if "children" not in sentence[0] else "f1",
                        part=part,  # type: ignore[arg-type]
                        span=Span(*found.span()),
                        sentence=Span(*sentence.span()),
                        text=found[0],
                        phrase="toll/1",
                        article=article.id,
                    )
                )
    return Reading(tuple(facts), tuple(errors), {"sentences": sentences, "facts": len(facts)})


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Kind]:
    folder = tmp_path_factory.mktemp("kinds")
    (folder / "toll.yaml").write_text(KIND)
    return load_kinds([folder])


@pytest.fixture(scope="module")
def rulebook(kinds: dict[str, Kind], tmp_path_factory: pytest.TempPathFactory) -> list[Rule]:
    folder: Path = tmp_path_factory.mktemp("rules")
    (folder / "toll").mkdir()
    (folder / "toll" / "two-figures.yaml").write_text(RULE)
    caution = RULE.replace("two-figures", "growing").replace("contradiction", "caution")
    (folder / "toll" / "growing.yaml").write_text(caution)
    return load_rules([folder], kinds)


@pytest.fixture(params=["plain", "durable"])
def checker(
    request: pytest.FixtureRequest, kinds: dict[str, Kind], rulebook: list[Rule]
) -> Iterator[Checker]:
    with Checker(
        ["toll/two-figures"],
        engine=request.param,
        kinds=kinds,
        rulebook=rulebook,
        read=read_tolls,
    ) as made:
        yield made


def passages(report: Report) -> list[list[str]]:
    return [[fact.text for fact in found.facts.values()] for found in report.findings]


def test_a_check_finds_what_cannot_stand_together(checker: Checker) -> None:
    report = checker.check("9 dead at Orla. Rain fell. 12 dead at Orla.")
    assert passages(report) == [["9 dead at Orla", "12 dead at Orla"]]
    (found,) = report.findings
    assert (found.rule, found.severity) == ("toll/two-figures", "contradiction")
    assert [(role, fact.id) for role, fact in found.facts.items()] == [
        ("one", "f1"),
        ("other", "f2"),
    ]
    assert report.counts == {"sentences": 3, "facts": 2, "compared": 2}


def test_consistent_copy_gives_no_finding(checker: Checker) -> None:
    report = checker.check("9 dead at Orla. 12 dead at Brant. 9 dead at Orla.")
    assert report.findings == ()
    assert [fact.id for fact in report.facts] == ["f1", "f2", "f3"]


def test_other_copy_is_read_too_and_its_facts_are_told_apart(checker: Checker) -> None:
    report = checker.check(
        Article("12 dead at Orla. 3 dead at Brant.", id="story.txt"),
        against=[
            Article("4 dead at Ulm.", id="far.txt"),
            Article("9 dead at Orla.", id="wire.txt"),
        ],
    )
    assert passages(report) == [["9 dead at Orla", "12 dead at Orla"]]
    assert [(fact.id, fact.article) for fact in report.facts] == [
        ("f1", "story.txt"),
        ("f2", "story.txt"),
        ("f4", "wire.txt"),
    ]
    assert [article.id for article in report.against] == ["far.txt", "wire.txt"]
    assert report.counts == {"sentences": 2, "facts": 2, "compared": 4}


def test_what_other_copy_says_among_itself_is_not_reported(checker: Checker) -> None:
    report = checker.check("3 dead at Brant.", against=["9 dead at Orla.", "12 dead at Orla."])
    assert report.findings == ()


def test_copy_without_an_id_of_its_own_is_given_one(checker: Checker) -> None:
    report = checker.check(
        Article("12 dead at Orla.", id="a"),
        against=["9 dead at Orla.", Article("8 dead at Orla.", id="a")],
    )
    assert [article.id for article in report.against] == ["against 1", "a (2)"]
    assert [fact.article for fact in report.facts] == ["a", "against 1", "a (2)"]


def test_a_part_stays_with_its_whole_when_facts_are_numbered_anew(checker: Checker) -> None:
    wire = "9 dead at Orla. Of the children, 2 dead at Orla."
    report = checker.check("1 dead at Ulm. 12 dead at Orla.", against=[wire])
    assert [(fact.id, fact.part_of) for fact in report.facts] == [
        ("f1", None),
        ("f2", None),
        ("f3", None),
        ("f4", "f3"),
    ]


def test_findings_stand_in_reading_order_and_then_by_rule(
    kinds: dict[str, Kind], rulebook: list[Rule]
) -> None:
    alike = [replace(rule, severity="caution") for rule in rulebook]
    with Checker(kinds=kinds, rulebook=alike, read=read_tolls) as both:
        report = both.check(
            "9 dead at Orla. 12 dead at Orla. 7 dead at Ulm.", title="8 dead at Ulm"
        )
    assert [
        (found.rule, *texts) for found, texts in zip(report.findings, passages(report), strict=True)
    ] == [
        ("toll/growing", "7 dead at Ulm", "8 dead at Ulm"),
        ("toll/two-figures", "7 dead at Ulm", "8 dead at Ulm"),
        ("toll/growing", "9 dead at Orla", "12 dead at Orla"),
        ("toll/two-figures", "9 dead at Orla", "12 dead at Orla"),
    ]


def test_of_one_topic_the_gravest_is_told_of_the_same_statements(
    kinds: dict[str, Kind], rulebook: list[Rule]
) -> None:
    with Checker(kinds=kinds, rulebook=rulebook, read=read_tolls) as both:
        report = both.check("9 dead at Orla. 12 dead at Orla.")
    assert [each.severity for each in report.findings] == ["contradiction"]


def test_several_pairs_of_the_same_sentences_are_one_finding(checker: Checker) -> None:
    report = checker.check("9 dead at Orla, 8 dead at Ulm. 12 dead at Orla, 14 dead at Ulm.")
    assert passages(report) == [["9 dead at Orla", "12 dead at Orla"]]


def test_date_and_title_are_for_articles_without(checker: Checker) -> None:
    own = Article("Rain.", "Own title", date(2023, 5, 2))
    assert checker.check(own, published="2020-01-01", title="Other").article == own
    for published in ("2023-05-02", date(2023, 5, 2), datetime(2023, 5, 2, 23, 59)):
        report = checker.check("Rain.", published=published, title="Title")
        assert report.article == Article("Rain.", "Title", date(2023, 5, 2))


def test_a_date_that_is_none_is_refused(checker: Checker) -> None:
    with pytest.raises(ValueError, match="'2 May' is no date; write it as 2022-12-02"):
        checker.check("Rain.", published="2 May")


def test_what_was_not_read_is_an_error_of_the_report(checker: Checker) -> None:
    report = checker.check("Rain. ??? fell.", against=[Article("???", id="wire")])
    assert report.errors == (
        Issue("a sentence was left unread", "text", Span(5, 15)),
        Issue("wire: a sentence was left unread"),
    )


def test_an_engine_that_fails_is_an_error_of_the_report(
    kinds: dict[str, Kind], rulebook: list[Rule], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Checker(kinds=kinds, rulebook=rulebook, read=read_tolls, engine="plain")

    def lose(*_: object) -> None:
        raise EngineError("two facts were lost")

    monkeypatch.setattr(made._engine, "match", lose)
    report = made.check("9 dead at Orla. 12 dead at Orla.")
    assert report.findings == ()
    assert report.errors == (Issue("no rule was applied: two facts were lost"),)
    assert len(report.facts) == 2


def test_a_rule_that_is_not_applied_for_what_it_would_take_is_an_error_of_the_report(
    checker: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("belie.matching.plain.too_many", lambda *_: ["toll/two-figures"])
    report = checker.check("9 dead at Orla. 12 dead at Orla.")
    assert report.findings == ()
    assert report.errors == (
        Issue(
            "toll/two-figures was not applied: its facts can be put beside each other in more "
            "than 5,000,000 ways; check the article in parts"
        ),
    )


def test_what_earlier_reports_found_is_left_out_of_many(checker: Checker) -> None:
    article = "9 dead at Orla. 12 dead at Orla."
    (before,) = checker.check_many([article])
    known = [finding.fingerprint for finding in before.findings]
    (after,) = checker.check_many([article], dismissed=known)
    assert (len(known), after.dismissed, after.findings) == (1, tuple(known), ())


def test_check_many_gives_a_report_for_each(checker: Checker) -> None:
    reports = checker.check_many(
        ["12 dead at Orla.", Article("9 dead at Orla.", id="b")], against=["9 dead at Orla."]
    )
    assert [(report.article.id, len(report.findings)) for report in reports] == [
        (None, 1),
        ("b", 0),
    ]


def test_extract_gives_facts_and_no_findings(checker: Checker) -> None:
    report = checker.extract("9 dead at Orla. 12 dead at Orla.", published="2023-05-02")
    assert [fact.text for fact in report.facts] == ["9 dead at Orla", "12 dead at Orla"]
    assert report.findings == ()
    assert report.counts == {"sentences": 2, "facts": 2}
    assert report.article.published == date(2023, 5, 2)


def test_the_same_copy_gives_the_same_report(checker: Checker) -> None:
    text = "9 dead at Orla. 12 dead at Orla. 14 dead at Orla."
    assert checker.check(text) == checker.check(text)
    (finding,) = checker.check(text).findings
    assert [fact.text for fact in finding.named] == text[:-1].split(". ")


def test_without_rules_nothing_is_found_and_no_engine_needed(kinds: dict[str, Kind]) -> None:
    with Checker(kinds=kinds, rulebook=(), read=read_tolls, engine="spark") as made:
        report = made.check("9 dead at Orla. 12 dead at Orla.")
    assert len(report.facts) == 2
    assert report.findings == ()
    assert report.errors == ()


@pytest.mark.parametrize(
    ("patterns", "ignore", "names"),
    [
        (None, (), ["toll/growing", "toll/two-figures"]),
        ([], (), []),
        (["toll/*"], ["*/growing"], ["toll/two-figures"]),
        (["toll/growing"], (), ["toll/growing"]),
        (["toll"], ["toll/growing"], ["toll/two-figures"]),
        (["toll/growing, toll/two-figures"], (), ["toll/growing", "toll/two-figures"]),
    ],
)
def test_rules_are_chosen_by_name_or_pattern(
    rulebook: list[Rule], patterns: list[str] | None, ignore: list[str], names: list[str]
) -> None:
    assert sorted(rule.name for rule in select_rules(rulebook, patterns, ignore)) == names


@pytest.mark.parametrize(
    ("patterns", "ignore"), [(["toll/two-figure"], ()), (None, ["toll/two-figure"])]
)
def test_an_unknown_rule_is_refused_with_the_nearest(
    rulebook: list[Rule], patterns: list[str] | None, ignore: list[str]
) -> None:
    problem = "there is no rule 'toll/two-figure'; did you mean 'toll/two-figures'?"
    with pytest.raises(UnknownRuleError, match=re.escape(problem)):
        select_rules(rulebook, patterns, ignore)


@pytest.mark.parametrize("pattern", ["tol", "tol/*"])
def test_an_unknown_topic_is_refused_with_the_nearest(rulebook: list[Rule], pattern: str) -> None:
    problem = "there is no rule 'tol/*'; did you mean 'toll/*'?"
    with pytest.raises(UnknownRuleError, match=re.escape(problem)):
        select_rules(rulebook, [pattern])


def test_belie_has_the_names_of_its_readme() -> None:
    assert set(belie.__all__) <= set(dir(belie))
    assert belie.Checker is Checker
    assert belie.check("Rain fell.", published="2023-05-02").findings == ()
    assert belie.extract("Rain fell.").article == belie.Article("Rain fell.")
    with pytest.raises(AttributeError, match="has no attribute 'chek'"):
        belie.chek  # noqa: B018


def test_the_article_of_a_report_is_as_given_beside_date_and_title(checker: Checker) -> None:
    given = Article("Rain.\r\n", id="a")
    assert checker.check(given, title="T").article == replace(given, title="T")


def test_what_is_only_compared_is_told_where_a_finding_names_it() -> None:
    copy, wire = "Jensen must pay a fine of $8,000.", "The court fined him. The fine is $9,500."
    assert not [fact for fact in belie.extract(copy).facts if fact.kind == "mention"]
    assert not [fact for fact in belie.check(copy).facts if fact.kind == "mention"]
    report = belie.check(copy, against=[wire])
    (finding,) = report.findings
    assert [fact.text for fact in finding.facts.values()] == ["$8,000", "$9,500"]
    named = {fact.id for fact in finding.facts.values()}
    assert {fact.id for fact in report.facts if fact.kind == "mention"} == named


@pytest.mark.parametrize("published", [date.min, date.max])
def test_the_first_and_the_last_day_of_the_calendar_are_days_like_others(published: date) -> None:
    held = Article("Ukraine holds Kyiv.", published=published)
    report = belie.check(held, against=[Article("Russia holds Kyiv.", published=published)])
    assert [finding.rule for finding in report.findings] == ["control/two-holders"]
    assert report.errors == ()


def test_matching_that_takes_too_long_is_an_error_of_that_article_alone() -> None:
    text = "The landslide in Quito killed 12 people. It killed 17 people in Quito."
    with Checker(["casualty/*"], engine="durable", apart=True, timeout=60) as checker:
        before = checker.check(text)
        worker = checker._engine
        os.kill(worker._child._process.pid, signal.SIGSTOP)
        worker._timeout = 0.5
        (issue,) = checker.check(text).errors
        assert issue.message == (
            "no rule was applied: the process of the durable engine took longer than 0.5 s and "
            "was ended; the other articles are still checked, and with --engine plain this one "
            "is too"
        )
        worker._timeout = 60
        assert checker.check(text) == before
        assert len(before.findings) == 1


@pytest.mark.parametrize("engine", ["plain", "durable", "duck"])
def test_half_a_surrogate_pair_is_the_same_to_every_engine(engine: EngineName) -> None:
    text = "\ud800 The landslide in Quito killed 12 people. It killed 17 people in Quito."
    with Checker(["casualty/*"], engine=engine) as checker:
        report = checker.check(Article(text, title="\udfff", id="\udfff"))
    assert report.errors == ()
    assert report.article.text == text.replace("\ud800", "\ufffd")
    assert len(report.findings) == 1
    for fact in report.findings[0].facts.values():
        assert report.article.text[slice(*fact.span)] == fact.text


@pytest.mark.parametrize("given", ["2024-03-05", "2024-03-05T18:30:00Z", datetime(2024, 3, 5, 18)])
def test_an_article_may_be_given_its_day_in_iso_form(given: str | datetime) -> None:
    assert Article("It rained.", published=given).published == date(2024, 3, 5)


def test_an_article_of_no_day_is_refused() -> None:
    with pytest.raises(ValueError, match="'5 March' is no date; write it as 2022-12-02"):
        Article("It rained.", published="5 March")


@pytest.mark.parametrize("given", [None, 123, b"It rained."])
def test_what_is_no_text_is_refused(given: object) -> None:
    with pytest.raises(TypeError, match="an article's text is a str, not "):
        belie.check(given)
