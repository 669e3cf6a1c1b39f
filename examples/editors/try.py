"""Opens a file with ``belie lsp`` as an editor does, and prints what it is told.

python examples/editors/try.py FILE

Needs ``pip install 'belie[lsp]'`` in the environment of the Python that runs it.
"""

from __future__ import annotations

import asyncio
import sys
from importlib.metadata import version
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import BaseLanguageClient

LANGUAGES = {".md": "markdown", ".html": "html"}


async def diagnostics(file: Path) -> list[types.Diagnostic]:
    """What ``belie lsp`` says of a file."""
    client = BaseLanguageClient("try", version("belie"))
    told: asyncio.Future[list[types.Diagnostic]] = asyncio.get_running_loop().create_future()

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def take(params: types.PublishDiagnosticsParams) -> None:
        if not told.done():
            told.set_result(list(params.diagnostics))

    await client.start_io(sys.executable, "-m", "belie", "lsp")
    await client.initialize_async(types.InitializeParams(capabilities=types.ClientCapabilities()))
    client.initialized(types.InitializedParams())
    document = types.TextDocumentItem(
        file.resolve().as_uri(),
        LANGUAGES.get(file.suffix, "plaintext"),
        1,
        file.read_text(encoding="utf-8"),
    )
    client.text_document_did_open(types.DidOpenTextDocumentParams(document))
    found = await told
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()
    return found


for each in asyncio.run(diagnostics(Path(sys.argv[1]))):
    print(f"{each.range.start.line + 1}:{each.range.start.character + 1} {each.code}: {each.message}")
