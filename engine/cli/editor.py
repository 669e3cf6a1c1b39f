"""The command for editors: lsp."""

from __future__ import annotations

from .application import Command, app, examples, fail

__all__ = ["lsp"]


@app.command(
    cls=Command,
    epilog=examples(
        "belie lsp",
    ),
)
def lsp() -> None:
    """Serve an editor: findings, while copy is written, by the Language Server Protocol.

    It speaks over standard input and output, and is started by the editor. docs/editor.md says how
    to set up VS Code, Neovim and Helix.
    """
    try:
        from ..lsp.server import serve
    except ImportError as missing:
        if missing.name not in ("pygls", "lsprotocol"):
            raise
        fail("an editor is served with pygls; install it with: pip install 'belie[lsp]'")
    serve()
