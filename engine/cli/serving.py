"""The command that serves others over HTTP: serve."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..output import complain
from .application import Command, app, examples, fail
from .options import Ignore, Select

__all__ = ["serve"]


@app.command(
    cls=Command,
    epilog=examples(
        "belie serve",
        "belie serve --port 8080 --workers 4 --config house/belie.toml",
        "belie serve --host 0.0.0.0 --allow-origin https://cms.example.org",
    ),
)
def serve(  # noqa: PLR0913 - one parameter an option
    *,
    host: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS", help="Where to listen; whoever reaches it may ask. 0.0.0.0 is all."
        ),
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="N", help="0 has the system choose one.")
    ] = 8765,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help="How many processes check; if not said, one a processor."
        ),
    ] = None,
    queue: Annotated[
        int,
        typer.Option(
            min=0, metavar="N", help="How many requests may wait; any more are refused (429)."
        ),
    ] = 250,
    timeout: Annotated[
        float,
        typer.Option(min=0.1, metavar="SECONDS", help="How long checking one may take (504)."),
    ] = 30.0,
    max_bytes: Annotated[
        int, typer.Option(min=1, metavar="N", help="How large a request may be (413).")
    ] = 1_000_000,
    allow_origin: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ORIGIN",
            help="Pages of this server may ask, as https://cms.example.org; * is all. Repeatable.",
        ),
    ] = None,
    config: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="The belie.toml to go by; else the nearest to this folder."
        ),
    ] = None,
    select: Select = None,
    ignore: Ignore = None,
    access_log: Annotated[
        bool, typer.Option("--access-log", help="Write a line for each request.")
    ] = False,
) -> None:
    """Check what is sent over HTTP: as JSON, or as LanguageTool is asked.

    GET /docs says what can be asked, and / is a page to check an article on. Nothing that is sent
    is kept or logged. Ctrl-C and SIGTERM end it once what is in hand is answered.

    Exit code 0: it was ended so. 2: it could not begin.
    """
    try:
        import starlette  # noqa: F401 - else it is said here
        import uvicorn  # noqa: F401
    except ImportError:
        fail("serve needs starlette and uvicorn; install them with: pip install 'belie[serve]'")
    from ..serve.messages import Setup
    from ..serve.receiving import Limits
    from ..serve.server import Service, listening, processors
    from ..serve.server import serve as run
    from ..serve.worker_process import BeginningError

    setup = Setup(config, tuple(select or ()), tuple(ignore or ()), timeout / 2, max_bytes)
    service = Service(
        setup=setup,
        workers=workers or processors(),
        queue=queue,
        timeout=timeout,
        limits=Limits(max_bytes),
        origins=tuple(allow_origin or ()),
        log=access_log,
    )
    try:
        listener = listening(host, port)
    except OSError as failure:
        fail(f"{host}:{port}: cannot be listened on: {failure.strerror}")
    try:
        run(service, listener, complain)
    except BeginningError as failure:
        fail(str(failure))
