"""What is wrong with a request, or with the service, as RFC 9457 has it: ``problem+json``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal, get_args

from ..entries import EntryError
from .messages import TEXT, Answer

__all__ = ["MEDIA", "PROBLEMS", "Mistake", "Name", "Problem", "ProblemError", "mistake_in", "unfit"]

MEDIA = "application/problem+json"

Name = Literal[
    "not-found", "not-allowed", "unfinished", "too-large", "wrong-type", "unfit", "too-much",
    "fault", "unavailable", "too-long",
]  # fmt: skip

PROBLEMS: Mapping[Name, tuple[HTTPStatus, str, str]] = {
    "not-found": (
        HTTPStatus.NOT_FOUND,
        "There is nothing at this address",
        "No such path is served.",
    ),
    "not-allowed": (
        HTTPStatus.METHOD_NOT_ALLOWED,
        "This address takes other methods",
        "The header Allow says which.",
    ),
    "unfinished": (
        HTTPStatus.REQUEST_TIMEOUT,
        "The request did not come to its end",
        "Its body took too long to arrive.",
    ),
    "too-large": (
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        "The request is too large",
        "Its body has more bytes than the service takes. Send less, or check parts of it.",
    ),
    "wrong-type": (
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        "The request is in a form that is not read here",
        "The header Content-Type, or Content-Encoding, says something else than what is read.",
    ),
    "unfit": (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "The request cannot be checked",
        "What was sent is no article, or no statement. `errors` says what is wrong, and where.",
    ),
    "too-much": (
        HTTPStatus.TOO_MANY_REQUESTS,
        "Too many requests are waiting",
        "Nothing was checked. Send it again after as many seconds as the header Retry-After says.",
    ),
    "fault": (
        HTTPStatus.INTERNAL_SERVER_ERROR,
        "There is a fault in belie",
        "The same request will fail again. Please report it.",
    ),
    "unavailable": (
        HTTPStatus.SERVICE_UNAVAILABLE,
        "The request was not checked",
        "Its process died, or none was free. Send it again after the seconds of Retry-After.",
    ),
    "too-long": (
        HTTPStatus.GATEWAY_TIMEOUT,
        "The check took too long",
        "It was given up. Check the article in parts, or have the service allow more time.",
    ),
}
"""By name: the status, the title, and what it means."""

assert set(PROBLEMS) == set(get_args(Name))  # noqa: S101 - both are here


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong in a request.

    Attributes:
        detail: what, and what to do.
        at: where in the JSON, a path of keys and indexes.
        parameter: or the parameter that it is in.
        line: or the line, where the body is no JSON at all.
    """

    detail: str
    at: tuple[str | int, ...] = ()
    parameter: str | None = None
    line: int | None = None

    def data(self) -> dict[str, object]:
        """As in the answer; the place in the JSON is a pointer (RFC 6901)."""
        if self.parameter is not None:
            return {"detail": self.detail, "parameter": self.parameter}
        if self.line is not None:
            return {"detail": self.detail, "line": self.line}
        steps = (str(step).replace("~", "~0").replace("/", "~1") for step in self.at)
        return {"detail": self.detail, "pointer": "".join(f"/{step}" for step in steps)}


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a request was not answered as was asked.

    Attributes:
        name: which of ``PROBLEMS``.
        detail: what is wrong this time, in a sentence.
        mistakes: each thing that is wrong with the request.
    """

    name: Name
    detail: str
    mistakes: Sequence[Mistake] = ()

    @property
    def status(self) -> int:
        """That of HTTP."""
        return PROBLEMS[self.name][0].value

    def answer(self) -> Answer:
        """What is sent."""
        data: dict[str, object] = {
            "type": f"/docs#{self.name}",
            "title": PROBLEMS[self.name][1],
            "status": self.status,
            "detail": self.detail,
        }
        if self.mistakes:
            data["errors"] = [each.data() for each in self.mistakes]
        return Answer(json.dumps(data).encode(), MEDIA, self.status)

    def in_words(self) -> Answer:
        """What is sent to those who know LanguageTool, which has plain words, and 400."""
        status = HTTPStatus.BAD_REQUEST.value if self.name == "unfit" else self.status
        return Answer(f"Error: {self.detail}".encode(), TEXT, status)


class ProblemError(Exception):
    """Raised where a request cannot be answered as was asked."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.detail)
        self.problem = problem


def mistake_in(failure: EntryError) -> Mistake:
    """What keeps an object of JSON from being an article."""
    return Mistake(str(failure), failure.at, line=failure.line)


def unfit(detail: str, *at: str | int, parameter: str | None = None) -> ProblemError:
    """To be raised where a request cannot be checked.

    Args:
        detail: why, in a sentence.
        at: where in the JSON.
        parameter: or the parameter that is at fault.
    """
    return ProblemError(Problem("unfit", detail, [Mistake(detail, at, parameter)]))
