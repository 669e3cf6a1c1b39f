"""What must hold whatever is read: nothing escapes, nothing hangs, spans quote, engines agree.

A few hundred inputs are tried in every run, the same ones each time. ``BELIE_FUZZ=0.5 pytest
tests/fuzz -x`` goes on for half an hour a test, with new ones; what fails is named by its seed,
and ``BELIE_SEED=<seed> pytest tests/fuzz -k <test>`` tries it again.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from itertools import count
from pathlib import Path
from random import Random, SystemRandom

import invented
import pytest
import yaml
from belie.checker import Checker
from belie.entries import Submission, Unreadable
from belie.kinds import Kind, load_kind, load_kinds
from belie.knowledge import RULES as SHIPPED
from belie.knowledge import KnowledgeError, parse_yaml
from belie.model import Article, Fact, Report
from belie.reading.reader import Reading, read_article
from belie.reading.selftest import run_kind_tests
from belie.report.json import json_line, json_text
from belie.report.text import render_facts, render_findings
from belie.rulebook.rule import load_rule, load_rules
from belie.rulebook.shared import FILE, load_shared
from belie.selftest import run_rule_tests
from belie.sources import read_articles
from pydantic import TypeAdapter

ENGINES = ("plain", "durable", "duck")

_HOURS = float(os.environ.get("BELIE_FUZZ", "0"))
_ONE = os.environ.get("BELIE_SEED")
_SHARE_OF_DUCK = 0.2  # one article takes it as long as five take the others
_MOST_FACTS = 60  # more are matched by the square, on three engines: that is not what is tried here


def tried(cases: int) -> Iterator[str]:
    """Seeds: so many, or new ones for as long as is asked for, or the one asked for."""
    if _ONE is not None:
        yield _ONE
    elif not _HOURS:
        yield from map(str, range(cases))
    else:
        begun, until = SystemRandom().randrange(10**9), time.monotonic() + 3600 * _HOURS
        for number in count(begun):
            if time.monotonic() > until:
                return
            yield str(number)


def on_each(cases: int, examine: Callable[[Random], None]) -> None:
    """Runs ``examine`` on so many seeds; what fails says with which."""
    for seed in tried(cases):
        try:
            examine(invented.seeded(seed))
        except BaseException as failure:
            failure.add_note(f"BELIE_SEED={seed}")
            raise


@pytest.fixture(scope="module")
def checkers() -> Iterator[dict[str, Checker]]:
    """A checker for each engine; all of them are given what one of them has read."""
    last: list[tuple[Article, Reading]] = []

    def once(article: Article, kinds: Mapping[str, Kind]) -> Reading:
        if not last or last[0][0] is not article:
            last[:] = [(article, read_article(article, kinds))]
        return last[0][1]

    made = {engine: Checker(engine=engine, read=once) for engine in ENGINES}
    made["plain"].check("It rained.")
    yield made
    for checker in made.values():
        checker.close()


def test_copy_is_read_and_checked(checkers: dict[str, Checker]) -> None:
    def examine(random: Random) -> None:
        article = invented.article(random)
        report = checkers["plain"].extract(article)
        assert_spans_quote(report)
        assert_written(report)
        if len(report.facts) > _MOST_FACTS:
            return
        engines = ENGINES if random.random() < _SHARE_OF_DUCK else ENGINES[:-1]
        reports = [checkers[engine].check(article) for engine in engines]
        for each in reports:
            assert each.errors == ()
            assert each.findings == reports[0].findings
        assert_written(reports[0])

    on_each(80, examine)


def assert_spans_quote(report: Report) -> None:
    """Every fact stands in its sentence and quotes the part of the article that it is from."""
    article = report.article
    for fact in report.facts:
        text = article.title if fact.part == "title" else article.text
        assert text is not None
        assert 0 <= fact.sentence.start <= fact.span.start < fact.span.end <= fact.sentence.end
        assert fact.sentence.end <= len(text)
        assert fact.text == text[fact.span.start : fact.span.end]


_FACT = TypeAdapter(Fact)


def assert_written(report: Report) -> None:
    """The report can be shown, and what is written as JSON is read back the same."""
    assert render_findings(report, colour=True, width=80) is not None
    assert render_facts(report, colour=False, width=40) is not None
    line, text = json_line(report), json_text(report)
    assert "\n" not in line
    read = [json.loads(each, parse_float=Decimal, parse_int=Decimal) for each in (line, text)]
    assert read[0] == read[1]
    assert [fact["span"] for fact in read[0]["facts"]] == [list(f.span) for f in report.facts]
    for written, fact in zip(read[0]["facts"], report.facts, strict=True):
        assert written["text"] == fact.text
    for fact in report.facts:
        assert _FACT.validate_json(_FACT.dump_json(fact)) == fact


def test_files_of_articles_are_read_or_said_to_be_unreadable(tmp_path: Path) -> None:
    def examine(random: Random) -> None:
        suffix = random.choice((".jsonl", ".json", ".txt", ".md", ""))
        lines = [invented.entry(random) for _ in range(random.randint(1, 4))]
        raw = b"\n".join(lines) if suffix != ".txt" else invented.damaged(random, lines[0])
        path = tmp_path / f"invented{suffix}"
        path.write_bytes(raw)
        for each in read_articles([str(path)]):
            match each:
                case Unreadable():
                    assert each.where.startswith(str(path))
                    assert each.problem
                case Submission(article, against):
                    for one in (article, *against):
                        assert one.text.strip()
                        json_line(Report(one, ()))

    on_each(200, examine)


KINDS = [kind.document for kind in load_kinds().values() if kind.phrases or kind.evokes]
RULES = [rule.document.path for rule in load_rules()]


def test_a_kind_is_read_or_refused() -> None:
    def examine(random: Random) -> None:
        data = dict(random.choice(KINDS).data)
        for several in {"phrases", "tests"} & set(data):
            data[several] = random.sample(data[several], 2)
        text = invented.knowledge(random, yaml.safe_dump(data, sort_keys=False))
        with suppress(KnowledgeError):
            kind = load_kind(parse_yaml(text, Path("invented.yaml")))
            if kind.reads == "phrases":
                run_kind_tests({kind.name: kind})

    on_each(12, examine)


def test_what_rules_share_is_read_or_refused() -> None:
    rule = next(each for each in load_rules() if each.name == "casualty/told-twice")

    def examine(random: Random) -> None:
        text = invented.knowledge(random, (SHIPPED / FILE).read_text(encoding="utf-8"))
        with suppress(KnowledgeError):
            shared = load_shared(parse_yaml(text, Path("invented.yaml")), {})
            load_rule(rule.document, load_kinds(), shared)

    on_each(120, examine)


def test_a_rule_is_read_or_refused() -> None:
    kinds = load_kinds()

    def examine(random: Random) -> None:
        text = invented.knowledge(random, random.choice(RULES).read_text(encoding="utf-8"))
        with suppress(KnowledgeError):
            rule = load_rule(parse_yaml(text, Path("invented.yaml")), kinds)
            if random.random() < 0.1:
                list(run_rule_tests(rule, kinds))

    on_each(120, examine)
