"""Python's collector of cycles, out of the way of those who make much and no cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["collector_paused"]


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keeps the collector from going through all that is new again and again.

    What is dropped meanwhile is to leave no cycles behind: nobody looks for them.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
