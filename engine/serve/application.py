"""What is asked of the service over HTTP, and by whom it is answered.

Nothing that needs a processor for long is done here: that is for the processes of the pool.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from importlib.metadata import version

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from .messages import CSS, HTML, SCRIPT, Answer, Job
from .metrics import MEDIA as METRICS
from .metrics import Metrics
from .pool import Pool
from .problems import Name, Problem
from .receiving import Limits, Receiving
from .templates import file
from .wrapping import Wrapping

__all__ = ["application"]

_ALSO_POSTED = ("/v2/maxtextlength", "/v2/configinfo")
"""What LanguageTool's own client asks for with POST."""

_DESCRIBING = 120.0  # seconds in which it must have been said what there is
_PREFLIGHT = 600  # seconds for which a browser remembers that it may ask

_UNKNOWN: dict[int, Name] = {404: "not-found", 405: "not-allowed"}


async def application(
    pool: Pool,
    limits: Limits,
    *,
    origins: Sequence[str] = (),
    log: Callable[[str], None] | None = None,
) -> ASGIApp:
    """The service.

    Args:
        pool: what checks; it is asked at once what there is to be described.
        limits: how much is taken.
        origins: the pages of other servers that may ask, as browsers name them; "*" is all.
        log: is told a line for each request.

    Raises:
        LateError: when that takes too long.
        LostError: when the process that is asked dies.
        WaitedError: when none can be asked.
    """
    metrics = Metrics(pool)
    receiving = Receiving(pool, limits)
    described = json.loads((await pool.answer(Job("describe"), _DESCRIBING)).body)
    fixed = {
        "/": Answer(file("page.html"), HTML),
        "/assets/page.js": Answer(file("page.js"), SCRIPT),
        "/assets/page.css": Answer(file("page.css"), CSS),
        **{path: Answer(text.encode(), media) for path, (media, text) in described.items()},
    }

    release = version("belie")

    async def health(_: Request) -> Response:
        if not pool.ready:
            return _sent(Problem("unavailable", "no process can check").answer())
        data = {
            "status": "ok",
            "version": release,
            "workers": pool.workers,
            "ready": pool.ready,
            "in_hand": pool.in_hand,
        }
        return _sent(Answer(json.dumps(data).encode()))

    async def measured(_: Request) -> Response:
        return _sent(Answer(metrics.text().encode(), METRICS))

    routes = [
        Route("/v1/check", receiving.check, methods=["POST"]),
        Route("/v1/statements", receiving.statements, methods=["POST"]),
        Route("/v2/check", receiving.language_tool, methods=["GET", "POST"]),
        Route("/health", health),
        Route("/metrics", measured),
        *(_fixed(path, answer) for path, answer in fixed.items()),
    ]
    service = Starlette(
        routes=routes,
        middleware=_cross_origin(origins),
        exception_handlers={HTTPException: _refused, Exception: _broken},
    )
    service.router.redirect_slashes = False
    return Wrapping(service, metrics, {route.path for route in routes}, log)


def _fixed(path: str, answer: Answer) -> Route:
    """A route to what is always the same."""

    async def shown(_: Request) -> Response:
        return _sent(answer)

    methods = ["GET", "POST"] if path in _ALSO_POSTED else ["GET"]
    return Route(path, shown, methods=methods)


def _cross_origin(origins: Sequence[str]) -> list[Middleware]:
    if not origins:
        return []
    return [
        Middleware(
            CORSMiddleware,
            allow_origins=origins,
            allow_methods=["GET", "POST"],
            allow_headers=["Content-Type"],
            expose_headers=["Retry-After"],
            max_age=_PREFLIGHT,
        )
    ]


async def _refused(request: Request, failure: Exception) -> Response:
    """The answer where there is no such path, or not with that method."""
    assert isinstance(failure, HTTPException)  # noqa: S101 - it is registered for these
    name = _UNKNOWN[failure.status_code]
    path = request.url.path
    said = {
        "not-found": f"{path} is not served; /docs says what is",
        "not-allowed": f"{path} does not take {request.method}",
    }[name]
    response = _sent(Problem(name, said).answer())
    response.headers.update(failure.headers or {})
    return response


async def _broken(_: Request, failure: Exception) -> Response:
    """The answer where there is a fault in the service; the traceback is in its log."""
    return _sent(Problem("fault", f"a fault of belie's own, {type(failure).__name__}").answer())


def _sent(answer: Answer) -> Response:
    return Response(answer.body, answer.status, media_type=answer.media)
