"""DuckDB against plain, in random sessions: ``BELIE_SESSIONS=5000 pytest`` for a long run."""

import os
import signal
import subprocess
import sys
from threading import Timer

import duckdb
import pytest
from belie.matching.base import EngineError, EngineUnavailableError
from belie.matching.duck import Archive, Duck, connect
from belie.matching.plain import Plain
from belie.model import Match
from belie.rulebook.formula import AllOf, Column, Compare, Known, Shifted, Total
from belie.rulebook.plan import Absence, Group, Plan
from generate import plan, rows, seeded

SESSIONS = int(os.environ.get("BELIE_SESSIONS", "150"))

ONE, TWO = {"one": "toll"}, {"one": "toll", "two": "toll"}
SAME_PLACE = Compare(Column("one", "place"), "==", Column("two", "place"))
MORE = Compare(Column("one", "dead"), ">", Column("two", "dead"))
JOIN = Plan("join", TWO, AllOf((SAME_PLACE, MORE)))
GROUP = Plan("group", ONE, AllOf(()), group=Group(("place",), (("sum", "dead", ">", 0),)))


def tolls(**columns):
    """Facts whose cells are given by column."""
    cells = zip(*columns.values(), strict=True)
    return {
        f"f{number}": {"kind": "toll", **dict(zip(columns, each, strict=True))}
        for number, each in enumerate(cells, start=1)
    }


def agree(plans, facts):
    duck = Duck(plans)
    matches = duck.match(facts)
    duck.close()
    assert matches == Plain(plans).match(facts)
    return matches


