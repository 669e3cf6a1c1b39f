"""The engine for an archive: DuckDB, which joins more facts than fit in memory.

``sql`` says what it is asked. ``Duck`` loads rows and matches among them as any engine does;
``Archive`` matches among facts that stand in tables already, however many they are.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import chain, compress, islice
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from ..collector import collector_paused
from ..model import Match
from ..rulebook.formula import Cell, Row
from ..rulebook.plan import Plan
from .base import EngineError, EngineUnavailableError
from .plain import Meaning, Positions, cover, placed
from .tabular import Tabular, by_kind

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from .sql import Domain, Type

__all__ = ["Archive", "Duck", "connect"]

_DIALECT = "duckdb"
_TEXT, _NUMBER, _WIDE_NUMBER = "VARCHAR", "BIGINT", "DECIMAL(38, 0)"
_APPENDED_AT_ONCE = 100_000
_FETCHED_AT_ONCE = 100_000
_SURROGATE = re.compile("[\ud800-\udfff]")


class Duck:
    """Matches with DuckDB.

    Args:
        plans: what to match.
        memory_limit: as for ``connect``, and so the others.
        temp_directory: see there.
        threads: see there.
    """

    def __init__(
        self,
        plans: Sequence[Plan],
        *,
        memory_limit: str | None = None,
        temp_directory: Path | None = None,
        threads: int | None = None,
    ) -> None:
        self._queries = _Queries(plans)
        self._tables = _Tables(plans)
        self._connection = connect(memory_limit, temp_directory, threads)

    def match(
        self,
        rows: Mapping[str, Row],
        covering: Collection[str] | None = None,
        without: Collection[str] = (),
    ) -> list[Match]:
        """The matches among ``rows``, as ``Engine`` promises.

        Raises:
            EngineError: when a column that a rule reads holds numbers and texts, a number of
                more than 38 digits or a text that is not Unicode; or when DuckDB fails, as it
                does where the facts fit neither memory nor disk.
        """
        ids = tuple(rows)
        filled = self._tables.filled(self._connection, rows.values())
        wanted = None if covering is None else placed(ids, covering)
        with collector_paused(), _explained(), filled as kinds:
            return [
                Match(plan.rule, tuple(map(ids.__getitem__, positions)))
                for plan, query in self._queries.over(kinds)
                if plan.rule not in without
                for positions in self._found(plan, query, wanted, len(ids))
            ]

    def _found(
        self, plan: Plan, query: str, covering: Collection[int] | None, number: int
    ) -> Iterable[Positions]:
        """The matches of ``plan`` among so many facts, as ``Engine`` promises."""
        if covering is not None and len(covering) == number:
            query = _firsts(plan, query)
        result = self._connection.execute(query)
        batches = iter(lambda: result.fetchmany(_FETCHED_AT_ONCE), [])
        found = chain.from_iterable(_positions(plan, batch) for batch in batches)
        return found if covering is None else cover(plan, found, covering)

    def close(self) -> None:
        """Closes the database."""
        self._connection.close()


class Archive:
    """Facts in the tables of a database, and the matches among them, a batch at a time.

    A table or view is called as its kind, and has a column ``position`` and those that
    ``sql.columns_read`` names, as ``rulebook.columns`` fills them: whole numbers and texts.
    What positions are is for who made it; they tell facts apart, and order the matches.

    Args:
        plans: what to match.
        tables: what is not in the database yet, by kind: the path of a Parquet file (or a
            pattern for several), a relation of ``connection``, or an Arrow table.
        connection: the database; the caller closes it. A new one, as ``connect`` makes it,
            when ``None``.

    Attributes:
        connection: the database. While matches are read, nothing else is asked of it.
    """

    def __init__(
        self,
        plans: Sequence[Plan],
        tables: Mapping[str, object] | None = None,
        connection: DuckDBPyConnection | None = None,
    ) -> None:
        self._queries = _Queries(plans)
        self.connection = connect() if connection is None else connection
        with _explained():
            for kind, held in (tables or {}).items():
                self._show(kind, held)

    def match(self, at_once: int = 100_000) -> Iterator[tuple[str, list[Positions]]]:
        """Every match in the order of the plans and of positions, as rule and positions.

        Args:
            at_once: how many matches stand in one batch, at most; each is of one rule.

        Raises:
            EngineError: when a column is missing or DuckDB fails, as it does where a join fits
                neither memory nor disk.
        """
        with _explained():
            shown = {name for name, *_ in self.connection.execute("SHOW TABLES").fetchall()}
            for plan, query in self._queries.over(shown):
                self.connection.execute(query)
                while batch := self.connection.fetchmany(at_once):
                    yield plan.rule, _positions(plan, batch)

    def _show(self, kind: str, held: object) -> None:
        from duckdb import DuckDBPyRelation

        from .sql import table

        if isinstance(held, str | Path):
            held = self.connection.read_parquet(str(held))
        if isinstance(held, DuckDBPyRelation):
            held.create_view(table(kind))
        else:
            self.connection.register(table(kind), held)


def connect(
    memory_limit: str | None = None,
    temp_directory: Path | None = None,
    threads: int | None = None,
) -> DuckDBPyConnection:
    """A new database in memory, that goes on on disk where memory is short.

    Args:
        memory_limit: from when on it goes to disk, such as ``2GB``; most of what the machine
            has when ``None``.
        temp_directory: where to; below the system's folder for such when ``None``.
        threads: how many to use; as many as there are processors when ``None``.

    Raises:
        EngineUnavailableError: when DuckDB is not installed.
        EngineError: when it does not take these settings.
    """
    try:
        import duckdb
    except ImportError as missing:
        raise EngineUnavailableError("duckdb is not installed: pip install duckdb") from missing
    settings: dict[str, Any] = {
        "memory_limit": memory_limit,
        "temp_directory": str(temp_directory or Path(tempfile.gettempdir(), f"belie-{uuid4()}")),
        "threads": threads,
        # Matches are put in order by the query; the order of tables would cost memory.
        "preserve_insertion_order": False,
        # Nothing is fetched from anywhere.
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        # A kind without a table is not to be taken for a variable of the program.
        "python_enable_replacements": False,
    }
    with _explained():
        given = {name: value for name, value in settings.items() if value is not None}
        connection = duckdb.connect(":memory:", config=given)
        connection.execute("SET enable_progress_bar = false")  # standard output is the caller's
        return connection


class _Queries:
    """The SQL of plans, each written when it is first asked for."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        self._plans = [Meaning(plan).plan for plan in plans]
        self._texts: dict[tuple[int, tuple[bool, ...]], str] = {}

    def over(self, kinds: Collection[str]) -> Iterator[tuple[Plan, str]]:
        """The plans that can match where there are facts of ``kinds`` alone, with their SQL."""
        there = frozenset(kinds)
        for number, plan in enumerate(self._plans):
            if there.issuperset(plan.roles.values()):
                blocks = tuple(there.issuperset(each.roles.values()) for each in plan.unless)
                text = self._texts.get((number, blocks))
                if text is None:
                    text = self._texts[number, blocks] = _written(plan, blocks)
                yield plan, text


