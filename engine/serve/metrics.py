"""Figures of the service in the text form of Prometheus.

https://prometheus.io/docs/instrumenting/exposition_formats/.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import accumulate

from .pool import Pool

__all__ = ["MEDIA", "Metrics"]

MEDIA = "text/plain; version=0.0.4; charset=utf-8"

_BOUNDS = (0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0)
"""Seconds by which requests are told apart."""


class Metrics:
    """Counts what is answered.

    Args:
        pool: what answers.
    """

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._requests: Counter[tuple[str, str, int]] = Counter()
        self._within: dict[str, list[int]] = {}
        self._seconds: defaultdict[str, float] = defaultdict(float)

    def note(self, method: str, path: str, status: int, seconds: float) -> None:
        """Counts a request."""
        self._requests[method, path, status] += 1
        within = self._within.setdefault(path, [0] * (len(_BOUNDS) + 1))
        within[bisect_left(_BOUNDS, seconds)] += 1
        self._seconds[path] += seconds

    def text(self) -> str:
        """All figures."""
        return "".join(f"{line}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        yield from _head("belie_requests_total", "counter", "Requests answered; status 0 is none.")
        for (method, path, status), number in sorted(self._requests.items()):
            labels = f'method="{method}",path="{path}",status="{status}"'
            yield f"belie_requests_total{{{labels}}} {number}"
        yield from _head("belie_request_seconds", "histogram", "How long a request took.")
        for path, counts in sorted(self._within.items()):
            for bound, number in zip((*_BOUNDS, "+Inf"), accumulate(counts), strict=True):
                yield f'belie_request_seconds_bucket{{path="{path}",le="{bound}"}} {number}'
            yield f'belie_request_seconds_sum{{path="{path}"}} {self._seconds[path]:.6f}'
            yield f'belie_request_seconds_count{{path="{path}"}} {sum(counts)}'
        pool = self._pool
        for name, kind, number, means in (
            ("in_hand", "gauge", pool.in_hand, "Requests that wait or are being done."),
            ("workers", "gauge", pool.workers, "Processes that there should be."),
            ("workers_ready", "gauge", pool.ready, "Processes that can check."),
            ("workers_busy", "gauge", pool.busy, "Processes that do."),
            ("workers_replaced_total", "counter", pool.replaced, "Processes that died."),
        ):
            yield from _head(f"belie_{name}", kind, means)
            yield f"belie_{name} {number}"


def _head(name: str, kind: str, means: str) -> Iterator[str]:
    yield f"# HELP {name} {means}"
    yield f"# TYPE {name} {kind}"
