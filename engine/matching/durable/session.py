"""A compiled ruleset in durable_rules: one session a check, and proof that it lost nothing.

durable_rules 2.0.28 drops the rest of a batch without a word, swallows what a rule raises,
and starts threads that take matches away. So each session ends with a fact of its own that
fires last, the facts it stored are counted, and a host that fails either test is not spoken
to again. The hazards B1 to B10 are shown in ``tests/matching/test_hazards.py``.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import count, islice
from typing import Any

from .base import EngineError, EngineUnavailableError
from .durable_rulesets import ALIASES
from .plain import Positions

__all__ = ["MOST_FACTS", "Session", "distinct", "fnv1a", "quiet_host"]

MOST_FACTS = 400
"""Facts in one session: its join hashes into 512 chains, and each fact takes 8 KB."""

_NAME = "belie"
_FIRST = "first"
_FLUSH = "flush"
_LAST = 60_000  # the worst priority fires last


def fnv1a(text: str) -> int:
    """The 32-bit FNV-1a hash by which durable_rules tells names and facts apart."""
    result = 2_166_136_261
    for byte in text.encode():
        result = (result ^ byte) * 16_777_619 & 0xFFFF_FFFF
    return result


def distinct(names: Iterable[str], taken: Iterable[str] = ()) -> Iterator[str]:
    """Those ``names`` whose hash differs from that of every one before and all ``taken``."""
    seen = {fnv1a(name) for name in taken}
    for name in names:
        if (code := fnv1a(name)) not in seen:
            seen.add(code)
            yield name


_OWN_IDS = (_FIRST, _FLUSH)
_IDS = tuple(islice(distinct((f"f{n}" for n in count()), taken=_OWN_IDS), MOST_FACTS))  # B3
_ID_HASHES = frozenset(map(fnv1a, (*_OWN_IDS, *_IDS)))


@cache
def quiet_host() -> Any:  # noqa: ANN401 - durable_rules has no types
    """The class of durable_rules hosts that start no threads.

    Raises:
        EngineUnavailableError: when durable_rules is not installed or cannot be loaded.
    """
    flags = sys.getdlopenflags()
    # From Python 3.13 on a function is missing that belie never calls: bind it when called.
    sys.setdlopenflags(flags & ~os.RTLD_NOW | os.RTLD_LAZY)
    try:
        from durable import engine
    except ImportError as failure:
        raise EngineUnavailableError(
            f"durable_rules cannot be loaded ({failure}): install a C compiler and the Python "
            "headers, then durable-rules==2.0.28"
        ) from failure
    finally:
        sys.setdlopenflags(flags)
    # Its own clock follows daylight saving time and is deprecated; only differences are used.
    engine._unix_now = time.monotonic  # noqa: SLF001

    class QuietHost(engine.Host):  # type: ignore[misc]
        def _run(self) -> None:
            """B9: the timer threads of a host are never collected, and steal actions."""

    return QuietHost


class Session:
    """Rules that are compiled once and see each batch of facts afresh."""

    def __init__(self, rules: Mapping[str, Mapping[str, Any]]) -> None:
        """Compiles ``rules``, named ``r0`` onwards, of patterns with the names in ``ALIASES``.

        Raises:
            EngineUnavailableError: when durable_rules is not there.
            EngineError: when it does not take the rules.
        """
        self._rules = rules
        self._found: list[tuple[int, Positions]] = []
        self._flushes: list[int] = []
        # A session keeps a fact of its own, named after it (B3).
        self._sids = (f"s{n}" for n in count(1) if fnv1a(f"sid-s{n}") not in _ID_HASHES)
        self._host = self._start()

    def run(self, facts: Sequence[Mapping[str, int]]) -> list[tuple[int, Positions]]:
        """Every match among ``facts``: the number of its rule, and each fact's ``n``, by alias.

        Args:
            facts: at most ``MOST_FACTS``, each with the whole numbers that the rules name,
                its number ``n``, and ``one``, which is 1.

        Raises:
            EngineError: when it is not certain that every fact was read and every match
                given. What durable_rules then holds is left alone: to delete it may crash.
        """
        host = self._host or self._start()
        self._host = None  # unless all goes well
        self._found.clear()
        self._flushes.clear()
        sid = next(self._sids)
        # When it cannot read the first fact it goes on with a state that is not there.
        batch: list[dict[str, Any]] = [{"one": 1, "id": _FIRST, "sid": sid}]
        names = _IDS[: len(facts)]
        batch += [{**fact, "id": name, "sid": sid} for fact, name in zip(facts, names, strict=True)]
        batch.append({"flush": 1, "one": 1, "id": _FLUSH, "sid": sid})
        try:
            state = host.assert_facts(_NAME, batch)
            stored = len(host.get_facts(_NAME, sid))
        except Exception as failure:
            raise EngineError(f"durable_rules failed: {failure}") from failure
        if self._flushes != [len(self._found)]:
            raise EngineError("durable_rules did not come to the end of the facts")
        if "exception" in state:
            raise EngineError(f"durable_rules failed in a rule: {state['exception']}")
        if stored != len(batch):
            raise EngineError(f"durable_rules kept {stored} of {len(batch)} facts")
        host.delete_state(_NAME, sid)  # B5: safe only because an action has fired
        self._host = host
        return list(self._found)

    def close(self) -> None:
        """Releases the compiled rules."""
        if self._host is not None:
            import durable_rules_engine

            handle = self._host.get_ruleset(_NAME)._handle  # noqa: SLF001 - no other way
            durable_rules_engine.delete_ruleset(handle)
            self._host = None

    def _start(self) -> Any:  # noqa: ANN401
        # The host takes what it runs out of the rules that it is given: they are copies.
        rules = {
            name: {**rule, "run": self._collector(place, ALIASES[: len(rule["all"])])}
            for place, (name, rule) in enumerate(self._rules.items())
        }
        # A fact that no rule observes would raise, and then no rule fires.
        rules["accept"] = {"all": [{"m": {"one": 1}}, {"z": {"never": 1}}], "run": _nothing}
        rules["flush"] = {"pri": _LAST, "all": [{"m": {"flush": 1}}], "run": self._flushed}
        host = quiet_host()
        try:
            return host({_NAME: rules})
        except Exception as failure:
            raise EngineError(f"durable_rules did not take the rules: {failure}") from failure

    # What a rule runs takes exactly one argument; with two, durable_rules waits for a callback.

    def _collector(self, place: int, aliases: Sequence[str]) -> Callable[[Any], None]:
        def collect(context: Any) -> None:  # noqa: ANN401
            self._found.extend(
                (place, tuple(frame[alias]["n"] for alias in aliases)) for frame in context.m
            )

        return collect

    def _flushed(self, _context: Any) -> None:  # noqa: ANN401
        self._flushes.append(len(self._found))


def _nothing(_context: Any) -> None:  # noqa: ANN401
    """Never runs."""