@pytest.mark.parametrize("block", range(0, SESSIONS, 50))
def test_random_sessions_of_random_plans(block, record_property):
    matches = 0
    for seed in range(block, min(block + 50, SESSIONS)):
        random = seeded(f"duck {seed}")
        plans = [plan(random, f"r{number}") for number in range(random.choice((1, 3, 6)))]
        plain, duck = Plain(plans), Duck(plans)
        for size in (random.choice((0, 1, 4, 8, 15, 25, 40)) for _ in range(2)):
            facts = rows(random, size, spread=random.choice((1, 2, 2, 3)))
            expected = plain.match(facts)
            assert duck.match(facts) == expected, f"seed {seed}"
            for own in (facts.keys(), [*facts][: len(facts) // 3]):
                assert duck.match(facts, own) == plain.match(facts, own), f"seed {seed}"
            matches += len(expected)
        duck.close()
    record_property("matches", matches)
    assert matches > 0


def test_standard_output_is_the_callers():
    """DuckDB shows a bar on it where a program is given to Python as a text."""
    code = (
        "from belie.matching.duck import connect\n"
        "asked = connect().execute(\"SELECT current_setting('enable_progress_bar')\")\n"
        "print(asked.fetchall())"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[(False,)]\n"


def test_ctrl_c_ends_a_query_as_it_does_all_else():
    facts = tolls(place=["Derna"] * 6_000, dead=list(range(6_000)))
    duck = Duck([JOIN])
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    timer = Timer(1, os.kill, (os.getpid(), signal.SIGINT))
    try:
        timer.start()
        with pytest.raises(KeyboardInterrupt):
            duck.match(facts)
    finally:
        timer.cancel()
        signal.signal(signal.SIGINT, before)
    duck.close()


@pytest.mark.parametrize("seed", range(max(SESSIONS // 100, 1)))
def test_many_facts(seed):
    random = seeded(f"many facts {seed}")
    plans = [plan(random, f"r{number}", small=True) for number in range(4)]
    agree(plans, rows(random, 3000, spread=300))


def test_matches_come_by_rule_and_then_by_the_positions_of_their_facts():
    facts = tolls(place=["Lae", "Ayr", "Lae", "Ayr"], dead=[2, 4, 1, 3])
    assert agree([JOIN, GROUP, JOIN], facts) == [
        Match("join", ("f1", "f3")), Match("join", ("f2", "f4")),
        Match("group", ("f1", "f3")), Match("group", ("f2", "f4")),
        Match("join", ("f1", "f3")), Match("join", ("f2", "f4")),
    ]  # fmt: skip


def test_an_engine_is_used_again_for_facts_of_other_types_and_widths():
    known = Plan("known", ONE, Known(Column("one", "dead")))
    duck = Duck([known, GROUP])
    for cells in ([1, None], [None, None], [2**64, 1], [10**38 - 1, None], [1, 2]):
        facts = tolls(place=["Lae", "Lae"], dead=cells)
        assert duck.match(facts) == Plain([known, GROUP]).match(facts)
    duck.close()


def test_texts_are_equal_when_their_characters_are():
    said = ["é", "e\u0301", "E", "e", "e ", "a\x00", "a\x00b", "a\x00c", "ß", "ss", "🗳", "", None]
    same = Plan("same", TWO, SAME_PLACE)
    literal = [Plan(each, ONE, Compare(Column("one", "place"), "==", each)) for each in said[:-1]]
    assert len(agree([same, *literal], tolls(place=[*said, *said]))) == 2 * 12 + 2 * 12


@pytest.mark.parametrize(
    "having",
    [
        ("repeats", "place", "==", 2),
        ("repeats", "dead", "==", 1),
        ("count", "day", "==", 5),
        ("sum", "day", ">", 0),
        ("max", "day", "<=", 9),
    ],
)
def test_a_group_has_the_figures_of_plain(having):
    facts = tolls(
        place=["Lae", "Lae", None, None, "Lae"], dead=[1, 1, None, None, None], day=[1, 2, 3, 4, 9]
    )
    figure = Plan("figure", ONE, AllOf(()), group=Group((), (having,)))
    assert agree([figure], facts) == [Match("figure", tuple(facts))]
    facts["f5"]["day"] = None
    agree([figure], facts)


def test_arithmetic_does_not_overflow():
    ends = [2**62, -(2**62), 2**63 - 1, -(2**63), 2**63, 10**30, 0, None]
    wide = Compare(
        Total(
            (Shifted(Column("one", "dead"), 2**62, 1000), Shifted(Column("two", "dead"), -1, -1))
        ),
        "<=",
        Shifted(Column("two", "dead"), 5, 10**6),
    )
    for facts in (tolls(dead=ends), tolls(dead=ends[:4]), tolls(dead=ends[:2])):
        sums = Plan("sum", ONE, AllOf(()), group=Group((), (("sum", "dead", ">", 2**64),)))
        large = Plan("large", ONE, Compare(Column("one", "dead"), ">=", 2**63))
        assert agree([Plan("wide", TWO, wide), sums, large], facts)


def test_a_column_without_a_known_value_is_compared_as_any_other():
    place = Plan("literal", ONE, Compare(Column("one", "place"), "!=", "Lae"))
    other = Plan("other", {"one": "toll", "two": "poll"}, SAME_PLACE)
    facts = {**tolls(place=[None, None]), "p": {"kind": "poll", "place": "Lae"}}
    assert agree([place, other], facts) == []


def test_what_there_are_no_facts_of_undoes_nothing():
    absence = Absence({"two": "poll"}, SAME_PLACE)
    plan = Plan("alone", ONE, AllOf(()), unless=(absence,))
    assert len(agree([plan], tolls(place=["Lae"]))) == 1
    facts = {**tolls(place=["Lae"]), "p": {"kind": "poll", "place": "Lae"}}
    assert len(agree([plan], facts)) == 0


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        (([1, "many"], "dead"), "column dead of toll holds int and str, not"),
        (([1, 1.5], "dead"), "column dead of toll holds float and int, not"),
        ((["many"], "dead"), "column dead of toll holds texts, but is held against numbers"),
        (([10**38], "dead"), "column dead of toll holds a number of more than 38 digits"),
        (([2**200], "dead"), "column dead of toll holds a number of more than 38 digits"),
        (
            (["\ud83d"], "place"),
            r"column place of toll holds a text that is not Unicode: '\\ud83d'",
        ),
    ],
)
def test_what_no_column_can_hold_is_said(cells, problem):
    held, name = cells
    facts = tolls(**{"place": ["Lae"] * len(held), "dead": [None] * len(held), name: held})
    duck = Duck([JOIN])
    with pytest.raises(EngineError, match=problem):
        duck.match(facts)
    assert duck.match(tolls(place=["Lae", "Lae"], dead=[2, 1])), "it can go on"
    duck.close()


def test_what_no_query_can_say_is_said():
    large = Plan("large", ONE, Compare(Column("one", "dead"), "<", 10**38))
    text = Plan("text", ONE, Compare(Column("one", "place"), "==", "\udc00"))
    both = [Plan("both", ONE, Compare(Column("one", "dead"), "==", "many")), JOIN]
    for plans, problem in (
        ([large], "large: 1(0{38}) has more than 38 digits"),
        ([text], "text: "),
        (both, "numbers are compared with texts: toll dead"),
    ):
        with pytest.raises(EngineError, match=problem):
            Duck(plans).match(tolls(place=["Lae"], dead=[1]))


def test_arithmetic_beyond_38_digits_is_said():
    shifted = Compare(Shifted(Column("one", "dead"), 0, 10**20), ">", 0)
    with pytest.raises(EngineError, match="DuckDB: "):
        Duck([Plan("r", ONE, shifted)]).match(tolls(dead=[10**30]))


def test_a_plan_that_means_nothing_is_refused():
    with pytest.raises(ValueError, match="symmetry"):
        Duck([Plan("r", ONE, AllOf(()), symmetric=True)])


@pytest.mark.parametrize("package", ["duckdb", "sqlglot"])
def test_what_is_missing_is_named_with_its_remedy(package, monkeypatch):
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, "belie.matching.sql", raising=False)
    with pytest.raises(EngineUnavailableError, match=f"pip install {package}"):
        Duck([JOIN])


def archive(connection, facts=600_000):
    """As many facts, two in each place: 0 dead and 1 dead."""
    connection.execute(
        "CREATE TABLE toll AS SELECT range AS position, 'place ' || range // 2 AS place, "
        "range % 2 AS dead FROM range(?)",
        [facts],
    )
    return connection


@pytest.mark.parametrize(("rule", "pair"), [(JOIN, (1, 0)), (GROUP, (0, 1))])
def test_what_does_not_fit_memory_goes_on_on_disk(rule, pair, tmp_path):
    connection = archive(connect(memory_limit="60MB", temp_directory=tmp_path, threads=1))
    found, on_disk = [], 0
    for name, batch in Archive([rule], connection=connection).match(at_once=50_000):
        assert name == rule.rule
        assert len(batch) <= 50_000
        found += batch
        on_disk = max(on_disk, sum(path.stat().st_size for path in tmp_path.iterdir()))
    connection.close()
    assert found == sorted(tuple(first + at for at in pair) for first in range(0, 600_000, 2))
    assert on_disk > 1_000_000


def test_a_full_disk_is_an_error_with_its_remedy(tmp_path):
    connection = archive(connect(memory_limit="60MB", temp_directory=tmp_path, threads=1))
    connection.execute("SET max_temp_directory_size = '1MB'")
    with pytest.raises(EngineError, match="larger memory_limit, or a temp_directory with more"):
        list(Archive([JOIN], connection=connection).match())
    connection.close()


def test_settings_reach_the_database(tmp_path):
    connection = connect(memory_limit="100MB", temp_directory=tmp_path / "spill", threads=1)
    settings = "SELECT current_setting('threads'), current_setting('temp_directory')"
    assert connection.execute(settings).fetchone() == (1, str(tmp_path / "spill"))
    with pytest.raises(EngineError, match="DuckDB: "):
        connect(memory_limit="lots")


def test_an_archive_of_parquet_files_is_matched_as_its_facts_are(tmp_path):
    random = seeded("archive")
    facts = rows(random, 400, spread=20)
    absence = Absence({"two": "дата"}, Compare(Column("two", "who"), "==", Column("one", "who")))
    where = Compare(Column("one", "where"), "==", Column("two", "where"))
    plans = [
        Plan("join", {"one": "poll", "two": "toll"}, where),
        Plan("alone", {"one": "poll"}, AllOf(()), unless=(absence,)),
        Plan("none", {"one": "riot"}, AllOf(())),
    ]
    for kind in ("poll", "toll"):
        table = [
            (at, row.get("who"), row.get("where"))
            for at, row in enumerate(facts.values())
            if row["kind"] == kind
        ]
        made = duckdb.connect()
        made.execute('CREATE TABLE facts (position BIGINT, who VARCHAR, "where" VARCHAR)')
        made.executemany("INSERT INTO facts VALUES (?, ?, ?)", table)
        made.execute(f"COPY facts TO '{tmp_path / kind}.parquet'")
    some = {name: row for name, row in facts.items() if row["kind"] != "дата"}
    tables = {kind: tmp_path / f"{kind}.parquet" for kind in ("poll", "toll")}
    ids = list(facts)
    found = [
        Match(rule, tuple(ids[position] for position in positions))
        for rule, batch in Archive(plans, tables).match(at_once=7)
        for positions in batch
    ]
    assert found == Plain(plans).match(some)
    assert {match.rule for match in found} == {"join", "alone"}


def test_an_archive_lacks_no_column_that_a_rule_reads():
    connection = connect()
    toll = connection.sql("SELECT 1 AS position, 'Lae' AS place")
    with pytest.raises(EngineError, match=r"DuckDB: .*dead"):
        list(Archive([JOIN], {"toll": toll}, connection).match())
    connection.close()
