"""Expressions compiled once for all processes, as Python keeps the bytecode of its modules.

To compile the expressions that an article meets takes several times as long as to read it. What
``re`` makes of an expression, which is a row of numbers, is therefore kept beside the bytecode of
this package, for one version of Python: each process that had to compile some adds them when it
ends. What cannot be kept, or used as it was kept, is compiled as ever.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]  # what re itself hands its numbers to
import atexit
import marshal
import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import Any, cast

from .beside_bytecode import path_beside, read_beside, write_beside

__all__ = ["compiled"]

_LARGEST = 32 << 20
"""Bytes; a file that has grown larger, by many changes of the knowledge, is begun anew."""

_HEAD = MAGIC_NUMBER + bytes([_sre.CODESIZE]) + _sre.MAGIC.to_bytes(4, "big")

_Program = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What an expression is compiled to: flags, code, number of groups, and their names twice."""

_new: dict[tuple[str, int], _Program] = {}


def compiled(expression: str, flags: int = 0) -> re.Pattern[str]:
    """As ``re.compile``, and sooner where some process has compiled it before."""
    flags = int(flags)
    try:
        program = _kept().get((expression, flags))
        if program is None:
            program = _new[expression, flags] = _program(expression, flags)
        return _pattern(expression, program)
    except re.error:
        raise
    except Exception:  # noqa: BLE001 - these are not re's public face, and may change
        return re.compile(expression, flags)


def _program(expression: str, flags: int) -> _Program:
    parsed = _parser.parse(expression, flags)
    code = array("I", _compiler._code(parsed, flags))  # noqa: SLF001
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    return (
        int(flags | state.flags), code.tobytes(), state.groups - 1, dict(state.groupdict),
        tuple(names),
    )  # fmt: skip


def _pattern(expression: str, program: _Program) -> re.Pattern[str]:
    flags, code, groups, numbers, names = program
    made: Any = _sre.compile(
        expression, flags, array("I", code).tolist(), groups, dict(numbers), names
    )
    return cast("re.Pattern[str]", made)


@cache
def _kept() -> dict[tuple[str, int], _Program]:
    """What other processes have compiled; from the first call on, this one adds to it."""
    if not sys.dont_write_bytecode:
        atexit.register(_keep)
    return _read()


def _path() -> Path:
    """Where it is kept; ``NotImplementedError`` where Python keeps no bytecode."""
    return path_beside(Path(__file__).with_name("expressions.py"))


def _read() -> dict[tuple[str, int], _Program]:
    with suppress(NotImplementedError, OSError, EOFError, ValueError, TypeError):
        content = read_beside(_path(), _HEAD)
        return cast("dict[tuple[str, int], _Program]", marshal.loads(content))  # noqa: S302 - as with bytecode
    return {}


def _keep() -> None:
    """Adds what this process has compiled to what is kept by now."""
    if not _new:
        return
    with suppress(NotImplementedError, OSError):  # a full disk, say: no matter of the user's
        content = marshal.dumps({**_read(), **_new})
        if len(content) > _LARGEST:
            content = marshal.dumps(_new)
        write_beside(_path(), _HEAD, content)
