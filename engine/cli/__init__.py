"""The command."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from io import TextIOWrapper

from ..containment import log_tracebacks
from ..knowledge import KnowledgeError
from ..output import complain
from ..stopping import heed_stops
from . import (
    archive,
    archive_listing,
    authoring,
    checking,
    corrections,
    crossing,
    editor,
    export,
    house,
    mapping,
    serving,
)
from .application import FAILED, app

__all__ = [
    "app", "archive", "archive_listing", "authoring", "checking", "corrections", "crossing",
    "editor", "export", "house", "main", "mapping", "serving",
]  # fmt: skip

_ALLOCATIONS = 200_000  # between two collections: what is loaded stays, and is walked for nothing


def main() -> None:
    """Runs the command; what is written is UTF-8 wherever it goes.

    A fault of belie's own ends in its traceback and exit code 2, for 1 would mean a finding;
    what the machine has too little of is one line. ``BELIE_DEBUG=1`` shows the traceback there
    too, and where only part of an article is lost to a fault.
    """
    _hold_standard_files()
    heed_stops()
    debugging = bool(os.environ.get("BELIE_DEBUG"))
    if debugging:
        log_tracebacks()
    gc.set_threshold(_ALLOCATIONS)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        app()
    except KnowledgeError as failure:  # a phrase that only turns out wrong when it is compiled
        complain(str(failure))
        sys.exit(FAILED)
    except (OSError, MemoryError) as failure:
        if debugging:
            traceback.print_exc()
        # Nothing that has to be loaded first, as for a complaint: there may be no file left.
        print(f"belie: {str(failure) or 'there is not enough memory'}", file=sys.stderr)  # noqa: T201
        sys.exit(FAILED)
    except Exception:  # noqa: BLE001 - said in full, and nothing else runs
        traceback.print_exc()
        sys.exit(FAILED)


def _hold_standard_files() -> None:
    """Keeps the descriptors of standard files that are closed from being those of others."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