def _written(plan: Plan, blocks: Sequence[bool]) -> str:
    """The SQL of ``plan``, with those of its ``unless`` blocks that ``blocks`` picks."""
    from .sql import query

    try:
        tree = query(replace(plan, unless=tuple(compress(plan.unless, blocks))), once=True)
        text = tree.sql(_DIALECT, copy=False)
        text.encode()
    except ValueError as problem:
        raise EngineError(f"{plan.rule}: {problem}") from problem
    return text


def _firsts(plan: Plan, query: str) -> str:
    """``query``, narrowed to the matches that are the first of some fact in some role.

    The cover of all facts is among them, for each of its matches is the first of a fact.
    """
    if plan.group is not None or len(plan.roles) == 1:
        return query
    names = [f"fact_{number}" for number, _ in enumerate(plan.roles, start=1)]
    each = ", ".join(f"({name})" for name in names)
    columns = ", ".join(f"least[{number}]" for number, _ in enumerate(names, start=1))
    least = f"SELECT min(({', '.join(names)})) AS least FROM ({query})"  # noqa: S608 - our names
    sets = f"{least} GROUP BY GROUPING SETS ({each})"
    return f"SELECT DISTINCT {columns} FROM ({sets}) ORDER BY ALL"  # noqa: S608 - our names


def _positions(plan: Plan, found: list[tuple[Any, ...]]) -> list[Positions]:
    if plan.group is None:
        return found
    return [(*beside, *members) for *beside, members in found]


