"""The engine for a cluster: the queries of ``sql`` in Spark's dialect, run by Spark.

A few rules make one query, for each has its price, and so has a large one. Facts come as rows,
as for any engine, or are in DataFrames already; then matches are given as a DataFrame too, and
nothing comes here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, reduce
from importlib.util import find_spec
from itertools import chain, groupby
from operator import itemgetter
from tempfile import TemporaryFile, gettempdir
from threading import Lock
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlglot import exp

from ..model import Match
from ..rulebook.formula import AllOf, Cell, Column, Compare, Row, conjuncts
from ..rulebook.plan import Plan
from .base import EngineError, EngineUnavailableError
from .plain import Meaning, Positions, cover, equal_columns, placed
from .sql import DIGITS, POSITION, Type, columns_read, domains, query, table
from .tabular import by_kind

if TYPE_CHECKING:
    import pyarrow
    from py4j.java_gateway import JavaGateway
    from pyspark.sql import DataFrame, SparkSession

__all__ = ["Spark", "local_session"]

_FOUND = "plan INT, facts ARRAY<BIGINT>"
_TYPES: Mapping[str, Type] = {"bigint": "number", "string": "text"}
"""What the types of Spark hold that facts may have."""

_PACKAGES = ("pyspark", "pyarrow", "pandas")
_HERE = "127.0.0.1"
_MEMORY = "4g"  # that Java takes at most; the tables to join of 64 rules outgrow its wonted 1g
_AT_ONCE = 8  # rules in a query: all 64 of belie took half as long again, and one each twice
_LONG = 2**63  # what BIGINT does not reach

_Named = tuple[str, str]  # a kind and one of its columns


class Spark:
    """Matches with Spark SQL.

    Args:
        plans: what to match.
        session: where to run. When ``None``, one on this machine, which all engines that are
            given none share, and which stops when the last of these is closed.

    Raises:
        ValueError: for a plan that means nothing, or that no database can be asked: one that
            holds numbers against texts, or a number of more than 38 digits.
        EngineUnavailableError: when pyspark, a package that it needs, or Java is missing.
    """

    def __init__(self, plans: Sequence[Plan], session: SparkSession | None = None) -> None:
        _require_packages()
        self._plans = [Meaning(plan).plan for plan in plans]
        self._columns = columns_read(plans)
        self._domains = domains(plans)
        for plan in plans:
            query(plan)
        self._borrowed = session is None
        session = _LOCAL.borrow() if session is None else session
        # A session of its own, so that it depends on no setting and changes none.
        self._session = session.newSession()
        self._session.conf.set("spark.sql.ansi.enabled", "true")
        self._session.conf.set("spark.sql.caseSensitive", "true")

    def match(
        self,
        rows: Mapping[str, Row],
        covering: Collection[str] | None = None,
        without: Collection[str] = (),
    ) -> list[Match]:
        """The matches among ``rows``, as ``Engine`` promises.

        Raises:
            EngineError: when Spark fails; when a text holds half a surrogate pair, a number has
                more than 38 digits, or numbers are to be held against texts.
        """
        ids = tuple(rows)
        tables = self._tables(rows)
        with _failures():
            frames = {kind: self._session.createDataFrame(each) for kind, each in tables.items()}
            found = [each.toArrow().to_pydict() for each in self._found(self._session, frames)]
        matched = chain.from_iterable(
            zip(each["plan"], each["facts"], strict=True) for each in found
        )
        by_plan = groupby(sorted(matched), key=itemgetter(0))
        wanted = None if covering is None else placed(ids, covering)
        return [
            Match(plan.rule, tuple(ids[position] for position in positions))
            for plan, found in ((self._plans[number], each) for number, each in by_plan)
            if plan.rule not in without
            for positions in _told(plan, (tuple(positions) for _, positions in found), wanted)
        ]

    def matches(self, facts: Mapping[str, DataFrame]) -> DataFrame:
        """The matches among facts that are in DataFrames, to be found where these are.

        Args:
            facts: by kind, a row a fact: ``position``, a number in the order of all facts that
                no other fact has, of whatever kind, and the columns of ``columns_read``. They
                are BIGINT or STRING; NULL is unknown. A kind that is left out has no facts.

        Returns:
            A row a match, in no order: ``rule`` STRING, and ``facts`` ARRAY<BIGINT>, the
            positions in the order of the rule's roles.

        Raises:
            ValueError: when a column is missing or of another type.
        """
        from pyspark.sql import DataFrame, functions

        self._refuse_unlike(facts)
        session = next((frame.sparkSession for frame in facts.values()), self._session)
        rules = functions.array(*(functions.lit(plan.rule) for plan in self._plans))
        found = reduce(DataFrame.unionAll, self._found(session, facts))
        return found.select(functions.get(rules, found["plan"]).alias("rule"), "facts")

    def close(self) -> None:
        """Gives the session back if none was given."""
        if self._borrowed:
            self._borrowed = False
            _LOCAL.give_back()

    def _found(self, session: SparkSession, facts: Mapping[str, DataFrame]) -> list[DataFrame]:
        """The matches, in one frame or more: the number of the plan, and the positions."""
        plans = [
            (number, _asked(plan, facts.keys()))
            for number, plan in enumerate(self._plans)
            if set(plan.roles.values()) <= facts.keys()
        ]
        if not plans:
            return [session.createDataFrame([], _FOUND)]
        unique = uuid4().hex
        views = {kind: f"belie_{unique}_{number}" for number, kind in enumerate(facts)}
        tables = {table(kind): view for kind, view in views.items()}
        batches = [plans[start : start + _AT_ONCE] for start in range(0, len(plans), _AT_ONCE)]
        for kind, view in views.items():
            facts[kind].createTempView(view)
        try:
            return [session.sql(*_in_spark(batch, tables)) for batch in batches]
        finally:
            for view in views.values():
                session.catalog.dropTempView(view)

    def _tables(self, rows: Mapping[str, Row]) -> dict[str, pyarrow.Table]:
        """The facts of each kind that plans read, their columns as Arrow has them."""
        import pyarrow

        facts = by_kind(self._columns, rows.values())
        tables = {
            kind: {POSITION: pyarrow.array(found.positions, pyarrow.int64())}
            for kind, found in facts.items()
        }
        for domain in self._domains:
            cells = {
                (kind, name): facts[kind].cells[name]
                for kind, name in domain.columns
                if kind in facts
            }
            for (kind, name), array in _arrays(cells, domain.type).items():
                tables[kind][name] = array
        return {kind: pyarrow.table(columns) for kind, columns in tables.items()}

    def _refuse_unlike(self, facts: Mapping[str, DataFrame]) -> None:
        """Raises ``ValueError`` where ``facts`` are not as ``matches`` wants them."""
        given = {kind: dict(frame.dtypes) for kind, frame in facts.items()}
        together: list[tuple[list[_Named], Type | None]] = [
            ([(kind, POSITION)], "number") for kind in facts if kind in self._columns
        ]
        for domain in self._domains:
            columns = sorted(column for column in domain.columns if column[0] in facts)
            together.append((columns, domain.type))
        for columns, type_ in together:
            types = {(kind, name): given[kind].get(name) for kind, name in columns}
            missing = [f"{name} of {kind}" for (kind, name), found in types.items() if not found]
            if missing:
                raise ValueError(f"there is no column {missing[0]}")
            held = {_TYPES.get(found or "") for found in types.values()}
            if len(held) > 1 or None in held or (type_ is not None and held - {type_}):
                named = ", ".join(f"{name} of {kind} {t}" for (kind, name), t in types.items())
                wanted = f"each a {type_}" if type_ else "all numbers or all texts"
                raise ValueError(f"these must be {wanted}, BIGINT or STRING: {named}")


def _told(
    plan: Plan, found: Iterable[Positions], covering: Collection[int] | None
) -> Iterable[Positions]:
    return found if covering is None else cover(plan, found, covering)


def _asked(plan: Plan, kinds: AbstractSet[str]) -> Plan:
    """``plan`` as Spark is asked for it where there are but ``kinds`` of facts.

    A block of ``unless`` that nothing can fill is left out. Roles of a block that equal the same
    of the match equal each other, which is said: Spark joins them before it sees the match.
    """
    unless = []
    for absence in plan.unless:
        if set(absence.roles.values()) <= kinds:
            equal: dict[Column, list[Column]] = {}
            for one, two in filter(None, map(equal_columns, conjuncts(absence.where))):
                own, given = (one, two) if two.role in plan.roles else (two, one)
                if own.role not in plan.roles and given.role in plan.roles:
                    equal.setdefault(given, []).append(own)
            implied = [
                Compare(first, "==", other)
                for first, *others in equal.values()
                for other in others
                if first.role != other.role
            ]
            unless.append(replace(absence, where=AllOf((absence.where, *implied))))
    return replace(plan, unless=tuple(unless))


def _in_spark(
    plans: Sequence[tuple[int, Plan]], views: Mapping[str, str]
) -> tuple[str, dict[str, str]]:
    """One query for all ``plans``, by their numbers, and the texts that it names.

    Texts are no part of the query, so that no setting can say how they are to be read. A role
    is called what no column is, for Spark would look into a column of its name.
    """
    texts: dict[str, str] = {}
    each = [_row(number, plan) for number, plan in plans]
    whole = exp.union(*each, distinct=False, copy=False) if len(each) > 1 else each[0]
    for found in list(whole.find_all(exp.Table, exp.Column, exp.Literal)):
        if isinstance(found, exp.Table):
            found.set("this", exp.to_identifier(views[found.name]))
            found.set("alias", exp.TableAlias(this=_alias(found.alias)))
        elif isinstance(found, exp.Column):
            found.set("table", _alias(found.table))
        elif found.is_string:
            name = texts.setdefault(found.name, f"text_{len(texts)}")
            found.replace(exp.Placeholder(this=name))
    return whole.sql(dialect="spark"), {name: text for text, name in texts.items()}


def _alias(role: str) -> exp.Identifier:
    return exp.to_identifier(f"the {role}", quoted=True)


def _row(number: int, plan: Plan) -> exp.Select:
    """The matches of ``plan``, each as its ``number`` and an array."""
    found = query(plan)
    found.set("order", None)
    *single, last = (each.this for each in found.expressions)
    if plan.group is None:
        facts: exp.Expr = exp.Array(expressions=[*single, last])
    else:
        facts = exp.ArrayConcat(this=exp.Array(expressions=single), expressions=[last])
    columns = {"plan": exp.Literal.number(number), "facts": facts}
    found.set("expressions", [exp.alias_(each, name) for name, each in columns.items()])
    return found


def _arrays(
    cells: Mapping[_Named, Sequence[Cell]], type_: Type | None
) -> dict[_Named, pyarrow.Array]:
    """The columns of one domain, all of one type.

    Raises:
        EngineError: when they do not hold what ``type_`` says, or what Spark can.
    """
    import pyarrow

    known = [cell for column in cells.values() for cell in column if cell is not None]
    numbers = [cell for cell in known if isinstance(cell, int)]
    if type_ is None:
        type_ = "number" if numbers else "text"
    named = ", ".join(sorted(f"{name} of {kind}" for kind, name in cells))
    if len(numbers) != (len(known) if type_ == "number" else 0):
        raise EngineError(f"these must each be a {type_}, and some are not: {named}")
    stored = pyarrow.string()
    if type_ == "number":
        most = max(map(abs, numbers), default=0)
        if most >= 10**DIGITS:
            raise EngineError(f"a number of more than {DIGITS} digits among {named}")
        stored = pyarrow.int64() if most < _LONG else pyarrow.decimal128(DIGITS, 0)
    try:
        return {column: pyarrow.array(found, stored) for column, found in cells.items()}
    except UnicodeEncodeError:
        raise EngineError(f"half a surrogate pair is in a text of {named}") from None


def local_session() -> SparkSession:
    """A session on this machine alone: on all its cores, reached from nowhere else, silent.

    Raises:
        EngineError: when there is another session in this process.
        EngineUnavailableError: when pyspark, a package that it needs, or Java is missing.
    """
    _require_packages()
    from pyspark import SparkConf, SparkContext
    from pyspark.sql import SparkSession

    settings = {
        "spark.app.name": "belie",
        "spark.master": "local[*]",
        "spark.driver.host": _HERE,
        "spark.driver.bindAddress": _HERE,
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "OFF",
        "spark.sql.warehouse.dir": gettempdir(),  # not the folder that the user stands in
        "spark.sql.shuffle.partitions": str(os.cpu_count() or 1),
    }
    conf = SparkConf().setAll(list(settings.items()))
    python = os.environ.get("PYSPARK_PYTHON")
    os.environ["PYSPARK_PYTHON"] = sys.executable  # else workers are whatever python3 is
    try:
        return SparkSession(SparkContext(conf=conf, gateway=_java()))
    except ValueError as failure:
        problem = "Spark runs in this process already; give its session to the engine"
        raise EngineError(problem) from failure
    finally:
        del os.environ["PYSPARK_PYTHON"]
        if python is not None:
            os.environ["PYSPARK_PYTHON"] = python


@cache
def _java() -> JavaGateway:
    """The Java process that Spark runs in, one for all sessions; what it says is not shown."""
    from pyspark import SparkConf
    from pyspark.errors import PySparkRuntimeError
    from pyspark.java_gateway import launch_gateway

    conf = SparkConf(loadDefaults=False).set("spark.driver.memory", _MEMORY)
    with TemporaryFile() as said:
        try:
            launch: Callable[..., JavaGateway] = launch_gateway
            return launch(conf, popen_kwargs={"stdout": said, "stderr": said})
        except (PySparkRuntimeError, OSError) as failure:
            said.seek(0)
            *_, last = said.read().decode(errors="replace").splitlines() or [str(failure)]
            problem = f"Spark did not start, for it needs Java: {last}"
            remedy = "install Java 17, and set JAVA_HOME to its folder if it is not found"
            raise EngineUnavailableError(f"{problem}; {remedy}") from failure


class _Local:
    """One local session for all engines that borrow it, for a process can have but one."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._session: SparkSession | None = None
        self._borrowers = 0

    def borrow(self) -> SparkSession:
        with self._lock:
            if self._session is None:
                self._session = local_session()
            self._borrowers += 1
            return self._session

    def give_back(self) -> None:
        with self._lock:
            self._borrowers -= 1
            if not self._borrowers and self._session is not None:
                self._session.stop()
                self._session = None


_LOCAL = _Local()


def _require_packages() -> None:
    missing = [name for name in _PACKAGES if find_spec(name) is None]
    if missing:
        remedy = "install it with: pip install 'belie[spark]'"
        raise EngineUnavailableError(f"Spark needs {', '.join(missing)}; {remedy}")


@contextmanager
def _failures() -> Iterator[None]:
    """What goes wrong in Spark, or with it, as an ``EngineError``."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError, ConnectionError) as failure:
        first, *_ = str(failure).strip().splitlines() or [type(failure).__name__]
        raise EngineError(f"Spark could not finish: {first}") from failure
