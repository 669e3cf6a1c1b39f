"""A corpus on Spark: its articles checked one by one, and its facts held against each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from ..checker import Checker, EngineName
from ..containment import contained
from ..entries import Submission, read_entry
from ..findings import find
from ..matching.spark import Spark
from ..matching.sql import POSITION
from ..model import Article, Fact, Issue, Match, Report
from ..reading.reader import read_article
from ..report.json import json_fact, json_line
from ..rulebook.columns import columns
from ..rulebook.rule import Rule, load_rules
from ..selection import select_rules
from .frames import (
    Rows,
    completed,
    facts_schema,
    kinds,
    mapped,
    plain_columns,
    reports_schema,
)

if TYPE_CHECKING:
    from pyarrow import RecordBatch
    from pydantic import TypeAdapter
    from pyspark.sql import DataFrame

__all__ = [
    "MOST_FACTS", "check", "extract", "fact_row", "findings", "named_among_all", "tables",
]  # fmt: skip

MOST_FACTS = 2**20
"""The position of a fact is that of its article so many times, and its number in the article."""


def check(
    found: DataFrame,
    rules: Sequence[str] | None = None,
    *,
    ignore: Sequence[str] = (),
    engine: EngineName = "auto",
) -> DataFrame:
    """Checks every article by itself, and against those that come with it.

    Args:
        found: what ``articles`` gives, or another frame with its columns, of which only
            ``position`` and ``text`` are needed.
        rules: names or patterns, as for ``Checker``.
        ignore: those to leave out again.
        engine: what matches; not ``spark``, for this runs on one worker.

    Returns:
        A row an article: ``position`` BIGINT, ``id`` STRING; ``report`` STRING, the line that
        ``belie check --format jsonl`` prints; ``error`` STRING.
    """
    chosen = None if rules is None else tuple(rules), tuple(ignore), engine

    def report(submission: Submission, row: dict[str, Any]) -> Rows:
        checked = _checker(*chosen).check(submission.article, against=submission.against)
        return [{POSITION: row[POSITION], "id": checked.article.id, "report": json_line(checked)}]

    return mapped(completed(found), partial(_each, report, 1), reports_schema())


def extract(found: DataFrame) -> DataFrame:
    """The facts that articles state, with ids that are unique among all of them.

    A further article of an id that is taken is called ``id (2)``, the next ``id (3)``.

    Args:
        found: as for ``check``.

    Returns:
        A row a fact: ``position`` BIGINT; ``article``, ``title``, ``kind`` STRING; ``id``
        STRING, the article and the number in it, as in ``wire-7#f3``; ``report`` STRING, the
        fact as reports have it, and ``stated`` STRING, the fact in full, both JSON;
        ``columns``, a STRUCT of the plain columns of all kinds, NULL where unknown and where
        of another kind; ``error`` STRING.
    """
    from pyspark.sql import Window, functions

    alike = Window.partitionBy(functions.coalesce("id", "source")).orderBy(POSITION)
    numbered = completed(found).withColumn("copy", functions.row_number().over(alike))
    return mapped(numbered, partial(_each, _facts, MOST_FACTS), facts_schema())


def tables(facts: DataFrame) -> dict[str, DataFrame]:
    """The facts that ``extract`` gives, by kind as ``Spark.matches`` wants them."""
    return {
        name: facts.where(facts["kind"] == name).select(
            POSITION, *(facts["columns"].getField(each).alias(each) for each in plain_columns(kind))
        )
        for name, kind in kinds().items()
    }


def findings(
    facts: DataFrame, rules: Sequence[str] | None = None, *, ignore: Sequence[str] = ()
) -> DataFrame:
    """What cannot stand together among all facts, be it of one article or of several.

    Args:
        facts: what ``extract`` gives, best written to files and read from there, for they are
            gone through many times. Spark joins them for all rules at once: where its driver
            has little memory, set ``spark.sql.autoBroadcastJoinThreshold`` to -1.
        rules: names or patterns, as for ``Checker``.
        ignore: those to leave out again.

    Returns:
        A row an article with findings, each of these under the first article that it names:
        ``position`` BIGINT and ``id`` STRING of the article; ``report`` STRING, a line as
        ``check`` gives, with no facts but those that the findings name, and no counts.
    """
    from pyspark.sql import functions

    chosen = None if rules is None else tuple(rules), tuple(ignore)
    plans = [rule.plan for rule in _rules(*chosen).values()]
    matches = Spark(plans, facts.sparkSession).matches(tables(facts))
    first = functions.floor(functions.array_min("facts") / MOST_FACTS)
    each = matches.select(
        first.alias("first"),
        functions.struct("rule", "facts").alias("match"),
        functions.explode("facts").alias(POSITION),
    )
    stated = facts.select(POSITION, functions.struct(POSITION, "title", "stated").alias("fact"))
    together = each.join(stated, POSITION).groupBy("first")
    # In one go, for the matches would be looked for again to be told apart from their facts.
    gathered = together.agg(
        functions.collect_set("match").alias("matches"),
        functions.collect_set("fact").alias("named"),
    )

    def explain(batches: Iterable[RecordBatch]) -> Iterator[Rows]:
        for batch in batches:
            yield [_explained(row, _rules(*chosen)) for row in batch.to_pylist()]

    explained = mapped(gathered, explain, reports_schema())
    return explained.drop("error")


def _each(
    give: Callable[[Submission, dict[str, Any]], Rows], times: int, batches: Iterable[RecordBatch]
) -> Iterator[Rows]:
    """What ``give`` makes of each article; an error, at its position ``times``, if it is none."""
    for batch in batches:
        rows: Rows = []
        for row in batch.to_pylist():
            where = row["source"] or f"article {row[POSITION]}"
            entry = read_entry(row, where, where) if row["error"] is None else row["error"]
            if isinstance(entry, Submission):
                rows += give(entry, row)
            else:
                rows.append({POSITION: row[POSITION] * times, "error": str(entry)})
        yield rows


def _facts(submission: Submission, row: dict[str, Any]) -> Rows:
    copy = f" ({row['copy']})" if row["copy"] > 1 else ""
    article = replace(submission.article, id=f"{submission.article.id}{copy}")
    first = row[POSITION] * MOST_FACTS
    beside = {"article": article.id, "title": article.title}
    faults: list[Issue] = []
    facts: list[Fact] = []
    with contained(faults, "the article was not read"):
        reading = read_article(article, kinds())
        facts = [named_among_all(fact, article) for fact in reading.facts]
        faults += reading.errors
    errors = [issue.message for issue in faults]
    if len(facts) > MOST_FACTS:
        facts, errors = [], [f"states more than {MOST_FACTS} facts; divide it"]
    return [
        *({POSITION: first, **beside, "error": f"{article.id}: {error}"} for error in errors),
        *({**fact_row(fact, first + n), **beside} for n, fact in enumerate(facts)),
    ]


def fact_row(fact: Fact, position: int) -> dict[str, Any]:
    """The row of a fact among those of a corpus, but for its article."""
    return {
        POSITION: position,
        "id": fact.id,
        "kind": fact.kind,
        "report": json_fact(fact),
        "stated": _exact().dump_json(fact).decode(),
        "columns": columns(fact, kinds()[fact.kind]),
    }


def named_among_all(fact: Fact, article: Article) -> Fact:
    """``fact`` as it is called among those of all articles."""
    part_of = None if fact.part_of is None else f"{article.id}#{fact.part_of}"
    return replace(
        fact,
        id=f"{article.id}#{fact.id}",
        part_of=part_of,
        article=article.id,
        published=article.published,
    )


def _explained(row: dict[str, Any], rules: Mapping[str, Rule]) -> dict[str, Any]:
    """The report of an article, from the matches whose first fact is its own."""
    named = sorted(row["named"], key=lambda each: each[POSITION])
    stated = {each[POSITION]: _exact().validate_json(each["stated"]) for each in named}
    facts = {fact.id: fact for fact in stated.values()}
    matches = [
        Match(each["rule"], tuple(stated[position].id for position in each["facts"]))
        for each in row["matches"]
    ]
    rows = {name: columns(fact, kinds()[fact.kind]) for name, fact in facts.items()}
    first = stated[named[0][POSITION]]
    own = {name for name, fact in facts.items() if fact.article == first.article}
    article = Article("", named[0]["title"], first.published, first.article)
    found = find(rules, matches, facts, rows, own)
    report = Report(article, tuple(facts.values()), found.findings, omitted=found.omitted)
    return {POSITION: row["first"], "id": article.id, "report": json_line(report)}


@cache
def _checker(rules: tuple[str, ...] | None, ignore: tuple[str, ...], engine: EngineName) -> Checker:
    return Checker(rules, ignore=ignore, engine=engine)


@cache
def _rules(rules: tuple[str, ...] | None, ignore: tuple[str, ...]) -> dict[str, Rule]:
    chosen = select_rules(load_rules(kinds=kinds()), rules, ignore)
    return {rule.name: rule for rule in chosen}


@cache
def _exact() -> TypeAdapter[Fact]:
    """Facts as JSON from which they come back as they were."""
    from pydantic import TypeAdapter

    return TypeAdapter(Fact)
