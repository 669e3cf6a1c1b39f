import json
from datetime import date

import pytest
from belie import cluster
from belie.checker import Checker
from belie.cli.application import app
from belie.findings import find
from belie.kinds import load_kinds
from belie.matching.plain import Plain
from belie.model import Article, Fact
from belie.reading.reader import read_article
from belie.report.json import json_fact, json_line
from belie.rulebook.columns import columns
from belie.rulebook.rule import load_rules
from belie.selection import select_rules
from pydantic import TypeAdapter

KINDS = load_kinds()
RULES = ["control/*", "casualty/told-twice", "casualty/against-copy"]

MORNING = {
    "id": "morning",
    "title": "Ferry capsizes off Orlan",
    "published": "2024-03-04",
    "text": "At least 12 people were killed when a ferry capsized off Cebu on Sunday, police said. "
    "Rescuers said 40 people were injured. The rebels control Goma.",
}
EVENING = {
    "id": "evening",
    "published": "2024-03-04T18:30:00Z",
    "text": "Nine people were killed when the ferry capsized off Cebu on Sunday, police said. "
    "The army controls Goma, and rebels control Goma. "
    "The poll put Labour on 62 per cent, the Tories on 31 and the Greens on 12.",
    "against": [{"id": "wire", "text": "Rebels control Goma.", "published": "2024-03-04"}],
}
AGAIN = {**MORNING, "text": "Exactly 15 people were killed on Sunday off Cebu — “a tragedy” 🗳."}
NAMELESS = {"text": "Rebels control Goma. The army controls Goma.", "published": "2024-03-04"}

LINES = [
    json.dumps(MORNING).encode(),
    b"",
    b"{ not json",
    json.dumps(NAMELESS, ensure_ascii=False).encode() + b"\r",
    b'{"text": "Z\x81rich"}',
    b'{"id": "empty", "text": " "}',
    b'\xef\xbb\xbf{"id": 7, "text": "Rebels control\\u2028 Goma."}',
    json.dumps(AGAIN, ensure_ascii=False).encode(),
    b'{"id": "half", "text": "\\ud83d"}',
    b'{"text": "Goma fell.", "published": "soon"}',
    json.dumps(EVENING).encode(),
]


@pytest.fixture(scope="module")
def wire(tmp_path_factory):
    path = tmp_path_factory.mktemp("a folder") / "the wire 100%.jsonl"
    path.write_bytes(b"\n".join(LINES))
    return path


@pytest.fixture(scope="module")
def found(spark, wire):
    return cluster.articles(spark, str(wire)).cache()


@pytest.fixture(scope="module")
def facts(spark, found, tmp_path_factory):
    folder = str(tmp_path_factory.mktemp("facts"))
    cluster.extract(found).write.mode("overwrite").parquet(folder)
    return spark.read.parquet(folder)


def ordered(frame):
    return [row.asDict(recursive=True) for row in frame.orderBy("position").collect()]


