"""The service, from when it begins to listen until it has answered what is in hand."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import ip_address

from .messages import Setup
from .receiving import Limits

__all__ = ["Service", "listening", "processors", "serve"]

_WAITING = 2_048  # connections that the system holds until they are taken in
_STOPS = (signal.SIGINT, signal.SIGTERM)


@dataclass(frozen=True, slots=True)
class Service:
    """How the service is run.

    Attributes:
        setup: how is checked.
        workers: how many processes check.
        queue: how many requests may be in hand beside those that these do.
        timeout: seconds that one of these may take over a request.
        patience: seconds that a request may wait for one.
        limits: how much is taken.
        origins: the pages of other servers that may ask.
        log: whether a line is written for each request.
    """

    setup: Setup = field(default_factory=Setup)
    workers: int = 1
    queue: int = 250
    timeout: float = 30.0
    patience: float = 120.0
    limits: Limits = field(default_factory=Limits)
    origins: tuple[str, ...] = ()
    log: bool = False


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0))


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there; for port 0 the system chooses one.

    Raises:
        OSError: when it cannot.
    """
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    listener = socket.socket(family, kind, protocol)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(_WAITING)
    except OSError:
        listener.close()
        raise
    listener.setblocking(False)
    return listener


def _address_of(listener: socket.socket) -> str:
    """Where it listens, as a browser is told."""
    host, port, *_ = listener.getsockname()
    shown = f"[{host}]" if ip_address(host).version == 6 else host  # noqa: PLR2004
    return f"http://{shown}:{port}"


def serve(service: Service, listener: socket.socket, say: Callable[[str], None]) -> None:
    """Serves until Ctrl-C or SIGTERM, and then answers what is in hand.

    Args:
        service: how.
        listener: where.
        say: is told what happens, a line each.

    Raises:
        BeginningError: when nothing can be checked as is asked.
    """
    asyncio.run(_serve(service, listener, say))


async def _serve(service: Service, listener: socket.socket, say: Callable[[str], None]) -> None:
    import uvicorn

    from .application import application
    from .pool import Pool, WaitedError
    from .worker_process import BeginningError, LateError, LostError

    pool = Pool(
        service.setup,
        service.workers,
        queue=service.queue,
        timeout=service.timeout,
        patience=service.patience,
        say=say,
    )
    async with pool:
        for problem in pool.problems:
            say(problem)
        log = say if service.log else None
        try:
            app = await application(pool, service.limits, origins=service.origins, log=log)
        except (LateError, LostError, WaitedError) as failure:
            raise BeginningError(f"what there is was not described: {failure!r}") from None
        _hand_over_log(say)
        server = uvicorn.Server(
            uvicorn.Config(
                app,
                http="h11",
                ws="none",
                loop="asyncio",
                lifespan="off",
                interface="asgi3",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                backlog=_WAITING,
            )
        )
        # uvicorn heeds the signals while it runs, and raises them again once it has ended.
        for number in _STOPS:
            signal.signal(number, lambda *_: setattr(server, "should_exit", True))
        say(f"listening on {_address_of(listener)}; Ctrl-C ends it")
        await server.serve(sockets=[listener])
    answered = "stopped; what was in hand is answered"
    say("stopped at once, as was asked twice" if server.force_exit else answered)


def _hand_over_log(say: Callable[[str], None]) -> None:
    """Has what uvicorn warns of said as all else is."""

    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            for line in self.format(record).splitlines():
                say(line)

    log = logging.getLogger("uvicorn.error")
    log.handlers, log.propagate = [Handler(logging.WARNING)], False
    log.setLevel(logging.WARNING)
