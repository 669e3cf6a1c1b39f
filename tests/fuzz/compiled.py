"""Writes every expression that reading compiles, as JSON: where, the expression, its flags.

A program of its own, for it must stand before ``re.compile`` when the first module is imported.
"""

from __future__ import annotations

import gc
import importlib
import json
import pkgutil
import re
import sys
from pathlib import Path

SEEN: set[tuple[str, str, int]] = set()


def main() -> None:
    """Compiles all that reading compiles."""
    compile_ = re.compile

    def noted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        frame = sys._getframe(1)
        while frame.f_back is not None and "/engine/" not in frame.f_code.co_filename:
            frame = frame.f_back
        compiled = compile_(pattern, flags)
        if isinstance(compiled.pattern, str):
            where = f"{Path(frame.f_code.co_filename).as_posix().partition('/engine/')[2]}"
            SEEN.add((f"{where}:{frame.f_lineno}", compiled.pattern, compiled.flags))
        return compiled

    re.compile = noted  # type: ignore[assignment]
    from belie.kept import Store

    Store.kept = lambda _, __, make, *___: make()  # type: ignore[method-assign,misc]
    import belie.reading
    from belie.kinds import load_kinds
    from belie.lazy import LazyPattern
    from belie.model import Article

    for module in pkgutil.walk_packages(belie.reading.__path__, "belie.reading."):
        importlib.import_module(module.name)
    from belie.reading.cells import CellReader
    from belie.reading.reader import _Reader
    from invented import sentences

    reader = _Reader(load_kinds())
    CellReader(reader.analyser)
    for start in range(0, len(sentences()), 50):
        reader.read(Article("\n\n".join(sentences()[start : start + 50])))
    for lazy in (each for each in gc.get_objects() if isinstance(each, LazyPattern)):
        SEEN.add(("lazy", lazy.pattern, lazy._flags))
    for phrase in reader.book.all:
        made = (phrase.active, phrase.passive, phrase.left, phrase.agent, *(phrase.counted or ()))
        for each in filter(None, made):
            SEEN.discard(("lazy", each.pattern, each._flags))
            SEEN.add((f"phrase {phrase.name}", each.pattern, each._flags))
    json.dump(sorted(SEEN), sys.stdout)


if __name__ == "__main__":
    main()
