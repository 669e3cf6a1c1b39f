"""Of several things told of the same, the gravest."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar, get_args

from .model import Severity

__all__ = ["gravest"]

Told = TypeVar("Told")


def gravest(
    told: Sequence[Told], about: Callable[[Told], Hashable], severity: Callable[[Told], Severity]
) -> list[Told]:
    """Those beside which nothing graver is told about the same, in their order."""
    order = get_args(Severity)
    weights = [order.index(severity(each)) for each in told]
    least: dict[Hashable, int] = {}
    for each, weight in zip(told, weights, strict=True):
        least[about(each)] = min(weight, least.get(about(each), weight))
    return [
        each for each, weight in zip(told, weights, strict=True) if weight == least[about(each)]
    ]