def test_articles_come_in_the_order_of_the_lines(found, wire):
    rows = ordered(found)
    assert [row["position"] for row in rows] == [0, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    assert [row["id"] for row in rows if row["id"]] == [
        "morning", f"{wire}#4", "7", "morning", "evening",
    ]  # fmt: skip
    assert rows[-1]["source"] == f"{wire}:11"
    assert rows[-1]["published"] == "2024-03-04"
    assert rows[-1]["against"] == [{"title": None, **EVENING["against"][0]}]


def test_a_check_prints_what_the_command_prints(found, wire, capsys):
    with pytest.raises(SystemExit):
        app(["check", str(wire), "--format", "jsonl"])
    printed = capsys.readouterr()
    rows = ordered(cluster.check(found))
    assert "".join(f"{row['report']}\n" for row in rows if row["report"]) == printed.out
    said = [f"belie: {row['error']}" for row in rows if row["error"]]
    assert said == printed.err.splitlines()
    assert len(said) == 5


def test_only_the_rules_that_are_asked_for_are_applied(found):
    rows = ordered(cluster.check(found, ["control/*"], ignore=["control/two-holders"]))
    checker = Checker(["control/*"], ignore=["control/two-holders"])
    nameless = checker.check(NAMELESS["text"], published=NAMELESS["published"])
    report = json.loads(next(row["report"] for row in rows if row["position"] == 3))
    assert [each["rule"] for each in report["findings"]] == [
        each.rule for each in nameless.findings
    ]


def test_facts_are_those_that_one_process_reads(facts):
    rows = ordered(facts.where("error IS NULL"))
    read = read_article(
        Article(MORNING["text"], MORNING["title"], date(2024, 3, 4), "morning"), KINDS
    ).facts
    first = [row for row in rows if row["article"] == "morning"]
    assert len(first) == len(read) > 3
    assert [row["id"] for row in first] == [f"morning#{fact.id}" for fact in read]
    assert [row["position"] for row in first] == list(range(len(read)))
    assert [json.loads(row["report"])["text"] for row in first] == [fact.text for fact in read]
    stated = [TypeAdapter(Fact).validate_json(row["stated"]) for row in first]
    assert [fact.fields for fact in stated] == [fact.fields for fact in read]
    assert [json_fact(fact) for fact in stated] == [row["report"] for row in first]
    for row, fact in zip(first, stated, strict=True):
        known = {name: cell for name, cell in row["columns"].items() if cell is not None}
        plain = columns(fact, KINDS[fact.kind]).items()
        assert known == {name: cell for name, cell in plain if cell is not None}


def test_facts_have_ids_of_their_own(facts):
    rows = ordered(facts.where("error IS NULL"))
    assert len({row["id"] for row in rows}) == len({row["position"] for row in rows}) == len(rows)
    assert {row["article"] for row in rows} >= {"morning", "morning (2)", "evening"}


def test_what_is_no_article_is_an_error_and_the_others_are_read(facts, wire):
    errors = [row["error"] for row in ordered(facts.where("error IS NOT NULL"))]
    assert [error.removeprefix(str(wire)).partition(": ")[0] for error in errors] == [
        ":3", ":5", ":6", ":9", ":10",
    ]  # fmt: skip
    assert errors[2] == f"{wire}:6: is empty; there is nothing to check"


def test_findings_are_those_of_all_facts_together(facts):
    rows = ordered(facts.where("error IS NULL"))
    stated = [TypeAdapter(Fact).validate_json(row["stated"]) for row in rows]
    by_id = {fact.id: fact for fact in stated}
    plain = {name: columns(fact, KINDS[fact.kind]) for name, fact in by_id.items()}
    rules = {rule.name: rule for rule in select_rules(load_rules(kinds=KINDS), RULES)}
    matches = Plain([rule.plan for rule in rules.values()]).match(plain)
    articles = list(dict.fromkeys(fact.article for fact in stated))
    expected = []
    for name in articles:
        firsts = {
            match: min((by_id[each] for each in match.facts), key=stated.index).article
            for match in matches
        }
        own = {fact.id for fact in stated if fact.article == name}
        about = [match for match in matches if firsts[match] == name]
        expected += [
            (name, each.rule, each.message, [fact.id for fact in each.facts.values()])
            for each in find(rules, about, by_id, plain, own).findings
        ]
    reports = [
        (row["id"], json.loads(row["report"])) for row in ordered(cluster.findings(facts, RULES))
    ]
    found = [
        (name, each["rule"], each["message"], list(each["facts"].values()))
        for name, report in reports
        for each in report["findings"]
    ]
    assert found == expected
    across = [ids for *_, ids in found if len({each.split("#")[0] for each in ids}) > 1]
    assert across
    assert reports[0][1]["article"] == {
        "id": "morning", "title": MORNING["title"], "published": "2024-03-04",
    }  # fmt: skip


def test_parquet_is_read_as_the_lines_are(spark, tmp_path):
    entries = [MORNING, {**NAMELESS, "id": None}, {**MORNING, "text": None}, AGAIN]
    rows = [(each["id"], date(2024, 3, 4), each.get("title"), each["text"]) for each in entries]
    folder = str(tmp_path / "wire.parquet")
    frame = spark.createDataFrame(rows, "id STRING, published DATE, title STRING, text STRING")
    frame.coalesce(1).write.parquet(folder)
    found = ordered(cluster.check(cluster.articles(spark, folder)))
    assert [row["position"] for row in found] == [0, 1, 2, 3]
    assert found[1]["id"].endswith(".parquet#2")
    assert found[2]["error"].endswith(".parquet:3: is empty; there is nothing to check")
    rows[1] = (found[1]["id"], *rows[1][1:])
    with Checker() as checker:
        for row, (name, day, title, text) in zip(found, rows, strict=True):
            if text is not None:
                assert row["report"] == json_line(checker.check(Article(text, title, day, name)))


def test_a_frame_of_texts_is_enough(spark):
    frame = spark.createDataFrame([(5, NAMELESS["text"])], "position BIGINT, text STRING")
    (row,) = ordered(cluster.check(frame))
    assert (row["position"], row["id"]) == (5, "article 5")
    assert [each["rule"] for each in json.loads(row["report"])["findings"]] == [
        each.rule for each in Checker().check(NAMELESS["text"]).findings
    ]


def test_a_form_must_be_known(spark, tmp_path):
    with pytest.raises(ValueError, match="say which form it has"):
        cluster.articles(spark, str(tmp_path))


def test_parquet_without_text_is_refused(spark, tmp_path):
    folder = str(tmp_path / "wire.parquet")
    spark.range(1).write.parquet(folder)
    with pytest.raises(ValueError, match="no column 'text' of type STRING"):
        cluster.articles(spark, folder)


HELD = {"kind": "control", "status": "holds", "place": "Goma", "time": "2024-03-04"}
STATEMENTS = [
    {"kind": "casualty", "measure": "killed", "value": "12", "place": "Goma", "article": "a"},
    {"kind": "casualty", "measure": "kiled", "value": "13", "place": "Goma", "article": "a"},
    {"kind": "casualty", "measure": "killed", "value": "15", "place": "Goma", "article": "b"},
    {**HELD, "holder": "Rwanda", "article": "a"},
    {**HELD, "holder": "Congo", "article": "b"},
]


def test_statements_make_facts_of_a_corpus(spark, tmp_path):
    path = tmp_path / "stated.parquet"
    spark.createDataFrame(STATEMENTS).coalesce(1).write.parquet(str(path))
    rows = cluster.statements(spark, str(path)).orderBy("position").collect()
    assert [(row["id"], row["kind"], row["error"] is None) for row in rows] == [
        (None, None, False),
        ("a#f1", "casualty", True),
        ("a#f2", "control", True),
        ("b#f1", "casualty", True),
        ("b#f2", "control", True),
    ]
    assert rows[0]["error"].endswith(
        ": row 2: measure: is never 'kiled', but killed or injured or casualties or missing or "
        "hospitalised or infected or losses; did you mean 'killed'?"
    )


def test_statements_are_held_against_each_other(spark, tmp_path):
    path = tmp_path / "stated.parquet"
    spark.createDataFrame(STATEMENTS).coalesce(1).write.parquet(str(path))
    found = cluster.findings(cluster.statements(spark, str(path)), ["control/two-holders"])
    (row,) = found.collect()
    assert [each["rule"] for each in json.loads(row["report"])["findings"]] == [
        "control/two-holders"
    ]


def test_statements_without_a_kind_are_refused(spark, tmp_path):
    path = tmp_path / "stated.parquet"
    spark.createDataFrame([{"value": "12"}]).write.parquet(str(path))
    with pytest.raises(ValueError, match="has no column 'kind'; a statement needs it"):
        cluster.statements(spark, str(path))
