"""Facts as a durable_rules session takes them: as small whole numbers, and few at a time.

Every value goes in as a code of that one session: numbers by rank, which keeps equality and
order whatever their size, texts by a number of their own. So nothing can overflow, and no
hash, length or script of a text can matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from ..rulebook.formula import Cell, Row, Shifted, holds
from .base import EngineError
from .durable_compile import Operand
from .durable_rulesets import FIRST_TEXT, Layout, Ruleset
from .durable_session import MOST_FACTS
from .plain import Facts

__all__ = ["Encoder", "batches"]

_MOST_BINDINGS = 200_000  # durable_rules keeps each one, at a quarter of a kilobyte

_UNKNOWN = 0  # stands in for a null (B6), and shuts the gates of those that compare it


class Encoder:
    """Facts of the kinds in a ruleset, as a session of it takes them."""

    def __init__(self, ruleset: Ruleset) -> None:
        self._texts = ruleset.texts
        self._kinds = {
            kind: _Kind(ruleset.kinds[kind], layout) for kind, layout in ruleset.layouts.items()
        }

    def encode(self, facts: Facts, positions: Sequence[int]) -> list[dict[str, int]]:
        """The facts at ``positions``, each called by its position.

        Raises:
            EngineError: when what is compared is neither a whole number nor text.
        """
        rows = [facts.rows[position] for position in positions]
        kinds = [self._kinds[str(row["kind"])] for row in rows]
        cells = [kind.cells(row) for kind, row in zip(kinds, rows, strict=True)]
        codes = _codes(self._texts, {cell for of_row in cells for cell in of_row})
        return [
            {"n": position, "one": 1, **kind.properties(row, [codes[cell] for cell in of_row])}
            for position, row, kind, of_row in zip(positions, rows, kinds, cells, strict=True)
        ]


class _Kind:
    """How a fact of one kind is read, laid out once, for it is done for every fact."""

    def __init__(self, code: int, layout: Layout) -> None:
        self._code = code
        self._names = list(layout.codes.values())
        self._operands = [_reading(operand) for operand in layout.codes]
        # What the gates ask, each once: first what is known, then what holds.
        known = sorted({operand for gate in layout.flags for operand in gate.known}, key=repr)
        conditions = sorted({part for gate in layout.flags for part in gate.conditions}, key=repr)
        self._known = [(_reading(operand)[0], isinstance(operand, Shifted)) for operand in known]
        self._conditions = conditions
        numbers = {asked: number for number, asked in enumerate((*known, *conditions))}
        self._gates = [
            (name, frozenset(numbers[asked] for asked in (*gate.known, *gate.conditions)))
            for gate, name in layout.flags.items()
        ]

    def cells(self, row: Row) -> list[Cell]:
        """What the row holds of all that is compared."""
        cells: list[Cell] = []
        for name, plus, times in self._operands:
            cell = row.get(name)
            if times is not None and isinstance(cell, int | str):
                cell = cell * times + plus if isinstance(cell, int) else None
            cells.append(cell)
        return cells

    def properties(self, row: Row, codes: Sequence[int]) -> dict[str, int]:
        """The row's properties but for its number, the cells having ``codes``."""
        rows = {"": row}
        held = [
            isinstance(row.get(name), int if number else int | str) for name, number in self._known
        ]
        held += [holds(condition, rows) for condition in self._conditions]
        failed = {number for number, passes in enumerate(held) if not passes}
        properties = dict(zip(self._names, codes, strict=True))
        for name, asked in self._gates:
            properties[name] = int(failed.isdisjoint(asked))
        properties["t"] = self._code
        return properties


def _reading(operand: Operand) -> tuple[str, int, int | None]:
    """The column of ``operand``, and the shift of the number in it; ``None`` for as it is."""
    if isinstance(operand, Shifted):
        return operand.column.name, operand.plus, operand.times
    return operand.name, 0, None


def _codes(texts: Mapping[str, int], cells: set[Cell]) -> dict[Cell, int]:
    codes: dict[Cell, int] = {None: _UNKNOWN}
    codes.update(texts)
    numbers = []
    for cell in cells:
        if isinstance(cell, str):
            codes.setdefault(cell, FIRST_TEXT + len(codes))
        elif isinstance(cell, int):
            numbers.append(cell)
        elif cell is not None:
            raise EngineError(f"a row holds {cell!r}, which is neither a whole number nor text")
    codes.update((number, rank) for rank, number in enumerate(sorted(numbers), _UNKNOWN + 1))
    return codes


def batches(ruleset: Ruleset, facts: Facts) -> tuple[list[list[int]], list[list[int]]]:
    """The facts that ``ruleset`` can match, so divided that no match has facts of two parts.

    Few facts are one batch. Many are divided into groups, linked by what two roles of some
    plan must agree on, and each batch is filled with whole groups.

    Returns:
        The batches, each for one session, and groups that are too large for any.
    """
    positions = sorted(position for kind in ruleset.layouts for position in facts.of_kind(kind))
    bindings = _bindings(ruleset, facts, positions)
    if not bindings:
        return [], []
    if _fits(len(positions), bindings):
        return [positions], []
    small: list[list[int]] = []
    large = []
    filled = _MOST_BINDINGS
    for group in _groups(ruleset, facts, positions):
        bindings = _bindings(ruleset, facts, group)
        if bindings and not _fits(len(group), bindings):
            large.append(group)
        elif bindings and small and _fits(len(small[-1]) + len(group), filled + bindings):
            small[-1].extend(group)
            filled += bindings
        elif bindings:
            small.append(group)
            filled = bindings
    return small, large


def _fits(facts: int, bindings: int) -> bool:
    return facts <= MOST_FACTS and bindings <= _MOST_BINDINGS


def _bindings(ruleset: Ruleset, facts: Facts, positions: Sequence[int]) -> int:
    return ruleset.bindings(Counter(str(facts.rows[at]["kind"]) for at in positions))


def _groups(ruleset: Ruleset, facts: Facts, positions: Sequence[int]) -> Iterable[list[int]]:
    """The facts that are linked, each by what it shares with another on some channel."""
    leader: dict[object, object] = {}

    def find(member: object) -> object:
        while (next_ := leader.setdefault(member, member)) != member:
            leader[member] = leader[next_]
            member = next_
        return member

    for channel in {channel for plan in ruleset.plans for channel in plan.channels}:
        for kind, columns in set(channel):
            for position in facts.of_kind(kind):
                key = tuple(facts.rows[position].get(name) for name in columns)
                if None not in key:
                    leader[find(position)] = find((channel, key))
    groups: dict[object, list[int]] = {}
    for position in positions:
        groups.setdefault(find(position), []).append(position)
    return groups.values()
