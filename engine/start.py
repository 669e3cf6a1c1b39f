"""Where the command begins, so that Ctrl-C is heard before all of it is loaded."""

from __future__ import annotations

import sys

__all__ = ["main"]

_INTERRUPTED = 130


def main() -> None:
    """Runs the command ``belie``; Ctrl-C ends it with exit code 130 and nothing more."""
    try:
        from .cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
