"""Requests that have something checked: how they are taken in, wait, and are answered."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from .messages import Answer, Errand, Job
from .pool import FullError, Pool, WaitedError
from .problems import Problem, ProblemError
from .worker_process import LateError, LostError

__all__ = ["Limits", "Receiving"]

_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"
_HTML = "text/html"
_CODINGS = ("", "identity")
_CHARSETS = ("", "utf-8", "utf8")
_GONE = 499  # in figures; nobody sees it
_LATER = (429, 503)
"""Answers after which the same may be asked again."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is taken.

    Attributes:
        largest: bytes that the body of a request may have.
        arriving: seconds that it may take to arrive.
    """

    largest: int = 1_000_000
    arriving: float = 30.0


class Receiving:
    """Takes requests in and has them answered.

    Args:
        pool: by what.
        limits: how much is taken.
    """

    def __init__(self, pool: Pool, limits: Limits) -> None:
        self._pool = pool
        self._limits = limits

    async def check(self, request: Request) -> Response:
        """An article, as JSON; the report as JSON, or where a browser asks for it as HTML."""
        errand: Errand = "page" if _wants_html(request) else "check"
        response = await self._answered(request, errand, Problem.answer)
        response.headers["Vary"] = "Accept"
        return response

    async def statements(self, request: Request) -> Response:
        """Statements, as JSON."""
        return await self._answered(request, "statements", Problem.answer)

    async def language_tool(self, request: Request) -> Response:
        """Copy in the form of LanguageTool."""
        return await self._answered(request, "language tool", Problem.in_words)

    async def _answered(
        self, request: Request, errand: Errand, told: Callable[[Problem], Answer]
    ) -> Response:
        try:
            _refuse_other_types(request, _FORM if errand == "language tool" else _JSON)
            with self._pool.admitted():
                query = request.query_params
                job = Job(
                    errand,
                    await self._body(request),
                    {name: query.getlist(name) for name in query},
                )
                answer = await self._unless_gone(request, job)
        except ClientDisconnect:
            return Response(status_code=_GONE)
        except ProblemError as failure:
            answer = told(failure.problem)
        except FullError:
            answer = told(Problem("too-much", "too many requests are waiting; send it again later"))
        except WaitedError:
            answer = told(Problem("unavailable", "no process was free for too long"))
        except LateError as failure:
            answer = told(Problem("too-long", f"checking it {failure}"))
        except LostError as failure:
            answer = told(Problem("unavailable", f"the process that checked it {failure}"))
        response = Response(answer.body, answer.status, media_type=answer.media)
        if answer.status in _LATER:
            response.headers["Retry-After"] = str(self._pool.seconds_until_free())
        return response

    async def _body(self, request: Request) -> bytes:
        """What was sent.

        Raises:
            ProblemError: when it is too large, or does not arrive.
        """
        if request.method in ("GET", "HEAD"):
            return bytes(request.scope["query_string"])
        largest, body = self._limits.largest, bytearray()
        too_large = Problem("too-large", f"the request has more than {largest:,} bytes")
        if int(request.headers.get("Content-Length", 0)) > largest:
            raise ProblemError(too_large)
        try:
            async with asyncio.timeout(self._limits.arriving):
                async for piece in request.stream():
                    body += piece
                    if len(body) > largest:
                        raise ProblemError(too_large)
        except TimeoutError:
            said = f"the request did not arrive in {self._limits.arriving:g} s"
            raise ProblemError(Problem("unfinished", said)) from None
        return bytes(body)

    async def _unless_gone(self, request: Request, job: Job) -> Answer:
        """The answer of the pool.

        Raises:
            ClientDisconnect: when nobody waits for it any more; what has not begun is not done.
            LostError: when the process that does it dies, or the service is ended at once.
        """
        work = asyncio.create_task(self._pool.answer(job))
        gone = asyncio.create_task(_leaving(request))
        try:
            await asyncio.wait({work, gone}, return_when=asyncio.FIRST_COMPLETED)
            if not work.done():
                raise ClientDisconnect
            if work.cancelled():
                raise LostError("was ended with the service")
            return work.result()
        finally:
            work.cancel()
            gone.cancel()


async def _leaving(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _refuse_other_types(request: Request, wanted: str) -> None:
    """Raises ProblemError where something else is sent than ``wanted``."""
    coding = request.headers.get("Content-Encoding", "").strip().lower()
    if coding not in _CODINGS:
        raise ProblemError(Problem("wrong-type", f"a body in {coding} is not read; send it plain"))
    given = request.headers.get("Content-Type", "")
    media, _, rest = (part.strip().lower() for part in given.partition(";"))
    if not media and wanted == _FORM:
        return  # LanguageTool does not ask either
    if media != wanted:
        said = f"{media} is not read here" if media else "there is no header Content-Type"
        raise ProblemError(Problem("wrong-type", f"{said}; send {wanted}"))
    charset = rest.partition("charset=")[2].strip(' "')
    if charset not in _CHARSETS:
        raise ProblemError(Problem("wrong-type", f"{charset} is not read; send it in UTF-8"))


def _wants_html(request: Request) -> bool:
    """Whether HTML is asked for, and before JSON."""
    accepted = request.headers.get("Accept", "").split(",")
    asked = [each.partition(";")[0].strip() for each in accepted]
    return _HTML in asked and _JSON not in asked[: asked.index(_HTML)]
