"""A compiled ruleset in durable_rules: one session a check, and proof that it lost nothing.

durable_rules 2.0.28 drops the rest of a batch without a word, so each session ends with a
fact of its own that fires last, the facts it stored are counted, and a ruleset that fails
either test is not spoken to again. Its C module is called as it is: the host that it comes
with swallows what a rule raises, starts threads that take matches away, and is slow. The
hazards B1 to B10 are shown in ``tests/matching/durable/test_hazards.py``.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import count, islice
from typing import Any

from ..base import EngineError, EngineUnavailableError

__all__ = ["MOST_FACTS", "Session", "distinct", "durable_rules", "fnv1a"]

MOST_FACTS = 400
"""Facts in one session: its join hashes into 512 chains, and each fact takes 8 KB."""

_NAME = "belie"
_SID = "s"
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


# A session keeps a fact of its own, named after it (B3).
_FIRST, _FLUSH, *_IDS = islice(
    distinct((f"f{n}" for n in count()), taken=(f"sid-{_SID}",)), MOST_FACTS + 2
)

_OPEN = '{"n":'
_NUMBERS = tuple(str(number) for number in range(1000, 1000 + MOST_FACTS))  # all as long
_WIDTH = len(_NUMBERS[0])
_OPENINGS = tuple(
    f'{_OPEN}{number},"id":"{name}","sid":"{_SID}","one":1,'
    for number, name in zip(_NUMBERS, _IDS, strict=True)
)
# When it cannot read the first fact it goes on with a state that is not there.
_BEFORE = f'[{_OPEN}0,"id":"{_FIRST}","sid":"{_SID}","one":1}}'
_AFTER = f'{_OPEN}0,"id":"{_FLUSH}","sid":"{_SID}","one":1,"flush":1}}]'

_OWN_RULES: Mapping[str, Mapping[str, Any]] = {
    # A fact that no rule observes is not kept.
    "accept": {"all": [{"m": {"one": 1}}, {"z": {"never": 1}}]},
    "flush": {"pri": _LAST, "all": [{"m": {"flush": 1}}]},
}


@cache
def durable_rules() -> Any:  # noqa: ANN401 - it has no types
    """The C module of durable_rules.

    Raises:
        EngineUnavailableError: when it is not installed or cannot be loaded.
    """
    flags = sys.getdlopenflags()
    # From Python 3.13 on a function is missing that belie never calls: bind it when called.
    sys.setdlopenflags(flags & ~os.RTLD_NOW | os.RTLD_LAZY)
    try:
        import durable_rules_engine
    except ImportError as failure:
        raise EngineUnavailableError(
            f"durable_rules cannot be loaded ({failure}): install a C compiler and the Python "
            "headers, then durable-rules==2.0.28"
        ) from failure
    finally:
        sys.setdlopenflags(flags)
    return durable_rules_engine


class Session:
    """Rules that are compiled once and see each batch of facts afresh."""

    def __init__(self, rules: Mapping[str, Mapping[str, Any]]) -> None:
        """Takes ``rules``, named ``r0`` onwards.

        Raises:
            EngineUnavailableError: when durable_rules is not there.
            EngineError: when it does not take the rules.
        """
        self._engine = durable_rules()
        self._rules = json.dumps({**rules, **_OWN_RULES})
        self._ruleset: int | None = self._compile()

    def run(self, facts: Sequence[str], names: Sequence[int]) -> list[tuple[int, list[int]]]:
        """Every match among ``facts``.

        Args:
            facts: at most ``MOST_FACTS``, each the inside of a JSON object of whole numbers:
                what the rules name, but for ``n``, which follows the order of the facts, and
                ``one``, which is 1.
            names: what each is called in the result.

        Returns:
            Numbers of rules, each with the names of the facts of some matches of it: match
            after match, and in each by its patterns.

        Raises:
            EngineError: when it is not certain that every fact was read and every match
                given. What durable_rules then holds is left alone: to delete it may crash.
        """
        if len(facts) > MOST_FACTS:
            raise ValueError(f"a session takes no more than {MOST_FACTS} facts")
        by_number = dict(zip(_NUMBERS, names, strict=False))
        engine = self._engine
        ruleset = self._compile() if self._ruleset is None else self._ruleset
        self._ruleset = None  # unless all goes well
        batch = [_BEFORE]
        batch += [f"{opening}{fact}}}" for opening, fact in zip(_OPENINGS, facts, strict=False)]
        batch.append(_AFTER)
        try:
            result, state = engine.assert_facts(ruleset, ",".join(batch))
            started = engine.start_action_for_state(ruleset, state)
            messages = []
            message = started[1] if started else None
            while message:
                messages.append(message)
                message = engine.complete_and_start_action(ruleset, state)
            stored = engine.get_facts(ruleset, _SID).count("{")
        except Exception as failure:
            raise EngineError(f"durable_rules failed: {failure}") from failure
        if not messages or not messages.pop().startswith('{"flush"') or result != 0:
            raise EngineError("durable_rules did not come to the end of the facts")
        if stored != len(batch):
            raise EngineError(f"durable_rules kept {stored} of {len(batch)} facts")
        found = [_matches(message, by_number) for message in messages]
        engine.delete_state(ruleset, _SID)  # B5: safe only because an action has fired
        self._ruleset = ruleset
        return found

    def close(self) -> None:
        """Releases the compiled rules."""
        if self._ruleset is not None:
            self._engine.delete_ruleset(self._ruleset)
            self._ruleset = None

    def _compile(self) -> int:
        try:
            ruleset: int = self._engine.create_ruleset(_NAME, self._rules)
        except Exception as failure:
            raise EngineError(f"durable_rules did not take the rules: {failure}") from failure
        return ruleset


def _matches(message: str, names: Mapping[str, int]) -> tuple[int, list[int]]:
    """The rule in ``{"r3":[{"a":{"n":1007,…},"b":{"n":1002,…}},…]}``, and the facts."""
    rule, *facts = message.split(_OPEN)
    return int(rule[3 : rule.index('"', 3)]), [names[fact[:_WIDTH]] for fact in facts]
