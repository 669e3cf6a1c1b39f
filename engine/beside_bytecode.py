"""Files that stand beside the bytecode of a module, each with what it is good for at its head."""

from __future__ import annotations

import os
from importlib.util import cache_from_source, source_hash
from pathlib import Path
from threading import get_ident

__all__ = ["path_beside", "read_beside", "write_beside"]

_CHECK = len(source_hash(b""))


def path_beside(module: Path) -> Path:
    """Where such a file stands, as if it were made of ``module``, which need not be there.

    Raises:
        NotImplementedError: where Python keeps no bytecode.
    """
    return Path(cache_from_source(module)).with_suffix(".kept")


def read_beside(path: Path, head: bytes) -> memoryview:
    """What was written to ``path`` under that head.

    Raises:
        OSError: when there is no such file.
        ValueError: when it has another head, or is damaged.
    """
    whole = memoryview(path.read_bytes())
    start = len(head) + _CHECK
    content = whole[start:]
    if whole[:start] != head + source_hash(content):
        raise ValueError("is of another head, or damaged")
    return content


def write_beside(path: Path, head: bytes, content: bytes | memoryview) -> None:
    """Writes ``content`` under that head in one step, so that nobody ever reads half of it.

    Raises:
        OSError: when that cannot be; what was there before is there still.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    own = path.with_suffix(f".{os.getpid()}-{get_ident()}")
    try:
        with own.open("xb") as file:
            file.writelines((head, source_hash(content), content))
        own.replace(path)
    except BaseException:
        own.unlink(missing_ok=True)
        raise
