"""Of which choices of a kind no more are counted than of others: no more dead than casualties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from .knowledge import Document, nearest

__all__ = ["order_of"]


def order_of(
    document: Document, pairs: Sequence[tuple[str, ...]], choices: Mapping[str, tuple[str, ...]]
) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Every two choices of which one is at most the other, by their field.

    Args:
        document: the file of the kind.
        pairs: as it lists them; what follows from two of them holds as well.
        choices: by field, what it may be.

    Raises:
        KnowledgeError: for two that are no choices of one field, or each at most the other.
    """
    found: dict[str, dict[tuple[str, str], None]] = {}
    for index, (lesser, greater) in enumerate(pairs):
        fields = [name for name, held in choices.items() if {lesser, greater} <= set(held)]
        if not fields:
            known = [choice for held in choices.values() for choice in held]
            wrong = next((each for each in (lesser, greater) if each not in known), lesser)
            problem = f"no field may be {lesser!r} and {greater!r}{nearest(wrong, known)}"
            raise document.error(problem, ("order", index))
        before = found.setdefault(fields[0], {})
        below = [lesser, *(low for low, high in before if high == lesser)]
        above = [greater, *(high for low, high in before if low == greater)]
        before |= {(low, high): None for low in below for high in above}
        if any(low == high for low, high in before):
            problem = f"{greater!r} is at most {lesser!r} by those before; remove one"
            raise document.error(problem, ("order", index))
    return MappingProxyType({name: tuple(held) for name, held in found.items()})
