"""Where belie's knowledge lives, and how its files are read.

Kinds, words, world tables and rules are data beside the code. A YAML file is read into
a ``Document`` that remembers the line and column of every value, so that an error found
much later still points at the place to mend. Files are untrusted text: no tags beyond
plain YAML, no aliases, no file above a megabyte.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast, get_args

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

__all__ = [
    "FACTS",
    "RULES",
    "Document",
    "KnowledgeError",
    "TestResult",
    "nearest",
    "parse_yaml",
    "read_words",
    "read_yaml",
]

_HOME = Path(__file__).resolve().parent
_MAX_BYTES = 1_000_000
_MAX_DEPTH = 40  # a parser in C that recurses deeper takes the whole process with it

Model = TypeVar("Model", bound=BaseModel)


def _folder(name: str) -> Path:
    """Beside the package when installed (``belie/facts``), at the top of a checkout otherwise."""
    installed = _HOME / name
    return installed if installed.is_dir() else _HOME.parent / name


FACTS = _folder("facts")
RULES = _folder("rules")


class KnowledgeError(Exception):
    """A file of knowledge that cannot be used.

    Attributes:
        path: the file.
        line: line of the offending value, counted from 1.
        column: its column, counted from 1.
        problem: what is wrong and what to do, in one sentence.
    """

    def __init__(self, path: Path, line: int, column: int, problem: str) -> None:
        super().__init__(f"{path}:{line}:{column}: {problem}")
        self.path = path
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
        node = cast(yaml.Node, _composed(self._text))  # which is not empty, for it was read
        for step in at:
            child = _child(node, step)
            if child is None:
                break
            node = child
        mark = node.start_mark
        column = mark.column + 1
        if isinstance(node, yaml.ScalarNode) and node.end_mark.line == mark.line:
            column += offset + (node.style in ("'", '"') if offset else 0)
        return KnowledgeError(self.path, mark.line + 1, column, problem)

    def parse(self, model: type[Model]) -> Model:
        """The data as ``model``.

        Raises:
            KnowledgeError: at the first key that is unknown, with the nearest right name, or
                else at the first value that does not fit.
        """
        try:
            return model.model_validate(self.data)
        except ValidationError as failure:
            first = _telling(failure.errors())
            *above, last = first["loc"] or ("",)
            at = [step for step in above if "[" not in str(step)]
            problem = first["msg"].removeprefix("Value error, ")
            if first["type"] == "extra_forbidden":
                names = _model_at(model, at).model_fields
                problem = f"unknown key {last!r}{nearest(str(last), names)}"
            elif first["type"] == "missing":
                problem = f"the key {last!r} is missing"
            raise self.error(problem, [*at, last]) from None


def _telling(errors: list[ErrorDetails]) -> ErrorDetails:
    """The error to tell of: an unknown key, which may be the one that is missing, or the first.

    Where a value may be of several types, which pydantic names in brackets, the first error
    is that of the first type; that of the type which fits furthest says more.
    """
    first = min(errors, key=lambda each: each["type"] != "extra_forbidden")
    *place, last = first["loc"] or ("",)
    same = [each for each in errors if list(each["loc"][: len(place)]) == place]
    return max(same, key=lambda each: len(each["loc"])) if "[" in str(last) else first


def _model_at(model: type[BaseModel], at: Sequence[str | int]) -> type[BaseModel]:
    """The model of what stands under ``at``, as deep as the path can be followed."""
    for step in at:
        if isinstance(step, str) and step in model.model_fields:
            model = next(_models(model.model_fields[step].annotation), model)
    return model


def _models(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - any type there is
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


def _child(node: yaml.Node, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == str(step)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        child: yaml.Node = node.value[step]
        return child
    return None


def nearest(wanted: str, names: Iterable[str]) -> str:
    """``; did you mean 'x'?`` for the name closest to ``wanted``, or an empty string."""
    close = difflib.get_close_matches(wanted, list(names), n=1, cutoff=0.6)
    return f"; did you mean {close[0]!r}?" if close else ""


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
    return read_yaml(FACTS / "words" / f"{name}.yaml")


def parse_yaml(text: str, path: Path) -> Document:
    """As ``read_yaml``, for a text that is already at hand; ``path`` is what errors name."""
    try:
        data = _plain(text)
    except (_NotPlainError, yaml.YAMLError, ValueError):
        data = _examined(text, path)  # which says what is wrong, and where
    return Document(path, data, text)


def _examined(text: str, path: Path) -> Any:  # noqa: ANN401 - what YAML can say
    """The data of a text; slower than ``_plain``, and exact about what is wrong."""
    try:
        _refuse_beyond_plain(text, path)
        root = _composed(text)
        if root is None:
            raise KnowledgeError(path, 1, 1, "is empty")
        _refuse_odd_keys(root, path)
        return _Loader("").construct_document(root)
    except yaml.MarkedYAMLError as failure:
        where = failure.problem_mark or failure.context_mark
        line, column = (where.line + 1, where.column + 1) if where else (1, 1)
        raise KnowledgeError(path, line, column, f"is not YAML: {failure.problem}") from None
    except yaml.reader.ReaderError as failure:
        raise KnowledgeError(path, 1, 1, f"is not YAML: {failure.reason}") from None


@lru_cache(maxsize=8)
def _composed(text: str) -> yaml.Node | None:
    """The nodes of a text, each with its place; ``None`` of an empty one."""
    return yaml.compose(text, Loader=_Loader)


class _NotPlainError(Exception):
    """What a text holds is not the plainest YAML."""


class _Open:
    """A list or mapping while it is read, with the key that waits for its value."""

    __slots__ = ("data", "key", "seen")

    def __init__(self, data: Any) -> None:  # noqa: ANN401 - a list or a mapping
        self.data = data
        self.key: Any = _NO_KEY
        self.seen: set[str] = set()


def _plain(text: str) -> Any:  # noqa: ANN401 - what YAML can say
    """The data of a text of the plainest YAML, straight from the events of the parser.

    Raises:
        _NotPlainError: where there is anything else in it, which need not be wrong.
        yaml.YAMLError: where it is not YAML.
    """
    top = _Open([])
    above = [top]
    events: Iterator[Any] = yaml.parse(text, Loader=_Loader)
    for event in events:
        sort = type(event)
        if sort in _ENDS:
            above.pop()
        elif sort in _BEGINNINGS:
            if event.anchor or event.tag or len(above) > _MAX_DEPTH:
                raise _NotPlainError
            value = _scalar(event) if sort is yaml.ScalarEvent else _BEGINNINGS[sort]()
            _put(value, event, above[-1])
            if sort is not yaml.ScalarEvent:
                above.append(_Open(value))
        elif sort is yaml.AliasEvent:
            raise _NotPlainError
    if len(top.data) != 1:
        raise _NotPlainError
    return top.data[0]


def _put(value: Any, event: yaml.NodeEvent, holder: _Open) -> None:  # noqa: ANN401
    """Puts what an event says into the list or mapping that holds it."""
    if isinstance(holder.data, list):
        holder.data.append(value)
    elif holder.key is _NO_KEY:
        if not isinstance(event, yaml.ScalarEvent) or event.value in holder.seen:
            raise _NotPlainError
        holder.seen.add(event.value)
        holder.key = value
    else:
        holder.data[holder.key] = value
        holder.key = _NO_KEY


def _scalar(event: yaml.ScalarEvent) -> Any:  # noqa: ANN401 - what YAML can say
    said: str = event.value
    if event.implicit[0]:  # neither in quotation marks nor a block
        for tag, pattern in _Loader.yaml_implicit_resolvers.get(said[:1], ()):
            if pattern.match(said):
                return _typed(tag, said)
    return said


@lru_cache(maxsize=1024)
def _typed(tag: str, said: str) -> Any:  # noqa: ANN401 - a number, a date or nothing
    if tag.rpartition(":")[2] not in _TYPED:
        raise _NotPlainError
    return _Loader("").construct_object(yaml.ScalarNode(tag, said))


def _refuse_beyond_plain(text: str, path: Path) -> None:
    depth = 0
    for token in yaml.scan(text, Loader=_Loader):
        problem = ""
        if isinstance(token, yaml.AliasToken | yaml.AnchorToken | yaml.TagToken):
            problem = "aliases, anchors and tags are not allowed; write the value out"
        depth += isinstance(token, _OPENING) - isinstance(token, _CLOSING)
        if depth > _MAX_DEPTH:
            problem = f"is nested deeper than {_MAX_DEPTH} levels"
        if problem:
            mark = token.start_mark
            raise KnowledgeError(path, mark.line + 1, mark.column + 1, problem)


def _refuse_odd_keys(node: yaml.Node, path: Path) -> None:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _refuse_odd_keys(item, path)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            problem = ""
            if not isinstance(key, yaml.ScalarNode):
                problem = "a key is one plain word"
            elif key.value in seen:
                problem = f"the key {key.value!r} stands twice; keep one"
            if problem:
                mark = key.start_mark
                raise KnowledgeError(path, mark.line + 1, mark.column + 1, problem)
            seen.add(key.value)
            _refuse_odd_keys(value, path)


_OPENING = (
    yaml.BlockSequenceStartToken,
    yaml.BlockMappingStartToken,
    yaml.FlowSequenceStartToken,
    yaml.FlowMappingStartToken,
)
_CLOSING = (yaml.BlockEndToken, yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)
_BEGINNINGS: dict[type, Callable[[], Any]] = {
    yaml.ScalarEvent: str,
    yaml.SequenceStartEvent: list,
    yaml.MappingStartEvent: dict,
}
_ENDS = {yaml.SequenceEndEvent, yaml.MappingEndEvent}
_TYPED = {"int", "float", "null", "timestamp"}
_NO_KEY = object()
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """The safe loader, in C where built, for which ``no``, ``on`` and ``off`` are words."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:  # noqa: ANN401
        """As the loader does; a value out of range, such as 31 June, is an error that points."""
        try:
            return super().construct_object(node, deep=deep)
        except ValueError as failure:
            mark = node.start_mark
            raise yaml.constructor.ConstructorError(None, None, str(failure), mark) from None


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":bool")]
    for first, resolvers in _Base.yaml_implicit_resolvers.items()
}
