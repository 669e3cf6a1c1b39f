"""What is done around every request: it is measured, logged in a line, and answered with care."""

from __future__ import annotations

from collections.abc import Callable, Collection
from time import monotonic

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .metrics import Metrics

__all__ = ["Wrapping"]

_OWN = "'self'"
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'none'",
            *(f"{what} {_OWN}" for what in ("script-src", "style-src", "connect-src")),
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        )
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""The pages of the service ask for nothing but what is its own; and nobody keeps answers."""

_METHODS = ("GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH")
_OTHER = "other"


class Wrapping:
    """An application with that around it.

    Args:
        service: the application.
        metrics: notes each request.
        paths: those that there are.
        log: is told a line for each request: the method, the path, the status and the seconds.
    """

    def __init__(
        self,
        service: ASGIApp,
        metrics: Metrics,
        paths: Collection[str],
        log: Callable[[str], None] | None = None,
    ) -> None:
        self._service = service
        self._metrics = metrics
        self._paths = paths
        self._log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request."""
        status, begun = 0, monotonic()

        async def sent(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            await self._service(scope, receive, sent)
        finally:
            seconds = monotonic() - begun
            path = scope["path"] if scope["path"] in self._paths else _OTHER
            method = scope["method"] if scope["method"] in _METHODS else _OTHER
            self._metrics.note(method, path, status, seconds)
            if self._log is not None:
                self._log(f"{method} {path} {status} {seconds:.3f} s")
