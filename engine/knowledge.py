"""Where belie's knowledge lives, and how its files are read.

Kinds, words, world tables and rules are data beside the code. A YAML file is read into
a ``Document`` that remembers the line and column of every value, so that an error found
much later still points at the place to mend. Files are untrusted text: no tags beyond
plain YAML, no aliases, no file above a megabyte.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any, ClassVar, TypeVar

from .errors import BelieError
from .kept import Store

__all__ = [
    "FACTS",
    "RULES",
    "Document",
    "Form",
    "KnowledgeError",
    "Limits",
    "TestResult",
    "kept",
    "nearest",
    "parse_yaml",
    "read_words",
    "read_yaml",
]

_HOME = Path(__file__).resolve().parent
_MAX_BYTES = 1_000_000
_CLOSE, _CLOSER = 0.7, 0.8
_SHORTEST = 3

Parsed = TypeVar("Parsed")


def _folder(name: str) -> Path:
    """Beside the package when installed (``belie/facts``), at the top of a checkout otherwise."""
    installed = _HOME / name
    return installed if installed.is_dir() else _HOME.parent / name


FACTS = _folder("facts")
RULES = _folder("rules")

kept = Store(_HOME, (_HOME, FACTS, RULES)).kept
"""Keeps what is made of facts and rules from one process to the next; see ``Store.kept``."""


class KnowledgeError(BelieError):
    """A file of knowledge that cannot be used.

    Attributes:
        path: the file, also as ``file``.
        line: line of the offending value, counted from 1.
        column: its column, counted from 1.
        problem: what is wrong and what to do, in one sentence.
    """

    line: int
    column: int

    def __init__(self, path: Path, line: int, column: int, problem: str) -> None:
        super().__init__(f"{path}:{line}:{column}: {problem}")
        self.path = self.file = path
        self.line = line
        self.column = column
        self.problem = problem


@dataclass(frozen=True, slots=True)
class TestResult:
    """How one example inside a kind or a rule came out.

    Attributes:
        name: the kind or rule, and which of its examples.
        problem: what went wrong, in one sentence; empty where it passed.
        path: the file it stands in.
        line: its line there, counted from 1.
    """

    __test__ = False  # pytest collects what is called Test

    name: str
    passed: bool
    problem: str
    path: Path
    line: int


class Form:
    """What a file must be: a dataclass of this sort has a field for every key of it.

    Pydantic checks it; ``__post_init__`` may raise ValueError for what else is wrong.
    """

    __slots__ = ()
    __pydantic_config__: ClassVar[Mapping[str, Any]] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a value must be beside its type, as said in ``Annotated``; one of them to a type.

    Attributes:
        pattern: what a string must match.
        shortest: least length of a string, a list or a mapping.
        longest: its greatest.
    """

    pattern: str | None = None
    shortest: int | None = None
    longest: int | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:  # noqa: ANN401
        """What pydantic asks for when it checks one."""
        from pydantic import Field

        limits = Field(pattern=self.pattern, min_length=self.shortest, max_length=self.longest)
        return handler.generate_schema(Annotated[source, limits])


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file as plain data, which knows the position of every value."""

    path: Path
    data: Any
    _text: str

    def error(self, problem: str, at: Sequence[str | int] = (), offset: int = 0) -> KnowledgeError:
        """An error that points at the value under ``at``, a path of keys and indexes.

        Args:
            problem: what is wrong and what to do.
            at: keys and indexes from the root; where the path ends early, the last found.
            offset: columns further into the value, as a parser counts them; of no use, and
                left out, where the value runs over several lines.
        """
        from .plain_yaml import place_of

        return KnowledgeError(self.path, *place_of(self._text, at, offset), problem)

    def parse(self, form: type[Parsed]) -> Parsed:
        """The data as ``form``, which is a ``Form`` or a model of pydantic's.

        Raises:
            KnowledgeError: at the first key that is unknown, with the nearest right name, or
                else at the first value that does not fit.
        """
        from .forms import MisfitError, as_form

        try:
            return as_form(form, self.data)
        except MisfitError as misfit:
            hint = nearest(misfit.written, misfit.names)
            raise self.error(f"{misfit.problem}{hint}", misfit.at) from None


def nearest(wanted: str, names: Iterable[str]) -> str:
    """``; did you mean 'x'?`` for the name that ``wanted`` misspells or shortens, else nothing.

    Few misspell a first letter, so a name with another must be closer: "toll" is no "poll".
    """
    from difflib import SequenceMatcher, get_close_matches

    written = wanted.casefold()
    known = {name.casefold(): name for name in names}
    cut = [name for name in known if len(written) >= _SHORTEST and name.startswith(written)]
    within = [name for name in known if len(name) > _SHORTEST and written.startswith(name)]
    close = [
        name
        for name in get_close_matches(written, known, n=len(known) or 1, cutoff=_CLOSE)
        if name[:1] == written[:1] or SequenceMatcher(None, name, written).ratio() >= _CLOSER
    ]
    meant = next(iter([*close, *cut, *within]), None)
    return "" if meant is None else f"; did you mean {known[meant]!r}?"


def read_yaml(path: Path) -> Document:
    """Reads one YAML file.

    Raises:
        KnowledgeError: when it cannot be read, is not UTF-8 or YAML, is above a megabyte,
            repeats a key, or uses an alias or a tag.
    """
    try:
        raw = path.read_bytes()
    except OSError as failure:
        raise KnowledgeError(path, 1, 1, f"cannot be read: {failure.strerror}") from None
    if len(raw) > _MAX_BYTES:
        raise KnowledgeError(path, 1, 1, f"has {len(raw):,} bytes; a million is the limit")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as failure:
        line = raw.count(b"\n", 0, failure.start) + 1
        raise KnowledgeError(path, line, 1, "is not UTF-8; save it as UTF-8") from None
    return parse_yaml(text, path)


@cache
def read_words(name: str) -> Document:
    """The file ``name`` of ``facts/words``, read once; errors as for ``read_yaml``."""
    return kept(f"words-{name}", lambda: read_yaml(FACTS / "words" / f"{name}.yaml"))


def parse_yaml(text: str, path: Path) -> Document:
    """As ``read_yaml``, for a text that is already at hand; ``path`` is what errors name."""
    from .plain_yaml import NotReadError, plain_data

    try:
        return Document(path, plain_data(text), text)
    except NotReadError as failure:
        raise KnowledgeError(path, failure.line, failure.column, failure.problem) from None