class _Tables:
    """Makes the tables of a call, with the columns that plans read."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        from .sql import columns_read

        self._plans = plans
        self._names = columns_read(plans)

    @cached_property
    def _domains(self) -> Sequence[Domain]:
        from .sql import domains

        try:
            return domains(self._plans)
        except ValueError as problem:
            raise EngineError(str(problem)) from problem

    @contextmanager
    def filled(
        self, connection: DuckDBPyConnection, rows: Iterable[Row]
    ) -> Iterator[Collection[str]]:
        """The kinds that there are facts of, while their tables stand."""
        facts = by_kind(self._names, rows)
        types = self._types(facts)
        try:
            for kind, each in facts.items():
                _fill(connection, kind, each, [types[kind, name] for name in each.cells])
            yield facts.keys()
        finally:
            for kind in facts:
                connection.execute(_dropped(kind))

    def _types(self, facts: Mapping[str, Tabular]) -> Mapping[tuple[str, str], Type]:
        """What each column holds, by kind and name."""
        types: dict[tuple[str, str], Type] = {}
        for domain in self._domains:
            type_ = domain.type
            for kind, name in sorted(domain.columns):
                found = _type_of(facts[kind].cells[name], kind, name) if kind in facts else None
                if None not in (found, type_) and found != type_:
                    problem = (
                        f"column {name} of {kind} holds {found}s, but is held against {type_}s"
                    )
                    raise EngineError(problem)
                type_ = type_ or found
            types.update(dict.fromkeys(domain.columns, type_ or "text"))
        return types


def _type_of(cells: Iterable[Cell], kind: str, name: str) -> Type | None:
    """What ``cells`` hold; ``None`` where all are unknown."""
    types = set(map(type, cells)) - {NoneType}
    if all(issubclass(each, int) for each in types):
        return "number" if types else None
    if all(issubclass(each, str) for each in types):
        return "text"
    held = " and ".join(sorted(each.__name__ for each in types))
    raise EngineError(f"column {name} of {kind} holds {held}, not whole numbers or texts")


def _fill(connection: DuckDBPyConnection, kind: str, facts: Tabular, types: Sequence[Type]) -> None:
    """Makes the table of ``kind``, its numbers of 64 bits or, where these do not do, wider."""
    from duckdb import ConversionException, InvalidInputException

    names = tuple(facts.cells)
    for number in (_NUMBER, _WIDE_NUMBER):
        column_types = tuple(_TEXT if type_ == "text" else number for type_ in types)
        connection.execute(_created(kind, names, column_types))
        try:
            _append(connection, kind, facts)
        except (ConversionException, InvalidInputException):
            continue
        return
    raise EngineError(_unfit(kind, facts))


def _append(connection: DuckDBPyConnection, kind: str, facts: Tabular) -> None:
    from .sql import table

    appender = connection.appender(table(kind))
    rows = zip(facts.positions, *facts.cells.values(), strict=True)
    for _ in range(0, len(facts.positions), _APPENDED_AT_ONCE):
        appender.append_rows(islice(rows, _APPENDED_AT_ONCE))
        appender.flush()


def _unfit(kind: str, facts: Tabular) -> str:
    """Why no table can hold ``facts``."""
    from .sql import DIGITS

    for name, cells in facts.cells.items():
        for cell in cells:
            if isinstance(cell, int) and abs(cell) >= 10**DIGITS:
                return f"column {name} of {kind} holds a number of more than {DIGITS} digits"
            if isinstance(cell, str) and _SURROGATE.search(cell):
                return f"column {name} of {kind} holds a text that is not Unicode: {cell!r}"
    return f"the facts of {kind} fit no table"


@lru_cache(maxsize=256)
def _created(kind: str, names: tuple[str, ...], types: tuple[str, ...]) -> str:
    """The SQL that makes an empty table of ``kind``."""
    from sqlglot import exp

    from .sql import POSITION, table

    columns = [
        exp.ColumnDef(this=exp.to_identifier(name, quoted=True), kind=exp.DataType.build(type_))
        for name, type_ in ((POSITION, _NUMBER), *zip(names, types, strict=True))
    ]
    schema = exp.Schema(this=exp.table_(table(kind), quoted=True), expressions=columns)
    return exp.Create(this=schema, kind="TABLE", replace=True).sql(_DIALECT)


@lru_cache(maxsize=256)
def _dropped(kind: str) -> str:
    from sqlglot import exp

    from .sql import table

    dropped = exp.table_(table(kind), quoted=True)
    return exp.Drop(tables=[dropped], kind="TABLE", exists=True).sql(_DIALECT)


@contextmanager
def _explained() -> Iterator[None]:
    """What goes wrong in DuckDB, as an ``EngineError`` that says what to do about it."""
    import duckdb

    try:
        yield
    except (duckdb.OutOfMemoryException, duckdb.IOException) as problem:
        remedy = "give it a larger memory_limit, or a temp_directory with more room"
        raise EngineError(f"DuckDB: {_first_line(problem)} ({remedy})") from problem
    except duckdb.Error as problem:
        raise EngineError(f"DuckDB: {_first_line(problem)}") from problem
    except RuntimeError as problem:  # all that it makes of Ctrl-C
        if str(problem) == "Query interrupted":
            raise KeyboardInterrupt from problem
        raise


def _first_line(problem: Exception) -> str:
    return str(problem).partition("\n")[0]
