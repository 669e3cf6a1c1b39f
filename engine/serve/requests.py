"""What stands in a request: JSON, statements, and what is wanted of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from ..entries import EntryError, parsed
from ..kinds import Kind
from ..knowledge import nearest
from ..model import Stated
from ..statements.articles import stated_alone
from ..statements.facts import FactMaker
from ..statements.gathered import Gathered
from ..statements.tables import Row, rows_of
from .problems import Mistake, Problem, ProblemError, mistake_in, unfit

__all__ = ["PARAMETERS", "Choice", "choice_of", "data_of", "stated_in"]

PARAMETERS = ("select", "ignore", "findings")
"""What may stand behind the question mark."""

_TRUTHS = {"true": True, "false": False}
_UNNAMED = "statements"
_MOST_MISTAKES = 20


@dataclass(frozen=True, slots=True)
class Choice:
    """What is wanted of a check, as of ``belie check``.

    Attributes:
        select: only these rules.
        ignore: not these rules.
        findings: whether of the report only the findings, with the facts that they name.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    findings: bool = False


def choice_of(query: Mapping[str, Sequence[str]]) -> Choice:
    """What the parameters of a request ask for.

    Raises:
        ProblemError: when one is not known, or has a value that it cannot have.
    """
    for name in query:
        if name not in PARAMETERS:
            known = nearest(name, PARAMETERS) or f"; there are {', '.join(PARAMETERS)}"
            raise unfit(f"there is no parameter {name!r}{known}", parameter=name)
    findings = next(reversed(query.get("findings", ("false",))))
    if findings not in _TRUTHS:
        raise unfit(f"'findings' is true or false, not {findings!r}", parameter="findings")
    select, ignore = (tuple(filter(str.strip, query.get(x, ()))) for x in ("select", "ignore"))
    return Choice(select, ignore, _TRUTHS[findings])


def data_of(body: bytes) -> object:
    """The JSON that ``body`` is.

    Raises:
        ProblemError: when it is none, or not in UTF-8.
    """
    try:
        return parsed(body.decode("utf-8-sig"))
    except UnicodeDecodeError as failure:
        line = body.count(b"\n", 0, failure.start) + 1
        problem = EntryError("is not UTF-8, which JSON is sent in", line)
    except EntryError as failure:
        problem = failure
    raise ProblemError(Problem("unfit", f"the body {problem}", [mistake_in(problem)])) from None


def stated_in(data: object, kinds: Mapping[str, Kind], maker: FactMaker) -> Stated:
    """What ``data`` states of one article; statements that state nothing are among the errors.

    Args:
        data: one statement, a list of them, or an object that has one under ``statements``.
        kinds: of which they can be.
        maker: makes facts of them.

    Raises:
        ProblemError: when none is of any kind, or they are of several articles.
    """
    rows = list(rows_of("statement", data))
    gathered = Gathered(rows)
    names = [name for name in gathered.articles() if name is not None]
    if len(names) > 1:
        several = f"{names[0]!r} and {names[1]!r}"
        raise unfit(f"the statements are of several articles, {several}; send those of one")
    name = names[0] if names else _UNNAMED
    gathered.name_others(name)
    stated = stated_alone(name, gathered.of(name), maker)
    if not any(isinstance(row, Row) and _kind(row) in kinds for row in rows):
        mistakes = [Mistake(issue.message) for issue in islice(stated.errors, _MOST_MISTAKES)]
        raise ProblemError(Problem("unfit", "there is no statement in it", mistakes))
    return stated


def _kind(row: Row) -> str:
    return str(row.cells.get("kind")).casefold()
